//! The short way: the forms in which packs write nearly all of their thousand dates, read without looking at any other.
//!
//! `1591`, `c. 1235`, `AD 900`, `900 BC`, `Mar 2012`, `26 Mar 1991`, `1960s`, `late 14th c.`, `1st millennium BC`, one of
//! them after `<` or `>`, and two of them with `..` between. A test holds that the long way reads all these alike.

use super::calendar::Calendar;
use super::fields::{Fields, Part};
use super::model::Edge;
use super::model::When;
use super::moment::{Moment, Unit};
use super::wording::month_of;

/// The date, if it is written in one of those forms.
pub(super) fn date(text: &str) -> Option<When> {
    let bytes = text.as_bytes();
    match bytes.first()? {
        // A year alone is what is written most.
        b'1'..=b'9' if bytes.len() == 4 && bytes.iter().all(u8::is_ascii_digit) => {
            return Some(When::At(Moment::of_year(number(text)?)));
        }
        b'<' => return moment(&text[1..]).map(When::Before),
        b'>' => return moment(&text[1..]).map(When::After),
        _ => {}
    }
    let Some(mut at) = bytes.windows(2).position(|pair| pair == b"..") else { return moment(text).map(When::At) };
    // “9th c...11th c.” holds the full stop of a century and then the two of the range.
    at += usize::from(bytes.get(at + 2) == Some(&b'.'));
    let start = moment(&text[..at])?;
    if at + 2 == text.len() {
        return Some(When::From(start, Edge::Open));
    }
    let end = moment(&text[at + 2..])?;
    (start.first() <= end.last()).then_some(When::Span(start, end))
}

#[inline]
fn moment(text: &str) -> Option<Moment> {
    let (circa, text) = text.strip_prefix("c. ").map_or((false, text), |rest| (true, rest));
    let (part, text) = match text.as_bytes().first()? {
        b'e' => (Part::Early, text.strip_prefix("early ")?),
        b'm' => (Part::Mid, text.strip_prefix("mid ")?),
        b'l' => (Part::Late, text.strip_prefix("late ")?),
        _ => (Part::Whole, text),
    };
    let (year, unit) = match text.as_bytes().last()? {
        b'0'..=b'9' => day_or_year(text)?,
        b's' => decade(text)?,
        _ => bc(text).or_else(|| nth(text))?,
    };
    let about = if circa { Fields::ALL } else { Fields::NONE };
    // The long way knows which parts a time has none of.
    let plain = part == Part::Whole || !matches!(unit, Unit::Day { .. });
    plain.then_some(Moment { part, about, ..Moment::new(year, unit) })
}

/// `1591`, `Mar 2012`, `26 Mar 1991`, `AD 900`.
#[inline]
fn day_or_year(text: &str) -> Option<(i64, Unit)> {
    let at = text.len().checked_sub(4)?;
    let Some(year) = number(text.get(at..)?).filter(|year| *year >= 1000) else {
        return Some((number(text.strip_prefix("AD ")?)?, Unit::Year));
    };
    if at == 0 {
        return Some((year, Unit::Year));
    }
    let before = text[..at].strip_suffix(' ')?;
    let Some((day, month)) = before.split_once(' ') else {
        return Some((year, Unit::Month { month: month_of(before)? }));
    };
    let (month, day) = (month_of(month)?, u8::try_from(number(day)?).ok()?);
    Calendar::Civil.has((year, month, day)).then_some((year, Unit::Day { month, day }))
}

/// `1960s`
#[inline]
fn decade(text: &str) -> Option<(i64, Unit)> {
    let year = number(text.strip_suffix('s')?).filter(|year| *year >= 1000 && year % 10 == 0 && year % 100 != 0)?;
    (text.len() == 5).then_some((year, Unit::Decade))
}

/// `900 BC`
#[inline]
fn bc(text: &str) -> Option<(i64, Unit)> {
    Some((1 - number(text.strip_suffix(" BC")?)?, Unit::Year))
}

/// `13th c.`, `4th c. BC`, `1st millennium`.
#[inline]
fn nth(text: &str) -> Option<(i64, Unit)> {
    let (text, bc) = text.strip_suffix(" BC").map_or((text, false), |before| (before, true));
    let (before, length, unit) = match text.strip_suffix(" c.") {
        Some(before) => (before, 100, Unit::Century),
        None => (text.strip_suffix(" millennium")?, 1000, Unit::Millennium),
    };
    let n = number(["th", "st", "nd", "rd"].iter().find_map(|end| before.strip_suffix(end))?)?;
    Some((if bc { 1 - n * length } else { (n - 1) * length + 1 }, unit))
}

/// A number of one to five digits, and none that begins with 0.
#[inline]
fn number(text: &str) -> Option<i64> {
    let plain = (1..=5).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit()) && !text.starts_with('0');
    plain.then(|| text.bytes().fold(0, |number, digit| number * 10 + i64::from(digit - b'0')))
}
