//! CSV by `csv`, GeoJSON by `geojson`.

use std::collections::HashMap;

use geojson::{GeoJson, GeometryValue};
use griot_pack::pack::{EraId, Kind, Rank};
use griot_pack::when::When;

use super::{pack, printed};

type Row = HashMap<String, String>;

fn rows(args: &[&str]) -> Vec<Row> {
    let text = printed(args);
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    reader.deserialize().map(Result::unwrap).collect()
}

#[test]
fn the_table_has_these_columns_and_every_statement() {
    let pack = pack();
    let text = printed(&["export", "-f", "csv"]);
    let columns = "id,era,chapter,text,when,edtf,from,to,from_year,to_year,circa,calendar,standing,sources,places,people,ranks,rests_on";
    assert_eq!(text.lines().next(), Some(columns));
    let rows = rows(&["export", "-f", "csv"]);
    assert_eq!(rows.len(), pack.statements().len());
    for (row, id) in rows.iter().zip(pack.statements()) {
        let it = &pack[id];
        assert_eq!(row["id"], pack.statement_id(id));
        assert_eq!(row["text"].trim_start_matches('\''), it.text.as_str());
        assert_eq!(row["standing"], it.standing.name());
        let when = Some(row["when"].as_str()).filter(|when| !when.is_empty());
        assert_eq!(when.map(|when| When::parse(when).unwrap()), it.when, "{}", row["id"]);
        if let Some(when) = it.when {
            assert_eq!(When::parse_edtf(&row["edtf"]).unwrap().edtf(), when.edtf(), "{}", row["id"]);
            let year = row["from_year"].parse::<i64>().ok();
            assert_eq!(year, Some(when.first().year).filter(|_| !row["from"].is_empty()), "{row:?}");
        }
        let cited: Vec<&str> = row["sources"].split("; ").filter(|cite| !cite.is_empty()).collect();
        assert_eq!(cited.len(), it.cites.len(), "{}", row["id"]);
        for (cite, note) in cited.iter().zip(&it.cites) {
            assert!(cite.starts_with(pack[pack[*note].source].key.as_str()), "{cite}");
        }
        let ranks: Vec<&str> = row["ranks"].split("; ").filter(|rank| !rank.is_empty()).collect();
        let ranked = it.cites.iter().filter_map(|note| pack[pack[*note].source].rank).map(Rank::name);
        assert_eq!(ranks, ranked.collect::<Vec<_>>(), "{}", row["id"]);
        assert_eq!(row["rests_on"] == "wiki", !ranks.is_empty() && ranks.iter().all(|rank| *rank == "wiki"));
        for (column, kind) in [("places", Kind::Place), ("people", Kind::Person)] {
            let named = row[column].split("; ").filter(|id| !id.is_empty()).map(|id| pack.entity(id).unwrap());
            for entity in named {
                assert!(pack[entity].kind == kind && it.links().any(|link| link == entity), "{}", row["id"]);
            }
        }
    }
}

#[test]
fn an_era_is_exported_with_what_it_needs_alone() {
    let pack = pack();
    let era = pack.eras().nth(2).unwrap();
    assert_eq!(rows(&["export", "-f", "csv", "--era", "3"]).len(), pack.statements_in(era).count());
    let json: serde_json::Value = serde_json::from_str(&printed(&["export", "-f", "json", "--era", "3"])).unwrap();
    let count = |field: &str| json[field].as_array().unwrap().len();
    let excerpt = pack.excerpt(&[era]);
    assert_eq!(
        (count("entities"), count("sources"), count("notes")),
        (excerpt.entities.len(), excerpt.sources.len(), excerpt.notes.len())
    );
    assert!(count("entities") < pack.entities().len() / 2 && count("sources") < pack.sources().len() / 2);
    let all: Vec<EraId> = pack.eras().collect();
    let whole = pack.excerpt(&all);
    assert_eq!((whole.entities.len(), whole.sources.len()), (pack.entities().len(), pack.sources().len()));
    assert_eq!(whole.notes.len(), pack.notes().len());
}

#[test]
fn the_map_holds_places_outlines_and_waters_with_their_dates() {
    let pack = pack();
    let geo = pack.geo().unwrap();
    let text = printed(&["export", "-f", "geojson"]);
    let GeoJson::FeatureCollection(collection) = text.parse::<GeoJson>().unwrap() else { panic!("no collection") };
    let placed = pack.entities().filter(|id| pack[*id].at.is_some()).count();
    assert_eq!(collection.features.len(), placed + geo.reaches.len() + geo.waters.len());
    let credit = collection.foreign_members.unwrap()["credit"].as_str().unwrap().to_owned();
    assert!(credit.contains(geo.credit.as_str()) && credit.contains(pack.about.licence.as_str()), "{credit}");
    for feature in &collection.features {
        let property = |name: &str| feature.property(name).cloned().unwrap_or_default();
        assert!(property("name").is_string(), "{feature:?}");
        if let Some(when) = property("when").as_str() {
            let when = When::parse(when).unwrap();
            assert_eq!(property("edtf").as_str(), Some(when.edtf().as_str()));
            assert!(property("from_year").is_null() || property("from_year").as_i64() == Some(when.first().year));
        }
        if let GeometryValue::Polygon { coordinates } = &feature.geometry.as_ref().unwrap().value {
            let ring = &coordinates[0];
            assert!(ring.len() >= 4 && ring.first() == ring.last(), "{feature:?}");
        }
    }
}

#[test]
fn cells_that_begin_as_formulas_do_are_guarded() {
    let dir = tempfile::tempdir().unwrap();
    let data = dir.path().join("pack");
    let data = data.to_str().unwrap();
    printed(&["new", data]);
    let file = format!("{data}/eras/1-first-era.json");
    let text = std::fs::read_to_string(&file).unwrap();
    std::fs::write(&file, text.replace("\"It is said", "\"=It is said").replace("The first chapter", "@SUM(1)"))
        .unwrap();
    let rows = rows(&["--data", data, "export", "-f", "csv"]);
    assert!(rows[1]["text"].starts_with("'=It is said"), "{:?}", rows[1]);
    assert_eq!(rows[1]["chapter"], "'@SUM(1)");
}
