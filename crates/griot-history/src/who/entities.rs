//! An entity as a row of the list: its name, its dates and who or what it is, each whole on as many lines as it takes.

use super::rows::{Sort, found_by, row};
use crate::table_row::{MARKER, TableRow};
use crate::text::page::plain;
use crate::text::{Block, MarkKind, Shape, width};
use griot_pack::glyphs::Glyphs;
use griot_pack::pack::{EntityId, Pack};

/// How wide the columns of the list of entities are. Columns that are not shown have no width.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Columns {
    /// Of the name; always shown.
    pub name: u16,
    /// Of the dates in this history.
    pub dates: u16,
    /// Who or what it is.
    pub description: u16,
    /// How often the text mentions it.
    pub times: u16,
}

/// The columns that part a cell from the next.
const GAP: u16 = 2;
/// A column of roles is shown where a line of it holds some words.
const LEAST_TOLD: u16 = 24;

impl Columns {
    /// The columns of a list of `width` columns in an order: what it is sorted by is always shown.
    #[must_use]
    pub const fn of(width: u16, order: Sort) -> Self {
        let inside = width.saturating_sub(MARKER + 1);
        let by_times = matches!(order, Sort::Mentions);
        if inside < 33 {
            let times = if by_times { 6 } else { 0 };
            return Self { name: inside.saturating_sub(times), dates: 0, description: 0, times };
        }
        if inside < 48 {
            let (dates, times) = if by_times { (0, 6) } else { (14, 0) };
            return Self { name: inside - dates - times, dates, description: 0, times };
        }
        let (dates, times) = (17, 6);
        let rest = inside - dates - times;
        // Most names fit, and what is left belongs to the roles.
        let name = if rest < 72 { 26 } else { 36 };
        if rest < name + LEAST_TOLD {
            return Self { name: rest, dates, description: 0, times };
        }
        Self { name, dates, description: rest - name, times }
    }

    /// The heads of the columns, each with its first column and its width.
    pub fn heads(self) -> impl Iterator<Item = (&'static str, u16, u16)> {
        // The dates of people are seldom those of their lives.
        let dates = if self.dates > 15 { "in this history" } else { "dates here" };
        let heads =
            [("name", self.name), (dates, self.dates), ("who or what", self.description), ("times", self.times)];
        let mut at = 0;
        let placed = heads.map(|(head, columns)| {
            at += columns;
            (head, at - columns, columns)
        });
        placed.into_iter().filter(|(_, _, columns)| *columns > 0)
    }
}

/// The row of an entity, laid out in the columns; its first cell is the name.
#[must_use]
pub fn lay_out_entity(pack: &Pack, entity: EntityId, filter: &str, columns: Columns, glyphs: Glyphs) -> TableRow {
    let row = row(pack, entity);
    let mut name = line(pack[entity].name.to_string());
    if let Some(alias) = found_by(pack, entity, filter) {
        name.add(&format!(" ({alias})"), Some(MarkKind::Quiet));
    }
    let mut cells = vec![(columns.name, vec![name])];
    if columns.dates > 0 {
        let words = row.dates(pack, usize::from(columns.dates - GAP));
        let mut dates = line(String::new());
        dates.add(&words, row.when.is_none().then_some(MarkKind::Quiet));
        cells.push((columns.dates, vec![dates]));
    }
    if columns.description > 0 {
        let mut description = line(row.office.clone().unwrap_or_default());
        let role = row.role.as_deref().unwrap_or_default();
        let between = if description.text.is_empty() || role.is_empty() { "" } else { " · " };
        let line_of = usize::from(columns.description - GAP);
        // An office says who somebody was; more than that is told where it costs no line.
        if pack[entity].offices.is_empty() || width(&description.text) + width(between) + width(role) <= line_of {
            description.add(&format!("{between}{role}"), Some(MarkKind::Quiet));
        }
        cells.push((columns.description, vec![description]));
    }
    TableRow::new(cells, glyphs)
}

fn line(text: String) -> Block {
    Block { gap: false, ..plain(Shape::Passage, text) }
}
