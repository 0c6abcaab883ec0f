//! Text on its way to standard output: wrapped, cleaned and, where it was asked for, in ASCII.

mod lines;

use griot_history::text::Blocks;
use griot_pack::glyphs::Glyphs;
pub use lines::joined;
use lines::{GLUE, wrap};

use griot_history::text::ascii::plain as ascii;
use griot_history::text::{Block, Layout, Line, Measure, RunInk, Shape, note_mark, width};
use griot_pack::clean::clean;

/// How the output is to look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OutputStyle {
    /// Columns of running text.
    pub measure: usize,
    /// Columns of tables.
    pub width: usize,
    /// Rows of the terminal.
    pub rows: usize,
    /// Headings in bold: only on a terminal.
    pub bold: bool,
    pub glyphs: Glyphs,
    /// One record or paragraph a line, no wrapping.
    pub plain: bool,
}

/// Text that grows from top to bottom. Nothing is put on it that could act on a terminal.
#[derive(Debug)]
pub struct TextWriter {
    text: String,
    style: OutputStyle,
}

impl OutputStyle {
    /// Running text of at most this many columns is read best.
    const MEASURE: usize = 72;
    /// Tables use more of the terminal than text, but not all of a wide one.
    const TABLE: usize = 100;

    /// From the flags and the size of the terminal in columns and rows, if there is one.
    #[must_use]
    pub fn new(given: Option<u16>, terminal: Option<(u16, u16)>, glyphs: Glyphs, plain: bool, bold: bool) -> Self {
        let room = given.or(terminal.map(|(columns, _)| columns)).map(usize::from);
        let most = |most: usize| if given.is_some() { usize::MAX } else { most };
        Self {
            measure: room.unwrap_or(Self::MEASURE).min(most(Self::MEASURE)).max(10),
            width: room.unwrap_or(80).min(most(Self::TABLE)).max(10),
            rows: terminal.map_or(24, |(_, rows)| usize::from(rows)),
            bold: bold && !plain,
            glyphs,
            plain,
        }
    }
}

impl TextWriter {
    #[must_use]
    pub const fn new(style: OutputStyle) -> Self {
        Self { text: String::new(), style }
    }

    #[must_use]
    pub const fn style(&self) -> OutputStyle {
        self.style
    }

    #[must_use]
    pub fn into_text(self) -> String {
        self.text
    }

    fn put(&mut self, text: &str) {
        let text = clean(text);
        if self.style.glyphs.is_ascii() {
            self.text.push_str(&ascii(&text));
        } else {
            self.text.push_str(&text);
        }
    }

    fn end_line(&mut self) {
        let end = self.text.trim_end_matches(' ').len();
        self.text.truncate(end);
        self.text.push('\n');
    }

    /// One line as it is.
    pub fn line(&mut self, text: &str) {
        self.put(text);
        self.end_line();
    }

    /// A text of a form of its own, line by line as it is, with its tabs and its spaces.
    #[must_use]
    pub fn verbatim(style: OutputStyle, text: &str) -> String {
        let mut writer = Self::new(style);
        for line in text.lines() {
            writer.record(&line.split('\t').collect::<Vec<_>>());
        }
        writer.into_text()
    }

    /// A line that heads others.
    pub fn head(&mut self, text: &str) {
        self.bold(text);
        self.end_line();
    }

    fn bold(&mut self, text: &str) {
        if self.style.bold {
            self.text.push_str("\x1b[1m");
        }
        self.put(text);
        if self.style.bold {
            self.text.push_str("\x1b[0m");
        }
    }

    /// An empty line, unless the text is empty or ends with one.
    pub fn gap(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }

    /// Fields with tabs between them.
    pub fn record(&mut self, fields: &[&str]) {
        for (i, field) in fields.iter().enumerate() {
            if i > 0 {
                self.text.push('\t');
            }
            self.put(field);
        }
        self.text.push('\n');
    }

    /// A text that hangs beside a label of `room` columns; a longer label has a line of its own.
    pub fn entry(&mut self, room: usize, label: &str, text: &str) {
        if self.style.plain {
            let fields: &[&str] = if label.is_empty() { &[text] } else { &[label, text] };
            return self.record(fields);
        }
        let columns = self.style.width.max(room + 16) - room;
        let lines = wrap(text, columns.min(self.style.measure));
        let used = width(label);
        self.put(label);
        if !label.is_empty() && used >= room {
            self.end_line();
            self.text.push_str(&" ".repeat(room));
        } else {
            self.text.push_str(&" ".repeat(room - used));
        }
        for (i, line) in lines.iter().enumerate() {
            if i > 0 {
                self.text.push_str(&" ".repeat(room));
            }
            self.put(&line.replace(GLUE, " "));
            self.end_line();
        }
        if lines.is_empty() {
            self.end_line();
        }
    }

    /// Rows in columns as wide as they need; the last column wraps beneath itself.
    pub fn table(&mut self, rows: &[Vec<String>]) {
        if self.style.plain {
            for row in rows {
                self.record(&row.iter().map(String::as_str).collect::<Vec<_>>());
            }
            return;
        }
        let room = columns(rows, self.style.width);
        let lead: usize = room.iter().map(|column| column + 2).sum();
        let left = self.style.width.saturating_sub(lead);
        let is_cramped = rows.iter().any(|row| widest_word(row.last().map_or("", String::as_str)) > left);
        for row in rows {
            let lead = &row[..row.len().saturating_sub(1)];
            let needed: usize = lead.iter().map(|cell| width(cell) + 2).sum();
            if is_cramped || needed > self.style.width {
                // Too much for one line, or too little left for a word: the row is written as one text.
                let cells: Vec<&str> = row.iter().map(String::as_str).collect();
                self.entry(0, "", &joined(&cells));
            } else {
                self.row(row, &room);
            }
        }
    }

    fn row(&mut self, row: &[String], room: &[usize]) {
        let mut label = String::new();
        let mut indent = 0;
        for (cell, room) in row.iter().zip(room).take(row.len().saturating_sub(1)) {
            let gap = indent - width(&label).min(indent);
            // A cell that is too long for its column pushes the next one on.
            let least = if label.is_empty() { 0 } else { 2 };
            label.push_str(&" ".repeat(gap.max(if cell.is_empty() { 0 } else { least })));
            label.push_str(cell);
            indent += if *room == 0 { 0 } else { room + 2 };
        }
        self.entry(indent, label.trim_end(), row.last().map_or("", String::as_str));
    }

    /// The blocks of a page as they are read.
    pub fn page(&mut self, blocks: &dyn Blocks) {
        if self.style.plain {
            return self.unwrapped(blocks);
        }
        let layout = Layout::new(blocks, Measure { width: self.style.measure as u16, glyphs: Glyphs::Ascii });
        for line in &layout.lines {
            self.put_line(line, blocks);
        }
    }

    fn put_line(&mut self, line: &Line, blocks: &dyn Blocks) {
        let mut column = 0;
        for run in &line.runs {
            let gap = usize::from(run.column).saturating_sub(column);
            self.text.push_str(&" ".repeat(gap));
            let words = run.text(line, blocks);
            match run.ink {
                RunInk::Title | RunInk::Heading => self.bold(words),
                _ => self.put(words),
            }
            column = usize::from(run.column + run.width);
        }
        self.end_line();
    }

    /// One line for each block, its label before it.
    fn unwrapped(&mut self, blocks: &dyn Blocks) {
        for block in blocks.iter() {
            let text = with_notes(block);
            match &block.shape {
                Shape::Entry { label } => self.record(&[label, &text]),
                _ => self.record(&[&text]),
            }
        }
    }
}

/// How wide the widest word of a cell is; an address has a line of its own anyway.
fn widest_word(cell: &str) -> usize {
    cell.split([' ', GLUE]).filter(|word| !word.contains("://")).map(width).max().unwrap_or(0)
}

/// How wide the columns but the last are: as wide as their cells, until the last has too little left.
fn columns(rows: &[Vec<String>], width_in_all: usize) -> Vec<usize> {
    const LAST: usize = 32;
    let count = rows.iter().map(Vec::len).max().unwrap_or(0).saturating_sub(1);
    let widest = |i: usize| rows.iter().filter_map(|row| row.get(i)).map(|cell| width(cell)).max().unwrap_or(0);
    let mut room: Vec<usize> = (0..count).map(widest).collect();
    while room.iter().map(|column| column + 2).sum::<usize>() + LAST > width_in_all {
        match room.iter_mut().max() {
            Some(column) if *column > 10 => *column -= 1,
            _ => break,
        }
    }
    room
}

/// The words of a block with footnote numbers behind its statements.
fn with_notes(block: &Block) -> String {
    let mut out = String::with_capacity(block.text.len() + 16);
    let mut from = 0;
    for sentence in &block.sentences {
        let end = sentence.range.end as usize;
        out.push_str(&block.text[from..end]);
        out.push_str(&note_mark(&sentence.notes, Glyphs::Ascii));
        from = end;
    }
    out.push_str(&block.text[from..]);
    out
}

#[cfg(test)]
mod tests;
