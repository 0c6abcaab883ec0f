//! Dates in the words and numbers of tables and JSON.

use griot_pack::when::{Day, When};
use serde::Serialize;

/// A date as it was said, the days that it may mean, and the same in EDTF. The days are those of the civil calendar of
/// their time, whose name stands beside them; years are astronomical, open ends null. EDTF is proleptic Gregorian.
#[derive(Debug, Serialize)]
pub struct Dated {
    /// In the words of the grammar.
    pub when: Option<String>,
    /// The first day.
    pub from: Option<String>,
    /// The last day.
    pub to: Option<String>,
    /// What counts these days: `julian`, `gregorian` or both.
    pub calendar: Option<&'static str>,
    /// ISO 8601-2.
    pub edtf: Option<String>,
    /// Of the first day; 0 is 1 BC.
    pub from_year: Option<i64>,
    /// Of the last day.
    pub to_year: Option<i64>,
}

impl Dated {
    /// The date in all of its forms; nothing but nulls where there is none.
    #[must_use]
    pub fn of(when: Option<When>) -> Self {
        Self {
            when: when.map(|w| w.to_string()),
            from: when.and_then(|w| iso(w.first())),
            to: when.and_then(|w| iso(w.last())),
            calendar: when.and_then(calendar),
            edtf: when.map(|w| w.edtf()),
            from_year: when.and_then(|w| year(w.first())),
            to_year: when.and_then(|w| year(w.last())),
        }
    }
}

/// The year of a day that is not the end of all time.
fn year(day: Day) -> Option<i64> {
    Some(day.year).filter(|_| day != Day::MIN && day != Day::MAX)
}

/// The calendar that counts the first and the last day of a date: the Julian to 4 October 1582, then the Gregorian.
fn calendar(when: When) -> Option<&'static str> {
    let of = |day: Day| if day.is_julian() { "julian" } else { "gregorian" };
    let known = |day: Day| Some(day).filter(|day| iso(*day).is_some()).map(of);
    match (known(when.first()), known(when.last())) {
        (Some("julian"), Some("gregorian")) => Some("julian/gregorian"),
        (first, last) => first.or(last),
    }
}

fn iso(day: Day) -> Option<String> {
    let Day { year, month, day: number } = day;
    if day == Day::MIN || day == Day::MAX {
        return None;
    }
    let sign = if year < 0 { "-" } else { "" };
    Some(format!("{sign}{:04}-{month:02}-{number:02}", year.unsigned_abs()))
}
