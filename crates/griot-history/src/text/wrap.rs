//! Setting blocks in lines: every atom becomes runs of one look, links keep all their pieces, labels hang at the left.
//!
//! The work is in three steps. [`atoms`] cuts a block into pieces that no line breaks, and says what a break before each
//! costs. [`breaks`] chooses the lines. Here each chosen line is set: an atom is cut where marks begin and end, and
//! neighbours of one look are joined, so that a line has as few runs as it can.

use std::cmp::Ordering;
use std::ops::Range;

use griot_pack::pack::StatementId;

use super::atoms::{Atom, atoms};
use super::breaks::breaks;
use super::{
    Anchor, Block, Blocks, Layout, Line, Link, MarkKind, Measure, Piece, Run, RunInk, Shape, Words, cut, width,
};

/// Labels of entries take at most this many columns.
const LABEL: u16 = 14;
/// What is laid out so many blocks from a place is given up when that place is gone to.
const FAR: u32 = 64;
/// Narrower panes get lines of this width: the widest letters take two columns.
const NARROWEST: u16 = 2;

impl Layout {
    /// Lays out all blocks of a page.
    #[must_use]
    pub fn new(blocks: &dyn Blocks, measure: Measure) -> Self {
        Self::head(blocks, measure, usize::MAX)
    }

    /// Lays out the first `rows` lines of a page, for a pane that does not scroll.
    #[must_use]
    pub fn head(blocks: &dyn Blocks, measure: Measure, rows: usize) -> Self {
        let mut layout = Self::empty(measure);
        layout.reach(blocks, Anchor::default(), 0, rows);
        layout
    }

    /// Lays out more of the page, until `above` lines stand over that of an anchor and `below` from it on, or all that the
    /// page has there. What is laid out stays, unless it lies far from the anchor: only what is near is ever laid out.
    pub fn reach(&mut self, blocks: &dyn Blocks, at: Anchor, above: usize, below: usize) {
        let block = at.block.min((blocks.count() as u32).saturating_sub(1));
        let far = block + FAR < self.laid.start || block > self.laid.end.saturating_add(FAR);
        if self.laid.is_empty() || far {
            *self = Self { laid: block..block, ..Self::empty(self.measure) };
        }
        let mut upper = Vec::new();
        let mut first = self.laid.start;
        let mut lines = if block < first { 0 } else { self.line_at(at) };
        while first > 0 && (block < first || lines < above) {
            first -= 1;
            let part = lay_out(blocks, first, self.measure);
            // The lines of the anchor's own block stand over it only as far as it is not the first of them.
            lines += match block.cmp(&first) {
                Ordering::Less => 0,
                Ordering::Equal => part.line_at(at),
                Ordering::Greater => part.lines.len(),
            };
            upper.push(part);
        }
        if let Some(top) = upper.pop() {
            let below = std::mem::replace(self, top);
            for part in upper.into_iter().rev().chain([below]) {
                self.append(part);
            }
        }
        while (self.laid.end as usize) < blocks.count()
            && (self.laid.end <= block || self.lines.len() - self.line_at(at) < below)
        {
            let next = lay_out(blocks, self.laid.end, self.measure);
            self.append(next);
        }
        self.ends = self.laid.end as usize >= blocks.count();
    }

    /// Adds the lines of the blocks that follow.
    fn append(&mut self, mut lower: Self) {
        let (lines, links) = (self.lines.len(), self.links.len() as u32);
        for run in lower.lines.iter_mut().flat_map(|line| &mut line.runs) {
            run.link = run.link.map(|link| link + links);
        }
        for piece in lower.links.iter_mut().flat_map(|link| &mut link.pieces) {
            piece.line += lines;
        }
        self.lines.append(&mut lower.lines);
        self.links.append(&mut lower.links);
        self.laid.end = lower.laid.end;
    }
}

/// Sets one block of a page, with the gap that follows it.
fn lay_out(blocks: &dyn Blocks, number: u32, measure: Measure) -> Layout {
    let mut layout = Layout { laid: number..number + 1, ..Layout::empty(measure) };
    let block = blocks.block(number as usize);
    set(&mut layout, block, number, measure);
    if block.gap && (number as usize) + 1 < blocks.count() {
        // The gap belongs to the block before it, so that line beginnings strictly increase.
        layout.lines.push(Line { start: Anchor { block: number, offset: u32::MAX }, runs: Vec::new() });
    }
    layout
}

fn set(layout: &mut Layout, block: &Block, number: u32, measure: Measure) {
    let full = measure.width.max(NARROWEST);
    let (indent, label) = match &block.shape {
        // A number hangs beside its text even where dates do not.
        Shape::Entry { label } if full > 12 && is_short_number(label) => (label.len() as u16 + 1, Some(label.as_str())),
        Shape::Entry { label } if full >= 40 => (LABEL.min(full / 3) + 1, Some(label.as_str())),
        Shape::Entry { label } => (if full > 12 { 2 } else { 0 }, Some(label.as_str())),
        Shape::Plate if full > 12 => (2, None),
        _ => (0, None),
    };
    let room = full.saturating_sub(indent).max(1);
    let atoms = atoms(block, room, measure.glyphs);
    let first = layout.lines.len();
    let mut setter = Setter { layout, block, number, links: vec![None; block.marks.len()] };
    for range in breaks(&atoms, room) {
        setter.line(&atoms[range.clone()], range.start == 0, indent);
    }
    if let Some(label) = label {
        put_label(layout, first, label, indent, number);
    }
    if layout.lines.len() == first {
        layout.lines.push(Line { start: Anchor { block: number, offset: 0 }, runs: Vec::new() });
    }
}

fn is_short_number(label: &str) -> bool {
    label.len() < 4 && label.bytes().all(|b| b.is_ascii_digit())
}

/// Sets the label beside the first line where it fits, on lines of its own where it does not.
fn put_label(layout: &mut Layout, first: usize, label: &str, indent: u16, block: u32) {
    let run = |words: &str| Run {
        column: 0,
        width: width(words) as u16,
        words: Words::Made(words.into()),
        ink: RunInk::Label,
        link: None,
        statement: None,
    };
    if width(label) < usize::from(indent)
        && let Some(line) = layout.lines.get_mut(first)
    {
        line.runs.insert(0, run(label));
        return;
    }
    let columns = usize::from(layout.measure.width.max(NARROWEST));
    let mut parts = in_lines(label, columns);
    // The text's first line moves down and gets the next free anchor, so that anchors still increase.
    let next = layout.lines.get(first + 1).map_or(u32::MAX, |line| line.start.offset);
    if parts.len() as u32 >= next {
        parts = vec![cut(label, columns).into_owned()];
    }
    let count = parts.len();
    if let Some(line) = layout.lines.get_mut(first) {
        line.start.offset = count as u32;
    }
    let at = |offset: usize| Anchor { block, offset: offset as u32 };
    let lines = parts.iter().enumerate().map(|(offset, part)| Line { start: at(offset), runs: vec![run(part)] });
    layout.lines.splice(first..first, lines);
    for piece in layout.links.iter_mut().flat_map(|l| l.pieces.iter_mut()).filter(|p| p.line >= first) {
        piece.line += count;
    }
}

/// A short text in lines of so many columns, broken at spaces; a word that is too wide is cut.
fn in_lines(text: &str, columns: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ') {
        match lines.last_mut().filter(|line| width(line) + 1 + width(word) <= columns) {
            Some(line) => {
                line.push(' ');
                line.push_str(word);
            }
            None => lines.push(cut(word, columns).into_owned()),
        }
    }
    lines
}

/// A block being set in lines.
struct Setter<'a> {
    layout: &'a mut Layout,
    block: &'a Block,
    /// Which block of the page it is.
    number: u32,
    /// For each mark of the block the link that it is, once it has begun.
    links: Vec<Option<u32>>,
}

/// What a stretch of text is: the mark that links it, and its look.
type Style = (Option<usize>, RunInk);

impl Setter<'_> {
    /// Sets a line; the first one of a block begins where the block does.
    fn line(&mut self, atoms: &[Atom], first: bool, indent: u16) {
        let offset = if first { 0 } else { atoms[0].anchor };
        let mut line = Line { start: Anchor { block: self.number, offset }, runs: Vec::new() };
        let mut column = indent;
        for (at, atom) in atoms.iter().enumerate() {
            column = self.atom(&mut line, column, atom, at > 0 && atom.spaced);
        }
        self.layout.lines.push(line);
    }

    /// Adds an atom to the line, cut where marks begin and end. Returns the next free column.
    fn atom(&mut self, line: &mut Line, mut column: u16, atom: &Atom, spaced: bool) -> u16 {
        let block = self.block;
        let mut start = atom.range.start;
        // The space before belongs to the run, so that a link's words are underlined as one.
        let mut from = if spaced { start - 1 } else { start };
        while start < atom.range.end || from < start {
            let style = style_at(block, &atom.marks, start);
            let end = next_edge(block, &atom.marks, start).min(atom.range.end);
            let space_fits = style.0.is_none_or(|mark| block.marks[mark].range.start as usize <= from)
                && style_at(block, &atom.marks, from) == style;
            if from < start && !space_fits {
                // The space stands outside the mark that begins with the word.
                let outer = style_at(block, &atom.marks, from);
                column = self.run(line, column, from..start, (outer, atom.statement));
                from = start;
                continue;
            }
            column = self.run(line, column, from..end, (style, atom.statement));
            (start, from) = (end, end);
        }
        if let Some(notes) = &atom.notes {
            let width = width(notes) as u16;
            let words = Words::Made(notes.clone());
            line.runs.push(Run { column, width, words, ink: RunInk::Note, link: None, statement: atom.statement });
            column += width;
        }
        column
    }

    /// Adds bytes of the block to the line, to its last run where that goes on. Returns the next free column.
    fn run(
        &mut self,
        line: &mut Line,
        column: u16,
        range: Range<usize>,
        ((mark, ink), statement): (Style, Option<StatementId>),
    ) -> u16 {
        let wide = width(&self.block.text[range.clone()]) as u16;
        let link = mark.and_then(|mark| self.link(line.start.block, mark));
        if let Some(link) = link {
            let here = self.layout.lines.len();
            let pieces = &mut self.layout.links[link as usize].pieces;
            match pieces.last_mut().filter(|p| p.line == here && p.column + p.width == column) {
                Some(piece) => piece.width += wide,
                None => pieces.push(Piece { line: here, column, width: wide }),
            }
        }
        let range = range.start as u32..range.end as u32;
        match line.runs.last_mut() {
            Some(Run { words: Words::Text(before), ink: i, link: l, statement: s, width: w, .. })
                if before.end == range.start && *i == ink && *l == link && *s == statement =>
            {
                before.end = range.end;
                *w += wide;
            }
            _ => line.runs.push(Run { column, width: wide, words: Words::Text(range), ink, link, statement }),
        }
        column + wide
    }

    /// The number of the link that a mark is; only links have one.
    fn link(&mut self, block: u32, mark: usize) -> Option<u32> {
        let MarkKind::Link(goal) = self.block.marks[mark].what else { return None };
        if self.links[mark].is_none() {
            let at = Anchor { block, offset: self.block.marks[mark].range.start };
            self.layout.links.push(Link { goal, at, pieces: Vec::new() });
            self.links[mark] = Some(self.layout.links.len() as u32 - 1);
        }
        self.links[mark]
    }
}

/// The link mark and the ink at a byte of the block.
fn style_at(block: &Block, marks: &Range<usize>, at: usize) -> Style {
    let mut link = None;
    let mut ink = match block.shape {
        Shape::Title => RunInk::Title,
        Shape::Heading => RunInk::Heading,
        Shape::Quiet | Shape::Plate => RunInk::Quiet,
        Shape::Passage | Shape::Entry { .. } => RunInk::Plain,
    };
    for i in marks.clone() {
        let mark = &block.marks[i];
        if mark.range.start as usize <= at && mark.range.end as usize > at {
            match mark.what {
                MarkKind::Link(_) => link = Some(i),
                MarkKind::Emphasis => ink = RunInk::Emphasis,
                MarkKind::Quiet => ink = RunInk::Quiet,
            }
        }
    }
    (link, ink)
}

/// The next byte after `at` where a mark begins or ends.
fn next_edge(block: &Block, marks: &Range<usize>, at: usize) -> usize {
    let edges = block.marks[marks.clone()].iter().flat_map(|mark| [mark.range.start as usize, mark.range.end as usize]);
    edges.filter(|edge| *edge > at).min().unwrap_or(usize::MAX)
}
