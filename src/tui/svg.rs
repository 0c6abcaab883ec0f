//! A frame as a picture: scalable, in the colours of its theme, every letter in its column whatever font draws it.

use std::fmt::Write;

use griot_history::text::width;
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::Modifier;

use super::theme::{Depth, Ink, Theme};

/// A cell, in the units of the picture.
const CELL: (u16, u16) = (9, 19);
/// Where the letters stand in their cell, from its top.
const BASE: u16 = 14;
/// The empty edge round the frame.
const EDGE: u16 = 12;

/// Cells of one row that look alike.
struct Run {
    /// The column and the row of its first cell.
    at: (u16, u16),
    columns: u16,
    ink: Ink,
    text: String,
}

/// A frame that was painted in a theme, as SVG. Its letters are text: they can be searched, copied and read aloud.
#[must_use]
pub fn svg(frame: &Buffer, theme: Theme, depth: Depth) -> String {
    let (columns, rows) = (frame.area.width, frame.area.height);
    let (width, height) = (columns * CELL.0 + 2 * EDGE, rows * CELL.1 + 2 * EDGE);
    let runs: Vec<Run> = (0..rows).flat_map(|row| runs(frame, row, theme, depth)).collect();
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" font-family=\"monospace\" font-size=\"15\" xml:space=\"preserve\">\n"
    );
    let mut inks: Vec<Ink> = Vec::new();
    for run in &runs {
        if !inks.contains(&run.ink) {
            inks.push(run.ink);
        }
    }
    out.push_str("<style>\n");
    for ink in inks {
        out.push_str(&rules(ink, theme));
    }
    out.push_str("</style>\n");
    let (_, back) = theme.in_hex(Ink::Body);
    let _ = writeln!(out, "<rect width=\"{width}\" height=\"{height}\" rx=\"8\" fill=\"{back}\"/>");
    for run in &runs {
        draw(&mut out, run, theme.in_hex(run.ink).1 != back);
    }
    out.push_str("</svg>\n");
    out
}

/// The name of an ink, as a class.
fn class(ink: Ink) -> String {
    format!("{ink:?}").to_lowercase()
}

/// How the letters of an ink look, and what they stand on.
fn rules(ink: Ink, theme: Theme) -> String {
    let name = class(ink);
    let modifiers = theme.style(ink, Depth::Full).add_modifier;
    let (letters, back) = theme.in_hex(ink);
    let mut looks = String::new();
    for (modifier, look) in [
        (Modifier::BOLD, ";font-weight:bold"),
        (Modifier::ITALIC, ";font-style:italic"),
        (Modifier::UNDERLINED, ";text-decoration:underline"),
        (Modifier::DIM, ";opacity:.6"),
    ] {
        looks.push_str(if modifiers.contains(modifier) { look } else { "" });
    }
    format!("text.{name}{{fill:{letters};white-space:pre{looks}}}\nrect.{name}{{fill:{back}}}\n")
}

/// The runs of a row; a character of several columns is a run of its own, so that none after it is moved.
fn runs(frame: &Buffer, row: u16, theme: Theme, depth: Depth) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let mut x = 0;
    while x < frame.area.width {
        let cell: &Cell = &frame[(frame.area.x + x, frame.area.y + row)];
        let ink = theme.ink_of(cell, depth).unwrap_or(Ink::Body);
        let columns = width(cell.symbol()).max(1) as u16;
        match runs.last_mut() {
            Some(run) if run.ink == ink && columns == 1 && usize::from(run.columns) == run.text.chars().count() => {
                run.text.push_str(cell.symbol());
                run.columns += 1;
            }
            _ => runs.push(Run { at: (x, row), columns, ink, text: cell.symbol().to_owned() }),
        }
        x += columns;
    }
    runs
}

fn draw(out: &mut String, run: &Run, filled: bool) {
    let (x, y) = (run.at.0 * CELL.0 + EDGE, run.at.1 * CELL.1 + EDGE);
    let (width, class) = (run.columns * CELL.0, class(run.ink));
    if filled {
        let height = CELL.1;
        let _ = writeln!(out, "<rect class=\"{class}\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"/>");
    }
    if run.text.trim().is_empty() {
        return;
    }
    let text = run.text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    let _ = writeln!(
        out,
        "<text class=\"{class}\" x=\"{x}\" y=\"{}\" textLength=\"{width}\" lengthAdjust=\"spacingAndGlyphs\">{text}</text>",
        y + BASE
    );
}
