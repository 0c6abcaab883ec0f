//! The two ends of a range, and what they lend each other: `22 to 26 March 1991`, `1738–56`, `600–400 BC`.

use super::error::WhenError;
use super::model::When;
use super::moment::{Moment, Unit};
use super::partial::{Core, Partial};
use super::token::{Era, Kind, Number};

/// The two ends of a range, each with what only the other says.
pub(super) fn ends<'t>(
    mut a: Partial<'t>,
    mut b: Partial<'t>,
    text: &str,
    between: Kind,
) -> Result<(Moment, Moment), WhenError> {
    let lent = matches!(a.core, Core::DayMonth(..) | Core::Month(_));
    share(&mut a, &mut b);
    let eras = a.era.is_some() || b.era.is_some();
    if let (Core::Number(start), Core::Number(end)) = (a.core, b.core) {
        // `3-1991`: a number that small is no year, unless something says so.
        if !eras && start.digits < 3 && between != Kind::Dots {
            return Err(WhenError::unread(text));
        }
        b.core = Core::Number(short_end(&a, &b, start, end, between)?);
    }
    share_era(&mut a, &mut b, text)?;
    if let (Core::Decade(_), Core::Number(year)) = (a.core, b.core)
        && year.value % 10 == 0
        && year.digits == 4
        && b.may_take(Era::Bc)
        && matches!(between, Kind::Hyphen | Kind::Dash)
    {
        // `années 1960-1970` are twenty years, `1960s–1970` eleven.
        let (decade, year) = (Partial { core: Core::Decade(year), ..b }, b);
        let of = |end: Partial| Some(When::Span(a.moment(true).ok()?, end.moment(true).ok()?).to_string());
        return Err(WhenError::ambiguous(text, [of(decade), of(year)].into_iter().flatten()));
    }
    let (start, end) = (a.moment(true)?, b.moment(true)?);
    if start.first() <= end.last() {
        return Ok((start, end));
    }
    let earlier = Moment { year: start.year - 1, ..start };
    let reading = match earlier.checked() {
        Ok(earlier) if lent && earlier.first() <= end.last() => When::Span(earlier, end),
        _ => When::Span(end, start),
    };
    Err(WhenError::Backwards { written: text.trim().to_owned(), reading: reading.to_string() })
}

/// The end of a range of years that is said by its last digits: `1738–56`.
fn short_end(a: &Partial, b: &Partial, start: Number, end: Number, between: Kind) -> Result<Number, WhenError> {
    let bc = matches!(a.era.or(b.era), Some(Era::Bc | Era::Bp));
    if end.digits >= start.digits || end.digits > 2 {
        return Ok(end);
    }
    let step = 10_i64.pow(end.digits.into());
    let full = Number { value: start.value / step * step + end.value, digits: start.digits };
    let written = || format!("{}{}{}", a.written, if between == Kind::Hyphen { "-" } else { "–" }, b.written);
    if bc {
        // `100–50 BC` can be read in one way only, `450–30 BC` in two.
        if a.era.is_some() && b.era.is_some() || full.value >= start.value {
            return Ok(end);
        }
        let of = |value: i64| format!("{} BC..{value} BC", start.value);
        return Err(WhenError::ambiguous(&written(), [of(full.value), of(end.value)]));
    }
    if between == Kind::Hyphen && end.digits == 1 && start.digits == 4 && full.value > start.value {
        let month = Moment::new(start.value, Unit::Month { month: end.value.clamp(1, 12) as u8 });
        return Err(WhenError::ambiguous(&written(), [month.to_string(), format!("{}..{}", start.value, full.value)]));
    }
    // `1960/1` is a year of two halves, as it is for schools; `1961/3` is as soon a month.
    if between == Kind::Slash && end.digits == 1 && start.digits == 4 && full.value > start.value + 1 {
        let month = Moment::new(start.value, Unit::Month { month: end.value.clamp(1, 12) as u8 });
        let written = format!("{}/{}", a.written, b.written);
        return Err(WhenError::ambiguous(&written, [month.to_string(), format!("[{},{}]", start.value, full.value)]));
    }
    if b.era.is_some() && a.era.is_some() {
        return Ok(end);
    }
    if full.value > start.value {
        return Ok(full);
    }
    let next = full.value + step;
    if next == start.value + 1 {
        return Ok(Number { value: next, ..full });
    }
    // As it is printed: a year of eight digits would be read as a day.
    let [from, to] = [start.value, next].map(|year| Moment::new(year, Unit::Year));
    let reading = if next > start.value { When::Span(from, to).to_string() } else { String::new() };
    Err(WhenError::Backwards { written: written(), reading })
}

/// `600–400 BC` and `AD 300–900` say their era once. A bare year of four digits is AD where that keeps the order; a small
/// one is asked about where it may be that of the beginning or AD: `300 BC – 200`.
fn share_era<'a>(a: &mut Partial<'a>, b: &mut Partial<'a>, text: &str) -> Result<(), WhenError> {
    let (era, first) = match (a.era, b.era) {
        (None, Some(era)) if a.may_take(era) => (era, true),
        (Some(era), None) if b.may_take(era) => (era, false),
        _ => return Ok(()),
    };
    let taker = if first { *a } else { *b };
    let ordered = |taker: &Partial| {
        let (start, end) = if first { (taker, &*b) } else { (&*a, taker) };
        let span = (start.moment(true).ok()?, end.moment(true).ok()?);
        (span.0.first() <= span.1.last()).then_some(When::Span(span.0, span.1))
    };
    let (lent, small) = (taker.of_era(era), taker.has_small_year());
    let takes = if era == Era::Ad || small && first {
        true
    } else {
        match ordered(&taker) {
            Some(bare) if small => match ordered(&lent) {
                Some(lent) => return Err(WhenError::ambiguous(text, [lent, bare].map(|date| date.to_string()))),
                None => false,
            },
            Some(_) => false,
            None => true,
        }
    };
    if takes {
        *(if first { a } else { b }) = lent;
    }
    Ok(())
}

/// Two moments that lend each other what only one says; none, if one of them is no moment by itself then.
pub(super) fn pair(mut a: Partial, mut b: Partial) -> Option<(Moment, Moment)> {
    share(&mut a, &mut b);
    a.moment(false).ok().zip(b.moment(false).ok())
}

/// `les années 1970 et 1980`: what stands in front is said of both, as the `s` of `1970s` is not.
pub(super) fn lend_decade(a: &Partial, b: &mut Partial) {
    if let (Core::Decade(_), Core::Number(year)) = (a.core, b.core)
        && year.value % 10 == 0
        && a.written.ends_with(|c: char| c.is_ascii_digit())
    {
        b.core = Core::Decade(year);
    }
}

/// Lets two neighbours of a list lend each other what only one says.
pub(super) fn lend(partials: &mut [Partial], at: usize, text: &str) -> Result<(), WhenError> {
    let (before, after) = partials.split_at_mut(at);
    let (Some(a), Some(b)) = (before.last_mut(), after.first_mut()) else { return Ok(()) };
    share(a, b);
    lend_decade(a, b);
    if let (Core::Number(start), Core::Number(end)) = (a.core, b.core) {
        b.core = Core::Number(short_end(a, b, start, end, Kind::Slash)?);
    }
    match (a.era, b.era) {
        // `300 or 200 BC`; but `300 BC or 200` may be AD 200.
        (None, Some(era)) if a.may_take(era) && (a.has_small_year() || era == Era::Bc) => a.era = b.era,
        (Some(era), None) if b.has_small_year() && b.may_take(era) => {
            let of = |b: &Partial| Some(format!("[{},{}]", a.moment(true).ok()?, b.moment(true).ok()?));
            if era == Era::Bc {
                return Err(WhenError::ambiguous(text, [of(&b.of_era(era)), of(b)].into_iter().flatten()));
            }
            b.era = Some(era);
        }
        _ => {}
    }
    Ok(())
}

/// Lends to each of two moments what only the other says: `22 to 26 March 1991`, `1880s–90s`.
#[expect(clippy::match_same_arms, reason = "a table, in which a line is a pair of shapes")]
fn share(a: &mut Partial, b: &mut Partial) {
    let (own, other) = (a.core, b.core);
    // What has an era of its own is a year.
    let (bare, other_bare) = (a.era.is_none(), b.era.is_none());
    let day = |n: Number| n.digits <= 2;
    match (a.core, b.core) {
        // The second has the year.
        (Core::Number(d), Core::Full(y, m, _)) if bare && day(d) => a.core = Core::Full(y, m, d.value),
        (Core::Ordinal(d), Core::Full(y, m, _)) => a.core = Core::Full(y, m, d),
        (Core::Month(m), Core::MonthNumber(_, y) | Core::Full(y, ..)) => a.core = Core::MonthNumber(m, y),
        (Core::DayMonth(d, m), Core::Full(y, ..) | Core::MonthNumber(_, y)) => a.core = Core::Full(y, m, d),
        (Core::MonthNumber(m, d), Core::DayYear(e, y)) if bare && day(d) => {
            (a.core, b.core) = (Core::Full(y, m, d.value), Core::Full(y, m, e.value));
        }
        (Core::DayMonth(d, m), Core::DayYear(e, y)) => {
            (a.core, b.core) = (Core::Full(y, m, d), Core::Full(y, m, e.value));
        }
        (Core::MonthNumber(m, d), Core::Full(y, ..)) if bare && day(d) => a.core = Core::Full(y, m, d.value),
        (Core::Season(season, None), Core::Season(_, Some(y))) => a.core = Core::Season(season, Some(y)),
        (Core::Number(n), Core::Nth(_, unit)) if bare && day(n) => a.core = Core::Nth(n.value, unit),
        (Core::Ordinal(n), Core::Nth(_, unit)) => a.core = Core::Nth(n, unit),
        (Core::Nothing, core) => a.core = core,
        // The first has it.
        (Core::Full(y, m, _), Core::Number(d)) if other_bare && day(d) => b.core = Core::Full(y, m, d.value),
        (Core::Full(y, m, _), Core::Ordinal(d)) => b.core = Core::Full(y, m, d),
        (Core::Full(y, ..) | Core::MonthNumber(_, y), Core::DayMonth(d, m)) if !day(y) => b.core = Core::Full(y, m, d),
        (Core::MonthNumber(_, y), Core::Month(m)) if !day(y) => b.core = Core::MonthNumber(m, y),
        (Core::Season(_, Some(y)), Core::Season(season, None)) => b.core = Core::Season(season, Some(y)),
        (Core::Nth(_, unit), Core::Ordinal(n)) => b.core = Core::Nth(n, unit),
        (Core::Decade(long) | Core::Number(long), Core::Decade(short))
            if other_bare && short.digits == 2 && long.digits > 2 =>
        {
            b.core = Core::Decade(Number { value: long.value / 100 * 100 + short.value, digits: long.digits });
        }
        _ => {}
    }
    // What lends its month or century lends its calendar and era as well.
    if a.core != own {
        (a.calendar, a.era) = (a.calendar.or(b.calendar), a.era.or(b.era));
    }
    if b.core != other {
        (b.calendar, b.era) = (b.calendar.or(a.calendar), b.era.or(a.era));
    }
}
