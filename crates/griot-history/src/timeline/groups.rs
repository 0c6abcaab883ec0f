//! The groups that an author puts statements and events into, and what is told of by both.

use std::collections::HashSet;

use griot_pack::pack::{EntityId, Kind, MarkKind, Pack, StatementId};

/// Names, each once, in the order in which they are met.
pub(super) fn each_once<'a>(names: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut seen = HashSet::new();
    names.filter(|name| seen.insert(*name)).map(str::to_owned).collect()
}

/// The event that a statement tells of by itself: it has its date and begins with its name. Where statements and events
/// stand together, each is told once.
#[must_use]
pub fn event_told_by(pack: &Pack, statement: StatementId) -> Option<EntityId> {
    let it = &pack[statement];
    let MarkKind::Link(event) = it.marks.first().filter(|mark| mark.range.start == 0)?.what else { return None };
    (pack[event].kind == Kind::Event && it.when.is_some() && pack[event].when == it.when).then_some(event)
}

/// The events that some statement tells of by itself.
pub(super) fn told_by_statements(pack: &Pack) -> HashSet<EntityId> {
    pack.statements().filter_map(|id| event_told_by(pack, id)).collect()
}
