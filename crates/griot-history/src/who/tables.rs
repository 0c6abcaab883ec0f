//! The tables of events, rulers and figures: their rows, laid out in columns, and the words that a filter searches.

use griot_pack::glyphs::Glyphs;
use griot_pack::order::InOrder;
use griot_pack::pack::{EntityId, Kind, Pack};
use griot_pack::when::When;

use super::events::{account_of_figure, close};
use super::rows::{dates_of, first_day, names, row};
use super::{Sort, Table, event_row, events, type_of};
use crate::chronicle::known_day;
use crate::search::fold;
use crate::table_row::TableRow;
use crate::text::page::{kind_in_words, plain};
use crate::text::{Block, MarkKind, Shape};

/// A row of a table: an entity, and which of its offices or figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Item {
    /// Who held the office, what the figure is of, or the event.
    pub entity: EntityId,
    /// Of its offices or figures; 0 in tables that have one row for each entity.
    pub index: usize,
}

/// The rows of a table; `order` are all entities as they are sorted, and `of_type` the type of event.
#[must_use]
pub fn items(pack: &Pack, table: Table, sort: Sort, order: &[EntityId], of_type: &str) -> Vec<Item> {
    let first = |entity: EntityId| Item { entity, index: 0 };
    let rows = order.iter().copied().flat_map(|entity| {
        let it = &pack[entity];
        let indices: Vec<usize> = match table {
            Table::Kinds => vec![0],
            Table::Events => Vec::from_iter((it.kind == Kind::Event && type_of(pack, entity) == of_type).then_some(0)),
            Table::Rulers => (0..it.offices.len()).filter(|i| it.offices[*i].head).collect(),
            Table::Figures => (0..it.figures.len()).collect(),
        };
        indices.into_iter().map(move |index| Item { index, ..first(entity) })
    });
    let mut rows: Vec<Item> = rows.collect();
    // The order of entities parts them by kind; these tables do not.
    if sort == Sort::First && matches!(table, Table::Rulers | Table::Figures) {
        rows.order_by_key(|item| {
            when(pack, table, *item).map_or_else(|| first_day(pack, item.entity), |it| (false, known_day(&it)))
        });
    }
    rows
}

/// Whether the pack has anything to show in a table.
#[must_use]
pub fn has(pack: &Pack, table: Table) -> bool {
    let any = |of: fn(&griot_pack::pack::Entity) -> bool| pack.entities().any(|id| of(&pack[id]));
    match table {
        Table::Kinds => true,
        Table::Events => any(|it| it.kind == Kind::Event),
        Table::Rulers => any(|it| it.offices.iter().any(|office| office.head)),
        Table::Figures => any(|it| !it.figures.is_empty()),
    }
}

/// When that was of which a row tells: the term of an office, or else the dates of the entity. A figure of an event is of its
/// time; one of a place or of a state may be of any year of it, which the figure says itself.
#[must_use]
pub fn when(pack: &Pack, table: Table, item: Item) -> Option<When> {
    match table {
        Table::Rulers => pack[item.entity].offices.get(item.index)?.when,
        Table::Figures => when_of_figures(pack, item.entity),
        Table::Kinds | Table::Events => pack[item.entity].when,
    }
}

/// When the figures of an entity were taken, where its dates tell.
#[must_use]
pub fn when_of_figures(pack: &Pack, entity: EntityId) -> Option<When> {
    pack[entity].when.filter(|_| pack[entity].kind == Kind::Event)
}

/// All words of a row, folded: the names of the entity, and every column.
#[must_use]
pub fn words(pack: &Pack, table: Table, item: Item) -> Box<str> {
    let Item { entity, index } = item;
    let it = &pack[entity];
    let mut words: Vec<String> = vec![dates_of(pack, when(pack, table, item))];
    match table {
        Table::Kinds => {
            let row = row(pack, entity);
            words.push(row.dates(pack, usize::MAX));
            words.extend(row.office.into_iter().chain(row.role).chain(kind_in_words(it)));
        }
        Table::Events => {
            let row = event_row(pack, entity);
            words.extend(row.places.into_iter().chain(row.who).chain(row.outcome).chain(row.figures));
        }
        Table::Rulers => words.extend(
            it.offices
                .get(index)
                .into_iter()
                .flat_map(|office| [office.title.to_string(), pack[office.of].name.to_string()]),
        ),
        Table::Figures => words.extend(
            it.figures.get(index).into_iter().flat_map(|figure| [super::giver(pack, figure), figure.value.to_string()]),
        ),
    }
    let columns = words.iter().map(|text| fold(text)).collect::<Vec<_>>().join(" ");
    format!("{} {columns}", names(pack, entity).replace('\n', " ")).into()
}

/// The columns of a table at a width: their names and widths. The table of kinds has columns of its own.
#[must_use]
pub fn columns(table: Table, width: u16) -> Vec<(&'static str, u16)> {
    let (what, told) = match table {
        Table::Kinds | Table::Events => return events::columns(width),
        Table::Rulers => ("ruler", "title, of what"),
        Table::Figures => ("of what", "figure"),
    };
    match width {
        60.. => {
            // A term from day to day stands in one line wherever there is room for it.
            let (when, first) = match (table, width) {
                (_, 90..) => (28, (width - 28) * 2 / 5),
                (Table::Rulers, 76..) => (27, (width - 27) / 2),
                _ => (18, (width - 18) * 2 / 5),
            };
            vec![("when", when), (what, first), (told, width - when - first)]
        }
        _ => vec![("", width)],
    }
}

/// A row, laid out in the columns of its table.
#[must_use]
pub fn lay_out(pack: &Pack, table: Table, item: Item, width: u16, glyphs: Glyphs) -> TableRow {
    let it = &pack[item.entity];
    let told = match table {
        Table::Kinds | Table::Events => return events::lay_out(pack, item.entity, width, glyphs),
        Table::Rulers => it.offices.get(item.index).map(|office| {
            let mut block = close(plain(Shape::Passage, office.title.to_string()));
            block.add(&format!(", {}", pack[office.of].name), Some(MarkKind::Quiet));
            block
        }),
        Table::Figures => it.figures.get(item.index).map(|figure| account_of_figure(pack, figure, glyphs)),
    };
    let when = when(pack, table, item);
    let undated = || if table == Table::Figures { String::new() } else { "no date".into() };
    let dates = when.map_or_else(undated, |_| dates_of(pack, when));
    let when = close(plain(Shape::Quiet, dates));
    let name = close(plain(Shape::Heading, it.name.to_string()));
    let told: Vec<Block> = told.into_iter().collect();
    let widths: Vec<u16> = columns(table, width).iter().map(|(_, columns)| *columns).collect();
    let cells = match widths.as_slice() {
        [a, b, c] => vec![(*a, vec![when]), (*b, vec![name]), (*c, told)],
        _ => vec![(width, [name, when].into_iter().chain(told).collect())],
    };
    TableRow::new(cells, glyphs)
}

/// Whether a blank line parts a row of a table from the next: where rows take several lines.
#[must_use]
pub const fn is_parted(table: Table, width: u16) -> bool {
    matches!(table, Table::Events) || width < 60
}
