//! What the map is drawn with.

use griot_pack::glyphs::Glyphs;

/// What the map is drawn with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Marker {
    /// Dots in braille, eight in a cell.
    #[default]
    Braille,
    /// Half blocks, two in a cell.
    Blocks,
    /// A character a cell.
    Dots,
    /// Not drawn: a list of places with distance and direction.
    Words,
}

impl Marker {
    /// The next marker; braille and blocks are no ASCII.
    #[must_use]
    pub const fn next(self, glyphs: Glyphs) -> Self {
        match (self.shown(glyphs), glyphs) {
            (Self::Braille, _) => Self::Blocks,
            (Self::Blocks, _) | (Self::Words, Glyphs::Ascii) => Self::Dots,
            (Self::Dots, _) => Self::Words,
            (Self::Words, Glyphs::All) => Self::Braille,
        }
    }

    /// The marker that can be shown.
    #[must_use]
    pub const fn shown(self, glyphs: Glyphs) -> Self {
        match self {
            Self::Braille | Self::Blocks if glyphs.is_ascii() => Self::Dots,
            marker => marker,
        }
    }

    /// The marker that is chosen by a word.
    #[must_use]
    pub fn named(word: &str) -> Option<Self> {
        [("braille", Self::Braille), ("blocks", Self::Blocks), ("dots", Self::Dots), ("words", Self::Words)]
            .into_iter()
            .find(|(known, _)| *known == word)
            .map(|(_, marker)| marker)
    }

    /// Its name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Braille => "braille",
            Self::Blocks => "half blocks",
            Self::Dots => "dots",
            Self::Words => "words alone",
        }
    }
}
