//! What of a query is read as what.

use griot_pack::pack::Kind;

use super::time::LONGEST_YEAR;
use super::*;

fn read(typed: &str) -> (Option<String>, String, Option<KindFilter>) {
    let query = Query::read(typed);
    (query.when.map(|w| w.to_string()), query.words, query.kind)
}

#[test]
fn times_words_and_kinds_are_told_apart() {
    let person = Some(KindFilter::Of(Kind::Person));
    for (typed, when, words, kind) in [
        ("1591", Some("1591"), "", None),
        ("13th c.", Some("13th c."), "", None),
        ("900 bc..ad 900", Some("900 BC..AD 900"), "", None),
        ("@person 1960..1991", Some("1960..1991"), "", person),
        ("coup >2010", Some(">2010"), "coup", None),
        ("timbuktu 18th", Some("18th c."), "timbuktu", None),
        ("1968 coup", Some("1968"), "coup", None),
        ("26 march 1991", Some("26 Mar 1991"), "", None),
        ("keita", None, "keita", None),
        ("@pers keita", None, "keita", person),
        ("300", None, "300", None),
        ("١٩٦٠", Some("1960"), "", None),
        ("مالي ١٩٦٠", Some("1960"), "مالي", None),
        ("߁߉߆߀", Some("1960"), "", None),
        ("@nonsense keita", None, "nonsense keita", None),
        ("", None, "", None),
        ("the drought of the 1970s in Mali", Some("1970s"), "drought mali", None),
        ("what happened in 1591?", Some("1591"), "", None),
        ("1591?", Some("1591?"), "", None),
        ("between 1756 and 1790", Some("[1756..1790]"), "", None),
        ("elections in the 2000s", Some("2000..2099"), "elections", None),
        ("les villes au 14e siècle", Some("14th c."), "villes", None),
    ] {
        assert_eq!(read(typed), (when.map(str::to_owned), words.to_owned(), kind), "{typed}");
    }
}

#[test]
fn what_is_asked_is_told_and_small_words_are_dropped() {
    for (typed, asked, words, dropped) in [
        ("who was the first president", Some(Asked::Who), "president", "who was the"),
        ("how many died at Moura", Some(Asked::HowMany), "died moura", "how many at"),
        ("qui était premier ministre", Some(Asked::Who), "prime minister", "qui etait"),
        ("coup d’État", None, "coup", ""),
        ("when", None, "when", ""),
        ("chef de l’État", None, "headofstate", ""),
    ] {
        let query = Query::read(typed);
        assert_eq!((query.asked, query.words.as_str()), (asked, words), "{typed}");
        assert_eq!(query.dropped.join(" "), dropped, "{typed}");
    }
    for (typed, text, bare) in [
        ("roi de l’empire", "lempire", Some("empire")),
        // Where a phrase is said in other words, the others keep what they are without an article.
        ("le premier ministre de l’empire", "lempire", Some("empire")),
        ("o’brien", "obrien", None),
        ("roi l’", "l", None),
    ] {
        let token = Query::read(typed).tokens.pop().expect("a word");
        assert_eq!((token.text.as_str(), token.bare.as_deref()), (text, bare), "{typed}");
    }
}

#[test]
fn what_is_lit_is_what_is_looked_for() {
    for (typed, lit) in [("the drought of 1973", "drought"), ("1973", "1973"), ("who was it", "who was it")] {
        assert_eq!(Query::read(typed).looked_for(), lit, "{typed}");
    }
}

#[test]
fn a_number_that_is_no_year_is_told_why() {
    for (typed, why) in [
        ("year 0", Some("there is no year 0")),
        ("coup 12345678", Some("\"12345678\" is no year")),
        ("coup 123456", None),
        ("coup 9999999", None),
        ("coup 12", None),
        ("coup 1968", None),
    ] {
        let told = Query::read(typed).no_year;
        assert_eq!(told.is_some(), why.is_some(), "{typed}: {told:?}");
        assert!(told.is_none_or(|told| told.starts_with(why.unwrap_or_default())), "{typed}");
    }
}

#[test]
fn a_year_has_as_many_figures_as_the_message_says() {
    let year = "9".repeat(LONGEST_YEAR);
    assert!(Query::read(&format!("coup {year}")).when.is_some());
    let told = Query::read(&format!("coup {year}9"));
    assert!(told.when.is_none() && told.no_year.is_some_and(|why| why.contains("7 figures at most")));
}

#[test]
fn ten_years_are_said_in_words() {
    for (typed, when) in [
        ("drought in the seventies", Some("1970s")),
        ("sécheresse des années 70", Some("1970s")),
        ("les années soixante-dix", Some("1970s")),
        ("années soixante", Some("1960s")),
        ("années 15", None),
        ("soixante-dix soldats", None),
        ("the 70 soldiers", None),
    ] {
        assert_eq!(Query::read(typed).when.map(|when| when.to_string()).as_deref(), when, "{typed}");
    }
}

#[test]
fn what_may_be_ten_years_or_a_hundred_is_both() {
    for (typed, or_only) in [
        ("elections in the 2000s", Some("2000..2009")),
        ("1800s", Some("1800..1809")),
        ("1960s", None),
        ("1800", None),
        ("19th century", None),
    ] {
        assert_eq!(Query::read(typed).or_only.map(|when| when.to_string()).as_deref(), or_only, "{typed}");
    }
}
