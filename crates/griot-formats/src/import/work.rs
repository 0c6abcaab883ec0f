//! A file being read: what comes of it goes into the draft, and is counted in the report.

use std::collections::HashMap;

use griot_pack::pack::Source;
use griot_pack::when::When;

use super::Settings;
use crate::draft::{Draft, Entity, Loose, Related, Relation, Statement, mark, origin};
use crate::report::{FileReport, Remark};

/// A file being read.
pub(super) struct Work<'a, 'w> {
    pub draft: &'a mut Draft,
    pub report: FileReport,
    pub settings: &'a Settings,
    /// What a bibliography calls its sources, and the keys that these have here.
    pub keys: Vec<(String, String)>,
    /// How often a text has said something, by a number made of it.
    said: HashMap<u64, u32>,
    watch: &'a mut (dyn FnMut(&str, usize) + 'w),
}

impl<'a, 'w> Work<'a, 'w> {
    pub fn new(
        draft: &'a mut Draft,
        name: &str,
        settings: &'a Settings,
        watch: &'a mut (dyn FnMut(&str, usize) + 'w),
    ) -> Self {
        let report = FileReport { name: name.to_owned(), unit: "rows", each: "row", ..FileReport::default() };
        Self { draft, report, settings, keys: Vec::new(), said: HashMap::new(), watch }
    }

    pub fn finished(self) -> FileReport {
        self.report
    }

    /// Another row or record has been read.
    pub fn read_one(&mut self) {
        self.report.read += 1;
        if self.report.read.is_multiple_of(512) {
            (self.watch)(&self.report.name, self.report.read);
        }
    }

    /// Something was not understood, or left out.
    pub fn remark(&mut self, row: usize, column: &str, text: &str, what: impl Into<String>) {
        let shorten = |text: &str| {
            let end = text.floor_char_boundary(text.len().min(600));
            if end < text.len() { format!("{}…", &text[..end]) } else { text.to_owned() }
        };
        let (column, text) = (shorten(column), shorten(text));
        self.report.remarks.push(Remark { row, column, text, what: what.into() });
    }

    /// Where something in this file comes from.
    pub fn origin(&self, place: &str, says: &str) -> String {
        origin(&self.report.name, place, says)
    }

    /// The same in a running text, where what is said again is told again: it counts which time it is.
    pub fn origin_in_text(&mut self, place: &str, says: &str) -> String {
        let times = self.said.entry(mark(says)).or_insert(0);
        *times += 1;
        let times = *times;
        if times == 1 { self.origin(place, says) } else { self.origin(place, &format!("{says} ({times})")) }
    }

    /// Whether what has this origin is new; what has come before is counted and left.
    pub fn is_new(&mut self, origin: &str) -> bool {
        let came = self.draft.has_come(origin);
        if let Some(came) = came {
            self.report.again(came);
            self.report.left = true;
        }
        came.is_none()
    }

    /// Adds a statement, to be put where its time is.
    pub fn tell(&mut self, era: Option<String>, statement: Statement) {
        self.report.statements += 1;
        self.draft.loose.push(Loose { era, statement });
    }

    /// Adds an entity of which there is a record; its id.
    pub fn entity(&mut self, it: Entity) -> String {
        let (kind, name) = (it.kind, it.name.clone());
        let met = self.draft.entity(it);
        if met.again {
            *self.report.joined.entry((kind, name)).or_insert(1) += 1;
        } else {
            *self.report.entities.entry(kind).or_default() += 1;
        }
        met.id
    }

    /// The id of an entity of which only the name is told.
    pub fn named(&mut self, kind: griot_pack::pack::Kind, name: &str) -> String {
        let before = self.draft.entities.len();
        let id = self.draft.named(kind, name);
        if self.draft.entities.len() > before {
            *self.report.entities.entry(kind).or_default() += 1;
        }
        id
    }

    /// Adds to an entity that another is its parent, its spouse or its successor. What cannot be is told, with where it
    /// stands.
    pub fn relate(&mut self, of: &str, relation: Relation, (row, column): (usize, &str)) {
        let words = format!("{} of {of}: {}", relation.kind.name(), relation.who);
        if self.draft.relate(of, relation) == Related::Impossible {
            self.remark(row, column, &words, "somebody would descend from themselves; the relation is left out");
        }
    }

    /// Adds a source; its key.
    pub fn source(&mut self, it: Source) -> String {
        let cited = self.draft.source(it);
        if cited.came.is_none() {
            self.report.sources += 1;
        }
        cited.key
    }

    /// Reads a date; one that cannot be read is told.
    pub fn date(
        &mut self,
        row: usize,
        column: &str,
        text: &str,
        read: impl Fn(&str) -> Result<Option<When>, String>,
    ) -> Option<When> {
        read(text).unwrap_or_else(|what| {
            let why = if what.is_empty() { what } else { format!(" ({what})") };
            self.remark(row, column, text, format!("is no date that can be read{why}; its words are kept"));
            None
        })
    }
}
