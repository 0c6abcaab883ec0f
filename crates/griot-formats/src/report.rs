//! What an import tells: what was read, what became of it, and everything that was not understood, with its place.

use std::collections::BTreeMap;

use griot_pack::pack::Kind;

use crate::draft::Came;

/// What became of the files of one import, in their order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// One for each file.
    pub files: Vec<FileReport>,
}

/// What became of a file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FileReport {
    /// As it was named.
    pub name: String,
    /// What it was read as: `csv`, `gedcom`.
    pub form: &'static str,
    /// What it holds many of: `rows`, `records`.
    pub unit: &'static str,
    /// What one of them is called where a place is told: `row`, `line`.
    pub each: &'static str,
    /// How many of these were read.
    pub read: usize,
    /// Statements that it gave.
    pub statements: usize,
    /// New entities by kind.
    pub entities: BTreeMap<Kind, usize>,
    /// New sources.
    pub sources: usize,
    /// Outlines of polities.
    pub outlines: usize,
    /// Statements and sources that were there already, and were left as they are.
    pub already: usize,
    /// Statements and sources that stand earlier in what came in.
    pub repeated: usize,
    /// Whether statements were among these.
    pub left: bool,
    /// Entities that are one with another of their name, kind and time, with how many records each came from.
    pub joined: BTreeMap<(Kind, String), usize>,
    /// In the order of the file.
    pub remarks: Vec<Remark>,
    /// Why nothing could be read.
    pub unreadable: Option<String>,
}

/// Something that was not understood, or left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// The row, line or record, from 1; 0 is the whole file.
    pub row: usize,
    /// The column, field or tag; empty where it is the whole row.
    pub column: String,
    /// What stands there.
    pub text: String,
    /// What is said of it, and what became of it.
    pub what: String,
}

impl Remark {
    /// It in a sentence, as `row 5, Year: “1582 10 10” is no date …`; `row` says which row it is, if it is one.
    #[must_use]
    pub fn sentence(&self, row: &str) -> String {
        let place = [row, &self.column].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>();
        let said = if self.text.is_empty() { self.what.clone() } else { format!("“{}” {}", self.text, self.what) };
        if place.is_empty() { said } else { format!("{}: {said}", place.join(", ")) }
    }
}

impl FileReport {
    /// Counts what has come already.
    pub(crate) const fn again(&mut self, came: Came) {
        match came {
            Came::Before => self.already += 1,
            Came::Now => self.repeated += 1,
        }
    }

    /// Whether anything came of the file, or was there already.
    #[must_use]
    pub fn gave(&self) -> bool {
        self.statements + self.sources + self.outlines + self.already + self.repeated + self.joined.len() > 0
            || !self.entities.is_empty()
    }
}

impl Report {
    /// Whether anything could be read.
    #[must_use]
    pub fn gave(&self) -> bool {
        self.files.iter().any(FileReport::gave)
    }
}
