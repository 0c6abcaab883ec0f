//! The years printed beside an axis: round ones, each beginning in its own column, never colliding.

use super::placed::{Label, Placed};
use super::{Kind, Piece, Scale, Window};
use crate::text::width;
use griot_pack::order::InOrder;
use griot_pack::when::{Day, Language, Moment, Unit, When, year_in};

/// How much time a label names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Grain {
    Year,
    Month,
    Day,
}

/// A stretch of more years than these names no odd ones.
const LONG: f64 = 20.0;
/// A piece of so many years holds the beginning of at least one.
const WHOLE_YEARS: f64 = 2.0;
/// How round every fifth year is, as [`roundest`] says it.
const FIVE_YEARS: u32 = 42;
/// The same of any year; months are less round.
const ONE_YEAR: u32 = 40;

/// The labels of a scale, in order: the beginning of every piece, the end, and round dates where there is room.
/// Between two labels stay at least `gap` columns.
#[must_use]
pub fn labels(scale: &Scale, gap: u16, language: Language) -> Vec<Label> {
    let mut placed = Placed { labels: Vec::new(), columns: scale.columns, gap, language };
    let said_as = |at: f64, grain: Grain| said_as(at, grain, language);
    let Window { from, to } = scale.window();
    placed.put(0, said_as(from, grain_at(scale, 0).coarser(from)));
    let last = said_as(to - (to - from).min(super::DAY) / 2.0, grain_at(scale, scale.columns - 1));
    placed.put(scale.columns.saturating_sub(width(&last) as u16), last);
    for piece in scale.pieces.iter().skip(1) {
        let grain = grain_at(scale, piece.at).coarser(piece.from);
        // A piece may begin in any month; where it holds whole years, those are named.
        if grain == Grain::Year || piece.to - piece.from < WHOLE_YEARS {
            placed.put(piece.at, said_as(piece.from, grain));
        }
    }
    if scale.kind != Kind::Log {
        for piece in &scale.pieces {
            put_steps(&mut placed, scale, piece);
        }
    }
    // A curve has no even steps, and in a short piece the even ones may all be taken.
    if scale.kind != Kind::True {
        put_round(&mut placed, scale);
    }
    placed.mark_our_era();
    placed.labels
}

/// Wherever there is room, the rounder dates before the others.
fn put_round(placed: &mut Placed, scale: &Scale) {
    // In a long stretch 1998 would be an odd year to name, and among years a month.
    let years = |at: f64| {
        let piece = scale.pieces.iter().find(|piece| piece.from <= at && at < piece.to);
        piece.map_or(0.0, |piece| piece.to - piece.from)
    };
    let least = |at: f64, column: u16| match years(at) {
        _ if scale.kind == Kind::Log => 0,
        years if years > LONG => FIVE_YEARS,
        years if years >= WHOLE_YEARS && grain_at(scale, column) != Grain::Year => ONE_YEAR,
        _ => 0,
    };
    let round = (0..scale.columns).filter_map(|column| {
        let (from, to) = scale.span(column);
        let (at, rank) = roundest(from, to)?;
        (rank >= least(at, column)).then_some((rank, column, at))
    });
    let mut round: Vec<(u32, u16, f64)> = round.collect();
    round.order_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    for (_, column, at) in round {
        if !placed.has_room(column) {
            continue;
        }
        placed.put(column, said_as(at, grain_at(scale, column).coarser(at), placed.language));
    }
}

/// At even steps along a piece, the smallest at which the labels keep clear of each other.
fn put_steps(placed: &mut Placed, scale: &Scale, piece: &Piece) {
    let (grain, language) = (grain_at(scale, piece.at), placed.language);
    let labels = |step: Step| {
        let times: Vec<f64> = step.times(piece.from, piece.to).collect();
        let columns: Vec<u16> = times.iter().map(|at| scale.nearest_column(*at)).collect();
        // Where the shortest would collide nothing need be said.
        if columns.windows(2).any(|pair| pair[0] + Placed::SHORTEST + placed.gap > pair[1]) {
            return None;
        }
        let grain = if matches!(step, Step::Days(_)) { Grain::Day } else { grain.min(Grain::Month) };
        Some(
            times
                .iter()
                .zip(columns)
                .map(|(at, column)| (column, said_as(*at, grain.coarser(*at), language)))
                .collect::<Vec<_>>(),
        )
    };
    let clear = |pair: &[(u16, String)]| pair[0].0 + width(&pair[0].1) as u16 + placed.gap <= pair[1].0;
    let most = usize::from(piece.columns / 4) + 1;
    let steps = Step::ALL.into_iter().filter(|step| grain == Grain::Day || !matches!(step, Step::Days(_)));
    let fitting = steps.filter(|step| step.count(piece.from, piece.to) <= most as f64);
    let Some(labels) = fitting.filter_map(labels).find(|labels| labels.windows(2).all(clear)) else { return };
    for (column, text) in labels {
        placed.put(column, text);
    }
}

/// The distance from one label to the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Days(u8),
    Months(u8),
    Years(i64),
}

impl Step {
    const ALL: [Self; 30] = [
        Self::Days(1),
        Self::Days(5),
        Self::Days(10),
        Self::Months(1),
        Self::Months(2),
        Self::Months(3),
        Self::Months(6),
        Self::Years(1),
        Self::Years(2),
        Self::Years(5),
        Self::Years(10),
        Self::Years(20),
        Self::Years(25),
        Self::Years(50),
        Self::Years(100),
        Self::Years(200),
        Self::Years(250),
        Self::Years(500),
        Self::Years(1000),
        Self::Years(2000),
        Self::Years(5000),
        Self::Years(10_000),
        Self::Years(20_000),
        Self::Years(50_000),
        Self::Years(100_000),
        Self::Years(1_000_000),
        Self::Years(10_000_000),
        Self::Years(100_000_000),
        Self::Years(1_000_000_000),
        Self::Years(10_000_000_000),
    ];

    /// About how many such steps a stretch of time has.
    fn count(self, from: f64, to: f64) -> f64 {
        (to - from)
            / match self {
                Self::Days(days) => f64::from(days) / 365.25,
                Self::Months(months) => f64::from(months) / 12.0,
                Self::Years(years) => years as f64,
            }
    }

    /// The beginnings of the steps in a stretch of time.
    fn times(self, from: f64, to: f64) -> impl Iterator<Item = f64> {
        let years = match self {
            Self::Years(step) => Self::years(step, from, to),
            Self::Days(_) | Self::Months(_) => (from.floor() as i64..=to.floor() as i64).collect(),
        };
        let times = years.into_iter().flat_map(move |year| self.in_year(year));
        times.filter(move |at| from <= *at && *at < to)
    }

    /// Multiples of the step: of years BC before our era, and its beginning instead of a year 0.
    fn years(step: i64, from: f64, to: f64) -> Vec<i64> {
        let first = from.floor() as i64 / step - 1;
        let last = to.ceil() as i64 / step + 1;
        let multiples = (first..=last).filter(|multiple| step > 1 || *multiple != 0);
        multiples.map(|multiple| if multiple <= 0 { multiple * step + 1 } else { multiple * step }).collect()
    }

    fn in_year(self, year: i64) -> Vec<f64> {
        let day = |month: u8, day: u8| Day { year, month, day }.years();
        match self {
            Self::Years(_) => vec![day(1, 1)],
            Self::Months(step) => (1..=12).step_by(usize::from(step)).map(|month| day(month, 1)).collect(),
            Self::Days(step) => {
                let days = |month: u8| (1..=31 - step.min(3)).step_by(usize::from(step)).map(move |d| day(month, d));
                // No 30 February.
                (1..=12).flat_map(days).filter(|at| Day::of_years(*at).day % step == 1 % step).collect()
            }
        }
    }
}

impl Grain {
    /// The first of a year is said as the year.
    fn coarser(self, at: f64) -> Self {
        let day = Day::of_years(at);
        match self {
            Self::Year => Self::Year,
            _ if day.day == 1 && day.month == 1 => Self::Year,
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

fn said_as(at: f64, grain: Grain, language: Language) -> String {
    let Day { year, month, day } = Day::of_years(at);
    let unit = match grain {
        Grain::Year => return year_in(year, language),
        Grain::Month => Unit::Month { month },
        Grain::Day => Unit::Day { month, day },
    };
    When::At(Moment::new(year, unit)).on_screen_in(language)
}

/// The time of a column in words, as exactly as a stretch of that length deserves: `1591`, `Mar 1991`.
#[must_use]
pub fn span_label(from: f64, to: f64, language: Language) -> String {
    let grain = match to - from {
        length if length > 0.4 => Grain::Year,
        length if length > 0.02 => Grain::Month,
        _ => Grain::Day,
    };
    let (first, last) = (said_as(from, grain, language), said_as((to - super::DAY / 2.0).max(from), grain, language));
    if first == last { first } else { format!("{first} – {last}") }
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
    let year = from.floor() as i64;
    let months = [(7, 9), (4, 8), (10, 8), (2, 7), (3, 7), (5, 7), (6, 7), (8, 7), (9, 7), (11, 7), (12, 7)];
    months.into_iter().find_map(|(month, rank)| {
        let at = Day { year, month, day: 1 }.years();
        (from <= at && at < to).then_some((at, rank))
    })
}
