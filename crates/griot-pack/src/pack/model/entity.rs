//! Records of people, places and whatever else statements link to.

#[cfg(test)]
use schemars::JsonSchema;

use crate::pack::ids::{EntityId, NoteId};
use crate::pack::kind::Kind;
use crate::pack::registry::ExternalId;
use crate::pack::relation::Relation;
use crate::pack::text::Text;
use crate::when::When;

/// A person, place, polity, people, group, organization, event, concept or work.
#[derive(Debug, PartialEq, Default)]
pub struct Entity {
    /// Unique in the pack, and kept for good.
    pub id: Text,
    /// Which of the nine sorts it is.
    pub kind: Kind,
    /// The name it is shown by.
    pub name: Text,
    /// Other names that it is looked up by.
    pub aliases: Vec<Alias>,
    /// Who or what it is, in a phrase.
    pub role: Option<Text>,
    /// Its years, as far as the pack knows them.
    pub when: Option<When>,
    /// Latitude and longitude in degrees.
    pub at: Option<[f64; 2]>,
    /// How well the position is known.
    pub precision: Option<Precision>,
    /// Where else it lay, for how long.
    pub positions: Vec<Position>,
    /// Of people.
    pub offices: Vec<Office>,
    /// Parents, spouses and successors; others say of theirs that this is one.
    pub relations: Vec<Relation>,
    /// A kind within the kind: `coup`, `battle`, `town`.
    pub subtype: Option<Text>,
    /// Of events: where.
    pub places: Vec<EntityId>,
    /// Of events: who took part, and as what.
    pub who: Vec<(EntityId, Option<Text>)>,
    /// Of events: how it ended.
    pub outcome: Option<Text>,
    /// Of events: numbers, and who gives them.
    pub figures: Vec<Figure>,
    /// Ids of outlines in the pack's geography.
    pub reach: Vec<Text>,
    /// The title of its article.
    pub wikipedia: Option<Text>,
    /// Its numbers in catalogues of others, in the order of these.
    pub ids: Vec<ExternalId>,
    /// What the author puts it with: one of a few words, each shown in a colour of its own.
    pub group: Option<Text>,
    /// What a reader should know of the record.
    pub note: Option<Text>,
}

/// How well the position of an entity is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Precision {
    /// A known settlement, good to about 0.05 degrees.
    City,
    /// A known site, good to about 0.03 degrees.
    Site,
    /// A region or country: the point is its middle.
    Region,
    /// An estimate.
    #[default]
    Approximate,
}

impl Precision {
    /// The word for it in files.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::City => "city",
            Self::Site => "site",
            Self::Region => "region",
            Self::Approximate => "approximate",
        }
    }
}

/// Where an entity lay for a time.
#[derive(Debug, Clone, PartialEq)]
pub struct Position {
    /// Latitude and longitude in degrees.
    pub at: [f64; 2],
    /// When it lay there.
    pub when: Option<When>,
    /// How well the position is known.
    pub precision: Option<Precision>,
}

/// Another name of an entity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alias {
    /// The name as written.
    pub name: Text,
    /// ISO 639-1 code, where it helps.
    pub lang: Option<Text>,
    /// When it was called so, where that was not at all times.
    pub when: Option<When>,
}

/// An office that a person held.
#[derive(Debug, PartialEq)]
pub struct Office {
    /// As the holder bore it.
    pub title: Text,
    /// The polity, place or organization.
    pub of: EntityId,
    /// The term.
    pub when: Option<When>,
    /// Whether its holder rules.
    pub head: bool,
}

/// A figure and who gives it.
#[derive(Debug, PartialEq)]
pub struct Figure {
    /// The number with what it counts.
    pub value: Text,
    /// Who gives it.
    pub by: Option<Text>,
    /// Where.
    pub cites: Vec<NoteId>,
}
