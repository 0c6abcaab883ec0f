//! Words that mean something only together become one token: `first half`, `avant J.-C.`, `Jumada I`, `twenty-first`.

use super::calendar::Calendar;
use super::error::WhenError;
use super::fields::Part;
use super::moment::{Moment, Unit};
use super::token::{Era, Kind, Number, Token};

/// Adds a token to those found, and makes one of what belongs together.
pub(super) fn push(found: &mut Vec<Token>, token: Token, text: &str) -> Result<(), WhenError> {
    let last = [1, 2, 3, 4, 5].map(|back| {
        let at = found.len().checked_sub(back);
        at.and_then(|at| found.get(at)).map_or(Kind::Close, |token| token.kind)
    });
    let (taken, kind) = match reduced(last, token.kind) {
        Reduced::Drop => return Ok(()),
        Reduced::Apart => {
            found.push(Token { kind: Kind::Dash, ..token });
            (0, token.kind)
        }
        Reduced::Of(taken, kind) => (taken, kind),
        Reduced::Dual(year) => {
            // 11 February 1731/32: the year began in March then; so the calendar was the Julian.
            let at = found.len() - 2;
            found[at].kind = Kind::Number(year);
            found[at + 1].kind = Kind::Calendar(Calendar::Julian);
            return Ok(());
        }
        Reduced::Scaled(scale) => {
            scaled(found, scale);
            (0, Kind::Era(Era::Bp))
        }
        Reduced::Unknown => {
            let name = text[token.start.into()..token.end.into()].to_owned();
            return Err(WhenError::UnknownCalendar { name });
        }
    };
    let start = if taken > 0 { found[found.len() - taken].start } else { token.start };
    found.truncate(found.len() - taken);
    found.push(Token { kind, start, ..token });
    Ok(())
}

enum Reduced {
    /// It says nothing of the date.
    Drop,
    /// A dash belongs before it.
    Apart,
    /// So many tokens before it and it are one.
    Of(usize, Kind),
    /// A year by the old style and the new.
    Dual(Number),
    /// The numbers before it are thousands, millions or billions of years ago.
    Scaled(i64),
    /// A calendar that is not known.
    Unknown,
}

/// What becomes of a token after five others, the last of them first.
fn reduced(last: [Kind; 5], new: Kind) -> Reduced {
    words(last[1], last[0], new).unwrap_or_else(|| numbers(last, new))
}

/// The phrases: two words, or three, that are one.
#[expect(clippy::match_same_arms, reason = "a table, in which a line is a phrase")]
const fn words(two: Kind, one: Kind, new: Kind) -> Option<Reduced> {
    use Kind::{
        After, And, Before, By, Christ, Hyphen, Islamic, NotBefore, Number as N, Or, OrEarlier, OrLater, Ordinal,
        Roman, Season, Tens,
    };
    use Reduced::{Apart, Drop, Of, Unknown};
    Some(match (two, one, new) {
        (_, _, Kind::Filler) => Drop,
        (_, _, Kind::OtherCalendar) => Unknown,
        // `mid-14th`, `pre-1500`, `al-awwal` stand for two words.
        (_, Kind::Part(_) | Before | After | Kind::Pair(_) | Kind::Dhu | Kind::Circa | Kind::Perhaps, Hyphen) => Drop,
        (_, Kind::Part(_), Kind::Part(_)) => Apart,
        (Tens(tens), Hyphen | And, Ordinal(ones @ 1..=9)) => Of(2, Ordinal(tens + ones)),
        (_, Ordinal(n @ 1..=3), Kind::Third | Ordinal(3)) => Of(1, Kind::Part(Part::third(n))),
        (_, Ordinal(n @ 1..=2), Kind::Half) => Of(1, Kind::Part(Part::half(n))),
        (_, Ordinal(n @ 1..=4), Kind::Quarter) => Of(1, Kind::Part(Part::quarter(n))),
        (_, Kind::Last, Kind::Third | Ordinal(3)) => Of(1, Kind::Part(Part::Late)),
        (_, Kind::Last, Kind::Half) => Of(1, Kind::Part(Part::Half2)),
        (_, Kind::Last, Kind::Quarter) => Of(1, Kind::Part(Part::Quarter4)),
        (_, Kind::H, N(Number { value: n @ 1..=2, .. })) => Of(1, Kind::Part(Part::half(n))),
        (_, Kind::Q, N(Number { value: n @ 1..=4, .. })) => Of(1, Kind::Part(Part::quarter(n))),
        (_, N(_), Kind::H) => Of(0, Kind::Era(Era::Ah)),
        (_, Before, Christ) => Of(1, Kind::Era(Era::Bc)),
        // `apr. J.-C.`: no April.
        (_, After | Kind::Month(4), Christ) => Of(1, Kind::Era(Era::Ad)),
        (Before, Kind::Our, Kind::Ere) | (Before, Kind::Ere, Kind::Our) => Of(2, Kind::Era(Era::Bc)),
        (After, Kind::Our, Kind::Ere) | (After, Kind::Ere, Kind::Our) => Of(2, Kind::Era(Era::Ad)),
        (_, Kind::Our, Kind::Ere) => Of(1, Kind::Era(Era::Ad)),
        (_, Kind::Circa | Kind::Era(Era::Bp), Kind::Era(Era::Bp)) => Of(1, new),
        (_, Kind::Old, Kind::Style) | (_, Kind::Style, Kind::Old) => Of(1, Kind::Calendar(Calendar::Julian)),
        (_, Kind::New, Kind::Style) | (_, Kind::Style, Kind::New) => Of(1, Kind::Calendar(Calendar::Gregorian)),
        (_, Kind::Pair(first), Roman(n @ 1..=2)) => Of(1, Islamic(first + n - 1)),
        (_, Kind::Pair(first), Ordinal(n @ 1..=2)) => Of(1, Islamic(first + n as u8 - 1)),
        (_, Kind::Pair(first), N(Number { value: n @ 1..=2, digits: 1 })) => Of(1, Islamic(first + n as u8 - 1)),
        (_, Kind::Dhu, Kind::OfDhu(month)) => Of(1, Islamic(month)),
        (_, Or, Kind::Later | After) => Of(1, OrLater),
        (_, Or, Kind::Earlier | Before) => Of(1, OrEarlier),
        (_, Kind::Not, Kind::Later | After) => Of(1, By),
        (_, Kind::Not, Kind::Earlier | Before) => Of(1, NotBefore),
        (_, Kind::Prior, Kind::To) => Of(1, Before),
        (_, Kind::To, Kind::From) => Of(1, Kind::From),
        (_, Kind::Decades, N(number) | Kind::Decade(number)) => Of(1, Kind::Decade(number)),
        (_, Kind::Some, Kind::DayWord) => Of(1, Kind::SomeDay),
        (_, Kind::Some, Kind::MonthWord) => Of(1, Kind::SomeMonth),
        (_, Kind::Present, Kind::DayWord | Kind::Present) => Drop,
        (_, Kind::North(north), Season(code)) => Of(1, Season(if north { code + 4 } else { code + 8 })),
        _ => return None,
    })
}

/// The numbers: thousands of years ago, and years that are said by two.
fn numbers([one, two, three, four, five]: [Kind; 5], new: Kind) -> Reduced {
    use Kind::{Dash, Date, Hyphen, Number as N, Season, Slash};
    use Reduced::{Dual, Of, Scaled};
    let winter = |taken: usize, year: i64, season: Kind| match season {
        Season(code) => Of(taken, Date(Moment::new(year, Unit::Season(code)))),
        _ => Of(0, new),
    };
    match (two, one, new) {
        (_, N(_), Kind::Scale(scale)) => Scaled(scale),
        // `winter 1944/45`
        (N(begin), Hyphen | Dash | Slash, N(end)) if is_winter(three) && follows(begin, end) => {
            winter(3, begin.value, three)
        }
        // `winter 44/43 BC`: without the era, that is backwards.
        (Slash, N(end), Kind::Era(Era::Bc)) if is_winter(four) && is_number(three, end.value + 1) => {
            winter(4, -end.value, four)
        }
        (Slash, N(end), Kind::Era(Era::Ad)) if is_winter(four) && is_number(three, end.value - 1) => {
            winter(4, end.value - 1, four)
        }
        // `winter 1 BC/AD 1`
        (Slash, Kind::Era(Era::Ad), N(Number { value: 1, .. }))
            if is_winter(five) && three == Kind::Era(Era::Bc) && is_number(four, 1) =>
        {
            winter(5, 0, five)
        }
        (N(begin), Slash, N(end)) if follows(begin, end) && end.digits < 4 && is_spring(three, four, five) => {
            Dual(Number { value: begin.value + 1, ..begin })
        }
        _ => Of(0, new),
    }
}

const fn is_number(kind: Kind, value: i64) -> bool {
    matches!(kind, Kind::Number(number) if number.value == value)
}

/// Makes years of the number at the end, and of the one before a dash before it: `12.9–11.7 ka`.
fn scaled(found: &mut Vec<Token>, scale: i64) {
    let mut end = found.len();
    loop {
        // The digits behind the point count tenths, hundredths and so on.
        let (start, value) = match found[..end] {
            [
                ..,
                Token { kind: Kind::Number(whole), .. },
                Token { kind: Kind::Dot, .. },
                Token { kind: Kind::Number(part), .. },
            ] => {
                let share = scale / 10_i64.pow(part.digits.min(9).into());
                (end - 3, whole.value.saturating_mul(scale).saturating_add(part.value.saturating_mul(share)))
            }
            [.., Token { kind: Kind::Number(whole), .. }] => (end - 1, whole.value.saturating_mul(scale)),
            _ => return,
        };
        found[start].kind = Kind::Number(Number { value, digits: 9 });
        found.drain(start + 1..end);
        match found[..start] {
            [.., Token { kind: Kind::Hyphen | Kind::Dash | Kind::To | Kind::Dots | Kind::And, .. }] => end = start - 1,
            _ => return,
        }
    }
}

/// Whether a season goes over the new year, so that two years may be said of it.
const fn is_winter(kind: Kind) -> bool {
    matches!(kind, Kind::Season(24 | 28 | 30))
}

/// Whether January to March stands before a year, with its day or without: `11 Feb`, `Feb 11,`.
fn is_spring(one: Kind, two: Kind, three: Kind) -> bool {
    let month = |kind: Kind| matches!(kind, Kind::Month(1..=3));
    month(one) || matches!((one, two), (Kind::Comma, Kind::Number(_))) && month(three)
}

/// Whether the second number is the year after the first, in full or by its last digits: `1731/32`, `1699/00`.
fn follows(begin: Number, end: Number) -> bool {
    let next = begin.value + 1;
    begin.digits >= 3 && end.digits <= begin.digits && next % 10_i64.pow(end.digits.min(9).into()) == end.value
}
