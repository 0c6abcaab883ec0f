//! `griot new`: the smallest pack that is valid, to be written on.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

use unicode_normalization::UnicodeNormalization;

use super::Outcome;
use super::outcome::{Answer, Failure};
use super::paper::{Looks, Paper};
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
  "authors": ["First Last"],
  "title": "The title of the book",
  "in": "The publisher",
  "date": "2000"
 }
]
"#,
    ),
];

/// Writes a new pack into a folder that is empty or not there: all of it, or nothing.
pub(super) fn new(dir: &Path, title: Option<&str>, looks: Looks) -> Outcome {
    let shown = dir.display();
    let failed =
        |error: io::Error| Failure::output(format!("cannot write in {shown}: {error}; nothing was left there"));
    if title.is_some_and(|title| title.trim().is_empty()) {
        return Err(Failure::usage("the title is empty: give one after --title, or leave it out"));
    }
    let is_new = match fs::read_dir(dir) {
        Ok(mut entries) => {
            if entries.next().is_some() {
                return Err(Failure::usage(format!("{shown} is not empty; name a new folder")));
            }
            false
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => true,
        Err(error) if error.kind() == io::ErrorKind::NotADirectory => {
            return Err(Failure::usage(format!("{shown} is not a folder; name a new one")));
        }
        Err(error) => return Err(failed(error)),
    };
    let name = dir.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let id = id_of(&name);
    let title = title.map_or_else(|| format!("{id} · a history"), |title| title.trim().nfc().collect());
    write(dir, &id, &title).map_err(|error| {
        if is_new {
            // What could not be made is not there, and a folder that was there stays.
            let _ = fs::remove_dir(dir);
        }
        failed(error)
    })?;
    let mut paper = Paper::new(looks);
    for (file, _) in FILES {
        paper.line(&dir.join(file).display().to_string());
    }
    let next = format!("now: griot check {shown}, griot --data {shown}; entities/ takes people, polities and more");
    Ok(Answer::of(paper.into_text()).told(next))
}

/// Writes the files beside where they belong, and moves them there when all are whole: `pack.json` last, without which a
/// folder is no pack.
fn write(dir: &Path, id: &str, title: &str) -> io::Result<()> {
    // As a JSON string, without its quotes.
    let title = serde_json::to_string(title)?;
    let title = title.trim_start_matches('"').strip_suffix('"').unwrap_or_default();
    fs::create_dir_all(dir)?;
    let beside = tempfile::Builder::new().prefix(".griot-").tempdir_in(dir)?;
    for (file, text) in FILES {
        let path = beside.path().join(file);
        path.parent().map_or(Ok(()), fs::create_dir_all)?;
        let mut file = File::create_new(&path)?;
        file.write_all(text.replace("\"ID\"", &format!("\"{id}\"")).replace("TITLE", title).as_bytes())?;
        file.sync_all()?;
    }
    for name in ["eras", "entities", "sources.json", "pack.json"] {
        fs::rename(beside.path().join(name), dir.join(name))?;
    }
    beside.close()
}

/// The name of the folder as an id.
fn id_of(name: &str) -> String {
    let letter = |c: char| if c.is_ascii_alphanumeric() { c } else { '-' };
    let id: String = fold(name).chars().map(letter).take(64).collect();
    let id = id.trim_matches('-');
    if id.is_empty() { "my-pack".into() } else { id.to_owned() }
}
