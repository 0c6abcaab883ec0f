//! The built-in pack, compiled: what the loader makes of its files when griot is built, so that nothing has to be
//! parsed when griot starts.
//!
//! The build script runs the loader over the files that are embedded in the program and writes the pack down in
//! postcard's form. Texts are not repeated in it: a text that stands in one of the files as it is told by its place.
//! Tests hold the compiled pack and the one that the loader reads equal.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Pack, load};
use crate::when::{Moment, Part, Unit, When};

/// Reads a compiled pack; none, where the bytes are no such thing.
pub(super) fn read(bytes: &'static [u8]) -> Option<Pack> {
    postcard::from_bytes(bytes).ok()
}

impl Pack {
    /// The built-in pack in the form that the program embeds.
    ///
    /// # Errors
    /// When it cannot be written in that form.
    pub fn compile(&self) -> Result<Vec<u8>, postcard::Error> {
        postcard::to_allocvec(self)
    }
}

/// A text of the built-in pack.
#[derive(Serialize, Deserialize)]
enum Stored<'a> {
    /// Bytes of one of the embedded files.
    Piece { file: u32, start: u32, length: u32 },
    /// What stands in none of them as it is.
    Whole(&'a str),
}

/// Writes a text as a piece of an embedded file, if it is one.
pub(super) fn write_text<S: Serializer>(text: &str, serializer: S) -> Result<S::Ok, S::Error> {
    let start_in = |file: &str| {
        let start = text.as_ptr().addr().checked_sub(file.as_ptr().addr())?;
        (start + text.len() <= file.len()).then_some(start as u32)
    };
    let mut files = load::EMBEDDED.iter().enumerate();
    let piece = files.find_map(|(file, it)| Some((file as u32, start_in(it.text)?)));
    match piece {
        Some((file, start)) => Stored::Piece { file, start, length: text.len() as u32 },
        None => Stored::Whole(text),
    }
    .serialize(serializer)
}

/// Reads what [`write_text`] has written.
pub(super) fn read_text<'a, D: Deserializer<'a>>(deserializer: D) -> Result<&'a str, D::Error> {
    match Stored::deserialize(deserializer)? {
        Stored::Whole(text) => Ok(text),
        Stored::Piece { file, start, length } => {
            let file = load::EMBEDDED.get(file as usize).map(|it| it.text);
            let (start, length) = (start as usize, length as usize);
            file.and_then(|text| text.get(start..start.saturating_add(length)))
                .ok_or_else(|| serde::de::Error::custom("no such piece of a file"))
        }
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
    fn the_program_embeds_a_compiled_pack_and_damage_is_seen() {
        assert!(read(crate::COMPILED).is_some());
        assert!(read(&crate::COMPILED[..crate::COMPILED.len() / 2]).is_none());
        assert!(read(&[]).is_none());
    }

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
