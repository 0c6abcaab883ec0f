//! Historical time: the one grammar that dates a statement in the data, is typed in the search box and is given on
//! the command line.
//!
//! ```text
//! text ─ lex ─ tokens ─ reduce ─ whole ─ partial ─ moment ─► When ─► days, print, edtf
//! ```
//!
//! A [`Moment`] is one time with all that was said of it: how large a stretch (`13th c.`), which part of it (`late`),
//! how sure (`c.`, `?`), which digits are unknown, in which calendar. A [`When`] is one moment or several and what holds
//! them together: from … to, some time between, one of, all of, before, after. Nothing gains precision by being stored,
//! and nothing that is stored spans more than its coarsest word says.
//!
//! Years are astronomical inside (1 BC is 0, 2 BC is −1), so arithmetic needs no exception; no year 0 is ever
//! printed. Whatever calendar a moment was said in, it becomes a first and a last [`Day`] of the civil calendar, and
//! these alone are compared. What [`Display`](std::fmt::Display) writes, [`When::parse`] reads back unchanged.

mod bounds;
mod calendar;
mod canonical;
mod day;
mod edtf;
mod ends;
mod error;
mod explain;
mod fields;
mod french;
mod lex;
mod list;
mod model;
mod moment;
mod numeric;
mod parse;
mod partial;
mod print;
mod reduce;
mod resolve;
mod several;
mod table;
mod token;
mod wording;
mod words;
mod written;

pub use calendar::Calendar;
pub use day::Day;
pub use error::WhenError;
pub use fields::{Digits, Fields, Part};
pub use list::List;
pub use model::{Edge, Fit, When};
pub use moment::{Moment, Unit};
pub use print::{Language, month_in_any_language, year_in, year_in_words};
pub use wording::{month_name, month_of};

impl When {
    /// Reads the grammar, in any of its spellings. Numbers, in whatever shape, are days of the civil calendar.
    ///
    /// # Errors
    /// Says what was not understood or is ambiguous, and the readings that would be valid.
    pub fn parse(text: &str) -> Result<Self, WhenError> {
        /// The hyphens that typesetters and Chinese keyboards have beside that of ASCII.
        const HYPHENS: [char; 3] = ['\u{2010}', '\u{2011}', '\u{ff0d}'];
        if text.is_ascii() {
            return parse::parse(text);
        }
        parse::parse(&crate::digits::ascii(text).replace(HYPHENS, "-"))
    }

    /// Reads a date that is declared to be EDTF (ISO 8601-2, levels 0 to 2), whose days are proleptic Gregorian.
    ///
    /// # Errors
    /// When the text is no EDTF, or one that has no place in time (`XXXX-12-25`).
    pub fn parse_edtf(text: &str) -> Result<Self, WhenError> {
        edtf::parse(text)
    }

    /// The date in EDTF (ISO 8601-2, levels 0 to 2): days of the proleptic Gregorian calendar, years and months of the
    /// civil calendar as they are, a month or year of another calendar as its first and last day.
    #[must_use]
    pub fn edtf(&self) -> String {
        edtf::write(self)
    }
}

#[cfg(test)]
mod tests;
