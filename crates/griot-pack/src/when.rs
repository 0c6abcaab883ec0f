//! Historical time: the one grammar that dates a statement in the data, is typed in the search box and is given on
//! the command line.
//!
//! Years are astronomical inside (1 BC is 0, 2 BC is −1), so arithmetic needs no exception; no year 0 is ever
//! printed. A [`Moment`] keeps how it was said (`c.`, `late`, a century), so nothing gains precision by being stored.

mod day;
mod parse;
mod print;
mod words;

use std::cmp::Ordering;

pub use day::Day;
use day::{day_before, days_in_month, next_day};
pub use parse::WhenError;
pub use print::{day_in_words, year_in_words};

/// How large a stretch of time a [`Moment`] names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Unit {
    /// One day.
    Day { month: u8, day: u8 },
    /// One month.
    Month { month: u8 },
    /// One year.
    Year,
    /// Ten years from the one given.
    Decade,
    /// A hundred years from the one given.
    Century,
    /// A thousand years from the one given.
    Millennium,
}

/// Which third of its unit a moment means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Part {
    /// All of it.
    Whole,
    /// Its first third.
    Early,
    /// Its middle third.
    Mid,
    /// Its last third.
    Late,
}

/// A named stretch of time: `c. 1312`, `late 14th c.`, `26 Mar 1991`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Moment {
    /// The first astronomical year of the unit.
    pub year: i32,
    /// How exact it is.
    pub unit: Unit,
    /// Which part of the unit.
    pub part: Part,
    /// Said with `c.`: drawn with soft ends.
    pub circa: bool,
}

/// When something was: a moment, a span of two, or a span with one open end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum When {
    /// One time.
    At(Moment),
    /// From one to another, both included.
    Span(Moment, Moment),
    /// `<1600`: all time before the moment begins.
    Before(Moment),
    /// `>2012`: all time after the moment ends.
    After(Moment),
    /// `2012..`: from the moment on, with no end known.
    From(Moment),
}

/// How well a date answers a query; the greater, the better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// The date holds the query inside it.
    Around,
    /// The date ends inside the query.
    Ends,
    /// The date begins inside the query.
    Begins,
    /// The date lies inside the query.
    Within,
    /// Date and query are the same stretch of time.
    Same,
}

impl Moment {
    /// The plain year `year` (astronomical).
    #[must_use]
    pub const fn of_year(year: i32) -> Self {
        Self { year, unit: Unit::Year, part: Part::Whole, circa: false }
    }

    /// The first day that the moment may mean.
    #[must_use]
    pub fn first(self) -> Day {
        self.days().0
    }

    /// The last day that the moment may mean.
    #[must_use]
    pub fn last(self) -> Day {
        self.days().1
    }

    fn days(self) -> (Day, Day) {
        let Self { year, unit, part, .. } = self;
        let length = match unit {
            Unit::Day { month, day } => {
                let it = Day { year, month, day };
                return (it, it);
            }
            Unit::Month { month } => {
                let (first, last) = part.of(1, days_in_month(year, month).into());
                return (Day { year, month, day: first as u8 }, Day { year, month, day: last as u8 });
            }
            Unit::Year => {
                let (first, last) = part.of(1, 12);
                let end = days_in_month(year, last as u8);
                return (Day { year, month: first as u8, day: 1 }, Day { year, month: last as u8, day: end });
            }
            Unit::Decade => 10,
            Unit::Century => 100,
            Unit::Millennium => 1000,
        };
        let (first, last) = part.of(year, length);
        (Day { year: first, month: 1, day: 1 }, Day { year: last, month: 12, day: 31 })
    }
}

impl Part {
    /// The third of `length` units that starts at `first`: its first and last unit.
    const fn of(self, first: i32, length: i32) -> (i32, i32) {
        let third = length / 3;
        match self {
            Self::Whole => (first, first + length - 1),
            Self::Early => (first, first + third - 1),
            Self::Mid => (first + third, first + 2 * third - 1),
            Self::Late => (first + 2 * third, first + length - 1),
        }
    }
}

impl When {
    /// Reads the grammar, in any of its spellings.
    ///
    /// # Errors
    /// Says what was not understood and shows a form that is.
    pub fn parse(text: &str) -> Result<Self, WhenError> {
        parse::parse(&crate::digits::ascii(text))
    }

    /// The first day it may mean; [`Day::MIN`] where it has no beginning.
    #[must_use]
    pub fn first(&self) -> Day {
        match self {
            Self::At(m) | Self::Span(m, _) | Self::From(m) => m.first(),
            Self::Before(_) => Day::MIN,
            Self::After(m) => next_day(m.last()),
        }
    }

    /// The last day it may mean; [`Day::MAX`] where it has no end.
    #[must_use]
    pub fn last(&self) -> Day {
        match self {
            Self::At(m) | Self::Span(_, m) => m.last(),
            Self::After(_) | Self::From(_) => Day::MAX,
            Self::Before(m) => day_before(m.first()),
        }
    }

    /// The same without days and months, for where there is room for little more than a year.
    #[must_use]
    pub fn to_the_year(self) -> Self {
        let year = |m: Moment| match m.unit {
            Unit::Day { .. } | Unit::Month { .. } => Moment { unit: Unit::Year, part: Part::Whole, ..m },
            _ => m,
        };
        match self {
            Self::At(m) => Self::At(year(m)),
            Self::Span(a, b) if year(a) == year(b) => Self::At(year(a)),
            Self::Span(a, b) => Self::Span(year(a), year(b)),
            Self::Before(m) => Self::Before(year(m)),
            Self::After(m) => Self::After(year(m)),
            Self::From(m) => Self::From(year(m)),
        }
    }

    /// Whether its beginning is soft: said with `c.`, coarser than a year, or open.
    #[must_use]
    pub const fn begins_softly(&self) -> bool {
        match self {
            Self::At(m) | Self::Span(m, _) | Self::From(m) => m.is_soft(),
            Self::Before(_) | Self::After(_) => true,
        }
    }

    /// Whether its end is soft: said with `c.`, coarser than a year, or open.
    #[must_use]
    pub const fn ends_softly(&self) -> bool {
        match self {
            Self::At(m) | Self::Span(_, m) => m.is_soft(),
            Self::Before(_) | Self::After(_) | Self::From(_) => true,
        }
    }

    /// Whether the two share a day.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        self.first() <= other.last() && other.first() <= self.last()
    }

    /// How well this date answers the query, or nothing when they do not overlap.
    #[must_use]
    pub fn fit(&self, query: &Self) -> Option<Fit> {
        if !self.overlaps(query) {
            return None;
        }
        let begins = query.first() <= self.first();
        let ends = self.last() <= query.last();
        Some(match (begins, ends) {
            (true, true) if self.first() == query.first() && self.last() == query.last() => Fit::Same,
            (true, true) => Fit::Within,
            (true, false) => Fit::Begins,
            (false, true) => Fit::Ends,
            (false, false) => Fit::Around,
        })
    }

    /// How many years it spans, at least a part of one; open ends count as very long.
    #[must_use]
    pub fn length(&self) -> f64 {
        next_day(self.last()).years() - self.first().years()
    }

    /// The order of a chronicle: by beginning, then the more exact first.
    #[must_use]
    pub fn chronological(&self, other: &Self) -> Ordering {
        self.place_in_time().cmp(&other.place_in_time())
    }

    /// What a chronicle is sorted by. A date without a beginning stands where it ends: `before 1591` comes just before
    /// 1591.
    #[must_use]
    pub fn place_in_time(&self) -> (Day, Day) {
        let (first, last) = (self.first(), self.last());
        (if first == Day::MIN { last } else { first }, last)
    }
}

impl Moment {
    const fn is_soft(self) -> bool {
        self.circa
            || !matches!(self.part, Part::Whole)
            || matches!(self.unit, Unit::Decade | Unit::Century | Unit::Millennium)
    }
}

#[cfg(test)]
mod tests;
