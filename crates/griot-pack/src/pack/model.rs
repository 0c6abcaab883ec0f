//! What a pack is made of.

mod entity;
pub(super) mod translation;

use std::ops::{Index, Range};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use super::ids::{ChapterId, EntityId, EraId, NoteId, PassageId, SourceId, StatementId};
use super::prepared::Prepared;
use super::source::Source;
use super::standing::Standing;
use super::stored::{Lazy, Records, Stored};
use super::text::Text;
use crate::when::{Day, Language as DateLanguage, When};
pub use entity::{Alias, Entity, Figure, Office, Position, Precision};
use translation::Translation;

/// Everything that is known, and where each piece of it stands.
#[derive(Debug)]
pub struct Pack {
    /// What tells the files that it was made from apart from any others.
    pub(super) hash: u64,
    /// What the pack says of itself.
    pub about: About,
    pub(super) eras: Vec<Era>,
    pub(super) chapters: Records<Chapter>,
    pub(super) passages: Records<Passage>,
    pub(super) statements: Records<Statement>,
    pub(super) entities: Records<Entity>,
    pub(super) sources: Records<Source>,
    pub(super) notes: Records<Note>,
    /// Whatever has an id, in the order of the ids.
    pub(super) ids: Lazy<Vec<Target>>,
    /// The statements that link to each entity.
    pub(super) mentions: Records<Vec<StatementId>>,
    pub(super) chronology: Lazy<Vec<StatementId>>,
    pub(super) remarked: Lazy<Vec<StatementId>>,
    pub(super) powers: Lazy<Vec<Power>>,
    pub(super) geo: Option<Stored>,
    /// What it says in other languages, one after the other.
    pub(super) translations: Option<Stored>,
    /// What a search has made of it beforehand, if anything.
    pub(super) prepared: Prepared,
    /// While another language is read, what it says in its own.
    pub(super) own_words: Option<Translation>,
    /// What dates are shown in, if it was chosen.
    pub(super) dates_in: Option<DateLanguage>,
    /// Set once something was read that is not as it was written.
    pub(super) damaged: Arc<AtomicBool>,
}

/// Equal are packs that say the same, whatever was read of them and made of them.
impl PartialEq for Pack {
    fn eq(&self, other: &Self) -> bool {
        self.hash == other.hash
            && self.about == other.about
            && self.eras == other.eras
            && self.chapters == other.chapters
            && self.passages == other.passages
            && self.statements == other.statements
            && self.entities == other.entities
            && self.sources == other.sources
            && self.notes == other.notes
            && self.ids == other.ids
            && self.mentions == other.mentions
            && self.chronology == other.chronology
            && self.remarked == other.remarked
            && self.powers == other.powers
            && self.geo == other.geo
            && self.translations == other.translations
            && self.own_words == other.own_words
    }
}

/// What a pack says of itself.
#[derive(Debug, PartialEq)]
pub struct About {
    /// Names the pack in output and in kept places.
    pub id: Text,
    /// What the header shows.
    pub title: Text,
    /// ISO 639-1 code of the prose.
    pub language: Text,
    /// When the pack was last changed.
    pub revision: Text,
    /// Until when its facts were gathered.
    pub as_of: When,
    /// Of the prose.
    pub licence: Text,
    /// What its statements correct, as it is called, where they began as the account of another: `Wikipedia`.
    pub corrects: Option<Text>,
    /// To whom facts and map are owed.
    pub credits: Vec<Text>,
}

/// A part of the history, with a place in the sidebar.
#[derive(Debug, PartialEq)]
pub struct Era {
    /// Unique in the pack.
    pub id: Text,
    /// In full.
    pub title: Text,
    /// For narrow sidebars.
    pub short: Text,
    /// All that it covers.
    pub when: When,
    /// What stands at its head.
    pub summary: Text,
    pub(super) chapters: Range<u32>,
}

/// A part of an era under a heading of its own.
#[derive(Debug, PartialEq)]
pub struct Chapter {
    /// Unique in the pack.
    pub id: Text,
    /// The heading.
    pub title: Text,
    /// All that it tells, where that was given.
    pub when: Option<When>,
    /// The era it belongs to.
    pub era: EraId,
    pub(super) passages: Range<u32>,
}

/// A paragraph, or a plate: a picture of the original article, told in words.
#[derive(Debug, PartialEq)]
pub struct Passage {
    /// Unique in the pack.
    pub id: Text,
    /// The chapter it belongs to.
    pub chapter: ChapterId,
    /// Its number in its era, from 1; plates have none.
    pub number: Option<u32>,
    pub(super) statements: Range<u32>,
}

/// One sentence of prose with its dates, links, citations and standing.
#[derive(Debug, PartialEq)]
pub struct Statement {
    /// Unique in the pack, and kept for good; that of a plate is the plate's own. Packs need not give any.
    pub id: Option<Text>,
    /// The sentence, without markup.
    pub text: Text,
    /// In order of their beginnings.
    pub marks: Vec<Mark>,
    /// When what it tells took place.
    pub when: Option<When>,
    /// What stands for its date and cannot be read as one.
    pub unread: Option<Text>,
    /// How far it can be trusted.
    pub standing: Standing,
    /// Its footnotes.
    pub cites: Vec<NoteId>,
    /// Why it is disputed, corrected or doubtful.
    pub note: Option<Text>,
    /// The footnotes of the note.
    pub note_cites: Vec<NoteId>,
    /// What it replaces.
    pub instead_of: Option<Text>,
    /// Where an import had it from.
    pub origin: Option<Text>,
    /// What the author puts it with: one of a few words, each shown in a colour of its own.
    pub group: Option<Text>,
    /// How the author words its date.
    pub shown: Option<Text>,
    /// A picture of what it tells.
    pub picture: Option<Box<Picture>>,
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

/// A picture that is kept elsewhere, in words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Picture {
    /// Opened only after it was shown.
    pub url: Text,
    /// What stands below it.
    pub caption: Option<Text>,
    /// To whom it is owed.
    pub credit: Option<Text>,
    /// What is seen on it, for whoever does not see it.
    pub alt: Option<Text>,
}

/// What a stretch of prose is beside prose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MarkKind {
    /// The name of an entity.
    Link(EntityId),
    /// Stressed.
    Emphasis,
    /// Words that lead to an address of the web.
    Address(Text),
}

/// That somebody ruled for a time, or that a polity stood: of all entities these are wanted first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Power {
    /// The ruler, or the polity.
    pub entity: EntityId,
    /// Whether it is a ruler.
    pub rules: bool,
    /// The first day.
    pub first: Day,
    /// The last.
    pub last: Day,
}

/// A footnote: a place in a source. Its number on screen is its index and one.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Note {
    /// The work.
    pub source: SourceId,
    /// Where in the source: `p. 2`.
    pub place: Option<Text>,
}

/// What an id names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
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

impl Statement {
    /// The entities that it links to, in order, each as often as it is linked.
    pub fn links(&self) -> impl Iterator<Item = EntityId> + '_ {
        self.marks.iter().filter_map(|mark| match mark.what {
            MarkKind::Link(entity) => Some(entity),
            MarkKind::Emphasis | MarkKind::Address(_) => None,
        })
    }

    /// The addresses of the web that its words lead to, in order.
    pub fn addresses(&self) -> impl Iterator<Item = &Text> {
        self.marks.iter().filter_map(|mark| match &mark.what {
            MarkKind::Address(address) => Some(address),
            MarkKind::Link(_) | MarkKind::Emphasis => None,
        })
    }
}

macro_rules! index {
    ($($id:ident: $field:ident, $of:ty;)*) => {$(
        impl Index<$id> for Pack {
            type Output = $of;

            fn index(&self, id: $id) -> &$of {
                &self.$field[id.index()]
            }
        }
    )*};
}

index! {
    EraId: eras, Era;
    ChapterId: chapters, Chapter;
    PassageId: passages, Passage;
    StatementId: statements, Statement;
    EntityId: entities, Entity;
    SourceId: sources, Source;
    NoteId: notes, Note;
}
