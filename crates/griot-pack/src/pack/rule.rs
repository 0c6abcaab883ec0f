//! The rules of a pack: what each that is broken is called, how grave it is, and what is said of it.

use std::fmt::{self, Display, Formatter};

use super::problem::Place;
use crate::when::WhenError;

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
    /// A pack is a folder or a compiled file.
    NotAPack,
    /// A pipe, a device or a folder in the place of a file.
    NotAFile,
    /// A file that a pack needs, and in which folder.
    MissingFile(String),
    /// A file of `eras/` that `pack.json` does not list.
    UnlistedEra,
    /// A file that nothing reads, and the name that it comes near.
    UnknownFile(Option<String>),
    /// A file of more than 64 MiB.
    TooLarge,
    /// The line that holds a byte that is no UTF-8.
    NotUtf8(usize),
    /// The file begins with U+FEFF.
    ByteOrderMark,
    /// What JSON wants at this place, and what stands there; nothing at the end of the file.
    Syntax { wanted: &'static str, found: Option<char> },
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
    WrongType { wanted: &'static str, found: Shape },
    /// A number that is none of those that are wanted.
    WrongNumber(&'static str),
    /// A list of another length than is wanted.
    WrongLength { wanted: usize, found: usize },
    /// A key that the record does not have.
    UnknownField { name: String, nearest: Option<&'static str>, known: Vec<&'static str> },
    /// A key that stands twice in one record.
    RepeatedField { name: String, first: Place },
    /// A key that the record needs.
    MissingField(&'static str),
    /// A word that is none of those that may stand here.
    UnknownWord { word: String, nearest: Option<&'static str>, known: &'static [&'static str] },
    /// An id that is not made of `[a-z0-9-]`, and what it would be in these letters where that can be told.
    BadId { id: String, nearest: Option<String> },
    /// An id that something else has already, and where that is.
    DuplicateId { id: String, first: Place },
    /// An id that nothing has.
    UnknownId { what: &'static str, id: String, nearest: Option<String> },
    /// An id of something of another sort than is wanted.
    WrongSort { id: String, is: &'static str, wanted: &'static str },
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
    /// More records of a sort than a pack may have.
    TooMany(&'static str),
    /// Something that nothing can be shown without: of what, and which field.
    Empty { what: &'static str, field: &'static str },
    /// What an era, a chapter or a passage lacks.
    Childless { what: &'static str, lacks: &'static str },
    /// Brackets or asterisks without their partners.
    Markup(Markup),
    /// A date that cannot be read.
    Date(WhenError),
    /// Latitude and longitude that are none.
    Position([f64; 2]),
    /// Points of the map beyond its edges.
    Outline,
    /// A position without a precision, or the other way about.
    Unpaired { what: &'static str, needs: &'static str },
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
    OtherEra { file: String, holds: String, listed: String },
    /// A pack without eras.
    NoEras,
    /// A version of the format that is not known.
    Format(u32),
    /// A statement that is dated to a time that its era does not touch.
    OutsideEra { when: String, era: String },
    /// Words of a statement that date it, while it has no `when`.
    Undated(String),
    /// A tag or a character reference of HTML in a text.
    Html(String),
    /// What a record of a published work does not tell.
    Anonymous(&'static str),
    /// A ruler’s office of something of which nobody is said to rule, or not all who held the same office.
    NoHead { title: String, of: String },
    /// What keeps a compiled pack from being opened.
    Compiled(Damage),
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

impl Rule {
    /// The short name of the rule, as `unknown-id`: it stays the same from version to version.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::CannotOpen(_) => "cannot-open",
            Self::NotAPack => "not-a-pack",
            Self::NotAFile => "not-a-file",
            Self::MissingFile(_) => "missing-file",
            Self::UnlistedEra => "unlisted-era",
            Self::UnknownFile(_) => "unknown-file",
            Self::TooLarge => "too-large",
            Self::NotUtf8(_) => "not-utf-8",
            Self::ByteOrderMark => "byte-order-mark",
            Self::Syntax { .. } => "syntax",
            Self::TrailingComma => "trailing-comma",
            Self::OpenString => "open-string",
            Self::BadEscape => "bad-escape",
            Self::RawControl(_) => "raw-control",
            Self::TooDeep => "too-deep",
            Self::WrongType { .. } => "wrong-type",
            Self::WrongNumber(_) => "wrong-number",
            Self::WrongLength { .. } => "wrong-length",
            Self::UnknownField { .. } => "unknown-field",
            Self::RepeatedField { .. } => "repeated-field",
            Self::MissingField(_) => "missing-field",
            Self::UnknownWord { .. } => "unknown-word",
            Self::BadId { .. } => "bad-id",
            Self::DuplicateId { .. } => "duplicate-id",
            Self::UnknownId { .. } => "unknown-id",
            Self::WrongSort { .. } => "wrong-sort",
            Self::Forbidden(_) => "forbidden-character",
            Self::NotNormal => "not-normal",
            Self::StackedMarks => "stacked-marks",
            Self::LongText(_) => "long-text",
            Self::LongList(_) => "long-list",
            Self::TooMany(_) => "too-many",
            Self::Empty { .. } => "empty",
            Self::Childless { .. } => "childless",
            Self::Markup(_) => "markup",
            Self::Date(_) => "date",
            Self::Position(_) => "position",
            Self::Outline => "outline",
            Self::Unpaired { .. } => "unpaired",
            Self::NoCites => "no-cites",
            Self::CitesUncited => "cites-uncited",
            Self::NoNote => "no-note",
            Self::Url(_) => "url",
            Self::Language => "language",
            Self::OtherEra { .. } => "other-era",
            Self::NoEras => "no-eras",
            Self::Format(_) => "format",
            Self::OutsideEra { .. } => "outside-era",
            Self::Undated(_) => "undated",
            Self::Html(_) => "html",
            Self::Anonymous(_) => "anonymous",
            Self::NoHead { .. } => "no-head",
            Self::Compiled(_) => "compiled",
        }
    }

    /// How grave it is to break it.
    #[must_use]
    pub const fn severity(&self) -> Severity {
        match self {
            Self::UnknownFile(_)
            | Self::OutsideEra { .. }
            | Self::Undated(_)
            | Self::Html(_)
            | Self::Anonymous(_)
            | Self::NoHead { .. } => Severity::Warning,
            Self::Forbidden(_)
            | Self::NotNormal
            | Self::StackedMarks
            | Self::Url(_)
            | Self::Language
            | Self::Date(_) => Severity::Error,
            _ => Severity::Fatal,
        }
    }
}

impl Severity {
    /// The word for it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Warning => "warning",
            Self::Error | Self::Fatal => "error",
        }
    }
}

impl Display for Rule {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        super::words::write(self, f)
    }
}
