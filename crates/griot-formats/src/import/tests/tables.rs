//! Tables, and the sheets and JSON of TimelineJS.

use super::*;

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
fn rows_that_are_there_already_are_left_and_several_files_are_one_pack() {
    let (pack, report) = imported(&[
        ("a.csv", b"date,title,place\n1312,One,Gao\n1312,One,Gao\n"),
        ("b.csv", b"date,title,place\n1313,Two,gao\n"),
    ]);
    assert_eq!(pack.statements().len(), 2);
    assert_eq!((report.files[0].repeated, report.files[1].repeated), (1, 0));
    assert_eq!(pack.entities().len(), 1);
    let origin = pack[pack.statements().next().unwrap()].origin.clone().unwrap();
    assert!(origin.starts_with("a.csv, row 2 #"), "{origin}");
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
fn a_source_may_stand_in_two_columns() {
    let (pack, report) = csv("date,title,Source title,Source URL\n\
        1312,It began,A study,https://example.org/a\n\
        1313,It went on,,https://example.org/b\n\
        1314,It ended,\"A study | Another\",https://example.org/c\n\
        1315,It is told,A study,on a shelf\n");
    let of = |at: usize| {
        let statement = &pack[pack.statements().nth(at).unwrap()];
        let cited = statement.cites.iter().map(|id| &pack[pack[*id].source]);
        let cited = cited.map(|it| (it.title.to_string(), it.url.is_some()));
        cited.collect::<Vec<_>>()
    };
    let known = |title: &str, paged: bool| (title.to_owned(), paged);
    assert_eq!(of(0), [known("A study", true)]);
    assert_eq!(of(1), [known("It went on", true)]);
    assert_eq!(of(2), [known("It ended", true), known("A study", false), known("Another", false)]);
    assert_eq!(of(3), [known("A study", false)]);
    let told: Vec<(usize, &str)> = report.files[0].remarks.iter().map(|it| (it.row, &*it.text)).collect();
    assert_eq!(told, [(5, "on a shelf")]);
}

#[test]
fn a_row_is_told_whatever_its_headings() {
    let (pack, _) = csv("Place,Year\nCorte,1661\nCorte,1667\n");
    let corte = |year: &str| (year.to_owned(), "Corte.".to_owned());
    assert_eq!(told(&pack), [corte("1661"), corte("1667")]);
    let (pack, _) = csv("Year,Author,Abstract,Shelf mark,Volume\n1901,,,XII.3,4\n1902,,Told.,,\n");
    assert_eq!(told(&pack)[0], ("1901".to_owned(), "Shelf mark: XII.3; Volume: 4".to_owned()));
}

#[test]
fn a_month_without_its_year_meets_the_year_beside_it() {
    let (pack, report) =
        csv("Title,Date,Year\nOne,July,1960\nTwo,July–August,1961\nThree,Easter,1962\nFour,3 May 1963,1963\n");
    let dates: Vec<String> = told(&pack).into_iter().map(|(date, _)| date).collect();
    assert_eq!(dates, ["Jul 1960", "Jul 1961..Aug 1961", "1962", "3 May 1963"]);
    assert_eq!(report.files[0].remarks.len(), 1);
    let (pack, report) = csv("title,when\nOne,16th century|17th century\n");
    assert_eq!((&*told(&pack)[0].0, report.files[0].remarks.len()), ("16th c.", 1));
}

#[test]
fn a_gazetteer_of_linked_places_has_its_types_shapes_and_numbers() {
    let text = "id\ttitle\ttitle_source\tstart\tccodes\tvariants\ttypes\tmatches\tgeowkt\n\
        1\tGao\tA list\t1200\tML\tGawgaw;Kawkaw\tsettlement\twd:Q192208;gn:2457161;x:1\tPOLYGON ((-1 16, 1 16, 1 17, -1 17))\n";
    let (pack, report) = imported(&[("places.tsv", text.as_bytes())]);
    let gao = &pack[pack.entity("gao").unwrap()];
    assert_eq!((gao.kind, gao.at, gao.subtype.as_deref()), (Kind::Place, Some([16.5, 0.0]), Some("settlement")));
    assert_eq!((gao.ids.len(), gao.aliases.len()), (2, 2));
    assert_eq!(gao.note.as_deref(), Some("matches: x:1; id: 1; ccodes: ML"));
    assert_eq!(report.files[0].remarks.len(), 1);
}

#[test]
fn addresses_with_any_letter_open() {
    let (pack, _) =
        csv("date,title,url\n1794,Cotton gin,https://en.wikipedia.org/wiki/Cotton_gin#Eli_Whitney's_patent\n");
    let urls: Vec<&str> = pack.sources().filter_map(|id| pack[id].url.as_deref()).collect();
    assert_eq!(urls, ["https://en.wikipedia.org/wiki/Cotton_gin#Eli_Whitney%27s_patent"]);
}

#[test]
fn the_first_timelinejs_tells_of_the_whole_beside_its_events() {
    let text = r#"{"timeline": {"headline": "My town", "text": "<p>All of it.</p>", "startDate": "1888", "era": [
        {"startDate": "1900", "endDate": "1950", "headline": "Late"}, {"startDate": "1800", "endDate": "1850", "headline": "Early"}],
        "date": [{"startDate": "1901,2,3", "headline": "A fire", "tag": "Trouble",
         "asset": {"media": "https://example.org/a.jpg", "credit": "The museum", "caption": "Smoke"}},
        {"startDate": "1801", "headline": "A bridge"}, {"startDate": "1870", "headline": "A school"}]}}"#;
    let (pack, report) = imported(&[("old.json", text.as_bytes())]);
    assert_eq!(pack.about.title, "My town");
    let texts: Vec<String> = told(&pack).into_iter().map(|(date, text)| format!("{date} {text}")).collect();
    assert_eq!(texts, ["1801 A bridge.", "1870 A school.", " All of it.", "3 Feb 1901 A fire."]);
    let eras: Vec<String> = pack.eras().map(|id| pack[id].title.to_string()).collect();
    assert_eq!(eras, ["Early", "My town", "Late"], "by their time, whatever the file puts first");
    let fire = &pack[pack.statements().last().unwrap()];
    let picture = fire.picture.as_deref().unwrap();
    assert_eq!((&*picture.url, picture.credit.as_deref()), ("https://example.org/a.jpg", Some("The museum")));
    assert_eq!((fire.group.as_deref(), report.files[0].remarks.len()), (Some("Trouble"), 0));
}

#[test]
fn what_is_called_alike_and_lies_elsewhere_is_another() {
    let text =
        "name,lat,lon,pleiadesID\nAlexandria,31.2,29.9,727070\nAlexandria,38.8,-77.05,\nAlexandria,31.21,29.95,\n";
    let (pack, report) = csv(text);
    let ids: Vec<(String, usize)> = pack.entities().map(|id| (pack[id].id.to_string(), pack[id].ids.len())).collect();
    assert_eq!(ids, [("alexandria".to_owned(), 1), ("alexandria-2".to_owned(), 0)]);
    assert_eq!(report.files[0].joined.len(), 1);
}

#[test]
fn cells_that_say_there_is_nothing_are_empty_and_names_in_languages_are_names() {
    let (pack, report) = csv("Year,name_tr,name_en,year2\n1901,Köprü,A bridge,x\nNA,Yol,A road,\nn/a,,,\n1902,,,\n");
    let texts: Vec<String> = told(&pack).into_iter().map(|(date, text)| format!("{date} {text}")).collect();
    assert_eq!(texts, ["1901 A bridge.", " A road."]);
    let remarks: Vec<(usize, &str)> = report.files[0].remarks.iter().map(|it| (it.row, it.column.as_str())).collect();
    assert_eq!(remarks, [(0, "name_tr, year2"), (4, ""), (5, "")]);
}
