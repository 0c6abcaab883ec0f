//! What takes long to make of a pack, as bytes in parts: how they are written, and read when they are first wanted.
//!
//! They are made when the pack is compiled, and kept with it. Of each part its end stands before them all, from there on, in eight bytes. Numbers are of a fixed length, the lowest byte
//! first, and used where they lie: nothing is parsed when it is wanted. Where a word stands is told in as few bytes as that
//! needs, for of these most are never read. Whatever the bytes say may have been written to do harm: what leads nowhere is
//! passed over where it is followed.

use std::borrow::Cow;
use std::marker::PhantomData;
use std::ops::Range;

use griot_pack::pack::{Pack, Pages};

/// What is made of a pack: the index of the search, and what is related to each entity.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Part {
    /// All folded names, one after the other; of each whose it is and where it ends, which of theirs, its letters, and all in order.
    NameText,
    NamePlaces,
    NameAliases,
    NameLetters,
    NameOrder,
    /// Of each entity what decides its rank.
    Ranks,
    /// Every role; of each entity where what links it ends, and what that is.
    Roles,
    LinkEnds,
    Links,
    /// All words, where each ends, where the list of its places ends, and these lists.
    WordText,
    WordEnds,
    PostingEnds,
    Postings,
    /// All stems, where each ends, where the list of its words ends, and these words.
    StemText,
    StemEnds,
    StemWordEnds,
    StemWords,
    /// The words of all sources, and where those of each end.
    SourceText,
    SourceEnds,
    /// Of each entity where those that name it end, and these; where the statements that name it without a link end, and these.
    ReferringEnds,
    Referring,
    NamingEnds,
    Naming,
    /// Of each entity the number of those that bear its name, from 1; where each of these groups ends, and who is in it.
    Namesakes,
    NamesakeEnds,
    NamesakeLists,
    /// Of each entity the first and last day, and those of its offices; of each statement.
    EntitySpans,
    OfficeSpans,
    StatementSpans,
}

const PARTS: usize = Part::StatementSpans as usize + 1;
const HEAD: u64 = PARTS as u64 * 8;

/// The parts, while they are made.
#[derive(Debug, Default, Clone)]
pub(crate) struct Written {
    parts: [Vec<u8>; PARTS],
}

impl Written {
    pub(crate) fn text(&mut self, part: Part, text: String) {
        self.parts[part as usize] = text.into_bytes();
    }

    pub(crate) fn numbers<T: Number>(&mut self, part: Part, numbers: impl IntoIterator<Item = T>) {
        let out = &mut self.parts[part as usize];
        numbers.into_iter().for_each(|number| number.write(out));
    }

    pub(crate) const fn bytes(&mut self, part: Part) -> &mut Vec<u8> {
        &mut self.parts[part as usize]
    }

    /// These, and those of the other that are not among them.
    pub(crate) fn and(mut self, other: Self) -> Self {
        for (part, other) in self.parts.iter_mut().zip(other.parts) {
            if part.is_empty() {
                *part = other;
            }
        }
        self
    }

    pub(crate) fn into_bytes(self) -> Vec<u8> {
        let mut end = 0;
        let ends = self.parts.iter().flat_map(|part| {
            end += part.len() as u64;
            end.to_le_bytes()
        });
        let head: Vec<u8> = ends.collect();
        [head, self.parts.concat()].concat()
    }
}

/// The parts, where they lie.
#[derive(Debug, Clone)]
pub(crate) struct Parts {
    pages: Pages,
    ends: [u64; PARTS],
}

impl Parts {
    /// The parts that are kept with a pack; nothing where there are none.
    pub(crate) fn stored(pack: &Pack) -> Option<Self> {
        Self::of(pack.stored_index()?.clone())
    }

    /// The parts in such bytes; nothing where they are none.
    pub(crate) fn of(pages: Pages) -> Option<Self> {
        let head = pages.read(0..HEAD)?;
        let mut ends = [0; PARTS];
        for (end, bytes) in ends.iter_mut().zip(head.as_chunks().0) {
            *end = u64::from_le_bytes(*bytes);
        }
        let whole = ends.is_sorted() && ends.last() == pages.len().checked_sub(HEAD).as_ref();
        whole.then_some(Self { pages, ends })
    }

    /// Parts that were made just now.
    pub(crate) fn made(written: Written) -> Self {
        let pages = Pages::from(written.into_bytes());
        Self::of(pages.clone()).unwrap_or(Self { pages, ends: [0; PARTS] })
    }

    /// The bytes of a part; none where they cannot be read.
    pub(crate) fn whole(&self, part: Part) -> Cow<'static, [u8]> {
        self.within(part, 0..self.length(part))
    }

    fn start(&self, part: Part) -> u64 {
        HEAD + (part as usize).checked_sub(1).map_or(0, |before| self.ends[before])
    }

    /// How many bytes a part has.
    fn length(&self, part: Part) -> u64 {
        HEAD + self.ends[part as usize] - self.start(part)
    }

    /// Some of the bytes of a part.
    pub(crate) fn within(&self, part: Part, range: Range<u64>) -> Cow<'static, [u8]> {
        if range.start > range.end || range.end > self.length(part) {
            return Cow::default();
        }
        let start = self.start(part);
        self.pages.read(start + range.start..start + range.end).unwrap_or_default()
    }

    /// The numbers of some places of a part, which are read alone.
    pub(crate) fn few(&self, part: Part, places: Range<usize>) -> Vec<u32> {
        let bytes = self.within(part, places.start as u64 * 4..places.end as u64 * 4);
        bytes.as_chunks().0.iter().map(|bytes| u32::from_le_bytes(*bytes)).collect()
    }

    /// Of a part that holds where each of other lists ends: one of these lists.
    pub(crate) fn list(&self, (ends, lists): (Part, Part), at: usize) -> Vec<u32> {
        let place = match self.few(ends, at.saturating_sub(1)..at + 1)[..] {
            [end] if at == 0 => 0..end as usize,
            [start, end] => start as usize..end as usize,
            _ => 0..0,
        };
        self.few(lists, place)
    }

    pub(crate) fn numbers<T: Number>(&self, part: Part) -> Numbers<T> {
        Numbers { bytes: self.whole(part), of: PhantomData }
    }

    pub(crate) fn text(&self, part: Part) -> Cow<'static, str> {
        match self.whole(part) {
            Cow::Borrowed(bytes) => std::str::from_utf8(bytes).unwrap_or_default().into(),
            Cow::Owned(bytes) => String::from_utf8(bytes).unwrap_or_default().into(),
        }
    }
}

/// A number of fixed length.
pub(crate) trait Number: Copy + Default {
    const LENGTH: usize;
    fn write(self, out: &mut Vec<u8>);
    fn read(bytes: &[u8]) -> Self;
}

macro_rules! numbers {
    ($($number:ident)*) => {$(
        impl Number for $number {
            const LENGTH: usize = size_of::<Self>();

            fn write(self, out: &mut Vec<u8>) {
                out.extend(self.to_le_bytes());
            }

            #[inline]
            fn read(bytes: &[u8]) -> Self {
                bytes.try_into().map_or(0, Self::from_le_bytes)
            }
        }
    )*};
}

numbers! { u16 u32 u64 }

/// A list of numbers, used where it lies.
#[derive(Debug)]
pub(crate) struct Numbers<T> {
    bytes: Cow<'static, [u8]>,
    of: PhantomData<T>,
}

impl<T: Number> Numbers<T> {
    pub(crate) fn len(&self) -> usize {
        self.bytes.len() / T::LENGTH
    }

    /// The number at a place; 0 beyond the last.
    #[inline]
    pub(crate) fn get(&self, at: usize) -> T {
        let start = at.saturating_mul(T::LENGTH);
        self.bytes.get(start..start.saturating_add(T::LENGTH)).map_or_else(T::default, T::read)
    }

    /// The numbers of some places.
    pub(crate) fn range(&self, places: Range<usize>) -> impl Iterator<Item = T> + '_ {
        let bytes = self.bytes.get(places.start.saturating_mul(T::LENGTH)..places.end.saturating_mul(T::LENGTH));
        bytes.unwrap_or_default().chunks_exact(T::LENGTH).map(T::read)
    }
}

impl Numbers<u32> {
    /// Of a list that holds where each of other lists ends: where one of them lies.
    #[inline]
    pub(crate) fn range_of(&self, at: usize) -> Range<usize> {
        at.checked_sub(1).map_or(0, |before| self.get(before) as usize)..self.get(at) as usize
    }
}

/// Writes a number in as few bytes of seven bits as it needs, the lowest first; the eighth says that more follow.
pub(crate) fn put_short(out: &mut Vec<u8>, mut number: u32) {
    while number > 0x7f {
        out.push(number as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

/// Takes such a number from the head of bytes; nothing where they end before it does.
pub(crate) fn take_short(bytes: &mut &[u8]) -> Option<u32> {
    let mut number = 0;
    for shift in (0..u32::BITS).step_by(7) {
        let (byte, rest) = bytes.split_first()?;
        *bytes = rest;
        number |= u32::from(byte & 0x7f) << shift;
        if byte & 0x80 == 0 {
            return Some(number);
        }
    }
    None
}

#[cfg(test)]
mod tests;
