//! `griot cite`: the sources of a place, in the forms that reference software reads.

use std::collections::BTreeSet;

use serde::Serialize;
use serde_json::Value;

use super::args::CiteForm;
use super::output::{CliError, Output};
use super::text_writer::TextWriter;
use super::{CliResult, Context};
use crate::formats::json;
use crate::place::{self, Found, Place};
use griot_history::chronicle;
use griot_history::cite;
use griot_history::cite::notes_of;
use griot_pack::pack::{NoteId, Pack, SourceId, StatementId, Target};

#[derive(Serialize)]
struct Body {
    sources: Vec<Value>,
}

/// Prints the citations of a place, or of everything.
pub(super) fn cite(context: Context, place: &[String], form: CiteForm) -> CliResult {
    let pack = context.pack;
    let found = places(pack, place)?;
    let mut sources: Vec<SourceId> = if place.is_empty() {
        pack.sources().collect()
    } else {
        found.iter().flat_map(|it| it.sources.clone()).collect()
    };
    let mut seen = BTreeSet::new();
    sources.retain(|source| seen.insert(*source));
    if sources.is_empty() {
        return Err(CliError::nothing(format!("\"{}\" cites no source", place.join(" "))));
    }
    let records = || sources.iter().map(|id| &pack[*id]);
    let output = Output::of(if context.json {
        let sources = serde_json::from_str(&cite::csl_json(records())).unwrap_or_default();
        json::document("cite", Some(pack), Body { sources })
    } else {
        match form {
            CiteForm::Text if place.is_empty() => text(context, &[Cited { sources, ..Cited::default() }]),
            CiteForm::Text => text(context, &found),
            CiteForm::Bibtex => {
                TextWriter::verbatim(context.style, &records().map(cite::bibtex).collect::<Vec<_>>().join("\n"))
            }
            CiteForm::Ris => TextWriter::verbatim(context.style, &records().map(cite::ris).collect::<String>()),
            CiteForm::CslJson => json::escaped(&cite::csl_json(records()), context.style.glyphs),
        }
    });
    Ok(found.into_iter().filter_map(|it| it.hint).fold(output, Output::with_message))
}

/// What is cited at a place: its footnotes and the sources that they name, each once.
#[derive(Debug, Default)]
struct Cited {
    notes: Vec<NoteId>,
    sources: Vec<SourceId>,
    hint: Option<String>,
}

/// The words as one place, or else each of them as one: a name may be of several words.
fn places(pack: &Pack, words: &[String]) -> Result<Vec<Cited>, CliError> {
    if words.is_empty() {
        return Ok(Vec::new());
    }
    let of = |found: Found| {
        let (notes, sources) = cited(pack, found.place);
        Cited { notes, sources, hint: found.hint }
    };
    let each = || words.iter().map(|word| place::find(pack, word).map(of)).collect::<Result<Vec<_>, _>>();
    if words.len() > 1 && words.iter().all(|word| pack.find(word).is_some() || pack.source(word).is_some()) {
        return Ok(each()?);
    }
    match place::find(pack, &words.join(" ")) {
        Ok(found) => Ok(vec![of(found)]),
        Err(lost) => each().map_err(|_| lost.into()),
    }
}

/// The footnotes of a place and the sources that they name, each once.
fn cited(pack: &Pack, place: Place) -> (Vec<NoteId>, Vec<SourceId>) {
    let statements: Vec<StatementId> = match place {
        Place::Source(source) => return (Vec::new(), vec![source]),
        Place::Target(Target::Statement(statement)) => vec![statement],
        Place::Target(Target::Passage(passage)) => pack.statements_of(passage).collect(),
        Place::Target(Target::Chapter(chapter)) => {
            pack.passages_of(chapter).flat_map(|passage| pack.statements_of(passage)).collect()
        }
        Place::Target(Target::Era(era)) => pack.statements_in(era).collect(),
        Place::Target(Target::Entity(entity)) => pack.mentions(entity).to_vec(),
        Place::Eras(eras) => eras.into_iter().flat_map(|era| pack.statements_in(era).collect::<Vec<_>>()).collect(),
        Place::Passages(passages) => passages.into_iter().flat_map(|passage| pack.statements_of(passage)).collect(),
        Place::Time(when) => chronicle::at(pack, &when).statements,
        Place::Text(statements) => statements,
    };
    let notes = notes_of(pack, statements.into_iter());
    let mut seen = BTreeSet::new();
    let sources = notes.iter().map(|note| pack[*note].source).filter(|source| seen.insert(*source)).collect();
    (notes, sources)
}

/// One citation a line, never wrapped, because it is there to be copied; those of a place keep the page that is cited.
fn text(context: Context, found: &[Cited]) -> String {
    let pack = context.pack;
    let mut writer = TextWriter::new(context.style);
    let with_url = |text: String, source: SourceId| match &pack[source].url {
        Some(url) => format!("{text} {url}"),
        None => text,
    };
    let mut seen = BTreeSet::new();
    for Cited { notes, sources, .. } in found {
        for note in notes.iter().filter(|note| seen.insert(**note)).map(|note| &pack[*note]) {
            writer.line(&with_url(cite::text(&pack[note.source], note.place.as_deref()), note.source));
        }
        for source in sources.iter().filter(|_| notes.is_empty()) {
            writer.line(&with_url(cite::text(&pack[*source], None), *source));
        }
    }
    writer.into_text()
}
