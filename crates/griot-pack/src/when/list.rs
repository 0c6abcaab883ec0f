//! A few dates of which one or all are meant.

use super::day::Day;
use super::error::WhenError;
use super::moment::Moment;

/// The most dates of a list.
pub(super) const MOST: usize = 6;

/// A few dates in the order in which they were named; two neighbours may be the ends of a run (`1670..1672`), and the
/// first or last may be open (`..1760`, `1760..`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct List {
    dates: [Moment; MOST],
    count: u8,
    /// Bit `i`: the dates `i` and `i + 1` are the ends of a run.
    runs: u8,
    /// Whether all time before the first is meant too.
    before: bool,
    /// Whether all time after the last is meant too.
    after: bool,
}

/// A date of a list.
#[derive(Clone, Copy)]
pub(super) enum Item {
    One(Moment),
    /// `1670..1672`
    Run(Moment, Moment),
    /// `..1760`
    UpTo(Moment),
    /// `1760..`
    From(Moment),
}

impl List {
    /// The list of these.
    pub(super) fn of(items: impl IntoIterator<Item = Result<Item, WhenError>>) -> Result<Self, WhenError> {
        let mut list = Self { dates: [Moment::of_year(1); MOST], count: 0, runs: 0, before: false, after: false };
        for item in items {
            match item? {
                Item::One(moment) => list.add(moment)?,
                Item::Run(first, last) => {
                    list.add(first)?;
                    list.runs |= 1 << (list.count - 1);
                    list.add(last)?;
                }
                Item::UpTo(moment) if list.count == 0 => {
                    list.before = true;
                    list.add(moment)?;
                }
                Item::UpTo(_) => return Err(WhenError::OpenInside),
                Item::From(moment) => {
                    list.add(moment)?;
                    list.after = true;
                }
            }
        }
        if list.count == 0 { Err(WhenError::Empty) } else { Ok(list) }
    }

    /// The list of these dates, with a bit in `runs` for each that is the first of a run; none, if they are too many or
    /// none, or if one were the end of two things.
    #[must_use]
    pub(crate) fn of_parts(moments: &[Moment], runs: u8, before: bool, after: bool) -> Option<Self> {
        let mut dates = [Moment::of_year(1); MOST];
        dates.get_mut(..moments.len())?.copy_from_slice(moments);
        let last = 1_u8 << moments.len().checked_sub(1)?;
        let whole = runs < last && runs & (runs << 1 | u8::from(before)) == 0 && (!after || runs << 1 & last == 0);
        whole.then_some(Self { dates, count: moments.len() as u8, runs, before, after })
    }

    fn add(&mut self, moment: Moment) -> Result<(), WhenError> {
        if self.after {
            return Err(WhenError::OpenInside);
        }
        *self.dates.get_mut(usize::from(self.count)).ok_or(WhenError::LongList)? = moment;
        self.count += 1;
        Ok(())
    }

    /// The dates it names.
    #[must_use]
    pub fn moments(&self) -> &[Moment] {
        &self.dates[..usize::from(self.count).min(MOST)]
    }

    /// Whether the date at `index` and the next one are the ends of a run.
    #[must_use]
    pub(crate) const fn is_run(&self, index: usize) -> bool {
        index < MOST && self.runs >> index & 1 == 1
    }

    /// Whether all time before the first is meant too.
    #[must_use]
    pub(crate) const fn is_open_before(&self) -> bool {
        self.before
    }

    /// Whether all time after the last is meant too.
    #[must_use]
    pub(crate) const fn is_open_after(&self) -> bool {
        self.after
    }

    /// Whether its beginning is soft or open.
    pub(super) fn begins_softly(&self) -> bool {
        self.before || self.moments().first().is_none_or(|m| m.is_soft())
    }

    /// Whether its end is soft or open.
    pub(super) fn ends_softly(&self) -> bool {
        self.after || self.moments().last().is_none_or(|m| m.is_soft())
    }

    /// The first and last day of each date or run.
    pub(super) fn days(&self) -> impl Iterator<Item = (Day, Day)> + '_ {
        let last = self.moments().len().saturating_sub(1);
        self.moments().iter().enumerate().map(move |(at, moment)| {
            let first = if at == 0 && self.before { Day::MIN } else { moment.first() };
            let end = match self.moments().get(at + 1) {
                Some(next) if self.is_run(at) => next.last(),
                _ if at == last && self.after => Day::MAX,
                _ => moment.last(),
            };
            (first, end)
        })
    }

    pub(super) fn map(mut self, change: impl Fn(Moment) -> Moment) -> Self {
        self.dates.iter_mut().take(usize::from(self.count)).for_each(|date| *date = change(*date));
        self
    }
}
