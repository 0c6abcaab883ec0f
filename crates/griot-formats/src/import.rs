//! Files of other programs, read into a draft: which form a file has, and one reader for each.

mod biblio;
mod dates;
mod decode;
mod encoding;
mod form;
mod gedcom;
mod geojson;
mod item;
mod json;
mod markdown;
mod markwhen;
mod note;
mod page;
mod table;
mod timelinejs;
mod value;
mod wikidata;
mod wikitext;
mod work;

use griot_pack::pack::Bibliography;
use griot_pack::when::{Day, When};

pub use decode::LARGEST;
pub use form::Form;
pub use table::Field;
use work::Work;

use crate::draft::Draft;
use crate::report::{FileReport, Report};

/// A file that is to come in.
#[derive(Debug, Clone, Copy)]
pub struct Input<'a> {
    /// What it is called, without its folder.
    pub name: &'a str,
    /// All that it holds.
    pub bytes: &'a [u8],
    /// What it was said to be; none is found out.
    pub form: Option<Form>,
}

/// How files are read.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Which column of a table has what, by its heading.
    pub columns: Vec<(Field, String)>,
    /// When outlines were so that say no time of their own.
    pub when: Option<When>,
    /// Whether who may be living keeps dates.
    pub living: Living,
    /// Today.
    pub today: Day,
}

/// What becomes of people who may be living.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Living {
    /// They come in by name alone.
    #[default]
    WithoutDates,
    /// They come in as anybody.
    AsTheRest,
}

/// Is told how many rows or records of a file have been read.
pub type Watch<'a> = &'a mut dyn FnMut(&str, usize);

/// Reads files into a draft, one after another. What cannot be read says so in the report and leaves the draft as it was.
pub fn import(draft: &mut Draft, inputs: &[Input], settings: &Settings, watch: Watch) -> Report {
    let mut report = Report::default();
    let mut left = Vec::new();
    for input in inputs {
        let before = draft.sources.len();
        let mut work = Work::new(draft, input.name, settings, watch);
        let failed = read(input, &mut work).err();
        let mut of_file = work.finished();
        of_file.unreadable = failed.or_else(|| nothing_in(&of_file));
        left.push(if of_file.left { before..draft.sources.len() } else { 0..0 });
        report.files.push(of_file);
    }
    // A source may have been written on since its file came the first time, so that it is not known again.
    let dropped = draft.drop_uncited(&left);
    for (of_file, dropped) in report.files.iter_mut().zip(dropped) {
        of_file.sources -= dropped.min(of_file.sources);
    }
    draft.arrange();
    report
}

/// Reads the sources of a bibliography that lies beside a plain file: BibLaTeX, RIS or CSL-JSON.
///
/// # Errors
/// Says why it is none.
pub fn bibliography(name: &str, bytes: &[u8]) -> Result<Bibliography, String> {
    let settings = Settings {
        columns: Vec::new(),
        when: None,
        living: Living::WithoutDates,
        today: Day { year: 1970, month: 1, day: 1 },
    };
    let name = name.rsplit_once('/').map_or(name, |(_, name)| name);
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Ok(Bibliography::default());
    }
    let text = decode::text(bytes)?;
    let form = form::guess(name, &text.text)?;
    let mut draft = Draft::default();
    let mut unwatched = |_: &str, _: usize| {};
    let mut work = Work::new(&mut draft, name, &settings, &mut unwatched);
    match form {
        Form::Bib => biblio::bib(&text.text, &mut work)?,
        Form::Ris => biblio::ris(&text.text, &mut work)?,
        Form::Csl => biblio::csl(&text.text, &mut work)?,
        other => return Err(format!("is {}, and no bibliography", other.name())),
    }
    let keys = std::mem::take(&mut work.keys);
    let report = work.finished();
    let row = |row: usize| if row > 0 { format!("{} {row}", report.each) } else { String::new() };
    let remarks = report.remarks.iter().map(|it| it.sentence(&row(it.row))).collect();
    Ok(Bibliography { sources: draft.sources, keys, remarks })
}

fn nothing_in(report: &FileReport) -> Option<String> {
    (!report.gave()).then(|| "holds nothing that could be read".to_owned())
}

fn read(input: &Input, work: &mut Work) -> Result<(), String> {
    let text = decode::text(input.bytes)?;
    if let Some(what) = text.remark {
        work.remark(0, "", "", what);
    }
    let form = match input.form {
        Some(form) => form,
        None => form::guess(input.name, &text.text)?,
    };
    work.report.form = form.name();
    match form {
        Form::Csv => table::read(&text.text, work),
        Form::TimelineJs => timelinejs::read(&text.text, work),
        Form::Wikidata => wikidata::read(&text.text, work),
        Form::Markdown => match markwhen::as_markdown(input.name, &text.text) {
            Some(text) => markdown::read(&text, work),
            None => markdown::read(&text.text, work),
        },
        Form::Wikitext => wikitext::read(&text.text, work),
        Form::Bib => biblio::bib(&text.text, work),
        Form::Ris => biblio::ris(&text.text, work),
        Form::Csl => biblio::csl(&text.text, work),
        Form::Gedcom => gedcom::read(&text.text, work),
        Form::GeoJson => geojson::read(&text.text, work),
    }
}

#[cfg(test)]
pub(crate) mod tests;
