//! What is said of a date that could not be read, and the readings that would be valid.

use std::fmt::{self, Display, Formatter};

use super::calendar::{Calendar, PRESENT};
use super::error::WhenError;
use super::list::MOST;
use super::model::When;
use super::wording::{WEEKDAYS, ordinal};

impl WhenError {
    /// The valid dates nearest to what was written, in forms that [`When::parse`] reads.
    #[must_use]
    pub fn readings(&self) -> Vec<String> {
        match self {
            Self::Ambiguous { readings, .. } => readings.clone(),
            Self::NoEra { year, before } => {
                let space = if before.is_empty() { "" } else { " " };
                let near = (*year < 100 && !before.is_empty()).then(|| format!("{before}{space}{}", 1900 + year));
                let eras = [format!("{before}{space}AD {year}"), format!("{before}{space}{year} BC")];
                eras.into_iter().chain(near).filter(|it| When::parse(it).is_ok()).collect()
            }
            Self::Signed { year, .. } => {
                let iso = if *year > 9999 { format!("Y-{year}") } else { format!("-{year:04}") };
                vec![format!("{year} BC"), iso]
            }
            // `29 February` alone says no year.
            Self::NoSuchDay { nearest, .. } if When::parse(nearest).is_ok() => vec![nearest.clone()],
            Self::NoYearZero(Calendar::Islamic) => vec!["AH 1".to_owned()],
            Self::NoYearZero(_) => vec!["1 BC".to_owned(), "AD 1".to_owned()],
            Self::Lost { day } => ["Julian", "Gregorian"].map(|it| format!("{day} Oct 1582 ({it})")).into(),
            Self::Weekday { day, right, .. } => vec![format!("{} {day}", WEEKDAYS[usize::from(*right % 7)])],
            Self::Backwards { reading, .. } if !reading.is_empty() => vec![reading.clone()],
            _ => Vec::new(),
        }
    }
}

/// Forms that show what can be written.
const FORMS: &str = "1591, c. 1312, 13th c., 900 BC, 1960s, Mar 2012 or 1312..1337";

impl Display for WhenError {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => write!(f, "cannot read an empty date; try {FORMS}"),
            Self::TooLong => write!(f, "no date is that long; try {FORMS}"),
            Self::Unread { written } => write!(f, "cannot read {written:?} as a date; try {FORMS}"),
            Self::Ambiguous { written, .. } => write!(f, "{written:?} is ambiguous: write {}", self.either()),
            Self::NoEra { year, before } if before.is_empty() => {
                write!(f, "\"{year}\" is a year only with AD or BC: write {}", self.either())
            }
            Self::NoEra { year, .. } => write!(f, "which year {year} is meant? write {}", self.either()),
            Self::Signed { written, .. } => {
                write!(f, "{written:?} is a year of ISO 8601 or one BC, which are a year apart: write {}", self.either())
            }
            Self::NoYear { written } => write!(f, "{written:?} says no year"),
            Self::NoYearZero(Calendar::Islamic) => f.write_str("there is no year AH 0: the first is AH 1"),
            Self::NoYearZero(_) => f.write_str("there is no year 0: 1 BC is followed by AD 1"),
            Self::NoSuchMonth(month) => write!(f, "there is no month {month}: months are 1 to 12"),
            Self::NoSuchDay { day, nearest } => write!(f, "there is no {day}; the nearest is {nearest}"),
            Self::Lost { day } => write!(
                f,
                "{} October 1582 fell out between the calendars, 4 October was followed by the 15th: write {}",
                ordinal((*day).into()),
                self.either()
            ),
            Self::Weekday { day, said, right } => {
                let [said, right] = [said, right].map(|it| WEEKDAYS[usize::from(*it % 7)]);
                write!(f, "{day} was a {right}, not a {said}")
            }
            Self::Backwards { written, reading } if reading.is_empty() => write!(f, "{written:?} ends before it begins"),
            Self::Backwards { written, .. } => {
                write!(f, "{written:?} ends before it begins; did you mean {}?", self.either())
            }
            Self::Different { written, beside } => write!(f, "{written:?} and {beside:?} are not the same time"),
            Self::NoSuchPart => f.write_str("that has no such part: parts are thirds, halves and quarters of a century, halves and thirds of a decade or a month"),
            Self::UnknownCalendar { name } => {
                write!(f, "the calendar {name:?} is not known; those known are Julian, Gregorian and Islamic (AH)")
            }
            Self::NoSeasons(Calendar::Islamic) => f.write_str("the Islamic calendar has no seasons: its months move through them"),
            Self::NoSeasons(_) => write!(f, "years before present ({PRESENT}) have no months and no seasons"),
            Self::TooFar => f.write_str("years reach 20 billion into the past and the future"),
            Self::LongList => write!(f, "a list has {MOST} dates at most; write years in a row as 1670..1672"),
            Self::OpenInside => f.write_str("only the first date of a list may be open to the past, and the last to the future"),
            Self::NotEdtf { written } => write!(f, "{written:?} is no EDTF (ISO 8601-2)"),
        }
    }
}

impl WhenError {
    /// The readings in one phrase: `"05 May" or "06 June"`.
    fn either(&self) -> String {
        let readings: Vec<String> = self.readings().iter().map(|it| format!("\"{it}\"")).collect();
        match readings.as_slice() {
            [] => "it in full".to_owned(),
            [one] => one.clone(),
            [first @ .., last] => format!("{} or {last}", first.join(", ")),
        }
    }
}

impl std::error::Error for WhenError {}
