//! A list with a chosen row: the same in every popup and view.

mod multiline;
mod rows;

pub use rows::{Motion, Rows};

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
}
