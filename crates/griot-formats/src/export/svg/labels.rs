//! Room for names: none over another, and none outside.

/// A box of the picture.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Area {
    pub x: f64,
    pub y: f64,
    pub width: f64,
    pub height: f64,
}

/// What of a picture is taken.
pub(super) struct Room {
    whole: Area,
    taken: Vec<Area>,
}

impl Area {
    fn meets(&self, other: &Self) -> bool {
        self.x < other.x + other.width
            && other.x < self.x + self.width
            && self.y < other.y + other.height
            && other.y < self.y + self.height
    }

    fn holds(&self, other: &Self) -> bool {
        self.x <= other.x
            && self.y <= other.y
            && other.x + other.width <= self.x + self.width
            && other.y + other.height <= self.y + self.height
    }
}

impl Room {
    pub const fn new(whole: Area) -> Self {
        Self { whole, taken: Vec::new() }
    }

    pub fn take(&mut self, area: Area) {
        self.taken.push(area);
    }

    /// The first of some boxes that lies free, which is taken then.
    pub fn find(&mut self, boxes: impl IntoIterator<Item = Area>) -> Option<Area> {
        let free = |area: &Area| self.whole.holds(area) && self.taken.iter().all(|taken| !taken.meets(area));
        let found = boxes.into_iter().find(free)?;
        self.take(found);
        Some(found)
    }
}

/// Rows in which stretches stand beside each other.
#[derive(Default)]
pub(super) struct Rows(Vec<Vec<(f64, f64)>>);

impl Rows {
    /// The first of at most `most` rows in which a stretch is free, which takes it.
    pub fn find(&mut self, from: f64, to: f64, most: usize) -> Option<usize> {
        let free = |row: &Vec<(f64, f64)>| row.iter().all(|(a, b)| to <= *a || *b <= from);
        let row = self.0.iter().position(free).unwrap_or(self.0.len());
        if row == self.0.len() {
            if row >= most {
                return None;
            }
            self.0.push(Vec::new());
        }
        self.0[row].push((from, to));
        Some(row)
    }

    pub const fn count(&self) -> usize {
        self.0.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_stands_in_a_row_is_apart(stretches in proptest::collection::vec((0.0..900.0f64, 1.0..300.0f64), 0..60)) {
            let mut rows = Rows::default();
            let mut placed: Vec<(usize, f64, f64)> = Vec::new();
            for (from, long) in stretches {
                if let Some(row) = rows.find(from, from + long, 6) {
                    prop_assert!(row < 6 && placed.iter().all(|(other, a, b)| *other != row || from + long <= *a || *b <= from));
                    placed.push((row, from, from + long));
                }
            }
            prop_assert_eq!(rows.count(), placed.iter().map(|(row, ..)| row + 1).max().unwrap_or(0));
        }

        #[test]
        fn no_name_is_on_another(boxes in proptest::collection::vec((0.0..900.0f64, 0.0..500.0f64, 1.0..200.0f64), 0..40)) {
            let whole = Area { x: 0.0, y: 0.0, width: 1000.0, height: 500.0 };
            let mut room = Room::new(whole);
            let area = |(x, y, width): (f64, f64, f64)| Area { x, y, width, height: 12.0 };
            let found: Vec<Area> = boxes.into_iter().filter_map(|it| room.find([area(it)])).collect();
            for (i, one) in found.iter().enumerate() {
                prop_assert!(whole.holds(one) && found[..i].iter().all(|other| !other.meets(one)));
            }
        }
    }
}
