//! Articles in wikitext.

use super::*;

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
fn a_short_article_is_known_by_its_bold_words_and_links() {
    let text = "Four ships were called '''HMS Irresistible'''.\n\n* The first was built in [[Harwich]] in 1782.\n";
    let (_, report) = imported(&[("irresistible.txt", text.as_bytes())]);
    assert_eq!(report.files[0].form, "wikitext");
}
