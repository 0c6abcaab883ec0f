//! The JSON shape of `sources.json`.

#[cfg(test)]
use schemars::JsonSchema;
use serde::Deserialize;

use super::Text;

/// A record of `sources.json`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, serde::Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Source<'a> {
    /// What statements cite.
    #[serde(borrow)]
    pub key: Text<'a>,
    /// What sort of publication it is.
    pub kind: SourceKind,
    /// Family name last.
    #[serde(default)]
    pub authors: Vec<Text<'a>>,
    /// Family name last.
    #[serde(default)]
    pub editors: Vec<Text<'a>>,
    /// In brackets where the work bears none.
    pub title: Text<'a>,
    /// The publisher, journal, site or larger work.
    #[serde(rename = "in")]
    pub within: Option<Text<'a>>,
    /// `2019-03-26`, `2019-03` or `2019`.
    pub date: Option<Text<'a>>,
    /// Of the part that is meant.
    pub pages: Option<Text<'a>>,
    /// Of the journal or series.
    pub volume: Option<Text<'a>>,
    /// Within the volume.
    pub issue: Option<Text<'a>>,
    /// Without the resolver.
    pub doi: Option<Text<'a>>,
    /// As printed.
    pub isbn: Option<Text<'a>>,
    /// As printed.
    pub issn: Option<Text<'a>>,
    /// The number in that library.
    pub jstor: Option<Text<'a>>,
    /// Opened only after it was shown.
    pub url: Option<Text<'a>>,
    /// A copy that is kept.
    pub archive: Option<Text<'a>>,
    /// When the address was read.
    pub accessed: Option<Text<'a>>,
    /// ISO 639-1 code.
    pub lang: Option<Text<'a>>,
    /// Key of the record of the same work.
    pub same_work_as: Option<Text<'a>>,
    /// Whether the article names it without defining it.
    #[serde(default)]
    pub unresolved: bool,
    /// What a reader should know of it.
    pub note: Option<Text<'a>>,
}

/// Sorts of publications.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, serde::Serialize)]
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
    Web,
    /// An article in one, Wikipedia set aside.
    Encyclopedia,
    /// An article of Wikipedia, or a copy of one.
    Wiki,
}
