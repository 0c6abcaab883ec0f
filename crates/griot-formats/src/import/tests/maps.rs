//! GeoJSON, Linked Places and OpenHistoricalMap.

use super::*;

#[test]
fn openhistoricalmap_says_dates_in_edtf_and_names_in_languages() {
    let text = r#"{"type": "FeatureCollection", "features": [{"type": "Feature", "geometry": {"type": "Point", "coordinates": [-3.0, 16.77]},
        "properties": {"name": "Timbuktu", "name:fr": "Tombouctou", "name:zh-Hant": "廷巴克圖", "old_name": "Tinbuktu", "name:etymology": "a well",
            "start_date": "1100", "start_date:edtf": "11XX", "end_date": "1591-03-13"}}]}"#;
    let (pack, report) = imported(&[("ohm.geojson", text.as_bytes())]);
    assert_eq!(report.files[0].remarks, []);
    let it = &pack[pack.entity("timbuktu").unwrap()];
    let names: Vec<(&str, &str)> =
        it.aliases.iter().map(|it| (it.name.as_str(), it.lang.as_deref().unwrap_or_default())).collect();
    assert_eq!(names, [("Tombouctou", "fr"), ("廷巴克圖", "zh"), ("Tinbuktu", "")]);
    assert_eq!(it.note.as_deref(), Some("name:etymology: a well"));
    assert_eq!(it.when.map(|when| when.to_string()).as_deref(), Some("11XX..13 Mar 1591"));
}

#[test]
fn features_are_places_events_or_polities() {
    let text = r#"{"type": "FeatureCollection", "features": [
        {"type": "Feature", "@id": "http://example.org/1", "properties": {"title": "Abingdon", "ccodes": ["GB"]},
         "names": [{"toponym": "Abbendun", "lang": "ang"}, {"toponym": "أبينغدون", "lang": "ar"}],
         "when": {"timespans": [{"start": {"in": "-0050"}, "end": {"in": "1699"}}]},
         "geometry": {"type": "GeometryCollection", "geometries": [{"type": "Point", "coordinates": [-1.28, 51.67]}, {"type": "Point", "coordinates": [-1.31, 51.64]}]}},
        {"type": "Feature", "properties": {"name": "Unknown start", "description": "A place."}, "when": {"timespans": [{"start": -1}]},
         "geometry": {"type": "Point", "coordinates": [200, 10]}},
        {"type": "Feature", "properties": {"name": "Realm", "start_date": "1312", "end_date": "1337"},
         "geometry": {"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1], [0, 0]]]}},
        {"type": "Feature", "properties": {"name": "Siege", "date": "1591-03"}, "geometry": {"type": "Point", "coordinates": [0, 16]}},
        {"type": "Feature", "properties": null, "geometry": null}]}"#;
    let (pack, report) = imported(&[("lp.geojson", text.as_bytes())]);
    let of = |id: &str| &pack[pack.entity(id).unwrap_or_else(|| panic!("{id}"))];
    let abingdon = of("abingdon");
    assert_eq!((abingdon.kind, abingdon.at), (Kind::Place, Some([51.67, -1.28])));
    assert_eq!(abingdon.when.unwrap().to_string(), "51 BC..AD 1699".replace("AD ", ""));
    assert_eq!(abingdon.aliases.len(), 2);
    assert_eq!((of("unknown-start").at, of("unknown-start").when), (None, None));
    assert_eq!((of("realm").kind, of("realm").reach.len()), (Kind::Polity, 1));
    assert_eq!((of("siege").kind, of("siege").when.unwrap().to_string()), (Kind::Event, "Mar 1591".into()));
    assert_eq!(report.files[0].outlines, 1);
    let rows: Vec<usize> = report.files[0].remarks.iter().map(|it| it.row).collect();
    assert_eq!(rows, [2, 5, 5]);
}

#[test]
fn names_and_positions_of_linked_places_keep_their_times() {
    let text = r#"{"type": "FeatureCollection", "features": [{"type": "Feature", "@id": "https://pleiades.stoa.org/places/423025",
        "properties": {"title": "Petersburg"},
        "names": [{"toponym": "Leningrad", "lang": "ru", "when": {"timespans": [{"start": {"in": "1924"}, "end": {"in": "1991"}}]}}],
        "links": [{"type": "exactMatch", "identifier": "gn:498817"}, {"type": "seeAlso", "identifier": "wd:Q656"}],
        "geometry": {"type": "GeometryCollection", "geometries": [
          {"type": "Point", "coordinates": [30.3, 59.9], "when": {"timespans": [{"start": {"in": "1703"}, "end": {"in": "1800"}}]}},
          {"type": "Point", "coordinates": [30.4, 59.9], "when": {"timespans": [{"start": {"in": "1800"}}]}}]}}]}"#;
    let (pack, _) = imported(&[("lp.geojson", text.as_bytes())]);
    let it = &pack[pack.entity("petersburg").unwrap()];
    let said = |when: Option<griot_pack::when::When>| when.map(|when| when.to_string()).unwrap_or_default();
    assert_eq!((it.aliases[0].lang.as_deref(), said(it.aliases[0].when)), (Some("ru"), "1924..1991".to_owned()));
    let positions: Vec<([f64; 2], String)> = it.positions.iter().map(|it| (it.at, said(it.when))).collect();
    assert_eq!(positions, [([59.9, 30.3], "1703..1800".to_owned()), ([59.9, 30.4], "1800".to_owned())]);
    let ids: Vec<(&str, &str)> = it.ids.iter().map(|it| (it.registry.name(), &*it.id)).collect();
    assert_eq!(ids, [("geonames", "498817"), ("pleiades", "423025")]);
    assert!(it.note.as_deref().is_some_and(|note| note.contains("seeAlso: wd:Q656")), "{:?}", it.note);
}

#[test]
fn outlines_without_a_time_take_the_one_that_is_said() {
    let file = br#"{"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"NAME": "Songhai"},
        "geometry": {"type": "Polygon", "coordinates": [[[0, 15], [2, 15], [2, 17], [0, 15]]]}}]}"#;
    let (without, report) = imported(&[("world.geojson", file)]);
    assert_eq!(without[without.entity("songhai").unwrap()].kind, Kind::Place);
    assert!(report.files[0].remarks.iter().any(|it| it.what.contains("--when says when")), "{report:?}");
    let when = griot_pack::when::When::parse("1500").ok();
    let (with, report) = imported_as(&[("world.geojson", file)], None, &Settings { when, ..settings() });
    let songhai = &with[with.entity("songhai").unwrap()];
    assert_eq!((songhai.kind, report.files[0].outlines, report.files[0].remarks.len()), (Kind::Polity, 1, 0));
}
