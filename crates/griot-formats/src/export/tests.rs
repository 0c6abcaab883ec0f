use std::path::PathBuf;

use griot_pack::pack::{self, Pack};
use serde_json::Value;

use super::*;
use crate::import;

/// A pack of one plain file.
fn pack_of(text: &str) -> Pack {
    let dir = tempfile::tempdir().unwrap();
    let file: PathBuf = dir.path().join("history.md");
    std::fs::write(&file, text).unwrap();
    let (pack, problems) = pack::check(&file);
    assert_eq!(problems.errors(), 0, "{:?}", problems.listed);
    pack.unwrap()
}

fn whole(form: Form, pack: &Pack) -> Export {
    let eras: Vec<_> = pack.eras().collect();
    form.write(pack, &pack.excerpt(&eras))
}

fn losses(export: &Export) -> Vec<String> {
    export.losses.iter().map(ToString::to_string).collect()
}

const TOWN: &str = "\
# A town

## Old times

900 BC: Somebody built a wall of 5 < 6 & \"straw\".

13 Mar 44 BC: The king fell on that day, they say.

c. 1312: A mosque was begun.

## New times

26 Mar 1991: The market opened; goats, and cloth.

5 Jun 2020..: A school stands to this day.

Nobody knows when the well was dug.
";

#[test]
fn every_form_has_its_line_in_the_table() {
    for form in Form::ALL {
        assert_eq!(form.about().form, form);
        assert!(!form.help().is_empty() && !form.help().ends_with('.'), "{form:?}");
        // Exports that lie side by side do not take each other's names.
        assert_eq!(Form::ALL.iter().filter(|other| other.ending() == form.ending()).count(), 1, "{form:?}");
    }
}

#[test]
fn every_form_dates_in_english_whatever_dates_are_shown_in() {
    let (mut pack, english) = (pack_of(TOWN), pack_of(TOWN));
    pack.show_dates_in(Some(griot_pack::when::Language::French));
    for form in Form::ALL {
        assert_eq!(whole(form, &pack), whole(form, &english), "{form:?}");
    }
}

#[test]
fn timelinejs_has_no_year_0_and_says_what_it_left_out() {
    let export = whole(Form::TimelineJs, &pack_of(TOWN));
    let timeline: Value = serde_json::from_str(&export.text).unwrap();
    let events = timeline["events"].as_array().unwrap();
    let date = |at: usize| {
        let part = |part: &str| events[at]["start_date"][part].as_str().unwrap();
        format!("{}|{}|{}", part("year"), part("month"), part("day"))
    };
    assert_eq!(date(0), "-900||");
    assert_eq!(date(1), "-44|3|13");
    assert_eq!(events[2]["display_date"], "about 1312");
    assert_eq!(date(3), "1991|3|26");
    assert_eq!(date(4), "2020|6|5");
    assert_eq!(events[4]["end_date"], Value::Null);
    assert_eq!(events.len(), 5);
    let text = events[0]["text"]["text"].as_str().unwrap();
    assert!(text.contains("5 &lt; 6 &amp; &quot;straw&quot;"), "{text}");
    assert_eq!(losses(&export), ["1 statement left out: there is no date that this form could place it by"]);
}

#[test]
fn a_calendar_tells_which_days_it_has_not() {
    let export = whole(Form::Ics, &pack_of(TOWN));
    assert_eq!(export.text.matches("BEGIN:VEVENT").count(), 1);
    assert!(export.text.contains("goats\\, and cloth"), "{}", export.text);
    assert!(export.text.lines().count() > 12 && !export.text.replace("\r\n", "").contains(['\r', '\n']));
    let told = losses(&export);
    assert!(told.contains(&"1 day before AD 1 left out: a calendar has no years for them".to_owned()), "{told:?}");
    assert!(told.contains(&"2 dated entries left out: they are not known to the day".to_owned()), "{told:?}");
    assert!(told.contains(&"1 statement left out: a time of more than a month is no day".to_owned()), "{told:?}");
}

#[test]
fn cards_are_told_apart_and_hold_nothing_of_the_target() {
    let export = whole(Form::Anki, &pack_of(&TOWN.replace("A mosque", "Also \\* a <br> mosque")));
    let rows: Vec<Vec<&str>> =
        export.text.lines().filter(|line| !line.starts_with('#')).map(|line| line.split('\t').collect()).collect();
    assert_eq!(rows.len(), 5);
    let mut fronts: Vec<&str> = rows.iter().map(|row| row[1]).collect();
    for row in &rows {
        assert_eq!(row.len(), 4, "{row:?}");
        assert!(row[0].starts_with("griot:") && !row[3].is_empty());
        assert!(row[1..3].iter().all(|side| !side.contains('"')), "{row:?}");
    }
    fronts.sort_unstable();
    fronts.dedup();
    assert_eq!(fronts.len(), 5);
}

#[test]
fn a_gazetteer_gets_classes_numbers_and_the_times_of_names_and_positions() {
    let export = whole(
        Form::Lpf,
        &pack_of(
            "# A town\n\n## Old times\n\n1703: [[Nyen]] fell; [[The ford]] was left. Nobody saw [[The well]].\n\n## Places\n\n\
             - Nyen: market town on the river; 59.95, 30.41; position: 59.9, 30.3, 1703–1800, city; \
             also Nyenskans (sv), 1611–1703; type: market town; wikidata: Q656; geonames: 498817\n\
             - The ford: a way through the water\n- The well: it is deep; type: well\n",
        ),
    );
    let all: Value = serde_json::from_str(&export.text).unwrap();
    let feature = |title: &str| {
        let features = all["features"].as_array().unwrap();
        features.iter().find(|it| it["properties"]["title"] == title).unwrap().clone()
    };
    let town = feature("Nyen");
    assert_eq!(town["properties"]["fclasses"], serde_json::json!(["P"]));
    let span = |from: &str, to: &str| serde_json::json!([{ "start": { "in": from }, "end": { "in": to } }]);
    assert_eq!(town["names"][1]["when"]["timespans"], span("1611", "1703"));
    assert_eq!(town["geometry"]["geometries"][0]["when"], Value::Null);
    assert_eq!(town["geometry"]["geometries"][1]["coordinates"], serde_json::json!([30.3, 59.9]));
    assert_eq!(town["geometry"]["geometries"][1]["when"]["timespans"], span("1703", "1800"));
    let links: Vec<_> = town["links"].as_array().unwrap().iter().map(|it| it["identifier"].as_str().unwrap()).collect();
    assert_eq!(links, ["https://www.wikidata.org/wiki/Q656", "https://www.geonames.org/498817"]);
    assert!(town["links"].as_array().unwrap().iter().all(|it| it["type"] == "exactMatch"));
    // A place of no kind may be of any; one that nothing dates is dated by the pack that names it.
    assert_eq!(feature("The ford")["properties"]["fclasses"].as_array().unwrap().len(), 7);
    assert_eq!(feature("The well")["properties"]["fclasses"], serde_json::json!(["H"]));
    assert!(feature("The well")["names"][0]["citations"][0]["year"].as_u64() > Some(1900));
    assert!(feature("The well")["geometry"].is_null());
}

/// Every sign that one of the forms gives a meaning to, as a plain file has to write it and as it is meant.
fn signs() -> (String, String) {
    let meant = "=1+1 <b>&amp;</b> \"a\", 'b'; c: d\\n |e| 50% $f #g _h_ {i} ~j ^k @l [m] *n* `o` --p !q ?r (s) / .";
    let written = meant.chars().map(|c| if c.is_ascii_punctuation() { format!("\\{c}") } else { c.into() }).collect();
    (written, meant.to_owned())
}

#[test]
fn signs_that_a_form_gives_a_meaning_to_are_names_and_nothing_else() {
    let (written, meant) = signs();
    let pack = pack_of(&format!(
        "# {written}\n\n## {written}\n\n26 Mar 1991: [[Town]] heard {written}\n\n## Places\n\n- Town: {written}; 16.27, -0.05\n"
    ));
    let told = |form: Form| whole(form, &pack).text;
    let row = |text: &str| {
        text.lines().find(|line| line.contains("50%") && !line.starts_with('#')).unwrap_or_default().to_owned()
    };
    let mut table = ::csv::Reader::from_reader(std::io::Cursor::new(told(Form::Csv).into_bytes()));
    let statement = table.records().next().unwrap().unwrap();
    assert!(statement[3].ends_with(&meant), "{:?}", &statement[3]);
    for form in [Form::GeoJson, Form::Lpf] {
        let all: Value = serde_json::from_str(&told(form)).unwrap();
        assert!(all.to_string().contains(serde_json::to_string(&meant).unwrap().trim_matches('"')), "{form:?}");
    }
    // Of a card every sign of HTML is told by its name, and it has as many fields as every other.
    let cards = told(Form::Anki);
    let fields = cards.lines().filter(|line| !line.starts_with('#')).map(|line| line.matches('\t').count());
    assert_eq!(fields.collect::<std::collections::BTreeSet<_>>().len(), 1);
    for text in
        [told(Form::Html), told(Form::TimelineSvg), told(Form::MapSvg), row(&cards), row(&told(Form::TimelineJs))]
    {
        assert!(!text.contains("</b>&amp;") && !text.contains("<b>&"), "{text}");
    }
    let page = told(Form::Html);
    assert!(balanced(&page) > 3);
    assert!(page.contains("&lt;b&gt;&amp;amp;&lt;/b&gt;"), "{page}");
    // A calendar has its own four: a backslash, a comma, a semicolon and the end of a line.
    let calendar = told(Form::Ics).replace("\r\n ", "");
    assert!(calendar.contains("c: d\\\\n |e| 50%") && calendar.contains("\"a\"\\, 'b'\\; c:"), "{calendar}");
}

#[test]
fn a_pack_without_dates_or_places_is_told_as_such() {
    let bare = pack_of("# Nothing\n\n## Once\n\nSomebody was here.\n");
    for form in Form::ALL {
        let export = whole(form, &bare);
        let told = matches!(form, Form::TimelineJs | Form::Ics | Form::Anki);
        assert_eq!(export.losses.len(), usize::from(told), "{form:?}: {:?}", losses(&export));
        assert!(!export.text.is_empty(), "{form:?}");
    }
}

/// Every element of a page by its name, in order; panics where one is closed that is not open, or stays open.
fn balanced(html: &str) -> usize {
    const ALONE: [&str; 6] = ["meta", "link", "input", "rect", "path", "circle"];
    let (mut open, mut count) = (Vec::new(), 0);
    let body = html.split_once("<body>").map_or(html, |(_, body)| body);
    let body = body.split_once("<script>").map_or(body, |(body, _)| body);
    for part in body.split('<').skip(1) {
        let (tag, _) = part.split_once('>').unwrap_or_else(|| panic!("{part}"));
        let name = tag.trim_start_matches('/').split([' ', '/']).next().unwrap();
        if tag.starts_with('/') {
            assert_eq!(open.pop(), Some(name), "{part}");
        } else if !tag.ends_with('/') && !ALONE.contains(&name) {
            open.push(name);
        }
        count += 1;
    }
    assert_eq!(open, ["body"; 0]);
    count
}

/// What stands between two texts, each time.
fn between<'t>(text: &'t str, begin: &'t str, end: char) -> Vec<&'t str> {
    text.split(begin).skip(1).map(|rest| rest.split(end).next().unwrap()).collect()
}

const LINKED: &str = "\
# The <i>town</i> & \"its\" history

## Old times

900 BC: The [[wall|*old* wall]] was built; </p><script>alert(1)</script> is no tag here. {disputed: Some say \"later\" & 'elsewhere'.}[^ada]

1591: [[Ana O'Hara]] saw the [[wall]].

- [[wall]]: a wall of mud
- [[Ana O'Hara]]: a traveller

[^ada]: Ada Example, *The <Old> Town*, Bamako 1999. https://example.org/a?b=1&c=2
";

#[test]
fn a_page_is_whole_and_its_links_lead_somewhere() {
    let dir = concat!(env!("CARGO_MANIFEST_DIR"), "/../../assets/mali");
    let mali = pack::check(std::path::Path::new(dir)).0.unwrap();
    for pack in [mali, pack_of(LINKED), pack_of(TOWN), pack_of("# Nothing\n\n## Once\n\nSomebody was here.\n")] {
        let page = whole(Form::Html, &pack).text;
        assert!(balanced(&page) > 20);
        let mut ids = between(&page, " id=\"", '"');
        let links = between(&page, "href=\"#", '"');
        let lost: Vec<&&str> = links.iter().filter(|link| !ids.contains(link)).collect();
        assert_eq!(lost, [&""; 0]);
        let all = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), all, "an id stands twice");
        assert_eq!(page.matches("<script").count(), 1);
        assert!(page.contains("default-src 'none'") && !page.contains(" src=") && !page.contains("url("));
        for href in between(&page, "href=\"", '"') {
            assert!(href.starts_with(['#', 'h', 'd']), "{href}");
        }
        let told = pack.statements().filter(|id| page.contains(&*fragment::escape(&pack.statement_id(*id)))).count();
        assert_eq!(told, pack.statements().len());
    }
}

#[test]
fn pictures_are_whole_with_and_without_dates_and_places() {
    for pack in [pack_of(TOWN), pack_of(LINKED), pack_of("# Nothing\n\n## Once\n\nSomebody was here.\n")] {
        for form in [Form::TimelineSvg, Form::MapSvg] {
            let picture = whole(form, &pack).text;
            let (_, svg) = picture.split_once("?>\n").unwrap();
            assert!(balanced(svg) > 3 && !svg.contains("NaN") && !svg.contains("inf"), "{svg}");
            assert!(!svg.contains("></text>"), "{svg}");
        }
        for era in pack.eras() {
            for form in Form::ALL {
                assert!(!form.write(&pack, &pack.excerpt(&[era])).text.is_empty());
            }
        }
    }
}

#[test]
fn who_may_be_living_is_in_nothing_that_is_meant_for_others() {
    let tree = "0 HEAD\n1 GEDC\n2 VERS 5.5.1\n0 @I1@ INDI\n1 NAME Fanta /Diallo/\n1 BIRT\n2 DATE 3 MAR 2001\n0 @I2@ INDI\n1 NAME Awa /Diallo/\n1 BIRT\n2 DATE 1850\n1 DEAT\n2 DATE 5 MAY 1911\n0 @F1@ FAM\n1 WIFE @I2@\n1 CHIL @I1@\n1 MARR\n2 DATE 1870\n0 TRLR\n";
    let mut draft = crate::draft::Draft::default();
    let today = griot_pack::when::Day { year: 2026, month: 11, day: 27 };
    let settings = import::Settings { columns: Vec::new(), when: None, living: import::Living::default(), today };
    let input = import::Input { name: "tree.ged", bytes: tree.as_bytes(), form: Some(import::Form::Gedcom) };
    import::import(&mut draft, &[input], &settings, &mut |_, _| ());
    let dir = tempfile::tempdir().unwrap();
    let stamp = crate::folder::Stamp { id: "tree".into(), title: "A family".into(), today };
    for file in crate::folder::files(&draft, &stamp) {
        let path = dir.path().join(&file.name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, &file.text).unwrap();
    }
    let pack = pack::check(dir.path()).0.unwrap();
    assert!(pack.entities().any(|id| pack[id].name.contains("Fanta")));
    for form in [Form::Html, Form::TimelineJs, Form::Ics, Form::Anki, Form::Lpf, Form::TimelineSvg, Form::MapSvg] {
        let export = whole(form, &pack);
        assert!(!export.text.contains("Fanta"), "{form:?}: {}", export.text);
        assert!(!matches!(form, Form::Html | Form::Anki) || export.text.contains("Awa"), "{form:?}");
        let told = losses(&export).iter().any(|loss| loss.starts_with("1 person of a family tree left out"));
        assert_eq!(told, !matches!(form, Form::TimelineSvg | Form::MapSvg), "{form:?}");
    }
}
