//! Silences: stretches of time that no dated statement speaks of. They are computed, and say nothing about the past
//! itself, only about the text.

use crate::chronicle::known_day;
use crate::scale::{DAY, end_of};
use griot_pack::order::InOrder;
use griot_pack::pack::{Pack, StatementId};
use griot_pack::when::{Day, When};

/// The most that are named.
const MOST: usize = 12;
/// A silence is this many times as long as the usual gap around it.
const LONGER: f64 = 4.0;
/// So many gaps on either side are the usual ones.
const AROUND: usize = 8;

/// The silences of a pack, in order: the last statement before each, and the first one after.
#[must_use]
pub fn silences(pack: &Pack) -> Vec<(StatementId, StatementId)> {
    let dated = pack.chronology().iter().filter_map(|id| Some((*id, pack[*id].when.as_ref()?)));
    let mut spans: Vec<(Day, Day, StatementId)> = dated
        .map(|(id, when)| {
            let (from, to) = covered(when);
            (from, to, id)
        })
        .collect();
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

/// The gaps between spans that are long beside the gaps around them, each told by what is before it and after it. The
/// spans come in order of their beginnings.
#[must_use]
pub(crate) fn of_spans<T: Copy>(spans: impl IntoIterator<Item = (Day, Day, T)>) -> Vec<(T, T)> {
    let mut gaps: Vec<(Day, Day, (T, T))> = Vec::new();
    let mut covered: Option<(Day, T)> = None;
    for (from, to, of) in spans {
        if let Some((end, before)) = covered.filter(|(end, _)| end_of(*end) + DAY < from.years()) {
            gaps.push((end, from, (before, of)));
        }
        if covered.is_none_or(|(end, _)| to > end) {
            covered = Some((to, of));
        }
    }
    let length = |gap: &(Day, Day, (T, T))| gap.1.years() - gap.0.years();
    let usual = |at: usize| {
        let near = at.saturating_sub(AROUND)..(at + AROUND + 1).min(gaps.len());
        let mut lengths: Vec<f64> = near.filter(|other| *other != at).map(|other| length(&gaps[other])).collect();
        lengths.order_by(f64::total_cmp);
        lengths.get(lengths.len() / 2).copied().unwrap_or(0.0)
    };
    let whole = gaps.last().map_or(0.0, |last| last.1.years()) - gaps.first().map_or(0.0, |first| first.0.years());
    let mut found: Vec<(usize, f64)> = (0..gaps.len())
        .map(|at| (at, length(&gaps[at]) / usual(at).max(whole / 10_000.0).max(DAY)))
        .filter(|gap| gap.1 >= LONGER)
        .collect();
    // The most striking are named.
    found.order_by(|a, b| b.1.total_cmp(&a.1));
    found.truncate(MOST);
    found.order_by_key(|(at, _)| *at);
    found.into_iter().map(|(at, _)| gaps[at].2).collect()
}

/// The last day that is told before a silence, and the first one after it.
#[must_use]
pub fn days(pack: &Pack, before: StatementId, after: StatementId) -> (Day, Day) {
    let covered = |id: StatementId| pack[id].when.as_ref().map_or((Day::MIN, Day::MIN), covered);
    (covered(before).1, covered(after).0)
}

/// The dates between which nothing is dated, as the text says them.
#[must_use]
pub fn between(pack: &Pack, before: StatementId, after: StatementId) -> Option<When> {
    let (end, begin) = (pack[before].when?, pack[after].when?);
    Some(When::Span(end.ends()?.1, begin.ends()?.0))
}

/// How long it is: `about 1,500 years`, `12 years`.
#[must_use]
pub fn length(from: Day, to: Day) -> String {
    let years = to.years() - from.years();
    match years {
        y if y >= 100.0 => format!("about {} years", grouped((y / 10.0).round() as u64 * 10)),
        y if y >= 1.5 => format!("{} years", y.round() as u64),
        y if y * 12.0 >= 1.5 => format!("{} months", (y * 12.0).round() as u64),
        y => format!("{} days", (y * 365.25).round() as u64),
    }
}

/// `12 years, nothing dated`: the length comes first, so that it stays where there is little room.
#[must_use]
pub fn label(pack: &Pack, before: StatementId, after: StatementId) -> String {
    let (from, to) = days(pack, before, after);
    format!("{}, nothing dated", length(from, to))
}

fn grouped(count: u64) -> String {
    if count < 1000 { count.to_string() } else { format!("{},{:03}", count / 1000, count % 1000) }
}

#[cfg(test)]
mod tests {
    use super::*;

    type Told = (Day, Day, i64);

    fn year(year: i64) -> Told {
        (Day { year, month: 1, day: 1 }, Day { year, month: 12, day: 31 }, year)
    }

    #[test]
    fn a_gap_much_longer_than_those_around_it_is_a_silence() {
        let years = (1500..1600).step_by(5).chain((1800..1900).step_by(5));
        assert_eq!(of_spans(years.map(year)), [(1595, 1800)]);
        assert_eq!(length(year(1595).1, year(1800).0), "about 200 years");
    }

    #[test]
    fn what_lasts_covers_the_gap() {
        let long = (year(1590).0, year(1805).1, 0);
        let years = (1500..1600).step_by(5).map(year).chain([long]).chain((1800..1900).step_by(5).map(year));
        let mut spans: Vec<Told> = years.collect();
        spans.sort_unstable();
        assert_eq!(of_spans(spans), []);
    }

    #[test]
    fn one_statement_has_no_silence() {
        assert_eq!(of_spans([year(1591)]), []);
        assert_eq!(of_spans::<i32>([]), []);
    }
}
