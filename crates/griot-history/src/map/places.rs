//! The places of a pack, and which of them a time speaks of.

use griot_pack::order::InOrder;
use std::collections::{HashMap, HashSet};

use griot_pack::pack::geo::{Geo, LonLat, Water};
use griot_pack::pack::{EntityId, Kind, Pack, PassageId, Position, Precision, StatementId};
use griot_pack::when::{Day, When};

use crate::chronicle::in_date_order;

/// The most years that a date may span and still speak of every moment inside it.
const LONGEST: f64 = 100.0;
/// How many years from its own date the reach of a polity is still shown.
const NEAR: f64 = 95.0;

/// A place of the pack.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    /// A place, or an event that has a position of its own and no place.
    pub entity: EntityId,
    /// Where its dot stands; regions, and places of which no position is known, have none.
    pub at: Option<LonLat>,
    /// How many statements name it.
    pub mentions: usize,
    /// Its own date, or that of the first statement that names it.
    pub first: Option<When>,
}

/// A place that is named at a time, and the statement that names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Named {
    /// The place itself.
    pub place: EntityId,
    /// The first statement, in the order of [`named`], that names it.
    pub by: StatementId,
    /// Whether the passage at hand names it.
    pub here: bool,
}

/// The places of a pack: those that come first in time first, those without a date last.
#[must_use]
pub fn gazetteer(pack: &Pack) -> Vec<Place> {
    let mut places: Vec<Place> = pack.entities().filter(|id| is_placed(pack, *id)).map(|id| place(pack, id)).collect();
    places.order_by(|a, b| in_date_order(a.first, b.first));
    places
}

/// Whether an entity stands on the map by itself: places do, and events that have a position and no place that has one.
fn is_placed(pack: &Pack, entity: EntityId) -> bool {
    let it = &pack[entity];
    let elsewhere = || it.places.iter().any(|place| point(pack, *place).is_some());
    it.kind == Kind::Place || it.kind == Kind::Event && it.at.is_some() && !elsewhere()
}

fn place(pack: &Pack, entity: EntityId) -> Place {
    let it = &pack[entity];
    let mentions = pack.mentions(entity);
    let dates = mentions.iter().filter_map(|id| pack[*id].when).filter(|when| when.first() > Day::MIN);
    let first = it.when.or_else(|| dates.min_by(When::chronological));
    Place { entity, at: point(pack, entity), mentions: mentions.len(), first }
}

/// The position of an entity that has a single one.
#[must_use]
pub fn point(pack: &Pack, entity: EntityId) -> Option<LonLat> {
    let it = &pack[entity];
    let [lat, lon] = it.at.filter(|_| it.precision != Some(Precision::Region))?;
    Some([lon, lat])
}

/// Where an entity lay at a time: the position that it had then, or the one that it has.
#[must_use]
pub fn point_at(pack: &Pack, entity: EntityId, when: Option<&When>) -> Option<LonLat> {
    let held = |it: &&Position| it.when.is_some_and(|own| when.is_some_and(|when| own.overlaps(when)));
    let then = pack[entity].positions.iter().filter(held).find(|it| it.precision != Some(Precision::Region));
    then.map(|it| [it.at[1], it.at[0]]).or_else(|| point(pack, entity))
}

/// What an entity was called at a time, where it was called otherwise than by the name that it has.
#[must_use]
pub fn name_at<'a>(pack: &'a Pack, entity: EntityId, when: Option<&When>) -> &'a str {
    let it = &pack[entity];
    let held = |own: Option<When>| own.is_some_and(|own| when.is_some_and(|when| own.overlaps(when)));
    it.aliases.iter().find(|alias| held(alias.when)).map_or(&it.name, |alias| &alias.name)
}

/// The moment that stands for a time on the map: where it has one open end, the other one.
#[must_use]
pub const fn moment(when: &When) -> When {
    match when {
        When::Before(m) | When::After(m) | When::From(m, _) | When::Until(m, _) => When::At(*m),
        closed => *closed,
    }
}

/// The places that a time speaks of: first those of the statement and the passage at hand, then those of statements
/// dated to the time.
#[must_use]
pub fn named(pack: &Pack, statement: Option<StatementId>, when: Option<&When>) -> Vec<Named> {
    let mut found: Vec<Named> = Vec::new();
    let mut seen: HashSet<EntityId> = HashSet::new();
    let mut add = |by: StatementId, here: bool| {
        for place in places_of(pack, by) {
            if seen.insert(place) {
                found.push(Named { place, by, here });
            }
        }
    };
    if let Some(statement) = statement {
        add(statement, true);
        passage_of(pack, statement).for_each(|id| add(id, true));
    }
    // A time of more than a century is too wide to say what else was then.
    if let Some(when) = when.filter(|when| statement.is_none() || when.length() <= LONGEST) {
        dated(pack, when).for_each(|id| add(id, false));
    }
    found
}

fn passage_of(pack: &Pack, statement: StatementId) -> impl Iterator<Item = StatementId> + use<> {
    let passage: PassageId = pack[statement].passage;
    pack.statements_of(passage)
}

/// The places that a statement names, itself or by an event that took place there.
fn places_of(pack: &Pack, statement: StatementId) -> impl Iterator<Item = EntityId> + '_ {
    pack[statement].links().flat_map(|entity| {
        let it = &pack[entity];
        let own = is_placed(pack, entity).then_some(entity);
        let of_event =
            it.places.iter().copied().filter(|place| it.kind == Kind::Event && pack[*place].kind == Kind::Place);
        own.into_iter().chain(of_event)
    })
}

/// The statements that are dated to a time: those that begin in it, and those around it that are not too long.
fn dated<'a>(pack: &'a Pack, when: &When) -> impl Iterator<Item = StatementId> + 'a {
    let when = *when;
    let chronology = pack.chronology();
    let first = |id: &StatementId| pack[*id].when.map_or(Day::MAX, |w| w.first());
    // Nothing that begins earlier than this can be short enough and still reach the time.
    let earliest = Day { year: when.first().year.saturating_sub(LONGEST as i64 + 1), ..when.first() };
    let start = chronology.partition_point(|id| first(id) < earliest);
    let speaks = move |w: When| w.overlaps(&when) && (w.first() >= when.first() || w.length() <= LONGEST);
    let in_time = chronology[start..].iter().copied().take_while(move |id| first(id) <= when.last());
    in_time.filter(move |id| pack[*id].when.is_some_and(speaks))
}

/// The polities of a time, each with its nearest outline as an index into the reaches of the map. A time of more than a
/// century in the text says little of the powers in it: then only those count that the passage at hand names.
#[must_use]
pub fn powers(pack: &Pack, geo: &Geo, statement: Option<StatementId>, when: &When) -> Vec<(EntityId, usize)> {
    let here: Option<HashSet<EntityId>> = statement
        .filter(|_| when.length() > LONGEST)
        .map(|statement| passage_of(pack, statement).flat_map(|id| pack[id].links()).collect());
    let of = |polity: EntityId| {
        let it = &pack[polity];
        let stood = it.when.is_none_or(|w| w.overlaps(when)) && here.as_ref().is_none_or(|here| here.contains(&polity));
        let outlines = geo.reaches.iter().enumerate().filter(|(_, reach)| stood && it.reach.contains(&reach.id));
        let near = outlines.map(|(i, reach)| (years_between(&reach.when, when), i)).filter(|(years, _)| *years <= NEAR);
        near.min_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, i)| (polity, i))
    };
    pack.entities().filter_map(of).collect()
}

/// How many years lie between two times; none where they overlap.
fn years_between(a: &When, b: &When) -> f64 {
    let gap = |early: &When, late: &When| late.first().years() - early.last().years();
    gap(a, b).max(gap(b, a)).max(0.0)
}

/// Whether the river or lake existed at a time; without a time, whether it is there at all.
#[must_use]
pub fn flows(water: &Water, when: Option<&When>) -> bool {
    match (water.when, when) {
        (Some(its), Some(when)) => its.overlaps(when),
        _ => true,
    }
}

/// Whether the place was there at a time, as far as the pack dates it.
#[must_use]
pub fn stood(pack: &Pack, place: EntityId, when: Option<&When>) -> bool {
    match (pack[place].when, when) {
        (Some(its), Some(when)) => its.overlaps(when),
        _ => true,
    }
}

/// The heading over places that have no dot.
pub const REGIONS: &str = "Without a dot";

/// A row of the list beside the map.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Row {
    /// A heading over the places that follow.
    Head(&'static str),
    /// A place, as an index into the gazetteer.
    Place(usize),
}

/// The rows of the list. With a time, the places that the passage at hand names come first, then those of the time;
/// regions, which have no dot, come after those that have one.
#[must_use]
pub fn rows(places: &[Place], named: &[Named], timed: bool, heads: bool) -> Vec<Row> {
    let index: HashMap<EntityId, usize> = places.iter().enumerate().map(|(i, place)| (place.entity, i)).collect();
    let named = named.iter().filter(|_| timed);
    let named: Vec<(usize, bool)> = named.filter_map(|it| Some((*index.get(&it.place)?, it.here))).collect();
    let lit: HashSet<usize> = named.iter().map(|(i, _)| *i).collect();
    let named_so = |here: bool, point: bool| -> Vec<usize> {
        let wanted = |(i, its): &(usize, bool)| *its == here && places[*i].at.is_some() == point;
        named.iter().filter(|it| wanted(it)).map(|(i, _)| *i).collect()
    };
    let rest = (0..places.len()).filter(|i| !lit.contains(i));
    let (others, regions): (Vec<usize>, Vec<usize>) = rest.partition(|i| places[*i].at.is_some());
    let groups = [
        ("In this passage", named_so(true, true)),
        ("In this passage: no dot", named_so(true, false)),
        ("Elsewhere at that time", named_so(false, true)),
        ("At that time: no dot", named_so(false, false)),
        (if timed { "Other places" } else { "Earliest first" }, others),
        (REGIONS, regions),
    ];
    let mut rows = Vec::new();
    for (head, group) in groups {
        if heads && !group.is_empty() {
            rows.push(Row::Head(head));
        }
        rows.extend(group.into_iter().map(Row::Place));
    }
    rows
}
