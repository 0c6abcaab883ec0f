//! Words of the page that are selected.

use super::Reader;
use griot_history::text::words::{Stretch, Word};
use griot_history::text::{Anchor, Piece};

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

    /// Whether keys move the end of what is selected.
    #[must_use]
    pub const fn selects_by_keys(&self) -> bool {
        matches!(self.selected, Some(Selection { by_keys: true, .. }))
    }

    /// Where the word stands up to which the keys have selected.
    #[must_use]
    pub fn selecting_at(&self) -> Option<Piece> {
        let end = self.end().filter(|_| self.selects_by_keys())?;
        self.layout.place_of(&self.page.blocks, end)
    }

    /// Begins to select at the first word in sight of the reader's statement; whether there is a word.
    pub fn select_here(&mut self) -> bool {
        let window = self.window();
        let top = self.layout.anchor_at(window.start);
        let begins = self.statement().and_then(|statement| self.page.anchor_of(statement)).map(|at| at.max(top));
        let seen = begins.filter(|at| window.contains(&self.layout.line_at(*at)));
        let word = Word::from(&self.page.blocks, seen.unwrap_or(top)).map(Word::anchor);
        self.selected = word.map(|word| Selection { fixed: word, end: word, by_keys: true });
        word.is_some()
    }

    /// Moves the end of what is selected to the next or the previous word; whether there is one.
    pub fn select_word(&mut self, forward: bool) -> bool {
        let next = self.end().and_then(|word| word.step(&self.page.blocks, forward));
        self.move_end(next)
    }

    /// Moves the end of what is selected to the next or the previous line, and from the last or the first to its outer
    /// end; whether that is another word.
    pub fn select_line(&mut self, forward: bool) -> bool {
        if let Some(Selection { end, .. }) = self.selected {
            self.reach(end, self.height, self.height);
        }
        let blocks = &self.page.blocks;
        let Some((word, place)) = self.end().and_then(|word| Some((word, self.layout.place_of(blocks, word)?))) else {
            return false;
        };
        // From the middle of a word the next line is met where the eye expects it, long and short words alike.
        let column = place.column + place.width / 2;
        let other = |line: usize| self.layout.word_at(blocks, line, column).filter(|it| *it != word);
        let seen = |line: &usize| self.layout.has_text(*line);
        let next = if forward {
            (place.line + 1..self.layout.lines.len()).filter(seen).find_map(other)
        } else {
            (0..place.line).rev().filter(seen).find_map(other)
        };
        let edge = || self.layout.word_at(blocks, place.line, if forward { u16::MAX } else { 0 });
        self.move_end(next.or_else(edge).filter(|it| *it != word))
    }

    fn end(&self) -> Option<Word> {
        Word::near(&self.page.blocks, self.selected?.end)
    }

    /// Moves the end of what is selected to a word, and brings that into sight.
    fn move_end(&mut self, to: Option<Word>) -> bool {
        let (Some(selected), Some(word)) = (self.selected, to) else { return false };
        self.selected = Some(Selection { end: word.anchor(), ..selected });
        self.show(word);
        true
    }

    /// Scrolls no further than brings a word into sight.
    fn show(&mut self, word: Word) {
        let lines = &self.layout.lines;
        let seen = self.window();
        let above = lines.get(seen.start).is_some_and(|line| word.anchor() < line.start);
        let below = lines.get(seen.end).is_some_and(|line| word.anchor() >= line.start);
        if above || below {
            let context = if above { 0 } else { self.height - 1 };
            self.reach(word.anchor(), context, 0);
            if let Some(Piece { line, .. }) = self.layout.place_of(&self.page.blocks, word) {
                self.scroll_to(self.layout.anchor_at(line.saturating_sub(context)));
            }
        }
    }
}
