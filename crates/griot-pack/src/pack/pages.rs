//! Bytes that are kept with a pack and read by place: an index of a search may be far larger than what one search looks at.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

use super::rule::Damage;
use super::stored::{Bytes, Origin, Section, short_sum};
use super::sums::quick_sum;

/// So many bytes have one sum: those of a file are looked at when they are read, and few beside those that are wanted.
const PAGE: u64 = 4096;

/// Bytes that others have made of a pack, of which each reads what it needs. They may have been made to do harm.
#[derive(Debug, Clone)]
pub struct Pages {
    of: Of,
    /// Where they lie.
    place: Range<u64>,
}

#[derive(Debug, Clone)]
enum Of {
    Made(Bytes),
    Section(Origin, Arc<Sums>),
}

/// The sums of the pages, which are read with the first of them.
#[derive(Debug)]
struct Sums {
    section: Section,
    read: OnceLock<Vec<u32>>,
}

impl From<Vec<u8>> for Pages {
    fn from(bytes: Vec<u8>) -> Self {
        Self { place: 0..bytes.len() as u64, of: Of::Made(Bytes::Summed(bytes.into())) }
    }
}

impl Pages {
    /// Those of a section; none where it is too short to be one.
    pub(super) fn of(origin: &Origin, section: &Section) -> Option<Self> {
        let all = section.place.end - section.place.start;
        // A sum for each page stands before them all.
        let pages = all.div_ceil(PAGE + 4);
        let start = section.place.start + pages * 4;
        let sums = Sums { section: section.clone(), read: OnceLock::new() };
        (all > pages * 4)
            .then(|| Self { of: Of::Section(origin.clone(), Arc::new(sums)), place: start..section.place.end })
    }

    /// How many there are.
    #[must_use]
    pub const fn len(&self) -> u64 {
        self.place.end - self.place.start
    }

    /// Whether there are none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Those of a place, from 0. Nothing where they are not there, or not as they were written: then the pack is damaged.
    #[must_use]
    pub fn read(&self, place: Range<u64>) -> Option<Cow<'static, [u8]>> {
        if place.start > place.end || place.end > self.len() {
            return None;
        }
        match &self.of {
            Of::Made(bytes) => bytes.get(place).ok(),
            Of::Section(origin, sums) => {
                self.read_section(origin, sums, place).inspect_err(|_| origin.tell_damage()).ok()
            }
        }
    }

    fn read_section(&self, origin: &Origin, sums: &Sums, place: Range<u64>) -> Result<Cow<'static, [u8]>, Damage> {
        let absolute = self.place.start + place.start..self.place.start + place.end;
        if origin.bytes.are_summed() {
            return origin.bytes.get(absolute);
        }
        let first = place.start / PAGE;
        let from = first * PAGE;
        let to = place.end.next_multiple_of(PAGE).min(self.len());
        let mut bytes = origin.bytes.get(self.place.start + from..self.place.start + to)?.into_owned();
        let sums = self.sums(origin, sums)?.get(first as usize..).unwrap_or_default();
        let are_right = bytes.chunks(PAGE as usize).zip(sums).filter(|(page, sum)| short_sum(page) == **sum).count();
        if are_right != bytes.len().div_ceil(PAGE as usize) {
            return Err(Damage::Changed);
        }
        bytes.truncate((place.end - from) as usize);
        bytes.drain(..(place.start - from) as usize);
        Ok(Cow::Owned(bytes))
    }

    fn sums<'a>(&self, origin: &Origin, sums: &'a Sums) -> Result<&'a [u32], Damage> {
        if let Some(read) = sums.read.get() {
            return Ok(read);
        }
        let bytes = origin.bytes.get(sums.section.place.start..self.place.start)?;
        if quick_sum(&bytes) != sums.section.sum {
            return Err(Damage::Changed);
        }
        Ok(sums.read.get_or_init(|| bytes.as_chunks().0.iter().map(|sum| u32::from_le_bytes(*sum)).collect()))
    }
}

/// A section of pages, and the sum of their sums.
pub(super) fn encode(bytes: &[u8]) -> (Vec<u8>, u64) {
    let mut out: Vec<u8> = bytes.chunks(PAGE as usize).flat_map(|page| short_sum(page).to_le_bytes()).collect();
    let sum = quick_sum(&out);
    out.extend(bytes);
    (out, sum)
}

#[cfg(test)]
mod tests {
    use std::io::Write;
    use std::sync::atomic::{AtomicBool, Ordering};

    use super::super::sound::Bounds;
    use super::*;

    fn in_a_file(section: &[u8], sum: u64) -> (Pages, Arc<AtomicBool>) {
        let mut file = tempfile::tempfile().unwrap();
        file.write_all(section).unwrap();
        let damaged = Arc::new(AtomicBool::new(false));
        let bytes = Bytes::File(Arc::new(file));
        let origin = Origin { bytes, bounds: Bounds::default(), damaged: Arc::clone(&damaged) };
        (Pages::of(&origin, &Section { place: 0..section.len() as u64, sum }).unwrap(), damaged)
    }

    #[test]
    fn every_place_is_read_as_it_was_written() {
        for length in [1, 4095, 4096, 4097, 4100, 8192, 8200, 20_000] {
            let bytes: Vec<u8> = (0..length).map(|at: u32| (at * 7 % 251) as u8).collect();
            let (section, sum) = encode(&bytes);
            let (pages, damaged) = in_a_file(&section, sum);
            assert_eq!(pages.len(), u64::from(length));
            for start in [0, 1, 4095, 4096, 4097, length.saturating_sub(1)].into_iter().filter(|at| *at < length) {
                for end in [start, start + 1, start + 5000, length].into_iter().filter(|end| *end <= length) {
                    let read = pages.read(u64::from(start)..u64::from(end)).unwrap();
                    assert_eq!(*read, bytes[start as usize..end as usize], "{start}..{end} of {length}");
                }
            }
            assert!(pages.read(0..u64::from(length) + 1).is_none());
            assert!(!damaged.load(Ordering::Relaxed));
        }
    }

    #[test]
    fn a_changed_page_is_not_read_and_the_others_are() {
        let bytes = vec![7; 10_000];
        let (mut section, sum) = encode(&bytes);
        let last = section.len() - 1;
        section[last] ^= 1;
        let (pages, damaged) = in_a_file(&section, sum);
        assert!(pages.read(0..8192).is_some() && !damaged.load(Ordering::Relaxed));
        assert!(pages.read(8000..8193).is_none() && damaged.load(Ordering::Relaxed));
        let (mut section, sum) = encode(&bytes);
        section[0] ^= 1;
        assert!(in_a_file(&section, sum).0.read(0..1).is_none(), "a changed sum");
    }
}
