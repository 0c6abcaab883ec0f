//! Line breaking: ragged right, the raggedness least over the whole paragraph.

use std::ops::Range;

use super::atoms::{Atom, atoms};
use super::{Anchor, Block, Layout, Line, Link, MarkKind, Measure, Piece, Run, RunInk, Shape, Words, width};
use griot_pack::pack::StatementId;

/// What it costs to end a paragraph with one short word.
const WIDOW: u64 = 100;
/// Labels of entries take at most this many columns.
const LABEL: u16 = 14;
/// Narrower panes get lines of this width: the widest letters take two columns.
const NARROWEST: u16 = 2;

/// Sets the blocks from `from` on, until `rows` lines follow those of the first of them.
pub(super) fn lay_out(blocks: &[Block], measure: Measure, from: usize, rows: usize) -> Layout {
    let mut layout = Layout { whole: from == 0, ..Layout::empty(measure) };
    let mut enough = usize::MAX;
    for (number, block) in blocks.iter().enumerate().skip(from) {
        if layout.lines.len() >= enough {
            layout.whole = false;
            break;
        }
        set(&mut layout, block, number as u32, measure);
        if block.gap && number + 1 < blocks.len() {
            // The gap belongs to the block before it, so that line beginnings strictly increase.
            layout.lines.push(Line { start: Anchor { block: number as u32, offset: u32::MAX }, runs: Vec::new() });
        }
        if number == from {
            enough = layout.lines.len().saturating_add(rows);
        }
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
    let atoms = atoms(block, room, measure.ascii);
    let breaks = breaks(&atoms, room);
    let first = layout.lines.len();
    let mut links: Vec<Option<u32>> = vec![None; block.marks.len()];
    for (i, range) in breaks.iter().enumerate() {
        let start = if i == 0 { 0 } else { atoms[range.start].anchor };
        let mut line = Line { start: Anchor { block: number, offset: start }, runs: Vec::new() };
        let mut column = indent;
        for at in range.clone() {
            let spaced = atoms[at].spaced && at > range.start;
            column = push_atom(layout, block, &atoms[at], spaced, &mut line, column, &mut links);
        }
        layout.lines.push(line);
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

/// Sets the label beside the first line where it fits, on a line of its own where it does not.
fn put_label(layout: &mut Layout, first: usize, label: &str, indent: u16, block: u32) {
    let run = Run {
        column: 0,
        width: width(label) as u16,
        words: Words::Made(label.into()),
        ink: RunInk::Label,
        link: None,
        statement: None,
    };
    match layout.lines.get_mut(first) {
        Some(line) if run.width < indent => line.runs.insert(0, run),
        Some(_) => {
            // The text's first line moves down and gets the next anchor, so that anchors still increase.
            let line = &mut layout.lines[first];
            line.start.offset = 1;
            layout.lines.insert(first, Line { start: Anchor { block, offset: 0 }, runs: vec![run] });
            for piece in layout.links.iter_mut().flat_map(|l| l.pieces.iter_mut()).filter(|p| p.line >= first) {
                piece.line += 1;
            }
        }
        None => layout.lines.push(Line { start: Anchor { block, offset: 0 }, runs: vec![run] }),
    }
}

/// Adds an atom to the line, cut where marks begin and end. Returns the next free column.
fn push_atom(
    layout: &mut Layout,
    block: &Block,
    atom: &Atom,
    spaced: bool,
    line: &mut Line,
    mut column: u16,
    links: &mut [Option<u32>],
) -> u16 {
    let mut start = atom.range.start;
    // The space before belongs to the run, so that a link's words are underlined as one.
    let mut from = if spaced { start - 1 } else { start };
    while start < atom.range.end || from < start {
        let (link, ink) = style_at(block, &atom.marks, start);
        let end = next_edge(block, &atom.marks, start).min(atom.range.end);
        let space_fits = link.is_none_or(|mark| block.marks[mark].range.start as usize <= from)
            && style_at(block, &atom.marks, from) == (link, ink);
        if from < start && !space_fits {
            // The space stands outside the mark that begins with the word.
            let (outer, outer_ink) = style_at(block, &atom.marks, from);
            column = push_run(layout, block, line, column, from..start, outer, outer_ink, atom.statement, links);
            from = start;
            continue;
        }
        column = push_run(layout, block, line, column, from..end, link, ink, atom.statement, links);
        (start, from) = (end, end);
    }
    if let Some(notes) = &atom.notes {
        let width = width(notes) as u16;
        line.runs.push(Run {
            column,
            width,
            words: Words::Made(notes.clone()),
            ink: RunInk::Note,
            link: None,
            statement: atom.statement,
        });
        column += width;
    }
    column
}

#[expect(clippy::too_many_arguments, reason = "a run is all of these and nothing keeps them together elsewhere")]
fn push_run(
    layout: &mut Layout,
    block: &Block,
    line: &mut Line,
    column: u16,
    range: Range<usize>,
    mark: Option<usize>,
    ink: RunInk,
    statement: Option<StatementId>,
    links: &mut [Option<u32>],
) -> u16 {
    let wide = width(&block.text[range.clone()]) as u16;
    let here = layout.lines.len();
    let link = mark.map(|mark| {
        *links[mark].get_or_insert_with(|| {
            let MarkKind::Link(target) = block.marks[mark].what else { unreachable!("only links are numbered") };
            let at = Anchor { block: line.start.block, offset: block.marks[mark].range.start };
            layout.links.push(Link { target, at, pieces: Vec::new() });
            layout.links.len() as u32 - 1
        })
    });
    if let Some(link) = link {
        let pieces = &mut layout.links[link as usize].pieces;
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

/// The link mark and the ink at a byte of the block.
fn style_at(block: &Block, marks: &Range<usize>, at: usize) -> (Option<usize>, RunInk) {
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

/// The ranges of atoms that make up the lines, with the least squared raggedness.
fn breaks(atoms: &[Atom], room: u16) -> Vec<Range<usize>> {
    let room = u64::from(room);
    let count = atoms.len();
    // best[i] is the least cost of setting the first i atoms on whole lines, and where the last of them begins.
    let mut best: Vec<(u64, usize)> = vec![(u64::MAX, 0); count + 1];
    best[0].0 = 0;
    for end in 1..=count {
        if end < count && atoms[end].break_before.is_none() {
            continue;
        }
        let mut wide = 0u64;
        for start in (0..end).rev() {
            let spaced = start + 1 < end && atoms[start + 1].spaced;
            wide += u64::from(atoms[start].width) + u64::from(spaced);
            if wide > room && start + 1 < end {
                break;
            }
            let Some(cost) = atoms[start].break_before.or((start == 0).then_some(0)) else { continue };
            if best[start].0 == u64::MAX {
                continue;
            }
            let slack = room.saturating_sub(wide);
            let ragged = match end == count {
                true if start > 0 && start + 1 == end && wide < 8 => WIDOW,
                true => 0,
                false => slack * slack,
            };
            let total = best[start].0 + ragged + if start > 0 { cost } else { 0 };
            if total < best[end].0 {
                best[end] = (total, start);
            }
        }
    }
    let mut lines = Vec::new();
    let mut end = count;
    while end > 0 {
        let start = best[end].1;
        lines.push(start..end);
        end = start;
    }
    lines.reverse();
    lines
}
