//! One time, with all that was said of it, and the days that it may mean.

use super::calendar::{Calendar, Date, FIRST_GREGORIAN, LAST_JULIAN, is_lost};
use super::day::Day;
use super::error::WhenError;
use super::fields::{Digits, Fields, Part};

/// Years further than this from AD 1 are refused: there was no time yet, or the Earth is gone.
const FARTHEST: i64 = 20_000_000_000;

/// How large a stretch of time a [`Moment`] names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Unit {
    /// One day.
    Day {
        /// From 1 to 12.
        month: u8,
        /// From 1 on.
        day: u8,
    },
    /// One month.
    Month {
        /// From 1 to 12.
        month: u8,
    },
    /// Three months, by the number that EDTF has for them: 21 to 24 spring to winter, 25 to 28 the same in the north,
    /// 29 to 32 in the south. A season over the new year is that of the year in which it begins.
    Season(u8),
    /// One year.
    Year,
    /// Ten years from the one given.
    Decade,
    /// A hundred years from the one given.
    Century,
    /// A thousand years from the one given.
    Millennium,
    /// About the year given, of which so many digits are known: `1950S2` is a year of 1900 to 1999.
    Rounded(u8),
}

/// A named stretch of time: `c. 1312`, `late 14th c.`, `26 Mar 1991`, `AH 999`, `156X-12-25`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Moment {
    /// The first year of the unit, in its calendar; astronomical but for the Islamic one, which begins with 1.
    pub year: i64,
    /// How exact it is.
    pub unit: Unit,
    /// Which part of the unit.
    pub part: Part,
    /// What is about right only: `c. 1312`, `1312~`.
    pub about: Fields,
    /// What may be wrong: `1312?`.
    pub uncertain: Fields,
    /// Which digits are not known.
    pub unknown: Digits,
    /// The calendar of its year, month and day.
    pub calendar: Calendar,
}

impl Moment {
    /// The plain year `year` (astronomical).
    #[must_use]
    pub(super) const fn of_day(Day { year, month, day }: Day) -> Self {
        Self::new(year, Unit::Day { month, day })
    }

    pub(crate) const fn of_year(year: i64) -> Self {
        Self::new(year, Unit::Year)
    }

    /// A stretch of time of the civil calendar, without doubt; `year` is astronomical.
    #[must_use]
    pub const fn new(year: i64, unit: Unit) -> Self {
        Self {
            year,
            unit,
            part: Part::Whole,
            about: Fields::NONE,
            uncertain: Fields::NONE,
            unknown: Digits::NONE,
            calendar: Calendar::Civil,
        }
    }

    /// The moment, if its calendar has it, in the civil calendar where that counts its days alike.
    pub(super) fn checked(self) -> Result<Self, WhenError> {
        let Self { year, unit, part, calendar, unknown, .. } = self;
        if !self.is_in_reach() {
            return Err(WhenError::TooFar);
        }
        if calendar == Calendar::Islamic && year < 1 {
            return Err(WhenError::NoYearZero(calendar));
        }
        match unit {
            _ if unknown.any() && self.possible().is_none() => return Err(no_such_day(self)),
            Unit::Month { month } if !unknown.any() && !(1..=12).contains(&month) => {
                return Err(WhenError::NoSuchMonth(month));
            }
            Unit::Day { month, day } if !unknown.any() => {
                if !(1..=12).contains(&month) {
                    return Err(WhenError::NoSuchMonth(month));
                }
                if !calendar.has((year, month, day)) {
                    return Err(no_such_day(self));
                }
            }
            _ => {}
        }
        // A decade has no quarters, a season no halves: they would begin within a year or a month.
        let parts: &[u8] = match unit {
            Unit::Day { .. } | Unit::Rounded(_) => &[1],
            Unit::Season(_) => &[1, 3],
            Unit::Month { .. } | Unit::Decade => &[1, 2, 3],
            Unit::Year | Unit::Century | Unit::Millennium => &[1, 2, 3, 4],
        };
        if !parts.contains(&part.parts()) || part != Part::Whole && unknown.any() {
            return Err(WhenError::NoSuchPart);
        }
        let civil = Self { calendar: Calendar::Civil, ..self };
        let said = matches!(calendar, Calendar::Julian | Calendar::Gregorian);
        Ok(if said && civil.days() == self.days() && civil.is_there() { civil } else { self })
    }

    /// Whether its year is one that dates may have: at most 20 billion from AD 1.
    #[must_use]
    pub(crate) const fn is_in_reach(self) -> bool {
        -FARTHEST <= self.year && self.year <= FARTHEST
    }

    /// Whether the civil calendar has it, if it is a day.
    fn is_there(self) -> bool {
        match self.unit {
            Unit::Day { month, day } if !self.unknown.any() => self.calendar.has((self.year, month, day)),
            _ => true,
        }
    }

    /// The first day that the moment may mean.
    #[must_use]
    #[inline]
    pub fn first(self) -> Day {
        match self.plain_unit() {
            Some(Unit::Day { month, day }) => Day { year: self.year, month, day },
            Some(Unit::Month { month }) => Day { year: self.year, month, day: 1 },
            Some(Unit::Year) => Day { year: self.year, month: 1, day: 1 },
            _ => self.days().0,
        }
    }

    /// The last day that the moment may mean.
    #[must_use]
    #[inline]
    pub fn last(self) -> Day {
        match self.plain_unit() {
            Some(Unit::Day { month, day }) => Day { year: self.year, month, day },
            Some(Unit::Year) => Day { year: self.year, month: 12, day: 31 },
            _ => self.days().1,
        }
    }

    /// Its unit, if its first and last day need no thought: nearly all dates are whole days, months and years.
    const fn plain_unit(self) -> Option<Unit> {
        let plain = matches!(self.calendar, Calendar::Civil) && matches!(self.part, Part::Whole) && !self.unknown.any();
        if plain { Some(self.unit) } else { None }
    }

    pub(super) fn days(self) -> (Day, Day) {
        if self.calendar == Calendar::Civil && !self.unknown.any() && self.year != 1582 {
            let day = |(year, month, day): Date| Day { year, month, day };
            let (first, last) = self.dates();
            return (day(first), day(last));
        }
        let possible = if self.unknown.any() { self.possible() } else { None };
        let (first, last) = possible.unwrap_or_else(|| self.dates());
        let (first, last) = (self.calendar.civil(first), self.calendar.civil(last));
        if !matches!(self.unit, Unit::Day { .. }) && self.year == 1582 {
            // No stretch begins or ends on one of the days that October 1582 never had.
            let there = |day: Day, (year, month, beside): Date| {
                if is_lost(day.date()) { Day { year, month, day: beside } } else { day }
            };
            return (there(first, FIRST_GREGORIAN), there(last, LAST_JULIAN));
        }
        (first, last)
    }

    /// The first and last date in its own calendar.
    fn dates(self) -> (Date, Date) {
        let Self { year, unit, part, calendar, .. } = self;
        let length = match unit {
            Unit::Day { month, day } => return ((year, month, day), (year, month, day)),
            Unit::Month { month } => {
                // The thirds of a month are its first ten days, the next ten and what is left, as those of Islamic dates are.
                let length = i64::from(calendar.days_in_month(year, month));
                let (first, last) = part.of(1, if part.parts() == 3 { 30 } else { length });
                let last = if part == Part::Late { length } else { last };
                return ((year, month, first as u8), (year, month, last as u8));
            }
            Unit::Season(code) => {
                let (first, last) = part.of(season_begins(code).into(), 3);
                return self.months(first as u8, last as u8);
            }
            Unit::Year => {
                let (first, last) = part.of(1, 12);
                return self.months(first as u8, last as u8);
            }
            Unit::Decade => 10,
            Unit::Century => 100,
            Unit::Millennium => 1000,
            Unit::Rounded(digits) => {
                let (first, last) = rounded(year, digits);
                return ((first, 1, 1), (last, 12, 31));
            }
        };
        let (first, last) = part.of(year, length);
        ((first, 1, 1), (last, 12, calendar.days_in_month(last, 12)))
    }

    /// The first and last day of some months from the beginning of the year on; months beyond 12 are of the next.
    fn months(self, first: u8, last: u8) -> (Date, Date) {
        let of = |month: u8| if month > 12 { (self.year + 1, month - 12) } else { (self.year, month) };
        let ((year, first), (end, last)) = (of(first), of(last));
        ((year, first, 1), (end, last, self.calendar.days_in_month(end, last)))
    }

    /// The first and last date that unknown digits leave possible; none, where no day of the calendar is.
    pub(super) fn possible(self) -> Option<(Date, Date)> {
        let unknown = self.unknown;
        // The digits of a year before the year 0 count backwards.
        let (low, high) = if self.year < 0 {
            (self.year - unknown.most(), self.year)
        } else {
            (self.year, self.year + unknown.most())
        };
        let (month, day, of_day) = match self.unit {
            Unit::Day { month, day } => (month, day, unknown),
            Unit::Month { month } => (month, 0, Digits::of_bits(unknown.bits() | Digits::DAY.bits())),
            _ => return Some(((low, 1, 1), (high, 12, 31))),
        };
        let days = move |year: i64| {
            let months = (1..=12).filter(move |n| unknown.leave(i64::from(*n), month.into(), 2, 2));
            months.flat_map(move |month| {
                let days = (1..=31).filter(move |n| of_day.leave(i64::from(*n), day.into(), 0, 2));
                days.map(move |day| (year, month, day)).filter(move |date| self.calendar.has(*date))
            })
        };
        let mut years = (low..=high).filter(|year| unknown.leave(*year, self.year, 4, 4));
        let first = years.find_map(|year| days(year).next())?;
        let last = (low..=high).rev().filter(|year| unknown.leave(*year, self.year, 4, 4));
        let last = last.into_iter().find_map(|year| days(year).next_back())?;
        Some((first, last))
    }

    /// The same without its day and month.
    #[must_use]
    pub const fn to_the_year(self) -> Self {
        match self.unit {
            Unit::Day { .. } | Unit::Month { .. } | Unit::Season(_) => Self {
                unit: Unit::Year,
                part: Part::Whole,
                about: whole_if(self.about),
                uncertain: whole_if(self.uncertain),
                unknown: Digits::of_bits(self.unknown.bits() & 0xf0),
                ..self
            },
            _ => self,
        }
    }

    /// Whether it is said with doubt, or is coarser than a year.
    #[must_use]
    pub(crate) const fn is_soft(self) -> bool {
        self.about.any()
            || self.uncertain.any()
            || self.unknown.any()
            || !matches!(self.part, Part::Whole)
            || matches!(self.unit, Unit::Decade | Unit::Century | Unit::Millennium | Unit::Rounded(_))
    }
}

/// Doubt of one field is doubt of the year that stands for the date.
const fn whole_if(fields: Fields) -> Fields {
    if fields.holds(Fields::YEAR) { Fields::ALL } else { Fields::NONE }
}

/// The month in which a season begins.
pub(super) const fn season_begins(code: u8) -> u8 {
    match code {
        29..=32 => [9, 12, 3, 6][code as usize - 29],
        _ => [3, 6, 9, 12][(code as usize + 3) % 4],
    }
}

/// Why there is no such day, with the nearest that there is.
fn no_such_day(moment: Moment) -> WhenError {
    let Unit::Day { month, day } = moment.unit else { return WhenError::unread(&moment.to_string()) };
    if moment.calendar == Calendar::Civil && is_lost((moment.year, month, day)) {
        return WhenError::Lost { day };
    }
    let last = moment.calendar.days_in_month(moment.year, month.clamp(1, 12));
    let of = |day: u8| Moment { unit: Unit::Day { month: month.clamp(1, 12), day }, ..moment };
    let (day, nearest) = match day {
        _ if moment.unknown.any() => (of(day).to_string(), of(1).to_the_year()),
        // A moment without a day is printed without one.
        0 => (format!("0 {}", of(0)), of(1)),
        _ => (of(day).to_string(), of(last)),
    };
    WhenError::NoSuchDay { day, nearest: nearest.to_string() }
}

/// The years whose first digits are those of `year`.
fn rounded(year: i64, digits: u8) -> (i64, i64) {
    let width = year.unsigned_abs().to_string().len().max(4) as u32;
    let step = 10_i64.pow(width.saturating_sub(digits.into()).min(18));
    let low = year / step * step;
    if year < 0 { (low - step + 1, low) } else { (low, low + step - 1) }
}
