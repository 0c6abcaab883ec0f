//! `griot import`: files of other programs become a pack, or are added to one, whole or not at all.

mod asked;
mod report;
mod target;

use std::fs::File;
use std::io::Read;
use std::path::Path;

use griot_formats::draft::Draft;
use griot_formats::folder::{Stamp, additions, files};
use griot_formats::import::{Field, Input, LARGEST, Living, Settings, import};
use griot_pack::clean::{first_forbidden, visible};
use griot_pack::pack::WrittenFile;

use super::CliResult;
use super::args::{ImportArgs, ImportForm};
use super::dates;
use super::load::ProgressLine;
use super::output::{CliError, Output, Status};
use super::text_writer::OutputStyle;
use crate::clock::Clock;
use target::Target;

/// How an import is told.
#[derive(Debug, Clone, Copy)]
pub(super) struct Told {
    pub style: OutputStyle,
    pub json: bool,
}

/// Reads the files, tells what comes of them, and writes it.
pub(super) fn run(args: &ImportArgs, told: Told) -> CliResult {
    let (dir, paths) = args.paths.split_last().ok_or_else(|| CliError::usage("name a file, and a folder after it"))?;
    let settings = settings(args)?;
    let target = Target::of(dir)?;
    let contents = paths.iter().map(|path| contents(path)).collect::<Result<Vec<_>, _>>()?;
    let names: Vec<String> = paths.iter().map(|path| name_of(path)).collect();
    let inputs = names.iter().zip(&contents).map(|(name, bytes)| Input {
        name,
        bytes,
        form: args.format.map(|ImportForm(form)| form),
    });
    let inputs: Vec<Input> = inputs.collect();
    let mut draft = target.pack().map_or_else(Draft::default, Draft::onto);
    let mut line = ProgressLine::begin();
    let report = import(&mut draft, &inputs, &settings, &mut |name, read| line.reading(&format!("{name}, {read}")));
    line.clear();
    say_what_was_said(&mut draft, args);
    if target.pack().is_none() && !args.dry_run && report.gave() {
        asked::ask(&mut draft.about);
    }
    say_where_from(&mut draft, args, &names);
    let mut output = Output::of(report::text(&report, told));
    for file in &report.files {
        output.messages.extend(file.unreadable.as_ref().map(|why| format!("{} {why}", file.name)));
    }
    if !report.gave() {
        output.status = Status::Pack;
        return Ok(output.with_message("nothing could be read, and nothing was written"));
    }
    // A large pack need not lie in memory twice while it is written, nor while it is checked.
    drop(contents);
    draft.close();
    let notes = report.files.iter().map(|file| file.remarks.len()).sum();
    finish(output, args, (dir, &target), (draft, notes))
}

/// Writes the files, and says what there is now.
fn finish(
    mut output: Output,
    args: &ImportArgs,
    (dir, target): (&Path, &Target),
    (draft, notes): (Draft, usize),
) -> CliResult {
    let shown = dir.display();
    let name = dir.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let stamp = Stamp { title: format!("{name} · a history"), id: name, today: Clock::SYSTEM.day() };
    let mut files = written(&draft, dir, (target, &stamp))?.peekable();
    if args.dry_run {
        return Ok(output.with_message(format!("nothing was written; without --dry-run it goes to {shown}")));
    }
    if files.peek().is_none() {
        return Ok(output.with_message(format!("{shown} has all of it already; nothing was changed")));
    }
    let written = target.lay_out(dir, files)?;
    // A plain file or an article may have said it.
    let said = draft.about.licence.as_deref().is_some_and(|licence| !licence.trim().is_empty());
    let unknown = !said && target.pack().is_none();
    drop(draft);
    target.put(dir, written)?;
    if notes > 0 {
        let notes = if notes == 1 { "1 note is".to_owned() } else { format!("{notes} notes are") };
        output.messages.push(format!("{notes} above: what is not understood is kept in the pack as it stands"));
    }
    if unknown {
        let licence = "the licence is not known: say it with --licence, or write it into pack.json";
        output.messages.push(licence.to_owned());
    }
    let now = format!("now: griot check {shown}, griot --data {shown}");
    Ok(output.with_message(now))
}

/// The files that are new or change.
fn written<'d>(
    draft: &'d Draft,
    dir: &Path,
    (target, stamp): (&Target, &'d Stamp),
) -> Result<Box<dyn Iterator<Item = WrittenFile> + 'd>, CliError> {
    if target.pack().is_none() {
        return Ok(Box::new(files(draft, stamp)));
    }
    let old = |name: &str| std::fs::read_to_string(dir.join(name)).ok();
    let not_read = |_| CliError::pack(format!("{} is a pack that nothing can be added to", dir.display()));
    Ok(Box::new(additions(draft, stamp, &old).map_err(not_read)?.into_iter()))
}

/// Title, language, licence and credits, as they were said on the command line.
fn say_what_was_said(draft: &mut Draft, args: &ImportArgs) {
    let about = &mut draft.about;
    about.title = args.title.clone().or_else(|| about.title.take());
    about.language = args.language.clone().or_else(|| about.language.take());
    about.licence = args.licence.clone().or_else(|| about.licence.take());
    about.credits.extend(args.credits.iter().cloned());
}

/// The files that it came from: one alone gives its name to a history without a title.
fn say_where_from(draft: &mut Draft, args: &ImportArgs, names: &[String]) {
    let about = &mut draft.about;
    let stem = |name: &String| name.rsplit_once('.').map_or(name.as_str(), |(stem, _)| stem).replace(['_'], " ");
    if let ([name], None, None) = (names, &args.title, &about.title) {
        about.title = Some(stem(name));
    }
    about.credits.extend(names.iter().map(|name| format!("Imported from {name}.")));
}

fn settings(args: &ImportArgs) -> Result<Settings, CliError> {
    let known = || Field::names().collect::<Vec<_>>().join(", ");
    let columns = args.columns.iter().map(|said| {
        let (what, heading) = said
            .split_once('=')
            .ok_or_else(|| CliError::usage(format!("--column \"{said}\" names no heading: write it as date=When")))?;
        let field = Field::named(what)
            .ok_or_else(|| CliError::usage(format!("no column can be \"{what}\"; there are {}", known())))?;
        Ok((field, heading.to_owned()))
    });
    let is_code =
        |code: &String| (2..=12).contains(&code.len()) && code.bytes().all(|b| b.is_ascii_lowercase() || b == b'-');
    if let Some(code) = args.language.as_ref().filter(|code| !is_code(code)) {
        return Err(CliError::usage(format!("\"{code}\" is no code of a language; write en, fr or the like")));
    }
    let when = args.when.as_deref().map(dates::read).transpose()?;
    let living = if args.living { Living::AsTheRest } else { Living::WithoutDates };
    Ok(Settings { columns: columns.collect::<Result<_, CliError>>()?, when, living, today: Clock::SYSTEM.day() })
}

/// The name of a file, as reports and origins have it.
fn name_of(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// All that a file holds, unless it is more than any history.
fn contents(path: &Path) -> Result<Vec<u8>, CliError> {
    let shown = path.display().to_string();
    if first_forbidden(&shown).is_some() {
        return Err(CliError::usage(format!(
            "the name \"{}\" cannot be shown; give the file another",
            visible(&shown)
        )));
    }
    let failed = |error: std::io::Error| {
        let reason = match error.kind() {
            std::io::ErrorKind::NotFound => "there is no such file".to_owned(),
            std::io::ErrorKind::PermissionDenied => "permission is denied".to_owned(),
            _ => error.to_string(),
        };
        CliError::usage(format!("cannot read {shown}: {reason}"))
    };
    let about = std::fs::metadata(path).map_err(failed)?;
    if !about.is_file() {
        return Err(CliError::usage(format!("{shown} is no file; name the files one by one, and the folder last")));
    }
    if about.len() > LARGEST as u64 {
        let (size, most) = (about.len() >> 20, LARGEST >> 20);
        return Err(CliError::pack(format!(
            "{shown} is of {size} MB; the most is {most} MB: part it, and import the parts"
        )));
    }
    let mut bytes = Vec::with_capacity(about.len() as usize);
    File::open(path).and_then(|file| file.take(LARGEST as u64 + 1).read_to_end(&mut bytes)).map_err(failed)?;
    Ok(bytes)
}
