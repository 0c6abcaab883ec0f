//! The map in words: where a place lies, for readers, screen readers and pipes.

use super::places::{self, Named, Place};
use crate::text::page::{spread_out, where_in_words};
use crate::text::width;
use griot_pack::pack::geo::{Geo, Reach};
use griot_pack::pack::{EntityId, Pack, Precision, StatementId};
use griot_pack::when::When;

/// A place in words.
#[derive(Debug, Clone, PartialEq)]
pub struct InWords {
    /// The place itself.
    pub place: EntityId,
    /// Latitude and longitude, unless it is a region or no position is known.
    pub at: Option<[f64; 2]>,
    /// `about 700 km north-east of Bamako, on the Niger`.
    pub words: String,
    /// The statement that names it at the time asked for.
    pub by: Option<StatementId>,
}

/// A power whose approximate outline is on the map at a time.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Power<'a> {
    /// The power itself.
    pub polity: EntityId,
    /// The outline, with its date and what it rests on.
    pub reach: &'a Reach,
}

/// The powers whose outlines are on the map at a time, the one of the statement at hand first if it speaks of one.
#[must_use]
pub fn powers<'a>(pack: &Pack, geo: &'a Geo, statement: Option<StatementId>, when: &When) -> Vec<Power<'a>> {
    let power = |(polity, reach): (EntityId, usize)| Power { polity, reach: &geo.reaches[reach] };
    places::powers(pack, geo, statement, when).into_iter().map(power).collect()
}

/// Every place in words; with a time, those that it names come first.
#[must_use]
pub fn words(pack: &Pack, geo: &Geo, when: Option<&When>) -> Vec<InWords> {
    let gazetteer = places::gazetteer(pack);
    let named = places::named(pack, None, when.map(places::moment).as_ref());
    let rows = places::rows(&gazetteer, &named, when.is_some(), false);
    let place = |row: &places::Row| match row {
        places::Row::Head(_) => None,
        places::Row::Place(at) => Some(in_words(pack, geo, &gazetteer[*at], &named)),
    };
    rows.iter().filter_map(place).collect()
}

fn in_words(pack: &Pack, geo: &Geo, place: &Place, named: &[Named]) -> InWords {
    InWords {
        place: place.entity,
        at: place.at.map(|[lon, lat]| [lat, lon]),
        words: whereabouts(pack, geo, place.entity),
        by: named.iter().find(|n| n.place == place.entity).map(|n| n.by),
    }
}

/// Where an entity lies, in words; its coordinates where the pack has nothing to tell it from.
#[must_use]
pub fn whereabouts(pack: &Pack, geo: &Geo, entity: EntityId) -> String {
    if pack[entity].precision == Some(Precision::Region) {
        return spread_out(&pack[entity]);
    }
    where_in_words(pack, entity, Some(geo))
        .or_else(|| is_capital(pack, geo, entity).then(|| "the capital".to_owned()))
        .or_else(|| coordinates(pack, entity))
        .unwrap_or_else(|| "no position known".into())
}

/// Whether distances are told from the entity.
#[must_use]
pub(crate) fn is_capital(pack: &Pack, geo: &Geo, entity: EntityId) -> bool {
    geo.capital.as_deref() == Some(pack[entity].id.as_str())
}

/// Where an entity lies, as fully as `room` columns allow: in full, shortened, or without the place that distances are
/// told from.
#[must_use]
pub fn whereabouts_within(pack: &Pack, geo: &Geo, entity: EntityId, room: u16) -> String {
    let fits = |text: &String| width(text) <= usize::from(room);
    let full = whereabouts(pack, geo, entity);
    if fits(&full) {
        return full;
    }
    let short = whereabouts_shortly(pack, geo, entity);
    if fits(&short) { short } else { without_capital(pack, geo, &short) }
}

/// `c. 700 km NE of Bamako, on the Niger`: where an entity lies, in few words.
#[must_use]
pub fn whereabouts_shortly(pack: &Pack, geo: &Geo, entity: EntityId) -> String {
    const DIRECTIONS: [(&str, &str); 8] = [
        ("north-east", "NE"),
        ("north-west", "NW"),
        ("south-east", "SE"),
        ("south-west", "SW"),
        ("north", "N"),
        ("south", "S"),
        ("east", "E"),
        ("west", "W"),
    ];
    let full = whereabouts(pack, geo, entity);
    let mut short = full.replace("about ", "c. ").replace("position approximate", "approx.");
    for (long, letters) in DIRECTIONS {
        short = short.replace(&format!(" km {long}"), &format!(" km {letters}"));
    }
    short
}

/// The name of the place that distances are told from.
#[must_use]
pub fn capital<'a>(pack: &'a Pack, geo: &Geo) -> Option<&'a str> {
    geo.capital.as_deref().and_then(|id| pack.entity(id)).map(|id| pack[id].name.as_str())
}

/// `c. 700 km NE, on the Niger`, where the heading says from where.
#[must_use]
pub(crate) fn without_capital(pack: &Pack, geo: &Geo, whereabouts: &str) -> String {
    capital(pack, geo).map_or_else(|| whereabouts.to_owned(), |name| whereabouts.replace(&format!(" of {name}"), ""))
}

/// `16.77° N, 3.02° W`, as exactly as the position is known.
#[must_use]
pub fn coordinates(pack: &Pack, entity: EntityId) -> Option<String> {
    let [lat, lon] = pack[entity].at.filter(|_| pack[entity].precision != Some(Precision::Region))?;
    let side = |degrees: f64, letters: [&str; 2]| letters[usize::from(degrees < 0.0)].to_owned();
    let (about, digits) = if pack[entity].precision == Some(Precision::Approximate) { ("about ", 1) } else { ("", 2) };
    let north = format!("{:.digits$}° {}", lat.abs(), side(lat, ["N", "S"]));
    let east = format!("{:.digits$}° {}", lon.abs(), side(lon, ["E", "W"]));
    Some(format!("{about}{north}, {east}"))
}

/// How well the position of an entity is known.
#[must_use]
pub fn precision(pack: &Pack, entity: EntityId) -> &'static str {
    match pack[entity].precision {
        Some(Precision::City) => "of a town, within about 5 km",
        Some(Precision::Site) => "of a known site, within about 3 km",
        Some(Precision::Approximate) => "an estimate",
        Some(Precision::Region) => "no single point",
        None if pack[entity].at.is_some() => "precision not told",
        None => "no position known",
    }
}

/// A place for the clipboard: its name, its position and how well that is known, where it lies in words, and whose
/// the positions are.
#[must_use]
pub fn copy(pack: &Pack, geo: &Geo, entity: EntityId) -> String {
    let mut out = format!("{}\n", pack[entity].name);
    match coordinates(pack, entity) {
        Some(coordinates) => out.push_str(&format!("{coordinates} ({})\n", precision(pack, entity))),
        None => out.push_str(&format!("{}\n", precision(pack, entity))),
    }
    if let Some(words) = where_in_words(pack, entity, Some(geo)).filter(|_| coordinates(pack, entity).is_some()) {
        out.push_str(&format!("{words}\n"));
    }
    let about = &pack.about;
    out.push_str(&format!("\n{}, {}, revision {}, {}\n", about.title, pack[entity].id, about.revision, about.licence));
    if !geo.credit.is_empty() {
        out.push_str(&format!("{}\n", geo.credit));
    }
    out
}
