//! The groups that an author puts statements and events into, and what is told of by both.

use std::collections::HashSet;

use griot_pack::pack::{EntityId, MarkKind, Pack, StatementId};

/// Names, each once, in the order in which they are met.
pub(super) fn each_once<'a>(names: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut seen = HashSet::new();
    names.filter(|name| seen.insert(*name)).map(str::to_owned).collect()
}

/// The events that a statement of their own tells of: it has their date and begins with their name. Where statements
/// and events stand together, each is told once.
pub(super) fn told_by_statements(pack: &Pack) -> HashSet<EntityId> {
    let event = |statement: StatementId| {
        let it = &pack[statement];
        let MarkKind::Link(event) = it.marks.first().filter(|mark| mark.range.start == 0)?.what else { return None };
        (it.when.is_some() && pack[event].when == it.when).then_some(event)
    };
    pack.statements().filter_map(event).collect()
}
