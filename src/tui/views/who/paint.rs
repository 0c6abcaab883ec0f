//! Painting the view.

use griot_history::table_row::MARKER;
use griot_history::text::width;
use griot_history::who::{Columns, Line, Table, columns, is_parted, lay_out};
use griot_pack::pack::EntityId;
use ratatui::layout::{Position, Rect};

use super::super::list_view::{Panes, counted, group_heading, nothing};
use super::Who;
use crate::tui::shared::Shared;
use crate::tui::theme::Ink;
use crate::tui::widgets::blocks::{light, paint_row};
use crate::tui::widgets::pen::Pen;

/// Paints the view; where its cursor belongs.
pub(super) fn paint(view: &Who, shared: &Shared, pen: &mut Pen) -> Option<Position> {
    let panes = view.panes(shared)?;
    if panes.heading.height > 0 {
        heading(view, shared, pen, &panes);
    }
    let cursor = match view.listing.table {
        _ if panes.list.width == 0 => None,
        Table::Kinds => kinds(view, shared, pen, panes.list),
        Table::Events | Table::Rulers | Table::Figures => items(view, shared, pen, panes.list),
    };
    view.paint_detail(pen, &panes).or(cursor)
}

/// The view in one line, for small screens.
pub(super) fn place(view: &Who, shared: &Shared) -> String {
    let listing = &view.listing;
    match (listing.table, view.chosen()) {
        (_, Some(entity)) if view.in_detail => format!("‹ {}", shared.pack[entity].name),
        (Table::Kinds, _) => format!("Who’s who  {} by {}", listing.count.1, listing.sort().name()),
        (table @ (Table::Rulers | Table::Figures), _) => format!("{} {}", listing.count.1, table.name()),
        (Table::Events, _) => {
            format!("‹ {} ›  {} of {}", listing.event_type(), listing.of_type + 1, listing.types.len())
        }
    }
}

fn heading(view: &Who, shared: &Shared, pen: &mut Pen, panes: &Panes) {
    let Rect { x, y, width, .. } = panes.heading;
    let room = width.saturating_sub(MARKER + 1);
    let x = x + MARKER;
    let listing = &view.listing;
    if panes.heading.height == 1 {
        column_names(view, pen, Position { x, y }, panes.list.width);
        return;
    }
    let order = listing.sort().name();
    match listing.table {
        Table::Kinds => {
            let by = if shared.filter.is_empty() { " by kind, sorted" } else { "," };
            let text = format!("{}{by} by {order}", counted(shared, listing.count, "entities"));
            pen.put((x, y), &text, Ink::Heading, room);
            if panes.list.width > 0 {
                column_names(view, pen, Position { x, y: y + 1 }, panes.list.width);
            }
        }
        Table::Events => {
            let filtered = (!shared.filter.is_empty()).then(|| counted(shared, listing.count, ""));
            let right = format!("{} by {order}", filtered.unwrap_or_default());
            let free = room.saturating_sub(griot_history::text::width(&right) as u16 + 2);
            types(view, pen, Rect { x, y, width: free, height: 1 });
            pen.put_right((x + room, y), &right, Ink::Quiet, room);
            table_columns(view, pen, Position { x, y: y + 1 }, panes.list.width);
        }
        Table::Rulers | Table::Figures => {
            let text = format!("{}, by {order}", counted(shared, listing.count, listing.table.name()));
            pen.put((x, y), &text, Ink::Heading, room);
            table_columns(view, pen, Position { x, y: y + 1 }, panes.list.width);
        }
    }
}

fn table_columns(view: &Who, pen: &mut Pen, at: Position, width: u16) {
    let mut x = at.x;
    for (name, wide) in columns(view.listing.table, width.saturating_sub(MARKER)) {
        pen.put((x, at.y), name, Ink::Quiet, wide);
        x += wide;
    }
}

/// The types of event around the one that is shown, as far as there is room.
fn types(view: &Who, pen: &mut Pen, area: Rect) {
    let who = &view.listing;
    let text = |at: usize| who.types.get(at).map(|(name, count)| format!(" {name} {count} "));
    let wide = |at: usize| text(at).map_or(0, |text| width(&text));
    let room = usize::from(area.width).saturating_sub(4);
    let (mut first, mut end, mut used) = (who.of_type, who.of_type + 1, wide(who.of_type));
    loop {
        let before = first.checked_sub(1).filter(|at| used + wide(*at) <= room);
        let after = Some(end).filter(|at| *at < who.types.len() && used + wide(*at) <= room);
        match (before, after) {
            // The window grows on both sides of the type that is shown.
            (Some(at), after) if after.is_none() || who.of_type - at <= end - who.of_type => {
                (first, used) = (at, used + wide(at));
            }
            (_, Some(at)) => (end, used) = (at + 1, used + wide(at)),
            _ => break,
        }
    }
    let mut writer = pen.writer(area);
    if first > 0 {
        writer.put("‹", Ink::Quiet)
    } else {
        writer.gap(1)
    };
    for at in first..end {
        let ink = if at == who.of_type { Ink::Active } else { Ink::Body };
        writer.put(&text(at).unwrap_or_default(), ink);
    }
    if end < who.types.len() {
        writer.put("›", Ink::Quiet);
    }
}

fn column_names(view: &Who, pen: &mut Pen, at: Position, wide: u16) {
    for (head, column, columns) in Columns::of(wide, view.listing.sort()).heads() {
        // Numbers stand at the right of their column.
        let room = columns.saturating_sub(1);
        if column > 0 && head == "times" {
            pen.put_right((at.x + column + columns, at.y), head, Ink::Quiet, columns);
        } else {
            pen.put((at.x + column, at.y), head, Ink::Quiet, room);
        }
    }
}

fn kinds(view: &Who, shared: &Shared, pen: &mut Pen, area: Rect) -> Option<Position> {
    let who = &view.listing;
    if who.lines.is_empty() {
        nothing(pen, shared, area, "this pack has no entities");
        return None;
    }
    let mut cursor = None;
    let list = view.list_in(shared, area);
    let (mut y, mut skip) = (area.y, list.skip);
    for (at, line) in who.lines.iter().enumerate().skip(list.top) {
        if y >= area.bottom() {
            break;
        }
        let left = Rect { y, height: area.bottom() - y, ..area };
        match line {
            Line::Kind(kind, count) => {
                group_heading(pen, left, kind.plural(), *count);
                y += 1;
            }
            Line::Entity(entity) => {
                let chosen = at == list.chosen;
                if chosen {
                    cursor = Some(Position { x: area.x + MARKER, y });
                }
                y += entity_row(view, shared, pen, EntityRow { area: left, skip, entity: *entity, chosen });
            }
        }
        skip = 0;
    }
    cursor
}

/// A row to paint: from its line `skip` on.
#[derive(Clone, Copy)]
struct EntityRow {
    area: Rect,
    skip: usize,
    entity: EntityId,
    chosen: bool,
}

/// Paints an entity; how many lines that takes.
fn entity_row(view: &Who, shared: &Shared, pen: &mut Pen, row: EntityRow) -> u16 {
    let EntityRow { area, skip, entity, chosen } = row;
    let columns = Columns::of(area.width, view.listing.sort());
    let row = view.listing.entry(&shared.pack, entity, area.width, pen.glyphs);
    let inside = Rect { x: area.x + MARKER, width: area.width.saturating_sub(MARKER), ..area };
    paint_row(pen, &row, inside, skip, chosen);
    let name = &row.cells[0];
    for (at, line) in name.layout.lines.iter().skip(skip).take(usize::from(area.height)).enumerate() {
        let (y, text) = (area.y + at as u16, line.text(&name.blocks));
        let end = inside.x + width(&text) as u16;
        if chosen {
            pen.recolour(Rect { x: inside.x, y, width: end - inside.x, height: 1 }, Ink::Selected);
        } else {
            light(pen, &shared.filter, &text, Position { x: inside.x, y }, end);
        }
    }
    if columns.times > 0 && skip == 0 {
        let end = inside.x + columns.name + columns.dates + columns.description + columns.times;
        let text = format!("{} ×", shared.pack.mentions(entity).len());
        pen.put_right((end, area.y), &text, Ink::Quiet, columns.times);
    }
    row.lines().saturating_sub(skip) as u16
}

/// The rows of the tables that are not of kinds.
fn items(view: &Who, shared: &Shared, pen: &mut Pen, area: Rect) -> Option<Position> {
    let who = &view.listing;
    if who.items.is_empty() {
        nothing(pen, shared, area, &format!("this pack tells of no {}", who.table.name()));
        return None;
    }
    let mut cursor = None;
    let list = view.list_in(shared, area);
    let width = area.width.saturating_sub(MARKER);
    let gap = usize::from(is_parted(who.table, width));
    let (mut y, mut skip) = (area.y, list.skip);
    for (at, item) in who.items.iter().enumerate().skip(list.top) {
        if y >= area.bottom() {
            break;
        }
        let laid = lay_out(&shared.pack, who.table, *item, width, pen.glyphs);
        let inside = Rect { x: area.x + MARKER, y, width, height: area.bottom() - y };
        let chosen = at == list.chosen;
        if chosen {
            cursor = Some(Position { x: inside.x, y });
        }
        paint_row(pen, &laid, inside, skip, chosen);
        y += (laid.lines() + gap).saturating_sub(skip) as u16;
        skip = 0;
    }
    cursor
}
