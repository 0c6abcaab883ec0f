//! Painting laid-out text: lines, small pages, rows of several lines, and what a filter lights in them.

use griot_history::search::{fold, fold_with_places};
use griot_history::table_row::TableRow;
use griot_history::text::Blocks;
use griot_history::text::{Layout, Line, RunInk, graphemes};
use ratatui::layout::{Position, Rect};

use super::detail::Detail;
use super::pen::Pen;
use crate::tui::theme::Ink;

/// The ink of a run that is no link.
#[must_use]
pub const fn ink_of(run: RunInk) -> Ink {
    match run {
        RunInk::Plain => Ink::Body,
        RunInk::Title => Ink::Title,
        RunInk::Heading => Ink::Heading,
        RunInk::Quiet => Ink::Quiet,
        RunInk::Label => Ink::Label,
        RunInk::Emphasis => Ink::Emphasis,
        RunInk::Note => Ink::Note,
    }
}

/// Paints a line; the link that has the focus is told by its ink.
fn paint_line(pen: &mut Pen, blocks: &dyn Blocks, line: &Line, area: Rect, focus: Option<usize>) {
    for run in &line.runs {
        let ink = match run.link {
            Some(link) if focus == Some(link as usize) => Ink::Focus,
            Some(_) => Ink::Link,
            None => ink_of(run.ink),
        };
        let x = area.x + run.column;
        pen.put((x, area.y), run.text(line, blocks), ink, area.right().saturating_sub(x));
    }
}

/// Paints a small page from a line on, with a sign where more follows.
pub fn paint_blocks(pen: &mut Pen, blocks: &dyn Blocks, layout: &Layout, area: Rect, top: usize) {
    let height = usize::from(area.height);
    let top = top.min(layout.last_top(height));
    for (row, line) in layout.lines.iter().skip(top).take(height).enumerate() {
        paint_line(pen, blocks, line, Rect { y: area.y + row as u16, height: 1, ..area }, None);
    }
    if top + height < layout.lines.len() {
        pen.put_right((area.right(), area.bottom() - 1), " … ", Ink::Quiet, area.width);
    }
}

/// Paints a page, with a link in focus if one has it; where that begins.
pub fn paint_detail(pen: &mut Pen, it: &Detail, area: Rect, focus: Option<usize>) -> Option<Position> {
    let height = usize::from(area.height);
    let top = it.top_in(height);
    for (row, line) in it.layout.lines.iter().skip(top).take(height).enumerate() {
        paint_line(pen, &it.blocks, line, Rect { y: area.y + row as u16, height: 1, ..area }, focus);
    }
    if top + height < it.layout.lines.len() {
        pen.put_right((area.right(), area.bottom() - 1), " … ", Ink::Quiet, area.width);
    }
    let piece = it.layout.links.get(focus?)?.pieces.first()?;
    let row = piece.line.checked_sub(top).filter(|row| *row < height)?;
    Some(Position { x: area.x + piece.column, y: area.y + row as u16 })
}

/// Paints a row of several lines into an area, from its line `skip` on.
pub fn paint_row(pen: &mut Pen, row: &TableRow, area: Rect, skip: usize, chosen: bool) {
    for cell in &row.cells {
        let x = area.x + cell.column;
        for (at, line) in cell.layout.lines.iter().skip(skip).take(usize::from(area.height)).enumerate() {
            let area = Rect { x, y: area.y + at as u16, width: area.right().saturating_sub(x), height: 1 };
            paint_line(pen, &cell.blocks, line, area, None);
        }
    }
    if chosen {
        for y in area.y..area.bottom().min(area.y + row.lines().saturating_sub(skip) as u16) {
            pen.put((area.x.saturating_sub(2), y), "▌", Ink::Accent, 1);
        }
    }
}

/// Lights the beginnings of words that the filter holds, in a text that stands from `at` to column `end`.
pub fn light(pen: &mut Pen, filter: &str, text: &str, at: Position, end: u16) {
    let filter = fold(filter);
    let Position { x, y } = at;
    let (folded, places) = fold_with_places(text);
    // The column of each character; marks stand where their letter does.
    let mut columns = Vec::with_capacity(text.len());
    let mut at = x;
    for (_, grapheme, wide) in graphemes(text) {
        columns.extend(grapheme.chars().map(|_| at));
        at += wide as u16;
    }
    for word in filter.split(' ').filter(|word| !word.is_empty() && !word.starts_with('@')) {
        let begins = |at: &usize| *at == 0 || folded.as_bytes()[at - 1] == b' ';
        for (at, _) in folded.match_indices(word).filter(|(at, _)| begins(at)) {
            let first = folded[..at].chars().count();
            let lit = first..first + word.chars().count();
            for column in lit.filter_map(|i| columns.get(*places.get(i)? as usize)).filter(|column| **column < end) {
                pen.recolour(Rect { x: *column, y, width: 1, height: 1 }, Ink::Match);
            }
        }
    }
}
