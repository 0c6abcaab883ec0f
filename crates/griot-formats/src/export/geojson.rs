//! The places as points, the outlines of polities and the waters, for maps (RFC 7946).
//!
//! Dates stand in words and in numbers: the words are griot's, `edtf` is ISO 8601-2, the years are astronomical.

use griot_pack::pack::geo::{Geo, LonLat, Reach, Water, WaterKind};
use griot_pack::pack::{EntityId, Excerpt, Pack};
use griot_pack::when::When;
use serde_json::{Map, Value, json};

use super::{Export, pretty, provenance};
use crate::dated::Dated;

pub(super) fn export(pack: &Pack, excerpt: &Excerpt) -> Export {
    let geo = pack.geo().unwrap_or_default();
    let places = excerpt.entities.iter().filter_map(|id| place(pack, *id));
    let reaches = excerpt.reaches(pack, &geo).map(|reach| outline(pack, excerpt, reach));
    let waters = excerpt.waters(pack, &geo).map(water);
    let collection = json!({
        "type": "FeatureCollection",
        "title": pack.about.title,
        "credit": credit(pack, &geo),
        "features": places.chain(reaches).chain(waters).collect::<Vec<Value>>(),
    });
    pretty(&collection).into()
}

/// To whom the positions are owed, and where all this comes from.
fn credit(pack: &Pack, geo: &Geo) -> String {
    let provenance = provenance(pack);
    let map = Some(geo.credit.as_str()).filter(|credit| !credit.is_empty() && !provenance.contains(credit));
    let lines: Vec<&str> = provenance.lines().chain(map).collect();
    lines.join(" ")
}

fn place(pack: &Pack, id: EntityId) -> Option<Value> {
    let entity = &pack[id];
    let [lat, lon] = entity.at?;
    let properties = json!({
        "name": entity.name,
        "kind": entity.kind.name(),
        "type": entity.subtype,
        "role": entity.role,
        "precision": entity.precision,
        "mentions": pack.mentions(id).len(),
        "wikipedia": entity.wikipedia,
    });
    Some(feature(&entity.id, &json!({ "type": "Point", "coordinates": [lon, lat] }), properties, entity.when))
}

/// The outline of a polity, which is approximate always.
fn outline(pack: &Pack, excerpt: &Excerpt, reach: &Reach) -> Value {
    let polity = excerpt.entities.iter().find(|id| pack[**id].reach.contains(&reach.id)).map(|id| &pack[*id]);
    let properties = json!({
        "name": polity.map(|it| &it.name),
        "kind": "reach",
        "of": polity.map(|it| &it.id),
        "precision": "approximate",
        "note": reach.note,
    });
    feature(&reach.id, &polygon(&reach.outline), properties, Some(reach.when))
}

fn water(it: &Water) -> Value {
    let (kind, geometry) = match it.kind {
        WaterKind::River => ("river", json!({ "type": "MultiLineString", "coordinates": it.paths })),
        WaterKind::Lake => {
            let rings: Vec<Value> = it.paths.iter().map(|path| json!([ring(path)])).collect();
            ("lake", json!({ "type": "MultiPolygon", "coordinates": rings }))
        }
    };
    let precision = it.approximate.then_some("approximate");
    feature(&it.id, &geometry, json!({ "name": it.name, "kind": kind, "precision": precision }), it.when)
}

fn feature(id: &str, geometry: &Value, properties: Value, when: Option<When>) -> Value {
    let Dated { when: words, edtf, from_year, to_year, .. } = Dated::of(when);
    let dated = json!({ "when": words, "edtf": edtf, "from_year": from_year, "to_year": to_year });
    let all: Map<String, Value> = [properties, dated].into_iter().filter_map(into_members).flatten().collect();
    json!({ "type": "Feature", "id": id, "geometry": geometry, "properties": all })
}

fn into_members(value: Value) -> Option<Map<String, Value>> {
    match value {
        Value::Object(members) => Some(members),
        _ => None,
    }
}

/// An outline as a polygon.
pub(super) fn polygon(outline: &[LonLat]) -> Value {
    json!({ "type": "Polygon", "coordinates": [ring(outline)] })
}

/// A closed ring that runs against the clock, as outer rings do.
fn ring(outline: &[LonLat]) -> Vec<LonLat> {
    let mut ring = outline.to_vec();
    if let (Some(first), Some(last)) = (outline.first(), outline.last())
        && first.map(f64::to_bits) != last.map(f64::to_bits)
    {
        ring.push(*first);
    }
    let doubled_area: f64 = ring.windows(2).map(|pair| pair[0][0] * pair[1][1] - pair[1][0] * pair[0][1]).sum();
    if doubled_area < 0.0 {
        ring.reverse();
    }
    ring
}
