//! The words and signs for how far a statement can be trusted.

use super::Standing;

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
    pub const fn sign(self, ascii: bool) -> &'static str {
        match (self, ascii) {
            (Self::Established, false) => "●",
            (Self::Attributed, false) => "◐",
            (Self::Uncited, false) => "○",
            (Self::CitationNeeded, false) => "⚑",
            (Self::Corrected, false) => "✓",
            (Self::Established, true) => "+",
            (Self::Attributed, true) => "\"",
            (Self::Uncited, true) => "o",
            (Self::CitationNeeded, true) => "!",
            (Self::Corrected, true) => "=",
            (Self::Approximate, _) => "~",
            (Self::Disputed, _) => "?",
        }
    }
}
