//! Who held which office, and who held it before and after.

use griot_pack::order::InOrder;
use std::cmp::Reverse;

use griot_pack::pack::{EntityId, Office, Pack};
use griot_pack::when::{Edge, When};

use crate::related;

/// Rulers further apart than this many years may have had others between them that the pack does not name.
const BETWEEN_RULERS: f64 = 2.0;
/// So may holders of any other office further apart than two months: ministers are replaced within weeks.
const BETWEEN_OTHERS: f64 = 1.0 / 6.0;
/// Holders who overlap by more than a month at least held it side by side.
const HANDING_OVER: f64 = 1.0 / 12.0;

/// Who held the same office just before, and as which of their offices.
#[must_use]
pub fn predecessor(pack: &Pack, entity: EntityId, office: &Office) -> Option<(EntityId, usize)> {
    let own = office.when?;
    let others = holders(pack, entity, office).filter(|(.., when)| when.first() < own.first());
    let (before, at, when) = others.max_by_key(|(id, at, when)| (when.first(), *id, Reverse(*at)))?;
    follows(&when, &own, office.head).then_some((before, at))
}

/// Who held the same office next, and as which of their offices.
#[must_use]
pub fn successor(pack: &Pack, entity: EntityId, office: &Office) -> Option<(EntityId, usize)> {
    let own = office.when?;
    let others = holders(pack, entity, office).filter(|(.., when)| when.first() > own.first());
    let (next, at, when) = others.min_by_key(|(id, at, when)| (when.first(), *id, *at))?;
    follows(&own, &when, office.head).then_some((next, at))
}

/// Whether one term follows on another, with nobody between them and not beside it, as exactly as both are known.
fn follows(before: &When, after: &When, head: bool) -> bool {
    let most = if head { BETWEEN_RULERS } else { BETWEEN_OTHERS };
    if matches!(before, When::From(_, Edge::Open)) {
        return false;
    }
    let over_at_soonest = before.ends().map_or(before.first(), |(_, end)| end.first());
    let begun_at_latest = after.ends().map_or(after.last(), |(begin, _)| begin.last());
    after.first().years() - before.last().years() <= most
        && over_at_soonest.years() - begun_at_latest.years() <= HANDING_OVER
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terms_follow_one_another_where_nobody_fits_between_and_both_were_not_there_at_once() {
        let follows = |before: &str, after: &str, head| {
            follows(&When::parse(before).unwrap(), &When::parse(after).unwrap(), head)
        };
        for (before, after, head, follow) in [
            ("1992..2002", "2002..2012", true, true),
            ("25 Sep 2020..24 May 2021", "24 May 2021..", true, true),
            // Rulers whose years are known about, and a year without anybody.
            ("c. 1839..c. 1841", "c. 1843..1849", true, true),
            ("1839..1841", "1849..1851", true, false),
            // Of ministers somebody held it in twenty months.
            ("5 Sep 2014..3 Sep 2016", "11 Apr 2018..2019", false, false),
            ("5 Sep 2014..3 Sep 2016", "4 Sep 2016..2018", false, true),
            ("1991", "1992..1994", false, true),
            // Deputies sit side by side, and who still holds it has no successor.
            ("1946..1958", "1951..1955", false, false),
            ("2013..2020", "2014..2020", true, false),
            ("2021..", "2024..", true, false),
        ] {
            assert_eq!(follows(before, after, head), follow, "{before}, {after}");
        }
    }
}
