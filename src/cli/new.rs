//! `griot new`: the smallest pack that is valid, to be written on: a plain file or a folder.

use std::path::Path;

use unicode_normalization::UnicodeNormalization;

use super::output::{CliError, Output};
use super::text_writer::{OutputStyle, TextWriter};
use super::{CliResult, export, folder};
use griot_history::search::fold;

/// The files of the pack; `ID`, `TITLE` and `DATE` are replaced.
const FILES: [(&str, &str); 5] = [
    (
        "pack.json",
        r#"{
 "format": 2,
 "id": "ID",
 "title": "TITLE",
 "language": "en",
 "revision": "2000-01-01",
 "as_of": "2000",
 "licence": "CC BY-SA 4.0",
 "credits": ["Who wrote it and what it owes to whom."],
 "eras": ["first-era"]
}
"#,
    ),
    (
        "eras/1-first-era.json",
        r#"{
 "id": "first-era",
 "title": "The first era",
 "short": "First era",
 "when": "1900..1950",
 "summary": "One sentence on what happens in this era.",
 "chapters": [
  {
   "id": "first-chapter",
   "title": "The first chapter",
   "when": "1900..1910",
   "passages": [
    {
     "id": "first-passage",
     "statements": [
      {
       "id": "first-passage-founding",
       "text": "In 1900 the [[first-town|town]] was [[founding|founded]].",
       "when": "1900",
       "cites": ["first-source, p. 1"]
      },
      {
       "id": "first-passage-inhabitants",
       "text": "It is said to have had a thousand inhabitants ten years later.",
       "when": "c. 1910",
       "standing": "uncited"
      }
     ]
    }
   ]
  }
 ]
}
"#,
    ),
    (
        "entities/places.json",
        r#"[
 {
  "id": "first-town",
  "name": "First Town",
  "aliases": [{"name": "The Town"}],
  "role": "town that the history begins with",
  "type": "town",
  "at": [0.0, 0.0],
  "precision": "approximate"
 }
]
"#,
    ),
    (
        "entities/events.json",
        r#"[
 {
  "id": "founding",
  "name": "Founding of the town",
  "role": "beginning of the history",
  "type": "other",
  "when": "1900",
  "where": ["first-town"]
 }
]
"#,
    ),
    (
        "sources.json",
        r#"[
 {
  "key": "first-source",
  "kind": "book",
  "authors": [{"family": "Last", "given": "First"}],
  "title": "The title of the book",
  "in": "The publisher",
  "date": "2000"
 }
]
"#,
    ),
];

/// The plain file; `TITLE` is replaced.
const PLAIN: &str = include_str!("new/history.md");

/// Writes a new pack: into a file that is not there, where its name says that it is a plain one, or into a folder that is
/// empty or not there; all of it, or nothing.
pub(super) fn new(path: &Path, title: Option<&str>, style: OutputStyle) -> CliResult {
    if title.is_some_and(|title| title.trim().is_empty()) {
        return Err(CliError::usage("the title is empty: give one after --title, or leave it out"));
    }
    let is_plain = griot_pack::pack::is_plain(path);
    let name = if is_plain { path.file_stem() } else { path.file_name() };
    let id = id_of(&name.map(|name| name.to_string_lossy().into_owned()).unwrap_or_default());
    let title = title.map_or_else(|| format!("{id} · a history"), |title| title.trim().nfc().collect());
    // As a JSON string, without its quotes.
    let title = serde_json::to_string(&title).unwrap_or_default();
    if is_plain {
        return new_plain(path, &title, style);
    }
    let title = title.trim_start_matches('"').strip_suffix('"').unwrap_or_default();
    let filled = |text: &str| text.replace("\"ID\"", &format!("\"{id}\"")).replace("TITLE", title);
    let writer = folder::write(path, FILES.map(|(name, text)| (name.to_owned(), filled(text))), style)?;
    let shown = path.display();
    let next = format!("now: griot check {shown}, griot --data {shown}; entities/ takes people, polities and more");
    Ok(Output::of(writer.into_text()).with_message(next))
}

/// Writes the plain file; the title is given in the quotation marks that its head has it in.
fn new_plain(file: &Path, title: &str, style: OutputStyle) -> CliResult {
    let shown = file.display();
    if file.symlink_metadata().is_ok() {
        return Err(CliError::usage(format!("{shown} is there already; name a new file")));
    }
    let heading = title.trim_matches('"');
    let text = PLAIN.replacen("TITLE", title, 1).replacen("TITLE", heading, 1);
    export::write(file, false, text.as_bytes())?;
    let mut writer = TextWriter::new(style);
    writer.line(&shown.to_string());
    let next = format!("now: griot check {shown}, griot --data {shown}, and write on it in any editor");
    Ok(Output::of(writer.into_text()).with_message(next))
}

/// The name of the folder or file as an id.
fn id_of(name: &str) -> String {
    let letter = |c: char| if c.is_ascii_alphanumeric() { c } else { '-' };
    let id: String = fold(name).chars().map(letter).take(64).collect();
    let id = id.trim_matches('-');
    if id.is_empty() { "my-pack".into() } else { id.to_owned() }
}
