//! Painting the view.

use ratatui::layout::{Position, Rect};

use super::lists;
use super::pen::Pen;
use crate::app::App;
use crate::pack::{EntityId, Kind};
use crate::panes::lists::{Places, of_who};
use crate::regions::Regions;
use crate::text::width;
use crate::theme::Ink;
use crate::who::{Line, MARKER, Row, Table, columns, found_by, lay_out, row};

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
    let order = who.order().name();
    match who.table {
        Table::Kinds => {
            let by = if app.filter.is_empty() { " by kind, sorted" } else { "," };
            let said = format!("{}{by} by {order}", lists::counted(app, who.count, "entities"));
            pen.put(x, y, &said, Ink::Heading, room);
            if places.list.width > 0 {
                column_names(pen, places);
            }
        }
        Table::Events => {
            let filtered = (!app.filter.is_empty()).then(|| lists::counted(app, who.count, ""));
            let right = format!("{} by {order}", filtered.unwrap_or_default());
            let free = room.saturating_sub(crate::text::width(&right) as u16 + 2);
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

/// Where the columns of the table of kinds begin and how wide they are.
struct Columns {
    name: u16,
    dates: u16,
    office: u16,
    mentions: u16,
}

impl Columns {
    const fn of(width: u16) -> Self {
        let inside = width.saturating_sub(MARKER + 1);
        match width {
            60.. => {
                let name = if width >= 110 { 36 } else { 14 + width * 14 / 100 };
                let (dates, mentions) = (18, 6);
                Self { name, dates, office: inside.saturating_sub(name + dates + mentions), mentions }
            }
            36.. => Self { name: inside.saturating_sub(19), dates: 14, office: 0, mentions: 5 },
            _ => Self { name: inside.saturating_sub(5), dates: 0, office: 0, mentions: 5 },
        }
    }
}

fn column_names(pen: &mut Pen, places: &Places) {
    let columns = Columns::of(places.list.width);
    let (x, y) = (places.heading.x + MARKER, places.heading.y + 1);
    pen.put(x, y, "name", Ink::Quiet, columns.name);
    pen.put(x + columns.name, y, "dates (mentions)", Ink::Quiet, columns.dates);
    if columns.office > 0 {
        pen.put(x + columns.name + columns.dates, y, "office or kind, role", Ink::Quiet, columns.office);
    }
    pen.put_right(x + columns.name + columns.dates + columns.office + columns.mentions, y, "times", Ink::Quiet, 6);
}

fn kinds(app: &App, pen: &mut Pen, area: Rect) -> Option<Position> {
    let who = &app.who;
    if who.lines.is_empty() {
        lists::nothing(pen, app, area, "this pack has no entities");
        return None;
    }
    let mut cursor = None;
    let list = who.list_in(&app.pack, area, pen.ascii);
    for (row, line) in who.lines.iter().skip(list.top).take(usize::from(area.height)).enumerate() {
        let line_area = Rect { y: area.y + row as u16, height: 1, ..area };
        match line {
            Line::Kind(kind, count) => kind_heading(pen, line_area, *kind, *count),
            Line::Entity(entity) => {
                let chosen = list.top + row == list.chosen;
                if chosen {
                    cursor = Some(Position { x: area.x + MARKER, y: line_area.y });
                }
                entity_row(app, pen, line_area, *entity, chosen);
            }
        }
    }
    cursor
}

fn kind_heading(pen: &mut Pen, area: Rect, kind: Kind, count: usize) {
    let mut name = kind.plural().to_owned();
    name[..1].make_ascii_uppercase();
    let end = pen.put(area.x, area.y, &name, Ink::Heading, area.width);
    pen.put(end + 1, area.y, &count.to_string(), Ink::Quiet, area.right().saturating_sub(end + 1));
}

fn entity_row(app: &App, pen: &mut Pen, area: Rect, entity: EntityId, chosen: bool) {
    let columns = Columns::of(area.width);
    let row = row(&app.pack, entity);
    let Rect { x, y, .. } = area;
    if chosen {
        pen.put(x, y, "▌", Ink::Accent, 1);
    }
    let x = x + MARKER;
    let name = &app.pack[entity].name;
    let end = pen.put_chosen(x, y, name, Ink::Body, columns.name - 1, chosen);
    if !chosen {
        lists::light(pen, app, name, x, y, end);
    }
    if let Some(alias) = found_by(&app.pack, entity, &app.filter) {
        let room = (x + columns.name).saturating_sub(end + 2);
        let room = if room < 8 { 0 } else { room };
        pen.put(end + 1, y, &format!("({alias})"), Ink::Quiet, room);
    }
    let x = x + columns.name;
    if columns.dates > 0 {
        let ink = if row.when.is_some() { Ink::Body } else { Ink::Quiet };
        pen.put(x, y, &row.dates(usize::from(columns.dates - 1)), ink, columns.dates - 1);
    }
    let x = x + columns.dates;
    if columns.office > 0 {
        office(pen, Rect { x, y, width: columns.office - 1, height: 1 }, &row);
    }
    let said = format!("{} ×", row.mentions);
    pen.put_right(x + columns.office + columns.mentions, y, &said, Ink::Quiet, columns.mentions);
}

/// The office, and after it as much of the role as says something.
fn office(pen: &mut Pen, area: Rect, row: &Row) {
    const LEAST: u16 = 12;
    let mut x = area.x;
    if let Some(office) = &row.office {
        x = pen.put(x, area.y, office, Ink::Body, area.width);
    }
    let between = if row.office.is_some() { " · " } else { "" };
    let left = area.right().saturating_sub(x + width(between) as u16);
    if let Some(role) = row.role.as_ref().filter(|role| left >= LEAST || width(role) <= usize::from(left)) {
        pen.put(x, area.y, &format!("{between}{role}"), Ink::Quiet, area.right().saturating_sub(x));
    }
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
