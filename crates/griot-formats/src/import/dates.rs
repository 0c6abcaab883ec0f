//! Dates as tables have them: words of any kind, or years, months and days in cells of their own. What cannot be read is
//! left to whoever asks, and nothing is guessed that may mean two things.

use griot_pack::digits;
use griot_pack::when::{Edge, Moment, When, WhenError, month_name};

/// Whether days or months come first in dates of numbers, where a column has shown it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    DayFirst,
    MonthFirst,
}

/// A date in a cell that holds dates, so that a bare number is a year; none where it is empty.
pub(super) fn in_cell(text: &str, order: Option<Order>) -> Result<Option<When>, String> {
    let text = text.trim();
    if is_blank(text) {
        return Ok(None);
    }
    let ascii = digits::ascii(text);
    if let Some(when) = of_query(&ascii) {
        return Ok(Some(when));
    }
    let error = match When::parse(text) {
        Ok(when) => return Ok(Some(when)),
        Err(error) => error,
    };
    let bc = ascii.strip_prefix(['-', '−']).filter(|bc| (1..=3).contains(&bc.len()) && is_number(bc));
    let other = match (&error, bc) {
        (_, Some(bc)) => Some(format!("{} BC", bc.trim_start_matches('0'))),
        (WhenError::NoEra { .. }, _) => with_era(&ascii),
        (WhenError::Ambiguous { .. }, _) => order.and_then(|order| in_order(&ascii, order)),
        _ => Some(with_eras(&ascii)),
    };
    let read = other.and_then(|other| When::parse(&other).ok());
    read.map(Some).ok_or_else(|| match error {
        // What could be written instead is no help to whoever did not write it.
        WhenError::Unread { .. } => String::new(),
        error => error.to_string(),
    })
}

/// Whether a cell says nothing, as programs write that there is nothing in it.
pub(super) fn is_blank(text: &str) -> bool {
    const WORDS: [&str; 11] = ["", "na", "n/a", "nan", "null", "none", "nil", "?", "-", "–", "—"];
    WORDS.iter().any(|word| text.trim().eq_ignore_ascii_case(word))
}

/// A time as XML Schema and SPARQL write it: `-0499-01-01T00:00:00Z`.
fn of_query(text: &str) -> Option<When> {
    let date = text.strip_suffix("T00:00:00Z")?;
    super::value::time(date, None, super::value::Years::Astronomical, "")
}

/// Some time between two dates.
pub(super) fn some_time(a: Option<When>, b: Option<When>) -> Option<When> {
    let (Some(a), Some(b)) = (a, b) else { return a.or(b) };
    let (Some((first, _)), Some((_, last))) = (a.ends(), b.ends()) else { return Some(a) };
    let when = When::Between(first, last);
    When::parse(&when.to_string()).ok().or(Some(a))
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The words with `AD` before the years that lack an era: in a column of dates a bare number is a year.
fn with_era(text: &str) -> Option<String> {
    const YEARS: usize = 3;
    let mut text = text.to_owned();
    for _ in 0..YEARS {
        let Err(WhenError::NoEra { year, .. }) = When::parse(&text) else { return Some(text) };
        let year = year.to_string();
        let alone = |at: &usize| {
            let beside = [text[..*at].chars().next_back(), text[at + year.len()..].chars().next()];
            let follows = text[..*at].ends_with("AD ");
            !follows && !beside.into_iter().flatten().any(|c| c.is_ascii_digit())
        };
        let at = text.match_indices(&year).map(|(at, _)| at).find(alone)?;
        text.insert_str(at, "AD ");
    }
    Some(text)
}

/// The same for words in which every number is a year of its own: `between 47 and 50`.
fn with_eras(text: &str) -> String {
    let year = |word: &str| is_number(word) && word.len() <= 3;
    let words = text.split(' ').map(|word| if year(word) { format!("AD {word}") } else { word.to_owned() });
    words.collect::<Vec<_>>().join(" ")
}

/// `05/06/2012` by what others of the column are.
fn in_order(text: &str, order: Order) -> Option<String> {
    let [a, b, year] = parts_of(text)?;
    let (day, month) = if order == Order::DayFirst { (a, b) } else { (b, a) };
    Some(format!("{year:04}-{month:02}-{day:02}"))
}

/// The three numbers of a date in which the year comes last.
fn parts_of(text: &str) -> Option<[u32; 3]> {
    let mut parts = text.split(['/', '.', '-']).map(|part| part.trim().parse::<u32>());
    let found = [parts.next()?.ok()?, parts.next()?.ok()?, parts.next()?.ok()?];
    (parts.next().is_none() && found[2] > 31).then_some(found)
}

/// What the dates of a column show of the order of its numbers: one that can be read in one way only decides, unless
/// another decides otherwise.
pub(super) fn order_of<'c>(cells: impl Iterator<Item = &'c str>) -> Option<Order> {
    let (mut day_first, mut month_first) = (false, false);
    for [a, b, _] in cells.filter_map(|cell| parts_of(cell.trim())) {
        day_first |= a > 12 && b <= 12;
        month_first |= b > 12 && a <= 12;
    }
    match (day_first, month_first) {
        (true, false) => Some(Order::DayFirst),
        (false, true) => Some(Order::MonthFirst),
        _ => None,
    }
}

/// A date in cells of its own; years before Christ are negative, as people count: −44 is 44 BC.
pub(super) fn of_parts(year: &str, month: &str, day: &str) -> Result<Option<When>, String> {
    let [year, month, day] = [year, month, day].map(|part| if is_blank(part) { "" } else { part.trim() });
    if year.is_empty() {
        return if month.is_empty() && day.is_empty() { Ok(None) } else { Err("a day without a year".to_owned()) };
    }
    let Ok(number) = whole(year) else {
        return if month.is_empty() && day.is_empty() {
            in_cell(year, None)
        } else {
            in_cell(&format!("{day} {month} {year}"), None)
        };
    };
    let year = match number {
        0 => return Err("there is no year 0".to_owned()),
        1.. => format!("AD {number}"),
        _ => format!("{} BC", number.unsigned_abs()),
    };
    let month = match whole(month) {
        Ok(number) if (1..=12).contains(&number) => month_name(number as u8).to_owned(),
        Ok(number) => return Err(format!("there is no month {number}")),
        Err(()) => month.to_owned(),
    };
    let day = whole(day).map_or_else(|()| day.to_owned(), |day| day.to_string());
    When::parse(format!("{day} {month} {year}").trim()).map(Some).map_err(|error| error.to_string())
}

/// A whole number, also as a program writes it that knows only fractions: `1815.0`.
fn whole(text: &str) -> Result<i64, ()> {
    text.trim_end_matches(".0").parse().map_err(drop)
}

/// From one date to another. Who says only an end says until when.
pub(super) fn span(start: Option<When>, end: Option<When>) -> Result<Option<When>, String> {
    let (Some(start), Some(end)) = (start, end) else {
        let until = |end: When| end.ends().map_or(end, |(_, last)| When::Until(last, Edge::Unknown));
        return Ok(start.or_else(|| end.map(until)));
    };
    if start == end {
        return Ok(Some(start));
    }
    let (Some((first, _)), Some((_, last))) = (start.ends(), end.ends()) else { return Ok(Some(start)) };
    if last.last() < first.first() {
        return Err(format!("the end, {}, comes before the beginning", end.on_screen()));
    }
    Ok(Some(joined(first, last)))
}

fn joined(first: Moment, last: Moment) -> When {
    // What is printed must read back: an order that only calendars and doubts make is left to the parser.
    let when = When::Span(first, last);
    When::parse(&when.to_string()).map_or(When::At(first), |read| read)
}

/// From a date on, until nobody knows when.
pub(super) fn onward_unknown(start: When) -> When {
    start.ends().map_or(start, |(first, _)| When::From(first, Edge::Unknown))
}

/// Whether words say that something goes on.
pub(super) fn goes_on(text: &str) -> bool {
    const WORDS: [&str; 12] = [
        "ongoing",
        "present",
        "now",
        "today",
        "current",
        "heute",
        "gegenwart",
        "aujourd'hui",
        "présent",
        "en cours",
        "hoy",
        "actualidad",
    ];
    WORDS.contains(&text.trim().to_lowercase().replace('’', "'").as_str())
}

/// From a date on.
pub(super) fn onward(start: When) -> When {
    start.ends().map_or(start, |(first, _)| When::From(first, Edge::Open))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_of_dates_are_read() {
        for (text, read) in [
            ("", ""),
            ("1312", "1312"),
            ("26 oct 899", "26 Oct 899"),
            ("43", "AD 43"),
            ("c. 886", "c. AD 886"),
            ("Between 47 and 50", "[AD 47..AD 50]"),
            ("-55", "55 BC"),
            ("-0054", "55 BC"),
            ("-1200", "1201 BC"),
            ("13/03/1591", "13 Mar 1591"),
            ("2012-03-22T10:30:00Z", "22 Mar 2012"),
        ] {
            let found = in_cell(text, None).ok().flatten().map(|when| when.to_string()).unwrap_or_default();
            let read = When::parse(read).map(|when| when.to_string()).unwrap_or_default();
            assert_eq!(found, read, "{text}");
        }
        for text in ["924 after 17 jul 924", "05/06/2012", "soon", "31 Feb 1991", "0"] {
            assert!(in_cell(text, None).is_err(), "{text}");
        }
    }

    #[test]
    fn a_column_shows_which_number_is_the_day() {
        assert_eq!(order_of(["05/06/2012", "22/03/2012", ""].into_iter()), Some(Order::DayFirst));
        assert_eq!(order_of(["5.6.2012", "3.22.2012"].into_iter()), Some(Order::MonthFirst));
        assert_eq!(order_of(["22/03/2012", "03/22/2012"].into_iter()), None);
        let read = |order| in_cell("05/06/2012", Some(order)).unwrap().unwrap().to_string();
        assert_eq!(read(Order::DayFirst), "5 Jun 2012");
        assert_eq!(read(Order::MonthFirst), "6 May 2012");
    }

    #[test]
    fn dates_in_parts_are_read() {
        let read = |year, month, day| of_parts(year, month, day).map(|when| when.map(|when| when.to_string()));
        assert_eq!(read("1815", "12", "10"), Ok(Some("10 Dec 1815".into())));
        assert_eq!(read("-44", "3", "15"), Ok(Some("15 Mar 44 BC".into())));
        assert_eq!(read("44", "", ""), Ok(Some("AD 44".into())));
        assert_eq!(read("-13800000000", "", ""), Ok(When::parse("13800000000 BC").ok().map(|it| it.to_string())));
        assert_eq!(read("", "", ""), Ok(None));
        for (year, month, day) in [("0", "", ""), ("1815", "13", ""), ("", "1", "1"), ("1582", "10", "10")] {
            assert!(read(year, month, day).is_err(), "{year} {month} {day}");
        }
    }

    #[test]
    fn ends_come_after_beginnings() {
        let of = |text: &str| in_cell(text, None).unwrap();
        let read = |start, end| span(of(start), of(end)).map(|it| it.map(|it| it.to_string()));
        assert_eq!(read("1312", "1337"), Ok(Some("1312..1337".into())));
        assert_eq!(read("1312", "1312"), Ok(Some("1312".into())));
        assert_eq!(read("1312", ""), Ok(Some("1312".into())));
        assert_eq!(read("", "1337"), Ok(Some("?..1337".into())));
        assert!(read("1337", "1312").is_err());
    }
}
