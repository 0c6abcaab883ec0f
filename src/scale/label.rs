//! The years printed beside an axis: round ones, each beginning in its own column, never colliding.

use super::{Scale, Window};
use crate::text::width;
use crate::when::{Day, Moment, Part, Unit, When, year_in_words};

/// A year or day printed beside an axis.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// Its first column.
    pub at: u16,
    pub text: String,
}

/// How much time a label names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Grain {
    Year,
    Month,
    Day,
}

/// The labels of a scale, in order: the beginning of every piece, the end, and round dates where there is room.
/// Between two labels stay at least `gap` columns.
#[must_use]
pub fn labels(scale: &Scale, gap: u16) -> Vec<Label> {
    let mut placed = Placed { labels: Vec::new(), columns: scale.columns, gap };
    let Window { from, to } = scale.window();
    placed.put(0, said_as(from, grain_at(scale, 0)));
    let last = said_as(to - (to - from).min(super::DAY) / 2.0, grain_at(scale, scale.columns - 1));
    placed.put(scale.columns.saturating_sub(width(&last) as u16), last);
    for piece in scale.pieces.iter().skip(1) {
        placed.put(piece.at, said_as(piece.from, grain_at(scale, piece.at)));
    }
    let mut round: Vec<(u32, u16, f64)> = Vec::new();
    for column in 0..scale.columns {
        let (from, to) = scale.span(column);
        if let Some((at, rank)) = roundest(from, to) {
            round.push((rank, column, at));
        }
    }
    round.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    for (_, column, at) in round {
        placed.put(column, said_as(at, grain_at(scale, column).coarser(at)));
    }
    placed.labels
}

struct Placed {
    labels: Vec<Label>,
    columns: u16,
    gap: u16,
}

impl Placed {
    /// Puts the label where it collides with none; else leaves it out. A label that is there is not said again.
    fn put(&mut self, at: u16, text: String) {
        let end = at + width(&text) as u16;
        let after = self.labels.partition_point(|label| label.at < at);
        let clear_before = after
            .checked_sub(1)
            .map(|i| &self.labels[i])
            .is_none_or(|before| before.at + width(&before.text) as u16 + self.gap <= at && before.text != text);
        let clear_after = self.labels.get(after).is_none_or(|next| end + self.gap <= next.at && next.text != text);
        if end <= self.columns && clear_before && clear_after {
            self.labels.insert(after, Label { at, text });
        }
    }
}

impl Grain {
    /// The first of a month is said as the month, of a year as the year.
    fn coarser(self, at: f64) -> Self {
        let day = day_at(at);
        match self {
            Self::Year => Self::Year,
            _ if day.day == 1 && day.month == 1 => Self::Year,
            _ if day.day == 1 => Self::Month,
            finer => finer,
        }
    }
}

/// How exactly a column can be named.
fn grain_at(scale: &Scale, column: u16) -> Grain {
    let (from, to) = scale.span(column);
    match to - from {
        length if length > 0.4 => Grain::Year,
        length if length > 0.02 => Grain::Month,
        _ => Grain::Day,
    }
}

fn said_as(at: f64, grain: Grain) -> String {
    let Day { year, month, day } = day_at(at);
    let unit = match grain {
        Grain::Year => return year_in_words(year),
        Grain::Month => Unit::Month { month },
        Grain::Day => Unit::Day { month, day },
    };
    When::At(Moment { year, unit, part: Part::Whole, circa: false }).on_screen()
}

/// The time of a column in words, as exactly as a stretch of that length deserves: `1591`, `Mar 1991`.
#[must_use]
pub fn said(from: f64, to: f64) -> String {
    let grain = match to - from {
        length if length > 0.4 => Grain::Year,
        length if length > 0.02 => Grain::Month,
        _ => Grain::Day,
    };
    let (first, last) = (said_as(from, grain), said_as((to - super::DAY / 2.0).max(from), grain));
    if first == last { first } else { format!("{first} – {last}") }
}

/// The day of a time in years: what [`Day::years`] takes apart, put together again.
#[must_use]
pub fn day_at(years: f64) -> Day {
    let year = years.floor();
    // A hair is added so that the first moment of a day is not taken for the day before.
    let share = years - year + 1e-7;
    let year = year as i32;
    let first = |month: u8| Day { year, month, day: 1 }.years() - f64::from(year);
    let month = (1..=12).rev().find(|month| first(*month) <= share).unwrap_or(1);
    let into = ((share - first(month)) * 365.0).clamp(0.0, 30.0) as u8;
    let day = |into: u8| Day { year, month, day: into + 1 };
    // Leap years have shorter shares: step to the last day that has begun.
    let begun = |into: &u8| day(*into).years() - f64::from(year) <= share;
    let last = Moment { year, unit: Unit::Month { month }, part: Part::Whole, circa: false }.last().day;
    let found = [into + 1, into, into.saturating_sub(1)].into_iter().find(|d| *d < last && begun(d));
    day(found.unwrap_or(0))
}

/// The roundest date that begins in a stretch of time, and how round it is: the beginning of our era, then
/// millennia, centuries, decades, years and months.
pub(super) fn roundest(from: f64, to: f64) -> Option<(f64, u32)> {
    roundest_year(from, to).or_else(|| roundest_month(from, to))
}

fn roundest_year(from: f64, to: f64) -> Option<(f64, u32)> {
    const STEPS: [i64; 11] = [100_000, 10_000, 5000, 1000, 500, 100, 50, 10, 5, 2, 1];
    let first = from.ceil() as i64;
    let inside = |year: i64| first <= year && (year as f64) < to;
    if inside(1) {
        return Some((1.0, 100));
    }
    for (rank, step) in STEPS.iter().enumerate() {
        // 1000 BC is the astronomical −999.
        let year = if first > 0 { (first + step - 1) / step * step } else { 1 - (1 - first) / step * step };
        if inside(year) && (year != 1 || *step == 1) {
            return Some((year as f64, 50 - rank as u32));
        }
    }
    None
}

fn roundest_month(from: f64, to: f64) -> Option<(f64, u32)> {
    let year = from.floor() as i32;
    let months = [(7, 9), (4, 8), (10, 8), (2, 7), (3, 7), (5, 7), (6, 7), (8, 7), (9, 7), (11, 7), (12, 7)];
    months.into_iter().find_map(|(month, rank)| {
        let at = Day { year, month, day: 1 }.years();
        (from <= at && at < to).then_some((at, rank))
    })
}
