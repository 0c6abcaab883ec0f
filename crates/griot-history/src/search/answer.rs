//! What a search answers with.

use griot_pack::pack::{EntityId, Pack, SourceId, StatementId};

use super::Role;
use super::query::Query;
use super::rank::{Rank, Tier};
use crate::chronicle::Moment;

/// Something that answers a query.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    /// What it is.
    pub what: Found,
    /// Where it stands among the others, and why.
    pub rank: Rank,
    /// By what it was found.
    pub via: Via,
    /// Which words of the query it does not answer, a bit each.
    pub(super) lacks: u32,
}

/// What was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Found {
    /// Somebody or something that the pack knows.
    Entity(EntityId),
    /// A sentence of the text.
    Statement(StatementId),
    /// A source.
    Source(SourceId),
}

/// By what something was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Via {
    /// Its name.
    Name,
    /// Another of its names, as an index.
    Alias(usize),
    /// An office or a part of its bearer.
    Role(Role),
    /// Its record.
    Record,
    /// Its date.
    Date,
    /// Its text.
    Text,
}

/// How many of each sort answer in all.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Entities.
    pub names: usize,
    /// Statements.
    pub text: usize,
    /// Sources.
    pub sources: usize,
}

/// What a query was understood to ask, and what was found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Answer {
    /// What was understood.
    pub query: Query,
    /// The best hits, in order of rank; at most as many as were asked for.
    pub hits: Vec<Hit>,
    /// How many there are in all.
    pub counts: Counts,
    /// The words and the date of the query that not even the best hit answers; none when it answers everything.
    pub failed: Vec<String>,
    /// What was happening, when the query is a time.
    pub moment: Option<Moment>,
}

impl Hit {
    /// Whether it answers all of the query.
    #[must_use]
    pub const fn is_complete(&self) -> bool {
        self.rank.lost == 0
    }

    /// The entity that was found, if it is one.
    #[must_use]
    pub const fn entity(&self) -> Option<EntityId> {
        if let Found::Entity(id) = self.what { Some(id) } else { None }
    }

    /// The other name by which it was found, where it was.
    #[must_use]
    pub fn alias<'a>(&self, pack: &'a Pack) -> Option<&'a str> {
        let Via::Alias(at) = self.via else { return None };
        pack[self.entity()?].aliases.get(at).map(|alias| &*alias.name)
    }

    /// How it was found. A sentence that says what a record may say as well stands among them, but is text.
    #[must_use]
    pub const fn tier(&self) -> Tier {
        match (self.what, self.rank.tier) {
            (Found::Statement(_), Tier::Record) => Tier::Text,
            (_, tier) => tier,
        }
    }
}

impl Answer {
    /// The entities, in order of rank.
    pub fn names(&self) -> impl Iterator<Item = &Hit> {
        self.hits.iter().filter(|hit| hit.entity().is_some())
    }

    /// The statements, in order of rank.
    pub fn text(&self) -> impl Iterator<Item = StatementId> + '_ {
        self.hits.iter().filter_map(|hit| if let Found::Statement(id) = hit.what { Some(id) } else { None })
    }

    /// The sources, in the order of the pack.
    pub fn sources(&self) -> impl Iterator<Item = SourceId> + '_ {
        self.hits.iter().filter_map(|hit| if let Found::Source(id) = hit.what { Some(id) } else { None })
    }

    /// Whether the best hit answers all that was asked.
    #[must_use]
    pub const fn is_complete(&self) -> bool {
        self.failed.is_empty()
    }
}
