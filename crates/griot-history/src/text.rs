//! Text laid out for a pane: what stands on which line, for any page and width, and back again.
//!
//! The one coordinate is the [`Anchor`], a place in the text. Lines follow from the width and are never stored as a
//! position, so the same words stay on screen through every resize.

pub mod ascii;
mod atoms;
mod blocks;
mod breaks;
mod entity;
mod goal;
mod layout;
pub mod page;
pub mod words;
mod wrap;

use griot_pack::glyphs::Glyphs;
use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

pub use goal::{Goal, Outside};
pub use layout::{Layout, Line, Link, Measure, Piece, Run, RunInk, Words};

use griot_pack::pack::StatementId;

/// A place in a page: a block and a byte of its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Hash)]
pub struct Anchor {
    /// Which block of the page.
    pub block: u32,
    /// A byte of its text.
    pub offset: u32,
}

/// A paragraph, heading or entry of a page: flat text and what is marked in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// How it is set.
    pub shape: Shape,
    /// All of it, in one run.
    pub text: String,
    /// In order of their beginnings.
    pub marks: Vec<Mark>,
    /// The statements that make up the text, in order.
    pub sentences: Vec<Sentence>,
    /// Whether a blank line follows.
    pub gap: bool,
}

/// The blocks of a page, from top to bottom, whether they are made already or not before they are looked at.
pub trait Blocks {
    /// How many there are.
    fn count(&self) -> usize;

    /// One of them, by its place. It is the caller's to ask only for one that is there.
    fn block(&self, at: usize) -> &Block;
}

impl dyn Blocks + '_ {
    /// All of them, each made when the iterator comes to it, or passes over it.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Block> + ExactSizeIterator {
        (0..self.count()).map(|at| self.block(at))
    }

    /// The one at a place, if there is one.
    #[must_use]
    pub fn get(&self, at: u32) -> Option<&Block> {
        ((at as usize) < self.count()).then(|| self.block(at as usize))
    }

    /// Those from a place on, each with its own.
    pub fn from(&self, at: u32) -> impl Iterator<Item = (u32, &Block)> {
        (at..self.count() as u32).map(|at| (at, self.block(at as usize)))
    }

    /// That at a place and those before it, from there back to the first.
    pub fn back_from(&self, at: u32) -> impl Iterator<Item = (u32, &Block)> {
        let end = (self.count() as u32).min(at.saturating_add(1));
        (0..end).rev().map(|at| (at, self.block(at as usize)))
    }
}

impl<T: AsRef<[Block]>> Blocks for T {
    fn count(&self) -> usize {
        self.as_ref().len()
    }

    fn block(&self, at: usize) -> &Block {
        &self.as_ref()[at]
    }
}

/// How a block is set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shape {
    /// The head of a page.
    Title,
    /// A line of small facts under a title.
    Quiet,
    /// The head of a part.
    Heading,
    /// Running prose.
    Passage,
    /// A picture told in words, indented.
    Plate,
    /// A text that hangs beside a label: a date, a word.
    Entry {
        /// What stands beside it.
        label: String,
    },
}

/// A stretch of a block's text, in bytes, that is more than plain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// Bytes of the block’s text.
    pub range: Range<u32>,
    /// What they are.
    pub what: MarkKind,
}

/// What a stretch of text is beside text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MarkKind {
    /// A way to somewhere.
    Link(Goal),
    /// Stressed.
    Emphasis,
    /// Of less weight.
    Quiet,
}

/// Where a statement stands in a block, and the footnote numbers that follow it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// Bytes of the block’s text.
    pub range: Range<u32>,
    /// Which statement it is.
    pub id: StatementId,
    /// The numbers of its footnotes.
    pub notes: Vec<u32>,
}

const DIGITS: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];

/// Footnote numbers as they stand in the text: `⁷ ⁸`, or `[7][8]`.
#[must_use]
pub fn note_mark(notes: &[u32], glyphs: Glyphs) -> String {
    let mut out = String::new();
    for (i, note) in notes.iter().enumerate() {
        if glyphs.is_ascii() {
            out.push_str(&format!("[{note}]"));
            continue;
        }
        if i > 0 {
            out.push(' ');
        }
        out.extend(note.to_string().bytes().map(|digit| DIGITS[usize::from(digit - b'0')]));
    }
    out
}

/// The number under a column of such a mark; the sign after a number belongs to it.
fn note_under(mark: &str, column: usize) -> Option<u32> {
    let mut end = 0;
    let mut under = mark.split_inclusive([' ', ']']).skip_while(|part| {
        end += width(part);
        end <= column
    });
    let digit = |c| DIGITS.iter().position(|digit| *digit == c).map(|digit| digit as u32).or(char::to_digit(c, 10));
    under.next()?.chars().filter_map(digit).reduce(|number, digit| number.saturating_mul(10).saturating_add(digit))
}

/// The width of a text in columns: that of its graphemes, each of which fills cells of its own. What a font joins, as
/// lam and alef, takes no fewer cells.
#[must_use]
pub fn width(text: &str) -> usize {
    if text.is_ascii() {
        return text.len();
    }
    if is_plain_text(text) {
        return text.chars().count();
    }
    text.graphemes(true).map(columns).sum()
}

/// Whether each character of a text is a grapheme of one column: what most texts are, and what needs no looking up.
#[must_use]
pub fn is_plain_text(text: &str) -> bool {
    text.chars().all(is_plain)
}

/// The graphemes of a text: the byte at which each begins, its characters and its width in columns.
pub fn graphemes(text: &str) -> impl Iterator<Item = (usize, &str, usize)> {
    text.grapheme_indices(true).map(|(at, grapheme)| (at, grapheme, columns(grapheme)))
}

/// The width of a grapheme, as the cells of the screen are counted.
fn columns(grapheme: &str) -> usize {
    // The screen keeps one cell more for each voice mark of half-width kana than is drawn.
    let marks = grapheme.chars().filter(|c| matches!(c, 'ﾞ' | 'ﾟ')).count();
    UnicodeWidthStr::width(grapheme) + marks
}

/// Whether a character is a grapheme of one column whatever plain one stands beside it: Latin, Greek and Cyrillic
/// letters, punctuation, arrows and boxes.
const fn is_plain(c: char) -> bool {
    matches!(c,
        ' '..='~' | '\u{a1}'..='\u{ac}' | '\u{ae}'..='\u{2ff}' | '\u{370}'..='\u{482}' | '\u{1e00}'..='\u{1eff}'
        | '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205e}' | '\u{2070}'..='\u{209c}' | '\u{2190}'..='\u{2199}'
        | '\u{2500}'..='\u{25fc}')
}

/// A text with a capital at its beginning.
#[must_use]
pub fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| format!("{}{}", first.to_uppercase(), letters.as_str()))
}

/// As much of the text as fits `columns`, with an ellipsis where something is cut.
#[must_use]
pub fn cut(text: &str, columns: usize) -> std::borrow::Cow<'_, str> {
    if width(text) <= columns {
        return text.into();
    }
    let mut out = text[..fitting(text, columns.saturating_sub(1))].to_owned();
    // The cut falls between words where that costs little.
    let next = text[out.len()..].chars().next();
    if let Some(space) = out.rfind(' ').filter(|space| next != Some(' ') && space * 3 > out.len() * 2) {
        out.truncate(space);
    }
    let hanging = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | ':' | '·' | '–' | '—' | '(' | '“');
    out.truncate(out.trim_end_matches(hanging).len());
    if columns > 0 {
        out.push('…');
    }
    out.into()
}

/// How many bytes of a text fit in so many columns.
fn fitting(text: &str, columns: usize) -> usize {
    let plain = text.char_indices().take(columns + 1).take_while(|(_, c)| is_plain(*c));
    if let Some((end, _)) = plain.clone().nth(columns) {
        return end;
    }
    let mut used = 0;
    let beyond = graphemes(text).find(|(.., wide)| {
        used += wide;
        used > columns
    });
    beyond.map_or(text.len(), |(at, ..)| at)
}

#[cfg(test)]
mod tests;
