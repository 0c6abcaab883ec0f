//! A list with a chosen row: the same in every popup and view.

/// Which row is chosen and which is at the top; both follow from the keys, the height and the number of rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct List {
    pub chosen: usize,
    pub top: usize,
    /// Lines of the row at the top that are scrolled away; only rows of several lines have any.
    pub skip: usize,
}

impl List {
    /// Moves the choice by `rows`, over those that cannot be chosen, and keeps it on screen.
    pub fn step(&mut self, rows: i32, count: usize, height: usize, can_choose: impl Fn(usize) -> bool) {
        let forward = rows >= 0;
        for _ in 0..rows.unsigned_abs() {
            let next = if forward {
                (self.chosen + 1..count).find(|row| can_choose(*row))
            } else {
                (0..self.chosen.min(count)).rev().find(|row| can_choose(*row))
            };
            match next {
                Some(row) => self.chosen = row,
                None => break,
            }
        }
        self.keep(count, height);
        // The headings above the first row that can be chosen come back into sight.
        if !forward && !(0..self.chosen).any(&can_choose) {
            self.top = 0;
        }
    }

    /// Chooses a row and keeps it on screen.
    pub fn choose(&mut self, row: usize, count: usize, height: usize) {
        self.chosen = row;
        self.keep(count, height);
    }

    /// Brings the choice into the list and the list around the choice.
    pub fn keep(&mut self, count: usize, height: usize) {
        let height = height.max(1);
        self.chosen = self.chosen.min(count.saturating_sub(1));
        self.top =
            self.top.min(self.chosen).max((self.chosen + 1).saturating_sub(height)).min(count.saturating_sub(height));
    }

    /// The row at the top of a list that has `height` rows now: the choice stays in sight through any change of size,
    /// and where the list stood is not forgotten.
    #[must_use]
    pub fn first_shown(mut self, count: usize, height: usize) -> usize {
        self.keep(count, height);
        self.top
    }
}

/// What a list moves over.
pub trait Rows {
    /// How many rows there are.
    fn count(&self) -> usize;

    /// Whether a row can be chosen: headings cannot.
    fn can_choose(&self, row: usize) -> bool;

    /// How many lines a row takes, where rows differ in that.
    fn tall(&self, row: usize) -> usize;

    /// Whether rows have several lines.
    fn are_tall(&self) -> bool;
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
        let (count, tall) = (rows.count(), |row: usize| rows.tall(row));
        let can_choose = |row: usize| rows.can_choose(row);
        let part = |by: i32, lines: usize| by.saturating_mul(lines.max(1) as i32);
        self.keep_rows(rows, height);
        match motion {
            Motion::Rows(by) if rows.are_tall() => self.step_tall(by, count, height, tall),
            Motion::HalfPages(by) if rows.are_tall() => self.page_tall(by, count, height / 2, tall),
            Motion::Pages(by) if rows.are_tall() => self.page_tall(by, count, height, tall),
            Motion::Rows(by) => self.step(by, count, height, can_choose),
            Motion::HalfPages(by) => self.step(part(by, height / 2), count, height, can_choose),
            Motion::Pages(by) => self.step(part(by, height.saturating_sub(2)), count, height, can_choose),
            Motion::Top => {
                *self = Self { chosen: (0..count).find(|row| can_choose(*row)).unwrap_or(0), ..Self::default() };
            }
            Motion::Bottom => self.chosen = (0..count).rfind(|row| can_choose(*row)).unwrap_or(0),
            Motion::Groups(by) => self.step_group(by, rows, height),
        }
        self.keep_rows(rows, height);
    }

    /// Brings the choice into the list and into sight, with the heading above it where that is next to it.
    pub fn keep_rows(&mut self, rows: &impl Rows, height: usize) {
        if rows.are_tall() {
            self.keep_tall(rows.count(), height, |row| rows.tall(row));
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
        if rows.are_tall() {
            while row < rows.count() && left >= rows.tall(row).max(1) {
                left -= rows.tall(row).max(1);
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

/// Lists whose rows have several lines: `tall` tells how many, and is asked only about rows near those in sight.
impl List {
    /// Moves the choice by `rows`; a row that does not fit into `height` lines is first scrolled to its end.
    pub fn step_tall(&mut self, rows: i32, count: usize, height: usize, tall: impl Fn(usize) -> usize) {
        self.keep_tall(count, height, &tall);
        let height = height.max(1);
        for _ in 0..rows.unsigned_abs() {
            if rows > 0 && self.end_of_chosen(&tall) > height {
                self.scroll(1, &tall);
            } else if rows > 0 && self.chosen + 1 < count {
                self.chosen += 1;
                self.keep_tall(count, height, &tall);
            } else if rows < 0 && self.chosen == self.top && self.skip > 0 {
                self.skip -= 1;
            } else if rows < 0 && self.chosen > 0 {
                self.chosen -= 1;
                if self.chosen < self.top {
                    self.top = self.chosen;
                    self.skip = tall(self.chosen).saturating_sub(height);
                }
            } else {
                return;
            }
        }
    }

    /// Turns by pages: the row that was cut at the edge is whole on the next one.
    pub fn page_tall(&mut self, pages: i32, count: usize, height: usize, tall: impl Fn(usize) -> usize) {
        let height = height.max(1);
        for _ in 0..pages.unsigned_abs() {
            if pages > 0 {
                self.page_down(count, height, &tall);
            } else {
                self.page_up(height, &tall);
            }
        }
        self.keep_tall(count, height, tall);
    }

    fn page_down(&mut self, count: usize, height: usize, tall: impl Fn(usize) -> usize) {
        let mut used = tall(self.top).saturating_sub(self.skip);
        let mut next = self.top;
        while used <= height && next + 1 < count {
            next += 1;
            used += tall(next);
        }
        if used <= height {
            self.chosen = next;
        } else if next == self.top {
            self.scroll(height.saturating_sub(1).max(1), &tall);
            self.chosen = self.top;
        } else {
            (self.top, self.skip, self.chosen) = (next, 0, next);
        }
    }

    fn page_up(&mut self, height: usize, tall: impl Fn(usize) -> usize) {
        let mut left = height.saturating_sub(1).max(1);
        loop {
            if self.skip >= left {
                self.skip -= left;
                break;
            }
            left -= self.skip;
            self.skip = 0;
            if self.top == 0 {
                break;
            }
            self.top -= 1;
            self.skip = tall(self.top);
        }
        self.chosen = self.top;
    }

    /// Brings the choice into the list and as much of it as fits into sight.
    pub fn keep_tall(&mut self, count: usize, height: usize, tall: impl Fn(usize) -> usize) {
        let height = height.max(1);
        self.chosen = self.chosen.min(count.saturating_sub(1));
        if count == 0 {
            *self = Self::default();
        } else if self.chosen < self.top {
            (self.top, self.skip) = (self.chosen, 0);
        } else if self.chosen > self.top {
            let own = tall(self.chosen).min(height);
            let mut above = 0;
            let mut first = self.chosen;
            // Rows are taken in from the choice upwards until the pane is full.
            while first > self.top && above + own < height {
                first -= 1;
                above += tall(first);
            }
            let over = (above + own).saturating_sub(height);
            if first == self.top {
                self.skip = self.skip.max(over);
            } else {
                (self.top, self.skip) = (first, over);
            }
        }
        self.skip = self.skip.min(tall(self.top).saturating_sub(1));
    }

    /// The line after the chosen row's last, counted from the top of the pane.
    fn end_of_chosen(&self, tall: impl Fn(usize) -> usize) -> usize {
        (self.top..=self.chosen).map(tall).sum::<usize>().saturating_sub(self.skip)
    }

    fn scroll(&mut self, lines: usize, tall: impl Fn(usize) -> usize) {
        self.skip += lines;
        while self.skip >= tall(self.top).max(1) && self.top < self.chosen {
            self.skip -= tall(self.top).max(1);
            self.top += 1;
        }
        self.skip = self.skip.min(tall(self.top).saturating_sub(1));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn rows_that_cannot_be_chosen_are_stepped_over() {
        let mut list = List { chosen: 1, top: 0, skip: 0 };
        let odd = |row: usize| row % 2 == 1;
        list.step(2, 10, 3, odd);
        assert_eq!(list, List { chosen: 5, top: 3, skip: 0 });
        list.step(-9, 10, 3, odd);
        assert_eq!(list, List { chosen: 1, top: 0, skip: 0 });
    }

    proptest! {
        #[test]
        fn the_choice_stays_in_the_list_and_on_screen(steps in proptest::collection::vec((-20i32..20, 0usize..40, 0usize..12), 1..40)) {
            let mut list = List::default();
            for (rows, count, height) in steps {
                list.step(rows, count, height, |_| true);
                prop_assert!(list.chosen < count.max(1));
                prop_assert!(list.top <= list.chosen && list.chosen < list.top + height.max(1));
            }
        }
    }

    /// The lines in sight, as rows and their lines.
    fn seen(list: &List, tall: &[usize], height: usize) -> Vec<(usize, usize)> {
        let lines = (list.top..tall.len()).flat_map(|row| (0..tall[row]).map(move |line| (row, line)));
        lines.skip(list.skip).take(height.max(1)).collect()
    }

    proptest! {
        #[test]
        fn of_rows_of_several_lines_the_choice_is_always_in_sight(
            tall in proptest::collection::vec(1usize..9, 1..20),
            steps in proptest::collection::vec((-6i32..6, any::<bool>(), 1usize..12), 1..40),
        ) {
            let mut list = List::default();
            for (by, pages, height) in steps {
                if pages {
                    list.page_tall(by.signum(), tall.len(), height, |row| tall[row]);
                } else {
                    list.step_tall(by, tall.len(), height, |row| tall[row]);
                }
                let seen = seen(&list, &tall, height);
                prop_assert!(seen.iter().any(|(row, _)| *row == list.chosen), "{list:?} {seen:?}");
            }
        }

        #[test]
        fn going_down_and_up_shows_every_line(tall in proptest::collection::vec(1usize..9, 1..20), height in 1usize..12, pages in any::<bool>()) {
            let all: usize = tall.iter().sum();
            for by in [1, -1] {
                let chosen = if by > 0 { 0 } else { tall.len() - 1 };
                let mut list = List { chosen, ..List::default() };
                list.keep_tall(tall.len(), height, |row| tall[row]);
                if by < 0 {
                    list.step_tall(tall[chosen] as i32, tall.len(), height, |row| tall[row]);
                }
                let mut shown: std::collections::BTreeSet<(usize, usize)> = seen(&list, &tall, height).into_iter().collect();
                for _ in 0..=all {
                    if pages {
                        list.page_tall(by, tall.len(), height, |row| tall[row]);
                    } else {
                        list.step_tall(by, tall.len(), height, |row| tall[row]);
                    }
                    shown.extend(seen(&list, &tall, height));
                }
                prop_assert_eq!(shown.len(), all, "{} {:?}", by, list);
            }
        }
    }
}
