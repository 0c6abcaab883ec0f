//! A pack, compiled: what the loader makes of its files, so that nothing has to be parsed when it is opened.
//!
//! One file holds everything, texts and all, so that no index can disagree with what it points into:
//!
//! ```text
//!  bytes   what
//!  8       89 67 72 69 6f 74 0d 0a: no text file begins so, and none that was sent as text still does
//!  4       the version of the form
//!  8       the hash of the files it was made from
//!  8       the sum of all the other bytes
//!  4 × 7   how many eras, chapters, passages, statements, entities, sources and notes there are
//!  16 × n  the table: of each section where it ends, from the end of the table, and a sum
//!  …       the sections, in the order of `Section`
//! ```
//!
//! A section is the length of its texts in 8 bytes, the texts, and all else. One of records is a table, of each group of
//! sixteen where it ends and its sum, in 4 bytes each, and the groups, each as a section; the sum of the section is then
//! that of this table. The index of a search is the sums of its pages of 4,096 bytes, in 4 bytes each, and the pages. So a section is found by its place and a record by that of its group, and read alone, when it is first
//! wanted. All numbers of the head are little-endian. The file that is built into a program is taken for what the build script
//! has written; any other is summed up, as a whole or part by part, and what is read of it is looked at before it is followed.

mod dates;
mod sound;
mod types;
mod write;

use std::fs::File;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::model::{About, Pack};
use super::pages::Pages;
use super::prepared::Prepared;
use super::rule::Damage;
use super::sound::Bounds;
use super::stored::{Bytes, Lazy, Origin, Record, Records, Section as Place, Stored};
use super::sums::{quick_sum, quick_sum_of};
use super::versions::COMPILED;
use write::put_sum;

const MAGIC: [u8; 8] = *b"\x89griot\r\n";

/// What a compiled pack is made of.
#[derive(Clone, Copy)]
enum Section {
    About,
    Eras,
    Chapters,
    Passages,
    Statements,
    Entities,
    Sources,
    Notes,
    Ids,
    Mentions,
    Chronology,
    Remarked,
    Powers,
    Geo,
    Translations,
    Index,
    Scale,
    Stamp,
}

const SECTIONS: usize = 18;
const COUNTS: usize = 28;
/// Where the counts begin, and with them what the sum is of.
const HEAD: usize = MAGIC.len() + 4 + 8 + 8;
const TABLE: usize = HEAD + COUNTS;
const START: usize = TABLE + SECTIONS * 16;

/// What is kept in a compiled pack beside what the pack says: only those who made it know what it is.
#[derive(Debug, Default, Clone, Copy)]
pub struct Extras<'a> {
    /// The index of a search.
    pub index: &'a [u8],
    /// The scale of a timeline.
    pub scale: &'a [u8],
    /// What the files looked like that the pack was made from.
    pub stamp: &'a [u8],
}

/// A compiled pack that was not yet read.
#[derive(Debug)]
pub struct Compiled {
    origin: Origin,
    sections: Vec<Place>,
    hash: u64,
    /// How many bytes it has.
    length: u64,
}

impl Compiled {
    /// The pack that the build script has left in a program.
    ///
    /// # Errors
    /// When the bytes are no compiled pack of this version.
    pub fn built_in(bytes: &'static [u8]) -> Result<Self, Damage> {
        Self::of(Bytes::BuiltIn(bytes), bytes, bytes.len() as u64)
    }

    /// A pack in memory: it may have been cut off, changed or made to do harm.
    ///
    /// # Errors
    /// When the bytes are no compiled pack of this version, or not as they were written.
    pub fn from_bytes(bytes: Vec<u8>) -> Result<Self, Damage> {
        let bytes: Arc<[u8]> = bytes.into();
        Self::of(Bytes::Summed(Arc::clone(&bytes)), &bytes, bytes.len() as u64)?.as_written()
    }

    /// A pack in a file that stays open: what is wanted of it is read when it is first wanted.
    ///
    /// # Errors
    /// When the file cannot be read, or is no compiled pack of this version.
    pub fn from_file(file: File) -> Result<Self, Damage> {
        let length = file.metadata().map_err(|_| Damage::Short)?.len();
        let bytes = Bytes::File(Arc::new(file));
        let head = bytes.get(0..length.min(START as u64))?;
        Self::of(bytes, &head, length)
    }

    /// The same, once all of its bytes have been looked at.
    ///
    /// # Errors
    /// When any of them is not as it was written.
    pub fn as_written(self) -> Result<Self, Damage> {
        let rest = HEAD as u64..self.length;
        let head = self.origin.bytes.get(0..rest.start)?;
        let sum = quick_sum(&head[..HEAD - 8]) ^ quick_sum_of(rest, |part| self.origin.bytes.get(part))?;
        if sum == read_u64(&head, HEAD - 8) { Ok(self) } else { Err(Damage::Changed) }
    }

    fn of(bytes: Bytes, head: &[u8], length: u64) -> Result<Self, Damage> {
        if !head.starts_with(&MAGIC) {
            return Err(if MAGIC.starts_with(head) && !head.is_empty() { Damage::Short } else { Damage::NotCompiled });
        }
        if head.len() < 12 {
            return Err(Damage::Short);
        }
        match read_u32(head, 8) {
            COMPILED => {}
            version => return Err(Damage::Version(version)),
        }
        if head.len() < START {
            return Err(Damage::Short);
        }
        let mut start = START as u64;
        let mut sections = Vec::with_capacity(SECTIONS);
        for at in 0..SECTIONS {
            let end = read_u64(head, TABLE + at * 16).checked_add(START as u64).filter(|end| *end >= start);
            let end = end.ok_or(Damage::Changed)?;
            sections.push(Place { place: start..end, sum: read_u64(head, TABLE + at * 16 + 8) });
            start = end;
        }
        if start != length {
            return Err(if start > length { Damage::Short } else { Damage::Changed });
        }
        let origin = Origin { bytes, bounds: counts(head), damaged: Arc::new(AtomicBool::new(false)) };
        if !origin.bounds.are_sound() {
            return Err(Damage::Changed);
        }
        Ok(Self { origin, sections, hash: read_u64(head, 12), length })
    }

    /// What tells the files that the pack was made from apart from any others.
    #[must_use]
    pub const fn hash(&self) -> u64 {
        self.hash
    }

    /// What the pack says of itself, without the pack.
    ///
    /// # Errors
    /// When the bytes are not as they were written.
    pub fn about(&self) -> Result<About, Damage> {
        self.origin.value(&self.sections[Section::About as usize])
    }

    /// What the files looked like that the pack was made from; nothing where that was not kept.
    #[must_use]
    pub fn stamp(&self) -> Option<Vec<u8>> {
        self.origin.section(&self.sections[Section::Stamp as usize]).ok().map(Vec::from)
    }

    /// The same compiled pack with another stamp: the files look otherwise and say the same.
    ///
    /// # Errors
    /// When the bytes are no longer there.
    pub fn with_stamp(&self, stamp: &[u8]) -> Result<Vec<u8>, Damage> {
        let old = self.sections[Section::Stamp as usize].place.clone();
        let mut out = self.origin.bytes.get(0..old.start)?.into_owned();
        out.extend_from_slice(stamp);
        let of_section = [(out.len() - START) as u64, quick_sum(stamp)].map(u64::to_le_bytes).concat();
        let entry = TABLE + Section::Stamp as usize * 16;
        out[entry..entry + 16].copy_from_slice(&of_section);
        put_sum(&mut out);
        Ok(out)
    }

    /// The pack. What is not as it was written stands in it as damaged, once it is read: [`Pack::is_damaged`].
    ///
    /// # Errors
    /// When what is read at once is not as it was written.
    pub fn pack(&self) -> Result<Pack, Damage> {
        let Bounds { eras: _, chapters, passages, statements, entities, sources, notes } = self.origin.bounds;
        Ok(Pack {
            hash: self.hash,
            about: self.about()?,
            eras: self.origin.value(&self.sections[Section::Eras as usize])?,
            chapters: self.records(Section::Chapters, chapters)?,
            passages: self.records(Section::Passages, passages)?,
            statements: self.records(Section::Statements, statements)?,
            entities: self.records(Section::Entities, entities)?,
            sources: self.records(Section::Sources, sources)?,
            notes: self.records(Section::Notes, notes)?,
            ids: self.lazy(Section::Ids),
            mentions: self.records(Section::Mentions, entities)?,
            chronology: self.lazy(Section::Chronology),
            remarked: self.lazy(Section::Remarked),
            powers: self.lazy(Section::Powers),
            geo: self.stored(Section::Geo),
            translations: self.stored(Section::Translations),
            prepared: Prepared { index: self.pages(Section::Index), scale: self.stored(Section::Scale) },
            own_words: None,
            dates_in: None,
            damaged: Arc::clone(&self.origin.damaged),
        })
    }

    fn records<T: Record>(&self, section: Section, count: usize) -> Result<Records<T>, Damage> {
        Records::of(&self.origin, &self.sections[section as usize], count)
    }

    fn lazy<T: Record>(&self, section: Section) -> Lazy<T> {
        Lazy::of(self.origin.clone(), self.sections[section as usize].clone())
    }

    /// A section that is read by its pages; none that is empty.
    fn pages(&self, section: Section) -> Option<Pages> {
        Pages::of(&self.origin, &self.sections[section as usize])
    }

    /// A section that is read by whoever wants it; none that is empty.
    fn stored(&self, section: Section) -> Option<Stored> {
        let section = &self.sections[section as usize];
        (!section.place.is_empty()).then(|| Stored::Section(self.origin.clone(), section.clone()))
    }
}

impl Pack {
    /// What tells the files that the pack was made from apart from any others.
    #[must_use]
    pub const fn hash(&self) -> u64 {
        self.hash
    }

    /// What tells, also once the pack is gone, whether anything that was read of it was not as it was written.
    pub fn damage(&self) -> impl Fn() -> bool + use<> {
        let damaged = Arc::clone(&self.damaged);
        move || damaged.load(Ordering::Relaxed)
    }

    /// Whether anything that was read so far was not as it was written, and is shown as damaged.
    #[must_use]
    pub fn is_damaged(&self) -> bool {
        self.damaged.load(Ordering::Relaxed)
    }

    /// Reads all that is read when it is first wanted; whether it was as it was written.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        let records = self.chapters.iter().count()
            + self.passages.iter().count()
            + self.statements.iter().count()
            + self.entities.iter().count()
            + self.sources.iter().count()
            + self.notes.iter().count()
            + self.mentions.iter().count();
        let lists =
            self.ids.get().len() + self.chronology.get().len() + self.remarked.get().len() + self.powers.get().len();
        let geo = self.geo().is_ok();
        self.translations();
        let index = self.prepared.index.as_ref().is_none_or(|pages| pages.read(0..pages.len()).is_some());
        records + lists > 0 && geo && index && !self.is_damaged()
    }

    /// The index that a search has made of the pack, while it is read in its own language. It may have been made to do harm.
    #[must_use]
    pub fn stored_index(&self) -> Option<&Pages> {
        self.prepared.index.as_ref().filter(|_| self.own_words.is_none())
    }

    /// The scale that a timeline has made of the pack. It may have been made to do harm.
    #[must_use]
    pub fn stored_scale(&self) -> Option<std::borrow::Cow<'_, [u8]>> {
        self.prepared.scale.as_ref()?.bytes().ok()
    }
}

fn counts(head: &[u8]) -> Bounds {
    let count = |at: usize| read_u32(head, HEAD + at * 4) as usize;
    let [eras, chapters, passages, statements, entities, sources, notes] = [0, 1, 2, 3, 4, 5, 6].map(count);
    Bounds { eras, chapters, passages, statements, entities, sources, notes }
}

fn read_u32(bytes: &[u8], at: usize) -> u32 {
    bytes.get(at..at + 4).and_then(|bytes| bytes.try_into().ok()).map_or(0, u32::from_le_bytes)
}

fn read_u64(bytes: &[u8], at: usize) -> u64 {
    bytes.get(at..at + 8).and_then(|bytes| bytes.try_into().ok()).map_or(0, u64::from_le_bytes)
}
