//! Entities, their offices and their figures.

use griot_history::account::{events_by_date, part_in};
use griot_history::family::{Family, Kin};
use griot_history::offices::{held_in, predecessor, successor};
use griot_history::related::namesakes;
use griot_pack::pack::geo::Geo;
use griot_pack::pack::{Alias, EntityId, ExternalId, Pack, Position, Precision};
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
    aliases: Vec<Called<'a>>,
    at: Option<[f64; 2]>,
    precision: Option<Precision>,
    positions: Vec<Lay>,
    place: Option<String>,
    offices: Vec<Office<'a>>,
    holders: Vec<Office<'a>>,
    family: Relations<'a>,
    events: Vec<TookPart<'a>>,
    not_to_be_confused_with: Vec<&'a str>,
    r#where: Vec<&'a str>,
    who: Vec<Part<'a>>,
    outcome: Option<&'a str>,
    figures: Vec<Figure<'a>>,
    wikipedia: Option<&'a str>,
    ids: Vec<External<'a>>,
    group: Option<&'a str>,
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
        aliases: record.aliases.iter().map(called).collect(),
        at: record.at,
        precision: record.precision,
        positions: record.positions.iter().map(lay).collect(),
        place: griot_history::text::page::where_in_words(pack, id, geo),
        offices: (0..record.offices.len()).filter_map(|i| office(pack, id, i)).collect(),
        holders: held_in(pack, id).into_iter().filter_map(|(holder, i)| office(pack, holder, i)).collect(),
        family: relations(pack, id),
        events: events(pack, id),
        not_to_be_confused_with: namesakes(pack, id).into_iter().map(|other| pack[other].id.as_str()).collect(),
        r#where: record.places.iter().map(|place| pack[*place].id.as_str()).collect(),
        who: record.who.iter().map(|(who, part)| Part { id: &pack[*who].id, part: part.as_deref() }).collect(),
        outcome: record.outcome.as_deref(),
        figures: figures(pack, id),
        wikipedia: record.wikipedia.as_deref(),
        ids: record.ids.iter().map(external).collect(),
        group: record.group.as_deref(),
        note: record.note.as_deref(),
    }
}

/// Another name, and when it was borne.
#[derive(Debug, Serialize)]
struct Called<'a> {
    name: &'a str,
    lang: Option<&'a str>,
    #[serde(flatten)]
    dated: Dated,
}

fn called(alias: &Alias) -> Called<'_> {
    Called { name: &alias.name, lang: alias.lang.as_deref(), dated: Dated::of(alias.when) }
}

/// Where else it lay, and when.
#[derive(Debug, Serialize)]
struct Lay {
    at: [f64; 2],
    precision: Option<Precision>,
    #[serde(flatten)]
    dated: Dated,
}

fn lay(it: &Position) -> Lay {
    Lay { at: it.at, precision: it.precision, dated: Dated::of(it.when) }
}

/// A number in a catalogue, and the address that it leads to.
#[derive(Debug, Serialize)]
struct External<'a> {
    of: &'static str,
    id: &'a str,
    url: String,
}

fn external(it: &ExternalId) -> External<'_> {
    External { of: it.registry.name(), id: &it.id, url: it.address() }
}

/// Who is related, as told of this entity and of the others.
#[derive(Debug, Serialize)]
struct Relations<'a> {
    parents: Vec<Relative<'a>>,
    spouses: Vec<Relative<'a>>,
    children: Vec<Relative<'a>>,
    siblings: Vec<Relative<'a>>,
    after: Vec<Relative<'a>>,
    before: Vec<Relative<'a>>,
}

#[derive(Debug, Serialize)]
struct Relative<'a> {
    id: &'a str,
    name: &'a str,
    #[serde(flatten)]
    dated: Dated,
    note: Option<&'a str>,
}

fn relatives<'a>(pack: &'a Pack, kin: Vec<Kin<'a>>) -> Vec<Relative<'a>> {
    let of = |it: Kin<'a>| {
        let other = &pack[it.who];
        Relative { id: &other.id, name: &other.name, dated: Dated::of(it.when), note: it.note }
    };
    kin.into_iter().map(of).collect()
}

fn relations(pack: &Pack, id: EntityId) -> Relations<'_> {
    let Family { parents, spouses, children, siblings, before, after } = Family::of(pack, id);
    Relations {
        parents: relatives(pack, parents),
        spouses: relatives(pack, spouses),
        children: relatives(pack, children),
        siblings: relatives(pack, siblings),
        after: relatives(pack, before),
        before: relatives(pack, after),
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
