//! What a date is: one moment or several, and what holds them together; how dates follow and meet one another.

use std::cmp::Ordering;

use super::day::Day;
use super::list::List;
use super::moment::Moment;

/// When something was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum When {
    /// `1591`: one time.
    At(Moment),
    /// `1312..1337`: from one to another, both included.
    Span(Moment, Moment),
    /// `[1756..1790]`: some time from one to another, both included.
    Between(Moment, Moment),
    /// `<1600`: some time before the moment begins.
    Before(Moment),
    /// `>2012`: some time after the moment ends.
    After(Moment),
    /// `2012..`: from the moment on.
    From(Moment, Edge),
    /// `..1500`: to the moment's end.
    Until(Moment, Edge),
    /// `[1667,1668]`: one of several, not known which.
    OneOf(List),
    /// `{1960,1962}`: all of several.
    AllOf(List),
}

/// The end of a span that no date is given for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Edge {
    /// It goes on without an end: `2012..`.
    Open,
    /// It has an end that is not known: `2012..?`.
    Unknown,
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

impl When {
    /// The first and the last moment that it names, of however open a time.
    #[must_use]
    pub fn ends(&self) -> Option<(Moment, Moment)> {
        let first = self.moments().next()?;
        Some((first, self.moments().last().unwrap_or(first)))
    }

    /// The moments that it names, in the order in which it names them.
    pub fn moments(&self) -> impl Iterator<Item = Moment> + '_ {
        let (ends, list): (_, &[Moment]) = match self {
            Self::Span(a, b) | Self::Between(a, b) => ([Some(*a), Some(*b)], &[]),
            Self::At(m) | Self::Before(m) | Self::After(m) | Self::From(m, _) | Self::Until(m, _) => {
                ([Some(*m), None], &[])
            }
            Self::OneOf(list) | Self::AllOf(list) => ([None; 2], list.moments()),
        };
        ends.into_iter().flatten().chain(list.iter().copied())
    }

    /// The first day it may mean; [`Day::MIN`] where it has no beginning.
    #[must_use]
    pub fn first(&self) -> Day {
        match self {
            Self::At(m) | Self::Span(m, _) | Self::Between(m, _) | Self::From(m, _) => m.first(),
            Self::Before(_) | Self::Until(..) => Day::MIN,
            Self::After(m) => m.last().next(),
            Self::OneOf(list) | Self::AllOf(list) => list.days().map(|(first, _)| first).min().unwrap_or(Day::MIN),
        }
    }

    /// The last day it may mean; [`Day::MAX`] where it has no end.
    #[must_use]
    pub fn last(&self) -> Day {
        match self {
            Self::At(m) | Self::Span(_, m) | Self::Between(_, m) | Self::Until(m, _) => m.last(),
            Self::After(_) | Self::From(..) => Day::MAX,
            Self::Before(m) => m.first().before(),
            Self::OneOf(list) | Self::AllOf(list) => list.days().map(|(_, last)| last).max().unwrap_or(Day::MAX),
        }
    }

    /// The same without days and months, for where there is room for little more than a year.
    #[must_use]
    pub fn to_the_year(self) -> Self {
        match self {
            Self::At(m) => Self::At(m.to_the_year()),
            Self::Span(a, b) if a.to_the_year() == b.to_the_year() => Self::At(a.to_the_year()),
            Self::Span(a, b) => Self::Span(a.to_the_year(), b.to_the_year()),
            Self::Between(a, b) if a.to_the_year() == b.to_the_year() => Self::At(a.to_the_year()),
            Self::Between(a, b) => Self::Between(a.to_the_year(), b.to_the_year()),
            Self::Before(m) => Self::Before(m.to_the_year()),
            Self::After(m) => Self::After(m.to_the_year()),
            Self::From(m, edge) => Self::From(m.to_the_year(), edge),
            Self::Until(m, edge) => Self::Until(m.to_the_year(), edge),
            Self::OneOf(list) => Self::OneOf(list.map(Moment::to_the_year)),
            Self::AllOf(list) => Self::AllOf(list.map(Moment::to_the_year)),
        }
    }

    /// Whether its beginning is soft: said with doubt, coarser than a year, or open.
    #[must_use]
    pub fn begins_softly(&self) -> bool {
        match self {
            Self::At(m) | Self::Span(m, _) | Self::From(m, _) => m.is_soft(),
            Self::AllOf(list) => list.begins_softly(),
            Self::Before(_) | Self::After(_) | Self::Until(..) | Self::Between(..) | Self::OneOf(_) => true,
        }
    }

    /// Whether its end is soft: said with doubt, coarser than a year, or open.
    #[must_use]
    pub fn ends_softly(&self) -> bool {
        match self {
            Self::At(m) | Self::Span(_, m) | Self::Until(m, _) => m.is_soft(),
            Self::AllOf(list) => list.ends_softly(),
            Self::Before(_) | Self::After(_) | Self::From(..) | Self::Between(..) | Self::OneOf(_) => true,
        }
    }

    /// Whether the two share a day. Of a list every date counts for itself.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        let meet = self.first() <= other.last() && other.first() <= self.last();
        match (self, other) {
            _ if !meet => false,
            (Self::OneOf(list) | Self::AllOf(list), other) | (other, Self::OneOf(list) | Self::AllOf(list)) => {
                list.days().any(|days| other.meets(days))
            }
            _ => true,
        }
    }

    /// Whether one of its days lies between two.
    fn meets(&self, (first, last): (Day, Day)) -> bool {
        let meets = |(a, b): (Day, Day)| a <= last && first <= b;
        match self {
            Self::OneOf(list) | Self::AllOf(list) => list.days().any(meets),
            _ => meets((self.first(), self.last())),
        }
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
        self.last().next().years() - self.first().years()
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

impl List {
    /// The list as a date; what is one moment or one run needs no list.
    pub(super) fn into_when(self, all: bool) -> When {
        match *self.moments() {
            [only] if !self.is_open_before() && !self.is_open_after() => When::At(only),
            [first, last] if self.is_run(0) && !self.is_open_before() && !self.is_open_after() && !all => {
                When::Between(first, last)
            }
            _ if all => When::AllOf(self),
            _ => When::OneOf(self),
        }
    }
}
