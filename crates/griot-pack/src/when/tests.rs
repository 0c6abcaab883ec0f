use proptest::prelude::*;

use super::*;

fn when(text: &str) -> When {
    When::parse(text).unwrap_or_else(|e| panic!("{text}: {e}"))
}

#[test]
fn the_canonical_forms_are_read_back_unchanged() {
    for text in [
        "1591",
        "c. 1312",
        "1312..1337",
        "<1600",
        ">2012",
        "1960s",
        "13th c.",
        "900 BC",
        "10000 BC..AD 900",
        "late 14th c.",
        "Mar 2012",
        "26 Mar 1991",
        "22 Mar 1991..26 Mar 1991",
        "5 Jun 2020..",
        "4th c. BC",
        "1st millennium BC",
        "AD 900",
        "c. 250 BC..c. 1400",
        "mid 2023",
        "late 1970s",
        "490s BC",
        "early Mar 2012",
        "c. late 13th c.",
        "21st c.",
        "2nd millennium",
        "9th c...11th c.",
        "13th c...",
    ] {
        assert_eq!(when(text).to_string(), text);
    }
}

#[test]
fn other_spellings_mean_the_same() {
    for (typed, canonical) in [
        ("13th", "13th c."),
        ("13th century", "13th c."),
        ("c13", "13th c."),
        ("thirteenth century", "13th c."),
        ("900 bce", "900 BC"),
        ("-900", "900 BC"),
        ("900bc", "900 BC"),
        ("ad 900", "AD 900"),
        ("900 CE", "AD 900"),
        ("AD900", "AD 900"),
        ("first millennium bc", "1st millennium BC"),
        ("26 march 1991", "26 Mar 1991"),
        ("March 26, 1991", "26 Mar 1991"),
        ("1991-03-26", "26 Mar 1991"),
        ("circa 1312", "c. 1312"),
        ("c.1312", "c. 1312"),
        ("~1312", "c. 1312"),
        ("1312–1337", "1312..1337"),
        ("1312 to 1337", "1312..1337"),
        ("from 1312 until 1337", "1312..1337"),
        ("1738-56", "1738..1756"),
        ("600-400 BC", "600 BC..400 BC"),
        ("900 bc..ad 900", "900 BC..AD 900"),
        ("300..900", "AD 300..AD 900"),
        ("before 1600", "<1600"),
        ("since 2012", "2012.."),
        ("mid-2023", "mid 2023"),
        ("10,000 BC", "10000 BC"),
        ("the late 14th century", "late 14th c."),
        ("1960's", "1960s"),
        ("mar 2012", "Mar 2012"),
        ("-300..900", "300 BC..AD 900"),
    ] {
        assert_eq!(when(typed).to_string(), canonical, "{typed}");
    }
}

#[test]
fn what_is_no_date_is_refused() {
    for text in [
        "",
        "300",
        "7",
        "0",
        "0 BC",
        "keita",
        "32 Mar 1991",
        "29 Feb 1991",
        "1337..1312",
        "..1337",
        "13",
        "1000001 BC",
        "99999999",
        "March",
        "1991-13-01",
        "late 26 Mar 1991",
        "0th c.",
        "1961s",
        "coup 1991",
        "<",
        "c.",
        "BC",
        "th",
        "--",
        "1312..1337..1340",
    ] {
        assert!(When::parse(text).is_err(), "{text:?} was read as {:?}", When::parse(text));
    }
}

#[test]
fn a_bare_small_number_says_how_to_write_a_year() {
    let message = When::parse("300").unwrap_err().to_string();
    assert!(message.contains("AD 300") && message.contains("300 BC"), "{message}");
}

#[test]
fn bounds_of_units() {
    let years = |text: &str| (when(text).first().year, when(text).last().year);
    assert_eq!(years("13th c."), (1201, 1300));
    assert_eq!(years("4th c. BC"), (-399, -300));
    assert_eq!(years("1st millennium BC"), (-999, 0));
    assert_eq!(years("1960s"), (1960, 1969));
    assert_eq!(years("490s BC"), (-498, -489));
    assert_eq!(years("900 BC"), (-899, -899));
    assert_eq!(years("late 14th c."), (1367, 1400));
    assert_eq!(when("<1600").last(), Day { year: 1599, month: 12, day: 31 });
    assert_eq!(when(">2012").first(), Day { year: 2013, month: 1, day: 1 });
    assert_eq!(when("Feb 2012").last().day, 29);
}

#[test]
fn on_screen() {
    for (text, shown) in [
        ("10000 BC..19th c.", "10,000 BC – 19th c."),
        ("1738..1756", "1738–1756"),
        ("22 Mar 1991..26 Mar 1991", "22–26 Mar 1991"),
        ("Mar 2020..Apr 2020", "Mar–Apr 2020"),
        ("30 Sep 2019..1 Oct 2019", "30 Sep – 1 Oct 2019"),
        ("5 Jun 2020..", "since 5 Jun 2020"),
        ("<1600", "before 1600"),
        ("c. 250 BC..c. 1400", "c. 250 BC – c. 1400"),
        ("300 BC..AD 900", "300 BC – AD 900"),
    ] {
        assert_eq!(when(text).on_screen(), shown);
    }
}

#[test]
fn in_words() {
    for (text, said) in [
        ("1591", "1591"),
        ("13th", "the 13th century"),
        ("900 bc..ad 900", "from 900 BC to AD 900"),
        ("26 mar 1991", "26 March 1991"),
        ("late 14th c.", "the late 14th century"),
        ("c. 1312", "about 1312"),
        ("1960s", "the 1960s"),
        ("<1600", "before 1600"),
    ] {
        assert_eq!(when(text).in_words(), said);
    }
}

#[test]
fn overlap_matches_and_exactness_ranks() {
    let query = when("1591");
    let fit = |text: &str| when(text).fit(&query);
    assert_eq!(fit("1591"), Some(Fit::Same));
    assert_eq!(fit("Mar 1591"), Some(Fit::Within));
    assert_eq!(fit("1591..1833"), Some(Fit::Begins));
    assert_eq!(fit("15th c..1591"), Some(Fit::Ends));
    assert_eq!(fit("16th c."), Some(Fit::Around));
    assert_eq!(fit("1592"), None);
    assert!(Fit::Same > Fit::Within && Fit::Within > Fit::Begins && Fit::Ends > Fit::Around);
}

#[test]
fn softness() {
    assert!(when("c. 1312..1337").begins_softly() && !when("c. 1312..1337").ends_softly());
    assert!(when("2012..").ends_softly() && !when("2012..").begins_softly());
    assert!(when("13th c.").begins_softly());
}

#[test]
fn the_year_as_a_number_runs_with_the_days() {
    assert!((when("1 Jan 1991").first().years() - 1991.0).abs() < 1e-9);
    assert!(when("31 Dec 1991").first().years() < 1992.0);
    assert!((when("1591").length() - 1.0).abs() < 1e-9);
}

proptest! {
    #[test]
    fn the_short_way_reads_what_the_long_way_reads(
        text in "(c\\. )?(([0-9]{1,2} )?(Jan|Feb|Mar|April|May|Jun|Dec|mar|Foo) )?[0-9]{3,5}(\\.\\.((c\\. )?(([0-9]{1,2} )?(Mar|Sep|Oct) )?[0-9]{3,5})?)?",
    ) {
        prop_assert_eq!(When::parse(&text).ok(), super::parse::in_any_spelling(&text).ok(), "{}", text);
    }
}
