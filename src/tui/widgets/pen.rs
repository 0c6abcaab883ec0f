//! Putting text and lines into the buffer, in the inks of the theme. Nothing outside the buffer is ever touched.

use griot_pack::glyphs::Glyphs;
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use crate::tui::settings::Settings;
use crate::tui::theme::Ink;
use griot_history::text::ascii::plain;
use griot_history::text::{cut, is_plain_text};

pub struct Pen<'a> {
    buffer: &'a mut Buffer,
    /// How each ink looks, in the order of the inks.
    styles: [Style; Ink::ALL.len()],
    pub glyphs: Glyphs,
}

impl<'a> Pen<'a> {
    pub fn new(buffer: &'a mut Buffer, settings: Settings) -> Self {
        let Settings { theme, depth, colours, glyphs, .. } = settings;
        Self { buffer, styles: Ink::ALL.map(|ink| colours.style(theme, ink, depth)), glyphs }
    }

    const fn style(&self, ink: Ink) -> Style {
        self.styles[ink as usize]
    }

    /// Puts a text at a column and a row, cut with an ellipsis at `room` columns. Returns the column after it.
    pub fn put(&mut self, at: impl Into<Position>, text: &str, ink: Ink, room: u16) -> u16 {
        self.put_styled(at.into(), text, self.style(ink), room)
    }

    /// Puts a text so that it ends before a column of a row.
    pub fn put_right(&mut self, end: impl Into<Position>, text: &str, ink: Ink, room: u16) {
        let (text, end) = (cut(text, usize::from(room)), end.into());
        let wide = griot_history::text::width(&text) as u16;
        self.put((end.x.saturating_sub(wide), end.y), &text, ink, room);
    }

    /// Puts a text in a line, in reverse where it is `chosen`. Returns the column after it.
    pub fn put_row(&mut self, line: Rect, text: &str, ink: Ink, chosen: bool) -> u16 {
        self.put(line.as_position(), text, ink.chosen(chosen), line.width)
    }

    /// A writer of one line, from its left end on.
    pub const fn writer<'p>(&'p mut self, line: Rect) -> Writer<'p, 'a> {
        Writer { pen: self, x: line.x, line }
    }

    fn put_styled(&mut self, Position { x, y }: Position, text: &str, style: Style, room: u16) -> u16 {
        let area = self.buffer.area;
        let room = room.min(area.right().saturating_sub(x));
        if room == 0 || y < area.y || y >= area.bottom() || x < area.x {
            return x;
        }
        // What was underlined or dim before is not any more.
        let style = Style::reset().patch(style);
        let text = cut(text, usize::from(room));
        if self.glyphs.is_ascii() && !text.is_ascii() {
            return self.buffer.set_stringn(x, y, plain(&text), usize::from(room), style).0;
        }
        if is_plain_text(&text) {
            return self.put_plain(x, y, &text, style);
        }
        self.buffer.set_stringn(x, y, text, usize::from(room), style).0
    }

    /// Most of what is put: a character a cell, and nothing to look up.
    fn put_plain(&mut self, x: u16, y: u16, text: &str, style: Style) -> u16 {
        let mut column = x;
        let start = self.buffer.index_of(x, y);
        for (cell, c) in self.buffer.content[start..].iter_mut().zip(text.chars()) {
            cell.set_char(c).set_style(style);
            column += 1;
        }
        column
    }

    /// Changes the ink of cells that hold text already.
    pub fn recolour(&mut self, area: Rect, ink: Ink) {
        let style = self.style(ink);
        self.buffer.set_style(area.intersection(self.buffer.area), Style::reset().patch(style));
    }

    /// Empties an area.
    pub fn fill(&mut self, area: Rect, ink: Ink) {
        let mut blank = Cell::EMPTY;
        blank.set_style(Style::reset().patch(self.style(ink)));
        let area = area.intersection(self.buffer.area);
        if area.is_empty() {
            return;
        }
        for y in area.top()..area.bottom() {
            let start = self.buffer.index_of(area.x, y);
            self.buffer.content[start..start + usize::from(area.width)].fill(blank.clone());
        }
    }

    /// A horizontal rule.
    pub fn rule(&mut self, area: Rect) {
        self.rule_of("─", area);
    }

    /// A horizontal rule that parts less.
    pub fn dotted_rule(&mut self, area: Rect) {
        self.rule_of("┄", area);
    }

    fn rule_of(&mut self, sign: &str, area: Rect) {
        self.put((area.x, area.y), &sign.repeat(usize::from(area.width)), Ink::Rule, area.width);
    }

    /// A vertical rule.
    pub fn separator(&mut self, x: u16, top: u16, bottom: u16) {
        for y in top..bottom {
            self.put((x, y), "│", Ink::Rule, 1);
        }
    }

    /// The edge of the pane that has the keys.
    pub fn bar(&mut self, x: u16, top: u16, bottom: u16) {
        for y in top..bottom {
            self.put((x, y), "▌", Ink::Accent, 1);
        }
    }

    /// An empty box with a border and a title in it.
    pub fn frame(&mut self, area: Rect, title: &str) {
        self.fill(area, Ink::Body);
        if area.width < 2 || area.height < 2 {
            return;
        }
        let inner = usize::from(area.width - 2);
        self.put((area.x, area.y), &format!("╭{}╮", "─".repeat(inner)), Ink::Rule, area.width);
        self.put((area.x, area.bottom() - 1), &format!("╰{}╯", "─".repeat(inner)), Ink::Rule, area.width);
        self.separator(area.x, area.y + 1, area.bottom() - 1);
        self.separator(area.right() - 1, area.y + 1, area.bottom() - 1);
        if !title.is_empty() {
            self.put((area.x + 2, area.y), &format!(" {title} "), Ink::Accent, area.width.saturating_sub(4));
        }
    }
}

/// Writes one piece after the other into a line, as far as there is room.
pub struct Writer<'p, 'a> {
    pen: &'p mut Pen<'a>,
    x: u16,
    line: Rect,
}

impl Writer<'_, '_> {
    /// Writes a text.
    pub fn put(&mut self, text: &str, ink: Ink) -> &mut Self {
        self.x = self.pen.put((self.x, self.line.y), text, ink, self.room());
        self
    }

    /// Leaves columns empty.
    pub const fn gap(&mut self, columns: u16) -> &mut Self {
        self.x = self.x.saturating_add(columns);
        self
    }

    /// Writes a text at the right end of the line, where there is room for all of it and a gap before it.
    pub fn right(&mut self, text: &str, ink: Ink) -> &mut Self {
        if griot_history::text::width(text) < usize::from(self.room()) {
            self.pen.put_right((self.line.right(), self.line.y), text, ink, self.room());
        }
        self
    }

    /// Writes a text at the right end of the line, cut where there is no room for all of it.
    pub fn right_cut(&mut self, text: &str, ink: Ink) {
        let room = self.room();
        self.pen.put_right((self.line.right(), self.line.y), text, ink, room);
    }

    /// The column that comes next.
    #[must_use]
    pub const fn x(&self) -> u16 {
        self.x
    }

    /// The columns that are left.
    #[must_use]
    pub const fn room(&self) -> u16 {
        self.line.right().saturating_sub(self.x)
    }
}
