//! The grammar of dates, read in the many spellings people type.

use std::fmt::{self, Display, Formatter};

use super::words::{iso, month_named, number, ordinal, short_month, take_circa, take_era, take_part, unit_named};
use super::{Moment, Part, Unit, When, days_in_month};

/// A date that could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WhenError(String);

impl Display for WhenError {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for WhenError {}

/// Years further than this from AD 1 are refused: they are typing errors in a history.
const FARTHEST: i32 = 999_999;

pub(super) fn parse(text: &str) -> Result<When, WhenError> {
    canonical(text).map_or_else(|| in_any_spelling(text), Ok)
}

/// Reads every form, in any of its spellings.
pub(super) fn in_any_spelling(text: &str) -> Result<When, WhenError> {
    let plain = normalized(text);
    let text = plain.as_str();
    let bare = Reading { small_years: false, bc: false };
    if text.is_empty() {
        return Err(unreadable("an empty date"));
    }
    let in_range = Reading { small_years: true, bc: false };
    // A sign makes a year of any number; after a word it may be a number of anything.
    for (signs, reading) in [(["<", ">"], in_range), (["before ", "after "], bare)] {
        if let Some(rest) = text.strip_prefix(signs[0]) {
            return moment(rest, reading).map(When::Before);
        }
        if let Some(rest) = text.strip_prefix(signs[1]) {
            return moment(rest, reading).map(When::After);
        }
    }
    if let Some(rest) = text.strip_prefix("since ") {
        return moment(rest, bare).map(When::From);
    }
    let Some((from, to)) = range_ends(text) else {
        return moment(text, bare).map(When::At);
    };
    if to.is_empty() {
        return moment(from, in_range).map(When::From);
    }
    let end = short_end(from, to).map_or_else(|| moment(to, in_range), Ok)?;
    // “600–400 BC” gives its era once, at the end.
    let bc = end.year <= 0 && !says_era(from);
    let start = moment(from, Reading { small_years: true, bc })?;
    if start.first() > end.last() {
        return Err(WhenError(format!("{text:?} ends before it begins")));
    }
    Ok(When::Span(start, end))
}

/// The forms in which packs write most of their thousand dates, read without looking at any other: `1591`, `c. 1235`,
/// `Mar 2012`, `26 Mar 1991`, and two of these with `..` between them or after the first.
fn canonical(text: &str) -> Option<When> {
    let Some(at) = text.as_bytes().windows(2).position(|pair| pair == b"..") else {
        return canonical_moment(text).map(When::At);
    };
    let start = canonical_moment(&text[..at])?;
    if at + 2 == text.len() {
        return Some(When::From(start));
    }
    let end = canonical_moment(&text[at + 2..])?;
    (start.first() <= end.last()).then_some(When::Span(start, end))
}

fn canonical_moment(text: &str) -> Option<Moment> {
    let (circa, text) = text.strip_prefix("c. ").map_or((false, text), |rest| (true, rest));
    let at = text.len().checked_sub(4)?;
    let year = number(text.get(at..)?).filter(|year| *year >= 1000)?;
    let moment = match text[..at].strip_suffix(' ').map(|before| before.split_once(' ').unwrap_or(("", before))) {
        None if at == 0 => Moment::of_year(year),
        None => return None,
        Some(("", month)) => dated(year, short_month(month)?, None)?,
        Some((day, month)) => dated(year, short_month(month)?, Some(u8::try_from(number(day)?).ok()?))?,
    };
    Some(Moment { circa, ..moment })
}

/// What may stay unsaid in the text at hand.
#[derive(Clone, Copy)]
struct Reading {
    /// Whether a bare 1 to 999 is a year (only in a range; elsewhere it is text).
    small_years: bool,
    /// Whether a year without an era is BC.
    bc: bool,
}

fn moment(text: &str, reading: Reading) -> Result<Moment, WhenError> {
    let fail = || unreadable(&format!("{text:?}"));
    let mut words: Vec<&str> = text.split([' ', '\t']).filter(|w| !w.is_empty()).collect();
    let circa = take_circa(&mut words);
    let bc = take_era(&mut words);
    let part = take_part(&mut words);
    let mut found = match words.as_slice() {
        [one] => single(one, bc, reading)?,
        [number, unit] if unit_named(unit).is_some() => {
            let n = ordinal(number).ok_or_else(fail)?;
            named_unit(n, unit_named(unit).unwrap_or(Unit::Century), bc.unwrap_or(reading.bc))?
        }
        [a, b] => month_of(a, b, bc, reading).ok_or_else(fail)?,
        [a, b, c] => day_of(a, b, c, bc, reading).ok_or_else(fail)?,
        _ => return Err(fail()),
    };
    if part != Part::Whole && matches!(found.unit, Unit::Day { .. }) {
        return Err(fail());
    }
    found.part = part;
    found.circa = circa;
    Ok(found)
}

/// One word: `1591`, `1960s`, `13th`, `c13`, `1991-03-26`, `-900`, `900bc`.
fn single(word: &str, bc: Option<bool>, reading: Reading) -> Result<Moment, WhenError> {
    let fail = || unreadable(&format!("{word:?}"));
    if let Some(year) = word.strip_prefix('-').and_then(number) {
        return in_reach(1 - year, Unit::Year);
    }
    if let Some((year, month, day)) = iso(word) {
        return dated(year, month, Some(day)).ok_or_else(fail);
    }
    if let Some(decade) = word.strip_suffix("'s").or_else(|| word.strip_suffix('s')).and_then(number) {
        if decade % 10 != 0 || decade == 0 {
            return Err(fail());
        }
        // A bare `90s` is hardly ever that of the first century.
        if decade < 1000 && bc.is_none() && !reading.small_years {
            return Err(fail());
        }
        let first = if bc.unwrap_or(reading.bc) { 1 - (decade + 9) } else { decade };
        return in_reach(first, Unit::Decade);
    }
    if let Some(n) = word.strip_prefix('c').and_then(number).filter(|n| *n <= 99) {
        return named_unit(n, Unit::Century, bc.unwrap_or(reading.bc));
    }
    if number(word).is_none() {
        let n = ordinal(word).ok_or_else(fail)?;
        return named_unit(n, Unit::Century, bc.unwrap_or(reading.bc));
    }
    let year = number(word).ok_or_else(fail)?;
    if year == 0 {
        return Err(WhenError("there is no year 0: 1 BC is followed by AD 1".into()));
    }
    if bc.is_none() && year < 1000 && !reading.small_years {
        return Err(WhenError(format!("{word:?} is a year only with AD or BC: write \"AD {word}\" or \"{word} BC\"")));
    }
    in_reach(if bc.unwrap_or(reading.bc) { 1 - year } else { year }, Unit::Year)
}

fn in_reach(year: i32, unit: Unit) -> Result<Moment, WhenError> {
    if (-FARTHEST..=FARTHEST).contains(&year) {
        Ok(Moment { year, unit, part: Part::Whole, circa: false })
    } else {
        Err(WhenError(format!("years reach from 1,000,000 BC to AD {FARTHEST}")))
    }
}

fn named_unit(n: i32, unit: Unit, bc: bool) -> Result<Moment, WhenError> {
    let length = if matches!(unit, Unit::Millennium) { 1000 } else { 100 };
    if n == 0 {
        return Err(unreadable("a 0th century"));
    }
    let first = if bc { n.saturating_mul(-length) + 1 } else { (n - 1).saturating_mul(length) + 1 };
    in_reach(first, unit)
}

/// `Mar 2012`.
fn month_of(month: &str, year: &str, bc: Option<bool>, reading: Reading) -> Option<Moment> {
    dated(plain_year(year, bc, reading)?, month_named(month)?, None)
}

/// `26 Mar 1991`, `March 26 1991`.
fn day_of(a: &str, b: &str, year: &str, bc: Option<bool>, reading: Reading) -> Option<Moment> {
    let (day, month) = match month_named(b) {
        Some(month) => (a, month),
        None => (b, month_named(a)?),
    };
    let day = number(day).or_else(|| ordinal(day))?;
    dated(plain_year(year, bc, reading)?, month, Some(u8::try_from(day).ok()?))
}

fn dated(year: i32, month: u8, day: Option<u8>) -> Option<Moment> {
    let valid = (1..=12).contains(&month) && day.is_none_or(|d| (1..=days_in_month(year, month)).contains(&d));
    let unit = day.map_or(Unit::Month { month }, |day| Unit::Day { month, day });
    valid.then_some(Moment { year, unit, part: Part::Whole, circa: false })
}

fn plain_year(word: &str, bc: Option<bool>, reading: Reading) -> Option<i32> {
    let year = number(word).filter(|y| (1..=FARTHEST).contains(y))?;
    // `march 26` is a day without its year, not a month of the year 26.
    if year < 1000 && bc.is_none() && !reading.small_years {
        return None;
    }
    Some(if bc.unwrap_or(reading.bc) { 1 - year } else { year })
}

/// `1738-56`: the end of a range of years, said with two digits.
fn short_end(from: &str, to: &str) -> Option<Moment> {
    let plain = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
    if from.len() != 4 || to.len() != 2 || !plain(from) || !plain(to) {
        return None;
    }
    let (start, end) = (number(from)?, number(to)?);
    (start % 100 < end).then(|| Moment::of_year(start / 100 * 100 + end))
}

/// The two ends of a range; the second is empty for `2012..`.
fn range_ends(text: &str) -> Option<(&str, &str)> {
    let text = text.strip_prefix("from ").unwrap_or(text);
    if let Some(mut at) = text.as_bytes().windows(2).position(|pair| pair == b"..") {
        // “9th c...11th c.” holds the full stop of a century and then the two of the range.
        at += usize::from(text[at + 2..].starts_with('.'));
        return Some((text[..at].trim(), text[at + 2..].trim()));
    }
    if text.contains(' ') {
        for between in [" to ", " until ", " - "] {
            if let Some((a, b)) = text.split_once(between) {
                return Some((a.trim(), b.trim()));
            }
        }
    }
    if !text.contains('-') {
        return None;
    }
    if iso(text).is_some() {
        return None;
    }
    // A hyphen between two dates, but not the one of “mid-2023” or of a year before Christ.
    let (at, _) =
        text.match_indices('-').find(|(at, _)| *at > 0 && !matches!(&text[..*at], "early" | "mid" | "late"))?;
    Some((text[..at].trim(), text[at + 1..].trim()))
}

fn says_era(text: &str) -> bool {
    let mut words: Vec<&str> = text.split(' ').collect();
    text.starts_with('-') || take_era(&mut words).is_some()
}

/// Lower case, one kind of dash and apostrophe, no commas and no double spaces.
fn normalized(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.trim().chars().take(64) {
        match c {
            '–' | '—' | '−' => out.push('-'),
            '’' => out.push('\''),
            ',' => {}
            '\u{a0}' | '\u{202f}' | '\t' => out.push(' '),
            _ => out.extend(c.to_lowercase()),
        }
    }
    out
}

fn unreadable(what: &str) -> WhenError {
    WhenError(format!(
        "cannot read {what} as a date; try 1591, c. 1312, 13th c., 900 BC, 1960s, Mar 2012 or 1312..1337"
    ))
}
