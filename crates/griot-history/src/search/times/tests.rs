//! How dates fit a time, one by one.

use super::*;
use crate::search::tests::towns;

fn when(text: &str) -> When {
    When::parse(text).unwrap()
}

fn named(pack: &Pack, name: &str) -> EntityId {
    pack.entities().find(|id| pack[*id].name == name).unwrap()
}

#[test]
fn days_stand_in_order_or_against_it_and_what_has_none_last() {
    let day = |text: &str| Some(When::parse(text).unwrap().first());
    let days = ["300 BC", "31 Dec 1959", "1 Jan 1960", "31 Jan 1960", "1 Feb 1960", "1 Mar 1960", "1961"].map(day);
    let first = |day| in_order(Some(Order::Nth(1)), day);
    let last = |day| in_order(Some(Order::Last), day);
    assert!(days.is_sorted_by(|a, b| first(*a) < first(*b)));
    assert!(days.is_sorted_by(|a, b| last(*a) > last(*b)));
    assert!(days.iter().all(|day| in_order(None, *day) == 0));
    for order in [None, Some(Order::Last), Some(Order::Nth(2))] {
        assert_eq!(in_order(order, None), i64::MAX);
        assert_eq!(in_order(order, Some(Day::MIN)), i64::MAX);
    }
}

#[test]
fn what_began_then_and_goes_on_weighs_more_than_what_only_began() {
    let of = |own: &str, event| of_date(&When::parse(own).unwrap(), &When::parse("2012").unwrap(), event);
    let events = ["2012", "Mar 2012", "since Mar 2012", "Mar 2012..2014", "2010..Mar 2012", "2000..2020"];
    let close = events.map(|own| of(own, true));
    assert!(close.is_sorted_by(|a, b| a > b), "{close:?}");
    assert_eq!(of("since Mar 2012", false), of("Mar 2012..2014", false), "of events alone");
    assert!(of("2011..2013", false) > of("1900..2020", false), "the shorter of two that hold it");
    assert!(of("2000..2020", true) > of("2012", false), "whoever asks for a year asks what happened");
}

#[test]
fn a_date_that_does_not_fit_is_told_by_the_years_between() {
    let fit = |own: &str, asked: &str| date(&When::parse(own).unwrap(), &When::parse(asked).unwrap());
    assert_eq!(fit("1950", "1950"), (0, 0));
    for (own, asked, years) in [("1950", "1970", 19), ("1970", "1950", 19), ("1900..1910", "1920..1930", 9)] {
        assert_eq!(fit(own, asked), (LOST, BESIDE + years), "{own} for {asked}");
    }
    assert_eq!(fit("since 1990", "1980"), (LOST, BESIDE + 9));
    assert_eq!(fit("200000 BC", "1990"), (LOST, BESIDE + 60_000));
}

#[test]
fn an_entity_is_of_its_own_time_or_of_that_of_what_is_told_of_it() {
    let pack = towns();
    let spans = Spans::of(&pack);
    for (name, asked, fit) in [
        ("Great flood", "1201", (0, 0)),
        ("Ada Vale", "1155", (0, BY_MENTION)),
        ("Cy Vale", "1155", (0, IN_A_LIFE)),
        ("Battle of the Ford", "1150..1160", (0, 1)),
        ("Great flood", "1301", (LOST, BESIDE + 99)),
        ("Upper", "1980", (0, 5)),
        ("Ada Vale", "1200", (LOST, BESIDE + 34)),
        ("Dan Reed", "1155", (0, 5)),
        ("Dan Reed", "1200", (LOST, u16::MAX)),
        ("Hill", "1158", (0, 5)),
        ("Upper", "1100", (0, 4)),
    ] {
        let asked = when(asked);
        assert_eq!(entity(&pack, named(&pack, name), Time { when: &asked, spans: &spans }), fit, "{name} in {asked}");
    }
}

#[test]
fn one_end_of_a_life_or_of_what_people_make_may_be_asked_for() {
    let pack = towns();
    let spans = Spans::of(&pack);
    let of = |of_people, begins| Some(Edge { of_people, begins });
    let (born, died, founded, ended) = (of(true, true), of(true, false), of(false, true), of(false, false));
    for (name, edge, asked, fit) in [
        ("Ada Vale", born, "1100", (0, 0)),
        ("Ada Vale", born, "1130", (LOST, BESIDE + 30)),
        ("Ada Vale", born, "1090", (LOST, BESIDE + 9)),
        ("Ada Vale", born, "1099", (LOST, BESIDE)),
        ("Ada Vale", died, "1165", (0, 0)),
        ("Ada Vale", died, "1160..1170", (0, 0)),
        ("Ada Vale", died, "1155", (LOST, BESIDE + 10)),
        ("Ada Vale", founded, "1155", (0, BY_MENTION)),
        ("Council", founded, "1100", (0, 0)),
        ("Council", ended, "1200", (0, 0)),
        ("Council", born, "1150", (0, 4)),
        ("Great flood", founded, "1201", (0, 0)),
        ("Siege of the Hill", founded, "1155", (0, 4)),
        ("Eve Marsh", died, "1990", (0, BY_MENTION)),
        ("Dan Reed", born, "1155", (0, 5)),
    ] {
        let asked = when(asked);
        let found = entity_at(&pack, named(&pack, name), Time { when: &asked, spans: &spans }, edge);
        assert_eq!(found, fit, "{name} {edge:?} in {asked}");
    }
    let day = |name: &str, edge: Option<Edge>| end_of(&pack, named(&pack, name), edge.unwrap());
    assert_eq!(day("Ada Vale", born), Some(when("1100").first()));
    assert_eq!(day("Ada Vale", died), Some(when("1165").last()));
    assert_eq!((day("Eve Marsh", died), day("Dan Reed", born)), (None, None));
}

#[test]
fn a_short_time_that_holds_a_day_or_nearly_tells_of_it() {
    let day = when("26 Sep 1826").first();
    for (told, tells_of_it) in [
        ("26 Sep 1826", true),
        ("28 Sep 1826", true),
        ("20 Sep 1826", true),
        ("1 Dec 1826", false),
        ("1 Jul 1826", false),
        ("1826", true),
        ("1826..1827", true),
        ("1825..1828", false),
        ("1827..1828", false),
    ] {
        assert_eq!(tells(&when(told), day), tells_of_it, "{told}");
    }
}

#[test]
fn a_reign_is_the_longest_of_the_ruler_most_told_of() {
    let pack = towns();
    let of = |names: &[&str]| reign(&pack, names.iter().map(|name| named(&pack, name))).map(|when| when.to_string());
    assert_eq!(of(&["Cy Vale"]).as_deref(), Some("1160..1172"));
    assert_eq!(of(&["Cy Vale", "Ada Vale"]).as_deref(), Some("1140..1160"), "of whom more is told");
    assert_eq!(of(&["Bo Stone", "Cy Vale"]).as_deref(), Some("1160..1172"), "a judge rules nobody");
    assert_eq!(of(&["Bo Stone"]), None);
    let text = "## E (1100)\n\n1100: It is.\n\n## People\n\n- Ann: queen; head: Queen of [[Mar]], 1100–1103; \
                head: Queen of [[Mar]], 1110–1120; head: Queen of [[Mar]], 1130; office: Judge of [[Mar]], 1090–1150\n\n\
                ## Places\n\n- Mar: town\n";
    let pack = griot_pack::pack::check_text("a.md", text, "2000-01-01").0.unwrap();
    let reign = reign(&pack, pack.entities()).map(|when| when.to_string());
    assert_eq!(reign.as_deref(), Some("1110..1120"));
}

#[test]
fn what_a_time_answers_with_comes_the_closer_the_better_its_dates_fit() {
    let pack = towns();
    let asked = when("1155");
    let moment = chronicle::at(&pack, &asked);
    let found = dated(&pack, &moment, &asked);
    let of = |name: &str| found.iter().filter(|(id, _)| *id == named(&pack, name)).map(|(_, close)| *close).max();
    for (name, close) in [
        ("Battle of the Ford", Some(150)),
        ("Siege of the Hill", Some(107)),
        ("Dan Reed", Some(11)),
        ("Ada Vale", Some(10)),
        ("Bo Stone", Some(10)),
        ("Cy Vale", Some(5)),
        ("Upper", Some(2)),
        ("Gil Stone", None),
    ] {
        assert_eq!(of(name), close, "{name}");
    }
}
