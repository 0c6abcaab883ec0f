//! Text laid out for a pane: what stands on which line, for any page and width, and back again.
//!
//! The one coordinate is the [`Anchor`], a place in the text. Lines follow from the width and are never stored as a
//! position, so the same words stay on screen through every resize.

mod atoms;
mod entity;
pub mod page;
mod wrap;

use std::ops::Range;

use crate::pack::{StatementId, Target};

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
    Link(Target),
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

/// What the lines depend on beside the page itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Measure {
    /// In columns.
    pub width: u16,
    /// Footnotes as `[7]` instead of superscript digits.
    pub ascii: bool,
}

/// A page laid out: lines of runs, and the links with every piece of theirs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layout {
    /// What it was laid out for.
    pub measure: Measure,
    /// From the top; gaps between blocks are lines too.
    pub lines: Vec<Line>,
    /// In reading order.
    pub links: Vec<Link>,
    /// Whether the whole page is laid out.
    whole: bool,
}

/// A line as it is painted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Strictly increasing from line to line.
    pub start: Anchor,
    /// From left to right.
    pub runs: Vec<Run>,
}

/// Neighbouring cells of one kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// From the left edge of the text.
    pub column: u16,
    /// In columns.
    pub width: u16,
    /// What stands there.
    pub words: Words,
    /// How it looks.
    pub ink: RunInk,
    /// The link that it is a piece of, as an index into the layout's links.
    pub link: Option<u32>,
    /// The statement that it belongs to.
    pub statement: Option<StatementId>,
}

/// Where the words of a run come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Words {
    /// Bytes of the text of the line's block.
    Text(Range<u32>),
    /// What the layout adds: footnote numbers, labels, rules.
    Made(String),
}

/// What a run is, for the theme to colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RunInk {
    /// Prose.
    Plain,
    /// The head of a page.
    Title,
    /// The head of a part.
    Heading,
    /// Of less weight.
    Quiet,
    /// Beside an entry.
    Label,
    /// Stressed.
    Emphasis,
    /// The number of a footnote.
    Note,
}

/// A link; one that wraps has a piece on each of its lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Where it leads.
    pub target: Target,
    /// Where it begins.
    pub at: Anchor,
    /// One for each line that it runs over.
    pub pieces: Vec<Piece>,
}

/// The part of a link on one line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece {
    /// Of the layout.
    pub line: usize,
    /// From the left edge of the text.
    pub column: u16,
    /// In columns.
    pub width: u16,
}

impl Layout {
    /// Lays out the blocks of a page.
    #[must_use]
    pub fn new(blocks: &[Block], measure: Measure) -> Self {
        wrap::lay_out(blocks, measure, 0, usize::MAX)
    }

    /// Lays out the first `rows` lines of a page, for a pane that does not scroll.
    #[must_use]
    pub fn head(blocks: &[Block], measure: Measure, rows: usize) -> Self {
        wrap::lay_out(blocks, measure, 0, rows)
    }

    /// Lays out no more of a page than fills `rows` from an anchor on: enough for the first frame. All of it, where the
    /// page ends before that.
    #[must_use]
    pub fn opening(blocks: &[Block], measure: Measure, at: Anchor, rows: usize) -> Self {
        let from = at.block as usize;
        let opening = wrap::lay_out(blocks, measure, from, rows);
        let below = opening.lines.len().saturating_sub(opening.line_at(at));
        if below >= rows { opening } else { Self::new(blocks, measure) }
    }

    /// Whether it is that of the whole page.
    #[must_use]
    pub const fn is_whole(&self) -> bool {
        self.whole
    }

    /// No lines: what a page has before the first size is known.
    #[must_use]
    pub const fn empty(measure: Measure) -> Self {
        Self { measure, lines: Vec::new(), links: Vec::new(), whole: true }
    }

    /// The line on which the anchor stands.
    #[must_use]
    pub fn line_at(&self, anchor: Anchor) -> usize {
        self.lines.partition_point(|line| line.start <= anchor).saturating_sub(1)
    }

    /// Where the line begins; the last line's beginning past the end.
    #[must_use]
    pub fn anchor_at(&self, line: usize) -> Anchor {
        self.lines.get(line).or(self.lines.last()).map(|line| line.start).unwrap_or_default()
    }

    /// The first line of a pane of `height` rows that shows the anchor at its top, or as near as the end allows.
    #[must_use]
    pub fn top(&self, anchor: Anchor, height: usize) -> usize {
        self.line_at(anchor).min(self.last_top(height))
    }

    /// The first line of the last pane.
    #[must_use]
    pub fn last_top(&self, height: usize) -> usize {
        self.lines.len().saturating_sub(height.max(1))
    }

    /// The statement under a column of a line.
    #[must_use]
    pub fn statement_at(&self, line: usize, column: u16) -> Option<StatementId> {
        let runs = &self.lines.get(line)?.runs;
        runs.iter().find(|run| (run.column..run.column + run.width).contains(&column))?.statement
    }

    /// The link under a column of a line.
    #[must_use]
    pub fn link_at(&self, line: usize, column: u16) -> Option<usize> {
        let run =
            self.lines.get(line)?.runs.iter().find(|run| (run.column..run.column + run.width).contains(&column))?;
        run.link.map(|link| link as usize)
    }
}

impl Line {
    /// The line's text, without its indent.
    #[must_use]
    pub fn text(&self, blocks: &[Block]) -> String {
        let mut out = String::new();
        let mut column = self.runs.first().map_or(0, |run| run.column);
        for run in &self.runs {
            out.extend(std::iter::repeat_n(' ', usize::from(run.column.saturating_sub(column))));
            out.push_str(run.text(self, blocks));
            column = run.column + run.width;
        }
        out
    }

    /// The first statement of the line.
    #[must_use]
    pub fn statement(&self) -> Option<StatementId> {
        self.runs.iter().find_map(|run| run.statement)
    }
}

impl Run {
    /// The run's words.
    #[must_use]
    pub fn text<'a>(&'a self, line: &Line, blocks: &'a [Block]) -> &'a str {
        match &self.words {
            Words::Made(made) => made,
            Words::Text(range) => &blocks[line.start.block as usize].text[range.start as usize..range.end as usize],
        }
    }
}

/// Footnote numbers as they stand in the text: `⁷ ⁸`, or `[7][8]`.
#[must_use]
pub fn note_mark(notes: &[u32], ascii: bool) -> String {
    const DIGITS: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    let mut out = String::new();
    for (i, note) in notes.iter().enumerate() {
        if ascii {
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

/// The width of a text in columns.
#[must_use]
pub fn width(text: &str) -> usize {
    if text.is_ascii() { text.len() } else { unicode_width::UnicodeWidthStr::width(text) }
}

/// As much of the text as fits `columns`, with an ellipsis where something is cut.
#[must_use]
pub fn cut(text: &str, columns: usize) -> std::borrow::Cow<'_, str> {
    use unicode_segmentation::UnicodeSegmentation;
    if width(text) <= columns {
        return text.into();
    }
    let mut out = String::new();
    let mut used = 1;
    for grapheme in text.graphemes(true) {
        used += width(grapheme);
        if used > columns {
            break;
        }
        out.push_str(grapheme);
    }
    // The cut falls between words where that costs little.
    let next = text[out.len()..].chars().next();
    if let Some(space) = out.rfind(' ').filter(|space| next != Some(' ') && space * 3 > out.len() * 2) {
        out.truncate(space);
    }
    out.truncate(out.trim_end().len());
    if columns > 0 {
        out.push('…');
    }
    out.into()
}

#[cfg(test)]
mod tests;
