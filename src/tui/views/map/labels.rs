//! Where names stand on the map: beside their dots, never over another name or dot, never outside the pane.

use ratatui::layout::{Position, Rect, Size};

/// A name that wants a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    /// The cells that it may stand beside, best first: one dot, or points of a river.
    pub anchors: Vec<Position>,
    /// In columns.
    pub width: u16,
    pub stance: Stance,
    /// Whether it is one of the few that orient, and may cover dots of lesser places.
    pub leads: bool,
}

/// How a name stands to its cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stance {
    /// Right of a dot or left of it.
    Beside,
    /// Right of it, left, above or below: it is a point of a line and no dot.
    Along,
    /// Centred on it, as the name of a country.
    Over,
    /// From it on: the name brings its own dot.
    From,
}

/// What a name may cover.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Over {
    Nothing,
    /// Dots that are not kept.
    LesserDots,
    AnyDot,
}

/// The cells of a pane that are taken.
#[derive(Debug)]
struct Taken {
    size: Size,
    cells: Vec<Cell>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cell {
    Free,
    Dot,
    /// A dot that no name may cover but the first.
    KeptDot,
    Name,
}

impl Cell {
    const fn is_dot(self) -> bool {
        matches!(self, Self::Dot | Self::KeptDot)
    }
}

/// Finds a place for each name, the first one first: right of a cell of its own or left of it. The name of a line may
/// stand above or below it as well; that of a dot would seem to name the dots beside its own.
///
/// Names clear what is drawn beneath them, but never touch a dot or another name. Where it finds no other place, the
/// first may stand above or below its own dot if no other dot is near, or else cover dots; one that leads may cover
/// those that are not `kept`. Those that find no place are `None`.
#[must_use]
pub fn place(wanted: &[Wanted], dots: &[Position], kept: &[Position], size: Size) -> Vec<Option<Rect>> {
    let mut taken = Taken { size, cells: vec![Cell::Free; usize::from(size.width) * usize::from(size.height)] };
    for dot in dots {
        taken.set(*dot, Cell::Dot);
    }
    for dot in kept {
        taken.set(*dot, Cell::KeptDot);
    }
    let mut placed = Vec::with_capacity(wanted.len());
    for (i, name) in wanted.iter().enumerate() {
        let spots = candidates(name, size, i == 0);
        let clear =
            spots.iter().find(|spot| taken.is_free(**spot, name, Over::Nothing) && taken.is_told_by(**spot, name));
        let over = match (i, name.leads) {
            (0, _) => Over::AnyDot,
            (_, true) => Over::LesserDots,
            (_, false) => Over::Nothing,
        };
        let found = clear.or_else(|| spots.iter().find(|spot| taken.is_free(**spot, name, over)));
        if let Some(spot) = found {
            for x in spot.left()..spot.right() {
                taken.set(Position { x, y: spot.y }, Cell::Name);
            }
        }
        placed.push(found.copied());
    }
    placed
}

/// The places for a name that lie whole in the pane, best first.
fn candidates(name: &Wanted, size: Size, first: bool) -> Vec<Rect> {
    if name.width == 0 || name.width > size.width {
        return Vec::new();
    }
    name.anchors.iter().flat_map(|at| beside(*at, name, size, first)).collect()
}

fn beside(at: Position, name: &Wanted, size: Size, first: bool) -> impl Iterator<Item = Rect> + use<> {
    let Wanted { width, stance, .. } = *name;
    let (x, y, wide) = (i32::from(at.x), i32::from(at.y), i32::from(width));
    // Above and below it stands centred, moved as far as the edge demands.
    let centred = (x - wide / 2).clamp(0, i32::from(size.width) - wide);
    let beside = [(x + 2, y), (x - 1 - wide, y), (centred, y - 1), (centred, y + 1)];
    let spots = match stance {
        Stance::Beside if !first => [beside[0], beside[1], beside[0], beside[1]],
        Stance::Beside | Stance::Along => beside,
        Stance::Over => [(x - wide / 2, y); 4],
        Stance::From => [(x, y); 4],
    };
    let inside = move |(left, top): &(i32, i32)| {
        *left >= 0 && left + wide <= i32::from(size.width) && (0..i32::from(size.height)).contains(top)
    };
    spots.into_iter().filter(inside).map(move |(left, top)| Rect::new(left as u16, top as u16, width, 1))
}

impl Taken {
    fn index(&self, at: Position) -> Option<usize> {
        let inside = at.x < self.size.width && at.y < self.size.height;
        inside.then(|| usize::from(at.y) * usize::from(self.size.width) + usize::from(at.x))
    }

    fn set(&mut self, at: Position, cell: Cell) {
        if let Some(i) = self.index(at) {
            self.cells[i] = cell;
        }
    }

    fn get(&self, x: u16, y: u16) -> Cell {
        self.index(Position { x, y }).map_or(Cell::Free, |i| self.cells[i])
    }

    /// Whether a name above or below its dot has no other dot beside that one which it would seem to name.
    fn is_told_by(&self, spot: Rect, name: &Wanted) -> bool {
        let near = spot.left().saturating_sub(2)..=spot.right().saturating_add(1);
        let others = |at: &Position| near.clone().any(|x| x != at.x && self.get(x, at.y).is_dot() && at.y != spot.y);
        name.stance != Stance::Beside || !name.anchors.iter().any(others)
    }

    /// Whether a name can stand there: a column from other names, and two from dots that it does not name, or it would
    /// seem to name them.
    fn is_free(&self, spot: Rect, name: &Wanted, over: Over) -> bool {
        let own = |x: u16| name.stance == Stance::Beside && name.anchors.contains(&Position { x, y: spot.y });
        let names = (spot.left().saturating_sub(1)..=spot.right()).any(|x| self.get(x, spot.y) == Cell::Name);
        let near = spot.left().saturating_sub(2)..=spot.right().saturating_add(1);
        let stops = |cell: Cell| match over {
            Over::Nothing => cell.is_dot(),
            Over::LesserDots => cell == Cell::KeptDot,
            Over::AnyDot => false,
        };
        !names && !near.into_iter().any(|x| stops(self.get(x, spot.y)) && !own(x))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const SIZE: Size = Size { width: 20, height: 3 };

    fn wanted(x: u16, y: u16, width: u16) -> Wanted {
        Wanted { anchors: vec![Position { x, y }], width, stance: Stance::Beside, leads: false }
    }

    fn spots(names: &[Wanted]) -> Vec<Option<(u16, u16)>> {
        let dots: Vec<Position> = names.iter().map(|n| n.anchors[0]).collect();
        place(names, &dots, &[], SIZE).into_iter().map(|spot| spot.map(|r| (r.x, r.y))).collect()
    }

    #[test]
    fn a_name_stands_right_or_left_of_its_dot_and_the_first_above_or_below_as_well() {
        assert_eq!(spots(&[wanted(4, 1, 5)]), [Some((6, 1))]);
        assert_eq!(spots(&[wanted(17, 1, 5)]), [Some((11, 1))]);
        assert_eq!(spots(&[wanted(10, 1, 15)]), [Some((3, 0))]);
        assert_eq!(spots(&[wanted(10, 0, 15)]), [Some((3, 1))]);
        assert_eq!(spots(&[wanted(10, 0, 21)]), [None]);
        assert_eq!(spots(&[wanted(0, 2, 1), wanted(10, 1, 15)])[1], None);
    }

    #[test]
    fn only_the_first_name_may_cover_dots() {
        let row = Size { width: 12, height: 1 };
        let dots = [Position { x: 1, y: 0 }, Position { x: 5, y: 0 }];
        assert_eq!(place(&[wanted(1, 0, 8)], &dots, &[], row), [Some(Rect::new(3, 0, 8, 1))]);
        let second = [wanted(11, 0, 1), wanted(1, 0, 7)];
        assert_eq!(place(&second, &dots, &[], row)[1], None);
    }

    #[test]
    fn a_name_that_leads_may_cover_dots_unless_they_are_kept() {
        let row = Size { width: 14, height: 1 };
        let dots = [Position { x: 1, y: 0 }, Position { x: 5, y: 0 }];
        let second = [wanted(13, 0, 1), Wanted { leads: true, ..wanted(1, 0, 7) }];
        assert_eq!(place(&second, &dots, &dots[..1], row)[1], Some(Rect::new(3, 0, 7, 1)));
        assert_eq!(place(&second, &dots, &dots, row)[1], None);
    }

    fn scenes() -> impl Strategy<Value = (Vec<Wanted>, Size)> {
        (1u16..120, 1u16..40).prop_flat_map(|(width, height)| {
            let name = (
                0..width,
                0..height,
                1u16..30,
                prop::sample::select(vec![Stance::Beside, Stance::Along, Stance::Over, Stance::From]),
                any::<bool>(),
            )
                .prop_map(|(x, y, width, stance, leads)| Wanted {
                    anchors: vec![Position { x, y }],
                    width,
                    stance,
                    leads: leads && stance == Stance::Beside,
                });
            (proptest::collection::vec(name, 0..40), Just(Size { width, height }))
        })
    }

    proptest! {
        #[test]
        fn names_never_meet_and_never_leave_the_pane((names, size) in scenes()) {
            let mut dots: Vec<Position> =
                names.iter().filter(|n| n.stance == Stance::Beside).map(|n| n.anchors[0]).collect();
            let kept: Vec<Position> = names.iter().filter(|name| name.leads).map(|name| name.anchors[0]).collect();
            let placed = place(&names, &dots, &kept, size);
            // What the first name or one that leads covers is no dot any more that another could seem to name.
            let covering = || placed.iter().enumerate().filter(|(i, _)| *i == 0 || names[*i].leads);
            dots.retain(|dot| !covering().any(|(_, spot)| spot.is_some_and(|spot| spot.contains(*dot))));
            prop_assert_eq!(placed.len(), names.len());
            let pane = Rect::new(0, 0, size.width, size.height);
            for (i, spot) in placed.iter().enumerate() {
                let Some(spot) = spot else { continue };
                prop_assert_eq!(spot.intersection(pane), *spot);
                prop_assert_eq!((spot.width, spot.height), (names[i].width, 1));
                let wider = Rect { width: spot.width + 1, ..*spot };
                for other in placed[i + 1..].iter().flatten() {
                    let apart = !wider.intersects(*other) && !Rect { width: other.width + 1, ..*other }.intersects(*spot);
                    prop_assert!(apart, "{:?} {:?}", spot, other);
                }
                let near = |dot: &Position| {
                    let (x, left, right) = (i32::from(dot.x), i32::from(spot.left()), i32::from(spot.right()));
                    dot.y == spot.y && (left - 2..right + 2).contains(&x) && !(names[i].stance == Stance::Beside && names[i].anchors.contains(dot))
                };
                let mut told = dots.iter().filter(|dot| !names[i].leads || kept.contains(dot));
                prop_assert!(i == 0 || !told.any(near), "{:?} seems to name another dot", spot);
            }
        }

        #[test]
        fn the_first_name_finds_a_place_wherever_one_would_fit((mut names, mut size) in scenes()) {
            size.height = size.height.max(2);
            if let Some(first) = names.first_mut() {
                (first.stance, first.width) = (Stance::Beside, first.width.min(size.width));
            } else {
                names.push(wanted(0, 0, size.width));
            }
            let dots: Vec<Position> = names.iter().map(|n| n.anchors[0]).collect();
            prop_assert!(place(&names, &dots, &dots, size)[0].is_some());
        }
    }
}
