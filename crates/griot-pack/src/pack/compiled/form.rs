//! How each type of a pack is written in compiled form: the fields in order, numbers in as few bytes as they need, texts
//! and lists behind their lengths.

use std::ops::Range;

use crate::pack::geo::{Geo, Label, LabelKind, Line, LineKind, Reach, Water, WaterKind};
use crate::pack::rule::Damage;
use crate::pack::{
    About, Alias, Chapter, ChapterId, Entity, EntityId, Era, EraId, Figure, Kind, Mark, MarkKind, Note, NoteId, Office,
    Passage, PassageId, Precision, Source, SourceId, SourceKind, Standing, Statement, StatementId, Target, Text,
};
use crate::when::{Moment, Part, Unit, When};

/// A type that is part of a compiled pack.
pub(in crate::pack) trait Form: Sized {
    fn write(&self, out: &mut Vec<u8>);
    fn read(from: &mut Reader) -> Result<Self, Damage>;
}

/// A section being read.
#[derive(Debug)]
pub(in crate::pack) struct Reader<'a> {
    rest: &'a [u8],
    /// The same bytes, where they last as long as the program.
    lasting: Option<&'static [u8]>,
}

impl<'a> Reader<'a> {
    pub const fn of(bytes: &'a [u8]) -> Self {
        Self { rest: bytes, lasting: None }
    }

    pub const fn built_in(bytes: &'static [u8]) -> Self {
        Self { rest: bytes, lasting: Some(bytes) }
    }

    /// A value that takes up all of the bytes.
    pub fn whole<T: Form>(&mut self) -> Result<T, Damage> {
        let value = T::read(self)?;
        if self.rest.is_empty() { Ok(value) } else { Err(Damage::Changed) }
    }

    fn take(&mut self, count: usize) -> Result<&'a [u8], Damage> {
        let (taken, rest) = self.rest.split_at_checked(count).ok_or(Damage::Changed)?;
        self.rest = rest;
        Ok(taken)
    }

    fn byte(&mut self) -> Result<u8, Damage> {
        let (byte, rest) = self.rest.split_first().ok_or(Damage::Changed)?;
        self.rest = rest;
        Ok(*byte)
    }

    fn text(&mut self) -> Result<Text, Damage> {
        let length = u32::read(self)? as usize;
        if let Some(all) = self.lasting {
            let start = all.len() - self.rest.len();
            self.take(length)?;
            return std::str::from_utf8(&all[start..start + length]).map(Text::from).map_err(|_| Damage::Changed);
        }
        let text = std::str::from_utf8(self.take(length)?).map_err(|_| Damage::Changed)?;
        Ok(text.to_owned().into())
    }
}

/// Seven bits a byte, the lowest first; the eighth says that more follow.
impl Form for u32 {
    fn write(&self, out: &mut Vec<u8>) {
        let mut left = *self;
        while left >= 0x80 {
            out.push(left as u8 | 0x80);
            left >>= 7;
        }
        out.push(left as u8);
    }

    fn read(from: &mut Reader) -> Result<Self, Damage> {
        let mut value = 0;
        for shift in (0..Self::BITS).step_by(7) {
            let byte = from.byte()?;
            value |= Self::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Ok(value);
            }
        }
        Err(Damage::Changed)
    }
}

/// The sign last, so that small numbers of either sign are short.
impl Form for i32 {
    fn write(&self, out: &mut Vec<u8>) {
        ((self << 1) ^ (self >> 31)).cast_unsigned().write(out);
    }

    fn read(from: &mut Reader) -> Result<Self, Damage> {
        let stored = u32::read(from)?;
        Ok((stored >> 1).cast_signed() ^ -(stored & 1).cast_signed())
    }
}

impl Form for u8 {
    fn write(&self, out: &mut Vec<u8>) {
        out.push(*self);
    }

    fn read(from: &mut Reader) -> Result<Self, Damage> {
        from.byte()
    }
}

impl Form for bool {
    fn write(&self, out: &mut Vec<u8>) {
        out.push(u8::from(*self));
    }

    fn read(from: &mut Reader) -> Result<Self, Damage> {
        from.byte().map(|byte| byte != 0)
    }
}

impl Form for f64 {
    fn write(&self, out: &mut Vec<u8>) {
        out.extend(self.to_le_bytes());
    }

    fn read(from: &mut Reader) -> Result<Self, Damage> {
        let bytes = from.take(8)?.try_into().map_err(|_| Damage::Changed)?;
        Ok(Self::from_le_bytes(bytes))
    }
}

impl Form for Text {
    fn write(&self, out: &mut Vec<u8>) {
        (self.len() as u32).write(out);
        out.extend(self.as_bytes());
    }

    fn read(from: &mut Reader) -> Result<Self, Damage> {
        from.text()
    }
}

impl<T: Form> Form for Option<T> {
    fn write(&self, out: &mut Vec<u8>) {
        self.is_some().write(out);
        if let Some(value) = self {
            value.write(out);
        }
    }

    fn read(from: &mut Reader) -> Result<Self, Damage> {
        if bool::read(from)? { T::read(from).map(Some) } else { Ok(None) }
    }
}

impl<T: Form> Form for Vec<T> {
    fn write(&self, out: &mut Vec<u8>) {
        (self.len() as u32).write(out);
        for value in self {
            value.write(out);
        }
    }

    fn read(from: &mut Reader) -> Result<Self, Damage> {
        let count = u32::read(from)? as usize;
        // Every member takes a byte at least: a length that is not true must not take up memory.
        let mut all = Self::with_capacity(count.min(from.rest.len()));
        for _ in 0..count {
            all.push(T::read(from)?);
        }
        Ok(all)
    }
}

impl<A: Form, B: Form> Form for (A, B) {
    fn write(&self, out: &mut Vec<u8>) {
        self.0.write(out);
        self.1.write(out);
    }

    fn read(from: &mut Reader) -> Result<Self, Damage> {
        Ok((A::read(from)?, B::read(from)?))
    }
}

impl<T: Form> Form for [T; 2] {
    fn write(&self, out: &mut Vec<u8>) {
        for value in self {
            value.write(out);
        }
    }

    fn read(from: &mut Reader) -> Result<Self, Damage> {
        Ok([T::read(from)?, T::read(from)?])
    }
}

impl<T: Form> Form for Range<T> {
    fn write(&self, out: &mut Vec<u8>) {
        self.start.write(out);
        self.end.write(out);
    }

    fn read(from: &mut Reader) -> Result<Self, Damage> {
        Ok(T::read(from)?..T::read(from)?)
    }
}

/// Types by their fields, in the order in which they are written.
macro_rules! structs {
    ($($name:ident { $($field:ident),* })*) => {$(
        impl Form for $name {
            fn write(&self, out: &mut Vec<u8>) {
                $(self.$field.write(out);)*
            }

            fn read(from: &mut Reader) -> Result<Self, Damage> {
                Ok(Self { $($field: Form::read(from)?),* })
            }
        }
    )*};
}

/// Types by their cases, each with the number that it is written as.
macro_rules! enums {
    ($($name:ident { $($number:literal: $case:ident $(($($of:ident),*))? $({$($field:ident),*})?),* })*) => {$(
        impl Form for $name {
            fn write(&self, out: &mut Vec<u8>) {
                match self {$(
                    Self::$case $(($($of),*))? $({$($field),*})? => {
                        out.push($number);
                        $($($of.write(out);)*)?
                        $($($field.write(out);)*)?
                    }
                )*}
            }

            fn read(from: &mut Reader) -> Result<Self, Damage> {
                Ok(match from.byte()? {
                    $($number => Self::$case $(($({ let $of = Form::read(from)?; $of }),*))? $({$($field: Form::read(from)?),*})?,)*
                    _ => return Err(Damage::Changed),
                })
            }
        }
    )*};
}

macro_rules! ids {
    ($($name:ident),*) => {$(
        impl Form for $name {
            fn write(&self, out: &mut Vec<u8>) {
                self.0.write(out);
            }

            fn read(from: &mut Reader) -> Result<Self, Damage> {
                u32::read(from).map(Self)
            }
        }
    )*};
}

ids! { EraId, ChapterId, PassageId, StatementId, EntityId, SourceId, NoteId }

structs! {
    About { id, title, language, revision, as_of, licence, credits }
    Era { id, title, short, when, summary, chapters }
    Chapter { id, title, when, era, passages }
    Passage { id, chapter, number, statements }
    Statement { id, text, marks, when, unread, standing, cites, note, note_cites, instead_of, passage }
    Mark { range, what }
    Entity {
        id, kind, name, aliases, role, when, at, precision, offices, subtype, places, who, outcome, figures, reach,
        wikipedia, note
    }
    Alias { name, lang }
    Office { title, of, when, head }
    Figure { value, by, cites }
    Source {
        key, kind, authors, editors, title, within, date, pages, volume, issue, doi, isbn, issn, jstor, url, archive,
        accessed, lang, same_work_as, unresolved, note
    }
    Note { source, place }
    Geo { credit, capital, river, country, lines, waters, labels, reaches }
    Line { kind, rank, disputed, paths }
    Water { id, name, kind, rank, approximate, when, paths }
    Label { name, kind, at }
    Reach { id, when, note, outline }
    Moment { year, unit, part, circa }
}

enums! {
    MarkKind { 0: Link(entity), 1: Emphasis }
    Target { 0: Era(id), 1: Chapter(id), 2: Passage(id), 3: Statement(id), 4: Entity(id) }
    Standing {
        0: Established, 1: Attributed, 2: Approximate, 3: Disputed, 4: Corrected, 5: Uncited, 6: CitationNeeded
    }
    Precision { 0: City, 1: Site, 2: Region, 3: Approximate }
    Kind {
        0: Person, 1: Place, 2: Polity, 3: People, 4: Group, 5: Organization, 6: Event, 7: Concept, 8: Work
    }
    SourceKind {
        0: Book, 1: Journal, 2: Thesis, 3: Report, 4: Document, 5: News, 6: Web, 7: Encyclopedia, 8: Wiki
    }
    LineKind { 0: Border, 1: Coast }
    WaterKind { 0: River, 1: Lake }
    LabelKind { 0: Country, 1: Town }
    When { 0: At(a), 1: Span(a, b), 2: Before(a), 3: After(a), 4: From(a) }
    Unit { 0: Day { month, day }, 1: Month { month }, 2: Year, 3: Decade, 4: Century, 5: Millennium }
    Part { 0: Whole, 1: Early, 2: Mid, 3: Late }
}
