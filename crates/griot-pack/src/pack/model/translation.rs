//! What a pack says in another language.

use super::Mark;
use crate::pack::ids::{ChapterId, EntityId, EraId, StatementId};
use crate::pack::text::Text;

/// A language that a pack can be read in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Language {
    /// Its ISO 639-1 code.
    pub code: Text,
    /// What its speakers call it.
    pub name: Text,
}

/// What a pack says in a language, by what each text stands for; each list is in the order of the pack.
#[derive(Debug, PartialEq)]
pub(in crate::pack) struct Translation {
    pub language: Language,
    pub eras: Vec<(EraId, EraWords)>,
    pub chapters: Vec<(ChapterId, Text)>,
    pub statements: Vec<(StatementId, StatementWords)>,
    pub entities: Vec<(EntityId, Text)>,
    /// The offices of entities by their places.
    pub offices: Vec<((EntityId, u32), Text)>,
}

/// What an era says, as far as it was translated.
#[derive(Debug, Clone, PartialEq, Default)]
pub(in crate::pack) struct EraWords {
    pub title: Option<Text>,
    pub short: Option<Text>,
    pub summary: Option<Text>,
}

/// What a statement says; the remarks on it as far as they were translated.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::pack) struct StatementWords {
    pub text: Text,
    pub marks: Vec<Mark>,
    pub note: Option<Text>,
    pub instead_of: Option<Text>,
}
