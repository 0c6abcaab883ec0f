//! Painting the view.

use crate::tui::layout::Width;
use griot_history::sources::{
    Line, Order, Table, appeared, columns, correction, lay_out, name, name_within, several, when,
};
use griot_history::table_row::MARKER;
use griot_pack::pack::{SourceId, Standing, StatementId};
use ratatui::layout::{Position, Rect};

use super::super::list_view::{Panes, counted, group_heading, nothing};
use super::{Sources, foot, standings};
use crate::tui::shared::Shared;
use crate::tui::theme::Ink;
use crate::tui::widgets::blocks::{light, paint_row};
use crate::tui::widgets::pen::Pen;

/// Paints the view; where its cursor belongs.
pub(super) fn paint(view: &Sources, shared: &Shared, pen: &mut Pen) -> Option<Position> {
    let panes = view.panes(shared)?;
    if panes.heading.height > 0 {
        heading(view, shared, pen, &panes);
    }
    let cursor = if panes.list.width > 0 { lines(view, shared, pen, panes.list) } else { None };
    let link = view.paint_detail(pen, &panes);
    foot::paint(&view.listing, &shared.pack, pen, panes.foot);
    link.or(cursor)
}

/// The view in one line, for small screens.
pub(super) fn place(view: &Sources, shared: &Shared) -> String {
    let listing = &view.listing;
    match (listing.table, view.chosen()) {
        (Table::Sources, Some(Line::Source(source))) if view.in_detail => format!("‹ {}", name(&shared.pack[source])),
        (Table::Sources, _) if shared.filter.is_empty() => {
            format!("Sources by {}", listing.table.sorted_by(listing.order()))
        }
        (Table::Sources, _) => format!("Sources  {} of {}", listing.count.1, listing.count.0),
        (Table::Corrections, _) => format!("Corrections  {}", listing.count.1),
        (Table::Standings, Some(Line::Era(era))) if view.in_detail => format!("‹ {}", shared.pack[era].short),
        (Table::Standings, _) => "How well known".into(),
    }
}

fn heading(view: &Sources, shared: &Shared, pen: &mut Pen, panes: &Panes) {
    let Rect { x, y, width: columns_all, .. } = panes.heading;
    let room = columns_all.saturating_sub(MARKER + 1);
    let x = x + MARKER;
    let listing = &view.listing;
    let order = format!(", by {}", listing.table.sorted_by(listing.order()));
    let text = match listing.table {
        Table::Sources if shared.filter.is_empty() => sums(view, shared),
        Table::Sources => counted(shared, listing.count, "sources"),
        Table::Corrections => {
            let counted = counted(shared, listing.count, "corrections and disputes");
            if shared.filter.is_empty() {
                format!("{counted}: {}{order}", of_each(view, shared))
            } else {
                counted + &order
            }
        }
        Table::Standings => format!("How well each era is known, in statements{order}"),
    };
    if panes.heading.height == 1 {
        // On small screens the first line of the screen says the rest.
        standings::names(pen, panes, listing.told());
        return;
    }
    pen.put((x, y), &text, Ink::Heading, room);
    if panes.list.width == 0 {
        return;
    }
    match listing.table {
        Table::Sources => {
            let widths = Widths::of(panes.list.width);
            pen.put(
                (x, y + 1),
                &format!("sorted by {}", listing.table.sorted_by(listing.order())),
                Ink::Quiet,
                widths.name,
            );
            pen.put_right((x + widths.name + widths.appeared + widths.times, y + 1), "cited", Ink::Quiet, 6);
        }
        Table::Corrections => {
            let mut at = x;
            for (name, wide) in columns(&shared.pack, panes.list.width.saturating_sub(MARKER)) {
                pen.put((at, y + 1), &name, Ink::Quiet, wide);
                at += wide;
            }
        }
        Table::Standings => standings::names(pen, panes, listing.told()),
    }
}

/// `18 corrected, 22 disputed, 4 others`.
fn of_each(view: &Sources, shared: &Shared) -> String {
    let standing = |line: &Line| match line {
        Line::Correction(statement) => Some(shared.pack[*statement].standing),
        _ => None,
    };
    let count = |wanted: Standing| view.listing.lines.iter().filter(|line| standing(line) == Some(wanted)).count();
    let (corrected, disputed) = (count(Standing::Corrected), count(Standing::Disputed));
    let others = match view.listing.lines.len() - corrected - disputed {
        0 => String::new(),
        1 => ", 1 other".into(),
        n => format!(", {n} others"),
    };
    format!("{corrected} corrected, {disputed} disputed{others}")
}

/// `295 sources · 804 citations · 58 with an archived copy · 6 unresolved`.
fn sums(view: &Sources, shared: &Shared) -> String {
    let pack = &shared.pack;
    let count = |of: fn(&griot_pack::pack::Source) -> bool| pack.sources().filter(|id| of(&pack[*id])).count();
    let citations = view.listing.known().citations();
    let mut text = format!(
        "{} · {} · {} archived",
        several(pack.sources().len(), "source"),
        several(citations, "citation"),
        count(|source| source.archive.is_some())
    );
    let unresolved = count(|source| source.unresolved);
    if unresolved > 0 {
        text.push_str(&format!(" · {unresolved} unresolved"));
    }
    text
}

fn lines(view: &Sources, shared: &Shared, pen: &mut Pen, area: Rect) -> Option<Position> {
    let listing = &view.listing;
    if listing.lines.is_empty() {
        let empty = match listing.table {
            Table::Corrections => "nothing in this pack is corrected or disputed",
            Table::Sources | Table::Standings => "this pack has no sources",
        };
        nothing(pen, shared, area, empty);
        return None;
    }
    let list = view.list_in(shared, area);
    let (mut y, mut skip, mut cursor) = (area.y, list.skip, None);
    for (at, line) in listing.lines.iter().enumerate().skip(list.top) {
        if y >= area.bottom() {
            break;
        }
        let chosen = at == list.chosen;
        if chosen {
            cursor = Some(Position { x: area.x + MARKER, y });
        }
        let row = Rect { y, height: area.bottom() - y, ..area };
        if chosen && !matches!(line, Line::Correction(_)) {
            pen.put((area.x, y), "▌", Ink::Accent, 1);
        }
        let used = match line {
            Line::Group(word, count) => {
                group_heading(pen, row, word, *count);
                1
            }
            Line::Source(source) => source_row(view, shared, pen, row, (*source, chosen)),
            Line::Correction(statement) => correction_row(shared, pen, row, (*statement, chosen), skip),
            Line::Era(era) => {
                let short = format!("{} {}", era.index() + 1, shared.pack[*era].title);
                listing.standings.get(era.index()).map_or(1, |counts| standings::row(pen, row, &short, counts, chosen))
            }
            Line::All => listing.total().map_or(1, |total| standings::row(pen, row, "all", &total, chosen)),
        };
        y += used.saturating_sub(skip as u16);
        skip = 0;
    }
    cursor
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
        match Width::of(width) {
            Width::Medium | Width::Wide => {
                let (times, bar) = (6, 10);
                let appeared = inside.saturating_sub(times + bar) * 4 / 10;
                Self { name: inside - times - bar - appeared, appeared, times, bar }
            }
            Width::Narrow => Self { name: inside.saturating_sub(8), appeared: 2, times: 6, bar: 0 },
        }
    }
}

/// A source and whether it is chosen; how many lines it takes.
fn source_row(view: &Sources, shared: &Shared, pen: &mut Pen, area: Rect, (id, chosen): (SourceId, bool)) -> u16 {
    let source = &shared.pack[id];
    let Some(row) = view.listing.rows.get(id.index()) else { return 1 };
    let widths = Widths::of(area.width);
    let x = area.x + MARKER;
    let text = name_within(source, usize::from(widths.name - 1));
    let end = pen.put((x, area.y), &text, Ink::Body.chosen(chosen), widths.name - 1);
    if !chosen {
        light(pen, &shared.filter, &text, Position { x, y: area.y }, end);
    }
    let at = x + widths.name;
    if source.unresolved {
        let text = if widths.appeared > 12 { "⚑ unresolved" } else { "⚑" };
        pen.put((at, area.y), text, Ink::Warning, widths.appeared - 1);
    } else if widths.appeared > 12 {
        let date = when(source).filter(|_| view.listing.order() == Order::Date);
        let text = date.map_or_else(|| appeared(source), |date| shared.pack.date(&date));
        pen.put((at, area.y), &text, Ink::Quiet, widths.appeared - 1);
    }
    let at = at + widths.appeared + widths.times;
    pen.put_right((at, area.y), &format!("{} ×", row.times), Ink::Body, widths.times);
    let most = view.listing.most_times;
    if widths.bar > 0 && most > 0 {
        let cells = (row.times * usize::from(widths.bar - 2)).div_ceil(most);
        pen.put((at + 2, area.y), &"█".repeat(cells), Ink::Quiet, widths.bar - 2);
    }
    1
}

/// A correction from its line `skip` on, and whether it is chosen; how many lines it takes.
fn correction_row(shared: &Shared, pen: &mut Pen, area: Rect, (id, chosen): (StatementId, bool), skip: usize) -> u16 {
    let Some(it) = correction(&shared.pack, id) else { return 1 };
    let inside = Rect { x: area.x + MARKER, width: area.width.saturating_sub(MARKER), ..area };
    let laid = lay_out(&shared.pack, &it, inside.width, pen.glyphs);
    paint_row(pen, &laid, inside, skip, chosen);
    laid.lines() as u16 + 1
}
