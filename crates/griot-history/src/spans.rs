//! Spans of time kept apart from the records that they are of: what has nothing to do with a time is passed over without
//! being read.

use griot_pack::pack::{EntityId, Pack, StatementId};
use griot_pack::when::{Day, When};

use crate::parts::{Numbers, Part, Parts, Written};

/// The first and the last day that a date allows, as numbers that stand in the order of the days. Millions of years ago many days
/// have one number, so that spans which meet may be of dates which do not; never the other way round.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Span {
    pub first: i32,
    pub last: i32,
}

impl Span {
    /// Of what has no date: it meets nothing.
    const NONE: Self = Self { first: i32::MAX, last: i32::MIN };

    pub(crate) fn of(when: &When) -> Self {
        Self { first: number(when.first()), last: number(when.last()) }
    }

    pub(crate) const fn meets(self, other: Self) -> bool {
        self.first <= other.last && other.first <= self.last && !self.is_none() && !other.is_none()
    }

    /// Its first and its last day, where neither is open nor so long ago that its number says too little.
    pub(crate) fn days(self) -> Option<(Day, Day)> {
        let is_exact = i32::MIN < self.first && self.first <= self.last && self.last < i32::MAX;
        is_exact.then(|| (day(self.first), day(self.last)))
    }

    pub(crate) const fn is_none(self) -> bool {
        self.first > self.last
    }

    /// The least span that holds both.
    fn with(self, other: Self) -> Self {
        Self { first: self.first.min(other.first), last: self.last.max(other.last) }
    }

    const fn packed(self) -> u64 {
        (self.first as u32 as u64) << 32 | self.last as u32 as u64
    }

    const fn unpacked(number: u64) -> Self {
        Self { first: (number >> 32) as i32, last: number as i32 }
    }
}

/// Months are counted as if each had this many days, the 0th with them.
const MONTH: i32 = 32;
const YEAR: i32 = 12 * MONTH;

/// The number of a day.
pub(crate) fn number(day: Day) -> i32 {
    let Day { year, month, day } = day;
    let days =
        year.saturating_mul(YEAR.into()).saturating_add((i64::from(month) - 1) * i64::from(MONTH) + i64::from(day));
    days.clamp(i64::from(i32::MIN), i64::from(i32::MAX)) as i32
}

/// The day of a number that is neither the first nor the last.
const fn day(number: i32) -> Day {
    let in_year = number.rem_euclid(YEAR);
    Day { year: number.div_euclid(YEAR) as i64, month: (in_year / MONTH + 1) as u8, day: (in_year % MONTH) as u8 }
}

/// The spans of everything in a pack.
#[derive(Debug)]
pub(crate) struct Spans {
    entities: Numbers<u64>,
    /// Of each entity from its first to its last day in any office.
    offices: Numbers<u64>,
    statements: Numbers<u64>,
}

impl Spans {
    pub(crate) fn write(pack: &Pack, out: &mut Written) {
        let span = |when: Option<When>| when.as_ref().map_or(Span::NONE, Span::of).packed();
        let held = |id: EntityId| {
            let terms = pack[id].offices.iter().filter_map(|office| office.when.as_ref());
            terms.map(Span::of).fold(Span::NONE, Span::with).packed()
        };
        out.numbers(Part::EntitySpans, pack.entities().map(|id| span(pack[id].when)));
        out.numbers(Part::OfficeSpans, pack.entities().map(held));
        out.numbers(Part::StatementSpans, pack.statements().map(|id| span(pack[id].when)));
    }

    pub(crate) fn read(parts: &Parts) -> Self {
        Self {
            entities: parts.numbers(Part::EntitySpans),
            offices: parts.numbers(Part::OfficeSpans),
            statements: parts.numbers(Part::StatementSpans),
        }
    }

    /// Those that are kept with a pack; where none are, they are made.
    pub(crate) fn of(pack: &Pack) -> Self {
        Self::read(&Parts::stored(pack).unwrap_or_else(|| {
            let mut out = Written::default();
            Self::write(pack, &mut out);
            Parts::made(out)
        }))
    }

    pub(crate) fn entity(&self, id: EntityId) -> Span {
        Span::unpacked(self.entities.get(id.index()))
    }

    pub(crate) fn offices(&self, id: EntityId) -> Span {
        Span::unpacked(self.offices.get(id.index()))
    }

    pub(crate) fn statement(&self, id: StatementId) -> Span {
        Span::unpacked(self.statements.get(id.index()))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn days() -> impl Strategy<Value = Day> {
        let year = prop_oneof![
            -3000_i64..3000,
            -5_000_000_i64..5_000_000,
            -14_000_000_000_i64..10,
            Just(i64::MIN),
            Just(i64::MAX)
        ];
        (year, 1_u8..13, 1_u8..32).prop_map(|(year, month, day)| Day { year, month, day })
    }

    proptest! {
        #[test]
        fn numbers_stand_in_the_order_of_days(a in days(), b in days()) {
            let history = -4_000_000..4_000_000;
            prop_assert!((a <= b && number(a) <= number(b)) || (a > b && number(a) >= number(b)));
            if history.contains(&a.year) && a < b {
                prop_assert!(number(a) < number(b), "days of history have numbers of their own");
            }
            if history.contains(&a.year) {
                prop_assert_eq!(day(number(a)), a);
            }
        }

        #[test]
        fn what_fits_is_never_passed_over(a in "[1-9][0-9]{0,3}( BC)?|c\\. [1-9][0-9]{2}|[1-9][0-9]{2}(\\.\\.|0s)|before [1-9][0-9]{2}|13 Mar 1[0-9]{3}", b in "[1-9][0-9]{0,3}|c\\. [1-9][0-9]{2}|[1-9][0-9]{2}0s|after [1-9][0-9]{2}") {
            if let (Ok(a), Ok(b)) = (When::parse(&a), When::parse(&b)) {
                prop_assert!(a.fit(&b).is_none() || Span::of(&a).meets(Span::of(&b)));
                prop_assert_eq!(Span::unpacked(Span::of(&a).packed()), Span::of(&a));
            }
        }
    }

    #[test]
    fn what_has_no_date_meets_nothing() {
        let always = Span { first: i32::MIN, last: i32::MAX };
        assert!(!Span::NONE.meets(always) && !always.meets(Span::NONE));
        assert_eq!(Span::NONE.with(Span { first: 3, last: 4 }), Span { first: 3, last: 4 });
    }
}
