//! Silences: stretches of time that no dated statement speaks of. They are computed, and say nothing about the past
//! itself, only about the text.

use super::model::time_of;
use crate::pack::Pack;
use crate::scale::end_of;
use crate::when::{Day, When};

/// The most that are named.
const MOST: usize = 12;
/// A silence is this many times as long as the usual gap around it.
const LONGER: f64 = 4.0;
/// So many gaps on either side are the usual ones.
const AROUND: usize = 8;

/// The silences of a pack, in order.
#[must_use]
pub fn silences(pack: &Pack) -> Vec<(f64, f64)> {
    of_spans(pack.chronology().iter().filter_map(|id| pack[*id].when.as_ref().map(covered)))
}

/// The time that a statement speaks of; where an end is open, only the end that is known.
fn covered(when: &When) -> (f64, f64) {
    let open = when.last() == Day::MAX || when.first() == Day::MIN;
    let from = time_of(when);
    (from, if open { from } else { end_of(when.last()) })
}

/// The gaps between spans that are long beside the gaps around them. The spans come in order of their beginnings.
#[must_use]
pub fn of_spans(spans: impl IntoIterator<Item = (f64, f64)>) -> Vec<(f64, f64)> {
    let mut gaps: Vec<(f64, f64)> = Vec::new();
    let mut covered: Option<f64> = None;
    for (from, to) in spans {
        if let Some(end) = covered.filter(|end| *end < from) {
            gaps.push((end, from));
        }
        covered = Some(covered.map_or(to, |end: f64| end.max(to)));
    }
    let length = |gap: &(f64, f64)| gap.1 - gap.0;
    let usual = |at: usize| {
        let near = at.saturating_sub(AROUND)..(at + AROUND + 1).min(gaps.len());
        let mut lengths: Vec<f64> = near.filter(|other| *other != at).map(|other| length(&gaps[other])).collect();
        lengths.sort_by(f64::total_cmp);
        lengths.get(lengths.len() / 2).copied().unwrap_or(0.0)
    };
    let told: f64 = gaps.last().map_or(0.0, |last| last.1) - gaps.first().map_or(0.0, |first| first.0);
    let mut found: Vec<(f64, f64, f64)> = (0..gaps.len())
        .map(|at| (gaps[at].0, gaps[at].1, length(&gaps[at]) / usual(at).max(told / 10_000.0).max(1.0 / 365.0)))
        .filter(|gap| gap.2 >= LONGER)
        .collect();
    // The most striking are named.
    found.sort_by(|a, b| b.2.total_cmp(&a.2));
    found.truncate(MOST);
    found.sort_by(|a, b| a.0.total_cmp(&b.0));
    found.into_iter().map(|(from, to, _)| (from, to)).collect()
}
