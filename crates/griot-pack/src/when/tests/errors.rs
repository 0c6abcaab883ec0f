//! What is refused: each for its reason, with the readings that would be valid.

use super::super::*;

fn refused(text: &str) -> WhenError {
    match When::parse(text) {
        Err(error) => error,
        Ok(date) => panic!("{text} was read as {date}"),
    }
}

#[test]
fn an_ambiguous_date_is_refused_with_its_readings() {
    for (text, readings) in [
        ("05/06/2012", &["5 Jun 2012", "6 May 2012"][..]),
        ("1700s", &["1700..1709", "1700..1799"]),
        ("2000s", &["2000..2009", "2000..2099", "2000..2999"]),
        ("1912-23", &["autumn 1912", "1912..1923"]),
        ("1961/3", &["Mar 1961", "[1961,1963]"]),
        ("winter 1944", &["winter 1943/44", "winter 1944/45"]),
        ("2003/04", &["Apr 2003", "[2003,2004]"]),
        ("2012-3", &["Mar 2012", "2012..2013"]),
        ("450–30 BC", &["450 BC..430 BC", "450 BC..30 BC"]),
        ("300 BC – 200", &["300 BC..200 BC", "300 BC..AD 200"]),
        ("10 Oct 1582", &["10 Oct 1582 (Julian)", "10 Oct 1582 (Gregorian)"]),
        ("-10000", &["10000 BC", "Y-10000"]),
        ("300", &["AD 300", "300 BC"]),
        ("3 May 98", &["3 May AD 98", "3 May 98 BC", "3 May 1998"]),
        ("29 Feb 1900", &["28 Feb 1900"]),
        ("30 Safar AH 999", &["29 Safar AH 999"]),
        ("1337..1312", &["1312..1337"]),
        ("25 Dec – 2 Jan 2016", &["25 Dec 2015..2 Jan 2016"]),
        ("Dhu al-Hijja .. Oct AD 2", &["Oct AD 2..Dhu al-Hijja AH 2"]),
        ("1899–02", &["1899..1902"]),
        ("10000006..0", &["AD 10000006..AD 10000010"]),
        ("Monday 13 March 1591", &["Wednesday 13 Mar 1591"]),
        ("AH 0", &["AH 1"]),
        ("années 1960-1970", &["1960s..1970s", "1960s..1970"]),
    ] {
        let error = refused(text);
        assert_eq!(error.readings(), readings, "{text}: {error}");
        for reading in readings {
            assert!(When::parse(reading).is_ok(), "{reading}");
        }
    }
}

#[test]
fn errors_name_what_is_wrong() {
    for (text, said) in [
        ("", "empty"),
        ("keita 1591", "\"keita\""),
        ("31 Feb", "there is no 31 February; the nearest is 29 February"),
        ("22 March", "\"22 March\" says no year"),
        ("13/13/1991", "there is no month 13"),
        ("XXXX-12-25", "says no year"),
        ("AH 0", "there is no year AH 0"),
        ("10310000 hijra", "cannot read"),
        ("0", "there is no year 0"),
        ("summer AH 693", "no seasons"),
        ("12 Brumaire 8", "the calendar \"Brumaire\" is not known"),
        ("Monday 13 March 1591", "was a Wednesday, not a Monday"),
        ("AH 999 (1620)", "are not the same time"),
        ("191xx", "\"191xx\""),
        ("between 1312 and", "\"1312 and\""),
        ("30 billion", "\"30 billion\""),
        ("30000000000 BC", "20 billion"),
        ("first quarter of the 1960s", "no such part"),
        ("[1,2,3,4,5,6,7,8]", "AD"),
        ("{1960,1961,1962,1963,1964,1965,1966}", "6 dates at most"),
    ] {
        let message = refused(text).to_string();
        assert!(message.contains(said), "{text}: {message}");
    }
}
