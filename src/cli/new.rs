//! `griot new`: the smallest pack that is valid, to be written on.

use std::path::Path;

use unicode_normalization::UnicodeNormalization;

use super::output::{CliError, Output};
use super::text_writer::OutputStyle;
use super::{CliResult, folder};
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

/// Writes a new pack into a folder that is empty or not there: all of it, or nothing.
pub(super) fn new(dir: &Path, title: Option<&str>, style: OutputStyle) -> CliResult {
    let shown = dir.display();
    if title.is_some_and(|title| title.trim().is_empty()) {
        return Err(CliError::usage("the title is empty: give one after --title, or leave it out"));
    }
    let name = dir.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let id = id_of(&name);
    let title = title.map_or_else(|| format!("{id} · a history"), |title| title.trim().nfc().collect());
    // As a JSON string, without its quotes.
    let title = serde_json::to_string(&title).unwrap_or_default();
    let title = title.trim_start_matches('"').strip_suffix('"').unwrap_or_default();
    let filled = |text: &str| text.replace("\"ID\"", &format!("\"{id}\"")).replace("TITLE", title);
    let writer = folder::write(dir, FILES.map(|(name, text)| (name.to_owned(), filled(text))), style)?;
    let next = format!("now: griot check {shown}, griot --data {shown}; entities/ takes people, polities and more");
    Ok(Output::of(writer.into_text()).with_message(next))
}

/// The name of the folder as an id.
fn id_of(name: &str) -> String {
    let letter = |c: char| if c.is_ascii_alphanumeric() { c } else { '-' };
    let id: String = fold(name).chars().map(letter).take(64).collect();
    let id = id.trim_matches('-');
    if id.is_empty() { "my-pack".into() } else { id.to_owned() }
}
