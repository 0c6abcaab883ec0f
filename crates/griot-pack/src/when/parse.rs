//! How moments are held together: ranges, lists, before and after, open ends.

use super::bounds;
use super::canonical;
use super::ends::ends;
use super::error::WhenError;
use super::fields::Fields;
use super::lex::tokens;
use super::list::{Item, List};
use super::model::Edge;
use super::model::When;
use super::moment::Moment;
use super::partial::is_doubt;
use super::several;
use super::token::{Era, Kind, Number, Token};
use super::written::{Written, parted, places};

pub(super) fn parse(text: &str) -> Result<When, WhenError> {
    match canonical::date(text) {
        Some(date) => Ok(date),
        None => in_any_spelling(text),
    }
}

/// Reads every form, in any of its spellings.
pub(super) fn in_any_spelling(text: &str) -> Result<When, WhenError> {
    // GEDCOM: a date, and in brackets the words that it was taken from.
    let interpreted = text.strip_prefix("INT ").map(|rest| rest.split('(').next().unwrap_or(rest));
    let text = interpreted.unwrap_or(text);
    whole(&tokens(text)?, text)
}

/// Reads the tokens of a whole date.
fn whole(tokens: &[Token], text: &str) -> Result<When, WhenError> {
    let written = Written { text, whole };
    match tokens {
        [] => Err(WhenError::Empty),
        [
            Token { kind: Kind::SetOpen { all }, .. },
            inside @ ..,
            Token { kind: Kind::SetClose { all: closed }, .. },
        ] if all == closed => several::bracketed(inside, written, *all),
        // All of it in brackets, as after a name: `(1312–1337)`.
        [Token { kind: Kind::Open, .. }, inside @ .., Token { kind: Kind::Close, .. }]
            if inside.iter().all(|token| token.kind != Kind::Close) =>
        {
            whole(inside, text)
        }
        // What is said behind all of it is said of all of it: `1312–1337 (approx.)`.
        [rest @ .., Token { kind: Kind::Open, .. }, doubt, Token { kind: Kind::Close, .. }] if is_doubt(doubt.kind) => {
            whole(rest, text).map(|date| doubted(date, doubt.kind))
        }
        [_, rest @ ..] => match bounds::both(tokens, written) {
            Some(date) => date,
            None => worded(tokens, rest, written),
        },
    }
}

/// What the first or the last word makes of the date beside it.
fn worded(tokens: &[Token], rest: &[Token], written: Written) -> Result<When, WhenError> {
    let moment = |rest: &[Token]| written.moment(rest);
    // A sign makes a year of any number; after a word it may be a number of anything.
    let year = |rest: &[Token]| written.partial(rest)?.moment(true);
    let open = |rest: &[Token], side: fn(Moment) -> Item| List::of([moment(rest).map(side)]).map(When::OneOf);
    let first = tokens[0].kind;
    match first {
        Kind::Less => return year(rest).map(When::Before),
        Kind::Greater => return year(rest).map(When::After),
        Kind::Before => return moment(rest).map(When::Before),
        Kind::After => return moment(rest).map(When::After),
        Kind::By | Kind::OrEarlier => return open(rest, Item::UpTo),
        Kind::NotBefore | Kind::OrLater => return open(rest, Item::From),
        Kind::Between => return bounds::between(rest, written),
        Kind::Au => return written.date(rest),
        Kind::To => return moment(rest).map(|m| When::Until(m, Edge::Open)),
        Kind::From => return from(rest, written),
        Kind::Perhaps | Kind::Circa if rest.first().is_some_and(|next| is_structure(next.kind)) => {
            return written.date(rest).map(|date| doubted(date, first));
        }
        _ => {}
    }
    match tokens {
        [rest @ .., Token { kind: Kind::OrLater | Kind::NotBefore, .. }] => open(rest, Item::From),
        [rest @ .., Token { kind: Kind::And, .. }, Token { kind: Kind::After, .. }] => {
            moment(rest).map(|m| When::From(m, Edge::Open))
        }
        [rest @ .., Token { kind: Kind::And, .. }, Token { kind: Kind::Before, .. }]
        | [rest @ .., Token { kind: Kind::OrEarlier | Kind::By, .. }] => open(rest, Item::UpTo),
        [rest @ .., Token { kind: Kind::Onward, .. }] => moment(rest).map(|m| When::From(m, Edge::Open)),
        _ => joined(tokens, written),
    }
}

/// What may stand behind a word of doubt that is meant for all of it.
const fn is_structure(kind: Kind) -> bool {
    matches!(kind, Kind::Between | Kind::Before | Kind::After | Kind::From | Kind::By | Kind::NotBefore | Kind::To)
}

fn doubted(when: When, doubt: Kind) -> When {
    let of = |m: Moment| match doubt {
        Kind::Circa | Kind::Tilde => Moment { about: Fields::ALL, ..m },
        Kind::Percent => Moment { about: Fields::ALL, uncertain: Fields::ALL, ..m },
        _ => Moment { uncertain: Fields::ALL, ..m },
    };
    match when {
        When::At(m) => When::At(of(m)),
        When::Before(m) => When::Before(of(m)),
        When::After(m) => When::After(of(m)),
        When::From(m, edge) => When::From(of(m), edge),
        When::Until(m, edge) => When::Until(of(m), edge),
        When::Span(a, b) => When::Span(of(a), of(b)),
        When::Between(a, b) => When::Between(of(a), of(b)),
        When::OneOf(list) => When::OneOf(list.map(of)),
        When::AllOf(list) => When::AllOf(list.map(of)),
    }
}

/// One moment, or two or more with something between them.
fn joined(tokens: &[Token], written: Written) -> Result<When, WhenError> {
    use Kind::{And, Au, Cross, Dash, Dots, Hyphen, Or, PlusMinus, Slash, To};
    let between =
        |token: &&Token| matches!(token.kind, And | Au | Cross | Dash | Dots | Hyphen | Or | PlusMinus | Slash | To);
    if !tokens.iter().any(|token| between(&token)) {
        return written
            .moment(tokens)
            .map(When::At)
            .map_err(|error| several::row_of_years(tokens, written).unwrap_or(error));
    }
    let slash = parted(tokens, Slash);
    if let Some((a, b)) = slash
        && let Some(date) = interval(a, b, written).or_else(|| several::islamic_and_civil(a, b, written))
    {
        return date;
    }
    for (word, all) in [(Or, false), (And, true)] {
        if places(tokens, word).next().is_some() {
            return several::listed(tokens, written, word, all);
        }
    }
    if let Some((a, b)) = parted(tokens, PlusMinus) {
        return bounds::around(a, b, written);
    }
    if places(tokens, Cross).next().is_some() {
        return bounds::between(tokens, written);
    }
    for kind in [Dots, To, Au, Dash] {
        if places(tokens, kind).next().is_some() {
            let (a, b) = parted(tokens, kind).ok_or_else(|| written.unread(tokens))?;
            return range(a, b, written, kind);
        }
    }
    if let Some((a, b)) = slash {
        return several::alternatives(tokens, a, b, written);
    }
    match parted(tokens, Hyphen) {
        // `Sep-1960`
        Some(([Token { kind: Kind::Month(_), .. }], [Token { kind: Kind::Number(year), .. }])) if year.digits >= 3 => {
            written.moment(tokens).map(When::At)
        }
        Some((a, b)) => range(a, b, written, Hyphen),
        None => written.moment(tokens).map(When::At),
    }
}

/// An interval of EDTF: both sides are dates of its own, or one is open (`..`) or unknown (nothing).
fn interval(a: &[Token], b: &[Token], written: Written) -> Option<Result<When, WhenError>> {
    let date = |side: &[Token]| {
        let [Token { kind: Kind::Date(_) | Kind::Number(Number { digits: 4, .. }), .. }, marks @ ..] = side else {
            return false;
        };
        marks.iter().all(|token| matches!(token.kind, Kind::Question | Kind::Tilde | Kind::Percent))
    };
    let edge = |side: &[Token]| match side {
        [] | [Token { kind: Kind::Question, .. }] => Some(Edge::Unknown),
        [Token { kind: Kind::Dots, .. }] => Some(Edge::Open),
        _ => None,
    };
    match (edge(a), edge(b)) {
        (None, None) if date(a) && date(b) => Some(range(a, b, written, Kind::Dots)),
        (Some(edge), None) => Some(written.moment(b).map(|m| When::Until(m, edge))),
        (None, Some(edge)) => Some(written.moment(a).map(|m| When::From(m, edge))),
        _ => None,
    }
}

fn from(rest: &[Token], written: Written) -> Result<When, WhenError> {
    match written.date(rest)? {
        When::At(m) => Ok(When::From(m, Edge::Open)),
        span @ (When::Span(..) | When::From(..) | When::Until(..)) => Ok(span),
        _ => Err(written.unread(rest)),
    }
}

/// A range, or one with an open end.
fn range(a: &[Token], b: &[Token], written: Written, between: Kind) -> Result<When, WhenError> {
    let present = [Token { kind: Kind::Present, ..a.first().or(b.first()).copied().ok_or(WhenError::Empty)? }];
    let unknown = |side: &[Token]| matches!(side, [Token { kind: Kind::Question, .. }]);
    let small = between == Kind::Dots;
    let is_present =
        |side: &[Token]| side.first().map(|t| t.kind) == present.first().map(|t| t.kind) && side.len() == 1;
    if b.is_empty() || is_present(b) {
        return written.partial(a)?.moment(small).map(|m| When::From(m, Edge::Open));
    }
    if unknown(b) {
        return written.partial(a)?.moment(small).map(|m| When::From(m, Edge::Unknown));
    }
    if unknown(a) {
        return written.partial(b)?.moment(small).map(|m| When::Until(m, Edge::Unknown));
    }
    if a.is_empty() && small {
        return written.partial(b)?.moment(small).map(|m| When::Until(m, Edge::Open));
    }
    if a.is_empty() {
        // A dash before a year may be a minus.
        let end = written.partial(b)?.moment(true)?;
        let bc = written.partial(b)?.of_era(Era::Bc).moment(true).ok().map(|m| m.to_string());
        return Err(WhenError::ambiguous(written.text, [format!("..{end}")].into_iter().chain(bc)));
    }
    let (a, b) = ends(written.partial(a)?, written.partial(b)?, written.text, between)?;
    Ok(When::Span(a, b))
}
