//! The rules of a pack: what each that is broken is called, how grave it is, and what is said of it.

mod codes;
mod kin;
mod plain;
mod words;

use std::fmt::{self, Display, Formatter};

use super::place::Place;
use super::registry::Registry;
use crate::when::WhenError;
pub use kin::Kin;
pub use plain::Plain;

/// How much harm a problem does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The pack can be used as if nothing were wrong.
    Warning,
    /// The pack can be read; what is wrong is shown cleaned or not at all.
    Error,
    /// The pack cannot be read.
    Fatal,
}

/// What a value of a JSON file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool,
    /// A number.
    Number,
    /// A string.
    String,
    /// A list in brackets.
    List,
    /// An object in braces.
    Object,
}

/// A rule that a pack breaks, with what there is to say of it.
#[derive(Debug, Clone, PartialEq)]
pub enum Rule {
    /// The system's reason why a file or folder cannot be opened or read.
    CannotOpen(String),
    /// Whoever opened it gave it up.
    GivenUp,
    /// A pack is a folder or a compiled file.
    NotAPack,
    /// A pipe, a device or a folder in the place of a file.
    NotAFile,
    /// A file that a pack needs, and in which folder.
    MissingFile(String),
    /// A file of `eras/` that `pack.json` does not list.
    UnlistedEra,
    /// A file that nothing reads, and the one that it was meant for.
    UnknownFile(Option<String>),
    /// A file of more than 64 MiB.
    TooLarge,
    /// The line that holds a byte that is no UTF-8.
    NotUtf8(usize),
    /// The file begins with U+FEFF.
    ByteOrderMark,
    /// What JSON wants at this place, and what stands there; nothing at the end of the file.
    Syntax {
        /// What JSON wants.
        wanted: &'static str,
        /// What stands there; nothing at the end of the file.
        found: Option<char>,
    },
    /// A comma after the last member.
    TrailingComma,
    /// A string that does not end on its line.
    OpenString,
    /// A backslash with what JSON gives no meaning.
    BadEscape,
    /// A control character that stands in a string as it is.
    RawControl(char),
    /// Lists in lists without end.
    TooDeep,
    /// A value of another shape than is wanted.
    WrongType {
        /// The shape that is wanted, in words.
        wanted: &'static str,
        /// The one that stands there.
        found: Shape,
    },
    /// A number that is none of those that are wanted.
    WrongNumber(&'static str),
    /// A list of another length than is wanted.
    WrongLength {
        /// How many members are wanted.
        wanted: usize,
        /// How many there are.
        found: usize,
    },
    /// A key that the record does not have.
    UnknownField {
        /// As it is written.
        name: String,
        /// The key that comes near.
        nearest: Option<&'static str>,
        /// All that the record has.
        known: Vec<&'static str>,
    },
    /// A key that stands twice in one record.
    RepeatedField {
        /// The key.
        name: String,
        /// Where it stands first.
        first: Place,
    },
    /// A key that the record needs.
    MissingField(&'static str),
    /// A word that is none of those that may stand here.
    UnknownWord {
        /// As it is written.
        word: String,
        /// The one that comes near.
        nearest: Option<&'static str>,
        /// All that may stand here.
        known: &'static [&'static str],
    },
    /// An id that is not made of `[a-z0-9-]`.
    BadId {
        /// As it is written.
        id: String,
        /// What it is in these letters, where that can be told.
        nearest: Option<String>,
    },
    /// An id that something else has already, and where that is.
    DuplicateId {
        /// The id.
        id: String,
        /// Where it was given first.
        first: Place,
    },
    /// An id that nothing has.
    UnknownId {
        /// The sort of thing that is wanted.
        what: &'static str,
        /// As it is written.
        id: String,
        /// One that comes near.
        nearest: Option<String>,
    },
    /// An id of something of another sort than is wanted.
    WrongSort {
        /// The id.
        id: String,
        /// What it is the id of.
        is: &'static str,
        /// The sort of thing that is wanted.
        wanted: &'static str,
    },
    /// A character that may not be printed.
    Forbidden(char),
    /// Text that is not in Unicode normal form C.
    NotNormal,
    /// More marks on one letter than any script has.
    StackedMarks,
    /// A string of so many bytes.
    LongText(usize),
    /// A list of so many members.
    LongList(usize),
    /// Something that nothing can be shown without: of what, and which field.
    Empty {
        /// What has the field.
        what: &'static str,
        /// The field.
        field: &'static str,
    },
    /// What an era, a chapter or a passage lacks.
    Childless {
        /// What has none.
        what: &'static str,
        /// What it has none of.
        lacks: &'static str,
    },
    /// Brackets or asterisks without their partners.
    Markup(Markup),
    /// A date that cannot be read.
    Date(WhenError),
    /// The date of a source that cannot be read.
    SourceDate(WhenError),
    /// An author or an editor told in one text.
    NameAsText,
    /// A name with neither a family name nor a literal, or with both.
    NameParts,
    /// Latitude and longitude that are none.
    Position([f64; 2]),
    /// Points of the map beyond its edges.
    Outline,
    /// What is no number of a catalogue.
    ExternalId {
        /// Whose it would be.
        registry: Registry,
        /// As it is written.
        id: String,
        /// The number in what is written, if it is an address.
        nearest: Option<String>,
    },
    /// A number of a catalogue that another entity has already, and where that is.
    SameExternalId {
        /// The number.
        id: String,
        /// Where it was given first.
        first: Place,
    },
    /// People who cannot be related as they are said to be.
    Kin(Kin),
    /// A position without a precision, or the other way about.
    Unpaired {
        /// What is there.
        what: &'static str,
        /// What it needs.
        needs: &'static str,
    },
    /// A statement without cites whose standing does not say so.
    NoCites,
    /// A statement with cites that is said to have none.
    CitesUncited,
    /// A disputed or corrected statement without a note.
    NoNote,
    /// Why an address is never opened.
    Url(&'static str),
    /// A language that is not told by its code.
    Language,
    /// The era that a file holds instead of the one it is listed as.
    OtherEra {
        /// The file of the era.
        file: String,
        /// The id that the era gives itself.
        holds: String,
        /// The id that it is listed as.
        listed: String,
    },
    /// A pack without eras.
    NoEras,
    /// A version of the format that is not known.
    Format(u32),
    /// A statement that is dated to a time that its era does not touch.
    OutsideEra {
        /// The date of the statement.
        when: String,
        /// That of the era.
        era: String,
    },
    /// Words of a statement that date it, while it has no `when`.
    Undated(String),
    /// A tag or a character reference of HTML in a text.
    Html(String),
    /// What a record of a published work does not tell.
    Anonymous(&'static str),
    /// A ruler’s office of something of which nobody is said to rule, or not all who held the same office.
    NoHead {
        /// The office.
        title: String,
        /// The name of what it is an office of.
        of: String,
    },
    /// A translation of what is not there.
    NothingToTranslate {
        /// The sort of thing that is wanted.
        what: &'static str,
        /// As it is written.
        id: String,
        /// One that comes near.
        nearest: Option<String>,
    },
    /// A translation of words that have changed since.
    Stale {
        /// The stamp of the words as they are.
        now: String,
    },
    /// A record that stands for a work is said to be of another.
    WorkOfWork {
        /// The record.
        key: String,
        /// The one that it is said to be of in turn.
        further: String,
    },
    /// A second file in one language.
    SameLanguage(String),
    /// What keeps a compiled pack from being opened.
    Compiled(Damage),
    /// What is wrong with a plain file.
    Plain(Plain),
}

/// What is wrong with the markup of prose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Markup {
    /// `[[` without `]]`.
    OpenLink,
    /// `]]` without `[[`.
    StrayClose,
    /// `*` without a second one.
    OpenEmphasis,
    /// Another mark inside the link to this id.
    Nested(String),
}

/// What is wrong with a compiled pack.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Damage {
    /// It does not begin as a compiled pack does.
    NotCompiled,
    /// It is of another version of the form.
    Version(u32),
    /// It ends too early.
    Short,
    /// Its bytes are not those that were written.
    Changed,
}

/// As much of a text as a message quotes.
pub(super) fn quoted(text: &str) -> String {
    const MOST: usize = 100;
    let end = text.floor_char_boundary(MOST.min(text.len()));
    format!("{}{}", &text[..end], if end < text.len() { "…" } else { "" })
}

impl Display for Rule {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        words::write(self, f)
    }
}
