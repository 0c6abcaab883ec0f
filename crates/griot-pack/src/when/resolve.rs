//! From the words of a moment to the [`Moment`]: years by their era, centuries, decades, seasons, and what must agree.

use super::calendar::{Calendar, PRESENT, weekday};
use super::error::WhenError;
use super::fields::{Digits, Part};
use super::moment::{Moment, Unit};
use super::partial::{Beside, Core, Partial};
use super::token::{Era, Number};
use super::wording::month_name;

impl Partial<'_> {
    /// The moment, if nothing is missing. `small` says whether a bare number below 1000 may be a year.
    pub fn moment(&self, small: bool) -> Result<Moment, WhenError> {
        let calendar = match (self.era, self.calendar) {
            (Some(Era::Ah), None | Some(Calendar::Islamic)) => Calendar::Islamic,
            (Some(Era::Bp), None) => Calendar::BeforePresent,
            (Some(Era::Ah | Era::Bp), Some(_)) => return Err(WhenError::unread(self.written)),
            (_, calendar) => calendar.unwrap_or(Calendar::Civil),
        };
        if matches!((self.core, calendar), (Core::Exact(_), Calendar::Islamic | Calendar::BeforePresent)) {
            return Err(WhenError::unread(self.written));
        }
        let (year, unit) = self.year_and_unit(calendar, small)?;
        // So far it is a slip of the pen, and eight digits are a day.
        if calendar == Calendar::Islamic && year > 9_999 {
            return Err(WhenError::unread(self.written));
        }
        let plain = match self.core {
            Core::Exact(exact) => Moment { year, ..exact },
            _ => Moment::new(year, unit),
        };
        let calendar = if calendar == Calendar::Civil { plain.calendar } else { calendar };
        let part = if self.part == Part::Whole { plain.part } else { self.part };
        let moment = Moment {
            part,
            calendar,
            about: plain.about.and(self.about),
            uncertain: plain.uncertain.and(self.uncertain),
            ..plain
        };
        if calendar == Calendar::BeforePresent && moment.unit != Unit::Year {
            return Err(WhenError::NoSeasons(calendar));
        }
        let moment = self.with_unknown(moment)?.checked()?;
        self.agrees(moment)
    }

    /// `some day in April 1985`.
    fn with_unknown(&self, moment: Moment) -> Result<Moment, WhenError> {
        let (unit, unknown) = match (self.unknown, moment.unit) {
            (Digits::NONE, _) => return Ok(moment),
            (Digits::DAY, Unit::Month { month }) => (Unit::Day { month, day: 0 }, Digits::DAY),
            (Digits::DAY, Unit::Year) => (Unit::Day { month: 0, day: 0 }, Digits::MONTH_AND_DAY),
            (_, Unit::Year) => (Unit::Month { month: 0 }, Digits::MONTH),
            _ => return Err(WhenError::unread(self.written)),
        };
        Ok(Moment { unit, unknown, ..moment })
    }

    /// Whether the day of the week and the date in brackets, if they are said, are right.
    fn agrees(&self, moment: Moment) -> Result<Moment, WhenError> {
        if let Some(said) = self.weekday {
            let day = moment.first();
            let right = weekday(Calendar::Civil.count(day.date()));
            if !matches!(moment.unit, Unit::Day { .. }) || moment.unknown.any() {
                return Err(WhenError::unread(self.written));
            }
            if said != right {
                return Err(WhenError::Weekday { day: moment.to_string(), said, right });
            }
        }
        // `25 October (7 November) 1917`, `7 November (25 October) 1917`: one of the two is by the Julian calendar.
        let old = |moment: Moment| Moment { calendar: Calendar::Julian, ..moment };
        let civil = moment.calendar == Calendar::Civil && matches!(moment.unit, Unit::Day { .. });
        match self.beside {
            Some(Beside { first, .. }) if civil && moment.first() != first && old(moment).first() == first => {
                old(moment).checked()
            }
            Some(Beside { first, last, .. })
                if civil && first == last && old(Moment::of_day(first)).first() == moment.first() =>
            {
                Ok(moment)
            }
            Some(Beside { first, last, written }) if last < moment.first() || moment.last() < first => {
                Err(WhenError::Different { written: moment.to_string(), beside: written.to_owned() })
            }
            _ => Ok(moment),
        }
    }

    fn year_and_unit(&self, calendar: Calendar, small: bool) -> Result<(i64, Unit), WhenError> {
        let unread = || WhenError::unread(self.written);
        let no_year = || WhenError::NoYear { written: self.written.to_owned() };
        let day_of = |year: Number, month: u8, day: i64| {
            let year = self.year(year, calendar, small || year.digits >= 3)?;
            let day = u8::try_from(day).map_err(|_| unread())?;
            Ok((year, Unit::Day { month, day }))
        };
        match self.core {
            Core::Exact(moment) => Ok((self.exact_year(moment)?, moment.unit)),
            Core::Number(number) => Ok((self.year(number, calendar, small)?, Unit::Year)),
            // `13th` and `XIIIe` are centuries; `first` and `XIV` alone are words of anything.
            Core::Ordinal(n @ ..100) if names_a_century(self.written) => self.nth(n, Unit::Century),
            Core::DayMonth(day, month) if day > Calendar::Gregorian.days_in_month(2000, month).into() => {
                let last = i64::from(Calendar::Gregorian.days_in_month(2000, month));
                let of = |day: i64| day_and_month(month, Some(day));
                Err(WhenError::NoSuchDay { day: of(day), nearest: of(last) })
            }
            Core::Month(_) | Core::DayMonth(..) => Err(no_year()),
            Core::MonthNumber(month, year) => {
                let year = self.year(year, calendar, small || year.digits >= 3)?;
                Ok((year, Unit::Month { month }))
            }
            Core::Nothing | Core::Ordinal(_) | Core::DayYear(..) => Err(unread()),
            Core::Full(year, month, day) => day_of(year, month, day),
            Core::Decade(number) => self.decade(number, calendar, small),
            Core::Nth(n, unit) => self.nth(n, unit),
            Core::Season(code, year) => self.season(code, year.ok_or_else(no_year)?, calendar, small),
        }
    }

    /// The year of a date in numbers; an era behind it makes only a plain year another.
    fn exact_year(&self, moment: Moment) -> Result<i64, WhenError> {
        match self.era {
            None | Some(Era::Ad) => Ok(moment.year),
            Some(Era::Bc) if moment.unit == Unit::Year && moment.year > 0 && !moment.unknown.any() => {
                Ok(1 - moment.year)
            }
            Some(_) => Err(WhenError::unread(self.written)),
        }
    }

    fn year(&self, number: Number, calendar: Calendar, small: bool) -> Result<i64, WhenError> {
        let Number { value, digits } = number;
        let bare = calendar != Calendar::Islamic;
        match self.era {
            // Four digits are EDTF, whose year 0 is 1 BC.
            None if value == 0 && digits == 4 && bare => Ok(0),
            _ if value == 0 && self.era != Some(Era::Bp) => Err(WhenError::NoYearZero(calendar)),
            Some(Era::Bc) => Ok(1 - value),
            Some(Era::Bp) => Ok(PRESENT - value),
            None if bare && value < 1000 && digits < 4 && !small => Err(self.no_era(value)),
            None if bare && digits > 7 => Err(WhenError::unread(self.written)),
            Some(Era::Ad | Era::Ah) | None => Ok(value),
        }
    }

    fn no_era(&self, year: i64) -> WhenError {
        let before = match self.core {
            Core::MonthNumber(month, _) => day_and_month(month, None),
            Core::Full(_, month, day) => day_and_month(month, Some(day)),
            _ => String::new(),
        };
        WhenError::NoEra { year, before }
    }

    fn nth(&self, n: i64, unit: Unit) -> Result<(i64, Unit), WhenError> {
        let length = if unit == Unit::Millennium { 1000 } else { 100 };
        if n < 1 || self.era == Some(Era::Bp) {
            return Err(WhenError::unread(self.written));
        }
        let first =
            if self.era == Some(Era::Bc) { n.saturating_mul(-length) + 1 } else { (n - 1).saturating_mul(length) + 1 };
        Ok((first, unit))
    }

    fn decade(&self, number: Number, calendar: Calendar, small: bool) -> Result<(i64, Unit), WhenError> {
        let Number { value, digits } = number;
        if value % 10 != 0 || value == 0 || matches!(calendar, Calendar::Islamic | Calendar::BeforePresent) {
            return Err(WhenError::unread(self.written));
        }
        let bc = self.era == Some(Era::Bc);
        if value % 100 == 0 {
            let span = |length: i64| {
                if bc {
                    format!("{} BC..{value} BC", value + length - 1)
                } else {
                    format!("{}..{}", era(value), era(value + length - 1))
                }
            };
            let lengths = if value % 1000 == 0 { &[10, 100, 1000][..] } else { &[10, 100] };
            return Err(WhenError::ambiguous(self.written, lengths.iter().map(|length| span(*length))));
        }
        // A bare `90s` is hardly ever that of the first century.
        if digits < 4 && self.era.is_none() && !small {
            let near = (digits == 2).then(|| format!("{}s", 1900 + value));
            let readings = [format!("AD {value}s"), format!("{value}s BC")].into_iter().chain(near);
            return Err(WhenError::ambiguous(self.written, readings));
        }
        Ok((if bc { 1 - (value + 9) } else { value }, Unit::Decade))
    }

    fn season(&self, code: u8, year: Number, calendar: Calendar, small: bool) -> Result<(i64, Unit), WhenError> {
        if matches!(calendar, Calendar::Islamic | Calendar::BeforePresent) {
            return Err(WhenError::NoSeasons(calendar));
        }
        let value = self.year(year, calendar, small || year.digits >= 3)?;
        if matches!(code, 24 | 28 | 30) {
            let of = |year: i64| Moment::new(year, Unit::Season(code)).to_string();
            return Err(WhenError::ambiguous(self.written, [of(value - 1), of(value)]));
        }
        Ok((value, Unit::Season(code)))
    }
}

/// Whether an ordinal is written in digits, or in Roman numerals with the ending that only ordinals have.
fn names_a_century(written: &str) -> bool {
    let roman = |(letter, next): (char, char)| matches!((letter, next), ('I' | 'V' | 'X', 'e' | 'è' | 'ᵉ' | 't'));
    written.bytes().any(|b| b.is_ascii_digit()) || written.chars().zip(written.chars().skip(1)).any(roman)
}

/// A year as it must be written in a range to be one.
fn era(year: i64) -> String {
    if year < 1000 { format!("AD {year}") } else { year.to_string() }
}

/// `22 March`, for errors about a date without its year.
fn day_and_month(month: u8, day: Option<i64>) -> String {
    day.map_or_else(|| month_name(month).to_owned(), |day| format!("{day} {}", month_name(month)))
}
