//! Moving over rows of several lines.

use super::List;

/// Lists whose rows have several lines: `row_height` tells how many, and is asked only about rows near those in sight.
impl List {
    /// Moves the choice by `rows`; a row that does not fit into `height` lines is first scrolled to its end.
    pub fn step_multiline(&mut self, rows: i32, count: usize, height: usize, row_height: impl Fn(usize) -> usize) {
        self.keep_multiline(count, height, &row_height);
        let height = height.max(1);
        for _ in 0..rows.unsigned_abs() {
            if rows > 0 && self.end_of_chosen(&row_height) > height {
                self.scroll(1, &row_height);
            } else if rows > 0 && self.chosen + 1 < count {
                self.chosen += 1;
                self.keep_multiline(count, height, &row_height);
            } else if rows < 0 && self.chosen == self.top && self.skip > 0 {
                self.skip -= 1;
            } else if rows < 0 && self.chosen > 0 {
                self.chosen -= 1;
                if self.chosen < self.top {
                    self.top = self.chosen;
                    self.skip = row_height(self.chosen).saturating_sub(height);
                }
            } else {
                return;
            }
        }
    }

    /// Turns by pages: the row that was cut at the edge is whole on the next one.
    pub fn page_multiline(&mut self, pages: i32, count: usize, height: usize, row_height: impl Fn(usize) -> usize) {
        let height = height.max(1);
        for _ in 0..pages.unsigned_abs() {
            if pages > 0 {
                self.page_down(count, height, &row_height);
            } else {
                self.page_up(height, &row_height);
            }
        }
        self.keep_multiline(count, height, row_height);
    }

    fn page_down(&mut self, count: usize, height: usize, row_height: impl Fn(usize) -> usize) {
        let mut used = row_height(self.top).saturating_sub(self.skip);
        let mut next = self.top;
        while used <= height && next + 1 < count {
            next += 1;
            used += row_height(next);
        }
        if used <= height {
            self.chosen = next;
        } else if next == self.top {
            self.scroll(height.saturating_sub(1).max(1), &row_height);
            self.chosen = self.top;
        } else {
            (self.top, self.skip, self.chosen) = (next, 0, next);
        }
    }

    fn page_up(&mut self, height: usize, row_height: impl Fn(usize) -> usize) {
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
            self.skip = row_height(self.top);
        }
        self.chosen = self.top;
    }

    /// Brings the choice into the list and as much of it as fits into sight.
    pub fn keep_multiline(&mut self, count: usize, height: usize, row_height: impl Fn(usize) -> usize) {
        let height = height.max(1);
        self.chosen = self.chosen.min(count.saturating_sub(1));
        if count == 0 {
            *self = Self::default();
        } else if self.chosen < self.top {
            (self.top, self.skip) = (self.chosen, 0);
        } else if self.chosen > self.top {
            let own = row_height(self.chosen).min(height);
            let mut above = 0;
            let mut first = self.chosen;
            // Rows are taken in from the choice upwards until the pane is full.
            while first > self.top && above + own < height {
                first -= 1;
                above += row_height(first);
            }
            let over = (above + own).saturating_sub(height);
            if first == self.top {
                self.skip = self.skip.max(over);
            } else {
                (self.top, self.skip) = (first, over);
            }
        }
        self.skip = self.skip.min(row_height(self.top).saturating_sub(1));
    }

    /// The line after the chosen row's last, counted from the top of the pane.
    fn end_of_chosen(&self, row_height: impl Fn(usize) -> usize) -> usize {
        (self.top..=self.chosen).map(row_height).sum::<usize>().saturating_sub(self.skip)
    }

    fn scroll(&mut self, lines: usize, row_height: impl Fn(usize) -> usize) {
        self.skip += lines;
        while self.skip >= row_height(self.top).max(1) && self.top < self.chosen {
            self.skip -= row_height(self.top).max(1);
            self.top += 1;
        }
        self.skip = self.skip.min(row_height(self.top).saturating_sub(1));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The lines in sight, as rows and their lines.
    fn seen(list: &List, heights: &[usize], height: usize) -> Vec<(usize, usize)> {
        let lines = (list.top..heights.len()).flat_map(|row| (0..heights[row]).map(move |line| (row, line)));
        lines.skip(list.skip).take(height.max(1)).collect()
    }

    proptest! {
        #[test]
        fn of_rows_of_several_lines_the_choice_is_always_in_sight(
            heights in proptest::collection::vec(1usize..9, 1..20),
            steps in proptest::collection::vec((-6i32..6, any::<bool>(), 1usize..12), 1..40),
        ) {
            let mut list = List::default();
            for (by, pages, height) in steps {
                if pages {
                    list.page_multiline(by.signum(), heights.len(), height, |row| heights[row]);
                } else {
                    list.step_multiline(by, heights.len(), height, |row| heights[row]);
                }
                let seen = seen(&list, &heights, height);
                prop_assert!(seen.iter().any(|(row, _)| *row == list.chosen), "{list:?} {seen:?}");
            }
        }

        #[test]
        fn going_down_and_up_shows_every_line(heights in proptest::collection::vec(1usize..9, 1..20), height in 1usize..12, pages in any::<bool>()) {
            let all: usize = heights.iter().sum();
            for by in [1, -1] {
                let chosen = if by > 0 { 0 } else { heights.len() - 1 };
                let mut list = List { chosen, ..List::default() };
                list.keep_multiline(heights.len(), height, |row| heights[row]);
                if by < 0 {
                    list.step_multiline(heights[chosen] as i32, heights.len(), height, |row| heights[row]);
                }
                let mut shown: std::collections::BTreeSet<(usize, usize)> = seen(&list, &heights, height).into_iter().collect();
                for _ in 0..=all {
                    if pages {
                        list.page_multiline(by, heights.len(), height, |row| heights[row]);
                    } else {
                        list.step_multiline(by, heights.len(), height, |row| heights[row]);
                    }
                    shown.extend(seen(&list, &heights, height));
                }
                prop_assert_eq!(shown.len(), all, "{} {:?}", by, list);
            }
        }
    }
}
