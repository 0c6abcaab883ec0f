//! The places as points, for maps (RFC 7946).

use std::collections::BTreeSet;

use serde_json::{Value, json};

use griot_pack::pack::{EntityId, EraId, Pack};

pub fn export(pack: &Pack, eras: &[EraId]) -> String {
    let all = eras.len() == pack.eras().len();
    let linked: BTreeSet<EntityId> =
        eras.iter().flat_map(|era| pack.statements_in(*era)).flat_map(|id| pack[id].links()).collect();
    let places = pack.entities().filter(|id| all || linked.contains(id)).filter_map(|id| feature(pack, id));
    let collection = json!({ "type": "FeatureCollection", "features": places.collect::<Vec<Value>>() });
    let mut out = serde_json::to_string_pretty(&collection).unwrap_or_default();
    out.push('\n');
    out
}

fn feature(pack: &Pack, id: EntityId) -> Option<Value> {
    let it = &pack[id];
    let [lat, lon] = it.at?;
    Some(json!({
        "type": "Feature",
        "id": it.id,
        "geometry": { "type": "Point", "coordinates": [lon, lat] },
        "properties": {
            "name": it.name,
            "kind": it.kind.name(),
            "type": it.subtype,
            "role": it.role,
            "when": it.when.map(|when| when.to_string()),
            "edtf": it.when.map(|when| when.edtf()),
            "precision": it.precision,
            "mentions": pack.mentions(id).len(),
        },
    }))
}
