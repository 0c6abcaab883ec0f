//! Events as marks, a lane for each type; a digit where several fall on one column.

use super::{Lane, Piece, Sheet, Tone};
use crate::scale::{DAY, Scale};
use crate::timeline::model::{Bar, Kin, What};

/// A lane for each type of event, those with most events first; the last one holds all the others.
pub(super) fn by_type(sheet: &Sheet, rows: usize) -> Vec<Lane> {
    let window = sheet.scale.window();
    let seen = |bar: &&Bar| bar.from < window.to && bar.to > window.from && sheet.passed[bar.row as usize];
    let kept = |kin: &Kin| kin.events.iter().filter(seen).copied().collect::<Vec<Bar>>();
    let mut kinds: Vec<(String, Vec<Bar>)> = sheet
        .model
        .kinds
        .iter()
        .map(|kin| (kin.name.clone(), kept(kin)))
        .filter(|(_, bars)| !bars.is_empty())
        .collect();
    kinds.sort_by_key(|(_, bars)| std::cmp::Reverse(bars.len()));
    if rows == 0 {
        return Vec::new();
    }
    if kinds.len() > rows {
        let others = kinds.split_off(rows - 1);
        let name = if rows == 1 { "events".to_owned() } else { format!("+{} types", others.len()) };
        let mut bars: Vec<Bar> = others.into_iter().flat_map(|(_, bars)| bars).collect();
        bars.sort_by(|a, b| a.from.total_cmp(&b.from));
        kinds.push((name, bars));
    }
    kinds.into_iter().map(|(name, bars)| lane(sheet.scale, name.replace('-', " "), &bars)).collect()
}

/// What lasted as a thin line, and over it the marks of the beginnings. The bars come in date order.
fn lane(scale: &Scale, name: String, bars: &[Bar]) -> Lane {
    let before = |at: f64| bars.partition_point(|bar| bar.from < at);
    let begun = |column: u16| {
        let (from, to) = scale.span(column);
        before(from)..before(to).max(before(from))
    };
    let counts: Vec<u32> = (0..scale.columns).map(|column| begun(column).len() as u32).collect();
    let mut pieces = counted(&counts, |column| bars.get(begun(column as u16).start).map(|bar| bar.what));
    let lines = lines(scale, bars).into_iter().zip(0..).filter(|(_, column)| counts[usize::from(*column)] == 0);
    pieces.extend(lines.filter_map(|(line, at)| {
        line.map(|(sign, what)| Piece { at, text: sign.into(), tone: Tone::Quiet, what: Some(what) })
    }));
    pieces.sort_by_key(|piece| piece.at);
    Lane { name, pieces }
}

/// The columns that each bar lasts through.
fn lines(scale: &Scale, bars: &[Bar]) -> Vec<Option<(char, What)>> {
    let mut line = vec![None; usize::from(scale.columns)];
    let lengths = (0..scale.columns).map(|column| scale.span(column)).map(|(from, to)| to - from);
    let shortest = lengths.filter(|length| *length > 0.0).fold(f64::MAX, f64::min);
    for bar in bars.iter().filter(|bar| bar.open || bar.to - bar.from > shortest) {
        let from = scale.nearest_column(bar.from);
        let to = scale.nearest_column(bar.to - DAY).max(from);
        for column in from..=to {
            let sign = if bar.open && column == to { '▸' } else { '─' };
            line[usize::from(column)] = Some((sign, bar.what));
        }
    }
    line
}

/// A mark where one falls on a column, a digit for up to nine, a plus for more.
pub(super) fn counted(counts: &[u32], what: impl Fn(usize) -> Option<What>) -> Vec<Piece> {
    let marks = counts.iter().enumerate().filter(|(_, count)| **count > 0);
    marks
        .map(|(column, count)| {
            let (text, tone) = match count {
                1 => ("●".to_owned(), Tone::Mark),
                2..=9 => (count.to_string(), Tone::Count),
                _ => ("+".to_owned(), Tone::Count),
            };
            Piece { at: column as u16, text, tone, what: what(column).filter(|_| *count == 1) }
        })
        .collect()
}
