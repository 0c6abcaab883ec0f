//! A pack, compiled: what the loader makes of its files, so that nothing has to be parsed when it is opened.
//!
//! The build script runs the loader over the files of the built-in pack and writes down what it found in postcard's
//! form, texts and all; the program embeds that one file.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::Pack;
use crate::when::{Moment, Part, Unit, When};

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

/// Dates, for which `when` needs the standard library alone.
#[derive(Serialize, Deserialize)]
#[serde(remote = "When")]
enum WhenForm {
    At(Moment),
    Span(Moment, Moment),
    Before(Moment),
    After(Moment),
    From(Moment),
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Moment")]
struct MomentForm {
    year: i32,
    #[serde(with = "UnitForm")]
    unit: Unit,
    #[serde(with = "PartForm")]
    part: Part,
    circa: bool,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Unit")]
enum UnitForm {
    Day { month: u8, day: u8 },
    Month { month: u8 },
    Year,
    Decade,
    Century,
    Millennium,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Part")]
enum PartForm {
    Whole,
    Early,
    Mid,
    Late,
}

macro_rules! forms {
    ($($of:ty: $form:ident),*) => {$(
        impl Serialize for $of {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                $form::serialize(self, serializer)
            }
        }

        impl<'de> Deserialize<'de> for $of {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $form::deserialize(deserializer)
            }
        }
    )*};
}

forms! { When: WhenForm, Moment: MomentForm }

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sort_of_date_comes_back() {
        for text in
            ["c. 1312", "late 14th c.", "26 Mar 1991..", "<1600", ">Mar 2012", "1960s..c. 1970", "1st millennium BC"]
        {
            let when = When::parse(text).unwrap();
            let bytes = postcard::to_allocvec(&when).unwrap();
            assert_eq!(postcard::from_bytes::<When>(&bytes).unwrap(), when, "{text}");
        }
    }
}
