//! Silences: stretches of time that no dated statement speaks of. They are computed, and say nothing about the past
//! itself, only about the text.

use crate::chronicle::known_day;
use crate::pack::Pack;
use crate::scale::{DAY, end_of};
use crate::when::{Day, Moment, Part, Unit, When};

/// The most that are named.
const MOST: usize = 12;
/// A silence is this many times as long as the usual gap around it.
const LONGER: f64 = 4.0;
/// So many gaps on either side are the usual ones.
const AROUND: usize = 8;

/// The silences of a pack, in order: the last day that is told before each, and the first one after.
#[must_use]
pub fn silences(pack: &Pack) -> Vec<(Day, Day)> {
    let mut spans: Vec<(Day, Day)> =
        pack.chronology().iter().filter_map(|id| pack[*id].when.as_ref().map(covered)).collect();
    // “Before 1818” has no beginning and opens the chronology, but speaks of 1817.
    spans.sort_unstable();
    of_spans(spans)
}

/// The days that a statement speaks of; where an end is open, only the end that is known.
fn covered(when: &When) -> (Day, Day) {
    let open = when.last() == Day::MAX || when.first() == Day::MIN;
    let from = known_day(when);
    (from, if open { from } else { when.last() })
}

/// The gaps between spans that are long beside the gaps around them. The spans come in order of their beginnings.
#[must_use]
pub fn of_spans(spans: impl IntoIterator<Item = (Day, Day)>) -> Vec<(Day, Day)> {
    let mut gaps: Vec<(Day, Day)> = Vec::new();
    let mut covered: Option<Day> = None;
    for (from, to) in spans {
        if let Some(end) = covered.filter(|end| end_of(*end) + DAY < from.years()) {
            gaps.push((end, from));
        }
        covered = Some(covered.map_or(to, |end| end.max(to)));
    }
    let length = |gap: &(Day, Day)| gap.1.years() - gap.0.years();
    let usual = |at: usize| {
        let near = at.saturating_sub(AROUND)..(at + AROUND + 1).min(gaps.len());
        let mut lengths: Vec<f64> = near.filter(|other| *other != at).map(|other| length(&gaps[other])).collect();
        lengths.sort_by(f64::total_cmp);
        lengths.get(lengths.len() / 2).copied().unwrap_or(0.0)
    };
    let told = gaps.last().map_or(0.0, |last| last.1.years()) - gaps.first().map_or(0.0, |first| first.0.years());
    let mut found: Vec<(Day, Day, f64)> = (0..gaps.len())
        .map(|at| (gaps[at].0, gaps[at].1, length(&gaps[at]) / usual(at).max(told / 10_000.0).max(DAY)))
        .filter(|gap| gap.2 >= LONGER)
        .collect();
    // The most striking are named.
    found.sort_by(|a, b| b.2.total_cmp(&a.2));
    found.truncate(MOST);
    found.sort_by_key(|(from, ..)| *from);
    found.into_iter().map(|(from, to, _)| (from, to)).collect()
}

/// The time of a silence, as exactly as its length deserves.
#[must_use]
pub fn between(from: Day, to: Day) -> When {
    let moment = |day: Day| {
        let Day { year, month, day } = day;
        let unit = if exact(from, to) { Unit::Day { month, day } } else { Unit::Year };
        Moment { year, unit, part: Part::Whole, circa: false }
    };
    When::Span(moment(from), moment(to))
}

/// `No dated statement of this text for 1,500 years`: a silence is the text's, not the past's.
#[must_use]
pub fn said(from: Day, to: Day) -> String {
    let years = to.years() - from.years();
    let length = match years {
        y if y >= 100.0 => format!("about {} years", grouped((y / 10.0).round() as u64 * 10)),
        y if y >= 1.5 => format!("{} years", y.round() as u64),
        y if y * 12.0 >= 1.5 => format!("{} months", (y * 12.0).round() as u64),
        y => format!("{} days", (y * 365.25).round() as u64),
    };
    format!("Silence: no dated statement of this text for {length}")
}

fn exact(from: Day, to: Day) -> bool {
    to.years() - from.years() < 2.0
}

fn grouped(count: u64) -> String {
    if count < 1000 { count.to_string() } else { format!("{},{:03}", count / 1000, count % 1000) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn year(year: i32) -> (Day, Day) {
        (Day { year, month: 1, day: 1 }, Day { year, month: 12, day: 31 })
    }

    #[test]
    fn a_gap_much_longer_than_those_around_it_is_a_silence() {
        let years = (1500..1600).step_by(5).chain((1800..1900).step_by(5));
        let found = of_spans(years.map(year));
        assert_eq!(found.len(), 1);
        assert_eq!(between(found[0].0, found[0].1).on_screen(), "1595–1800");
        assert_eq!(said(found[0].0, found[0].1), "Silence: no dated statement of this text for about 200 years");
    }

    #[test]
    fn what_lasts_covers_the_gap() {
        let long = (year(1590).0, year(1805).1);
        let years = (1500..1600).step_by(5).map(year).chain([long]).chain((1800..1900).step_by(5).map(year));
        let mut spans: Vec<(Day, Day)> = years.collect();
        spans.sort();
        assert_eq!(of_spans(spans), []);
    }

    #[test]
    fn one_statement_has_no_silence() {
        assert_eq!(of_spans([year(1591)]), []);
        assert_eq!(of_spans([]), []);
    }
}
