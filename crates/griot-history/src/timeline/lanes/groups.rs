//! What stands in groups: a lane for each, in its colour.

use std::collections::HashMap;

use super::marks::counted;
use super::{Lane, Sheet, Tone};
use crate::timeline::model::What;

/// A lane for each group; the last one holds all the others.
pub(super) fn by_group(sheet: &Sheet, rows: usize) -> Vec<Lane> {
    let groups = &sheet.model.groups;
    let lines = groups.len().min(rows);
    let place: HashMap<&str, usize> = groups.iter().zip(0..).map(|(name, at)| (name.as_str(), at)).collect();
    let columns = usize::from(sheet.scale.columns);
    let mut counts = vec![vec![0u32; columns]; lines];
    let mut first: Vec<Vec<Option<What>>> = vec![vec![None; columns]; lines];
    for column in 0..sheet.scale.columns {
        let (from, to) = sheet.scale.span(column);
        for row in sheet.model.between(from, to).filter(|row| sheet.passed[*row]) {
            let what = sheet.model.rows[row].what;
            let group = what.group(sheet.pack).and_then(|group| place.get(group));
            let Some(line) = group.map(|at| (*at).min(lines.saturating_sub(1))) else { continue };
            counts[line][usize::from(column)] += 1;
            first[line][usize::from(column)].get_or_insert(what);
        }
    }
    let lane = |(at, (counts, first)): (usize, (Vec<u32>, Vec<Option<What>>))| {
        let others = groups.len() - lines;
        let last = at + 1 == lines && others > 0;
        let name = if last { format!("+{} groups", others + 1) } else { groups[at].clone() };
        let mut pieces = counted(&counts, |column| first[column]);
        for piece in &mut pieces {
            piece.tone = Tone::Group(at);
        }
        Lane { name, pieces }
    };
    counts.into_iter().zip(first).enumerate().map(lane).collect()
}
