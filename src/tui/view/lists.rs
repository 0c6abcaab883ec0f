//! What the views with lists share: the page beside the list, rows of several lines, and the words of a filter.

use ratatui::layout::{Position, Rect};

use super::pen::Pen;
use super::read::ink_of;
use crate::tui::app::App;
use crate::tui::aside::Aside;
use crate::tui::panes::lists::{Places, aside_text};
use crate::tui::theme::Ink;
use griot_history::search::{fold, fold_with_places};
use griot_history::tall::Tall;
use griot_history::text::{Block, Line, graphemes};

/// Paints the page beside the list; where its focused link begins.
pub fn aside(pen: &mut Pen, it: &Aside, places: &Places) -> Option<Position> {
    let pane = places.aside?;
    if places.list.width > 0 {
        pen.wall(pane.x - 1, pane.y, pane.bottom());
    }
    let area = aside_text(pane);
    let height = usize::from(area.height);
    let top = it.top_in(height);
    for (row, line) in it.layout.lines.iter().skip(top).take(height).enumerate() {
        paint_line(pen, &it.blocks, line, Rect { y: area.y + row as u16, height: 1, ..area }, it.link);
    }
    if top + height < it.layout.lines.len() {
        pen.put_right(area.right(), area.bottom() - 1, " … ", Ink::Quiet, area.width);
    }
    let piece = it.layout.links.get(it.link?)?.pieces.first()?;
    let row = piece.line.checked_sub(top).filter(|row| *row < height)?;
    Some(Position { x: area.x + piece.column, y: area.y + row as u16 })
}

fn paint_line(pen: &mut Pen, blocks: &[Block], line: &Line, area: Rect, focus: Option<usize>) {
    for run in &line.runs {
        let ink = match run.link {
            Some(link) if focus == Some(link as usize) => Ink::Focus,
            Some(_) => Ink::Link,
            None => ink_of(run.ink),
        };
        let x = area.x + run.column;
        pen.put(x, area.y, run.text(line, blocks), ink, area.right().saturating_sub(x));
    }
}

/// Paints a row of several lines into an area, from its line `skip` on.
pub fn tall(pen: &mut Pen, row: &Tall, area: Rect, skip: usize, chosen: bool) {
    for cell in &row.cells {
        let x = area.x + cell.column;
        for (at, line) in cell.layout.lines.iter().skip(skip).take(usize::from(area.height)).enumerate() {
            let area = Rect { x, y: area.y + at as u16, width: area.right().saturating_sub(x), height: 1 };
            paint_line(pen, &cell.blocks, line, area, None);
        }
    }
    if chosen {
        for y in area.y..area.bottom().min(area.y + row.lines().saturating_sub(skip) as u16) {
            pen.put(area.x.saturating_sub(2), y, "▌", Ink::Accent, 1);
        }
    }
}

/// `369 entities`, or `12 of 369 entities · filter “keita”`.
#[must_use]
pub fn counted(app: &App, (all, shown): (usize, usize), what: &str) -> String {
    if app.filter.is_empty() {
        format!("{all} {what}")
    } else {
        format!("{shown} of {all} {what} · filter “{}”", app.filter)
    }
}

/// Lights the beginnings of words that the filter holds, in a text that stands from `x` to `end`.
pub fn light(pen: &mut Pen, app: &App, text: &str, x: u16, y: u16, end: u16) {
    let filter = fold(&app.filter);
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

/// What an empty list says instead.
pub fn nothing(pen: &mut Pen, app: &App, area: Rect, empty: &str) {
    if app.filter.is_empty() {
        pen.put(area.x + 2, area.y, empty, Ink::Quiet, area.width.saturating_sub(2));
        return;
    }
    let said = format!("nothing matches “{}”", app.filter.trim());
    pen.put(area.x + 2, area.y, &said, Ink::Quiet, area.width.saturating_sub(2));
    if area.height > 1 {
        pen.put(area.x + 2, area.y + 1, "Esc shows all", Ink::Quiet, area.width.saturating_sub(2));
    }
}
