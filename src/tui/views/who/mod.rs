//! Who’s who: every entity by kind, events of one type side by side, rulers, and figures.
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
    Columns, Filter, Item, Line, Sort, Table, is_parted, items, lay_out, lay_out_entity, sorted, types, when,
    with_headings, words,
};
use griot_pack::glyphs::Glyphs;
use griot_pack::pack::{EntityId, Pack, Target};

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
    orders: [Option<Sort>; Table::ALL.len()],
    /// The lines of the table of kinds.
    pub lines: Vec<Line>,
    /// The rows of the other tables.
    pub items: Vec<Item>,
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
    /// The folded words of the row of every entity, made when a filter is first typed.
    words: Vec<Box<str>>,
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
            Table::Events | Table::Rulers | Table::Figures => Sort::First,
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
            Table::Events | Table::Rulers | Table::Figures => self.items.len(),
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
            Table::Events | Table::Rulers | Table::Figures => self.items.iter().position(|item| item.entity == entity),
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
        let read = Filter::read(filter);
        if wanted.table == Table::Kinds {
            if !filter.is_empty() && self.words.is_empty() {
                let item = |entity| Item { entity, index: 0 };
                self.words = pack.entities().map(|id| words(pack, Table::Kinds, item(id))).collect();
            }
            let says = |id: EntityId| self.words.get(id.index()).map_or("", |words| words);
            let takes = |id: &EntityId| filter.is_empty() || read.takes(pack[*id].kind, pack[*id].when, says(*id));
            let shown: Vec<EntityId> = self.order.iter().copied().filter(takes).collect();
            self.count = (self.order.len(), shown.len());
            self.lines = with_headings(pack, &shown);
            return;
        }
        let of_type = self.types.get(wanted.of_type).map_or("", |(name, _)| name.as_str());
        let mut all = items(pack, wanted.table, wanted.sort, &self.order, of_type);
        let count = all.len();
        all.retain(|item| {
            let date = when(pack, wanted.table, *item);
            filter.is_empty() || read.takes(pack[item.entity].kind, date, &words(pack, wanted.table, *item))
        });
        self.count = (count, all.len());
        self.items = all;
    }
}

impl Listing for Entities {
    type Row = EntityId;
    const LINKS: &'static str = "links on the card";

    fn forget(&mut self) {
        self.made_for = None;
        self.ordered = None;
        self.words.clear();
    }

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
        // The choice is kept, whichever table it was made in, to the very row where the table is the same.
        let made_in = self.made_for.as_ref().map_or(table, |made| made.table);
        let item = (made_in != Table::Kinds).then(|| self.items.get(list.chosen).copied()).flatten();
        let chosen = item.map(|item| item.entity).or_else(|| match self.lines.get(list.chosen)? {
            Line::Entity(entity) if made_in == Table::Kinds => Some(*entity),
            Line::Entity(_) | Line::Kind(..) => None,
        });
        self.make(pack, &wanted);
        self.made_for = Some(wanted);
        let first = || (0..self.len()).find(|row| self.row(*row).is_some());
        let same = item.filter(|_| made_in == table).and_then(|item| self.items.iter().position(|it| *it == item));
        let kept = same.or_else(|| chosen.and_then(|entity| self.position(entity))).or_else(first).unwrap_or(0);
        *list = List { chosen: kept, ..List::default() };
    }

    fn row(&self, at: usize) -> Option<EntityId> {
        match self.table {
            Table::Events | Table::Rulers | Table::Figures => self.items.get(at).map(|item| item.entity),
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
            Table::Kinds | Table::Events | Table::Rulers | Table::Figures => 0,
        };
        // The list tells who everyone is; the card beside it needs no more than short lines.
        let detail = (self.table != Table::Events).then_some(regions.body.width / 4);
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
            Table::Events | Table::Rulers | Table::Figures => {
                let Some(item) = self.entities.items.get(row) else { return 1 };
                let lines = lay_out(self.pack, self.entities.table, *item, self.width, self.glyphs).lines();
                lines + usize::from(is_parted(self.entities.table, self.width))
            }
        }
    }

    fn are_multiline(&self) -> bool {
        true
    }
}
