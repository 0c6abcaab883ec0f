//! What of a compiled pack is read when it is first wanted: whole sections, and records in groups.
//!
//! A pack of a million records opens as quickly as one of a hundred, since nothing is read but what is looked at. Whatever is
//! read then is looked at before it is followed: a group or a section that is not as it was written is replaced by blank
//! records, and the pack says that it is damaged.

use std::borrow::Cow;
use std::fmt::{self, Debug, Formatter};
use std::fs::File;
use std::ops::{Index, Range};
use std::os::unix::fs::FileExt;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};

use super::form::{Form, Reader, encode, encode_all};
use super::rule::Damage;
use super::sound::{Bounds, Sound};
use super::sums::quick_sum;

/// So many records are read at once.
pub(super) const GROUP: usize = 16;

/// The bytes of a compiled pack, wherever they are.
#[derive(Debug, Clone)]
pub(super) enum Bytes {
    /// In the program: they are as the build script has written them, and texts need not be copied.
    BuiltIn(&'static [u8]),
    /// In memory, summed up as a whole; but a sum is soon made right by whoever wants to do harm.
    Summed(Arc<[u8]>),
    /// In a file, of which only parts are read, each with a sum of its own.
    File(Arc<File>),
}

impl Bytes {
    /// The bytes of a place.
    ///
    /// # Errors
    /// When they are not there.
    pub fn get(&self, place: Range<u64>) -> Result<Cow<'static, [u8]>, Damage> {
        let within = |bytes: &[u8]| {
            let range = usize::try_from(place.start).ok()?..usize::try_from(place.end).ok()?;
            bytes.get(range.clone()).is_some().then_some(range)
        };
        match self {
            Self::BuiltIn(bytes) => within(bytes).map(|range| Cow::Borrowed(&bytes[range])),
            Self::Summed(bytes) => within(bytes).map(|range| Cow::Owned(bytes[range].to_vec())),
            Self::File(file) => Self::read(file, &place).map(Cow::Owned),
        }
        .ok_or(Damage::Changed)
    }

    /// A length that is not true must not take up memory: the file has so many bytes, or has not.
    fn read(file: &File, place: &Range<u64>) -> Option<Vec<u8>> {
        let length = file.metadata().ok()?.len();
        let count = place.end.checked_sub(place.start).filter(|_| place.end <= length)?;
        let mut bytes = vec![0; usize::try_from(count).ok()?];
        file.read_exact_at(&mut bytes, place.start).ok()?;
        Some(bytes)
    }

    const fn are_built_in(&self) -> bool {
        matches!(self, Self::BuiltIn(_))
    }

    pub const fn are_summed(&self) -> bool {
        !matches!(self, Self::File(_))
    }
}

/// What all stored parts of a pack share.
#[derive(Debug, Clone)]
pub(super) struct Origin {
    pub bytes: Bytes,
    pub bounds: Bounds,
    /// Set once something was not as it was written.
    pub damaged: Arc<AtomicBool>,
}

/// Where a section lies, and the sum of its bytes.
#[derive(Debug, Clone)]
pub(super) struct Section {
    pub place: Range<u64>,
    pub sum: u64,
}

impl Origin {
    /// The bytes of a section, as they were written.
    pub fn section(&self, section: &Section) -> Result<Cow<'static, [u8]>, Damage> {
        self.summed(section.place.clone(), |bytes| quick_sum(bytes) == section.sum)
    }

    fn summed(&self, place: Range<u64>, is_right: impl FnOnce(&[u8]) -> bool) -> Result<Cow<'static, [u8]>, Damage> {
        let bytes = self.bytes.get(place)?;
        if self.bytes.are_summed() || is_right(&bytes) { Ok(bytes) } else { Err(Damage::Changed) }
    }

    /// A value that leads nowhere but into the pack.
    pub fn value<T: Form + Sound>(&self, section: &Section) -> Result<T, Damage> {
        let value: T = decode(self.section(section)?)?;
        if self.bytes.are_built_in() || value.is_sound(&self.bounds) { Ok(value) } else { Err(Damage::Changed) }
    }

    pub fn tell_damage(&self) {
        self.damaged.store(true, Ordering::Relaxed);
    }
}

/// Reads a value that takes up all of the bytes.
pub(super) fn decode<T: Form>(bytes: Cow<'static, [u8]>) -> Result<T, Damage> {
    match bytes {
        Cow::Borrowed(bytes) => Reader::built_in(bytes)?.whole(),
        Cow::Owned(bytes) => Reader::of(&bytes)?.whole(),
    }
}

/// A section that most sessions never look at: whoever wants it reads it.
#[derive(Debug, Clone)]
pub(super) enum Stored {
    Made(Arc<[u8]>),
    Section(Origin, Section),
}

impl Stored {
    pub fn of(value: &impl Form) -> Self {
        Self::Made(encode(value).into())
    }

    pub fn bytes(&self) -> Result<Cow<'_, [u8]>, Damage> {
        match self {
            Self::Made(bytes) => Ok(Cow::Borrowed(bytes)),
            Self::Section(origin, section) => origin.section(section),
        }
    }

    pub fn read<T: Form + Sound>(&self) -> Result<T, Damage> {
        match self {
            Self::Made(bytes) => Reader::of(bytes)?.whole(),
            Self::Section(origin, section) => origin.value(section).inspect_err(|_| origin.tell_damage()),
        }
    }
}

/// Equal are those that say the same.
impl PartialEq for Stored {
    fn eq(&self, other: &Self) -> bool {
        self.bytes().ok() == other.bytes().ok()
    }
}

/// A value that is read when it is first wanted; a blank one where it is not as it was written.
pub(super) struct Lazy<T> {
    value: OnceLock<T>,
    stored: Option<(Origin, Section)>,
}

impl<T: Form + Sound + Default> Lazy<T> {
    pub const fn of(origin: Origin, section: Section) -> Self {
        Self { value: OnceLock::new(), stored: Some((origin, section)) }
    }

    pub fn get(&self) -> &T {
        self.value.get_or_init(|| {
            let Some((origin, section)) = &self.stored else { return T::default() };
            origin.value(section).unwrap_or_else(|_| {
                origin.tell_damage();
                T::default()
            })
        })
    }
}

impl<T> From<T> for Lazy<T> {
    fn from(value: T) -> Self {
        Self { value: OnceLock::from(value), stored: None }
    }
}

impl<T: Form + Sound + Default + PartialEq> PartialEq for Lazy<T> {
    fn eq(&self, other: &Self) -> bool {
        self.get() == other.get()
    }
}

impl<T: Form + Sound + Default + Debug> Debug for Lazy<T> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.get().fmt(f)
    }
}

/// A list of records.
pub(super) struct Records<T> {
    groups: Vec<OnceLock<Vec<T>>>,
    count: usize,
    stored: Option<(Origin, Groups)>,
}

/// Where the groups of a list lie.
#[derive(Debug, Default)]
pub(super) struct Groups {
    start: u64,
    /// Of each its end, from the start, and its sum.
    table: Vec<[u32; 2]>,
}

/// A record that can stand for one that cannot be read.
pub(super) trait Record: Form + Sound + Default {}

impl<T: Form + Sound + Default> Record for T {}

impl<T> Records<T> {
    pub const fn len(&self) -> usize {
        self.count
    }
}

impl<T: Record> Records<T> {
    /// The list that a section holds: how many records there are, the table of the groups and the groups.
    ///
    /// # Errors
    /// When the table is not as it was written.
    pub fn of(origin: &Origin, section: &Section, count: usize) -> Result<Self, Damage> {
        let Section { place, sum } = section;
        let table_end = place.start + count.div_ceil(GROUP) as u64 * 8;
        if table_end > place.end {
            return Err(Damage::Changed);
        }
        let table = origin.summed(place.start..table_end, |bytes| quick_sum(bytes) == *sum)?;
        let pairs = table.chunks_exact(8).map(|pair| {
            let half = |at: usize| pair[at..at + 4].try_into().map_or(0, u32::from_le_bytes);
            [half(0), half(4)]
        });
        let groups = Groups { start: table_end, table: pairs.collect() };
        let empty = std::iter::repeat_with(OnceLock::new).take(groups.table.len()).collect();
        Ok(Self { groups: empty, count, stored: Some((origin.clone(), groups)) })
    }

    /// The section of the list, and the sum of its table.
    pub fn encode(&self) -> (Vec<u8>, u64) {
        let (mut table, mut groups) = (Vec::new(), Vec::new());
        for at in 0..self.groups.len() {
            let group = encode_all(self.group(at));
            groups.extend_from_slice(&group);
            table.extend((groups.len() as u32).to_le_bytes());
            table.extend(short_sum(&group).to_le_bytes());
        }
        let sum = quick_sum(&table);
        table.append(&mut groups);
        (table, sum)
    }

    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &T> + ExactSizeIterator {
        (0..self.count).map(|at| &self[at])
    }

    pub fn get_mut(&mut self, at: usize) -> Option<&mut T> {
        self.group(at / GROUP);
        self.groups.get_mut(at / GROUP)?.get_mut()?.get_mut(at % GROUP)
    }

    fn group(&self, at: usize) -> &[T] {
        self.groups[at].get_or_init(|| self.read(at))
    }

    /// The records of a group; blank ones where they are not as they were written.
    fn read(&self, at: usize) -> Vec<T> {
        let count = GROUP.min(self.count - at * GROUP);
        let Some((origin, groups)) = &self.stored else { return Vec::new() };
        let read = || {
            let end = |at: usize| groups.start + u64::from(groups.table[at][0]);
            let place = at.checked_sub(1).map_or(groups.start, end)..end(at);
            let bytes = origin.summed(place, |bytes| short_sum(bytes) == groups.table[at][1])?;
            let records: Vec<T> = decode(bytes)?;
            let are_sound = || records.iter().all(|record| record.is_sound(&origin.bounds));
            let whole = records.len() == count && (origin.bytes.are_built_in() || are_sound());
            if whole { Ok(records) } else { Err(Damage::Changed) }
        };
        read().unwrap_or_else(|_| {
            origin.tell_damage();
            std::iter::repeat_with(T::default).take(count).collect()
        })
    }
}

pub(super) fn short_sum(bytes: &[u8]) -> u32 {
    let sum = quick_sum(bytes);
    (sum ^ (sum >> 32)) as u32
}

impl<T: Record> Index<usize> for Records<T> {
    type Output = T;

    #[inline]
    fn index(&self, at: usize) -> &T {
        &self.group(at / GROUP)[at % GROUP]
    }
}

impl<T> From<Vec<T>> for Records<T> {
    fn from(mut records: Vec<T>) -> Self {
        /// After so many groups the room that they took is given back.
        const STEP: usize = 512;
        let count = records.len();
        let mut groups = Vec::with_capacity(count.div_ceil(GROUP));
        // From the end, so that many records never lie in memory twice.
        while let Some(last) = records.len().checked_sub(1) {
            let of_group: Vec<T> = records.drain(last / GROUP * GROUP..).collect();
            groups.push(OnceLock::from(of_group));
            if groups.len().is_multiple_of(STEP) {
                records.shrink_to_fit();
            }
        }
        groups.reverse();
        Self { groups, count, stored: None }
    }
}

impl<T: Record + PartialEq> PartialEq for Records<T> {
    fn eq(&self, other: &Self) -> bool {
        self.count == other.count && self.iter().eq(other.iter())
    }
}

impl<T: Record + Debug> Debug for Records<T> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}
