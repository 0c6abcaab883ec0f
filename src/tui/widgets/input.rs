//! A line to type in, edited by graphemes as shells do.

use unicode_segmentation::UnicodeSegmentation;

use griot_pack::clean::is_forbidden;

/// The most characters of a query.
const MOST: usize = 256;

/// The text and where the cursor stands in it, in bytes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Input {
    text: String,
    cursor: usize,
    /// Whether the cursor is in the list beneath, until something is typed again.
    left: bool,
}

impl Input {
    /// A line that already holds a text, with the cursor at its end.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let mut input = Self::default();
        input.insert_text(text);
        input
    }

    /// Gives the cursor to the list beneath: what is chosen there is what matters now.
    pub const fn leave(&mut self) {
        self.left = true;
    }

    /// Takes the cursor back.
    pub const fn take(&mut self) {
        self.left = false;
    }

    /// Whether the list beneath has the cursor.
    #[must_use]
    pub const fn is_left(&self) -> bool {
        self.left
    }

    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What stands before the cursor.
    #[must_use]
    pub fn before_cursor(&self) -> &str {
        &self.text[..self.cursor]
    }

    /// Types a text as [`Self::insert`] types its characters.
    pub fn insert_text(&mut self, text: &str) {
        self.take();
        text.chars().for_each(|c| self.insert(c));
    }

    /// Types a character; control and invisible characters are left out.
    pub fn insert(&mut self, c: char) {
        if !is_forbidden(c) && self.text.chars().count() < MOST {
            self.text.insert(self.cursor, c);
            self.cursor += c.len_utf8();
        }
    }

    /// Moves by graphemes.
    pub fn step(&mut self, by: i32) {
        self.cursor = if by < 0 { self.before() } else { self.after() };
    }

    /// Moves by words.
    pub fn step_word(&mut self, by: i32) {
        self.cursor = if by < 0 {
            self.word_before()
        } else {
            let rest = &self.text[self.cursor..];
            let word = rest.find(|c: char| !c.is_whitespace()).unwrap_or(rest.len());
            rest[word..].find(char::is_whitespace).map_or(self.text.len(), |end| self.cursor + word + end)
        };
    }

    /// Moves to the beginning or the end.
    pub const fn to_end(&mut self, by: i32) {
        self.cursor = if by < 0 { 0 } else { self.text.len() };
    }

    pub fn erase(&mut self) {
        self.cut(self.before(), self.cursor);
    }

    pub fn erase_next(&mut self) {
        self.cut(self.cursor, self.after());
    }

    pub fn erase_word(&mut self) {
        self.cut(self.word_before(), self.cursor);
    }

    /// Erases all before the cursor.
    pub fn erase_line(&mut self) {
        self.cut(0, self.cursor);
    }

    /// Erases all after the cursor.
    pub fn erase_rest(&mut self) {
        self.text.truncate(self.cursor);
    }

    fn cut(&mut self, from: usize, to: usize) {
        self.text.replace_range(from..to, "");
        self.cursor = from;
    }

    fn before(&self) -> usize {
        self.text[..self.cursor].grapheme_indices(true).next_back().map_or(0, |(at, _)| at)
    }

    fn after(&self) -> usize {
        self.text[self.cursor..].graphemes(true).next().map_or(self.cursor, |g| self.cursor + g.len())
    }

    fn word_before(&self) -> usize {
        let text = self.text[..self.cursor].trim_end();
        text.rfind(char::is_whitespace).map_or(0, |at| at + text[at..].chars().next().map_or(0, char::len_utf8))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn words_are_erased_and_stepped_over() {
        let mut input = Input::of("mansa musa");
        input.erase_word();
        assert_eq!(input.text(), "mansa ");
        input.step_word(-1);
        input.insert('x');
        assert_eq!(input.text(), "xmansa ");
        input.step_word(1);
        input.erase_line();
        assert_eq!(input.text(), " ");
    }

    #[test]
    fn a_letter_with_a_mark_is_one_step() {
        let mut input = Input::of("ke\u{301}");
        input.erase();
        assert_eq!(input.text(), "k");
    }

    #[test]
    fn no_more_than_256_characters_and_no_controls() {
        let input = Input::of(&"é\u{1b}".repeat(1000));
        assert_eq!(input.text().chars().count(), MOST);
        assert!(!input.text().contains('\u{1b}'));
    }

    proptest! {
        #[test]
        fn any_editing_keeps_the_cursor_on_a_letter(edits in proptest::collection::vec((0u8..10, any::<char>()), 0..60)) {
            let mut input = Input::default();
            for (edit, c) in edits {
                match edit {
                    0 => input.step(-1),
                    1 => input.step(1),
                    2 => input.step_word(-1),
                    3 => input.step_word(1),
                    4 => input.to_end(-1),
                    5 => input.erase(),
                    6 => input.erase_next(),
                    7 => input.erase_word(),
                    8 => input.erase_rest(),
                    _ => input.insert(c),
                }
                prop_assert!(input.text().is_char_boundary(input.before_cursor().len()));
            }
        }
    }
}
