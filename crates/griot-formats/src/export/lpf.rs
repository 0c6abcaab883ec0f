//! The Linked Places Format: places and powers as features that gazetteers take in, with their names, times and relations,
//! and with the statements that name them, each with its sources.

use griot_history::cite;
use griot_pack::pack::geo::{Geo, Reach};
use griot_pack::pack::{Alias, Entity, EntityId, Excerpt, Kind, NoteId, Pack, Position, StatementId, Text};
use griot_pack::when::{Calendar, Day, Moment, Unit, When};
use serde_json::{Map, Value, json};

use super::living::{loss, may_be_living, names_living};
use super::{Export, Loss, geojson, pretty, provenance};

const CONTEXT: &str =
    "https://raw.githubusercontent.com/LinkedPasts/linked-places/master/linkedplaces-context-v1.1.jsonld";

/// The classes by which gazetteers find a place again, each with the words of packs for such places.
const CLASSES: [(char, &str); 7] = [
    ('A', "country state province county district department cercle commune municipality colony"),
    ('H', "river lake sea ocean bay gulf strait estuary canal waterfall spring well"),
    ('L', "continent region area territory oasis park battlefield port"),
    ('P', "city capital town village hamlet settlement"),
    ('R', "road route street railway"),
    (
        'S',
        "site mosque church temple shrine tomb cemetery palace house building fort airport station square bridge mine monument",
    ),
    ('T', "desert mountain hill valley plain plateau cape island dune delta"),
];

pub(super) fn export(pack: &Pack, excerpt: &Excerpt) -> Export {
    let geo = pack.geo().unwrap_or_default();
    let is_place = |id: &EntityId| matches!(pack[*id].kind, Kind::Place | Kind::Polity);
    let places: Vec<EntityId> = excerpt.entities.iter().copied().filter(is_place).collect();
    let features: Vec<Value> = places.iter().map(|id| feature(pack, excerpt, &geo, *id)).collect();
    let without = features.iter().filter(|it| it["geometry"].is_null()).count();
    let collection = json!({
        "type": "FeatureCollection",
        "@context": CONTEXT,
        "title": pack.about.title,
        "attribution": provenance(pack).trim_end(),
        "features": features,
    });
    let what = ["geometry", "geometries"];
    let losses = Loss::of(without, what, "the pack has no position for these places, which stand by name");
    let living = excerpt.entities.iter().filter(|id| may_be_living(pack, **id)).count();
    Export { text: pretty(&collection), losses: losses.into_iter().chain(loss(living)).collect() }
}

/// What names an entity outside of its pack.
fn urn(pack: &Pack, id: &str) -> String {
    format!("urn:griot:{}:{id}", pack.about.id)
}

fn feature(pack: &Pack, excerpt: &Excerpt, geo: &Geo, id: EntityId) -> Value {
    let it = &pack[id];
    let mut out = Map::new();
    out.insert("@id".into(), json!(urn(pack, &it.id)));
    out.insert("type".into(), json!("Feature"));
    let mut properties = json!({ "title": it.name, "fclasses": classes(it) });
    if let Some(precision) = it.precision {
        properties["precision"] = json!(precision);
    }
    if let Some(note) = &it.note {
        properties["note"] = json!(note);
    }
    out.insert("properties".into(), properties);
    if let Some(when) = &it.when {
        out.insert("when".into(), time(when));
    }
    let own = json!({ "toponym": it.name, "lang": pack.about.language, "citations": [attestation(pack)] });
    out.insert("names".into(), std::iter::once(own).chain(it.aliases.iter().map(other_name)).collect());
    let kind = it.subtype.as_deref().unwrap_or_else(|| it.kind.name());
    out.insert("types".into(), json!([{ "label": kind, "sourceLabel": kind }]));
    out.insert("geometry".into(), geometry(pack, geo, id));
    let lists = [
        ("relations", relations(pack, excerpt, id)),
        ("links", links(pack, it)),
        ("descriptions", descriptions(pack, excerpt, id)),
    ];
    for (key, list) in lists {
        if !list.is_empty() {
            out.insert(key.into(), Value::Array(list));
        }
    }
    Value::Object(out)
}

/// The class of a place by the last word of its type, as "market town"; where that is none of the table, it may be any.
fn classes(it: &Entity) -> Vec<char> {
    let kind = it.subtype.as_deref().and_then(|kind| kind.split_whitespace().next_back());
    let known = |words: &str| kind.is_some_and(|kind| words.split(' ').any(|word| word == kind));
    match CLASSES.iter().find(|(_, words)| known(words)) {
        Some((class, _)) => vec![*class],
        None if it.kind == Kind::Polity => vec!['A'],
        None => CLASSES.iter().map(|(class, _)| *class).collect(),
    }
}

/// The pack as the work that has the name. The format wants a time or a dated citation of every place, and a place that
/// no statement dates has no other.
fn attestation(pack: &Pack) -> Value {
    let about = &pack.about;
    let mut out = json!({ "label": format!("{}, revision {}", about.title, about.revision) });
    if let Some(year) = about.revision.get(..4).and_then(|year| year.parse::<u16>().ok()) {
        out["year"] = json!(year);
    }
    out
}

fn other_name(alias: &Alias) -> Value {
    let mut out = json!({ "toponym": alias.name });
    if let Some(lang) = &alias.lang {
        out["lang"] = json!(lang);
    }
    if let Some(when) = &alias.when {
        out["when"] = time(when);
    }
    out
}

/// Its article, and its records in catalogues of others.
fn links(pack: &Pack, it: &Entity) -> Vec<Value> {
    let link = |kind: &str, to: String| json!({ "type": kind, "identifier": to });
    let article = |title: &Text| link("primaryTopicOf", griot_pack::url::wikipedia(title, &pack.about.language));
    let records = it.ids.iter().map(|id| link("exactMatch", id.address()));
    it.wikipedia.iter().map(article).chain(records).collect()
}

/// Where it lies, where it lay and the outlines that a power had, these with their times; or nothing.
fn geometry(pack: &Pack, geo: &Geo, id: EntityId) -> Value {
    let it = &pack[id];
    let point = |[lat, lon]: [f64; 2]| json!({ "type": "Point", "coordinates": [lon, lat] });
    let earlier = |position: &Position| {
        let mut shape = point(position.at);
        if let Some(when) = &position.when {
            shape["when"] = time(when);
        }
        shape
    };
    let outline = |reach: &Reach| {
        let mut shape = geojson::polygon(&reach.outline);
        shape["when"] = time(&reach.when);
        shape
    };
    let outlines = geo.reaches.iter().filter(|reach| it.reach.contains(&reach.id)).map(outline);
    let points = it.at.map(point).into_iter().chain(it.positions.iter().map(earlier));
    let mut shapes: Vec<Value> = points.chain(outlines).collect();
    match shapes.len() {
        0 => Value::Null,
        1 => shapes.remove(0),
        _ => json!({ "type": "GeometryCollection", "geometries": shapes }),
    }
}

/// The events that took place there.
fn relations(pack: &Pack, excerpt: &Excerpt, id: EntityId) -> Vec<Value> {
    let there = excerpt.entities.iter().filter(|event| pack[**event].places.contains(&id));
    let relation = |event: &EntityId| {
        let event = &pack[*event];
        let mut out = json!({
            "relationType": "crm:P7i_witnessed",
            "relationTo": urn(pack, &event.id),
            "label": event.name,
        });
        if let Some(when) = &event.when {
            out["when"] = time(when);
        }
        out
    };
    there.map(relation).collect()
}

/// What it is, and every statement that links to it, with where that is known from.
fn descriptions(pack: &Pack, excerpt: &Excerpt, id: EntityId) -> Vec<Value> {
    let it = &pack[id];
    let role = it.role.iter().map(|role| json!({ "value": role, "lang": pack.about.language }));
    let here = |id: &&StatementId| excerpt.eras.contains(&pack.era_of(**id)) && !names_living(pack, **id);
    let told = pack.mentions(id).iter().filter(here);
    role.chain(told.map(|id| description(pack, *id))).collect()
}

fn description(pack: &Pack, id: StatementId) -> Value {
    let it = &pack[id];
    let citation = |note: &NoteId| {
        let source = &pack[pack[*note].source];
        let mut out = json!({ "label": cite::text(source, pack[*note].place.as_deref()) });
        if let Some(url) = source.url.as_ref().or(source.archive.as_ref()) {
            out["@id"] = json!(url);
        }
        out
    };
    let mut out = json!({
        "@id": urn(pack, &pack.statement_id(id)),
        "value": it.text,
        "lang": pack.language_of(id),
        "standing": it.standing.name(),
    });
    if let Some(when) = &it.when {
        out["when"] = time(when);
    }
    if !it.cites.is_empty() {
        out["citations"] = it.cites.iter().map(citation).collect();
    }
    out
}

/// A time as one span, in the words of the pack beside it. An end that is not exact has its earliest and its latest
/// day; one that is open or not known is not there.
fn time(when: &When) -> Value {
    let mut span = Map::new();
    let ends = when.ends();
    let begins = !matches!(when, When::Before(_) | When::Until(..)) && when.first() != Day::MIN;
    let lasts = !matches!(when, When::After(_) | When::From(..)) && when.last() != Day::MAX;
    // An end that is open is no day that could be told.
    let whole = || json!({ "earliest": iso(when.first()), "latest": iso(when.last()) });
    match when {
        When::Between(..) | When::OneOf(_) if begins && lasts => {
            span.insert("start".into(), whole());
        }
        When::Before(_) => {
            span.insert("end".into(), json!({ "latest": iso(when.last()) }));
        }
        When::After(_) => {
            span.insert("start".into(), json!({ "earliest": iso(when.first()) }));
        }
        _ => {
            let (first, last) = ends.map_or((None, None), |(a, b)| (Some(a), Some(b)));
            if let Some(m) = first.filter(|_| begins) {
                span.insert("start".into(), end(m));
            }
            if let Some(m) = last.filter(|_| lasts) {
                span.insert("end".into(), end(m));
            }
        }
    }
    json!({ "timespans": [span], "label": when.in_words() })
}

/// One end of a span.
fn end(m: Moment) -> Value {
    let doubted = m.about.any() || m.uncertain.any();
    let plain = !doubted && m.calendar == Calendar::Civil && m == Moment::new(m.year, m.unit);
    match m.unit {
        Unit::Year if plain => json!({ "in": year(m.year) }),
        Unit::Day { .. } if !doubted && m.first() == m.last() => json!({ "in": iso(m.first()) }),
        _ => json!({ "earliest": iso(m.first()), "latest": iso(m.last()) }),
    }
}

fn year(year: i64) -> String {
    let sign = if year < 0 { "-" } else { "" };
    format!("{sign}{:04}", year.abs())
}

/// A day as ISO 8601 has it; of years that are far away the year.
fn iso(day: Day) -> String {
    let (y, month, day) = day.gregorian();
    if y.abs() > 9999 { year(y) } else { format!("{}-{month:02}-{day:02}", year(y)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_open_end_of_a_time_is_not_told() {
        for (written, told) in [
            ("..1960", json!({ "end": { "in": "1960" } })),
            ("1960..", json!({ "start": { "in": "1960" } })),
            ("before 1960", json!({ "end": { "latest": "1959-12-31" } })),
            ("1959 or 1960", json!({ "start": { "earliest": "1959-01-01", "latest": "1960-12-31" } })),
        ] {
            let when = When::parse(written).expect("a date");
            assert_eq!(time(&when)["timespans"][0], told, "{written}");
        }
    }
}
