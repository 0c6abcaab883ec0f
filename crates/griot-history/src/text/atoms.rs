//! Atoms: the pieces of a block that no line breaks, and what a break before each of them costs.

use griot_pack::glyphs::Glyphs;
use std::ops::Range;

use unicode_linebreak::linebreaks;

use super::{Block, MarkKind, graphemes, note_mark, width};
use griot_pack::pack::StatementId;
use griot_pack::when::month_in_any_language;

/// What it costs to break inside a link, in the squared columns that raggedness costs: a name stays whole where that
/// is cheap.
const LINK_BREAK: u64 = 36;

/// A piece of text that is not broken.
pub(super) struct Atom {
    /// Empty where footnotes have no room beside their word.
    pub(super) range: Range<usize>,
    /// The byte that stands for it when it begins a line.
    pub(super) anchor: u32,
    /// With the footnotes that follow.
    pub(super) width: u16,
    /// Whether a space stands before it when it does not begin a line.
    pub(super) spaced: bool,
    /// Whether a line may begin with it, and what that costs.
    pub(super) break_before: Option<u64>,
    pub(super) notes: Option<String>,
    pub(super) statement: Option<StatementId>,
    /// The marks that may touch it or the space before it, as indices: a passage has many, a word hardly one.
    pub(super) marks: Range<usize>,
}

/// The atoms of a block for lines of `room` columns.
pub(super) fn atoms(block: &Block, room: u16, glyphs: Glyphs) -> Vec<Atom> {
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
            .map(|s| note_mark(&s.notes, glyphs));
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
            anchor: word.start as u32,
            width: u16::try_from(wide).unwrap_or(u16::MAX),
            spaced: i > 0 && text[..word.start].ends_with(' '),
            break_before: (!glued).then_some(if inside { LINK_BREAK } else { 0 }),
            notes,
            statement: sentence.map(|s| s.id),
            marks,
        };
        push_parts(&mut atoms, atom, text, room);
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

/// Cuts a word that is wider than the line where a line may break inside it, as behind a hyphen.
fn push_parts(atoms: &mut Vec<Atom>, atom: Atom, text: &str, room: u16) {
    if atom.width <= room {
        atoms.push(atom);
        return;
    }
    let word = atom.range.clone();
    // A hyphen at a line's end would not be known for one of an address: these fill their lines.
    let is_address = text[word.clone()].contains("://");
    let mut ends = if is_address { Vec::new() } else { breaks_in(&text[word.clone()]) };
    ends.pop();
    let mut rest = atom;
    for end in ends.into_iter().map(|end| word.start + end) {
        let (wide, part) = (width(&text[rest.range.start..end]) as u16, rest.range.start..end);
        let next = Atom {
            range: end..word.end,
            anchor: end as u32,
            width: rest.width - wide,
            spaced: false,
            break_before: Some(0),
            notes: rest.notes.take(),
            marks: rest.marks.clone(),
            ..rest
        };
        push_fitting(atoms, Atom { range: part, width: wide, ..rest }, text, room);
        rest = next;
    }
    push_fitting(atoms, rest, text, room);
}

/// Cuts a word that is wider than the line at grapheme edges, and from the footnotes that have no room beside it.
fn push_fitting(atoms: &mut Vec<Atom>, atom: Atom, text: &str, room: u16) {
    if atom.width <= room {
        atoms.push(atom);
        return;
    }
    let Atom { range, notes, .. } = atom;
    let mut piece = Atom { range: range.start..range.start, width: 0, notes: None, ..atom };
    for (at, grapheme, columns) in graphemes(&text[range.clone()]) {
        let (at, more) = (range.start + at, columns as u16);
        if piece.width + more > room && at > piece.range.start {
            let next = Atom {
                range: at..at,
                anchor: at as u32,
                spaced: false,
                break_before: Some(0),
                notes: None,
                marks: piece.marks.clone(),
                ..piece
            };
            atoms.push(std::mem::replace(&mut piece, Atom { width: 0, ..next }));
        }
        piece.width += more;
        piece.range.end = at + grapheme.len();
    }
    let notes = notes.map_or_else(Vec::new, |notes| split_notes(&notes, room.saturating_sub(piece.width), room));
    push_with_notes(atoms, piece, notes);
}

/// The footnotes in parts, the first for the room beside the word and the others for lines of their own.
fn split_notes(notes: &str, beside: u16, room: u16) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut free = usize::from(beside);
    for note in notes.split_inclusive([' ', ']']) {
        if width(note.trim_end()) > free && !(parts.len() > 1 && free == usize::from(room)) {
            parts.push(String::new());
            free = usize::from(room);
        }
        free = free.saturating_sub(width(note));
        if let Some(part) = parts.last_mut() {
            part.push_str(note);
        }
    }
    parts.iter().map(|part| part.trim_end().to_owned()).collect()
}

/// Pushes the last piece of a word and the parts of its footnotes. A line needs an anchor of its own: footnotes borrow
/// the last bytes of the word, a label above it the second, and where it has too few, the rest stays on one line.
fn push_with_notes(atoms: &mut Vec<Atom>, mut piece: Atom, mut parts: Vec<String>) {
    let lines = (parts.len().saturating_sub(1)).min(piece.range.len().saturating_sub(2));
    let rest = parts.split_off((lines + 1).min(parts.len()));
    if let Some(last) = parts.last_mut() {
        last.extend(rest);
    }
    let mut parts = parts.into_iter();
    let beside = parts.next().filter(|part| !part.is_empty());
    let (end, statement) = (piece.range.end, piece.statement);
    piece.width += beside.as_deref().map_or(0, width) as u16;
    piece.notes = beside;
    atoms.push(piece);
    for (i, part) in parts.enumerate() {
        atoms.push(Atom {
            range: end..end,
            anchor: (end - lines + i) as u32,
            width: width(&part) as u16,
            spaced: false,
            break_before: Some(0),
            notes: Some(part),
            statement,
            marks: 0..0,
        });
    }
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

/// The words of a text, as bytes: what stands between spaces, and within that, in scripts that write without them, what
/// stands between two places where a line may break.
pub(super) fn words(text: &str) -> Vec<Range<usize>> {
    let mut words = Vec::with_capacity(text.len() / 6 + 1);
    let mut start = 0;
    for (at, _) in text.match_indices(' ').chain([(text.len(), "")]) {
        let word = &text[start..at];
        if word.is_ascii() || !word.contains(breaks_inside) {
            if at > start {
                words.push(start..at);
            }
        } else {
            let mut from = 0;
            for end in breaks_in(word) {
                words.push(start + from..start + end);
                from = end;
            }
        }
        start = at + 1;
    }
    words
}

/// Whether lines break inside words of this letter's script: what comes after those of India, and is not punctuation
/// that Latin uses too.
const fn breaks_inside(c: char) -> bool {
    !matches!(c, '\0'..'\u{e00}' | '\u{1e00}'..'\u{2e80}')
}

/// Where a line may break in a word, as bytes; its end is the last of them.
fn breaks_in(word: &str) -> Vec<usize> {
    linebreaks(word).map(|(at, _)| at).collect()
}

/// Whether two words belong on one line: `c. 1312`, `20 June 1960`, `AD 900`, `300 BC`, `15th c.`, `4.1 million`, `p. 2`;
/// and `1er mars`, `v. 1050`, `XIVe siècle`, `300 av. J.-C.`
fn is_glued(before: &str, after: &str) -> bool {
    let number = |word: &str| word.trim_start_matches(['(', '“', '~']).starts_with(|c: char| c.is_ascii_digit());
    let month = |word: &str| month_in_any_language(word).is_some();
    let bare = after.trim_end_matches(|c: char| !c.is_alphanumeric());
    match before.trim_start_matches(['(', '“']) {
        "c." | "v." | "AD" | "p." | "pp." | "no." | "¶" => return true,
        "vers" | "années" if number(after) => return true,
        "av." | "apr." if after.starts_with("J.") => return true,
        word if number(after) && month(word) => return true,
        _ => {}
    }
    let of_nth = |bare: &str| matches!(bare, "c" | "century" | "millennium" | "siècle" | "millénaire");
    if !number(before) {
        // What parts two things stays with the first.
        return matches!(after, "–" | "—" | "·") || of_nth(bare) && is_roman_ordinal(before);
    }
    let counted = || {
        let unit = matches!(bare, "million" | "billion" | "km" | "kg" | "lb" | "c" | "¶");
        unit || matches!(bare, "BC" | "AD" | "BP" | "av" | "apr") || month(bare) || month(after)
    };
    let nth = ["st", "nd", "rd", "th"].iter().any(|end| before.ends_with(end));
    before.ends_with(|c: char| c.is_ascii_digit() || c == '%') && counted()
        || nth && of_nth(bare)
        || before.ends_with("er") && month(after)
        || matches!(after, "–" | "—" | "·")
}

/// `XIVe`, `Ier`.
fn is_roman_ordinal(word: &str) -> bool {
    let digits = word.trim_end_matches("er").trim_end_matches('e');
    digits.len() < word.len() && !digits.is_empty() && digits.bytes().all(|byte| matches!(byte, b'I' | b'V' | b'X'))
}
