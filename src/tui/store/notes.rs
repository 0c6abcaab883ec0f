//! The reader’s notes on statements: one Markdown file, that any other program may show or change. A note keeps the
//! statement that it is on, with what that rests on, and whatever else stands in the file is left as it is.
//!
//! ```text
//! <!-- griot note: mali tondibi-battle -->
//! ## Mali · a history, ¶ 1.28
//!
//! > In March 1591, on the 12th or the 13th, he met the Songhai army …
//! >
//! > [142] al-Sadi. …
//!
//! What the reader has to say.
//! ```

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use griot_history::cite;
use griot_pack::clean::clean;
use griot_pack::pack::{Pack, StatementId};

use super::marks::lock;
use super::{StoreError, TEMPORARY, make_dir};

/// The name of the file.
pub const NOTES: &str = "notes.md";
/// A larger file is none that anybody wrote.
const LARGEST: u64 = 16 << 20;
const BEGINS: &str = "<!-- griot note: ";
const ENDS: &str = " -->";
/// What parts the note from the statement in the file that the editor is given.
const LINE: &str = "<!-- Write above this line. A note with no words changes nothing. -->";
/// How long another session may hold the file.
const PATIENCE: Duration = Duration::from_secs(1);

/// Where the notes are kept.
#[derive(Debug, Default)]
pub struct Notes {
    dir: Option<PathBuf>,
}

/// A note as it stands in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Section<'a> {
    pack: &'a str,
    statement: &'a str,
    /// The statement as it was when the note was written.
    quoted: String,
    words: &'a str,
    /// Its bytes of the file.
    range: std::ops::Range<usize>,
}

impl Notes {
    pub(super) const fn of(dir: Option<PathBuf>) -> Self {
        Self { dir }
    }

    /// Whether notes are kept at all.
    #[must_use]
    pub const fn are_kept(&self) -> bool {
        self.dir.is_some()
    }

    /// The notes on statements of a pack.
    ///
    /// # Errors
    /// When there is a file that cannot be read.
    pub fn of_pack(&self, pack: &Pack) -> Result<BTreeMap<StatementId, String>, StoreError> {
        let Some(text) = self.dir.as_deref().map_or(Ok(None), |dir| read(&dir.join(NOTES)))? else {
            return Ok(BTreeMap::new());
        };
        let found = |it: &Section| Some((statement_of(pack, it)?, cleaned(it.words)));
        Ok(sections(&text).iter().filter_map(found).collect())
    }

    /// Keeps a note on a statement, in the place of one that there is.
    ///
    /// # Errors
    /// When it cannot be written; the file is then as it was.
    pub fn keep(&self, pack: &Pack, statement: StatementId, words: &str) -> Result<(), StoreError> {
        let dir = self.dir.as_deref().ok_or(StoreError::Nowhere)?;
        make_dir(dir)?;
        let (lock_path, until) = (dir.join("notes.lock"), Instant::now() + PATIENCE);
        let _lock = loop {
            match lock(&lock_path)? {
                Some(held) => break held,
                None if Instant::now() < until => std::thread::sleep(Duration::from_millis(20)),
                None => return Err(StoreError::Held(lock_path)),
            }
        };
        let path = dir.join(NOTES);
        let old = read(&path)?.unwrap_or_default();
        // Notes that are kept elsewhere by way of a link stay there.
        replace(&path.canonicalize().unwrap_or(path), &with(&old, pack, statement, words))
    }
}

/// Words without anything that acts on a terminal, line by line.
#[must_use]
pub fn cleaned(words: &str) -> String {
    words.lines().map(clean).collect::<Vec<_>>().join("\n")
}

/// The file with a note in it.
fn with(old: &str, pack: &Pack, statement: StatementId, words: &str) -> String {
    let section = section(pack, statement, words);
    match sections(old).into_iter().find(|it| statement_of(pack, it) == Some(statement)) {
        Some(there) => {
            let rest = &old[there.range.end..];
            let gap = if rest.is_empty() { "" } else { "\n" };
            format!("{}{section}{gap}{rest}", &old[..there.range.start])
        }
        None if old.trim().is_empty() => section,
        None => format!("{}\n\n{section}", old.trim_end()),
    }
}

fn section(pack: &Pack, statement: StatementId, words: &str) -> String {
    // A line that would begin another note is one of its words.
    let words = words.trim().replace(BEGINS, "\\<!-- griot note: ");
    format!(
        "{BEGINS}{} {}{ENDS}\n## {}, {}\n\n{}\n{words}\n",
        pack.about.id,
        pack.statement_id(statement),
        pack.about.title,
        pack.told_at(pack[statement].passage),
        quotation(pack, statement),
    )
}

/// The statement and what it rests on, as Markdown quotes.
fn quotation(pack: &Pack, statement: StatementId) -> String {
    let mut out = format!("> {}\n", escaped(&pack[statement].text));
    for note in &pack[statement].cites {
        out.push_str(&format!(">\n> \\[{}] {}\n", note.number(), escaped(&cite::full(pack, *note))));
    }
    out.push_str(&format!(">\n> {}, revision {}, {}\n", pack.about.title, pack.about.revision, pack.about.licence));
    out
}

/// Signs that Markdown would take for its own.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in clean(text).chars() {
        if matches!(c, '\\' | '*' | '_' | '`' | '<' | '[' | '#') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// The statement that a note is on: the one of its id or, where the pack gives it none, the one that says the same.
fn statement_of(pack: &Pack, section: &Section) -> Option<StatementId> {
    if section.pack != pack.about.id.as_str() {
        return None;
    }
    let by_id = pack.statements().find(|id| pack[*id].id.is_some() && pack.statement_id(*id) == section.statement);
    by_id.or_else(|| pack.statements().find(|id| pack[*id].id.is_none() && escaped(&pack[*id].text) == section.quoted))
}

/// All notes of the file.
fn sections(text: &str) -> Vec<Section<'_>> {
    let line_starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1));
    let starts: Vec<usize> = line_starts.filter(|at| text[*at..].starts_with(BEGINS)).collect();
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    starts.iter().zip(ends).filter_map(|(start, end)| one(text, *start..end)).collect()
}

fn one(text: &str, range: std::ops::Range<usize>) -> Option<Section<'_>> {
    let (head, rest) = text[range.clone()].split_once('\n')?;
    let (pack, statement) = head.strip_prefix(BEGINS)?.trim_end().strip_suffix(ENDS)?.split_once(' ')?;
    let mut rest = rest.trim_start();
    if rest.starts_with("## ") {
        rest = rest.split_once('\n').map_or("", |(_, rest)| rest).trim_start();
    }
    let mut quoted = String::new();
    while let Some(line) = rest.strip_prefix('>') {
        let (line, more) = line.split_once('\n').unwrap_or((line, ""));
        if quoted.is_empty() {
            line.trim().clone_into(&mut quoted);
        }
        rest = more;
    }
    Some(Section { pack, statement, quoted, words: rest.trim(), range })
}

/// The file that an editor is given: the note as it is, and the statement beneath it.
#[must_use]
pub fn draft(pack: &Pack, statement: StatementId, words: &str) -> String {
    format!("{words}\n\n{LINE}\n\n{}", quotation(pack, statement))
}

/// What an editor has left of a draft above the line.
#[must_use]
pub fn words_of(draft: &str) -> &str {
    draft.split(LINE).next().unwrap_or_default().trim()
}

fn read(path: &Path) -> Result<Option<String>, StoreError> {
    let about = match fs::metadata(path) {
        Ok(about) => about,
        Err(e) if matches!(e.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => return Ok(None),
        Err(e) => return Err(e.into()),
    };
    if !about.is_file() || about.len() > LARGEST {
        return Err(StoreError::NotOurs);
    }
    let mut text = String::new();
    fs::File::open(path)?.take(LARGEST + 1).read_to_string(&mut text)?;
    Ok(Some(text))
}

/// Replaces the file whole.
fn replace(path: &Path, text: &str) -> Result<(), StoreError> {
    let dir = path.parent().ok_or(StoreError::Nowhere)?;
    let mut file = tempfile::Builder::new().prefix(TEMPORARY).tempfile_in(dir)?;
    file.write_all(text.as_bytes())?;
    file.as_file().sync_all()?;
    file.persist(path).map_err(|error| error.error)?;
    Ok(())
}

#[cfg(test)]
mod tests;
