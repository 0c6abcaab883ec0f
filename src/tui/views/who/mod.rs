//! Who’s who: every entity by kind, and events of one type side by side.
//!
//! It promises that every entity of the pack is listed, that whatever is chosen here is what the other views come to,
//! and that a filter hides rows and changes nothing else.

mod copy;
mod paint;
mod update;

use griot_history::card;
use griot_history::table_row::{MARKER, TableRow};
use griot_history::text::Block;
use griot_history::who::{
    Columns, Filter, Line, Sort, Table, lay_out, lay_out_entity, names, sorted, type_of, types, with_headings,
};
use griot_pack::glyphs::Glyphs;
use griot_pack::pack::{EntityId, Kind, Pack, Target};

use super::list_view::{ListView, Listing, Parts};
use crate::tui::layout::Regions;
use crate::tui::shared::Shared;
use crate::tui::widgets::list::{List, Rows};

/// The view.
pub type Who = ListView<Entities>;

/// What the list of entities shows. Everything that follows from the pack is made once; rows change with the table,
/// the order and the filter, and painting looks at those in sight alone.
#[derive(Debug, Clone, Default)]
pub struct Entities {
    /// Which of the tables is shown.
    pub table: Table,
    /// The order of each of the tables; none where it was never chosen.
    orders: [Option<Sort>; 2],
    /// The lines of the table of kinds.
    pub lines: Vec<Line>,
    /// The rows of the table of events.
    pub events: Vec<EntityId>,
    /// The types of event, and how many there are of each.
    pub types: Vec<(String, usize)>,
    /// Which of the types is shown.
    pub of_type: usize,
    /// How many entities there are, and how many the filter lets through.
    pub count: (usize, usize),
    /// What the rows were made for.
    made_for: Option<Wanted>,
    /// All entities in the order of the rows, and the order they are in.
    order: Vec<EntityId>,
    ordered: Option<Sort>,
    /// The folded names of every entity, made when a filter is first typed.
    names: Vec<Box<str>>,
}

/// What the rows depend on beside the pack.
#[derive(Debug, Clone, PartialEq)]
struct Wanted {
    table: Table,
    sort: Sort,
    of_type: usize,
    filter: String,
}

impl Entities {
    /// What the table that is shown is sorted by.
    #[must_use]
    pub fn sort(&self) -> Sort {
        self.orders[self.table as usize].unwrap_or(match self.table {
            Table::Kinds => Sort::Name,
            Table::Events => Sort::First,
        })
    }

    /// Sorts the table by what follows.
    const fn next_sort(&mut self, now: Sort) -> Sort {
        let next = now.next();
        self.orders[self.table as usize] = Some(next);
        next
    }

    /// How many rows the list has.
    #[must_use]
    pub const fn len(&self) -> usize {
        match self.table {
            Table::Kinds => self.lines.len(),
            Table::Events => self.events.len(),
        }
    }

    /// Whether the list has no row.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The type of event that is shown.
    #[must_use]
    pub fn event_type(&self) -> &str {
        self.types.get(self.of_type).map_or("", |(name, _)| name)
    }

    /// The row of an entity, if it is listed.
    #[must_use]
    pub fn position(&self, entity: EntityId) -> Option<usize> {
        match self.table {
            Table::Kinds => self.lines.iter().position(|line| *line == Line::Entity(entity)),
            Table::Events => self.events.iter().position(|event| *event == entity),
        }
    }

    /// The row of an entity, laid out for a list of `width` columns.
    #[must_use]
    pub fn entry(&self, pack: &Pack, entity: EntityId, width: u16, glyphs: Glyphs) -> TableRow {
        let filter = self.made_for.as_ref().map_or("", |wanted| &wanted.filter);
        lay_out_entity(pack, entity, filter, Columns::of(width, self.sort()), glyphs)
    }

    fn make(&mut self, pack: &Pack, wanted: &Wanted) {
        if self.ordered != Some(wanted.sort) {
            self.order = sorted(pack, None, wanted.sort);
            self.ordered = Some(wanted.sort);
        }
        let filter = wanted.filter.as_str();
        if !filter.is_empty() && self.names.is_empty() {
            self.names = pack.entities().map(|id| names(pack, id)).collect();
        }
        let read = Filter::read(filter);
        let takes =
            |id: &EntityId| filter.is_empty() || self.names.get(id.index()).is_some_and(|n| read.takes(pack, *id, n));
        match wanted.table {
            Table::Kinds => {
                let shown: Vec<EntityId> = self.order.iter().copied().filter(takes).collect();
                self.count = (self.order.len(), shown.len());
                self.lines = with_headings(pack, &shown);
            }
            Table::Events => {
                let of = self.types.get(wanted.of_type).map_or("", |(name, _)| name.as_str());
                let of_type = |id: &EntityId| pack[*id].kind == Kind::Event && type_of(pack, *id) == of;
                let all: Vec<EntityId> = self.order.iter().copied().filter(of_type).collect();
                let count = all.len();
                self.events = all.into_iter().filter(takes).collect();
                self.count = (count, self.events.len());
            }
        }
    }
}

impl Listing for Entities {
    type Row = EntityId;
    const LINKS: &'static str = "links on the card";

    fn fill(&mut self, shared: &Shared, list: &mut List) {
        let pack = &shared.pack;
        if self.types.is_empty() {
            self.types = types(pack);
        }
        let (table, sort, of_type) = (self.table, self.sort(), self.of_type);
        let wanted = Wanted { table, sort, of_type, filter: shared.filter.clone() };
        if self.made_for.as_ref() == Some(&wanted) {
            return;
        }
        // The choice is kept, whichever table it was made in.
        let chosen = match self.made_for.as_ref().map_or(table, |made| made.table) {
            Table::Events => self.events.get(list.chosen).copied(),
            Table::Kinds => self.lines.get(list.chosen).and_then(|line| match line {
                Line::Entity(entity) => Some(*entity),
                Line::Kind(..) => None,
            }),
        };
        self.make(pack, &wanted);
        self.made_for = Some(wanted);
        let first = || (0..self.len()).find(|row| self.row(*row).is_some());
        let kept = chosen.and_then(|entity| self.position(entity)).or_else(first).unwrap_or(0);
        *list = List { chosen: kept, ..List::default() };
    }

    fn row(&self, at: usize) -> Option<EntityId> {
        match self.table {
            Table::Events => self.events.get(at).copied(),
            Table::Kinds => match self.lines.get(at)? {
                Line::Entity(entity) => Some(*entity),
                Line::Kind(..) => None,
            },
        }
    }

    fn rows<'a>(&'a self, pack: &'a Pack, width: u16, glyphs: Glyphs) -> impl Rows + 'a {
        RowsIn { entities: self, pack, width: width.saturating_sub(MARKER), glyphs }
    }

    fn detail(&self, pack: &Pack, entity: EntityId, _glyphs: Glyphs) -> Vec<Block> {
        card::of_entity(pack, entity)
    }

    fn parts(&self, _pack: &Pack, regions: &Regions) -> Parts {
        let heading = match self.table {
            _ if regions.tabs => 2,
            // On small screens the columns are named where that costs few rows.
            Table::Kinds if regions.body.height >= 8 => 1,
            Table::Kinds | Table::Events => 0,
        };
        // The list tells who everyone is; the card beside it needs no more than short lines.
        let detail = (self.table == Table::Kinds).then_some(regions.body.width / 4);
        Parts { heading, detail, foot: 0 }
    }

    fn target(&self, _pack: &Pack, entity: EntityId) -> Option<Target> {
        Some(Target::Entity(entity))
    }

    fn note(&self, shared: &mut Shared, entity: EntityId) {
        shared.selected.entity = Some(entity);
    }
}

/// The rows of the table in a pane.
#[derive(Debug, Clone, Copy)]
struct RowsIn<'a> {
    entities: &'a Entities,
    pack: &'a Pack,
    width: u16,
    glyphs: Glyphs,
}

impl Rows for RowsIn<'_> {
    fn count(&self) -> usize {
        self.entities.len()
    }

    fn can_choose(&self, row: usize) -> bool {
        self.entities.row(row).is_some()
    }

    fn row_height(&self, row: usize) -> usize {
        let Some(entity) = self.entities.row(row) else { return 1 };
        match self.entities.table {
            Table::Kinds => self.entities.entry(self.pack, entity, self.width + MARKER, self.glyphs).lines(),
            // A blank line follows each.
            Table::Events => lay_out(self.pack, entity, self.width, self.glyphs).lines() + 1,
        }
    }

    fn are_multiline(&self) -> bool {
        true
    }
}
