//! Why a date could not be read.

use super::calendar::Calendar;

/// A date that could not be read. Its text says which part is wrong and what would be valid.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum WhenError {
    /// Nothing was written.
    Empty,
    /// No date is that long.
    TooLong,
    /// A word or sign that is none of dates, or words that make none together.
    Unread {
        /// What was written.
        written: String,
    },
    /// It means two things or more.
    Ambiguous {
        /// What was written.
        written: String,
        /// What it may mean, in forms that mean only that.
        readings: Vec<String>,
    },
    /// A number that is a year only if an era is said: `300`.
    NoEra {
        /// The number.
        year: i64,
        /// What stands before the year: a day, a month or nothing.
        before: String,
    },
    /// Four digits or more after a sign: an ISO year has exactly four.
    Signed {
        /// What was written.
        written: String,
        /// The number without its sign.
        year: i64,
    },
    /// A day, a month or a part of a time, but not of which year.
    NoYear {
        /// What was written.
        written: String,
    },
    /// There is no year 0, nor AH 0.
    NoYearZero(Calendar),
    /// The month is not 1 to 12.
    NoSuchMonth(u8),
    /// The month has no such day.
    NoSuchDay {
        /// The day, as it would be printed.
        day: String,
        /// The last day of that month.
        nearest: String,
    },
    /// One of the ten days between the calendars, 5 to 14 October 1582.
    Lost {
        /// The day of October 1582.
        day: u8,
    },
    /// The day was another day of the week.
    Weekday {
        /// The day, as it is printed.
        day: String,
        /// 0 for Sunday.
        said: u8,
        /// 0 for Sunday.
        right: u8,
    },
    /// It ends before it begins.
    Backwards {
        /// What was written.
        written: String,
        /// The same the right way round, or another reading.
        reading: String,
    },
    /// The dates that are said to be the same are not.
    Different {
        /// What was written first.
        written: String,
        /// What was written beside it.
        beside: String,
    },
    /// A third of a day, a quarter of ten years.
    NoSuchPart,
    /// A calendar that is not known here.
    UnknownCalendar {
        /// Its name.
        name: String,
    },
    /// The calendar has no seasons, months or days: AH and BP.
    NoSeasons(Calendar),
    /// The year is beyond any.
    TooFar,
    /// The list has too many dates.
    LongList,
    /// A list has an open end in its middle.
    OpenInside,
    /// No EDTF.
    NotEdtf {
        /// What was written.
        written: String,
    },
}

impl WhenError {
    pub(super) fn unread(written: &str) -> Self {
        Self::Unread { written: written.trim().to_owned() }
    }

    pub(super) fn ambiguous(written: &str, readings: impl IntoIterator<Item = String>) -> Self {
        Self::Ambiguous { written: written.trim().to_owned(), readings: readings.into_iter().collect() }
    }
}
