//! A moment as far as its own words tell it. `22` in `22 to 26 March 1991` is some number, until the other end of the
//! range lends it a month and a year ([`share`]); then it becomes a [`Moment`] ([`Partial::moment`]).

use super::calendar::Calendar;
use super::day::Day;
use super::error::WhenError;
use super::fields::{Digits, Fields, Part};
use super::model::When;
use super::moment::{Moment, Unit};
use super::token::{Era, Kind, Number, Token};

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
                _ => Err(error),
            })?;
            let written = &text[inside[0].start.into()..inside[end - 1].end.into()];
            self.beside = Some(Beside { first: date.first(), last: date.last(), written });
        }
        Ok(after)
    }

    /// The shape of what is left, and what it says.
    fn core_of(&mut self, mut shape: Shape) -> Result<Core, WhenError> {
        let kinds = shape.kinds.get_mut(..shape.count).ok_or_else(|| WhenError::unread(self.written))?;
        let mut pair = None;
        for kind in kinds.iter_mut() {
            match *kind {
                Kind::Islamic(month) => {
                    self.calendar = Some(Calendar::Islamic);
                    *kind = Kind::Month(month);
                }
                Kind::Pair(first) => {
                    self.calendar = Some(Calendar::Islamic);
                    pair = Some(first);
                    *kind = Kind::Month(first);
                }
                _ => {}
            }
        }
        let core = self.words(kinds)?;
        let Some(first) = pair else { return Ok(core) };
        // Rabi and Jumada are two months each.
        let of = |month: u8| {
            let core = match core {
                Core::MonthNumber(_, year) => Core::MonthNumber(month, year),
                Core::Full(year, _, day) => Core::Full(year, month, day),
                other => other,
            };
            Self { core, ..*self }.moment(true).ok().map(|moment| moment.to_string())
        };
        Err(WhenError::ambiguous(self.written, [of(first), of(first + 1)].into_iter().flatten()))
    }

    /// What names of months, seasons, centuries say with the numbers beside them.
    fn words(&self, kinds: &[Kind]) -> Result<Core, WhenError> {
        use Kind::{Month as M, Number as N, Ordinal as O, Roman as R, Season as S, Unit as U};
        Ok(match *kinds {
            [] => Core::Nothing,
            [Kind::Date(moment)] => Core::Exact(moment),
            [N(number)] => Core::Number(number),
            [O(number)] => Core::Ordinal(number),
            [R(number)] => Core::Ordinal(number.into()),
            [Kind::Decade(number)] => Core::Decade(number),
            [O(n), U(unit)] | [U(unit), O(n)] => Core::Nth(n, unit),
            [N(n), U(unit)] | [U(unit), N(n)] if n.digits < 3 => Core::Nth(n.value, unit),
            [Kind::S, R(n)] => Core::Nth(n.into(), Unit::Century),
            [R(n), U(unit)] | [U(unit), R(n)] => Core::Nth(n.into(), unit),
            [S(season)] => Core::Season(season, None),
            [S(season), N(year)] | [N(year), S(season)] => Core::Season(season, Some(year)),
            [M(month)] => Core::Month(month),
            [N(day), M(month)] if day.digits < 3 => Core::DayMonth(day.value, month),
            [N(number), M(month)] | [M(month), N(number)] => Core::MonthNumber(month, number),
            [O(day), M(month)] | [M(month), O(day)] => Core::DayMonth(day, month),
            [O(day), M(month), N(year)]
            | [M(month), O(day), N(year)]
            | [N(year), M(month), O(day)]
            | [N(year), O(day), M(month)] => Core::Full(year, month, day),
            [N(year), M(month), N(day)] if year.digits > 2 && day.digits < 3 => Core::Full(year, month, day.value),
            [N(day), M(month), N(year)] | [M(month), N(day), N(year)] | [N(year), N(day), M(month)] => {
                Core::Full(year, month, day.value)
            }
            // `10 000 av. J.-C.`; `26 100` alone is a day and a year.
            [N(first), N(next), ..] if self.era.is_some() || first.digits == 3 || next.value == 0 => {
                Core::Number(thousands(kinds).ok_or_else(|| WhenError::unread(self.written))?)
            }
            [N(day), N(year)] if day.digits <= 2 && year.digits >= 3 => Core::DayYear(day, year),
            [O(day), N(year)] if year.digits >= 3 => Core::DayYear(Number { value: day, digits: 2 }, year),
            _ => self.separated(kinds)?,
        })
    }

    /// What numbers say with points, slashes or hyphens between them.
    fn separated(&self, kinds: &[Kind]) -> Result<Core, WhenError> {
        use Kind::{Dot, Hyphen, Month as M, Number as N, Roman as R, Slash};
        Ok(match *kinds {
            // `22-Sep-1960`
            [N(a), Hyphen | Slash | Dot, M(month), Hyphen | Slash, N(b)] | [N(a), Dot, M(month), N(b)] => {
                if a.digits > 2 { Core::Full(a, month, b.value) } else { Core::Full(b, month, a.value) }
            }
            [M(month), Hyphen | Slash, N(year)] if year.digits > 2 => Core::MonthNumber(month, year),
            // `XII.1914`; but `v 1914` is about it
            [R(month @ 1..=12), N(year)] if year.digits == 4 && self.written.contains('.') => {
                Core::MonthNumber(month, year)
            }
            [R(month @ 1..=12), Dot | Slash, N(year)] if year.digits == 4 => Core::MonthNumber(month, year),
            // `1821.V.5`
            [N(year), Dot | Slash | Hyphen, R(month @ 1..=12), N(day)]
            | [N(year), Dot | Slash | Hyphen, R(month @ 1..=12), Dot | Slash | Hyphen, N(day)]
                if year.digits > 2 =>
            {
                Core::Full(year, month, day.value)
            }
            // `22.III.2012`
            [N(day), R(month @ 1..=12), N(year)]
            | [N(day), Dot, R(month @ 1..=12), N(year)]
            | [N(day), Dot | Slash | Hyphen, R(month @ 1..=12), Dot | Slash | Hyphen, N(year)] => {
                Core::Full(year, month, day.value)
            }
            [N(a), sep @ (Dot | Slash | Hyphen), N(b), again, N(c)] if sep == again => self.numbers(a, b, c)?,
            // `25 12 1914`
            [N(a), N(b), N(c)] if a.digits.max(c.digits) == 4 && !self.written.contains(',') => {
                self.numbers(a, b, c)?
            }
            [N(year), Slash | Dot, N(month)] if year.digits == 4 && month.digits == 2 => {
                Core::MonthNumber(month_number(month)?, year)
            }
            [N(month), Slash | Dot, N(year)] if year.digits == 4 => Core::MonthNumber(month_number(month)?, year),
            _ => return Err(WhenError::unread(self.written)),
        })
    }

    /// Day, month and year in numbers, in the one order that they leave.
    fn numbers(&self, a: Number, b: Number, c: Number) -> Result<Core, WhenError> {
        if a.digits >= 3 {
            return Ok(Core::Full(a, month_number(b)?, c.value));
        }
        if c.digits < 3 && self.era.is_none() {
            return Err(self.two_digits(a, b, c));
        }
        match (b.value <= 12, a.value <= 12) {
            (true, true) if a.value != b.value => {
                let of = |day: Number, month: Number| {
                    let moment = Core::Full(c, month_number(month)?, day.value);
                    Ok(Self { core: moment, ..*self }.moment(true)?.to_string())
                };
                Err(WhenError::ambiguous(self.written, [of(a, b)?, of(b, a)?]))
            }
            (true, _) => Ok(Core::Full(c, month_number(b)?, a.value)),
            (false, true) => Ok(Core::Full(c, month_number(a)?, b.value)),
            (false, false) => Err(WhenError::NoSuchMonth(b.value.min(255) as u8)),
        }
    }

    /// `22/03/12`: which century, and often which order.
    fn two_digits(&self, a: Number, b: Number, c: Number) -> WhenError {
        let year = |value: i64| Number { value, digits: 4 };
        let of = |day: Number, month: Number, year: Number| {
            let core = Core::Full(year, month_number(month).ok()?, day.value);
            Some(Self { core, ..*self }.moment(true).ok()?.to_string())
        };
        let centuries = [2000, 1900].map(|century| year(century + c.value));
        let mut readings: Vec<String> =
            centuries.into_iter().flat_map(|y| [of(a, b, y), of(b, a, y)]).flatten().collect();
        readings.extend(of(c, b, year(2000 + a.value)));
        readings.dedup();
        WhenError::ambiguous(self.written, readings)
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

/// The number of groups of three digits.
fn thousands(kinds: &[Kind]) -> Option<Number> {
    let mut groups = kinds.iter().map(|kind| if let Kind::Number(number) = kind { Some(*number) } else { None });
    let first = groups.next()?.filter(|first| first.digits <= 3)?;
    groups.try_fold(first, |whole, group| {
        let group = group.filter(|group| group.digits == 3)?;
        Some(Number { value: whole.value * 1000 + group.value, digits: whole.digits + 3 })
    })
}

/// A word or sign of doubt.
pub(super) const fn is_doubt(kind: Kind) -> bool {
    matches!(kind, Kind::Circa | Kind::Perhaps | Kind::Question | Kind::Tilde | Kind::Percent)
}

pub(super) fn month_number(number: Number) -> Result<u8, WhenError> {
    match u8::try_from(number.value) {
        Ok(month @ 1..=12) => Ok(month),
        Ok(month) => Err(WhenError::NoSuchMonth(month)),
        Err(_) => Err(WhenError::unread(&number.value.to_string())),
    }
}
