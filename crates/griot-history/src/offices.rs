//! Who held which office, and who held it before and after.

use griot_pack::order::InOrder;
use std::cmp::Reverse;

use griot_pack::pack::{EntityId, Office, Pack};
use griot_pack::when::When;

use crate::related;

/// Holders of an office further apart than this many years may have had others between them that the pack does not name.
const VACANCY: f64 = 2.0;

/// Who held the same office just before, and as which of their offices.
#[must_use]
pub fn predecessor(pack: &Pack, entity: EntityId, office: &Office) -> Option<(EntityId, usize)> {
    let own = office.when?;
    let others = holders(pack, entity, office).filter(|(.., when)| when.first() < own.first());
    let (before, at, when) = others.max_by_key(|(id, at, when)| (when.first(), *id, Reverse(*at)))?;
    follows(&when, &own).then_some((before, at))
}

/// Who held the same office next, and as which of their offices.
#[must_use]
pub fn successor(pack: &Pack, entity: EntityId, office: &Office) -> Option<(EntityId, usize)> {
    let own = office.when?;
    let others = holders(pack, entity, office).filter(|(.., when)| when.first() > own.first());
    let (next, at, when) = others.min_by_key(|(id, at, when)| (when.first(), *id, *at))?;
    follows(&own, &when).then_some((next, at))
}

fn follows(before: &When, after: &When) -> bool {
    after.first().years() - before.last().years() <= VACANCY
}

/// The other holders of an office of the same polity; rulers follow rulers, whatever their title.
fn holders<'a>(
    pack: &'a Pack,
    entity: EntityId,
    office: &'a Office,
) -> impl Iterator<Item = (EntityId, usize, When)> + 'a {
    related::referring(pack, office.of).into_iter().flat_map(move |id| {
        let same = move |o: &&Office| {
            id != entity && o.of == office.of && o.head == office.head && (o.head || o.title == office.title)
        };
        let all = pack[id].offices.iter().enumerate().filter(move |(_, o)| same(o));
        all.filter_map(move |(at, o)| Some((id, at, o.when?)))
    })
}

/// Offices that pass, each as its holder and its place among the holder's: those of one polity after the other, rulers
/// first, in date order.
#[must_use]
pub fn listed(pack: &Pack, passes: impl Fn(EntityId, &Office) -> bool) -> Vec<(EntityId, usize)> {
    in_order(pack, that_pass(pack, passes))
}

fn in_order(pack: &Pack, offices: impl Iterator<Item = (EntityId, usize)>) -> Vec<(EntityId, usize)> {
    let mut found: Vec<(EntityId, usize)> = offices.collect();
    found.order_by_key(|(id, i)| {
        let office = &pack[*id].offices[*i];
        (office.of, !office.head, office.when.map(|w| w.first()), *id, *i)
    });
    found
}

/// Offices that pass, in the order of their holders.
pub(crate) fn that_pass(
    pack: &Pack,
    passes: impl Fn(EntityId, &Office) -> bool,
) -> impl Iterator<Item = (EntityId, usize)> {
    let all = pack.entities().flat_map(|id| (0..pack[id].offices.len()).map(move |at| (id, at)));
    all.filter(move |(id, at)| passes(*id, &pack[*id].offices[*at]))
}

/// Who held the offices of a polity, a place or an organization, rulers first.
#[must_use]
pub fn held_in(pack: &Pack, polity: EntityId) -> Vec<(EntityId, usize)> {
    let held =
        related::referring(pack, polity).into_iter().flat_map(|id| (0..pack[id].offices.len()).map(move |at| (id, at)));
    in_order(pack, held.filter(|(id, at)| pack[*id].offices[*at].of == polity))
}
