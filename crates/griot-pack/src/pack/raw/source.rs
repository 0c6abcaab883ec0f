//! The JSON shape of `sources.json`.

#[cfg(test)]
use schemars::JsonSchema;

use super::{List, Spanned, Str};
use crate::pack::json::{Json, Key, Lost, Read, records};
use crate::pack::problem::Span;

records! {
    /// A record of `sources.json`.
    Source {
        /// What statements cite.
        key: Str = needed "key",
        /// What sort of publication it is.
        kind: Spanned<SourceKind> = needed "kind",
        /// Family name last.
        #[cfg_attr(test, schemars(default))]
        authors: List<Str> = "authors",
        /// Family name last.
        #[cfg_attr(test, schemars(default))]
        editors: List<Str> = "editors",
        /// In brackets where the work bears none.
        title: Str = needed "title",
        /// The publisher, journal, site or larger work.
        within: Option<Str> = "in",
        /// `2019-03-26`, `2019-03` or `2019`.
        date: Option<Str> = "date",
        /// Of the part that is meant.
        pages: Option<Str> = "pages",
        /// Of the journal or series.
        volume: Option<Str> = "volume",
        /// Within the volume.
        issue: Option<Str> = "issue",
        /// Without the resolver.
        doi: Option<Str> = "doi",
        /// As printed.
        isbn: Option<Str> = "isbn",
        /// As printed.
        issn: Option<Str> = "issn",
        /// The number in that library.
        jstor: Option<Str> = "jstor",
        /// Opened only after it was shown.
        url: Option<Str> = "url",
        /// A copy that is kept.
        archive: Option<Str> = "archive",
        /// When the address was read.
        accessed: Option<Str> = "accessed",
        /// ISO 639-1 code.
        lang: Option<Str> = "lang",
        /// Key of the record of the same work.
        same_work_as: Option<Str> = "same_work_as",
        /// Whether the article names it without defining it.
        #[cfg_attr(test, schemars(default))]
        unresolved: bool = "unresolved",
        /// What a reader should know of it.
        note: Option<Str> = "note",
    }
}

/// Sorts of publications.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, serde::Serialize, serde::Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum SourceKind {
    /// A book or a part of one.
    Book,
    /// An article in a journal.
    Journal,
    /// A thesis.
    Thesis,
    /// By an organization.
    Report,
    /// A law, an accord, a resolution.
    Document,
    /// From a paper, an agency or a station.
    News,
    /// Any other page.
    #[default]
    Web,
    /// An article in one, Wikipedia set aside.
    Encyclopedia,
    /// An article of Wikipedia, or a copy of one.
    Wiki,
}
