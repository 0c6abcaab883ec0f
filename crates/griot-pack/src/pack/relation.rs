//! How entities belong together: parents, spouses, and who or what came after another.

#[cfg(test)]
use schemars::JsonSchema;

use super::ids::EntityId;
use super::text::Text;
use crate::when::When;

/// What somebody is to another. Each tie is said once, by one of the two; children, siblings and those who came before
/// follow from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum RelationKind {
    /// A mother or a father.
    #[default]
    Parent,
    /// A wife or a husband.
    Spouse,
    /// Who or what came after, of people and of whatever else is followed.
    Successor,
}

/// That an entity has another for a parent, a spouse or a successor.
#[derive(Debug, PartialEq)]
pub struct Relation {
    /// What the other is.
    pub kind: RelationKind,
    /// The other.
    pub who: EntityId,
    /// For how long, or from when.
    pub when: Option<When>,
    /// What a reader should know of it: `adopted`, `as governor`.
    pub note: Option<Text>,
}

impl RelationKind {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Parent, Self::Spouse, Self::Successor];

    /// The word for it, in files and on screen.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Parent => "parent",
            Self::Spouse => "spouse",
            Self::Successor => "successor",
        }
    }

    /// Whether only people have one.
    pub(super) const fn is_of_people(self) -> bool {
        matches!(self, Self::Parent | Self::Spouse)
    }
}
