//! Queries and items of Wikidata.

use super::*;

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
