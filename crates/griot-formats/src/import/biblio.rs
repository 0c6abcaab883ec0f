//! Bibliographies: BibLaTeX and BibTeX, RIS, CSL-JSON. Each record becomes a source; what a source has no field for stands
//! in its note.

mod bib;
mod csl;
mod ris;

use griot_pack::pack::{Name, Person, Source, SourceKind};
use griot_pack::when::{When, WhenError};

use super::dates;
use super::work::Work;
use crate::plain;

pub(super) use bib::read as bib;
pub(super) use csl::read as csl;
pub(super) use ris::read as ris;

/// A source being put together.
struct Record {
    source: Source,
    /// What has no field of its own.
    rest: Vec<String>,
    /// The line or number of the record.
    number: usize,
}

impl Record {
    fn new(number: usize, key: &str, kind: SourceKind) -> Self {
        let source = Source { key: key.to_owned().into(), kind, ..Source::default() };
        Self { source, rest: Vec::new(), number }
    }

    /// Keeps what has no field.
    fn keep(&mut self, heading: &str, text: &str) {
        let text = plain::text(text);
        if !text.is_empty() {
            self.rest.push(if heading.is_empty() { text } else { format!("{heading}: {text}") });
        }
    }

    /// Takes a date of the bibliography, in EDTF or in words; one that cannot be read is kept and told.
    fn date(&mut self, field: &str, text: &str, work: &mut Work) -> Option<String> {
        let text = plain::text(text);
        if text.is_empty() {
            return None;
        }
        match read_date(&text) {
            Ok(when) => Some(when.to_string()),
            Err(why) => {
                let why = if why.is_empty() { why } else { format!(" ({why})") };
                work.remark(self.number, field, &text, format!("is no date that can be read{why}; its words are kept"));
                self.keep(field, &text);
                None
            }
        }
    }

    /// Puts it into the draft.
    fn add(mut self, work: &mut Work) {
        work.read_one();
        self.source.title = plain::text(&self.source.title).into();
        let lacks = self.source.authors.is_empty() && self.source.editors.is_empty() || self.source.date.is_none();
        let bare = matches!(self.source.kind, SourceKind::Book | SourceKind::Thesis | SourceKind::Journal);
        if self.rest.is_empty() && (lacks && bare || self.source.date.is_none()) {
            self.rest.push(format!("Given so in {}.", work.report.name));
        }
        let note = self.rest.join("; ");
        self.source.note = (!note.is_empty()).then(|| note.into());
        let called = self.source.key.to_string();
        let cited = work.draft.source(self.source);
        match cited.came {
            Some(came) => work.report.again(came),
            None => work.report.sources += 1,
        }
        work.keys.push((called, cited.key));
    }
}

/// EDTF where it is that, and else words.
fn read_date(text: &str) -> Result<When, String> {
    // Other readers take 44 for 2044; here it is what it says.
    let digits = text.strip_prefix('-').unwrap_or(text);
    if digits.len() < 4 && !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return dates::in_cell(text, None)?.ok_or_else(String::new);
    }
    if let Ok(when) = When::parse_edtf(text) {
        return Ok(when);
    }
    When::parse(text).map_err(|error| match error {
        WhenError::Unread { .. } => String::new(),
        error => error.to_string(),
    })
}

/// A person by the parts of the name, or a body where there is but one.
fn name(family: &str, given: &str, particle: &str, suffix: &str) -> Option<Name> {
    let [family, given, particle, suffix] = [family, given, particle, suffix].map(plain::text);
    let part = |text: String| (!text.is_empty()).then(|| text.into());
    match (family.is_empty(), given.is_empty()) {
        (true, true) => None,
        (true, false) => Some(Name::literal(given)),
        (false, true) if particle.is_empty() && suffix.is_empty() => Some(Name::literal(family)),
        _ => Some(Name::Person(Person {
            family: family.into(),
            given: part(given),
            non_dropping_particle: part(particle),
            dropping_particle: None,
            suffix: part(suffix),
        })),
    }
}

/// A text, if it says anything.
fn some(text: &str) -> Option<griot_pack::pack::Text> {
    let text = plain::text(text);
    (!text.is_empty()).then(|| text.into())
}

#[cfg(test)]
mod tests;
