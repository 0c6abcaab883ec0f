//! EDTF, levels 0 to 2 (ISO 8601-2:2019, Annex A): dates in the form that other programs exchange.
//!
//! Days are those of the proleptic Gregorian calendar, so 15 March 44 BC goes out as `-0043-03-13`. Years and months
//! of the civil calendar go out by their numbers: a date that is known to the year says no day that could be moved.

use super::calendar::Calendar;
use super::day::Day;
use super::error::WhenError;
use super::fields::{Digits, Fields, Part};
use super::list::{Item, List};
use super::model::Edge;
use super::model::When;
use super::moment::Moment;
use super::moment::Unit;
use super::numeric as numbers;

/// Reads a date that is declared to be EDTF.
pub(super) fn parse(text: &str) -> Result<When, WhenError> {
    let fail = || WhenError::NotEdtf { written: text.to_owned() };
    if text.bytes().any(|b| b.is_ascii_lowercase() || !b.is_ascii()) {
        return Err(fail());
    }
    for (open, close, all) in [('[', ']', false), ('{', '}', true)] {
        if let Some(inside) = text.strip_prefix(open).and_then(|rest| rest.strip_suffix(close)) {
            return List::of(inside.split(',').map(item)).map(|list| list.into_when(all));
        }
    }
    let Some((start, end)) = text.split_once('/') else { return date(without_time(text)).map(When::At) };
    let edge = |side: &str| match side {
        "" => Some(Edge::Unknown),
        ".." => Some(Edge::Open),
        _ => None,
    };
    match (edge(start), edge(end)) {
        (Some(_), Some(_)) => Err(fail()),
        (Some(edge), None) => date(end).map(|m| When::Until(m, edge)),
        (None, Some(edge)) => date(start).map(|m| When::From(m, edge)),
        (None, None) => {
            let (a, b) = (date(start)?, date(end)?);
            ordered(a, b, text)?;
            Ok(When::Span(a, b))
        }
    }
}

fn date(text: &str) -> Result<Moment, WhenError> {
    match numbers::read(text) {
        Some((read, length)) if length == text.len() => read.moment(Calendar::Gregorian, text)?.checked(),
        _ => Err(WhenError::NotEdtf { written: text.to_owned() }),
    }
}

fn ordered(a: Moment, b: Moment, text: &str) -> Result<(), WhenError> {
    if a.first() <= b.last() {
        return Ok(());
    }
    Err(WhenError::Backwards { written: text.to_owned(), reading: String::new() })
}

fn item(part: &str) -> Result<Item, WhenError> {
    match part.split_once("..") {
        None => date(part).map(Item::One),
        Some(("", b)) => date(b).map(Item::UpTo),
        Some((a, "")) => date(a).map(Item::From),
        Some((a, b)) => {
            let (a, b) = (date(a)?, date(b)?);
            ordered(a, b, part)?;
            Ok(Item::Run(a, b))
        }
    }
}

/// `2012-03-22T10:30:00Z` without its time of day, if that is one.
fn without_time(text: &str) -> &str {
    let Some((date, time)) = text.split_once('T') else { return text };
    let (clock, shift) = time.split_at(time.len().min(8));
    let two = |text: Option<&str>, most: u8| {
        text.is_some_and(|text| text.bytes().all(|b| b.is_ascii_digit()) && text.parse::<u8>().is_ok_and(|n| n <= most))
    };
    let clock = clock.len() == 8
        && two(clock.get(..2), 23)
        && two(clock.get(3..5), 59)
        && two(clock.get(6..), 60)
        && clock.bytes().filter(|b| *b == b':').count() == 2;
    let hours = shift.strip_prefix(['+', '-']);
    let shift = matches!(shift, "" | "Z")
        || hours.is_some_and(|h| two(h.get(..2), 14) && (h.len() == 2 || h.len() == 5 && two(h.get(3..), 59)));
    if clock && shift && date.len() == 10 { date } else { text }
}

/// Writes a date in EDTF.
pub(super) fn write(when: &When) -> String {
    match when {
        // A day of a year that is not known cannot be moved to another calendar: it is one of those between the first and last.
        When::At(m) if of_unknown_year(m) && one(m).is_none() => format!("[{}]", run(m, m)),
        When::At(m) => pair(&start(m), &end(m)),
        // The last days of a Julian year are in the next of EDTF: then its end is said by its day.
        When::Span(a, b) if a.first().is_julian() && a.first().gregorian() > b.last().date() => {
            pair(&start(a), &format!("{}{}", iso(b.last()), mark(b)))
        }
        When::Span(a, b) => pair(&start(a), &end(b)),
        When::Between(a, b) => format!("[{}]", run(a, b)),
        When::Before(m) => format!("[..{}]", before(m)),
        When::After(m) => format!("[{}..]", after(m)),
        When::From(m, Edge::Open) => format!("{}/..", start(m)),
        When::From(m, Edge::Unknown) => format!("{}/", start(m)),
        When::Until(m, Edge::Open) => format!("../{}", end(m)),
        When::Until(m, Edge::Unknown) => format!("/{}", end(m)),
        When::OneOf(list) => format!("[{}]", members(list)),
        When::AllOf(list) => format!("{{{}}}", members(list)),
    }
}

/// The date in numbers, in the calendar in which it is: `2004-06~-11`, `156X-12-25`.
pub(super) fn numeric(m: &Moment) -> String {
    let (month, day) = match m.unit {
        Unit::Day { month, day } => (Some(month), Some(day)),
        Unit::Month { month } | Unit::Season(month) => (Some(month), None),
        _ => (None, None),
    };
    let mut fields = vec![(Fields::YEAR, masked(&year(m.year), m.unknown, 4))];
    if let Unit::Rounded(digits) = m.unit {
        fields[0].1.push_str(&format!("S{digits}"));
    }
    fields.extend(month.map(|n| (Fields::MONTH, masked(&format!("{n:02}"), m.unknown, 2))));
    fields.extend(day.map(|n| (Fields::DAY, masked(&format!("{n:02}"), m.unknown, 0))));
    let mark = |field: Fields| match (m.about.holds(field), m.uncertain.holds(field)) {
        (false, false) => "",
        (true, false) => "~",
        (false, true) => "?",
        (true, true) => "%",
    };
    // One mark behind the last field of those that share the first one's, then one before each other.
    let first = mark(Fields::YEAR);
    let shared = fields.iter().take_while(|(field, _)| !first.is_empty() && mark(*field) == first).count();
    let mut out = String::new();
    for (at, (field, digits)) in fields.iter().enumerate() {
        let own = if at < shared { "" } else { mark(*field) };
        let group = if at + 1 == shared { first } else { "" };
        let hyphen = if at > 0 { "-" } else { "" };
        out.push_str(&format!("{hyphen}{own}{digits}{group}"));
    }
    out
}

/// The last digits with an X for each that is not known; `place` is that of the last digit among the bits.
fn masked(digits: &str, unknown: Digits, place: usize) -> String {
    let length = digits.len();
    let known = |at: usize| length - at > 4 || unknown.bits() >> (place + length - at - 1).min(7) & 1 == 0;
    digits
        .char_indices()
        .map(|(at, c)| if known(at) || !c.is_ascii_digit() || length - at > 4 { c } else { 'X' })
        .collect()
}

fn year(year: i64) -> String {
    let sign = if year < 0 { "-" } else { "" };
    let long = if year.abs() > 9999 { "Y" } else { "" };
    format!("{long}{sign}{:04}", year.abs())
}

/// The mark of a doubt about all of the date.
fn mark(m: &Moment) -> &'static str {
    match (m.about == Fields::ALL, m.uncertain == Fields::ALL) {
        (false, false) => "",
        (true, false) => "~",
        (false, true) => "?",
        (true, true) => "%",
    }
}

/// From one moment to another in a list: two years, two months or two days, for a run of EDTF has no others, and no
/// doubt.
fn run(a: &Moment, b: &Moment) -> String {
    #[derive(PartialEq)]
    enum By {
        Year,
        Month,
        Day,
    }
    let by = |m: &Moment| match (m.unit, m.calendar) {
        (_, Calendar::Julian | Calendar::Islamic) => By::Day,
        (Unit::Decade | Unit::Century | Unit::Millennium | Unit::Rounded(_), _) => By::Year,
        (Unit::Year, _) if m.part == Part::Whole => By::Year,
        (Unit::Month { .. }, _) if m.part == Part::Whole && !m.unknown.any() => By::Month,
        _ => By::Day,
    };
    let (first, last) = (a.first(), b.last());
    match (by(a), by(b)) {
        _ if first.year.abs().max(last.year.abs()) > 9998 => format!("{}..{}", year(first.year), year(last.year)),
        (By::Year, By::Year) => format!("{}..{}", year(first.year), year(last.year)),
        (By::Month, By::Month) => format!("{}..{}", month(first), month(last)),
        _ => format!("{}..{}", iso(first), iso(last)),
    }
}

fn month(day: Day) -> String {
    in_year(day.year, day.month)
}

/// A month or season of a year; EDTF has none in years of more than four digits.
fn in_year(of: i64, code: u8) -> String {
    if of.abs() > 9999 { year(of) } else { format!("{}-{code:02}", year(of)) }
}

fn pair(start: &str, end: &str) -> String {
    if start == end { start.to_owned() } else { format!("{start}/{end}") }
}

fn start(m: &Moment) -> String {
    one(m).unwrap_or_else(|| format!("{}{}", bound(m, m.first(), true), mark(m)))
}

fn end(m: &Moment) -> String {
    one(m).unwrap_or_else(|| format!("{}{}", bound(m, m.last(), false), mark(m)))
}

/// Whether it is a day of which the year is known in part.
const fn of_unknown_year(m: &Moment) -> bool {
    matches!(m.unit, Unit::Day { .. }) && m.unknown.bits() > Digits::MONTH_AND_DAY.bits()
}

/// The moment in one expression, if EDTF has one for it.
fn one(m: &Moment) -> Option<String> {
    if m.about.is_partial() || m.uncertain.is_partial() || m.unknown.any() || matches!(m.unit, Unit::Rounded(_)) {
        let whole = matches!(m.unknown, Digits::DAY | Digits::MONTH_AND_DAY);
        let moved = matches!(m.unit, Unit::Day { .. }) && !whole;
        let julian = m.last().is_julian() && m.calendar != Calendar::Gregorian || m.calendar == Calendar::Julian;
        return (!moved || !julian).then(|| numeric(m));
    }
    let civil = matches!(m.calendar, Calendar::Civil | Calendar::Gregorian | Calendar::BeforePresent);
    let code = |code: u8| Some(in_year(m.year, code));
    let text = match (m.unit, m.part) {
        (Unit::Day { .. }, _) => Some(iso(m.first())),
        _ if !civil => None,
        (Unit::Year, Part::Whole) => Some(year(m.year)),
        (Unit::Year, Part::Quarter1) => code(33),
        (Unit::Year, Part::Quarter2) => code(34),
        (Unit::Year, Part::Quarter3) => code(35),
        (Unit::Year, Part::Quarter4) => code(36),
        (Unit::Year, Part::Early) => code(37),
        (Unit::Year, Part::Mid) => code(38),
        (Unit::Year, Part::Late) => code(39),
        (Unit::Year, Part::Half1) => code(40),
        (Unit::Year, Part::Half2) => code(41),
        (Unit::Month { month }, Part::Whole) => code(month),
        (Unit::Season(season), Part::Whole) => code(season),
        (Unit::Decade, Part::Whole) if (1..=9999).contains(&m.year) => Some(format!("{:03}X", m.year / 10)),
        _ => None,
    };
    text.map(|text| text + mark(m))
}

/// One end of a moment that EDTF has no expression for: a year where its stretch is of whole years, else a day.
fn bound(m: &Moment, day: Day, first: bool) -> String {
    let civil = matches!(m.calendar, Calendar::Civil | Calendar::Gregorian);
    let years = matches!(m.unit, Unit::Decade | Unit::Century | Unit::Millennium);
    match m.unit {
        _ if civil && years => year(day.year),
        // A third of a season is a month.
        Unit::Season(_) if civil => month(day),
        _ => {
            debug_assert!(first || m.last() == day);
            iso(day)
        }
    }
}

fn iso(day: Day) -> String {
    let (y, month, day) = day.gregorian();
    if y.abs() > 9999 {
        // EDTF has no days in years of more than four digits.
        return year(y);
    }
    format!("{}-{month:02}-{day:02}", year(y))
}

/// The last time before a moment, as exactly as the moment is told.
fn before(m: &Moment) -> String {
    let day = m.first().before();
    like(m, day)
}

/// The first time after a moment.
fn after(m: &Moment) -> String {
    like(m, m.last().next())
}

fn like(m: &Moment, day: Day) -> String {
    let civil = !matches!(m.calendar, Calendar::Islamic | Calendar::Julian);
    match m.unit {
        Unit::Day { .. } => iso(day),
        _ if !civil => iso(day),
        Unit::Month { .. } if m.part != Part::Whole => iso(day),
        Unit::Month { .. } | Unit::Season(_) => month(day),
        Unit::Year if m.part != Part::Whole => month(day),
        _ => year(day.year),
    }
}

fn members(list: &List) -> String {
    let mut out = String::from(if list.is_open_before() { ".." } else { "" });
    let moments = list.moments();
    for (at, m) in moments.iter().enumerate() {
        let last = at + 1 == moments.len();
        if at > 0 && list.is_run(at - 1) {
            continue;
        }
        let text = match moments.get(at + 1) {
            Some(next) if list.is_run(at) => run(m, next),
            _ if start(m) == end(m) || last && list.is_open_after() => start(m),
            _ if at == 0 && list.is_open_before() => end(m),
            _ => run(m, m),
        };
        let comma = if at == 0 { "" } else { "," };
        let after = if last && list.is_open_after() { ".." } else { "" };
        out.push_str(&format!("{comma}{text}{after}"));
    }
    out
}
