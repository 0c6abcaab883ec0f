//! The works that statements cite.

#[cfg(test)]
use schemars::JsonSchema;
use serde::Serialize;

use super::name::Name;
use super::text::Text;
use crate::when::{When, WhenError};

/// A work that statements cite.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Source {
    /// What statements cite.
    pub key: Text,
    /// What sort of publication it is.
    pub kind: SourceKind,
    /// What sort of authority stands behind it, where that was said.
    pub rank: Option<Rank>,
    /// Who wrote it, in the order of the title page.
    pub authors: Vec<Name>,
    /// Who edited it.
    pub editors: Vec<Name>,
    /// In brackets where the work bears none.
    pub title: Text,
    /// The publisher, journal, site or larger work.
    #[serde(rename = "in")]
    pub within: Option<Text>,
    /// Who published it, where it appeared in a larger work.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub publisher: Option<Text>,
    /// Where it was published, or is kept.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<Text>,
    /// The series that it belongs to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub series: Option<Text>,
    /// When it appeared, as it was written: [`Source::when`] reads it.
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
    /// When the URL was read.
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
    /// A part of a book that has an author of its own.
    Chapter,
    /// What is kept in an archive: a letter, a register, a deed.
    Archive,
    /// What somebody told and somebody wrote down or recorded.
    Interview,
    /// A photograph or another picture.
    Photograph,
    /// A map.
    Map,
}

/// What sort of authority stands behind a source: not whether it is right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, serde::Serialize, serde::Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Rank {
    /// By historians and archaeologists, or in their editions.
    Scholarly,
    /// By states, courts, and bodies of the United Nations.
    Official,
    /// By newspapers, stations and agencies.
    Press,
    /// Works that one looks things up in, Wikipedia set aside.
    Reference,
    /// Wikipedia in any language, and what copies it.
    Wiki,
    /// Pages and books that nobody but their authors answers for.
    #[default]
    SelfPublished,
}

impl Rank {
    /// The word for it in files.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Scholarly => "scholarly",
            Self::Official => "official",
            Self::Press => "press",
            Self::Reference => "reference",
            Self::Wiki => "wiki",
            Self::SelfPublished => "self-published",
        }
    }

    /// All of them, the weightiest first.
    pub const ALL: [Self; 6] =
        [Self::Scholarly, Self::Official, Self::Press, Self::Reference, Self::Wiki, Self::SelfPublished];

    /// The rank of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rank| rank.name() == name)
    }
}

impl Source {
    /// Who signs it, where that says more than where it appeared: a paper, an agency or a ministry that is its own author
    /// is told once.
    #[must_use]
    pub fn byline(&self) -> &[Name] {
        let told = |body: &str| self.within.as_deref().is_some_and(|within| within.contains(body));
        match self.authors.as_slice() {
            [Name::Literal { literal }] if told(literal) => &[],
            authors => authors,
        }
    }

    /// When it appeared; none where that is not given or is no date.
    #[must_use]
    pub fn when(&self) -> Option<When> {
        self.date.as_deref().and_then(|date| date_of(date).ok())
    }

    /// When its address was read; none where that is not given or is no date.
    #[must_use]
    pub fn read_on(&self) -> Option<When> {
        self.accessed.as_deref().and_then(|date| date_of(date).ok())
    }
}

/// Reads the date of a source: the `when` grammar, in which a year, a hyphen and two digits are what they are in EDTF,
/// a month or a season, and no span of years.
///
/// # Errors
/// Those of [`When::parse`] and [`When::parse_edtf`].
pub(super) fn date_of(text: &str) -> Result<When, WhenError> {
    let digits = |part: &str, count: usize| part.len() == count && part.bytes().all(|byte| byte.is_ascii_digit());
    match text.split_once('-') {
        Some((year, month)) if digits(year, 4) && digits(month, 2) => When::parse_edtf(text),
        _ => When::parse(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_body_that_publishes_what_it_writes_is_told_once() {
        let of = |body: &'static str, within: &'static str| Source {
            authors: vec![Name::literal(body)],
            within: Some(within.into()),
            ..Source::default()
        };
        assert!(of("Wikipedia", "Wikipedia, read as a copy at WikiMili").byline().is_empty());
        assert_eq!(of("Agence France-Presse", "taz").byline().len(), 1);
        let person = Source { authors: vec![Name::Person(super::super::name::Person::default())], ..of("", "") };
        assert_eq!(person.byline().len(), 1);
        assert_eq!(Rank::ALL.map(|rank| Rank::named(rank.name())), Rank::ALL.map(Some));
    }

    #[test]
    fn a_hyphen_and_a_month_are_iso_8601() {
        let source = |date: &'static str| Source { date: Some(date.into()), ..Source::default() };
        assert_eq!(source("2005-07").when(), When::parse("Jul 2005").ok());
        assert_eq!(source("2005-07-02").when(), When::parse("2 Jul 2005").ok());
        assert_eq!(source("1912-1914").when(), When::parse("1912..1914").ok());
        for none in ["hello", "2001-13", ""] {
            assert_eq!(source(none).when(), None, "{none}");
        }
    }
}
