//! A time that is known by two bounds: `after 1591 but before 1612`, `1066 × 1087`, `3000 ± 50 BP`.

use super::calendar::Calendar;
use super::day::Day;
use super::ends::{ends, lend_decade};
use super::error::WhenError;
use super::fields::{Fields, Part};
use super::model::When;
use super::moment::{Moment, Unit};
use super::token::{Kind, Number, Token};
use super::written::{Written, parted};

/// `between 1312 and 1337`, `1066 × 1087`.
pub(super) fn between(rest: &[Token], written: Written) -> Result<When, WhenError> {
    let kinds = [Kind::Cross, Kind::And, Kind::To, Kind::Au, Kind::Dash, Kind::Hyphen];
    let parted = kinds.iter().find_map(|kind| parted(rest, *kind));
    let (a, b) = parted.filter(|(a, b)| !a.is_empty() && !b.is_empty()).ok_or_else(|| written.unread(rest))?;
    let (a, mut b) = (written.partial(a)?, written.partial(b)?);
    lend_decade(&a, &mut b);
    let (a, b) = ends(a, b, written.text, Kind::To)?;
    Ok(When::Between(a, b))
}

/// `after 1591 but before 1612`, in either order; none, if only one bound is named.
pub(super) fn both(tokens: &[Token], written: Written) -> Option<Result<When, WhenError>> {
    let bound = |token: &Token| {
        use Kind::{After, Before, By, Greater, Less, NotBefore};
        matches!(token.kind, Before | After | By | NotBefore | Less | Greater)
    };
    tokens.first().filter(|first| bound(first))?;
    let at = tokens.iter().skip(1).position(bound)? + 1;
    let (start, end) = tokens.split_at(at);
    if end.len() < 2 {
        return None;
    }
    let start = match start {
        [rest @ .., Token { kind: Kind::And | Kind::But | Kind::Comma, .. }] => rest,
        _ => start,
    };
    Some(joined(start, end, written).and_then(|date| date.ok_or_else(|| written.unread(tokens))))
}

fn joined(start: &[Token], end: &[Token], written: Written) -> Result<Option<When>, WhenError> {
    let (a, b) = (written.date(start)?, written.date(end)?);
    let Some((low, high)) = lowest(&a).zip(highest(&b)).or_else(|| lowest(&b).zip(highest(&a))) else {
        return Ok(None);
    };
    if low.first() > high.last() {
        return Err(WhenError::Backwards { written: written.text.trim().to_owned(), reading: String::new() });
    }
    Ok(Some(if low == high { When::At(low) } else { When::Between(low, high) }))
}

/// The first time that is meant, where all before it is not.
fn lowest(date: &When) -> Option<Moment> {
    match date {
        When::After(m) => Some(beside(*m, m.last().next())),
        When::OneOf(list) if list.is_open_after() && !list.is_open_before() => list.moments().first().copied(),
        _ => None,
    }
}

/// The last time that is meant, where all after it is not.
fn highest(date: &When) -> Option<Moment> {
    match date {
        When::Before(m) => Some(beside(*m, m.first().before())),
        When::OneOf(list) if list.is_open_before() && !list.is_open_after() => list.moments().last().copied(),
        _ => None,
    }
}

/// The time next to a moment that begins or ends with a day, as exact as the moment.
fn beside(m: Moment, Day { year, month, day }: Day) -> Moment {
    let whole = m.part == Part::Whole && !m.unknown.any() && m.calendar == Calendar::Civil;
    let unit = match m.unit {
        Unit::Month { .. } if whole => Unit::Month { month },
        Unit::Year | Unit::Decade | Unit::Century | Unit::Millennium if whole => Unit::Year,
        _ => Unit::Day { month, day },
    };
    let of = |fields: Fields| if fields.any() { Fields::ALL } else { fields };
    Moment { about: of(m.about), uncertain: of(m.uncertain), ..Moment::new(year, unit) }
}

/// `1312 ± 5`, `3000 ± 50 BP`: some year from so many before to so many after.
pub(super) fn around(a: &[Token], b: &[Token], written: Written) -> Result<When, WhenError> {
    let [Token { kind: Kind::Number(Number { value, .. }), .. }, era @ ..] = b else { return Err(written.unread(b)) };
    let year = written.moment(&[a, era].concat())?;
    if year.unit != Unit::Year || year.part != Part::Whole || year.unknown.any() {
        return Err(written.unread(a));
    }
    let of = |years: i64| Moment { year: year.year.saturating_add(years), ..year }.checked();
    Ok(When::Between(of(-*value)?, of(*value)?))
}
