//! Line breaking: ragged right, the raggedness least over the whole paragraph.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::{Anchor, Block, Layout, Line, Link, MarkKind, Measure, Piece, Run, RunInk, Shape, Words, note_mark, width};
use crate::pack::StatementId;

/// What it costs to break inside a link, in the squared columns that raggedness costs: a name stays whole where that
/// is cheap.
const LINK_BREAK: u64 = 36;
/// What it costs to end a paragraph with one short word.
const WIDOW: u64 = 100;
/// Labels of entries take at most this many columns.
const LABEL: u16 = 14;

pub(super) fn lay_out(blocks: &[Block], measure: Measure) -> Layout {
    let mut layout = Layout { measure, lines: Vec::new(), links: Vec::new() };
    for (number, block) in blocks.iter().enumerate() {
        set(&mut layout, block, number as u32, measure);
        if block.gap && number + 1 < blocks.len() {
            // The gap belongs to the block before it, so that line beginnings strictly increase.
            layout.lines.push(Line { start: Anchor { block: number as u32, offset: u32::MAX }, runs: Vec::new() });
        }
    }
    layout
}

/// A piece of text that is not broken.
struct Atom {
    range: Range<usize>,
    /// With the footnotes that follow.
    width: u16,
    /// Whether a space stands before it when it does not begin a line.
    spaced: bool,
    /// Whether a line may begin with it, and what that costs.
    break_before: Option<u64>,
    notes: Option<String>,
    statement: Option<StatementId>,
    /// The marks that may touch it or the space before it, as indices: a passage has many, a word hardly one.
    marks: Range<usize>,
}

fn set(layout: &mut Layout, block: &Block, number: u32, measure: Measure) {
    let full = measure.width.max(1);
    let (indent, label) = match &block.shape {
        Shape::Entry { label } if full >= 40 => (LABEL.min(full / 3) + 1, Some(label.as_str())),
        Shape::Entry { label } => (2, Some(label.as_str())),
        Shape::Plate if full > 12 => (2, None),
        _ => (0, None),
    };
    let room = full.saturating_sub(indent).max(1);
    let atoms = atoms(block, room, measure.ascii);
    let breaks = breaks(&atoms, room);
    let first = layout.lines.len();
    let mut links: Vec<Option<u32>> = vec![None; block.marks.len()];
    for (i, range) in breaks.iter().enumerate() {
        let start = if i == 0 { 0 } else { atoms[range.start].range.start as u32 };
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

fn atoms(block: &Block, room: u16, ascii: bool) -> Vec<Atom> {
    let text = block.text.as_str();
    let words = words(text);
    let mut sentences = block.sentences.iter().peekable();
    let mut atoms = Vec::with_capacity(words.len());
    let mut passed = 0;
    for (i, word) in words.iter().enumerate() {
        while sentences.peek().is_some_and(|s| s.range.end as usize <= word.start) {
            sentences.next();
        }
        let sentence = sentences.peek().filter(|s| s.range.start as usize <= word.start);
        let notes = sentence
            .filter(|s| s.range.end as usize == word.end && !s.notes.is_empty())
            .map(|s| note_mark(&s.notes, ascii));
        let glued = i > 0 && is_glued(&text[words[i - 1].clone()], &text[word.clone()]);
        let marks = marks_near(block, word, &mut passed);
        let inside = block.marks[marks.clone()].iter().any(|m| {
            matches!(m.what, MarkKind::Link(_))
                && (m.range.start as usize) < word.start
                && m.range.end as usize > word.start
        });
        let wide = width(&text[word.clone()]) + notes.as_deref().map_or(0, width);
        let atom = Atom {
            range: word.clone(),
            width: u16::try_from(wide).unwrap_or(u16::MAX),
            spaced: i > 0,
            break_before: (!glued).then_some(if inside { LINK_BREAK } else { 0 }),
            notes,
            statement: sentence.map(|s| s.id),
            marks,
        };
        push_fitting(&mut atoms, atom, text, room);
    }
    loosen(&mut atoms, room);
    atoms
}

/// The marks that may touch a word or the space before it. Marks stand in the order of their beginnings; `passed` counts
/// those that ended before.
fn marks_near(block: &Block, word: &Range<usize>, passed: &mut usize) -> Range<usize> {
    let marks = &block.marks;
    while marks.get(*passed).is_some_and(|mark| (mark.range.end as usize) < word.start) {
        *passed += 1;
    }
    let begun = marks[*passed..].iter().take_while(|mark| mark.range.start as usize <= word.end).count();
    *passed..*passed + begun
}

/// Cuts a word that is wider than the line at grapheme edges.
fn push_fitting(atoms: &mut Vec<Atom>, atom: Atom, text: &str, room: u16) {
    if atom.width <= room {
        atoms.push(atom);
        return;
    }
    let notes_width = atom.notes.as_deref().map_or(0, width) as u16;
    let mut start = atom.range.start;
    let mut wide = 0;
    let (mut spaced, mut cost) = (atom.spaced, atom.break_before);
    for (at, grapheme) in text[atom.range.clone()].grapheme_indices(true) {
        let more = width(grapheme) as u16;
        let at = atom.range.start + at;
        if wide + more > room && at > start {
            atoms.push(Atom {
                range: start..at,
                width: wide,
                spaced,
                break_before: cost,
                notes: None,
                statement: atom.statement,
                marks: atom.marks.clone(),
            });
            (start, wide, spaced, cost) = (at, 0, false, Some(0));
        }
        wide += more;
    }
    let fits = wide + notes_width <= room;
    let notes = if fits { atom.notes } else { None };
    let width = if fits { wide + notes_width } else { wide };
    atoms.push(Atom {
        range: start..atom.range.end,
        width,
        spaced,
        break_before: cost,
        notes,
        statement: atom.statement,
        marks: atom.marks,
    });
}

/// Lets a run of glued atoms break where it is too wide for any line.
fn loosen(atoms: &mut [Atom], room: u16) {
    let mut wide = 0u32;
    for atom in atoms {
        let needed = u32::from(atom.width) + u32::from(atom.spaced);
        if atom.break_before.is_some() || wide + needed > u32::from(room) {
            atom.break_before = atom.break_before.or(Some(LINK_BREAK));
            wide = u32::from(atom.width);
        } else {
            wide += needed;
        }
    }
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

fn words(text: &str) -> Vec<Range<usize>> {
    let mut words = Vec::with_capacity(text.len() / 6 + 1);
    let mut start = 0;
    for (at, _) in text.match_indices(' ').chain([(text.len(), "")]) {
        if at > start {
            words.push(start..at);
        }
        start = at + 1;
    }
    words
}

/// Whether two words belong on one line: `c. 1312`, `20 June 1960`, `AD 900`, `300 BC`, `4.1 million`, `p. 2`.
fn is_glued(before: &str, after: &str) -> bool {
    let number = |word: &str| word.trim_start_matches(['(', '“', '~']).starts_with(|c: char| c.is_ascii_digit());
    let bare = after.trim_end_matches(|c: char| !c.is_alphanumeric());
    match before.trim_start_matches(['(', '“']) {
        "c." | "AD" | "p." | "pp." | "no." | "¶" => return true,
        word if is_month(word) && number(after) => return true,
        _ => {}
    }
    number(before)
        && before.ends_with(|c: char| c.is_ascii_digit() || c == '%')
        && (is_month(bare) || matches!(bare, "BC" | "AD" | "million" | "billion" | "km" | "kg" | "lb" | "c" | "¶"))
        || after.starts_with(['–', '—']) && after.chars().count() == 1
}

fn is_month(word: &str) -> bool {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    MONTHS.iter().any(|month| *month == word || (word.len() == 3 && month.starts_with(word)))
}
