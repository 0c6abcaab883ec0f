//! The works that statements cite.

use serde::Serialize;

use super::{SourceKind, Text};

/// A work that statements cite.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Source {
    /// What statements cite.
    pub key: Text,
    /// What sort of publication it is.
    pub kind: SourceKind,
    /// Family name last.
    pub authors: Vec<Text>,
    /// Family name last.
    pub editors: Vec<Text>,
    /// In brackets where the work bears none.
    pub title: Text,
    /// The publisher, journal, site or larger work.
    #[serde(rename = "in")]
    pub within: Option<Text>,
    /// `2019-03-26`, `2019-03` or `2019`.
    pub date: Option<Text>,
    /// Of the part that is meant.
    pub pages: Option<Text>,
    /// Of the journal or series.
    pub volume: Option<Text>,
    /// Within the volume.
    pub issue: Option<Text>,
    /// Without the resolver.
    pub doi: Option<Text>,
    /// As printed.
    pub isbn: Option<Text>,
    /// As printed.
    pub issn: Option<Text>,
    /// The number in that library.
    pub jstor: Option<Text>,
    /// Opened only after it was shown.
    pub url: Option<Text>,
    /// A copy that is kept.
    pub archive: Option<Text>,
    /// When the address was read.
    pub accessed: Option<Text>,
    /// ISO 639-1 code.
    pub lang: Option<Text>,
    /// Key of the record of the same work.
    pub same_work_as: Option<Text>,
    /// Whether the article names it without defining it.
    pub unresolved: bool,
    /// What a reader should know of it.
    pub note: Option<Text>,
}
