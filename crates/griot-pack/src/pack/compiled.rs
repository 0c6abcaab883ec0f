//! A pack, compiled: what the loader makes of its files, so that nothing has to be parsed when it is opened.
//!
//! The build script runs the loader over the files of the built-in pack and writes down what it found in postcard's
//! form, texts and all; the program embeds that one file.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::Pack;
use crate::when::{Calendar, Digits, Edge, Fields, List, Moment, Part, Unit, When};

impl Pack {
    /// The pack in compiled form.
    ///
    /// # Errors
    /// When it cannot be written in that form.
    pub fn compile(&self) -> Result<Vec<u8>, postcard::Error> {
        postcard::to_allocvec(self)
    }

    /// Reads what [`Pack::compile`] has written; none, where the bytes are no such thing. Texts stay where they are.
    #[must_use]
    pub fn from_compiled(bytes: &'static [u8]) -> Option<Self> {
        postcard::from_bytes(bytes).ok()
    }
}

/// Dates, for which `when` needs no serde.
#[derive(Serialize, Deserialize)]
#[serde(remote = "When")]
enum WhenForm {
    At(Moment),
    Span(Moment, Moment),
    Between(Moment, Moment),
    Before(Moment),
    After(Moment),
    From(Moment, #[serde(with = "EdgeForm")] Edge),
    Until(Moment, #[serde(with = "EdgeForm")] Edge),
    OneOf(List),
    AllOf(List),
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Edge")]
enum EdgeForm {
    Open,
    Unknown,
}

#[derive(Serialize, Deserialize)]
struct ListForm {
    dates: Vec<Moment>,
    runs: u8,
    before: bool,
    after: bool,
}

/// Most moments are said without doubt in the civil calendar: what is rare stands behind an option.
#[derive(Serialize, Deserialize)]
struct MomentForm {
    year: i64,
    #[serde(with = "UnitForm")]
    unit: Unit,
    #[serde(with = "PartForm")]
    part: Part,
    /// The bits of what is about right, and above them those of what is uncertain.
    doubt: u8,
    rare: Option<Rare>,
}

#[derive(Serialize, Deserialize)]
struct Rare {
    unknown: u8,
    #[serde(with = "CalendarForm")]
    calendar: Calendar,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Unit")]
enum UnitForm {
    Day { month: u8, day: u8 },
    Month { month: u8 },
    Season(u8),
    Year,
    Decade,
    Century,
    Millennium,
    Rounded(u8),
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Part")]
enum PartForm {
    Whole,
    Early,
    Mid,
    Late,
    Half1,
    Half2,
    Quarter1,
    Quarter2,
    Quarter3,
    Quarter4,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Calendar")]
enum CalendarForm {
    Civil,
    Julian,
    Gregorian,
    Islamic,
    BeforePresent,
}

impl From<Moment> for MomentForm {
    fn from(moment: Moment) -> Self {
        let Moment { year, unit, part, about, uncertain, unknown, calendar } = moment;
        let doubt = about.bits() | uncertain.bits() << 3;
        let rare = (unknown.any() || calendar != Calendar::Civil).then(|| Rare { unknown: unknown.bits(), calendar });
        Self { year, unit, part, doubt, rare }
    }
}

impl From<MomentForm> for Moment {
    fn from(form: MomentForm) -> Self {
        let MomentForm { year, unit, part, doubt, rare } = form;
        let (about, uncertain) = (Fields::of_bits(doubt), Fields::of_bits(doubt >> 3));
        let plain = Self { part, about, uncertain, ..Self::new(year, unit) };
        match rare {
            Some(Rare { unknown, calendar }) => Self { unknown: Digits::of_bits(unknown), calendar, ..plain },
            None => plain,
        }
    }
}

impl Serialize for When {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        WhenForm::serialize(self, serializer)
    }
}

impl<'de> Deserialize<'de> for When {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        WhenForm::deserialize(deserializer)
    }
}

impl Serialize for Moment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        MomentForm::from(*self).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let moment = Self::from(MomentForm::deserialize(deserializer)?);
        // A file may hold anything; years that no sum of theirs overflows are what the rest relies on.
        if moment.is_in_reach() { Ok(moment) } else { Err(serde::de::Error::custom("a year out of reach")) }
    }
}

impl Serialize for List {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let runs = (0..self.moments().len()).filter(|at| self.is_run(*at)).fold(0, |runs, at| runs | 1 << at);
        let (before, after) = (self.is_open_before(), self.is_open_after());
        ListForm { dates: self.moments().to_vec(), runs, before, after }.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for List {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let ListForm { dates, runs, before, after } = ListForm::deserialize(deserializer)?;
        Self::of_parts(&dates, runs, before, after).ok_or_else(|| serde::de::Error::custom("a list too long"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sort_of_date_comes_back() {
        for text in [
            "c. 1312",
            "late 14th c.",
            "26 Mar 1991..",
            "<1600",
            ">Mar 2012",
            "1960s..c. 1970",
            "1st millennium BC",
            "[1756..1790]",
            "?..1500",
            "[1667,1668,1670..1672]",
            "{1960..}",
            "summer 1944",
            "17 Jumada I AH 999",
            "c. 1312?",
            "2004-06~-11",
            "1985-04-XX",
            "1950S2",
            "1st half of 14th c.",
        ] {
            let when = When::parse(text).unwrap();
            let bytes = postcard::to_allocvec(&when).unwrap();
            assert_eq!(postcard::from_bytes::<When>(&bytes).unwrap(), when, "{text}");
        }
    }
}
