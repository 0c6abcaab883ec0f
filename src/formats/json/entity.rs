//! Entities, their offices and their figures.

use griot_history::account::{events_by_date, part_in};
use griot_history::offices::{held_in, predecessor, successor};
use griot_history::related::namesakes;
use griot_pack::pack::geo::Geo;
use griot_pack::pack::{Alias, EntityId, Pack, Precision};
use serde::Serialize;

use super::{Cite, Dated, Named, cites, named};

/// An office: who holds it, of what, when, and who held it before and next.
#[derive(Debug, Serialize)]
pub struct Office<'a> {
    holder: &'a str,
    name: &'a str,
    title: &'a str,
    of: &'a str,
    head: bool,
    #[serde(flatten)]
    dated: Dated,
    after: Option<&'a str>,
    before: Option<&'a str>,
}

#[must_use]
pub fn office(pack: &Pack, holder: EntityId, index: usize) -> Option<Office<'_>> {
    let office = pack[holder].offices.get(index)?;
    let id = |other: EntityId| pack[other].id.as_str();
    let holder_of = |(other, _): (EntityId, usize)| id(other);
    Some(Office {
        holder: id(holder),
        name: &pack[holder].name,
        title: &office.title,
        of: id(office.of),
        head: office.head,
        dated: Dated::of(office.when),
        after: predecessor(pack, holder, office).map(holder_of),
        before: successor(pack, holder, office).map(holder_of),
    })
}

/// A figure of an event and who gives it.
#[derive(Debug, Serialize)]
pub struct Figure<'a> {
    value: &'a str,
    by: Option<&'a str>,
    cites: Vec<Cite<'a>>,
}

/// An entity with everything that its record says.
#[derive(Debug, Serialize)]
pub struct Entity<'a> {
    #[serde(flatten)]
    named: Named<'a>,
    aliases: &'a [Alias],
    at: Option<[f64; 2]>,
    precision: Option<Precision>,
    place: Option<String>,
    offices: Vec<Office<'a>>,
    holders: Vec<Office<'a>>,
    events: Vec<TookPart<'a>>,
    not_to_be_confused_with: Vec<&'a str>,
    r#where: Vec<&'a str>,
    who: Vec<Part<'a>>,
    outcome: Option<&'a str>,
    figures: Vec<Figure<'a>>,
    wikipedia: Option<&'a str>,
    note: Option<&'a str>,
}

/// An event that an entity took part in, or that took place there.
#[derive(Debug, Serialize)]
struct TookPart<'a> {
    id: &'a str,
    name: &'a str,
    parts: Vec<&'a str>,
    #[serde(flatten)]
    dated: Dated,
}

#[derive(Debug, Serialize)]
struct Part<'a> {
    id: &'a str,
    part: Option<&'a str>,
}

#[must_use]
pub fn entity<'a>(pack: &'a Pack, id: EntityId, geo: Option<&Geo>) -> Entity<'a> {
    let record = &pack[id];
    Entity {
        named: named(pack, id),
        aliases: &record.aliases,
        at: record.at,
        precision: record.precision,
        place: griot_history::text::page::where_in_words(pack, id, geo),
        offices: (0..record.offices.len()).filter_map(|i| office(pack, id, i)).collect(),
        holders: held_in(pack, id).into_iter().filter_map(|(holder, i)| office(pack, holder, i)).collect(),
        events: events(pack, id),
        not_to_be_confused_with: namesakes(pack, id).into_iter().map(|other| pack[other].id.as_str()).collect(),
        r#where: record.places.iter().map(|place| pack[*place].id.as_str()).collect(),
        who: record.who.iter().map(|(who, part)| Part { id: &pack[*who].id, part: part.as_deref() }).collect(),
        outcome: record.outcome.as_deref(),
        figures: figures(pack, id),
        wikipedia: record.wikipedia.as_deref(),
        note: record.note.as_deref(),
    }
}

/// The events of an entity, in date order.
fn events(pack: &Pack, entity: EntityId) -> Vec<TookPart<'_>> {
    let event = |id: EntityId| TookPart {
        id: &pack[id].id,
        name: &pack[id].name,
        parts: part_in(pack, entity, id),
        dated: Dated::of(pack[id].when),
    };
    events_by_date(pack, entity).into_iter().map(event).collect()
}

#[must_use]
pub fn figures(pack: &Pack, id: EntityId) -> Vec<Figure<'_>> {
    let of = |f: &'_ griot_pack::pack::Figure| cites(pack, &f.cites);
    pack[id].figures.iter().map(|f| Figure { value: &f.value, by: f.by.as_deref(), cites: of(f) }).collect()
}
