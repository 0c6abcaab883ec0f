//! Dates of which one or all are meant, and one date that is said in two calendars.

use super::calendar::Calendar;
use super::ends::{ends, lend, pair};
use super::error::WhenError;
use super::list::{Item, List};
use super::model::When;
use super::moment::{Moment, Unit};
use super::token::{Kind, Number, Token, with_dashes};
use super::written::{Written, parted};

/// `1640/41`: one of two; `2012/03` is a month, and `2003/04` may be either.
pub(super) fn alternatives(tokens: &[Token], a: &[Token], b: &[Token], written: Written) -> Result<When, WhenError> {
    if let ([Token { kind: Kind::Number(year), .. }], [Token { kind: Kind::Number(end), .. }]) = (a, b) {
        let month = end.digits == 2 && (1..=12).contains(&end.value) && year.digits == 4;
        let years = year.value / 100 * 100 + end.value;
        if month && years > year.value {
            let month = Moment::new(year.value, Unit::Month { month: end.value as u8 });
            return Err(WhenError::ambiguous(written.text, [month.to_string(), format!("[{},{years}]", year.value)]));
        }
        if month || year.digits <= 2 && end.digits == 4 {
            return written.moment(tokens).map(When::At);
        }
        if end.digits > 2 {
            // `999/1591` may be of two calendars.
            return Err(written.unread(tokens));
        }
    }
    // `Sep/1960`, `XII/1914`
    let month = matches!(a, [Token { kind: Kind::Month(_) | Kind::Roman(1..=12), .. }]);
    if month && matches!(b, [Token { kind: Kind::Number(Number { digits: 4, .. }), .. }]) {
        return written.moment(tokens).map(When::At);
    }
    if let Some(date) = same_in_two(a, b, written)? {
        return Ok(When::At(date));
    }
    listed(tokens, written, Kind::Slash, false)
}

/// One date in two calendars: `AH 999 / AD 1591`, `25 Oct / 7 Nov 1917`, `10/21 Feb 1750/51`.
fn same_in_two(a: &[Token], b: &[Token], written: Written) -> Result<Option<Moment>, WhenError> {
    let Some((first, second)) = pair(written.partial(a)?, written.partial(b)?) else { return Ok(None) };
    let islamic = |m: &Moment| m.calendar == Calendar::Islamic;
    if islamic(&first) != islamic(&second) {
        return if meet(When::At(first), When::At(second)) { Ok(Some(first)) } else { Err(different(a, b, written)) };
    }
    let european = |m: Moment| matches!((m.unit, m.calendar), (Unit::Day { .. }, Calendar::Civil | Calendar::Julian));
    let (old, new) = (Moment { calendar: Calendar::Julian, ..first }, Moment { calendar: Calendar::Civil, ..second });
    let same = european(first) && european(second) && first != second && old.first() == new.first();
    if same { old.checked().map(Some) } else { Ok(None) }
}

/// `AH 999/1590–91`: an Islamic date and the stretch of the civil calendar in which it lay.
pub(super) fn islamic_and_civil(a: &[Token], b: &[Token], written: Written) -> Option<Result<When, WhenError>> {
    let islamic = written.moment(a).ok().filter(|m| m.calendar == Calendar::Islamic)?;
    // `AH 732/1331-2`: no month there.
    let civil = written.date(b).or_else(|_| written.date(&with_dashes(b)));
    let civil = civil.ok().filter(|date| date.moments().all(|m| m.calendar != Calendar::Islamic))?;
    let same = meet(When::At(islamic), civil);
    Some(if same { Ok(When::At(islamic)) } else { Err(different(a, b, written)) })
}

fn meet(a: When, b: When) -> bool {
    a.first() <= b.last() && b.first() <= a.last()
}

fn different(a: &[Token], b: &[Token], written: Written) -> WhenError {
    WhenError::Different { written: written.words(a).to_owned(), beside: written.words(b).to_owned() }
}

/// `1500, 1501 or 1502`, `22 or 23 March 1991`, `1960 and 1962`.
pub(super) fn listed(tokens: &[Token], written: Written, word: Kind, all: bool) -> Result<When, WhenError> {
    let mut parts: Vec<&[Token]> = Vec::new();
    for part in tokens.split(|token| token.kind == word) {
        // `à la fin du XVIIIe et au début du XIXe siècle`
        let part = if let [Token { kind: Kind::Au, .. }, rest @ ..] = part { rest } else { part };
        // `1 and 5, 1991`: a comma before the year parts nothing.
        let kind = |at: usize| part.get(at).map(|token: &Token| token.kind);
        let day = matches!(kind(0), Some(Kind::Number(Number { digits: ..=2, .. }) | Kind::Ordinal(_)))
            && matches!((kind(1), kind(2)), (Some(Kind::Comma), Some(Kind::Number(Number { digits: 3.., .. }))));
        if day || part.iter().any(|token| matches!(token.kind, Kind::Month(_))) {
            parts.push(part);
        } else {
            parts.extend(part.split(|token| token.kind == Kind::Comma));
        }
    }
    if parts.iter().any(|part| ends_of(part).is_some()) {
        let item = |part: &&[Token]| match ends_of(part) {
            Some((a, b)) => run(a, b, written, Kind::To),
            None => written.moment(part).map(Item::One),
        };
        return List::of(parts.iter().map(item)).map(|list| list.into_when(all));
    }
    let mut partials = parts.iter().map(|part| written.partial(part)).collect::<Result<Vec<_>, _>>()?;
    for at in (1..partials.len()).rev() {
        lend(&mut partials, at, written.text)?;
    }
    for at in 1..partials.len() {
        lend(&mut partials, at, written.text)?;
    }
    List::of(partials.iter().map(|partial| partial.moment(false).map(Item::One))).map(|list| list.into_when(all))
}

/// `1960, 1965`: one of them or all? None, if it is no row of years.
pub(super) fn row_of_years(tokens: &[Token], written: Written) -> Option<WhenError> {
    let years = tokens.split(|token| matches!(token.kind, Kind::Comma)).map(|part| match part {
        [Token { kind: Kind::Number(year), .. }] if year.digits > 2 => written.moment(part).ok(),
        _ => None,
    });
    let years: Vec<String> = years.map(|year| Some(year?.to_string())).collect::<Option<_>>()?;
    let row = years.join(",");
    (years.len() > 1).then(|| WhenError::ambiguous(written.text, [format!("{{{row}}}"), format!("[{row}]")]))
}

/// The two ends of a run: `1962 to 1965`, `de 1962 à 1965`, `1962–65`.
fn ends_of(part: &[Token]) -> Option<(&[Token], &[Token])> {
    let years = |(a, b): &(&[Token], &[Token])| {
        matches!((a, b), ([Token { kind: Kind::Number(_), .. }], [Token { kind: Kind::Number(_), .. }]))
    };
    let dash = [Kind::Dash, Kind::Hyphen].into_iter().find_map(|dash| parted(part, dash).filter(years));
    parted(part, Kind::To).or_else(|| parted(part, Kind::Au)).or(dash)
}

/// A run of a list.
fn run(a: &[Token], b: &[Token], written: Written, between: Kind) -> Result<Item, WhenError> {
    ends(written.partial(a)?, written.partial(b)?, written.text, between).map(|(first, last)| Item::Run(first, last))
}

/// What stands in the brackets of EDTF: `[1667,1668,1670..1672]`, `{..1984}`.
pub(super) fn bracketed(inside: &[Token], written: Written, all: bool) -> Result<When, WhenError> {
    // A cataloguer’s brackets are around what is not on the thing itself: `[between 1906 and 1912]`.
    if !all && inside.iter().all(|token| !matches!(token.kind, Kind::Comma | Kind::Dots)) {
        return written.date(inside);
    }
    let item = |part: &[Token]| {
        let date = |side: &[Token]| written.moment(side);
        match parted(part, Kind::Dots) {
            None => date(part).map(Item::One),
            Some(([], b)) => date(b).map(Item::UpTo),
            Some((a, [])) => date(a).map(Item::From),
            Some((a, b)) => run(a, b, written, Kind::Dots),
        }
    };
    List::of(inside.split(|token| token.kind == Kind::Comma).map(item)).map(|list| list.into_when(all))
}
