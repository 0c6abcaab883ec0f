//! Putting text and lines into the buffer, in the inks of the theme. Nothing outside the buffer is ever touched.

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::tui::settings::Settings;
use crate::tui::theme::{Depth, Ink, Theme};
use griot_history::text::ascii::plain;
use griot_history::text::cut;

pub struct Pen<'a> {
    buffer: &'a mut Buffer,
    theme: Theme,
    depth: Depth,
    pub ascii: bool,
}

impl<'a> Pen<'a> {
    pub const fn new(buffer: &'a mut Buffer, settings: Settings) -> Self {
        Self { buffer, theme: settings.theme, depth: settings.depth, ascii: settings.ascii }
    }

    /// Puts a text, cut with an ellipsis at `room` columns. Returns the column after it.
    pub fn put(&mut self, x: u16, y: u16, text: &str, ink: Ink, room: u16) -> u16 {
        self.put_styled(x, y, text, self.theme.style(ink, self.depth), room)
    }

    /// Puts a text so that it ends before column `end`.
    pub fn put_right(&mut self, end: u16, y: u16, text: &str, ink: Ink, room: u16) {
        let text = cut(text, usize::from(room));
        let wide = griot_history::text::width(&text) as u16;
        self.put(end.saturating_sub(wide), y, &text, ink, room);
    }

    /// Puts a text in a line, in reverse where it is `chosen`. Returns the column after it.
    pub fn put_row(&mut self, line: Rect, text: &str, ink: Ink, chosen: bool) -> u16 {
        self.put(line.x, line.y, text, if chosen { Ink::Selected } else { ink }, line.width)
    }

    /// Puts a text in an ink, in reverse where `chosen`.
    pub fn put_chosen(&mut self, x: u16, y: u16, text: &str, ink: Ink, room: u16, chosen: bool) -> u16 {
        self.put(x, y, text, if chosen { Ink::Selected } else { ink }, room)
    }

    fn put_styled(&mut self, x: u16, y: u16, text: &str, style: Style, room: u16) -> u16 {
        let area = self.buffer.area;
        let room = room.min(area.right().saturating_sub(x));
        if room == 0 || y < area.y || y >= area.bottom() || x < area.x {
            return x;
        }
        // What was underlined or dim before is not any more.
        let style = Style::reset().patch(style);
        let text = cut(text, usize::from(room));
        if self.ascii && !text.is_ascii() {
            return self.buffer.set_stringn(x, y, plain(&text), usize::from(room), style).0;
        }
        if text.bytes().all(|byte| (b' '..=b'~').contains(&byte)) {
            return self.put_ascii(x, y, &text, style);
        }
        self.buffer.set_stringn(x, y, text, usize::from(room), style).0
    }

    /// Most of what is put: a character a cell, and nothing to look up.
    fn put_ascii(&mut self, x: u16, y: u16, text: &str, style: Style) -> u16 {
        let start = self.buffer.index_of(x, y);
        for (at, cell) in self.buffer.content[start..start + text.len()].iter_mut().enumerate() {
            cell.set_symbol(&text[at..=at]).set_style(style);
        }
        x + text.len() as u16
    }

    /// Changes the ink of cells that hold text already.
    pub fn recolour(&mut self, area: Rect, ink: Ink) {
        let style = self.theme.style(ink, self.depth);
        self.buffer.set_style(area.intersection(self.buffer.area), Style::reset().patch(style));
    }

    /// Empties an area.
    pub fn fill(&mut self, area: Rect, ink: Ink) {
        let mut blank = Cell::EMPTY;
        blank.set_style(Style::reset().patch(self.theme.style(ink, self.depth)));
        let area = area.intersection(self.buffer.area);
        if area.is_empty() {
            return;
        }
        for y in area.top()..area.bottom() {
            let start = self.buffer.index_of(area.x, y);
            self.buffer.content[start..start + usize::from(area.width)].fill(blank.clone());
        }
    }

    /// A horizontal rule, whole or dotted.
    pub fn rule(&mut self, area: Rect, whole: bool) {
        let sign = if whole { "─" } else { "┄" };
        let line = sign.repeat(usize::from(area.width));
        self.put(area.x, area.y, &line, Ink::Rule, area.width);
    }

    /// A vertical rule.
    pub fn separator(&mut self, x: u16, top: u16, bottom: u16) {
        for y in top..bottom {
            self.put(x, y, "│", Ink::Rule, 1);
        }
    }

    /// The edge of the pane that has the keys.
    pub fn bar(&mut self, x: u16, top: u16, bottom: u16) {
        for y in top..bottom {
            self.put(x, y, "▌", Ink::Accent, 1);
        }
    }

    /// An empty box with a border and a title in it.
    pub fn frame(&mut self, area: Rect, title: &str) {
        self.fill(area, Ink::Body);
        if area.width < 2 || area.height < 2 {
            return;
        }
        let inner = usize::from(area.width - 2);
        self.put(area.x, area.y, &format!("╭{}╮", "─".repeat(inner)), Ink::Rule, area.width);
        self.put(area.x, area.bottom() - 1, &format!("╰{}╯", "─".repeat(inner)), Ink::Rule, area.width);
        self.separator(area.x, area.y + 1, area.bottom() - 1);
        self.separator(area.right() - 1, area.y + 1, area.bottom() - 1);
        if !title.is_empty() {
            self.put(area.x + 2, area.y, &format!(" {title} "), Ink::Accent, area.width.saturating_sub(4));
        }
    }
}
