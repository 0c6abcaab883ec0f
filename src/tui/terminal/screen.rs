//! Frames: what is on the screen, and the least that has to be written to change it.

use std::io;

use crossterm::cursor::{Hide, MoveTo, Show};
use crossterm::queue;
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect, Size};

use super::cells::{self, columns};
use super::scroll;
use crate::tui::app::App;
use crate::tui::frame;
use crate::tui::overlays::Overlay;
use crate::tui::screens::Screen as Screens;

/// What has been drawn, and the way to draw the difference.
pub(super) struct Screen {
    /// What is to be written to the terminal next.
    pub(super) bytes: Vec<u8>,
    /// The frame on the screen; none while the screen is blank.
    shown: Option<Buffer>,
    next: Buffer,
    /// Whether the terminal moves the columns between margins.
    pub(super) has_margins: bool,
    /// Whether text has moved by lines since griot began.
    pub(super) has_scrolled: bool,
    /// What lies beneath the search, and where the cursor would be there, since it was opened.
    beneath: Option<(Buffer, Option<Position>)>,
}

impl Screen {
    pub(super) fn new(size: Size) -> Self {
        let area = Rect::from((Position::ORIGIN, size));
        Self {
            bytes: Vec::with_capacity(64 << 10),
            shown: None,
            next: Buffer::empty(area),
            has_margins: false,
            has_scrolled: false,
            beneath: None,
        }
    }

    /// Forgets what has been drawn, so that the next frame is drawn whole.
    pub(super) fn reset(&mut self, size: Size) {
        (self.shown, self.next) = (None, Buffer::empty(Rect::from((Position::ORIGIN, size))));
        self.beneath = None;
        self.bytes.extend_from_slice(scroll::ALL.as_bytes());
        self.bytes.extend_from_slice(b"\x1b[0m\x1b[2J");
    }

    pub(super) fn draw(&mut self, app: &App) -> io::Result<()> {
        let cursor = self.paint(app);
        self.scroll(app);
        let depth = app.shared.settings.depth;
        match &self.shown {
            Some(shown) => cells::write(&mut self.bytes, &self.next, shown.diff_iter(&self.next), depth),
            None => cells::write(&mut self.bytes, &self.next, on_blank(&self.next), depth),
        }
        match cursor {
            Some(Position { x, y }) => queue!(self.bytes, MoveTo(x, y), Show)?,
            None => queue!(self.bytes, Hide)?,
        }
        let spare = self.shown.take().unwrap_or_else(|| Buffer::empty(self.next.area));
        self.shown = Some(std::mem::replace(&mut self.next, spare));
        Ok(())
    }

    /// Moves what has moved, where that leaves less to draw.
    fn scroll(&mut self, app: &App) {
        let Some(shown) = &mut self.shown else { return };
        let Some(scroll) = text_of(app).and_then(|area| scroll::moved(shown, &self.next, area)) else { return };
        self.has_scrolled = true;
        let scroll = if self.has_margins { scroll } else { scroll.of_rows(self.next.area) };
        let mut after = shown.clone();
        scroll.apply(&mut after);
        if after.diff_iter(&self.next).count() < shown.diff_iter(&self.next).count() {
            scroll.write(self.next.area, &mut self.bytes);
            *shown = after;
        }
    }

    /// Paints the next frame. Most keys in the search change its rows alone, and what lies beneath is painted once.
    fn paint(&mut self, app: &App) -> Option<Position> {
        if !matches!(app.overlay, Some(Overlay::Search(_))) {
            self.beneath = None;
            return frame::paint(app, &mut self.next);
        }
        let kept = self.beneath.take().filter(|(beneath, _)| !app.beneath_changed && beneath.area == self.next.area);
        let (beneath, cursor) = kept.unwrap_or_else(|| {
            let mut beneath = Buffer::empty(self.next.area);
            let cursor = frame::paint_beneath(app, &mut beneath);
            (beneath, cursor)
        });
        self.next.content.clone_from(&beneath.content);
        self.beneath = Some((beneath, cursor));
        frame::paint_over(app, &mut self.next, cursor)
    }

    /// Hands a text to the terminal’s clipboard.
    pub(super) fn copy(&mut self, text: &str) -> io::Result<()> {
        queue!(self.bytes, crossterm::clipboard::CopyToClipboard::to_clipboard_from(text))
    }
}

/// Where the text stands that scrolls by lines, with its margin.
fn text_of(app: &App) -> Option<Rect> {
    let regions = app.shared.regions().filter(|_| app.shared.screen == Screens::Read && app.overlay.is_none())?;
    Some(regions.margin.union(regions.text))
}

/// The cells of a frame that a blank screen does not show already.
fn on_blank(frame: &Buffer) -> impl Iterator<Item = (u16, u16, &Cell)> {
    let mut covered = 0;
    let cells = frame.content.iter().enumerate().filter(move |(_, cell)| {
        // The cell after a character of two columns belongs to it.
        if covered > 0 {
            covered -= 1;
            return false;
        }
        covered = columns(cell) - 1;
        cell.symbol() != " " || **cell != Cell::EMPTY
    });
    cells.map(|(at, cell)| {
        let (x, y) = frame.pos_of(at);
        (x, y, cell)
    })
}

#[cfg(test)]
mod tests;
