//! Scales: which column of an axis a day belongs to, and back again. Years are `f64` as [`Day::years`] gives them.
//!
//! The *story* scale gives every stretch of time the room that its text deserves: linear pieces with visible breaks
//! between them. The *log* scale measures the distance back from the last day, the *true* scale is linear throughout.

mod label;
mod placed;
mod story;
mod window;

use griot_pack::order::InOrder;
pub use label::{labels, span_label};
pub use placed::Label;
pub use story::Story;

use griot_pack::when::Day;

/// The least columns of a piece where there is room.
const FLOOR: u16 = 3;
/// A piece for so many columns, at most.
const COLUMNS_PER_PIECE: u16 = 6;
/// The shortest time that can fill an axis, in years: zooming in ends there.
pub const SHORTEST: f64 = 10.0 / 365.0;

/// How time is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Kind {
    /// Room follows the text.
    #[default]
    Story,
    /// Distance back from the last day.
    Log,
    /// The same number of days in every column.
    True,
}

impl Kind {
    /// In the order in which one is changed for the next.
    pub const ALL: [Self; 3] = [Self::Story, Self::Log, Self::True];

    /// Its name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Story => "story",
            Self::Log => "log",
            Self::True => "true",
        }
    }

    /// What the scale does, for its line of explanation.
    #[must_use]
    pub const fn explained(self) -> &'static str {
        match self {
            Self::Story => "room follows the text; ╱ marks a change of scale",
            Self::Log => "distance back from the last date",
            Self::True => "every column is as long as the next",
        }
    }

    /// The one that follows.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::Story => Self::Log,
            Self::Log => Self::True,
            Self::True => Self::Story,
        }
    }
}

/// The stretch of time that an axis shows, in years; the end is outside.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Window {
    /// The first moment in it.
    pub from: f64,
    /// The first moment after it.
    pub to: f64,
}

/// A stretch of columns with one pace.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Piece {
    /// The first moment in it, in years.
    pub from: f64,
    /// The first moment after it, in years.
    pub to: f64,
    /// Its first column.
    pub at: u16,
    /// How many columns it has; at least one.
    pub columns: u16,
}

/// A scale of some width. Between two pieces lies one column for the break.
#[derive(Debug, Clone, PartialEq)]
pub struct Scale {
    /// How time is laid out.
    pub kind: Kind,
    /// From left to right; at least one.
    pub pieces: Vec<Piece>,
    /// How many columns the axis has; at least one.
    pub columns: u16,
    bend: Bend,
}

/// The curve of the log scale: the day it looks back from, and the time that counts as near.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Bend {
    last: f64,
    near: f64,
}

impl Bend {
    const fn of(story: &Story) -> Self {
        Self { last: story.last, near: ((story.last - story.first) / 100.0).min(1.0) }
    }

    fn curve(self, at: f64) -> f64 {
        -libm::log1p((self.last - at).max(0.0) / self.near)
    }

    fn straight(self, curved: f64) -> f64 {
        self.last - libm::expm1(-curved) * self.near
    }
}

impl Scale {
    /// A scale of `columns` for a window of the story; a scale has at least one column.
    #[must_use]
    pub fn new(story: &Story, kind: Kind, window: Window, columns: u16) -> Self {
        let columns = columns.max(1);
        let bend = Bend::of(story);
        let whole = Piece { from: window.from, to: window.to, at: 0, columns };
        let pieces = match kind {
            Kind::Story => pieces(story, window, columns),
            Kind::Log | Kind::True => vec![whole],
        };
        Self { kind, pieces, columns, bend }
    }

    /// The column of a time, unless it lies outside the window.
    #[must_use]
    pub fn column(&self, at: f64) -> Option<u16> {
        let window = self.window();
        (window.from <= at && at < window.to).then(|| self.nearest_column(at))
    }

    /// The column of a time; the first or last column for what lies outside the window.
    #[must_use]
    pub fn nearest_column(&self, at: f64) -> u16 {
        let which = self.pieces.partition_point(|piece| piece.from <= at).saturating_sub(1);
        let piece = &self.pieces[which];
        let (from, to) = (self.bent(piece.from), self.bent(piece.to));
        let share = ((self.bent(at) - from) / (to - from)).clamp(0.0, 1.0);
        piece.at + ((share * f64::from(piece.columns)) as u16).min(piece.columns - 1)
    }

    /// The time that a column stands for, from its beginning to its end; a break stands for the moment between two
    /// pieces.
    #[must_use]
    pub fn span(&self, column: u16) -> (f64, f64) {
        let which = self.pieces.partition_point(|piece| piece.at <= column).saturating_sub(1);
        let piece = &self.pieces[which];
        let offset = column.saturating_sub(piece.at);
        (self.edge(piece, offset), self.edge(piece, offset + 1))
    }

    /// The time at a column's middle.
    #[must_use]
    pub fn middle(&self, column: u16) -> f64 {
        let (from, to) = self.span(column);
        f64::midpoint(from, to)
    }

    /// The window that it shows.
    #[must_use]
    pub fn window(&self) -> Window {
        Window { from: self.pieces[0].from, to: self.pieces[self.pieces.len() - 1].to }
    }

    /// The columns in which the pace changes.
    pub fn breaks(&self) -> impl Iterator<Item = u16> + '_ {
        self.pieces.iter().skip(1).map(|piece| piece.at - 1)
    }

    fn edge(&self, piece: &Piece, offset: u16) -> f64 {
        if offset == 0 {
            return piece.from;
        }
        if offset >= piece.columns {
            return piece.to;
        }
        let (from, to) = (self.bent(piece.from), self.bent(piece.to));
        let at = from + (to - from) * f64::from(offset) / f64::from(piece.columns);
        self.unbent(at).clamp(piece.from, piece.to)
    }

    fn bent(&self, at: f64) -> f64 {
        if self.kind == Kind::Log { self.bend.curve(at) } else { at }
    }

    fn unbent(&self, at: f64) -> f64 {
        if self.kind == Kind::Log { self.bend.straight(at) } else { at }
    }
}

/// Linear pieces, each as wide as the square root of its dates, and a column between them.
fn pieces(story: &Story, window: Window, columns: u16) -> Vec<Piece> {
    let most = usize::from((columns / COLUMNS_PER_PIECE).max(1));
    let stretches = story.stretches(window, most);
    let weights: Vec<f64> = stretches.iter().map(|(from, to)| story.weight(*from, *to)).collect();
    let breaks = stretches.len() as u16 - 1;
    let mut at = 0;
    let mut pieces = Vec::with_capacity(stretches.len());
    for ((from, to), columns) in stretches.into_iter().zip(allot(&weights, columns - breaks)) {
        pieces.push(Piece { from, to, at, columns });
        at += columns + 1;
    }
    pieces
}

/// Parts `columns` by weight, none below the floor; there is at least one column for each.
fn allot(weights: &[f64], columns: u16) -> Vec<u16> {
    let floor = FLOOR.min(columns / weights.len().max(1) as u16).max(1);
    let mut low = vec![false; weights.len()];
    loop {
        let lows = low.iter().filter(|low| **low).count() as u16;
        let room = f64::from(columns - lows * floor);
        let sum: f64 = weights.iter().zip(&low).filter(|(_, low)| !**low).map(|(weight, _)| weight).sum();
        let share = |i: usize| if low[i] { f64::from(floor) } else { weights[i] / sum * room };
        if let Some(i) = (0..weights.len()).find(|i| !low[*i] && share(*i) < f64::from(floor)) {
            low[i] = true;
            continue;
        }
        let mut parts: Vec<u16> = (0..weights.len()).map(|i| share(i) as u16).collect();
        let mut order: Vec<usize> = (0..weights.len()).filter(|i| !low[*i]).collect();
        order.order_by(|a, b| share(*b).fract().total_cmp(&share(*a).fract()));
        let rest = columns - parts.iter().sum::<u16>();
        order.iter().take(usize::from(rest)).for_each(|i| parts[*i] += 1);
        return parts;
    }
}

/// The length of a day, in years.
pub const DAY: f64 = 1.0 / 366.0;

/// The time just after a day.
#[must_use]
pub(crate) fn end_of(day: Day) -> f64 {
    day.years() + DAY
}

#[cfg(test)]
mod tests;
