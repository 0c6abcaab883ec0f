//! Words of the page that are selected.

use super::Reader;
use crate::text::Anchor;
use crate::text::words::{Stretch, Word};

/// Words that are selected, from one to another, whichever of them comes first. Both are places in the text, so that the
/// same words stay selected at every size.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Selection {
    /// Where the word begins that was selected first; it stays.
    pub fixed: Anchor,
    /// Where the word begins that all is selected up to.
    pub end: Anchor,
    /// Whether the keys move the end; the mouse has drawn it otherwise.
    pub by_keys: bool,
}

impl Reader {
    /// All that is selected.
    #[must_use]
    pub fn selection(&self) -> Option<Stretch> {
        let Selection { fixed, end, .. } = self.selected?;
        let word = |at| Word::near(&self.page.blocks, at);
        Some(Stretch::between(word(fixed)?, word(end)?))
    }

    /// The word under a cell of the pane, told from its top left corner.
    #[must_use]
    pub fn word_at(&self, column: u16, row: u16) -> Option<Word> {
        self.layout.word_at(&self.page.blocks, self.top_line() + usize::from(row), column)
    }
}
