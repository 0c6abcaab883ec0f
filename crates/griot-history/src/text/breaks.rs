//! Line breaking: ragged right, the raggedness least over the whole paragraph.
//!
//! A greedy breaker fills each line as far as it goes and leaves the last words of a paragraph to chance. Here, as Knuth
//! and Plass showed, every way of breaking the paragraph is weighed at once: the cost of a line is the square of the
//! columns that it leaves free, a break inside a link costs something more, a single short word on the last line as
//! well. The cheapest way to set the first *i* atoms is the cheapest way to set the first *j*, and the atoms from *j* to
//! *i* on one line, for the best *j* before *i*; since a line holds few atoms, this takes time that grows with the
//! paragraph and no faster.

use std::ops::Range;

use super::atoms::Atom;

/// What it costs to end a paragraph with one short word.
const WIDOW: u64 = 100;

/// The ranges of atoms that make up the lines, with the least squared raggedness.
pub(super) fn breaks(atoms: &[Atom], room: u16) -> Vec<Range<usize>> {
    let room = u64::from(room);
    let count = atoms.len();
    // best[i] is the least cost of setting the first i atoms on whole lines, and where the last of them begins.
    let mut best: Vec<(u64, usize)> = vec![(u64::MAX, 0); count + 1];
    best[0].0 = 0;
    for end in 1..=count {
        if end < count && atoms[end].break_before.is_none() {
            continue;
        }
        let mut wide = 0u64;
        for start in (0..end).rev() {
            let spaced = start + 1 < end && atoms[start + 1].spaced;
            wide += u64::from(atoms[start].width) + u64::from(spaced);
            if wide > room && start + 1 < end {
                break;
            }
            let Some(cost) = atoms[start].break_before.or((start == 0).then_some(0)) else { continue };
            if best[start].0 == u64::MAX {
                continue;
            }
            let slack = room.saturating_sub(wide);
            let ragged = match end == count {
                true if start > 0 && start + 1 == end && wide < 8 => WIDOW,
                true => 0,
                false => slack * slack,
            };
            let total = best[start].0 + ragged + if start > 0 { cost } else { 0 };
            if total < best[end].0 {
                best[end] = (total, start);
            }
        }
    }
    let mut lines = Vec::new();
    let mut end = count;
    while end > 0 {
        let start = best[end].1;
        lines.push(start..end);
        end = start;
    }
    lines.reverse();
    lines
}
