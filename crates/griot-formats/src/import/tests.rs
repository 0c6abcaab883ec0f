use griot_pack::pack::{self, Kind, Pack, StatementId};
use griot_pack::when::Day;

use super::*;
use crate::folder::{self, Stamp};

pub(crate) const TODAY: Day = Day { year: 2026, month: 11, day: 27 };

pub(crate) fn settings() -> Settings {
    Settings { columns: Vec::new(), living: Living::default(), today: TODAY }
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
        -44,3,15,,Caesar,,,,war\n\
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
    let told: Vec<(usize, &str, &str)> =
        report.files[0].remarks.iter().map(|it| (it.row, &*it.column, &*it.text)).collect();
    assert_eq!(told, [(0, "Media", ""), (5, "Year", "1582 10 10")]);
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
