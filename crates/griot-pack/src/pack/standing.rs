//! The words and signs for how far a statement can be trusted.

use super::Standing;
use crate::glyphs::Glyphs;

impl Standing {
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
        }
    }

    /// Its sign in the trust margin: a full circle where a source stands behind the statement, an empty one where none
    /// does.
    #[must_use]
    pub const fn sign(self, glyphs: Glyphs) -> &'static str {
        match (self, glyphs) {
            (Self::Established, Glyphs::All) => "●",
            (Self::Attributed, Glyphs::All) => "◐",
            (Self::Uncited, Glyphs::All) => "○",
            (Self::CitationNeeded, Glyphs::All) => "⚑",
            (Self::Corrected, Glyphs::All) => "✓",
            (Self::Established, Glyphs::Ascii) => "+",
            (Self::Attributed, Glyphs::Ascii) => "\"",
            (Self::Uncited, Glyphs::Ascii) => "o",
            (Self::CitationNeeded, Glyphs::Ascii) => "!",
            (Self::Corrected, Glyphs::Ascii) => "=",
            (Self::Approximate, _) => "~",
            (Self::Disputed, _) => "?",
        }
    }
}
