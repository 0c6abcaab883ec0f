//! Rows of several lines, set in columns side by side: tables whose cells are read and not only glanced at.

use crate::text::{Block, Layout, Measure};
use griot_pack::glyphs::Glyphs;

/// The columns before a row, for the sign of the choice.
pub const MARKER: u16 = 2;

/// A row of a table with its cells laid out.
#[derive(Debug, Clone)]
pub struct TableRow {
    /// From left to right.
    pub cells: Vec<Cell>,
}

/// A cell: where it begins in its row, and what stands in it.
#[derive(Debug, Clone)]
pub struct Cell {
    /// Where it begins, from the left edge of the row.
    pub column: u16,
    /// What stands in it.
    pub blocks: Vec<Block>,
    /// The same as lines.
    pub layout: Layout,
}

impl TableRow {
    /// Sets cells side by side, each in its width; a space parts neighbours.
    #[must_use]
    pub fn new(cells: Vec<(u16, Vec<Block>)>, glyphs: Glyphs) -> Self {
        let mut column = 0;
        let mut set = Vec::with_capacity(cells.len());
        for (width, blocks) in cells {
            let layout = Layout::new(&blocks, Measure { width: width.saturating_sub(2).max(1), glyphs });
            set.push(Cell { column, blocks, layout });
            column += width;
        }
        Self { cells: set }
    }

    /// How many lines the row takes, without the blank one after it.
    #[must_use]
    pub fn lines(&self) -> usize {
        self.cells.iter().map(|cell| cell.layout.lines.len()).max().unwrap_or(0)
    }
}
