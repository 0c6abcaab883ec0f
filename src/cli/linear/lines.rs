//! Lines: texts and pages as wide as the visit’s lines are.

use griot_history::text::Blocks;
use griot_history::text::{Block, Shape, graphemes, width};

use super::Visit;
use crate::cli::text_writer::TextWriter;

impl Visit {
    /// Puts a text into what waits to be printed.
    pub(super) fn say(&mut self, text: &str) {
        let mut writer = TextWriter::new(self.style);
        for line in text.trim_end().lines() {
            writer.line(line);
        }
        let text = writer.into_text();
        let lines: Vec<String> = text.lines().flat_map(|line| self.folded(line)).collect();
        self.waiting.extend(lines);
    }

    /// A line in lines that are no wider than those of the visit.
    pub(super) fn folded(&self, line: &str) -> Vec<String> {
        let most = self.style.width;
        let mut lines = Vec::new();
        let mut rest = line;
        while width(rest) > most {
            let mut used = 0;
            let over = graphemes(rest).find(|(.., columns)| {
                used += columns;
                used > most
            });
            let end = over.map_or(rest.len(), |(at, ..)| at.max(1));
            let end = if rest.is_char_boundary(end) { end } else { rest.ceil_char_boundary(end) };
            let lead = rest.len() - rest.trim_start().len();
            // The space at which a line ends is not printed.
            let space = rest[..end].rfind(' ').filter(|at| *at > lead);
            let space = if rest[end..].starts_with(' ') { Some(end) } else { space };
            let (line, more) = rest.split_at(space.unwrap_or(end));
            lines.push(line.trim_end().to_owned());
            rest = more.trim_start_matches(' ');
        }
        lines.push(rest.trim_end().to_owned());
        lines
    }

    pub(super) fn page(&mut self, blocks: &dyn Blocks) {
        let mut writer = TextWriter::new(self.style);
        let blocks: Vec<Block> = blocks.iter().map(unhung).collect();
        writer.page(&blocks);
        let text = writer.into_text();
        let lines: Vec<String> = text.lines().flat_map(|line| self.folded(line)).collect();
        self.waiting.extend(lines);
        while self.waiting.last().is_some_and(String::is_empty) {
            self.waiting.pop();
        }
    }
}

/// A block whose label stands before its text and not beside it: there is nothing that a column would tell.
fn unhung(block: &Block) -> Block {
    let Shape::Entry { label } = &block.shape else { return block.clone() };
    let lead = if label.is_empty() { String::new() } else { format!("{label}: ") };
    let by = lead.len() as u32;
    let mut out = Block { shape: Shape::Quiet, text: lead + &block.text, ..block.clone() };
    let ranges = out.marks.iter_mut().map(|mark| &mut mark.range);
    for range in ranges.chain(out.sentences.iter_mut().map(|sentence| &mut sentence.range)) {
        *range = range.start + by..range.end + by;
    }
    out
}
