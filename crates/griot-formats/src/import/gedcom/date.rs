//! Dates of GEDCOM, of every calendar that it names but that of the Romans, which has no rules; what is told in another
//! calendar keeps its words.

use griot_pack::when::{Edge, When, WhenError};

use super::calendars::{self, Other};
use crate::import::dates;

/// A date, and its words where it says more than the date does.
///
/// # Errors
/// Why it cannot be read; nothing more where it is simply no date.
pub(super) fn read(text: &str) -> Result<(Option<When>, Option<String>), String> {
    let text = text.trim();
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if words.is_empty() {
        return Ok((None, None));
    }
    let upper = words.to_uppercase();
    let after = |keyword: &str| upper.strip_prefix(keyword).and_then(|rest| rest.strip_prefix(' '));
    if let Some(rest) = after("INT") {
        let date = rest.split('(').next().unwrap_or_default().trim();
        return Ok((Some(one(date)?), Some(words)));
    }
    if upper.starts_with('(') {
        return Err("only words".to_owned());
    }
    let when = range(&upper, &after)?;
    let printed = when.to_string();
    if When::parse(&printed).ok() != Some(when) {
        return Err(String::new());
    }
    // An estimate is said to be one, and a year of two numbers keeps both.
    let more = ["/", "HEBREW", "FRENCH"].iter().any(|it| upper.contains(it))
        || ["CAL", "EST"].iter().any(|keyword| after(keyword).is_some());
    Ok((Some(when), more.then_some(words)))
}

fn range<'u>(upper: &'u str, after: &dyn Fn(&str) -> Option<&'u str>) -> Result<When, String> {
    let ends = |when: When| when.ends().ok_or_else(String::new);
    if let Some(rest) = after("BET") {
        let (a, b) = rest.split_once(" AND ").ok_or("lacks AND")?;
        let (a, b) = (one(a)?, one(b)?);
        in_order(a, b)?;
        return dates::some_time(Some(a), Some(b)).ok_or_else(String::new);
    }
    if let Some(rest) = after("FROM") {
        let Some((a, b)) = rest.split_once(" TO ") else {
            return ends(one(rest)?).map(|(first, _)| When::From(first, Edge::Unknown));
        };
        let (a, b) = (one(a)?, one(b)?);
        in_order(a, b)?;
        return dates::span(Some(a), Some(b))?.ok_or_else(String::new);
    }
    if let Some(rest) = after("TO") {
        return ends(one(rest)?).map(|(_, last)| When::Until(last, Edge::Unknown));
    }
    if let Some(rest) = after("BEF") {
        return ends(one(rest)?).map(|(first, _)| When::Before(first));
    }
    if let Some(rest) = after("AFT") {
        return ends(one(rest)?).map(|(_, last)| When::After(last));
    }
    if let Some(rest) = ["ABT", "CAL", "EST"].iter().find_map(|keyword| after(keyword)) {
        // What is about right is one time: about after 1750 says nothing.
        let When::At(moment) = one(rest)? else { return Err(String::new()) };
        return When::parse(&format!("c. {}", When::At(moment))).map_err(|_| String::new());
    }
    one(upper)
}

fn in_order(a: When, b: When) -> Result<(), String> {
    if b.last() < a.first() { Err("it ends before it begins".to_owned()) } else { Ok(()) }
}

/// One date, with its calendar.
fn one(text: &str) -> Result<When, String> {
    let text = text.trim();
    let (calendar, rest) = if let Some(rest) = text.strip_prefix("@#D") {
        rest.split_once('@').map(|(calendar, rest)| (calendar.trim(), rest.trim())).ok_or("no calendar is closed")?
    } else {
        let known = ["GREGORIAN", "JULIAN", "HEBREW", "FRENCH_R", "ROMAN", "UNKNOWN"];
        let first = text.split(' ').next().unwrap_or_default();
        let is_calendar = known.contains(&first) || first.starts_with('_');
        if is_calendar { (first, text[first.len()..].trim()) } else { ("", text) }
    };
    let suffix = match calendar {
        "" => "",
        "GREGORIAN" => " (Gregorian)",
        "JULIAN" => " (Julian)",
        "FRENCH R" | "FRENCH_R" => return calendars::read(rest, Other::French),
        "HEBREW" => return calendars::read(rest, Other::Hebrew),
        other => return Err(format!("of the calendar {}, which is not reckoned", other.trim_start_matches('_'))),
    };
    let (rest, bc) = ["BCE", "B.C.E.", "B.C.", "BC"]
        .iter()
        .find_map(|era| rest.strip_suffix(era).map(|rest| (rest.trim(), true)))
        .unwrap_or((rest, false));
    let (before, year) = rest.rsplit_once(' ').unwrap_or(("", rest));
    let year = in_two_styles(year).unwrap_or_else(|| year.to_owned());
    if year.is_empty() || !year.bytes().all(|byte| byte.is_ascii_digit()) {
        return loosely(text);
    }
    let year = match (bc, year.trim_start_matches('0')) {
        (_, "") => return Err("there is no year 0".to_owned()),
        (true, year) => format!("{year} BC"),
        (false, year) if year.len() < 4 => format!("AD {year}"),
        (false, year) => year.to_owned(),
    };
    // Whole years and months are the same to within days, and no calendar is said of them elsewhere.
    let has_day = before.split(' ').count() > 1;
    let suffix = if has_day { suffix } else { "" };
    When::parse(&format!("{before} {year}{suffix}")).map_err(|error| match error {
        WhenError::Unread { .. } => String::new(),
        error => error.to_string(),
    })
}

/// `1699/00`: by the year that begins in January it is 1700.
fn in_two_styles(year: &str) -> Option<String> {
    let (old, new) = year.split_once('/')?;
    let number: i64 = old.parse().ok()?;
    let next = (number + 1).to_string();
    ((1..=4).contains(&new.len()) && next.ends_with(new)).then_some(next)
}

/// What people write into the field though the rules do not have it.
fn loosely(text: &str) -> Result<When, String> {
    let read = dates::in_cell(text, None).map_err(|_| String::new())?;
    read.ok_or_else(String::new)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_of_gedcom_are_read() {
        for (text, date) in [
            ("12 AUG 1401", "12 Aug 1401"),
            ("AUG 1401", "Aug 1401"),
            ("1401 BCE", "1401 BC"),
            ("44 B.C.", "44 BC"),
            ("87", "AD 87"),
            ("12 AUG 87", "12 Aug AD 87"),
            ("JULIAN 25 OCT 1917", "25 Oct 1917 (Julian)"),
            ("@#DJULIAN@ 25 OCT 1917", "25 Oct 1917 (Julian)"),
            ("@#DGREGORIAN@ 12 AUG 1601", "12 Aug 1601"),
            ("GREGORIAN 12 AUG 1401", "12 Aug 1401 (Gregorian)"),
            ("ABT 1312", "c. 1312"),
            ("EST 1312", "c. 1312"),
            ("BEF 1600", "<1600"),
            ("AFT 2 JAN 1600", ">2 Jan 1600"),
            ("BET 1312 AND 1337", "[1312..1337]"),
            ("FROM 1312 TO 1337", "1312..1337"),
            ("FROM 1312", "1312..?"),
            ("TO 1337", "?..1337"),
            ("11 FEB 1699/00", "11 Feb 1700"),
            ("INT 1312 (about the feast)", "1312"),
            ("vers 1312", "c. 1312"),
            ("@#DFRENCH R@ 27 THER 7", "14 Aug 1799"),
            ("FROM FRENCH_R 1 VEND 2 TO FRENCH_R 27 THER 7", "22 Sep 1793..14 Aug 1799"),
            ("@#DHEBREW@ 2 TVT 5758", "31 Dec 1997"),
            ("", ""),
        ] {
            let found = read(text).map(|(when, _)| when.map(|it| it.to_string()).unwrap_or_default());
            let wanted = When::parse(date).map(|it| it.to_string()).unwrap_or_default();
            assert_eq!(found, Ok(wanted), "{text}");
        }
    }

    #[test]
    fn what_is_no_date_of_a_calendar_here_stays_words() {
        for text in [
            "HEBREW 26 TVT 27",
            "@#DROMAN@ 27 IAN 7",
            "_UNKNOWN 13 _MONTH 17",
            "(some words)",
            "BET 1337 AND 1312",
            "30 FEB 1700",
            "0",
            "ABT AFT 1750",
            "Easter",
        ] {
            assert!(read(text).is_err(), "{text}: {:?}", read(text));
        }
    }
}
