//! How moments are held together: ranges, lists, before and after, open ends.

use super::calendar::Calendar;
use super::canonical;
use super::ends::{ends, lend, pair};
use super::error::WhenError;
use super::fields::Fields;
use super::lex::tokens;
use super::list::{Item, List};
use super::model::Edge;
use super::model::When;
use super::moment::{Moment, Unit};
use super::partial::Partial;
use super::token::{Era, Kind, Number, Token};

pub(super) fn parse(text: &str) -> Result<When, WhenError> {
    match canonical::date(text) {
        Some(date) => Ok(date),
        None => in_any_spelling(text),
    }
}

/// Reads every form, in any of its spellings.
pub(super) fn in_any_spelling(text: &str) -> Result<When, WhenError> {
    whole(&tokens(text)?, text)
}

/// Reads the tokens of a whole date.
pub(super) fn whole(tokens: &[Token], text: &str) -> Result<When, WhenError> {
    let open = |rest: &[Token], side: fn(Moment) -> Item| {
        let item = moment(rest, text, false).map(side);
        List::of([item]).map(When::OneOf)
    };
    let kinds: [Kind; 2] = [0, 1].map(|at| tokens.get(at).map_or(Kind::Filler, |token| token.kind));
    match (kinds[0], tokens.get(1..).unwrap_or_default()) {
        (_, _) if tokens.is_empty() => return Err(WhenError::Empty),
        (Kind::SetOpen { all }, [inside @ .., last]) if last.kind == (Kind::SetClose { all }) => {
            return bracketed(inside, text, all);
        }
        // A sign makes a year of any number; after a word it may be a number of anything.
        (Kind::Less, rest) => return moment(rest, text, true).map(When::Before),
        (Kind::Greater, rest) => return moment(rest, text, true).map(When::After),
        (Kind::Before, rest) => return moment(rest, text, false).map(When::Before),
        (Kind::After, rest) => return moment(rest, text, false).map(When::After),
        (Kind::By | Kind::OrEarlier, rest) => return open(rest, Item::UpTo),
        (Kind::NotBefore | Kind::OrLater, rest) => return open(rest, Item::From),
        (Kind::Between, rest) => return between(rest, text),
        (Kind::Au, rest) => return whole(rest, text),
        (Kind::To, rest) => return moment(rest, text, false).map(|m| When::Until(m, Edge::Open)),
        (Kind::From, rest) => return from(rest, text),
        (Kind::Perhaps | Kind::Circa, rest) if is_structure(kinds[1]) => return doubted(whole(rest, text)?, kinds[0]),
        _ => {}
    }
    match tokens {
        [rest @ .., Token { kind: Kind::OrLater | Kind::NotBefore, .. }] => open(rest, Item::From),
        [rest @ .., Token { kind: Kind::OrEarlier | Kind::By, .. }] => open(rest, Item::UpTo),
        [rest @ .., Token { kind: Kind::Onward, .. }] => moment(rest, text, false).map(|m| When::From(m, Edge::Open)),
        _ => joined(tokens, text),
    }
}

/// What may stand behind a word of doubt that is meant for all of it.
const fn is_structure(kind: Kind) -> bool {
    matches!(kind, Kind::Between | Kind::Before | Kind::After | Kind::From | Kind::By | Kind::NotBefore | Kind::To)
}

fn doubted(when: When, doubt: Kind) -> Result<When, WhenError> {
    let of = |m: Moment| match doubt {
        Kind::Circa => Moment { about: Fields::ALL, ..m },
        _ => Moment { uncertain: Fields::ALL, ..m },
    };
    Ok(match when {
        When::Before(m) => When::Before(of(m)),
        When::After(m) => When::After(of(m)),
        When::From(m, edge) => When::From(of(m), edge),
        When::Until(m, edge) => When::Until(of(m), edge),
        When::Span(a, b) => When::Span(of(a), of(b)),
        When::Between(a, b) => When::Between(of(a), of(b)),
        When::OneOf(list) => When::OneOf(list.map(of)),
        When::At(_) | When::AllOf(_) => return Err(WhenError::Empty),
    })
}

/// Where the tokens of a kind stand, outside brackets.
fn places(tokens: &[Token], kind: Kind) -> impl Iterator<Item = usize> + '_ {
    let mut deep = 0_usize;
    tokens.iter().enumerate().filter_map(move |(at, token)| {
        match token.kind {
            Kind::Open => deep += 1,
            Kind::Close => deep = deep.saturating_sub(1),
            _ => {}
        }
        (deep == 0 && token.kind == kind).then_some(at)
    })
}

/// The tokens before and after the one of that kind, if there is just one.
fn parted(tokens: &[Token], kind: Kind) -> Option<(&[Token], &[Token])> {
    let mut found = places(tokens, kind);
    let at = found.next().filter(|_| found.next().is_none())?;
    Some((&tokens[..at], &tokens[at + 1..]))
}

/// One moment, or two or more with something between them.
fn joined(tokens: &[Token], text: &str) -> Result<When, WhenError> {
    use Kind::{And, Au, Dash, Dots, Hyphen, Or, Slash, To};
    let slash =
        match tokens.iter().find(|token| matches!(token.kind, And | Au | Dash | Dots | Hyphen | Or | Slash | To)) {
            None => return moment(tokens, text, false).map(When::At),
            Some(_) => tokens.iter().any(|token| matches!(token.kind, Slash)),
        };
    if slash
        && let Some((a, b)) = parted(tokens, Slash)
        && let Some(interval) = interval(a, b, text)
    {
        return interval;
    }
    for (word, all) in [(Or, false), (And, true)] {
        if places(tokens, word).next().is_some() {
            return listed(tokens, text, word, all);
        }
    }
    for kind in [Dots, To, Au, Dash] {
        if places(tokens, kind).next().is_some() {
            let (a, b) = parted(tokens, kind).ok_or_else(|| unread(tokens, text))?;
            return range(a, b, text, kind);
        }
    }
    if slash && let Some((a, b)) = parted(tokens, Slash) {
        return alternatives(tokens, a, b, text);
    }
    match parted(tokens, Hyphen) {
        // `Sep-1960`
        Some(([Token { kind: Kind::Month(_), .. }], [Token { kind: Kind::Number(year), .. }])) if year.digits >= 3 => {
            moment(tokens, text, false).map(When::At)
        }
        Some((a, b)) => range(a, b, text, Hyphen),
        None => moment(tokens, text, false).map(When::At),
    }
}

fn unread(tokens: &[Token], text: &str) -> WhenError {
    WhenError::unread(written(tokens, text))
}

fn written<'a>(tokens: &[Token], text: &'a str) -> &'a str {
    match (tokens.first(), tokens.last()) {
        (Some(first), Some(last)) => &text[first.start.into()..last.end.into()],
        _ => "",
    }
}

/// The words of a moment, sorted.
fn partial<'a>(tokens: &[Token], text: &'a str) -> Result<Partial<'a>, WhenError> {
    Partial::of(tokens, text, whole)
}

fn moment(tokens: &[Token], text: &str, small: bool) -> Result<Moment, WhenError> {
    partial(tokens, text)?.moment(small)
}

/// An interval of EDTF: both sides are dates of its own, or one is open (`..`) or unknown (nothing).
fn interval(a: &[Token], b: &[Token], text: &str) -> Option<Result<When, WhenError>> {
    let date = |side: &[Token]| {
        let [Token { kind: Kind::Date(_) | Kind::Number(Number { digits: 4, .. }), .. }, marks @ ..] = side else {
            return false;
        };
        marks.iter().all(|token| matches!(token.kind, Kind::Question | Kind::Tilde | Kind::Percent))
    };
    let edge = |side: &[Token]| match side {
        [] => Some(Edge::Unknown),
        [Token { kind: Kind::Dots, .. }] => Some(Edge::Open),
        _ => None,
    };
    match (edge(a), edge(b)) {
        (None, None) if date(a) && date(b) => Some(range(a, b, text, Kind::Dots)),
        (Some(edge), None) => Some(moment(b, text, false).map(|m| When::Until(m, edge))),
        (None, Some(edge)) => Some(moment(a, text, false).map(|m| When::From(m, edge))),
        _ => None,
    }
}

fn from(rest: &[Token], text: &str) -> Result<When, WhenError> {
    match whole(rest, text)? {
        When::At(m) => Ok(When::From(m, Edge::Open)),
        span @ (When::Span(..) | When::From(..) | When::Until(..)) => Ok(span),
        _ => Err(unread(rest, text)),
    }
}

fn between(rest: &[Token], text: &str) -> Result<When, WhenError> {
    let kinds = [Kind::And, Kind::To, Kind::Au, Kind::Dash, Kind::Hyphen];
    let (a, b) = kinds.iter().find_map(|kind| parted(rest, *kind)).ok_or_else(|| unread(rest, text))?;
    let (a, b) = ends(partial(a, text)?, partial(b, text)?, text, Kind::To)?;
    Ok(When::Between(a, b))
}

/// A range, or one with an open end.
fn range(a: &[Token], b: &[Token], text: &str, between: Kind) -> Result<When, WhenError> {
    let present = [Token { kind: Kind::Present, ..a.first().or(b.first()).copied().ok_or(WhenError::Empty)? }];
    let unknown = |side: &[Token]| matches!(side, [Token { kind: Kind::Question, .. }]);
    let small = between == Kind::Dots;
    let is_present =
        |side: &[Token]| side.first().map(|t| t.kind) == present.first().map(|t| t.kind) && side.len() == 1;
    if b.is_empty() || is_present(b) {
        return moment(a, text, small).map(|m| When::From(m, Edge::Open));
    }
    if unknown(b) {
        return moment(a, text, small).map(|m| When::From(m, Edge::Unknown));
    }
    if unknown(a) {
        return moment(b, text, small).map(|m| When::Until(m, Edge::Unknown));
    }
    if a.is_empty() && small {
        return moment(b, text, small).map(|m| When::Until(m, Edge::Open));
    }
    if a.is_empty() {
        // A dash before a year may be a minus.
        let end = moment(b, text, true)?;
        let bc = partial(b, text)?.of_era(Era::Bc).moment(true).ok().map(|m| m.to_string());
        return Err(WhenError::ambiguous(text, [format!("..{end}")].into_iter().chain(bc)));
    }
    let (a, b) = ends(partial(a, text)?, partial(b, text)?, text, between)?;
    Ok(When::Span(a, b))
}

/// `1640/41`: one of two; `2012/03` is a month, and `2003/04` may be either.
fn alternatives(tokens: &[Token], a: &[Token], b: &[Token], text: &str) -> Result<When, WhenError> {
    if let ([Token { kind: Kind::Number(year), .. }], [Token { kind: Kind::Number(end), .. }]) = (a, b) {
        let month = end.digits == 2 && (1..=12).contains(&end.value) && year.digits == 4;
        let years = year.value / 100 * 100 + end.value;
        if month && years > year.value {
            let month = Moment::new(year.value, Unit::Month { month: end.value as u8 });
            return Err(WhenError::ambiguous(text, [month.to_string(), format!("[{},{years}]", year.value)]));
        }
        if month || year.digits <= 2 && end.digits == 4 {
            return moment(tokens, text, false).map(When::At);
        }
        if end.digits > 2 {
            // `999/1591` may be of two calendars.
            return Err(unread(tokens, text));
        }
    }
    if let Some(date) = same_in_two(a, b, text)? {
        return Ok(When::At(date));
    }
    listed(tokens, text, Kind::Slash, false)
}

/// One date in two calendars: `AH 999 / AD 1591`, `25 Oct / 7 Nov 1917`.
fn same_in_two(a: &[Token], b: &[Token], text: &str) -> Result<Option<Moment>, WhenError> {
    let Some((first, second)) = pair(partial(a, text)?, partial(b, text)?) else { return Ok(None) };
    if first.calendar != second.calendar {
        let meet = first.first() <= second.last() && second.first() <= first.last();
        return Ok(meet.then_some(first));
    }
    let old = Moment { calendar: Calendar::Julian, ..first };
    let days = matches!((first.unit, second.unit), (Unit::Day { .. }, Unit::Day { .. }));
    let same = days && first.calendar == Calendar::Civil && first != second && old.first() == second.first();
    if same { old.checked().map(Some) } else { Ok(None) }
}

/// `1500, 1501 or 1502`, `22 or 23 March 1991`, `1960 and 1962`.
fn listed(tokens: &[Token], text: &str, word: Kind, all: bool) -> Result<When, WhenError> {
    let mut parts: Vec<&[Token]> = Vec::new();
    for part in tokens.split(|token| token.kind == word) {
        if part.iter().any(|token| matches!(token.kind, Kind::Month(_))) {
            parts.push(part);
        } else {
            parts.extend(part.split(|token| token.kind == Kind::Comma));
        }
    }
    if parts.iter().any(|part| parted(part, Kind::To).is_some()) {
        let item = |part: &&[Token]| match parted(part, Kind::To) {
            Some((a, b)) => run(a, b, text, Kind::To),
            None => moment(part, text, false).map(Item::One),
        };
        return List::of(parts.iter().map(item)).map(|list| list.into_when(all));
    }
    let mut partials = parts.iter().map(|part| partial(part, text)).collect::<Result<Vec<_>, _>>()?;
    for at in (1..partials.len()).rev() {
        lend(&mut partials, at, text)?;
    }
    for at in 1..partials.len() {
        lend(&mut partials, at, text)?;
    }
    List::of(partials.iter().map(|partial| partial.moment(false).map(Item::One))).map(|list| list.into_when(all))
}

/// A run of a list.
fn run(a: &[Token], b: &[Token], text: &str, between: Kind) -> Result<Item, WhenError> {
    ends(partial(a, text)?, partial(b, text)?, text, between).map(|(first, last)| Item::Run(first, last))
}

/// What stands in the brackets of EDTF: `[1667,1668,1670..1672]`, `{..1984}`.
fn bracketed(inside: &[Token], text: &str, all: bool) -> Result<When, WhenError> {
    let item = |part: &[Token]| {
        let date = |side: &[Token]| moment(side, text, false);
        match parted(part, Kind::Dots) {
            None => date(part).map(Item::One),
            Some(([], b)) => date(b).map(Item::UpTo),
            Some((a, [])) => date(a).map(Item::From),
            Some((a, b)) => run(a, b, text, Kind::Dots),
        }
    };
    List::of(inside.split(|token| token.kind == Kind::Comma).map(item)).map(|list| list.into_when(all))
}
