//! Days of the civil calendar, and the way from one to the next.

use super::calendar::{self, Calendar};

/// A day of the civil calendar: Julian to 4 October 1582, Gregorian from 15 October 1582 on. `year` is astronomical.
///
/// Every date, in whatever calendar it was said, becomes days of this one; so days compare as they followed one
/// another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day {
    /// Astronomical: 0 is 1 BC.
    pub year: i64,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
}

impl Day {
    /// Before every date.
    pub const MIN: Self = Self { year: i64::MIN, month: 1, day: 1 };
    /// After every date.
    pub const MAX: Self = Self { year: i64::MAX, month: 12, day: 31 };

    /// The time as a number of years, for scales: 1 July 1991 is about 1991.5.
    #[must_use]
    pub fn years(self) -> f64 {
        /// The days of a common year before each month.
        const BEFORE: [u32; 12] = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
        let leap = Calendar::Civil.days_in_month(self.year, 2) == 29;
        let month = usize::from(self.month.clamp(1, 12));
        let days = BEFORE[month - 1] + u32::from(leap && month > 2) + u32::from(self.day) - 1;
        let (days, length) = match self.year {
            // Ten days of it never were.
            1582 => (if self.date() > calendar::LAST_JULIAN { days - 10 } else { days }, 355.0),
            _ => (days, if leap { 366.0 } else { 365.0 }),
        };
        self.year as f64 + f64::from(days) / length
    }

    /// The day of a time in years: what [`Day::years`] takes apart, put together again.
    #[must_use]
    pub fn of_years(years: f64) -> Self {
        let year = years.floor();
        // A hair is added so that the first moment of a day is not taken for the day before.
        let share = years - year + 1e-7;
        let year = year as i64;
        let first = |month: u8| Self { year, month, day: 1 };
        let begun = |day: &Self| day.years() - year as f64 <= share;
        let first = (1..=12).rev().map(first).find(begun).unwrap_or(first(1));
        let days = std::iter::successors(Some(first), |day| Some(day.next()));
        days.take_while(|day| day.month == first.month && begun(day)).last().unwrap_or(first)
    }

    /// The same day as ISO 8601 counts it: year, month and day of the proleptic Gregorian calendar.
    #[must_use]
    pub fn gregorian(self) -> (i64, u8, u8) {
        if self == Self::MIN || self.date() >= calendar::FIRST_GREGORIAN {
            return self.date();
        }
        Calendar::Gregorian.date(Calendar::Civil.count(self.date()))
    }

    /// The day that comes so many after 1 January 1970, from which computers count.
    pub(crate) fn since_1970(days: i64) -> Self {
        let first = Calendar::Civil.count((1970, 1, 1));
        let (year, month, day) = Calendar::Civil.date(first.saturating_add(days));
        Self { year, month, day }
    }

    /// Whether it is counted by the Julian calendar.
    #[must_use]
    pub fn is_julian(self) -> bool {
        self.date() <= calendar::LAST_JULIAN
    }

    pub(super) const fn date(self) -> calendar::Date {
        (self.year, self.month, self.day)
    }

    /// The day after it.
    #[must_use]
    pub fn next(self) -> Self {
        let Self { year, month, day } = self;
        if self.date() == calendar::LAST_JULIAN {
            return Self { day: 15, ..self };
        }
        if day < Calendar::Civil.days_in_month(year, month) {
            Self { day: day + 1, ..self }
        } else if month < 12 {
            Self { year, month: month + 1, day: 1 }
        } else {
            Self { year: year.saturating_add(1), month: 1, day: 1 }
        }
    }

    /// The day before it.
    #[must_use]
    pub fn before(self) -> Self {
        let Self { year, month, day } = self;
        if self.date() == calendar::FIRST_GREGORIAN {
            return Self { day: 4, ..self };
        }
        if day > 1 {
            Self { day: day - 1, ..self }
        } else if month > 1 {
            Self { month: month - 1, day: Calendar::Civil.days_in_month(year, month - 1), ..self }
        } else {
            Self { year: year.saturating_sub(1), month: 12, day: 31 }
        }
    }
}

impl Calendar {
    /// The civil day of a date of this calendar. One that fell out in October 1582 is the one before or after the gap.
    pub(super) fn civil(self, date: calendar::Date) -> Day {
        let (year, month, day) = match self {
            Self::Civil | Self::BeforePresent => date,
            // Before the reform the civil calendar is the Julian, after it the Gregorian.
            Self::Julian if date <= calendar::LAST_JULIAN => date,
            Self::Gregorian if date >= calendar::FIRST_GREGORIAN => date,
            _ => Self::Civil.date(self.count(date)),
        };
        Day { year, month, day }
    }
}
