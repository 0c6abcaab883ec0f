//! What each rule is called, and how grave it is to break it.

use super::{Kin, Plain, Rule, Severity};

impl Rule {
    /// The short name of the rule, as `unknown-id`: it stays the same from version to version.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::CannotOpen(_) => "cannot-open",
            Self::GivenUp => "given-up",
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
            _ => self.code_of_sense(),
        }
    }

    /// The name of a rule on what is said, rather than on how it is written.
    const fn code_of_sense(&self) -> &'static str {
        match self {
            Self::BadId { .. } => "bad-id",
            Self::DuplicateId { .. } => "duplicate-id",
            Self::UnknownId { .. } => "unknown-id",
            Self::WrongSort { .. } => "wrong-sort",
            Self::Forbidden(_) => "forbidden-character",
            Self::NotNormal => "not-normal",
            Self::StackedMarks => "stacked-marks",
            Self::LongText(_) => "long-text",
            Self::LongList(_) => "long-list",
            Self::Empty { .. } => "empty",
            Self::Childless { .. } => "childless",
            Self::Markup(_) => "markup",
            Self::Date(_) => "date",
            Self::SourceDate(_) => "source-date",
            Self::NameAsText => "name-as-text",
            Self::NameParts => "name-parts",
            Self::Position(_) => "position",
            Self::Outline => "outline",
            Self::ExternalId { .. } => "external-id",
            Self::SameExternalId { .. } => "same-external-id",
            Self::Kin(kin) => kin.code(),
            Self::Unpaired { .. } => "unpaired",
            Self::NoCites => "no-cites",
            Self::CitesUncited => "cites-uncited",
            Self::NoNote => "no-note",
            Self::Url(_) => "url",
            Self::Language => "language",
            Self::OtherEra { .. } => "other-era",
            Self::NoEras => "no-eras",
            Self::Format(_) => "format",
            Self::Compiled(_) => "compiled",
            Self::OutsideEra { .. } => "outside-era",
            Self::Undated(_) => "undated",
            Self::Html(_) => "html",
            Self::Anonymous(_) => "anonymous",
            Self::NothingToTranslate { .. } => "nothing-to-translate",
            Self::Stale { .. } => "stale",
            Self::SameLanguage(_) => "same-language",
            Self::WorkOfWork { .. } => "work-of-work",
            Self::Plain(plain) => plain.code(),
            _ => "no-head",
        }
    }

    /// How grave it is to break it.
    #[must_use]
    pub const fn severity(&self) -> Severity {
        match self {
            Self::Forbidden(_)
            | Self::NotNormal
            | Self::StackedMarks
            | Self::SourceDate(_)
            | Self::NameParts
            | Self::Position(_)
            | Self::Unpaired { .. }
            | Self::NoCites
            | Self::CitesUncited
            | Self::NoNote
            | Self::Plain(
                Plain::NoSuchNote { nearest: Some(_), .. }
                | Plain::NoBibliography { .. }
                | Plain::NoPosition(_)
                | Plain::NoSuchWord { .. }
                | Plain::RepeatedNote(_)
                | Plain::EmptyNote,
            )
            | Self::Url(_)
            | Self::Language
            | Self::ExternalId { .. }
            | Self::Kin(Kin::Own { .. } | Kin::NoPerson { .. } | Kin::Circle(_))
            | Self::NothingToTranslate { .. }
            | Self::SameLanguage(_)
            | Self::WorkOfWork { .. }
            | Self::Date(_) => Severity::Error,
            Self::UnknownFile(_)
            | Self::NameAsText
            | Self::OutsideEra { .. }
            | Self::Undated(_)
            | Self::Html(_)
            | Self::Anonymous(_)
            | Self::Stale { .. }
            | Self::SameExternalId { .. }
            | Self::Kin(Kin::BeforeParent { .. })
            | Self::Plain(_)
            | Self::NoHead { .. } => Severity::Warning,
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
