//! Words that mean something only together become one token: `first half`, `avant J.-C.`, `Jumada I`, `twenty-first`.

use super::calendar::Calendar;
use super::error::WhenError;
use super::fields::Part;
use super::moment::{Moment, Unit};
use super::token::{Era, Kind, Number, Token};

/// Adds a token to those found, and makes one of what belongs together.
pub(super) fn push(found: &mut Vec<Token>, token: Token, text: &str) -> Result<(), WhenError> {
    let (taken, kind) = match reduced(found, token.kind) {
        Reduced::Drop => return Ok(()),
        Reduced::DropBoth => {
            found.pop();
            return Ok(());
        }
        Reduced::Apart => {
            found.push(Token { kind: Kind::Dash, ..token });
            (0, token.kind)
        }
        // An era that was two words may say yet more: `hiver 44/43 av. J.-C.`
        Reduced::Of(taken, kind @ Kind::Era(_)) if taken > 0 && !matches!(token.kind, Kind::Era(_)) => {
            let start = found[found.len() - taken].start;
            found.truncate(found.len() - taken);
            return push(found, Token { kind, start, ..token }, text);
        }
        Reduced::Of(taken, kind) => (taken, kind),
        Reduced::Dual(year) => {
            // 11 February 1731/32: the year began in March then; so the calendar was the Julian.
            let at = found.len() - 2;
            found[at].kind = Kind::Number(year);
            found[at + 1].kind = Kind::Calendar(Calendar::Julian);
            return Ok(());
        }
        Reduced::Scaled(words, scale) => {
            found.truncate(found.len() - words);
            scaled(found, scale);
            (0, Kind::Era(Era::Bp))
        }
        Reduced::Ago => {
            let years = match back(found, 2) {
                Kind::Number(number) => Some(format!("{} BP", number.value)),
                _ => None,
            };
            return Err(WhenError::ambiguous(text, years));
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
    /// Nor does the token before it.
    DropBoth,
    /// A dash belongs before it.
    Apart,
    /// So many tokens before it and it are one.
    Of(usize, Kind),
    /// A year by the old style and the new.
    Dual(Number),
    /// The numbers before it, but for so many words, are thousands, millions or billions of years ago.
    Scaled(usize, i64),
    /// So many years ago, but from when?
    Ago,
    /// A calendar that is not known.
    Unknown,
}

/// What becomes of a token after those found.
fn reduced(found: &[Token], new: Kind) -> Reduced {
    let one = back(found, 1);
    match new {
        // Most tokens are numbers, and few words take one.
        Kind::Number(_)
            if !matches!(one, Kind::H | Kind::Q | Kind::Pair(_) | Kind::Decades | Kind::YearWord | Kind::Years) =>
        {
            numbers(found, new)
        }
        Kind::Number(_) | Kind::Scale(_) | Kind::Era(_) => {
            words(back(found, 2), one, new).unwrap_or_else(|| numbers(found, new))
        }
        _ => words(back(found, 2), one, new).unwrap_or(Reduced::Of(0, new)),
    }
}

/// The token so many back; where there is none, one that never stays.
fn back(found: &[Token], count: usize) -> Kind {
    found.len().checked_sub(count).map_or(Kind::Filler, |at| found[at].kind)
}

/// The phrases: two words, or three, that are one.
#[expect(clippy::match_same_arms, clippy::too_many_lines, reason = "a table, in which a line is a phrase")]
const fn words(two: Kind, one: Kind, new: Kind) -> Option<Reduced> {
    use Kind::{
        After, And, Before, By, Christ, Comma, Dash, Dot, Dots, Either, Hyphen, Islamic, NotBefore, Number as N, Or,
        OrEarlier, OrLater, Ordinal, PartWord, Roman, Season, SetClose, SetOpen, Slash, Tens, TimeWord, To,
    };
    use Reduced::{Ago, Apart, Drop, DropBoth, Of, Scaled, Unknown};
    Some(match (new, one, two) {
        (Kind::Filler, _, _) => Drop,
        // `some time in 1348`, `at some point before 1348`
        (TimeWord, Kind::Some, _) => DropBoth,
        (TimeWord, _, _) => Drop,
        // `1348 on`
        (Kind::On, N(Number { digits: 3.., .. }) | Kind::Decade(_) | Kind::Unit(_), _) => Of(0, Kind::Onward),
        (Kind::On, _, _) => Drop,
        (Kind::Than, Kind::Later, _) => Of(1, After),
        (Kind::Than, Kind::Earlier, _) => Of(1, Before),
        (Kind::Than, _, _) => Drop,
        // `soit 1348, soit 1350`
        (Either, Comma, _) => Of(1, Or),
        (Either, _, _) => Drop,
        // `1348, 1349, or 1351`, `1348 and/or 1349`
        (Or | And, Comma, _) => Of(1, new),
        (Or, Slash, And) => Of(2, Or),
        // `…–1960`, `1960–…`
        (Dots, Dash | Hyphen, _) => Of(1, Dots),
        (Dash | Hyphen, Dots, _) => Drop,
        // `14th. July`, `22.–26.3.1991`
        (Kind::Month(_), Dot, Ordinal(_)) | (Dash | Hyphen, Dot, N(Number { digits: ..=2, .. })) => Of(1, new),
        // `1348 [?]`, `25 October 1917 [O.S.]`
        (SetClose { .. }, Kind::Question | Kind::Calendar(_), SetOpen { .. }) => Of(2, one),
        (PartWord, Kind::Part(_), _) => Drop,
        (PartWord, Kind::Last, _) => Of(1, Kind::Part(Part::Late)),
        // `mid-to-late`, `mid- to late`
        (Hyphen, To | Or | And, Kind::Part(_)) => Drop,
        (To | Or | And, Dash, Kind::Part(_)) => Of(1, new),
        // `14th-century`
        (Kind::Unit(_), Hyphen, Ordinal(_) | Roman(_) | N(_)) => Of(1, new),
        // At the beginning `à` and `au` may go on with `partir` and `plus tard`; else they only say in.
        (Kind::From, Kind::Au, _) => Of(1, Kind::From),
        (Kind::Later, Kind::Au, _) => Of(1, By),
        (Kind::Earlier, Kind::Au, _) => Of(1, NotBefore),
        (Kind::OtherCalendar, _, _) => Unknown,
        // `mid-14th`, `pre-1500`, `al-awwal` stand for two words.
        (Hyphen, Kind::Part(_) | Before | After | Kind::Pair(_) | Kind::Dhu | Kind::Circa | Kind::Perhaps, _) => Drop,
        (Kind::Part(_), Kind::Part(_), _) => Apart,
        // `vingt-et-unième`
        (And, Hyphen, Tens(_)) => Of(1, And),
        (Hyphen, And, Tens(_)) => Drop,
        (Ordinal(ones @ 1..=9), Hyphen | And, Tens(tens)) => Of(2, Ordinal(tens + ones)),
        (Ordinal(ones @ 1..=9), Tens(tens), _) => Of(1, Ordinal(tens + ones)),
        (Kind::Third | Ordinal(3), Ordinal(n @ 1..=3), _) => Of(1, Kind::Part(Part::third(n))),
        (Kind::Half, Ordinal(n @ 1..=2), _) => Of(1, Kind::Part(Part::half(n))),
        (Kind::Quarter, Ordinal(n @ 1..=4), _) => Of(1, Kind::Part(Part::quarter(n))),
        (Kind::Third | Ordinal(3), Kind::Last, _) => Of(1, Kind::Part(Part::Late)),
        (Kind::Half, Kind::Last, _) => Of(1, Kind::Part(Part::Half2)),
        (Kind::Quarter, Kind::Last, _) => Of(1, Kind::Part(Part::Quarter4)),
        (N(Number { value: n @ 1..=2, .. }), Kind::H, _) => Of(1, Kind::Part(Part::half(n))),
        (N(Number { value: n @ 1..=4, .. }), Kind::Q, _) => Of(1, Kind::Part(Part::quarter(n))),
        // `1960-Q3`, `1960-H2`
        (Kind::Q | Kind::H, Hyphen, N(_)) => Of(1, new),
        (Kind::H, N(_) | Kind::Unit(_), _) => Of(0, Kind::Era(Era::Ah)),
        (Christ, Kind::Our, _) => Of(1, Kind::Era(Era::Ad)),
        (Christ, Before, _) => Of(1, Kind::Era(Era::Bc)),
        // `apr. J.-C.`: no April.
        (Christ, After | Kind::Month(4), _) => Of(1, Kind::Era(Era::Ad)),
        (Kind::Ere, Kind::Our, Before) | (Kind::Our, Kind::Ere, Before) => Of(2, Kind::Era(Era::Bc)),
        (Kind::Ere, Kind::Our, After) | (Kind::Our, Kind::Ere, After) => Of(2, Kind::Era(Era::Ad)),
        (Kind::Ere, Kind::Our, _) => Of(1, Kind::Era(Era::Ad)),
        (Kind::Era(Era::Bp), Kind::Circa | Kind::Era(Era::Bp), _) => Of(1, new),
        (Kind::Style, Kind::Old, _) | (Kind::Old, Kind::Style, _) => Of(1, Kind::Calendar(Calendar::Julian)),
        (Kind::Style, Kind::New, _) | (Kind::New, Kind::Style, _) => Of(1, Kind::Calendar(Calendar::Gregorian)),
        (Roman(n @ 1..=2), Kind::Pair(first), _) => Of(1, Islamic(first + n - 1)),
        (Ordinal(n @ 1..=2), Kind::Pair(first), _) => Of(1, Islamic(first + n as u8 - 1)),
        (N(Number { value: n @ 1..=2, digits: 1 }), Kind::Pair(first), _) => Of(1, Islamic(first + n as u8 - 1)),
        (Kind::OfDhu(month), Kind::Dhu, _) => Of(1, Islamic(month)),
        (Kind::Doubt, Kind::Not, _) => Of(1, Kind::Perhaps),
        // `on or about`
        (Kind::Circa, Or, Kind::Filler) => Of(1, new),
        (Kind::Later | After, Or, _) => Of(1, OrLater),
        (Kind::Earlier | Before, Or, _) => Of(1, OrEarlier),
        (Kind::Later | After, Kind::Not, _) => Of(1, By),
        (Kind::Earlier | Before, Kind::Not, _) => Of(1, NotBefore),
        (Kind::To, Kind::Prior, _) => Of(1, Before),
        (Kind::Later, And, _) => Of(1, Kind::Onward),
        (Kind::Earlier, And, _) => Of(1, OrEarlier),
        (Kind::S, Ordinal(_) | Roman(_), _) => Of(0, Kind::Unit(Unit::Century)),
        // `the year 300` is AD without saying so.
        (N(Number { value: value @ 1.., digits: ..=3 }), Kind::YearWord, _) => Of(1, N(Number { value, digits: 4 })),
        (_, Kind::YearWord, _) => Of(1, new),
        (Kind::Era(Era::Bp | Era::Bc), Kind::Years, _) => Of(1, new),
        // `3000 years before present`
        (Kind::Present, Before, Kind::Years) => Of(2, Kind::Era(Era::Bp)),
        (Kind::Present, Before, N(_)) => Of(1, Kind::Era(Era::Bp)),
        // `the years 1348 to 1352`, `les années 1348 à 1352`
        (N(Number { digits: 4, .. }), Kind::Years, two) if !matches!(two, N(_) | Kind::Long(_)) => Of(1, new),
        (N(Number { value, digits: 4 }), Kind::Decades, _) if value % 10 != 0 => Of(1, new),
        // Of millions of years it makes no difference from when they are counted.
        (Kind::Ago, Kind::Years, Kind::Long(scale)) => Scaled(2, scale),
        (Kind::Ago, Kind::Years, _) => Ago,
        (N(number) | Kind::Decade(number), Kind::Decades, _) => Of(1, Kind::Decade(number)),
        (Kind::DayWord, Kind::Some, _) => Of(1, Kind::SomeDay),
        (Kind::DayWord, Ordinal(_), _) => Drop,
        // `à ce jour`
        (Kind::DayWord, Kind::Era(Era::Ad), Kind::Au) => Of(1, Kind::Present),
        (Kind::MonthWord, Kind::Some, _) => Of(1, Kind::SomeMonth),
        (Kind::Month(_) | Islamic(_) | Kind::Pair(_) | Kind::Dhu, Kind::MonthWord, _) => Of(1, new),
        (Kind::DayWord | Kind::Present, Kind::Present, _) => Drop,
        (Season(code), Kind::North(north), _) | (Kind::North(north), Season(code @ 21..=24), _) => {
            Of(1, Season(if north { code + 4 } else { code + 8 }))
        }
        _ => return None,
    })
}

/// The numbers: thousands of years ago, and years that are said by two.
fn numbers(found: &[Token], new: Kind) -> Reduced {
    use Kind::{Dash, Date, Hyphen, Number as N, Season, Slash};
    use Reduced::{Dual, Of, Scaled};
    let back = |count: usize| back(found, count);
    let winter = |taken: usize, year: i64| match back(taken) {
        Season(code) => Of(taken, Date(Moment::new(year, Unit::Season(code)))),
        _ => Of(0, new),
    };
    match (back(2), back(1), new) {
        (_, N(_), Kind::Scale(scale)) => Scaled(0, scale),
        // `Q3/1962`
        (Kind::Part(_), Slash, N(Number { digits: 4, .. })) => Of(1, new),
        // `s. XIV 3/4`
        (N(Number { value: nth @ 1.., digits: 1 }), Slash, N(Number { value: of @ (2 | 4), digits: 1 }))
            if nth <= of && matches!(back(3), Kind::Roman(_) | Kind::Unit(Unit::Century)) =>
        {
            Of(2, Kind::Part(if of == 2 { Part::half(nth) } else { Part::quarter(nth) }))
        }
        // `winter 1944/45`
        (N(begin), Hyphen | Dash | Slash, N(end)) if is_winter(back(3)) && follows(begin, end) => {
            winter(3, begin.value)
        }
        // `winter 44/43 BC`: without the era, that is backwards.
        (Slash, N(end), Kind::Era(Era::Bc)) if is_winter(back(4)) && is_number(back(3), end.value + 1) => {
            winter(4, -end.value)
        }
        (Slash, N(end), Kind::Era(Era::Ad)) if is_winter(back(4)) && is_number(back(3), end.value - 1) => {
            winter(4, end.value - 1)
        }
        // `winter 1 BC/AD 1`, `hiver 1 av. J.-C./1 apr. J.-C.`
        (Slash, Kind::Era(Era::Ad), N(Number { value: 1, .. }))
        | (Slash, N(Number { value: 1, .. }), Kind::Era(Era::Ad))
            if is_winter(back(5)) && matches!(back(3), Kind::Era(Era::Bc)) && is_number(back(4), 1) =>
        {
            winter(5, 0)
        }
        (N(begin), Slash, N(end))
            if follows(begin, end)
                && is_spring(back(3), back(4), back(5))
                && (end.digits < 4 || matches!(back(4), N(_) | Kind::Ordinal(_) | Kind::Month(_))) =>
        {
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

/// Whether January to March stands before a year, with its day or without: `11 Feb`, `Feb 11,`, `Feb 11`.
fn is_spring(one: Kind, two: Kind, three: Kind) -> bool {
    let month = |kind: Kind| matches!(kind, Kind::Month(1..=3));
    let day = |kind: Kind| matches!(kind, Kind::Number(_) | Kind::Ordinal(_));
    month(one) || day(one) && month(two) || one == Kind::Comma && day(two) && month(three)
}

/// Whether the second number is the year after the first, in full or by its last digits: `1731/32`, `1699/00`.
fn follows(begin: Number, end: Number) -> bool {
    let next = begin.value + 1;
    begin.digits >= 3 && end.digits <= begin.digits && next % 10_i64.pow(end.digits.min(9).into()) == end.value
}
