//! The index as bytes: what takes long to make of a pack, so that it can be made when the pack is compiled.
//!
//! Each list and each text stands behind its length. Most lists grow from number to number, so a number is told by how far
//! it is from the one before, in as few bytes of seven bits as that needs. Whatever the bytes say is looked at before it
//! is followed: of bytes that are none of an index, or of another pack’s, nothing is taken.

use griot_pack::pack::Pack;

use super::Index;
use super::docs::Docs;
use super::names::Names;
use super::postings::{Lexicon, Posting};
use super::sources::Sources;

impl Index {
    /// The index as bytes, for [`Pack::compile_with`].
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut out = Vec::new();
        put_lexicon(&mut out, self.docs.lexicon(), |posting| posting.0);
        put_lexicon(&mut out, self.docs.stems(), |word| *word);
        let (list, sorted, folded) = self.names.stored();
        put_text(&mut out, folded);
        put(&mut out, list.flatten());
        put(&mut out, sorted.iter().copied());
        let (sources, ends) = self.sources.stored();
        put_text(&mut out, sources);
        put(&mut out, ends.iter().copied());
        out
    }

    /// The index of a pack from its bytes; nothing where they are not sound.
    pub(super) fn of_bytes(pack: &Pack, bytes: &[u8]) -> Option<Self> {
        let mut from = Bytes(bytes);
        let lexicon = from.lexicon(Posting)?;
        let stems = from.lexicon(|word| word)?;
        let words = lexicon.len() as u32;
        let whole = is_sound(&lexicon) && is_sound(&stems) && stems.postings.iter().all(|word| *word < words);
        let docs = whole.then(|| Docs::with(pack, lexicon, stems))?;
        let known = docs.lexicon().postings.iter().all(|posting| posting.doc() < docs.len());
        let names = {
            let (folded, list, sorted) = (from.text()?, from.numbers()?, from.numbers()?);
            Names::of_stored(pack, &list, sorted, folded)?
        };
        let sources = Sources::of_stored(pack, from.text()?, from.numbers()?)?;
        (known && from.0.is_empty()).then_some(Self { names, docs, sources })
    }
}

/// Whether every word is there, and all that each leads to.
fn is_sound<T>(lexicon: &Lexicon<T>) -> bool {
    let Lexicon { text, word_ends, ends, postings } = lexicon;
    let reaches =
        |ends: &[u32], length: usize| ends.is_sorted() && ends.last().map_or(0, |end| *end as usize) == length;
    reaches(word_ends, text.len())
        && reaches(ends, postings.len())
        && word_ends.len() == ends.len()
        && word_ends.iter().all(|end| text.is_char_boundary(*end as usize))
}

fn put_lexicon<T>(out: &mut Vec<u8>, lexicon: &Lexicon<T>, number: impl Fn(&T) -> u32) {
    let Lexicon { text, word_ends, ends, postings } = lexicon;
    put_text(out, text);
    put(out, word_ends.iter().copied());
    put(out, ends.iter().copied());
    put(out, postings.iter().map(number));
}

fn put(out: &mut Vec<u8>, numbers: impl Iterator<Item = u32>) {
    let numbers: Vec<u32> = numbers.collect();
    put_number(out, numbers.len() as u64);
    let mut before = 0;
    for number in numbers {
        let step = i64::from(number) - before;
        // Steps back have the odd numbers.
        put_number(out, (step << 1 ^ step >> 63).cast_unsigned());
        before = i64::from(number);
    }
}

fn put_number(out: &mut Vec<u8>, mut number: u64) {
    while number > 0x7f {
        out.push(number as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

fn put_text(out: &mut Vec<u8>, text: &str) {
    put_number(out, text.len() as u64);
    out.extend(text.as_bytes());
}

/// Bytes that were not read yet.
struct Bytes<'a>(&'a [u8]);

impl<'a> Bytes<'a> {
    fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(taken)
    }

    fn number(&mut self) -> Option<u64> {
        let mut number = 0;
        for (at, byte) in self.0.iter().enumerate().take(9) {
            number |= u64::from(byte & 0x7f) << (7 * at);
            if byte & 0x80 == 0 {
                self.0 = &self.0[at + 1..];
                return Some(number);
            }
        }
        None
    }

    fn words<T>(&mut self, of: impl Fn(u32) -> T) -> Option<Vec<T>> {
        let count = usize::try_from(self.number()?).ok()?;
        // Each takes a byte at least, so that no length can ask for more room than the bytes have.
        let mut out = Vec::with_capacity(count.min(self.0.len()));
        let mut before = 0_i64;
        for _ in 0..count {
            let step = self.number()?;
            before = before.checked_add((step >> 1).cast_signed() ^ -((step & 1).cast_signed()))?;
            out.push(of(u32::try_from(before).ok()?));
        }
        Some(out)
    }

    fn numbers(&mut self) -> Option<Vec<u32>> {
        self.words(|number| number)
    }

    fn lexicon<T>(&mut self, of: impl Fn(u32) -> T) -> Option<Lexicon<T>> {
        let (text, word_ends, ends) = (self.text()?, self.numbers()?, self.numbers()?);
        Some(Lexicon { text, word_ends, ends, postings: self.words(of)? })
    }

    fn text(&mut self) -> Option<String> {
        let length = usize::try_from(self.number()?).ok()?;
        String::from_utf8(self.take(length)?.to_vec()).ok()
    }
}
