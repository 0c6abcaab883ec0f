//! Events as marks, a lane for each type; a digit where several fall on one column.

use super::{Lane, Number, Piece, Sheet, Tone, numbers};
use crate::scale::DAY;
use crate::text::width;
use crate::timeline::model::{Bar, Kin, What, type_of};
use griot_pack::order::InOrder;
use griot_pack::pack::Pack;

/// A lane for each type of event, those with most events first; the last one holds all the others.
pub(super) fn by_type(sheet: &Sheet, rows: usize) -> Vec<Lane> {
    let mut kinds: Vec<(&Kin, usize)> = sheet.model.kinds.iter().map(|kin| (kin, seen(sheet, kin))).collect();
    kinds.retain(|(_, count)| *count > 0);
    kinds.order_by_key(|(_, count)| std::cmp::Reverse(*count));
    let alone = if kinds.len() > rows { rows.saturating_sub(1) } else { kinds.len() };
    let (alone, others) = kinds.split_at(alone);
    let mut lanes: Vec<Lane> = alone.iter().map(|kin| lane(sheet, in_words(&kin.0.name), &[*kin])).collect();
    if !others.is_empty() && rows > 0 {
        let name = if rows == 1 { "events".to_owned() } else { format!("+{} types", others.len()) };
        lanes.push(lane(sheet, name, others));
    }
    lanes
}

/// The name of the lane of an event.
pub(super) fn name_of(event: What, pack: &Pack) -> String {
    in_words(type_of(event, pack))
}

fn in_words(kind: &str) -> String {
    kind.replace('-', " ")
}

/// How many of a type are in sight.
fn seen(sheet: &Sheet, kin: &Kin) -> usize {
    let window = sheet.scale.window();
    let begun = kin.events.partition_point(|bar| bar.from < window.to);
    let seen = |bar: &&Bar| bar.to > window.from && sheet.passed[bar.row as usize];
    kin.events[..begun].iter().filter(seen).count()
}

/// What lasted as a thin line, and over it the marks of the beginnings.
fn lane(sheet: &Sheet, name: String, kinds: &[(&Kin, usize)]) -> Lane {
    let columns = usize::from(sheet.scale.columns);
    let mut counts = vec![0u32; columns];
    let mut first: Vec<Option<What>> = vec![None; columns];
    let mut line: Vec<Option<(char, What)>> = vec![None; columns];
    for (kin, _) in kinds {
        count(sheet, kin, &mut counts, &mut first);
        draw_lines(sheet, kin, &mut line);
    }
    let mut pieces = counted(&counts, |column| first[column]);
    let taken: Vec<u16> = pieces.iter().flat_map(|piece| piece.at..piece.at + width(&piece.text) as u16).collect();
    let bare = line.into_iter().zip(0..).filter(|(_, column)| taken.binary_search(column).is_err());
    pieces.extend(bare.filter_map(|(line, at)| {
        line.map(|(sign, what)| Piece { at, text: sign.into(), tone: Tone::Quiet, what: Some(what) })
    }));
    pieces.order_by_key(|piece| piece.at);
    Lane { name, pieces }
}

/// How many begin in each column, and one of them.
fn count(sheet: &Sheet, kin: &Kin, counts: &mut [u32], first: &mut [Option<What>]) {
    let before = |at: f64| kin.events.partition_point(|bar| bar.from < at);
    for column in 0..sheet.scale.columns {
        let (from, to) = sheet.scale.span(column);
        let begun = &kin.events[before(from)..before(to).max(before(from))];
        let mut passed = begun.iter().filter(|bar| sheet.passed[bar.row as usize]);
        let column = usize::from(column);
        if let Some(bar) = passed.next() {
            counts[column] += 1 + passed.count() as u32;
            first[column] = Some(bar.what);
        }
    }
}

/// The columns that each one lasts through.
fn draw_lines(sheet: &Sheet, kin: &Kin, line: &mut [Option<(char, What)>]) {
    let (scale, window) = (sheet.scale, sheet.scale.window());
    let lengths = (0..scale.columns).map(|column| scale.span(column)).map(|(from, to)| to - from);
    let shortest = lengths.filter(|length| *length > 0.0).fold(f64::MAX, f64::min);
    let begun = kin.events.partition_point(|bar| bar.from < window.to);
    let lasting = |bar: &&Bar| (bar.open || bar.to - bar.from > shortest) && bar.to > window.from;
    for bar in kin.events[..begun].iter().filter(lasting).filter(|bar| sheet.passed[bar.row as usize]) {
        let from = scale.nearest_column(bar.from);
        let to = scale.nearest_column(bar.to - DAY).max(from);
        for column in from..=to {
            let sign = if bar.open && column == to { '▸' } else { '─' };
            line[usize::from(column)] = Some((sign, bar.what));
        }
    }
}

/// A mark where one falls on a column, else how many.
pub(super) fn counted(counts: &[u32], what: impl Fn(usize) -> Option<What>) -> Vec<Piece> {
    let several = numbers(counts, 2);
    let alone = (0..counts.len()).filter(|column| counts[*column] == 1 && !several.iter().any(|n| n.holds(*column)));
    let mut pieces: Vec<Piece> = alone
        .map(|column| Piece { at: column as u16, text: "●".into(), tone: Tone::Mark, what: what(column) })
        .collect();
    let count = |number: &Number| Piece { at: number.at as u16, text: number.label(), tone: Tone::Count, what: None };
    pieces.extend(several.iter().map(count));
    pieces.order_by_key(|piece| piece.at);
    pieces
}
