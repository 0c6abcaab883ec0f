//! Bars: polities and offices, packed into as few lines as there are.

use griot_pack::order::InOrder;
use std::collections::HashSet;

use super::{Lane, Piece, Sheet, Tone};
use crate::scale::Scale;
use crate::text::{cut, width};
use crate::timeline::model::{Bar, What};
use griot_pack::pack::EntityId;

/// After so many bars that found no room, the rest is only counted.
const TRIES: usize = 400;

/// A name that is cut to fewer columns says nothing.
const LEAST_NAME: u16 = 4;

/// A bar with its name, and the columns they keep from others.
struct Placed {
    from: u16,
    end: u16,
    row: usize,
    pieces: Vec<Piece>,
    /// A longer name, for where there is room after all.
    longer: Option<String>,
}

/// The bars that pass, in at most `rows` lines; those that matter most find room first. What finds none is counted
/// beside the name.
pub(super) fn lay_out(sheet: &Sheet, bars: &[Bar], name: &str, rows: usize) -> Vec<Lane> {
    if rows == 0 {
        return Vec::new();
    }
    let window = sheet.scale.window();
    let seen = bars.iter().filter(|bar| bar.from < window.to && bar.to > window.from);
    let mut seen = seen.filter(|bar| sheet.passed[bar.row as usize]);
    let (mut placed, mut out): (Vec<Placed>, usize) = (Vec::new(), 0);
    let mut used = vec![Used::new(sheet.scale.columns); rows];
    let again = several_times(bars);
    for bar in seen.by_ref() {
        let drawn = draw(sheet, bar, again.contains(&bar.what.entity()));
        match used.iter().position(|line| line.is_free(drawn.from, drawn.end)) {
            Some(row) => {
                used[row].take(drawn.from, drawn.end);
                placed.push(Placed { row, ..drawn });
            }
            None => out += 1,
        }
        if out >= TRIES {
            break;
        }
    }
    out += seen.count();
    let mut placed = in_order(placed, rows, sheet.scale.columns);
    lengthen(&mut placed, sheet.scale.columns);
    into_lanes(placed, name, out)
}

/// Who has more than one bar: their names alone do not tell these apart.
fn several_times(bars: &[Bar]) -> HashSet<Option<EntityId>> {
    let mut once = HashSet::new();
    bars.iter().map(|bar| bar.what.entity()).filter(|entity| !once.insert(*entity)).collect()
}

/// Gives bars their longer names where the columns after them are free.
fn lengthen(placed: &mut [Placed], columns: u16) {
    let rows = placed.iter().map(|bar| bar.row + 1).max().unwrap_or(0);
    let mut used = vec![Used::new(columns); rows];
    for bar in placed.iter() {
        used[bar.row].take(bar.from, bar.end);
    }
    for bar in placed {
        let (Some(longer), Some(name)) = (&bar.longer, bar.pieces.last_mut()) else { continue };
        let more = width(longer).saturating_sub(width(&name.text)) as u16;
        let end = bar.end + more;
        let fits = name.at + width(longer) as u16 <= columns;
        if name.tone == Tone::Name && fits && used[bar.row].is_free(bar.end + 1, end) {
            name.text.clone_from(longer);
            used[bar.row].take(bar.end, end.min(columns));
        }
    }
}

/// The same bars from the earliest to the latest, line by line from the top, if they fit that way.
fn in_order(mut placed: Vec<Placed>, rows: usize, columns: u16) -> Vec<Placed> {
    let begins = |bar: &Placed| bar.pieces.iter().find(|piece| piece.tone == Tone::Bar).map(|piece| piece.at);
    placed.order_by_key(|bar| (begins(bar), bar.end));
    let mut used = vec![Used::new(columns); rows];
    let mut new_rows = Vec::with_capacity(placed.len());
    for bar in &placed {
        let Some(row) = used.iter().position(|line| line.is_free(bar.from, bar.end)) else { return placed };
        used[row].take(bar.from, bar.end);
        new_rows.push(row);
    }
    placed.iter_mut().zip(new_rows).for_each(|(bar, row)| bar.row = row);
    placed
}

fn into_lanes(placed: Vec<Placed>, name: &str, out: usize) -> Vec<Lane> {
    let rows = placed.iter().map(|bar| bar.row + 1).max().unwrap_or(0);
    let mut lanes = vec![Lane::default(); rows];
    for bar in placed {
        lanes[bar.row].pieces.extend(bar.pieces);
    }
    for lane in &mut lanes {
        lane.pieces.order_by_key(|piece| piece.at);
    }
    let more = format!("+{out} more");
    match lanes.len() {
        0 => {}
        1 if out > 0 => lanes[0].name = format!("{name} +{out}"),
        _ => {
            if out > 0 {
                lanes[1].name = more;
            }
            lanes[0].name = name.into();
        }
    }
    lanes
}

/// Which columns of a line are taken.
#[derive(Clone)]
struct Used(Vec<bool>);

impl Used {
    fn new(columns: u16) -> Self {
        Self(vec![false; usize::from(columns)])
    }

    /// Whether the columns are free, and one on either side.
    fn is_free(&self, from: u16, end: u16) -> bool {
        let end = usize::from(end + 1).min(self.0.len());
        !self.0[usize::from(from.saturating_sub(1))..end].contains(&true)
    }

    fn take(&mut self, from: u16, end: u16) {
        self.0[usize::from(from)..usize::from(end)].fill(true);
    }
}

/// A bar on the scale: its name inside where it is long enough, else right after it. A name stands before its bar only
/// at the end of the scale, and then nothing else is near: it would be read as the name of another bar.
fn draw(sheet: &Sheet, bar: &Bar, again: bool) -> Placed {
    let scale = sheet.scale;
    let cells = cells(scale, bar);
    let from = scale.nearest_column(bar.from);
    let end = from + cells.len() as u16;
    let name = name(sheet, bar.what);
    let longer = again.then(|| with_office(sheet, bar.what)).flatten();
    let what = Some(bar.what);
    let piece = |at: u16, text: String, tone: Tone| Piece { at, text, tone, what };
    let bar = piece(from, cells.iter().collect(), Tone::Bar);
    let inside = [longer.as_ref(), Some(&name)].into_iter().flatten().find_map(|name| inside(&cells, name));
    if let Some((at, text)) = inside {
        return Placed { from, end, row: 0, pieces: vec![bar, piece(from + at, text, Tone::Name)], longer: None };
    }
    let clear = clear(scale.columns);
    let after = scale.columns.saturating_sub(end + 1);
    let plenty = sheet.rows >= super::MOST;
    let names = [longer.as_ref().filter(|_| plenty), Some(&name)].into_iter().flatten();
    for name in names {
        let wide = width(name) as u16;
        if wide <= after {
            let kept = (end + 1 + wide + clear - 1).min(scale.columns);
            let pieces = vec![bar, piece(end + 1, name.clone(), Tone::Name)];
            return Placed { from, end: kept, row: 0, pieces, longer: longer.clone() };
        }
        if wide < from {
            let at = from - 1 - wide;
            let pieces = vec![piece(at, name.clone(), Tone::Name), bar];
            let kept = (end + clear).min(scale.columns);
            return Placed { from: at.saturating_sub(clear), end: kept, row: 0, pieces, longer: None };
        }
    }
    let (at, room) = if after >= from { (end + 1, after) } else { (0, from.saturating_sub(1)) };
    if room < LEAST_NAME {
        return Placed { from, end, row: 0, pieces: vec![bar], longer: None };
    }
    let name = cut(&name, usize::from(room)).into_owned();
    let edge = at + width(&name) as u16;
    let pieces = vec![bar, piece(at, name, Tone::Name)];
    Placed { from: from.min(at), end: end.max(edge), row: 0, pieces, longer: None }
}

/// The columns that stay free between a name and the next bar, so that it is not read as the name of that one.
fn clear(columns: u16) -> u16 {
    (columns / 13).clamp(3, 8)
}

/// Where in a bar a name stands: a column of bar stays on either side, and the soft ends stay whole.
fn inside(cells: &[char], name: &str) -> Option<(u16, String)> {
    let hard = |cell: &char| *cell == '━';
    let lead = cells.iter().position(hard)?;
    let trail = cells.iter().rev().position(hard)?;
    (cells.len() >= width(name) + 4 + lead + trail).then(|| (lead as u16 + 1, format!(" {name} ")))
}

/// The cells of a bar: soft where it may not have begun or may have ended, an arrow where it goes on.
fn cells(scale: &Scale, bar: &Bar) -> Vec<char> {
    let window = scale.window();
    let from = scale.nearest_column(bar.from);
    let last = scale.nearest_column(bar.to - crate::scale::DAY).max(from);
    let mut cells: Vec<char> = (from..=last)
        .map(|column| {
            let (start, end) = scale.span(column);
            let soft = bar.soft_begin && start < bar.begun && bar.begun > bar.from
                || bar.soft_end && end > bar.unended && bar.unended < bar.to;
            if soft { '░' } else { '━' }
        })
        .collect();
    let count = cells.len();
    if bar.soft_begin {
        cells[0] = '░';
    }
    if bar.soft_end {
        cells[count - 1] = '░';
    }
    if bar.from < window.from {
        cells[0] = '◂';
    }
    if bar.open || bar.to > window.to {
        cells[count - 1] = '▸';
    }
    cells
}

fn name(sheet: &Sheet, what: What) -> String {
    what.entity().map(|entity| sheet.pack[entity].name.to_string()).unwrap_or_default()
}

/// The name with the office: a person may have held several.
fn with_office(sheet: &Sheet, what: What) -> Option<String> {
    let What::Office(entity, which) = what else { return None };
    let it = &sheet.pack[entity];
    Some(format!("{}, {}", it.name, it.offices.get(usize::from(which))?.title))
}
