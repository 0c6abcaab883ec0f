use griot_pack::pack::{self, Kind, Pack, Relation, RelationKind, StatementId};
use griot_pack::when::Day;

use super::*;
use crate::folder::{self, Stamp};

pub(crate) const TODAY: Day = Day { year: 2026, month: 11, day: 27 };

pub(crate) fn settings() -> Settings {
    Settings { columns: Vec::new(), when: None, living: Living::default(), today: TODAY }
}

/// What comes of files: the pack, in which nothing may be wrong, and the report.
pub(crate) fn imported(files: &[(&str, &[u8])]) -> (Pack, Report) {
    imported_as(files, None, &settings())
}

pub(crate) fn imported_as(files: &[(&str, &[u8])], form: Option<Form>, settings: &Settings) -> (Pack, Report) {
    let mut draft = Draft::default();
    let inputs: Vec<Input> = files.iter().map(|(name, bytes)| Input { name, bytes, form }).collect();
    let report = import(&mut draft, &inputs, settings, &mut |_, _| ());
    let stamp = Stamp { id: "trial".into(), title: "A trial".into(), today: TODAY };
    let dir = tempfile::tempdir().unwrap();
    for file in folder::files(&draft, &stamp) {
        let path = dir.path().join(&file.name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, &file.text).unwrap();
    }
    let (pack, problems) = pack::check(dir.path());
    assert_eq!(problems.errors(), 0, "{problems:?}");
    let pack = pack.unwrap();
    // The same files again change nothing.
    let mut again = Draft::onto(&pack);
    import(&mut again, &inputs, settings, &mut |_, _| ());
    let old = |name: &str| std::fs::read_to_string(dir.path().join(name)).ok();
    let changes = folder::additions(&again, &stamp, &old).unwrap();
    assert_eq!(changes.iter().map(|file| &file.name).collect::<Vec<_>>(), Vec::<&String>::new());
    (pack, report)
}

/// Each statement with its date, in the order of the text.
pub(crate) fn told(pack: &Pack) -> Vec<(String, String)> {
    let date = |id: StatementId| pack[id].when.map(|when| when.to_string()).unwrap_or_default();
    pack.statements().map(|id| (date(id), pack[id].text.to_string())).collect()
}

fn csv(text: &str) -> (Pack, Report) {
    imported(&[("list.csv", text.as_bytes())])
}

#[test]
fn a_sheet_of_timelinejs_is_read_by_its_headings() {
    let text = "Year,Month,Day,End Year,Headline,Text,Media,Type,Group\n\
        ,,,,The whole,\"<p>All <b>of</b> it</p>\",,title,\n\
        1815,12,10,1852,Ada,\"She wrote,\nand <script>alert(1)</script>more.\",https://example.org/a.jpg,,\n\
        -44,3,15,,Caesar,,,war,Rome\n\
        1582,10,10,,Lost,,,,\n";
    let (pack, report) = csv(text);
    assert_eq!(&*pack.about.title, "The whole");
    let wanted = [
        ("15 Mar 44 BC", "Caesar."),
        ("10 Dec 1815..1852", "Ada: She wrote, and more."),
        ("", "The whole: All of it"),
        ("", "Lost."),
    ];
    assert_eq!(told(&pack), wanted.map(|(date, text)| (date.to_owned(), text.to_owned())));
    let entity = &pack[pack.entities().next().unwrap()];
    assert_eq!((entity.kind, &*entity.name, entity.subtype.as_deref()), (Kind::Event, "Caesar", Some("war")));
    assert_eq!(entity.group.as_deref(), Some("Rome"));
    let pictures: Vec<&str> = pack.statements().filter_map(|id| Some(&*pack[id].picture.as_ref()?.url)).collect();
    assert_eq!(pictures, ["https://example.org/a.jpg"]);
    let told: Vec<(usize, &str, &str)> =
        report.files[0].remarks.iter().map(|it| (it.row, &*it.column, &*it.text)).collect();
    assert_eq!(told, [(5, "Year", "1582 10 10")]);
    let kept = pack.statements().find_map(|id| pack[id].note.clone().filter(|_| &*pack[id].text == "Lost."));
    assert_eq!(kept.as_deref(), Some("date as given (Year): 1582 10 10"));
}

#[test]
fn columns_are_known_by_name_in_four_languages_or_as_they_are_said_to_be() {
    for text in [
        "date,title\n1312,It began",
        "Jahr;Ereignis\n1312;It began",
        "année\ttitre\n1312\tIt began",
        "fecha|evento\n1312|It began",
        "1312,It began\n1313,It went on",
        "\u{feff}wann ist es;was war\n1312;It began\n",
    ] {
        let (pack, _) = csv(text);
        assert!(told(&pack)[0].0 == "1312" && told(&pack)[0].1.starts_with("It began"), "{text}: {:?}", told(&pack));
    }
    let columns = vec![(Field::Date, "b".to_owned()), (Field::Title, "3".to_owned())];
    let text = b"a,b,c\n1,c. 1312,It began\n";
    let (pack, _) = imported_as(&[("x.csv", text)], None, &Settings { columns, ..settings() });
    assert_eq!(told(&pack), [("c. 1312".to_owned(), "It began.".to_owned())]);
    let columns = vec![(Field::Date, "z".to_owned())];
    let (_, report) = imported_as(&[("x.csv", text)], None, &Settings { columns, ..settings() });
    assert_eq!(report.files[0].unreadable.as_deref(), Some("has no column \"z\"; it has a, b, c"));
}

#[test]
fn people_works_and_places_are_what_their_columns_say() {
    let (pack, _) = csv("label,hdate,hdate_end,hdate_birth,hdate_death\nAlfred,c. 886,26 oct 899,849,26 oct 899\n");
    let it = &pack[pack.entities().next().unwrap()];
    assert_eq!((it.kind, it.when.unwrap().to_string()), (Kind::Person, "AD 849..26 Oct AD 899".into()));
    assert_eq!(told(&pack), [("c. AD 886..26 Oct AD 899".to_owned(), "Alfred.".to_owned())]);
    let (pack, _) = csv("dcterms:Title,dcterms:creator,dcterms:date\nEmma,Jane Austen,1815\n");
    assert_eq!(told(&pack), [("1815".to_owned(), "Emma. (Jane Austen)".to_owned())]);
    assert_eq!(pack.entities().map(|id| pack[id].kind).collect::<Vec<_>>(), [Kind::Person, Kind::Work]);
    let (pack, report) = csv("name,lat,lon\nGao,16.27,-0.04\nNowhere,100,0\n");
    assert_eq!(pack.entities().filter(|id| pack[*id].at.is_some()).count(), 1);
    assert_eq!((report.files[0].remarks.len(), report.files[0].remarks[0].row), (1, 3));
    assert!(told(&pack)[0].1.starts_with("This pack holds 2 places"), "{:?}", told(&pack));
}

#[test]
fn rows_of_any_length_and_cells_of_any_kind_come_in_and_are_told() {
    let text = "date,title,place,source,url\n\
        1312,Short\n\
        1313,Long,Gao,\"Smith, A book\",https://example.org/x,more,and more\n\
        soon,It is told at Gao,Gao,,javascript:alert(1)\n\
        ,,,,\n\
        1337,The end comes first,,,\n";
    let (pack, report) = csv(text);
    assert_eq!(pack.statements().len(), 4);
    assert_eq!(pack.sources().len(), 2);
    let remarks: Vec<(usize, &str)> = report.files[0].remarks.iter().map(|it| (it.row, &*it.text)).collect();
    assert_eq!(remarks, [(3, "more | and more"), (4, "soon"), (4, "javascript:alert(1)")]);
    assert_eq!(report.files[0].read, 4);
    let linked = pack.statements().find(|id| pack[*id].text.starts_with("It is told at Gao")).unwrap();
    assert_eq!(pack[linked].links().count(), 1);
    assert_eq!(pack[linked].note.as_deref(), Some("date as given (date): soon; url: javascript:alert(1)"));
}

#[test]
fn events_of_timelinejs_are_read_from_json() {
    let text = r#"{"title": {"text": {"headline": "Light", "text": "A history"}},
        "eras": [{"start_date": {"year": "-14000000000"}, "end_date": {"year": 1600}, "text": {"headline": "Early"}}],
        "events": [
            {"start_date": {"year": "-13800000000"}, "text": {"headline": "The <i>Big</i> Bang", "text": ""}},
            {"start_date": {"year": "1887", "month": "7", "day": ""}, "end_date": {"year": "1880"},
             "text": {"headline": "An experiment"}, "media": {"url": "https://example.org", "credit": "Somebody"}}
        ]}"#;
    let (pack, report) = imported(&[("light.json", text.as_bytes())]);
    assert_eq!(report.files[0].form, "timelinejs");
    assert_eq!(&*pack.about.title, "Light");
    assert_eq!(pack.eras().map(|id| pack[id].title.to_string()).collect::<Vec<_>>(), ["Early", "Light"]);
    assert_eq!(told(&pack)[0], ("13800000000 BC".to_owned(), "The Big Bang.".to_owned()));
    assert_eq!(told(&pack)[1], ("Jul 1887".to_owned(), "An experiment.".to_owned()));
    assert_eq!(report.files[0].remarks.len(), 1);
}

#[test]
fn what_cannot_be_read_says_why_and_nothing_comes_of_it() {
    for (name, bytes, says) in [
        ("a.json", &b"{\"events\": [{"[..], "torn: its JSON ends in line 1"),
        ("a.json", b"{\"x\": 1}", "of none of the forms"),
        ("a.bin", b"\0\0\0\0\0\0\0\0\0", "NUL"),
        ("a.xlsx", b"PK\x03\x04abc", "save the sheet as CSV"),
        ("a.txt", b"Just some words.", "is none of"),
        ("a.csv", b"  \n", "is empty"),
        ("a.html", b"<!DOCTYPE html><p>x", "is a page"),
    ] {
        let (_, report) = imported(&[(name, bytes)]);
        let why = report.files[0].unreadable.clone().unwrap_or_default();
        assert!(why.contains(says), "{name}: {why}");
        assert!(!report.gave());
    }
}

#[test]
fn rows_that_are_there_already_are_left_and_several_files_are_one_pack() {
    let (pack, report) = imported(&[
        ("a.csv", b"date,title,place\n1312,One,Gao\n1312,One,Gao\n"),
        ("b.csv", b"date,title,place\n1313,Two,gao\n"),
    ]);
    assert_eq!(pack.statements().len(), 2);
    assert_eq!((report.files[0].already, report.files[1].already), (1, 0));
    assert_eq!(pack.entities().len(), 1);
    let origin = pack[pack.statements().next().unwrap()].origin.clone().unwrap();
    assert!(origin.starts_with("a.csv, row 2 #"), "{origin}");
}

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
fn results_of_a_query_are_one_row_for_each_item() {
    let text = r#"[{"event": "http://www.wikidata.org/entity/Q1", "date": "1807-06-22T00:00:00Z", "label": "Battle of A", "place": "http://www.wikidata.org/entity/Q7", "placeLabel": "Ay"},
        {"event": "http://www.wikidata.org/entity/Q1", "date": "1807-06-22T00:00:00Z", "label": "Battle of A", "place": "http://www.wikidata.org/entity/Q8", "placeLabel": "Bee"},
        {"event": "http://www.wikidata.org/entity/Q2", "date": "-0499-01-01T00:00:00Z", "label": "Battle of B", "article": "https://en.wikipedia.org/wiki/Battle_of_B"}]"#;
    let (pack, report) = imported(&[("q.json", text.as_bytes())]);
    assert_eq!((report.files[0].form, report.files[0].read), ("wikidata", 2));
    let wanted = [("500 BC", "Battle of B."), ("22 Jun 1807", "Battle of A. (Ay; Bee)")];
    assert_eq!(told(&pack), wanted.map(|(date, text)| (date.to_owned(), text.to_owned())));
    assert_eq!(pack.sources().len(), 1);
    let battle = pack.entity("battle-of-b").unwrap();
    assert_eq!(pack[battle].wikipedia.as_deref(), Some("Battle of B"));
    let sparql = r#"{"head": {"vars": ["item", "itemLabel", "time", "precision"]}, "results": {"bindings": [
        {"item": {"type": "uri", "value": "http://www.wikidata.org/entity/Q3"}, "itemLabel": {"type": "literal", "value": "A thing"},
         "date": {"type": "literal", "value": "1300-01-01T00:00:00Z"}, "precision": {"type": "literal", "value": "7"}}]}}"#;
    assert_eq!(told(&imported(&[("s.json", sparql.as_bytes())]).0), [("13th c.".to_owned(), "A thing.".to_owned())]);
    let csv = "item,itemLabel,date\nhttp://www.wikidata.org/entity/Q3,A thing,1807-06-22T00:00:00Z\n";
    assert_eq!(told(&imported(&[("s.csv", csv.as_bytes())]).0), [("22 Jun 1807".to_owned(), "A thing.".to_owned())]);
}

#[test]
fn items_of_wikidata_keep_how_exact_they_are() {
    let text = r#"{"entities": {"Q5432": {"id": "Q5432", "labels": {"en": {"language": "en", "value": "Musa"}, "fr": {"value": "Moussa"}},
        "descriptions": {"en": {"value": "ruler of Mali"}},
        "claims": {"P31": [{"rank": "normal", "mainsnak": {"datavalue": {"value": {"id": "Q5"}}}}],
          "P569": [{"rank": "normal", "mainsnak": {"datavalue": {"value": {"time": "+1280-00-00T00:00:00Z", "precision": 8, "calendarmodel": "http://www.wikidata.org/entity/Q1985786"}}}}],
          "P570": [{"rank": "deprecated", "mainsnak": {"datavalue": {"value": {"time": "+1400-00-00T00:00:00Z", "precision": 9}}}},
                   {"rank": "normal", "mainsnak": {"datavalue": {"value": {"time": "+1337-00-00T00:00:00Z", "precision": 9}}}}]},
        "sitelinks": {"enwiki": {"title": "Mansa Musa"}}}}}"#;
    let (pack, _) = imported(&[("q.json", text.as_bytes())]);
    let it = &pack[pack.entities().next().unwrap()];
    assert_eq!((it.kind, it.when.unwrap().to_string()), (Kind::Person, "1280s..1337".into()));
    assert_eq!((it.wikipedia.as_deref(), &*it.aliases[0].name), (Some("Mansa Musa"), "Moussa"));
    assert_eq!(told(&pack)[0].1, "Musa: ruler of Mali");
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
fn nobody_descends_from_themselves_whatever_a_tree_says() {
    let text = "0 HEAD\n0 @I1@ INDI\n1 NAME Ann /A/\n1 DEAT Y\n1 FAMC @F2@\n2 PEDI adopted\n0 @I2@ INDI\n1 NAME Bob /B/\n1 DEAT Y\n\
        0 @F1@ FAM\n1 HUSB @I1@\n1 CHIL @I2@\n1 CHIL @I1@\n0 @F2@ FAM\n1 HUSB @I2@\n0 TRLR\n";
    let (pack, report) = imported(&[("odd.ged", text.as_bytes())]);
    let [ann, bob] = ["ann-a", "bob-b"].map(|id| &pack[pack.entity(id).unwrap()].relations);
    assert_eq!((ann.len(), ann[0].note.as_deref(), bob.len()), (1, Some("adopted"), 0));
    let told: Vec<(usize, &str)> = report.files[0].remarks.iter().map(|it| (it.row, &*it.column)).collect();
    assert_eq!(told, [(10, "CHIL"), (10, "CHIL")]);
}

#[test]
fn items_of_wikidata_are_related_and_meet_others_by_their_numbers() {
    let item = |id: &str, name: &str, claims: &str| {
        format!(
            r#""{id}": {{"id": "{id}", "labels": {{"en": {{"value": "{name}"}}}}, "claims": {{{claims}"P31": [{{"mainsnak": {{"datavalue": {{"value": {{"id": "Q5"}}}}}}}}]}}}}"#
        )
    };
    let tie = |property: &str, id: &str, more: &str| {
        format!(r#""{property}": [{{"mainsnak": {{"datavalue": {{"value": {{"id": "{id}"}}}}}}{more}}}], "#)
    };
    let year = |property: &str, year: u32| {
        format!(
            r#""{property}": [{{"datavalue": {{"value": {{"time": "+{year}-00-00T00:00:00Z", "precision": 9}}}}}}]"#
        )
    };
    let term = format!(r#", "qualifiers": {{{}, {}}}"#, year("P580", 1782), year("P582", 1791));
    let viaf = r#""P214": [{"mainsnak": {"datavalue": {"value": "32197206"}}}], "#;
    let wolfgang = tie("P22", "Q2", "") + &tie("P26", "Q3", &term) + &tie("P25", "Q99", "") + viaf;
    let all = [
        item("Q1", "Wolfgang", &wolfgang),
        item("Q2", "Leopold", &tie("P40", "Q1", "")),
        item("Q3", "Constanze", &tie("P26", "Q1", "")),
    ];
    let text = format!(r#"{{"entities": {{{}}}}}"#, all.join(", "));
    let (pack, _) = imported(&[("q.json", text.as_bytes())]);
    let it = &pack[pack.entity("wolfgang").unwrap()];
    let ids: Vec<String> = it.ids.iter().map(pack::ExternalId::address).collect();
    assert_eq!(ids, ["https://www.wikidata.org/wiki/Q1", "https://viaf.org/viaf/32197206"]);
    let ties: Vec<(RelationKind, &str)> = it.relations.iter().map(|it| (it.kind, &*pack[it.who].name)).collect();
    assert_eq!(ties, [(RelationKind::Parent, "Leopold"), (RelationKind::Spouse, "Constanze")]);
    assert_eq!(it.relations[1].when.map(|when| when.to_string()).as_deref(), Some("1782..1791"));
    assert_eq!(pack.entities().map(|id| pack[id].relations.len()).sum::<usize>(), 2, "each tie is told once");
    // The same person under another name, from a table.
    let table = "item,itemLabel,birth\nhttp://www.wikidata.org/entity/Q1,W. A. Mozart,1756\n";
    let (pack, _) = imported(&[("q.json", text.as_bytes()), ("t.csv", table.as_bytes())]);
    let it = &pack[pack.entity("wolfgang").unwrap()];
    assert_eq!((pack.entities().len(), &*it.aliases[0].name), (3, "W. A. Mozart"));
}

#[test]
fn pictures_groups_and_words_for_dates_of_timelinejs_stay_what_they_are() {
    let text = r#"{"events": [{"start_date": {"year": "1815", "display_date": "late in the year"}, "group": "People",
        "text": {"headline": "Ada", "text": "<p>She is born.</p>"},
        "media": {"url": "https://example.org/a.jpg", "caption": "<i>Ada</i> as a child", "credit": "A museum", "alt": "A girl"}},
        {"start_date": {"year": "1816"}, "text": {"headline": "Nothing"}, "media": {"url": "javascript:alert(1)", "caption": "No"}}]}"#;
    let (pack, _) = imported(&[("t.json", text.as_bytes())]);
    let all: Vec<&pack::Statement> = pack.statements().map(|id| &pack[id]).collect();
    assert_eq!((all[0].group.as_deref(), all[0].shown.as_deref()), (Some("People"), Some("late in the year")));
    let picture = all[0].picture.as_deref().unwrap();
    let said = [picture.caption.as_deref(), picture.credit.as_deref(), picture.alt.as_deref()];
    assert_eq!(
        (&*picture.url, said),
        ("https://example.org/a.jpg", [Some("Ada as a child"), Some("A museum"), Some("A girl")])
    );
    assert_eq!(
        (all[1].picture.as_ref(), all[1].note.as_deref()),
        (None, Some("media: javascript:alert(1); caption: No"))
    );
    assert_eq!(pack.entities().len(), 0, "a group makes no event of what is told");
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

const FAMILY: &str = "0 HEAD\n1 GEDC\n2 VERS 5.5.1\n1 COPR Copyright of a family\n\
    0 @I1@ INDI\n1 NAME Ann /Smith/\n1 BIRT\n2 DATE 3 MAR 1801\n2 PLAC Gao,, Mali\n3 MAP\n4 LATI N16.27\n4 LONG W0.04\n\
    2 SOUR @S1@\n3 PAGE 12\n1 DEAT\n2 DATE ABT 1870\n1 OCCU weaver\n1 NOTE A note\n2 CONC  that goes on.\n1 _HAIR red\n1 FAMS @F1@\n\
    0 @I2@ INDI\n1 NAME Bob /Smith/\n1 BIRT\n2 DATE @#DHEBREW@ 2 TSH 5560\n1 DEAT Y\n1 FAMS @F1@\n\
    0 @I3@ INDI\n1 NAME Eve /Smith/\n1 BIRT\n2 DATE 1990\n2 PLAC Paris\n1 FAMC @F1@\n\
    0 @I4@ INDI\n1 NAME Ann /Smith/\n1 BIRT\n2 DATE BET 1830 AND 1835\n1 FAMC @F1@\n\
    0 @I5@ INDI\n1 NAME Old /Private/\n1 RESN privacy\n1 BIRT\n2 DATE 1700\n\
    0 @F1@ FAM\n1 HUSB @I2@\n1 WIFE @I1@\n1 CHIL @I4@\n1 MARR\n2 DATE 1820\n2 PLAC Gao, Mali\n\
    0 @S1@ SOUR\n1 TITL A register\n1 AUTH The town\n0 @X1@ _ODD something\nno line\n0 TRLR\n";

#[test]
fn a_family_tree_is_people_places_events_and_sources() {
    let (pack, report) = imported(&[("family.ged", FAMILY.as_bytes())]);
    let texts: Vec<(String, String)> = told(&pack);
    for (date, text) in [
        ("3 Mar 1801", "Ann Smith was born at Gao, Mali."),
        ("1820", "Bob Smith and Ann Smith married at Gao, Mali."),
        ("[1830..1835]", "Ann Smith was born, child of Bob Smith and Ann Smith."),
        ("c. 1870", "Ann Smith died."),
        ("", "Bob Smith was born."),
        ("", "Ann Smith: occupation: weaver."),
    ] {
        assert!(texts.contains(&(date.to_owned(), text.to_owned())), "{text}: {texts:?}");
    }
    assert!(!texts.iter().any(|(_, text)| text.contains("Eve") || text.contains("Private")), "{texts:?}");
    let ties = |name: &str| -> Vec<(RelationKind, String, String)> {
        let of = pack.entities().filter(|id| pack[*id].name == name).flat_map(|id| &pack[id].relations);
        let when = |it: &Relation| it.when.map(|when| when.to_string()).unwrap_or_default();
        of.map(|it| (it.kind, pack[it.who].name.to_string(), when(it))).collect()
    };
    let parent = |name: &str| (RelationKind::Parent, name.to_owned(), String::new());
    assert_eq!(ties("Bob Smith"), [(RelationKind::Spouse, "Ann Smith".to_owned(), "1820".to_owned())]);
    assert_eq!(ties("Ann Smith"), [parent("Bob Smith"), parent("Ann Smith")]);
    // Of who may be living only the names are told.
    assert_eq!(ties("Eve Smith"), [parent("Bob Smith"), parent("Ann Smith")]);
    let of = |id: &str| &pack[pack.entity(id).unwrap_or_else(|| panic!("{id}"))];
    let ann = of("ann-smith-i1");
    assert_eq!((ann.when.unwrap().to_string(), ann.role.as_deref()), ("3 Mar 1801..c. 1870".into(), Some("weaver")));
    assert_eq!(ann.note.as_deref(), Some("A note that goes on. _HAIR: red."));
    assert_eq!((of("eve-smith").when, of("old-private").when), (None, None));
    assert_eq!(of("gao-mali").at, Some([16.27, -0.04]));
    let born = pack.statements().find(|id| pack[*id].text.starts_with("Ann Smith was born at")).unwrap();
    assert_eq!(pack[pack[born].cites[0]].place.as_deref(), Some("12"));
    let remarks: Vec<(usize, &str)> = report.files[0].remarks.iter().map(|it| (it.row, &*it.column)).collect();
    assert_eq!(remarks, [(55, ""), (0, "INDI"), (25, "DATE"), (54, "_ODD"), (20, "_HAIR")]);
    let with = Settings { living: Living::AsTheRest, ..settings() };
    let (pack, _) = imported_as(&[("family.ged", FAMILY.as_bytes())], None, &with);
    assert!(
        told(&pack)
            .iter()
            .any(|(date, text)| date == "1990" && text.starts_with("Eve Smith was born at Paris, child of"))
    );
}

#[test]
fn every_beginning_of_a_file_is_read_or_refused() {
    for text in [FAMILY, "date,title\n1312,\"It\nbegan\"\n"] {
        for end in (0..text.len()).filter(|end| text.is_char_boundary(*end)).step_by(7) {
            let mut draft = Draft::default();
            let input = Input { name: "torn", bytes: &text.as_bytes()[..end], form: None };
            import(&mut draft, &[input], &settings(), &mut |_, _| ());
        }
    }
}

#[test]
fn an_article_is_eras_statements_sources_and_links() {
    let text = "== History ==\n{{main|History of X}}\n=== Early ===\n[[File:A.jpg|thumb|A map of the [[Mali Empire]]]]\n\
        In 1312 the '''king''' of the [[Mali Empire|empire]] went to [[Gao]].<ref name=\"a\">{{cite book |last=Smith |first=Ann |title=A Book |date=1981 |page=12}}</ref> \
        He died {{circa|1337|1340}}, as St. Ann says.<ref name=a /><ref>A letter, [https://example.org/x kept there].</ref>\n\
        It is said.{{cn}} {{odd thing|one|k=two}}\n\n* An item of 1591\n* {{cite book|title=A listed work|last=Low|year=1900}}\n\
        {| class=x\n|-\n| 1600 || A row\n|}\n=== Late ===\nNothing <b>bold</b> <script>x()</script>happened.<ref name=b/> {{unclosed [[also\n== References ==\n<ref name=b>Late words</ref>\n";
    let (pack, report) = imported(&[("x.wiki", text.as_bytes())]);
    assert_eq!(report.files[0].form, "wikitext");
    assert_eq!(pack.eras().map(|id| pack[id].title.to_string()).collect::<Vec<_>>(), ["Early", "Late"]);
    let texts = told(&pack);
    for (date, text) in [
        ("1312", "In 1312 the king of the empire went to Gao."),
        ("c. 1337..1340", "He died c. 1337–1340, as St. Ann says."),
        ("", "It is said."),
        ("1591", "An item of 1591"),
        ("", "A map of the Mali Empire"),
    ] {
        assert!(texts.contains(&(date.to_owned(), text.to_owned())), "{text}: {texts:?}");
    }
    assert!(texts.iter().any(|(_, text)| text.starts_with("Nothing bold happened.")), "{texts:?}");
    assert!(texts.iter().all(|(_, text)| !text.contains("x()")), "{texts:?}");
    let king = pack.statements().find(|id| pack[*id].text.starts_with("In 1312")).unwrap();
    assert_eq!(pack[king].links().map(|id| pack[id].kind).collect::<Vec<_>>(), [Kind::Polity, Kind::Concept]);
    let note = &pack[pack[king].cites[0]];
    assert_eq!((&*pack[note.source].title, note.place.as_deref()), ("A Book", Some("p. 12")));
    assert_eq!(pack.sources().len(), 4);
    assert!(texts.contains(&(String::new(), "A listed work".to_owned())));
    assert!(report.files[0].remarks.iter().any(|it| it.column == "{{odd thing}}"));
}

mod anything {
    use proptest::prelude::*;

    use super::*;

    const PIECES: [&str; 62] = [
        "[[",
        "]]",
        "{{",
        "}}",
        "{|",
        "|}",
        "|",
        "==",
        "\n",
        "<ref name=a>",
        "<ref",
        ">",
        "</ref>",
        "/>",
        "{",
        "}",
        "[",
        "]",
        "\"",
        ",",
        ":",
        "0 @I1@ INDI\n",
        "0 HEAD\n",
        "1 BIRT\n",
        "1 DEAT\n",
        "2 DATE ",
        "2 PLAC ",
        "1 NAME ",
        "1 FAMC @I1@\n",
        "2 CONT ",
        "1312",
        "@book{",
        "TY  - JOUR\n",
        "ER  - \n",
        "AU  - ",
        "DA  - ",
        "\u{202e}",
        "\u{301}",
        "\u{e000}",
        "\u{f0001}",
        "*",
        "\\",
        "name",
        "date",
        "title,date,place,url\n",
        "<script>",
        "</script>",
        "&lt;",
        "http://a.b/c",
        ";",
        "\t",
        " - ",
        " ",
        "-0044",
        "é",
        "c. ",
        "BC",
        "AH 999",
        "cite book|title=x",
        "File:a.jpg",
        "{\"type\":\"Feature\",\"properties\":{\"name\":\"a\"}}",
        "ا\u{200c}",
    ];

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]
        #[test]
        fn becomes_a_pack_or_is_refused(pieces in proptest::collection::vec(0..PIECES.len(), 0..60)) {
            let text: String = pieces.iter().map(|at| PIECES[*at]).collect();
            for form in Form::ALL.into_iter().map(Some).chain([None]) {
                imported_as(&[("any", text.as_bytes())], form, &settings());
            }
        }

        #[test]
        fn values_of_any_text_are_taken(title in "\\PC*|[\\x00-\\u{10ffff}]{0,20}", date in "\\PC{0,20}", place in "\\PC{0,30}") {
            let event = serde_json::json!({"events": [{"text": {"headline": title, "text": place}, "start_date": {"year": date}}]});
            imported_as(&[("any.json", event.to_string().as_bytes())], None, &settings());
            let rows = serde_json::json!([{"title": title, "date": date, "place": place, "url": title, "source": place, "lat": date}]);
            imported_as(&[("rows.json", rows.to_string().as_bytes())], None, &settings());
            let feature = serde_json::json!({"type": "Feature", "properties": {"name": title, "start_date": date}, "when": {"timespans": [{"start": {"in": place}}]}});
            imported_as(&[("any.geojson", feature.to_string().as_bytes())], None, &settings());
            let csl = serde_json::json!([{"id": title, "type": "book", "title": place, "author": [{"family": title}], "issued": {"raw": date}, "URL": title}]);
            imported_as(&[("csl.json", csl.to_string().as_bytes())], None, &settings());
        }
    }
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

#[test]
fn a_short_article_is_known_by_its_bold_words_and_links() {
    let text = "Four ships were called '''HMS Irresistible'''.\n\n* The first was built in [[Harwich]] in 1782.\n";
    let (_, report) = imported(&[("irresistible.txt", text.as_bytes())]);
    assert_eq!(report.files[0].form, "wikitext");
}
