//! A page laid out: lines, the runs of each, and the links with every piece of theirs.

use griot_pack::glyphs::Glyphs;
use std::ops::Range;

use super::{Anchor, Blocks, Goal};
use griot_pack::pack::StatementId;

/// What the lines depend on beside the page itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Measure {
    /// In columns.
    pub width: u16,
    /// Footnotes as `[7]` instead of superscript digits.
    pub glyphs: Glyphs,
}

/// A page laid out, or the part of it that is near to what is seen: lines of runs, and the links with every piece of theirs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layout {
    /// What it was laid out for.
    pub measure: Measure,
    /// From top to bottom; gaps between blocks are lines too.
    pub lines: Vec<Line>,
    /// In reading order.
    pub links: Vec<Link>,
    /// Which blocks of the page are laid out.
    pub(super) laid: Range<u32>,
    /// Whether the last of them is the last of the page.
    pub(super) ends: bool,
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
    pub goal: Goal,
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
    /// No lines: what a page has before the first size is known.
    #[must_use]
    pub const fn empty(measure: Measure) -> Self {
        Self { measure, lines: Vec::new(), links: Vec::new(), laid: 0..0, ends: false }
    }

    /// Whether the block of an anchor is laid out.
    #[must_use]
    pub fn holds(&self, anchor: Anchor) -> bool {
        self.laid.contains(&anchor.block)
    }

    /// Whether it begins where the page does.
    #[must_use]
    pub const fn begins(&self) -> bool {
        self.laid.start == 0
    }

    /// Whether it ends where the page does.
    #[must_use]
    pub const fn ends(&self) -> bool {
        self.ends
    }

    /// Which of the links begins at an anchor.
    #[must_use]
    pub fn link_from(&self, anchor: Anchor) -> Option<usize> {
        self.links.binary_search_by_key(&anchor, |link| link.at).ok()
    }

    /// The line on which the anchor stands; the nearest, where its block is not laid out.
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

    /// The footnote under a column of a line: its statement and its number.
    #[must_use]
    pub fn note_at(&self, line: usize, column: u16) -> Option<(StatementId, u32)> {
        let runs = &self.lines.get(line)?.runs;
        let run = runs.iter().find(|run| (run.column..run.column + run.width).contains(&column))?;
        match &run.words {
            Words::Made(mark) if run.ink == RunInk::Note => {
                Some((run.statement?, super::note_under(mark, usize::from(column - run.column))?))
            }
            _ => None,
        }
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
    pub fn text(&self, blocks: &dyn Blocks) -> String {
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
    pub fn text<'a>(&'a self, line: &Line, blocks: &'a dyn Blocks) -> &'a str {
        match &self.words {
            Words::Made(made) => made,
            Words::Text(range) => {
                &blocks.block(line.start.block as usize).text[range.start as usize..range.end as usize]
            }
        }
    }
}
