//! The story scale's pieces: cut where the dates become denser or sparser, at round years.
//!
//! Dates are taken for a process that keeps one pace within a piece and changes it between pieces. Of `n` dates in a
//! stretch of length `l`, the likelihood is greatest at the pace `n / l`, and its logarithm is then `n · log(n / l)` but
//! for a constant; a cut gains what both sides say so less what the whole said. The stretch whose best cut gains most is
//! cut, again and again, until no cut gains [`GAIN`] or there are [`MOST`] pieces: so the cuts come with the most telling
//! first, and a narrow axis takes only the first of them.
//!
//! A cut lies between two dates, and anywhere between them would do: it goes to the roundest year that does not dilute
//! the denser side. A piece then has room in the measure of the square root of its dates: in the measure of the dates
//! themselves the youngest would take the whole axis.

use griot_pack::order::InOrder;
use std::ops::Range;

use super::{DAY, SHORTEST, Window, label};

/// The most pieces, whatever the width.
const MOST: usize = 9;
/// How much better two paces must tell the dates than one, in units of log-likelihood, for a cut.
const GAIN: f64 = 6.0;

/// The time that a pack tells of: its ends, its dates, and where its pace changes. Nothing here depends on a size.
#[derive(Debug, Clone, PartialEq)]
pub struct Story {
    /// Of everything that has a date, in years.
    pub first: f64,
    /// The end; it lies outside.
    pub last: f64,
    dates: Vec<f64>,
    /// The most telling first.
    cuts: Vec<f64>,
    /// The pieces of the whole, and the room that each ends at, from 0 to 1.
    rooms: Vec<(f64, f64, f64)>,
}

impl Story {
    /// The story of some dates in a stretch of time that holds them all.
    #[must_use]
    pub fn new(mut dates: Vec<f64>, first: f64, last: f64) -> Self {
        dates.order_by(f64::total_cmp);
        let first = dates.first().map_or(first, |date| date.min(first));
        let last = dates.last().map_or(last, |date| last.max(date + DAY)).max(first + SHORTEST);
        let cuts = cuts(&dates, first, last);
        let mut it = Self { first, last, dates, cuts, rooms: Vec::new() };
        let stretches = it.stretches(it.all(), MOST);
        let sum: f64 = stretches.iter().map(|(from, to)| it.weight(*from, *to)).sum();
        let mut room = 0.0;
        for (from, to) in stretches {
            room += it.weight(from, to) / sum;
            it.rooms.push((from, to, room));
        }
        it
    }

    /// The story as bytes: its ends, and its dates, its cuts and its rooms, each list behind its length; all in eight bytes,
    /// the lowest first.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let rooms = self.rooms.iter().flat_map(|(from, to, room)| [*from, *to, *room]);
        let lists = [self.dates.clone(), self.cuts.clone(), rooms.collect()];
        let mut out = [self.first.to_le_bytes(), self.last.to_le_bytes()].concat();
        for list in lists {
            out.extend((list.len() as u64).to_le_bytes());
            out.extend(list.iter().flat_map(|number| number.to_le_bytes()));
        }
        out
    }

    /// The story from its bytes; nothing where they are those of no story.
    #[must_use]
    pub fn of_bytes(bytes: &[u8]) -> Option<Self> {
        let (words, rest) = bytes.as_chunks::<8>();
        let (ends, mut words) = words.split_at_checked(2)?;
        let [first, last] = [0, 1].map(|at| f64::from_le_bytes(ends[at]));
        let mut list = || {
            let (count, others) = words.split_first()?;
            let (list, others) = others.split_at_checked(usize::try_from(u64::from_le_bytes(*count)).ok()?)?;
            words = others;
            Some(list.iter().map(|word| f64::from_le_bytes(*word)).collect::<Vec<_>>())
        };
        let (dates, cuts, rooms) = (list()?, list()?, list()?);
        let (rooms, odd) = rooms.as_chunks::<3>();
        let rooms: Vec<_> = rooms.iter().map(|[from, to, room]| (*from, *to, *room)).collect();
        let within = |at: &f64| (first..=last).contains(at);
        let whole = rest.is_empty() && odd.is_empty() && words.is_empty() && !rooms.is_empty();
        // Nobody dates anything before the world began.
        let is_sound = whole
            && first.abs().max(last.abs()) < 1e11
            && last - first >= SHORTEST / 2.0
            && dates.is_sorted()
            && dates.iter().chain(&cuts).all(within)
            && rooms.iter().all(|(from, to, _)| within(from) && within(to) && from < to)
            && rooms.iter().map(|(.., room)| *room).is_sorted_by(|a, b| a < b)
            && rooms.iter().all(|(.., room)| (0.0..=1.0 + 1e-9).contains(room));
        is_sound.then_some(Self { first, last, dates, cuts, rooms })
    }

    /// How many dates lie in a stretch of time.
    #[must_use]
    pub fn count(&self, from: f64, to: f64) -> usize {
        let before = |at: f64| self.dates.partition_point(|date| *date < at);
        before(to).saturating_sub(before(from))
    }

    /// The stretches of a window, at most `most`.
    pub(super) fn stretches(&self, window: Window, most: usize) -> Vec<(f64, f64)> {
        let Window { from, to } = window;
        // A sliver at the edge of a window is no piece of its own.
        let inside = |cut: &&f64| from + SHORTEST <= **cut && **cut <= to - SHORTEST;
        let mut edges: Vec<f64> = self.cuts.iter().filter(inside).take(most.saturating_sub(1)).copied().collect();
        edges.extend([from, to]);
        edges.order_by(f64::total_cmp);
        edges.windows(2).map(|pair| (pair[0], pair[1])).collect()
    }

    /// The room that a stretch deserves.
    pub(super) fn weight(&self, from: f64, to: f64) -> f64 {
        (self.count(from, to).max(1) as f64).sqrt()
    }

    pub(super) fn weighed_place(&self, at: f64) -> f64 {
        let which = self.rooms.partition_point(|(from, ..)| *from <= at).saturating_sub(1);
        let (from, to, end) = self.rooms[which];
        let start = if which > 0 { self.rooms[which - 1].2 } else { 0.0 };
        start + (end - start) * ((at - from) / (to - from)).clamp(0.0, 1.0)
    }

    pub(super) fn weighed_time(&self, place: f64) -> f64 {
        let which = self.rooms.partition_point(|(_, _, end)| *end < place).min(self.rooms.len() - 1);
        let (from, to, end) = self.rooms[which];
        let start = if which > 0 { self.rooms[which - 1].2 } else { 0.0 };
        from + (to - from) * ((place - start) / (end - start)).clamp(0.0, 1.0)
    }
}

/// A stretch of time that may be cut in two.
struct Stretch {
    from: f64,
    to: f64,
    dates: Range<usize>,
    best: Option<Cut>,
}

struct Cut {
    gain: f64,
    at: f64,
    /// How many dates lie before it.
    dates: usize,
}

/// Cuts the stretch that gains most, again and again. Dates that are told many times count once: a day about which
/// much is told is no change of pace.
fn cuts(dates: &[f64], first: f64, last: f64) -> Vec<f64> {
    let mut dates = dates.to_vec();
    dates.dedup();
    let least = (dates.len() / 40).max(3);
    let whole = Stretch { from: first, to: last, dates: 0..dates.len(), best: None };
    let weigh = |stretch: Stretch| Stretch { best: best_cut(&dates, &stretch, least), ..stretch };
    let mut stretches = vec![weigh(whole)];
    let mut found = Vec::new();
    while found.len() + 1 < MOST {
        let gain = |stretch: &Stretch| stretch.best.as_ref().map_or(0.0, |cut| cut.gain);
        let most = (0..stretches.len()).max_by(|a, b| gain(&stretches[*a]).total_cmp(&gain(&stretches[*b])));
        let Some(Stretch { from, to, dates, best: Some(cut) }) = most.map(|at| stretches.swap_remove(at)) else {
            break;
        };
        found.push(cut.at);
        stretches.push(weigh(Stretch { from, to: cut.at, dates: dates.start..cut.dates, best: None }));
        stretches.push(weigh(Stretch { from: cut.at, to, dates: cut.dates..dates.end, best: None }));
    }
    found
}

/// The cut that tells the dates best, if it is worth one, moved to the roundest year nearby.
fn best_cut(dates: &[f64], stretch: &Stretch, least: usize) -> Option<Cut> {
    let Stretch { from, to, dates: Range { start, end }, .. } = *stretch;
    let density = |count: usize, length: f64| count as f64 * libm::log(count as f64 / length.max(DAY));
    let whole = density(end - start, to - from);
    let gain = |at: f64, before: usize| density(before - start, at - from) + density(end - before, to - at) - whole;
    let inner = (start + least)..(end + 1).saturating_sub(least).max(start + least);
    let (before, _) = inner.map(|at| (at, gain(dates[at], at))).max_by(|a, b| a.1.total_cmp(&b.1))?;
    // Anywhere between the two dates would do, but the denser side must not be diluted.
    let (left, right) = (dates[before - 1], dates[before]);
    let denser_after = (before - start) as f64 / (right - from) < (end - before) as f64 / (to - right).max(DAY);
    let slack = |length: f64| (length / 8.0).min((right - left) / 2.0);
    let half = if denser_after {
        (right - slack(to - right), right + DAY)
    } else {
        (left + DAY, left + DAY + slack(left - from))
    };
    let round = label::roundest(half.0, half.1).map(|(at, _)| at).filter(|at| left < *at && *at <= right);
    let at = round.unwrap_or(if denser_after { right } else { (left + DAY).min(right) });
    let wide = at - from >= SHORTEST && to - at >= SHORTEST;
    Some(Cut { gain: gain(at, before), at, dates: before }).filter(|cut| wide && cut.gain > GAIN)
}
