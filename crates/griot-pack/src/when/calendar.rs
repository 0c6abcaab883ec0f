//! Calendars: for each, the way from its years, months and days to a count of days, and back.
//!
//! The count is that of Reingold and Dershowitz, *Calendrical Calculations*: 1 is 1 January AD 1 of the Gregorian
//! calendar. Everything is compared and shown as a [`Day`](super::day::Day) of the civil calendar, so another calendar is needed only
//! where a date is read or written in it.
//!
//! The formulas are our own, about forty lines, because they are settled, and because the crates at hand are no
//! smaller to check: `calendrical_calculations` 0.2.4 gives half of the Islamic New Years as the day before, and
//! `icu_calendar`, which is right, ends at the year 9999. Tests walk through every day of AH 1 to 1500 and of the
//! civil calendar around 1582.

/// The calendar in which a date was said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Calendar {
    /// The calendar of Europe's books: Julian to 4 October 1582, Gregorian from the next day, 15 October, on.
    Civil,
    /// Julian though the civil calendar is not: old style.
    Julian,
    /// Gregorian though the civil calendar is not: the proleptic Gregorian calendar of ISO 8601.
    Gregorian,
    /// The tabular Islamic calendar, of the civil epoch (1 Muharram AH 1 is Friday 16 July 622) and leap years 2, 5,
    /// 7, 10, 13, 16, 18, 21, 24, 26 and 29 of thirty. A day that was called by the sight of the moon may be one off.
    Islamic,
    /// Years before present, which is AD 1950. It has no months and no days.
    BeforePresent,
}

/// A year, a month and a day of some calendar.
pub(super) type Date = (i64, u8, u8);

/// The year that years before present are counted from.
pub(super) const PRESENT: i64 = 1950;

/// The last day of the Julian calendar and the first of the Gregorian.
pub(super) const LAST_JULIAN: Date = (1582, 10, 4);
pub(super) const FIRST_GREGORIAN: Date = (1582, 10, 15);

impl Calendar {
    /// The number of days of a month, 1 to 12. October 1582 has its 31st, though not its 5th to 14th.
    pub(super) const fn days_in_month(self, year: i64, month: u8) -> u8 {
        match self {
            Self::Islamic => 29 + month % 2 + (month == 12 && islamic_leap(year)) as u8,
            _ => match month {
                4 | 6 | 9 | 11 => 30,
                2 => 28 + self.is_leap(year) as u8,
                _ => 31,
            },
        }
    }

    const fn is_leap(self, year: i64) -> bool {
        match self {
            Self::Julian => year.rem_euclid(4) == 0,
            Self::Gregorian => year.rem_euclid(4) == 0 && (year.rem_euclid(100) != 0 || year.rem_euclid(400) == 0),
            Self::Islamic => islamic_leap(year),
            Self::Civil | Self::BeforePresent if year <= 1582 => Self::Julian.is_leap(year),
            Self::Civil | Self::BeforePresent => Self::Gregorian.is_leap(year),
        }
    }

    /// Whether the calendar has the day.
    pub(super) fn has(self, (year, month, day): Date) -> bool {
        let named = (1..=12).contains(&month) && day >= 1 && day <= self.days_in_month(year, month);
        named && !(matches!(self, Self::Civil) && is_lost((year, month, day)))
    }

    /// The count of a day that the calendar has.
    pub(super) fn count(self, date: Date) -> i64 {
        match self {
            Self::Civil | Self::BeforePresent if date < FIRST_GREGORIAN => julian(date),
            Self::Civil | Self::BeforePresent | Self::Gregorian => gregorian(date),
            Self::Julian => julian(date),
            Self::Islamic => islamic(date),
        }
    }

    /// The day of that count.
    pub(super) fn date(self, count: i64) -> Date {
        match self {
            Self::Civil | Self::BeforePresent if count < gregorian(FIRST_GREGORIAN) => julian_of(count),
            Self::Civil | Self::BeforePresent | Self::Gregorian => gregorian_of(count),
            Self::Julian => julian_of(count),
            Self::Islamic => islamic_of(count),
        }
    }
}

/// 5 to 14 October 1582, which the civil calendar never had.
pub(super) fn is_lost(date: Date) -> bool {
    LAST_JULIAN < date && date < FIRST_GREGORIAN
}

/// The day of the week of a count, 0 for Sunday.
pub(super) const fn weekday(count: i64) -> u8 {
    count.rem_euclid(7) as u8
}

/// The days of a year before a month, if February had 30.
const fn before_month(month: u8) -> i64 {
    (367 * month as i64 - 362) / 12
}

/// How many of the 30 days of February are missing before the month.
const fn short(calendar: Calendar, year: i64, month: u8) -> i64 {
    match (month, calendar.is_leap(year)) {
        (..=2, _) => 0,
        (_, true) => 1,
        (_, false) => 2,
    }
}

const fn gregorian((year, month, day): Date) -> i64 {
    let past = year - 1;
    let leaps = past.div_euclid(4) - past.div_euclid(100) + past.div_euclid(400);
    365 * past + leaps + before_month(month) - short(Calendar::Gregorian, year, month) + day as i64
}

fn gregorian_of(count: i64) -> Date {
    let past = count - 1;
    let (cycles, past) = (past.div_euclid(146_097), past.rem_euclid(146_097));
    let (centuries, rest) = (past / 36_524, past % 36_524);
    let (fours, rest) = (rest / 1461, rest % 1461);
    let years = rest / 365;
    let whole = 400 * cycles + 100 * centuries + 4 * fours + years;
    // The 366th day of a leap year is none of the year after it.
    let year = if centuries == 4 || years == 4 { whole } else { whole + 1 };
    in_year(Calendar::Gregorian, year, count)
}

const fn julian((year, month, day): Date) -> i64 {
    let past = year - 1;
    365 * past + past.div_euclid(4) - 2 + before_month(month) - short(Calendar::Julian, year, month) + day as i64
}

fn julian_of(count: i64) -> Date {
    in_year(Calendar::Julian, (4 * (count + 1) + 1464).div_euclid(1461), count)
}

/// The month and day of a count in a year that is known.
fn in_year(calendar: Calendar, year: i64, count: i64) -> Date {
    let past = count - calendar.count((year, 1, 1));
    let short = if count < calendar.count((year, 3, 1)) { 0 } else { short(calendar, year, 3) };
    let month = ((12 * (past + short) + 373) / 367) as u8;
    (year, month, (count - calendar.count((year, month, 1)) + 1) as u8)
}

/// The day before 1 Muharram AH 1.
const HIJRA: i64 = 227_014;

const fn islamic_leap(year: i64) -> bool {
    (11 * year + 14).rem_euclid(30) < 11
}

/// Months of 30 and 29 days by turns; eleven days more in thirty years.
const fn islamic((year, month, day): Date) -> i64 {
    let months = 29 * (month as i64 - 1) + month as i64 / 2;
    HIJRA + 354 * (year - 1) + (11 * year + 3).div_euclid(30) + months + day as i64
}

const fn islamic_of(count: i64) -> Date {
    let year = (30 * (count - HIJRA - 1) + 10_646).div_euclid(10_631);
    let past = count - islamic((year, 1, 1));
    let month = ((11 * past + 330) / 325) as u8;
    (year, month, (count - islamic((year, month, 1)) + 1) as u8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_days_are_the_same_in_all_calendars() {
        for (civil, julian, gregorian, islamic) in [
            ((622, 7, 16), (622, 7, 16), (622, 7, 19), (1, 1, 1)),
            ((1293, 12, 2), (1293, 12, 2), (1293, 12, 9), (693, 1, 1)),
            ((1591, 3, 13), (1591, 3, 3), (1591, 3, 13), (999, 5, 17)),
            ((1979, 11, 20), (1979, 11, 7), (1979, 11, 20), (1399, 12, 29)),
        ] {
            let count = Calendar::Civil.count(civil);
            for (calendar, date) in
                [(Calendar::Julian, julian), (Calendar::Gregorian, gregorian), (Calendar::Islamic, islamic)]
            {
                assert_eq!(calendar.date(count), date, "{civil:?}");
                assert_eq!(calendar.count(date), count, "{date:?}");
            }
        }
        assert_eq!(Calendar::Civil.count((1591, 3, 13)), 580_807);
        assert_eq!(weekday(580_807), 3, "the battle of Tondibi was on a Wednesday");
    }

    #[test]
    fn every_day_of_fifteen_hundred_islamic_years_comes_back() {
        let mut count = Calendar::Islamic.count((1, 1, 1));
        for year in 1..=1500 {
            for month in 1..=12 {
                for day in 1..=Calendar::Islamic.days_in_month(year, month) {
                    assert_eq!(Calendar::Islamic.date(count), (year, month, day));
                    assert_eq!(Calendar::Islamic.count((year, month, day)), count);
                    count += 1;
                }
            }
        }
        assert_eq!(count, Calendar::Islamic.count((1501, 1, 1)));
    }

    #[test]
    fn every_day_of_the_other_calendars_follows_the_one_before() {
        for calendar in [Calendar::Civil, Calendar::Julian, Calendar::Gregorian] {
            let mut count = calendar.count((-801, 1, 1));
            for year in -801..2101 {
                for month in 1..=12 {
                    let days = 1..=calendar.days_in_month(year, month);
                    for date in days.map(|day| (year, month, day)).filter(|date| calendar.has(*date)) {
                        assert_eq!((calendar.count(date), calendar.date(count)), (count, date));
                        count += 1;
                    }
                }
            }
        }
    }

    #[test]
    fn the_farthest_years_are_counted_without_an_overflow() {
        for year in [-20_000_000_000, 20_000_000_000] {
            for calendar in [Calendar::Civil, Calendar::Julian, Calendar::Gregorian] {
                assert_eq!(calendar.date(calendar.count((year, 12, 31))), (year, 12, 31));
            }
        }
    }
}
