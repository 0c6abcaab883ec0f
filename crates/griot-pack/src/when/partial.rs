//! A moment as far as its own words tell it. `22` in `22 to 26 March 1991` is some number, until the other end of the
//! range lends it a month and a year ([`share`]); then it becomes a [`Moment`] ([`Partial::moment`]).

mod core;

use super::calendar::Calendar;
use super::day::Day;
use super::error::WhenError;
use super::fields::{Digits, Fields, Part};
use super::model::When;
use super::moment::{Moment, Unit};
use super::token::{Era, Kind, Number, Token, with_dashes};

/// What reads the tokens of a whole date: a moment may hold one in brackets.
pub(super) type Whole = fn(&[Token], &str) -> Result<When, WhenError>;

/// The words of one moment, sorted.
#[derive(Debug, Clone, Copy)]
pub(super) struct Partial<'a> {
    pub core: Core,
    pub era: Option<Era>,
    pub part: Part,
    pub about: Fields,
    pub uncertain: Fields,
    pub unknown: Digits,
    pub calendar: Option<Calendar>,
    pub weekday: Option<u8>,
    /// The same date in another calendar, said in brackets.
    pub beside: Option<Beside<'a>>,
    /// The words themselves.
    pub written: &'a str,
}

/// The first and last day of a date that is said to be the same, and its words.
#[derive(Debug, Clone, Copy)]
pub(super) struct Beside<'a> {
    pub first: Day,
    pub last: Day,
    pub written: &'a str,
}

/// What numbers and names of a moment say, without the words around them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Core {
    /// Nothing: `early` in `early to mid 14th century`.
    Nothing,
    /// A date that was complete in numbers.
    Exact(Moment),
    /// A year, or a day, or the end of a year.
    Number(Number),
    /// A century, or a day.
    Ordinal(i64),
    Month(u8),
    /// A month and a day, or a month and its year: `March 22`, `March 1991`.
    MonthNumber(u8, Number),
    DayMonth(i64, u8),
    /// A day whose month is said at the other end, with its year: `26, 1991` in `March 22-26, 1991`.
    DayYear(Number, Number),
    Full(Number, u8, i64),
    Decade(Number),
    /// The `n`th century or millennium.
    Nth(i64, Unit),
    Season(u8, Option<Number>),
}

/// What is left of a moment without the words that only say more of it; no date has more than five.
struct Shape {
    kinds: [Kind; 8],
    count: usize,
}

impl Shape {
    fn push(&mut self, kind: Kind) {
        if let Some(place) = self.kinds.get_mut(self.count) {
            *place = kind;
        }
        self.count += 1;
    }
}

impl<'a> Partial<'a> {
    /// Sorts the words of a moment.
    pub fn of(tokens: &[Token], text: &'a str, whole: Whole) -> Result<Self, WhenError> {
        let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else { return Err(WhenError::Empty) };
        let written = &text[first.start.into()..last.end.into()];
        let mut partial = Self {
            core: Core::Nothing,
            era: None,
            part: Part::Whole,
            about: Fields::NONE,
            uncertain: Fields::NONE,
            unknown: Digits::NONE,
            calendar: None,
            weekday: None,
            beside: None,
            written,
        };
        let mut core = Shape { kinds: [Kind::Filler; 8], count: 0 };
        let mut rest = tokens;
        while let Some((token, after)) = rest.split_first() {
            rest = after;
            match token.kind {
                Kind::Open | Kind::SetOpen { all: false } => rest = partial.brackets(rest, text, &mut core, whole)?,
                // `later 14th century`
                Kind::Later | Kind::Earlier if matches!(rest.first(), Some(next) if is_nth(next.kind)) => {
                    partial.part = if token.kind == Kind::Later { Part::Late } else { Part::Early };
                }
                Kind::C if core.count == 0 => partial.about = Fields::ALL,
                Kind::C => core.push(Kind::Unit(Unit::Century)),
                kind if partial.takes(kind) => {}
                kind => core.push(kind),
            }
        }
        partial.core = partial.core_of(core)?;
        Ok(partial)
    }

    /// Whether an era that stands at the other end may be meant for it too: `600–400 BC`.
    pub fn may_take(&self, era: Era) -> bool {
        let plain = matches!(self.calendar, None | Some(Calendar::Julian | Calendar::Gregorian));
        match self.core {
            _ if self.era.is_some() => false,
            Core::Number(_) => plain || era == Era::Ah,
            Core::MonthNumber(..) | Core::Full(..) | Core::Decade(_) | Core::Season(_, Some(_)) | Core::Nth(..) => {
                plain && matches!(era, Era::Bc | Era::Ad)
            }
            _ => false,
        }
    }

    /// Whether its year is so small that it says nothing without an era.
    pub const fn has_small_year(&self) -> bool {
        match self.core {
            Core::Number(year)
            | Core::MonthNumber(_, year)
            | Core::Full(year, ..)
            | Core::Decade(year)
            | Core::Season(_, Some(year)) => year.value < 1000 && year.digits < 4,
            _ => false,
        }
    }

    /// The same with another era.
    pub const fn of_era(&self, era: Era) -> Self {
        Self { era: Some(era), ..*self }
    }

    /// Takes a word that only says more of the date.
    fn takes(&mut self, kind: Kind) -> bool {
        match kind {
            Kind::Comma => {}
            Kind::Circa | Kind::Tilde => self.about = Fields::ALL,
            Kind::Perhaps | Kind::Question => self.uncertain = Fields::ALL,
            Kind::Percent => (self.about, self.uncertain) = (Fields::ALL, Fields::ALL),
            Kind::SomeDay => self.unknown = Digits::DAY,
            Kind::SomeMonth => self.unknown = Digits::MONTH,
            Kind::Part(part) if self.part == Part::Whole => self.part = part,
            Kind::Era(era) if self.era.is_none() || self.era == Some(era) => self.era = Some(era),
            Kind::Calendar(calendar) => self.calendar = Some(calendar),
            Kind::Weekday(day) => self.weekday = Some(day),
            _ => return false,
        }
        true
    }

    /// What stands in brackets: more of the date (`1668 (August 11)`, `(Julian)`), or the same in another calendar.
    fn brackets<'t>(
        &mut self,
        rest: &'t [Token],
        text: &'a str,
        core: &mut Shape,
        whole: Whole,
    ) -> Result<&'t [Token], WhenError> {
        let unread = || WhenError::unread(self.written);
        let end = rest.iter().position(|token| matches!(token.kind, Kind::Close | Kind::SetClose { all: false }));
        let end = end.ok_or_else(unread)?;
        let (inside, after) = (&rest[..end], &rest[end + 1..]);
        if inside.is_empty() {
            return Err(unread());
        }
        let is_month = |kind: Kind| matches!(kind, Kind::Month(_));
        let two = core.kinds.into_iter().any(is_month) && inside.iter().any(|token| is_month(token.kind));
        let more = !two
            && inside.iter().all(|token| {
                let number =
                    matches!(token.kind, Kind::Number(Number { digits: ..=2, .. }) | Kind::Ordinal(_) | Kind::Month(_));
                let word = matches!(
                    token.kind,
                    Kind::Calendar(_) | Kind::Weekday(_) | Kind::Comma | Kind::Part(_) | Kind::Season(_)
                );
                number || word || is_doubt(token.kind)
            });
        if more {
            inside.iter().map(|token| token.kind).filter(|kind| !self.takes(*kind)).for_each(|kind| core.push(kind));
        } else {
            let date = whole(inside, text).or_else(|error| match (&error, year_of(core, after)) {
                // `7 November [O.S. 25 October] 1917`
                (WhenError::NoYear { .. }, Some(kind)) if two => {
                    whole(&[inside, &[Token { kind, ..inside[end - 1] }]].concat(), text)
                }
                // `AH 732 (1331-2)`
                (WhenError::Ambiguous { .. }, _) => whole(&with_dashes(inside), text),
                _ => Err(error),
            })?;
            let written = &text[inside[0].start.into()..inside[end - 1].end.into()];
            self.beside = Some(Beside { first: date.first(), last: date.last(), written });
        }
        Ok(after)
    }
}

/// The year that stands before brackets or after them.
fn year_of(before: &Shape, after: &[Token]) -> Option<Kind> {
    let kinds = before.kinds.iter().copied().chain(after.iter().map(|token| token.kind));
    kinds.into_iter().find(|kind| matches!(kind, Kind::Number(Number { digits: 3.., .. })))
}

/// What a century is numbered by, or a decade.
const fn is_nth(kind: Kind) -> bool {
    matches!(kind, Kind::Ordinal(_) | Kind::Roman(_) | Kind::Decade(_))
}

/// A word or sign of doubt.
pub(super) const fn is_doubt(kind: Kind) -> bool {
    matches!(kind, Kind::Circa | Kind::Perhaps | Kind::Question | Kind::Tilde | Kind::Percent)
}
