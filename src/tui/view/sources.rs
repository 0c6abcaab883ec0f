//! Painting the view.

mod foot;
mod standings;

use ratatui::layout::{Position, Rect};

use super::lists;
use super::pen::Pen;
use crate::tui::app::App;
use crate::tui::panes::lists::{Places, of_sources};
use crate::tui::regions::Regions;
use crate::tui::theme::Ink;
use griot_history::sources::{
    Line, Order, Table, appeared, columns, correction, kinds, lay_out, name, name_within, several, when,
};
use griot_history::tall::MARKER;
use griot_pack::pack::{SourceId, SourceKind, Standing, StatementId};

/// Paints the view; where its cursor belongs.
pub fn paint(app: &App, pen: &mut Pen, _regions: &Regions) -> Option<Position> {
    let places = of_sources(app)?;
    if places.heading.height > 0 {
        heading(app, pen, &places);
    }
    let cursor = if places.list.width > 0 { lines(app, pen, places.list) } else { None };
    let link = lists::aside(pen, &app.bibliography.aside, &places);
    foot::paint(app, pen, places.foot);
    match places.aside {
        Some(pane) if app.bibliography.side => link.or(Some(Position { x: pane.x + 1, y: pane.y })),
        _ => cursor,
    }
}

/// The view in one line, for small screens.
pub fn where_one_is(app: &App) -> String {
    let it = &app.bibliography;
    match (it.table, it.chosen()) {
        (Table::Sources, Some(Line::Source(source))) if it.side => format!("‹ {}", name(&app.pack[source])),
        (Table::Sources, _) if app.filter.is_empty() => format!("Sources by {}", it.table.sorted_by(it.order())),
        (Table::Sources, _) => format!("Sources  {} of {}", it.count.1, it.count.0),
        (Table::Corrections, _) => format!("Corrections  {}", it.count.1),
        (Table::Standings, Some(Line::Era(era))) if it.side => format!("‹ {}", app.pack[era].short),
        (Table::Standings, _) => "How well known".into(),
    }
}

fn heading(app: &App, pen: &mut Pen, places: &Places) {
    let Rect { x, y, width: columns_all, .. } = places.heading;
    let room = columns_all.saturating_sub(MARKER + 1);
    let x = x + MARKER;
    let it = &app.bibliography;
    let order = format!(", by {}", it.table.sorted_by(it.order()));
    let said = match it.table {
        Table::Sources if app.filter.is_empty() => sums(app),
        Table::Sources => lists::counted(app, it.count, "sources"),
        Table::Corrections => {
            let counted = lists::counted(app, it.count, "corrections and disputes");
            if app.filter.is_empty() { format!("{counted}: {}{order}", of_each(app)) } else { counted + &order }
        }
        Table::Standings => format!("How well each era is known, in statements{order}"),
    };
    if places.heading.height == 1 {
        // On small screens the first line of the screen says the rest.
        standings::names(pen, places);
        return;
    }
    pen.put(x, y, &said, Ink::Heading, room);
    if places.list.width == 0 {
        return;
    }
    match it.table {
        Table::Sources => {
            let widths = Widths::of(places.list.width);
            pen.put(x, y + 1, &format!("sorted by {}", it.table.sorted_by(it.order())), Ink::Quiet, widths.name);
            pen.put_right(x + widths.name + widths.appeared + widths.times, y + 1, "cited", Ink::Quiet, 6);
        }
        Table::Corrections => {
            let mut at = x;
            for (name, wide) in columns(places.list.width.saturating_sub(MARKER)) {
                pen.put(at, y + 1, name, Ink::Quiet, wide);
                at += wide;
            }
        }
        Table::Standings => standings::names(pen, places),
    }
}

/// `18 corrected, 22 disputed, 4 others`.
fn of_each(app: &App) -> String {
    let standing = |line: &Line| match line {
        Line::Correction(statement) => Some(app.pack[*statement].standing),
        _ => None,
    };
    let count = |wanted: Standing| app.bibliography.lines.iter().filter(|line| standing(line) == Some(wanted)).count();
    let (corrected, disputed) = (count(Standing::Corrected), count(Standing::Disputed));
    let others = match app.bibliography.lines.len() - corrected - disputed {
        0 => String::new(),
        1 => ", 1 other".into(),
        n => format!(", {n} others"),
    };
    format!("{corrected} corrected, {disputed} disputed{others}")
}

/// `295 sources · 804 citations · 58 with an archived copy · 6 unresolved`.
fn sums(app: &App) -> String {
    let pack = &app.pack;
    let count = |of: fn(&griot_pack::pack::Source) -> bool| pack.sources().filter(|id| of(&pack[*id])).count();
    let citations = app.bibliography.known().citations();
    let mut said = format!(
        "{} · {} · {} archived",
        several(pack.sources().len(), "source"),
        several(citations, "citation"),
        count(|source| source.archive.is_some())
    );
    let unresolved = count(|source| source.unresolved);
    if unresolved > 0 {
        said.push_str(&format!(" · {unresolved} unresolved"));
    }
    said
}

fn lines(app: &App, pen: &mut Pen, area: Rect) -> Option<Position> {
    let it = &app.bibliography;
    if it.lines.is_empty() {
        let empty = match it.table {
            Table::Corrections => "nothing in this pack is corrected or disputed",
            Table::Sources | Table::Standings => "this pack has no sources",
        };
        lists::nothing(pen, app, area, empty);
        return None;
    }
    let list = it.list_in(&app.pack, area, pen.ascii);
    let (mut y, mut skip, mut cursor) = (area.y, list.skip, None);
    let most = it.rows.iter().map(|row| row.times).max().unwrap_or(0);
    for (at, line) in it.lines.iter().enumerate().skip(list.top) {
        if y >= area.bottom() {
            break;
        }
        let chosen = at == list.chosen;
        if chosen {
            cursor = Some(Position { x: area.x + MARKER, y });
        }
        let row = Rect { y, height: area.bottom() - y, ..area };
        if chosen && !matches!(line, Line::Correction(_)) {
            pen.put(area.x, y, "▌", Ink::Accent, 1);
        }
        let used = match line {
            Line::Kind(kind, count) => kind_heading(pen, row, *kind, *count),
            Line::Source(source) => source_row(app, pen, row, *source, most, chosen),
            Line::Correction(statement) => correction_row(app, pen, row, *statement, skip, chosen),
            Line::Era(era) => {
                let short = format!("{} {}", era.index() + 1, app.pack[*era].title);
                it.standings.get(era.index()).map_or(1, |it| standings::row(pen, row, &short, it, chosen))
            }
            Line::All => it.total().map_or(1, |total| standings::row(pen, row, "all", &total, chosen)),
        };
        y += used.saturating_sub(skip as u16);
        skip = 0;
    }
    cursor
}

fn kind_heading(pen: &mut Pen, area: Rect, kind: SourceKind, count: usize) -> u16 {
    let mut name = kinds(kind).to_owned();
    name[..1].make_ascii_uppercase();
    let end = pen.put(area.x, area.y, &name, Ink::Heading, area.width);
    pen.put(end + 1, area.y, &count.to_string(), Ink::Quiet, area.right().saturating_sub(end + 1));
    1
}

/// How wide the columns of the list of sources are.
struct Widths {
    name: u16,
    appeared: u16,
    times: u16,
    bar: u16,
}

impl Widths {
    const fn of(width: u16) -> Self {
        let inside = width.saturating_sub(MARKER + 1);
        match width {
            60.. => {
                let (times, bar) = (6, 10);
                let appeared = inside.saturating_sub(times + bar) * 4 / 10;
                Self { name: inside - times - bar - appeared, appeared, times, bar }
            }
            _ => Self { name: inside.saturating_sub(8), appeared: 2, times: 6, bar: 0 },
        }
    }
}

fn source_row(app: &App, pen: &mut Pen, area: Rect, id: SourceId, most: usize, chosen: bool) -> u16 {
    let source = &app.pack[id];
    let Some(row) = app.bibliography.rows.get(id.index()) else { return 1 };
    let widths = Widths::of(area.width);
    let x = area.x + MARKER;
    let said = name_within(source, usize::from(widths.name - 1));
    let end = pen.put_chosen(x, area.y, &said, Ink::Body, widths.name - 1, chosen);
    if !chosen {
        lists::light(pen, app, &said, x, area.y, end);
    }
    let at = x + widths.name;
    if source.unresolved {
        let said = if widths.appeared > 12 { "⚑ unresolved" } else { "⚑" };
        pen.put(at, area.y, said, Ink::Warning, widths.appeared - 1);
    } else if widths.appeared > 12 {
        let date = when(source).filter(|_| app.bibliography.order() == Order::Date);
        let said = date.map_or_else(|| appeared(source), |date| date.on_screen());
        pen.put(at, area.y, &said, Ink::Quiet, widths.appeared - 1);
    }
    let at = at + widths.appeared + widths.times;
    pen.put_right(at, area.y, &format!("{} ×", row.times), Ink::Body, widths.times);
    if widths.bar > 0 && most > 0 {
        let cells = (row.times * usize::from(widths.bar - 2)).div_ceil(most);
        pen.put(at + 2, area.y, &"█".repeat(cells), Ink::Quiet, widths.bar - 2);
    }
    1
}

fn correction_row(app: &App, pen: &mut Pen, area: Rect, id: StatementId, skip: usize, chosen: bool) -> u16 {
    let Some(it) = correction(&app.pack, id) else { return 1 };
    let inside = Rect { x: area.x + MARKER, width: area.width.saturating_sub(MARKER), ..area };
    let laid = lay_out(&app.pack, &it, inside.width, pen.ascii);
    lists::tall(pen, &laid, inside, skip, chosen);
    laid.lines() as u16 + 1
}
