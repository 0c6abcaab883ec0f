//! The text: eras, chapters, passages, statements, their links and their footnotes.

use super::files::File;
use super::{At, Build};
use crate::pack::problem::Path;
use crate::pack::{
    Chapter, ChapterId, EntityId, Era, EraId, Mark, MarkKind, Note, NoteId, Passage, PassageId, Statement, StatementId,
    Target, Text, check, markup, raw,
};
use crate::when::When;

impl<'a> Build<'a> {
    /// Its id is given back.
    pub(super) fn era(&mut self, file: File, era: raw::Era<'a>) -> Text {
        let at = At { file, path: Path::ROOT };
        let id = EraId::new(self.eras.len());
        let when = self.when(at.key("when"), Some(&era.when));
        self.rules(at, check::era(&era));
        let own_id = self.name(at, era.id, Target::Era(id));
        let first = self.chapters.len();
        let chapters = at.key("chapters");
        let mut number = 0;
        for (i, chapter) in era.chapters.into_iter().enumerate() {
            self.chapter(chapters.index(i), id, chapter, &mut number);
        }
        let when = when.unwrap_or(When::At(crate::when::Moment::of_year(1)));
        self.eras.push(Era {
            id: own_id.clone(),
            title: self.shown(era.title),
            short: self.shown(era.short),
            when,
            summary: self.shown(era.summary),
            chapters: first as u32..self.chapters.len() as u32,
        });
        own_id
    }

    pub(super) fn chapter(&mut self, at: At, era: EraId, chapter: raw::Chapter<'a>, number: &mut u32) {
        let id = ChapterId::new(self.chapters.len());
        let when = self.when(at.key("when"), chapter.when.as_deref());
        let first = self.passages.len();
        self.rules(at, check::chapter(&chapter));
        let own_id = self.name(at, chapter.id, Target::Chapter(id));
        // The chapter stands before its passages are known, because they point back at it.
        let title = self.shown(chapter.title);
        self.chapters.push(Chapter { id: own_id, title, when, era, passages: 0..0 });
        let passages = at.key("passages");
        for (i, passage) in chapter.passages.into_iter().enumerate() {
            *number += 1;
            let at = passages.index(i);
            self.rules(at, check::passage(&passage));
            self.passage(at, id, passage.id, Some(*number), |work, passage_id| {
                let statements = at.key("statements");
                for (i, statement) in passage.statements.into_iter().enumerate() {
                    work.statement(statements.index(i), "text", passage_id, statement);
                }
            });
        }
        let plates = at.key("plates");
        for (i, plate) in chapter.plates.into_iter().enumerate() {
            let at = plates.index(i);
            let (plate_id, statement) = plate.told();
            self.passage(at, id, plate_id, None, |work, passage| work.statement(at, "caption", passage, statement));
        }
        self.chapters[id.index()].passages = first as u32..self.passages.len() as u32;
    }

    pub(super) fn passage(
        &mut self,
        at: At,
        chapter: ChapterId,
        id: raw::Text<'a>,
        number: Option<u32>,
        fill: impl FnOnce(&mut Self, PassageId),
    ) {
        let passage = PassageId::new(self.passages.len());
        let id = self.name(at, id, Target::Passage(passage));
        let first = self.statements.len();
        self.passages.push(Passage { id, chapter, number, statements: 0..0 });
        fill(self, passage);
        if self.statements.len() == first {
            let id = self.passages[passage.index()].id.as_str();
            self.problem(at, format!("the passage {id:?} has no statement"));
        }
        self.passages[passage.index()].statements = first as u32..self.statements.len() as u32;
    }

    pub(super) fn statement(&mut self, at: At, text_key: &str, passage: PassageId, raw: raw::Statement<'a>) {
        self.rules(at, check::statement(&raw, text_key));
        self.count(at, self.statements.len(), "statements");
        let when = self.when(at.key("when"), raw.when.as_deref());
        let id = StatementId::new(self.statements.len());
        // A plate has given its id as a passage already.
        let own_id = match raw.id {
            Some(own) if text_key == "caption" => Some((self.keep)(own)),
            own => own.map(|own| self.name(at, own, Target::Statement(id))),
        };
        let (text, marks) = self.prose(at.key(text_key), raw.text);
        let cites = self.cites(at.key("cites"), &raw.cites);
        let cites = self.numbers(cites);
        let note_cites = self.cites(at.key("note_cites"), &raw.note_cites);
        self.waiting.push((id, note_cites));
        self.statements.push(Statement {
            id: own_id,
            text,
            marks,
            when,
            standing: raw.standing,
            cites,
            note: self.shown_if(raw.note),
            note_cites: Vec::new(),
            instead_of: self.shown_if(raw.instead_of),
            passage,
        });
    }

    /// The flat text of prose and its marks.
    pub(super) fn prose(&mut self, at: At, source: raw::Text<'a>) -> (Text, Vec<Mark>) {
        let source = self.shown(source);
        if markup::next_mark(&source).is_none() {
            return (source, Vec::new());
        }
        let flat = match markup::flatten(&source) {
            Ok(flat) => flat,
            Err(message) => {
                self.problem(at, message);
                return (source.clone(), Vec::new());
            }
        };
        let mut marks = Vec::with_capacity(flat.spans.len());
        let mut text = flat.text;
        // A link without words shows the entity's name; those after it move along.
        let mut moved = 0;
        for span in flat.spans {
            let mut range = span.range.start + moved..span.range.end + moved;
            let what = match span.link {
                None => MarkKind::Emphasis,
                Some(id) => {
                    let Some(entity) = self.linked(at, id) else { continue };
                    if range.is_empty() {
                        let name = self.entities[entity.index()].name.clone();
                        text.insert_str(range.start, &name);
                        range.end += name.len();
                        moved += name.len();
                    }
                    MarkKind::Link(entity)
                }
            };
            marks.push(Mark { range: range.start as u32..range.end as u32, what });
        }
        (text.into(), marks)
    }

    pub(super) fn linked(&mut self, at: At, id: &str) -> Option<EntityId> {
        if let Some(Target::Entity(entity)) = self.ids.get(id) {
            Some(*entity)
        } else {
            let message = self.unknown("entity", id);
            self.missing(at, &format!("[[{id}"), message);
            None
        }
    }

    pub(super) fn resolve(&mut self, at: At, id: &str) -> Option<EntityId> {
        if let Some(Target::Entity(entity)) = self.ids.get(id) {
            Some(*entity)
        } else {
            let message = self.unknown("entity", id);
            self.missing(at, id, message);
            None
        }
    }

    /// `source-key` or `source-key, p. 2`.
    pub(super) fn cites(&mut self, at: At, cites: &[raw::Text<'a>]) -> Vec<Note> {
        let mut notes = Vec::with_capacity(cites.len());
        for (i, cite) in cites.iter().enumerate() {
            let (key, place) = cite.split_once(',').map_or((cite.clone(), None), |(key, place)| (key, Some(place)));
            let Some(source) = self.keys.get(key.trim()).copied() else {
                let message = self.unknown("source", key.trim());
                self.missing(at.index(i), &key, message);
                continue;
            };
            notes.push(Note { source, place: place.map(|place| self.shown(place.trimmed())) });
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

impl<'a> raw::Plate<'a> {
    /// Its id, and its caption as a statement.
    fn told(self) -> (raw::Text<'a>, raw::Statement<'a>) {
        let Self { id, caption: text, when, cites, standing, note, note_cites, instead_of } = self;
        (id.clone(), raw::Statement { id: Some(id), text, when, cites, standing, note, note_cites, instead_of })
    }
}
