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
    /// What the pack says of itself.
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
    /// Names the pack in output and in kept places.
    pub id: String,
    /// What the header shows.
    pub title: String,
    /// ISO 639-1 code of the prose.
    pub language: String,
    /// When the pack was last changed.
    pub revision: String,
    /// Until when its facts were gathered.
    pub as_of: When,
    /// Of the prose.
    pub licence: String,
    /// To whom facts and map are owed.
    pub credits: Vec<String>,
}

/// A part of the history, with a place in the sidebar.
#[derive(Debug)]
pub struct Era {
    /// Unique in the pack.
    pub id: String,
    /// In full.
    pub title: String,
    /// For narrow sidebars.
    pub short: String,
    /// All that it covers.
    pub when: When,
    /// What stands at its head.
    pub summary: String,
    chapters: Range<u32>,
}

/// A part of an era under a heading of its own.
#[derive(Debug)]
pub struct Chapter {
    /// Unique in the pack.
    pub id: String,
    /// The heading.
    pub title: String,
    /// All that it tells, where that was given.
    pub when: Option<When>,
    /// The era it belongs to.
    pub era: EraId,
    passages: Range<u32>,
}

/// A paragraph, or a plate: a picture of the original article, told in words.
#[derive(Debug)]
pub struct Passage {
    /// Unique in the pack.
    pub id: String,
    /// The chapter it belongs to.
    pub chapter: ChapterId,
    /// Its number in its era, from 1; plates have none.
    pub number: Option<u32>,
    statements: Range<u32>,
}

/// One sentence of prose with its dates, links, citations and standing.
#[derive(Debug)]
pub struct Statement {
    /// The sentence, without markup.
    pub text: String,
    /// In order of their beginnings.
    pub marks: Vec<Mark>,
    /// When what it tells took place.
    pub when: Option<When>,
    /// How far it can be trusted.
    pub standing: Standing,
    /// Its footnotes.
    pub cites: Vec<NoteId>,
    /// Why it is disputed, corrected or doubtful.
    pub note: Option<String>,
    /// The footnotes of the note.
    pub note_cites: Vec<NoteId>,
    /// What it replaces.
    pub instead_of: Option<String>,
    /// The passage it belongs to.
    pub passage: PassageId,
}

/// A stretch of a statement's text, in bytes, that is more than plain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// Bytes of the text.
    pub range: Range<u32>,
    /// What they are.
    pub what: MarkKind,
}

/// What a stretch of prose is beside prose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MarkKind {
    /// The name of an entity.
    Link(EntityId),
    /// Stressed.
    Emphasis,
}

/// A person, place, polity, people, group, organization, event, concept or work.
#[derive(Debug)]
pub struct Entity {
    /// Unique in the pack, and kept for good.
    pub id: String,
    /// Which of the nine sorts it is.
    pub kind: Kind,
    /// The name it is shown by.
    pub name: String,
    /// Other names that it is looked up by.
    pub aliases: Vec<Alias>,
    /// Who or what it is, in a phrase.
    pub role: Option<String>,
    /// Its years, as far as the pack knows them.
    pub when: Option<When>,
    /// Latitude and longitude in degrees.
    pub at: Option<[f64; 2]>,
    /// How well the position is known.
    pub precision: Option<Precision>,
    /// Of people.
    pub offices: Vec<Office>,
    /// A kind within the kind: `coup`, `battle`, `town`.
    pub subtype: Option<String>,
    /// Of events: where.
    pub places: Vec<EntityId>,
    /// Of events: who took part, and as what.
    pub who: Vec<(EntityId, Option<String>)>,
    /// Of events: how it ended.
    pub outcome: Option<String>,
    /// Of events: numbers, and who gives them.
    pub figures: Vec<Figure>,
    /// Ids of outlines in the pack's geography.
    pub reach: Vec<String>,
    /// The title of its article.
    pub wikipedia: Option<String>,
    /// What a reader should know of the record.
    pub note: Option<String>,
}

/// An office that a person held.
#[derive(Debug)]
pub struct Office {
    /// As the holder bore it.
    pub title: String,
    /// The polity, place or organization.
    pub of: EntityId,
    /// The term.
    pub when: Option<When>,
    /// Whether its holder rules.
    pub head: bool,
}

/// A figure and who gives it.
#[derive(Debug)]
pub struct Figure {
    /// The number with what it counts.
    pub value: String,
    /// Who gives it.
    pub by: Option<String>,
    /// Where.
    pub cites: Vec<NoteId>,
}

/// A footnote: a place in a source. Its number on screen is its index and one.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Note {
    /// The work.
    pub source: SourceId,
    /// Where in the source: `p. 2`.
    pub place: Option<String>,
}

/// The nine kinds of entity, in the order in which search shows them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// One human being.
    Person,
    /// A town, a river, a region.
    Place,
    /// A state, an empire, a colony.
    Polity,
    /// A people or its language.
    People,
    /// An armed group, a party, a movement.
    Group,
    /// A court, a union of states, a company.
    Organization,
    /// What happened at a time.
    Event,
    /// An idea, a good, a custom.
    Concept,
    /// A book, a song, a law.
    Work,
}

/// What an id names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Target {
    /// Its head.
    Era(EraId),
    /// Its heading.
    Chapter(ChapterId),
    /// Its first statement.
    Passage(PassageId),
    /// The very sentence.
    Statement(StatementId),
    /// Its page.
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
    /// In the order in which lists show them.
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
    /// In reading order.
    pub fn eras(&self) -> impl DoubleEndedIterator<Item = EraId> + ExactSizeIterator + use<> {
        (0..self.eras.len()).map(EraId::new)
    }

    /// The first era. Loading refuses a pack that has none.
    #[must_use]
    pub const fn first_era(&self) -> EraId {
        EraId::new(0)
    }

    /// In reading order, over all eras.
    pub fn statements(&self) -> impl DoubleEndedIterator<Item = StatementId> + ExactSizeIterator + use<> {
        (0..self.statements.len()).map(StatementId::new)
    }

    /// In the order of the files.
    pub fn entities(&self) -> impl DoubleEndedIterator<Item = EntityId> + ExactSizeIterator + use<> {
        (0..self.entities.len()).map(EntityId::new)
    }

    /// In the order of the file.
    pub fn sources(&self) -> impl DoubleEndedIterator<Item = SourceId> + ExactSizeIterator + use<> {
        (0..self.sources.len()).map(SourceId::new)
    }

    /// In the order of their numbers.
    pub fn notes(&self) -> impl DoubleEndedIterator<Item = NoteId> + ExactSizeIterator + use<> {
        (0..self.notes.len()).map(NoteId::new)
    }

    /// The chapters of an era.
    pub fn chapters_of(&self, era: EraId) -> impl DoubleEndedIterator<Item = ChapterId> + use<> {
        self[era].chapters.clone().map(ChapterId)
    }

    /// The passages of a chapter, its plates last.
    pub fn passages_of(&self, chapter: ChapterId) -> impl DoubleEndedIterator<Item = PassageId> + use<> {
        self[chapter].passages.clone().map(PassageId)
    }

    /// The passages and plates of an era.
    pub fn passages_in(&self, era: EraId) -> impl Iterator<Item = PassageId> + '_ {
        self.chapters_of(era).flat_map(|chapter| self.passages_of(chapter))
    }

    /// The statements of a passage.
    pub fn statements_of(&self, passage: PassageId) -> impl DoubleEndedIterator<Item = StatementId> + use<> {
        self[passage].statements.clone().map(StatementId)
    }

    /// The statements of an era.
    pub fn statements_in(&self, era: EraId) -> impl Iterator<Item = StatementId> + '_ {
        self.passages_in(era).flat_map(|passage| self.statements_of(passage))
    }

    /// The chapter of a statement.
    #[must_use]
    pub fn chapter_of(&self, statement: StatementId) -> ChapterId {
        self[self[statement].passage].chapter
    }

    /// The era of a statement.
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
