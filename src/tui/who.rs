//! Who is who: every entity by kind, and events of one type side by side.

use ratatui::layout::Rect;

use griot_history::card;
use griot_history::tall::{MARKER, Tall};
use griot_history::text::Measure;
use griot_history::who::{Columns, Line, Sort, Table, lay_out};
use griot_history::who::{Filter, lay_out_entity, names, sorted, type_of, types, with_headings};
use griot_pack::pack::{EntityId, Kind, Pack};

use crate::tui::aside::Aside;
use crate::tui::list::{List, Rows};
use crate::tui::panes::lists::{Places, aside_text};

/// What the list of entities shows. Everything that follows from the pack is made once; rows change with the table,
/// the order and the filter, and painting looks at those in sight alone.
#[derive(Debug, Clone, Default)]
pub struct Who {
    pub table: Table,
    pub sort: Sort,
    /// The order of the table of events.
    pub sort_events: Option<Sort>,
    pub list: List,
    /// The lines of the table of kinds.
    pub lines: Vec<Line>,
    /// The rows of the table of events.
    pub events: Vec<EntityId>,
    pub types: Vec<(String, usize)>,
    /// Which of the types is shown.
    pub of_type: usize,
    /// The card of the chosen entity.
    pub aside: Aside,
    /// Whether the card has the keys.
    pub side: bool,
    /// How many entities there are, and how many the filter lets through.
    pub count: (usize, usize),
    /// The filter that the rows were made with.
    pub filter: String,
    /// All entities in the order of the rows, and the order they are in.
    order: Vec<EntityId>,
    ordered: Option<Sort>,
    /// The folded names of every entity, made when a filter is first typed.
    names: Vec<Box<str>>,
    /// Whose card is shown.
    carded: Option<EntityId>,
}

impl Who {
    /// The order of the table that is shown.
    #[must_use]
    pub fn order(&self) -> Sort {
        match self.table {
            Table::Kinds => self.sort,
            Table::Events => self.sort_events.unwrap_or(Sort::First),
        }
    }

    /// How many rows the list has.
    #[must_use]
    pub const fn rows(&self) -> usize {
        match self.table {
            Table::Kinds => self.lines.len(),
            Table::Events => self.events.len(),
        }
    }

    /// Whether a row can be chosen.
    #[must_use]
    pub fn can_choose(&self, row: usize) -> bool {
        self.table == Table::Events || matches!(self.lines.get(row), Some(Line::Entity(_)))
    }

    /// The entity of a row.
    #[must_use]
    pub fn entity_at(&self, row: usize) -> Option<EntityId> {
        match self.table {
            Table::Events => self.events.get(row).copied(),
            Table::Kinds => match self.lines.get(row) {
                Some(Line::Entity(entity)) => Some(*entity),
                _ => None,
            },
        }
    }

    /// The chosen entity.
    #[must_use]
    pub fn chosen(&self) -> Option<EntityId> {
        self.entity_at(self.list.chosen)
    }

    /// The type of event that is shown.
    #[must_use]
    pub fn event_type(&self) -> &str {
        self.types.get(self.of_type).map_or("", |(name, _)| name)
    }

    /// Makes the rows for the table, the order and the filter, and keeps the choice where it can.
    pub fn refill(&mut self, pack: &Pack, filter: &str) {
        let chosen = self.chosen();
        if self.types.is_empty() {
            self.types = types(pack);
        }
        if self.ordered != Some(self.order()) {
            self.order = sorted(pack, None, self.order());
            self.ordered = Some(self.order());
        }
        if !filter.is_empty() && self.names.is_empty() {
            self.names = pack.entities().map(|id| names(pack, id)).collect();
        }
        filter.clone_into(&mut self.filter);
        let wanted = Filter::read(filter);
        let takes =
            |id: &EntityId| filter.is_empty() || self.names.get(id.index()).is_some_and(|n| wanted.takes(pack, *id, n));
        match self.table {
            Table::Kinds => {
                let shown: Vec<EntityId> = self.order.iter().copied().filter(takes).collect();
                self.count = (self.order.len(), shown.len());
                self.lines = with_headings(pack, &shown);
            }
            Table::Events => {
                let of = self.types.get(self.of_type).map_or("", |(name, _)| name.as_str());
                let of_type = |id: &EntityId| pack[*id].kind == Kind::Event && type_of(pack, *id) == of;
                let all: Vec<EntityId> = self.order.iter().copied().filter(of_type).collect();
                let count = all.len();
                self.events = all.into_iter().filter(takes).collect();
                self.count = (count, self.events.len());
            }
        }
        self.list = List::default();
        if !chosen.is_some_and(|entity| self.choose(entity)) {
            self.choose_first();
        }
    }

    /// Turns to the table that shows an entity best, at its row; whether it is there.
    pub fn go_to(&mut self, pack: &Pack, entity: EntityId) -> bool {
        if self.table == Table::Events && pack[entity].kind == Kind::Event {
            let of = type_of(pack, entity);
            self.of_type = self.types.iter().position(|(name, _)| name == of).unwrap_or(self.of_type);
            let filter = std::mem::take(&mut self.filter);
            self.refill(pack, &filter);
        }
        self.choose(entity)
    }

    /// Chooses an entity's row; whether there is one.
    pub fn choose(&mut self, entity: EntityId) -> bool {
        let at = match self.table {
            Table::Kinds => self.lines.iter().position(|line| *line == Line::Entity(entity)),
            Table::Events => self.events.iter().position(|event| *event == entity),
        };
        if let Some(at) = at {
            self.list.chosen = at;
        }
        at.is_some()
    }

    fn choose_first(&mut self) {
        self.list.chosen = (0..self.rows()).find(|row| self.can_choose(*row)).unwrap_or(0);
    }

    /// The rows as the list moves over them, for a pane of `width` columns.
    #[must_use]
    pub const fn rows_in<'a>(&'a self, pack: &'a Pack, width: u16, ascii: bool) -> RowsIn<'a> {
        RowsIn { who: self, pack, width: width.saturating_sub(MARKER), ascii }
    }

    /// The list as a pane shows it: with the choice in sight. A size is never stored, so the same rows come back with
    /// it.
    #[must_use]
    pub fn list_in(&self, pack: &Pack, pane: Rect, ascii: bool) -> List {
        let mut list = self.list;
        list.keep_rows(&self.rows_in(pack, pane.width, ascii), usize::from(pane.height.max(1)));
        list
    }

    /// The row of an entity, laid out for a list of `width` columns.
    #[must_use]
    pub fn entry(&self, pack: &Pack, entity: EntityId, width: u16, ascii: bool) -> Tall {
        lay_out_entity(pack, entity, &self.filter, Columns::of(width, self.sort), ascii)
    }

    /// Lays the card of the chosen entity out, for the places on the screen.
    pub fn fit(&mut self, pack: &Pack, places: &Places, ascii: bool) {
        let Some(pane) = places.aside.map(aside_text) else { return };
        let measure = Measure { width: pane.width, ascii };
        let chosen = self.chosen();
        if self.carded == chosen {
            self.aside.fit(measure);
        } else {
            self.carded = chosen;
            self.aside.show(chosen.map(|entity| card::of_entity(pack, entity)).unwrap_or_default(), measure);
        }
    }
}

/// The rows of the table in a pane.
#[derive(Debug, Clone, Copy)]
pub struct RowsIn<'a> {
    who: &'a Who,
    pack: &'a Pack,
    width: u16,
    ascii: bool,
}

impl Rows for RowsIn<'_> {
    fn count(&self) -> usize {
        self.who.rows()
    }

    fn can_choose(&self, row: usize) -> bool {
        self.who.can_choose(row)
    }

    fn tall(&self, row: usize) -> usize {
        let Some(entity) = self.who.entity_at(row) else { return 1 };
        match self.who.table {
            Table::Kinds => self.who.entry(self.pack, entity, self.width + MARKER, self.ascii).lines(),
            // A blank line follows each.
            Table::Events => lay_out(self.pack, entity, self.width, self.ascii).lines() + 1,
        }
    }

    fn are_tall(&self) -> bool {
        true
    }
}
