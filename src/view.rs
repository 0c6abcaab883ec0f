//! Painting: the state as cells. It takes `&App`, so it cannot change anything.

mod finder;
mod lists;
pub mod map;
pub(crate) mod pen;
mod popup;
mod read;
mod ribbon;
mod sidebar;
mod sources;
mod timeline;
mod who;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::app::{App, Context, Overlay, Screen};
use crate::chronicle;
use crate::keymap;
use crate::panes;
use crate::regions::{LEAST, Regions};
use crate::text::width;
use crate::theme::Ink;
use crate::when::year_in_words;
use pen::Pen;

/// Paints the whole screen; where the terminal's cursor belongs.
pub fn view(app: &App, buffer: &mut Buffer) -> Option<Position> {
    let area = buffer.area;
    let mut pen = Pen::new(buffer, app.settings);
    pen.fill(area, Ink::Body);
    let Some(regions) = app.regions() else {
        too_small(&mut pen, area);
        return None;
    };
    header(app, &mut pen, &regions);
    let cursor = match app.screen {
        Screen::Read => read::paint(app, &mut pen, &regions),
        Screen::Timeline => timeline::paint(app, &mut pen, &regions),
        Screen::Map => map::paint(app, &mut pen, &regions),
        Screen::Who => who::paint(app, &mut pen, &regions),
        Screen::Sources => sources::paint(app, &mut pen, &regions),
    };
    let asked = status(app, &mut pen, &regions);
    let over = popup::paint(app, &mut pen).or(asked);
    over.or(cursor).filter(|at| area.contains(*at))
}

fn too_small(pen: &mut Pen, area: Rect) {
    let text =
        format!("griot needs {} × {}, this is {} × {} · q quits", LEAST.width, LEAST.height, area.width, area.height);
    let mut y = area.y;
    let mut x = area.x;
    for word in text.split(' ') {
        let wide = width(word) as u16;
        if x > area.x && x + wide > area.right() {
            (x, y) = (area.x, y + 1);
        }
        if y >= area.bottom() {
            return;
        }
        x = pen.put(x, y, word, Ink::Body, area.right().saturating_sub(x)) + 1;
    }
}

fn header(app: &App, pen: &mut Pen, regions: &Regions) {
    let Rect { x, y, .. } = regions.header;
    let right = regions.header.right();
    if regions.tabs {
        let wide = regions.all.width >= 110;
        pen.put(x + 1, y, "griot", Ink::Title, 6);
        if wide {
            pen.put(x + 8, y, &app.pack.about.title, Ink::Body, right.saturating_sub(x + 8));
        }
        for (screen, at, columns) in panes::tabs(app, regions) {
            let ink = if screen == app.screen { Ink::Active } else { Ink::Body };
            pen.put(at, y, &format!(" {} ", screen.name()), ink, columns);
            // Where the name begins with its key, that letter is underlined.
            if screen != app.screen && screen.name().to_lowercase().starts_with(screen.key()) {
                pen.put(at + 1, y, &screen.name()[..1], Ink::Link, 1);
            }
        }
        let room = right.saturating_sub(tabs_end(app, regions) + 2);
        let fits = |help: &&str| width(help) <= usize::from(room);
        let help = ["/ search  : commands  ? help", "/ search  ? help", "? help"].into_iter().find(fits);
        pen.put_right(right.saturating_sub(1), y, help.unwrap_or_default(), Ink::Quiet, room);
    } else {
        small_header(app, pen, regions);
    }
    if let Some(rule) = regions.header_rule {
        pen.rule(rule, regions.tabs);
    }
}

fn tabs_end(app: &App, regions: &Regions) -> u16 {
    panes::tabs(app, regions).last().map_or(0, |(_, x, columns)| x + columns)
}

/// One line on small screens: where one is, the year and how far.
fn small_header(app: &App, pen: &mut Pen, regions: &Regions) {
    let Rect { x, y, width: columns, .. } = regions.header;
    let right = clock(app);
    let room = columns.saturating_sub(width(&right) as u16 + 2);
    let left = match app.screen {
        Screen::Read => read::where_one_is(app, true),
        Screen::Who => who::where_one_is(app),
        Screen::Sources => sources::where_one_is(app),
        screen => screen.name().to_owned(),
    };
    pen.put(x, y, &left, Ink::Title, room);
    pen.put_right(x + columns, y, &right, Ink::Quiet, columns);
}

/// `1591 · 71 %`; the timeline has no share of the text to tell.
fn clock(app: &App) -> String {
    let percent = format!("{} %", app.percent());
    match year_under_the_eye(app) {
        _ if app.screen == Screen::Map && app.map.all_time => "all times".into(),
        Some(year) if app.screen == Screen::Timeline => year,
        Some(year) => format!("{year} · {percent}"),
        None => percent,
    }
}

/// The year of the statement under the eye, or of the nearest dated one before it.
pub(crate) fn year_under_the_eye(app: &App) -> Option<String> {
    let when = chronicle::reading(&app.pack, app.reader.eye(&app.pack)?)?;
    let (first, last) = (when.first(), when.last());
    let known = if first == crate::when::Day::MIN { last } else { first };
    Some(year_in_words(known.year))
}

/// The last line: the filter being typed, a message, or hints; where the cursor stands when something is typed there.
fn status(app: &App, pen: &mut Pen, regions: &Regions) -> Option<Position> {
    let Rect { x, y, width: columns, .. } = regions.status;
    let inner = columns.saturating_sub(2);
    if let Some(Overlay::Filter(input)) = &app.overlay {
        let end = pen.put(x + 1, y, "filter ", Ink::Accent, inner);
        pen.put(end, y, input.text(), Ink::Body, inner.saturating_sub(end - x));
        return Some(Position { x: end + width(input.before_cursor()) as u16, y });
    }
    if let Some(message) = app.message.as_ref().filter(|_| panes::popup(app).is_none()) {
        pen.put(x + 1, y, message, Ink::Accent, inner);
        return None;
    }
    let clock = if regions.tabs { clock(app) } else { String::new() };
    if panes::popup(app).is_some() {
        // The popup has hints of its own at its foot.
        pen.put_right(x + columns.saturating_sub(1), y, &clock, Ink::Quiet, inner);
        return None;
    }
    let room = inner.saturating_sub(width(&clock) as u16 + 2);
    let mut at = x + 1;
    for (key, word) in hints(app.context(), app.view_context()) {
        let wide = (width(key) + width(word) + 1) as u16;
        if at + wide > x + 1 + room {
            break;
        }
        let end = pen.put(at, y, key, Ink::Key, room);
        at = pen.put(end + 1, y, word, Ink::Quiet, room) + 3;
    }
    pen.put_right(x + columns.saturating_sub(1), y, &clock, Ink::Quiet, inner);
    None
}

/// The keys that the footer shows, in the order of the key table.
fn hints(context: Context, view: Context) -> Vec<(&'static str, &'static str)> {
    let rows = keymap::BINDINGS.iter().filter(|b| !b.hint.is_empty());
    let here =
        |b: &&keymap::Binding| b.contexts.contains(&context) || (context == view && b.contexts.contains(&Context::Any));
    let mut hints: Vec<(&str, &str)> = rows.filter(here).map(|b| (b.keys[0], b.hint)).collect();
    if let Some(at) = hints.iter().position(|(_, word)| *word == "date") {
        // One pair of keys, shown as one.
        hints[at].0 = "( )";
    }
    if let Some(at) = hints.iter().position(|(_, word)| *word == "era") {
        hints[at].0 = "[ ]";
    }
    if let Some(at) = hints.iter().position(|(_, word)| *word == "zoom") {
        hints[at].0 = "+ -";
    }
    hints
}
