use super::*;

/// A pack whose every date is chosen: two eras with dates between one without, rulers, others in office, events.
const TOWNS: &str = r#"---
title: "Two towns"
lang: en
licence: CC0
as_of: 2000
---

# Two towns

## Old days (1000–1399) {#old}

1100: The wall is built.[^k]
1150 – 1160: No rain falls.[^k]
1155: Dust lies on the wall.[^k]
Nobody knows who wrote this.

> 1155: A drawing of the dust.

1170 – 1180: The wall is mended.[^k]

## Days without dates (1300–1499) {#none}

Little is known.
Less is told.

## New days (1400–2000) {#new}

It begins here.
1500: A mill is built.[^k]
1502: Another is.[^k]
It turns.
after 1990: It stands still.[^k]

## People

- Ada: a queen; 1100–1165; head: Queen of [[Upper]], 1140–1160
- Bo: a judge; office: Judge of [[Upper]], 1150–1158; office: Elder of [[Upper]], 1145–1159
- Cy: a king; head: King of [[Upper]], 1160–1170
- Di: a mayor; head: Mayor of [[Lower]], since 1990

## Polities

- Upper: a town; 1090–1350
- Lower: a town; since 1200

## Events

- Fire: it burns; 1155
- Siege: it lasts; 1150–1160
- Long war: it goes on; 1100–1200
- Old mill: it falls; before 1450

[^k]: “A book”; by: Ada; date: 1999
"#;

fn pack_of(text: &str) -> Pack {
    let (pack, problems) = griot_pack::pack::check_text("towns.md", text, "2000-01-01");
    pack.unwrap_or_else(|| {
        panic!("{:?}", problems.listed.iter().map(griot_pack::pack::Problem::message).collect::<Vec<_>>())
    })
}

fn towns() -> Pack {
    pack_of(TOWNS)
}

fn time(text: &str) -> When {
    When::parse(text).unwrap()
}

fn names(pack: &Pack, entities: &[EntityId]) -> Vec<String> {
    entities.iter().map(|id| pack[*id].name.to_string()).collect()
}

fn titles(pack: &Pack, offices: &[(EntityId, usize)]) -> Vec<String> {
    offices.iter().map(|(id, at)| pack[*id].offices[*at].title.to_string()).collect()
}

fn texts(pack: &Pack, statements: impl IntoIterator<Item = StatementId>) -> Vec<String> {
    statements.into_iter().map(|id| pack[id].text.to_string()).collect()
}

fn told(pack: &Pack, text: &str) -> StatementId {
    pack.statements().find(|id| pack[*id].text == text).unwrap()
}

#[test]
fn a_moment_tells_what_fits_it_best_first() {
    let pack = towns();
    let moment = at(&pack, &time("1155"));
    assert_eq!(
        names(&pack, &moment.events),
        ["Fire", "Siege", "Long war"],
        "itself, then the shorter of two around it"
    );
    assert_eq!(names(&pack, &moment.powers), ["Upper"]);
    assert_eq!(titles(&pack, &moment.offices), ["Queen", "Elder", "Judge"], "rulers, then by their beginnings");
    assert_eq!(names(&pack, &moment.others), ["Ada"]);
    let statements = ["Dust lies on the wall.", "No rain falls.", "A drawing of the dust."];
    assert_eq!(texts(&pack, moment.statements.clone()), statements, "a picture last");
    assert_eq!(texts(&pack, moment.before), ["The wall is built."]);
    assert_eq!(texts(&pack, moment.after), ["The wall is mended."]);
    let later = at(&pack, &time("1200..1350"));
    assert_eq!(names(&pack, &later.powers), ["Upper", "Lower"], "in order of their beginnings");
}

#[test]
fn a_moment_of_which_one_thing_is_known_is_not_empty() {
    assert!(Moment::default().is_empty());
    let pack = towns();
    let (entity, statement) = (pack.entities().next().unwrap(), pack.statements().next().unwrap());
    for moment in [
        Moment { events: vec![entity], ..Moment::default() },
        Moment { powers: vec![entity], ..Moment::default() },
        Moment { offices: vec![(entity, 0)], ..Moment::default() },
        Moment { others: vec![entity], ..Moment::default() },
        Moment { statements: vec![statement], ..Moment::default() },
    ] {
        assert!(!moment.is_empty(), "{moment:?}");
    }
    let nearest = Moment { before: Some(statement), after: Some(statement), ..Moment::default() };
    assert!(nearest.is_empty(), "what is near is not of the time");
    assert!(at(&pack, &time("AD 500")).is_empty());
}

#[test]
fn what_goes_on_is_not_told_of_times_after_the_pack() {
    let pack = towns();
    for (asked, offices, powers) in
        [("1995", vec!["Mayor"], vec!["Lower"]), ("31 Dec 2000", vec!["Mayor"], vec!["Lower"])]
    {
        let moment = at(&pack, &time(asked));
        assert_eq!(titles(&pack, &moment.offices), offices, "{asked}");
        assert_eq!(names(&pack, &moment.powers), powers, "{asked}");
        assert!(!moment.is_empty());
    }
    let beyond = at(&pack, &time("2050"));
    assert!(beyond.is_empty(), "{beyond:?}");
    assert_eq!(texts(&pack, beyond.before), ["Another is."], "what has no end is not over");
    assert_eq!(beyond.after, None);
}

#[test]
fn a_date_with_one_end_answers_only_a_time_that_holds_it() {
    for (date, asked, wanted) in [
        ("before 1450", "1440..1460", true),
        ("before 1450", "1300", false),
        ("before 1450", "1440..1449", true),
        ("before 1450", "1450", false),
        ("after 1990", "1990..1995", true),
        ("after 1990", "1995", false),
        ("since 1990", "1995", true),
        ("1990..?", "1990", true),
        ("1990..?", "1985..1992", true),
        ("1990..?", "1995", false),
        ("1990..?", "1989", false),
        ("1100..1200", "1155", true),
        ("1100..1200", "1201", false),
    ] {
        assert_eq!(answers(&time(date), &time(asked)).is_some(), wanted, "{date} for {asked}");
    }
}

#[test]
fn rulers_stand_before_polities_and_a_long_time_is_asked_at_its_beginning() {
    let pack = towns();
    for (asked, wanted) in [
        ("1155", &["Ada"][..]),
        ("1160", &["Ada", "Cy"]),
        ("1150..1170", &["Ada"]),
        ("1165..1300", &["Cy"]),
        ("1200", &["Upper", "Lower"]),
        ("1400", &["Lower"]),
        ("AD 900", &[]),
        ("1995", &["Di"]),
    ] {
        let mut found = names(&pack, &in_power(&pack, &time(asked)));
        let mut wanted = wanted.to_vec();
        found.sort_unstable();
        wanted.sort_unstable();
        assert_eq!(found, wanted, "{asked}");
    }
}

#[test]
fn a_pack_tells_of_power_by_rulers_or_by_polities_that_have_dates() {
    assert!(tells_of_power(&towns()));
    let with = |entities: &str| {
        tells_of_power(&pack_of(&format!("# A\n\n1900: It is.[^k]\n\n{entities}\n[^k]: “B”; by: C; date: 1999\n")))
    };
    assert!(with("## Polities\n\n- Upper: a town; 1090–1350\n"));
    assert!(with("## People\n\n- Ada: a queen; head: Queen of [[Upper]], 1140–1160\n\n## Places\n\n- Upper: a town\n"));
    assert!(!with("## People\n\n- Ada: a queen; head: Queen of [[Upper]]\n\n## Places\n\n- Upper: a town\n"));
    assert!(!with(
        "## People\n\n- Bo: a judge; office: Judge of [[Upper]], 1150\n\n## Places\n\n- Upper: a town; 1100\n"
    ));
    assert!(!with("## Polities\n\n- Upper: a town\n"), "of no time");
    assert!(!with(""));
}

#[test]
fn the_nearest_before_and_after_a_day_do_not_hold_it() {
    let pack = towns();
    let day = |text: &str| time(text).first();
    for (asked, earlier, later) in [
        ("1100", None, Some("No rain falls.")),
        ("1155", Some("The wall is built."), Some("The wall is mended.")),
        ("1161", Some("No rain falls."), Some("The wall is mended.")),
        ("1501", Some("A mill is built."), Some("Another is.")),
        ("1990", Some("Another is."), Some("It stands still.")),
    ] {
        let text = |id: Option<StatementId>| texts(&pack, id).pop();
        assert_eq!(text(before(&pack, &Spans::of(&pack), day(asked))).as_deref(), earlier, "before {asked}");
        assert_eq!(text(after(&pack, &Spans::of(&pack), day(asked))).as_deref(), later, "after {asked}");
    }
    let days = pack_of("# A\n\n3 Jun 1155: Rain falls.\n4 Jun 1155: The sun shines.\n");
    let moment = at(&days, &time("4 Jun 1155"));
    assert_eq!((texts(&days, moment.before), moment.after), (vec!["Rain falls.".to_owned()], None), "a single day");
}

#[test]
fn the_statement_nearest_to_a_time_is_the_first_of_several() {
    let pack = towns();
    for (year, wanted) in [
        (500.0, "The wall is built."),
        (1100.0, "The wall is built."),
        (1124.0, "The wall is built."),
        (1125.0, "The wall is built."),
        (1126.0, "No rain falls."),
        (1155.0, "Dust lies on the wall."),
        (1500.9, "A mill is built."),
        (1501.2, "Another is."),
        (9999.0, "It stands still."),
    ] {
        assert_eq!(texts(&pack, nearest_to(&pack, year)), [wanted], "{year}");
    }
    assert_eq!(nearest_to(&pack_of("# A\n\nNo date.\n"), 1900.0), None);
}

#[test]
fn a_reader_is_in_the_time_of_what_is_told_beside() {
    let pack = towns();
    for (text, date, nearest) in [
        ("Dust lies on the wall.", Some("1155"), "Dust lies on the wall."),
        ("Nobody knows who wrote this.", Some("1155"), "Dust lies on the wall."),
        ("It begins here.", Some("1500"), "A mill is built."),
        ("It turns.", Some("1502"), "Another is."),
        ("Little is known.", None, "A drawing of the dust."),
        ("Less is told.", None, "A drawing of the dust."),
    ] {
        let id = told(&pack, text);
        assert_eq!(reading(&pack, id).map(|when| when.to_string()).as_deref(), date, "{text}");
        assert_eq!(texts(&pack, nearest_dated(&pack, id)), [nearest], "{text}");
    }
    let first = pack_of("# A\n\n## B (1100–1200)\n\nUndated.\n\n## C (1300–1400)\n\n1350: Dated.\n");
    assert_eq!(texts(&first, nearest_dated(&first, told(&first, "Undated."))), ["Dated."], "else what comes after");
}

#[test]
fn a_time_without_a_beginning_is_placed_by_its_end() {
    assert_eq!(known_day(&time("before 1450")), time("before 1450").last());
    assert_eq!(known_day(&time("1100..1200")), time("1100").first());
    assert_eq!(known_day(&time("after 1990")), time("after 1990").first());
}

#[test]
fn today_is_the_day_until_which_the_pack_tells() {
    let pack = towns();
    assert_eq!(with_today(&pack, "TODAY"), "2000");
    assert_eq!(with_today(&pack, "rulers today  please"), "rulers 2000 please");
    assert_eq!(with_today(&pack, "todays  rulers"), "todays  rulers");
}
