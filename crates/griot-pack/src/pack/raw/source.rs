//! The JSON shape of `sources.json`.

#[cfg(test)]
use schemars::JsonSchema;

use super::{List, Spanned, Str};
use crate::pack::json::{Json, Key, Lost, Read, records};
use crate::pack::place::Span;
use crate::pack::rule::Shape;
use crate::pack::source::{Rank, SourceKind};

records! {
    /// A record of `sources.json`.
    Source {
        /// What statements cite.
        key: Str = needed "key",
        /// What sort of publication it is.
        kind: Spanned<SourceKind> = needed "kind",
        /// What sort of authority stands behind it.
        rank: Option<Spanned<Rank>> = "rank",
        /// Who wrote it, in the order of the title page.
        #[cfg_attr(test, schemars(default))]
        authors: List<Name> = "authors",
        /// Who edited it.
        #[cfg_attr(test, schemars(default))]
        editors: List<Name> = "editors",
        /// In brackets where the work bears none.
        title: Str = needed "title",
        /// The publisher, journal, site or larger work.
        within: Option<Str> = "in",
        /// Who published it, where it appeared in a larger work.
        publisher: Option<Str> = "publisher",
        /// Where it was published, or is kept.
        place: Option<Str> = "place",
        /// The series that it belongs to.
        series: Option<Str> = "series",
        /// When it appeared, in the `when` grammar: `2019-03-26`, `2019-03`, `2019`, `c. 1068`.
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
        /// When the address was read, in the `when` grammar.
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

    /// A name in the parts that the Citation Style Language knows: `family` with the others, or `literal` alone.
    NameParts {
        /// What lists are sorted by.
        family: Option<Str> = "family",
        /// As the bearer writes it.
        given: Option<Str> = "given",
        /// Stays with the family name wherever that stands alone.
        non_dropping_particle: Option<Str> = "non-dropping-particle",
        /// Is left out where the family name stands alone.
        dropping_particle: Option<Str> = "dropping-particle",
        /// `Jr.`, `III`.
        suffix: Option<Str> = "suffix",
        /// The whole name of a body, or of a person who has but one.
        literal: Option<Str> = "literal",
    }
}

/// The name of an author or an editor.
#[derive(Debug)]
#[cfg_attr(test, derive(JsonSchema), schemars(untagged))]
pub enum Name {
    /// Its parts.
    Parts(NameParts),
    /// One text, as older packs have it: it is taken for a literal.
    Text(Str),
}

impl Default for Name {
    fn default() -> Self {
        Self::Text(Str::default())
    }
}

impl Read for Name {
    fn read(json: &mut Json) -> Result<Self, Lost> {
        match json.shape() {
            Some(Shape::String) => Read::read(json).map(Self::Text),
            Some(Shape::Object) => Read::read(json).map(Self::Parts),
            _ => json.wrong("an object with family and given, or with literal").map(|()| Self::default()),
        }
    }
}
