//! What can be read from JSON: the simple types, and records by the table of their keys.

#[cfg(test)]
use std::borrow::Cow;
use std::fmt::{self, Display, Formatter};
use std::ops::Deref;

#[cfg(test)]
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::de::DeserializeOwned;
use serde::de::value::StrDeserializer;

use super::{Give, Json, Lost};
use crate::pack::limits::MOST_MEMBERS;
use crate::pack::nearest::nearest;
use crate::pack::place::Span;
use crate::pack::rule::{Rule, Shape, quoted};
use crate::pack::text::Text;

/// A type that can be read from JSON. What is of another shape is told, and the default stands for it.
pub(in crate::pack) trait Read: Sized + Default {
    /// Whether lists of it are as long as their author likes.
    const UNLIMITED: bool = false;

    /// Reads the value that comes next.
    fn read(json: &mut Json) -> Result<Self, Lost>;
}

/// A single value: text, a number, a word, a position.
pub(in crate::pack) trait Scalar: Sized + Default {
    /// Reads the value that comes next; nothing when it is none of these, which has been told.
    fn scalar(json: &mut Json) -> Result<Option<Self>, Lost>;
}

/// A value with its place in the file; without a place where there is none that could be read.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Spanned<T> {
    /// The value.
    pub value: T,
    /// Its place.
    pub span: Span,
}

impl<T> Spanned<T> {
    /// Whether no such value could be read, which was told.
    pub(in crate::pack) const fn is_absent(&self) -> bool {
        self.span.end == 0
    }
}

impl<T> Deref for Spanned<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

impl<T: Scalar> Read for Spanned<T> {
    fn read(json: &mut Json) -> Result<Self, Lost> {
        json.peek();
        let start = json.at;
        let value = T::scalar(json)?;
        Ok(value.map_or_else(Self::default, |value| Self { value, span: json.span_from(start) }))
    }
}

impl<T: Read> Read for Option<T> {
    fn read(json: &mut Json) -> Result<Self, Lost> {
        if json.shape() == Some(Shape::Null) {
            return json.word().map(|_| None);
        }
        T::read(json).map(Some)
    }
}

/// The members of a list, and how many there are: no more are kept than may be, nor those that were told of without
/// being listed, so that no file makes more of itself in memory than it ought to.
fn members<T: Read>(json: &mut Json, most: usize) -> Result<(Vec<T>, usize), Lost> {
    let mut all = Vec::new();
    let count = each(json, &mut |_, item| {
        if all.len() <= most || T::UNLIMITED {
            all.push(item);
        }
    })?;
    Ok((all, count))
}

/// Hands over the members of a list, but for those that were told of without being listed; how many there are.
pub(super) fn each<T: Read>(json: &mut Json, give: Give<T>) -> Result<usize, Lost> {
    let mut count = 0;
    if json.shape() != Some(Shape::List) {
        json.wrong("a list")?;
        return Ok(count);
    }
    json.items(&mut |json| {
        let before = json.problems.total();
        let item = T::read(json)?;
        let told = json.problems.is_full() && json.problems.total() > before;
        if !told {
            give(json.problems, item);
        }
        count += 1;
        Ok(())
    })?;
    Ok(count)
}

impl<T: Read> Read for Vec<T> {
    const UNLIMITED: bool = true;

    fn read(json: &mut Json) -> Result<Self, Lost> {
        members(json, usize::MAX).map(|(all, _)| all)
    }
}

impl<T: Read> Read for Spanned<Vec<T>> {
    fn read(json: &mut Json) -> Result<Self, Lost> {
        let is_list = json.shape() == Some(Shape::List);
        let start = json.at;
        let (value, count) = members::<T>(json, MOST_MEMBERS)?;
        let span = json.span_from(start);
        if count > MOST_MEMBERS && !T::UNLIMITED {
            json.tell(span, Rule::LongList(count));
        }
        Ok(if is_list { Self { value, span } } else { Self::default() })
    }
}

/// For the defaults that the schema tells.
#[cfg(test)]
impl<T: serde::Serialize> serde::Serialize for Spanned<T> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.value.serialize(serializer)
    }
}

#[cfg(test)]
impl<T: JsonSchema> JsonSchema for Spanned<T> {
    fn inline_schema() -> bool {
        T::inline_schema()
    }

    fn schema_name() -> Cow<'static, str> {
        T::schema_name()
    }

    fn json_schema(types: &mut SchemaGenerator) -> Schema {
        T::json_schema(types)
    }
}

macro_rules! read_scalars {
    ($($of:ty),*) => {$(
        impl Read for $of {
            const UNLIMITED: bool = true;

            fn read(json: &mut Json) -> Result<Self, Lost> {
                Self::scalar(json).map(Option::unwrap_or_default)
            }
        }
    )*};
}

read_scalars! { bool, u8, [f64; 2] }

impl Scalar for Text {
    fn scalar(json: &mut Json) -> Result<Option<Self>, Lost> {
        if json.shape() != Some(Shape::String) {
            return json.wrong("a string").map(|()| None);
        }
        json.string().map(|(text, _)| Some(text.into()))
    }
}

impl Scalar for bool {
    fn scalar(json: &mut Json) -> Result<Option<Self>, Lost> {
        if json.shape() != Some(Shape::Bool) {
            return json.wrong("true or false").map(|()| None);
        }
        json.word().map(|word| Some(word == "true"))
    }
}

impl Scalar for u32 {
    fn scalar(json: &mut Json) -> Result<Option<Self>, Lost> {
        whole(json, Self::MAX, "a whole number from 0")
    }
}

impl Scalar for u8 {
    fn scalar(json: &mut Json) -> Result<Option<Self>, Lost> {
        whole(json, Self::MAX.into(), "a whole number from 0 to 255").map(|number| number.map(|number| number as Self))
    }
}

/// A whole number up to the most.
fn whole(json: &mut Json, most: u32, wanted: &'static str) -> Result<Option<u32>, Lost> {
    if json.shape() != Some(Shape::Number) {
        return json.wrong(wanted).map(|()| None);
    }
    let Some((number, span)) = json.number() else { return Ok(None) };
    if number.fract() != 0.0 || !(0.0..=f64::from(most)).contains(&number) {
        json.tell(span, Rule::WrongNumber(wanted));
        return Ok(None);
    }
    Ok(Some(number as u32))
}

/// A position: two numbers.
impl Scalar for [f64; 2] {
    fn scalar(json: &mut Json) -> Result<Option<Self>, Lost> {
        const WANTED: &str = "a list of two numbers";
        if json.shape() != Some(Shape::List) {
            return json.wrong(WANTED).map(|()| None);
        }
        let (start, mut found, mut good) = (json.at, 0, true);
        let mut both = [0.0; 2];
        json.items(&mut |json| {
            let value = if json.shape() == Some(Shape::Number) {
                json.number().map(|(value, _)| value)
            } else {
                json.wrong("a number")?;
                None
            };
            good &= value.is_some();
            if let (Some(place), Some(value)) = (both.get_mut(found), value) {
                *place = value;
            }
            found += 1;
            Ok(())
        })?;
        if good && found != 2 {
            json.tell(json.span_from(start), Rule::WrongLength { wanted: 2, found });
        }
        Ok((good && found == 2).then_some(both))
    }
}

/// One of a few words, which serde's attributes spell.
pub(in crate::pack) trait Word: DeserializeOwned + Default {}

impl<T: Word> Scalar for T {
    fn scalar(json: &mut Json) -> Result<Option<Self>, Lost> {
        if json.shape() != Some(Shape::String) {
            return json.wrong("a string").map(|()| None);
        }
        let (word, span) = json.string()?;
        Ok(word_of(&word).map_err(|rule| json.tell(span, rule)).ok())
    }
}

/// What a word means, or the rule that it breaks.
pub(in crate::pack) fn word_of<T: Word>(word: &str) -> Result<T, Rule> {
    T::deserialize(StrDeserializer::<NoSuchWord>::new(word)).map_err(|NoSuchWord(known)| Rule::UnknownWord {
        word: quoted(word),
        nearest: nearest(word, known.iter().copied()),
        known,
    })
}

/// The words that there are, where it is none of them.
#[derive(Debug)]
struct NoSuchWord(&'static [&'static str]);

impl Display for NoSuchWord {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.join(", "))
    }
}

impl std::error::Error for NoSuchWord {}

impl serde::de::Error for NoSuchWord {
    fn custom<T: Display>(_: T) -> Self {
        Self(&[])
    }

    fn unknown_variant(_: &str, known: &'static [&'static str]) -> Self {
        Self(known)
    }
}

/// Records by the table of their keys: `needed` ones must be there. Each knows its place in the file, and whether
/// nothing in it is wrong so far.
macro_rules! records {
    ($($(#[$about:meta])* $name:ident { $($(#[$of:meta])* $field:ident: $type:ty = $($needed:ident)? $key:literal,)* })*) => {$(
        $(#[$about])*
        #[derive(Debug, Default)]
        #[cfg_attr(test, derive(JsonSchema), schemars(deny_unknown_fields))]
        pub struct $name {
            $($(#[$of])* #[cfg_attr(test, schemars(rename = $key))] pub $field: $type,)*
            /// Its place in the file.
            #[cfg_attr(test, schemars(skip))]
            pub span: Span,
            /// Whether all of it could be read.
            #[cfg_attr(test, schemars(skip))]
            pub whole: bool,
        }

        impl Read for $name {
            fn read(json: &mut Json) -> Result<Self, Lost> {
                const KEYS: &[Key] = &[$(Key { name: $key, needed: records!(@ $($needed)?) }),*];
                let mut it = Self::default();
                let mut take = |json: &mut Json, key: &str| {
                    match key {
                        $($key => it.$field = Read::read(json)?,)*
                        _ => {}
                    }
                    Ok(())
                };
                (it.span, it.whole) = json.record(KEYS, &mut take)?;
                Ok(it)
            }
        }
    )*};
    (@ needed) => { true };
    (@) => { false };
}

pub(in crate::pack) use records;
