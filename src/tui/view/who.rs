//! Painting the view.

use ratatui::layout::{Position, Rect};

use super::lists;
use super::pen::Pen;
use crate::tui::app::App;
use crate::tui::panes::lists::{Places, of_who};
use crate::tui::regions::Regions;
use crate::tui::theme::Ink;
use griot_history::tall::MARKER;
use griot_history::text::width;
use griot_history::who::{Columns, Line, Table, columns, lay_out};
use griot_pack::pack::{EntityId, Kind};

/// Paints the view; where its cursor belongs.
pub fn paint(app: &App, pen: &mut Pen, _regions: &Regions) -> Option<Position> {
    let places = of_who(app)?;
    if places.heading.height > 0 {
        heading(app, pen, &places);
    }
    let cursor = match app.who.table {
        _ if places.list.width == 0 => None,
        Table::Kinds => kinds(app, pen, places.list),
        Table::Events => events(app, pen, places.list),
    };
    let link = lists::aside(pen, &app.who.aside, &places);
    match places.aside {
        Some(pane) if app.who.side => link.or(Some(Position { x: pane.x + 1, y: pane.y })),
        _ => cursor,
    }
}

/// The view in one line, for small screens.
pub fn where_one_is(app: &App) -> String {
    let who = &app.who;
    match (who.table, who.chosen()) {
        (_, Some(entity)) if who.side => format!("‹ {}", app.pack[entity].name),
        (Table::Kinds, _) => format!("Who’s who  {} by {}", who.count.1, who.order().name()),
        (Table::Events, _) => format!("‹ {} ›  {} of {}", who.event_type(), who.of_type + 1, who.types.len()),
    }
}

fn heading(app: &App, pen: &mut Pen, places: &Places) {
    let Rect { x, y, width, .. } = places.heading;
    let room = width.saturating_sub(MARKER + 1);
    let x = x + MARKER;
    let who = &app.who;
    if places.heading.height == 1 {
        column_names(app, pen, Position { x, y }, places.list.width);
        return;
    }
    let order = who.order().name();
    match who.table {
        Table::Kinds => {
            let by = if app.filter.is_empty() { " by kind, sorted" } else { "," };
            let said = format!("{}{by} by {order}", lists::counted(app, who.count, "entities"));
            pen.put(x, y, &said, Ink::Heading, room);
            if places.list.width > 0 {
                column_names(app, pen, Position { x, y: y + 1 }, places.list.width);
            }
        }
        Table::Events => {
            let filtered = (!app.filter.is_empty()).then(|| lists::counted(app, who.count, ""));
            let right = format!("{} by {order}", filtered.unwrap_or_default());
            let free = room.saturating_sub(griot_history::text::width(&right) as u16 + 2);
            types(app, pen, Rect { x, y, width: free, height: 1 });
            pen.put_right(x + room, y, &right, Ink::Quiet, room);
            let mut at = x;
            for (name, wide) in columns(places.list.width.saturating_sub(MARKER)) {
                pen.put(at, y + 1, name, Ink::Quiet, wide);
                at += wide;
            }
        }
    }
}

/// The types of event around the one that is shown, as far as there is room.
fn types(app: &App, pen: &mut Pen, area: Rect) {
    let who = &app.who;
    let said = |at: usize| who.types.get(at).map(|(name, count)| format!(" {name} {count} "));
    let wide = |at: usize| said(at).map_or(0, |said| width(&said));
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
    let mut x = area.x;
    if first > 0 {
        pen.put(x, area.y, "‹", Ink::Quiet, 1);
    }
    x += 1;
    for at in first..end {
        let ink = if at == who.of_type { Ink::Active } else { Ink::Body };
        x = pen.put(x, area.y, &said(at).unwrap_or_default(), ink, area.right().saturating_sub(x));
    }
    if end < who.types.len() {
        pen.put(x, area.y, "›", Ink::Quiet, area.right().saturating_sub(x));
    }
}

fn column_names(app: &App, pen: &mut Pen, at: Position, wide: u16) {
    for (head, column, columns) in Columns::of(wide, app.who.sort).heads() {
        // Numbers stand at the right of their column.
        let room = columns.saturating_sub(1);
        if column > 0 && head == "times" {
            pen.put_right(at.x + column + columns, at.y, head, Ink::Quiet, columns);
        } else {
            pen.put(at.x + column, at.y, head, Ink::Quiet, room);
        }
    }
}

fn kinds(app: &App, pen: &mut Pen, area: Rect) -> Option<Position> {
    let who = &app.who;
    if who.lines.is_empty() {
        lists::nothing(pen, app, area, "this pack has no entities");
        return None;
    }
    let mut cursor = None;
    let list = who.list_in(&app.pack, area, pen.ascii);
    let (mut y, mut skip) = (area.y, list.skip);
    for (at, line) in who.lines.iter().enumerate().skip(list.top) {
        if y >= area.bottom() {
            break;
        }
        let left = Rect { y, height: area.bottom() - y, ..area };
        match line {
            Line::Kind(kind, count) => {
                kind_heading(pen, left, *kind, *count);
                y += 1;
            }
            Line::Entity(entity) => {
                let chosen = at == list.chosen;
                if chosen {
                    cursor = Some(Position { x: area.x + MARKER, y });
                }
                y += entity_row(app, pen, left, skip, *entity, chosen);
            }
        }
        skip = 0;
    }
    cursor
}

fn kind_heading(pen: &mut Pen, area: Rect, kind: Kind, count: usize) {
    let mut name = kind.plural().to_owned();
    name[..1].make_ascii_uppercase();
    let end = pen.put(area.x, area.y, &name, Ink::Heading, area.width);
    pen.put(end + 1, area.y, &count.to_string(), Ink::Quiet, area.right().saturating_sub(end + 1));
}

/// Paints an entity from a line of its row on; how many lines that takes.
fn entity_row(app: &App, pen: &mut Pen, area: Rect, skip: usize, entity: EntityId, chosen: bool) -> u16 {
    let columns = Columns::of(area.width, app.who.sort);
    let row = app.who.entry(&app.pack, entity, area.width, pen.ascii);
    let inside = Rect { x: area.x + MARKER, width: area.width.saturating_sub(MARKER), ..area };
    lists::tall(pen, &row, inside, skip, chosen);
    let name = &row.cells[0];
    for (at, line) in name.layout.lines.iter().skip(skip).take(usize::from(area.height)).enumerate() {
        let (y, text) = (area.y + at as u16, line.text(&name.blocks));
        let end = inside.x + width(&text) as u16;
        if chosen {
            pen.recolour(Rect { x: inside.x, y, width: end - inside.x, height: 1 }, Ink::Selected);
        } else {
            lists::light(pen, app, &text, inside.x, y, end);
        }
    }
    if columns.times > 0 && skip == 0 {
        let end = inside.x + columns.name + columns.dates + columns.told + columns.times;
        let said = format!("{} ×", app.pack.mentions(entity).len());
        pen.put_right(end, area.y, &said, Ink::Quiet, columns.times);
    }
    row.lines().saturating_sub(skip) as u16
}

fn events(app: &App, pen: &mut Pen, area: Rect) -> Option<Position> {
    let who = &app.who;
    if who.events.is_empty() {
        lists::nothing(pen, app, area, "this pack tells of no events");
        return None;
    }
    let mut cursor = None;
    let list = who.list_in(&app.pack, area, pen.ascii);
    let (mut y, mut skip) = (area.y, list.skip);
    for (at, event) in who.events.iter().enumerate().skip(list.top) {
        if y >= area.bottom() {
            break;
        }
        let laid = lay_out(&app.pack, *event, area.width.saturating_sub(MARKER), pen.ascii);
        let inside =
            Rect { x: area.x + MARKER, y, width: area.width.saturating_sub(MARKER), height: area.bottom() - y };
        let chosen = at == list.chosen;
        if chosen {
            cursor = Some(Position { x: inside.x, y });
        }
        lists::tall(pen, &laid, inside, skip, chosen);
        y += (laid.lines() + 1).saturating_sub(skip) as u16;
        skip = 0;
    }
    cursor
}
