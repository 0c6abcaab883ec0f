//! How far a statement can be trusted: the word and the sign for it.

#[cfg(test)]
use schemars::JsonSchema;

use crate::glyphs::Glyphs;

/// How far a statement can be trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, serde::Serialize, serde::Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// Cited, and nobody is known to contest it.
    #[default]
    Established,
    /// True as a statement of who says it.
    Attributed,
    /// A round date or number stands for one that is not known.
    Approximate,
    /// Sources disagree; the note says how.
    Disputed,
    /// Told otherwise than in the article the facts come from.
    Corrected,
    /// The article gives no source and none was found.
    Uncited,
    /// The article itself asks for a source.
    CitationNeeded,
    /// As it is remembered in a family or by those who were there; it may have no source.
    Oral,
}

impl Standing {
    /// All of them, the best known first.
    pub const ALL: [Self; 8] = [
        Self::Established,
        Self::Attributed,
        Self::Oral,
        Self::Approximate,
        Self::Disputed,
        Self::Corrected,
        Self::Uncited,
        Self::CitationNeeded,
    ];

    /// What it says of a statement, in a few words.
    #[must_use]
    pub const fn in_short(self) -> &'static str {
        match self {
            Self::Established => "cited, and contested by nobody known",
            Self::Attributed => "true as what somebody says",
            Self::Approximate => "a round date or number",
            Self::Disputed => "sources disagree",
            Self::Corrected => "told otherwise than where it was first read",
            Self::Uncited => "no source was found",
            Self::CitationNeeded => "where it was first read a source is asked for",
            Self::Oral => "as it is remembered and told",
        }
    }

    /// The word for it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Established => "established",
            Self::Attributed => "attributed",
            Self::Approximate => "approximate",
            Self::Disputed => "disputed",
            Self::Corrected => "corrected",
            Self::Uncited => "uncited",
            Self::CitationNeeded => "citation needed",
            Self::Oral => "oral",
        }
    }

    /// Its sign in the trust margin: a full circle where a source stands behind the statement, an empty one where none
    /// does.
    #[must_use]
    pub const fn sign(self, glyphs: Glyphs) -> &'static str {
        match (self, glyphs) {
            (Self::Established, Glyphs::All) => "●",
            (Self::Attributed, Glyphs::All) => "◐",
            (Self::Oral, Glyphs::All) => "◇",
            (Self::Uncited, Glyphs::All) => "○",
            (Self::CitationNeeded, Glyphs::All) => "⚑",
            (Self::Corrected, Glyphs::All) => "✓",
            (Self::Established, Glyphs::Ascii) => "+",
            (Self::Attributed, Glyphs::Ascii) => "\"",
            (Self::Oral, Glyphs::Ascii) => "%",
            (Self::Uncited, Glyphs::Ascii) => "o",
            (Self::CitationNeeded, Glyphs::Ascii) => "!",
            (Self::Corrected, Glyphs::Ascii) => "=",
            (Self::Approximate, _) => "~",
            (Self::Disputed, _) => "?",
        }
    }
}
