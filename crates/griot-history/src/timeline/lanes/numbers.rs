//! Numbers along a line of columns: neighbours are summed until each stands apart, so that a four and a two are never
//! read as forty-two.

/// A number and the columns that it counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Number {
    /// Its first column.
    pub at: usize,
    /// The column after its last.
    pub end: usize,
    /// What is counted.
    pub sum: u32,
    /// Whether there is no room for its digits.
    crowded: bool,
}

impl Number {
    /// Whether a column is counted in it.
    #[must_use]
    pub fn holds(&self, column: usize) -> bool {
        (self.at..self.end).contains(&column)
    }

    /// Its digits; a plus at the edge, where they would not fit.
    #[must_use]
    pub fn label(&self) -> String {
        if self.crowded { "+".into() } else { self.sum.to_string() }
    }
}

/// The numbers of columns that count `least` or more; columns beside them are summed where the digits need room.
#[must_use]
pub fn numbers(counts: &[u32], least: u32) -> Vec<Number> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < counts.len() {
        if counts[at] < least {
            at += 1;
            continue;
        }
        let (mut end, mut sum) = (at + 1, counts[at]);
        loop {
            let last = at + sum.to_string().len();
            let neighbour = counts.get(end).is_some_and(|count| *count >= least);
            if end >= counts.len() || end > last || end == last && !neighbour {
                break;
            }
            // Either the digits reach into this column, or it holds a number that would touch them.
            sum += counts[end];
            end += 1;
        }
        let crowded = at + sum.to_string().len() > counts.len();
        found.push(Number { at, end, sum, crowded });
        at = end;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn neighbours_are_summed_and_others_stand_as_they_are() {
        let label = |counts: &[u32]| {
            let found = numbers(counts, 2);
            found.iter().map(|number| (number.at, number.label())).collect::<Vec<_>>()
        };
        assert_eq!(label(&[4, 2, 0, 3]), [(0, "6".to_owned()), (3, "3".to_owned())]);
        assert_eq!(label(&[4, 1, 2]), [(0, "4".to_owned()), (2, "2".to_owned())]);
        assert_eq!(label(&[12, 0, 0]), [(0, "12".to_owned())]);
        assert_eq!(label(&[0, 12]), [(1, "+".to_owned())]);
    }

    proptest! {
        #[test]
        fn numbers_count_everything_and_stand_apart(
            counts in proptest::collection::vec(0u32..30, 0..60), least in 1u32..3,
        ) {
            let found = numbers(&counts, least);
            let alone: u32 = (0..counts.len()).filter(|at| !found.iter().any(|n| n.holds(*at))).map(|at| counts[at]).sum();
            prop_assert_eq!(found.iter().map(|n| n.sum).sum::<u32>() + alone, counts.iter().sum::<u32>());
            for pair in found.windows(2) {
                prop_assert!(pair[0].at + pair[0].label().len() < pair[1].at, "{:?}", pair);
            }
            for number in &found {
                let end = number.at + number.label().len();
                prop_assert!(end <= counts.len());
                let covered = (number.end..end.max(number.end)).all(|at| counts[at] == 0);
                prop_assert!(covered, "nothing is hidden under digits: {number:?}");
            }
        }
    }
}
