//! The lanes above the list: polities and offices as bars, events as marks by type, eras by how much is told of them,
//! silences by name. Everything that finds no room is counted.

mod bars;
mod groups;
mod marks;
mod numbers;

pub use numbers::{Number, numbers};

use super::model::{Model, What};
use super::shown::Shown;
use crate::scale::{self, Scale};
use crate::text::width;
use griot_pack::pack::Pack;
use griot_pack::when::Day;

/// A line of the lanes: its name and what stands on it, from left to right.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Lane {
    /// What stands on it.
    pub name: String,
    /// From left to right, none on another.
    pub pieces: Vec<Piece>,
}

impl Lane {
    /// Whether a row of the list stands on it.
    #[must_use]
    pub fn holds(&self, pack: &Pack, what: What) -> bool {
        match what {
            _ if what.group(pack) == Some(&self.name) => true,
            What::Event(_) => self.name == marks::name_of(what, pack),
            _ => self.pieces.iter().any(|piece| piece.what == Some(what)),
        }
    }

    /// The piece under a column.
    #[must_use]
    pub fn under(&self, column: u16) -> Option<&Piece> {
        self.pieces.iter().rfind(|piece| (piece.at..piece.at + width(&piece.text) as u16).contains(&column))
    }
}

/// Neighbouring columns of a lane.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// Its first column.
    pub at: u16,
    /// What is drawn: signs or words.
    pub text: String,
    /// What these are.
    pub tone: Tone,
    /// What it tells of, where that is one thing.
    pub what: Option<What>,
}

/// What a piece is, for the theme to colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// What lasted.
    Bar,
    /// The name of a bar or a silence.
    Name,
    /// One event or statement.
    Mark,
    /// How many there are.
    Count,
    /// One or several of the group in this place.
    Group(usize),
    /// Of less weight: a thin line, a silence.
    Quiet,
}

/// The most lanes that are laid out.
pub const MOST: u16 = 128;

/// What the lanes are laid out from.
#[derive(Debug)]
pub struct Sheet<'a> {
    /// Whose history it is.
    pub pack: &'a Pack,
    /// Everything that has a date.
    pub model: &'a Model,
    /// The axis beneath.
    pub scale: &'a Scale,
    /// Which lanes are wanted.
    pub shown: Shown,
    /// Which rows of the model the filter lets through.
    pub passed: &'a [bool],
    /// How many lines there are.
    pub rows: u16,
}

/// The lanes of a sheet.
#[must_use]
pub fn lay_out(sheet: &Sheet) -> Vec<Lane> {
    let rows = usize::from(sheet.rows);
    if rows == 0 {
        return Vec::new();
    }
    match sheet.shown {
        Shown::All => all(sheet, rows),
        Shown::Powers => powers(sheet, rows),
        Shown::Events => marks::by_type(sheet, rows),
        Shown::Statements => by_era(sheet, rows),
        Shown::Groups => groups::by_group(sheet, rows),
    }
}

/// Something of everything: bars take what they need up to their share, events the rest.
fn all(sheet: &Sheet, rows: usize) -> Vec<Lane> {
    let silence = silence(sheet).filter(|_| rows >= 5);
    let rows = rows - usize::from(silence.is_some());
    let mut polities = bars::lay_out(sheet, &sheet.model.polities, "powers", (rows * 2).div_ceil(5));
    let mut offices = bars::lay_out(sheet, &sheet.model.offices, "rulers", (rows * 3 / 10).max(1));
    let mut events = marks::by_type(sheet, rows.saturating_sub(polities.len() + offices.len()));
    // What the events leave goes back to the bars.
    let left = |lanes: [&Vec<Lane>; 3]| rows.saturating_sub(lanes.iter().map(|lane| lane.len()).sum());
    let more = left([&polities, &offices, &events]);
    if more > 0 {
        polities = bars::lay_out(sheet, &sheet.model.polities, "powers", polities.len() + more);
        let more = left([&polities, &offices, &events]);
        offices = bars::lay_out(sheet, &sheet.model.offices, "rulers", offices.len() + more);
    }
    let mut lanes = Vec::new();
    lanes.append(&mut polities);
    lanes.append(&mut offices);
    lanes.append(&mut events);
    lanes.truncate(rows);
    lanes.extend(silence);
    lanes
}

fn powers(sheet: &Sheet, rows: usize) -> Vec<Lane> {
    let mut lanes = bars::lay_out(sheet, &sheet.model.polities, "powers", rows.div_ceil(2));
    let mut offices = bars::lay_out(sheet, &sheet.model.offices, "rulers", rows - lanes.len());
    let left = rows - lanes.len() - offices.len();
    if left > 0 {
        lanes = bars::lay_out(sheet, &sheet.model.polities, "powers", lanes.len() + left);
    }
    lanes.append(&mut offices);
    lanes.truncate(rows);
    lanes
}

/// A line for each era: how many of its dated statements fall on each column.
fn by_era(sheet: &Sheet, rows: usize) -> Vec<Lane> {
    let mut silence = silence(sheet).into_iter().collect::<Vec<_>>();
    let lines = rows - silence.len().min(rows);
    let eras = sheet.pack.eras().len();
    let mut counts = vec![vec![0u32; usize::from(sheet.scale.columns)]; eras.min(lines)];
    for column in 0..sheet.scale.columns {
        let (from, to) = sheet.scale.span(column);
        for row in sheet.model.between(from, to) {
            let What::Statement(statement) = sheet.model.rows[row].what else { continue };
            let era = sheet.pack.era_of(statement).index().min(counts.len().saturating_sub(1));
            if sheet.passed[row]
                && let Some(counts) = counts.get_mut(era)
            {
                counts[usize::from(column)] += 1;
            }
        }
    }
    let mut lanes: Vec<Lane> = counts
        .iter()
        .zip(sheet.pack.eras())
        .map(|(counts, era)| {
            let name = format!("{} {}", era.index() + 1, sheet.pack[era].short);
            Lane { name, pieces: marks::counted(counts, |_| None) }
        })
        .collect();
    if let Some(last) = lanes.last_mut().filter(|_| eras > lines) {
        last.name = format!("eras {lines}–{eras}");
    }
    lanes.append(&mut silence);
    lanes.truncate(rows);
    lanes
}

/// The silences in sight, each named where there is room; the list names them all.
fn silence(sheet: &Sheet) -> Option<Lane> {
    let (scale, window) = (sheet.scale, sheet.scale.window());
    let silences = sheet.model.silences(sheet.passed).filter_map(|what| Silent::of(sheet.pack, scale, what));
    let seen: Vec<Silent> =
        silences.filter(|silent| silent.from.years() < window.to && silent.to.years() > window.from).collect();
    let mut lane = Lane { name: "silence".into(), pieces: Vec::new() };
    for (i, silent) in seen.iter().enumerate() {
        let Silent { at, end, what, .. } = *silent;
        let wide = width(&silent.label) as u16;
        let next = seen.get(i + 1).map_or(scale.columns, |next| next.at);
        let free = lane.pieces.last().map_or(0, |last| last.at + width(&last.text) as u16);
        let (at, what) = (at.max(free), Some(what));
        if at >= end {
            continue;
        }
        let line = "┄".repeat(usize::from(end - at));
        lane.pieces.push(Piece { at, text: line, tone: Tone::Quiet, what });
        if end - at >= wide + 4 {
            lane.pieces.push(Piece { at: at + 1, text: format!(" {} ", silent.label), tone: Tone::Name, what });
        } else if end + 1 + wide < next {
            lane.pieces.push(Piece { at: end + 1, text: silent.label.clone(), tone: Tone::Name, what });
        }
    }
    (!lane.pieces.is_empty()).then_some(lane)
}

/// A silence on the scale.
struct Silent {
    from: Day,
    to: Day,
    at: u16,
    end: u16,
    label: String,
    what: What,
}

impl Silent {
    fn of(pack: &Pack, scale: &Scale, what: What) -> Option<Self> {
        let What::Silence(before, after) = what else { return None };
        let (from, to) = super::silence::days(pack, before, after);
        let at = scale.nearest_column(scale::end_of(from));
        let end = scale.nearest_column(to.years() - scale::DAY).max(at) + 1;
        Some(Self { from, to, at, end, label: super::silence::length(from, to), what })
    }
}
