//! Who is who: every entity by kind, events of one type side by side, rulers, and figures.

mod entities;
mod events;
mod rows;
mod tables;

pub use entities::{Columns, lay_out_entity};
pub use events::{EventRow, event_row, events_of_type, giver, type_of, types};
pub use rows::{Filter, Row, Sort, names, office, row, sorted, table};
pub use tables::{Item, columns, has, is_parted, items, lay_out, when, when_of_figures, words};

use griot_pack::pack::{EntityId, Kind, Pack};

/// The tables of the view.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Table {
    /// Every entity, by kind.
    #[default]
    Kinds,
    /// The events of one type.
    Events,
    /// Who ruled what, a row for each office.
    Rulers,
    /// Numbers, and who gives them.
    Figures,
}

impl Table {
    /// In the order in which one follows another.
    pub const ALL: [Self; 4] = [Self::Kinds, Self::Events, Self::Rulers, Self::Figures];

    /// What its rows are, several of them.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Kinds => "entities",
            Self::Events => "events",
            Self::Rulers => "rulers",
            Self::Figures => "figures",
        }
    }

    /// The table that follows, of those that have rows.
    #[must_use]
    pub fn next(self, pack: &Pack) -> Self {
        let after = Self::ALL.into_iter().cycle().skip(self as usize + 1);
        after.take(Self::ALL.len()).find(|table| has(pack, *table)).unwrap_or_default()
    }
}

/// A line of the list of entities.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Line {
    /// The heading of a kind, and how many of it are shown.
    Kind(Kind, usize),
    /// An entity.
    Entity(EntityId),
}

/// Entities with a heading before each kind.
#[must_use]
pub fn with_headings(pack: &Pack, entities: &[EntityId]) -> Vec<Line> {
    let mut lines = Vec::with_capacity(entities.len() + Kind::ALL.len());
    for group in entities.chunk_by(|a, b| pack[*a].kind == pack[*b].kind) {
        lines.push(Line::Kind(pack[group[0]].kind, group.len()));
        lines.extend(group.iter().copied().map(Line::Entity));
    }
    lines
}
