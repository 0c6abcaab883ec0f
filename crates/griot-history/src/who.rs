//! Who is who: every entity by kind, and events of one type side by side.

mod entities;
mod events;
mod rows;

pub use entities::{Columns, lay_out_entity};
pub use events::{EventRow, columns, event_row, events_of_type, giver, lay_out, type_of, types};
pub use rows::{Filter, Row, Sort, found_by, names, office, row, sorted, table};

use griot_pack::pack::{EntityId, Kind, Pack};

/// The two tables of the view.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Table {
    /// Every entity, by kind.
    #[default]
    Kinds,
    /// The events of one type.
    Events,
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
