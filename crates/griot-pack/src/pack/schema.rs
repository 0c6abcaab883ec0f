//! The JSON Schema of a pack's files, made from the types that read them.

use schemars::SchemaGenerator;
use serde_json::{Value, json};

use super::raw;

const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/pack.schema.json");

/// One schema for every file of a pack: each is of one of these shapes.
fn schema() -> Value {
    let mut types = SchemaGenerator::default();
    let about = types.subschema_for::<raw::About>();
    let era = types.subschema_for::<raw::Era>();
    let entities = types.subschema_for::<Vec<raw::Entity>>();
    let sources = types.subschema_for::<Vec<raw::Source>>();
    let geo = types.subschema_for::<raw::Geo>();
    let translation = types.subschema_for::<raw::Translation>();
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A file of a griot pack",
        "description": "pack.json, eras/n-id.json, entities/<kind>.json, sources.json, geo.json or \
                        translations/<language>.json, in this order.",
        "anyOf": [about, era, entities, sources, geo, translation],
        "$defs": types.take_definitions(true),
    })
}

/// `GRIOT_WRITE=1 cargo test schema` writes the file anew.
#[test]
#[expect(clippy::disallowed_methods, reason = "the variable is the test’s own")]
fn the_schema_of_a_pack_is_that_of_the_types() {
    let wanted = serde_json::to_string_pretty(&schema()).expect("JSON") + "\n";
    if std::env::var_os("GRIOT_WRITE").is_some() {
        std::fs::write(PATH, &wanted).expect("a file that can be written");
    }
    let there = std::fs::read_to_string(PATH).unwrap_or_default();
    assert!(there == wanted, "pack.schema.json is stale: GRIOT_WRITE=1 cargo test schema writes it anew");
}
