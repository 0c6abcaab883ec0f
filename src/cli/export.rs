//! `griot export`: the pack in forms that other programs read.

use std::fs::{self, Permissions};
use std::io::{self, Write};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use serde::Serialize;

use super::args::ExportForm;
use super::output::{CliError, Output};
use super::text_writer::TextWriter;
use super::{CliResult, Context, filter, folder, load, read};
use crate::formats::json;
use griot_formats::export::{Export, Form, Syntax, provenance};
use griot_pack::pack::{EraId, Excerpt, Pack, Rule, Text};

/// Where an export goes, when not to standard output.
#[derive(Debug, Clone, Copy)]
pub(super) enum Goal<'a> {
    /// One file, and whether one that is there may be replaced.
    File { file: &'a Path, force: bool },
    /// A folder of files.
    Folder(&'a Path),
}

/// Exports the pack, or one era of it with all that it needs.
pub(super) fn export(context: Context, form: ExportForm, era: Option<&str>, goal: Option<Goal>) -> CliResult {
    let pack = context.pack;
    let eras: Vec<EraId> = match era {
        Some(text) => vec![filter::era(pack, text)?],
        None => pack.eras().collect(),
    };
    let excerpt = pack.excerpt(&eras);
    let form = if context.json { ExportForm::Json } else { form };
    match form {
        ExportForm::Pack => of_pack(context, &excerpt, goal),
        ExportForm::Txt => sent(printed(context, &eras), goal),
        ExportForm::Md => sent(TextWriter::verbatim(context.style, &pack.markdown(&excerpt)), goal),
        ExportForm::Json => sent(json::escaped(&document(pack, &excerpt), context.style.glyphs), goal),
        ExportForm::Of(form) => of_form(context, form, &excerpt, goal),
    }
}

/// The pack in a form of other programs, and a line for whatever that could not say.
fn of_form(context: Context, form: Form, excerpt: &Excerpt, goal: Option<Goal>) -> CliResult {
    let Export { text, losses } = form.write(context.pack, excerpt);
    let text = match form.syntax() {
        Syntax::Json => json::escaped(&text, context.style.glyphs),
        Syntax::Lines => TextWriter::verbatim(context.style, &text),
        Syntax::CrLines => TextWriter::verbatim(context.style, &text).replace('\n', "\r\n"),
    };
    let mut output = sent(text, goal)?;
    output.messages.extend(losses.iter().map(ToString::to_string));
    Ok(output)
}

/// Hands the text to a file, or on to standard output.
fn sent(text: String, goal: Option<Goal>) -> CliResult {
    match goal {
        Some(Goal::File { file, force }) => {
            write(file, force, text.as_bytes())?;
            Ok(Output::of(String::new()))
        }
        Some(Goal::Folder(_)) => Err(CliError::usage("only --format pack fills a folder: name a file after -o")),
        None => Ok(Output::of(text)),
    }
}

/// The pack as a folder of files, or compiled in the form that `--data` opens without reading any other file.
fn of_pack(context: Context, excerpt: &Excerpt, goal: Option<Goal>) -> CliResult {
    match goal {
        Some(Goal::Folder(dir)) => {
            let files = context.pack.files(excerpt);
            let files = files.map_err(|damage| CliError::output(Rule::Compiled(damage).to_string()))?;
            let files = files.into_iter().map(|file| (file.name, file.text));
            folder::write(dir, files, context.style).map(|written| Output::of(written.into_text()))
        }
        _ if !excerpt.is_whole => {
            Err(CliError::usage("a compiled pack is a whole one: leave --era out, or name a folder"))
        }
        Some(Goal::File { file, force }) => {
            write(file, force, &griot_history::compiled(context.pack, &[]))?;
            Ok(Output::of(String::new()))
        }
        None => Err(CliError::usage("a pack is no text: name a folder for it, or a file after -o for a compiled one")),
    }
}

/// `griot compile`: a pack as one file that opens by itself.
pub(super) fn compile(dir: &Path, file: &Path, force: bool) -> CliResult {
    let pack = load::at(dir)?;
    write(file, force, &griot_history::compiled(&pack, &[]))?;
    Ok(Output::of(String::new()))
}

/// The text as it is read, with its provenance.
fn printed(context: Context, eras: &[EraId]) -> String {
    let mut writer = TextWriter::new(context.style);
    for line in provenance(context.pack).lines() {
        writer.entry(0, "", line);
    }
    format!("{}\n{}", read::of_eras(Context { json: false, ..context }, eras), writer.into_text())
}

/// Writes the file whole or not at all.
pub(super) fn write(file: &Path, force: bool, bytes: &[u8]) -> Result<(), CliError> {
    let shown = file.display();
    // The error would name the temporary file, which is of no use to anybody.
    let failed = |error: io::Error| {
        let reason = match error.kind() {
            io::ErrorKind::NotFound => "there is no such folder".to_owned(),
            io::ErrorKind::PermissionDenied => "permission is denied".to_owned(),
            kind => kind.to_string(),
        };
        CliError::output(format!("cannot write {shown}: {reason}"))
    };
    match fs::metadata(file) {
        Ok(about) if !about.is_file() => {
            return Err(CliError::usage(format!("{shown} is not a file; name a new one after -o")));
        }
        Ok(_) if !force => {
            return Err(CliError::usage(format!("{shown} is there already; --force replaces it")));
        }
        _ => {}
    }
    let dir = file.parent().filter(|dir| !dir.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut builder = tempfile::Builder::new();
    builder.prefix(".griot-").permissions(Permissions::from_mode(0o666));
    let mut temporary = builder.tempfile_in(dir).map_err(failed)?;
    temporary.write_all(bytes).map_err(failed)?;
    temporary.as_file().sync_all().map_err(failed)?;
    let kept = if force { temporary.persist(file) } else { temporary.persist_noclobber(file) };
    kept.map(drop).map_err(|error| failed(error.error))
}

#[derive(Serialize)]
struct Body<'a> {
    title: &'a str,
    as_of: String,
    licence: &'a str,
    credits: &'a [Text],
    eras: Vec<json::Era<'a>>,
    entities: Vec<json::Entity<'a>>,
    sources: Vec<json::Sourced<'a>>,
    notes: Vec<json::Note<'a>>,
}

fn document(pack: &Pack, excerpt: &Excerpt) -> String {
    let geo = pack.geo().ok();
    let about = &pack.about;
    let cited = json::citations(pack);
    let body = Body {
        title: &about.title,
        as_of: about.as_of.to_string(),
        licence: &about.licence,
        credits: &about.credits,
        eras: excerpt.eras.iter().map(|era| json::era(pack, *era)).collect(),
        entities: excerpt.entities.iter().map(|id| json::entity(pack, *id, geo.as_ref())).collect(),
        sources: excerpt.sources.iter().map(|id| json::source(pack, *id, cited[id.index()])).collect(),
        notes: excerpt.notes.iter().map(|id| json::note(pack, *id)).collect(),
    };
    json::document("export", Some(pack), body)
}
