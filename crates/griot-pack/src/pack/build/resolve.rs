//! From names to what bears them: links, ties and cites.

use super::Build;
use crate::pack::ids::{EntityId, NoteId, SourceId};
use crate::pack::limits::MOST_MEMBERS;
use crate::pack::model::{Note, Target};
use crate::pack::place::Span;
use crate::pack::problem::File;
use crate::pack::raw::Str;
use crate::pack::rule::{Rule, quoted};

impl Build<'_> {
    /// The entity that an id names, which stands in this place.
    pub(super) fn entity_named(&mut self, file: &File, span: Span, id: &str) -> Option<EntityId> {
        match self.ids.get(id).map(|named| named.target) {
            Some(Target::Entity(entity)) => return Some(entity),
            Some(other) => {
                let rule = Rule::WrongSort { id: quoted(id), is: other.sort(), wanted: "an entity" };
                self.tell(file, span, rule);
            }
            None if self.names_unread => {}
            None => {
                let known = self.entities.iter().map(|entity| entity.id.as_str());
                let nearest = if self.problems.is_full() { None } else { self.nearest.of_sort("entity", id, known) };
                self.tell(file, span, Rule::UnknownId { what: "entity", id: quoted(id), nearest });
            }
        }
        None
    }

    /// The entity that a field names.
    pub(super) fn resolve(&mut self, file: &File, id: &Str) -> Option<EntityId> {
        if id.is_absent() { None } else { self.entity_named(file, inside(file, id.span, id), id) }
    }

    /// The source with a key that stands in a field.
    pub(super) fn source_named(&mut self, file: &File, field: Span, key: &str) -> Option<SourceId> {
        let found = self.keys.get(key).map(|named| named.target);
        if found.is_none() && !self.names_unread {
            let known = self.sources.iter().map(|source| source.key.as_str());
            let nearest = if self.problems.is_full() { None } else { self.nearest.of_sort("source", key, known) };
            self.tell(file, inside(file, field, key), Rule::UnknownId { what: "source", id: quoted(key), nearest });
        }
        found
    }

    /// `source-key` or `source-key, p. 2`.
    pub(super) fn cites(&mut self, file: &File, cites: &[Str]) -> Vec<Note> {
        let mut notes = Vec::with_capacity(cites.len());
        for cite in cites.iter().filter(|cite| !cite.is_absent()).take(MOST_MEMBERS) {
            let (key, place) = cite.split_once(',').map_or((&***cite, None), |(key, place)| (key, Some(place)));
            if let Some(source) = self.source_named(file, cite.span, key.trim()) {
                let place = place.map(|place| crate::clean::clean(place.trim()).into_owned().into());
                notes.push(Note { source, place });
            }
        }
        notes
    }

    /// The footnotes in the order of their numbers.
    pub(super) fn numbers(&mut self, notes: Vec<Note>) -> Vec<NoteId> {
        let mut numbers: Vec<NoteId> = notes.into_iter().map(|note| self.number(note)).collect();
        numbers.sort_unstable();
        numbers
    }

    /// The footnote's number: a new one at its first use.
    fn number(&mut self, note: Note) -> NoteId {
        let next = NoteId::new(self.notes.len());
        *self.note_ids.entry(note.clone()).or_insert_with(|| {
            self.notes.push(note);
            next
        })
    }

    pub(super) fn number_note_cites(&mut self) {
        for (statement, notes) in std::mem::take(&mut self.waiting) {
            self.statements[statement.index()].note_cites = self.numbers(notes);
        }
    }
}

/// Where in a field something stands as it is, or else the field.
pub(super) fn inside(file: &File, field: Span, needle: &str) -> Span {
    let text = file.text.get(field.start as usize..field.end as usize).unwrap_or_default();
    match text.find(needle).filter(|_| !needle.is_empty()) {
        Some(at) => {
            let start = field.start + at as u32;
            Span { start, end: start + needle.len() as u32 }
        }
        None => field,
    }
}

impl Target {
    /// The sort of thing, as it is said.
    const fn sort(self) -> &'static str {
        match self {
            Self::Era(_) => "an era",
            Self::Chapter(_) => "a chapter",
            Self::Passage(_) => "a passage",
            Self::Statement(_) => "a statement",
            Self::Entity(_) => "an entity",
        }
    }
}
