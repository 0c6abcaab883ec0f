//! Ways of moving over rows of any kind: with headings between them, of one line or of several.

use super::List;

/// What a list moves over.
pub trait Rows {
    /// How many rows there are.
    fn count(&self) -> usize;

    /// Whether a row can be chosen: headings cannot.
    fn can_choose(&self, row: usize) -> bool;

    /// How many lines a row takes, where rows differ in that.
    fn row_height(&self, row: usize) -> usize;

    /// Whether rows have several lines.
    fn are_multiline(&self) -> bool;
}

/// A way of moving in a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Motion {
    Rows(i32),
    HalfPages(i32),
    Pages(i32),
    Top,
    Bottom,
    /// To the first row under the next or previous heading.
    Groups(i32),
}

impl List {
    /// Moves the choice over the rows in a pane of `height` lines.
    pub fn go(&mut self, motion: Motion, rows: &impl Rows, height: usize) {
        let (count, row_height) = (rows.count(), |row: usize| rows.row_height(row));
        let can_choose = |row: usize| rows.can_choose(row);
        let part = |by: i32, lines: usize| by.saturating_mul(lines.max(1) as i32);
        self.keep_rows(rows, height);
        match motion {
            Motion::Rows(by) if rows.are_multiline() => self.step_over(by, rows, height),
            Motion::HalfPages(by) if rows.are_multiline() => self.page_multiline(by, count, height / 2, row_height),
            Motion::Pages(by) if rows.are_multiline() => self.page_multiline(by, count, height, row_height),
            Motion::Rows(by) => self.step(by, count, height, can_choose),
            Motion::HalfPages(by) => self.step(part(by, height / 2), count, height, can_choose),
            Motion::Pages(by) => self.step(part(by, height.saturating_sub(2)), count, height, can_choose),
            Motion::Top => {
                *self = Self { chosen: (0..count).find(|row| can_choose(*row)).unwrap_or(0), ..Self::default() };
            }
            Motion::Bottom => self.chosen = (0..count).rfind(|row| can_choose(*row)).unwrap_or(0),
            Motion::Groups(by) => self.step_group(by, rows, height),
        }
        // A page may have ended at a heading.
        if !rows.can_choose(self.chosen) {
            let found = (self.chosen..count).find(|row| can_choose(*row));
            self.chosen = found.or_else(|| (0..self.chosen.min(count)).rfind(|row| can_choose(*row))).unwrap_or(0);
        }
        self.keep_rows(rows, height);
    }

    /// Steps over rows of several lines, and over the headings between them.
    fn step_over(&mut self, by: i32, rows: &impl Rows, height: usize) {
        let (count, row_height) = (rows.count(), |row: usize| rows.row_height(row));
        for _ in 0..by.unsigned_abs() {
            let chosen = self.chosen;
            loop {
                let before = *self;
                self.step_multiline(by.signum(), count, height, row_height);
                if rows.can_choose(self.chosen) {
                    break;
                }
                if *self == before {
                    // Beyond the last heading there is nothing: it is in sight, and the choice stays.
                    self.chosen = chosen;
                    return;
                }
            }
        }
    }

    /// Brings the choice into the list and into sight, with the heading above it where that is next to it.
    pub fn keep_rows(&mut self, rows: &impl Rows, height: usize) {
        if rows.are_multiline() {
            self.keep_multiline(rows.count(), height, |row| rows.row_height(row));
            let heading = self.chosen > 0 && self.top == self.chosen && !rows.can_choose(self.chosen - 1);
            if heading && self.skip == 0 && rows.row_height(self.chosen) < height {
                self.top -= 1;
            }
            return;
        }
        self.skip = 0;
        self.keep(rows.count(), height);
        if self.chosen > 0 && self.top == self.chosen && height > 1 && !rows.can_choose(self.chosen - 1) {
            self.top -= 1;
        }
    }

    /// The row that can be chosen at a line of the pane.
    pub fn row_at(&self, line: usize, rows: &impl Rows) -> Option<usize> {
        let mut row = self.top;
        let mut left = line + self.skip;
        if rows.are_multiline() {
            while row < rows.count() && left >= rows.row_height(row).max(1) {
                left -= rows.row_height(row).max(1);
                row += 1;
            }
        } else {
            row += left;
        }
        (row < rows.count() && rows.can_choose(row)).then_some(row)
    }

    fn step_group(&mut self, by: i32, rows: &impl Rows, height: usize) {
        let heading = |row: &usize| !rows.can_choose(*row);
        let found = if by > 0 {
            (self.chosen..rows.count()).find(heading)
        } else {
            // The heading above the choice is that of its own group.
            let own = (0..self.chosen).rev().find(heading).unwrap_or(0);
            (0..own).rev().find(heading)
        };
        if let Some(row) = found.filter(|row| row + 1 < rows.count()) {
            (self.chosen, self.top) = (row + 1, row.min(rows.count().saturating_sub(height)));
        }
    }
}
