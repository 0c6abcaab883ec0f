//! Frames: what is on the screen, and the least that has to be written to change it.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::iter::Peekable;
use std::os::fd::AsFd;

use crossterm::cursor::{Hide, MoveTo, Show};
use crossterm::queue;
use ratatui::backend::{Backend, CrosstermBackend};
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect, Size};

use crate::tui::app::App;
use crate::tui::frame;
use griot_history::text::width;

/// What has been drawn, and the way to draw the difference.
pub(super) struct Screen {
    pub(super) backend: CrosstermBackend<BufWriter<File>>,
    /// The frame on the screen; none while the screen is blank.
    shown: Option<Buffer>,
    next: Buffer,
}

impl Screen {
    pub(super) fn new(size: Size) -> io::Result<Self> {
        // The colour support that crossterm guesses at is not asked: the theme decides.
        crossterm::style::force_color_output(true);
        let out = File::from(io::stdout().as_fd().try_clone_to_owned()?);
        let area = Rect::from((Position::ORIGIN, size));
        // One frame is one write.
        let backend = CrosstermBackend::new(BufWriter::with_capacity(64 << 10, out));
        Ok(Self { backend, shown: None, next: Buffer::empty(area) })
    }

    /// Forgets what has been drawn, so that the next frame is drawn whole.
    pub(super) fn reset(&mut self, size: Size) -> io::Result<()> {
        (self.shown, self.next) = (None, Buffer::empty(Rect::from((Position::ORIGIN, size))));
        self.backend.write_all(b"\x1b[0m\x1b[2J")
    }

    pub(super) fn draw(&mut self, app: &App) -> io::Result<()> {
        let cursor = frame::paint(app, &mut self.next);
        match &self.shown {
            Some(shown) => self.backend.draw(Bridged::new(&self.next, shown.diff_iter(&self.next)))?,
            None => self.backend.draw(Bridged::new(&self.next, on_blank(&self.next)))?,
        }
        match cursor {
            Some(Position { x, y }) => queue!(self.backend, MoveTo(x, y), Show)?,
            None => queue!(self.backend, Hide)?,
        }
        Backend::flush(&mut self.backend)?;
        let spare = self.shown.take().unwrap_or_else(|| Buffer::empty(self.next.area));
        self.shown = Some(std::mem::replace(&mut self.next, spare));
        Ok(())
    }

    /// Hands a text to the terminal's clipboard.
    pub(super) fn copy(&mut self, text: &str) -> io::Result<()> {
        crossterm::execute!(self.backend, crossterm::clipboard::CopyToClipboard::to_clipboard_from(text))
    }

    pub(super) fn write(&mut self, sequence: &str) -> io::Result<()> {
        self.backend.write_all(sequence.as_bytes())?;
        Write::flush(&mut self.backend)
    }
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
        covered = columns(cell).saturating_sub(1);
        **cell != Cell::EMPTY
    });
    cells.map(|(at, cell)| {
        let (x, y) = frame.pos_of(at);
        (x, y, cell)
    })
}

/// How many columns a cell's character takes. Most are ASCII and need no looking up.
fn columns(cell: &Cell) -> usize {
    if cell.symbol().len() == 1 { 1 } else { width(cell.symbol()) }
}

/// The cells to draw, and those of the short gaps between them: to write a few cells again takes less than to send the
/// cursor past them.
struct Bridged<'a, I: Iterator<Item = (u16, u16, &'a Cell)>> {
    frame: &'a Buffer,
    cells: Peekable<I>,
    /// The cell after the last one drawn, where that is of one column.
    at: Option<Position>,
}

impl<'a, I: Iterator<Item = (u16, u16, &'a Cell)>> Bridged<'a, I> {
    /// The longest gap that is written: the cursor's way past it is told in six bytes or more.
    const LONGEST: u16 = 4;

    fn new(frame: &'a Buffer, cells: I) -> Self {
        Self { frame, cells: cells.peekable(), at: None }
    }

    /// The next cell of a gap that is short and of one column a cell.
    fn in_gap(&mut self) -> Option<Position> {
        let at = self.at?;
        let (x, y, _) = *self.cells.peek()?;
        let short = y == at.y && x > at.x && x - at.x <= Self::LONGEST;
        (short && (at.x..x).all(|x| self.frame[(x, y)].symbol().len() == 1)).then_some(at)
    }
}

impl<'a, I: Iterator<Item = (u16, u16, &'a Cell)>> Iterator for Bridged<'a, I> {
    type Item = (u16, u16, &'a Cell);

    fn next(&mut self) -> Option<Self::Item> {
        let (x, y, cell) = match self.in_gap() {
            Some(Position { x, y }) => (x, y, &self.frame[(x, y)]),
            None => self.cells.next()?,
        };
        self.at = (columns(cell) == 1).then_some(Position { x: x + 1, y });
        Some((x, y, cell))
    }
}
