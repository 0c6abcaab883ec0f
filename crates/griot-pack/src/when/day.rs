//! Days of the calendar, and the way from one to the next.

/// A day of the proleptic Gregorian calendar; `year` is astronomical.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day {
    /// Astronomical: 0 is 1 BC.
    pub year: i32,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
}

impl Day {
    /// Before every date.
    pub const MIN: Self = Self { year: i32::MIN, month: 1, day: 1 };
    /// After every date.
    pub const MAX: Self = Self { year: i32::MAX, month: 12, day: 31 };

    /// The time as a number of years, for scales: 1 July 1991 is about 1991.5.
    #[must_use]
    pub fn years(self) -> f64 {
        /// The days of a common year before each month.
        const BEFORE: [u32; 12] = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
        let leap = is_leap(self.year);
        let month = usize::from(self.month.clamp(1, 12));
        let before = BEFORE[month - 1] + u32::from(leap && month > 2);
        let length = if leap { 366.0 } else { 365.0 };
        f64::from(self.year) + f64::from(before + u32::from(self.day) - 1) / length
    }
}

const fn is_leap(year: i32) -> bool {
    year.rem_euclid(4) == 0 && (year.rem_euclid(100) != 0 || year.rem_euclid(400) == 0)
}

pub(super) const fn days_in_month(year: i32, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if is_leap(year) => 29,
        2 => 28,
        _ => 31,
    }
}

pub(super) const fn next_day(day: Day) -> Day {
    let Day { year, month, day } = day;
    if day < days_in_month(year, month) {
        Day { year, month, day: day + 1 }
    } else if month < 12 {
        Day { year, month: month + 1, day: 1 }
    } else {
        Day { year: year.saturating_add(1), month: 1, day: 1 }
    }
}

pub(super) const fn day_before(day: Day) -> Day {
    let Day { year, month, day } = day;
    if day > 1 {
        Day { year, month, day: day - 1 }
    } else if month > 1 {
        Day { year, month: month - 1, day: days_in_month(year, month - 1) }
    } else {
        Day { year: year.saturating_sub(1), month: 12, day: 31 }
    }
}
