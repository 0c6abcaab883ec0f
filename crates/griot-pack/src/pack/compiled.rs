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
//!  8 × n   the table: of each section where it ends, from the end of the table
//!  …       the sections, in the order of `Section`: the length of its texts in 8 bytes, the texts, and all else
//! ```
//!
//! A section is found by its place in the table and read alone: the map and other languages when they are first wanted,
//! what a pack says of itself without the pack. All numbers of the head are little-endian. The file that is built into a program is taken
//! for what the build script has written; any other is summed up, and what it points at is looked at, before it is used.

mod dates;
mod form;
mod sound;

use std::borrow::Cow;
use std::ops::Range;

use form::{Form, Reader, Writer};

use super::geo::Stored;
use super::model::{About, Pack};
use super::rule::Damage;
use super::versions::COMPILED;

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
    MentionEnds,
    Chronology,
    Geo,
    Translations,
}

const SECTIONS: usize = 14;
const HEAD: usize = MAGIC.len() + 4 + 8 + 8;
const TABLE: usize = SECTIONS * 8;

/// A compiled pack that was not yet read.
#[derive(Debug)]
pub struct Compiled<'a> {
    bytes: &'a [u8],
    /// The same bytes, where they are built into the program: their texts need not be copied.
    lasting: Option<&'static [u8]>,
    hash: u64,
}

impl Compiled<'static> {
    /// The pack that the build script has left in a program.
    ///
    /// # Errors
    /// When the bytes are no compiled pack of this version.
    pub fn built_in(bytes: &'static [u8]) -> Result<Self, Damage> {
        Self::of(bytes, Some(bytes))
    }
}

impl<'a> Compiled<'a> {
    /// A pack from a file: it may have been cut off, changed or made to do harm.
    ///
    /// # Errors
    /// When the bytes are no compiled pack of this version, or not as they were written.
    pub fn from_file(bytes: &'a [u8]) -> Result<Self, Damage> {
        let it = Self::of(bytes, None)?;
        if sum_of(&bytes[..HEAD - 8], &bytes[HEAD..]) == read_u64(bytes, HEAD - 8) {
            Ok(it)
        } else {
            Err(Damage::Changed)
        }
    }

    fn of(bytes: &'a [u8], lasting: Option<&'static [u8]>) -> Result<Self, Damage> {
        if !bytes.starts_with(&MAGIC) {
            return Err(if MAGIC.starts_with(bytes) && !bytes.is_empty() {
                Damage::Short
            } else {
                Damage::NotCompiled
            });
        }
        let Some(version) = bytes.get(8..12).and_then(|version| version.try_into().ok()).map(u32::from_le_bytes) else {
            return Err(Damage::Short);
        };
        if version != COMPILED {
            return Err(Damage::Version(version));
        }
        if bytes.len() < HEAD + TABLE {
            return Err(Damage::Short);
        }
        let it = Self { bytes, lasting, hash: read_u64(bytes, 12) };
        let last = it.ends(SECTIONS - 1);
        match last.cmp(&bytes.len()) {
            std::cmp::Ordering::Greater => Err(Damage::Short),
            std::cmp::Ordering::Less => Err(Damage::Changed),
            std::cmp::Ordering::Equal => Ok(it),
        }
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
        self.section(Section::About)
    }

    /// The pack.
    ///
    /// # Errors
    /// When the bytes are not as they were written, or point at what is not there.
    pub fn pack(&self) -> Result<Pack, Damage> {
        let pack = Pack {
            hash: self.hash,
            about: self.about()?,
            eras: self.section(Section::Eras)?,
            chapters: self.section(Section::Chapters)?,
            passages: self.section(Section::Passages)?,
            statements: self.section(Section::Statements)?,
            entities: self.section(Section::Entities)?,
            sources: self.section(Section::Sources)?,
            notes: self.section(Section::Notes)?,
            ids: self.section(Section::Ids)?,
            mentions: self.section(Section::Mentions)?,
            mention_ends: self.section(Section::MentionEnds)?,
            chronology: self.section(Section::Chronology)?,
            geo: self.stored(Section::Geo)?,
            translations: self.stored(Section::Translations)?,
            own_words: None,
        };
        if self.lasting.is_some() || sound::is_sound(&pack) { Ok(pack) } else { Err(Damage::Changed) }
    }

    /// Where a section ends.
    fn ends(&self, section: usize) -> usize {
        let end = read_u64(self.bytes, HEAD + section * 8);
        usize::try_from(end).unwrap_or(usize::MAX).saturating_add(HEAD + TABLE)
    }

    fn place(&self, section: Section) -> Result<Range<usize>, Damage> {
        let at = section as usize;
        let start = at.checked_sub(1).map_or(HEAD + TABLE, |before| self.ends(before));
        let range = start..self.ends(at);
        if range.start <= range.end && range.end <= self.bytes.len() { Ok(range) } else { Err(Damage::Changed) }
    }

    /// A section that is read when it is first wanted; none that is empty.
    fn stored(&self, section: Section) -> Result<Option<Stored>, Damage> {
        let place = self.place(section)?;
        Ok((!place.is_empty()).then(|| {
            Stored(match self.lasting {
                Some(bytes) => Cow::Borrowed(&bytes[place]),
                None => Cow::Owned(self.bytes[place].to_vec()),
            })
        }))
    }

    fn section<T: Form>(&self, section: Section) -> Result<T, Damage> {
        let place = self.place(section)?;
        match self.lasting {
            Some(bytes) => Reader::built_in(&bytes[place])?.whole(),
            None => Reader::of(&self.bytes[place])?.whole(),
        }
    }
}

impl Stored {
    pub fn of(value: &impl Form) -> Self {
        Self(encode(value).into())
    }

    pub fn read<T: Form>(&self) -> Result<T, Damage> {
        decode(&self.0)
    }
}

impl Pack {
    /// The pack in compiled form: what [`Compiled`] reads. It is read in its own language.
    #[must_use]
    pub fn compile(&self) -> Vec<u8> {
        let stored = |it: &Option<Stored>| it.as_ref().map_or_else(Vec::new, |it| it.0.to_vec());
        let sections: [Vec<u8>; SECTIONS] = [
            encode(&self.about),
            encode(&self.eras),
            encode(&self.chapters),
            encode(&self.passages),
            encode(&self.statements),
            encode(&self.entities),
            encode(&self.sources),
            encode(&self.notes),
            encode(&self.ids),
            encode(&self.mentions),
            encode(&self.mention_ends),
            encode(&self.chronology),
            stored(&self.geo),
            stored(&self.translations),
        ];
        let ends = sections.iter().scan(0, |end: &mut u64, section| {
            *end += section.len() as u64;
            Some(end.to_le_bytes())
        });
        let ends: Vec<u8> = ends.flatten().collect();
        let body = [ends, sections.concat()].concat();
        let head = [&MAGIC[..], &COMPILED.to_le_bytes(), &self.hash.to_le_bytes()].concat();
        let sum = sum_of(&head, &body).to_le_bytes();
        [&head[..], &sum, &body].concat()
    }

    /// What tells the files that the pack was made from apart from any others.
    #[must_use]
    pub const fn hash(&self) -> u64 {
        self.hash
    }
}

/// A value in compiled form by itself.
pub(super) fn encode(value: &impl Form) -> Vec<u8> {
    let mut out = Writer::default();
    value.write(&mut out);
    out.into_bytes()
}

/// Reads what [`encode`] has written.
pub(super) fn decode<T: Form>(bytes: &[u8]) -> Result<T, Damage> {
    Reader::of(bytes)?.whole()
}

fn read_u64(bytes: &[u8], at: usize) -> u64 {
    bytes.get(at..at + 8).and_then(|bytes| bytes.try_into().ok()).map_or(0, u64::from_le_bytes)
}

/// The sum of bytes by which a change of any of them is seen: FNV-1a of 64 bits.
pub(super) fn sum(bytes: &[u8]) -> u64 {
    add_to_sum(0xcbf2_9ce4_8422_2325, bytes)
}

fn sum_of(head: &[u8], body: &[u8]) -> u64 {
    add_to_sum(sum(head), body)
}

/// The sum after further bytes.
pub(super) fn add_to_sum(sum: u64, bytes: &[u8]) -> u64 {
    bytes.iter().fold(sum, |sum, byte| (sum ^ u64::from(*byte)).wrapping_mul(0x100_0000_01b3))
}
