//! `--json`: one document, `schema` and `pack` first.

use serde_json::Value;

use super::run::{griot, printed, run};

fn document(args: &[&str]) -> Value {
    let text = printed(args);
    let version = if args[0] == "search" { 2 } else { 1 };
    let schema = format!("{{\n  \"schema\": \"griot.{}/{version}\",\n  \"pack\": \"mali\",\n", args[0]);
    assert!(text.starts_with(&schema), "{args:?}: {text:.200}");
    serde_json::from_str(&text).expect("one JSON document")
}

#[test]
fn every_command_gives_one_document() {
    for args in [
        &["read", "--json"][..],
        &["read", "1.6", "--json"],
        &["read", "1..2", "--json"],
        &["read", "timbuktu", "--json"],
        &["show", "1.6", "--json"],
        &["show", "huysecom-2009", "--json"],
        &["at", "1591", "--json"],
        &["search", "keita", "--json"],
        &["ask", "who was president in 1985", "--json"],
        &["today", "--on", "19 Nov 1968", "--json"],
        &["show", "timbuktu", "--json"],
        &["list", "--json"],
        &["check", "--json"],
        &["about", "--json"],
        &["timeline", "1960..1991", "--json"],
        &["map", "--json"],
        &["map", "1591", "--json"],
        &["cite", "1.6", "--json"],
        &["keys", "--json"],
        &["doctor", "--json"],
        &["export", "--era", "3", "--json"],
    ] {
        document(args);
    }
    for what in ["eras", "chapters", "people", "events", "entities", "sources", "offices", "figures", "corrections"] {
        let list = document(&["list", what, "--json"]);
        let items = list["items"].as_array().unwrap();
        assert_eq!(list["count"], items.len());
        assert!(!items.is_empty(), "{what}");
    }
}

#[test]
fn hits_of_a_search_stand_in_rank_order() {
    let found = document(&["search", "keita", "--json", "-n", "5"]);
    let hits = found["hits"].as_array().unwrap();
    assert_eq!(hits.len(), 5);
    for hit in hits {
        let fields: Vec<&str> = hit.as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(fields, ["complete", "id", "kind", "name", "tier", "via"]);
    }
    let found = document(&["search", "timbuctoo", "--json"]);
    assert_eq!(found["hits"][0]["id"], "timbuktu");
    assert_eq!(found["hits"][0]["via"], "Timbuctoo");
    assert_eq!(found["hits"][0]["tier"], "exact");
}

#[test]
fn a_search_that_finds_nothing_is_a_document_as_well() {
    let output = run(&["search", "zanzibarqq", "--json"]);
    assert_eq!(output.status.code(), Some(1));
    let found: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(found["hits"], Value::Array(Vec::new()));
}

#[test]
fn dates_are_given_as_said_and_as_days() {
    let then = document(&["at", "900 BC", "--json"]);
    assert_eq!(
        (&then["when"], &then["from"], &then["to"]),
        (&"900 BC".into(), &"-0899-01-01".into(), &"-0899-12-31".into())
    );
    let open = document(&["at", "2012..", "--json"]);
    assert_eq!((&open["from"], &open["to"]), (&"2012-01-01".into(), &Value::Null));
}

#[test]
fn a_bad_pack_is_a_document_of_its_problems() {
    let dir = tempfile::tempdir().unwrap();
    let output = griot().args(["check", "--json"]).arg(dir.path()).output().unwrap();
    assert_eq!(output.status.code(), Some(3));
    let found: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(
        (&found["schema"], &found["pack"], &found["valid"]),
        (&"griot.check/1".into(), &Value::Null, &false.into())
    );
    assert_eq!(found["problems"][0]["file"], "pack.json");
}

#[test]
fn ascii_json_says_the_same() {
    let plain = printed(&["show", "segou", "--json", "--ascii"]);
    assert!(plain.is_ascii());
    let (plain, full): (Value, Value) =
        (serde_json::from_str(&plain).unwrap(), serde_json::from_str(&printed(&["show", "segou", "--json"])).unwrap());
    assert_eq!(plain, full);
}
