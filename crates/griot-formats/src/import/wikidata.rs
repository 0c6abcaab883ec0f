//! Wikidata: items as JSON. Results of queries are tables.

use griot_pack::order::InOrder;
use griot_pack::pack::{Alias, ExternalId, Kind, Precision, Registry, RelationKind};
use griot_pack::when::When;
use serde_json::Value;

use super::dates;
use super::item::Item;
use super::json;
use super::value::{Years, cite, time};
use super::work::Work;
use crate::draft::{Relation, called};

/// Kinds by what an item is an instance of, as far as these say it.
const CLASSES: [(Kind, &str); 9] = [
    (Kind::Person, "Q5"),
    (
        Kind::Event,
        "Q178561 Q198 Q1190554 Q1656682 Q40231 Q45382 Q13418847 Q131569 Q188055 Q180684 Q3839081 Q124734 Q8065 Q83267 Q2223653",
    ),
    (Kind::Place, "Q515 Q486972 Q3957 Q532 Q4022 Q23397 Q8502 Q839954 Q35509 Q82794 Q1549591 Q23413 Q33506"),
    (Kind::Polity, "Q6256 Q3624078 Q3024240 Q417175 Q48349 Q133156 Q7275 Q1250464 Q28171280 Q164950"),
    (Kind::People, "Q41710 Q2472587 Q34770"),
    (Kind::Group, "Q7278 Q17149090 Q41397 Q176799"),
    (Kind::Organization, "Q43229 Q4830453 Q3918 Q245065 Q484652"),
    (Kind::Work, "Q571 Q7725634 Q3305213 Q47461344 Q11424 Q7366 Q131841 Q11032 Q87167"),
    (Kind::Concept, "Q9174 Q34187 Q4437984"),
];

/// Reads items.
pub(super) fn read(text: &str, work: &mut Work) -> Result<(), String> {
    let whole = json::parse(text)?;
    if whole.get("results").is_some()
        || whole.is_array() && whole.get(0).is_none_or(|first| first.get("claims").is_none())
    {
        return super::table::read(text, work);
    }
    work.report.unit = "items";
    work.report.each = "item";
    let items: Vec<&Value> = match (whole.get("entities"), &whole) {
        (Some(Value::Object(all)), _) => all.values().collect(),
        (_, Value::Array(all)) => all.iter().collect(),
        (_, one) => vec![one],
    };
    for (at, value) in items.iter().enumerate() {
        work.read_one();
        add(value, at + 1, work);
    }
    for (at, value) in items.into_iter().enumerate() {
        relate(value, at + 1, work);
    }
    Ok(())
}

/// Properties that name a relative: what the other is to the item, or what the item is to the other.
const RELATIVES: [(&str, RelationKind, Says); 6] = [
    ("P22", RelationKind::Parent, Says::OfItself),
    ("P25", RelationKind::Parent, Says::OfItself),
    ("P26", RelationKind::Spouse, Says::OfItself),
    ("P40", RelationKind::Parent, Says::OfTheOther),
    ("P1366", RelationKind::Successor, Says::OfItself),
    ("P1365", RelationKind::Successor, Says::OfTheOther),
];

/// Of whom an item says what somebody is to whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Says {
    OfItself,
    OfTheOther,
}

/// Properties that hold numbers of other catalogues.
const NUMBERS: [(&str, Registry); 6] = [
    ("P1566", Registry::Geonames),
    ("P1584", Registry::Pleiades),
    ("P214", Registry::Viaf),
    ("P227", Registry::Gnd),
    ("P244", Registry::Loc),
    ("P1667", Registry::Tgn),
];

/// Ties an item to those others of the file, or of the pack, that it names.
fn relate(value: &Value, number: usize, work: &mut Work) {
    let known = |work: &Work, item: &str| work.draft.numbered(Registry::Wikidata, item).map(str::to_owned);
    let Some(own) = value.get("id").and_then(Value::as_str).and_then(|id| known(work, id)) else { return };
    for (property, kind, says) in RELATIVES {
        for claim in whole_claims(value, property) {
            let other = claim.pointer("/mainsnak/datavalue/value/id").and_then(Value::as_str);
            let Some(other) = other.and_then(|id| known(work, id)) else { continue };
            let when = term(claim);
            let (of, who) = if says == Says::OfItself { (&own, other) } else { (&other, own.clone()) };
            work.relate(of, Relation { when, ..Relation::new(kind, who) }, (number, property));
        }
    }
}

/// From when until when a claim holds.
fn term(claim: &Value) -> Option<When> {
    let of = |property: &str| {
        let value = claim.pointer(&format!("/qualifiers/{property}/0/datavalue/value"))?;
        let calendar = value.get("calendarmodel").and_then(Value::as_str).unwrap_or_default();
        let precision = value.get("precision").and_then(Value::as_u64);
        time(value.get("time")?.as_str()?, precision, Years::Historical, calendar)
    };
    let (start, end) = (of("P580"), of("P582"));
    dates::span(start, end).unwrap_or(start)
}

fn add(value: &Value, number: usize, work: &mut Work) {
    let id = value.get("id").and_then(Value::as_str).unwrap_or_default().to_owned();
    let names = texts(value, "labels");
    let name = of_language(&names, work);
    let Some(name) = name.or_else(|| (!id.is_empty()).then(|| id.clone())) else {
        work.remark(number, "id", "", "is no item of Wikidata: it has neither a name nor a number");
        return;
    };
    let mut it = Item::new(number, if id.is_empty() { format!("item {number}") } else { id.clone() });
    it.says = format!("{id} {}", value.get("lastrevid").map_or_else(|| value.to_string(), ToString::to_string));
    it.headline = name;
    it.is_record = true;
    it.role = of_language(&texts(value, "descriptions"), work).unwrap_or_default();
    it.text.clone_from(&it.role);
    it.aliases =
        names.into_iter().filter(|(_, name)| *name != it.headline).map(|(lang, name)| alias(name, &lang)).collect();
    let position = claims(value, "P625").next();
    it.kind = kind_of(value, position.is_some());
    let start = first_time(value, &["P585", "P580", "P569", "P571", "P577"], &mut it, work);
    let end = first_time(value, &["P582", "P570", "P576"], &mut it, work);
    it.when = dates::span(start, end).unwrap_or(start);
    it.at = position.and_then(degrees).map(|at| (at, Precision::Approximate));
    it.wikipedia = value.pointer("/sitelinks/enwiki/title").and_then(Value::as_str).map(str::to_owned);
    if !id.is_empty() {
        it.cites.push(cite(work, &id));
    }
    let numbers = NUMBERS.iter().filter_map(|(property, registry)| {
        let id = claims(value, property).next()?.as_str().filter(|id| registry.is_id(id))?;
        Some(ExternalId { registry: *registry, id: id.to_owned().into() })
    });
    let own = Some(ExternalId { registry: Registry::Wikidata, id: id.into() });
    it.ids = own.into_iter().filter(|it| it.registry.is_id(&it.id)).chain(numbers).collect();
    it.add(work);
}

/// Labels or descriptions, each with its language.
fn texts(value: &Value, key: &str) -> Vec<(String, String)> {
    let all = value.get(key).and_then(Value::as_object).into_iter().flatten();
    all.filter_map(|(lang, it)| Some((lang.clone(), it.get("value")?.as_str()?.to_owned()))).collect()
}

/// The text in English, in what stands for all languages, or in any.
fn of_language(all: &[(String, String)], work: &Work) -> Option<String> {
    let own = work.draft.about.language.as_deref().unwrap_or("en");
    let found = [own, "en", "mul"].into_iter().find_map(|lang| all.iter().find(|(other, _)| other == lang));
    found.or(all.first()).map(|(_, text)| text.clone())
}

fn alias(name: String, lang: &str) -> Alias {
    let lang = ((2..=3).contains(&lang.len()) && lang != "mul").then(|| lang.to_owned().into());
    Alias { lang, ..called(name) }
}

/// The values of a property: the preferred ones before others, none that were withdrawn.
fn claims<'v>(value: &'v Value, property: &str) -> impl Iterator<Item = &'v Value> + use<'v> {
    whole_claims(value, property).filter_map(|claim| claim.pointer("/mainsnak/datavalue/value"))
}

/// The same with all that is said of each.
fn whole_claims<'v>(value: &'v Value, property: &str) -> impl Iterator<Item = &'v Value> + use<'v> {
    let all = value.pointer(&format!("/claims/{property}")).and_then(Value::as_array);
    let rank = |claim: &Value| claim.get("rank").and_then(Value::as_str).map(str::to_owned).unwrap_or_default();
    let mut all: Vec<&Value> = all.into_iter().flatten().filter(|it| rank(it) != "deprecated").collect();
    all.order_by_key(|it| rank(it) != "preferred");
    all.into_iter()
}

fn kind_of(value: &Value, placed: bool) -> Kind {
    let classes: Vec<&str> = claims(value, "P31").filter_map(|it| it.get("id").and_then(Value::as_str)).collect();
    let known = CLASSES.iter().find(|(_, ids)| ids.split(' ').any(|id| classes.contains(&id)));
    let has = |properties: &[&str]| properties.iter().any(|it| claims(value, it).next().is_some());
    match known {
        Some((kind, _)) => *kind,
        None if has(&["P569", "P570"]) => Kind::Person,
        None if has(&["P585", "P580"]) => Kind::Event,
        None if placed => Kind::Place,
        None if has(&["P577"]) => Kind::Work,
        None if has(&["P571"]) => Kind::Organization,
        None => Kind::Concept,
    }
}

fn first_time(value: &Value, properties: &[&str], it: &mut Item, work: &mut Work) -> Option<When> {
    let (property, found) =
        properties.iter().find_map(|property| Some((*property, claims(value, property).next()?)))?;
    let text = found.get("time")?.as_str()?;
    let precision = found.get("precision").and_then(Value::as_u64);
    let calendar = found.get("calendarmodel").and_then(Value::as_str).unwrap_or_default();
    let read = time(text, precision, Years::Historical, calendar);
    if read.is_none() {
        work.remark(it.row, property, text, "is no time that can be read; its words are kept");
        it.keep_date(property, text);
    }
    read
}

fn degrees(value: &Value) -> Option<[f64; 2]> {
    let on_earth = value.get("globe").and_then(Value::as_str).is_none_or(|globe| globe.ends_with("/Q2"));
    let number = |key: &str| value.get(key).and_then(Value::as_f64);
    Some([number("latitude")?, number("longitude")?]).filter(|_| on_earth)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::value::item_of;

    #[test]
    fn times_are_as_exact_as_they_are_said_to_be() {
        for (text, precision, years, shown) in [
            ("+1591-03-13T00:00:00Z", Some(11), Years::Historical, "13 Mar 1591"),
            ("+1807-06-22T00:00:00Z", None, Years::Astronomical, "22 Jun 1807"),
            ("1807-01-01T00:00:00Z", None, Years::Astronomical, "1807"),
            ("+1960-05-00T00:00:00Z", Some(10), Years::Historical, "May 1960"),
            ("-0499-01-01T00:00:00Z", None, Years::Astronomical, "500 BC"),
            ("-0500-00-00T00:00:00Z", Some(9), Years::Historical, "500 BC"),
            ("+1300-00-00T00:00:00Z", Some(7), Years::Historical, "13th c."),
            ("+1201-00-00T00:00:00Z", Some(7), Years::Historical, "13th c."),
            ("-0500-00-00T00:00:00Z", Some(7), Years::Historical, "5th c. BC"),
            ("+1965-00-00T00:00:00Z", Some(8), Years::Historical, "1960s"),
            ("-0495-00-00T00:00:00Z", Some(8), Years::Historical, "490s BC"),
            ("+2000-00-00T00:00:00Z", Some(6), Years::Historical, "2nd millennium"),
            ("-10000-00-00T00:00:00Z", Some(5), Years::Historical, "c. 10000 BC"),
        ] {
            let read = time(text, precision, years, "").map(|when| when.to_string());
            assert_eq!(read.as_deref(), Some(shown), "{text}");
        }
        let julian =
            time("+1700-02-29T00:00:00Z", Some(11), Years::Historical, "http://www.wikidata.org/entity/Q1985786");
        assert_eq!(julian.map(|when| when.first().gregorian()), Some((1700, 3, 11)));
        for bad in ["", "soon", "+0000-00-00", "1807-13-40T00:00:00Z", "t1234567"] {
            assert!(time(bad, None, Years::Astronomical, "").is_none_or(|it| it.first().year == 0), "{bad}");
        }
    }

    #[test]
    fn items_are_known_by_their_addresses() {
        assert_eq!(item_of("http://www.wikidata.org/entity/Q42"), Some("Q42"));
        assert_eq!(item_of("Q42"), Some("Q42"));
        assert_eq!(item_of("https://example.org/Q42"), None);
        assert_eq!(item_of("Quebec"), None);
    }
}
