//! What the numbers and names of a moment say, by the order in which they stand and the signs between them.

use super::{Core, Partial, Shape};
use crate::when::calendar::Calendar;
use crate::when::error::WhenError;
use crate::when::moment::Unit;
use crate::when::token::{Kind, Number};

impl Partial<'_> {
    /// The shape of what is left, and what it says.
    pub(super) fn core_of(&mut self, mut shape: Shape) -> Result<Core, WhenError> {
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

/// The number of groups of three digits.
fn thousands(kinds: &[Kind]) -> Option<Number> {
    let mut groups = kinds.iter().map(|kind| if let Kind::Number(number) = kind { Some(*number) } else { None });
    let first = groups.next()?.filter(|first| first.digits <= 3)?;
    groups.try_fold(first, |whole, group| {
        let group = group.filter(|group| group.digits == 3)?;
        Some(Number { value: whole.value * 1000 + group.value, digits: whole.digits + 3 })
    })
}

fn month_number(number: Number) -> Result<u8, WhenError> {
    match u8::try_from(number.value) {
        Ok(month @ 1..=12) => Ok(month),
        Ok(month) => Err(WhenError::NoSuchMonth(month)),
        Err(_) => Err(WhenError::unread(&number.value.to_string())),
    }
}
