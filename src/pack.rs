//! A pack: the history of one country as immutable, indexed data.
//!
//! The statement is the atom. Eras hold chapters, chapters hold passages, passages hold statements; everything else
//! (mentions, chronology, footnote numbers) is computed from them once, when the pack is built.

mod build;
mod check;
pub mod geo;
pub mod load;
mod markup;
mod problem;
pub mod raw;
#[cfg(test)]
mod schema;

use std::collections::HashMap;
use std::ops::{Index, Range};

pub use load::{check_dir, embedded, embedded_checked, from_dir};
pub use problem::Problem;
pub use raw::{Alias, Precision, Source, SourceKind, Standing};

use crate::when::When;

/// Everything that is known, and where each piece of it stands.
#[derive(Debug)]
pub struct Pack {
    pub about: About,
    eras: Vec<Era>,
    chapters: Vec<Chapter>,
    passages: Vec<Passage>,
    statements: Vec<Statement>,
    entities: Vec<Entity>,
    sources: Vec<Source>,
    notes: Vec<Note>,
    ids: HashMap<Box<str>, Target>,
    mentions: Vec<Vec<StatementId>>,
    chronology: Vec<StatementId>,
    geo: geo::Text,
}

/// What a pack says of itself.
#[derive(Debug)]
pub struct About {
    pub id: String,
    pub title: String,
    pub language: String,
    pub revision: String,
    pub as_of: When,
    pub licence: String,
    pub credits: Vec<String>,
}

#[derive(Debug)]
pub struct Era {
    pub id: String,
    pub title: String,
    pub short: String,
    pub when: When,
    pub summary: String,
    chapters: Range<u32>,
}

#[derive(Debug)]
pub struct Chapter {
    pub id: String,
    pub title: String,
    pub when: Option<When>,
    pub era: EraId,
    passages: Range<u32>,
}

/// A paragraph, or a plate: a picture of the original article, told in words.
#[derive(Debug)]
pub struct Passage {
    pub id: String,
    pub chapter: ChapterId,
    /// Its number in its era, from 1; plates have none.
    pub number: Option<u32>,
    statements: Range<u32>,
}

/// One sentence of prose with its dates, links, citations and standing.
#[derive(Debug)]
pub struct Statement {
    pub text: String,
    /// In order of their beginnings.
    pub marks: Vec<Mark>,
    pub when: Option<When>,
    pub standing: Standing,
    pub cites: Vec<NoteId>,
    pub note: Option<String>,
    pub note_cites: Vec<NoteId>,
    pub instead_of: Option<String>,
    pub passage: PassageId,
}

/// A stretch of a statement's text, in bytes, that is more than plain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    pub range: Range<u32>,
    pub what: MarkKind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MarkKind {
    Link(EntityId),
    Emphasis,
}

/// A person, place, polity, people, group, organization, event, concept or work.
#[derive(Debug)]
pub struct Entity {
    pub id: String,
    pub kind: Kind,
    pub name: String,
    pub aliases: Vec<Alias>,
    pub role: Option<String>,
    pub when: Option<When>,
    /// Latitude and longitude in degrees.
    pub at: Option<[f64; 2]>,
    pub precision: Option<Precision>,
    pub offices: Vec<Office>,
    /// A kind within the kind: `coup`, `battle`, `town`.
    pub subtype: Option<String>,
    pub places: Vec<EntityId>,
    pub who: Vec<(EntityId, Option<String>)>,
    pub outcome: Option<String>,
    pub figures: Vec<Figure>,
    /// Ids of outlines in the pack's geography.
    pub reach: Vec<String>,
    pub wikipedia: Option<String>,
    pub note: Option<String>,
}

#[derive(Debug)]
pub struct Office {
    pub title: String,
    pub of: EntityId,
    pub when: Option<When>,
    /// Whether its holder rules.
    pub head: bool,
}

/// A figure and who gives it.
#[derive(Debug)]
pub struct Figure {
    pub value: String,
    pub by: Option<String>,
    pub cites: Vec<NoteId>,
}

/// A footnote: a place in a source. Its number on screen is its index and one.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Note {
    pub source: SourceId,
    /// Where in the source: `p. 2`.
    pub place: Option<String>,
}

/// The nine kinds of entity, in the order in which search shows them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    Person,
    Place,
    Polity,
    People,
    Group,
    Organization,
    Event,
    Concept,
    Work,
}

/// What an id names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Target {
    Era(EraId),
    Chapter(ChapterId),
    Passage(PassageId),
    Statement(StatementId),
    Entity(EntityId),
}

macro_rules! ids {
    ($($id:ident, $field:ident, $of:ty, $doc:literal;)*) => {$(
        #[doc = $doc]
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $id(u32);

        impl $id {
            /// Its position in the order of the pack, from 0.
            #[must_use]
            pub const fn index(self) -> usize {
                self.0 as usize
            }

            const fn new(index: usize) -> Self {
                Self(index as u32)
            }
        }

        impl Index<$id> for Pack {
            type Output = $of;

            fn index(&self, id: $id) -> &$of {
                &self.$field[id.index()]
            }
        }
    )*};
}

ids! {
    EraId, eras, Era, "An era of the pack that made the id.";
    ChapterId, chapters, Chapter, "A chapter of the pack that made the id.";
    PassageId, passages, Passage, "A passage or plate of the pack that made the id.";
    StatementId, statements, Statement, "A statement of the pack that made the id.";
    EntityId, entities, Entity, "An entity of the pack that made the id.";
    SourceId, sources, Source, "A source of the pack that made the id.";
    NoteId, notes, Note, "A footnote of the pack that made the id.";
}

impl Kind {
    pub const ALL: [Self; 9] = [
        Self::Person,
        Self::Place,
        Self::Polity,
        Self::People,
        Self::Group,
        Self::Organization,
        Self::Event,
        Self::Concept,
        Self::Work,
    ];

    /// The word for one of the kind.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.names().0
    }

    /// The word for several; also the name of the file that holds them.
    #[must_use]
    pub const fn plural(self) -> &'static str {
        self.names().1
    }

    const fn names(self) -> (&'static str, &'static str) {
        match self {
            Self::Person => ("person", "people"),
            Self::Place => ("place", "places"),
            Self::Polity => ("polity", "polities"),
            Self::People => ("people", "peoples"),
            Self::Group => ("group", "groups"),
            Self::Organization => ("organization", "organizations"),
            Self::Event => ("event", "events"),
            Self::Concept => ("concept", "concepts"),
            Self::Work => ("work", "works"),
        }
    }
}

impl NoteId {
    /// The number printed beside the text.
    #[must_use]
    pub const fn number(self) -> u32 {
        self.0 + 1
    }
}

/// Lists and ways through the pack.
impl Pack {
    pub fn eras(&self) -> impl DoubleEndedIterator<Item = EraId> + ExactSizeIterator + use<> {
        (0..self.eras.len()).map(EraId::new)
    }

    /// The first era. Loading refuses a pack that has none.
    #[must_use]
    pub const fn first_era(&self) -> EraId {
        EraId::new(0)
    }

    pub fn statements(&self) -> impl DoubleEndedIterator<Item = StatementId> + ExactSizeIterator + use<> {
        (0..self.statements.len()).map(StatementId::new)
    }

    pub fn entities(&self) -> impl DoubleEndedIterator<Item = EntityId> + ExactSizeIterator + use<> {
        (0..self.entities.len()).map(EntityId::new)
    }

    pub fn sources(&self) -> impl DoubleEndedIterator<Item = SourceId> + ExactSizeIterator + use<> {
        (0..self.sources.len()).map(SourceId::new)
    }

    pub fn notes(&self) -> impl DoubleEndedIterator<Item = NoteId> + ExactSizeIterator + use<> {
        (0..self.notes.len()).map(NoteId::new)
    }

    pub fn chapters_of(&self, era: EraId) -> impl DoubleEndedIterator<Item = ChapterId> + use<> {
        self[era].chapters.clone().map(ChapterId)
    }

    /// The passages of a chapter, its plates last.
    pub fn passages_of(&self, chapter: ChapterId) -> impl DoubleEndedIterator<Item = PassageId> + use<> {
        self[chapter].passages.clone().map(PassageId)
    }

    pub fn passages_in(&self, era: EraId) -> impl Iterator<Item = PassageId> + '_ {
        self.chapters_of(era).flat_map(|chapter| self.passages_of(chapter))
    }

    pub fn statements_of(&self, passage: PassageId) -> impl DoubleEndedIterator<Item = StatementId> + use<> {
        self[passage].statements.clone().map(StatementId)
    }

    pub fn statements_in(&self, era: EraId) -> impl Iterator<Item = StatementId> + '_ {
        self.passages_in(era).flat_map(|passage| self.statements_of(passage))
    }

    #[must_use]
    pub fn chapter_of(&self, statement: StatementId) -> ChapterId {
        self[self[statement].passage].chapter
    }

    #[must_use]
    pub fn era_of(&self, statement: StatementId) -> EraId {
        self[self.chapter_of(statement)].era
    }

    /// The statement that follows in reading order.
    #[must_use]
    pub fn next_statement(&self, statement: StatementId) -> Option<StatementId> {
        (statement.index() + 1 < self.statements.len()).then(|| StatementId::new(statement.index() + 1))
    }

    /// The statement that comes before in reading order.
    #[must_use]
    pub fn statement_before(&self, statement: StatementId) -> Option<StatementId> {
        statement.index().checked_sub(1).map(StatementId::new)
    }

    /// The statements that link to the entity, in reading order.
    #[must_use]
    pub fn mentions(&self, entity: EntityId) -> &[StatementId] {
        &self.mentions[entity.index()]
    }

    /// All dated statements, in date order.
    #[must_use]
    pub fn chronology(&self) -> &[StatementId] {
        &self.chronology
    }

    /// The statements that link to the entity in date order; those without a date stand last, in reading order.
    #[must_use]
    pub fn mentions_by_date(&self, entity: EntityId) -> Vec<StatementId> {
        let mut found = self.mentions(entity).to_vec();
        found.sort_by(|a, b| match (self[*a].when, self[*b].when) {
            (Some(x), Some(y)) => x.chronological(&y),
            (x, y) => y.is_some().cmp(&x.is_some()),
        });
        found
    }

    /// The source that stands for the whole work: pages of one report count together.
    #[must_use]
    pub fn work_of(&self, source: SourceId) -> SourceId {
        self[source].same_work_as.as_deref().and_then(|key| self.source(key)).unwrap_or(source)
    }

    /// The source with the key.
    #[must_use]
    pub fn source(&self, key: &str) -> Option<SourceId> {
        self.sources.iter().position(|s| s.key == key).map(SourceId::new)
    }

    /// The entity with the id.
    #[must_use]
    pub fn entity(&self, id: &str) -> Option<EntityId> {
        match self.ids.get(id) {
            Some(Target::Entity(entity)) => Some(*entity),
            _ => None,
        }
    }

    /// What an id or an address names: `timbuktu`, `1`, `1.6`, `1.6/2`, `passage-id/2`.
    #[must_use]
    pub fn find(&self, address: &str) -> Option<Target> {
        if let Some((passage, number)) = address.split_once('/') {
            let Some(Target::Passage(passage)) = self.find(passage) else { return None };
            let at = number.parse::<usize>().ok()?.checked_sub(1)?;
            return self.statements_of(passage).nth(at).map(Target::Statement);
        }
        if let Some(target) = self.ids.get(address) {
            return Some(*target);
        }
        let (era, passage) = address.split_once('.').map_or((address, None), |(era, passage)| (era, Some(passage)));
        let era = self.eras().nth(era.parse::<usize>().ok()?.checked_sub(1)?)?;
        let Some(passage) = passage else { return Some(Target::Era(era)) };
        let number = passage.parse().ok()?;
        self.passages_in(era).find(|p| self[*p].number == Some(number)).map(Target::Passage)
    }

    /// The first statement of a place in the text; entities have none.
    #[must_use]
    pub fn first_statement(&self, target: Target) -> Option<StatementId> {
        let of_chapter = |chapter: ChapterId| self.passages_of(chapter).next();
        let passage = match target {
            Target::Statement(statement) => return Some(statement),
            Target::Passage(passage) => Some(passage),
            Target::Chapter(chapter) => of_chapter(chapter),
            Target::Era(era) => self.chapters_of(era).next().and_then(of_chapter),
            Target::Entity(_) => None,
        };
        self.statements_of(passage?).next()
    }

    /// The address of a passage: `1.6`; the id for a plate.
    #[must_use]
    pub fn address(&self, passage: PassageId) -> String {
        let it = &self[passage];
        it.number.map_or_else(|| it.id.clone(), |number| format!("{}.{number}", self[it.chapter].era.index() + 1))
    }

    /// The stable id of a statement: `passage-id/2`.
    #[must_use]
    pub fn statement_id(&self, statement: StatementId) -> String {
        let passage = &self[self[statement].passage];
        format!("{}/{}", passage.id, statement.0 - passage.statements.start + 1)
    }

    /// The pack's map, read when it is first wanted.
    ///
    /// # Errors
    /// The problems of `geo.json`; a checked pack has none.
    pub fn geo(&self) -> Result<geo::Geo, Vec<Problem>> {
        self.geo.read()
    }
}

impl Statement {
    /// The entities that it links to, in order, each as often as it is linked.
    pub fn links(&self) -> impl Iterator<Item = EntityId> + '_ {
        self.marks.iter().filter_map(|mark| match mark.what {
            MarkKind::Link(entity) => Some(entity),
            MarkKind::Emphasis => None,
        })
    }
}
