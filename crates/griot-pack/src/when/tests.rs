//! The grammar: what is read as what, what is refused and with which words, what is printed.

mod errors;
mod kinds;
mod round_trip;

use super::*;

fn when(text: &str) -> When {
    When::parse(text).unwrap_or_else(|e| panic!("{text}: {e}"))
}

const CANONICAL: [&str; 57] = [
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
    "..1500",
    "?..1500",
    "1500..?",
    "[1756..1790]",
    "[1667,1668,1670..1672]",
    "[..3 Dec 1760]",
    "{1960,Dec 1961..}",
    "1643?",
    "c. 1643?",
    "summer 1944",
    "winter 1944/45",
    "winter 44/43 BC",
    "southern autumn 1944",
    "1st half of 14th c.",
    "3rd quarter of 1991",
    "26 Oct AD 899",
    "15 Mar 44 BC",
    "AD 50s",
    "AH 693",
    "10th c. AH",
    "17 Jumada I AH 999",
    "Dhu al-Hijja AH 724",
    "29 Feb 1700 (Julian)",
    "21 Oct 1492 (Gregorian)",
    "5000 BP",
    "2004-06~-11",
    "1985-04-XX",
    "156X-12-25",
    "170X",
    "1950S2",
];

#[test]
fn the_canonical_forms_are_read_back_unchanged() {
    for text in CANONICAL {
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
        "XIV",
        "first",
        "may",
        "12-14",
        "1912-23",
        "05/06/2012",
        "winter 1944",
        "1700s",
        "100000000000 BC",
        "XXXX-12-25",
        "13",
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
    assert_eq!(years("1st half of 14th c."), (1301, 1350));
    assert_eq!(years("last quarter of the 18th c."), (1776, 1800));
    assert_eq!(years("second half of the 1st millennium BC"), (-499, 0));
    assert_eq!(years("1950S2"), (1900, 1999));
    assert_eq!(years("-03XX"), (-399, -300));
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
        ("1000000 BC..10000 BC", "1,000,000 BC – 10,000 BC"),
        ("[1756..1790]", "between 1756 and 1790"),
        ("[1667,1668]", "1667 or 1668"),
        ("1985..?", "1985 – ?"),
        ("AH 999", "AH 999 (1590–91)"),
        ("17 Jumada I AH 999", "17 Jumada I AH 999 (13 Mar 1591)"),
        ("29 Feb 1700 (Julian)", "29 Feb 1700 Julian (11 Mar 1700)"),
        ("5000 BP", "5000 BP (3051 BC)"),
        ("1985-04-XX", "some day in Apr 1985"),
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
        ("..1500", "until 1500"),
        ("[..1500]", "by 1500"),
        ("[1500..]", "1500 or later"),
        ("1643?", "perhaps 1643"),
        ("1st half of 14th c.", "the first half of the 14th century"),
        ("winter 1944/45", "the winter of 1944/45"),
        ("AH 693", "AH 693 (2 December 1293 to 20 November 1294)"),
        ("19XX", "between 1900 and 1999"),
    ] {
        assert_eq!(when(text).in_words(), said);
    }
}

#[test]
fn in_french() {
    for (text, shown, said) in [
        ("26 Mar 1991", "26 mars 1991", "le 26 mars 1991"),
        ("1 Jan 1960", "1er janv. 1960", "le 1er janvier 1960"),
        ("c. 1050", "v. 1050", "vers 1050"),
        ("c. 1591?", "v. 1591\u{202f}?", "peut-être vers 1591"),
        ("14th c.", "XIVe siècle", "le XIVe siècle"),
        ("3rd millennium BC", "IIIe millénaire av. J.-C.", "le IIIe millénaire av. J.-C."),
        ("early 1980s", "début des années 1980", "le début des années 1980"),
        ("mid Aug 1991", "milieu d’août 1991", "le milieu d’août 1991"),
        ("1st half of 19th c.", "1re moitié du XIXe siècle", "la première moitié du XIXe siècle"),
        ("10000 BC", "10\u{202f}000 av. J.-C.", "10\u{202f}000 av. J.-C."),
        ("300 BC..AD 900", "300 av. J.-C. – 900 apr. J.-C.", "de 300 av. J.-C. à 900 apr. J.-C."),
        ("900 BC..300 BC", "900–300 av. J.-C.", "de 900 à 300 av. J.-C."),
        ("450 BC..30 BC", "450 av. J.-C. – 30 av. J.-C.", "de 450 av. J.-C. à 30 av. J.-C."),
        ("13th c...15th c.", "XIIIe–XVe siècle", "du XIIIe au XVe siècle"),
        ("5th millennium BC..4th millennium BC", "Ve–IVe millénaire av. J.-C.", "du Ve au IVe millénaire av. J.-C."),
        ("1738..1756", "1738–1756", "de 1738 à 1756"),
        ("22 Mar 1991..26 Mar 1991", "22–26 mars 1991", "du 22 mars 1991 au 26 mars 1991"),
        ("1 Mar 1991..4 Apr 1991", "1er mars – 4 avr. 1991", "du 1er mars 1991 au 4 avril 1991"),
        ("Aug 1960..Oct 1962", "août 1960 – oct. 1962", "d’août 1960 à octobre 1962"),
        ("1960s..1970s", "années 1960 – années 1970", "des années 1960 aux années 1970"),
        ("[1756..1790]", "entre 1756 et 1790", "entre 1756 et 1790"),
        ("<14th c.", "avant le XIVe siècle", "avant le XIVe siècle"),
        ("1960..", "depuis 1960", "depuis 1960"),
        ("1985..?", "1985 – ?", "de 1985 à ?"),
        ("..late 14th c.", "jusqu’à la fin du XIVe siècle", "jusqu’à la fin du XIVe siècle"),
        ("..c. 1050", "jusque v. 1050", "jusque vers 1050"),
        ("[..1500]", "au plus tard en 1500", "au plus tard en 1500"),
        ("[1500..]", "1500 ou plus tard", "1500 ou plus tard"),
        ("{1960,1962..1965}", "1960 et de 1962 à 1965", "1960 et de 1962 à 1965"),
        ("summer 1960", "été 1960", "l’été 1960"),
        ("winter 44/43 BC", "hiver 44/43 av. J.-C.", "l’hiver 44/43 av. J.-C."),
        ("AH 999", "999 H (1590–91)", "999 H (du 30 octobre 1590 au 18 octobre 1591)"),
        ("12 Ramadan AH 999", "12 ramadan 999 H (4 juil. 1591)", "le 12 ramadan 999 H (4 juillet 1591)"),
        ("29 Feb 1700 (Julian)", "29 févr. 1700 julien (11 mars 1700)", "le 29 février 1700 julien (11 mars 1700)"),
        ("1985-04-XX", "un jour d’avr. 1985", "un jour d’avril 1985"),
        ("19XX", "entre 1900 et 1999", "entre 1900 et 1999"),
    ] {
        let date = when(text);
        assert_eq!(
            (date.on_screen_in(Language::French).as_str(), date.in_words_in(Language::French).as_str()),
            (shown, said)
        );
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

#[test]
fn a_list_overlaps_only_with_its_dates() {
    let list = when("{1960,1968,1991..1992}");
    for (other, meets) in
        [("1960", true), ("1961..1967", false), ("Mar 1991", true), ("1993..", false), ("[1961,1968]", true)]
    {
        assert_eq!(list.overlaps(&when(other)), meets, "{other}");
        assert_eq!(when(other).overlaps(&list), meets, "{other}");
    }
}

#[test]
fn dates_of_all_calendars_stand_in_the_order_of_their_days() {
    let days = [
        "Ramadan AH 990",
        "4 Oct 1582",
        "15 Oct 1582",
        "16 Oct 1582 (Gregorian)",
        "7 Oct 1582 (Julian)",
        "1 Muharram AH 999",
        "25 Oct 1917 O.S.",
        "8 Nov 1917",
    ];
    assert!(days.windows(2).all(|two| when(two[0]).first() < when(two[1]).first()), "{days:?}");
    assert_eq!(when("17 Jumada I AH 999").fit(&when("13 Mar 1591")), Some(Fit::Same));
    assert!(when("AH 999").overlaps(&when("1590")) && !when("AH 999").overlaps(&when("1592")));
}

#[test]
fn a_date_is_small() {
    assert!(size_of::<Moment>() <= 16 && size_of::<When>() <= 112, "{}", size_of::<When>());
}
