//! Painting the view.

use ratatui::layout::{Position, Rect};

use super::lists;
use super::pen::Pen;
use crate::app::App;
use crate::bibliography::{
    EraStandings, Line, Order, STANDINGS, Table, appeared, columns, correction, kinds, lay_out, name, several, share,
    when,
};
use crate::pack::{SourceId, SourceKind, Standing, StatementId};
use crate::panes::lists::{ERA, Places, of_sources};
use crate::regions::Regions;
use crate::text::width;
use crate::theme::Ink;
use crate::who::MARKER;

/// Paints the view; where its cursor belongs.
pub fn paint(app: &App, pen: &mut Pen, _regions: &Regions) -> Option<Position> {
    let places = of_sources(app)?;
    if places.heading.height > 0 {
        heading(app, pen, &places);
    }
    let cursor = if places.list.width > 0 { lines(app, pen, places.list) } else { None };
    let link = lists::aside(pen, &app.bibliography.aside, &places);
    foot(app, pen, places.foot);
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
        (Table::Sources, _) => format!("Sources  {} by {}", it.count.1, short_order(it.order)),
        (Table::Corrections, _) => format!("Corrections  {}", it.count.1),
        (Table::Standings, Some(Line::Era(era))) if it.side => format!("‹ {}", app.pack[era].short),
        (Table::Standings, _) => "How well known".into(),
    }
}

const fn short_order(order: Order) -> &'static str {
    match order {
        Order::Weight => "weight",
        Order::Appearance => "place",
        Order::Date => "date",
        Order::Kind => "kind",
    }
}

fn heading(app: &App, pen: &mut Pen, places: &Places) {
    let Rect { x, y, width: columns_all, .. } = places.heading;
    let room = columns_all.saturating_sub(MARKER + 1);
    let x = x + MARKER;
    let it = &app.bibliography;
    let said = match it.table {
        Table::Sources if app.filter.is_empty() => sums(app),
        Table::Sources => lists::counted(app, it.count, "sources"),
        Table::Corrections => {
            let counted = lists::counted(app, it.count, "corrections and disputes");
            if app.filter.is_empty() { format!("{counted}: {}", of_each(app)) } else { counted }
        }
        Table::Standings => "How well each era is known, in statements".into(),
    };
    if places.heading.height == 1 {
        // On small screens the first line of the screen says the rest.
        standing_names(pen, places);
        return;
    }
    pen.put(x, y, &said, Ink::Heading, room);
    if places.list.width == 0 {
        return;
    }
    match it.table {
        Table::Sources => {
            let widths = Widths::of(places.list.width);
            pen.put(x, y + 1, &format!("sorted by {}", it.order.name()), Ink::Quiet, widths.name);
            pen.put_right(x + widths.name + widths.appeared + widths.times, y + 1, "cited", Ink::Quiet, 6);
        }
        Table::Corrections => {
            let mut at = x;
            for (name, wide) in columns(places.list.width.saturating_sub(MARKER)) {
                pen.put(at, y + 1, name, Ink::Quiet, wide);
                at += wide;
            }
        }
        Table::Standings => standing_names(pen, places),
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
    let count = |of: fn(&crate::pack::Source) -> bool| pack.sources().filter(|id| of(&pack[*id])).count();
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
                it.standings.get(era.index()).map_or(1, |it| standing_row(pen, row, &short, it, chosen))
            }
            Line::All => it.total().map_or(1, |total| standing_row(pen, row, "all", &total, chosen)),
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
    let said = name(source);
    let end = pen.put_chosen(x, area.y, &said, Ink::Body, widths.name - 1, chosen);
    if !chosen {
        lists::light(pen, app, &said, x, area.y, end);
    }
    let at = x + widths.name;
    if source.unresolved {
        let said = if widths.appeared > 12 { "⚑ unresolved" } else { "⚑" };
        pen.put(at, area.y, said, Ink::Warning, widths.appeared - 1);
    } else if widths.appeared > 12 {
        let date = when(source).filter(|_| app.bibliography.order == Order::Date);
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

/// How wide the columns of the table of standings are: the era, each standing, all, and the share with a citation.
const fn standing_widths(width: u16) -> (u16, u16, u16, u16) {
    let inside = width.saturating_sub(MARKER + 1);
    match width {
        60.. => (inside.saturating_sub(7 * 5 + 6 + 8), 5, 6, 8),
        36.. => (inside.saturating_sub(7 * 4 + 4), 4, 4, 0),
        // No room for every standing: the page beside the list tells them.
        _ => (inside.saturating_sub(13), 0, 5, 8),
    }
}

fn standing_names(pen: &mut Pen, places: &Places) {
    let (era, each, all, cited) = standing_widths(places.list.width);
    let y = places.heading.bottom().saturating_sub(1);
    let mut at = places.list.x + MARKER + era;
    for standing in STANDINGS.into_iter().filter(|_| each > 0) {
        at += each;
        pen.put_right(at, y, standing.sign(pen.ascii), Ink::Key, each);
    }
    pen.put_right(at + all, y, "all", Ink::Quiet, all);
    if cited > 0 {
        pen.put_right(at + all + cited, y, "cited", Ink::Quiet, cited);
    }
}

fn standing_row(pen: &mut Pen, area: Rect, name: &str, it: &EraStandings, chosen: bool) -> u16 {
    let (era, each, all, cited) = standing_widths(area.width);
    let x = area.x + MARKER;
    // Where a title would be nothing but a stump, the number stands alone.
    let name = if era < 8 { name.split(' ').next().unwrap_or(name) } else { name };
    pen.put_chosen(x, area.y, name, Ink::Body, era, chosen);
    let mut at = x + era;
    for (standing, count) in STANDINGS.into_iter().zip(it.counts).filter(|_| each > 0) {
        at += each;
        let said = if count == 0 { "·".to_owned() } else { count.to_string() };
        let warns = matches!(standing, Standing::Disputed | Standing::Uncited | Standing::CitationNeeded);
        let ink = match count {
            0 => Ink::Quiet,
            _ if warns => Ink::Warning,
            _ => Ink::Body,
        };
        pen.put_right(at, area.y, &said, ink, each);
    }
    pen.put_right(at + all, area.y, &it.statements().to_string(), Ink::Heading, all);
    if cited > 0 {
        pen.put_right(at + all + cited, area.y, &share(it.cited, it.statements()), Ink::Quiet, cited);
    }
    1
}

/// The foot: how many statements of each era have a citation, or what the signs mean, and which work is cited most.
fn foot(app: &App, pen: &mut Pen, area: Rect) {
    if area.height == 0 {
        return;
    }
    pen.rule(Rect { height: 1, ..area }, false);
    let margin = if area.width < 60 { 0 } else { MARKER };
    let inside = Rect { x: area.x + margin, width: area.width.saturating_sub(margin), ..area };
    if app.bibliography.table == Table::Standings {
        legend(pen, inside);
        return;
    }
    if area.height > 2 {
        let said = "statements with a citation, by era   ● with  ○ without  ⚑ citation needed";
        pen.put(inside.x, area.y + 1, said, Ink::Quiet, inside.width);
        let per_line = usize::from((area.width / ERA).max(1));
        for (at, it) in app.bibliography.standings.iter().enumerate() {
            let y = area.y + 2 + (at / per_line) as u16;
            let x = inside.x + (at % per_line) as u16 * (inside.width / per_line as u16);
            if y + 1 < area.bottom() {
                cited(pen, x, y, it);
            }
        }
    }
    pen.put(inside.x, area.bottom() - 1, &cited_most(app, inside.width), Ink::Body, inside.width);
}

/// What every sign stands for: on as many lines as there are, or else in the beginnings of the words.
fn legend(pen: &mut Pen, area: Rect) {
    let ascii = pen.ascii;
    if area.width < 60 {
        let short = |standing: Standing| standing.name().chars().take(3).collect::<String>();
        let said = STANDINGS.map(|standing| format!("{}{}", standing.sign(ascii), short(standing))).join(" ");
        pen.put(area.x, area.y + 1, &said, Ink::Quiet, area.width);
        return;
    }
    let (mut x, mut y) = (area.x, area.y + 1);
    for standing in STANDINGS {
        let said = format!("{} {}", standing.sign(ascii), standing.name());
        if x > area.x && x + width(&said) as u16 > area.right() {
            (x, y) = (area.x, y + 1);
        }
        if y < area.bottom() {
            x = pen.put(x, y, &said, Ink::Quiet, area.right().saturating_sub(x)) + 3;
        }
    }
}

/// `1 ●●●●●●○○○○ 124 of 140 ⚑ 2`.
fn cited(pen: &mut Pen, x: u16, y: u16, it: &EraStandings) {
    const DOTS: usize = 10;
    let (cited, all) = (it.cited, it.statements());
    // Full only where all are, empty only where none is.
    let full = match cited {
        0 => 0,
        n if n == all => DOTS,
        n => (n * DOTS / all.max(1)).clamp(1, DOTS - 1),
    };
    let end = pen.put(x, y, &format!("{:<2}", it.era.index() + 1), Ink::Label, 3);
    let dots = format!("{}{}", "●".repeat(full), "○".repeat(DOTS - full));
    let end = pen.put(end, y, &dots, Ink::Body, DOTS as u16);
    let end = pen.put(end + 1, y, &format!("{cited} of {all}"), Ink::Body, 12);
    let needed = it.count(Standing::CitationNeeded);
    if needed > 0 {
        pen.put(end + 1, y, &format!("⚑{needed}"), Ink::Warning, 4);
    }
}

/// Which work is cited most, in the words that there is room for.
fn cited_most(app: &App, columns: u16) -> String {
    let known = app.bibliography.known();
    let Some(work) = known.works.first().filter(|work| work.times > 0) else { return String::new() };
    let all = known.citations();
    let share = share(work.times, all);
    let title = &app.pack[work.source].title;
    let records = if work.records.len() > 1 { format!(" ({} records)", work.records.len()) } else { String::new() };
    let alone =
        if work.alone > 0 { format!("; {} on it alone", several(work.alone, "statement")) } else { String::new() };
    let long = format!("cited most: “{title}”{records}, {} of {all} citations, {share}{alone}", work.times);
    let mid = format!("cited most: “{title}”{records}, {share}{alone}");
    let less = format!("cited most: “{title}”, {share} of all");
    let short = format!("{share} of citations are of one work");
    let room = usize::from(columns);
    [long, mid, less].into_iter().find(|said| width(said) <= room).unwrap_or(short)
}
