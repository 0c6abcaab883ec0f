//! All that a pack tells of an entity, in date order: the events that it took part in or that took place there, and
//! every statement that links to it, names it in full or tells of one of those events. Each stands once.

use griot_pack::order::InOrder;
use std::collections::HashSet;

use griot_pack::pack::{EntityId, Pack, StatementId};
use griot_pack::when::When;

use crate::chronicle::in_date_order;
use crate::related;

/// All that is told of an entity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// In date order; what has no date stands last, in reading order.
    pub entries: Vec<Entry>,
}

/// An event or a statement of an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entry {
    /// An event that names the entity among those who took part, or among its places.
    Event(EntityId),
    /// A statement, and why it stands here.
    Statement(StatementId, Via),
}

/// What leads from a statement to an entity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Via {
    /// A link.
    Link,
    /// Its name in full, without a link.
    Name,
    /// A link to an event that it took part in or that took place there.
    Event(EntityId),
}

impl Entry {
    /// When it was.
    #[must_use]
    pub fn when(self, pack: &Pack) -> Option<When> {
        match self {
            Self::Event(event) => pack[event].when,
            Self::Statement(statement, _) => pack[statement].when,
        }
    }
}

impl Account {
    /// All that the pack tells of the entity.
    #[must_use]
    pub fn new(pack: &Pack, entity: EntityId) -> Self {
        let events = events_by_date(pack, entity);
        let mut seen: HashSet<StatementId> = HashSet::new();
        let links = pack.mentions(entity).iter().map(|id| (*id, Via::Link));
        let names = related::naming(pack, entity).into_iter().map(|id| (id, Via::Name));
        let told = events.iter().flat_map(|event| pack.mentions(*event).iter().map(|id| (*id, Via::Event(*event))));
        let mut statements: Vec<(StatementId, Via)> = links.chain(names).chain(told).collect();
        statements.retain(|(id, _)| seen.insert(*id));
        statements.order_by_key(|(id, _)| *id);
        let events = events.into_iter().map(Entry::Event);
        let mut entries: Vec<Entry> =
            events.chain(statements.into_iter().map(|(id, via)| Entry::Statement(id, via))).collect();
        // Stable: an event stands before what is told of its day, and the rest as it is read.
        entries.order_by(|a, b| in_date_order(a.when(pack), b.when(pack)));
        Self { entries }
    }

    /// Its events, in date order.
    pub fn events(&self) -> impl Iterator<Item = EntityId> + '_ {
        self.entries.iter().filter_map(|entry| match entry {
            Entry::Event(event) => Some(*event),
            Entry::Statement(..) => None,
        })
    }

    /// Its statements, in date order, each with what leads to it.
    pub fn statements(&self) -> impl Iterator<Item = (StatementId, Via)> + '_ {
        self.entries.iter().filter_map(|entry| match entry {
            Entry::Statement(statement, via) => Some((*statement, *via)),
            Entry::Event(_) => None,
        })
    }
}

/// The events that name an entity among those who took part or among their places, in date order.
#[must_use]
pub fn events_by_date(pack: &Pack, entity: EntityId) -> Vec<EntityId> {
    let names = |event: &EntityId| {
        let it = &pack[*event];
        it.places.contains(&entity) || it.who.iter().any(|(who, _)| *who == entity)
    };
    let mut events = related::referring(pack, entity);
    events.retain(|event| *event != entity && names(event));
    events.order_by(|a, b| in_date_order(pack[*a].when, pack[*b].when));
    events
}

/// What an entity was to an event, in words: the parts it played, and `here` of its places; `took part` where no part
/// is told.
#[must_use]
pub fn part_in(pack: &Pack, entity: EntityId, event: EntityId) -> Vec<&str> {
    let it = &pack[event];
    let parts = it.who.iter().filter(|(who, _)| *who == entity);
    let mut parts: Vec<&str> = parts.map(|(_, part)| part.as_deref().unwrap_or("took part")).collect();
    if it.places.contains(&entity) {
        parts.push("here");
    }
    parts
}
