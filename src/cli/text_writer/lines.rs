//! Lines of printed text: words that stay together, and breaking at a width.

use griot_history::text::page::plain;
use griot_history::text::{Layout, Measure, Shape, width};
use griot_pack::glyphs::Glyphs;

/// A space at which no line ends; it is printed as a plain one.
pub(super) const GLUE: char = '\u{a0}';

/// Parts with points between them; a short one, such as a date, is not broken.
#[must_use]
pub fn joined(parts: &[&str]) -> String {
    let mut out = String::new();
    for part in parts.iter().filter(|part| !part.is_empty()) {
        if !out.is_empty() {
            out.push_str(&format!(" ·{GLUE}"));
        }
        if out.is_empty() || width(part) > 30 {
            out.push_str(part);
        } else {
            out.push_str(&part.replace(' ', &GLUE.to_string()));
        }
    }
    out
}

/// The text in lines of at most `columns` columns, dates unbroken. A word that is wider, such as an address, stands
/// whole on a line of its own: it is there to be copied.
pub(super) fn wrap(text: &str, columns: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for line in text.split('\n') {
        wrap_line(line, columns, &mut lines);
    }
    lines
}

fn wrap_line(text: &str, columns: usize, lines: &mut Vec<String>) {
    // What should stand together and cannot, need not.
    let loose = |word: &str| if width(word) > columns { word.replace(GLUE, " ") } else { word.to_owned() };
    let text = text.split(' ').map(loose).collect::<Vec<_>>().join(" ");
    let mut rest = text.as_str();
    // Numbers of notes are no address: a line ends between two of them, and inside none.
    let stands_whole = |word: &&str| width(word) > columns && !word.contains("][");
    while let Some(long) = rest.split(' ').find(stands_whole) {
        let (before, after) = rest.split_once(long).unwrap_or((rest, ""));
        lines.extend(fill(before, columns));
        lines.push(long.to_owned());
        rest = after;
    }
    lines.extend(fill(rest, columns));
}

fn fill(text: &str, columns: usize) -> Vec<String> {
    if text.trim().is_empty() {
        return Vec::new();
    }
    let blocks = [plain(Shape::Passage, text.trim().into())];
    let layout =
        Layout::new(&blocks, Measure { width: columns.clamp(1, usize::from(u16::MAX)) as u16, glyphs: Glyphs::Ascii });
    layout.lines.iter().map(|line| line.text(&blocks)).collect()
}
