//! Which signs may be written.

/// Which signs may be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Glyphs {
    /// Those of any font.
    #[default]
    All,
    /// Those of ASCII alone, for a terminal or a reader that knows no others.
    Ascii,
}

impl Glyphs {
    /// ASCII alone, where that was asked for.
    #[must_use]
    pub const fn of(ascii: bool) -> Self {
        if ascii { Self::Ascii } else { Self::All }
    }

    /// Whether it is ASCII alone.
    #[must_use]
    pub const fn is_ascii(self) -> bool {
        matches!(self, Self::Ascii)
    }
}
