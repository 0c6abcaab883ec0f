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

use crate::tui::app::{App, Context, Overlay, Screen};
use crate::tui::keymap;
use crate::tui::panes;
use crate::tui::regions::{LEAST, Regions};
use crate::tui::theme::Ink;
use griot_history::chronicle;
use griot_history::text::width;
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
            let said = panes::tab_said(regions, screen);
            pen.put(at, y, &said, ink, columns);
            // Its key is shown before the name, or is the letter that the name begins with.
            if screen != app.screen && said[1..].to_lowercase().starts_with(screen.key()) {
                pen.put(at + 1, y, &said[1..2], Ink::Key, 1);
            }
        }
        let keys = panes::header_keys(app, regions);
        let said: Vec<&str> = keys.iter().map(|key| key.said).collect();
        pen.put_right(right.saturating_sub(1), y, &said.join(panes::HEADER_GAP), Ink::Quiet, regions.header.width);
    } else {
        small_header(app, pen, regions);
    }
    if let Some(rule) = regions.header_rule {
        pen.rule(rule, regions.tabs);
    }
}

/// One line on small screens: where one is, the year and how far.
fn small_header(app: &App, pen: &mut Pen, regions: &Regions) {
    let Rect { x, y, width: columns, .. } = regions.header;
    // On the narrowest screens the date alone leaves room for a name.
    let right = if columns < 36 { year_under_the_eye(app).unwrap_or_default() } else { clock(app) };
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

/// The date of the statement under the eye, or of the nearest dated one before it, no finer than a year.
fn year_under_the_eye(app: &App) -> Option<String> {
    chronicle::reading(&app.pack, app.reader.eye(&app.pack)?).map(|when| when.to_the_year().on_screen())
}

/// The last line: the filter being typed, a message, or hints; where the cursor stands when something is typed there.
fn status(app: &App, pen: &mut Pen, regions: &Regions) -> Option<Position> {
    let Rect { x, y, width: columns, .. } = regions.status;
    let inner = columns.saturating_sub(2);
    if let Some(Overlay::Filter(input)) = &app.overlay {
        let end = pen.put(x + 1, y, "filter ", Ink::Accent, inner);
        let typed = pen.put(end, y, input.text(), Ink::Body, inner.saturating_sub(end - x));
        let ways = "Enter keeps it   Esc drops it";
        if usize::from(columns.saturating_sub(typed - x + 3)) >= width(ways) {
            pen.put_right(x + columns.saturating_sub(1), y, ways, Ink::Quiet, inner);
        }
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
    let room = if clock.is_empty() { inner } else { inner.saturating_sub(width(&clock) as u16 + 2) };
    // What the header shows need not be repeated.
    let above = panes::header_keys(app, regions);
    let mut hints = hints(app);
    hints.retain(|(key, word)| !above.iter().any(|shown| shown.said == format!("{key} {word}")));
    put_hints(pen, Rect { x: x + 1, width: room, ..regions.status }, &hints);
    pen.put_right(x + columns.saturating_sub(1), y, &clock, Ink::Quiet, inner);
    None
}

/// A key and the word for what it does.
type Hint = (&'static str, &'static str);

/// The keys that the footer shows, in the order of the key table.
fn hints(app: &App) -> Vec<Hint> {
    let (context, view) = (app.context(), app.view_context());
    let card_is_beside = app.regions().is_some_and(|regions| regions.card.is_some());
    let wanted = |binding: &&keymap::Binding| match binding.hint {
        "" => false,
        // What is in sight already, and a way that leads nowhere.
        "peek" => !card_is_beside,
        "back" => !app.past.is_empty(),
        _ => true,
    };
    let here =
        |b: &&keymap::Binding| b.contexts.contains(&context) || (context == view && b.contexts.contains(&Context::Any));
    let rows = keymap::BINDINGS.iter().filter(wanted).filter(here);
    rows.map(|binding| match binding.hint {
        // One pair of keys, shown as one.
        "date" => ("( )", "date"),
        "era" => ("[ ]", "era"),
        "zoom" => ("+ -", "zoom"),
        "word" => ("h l", "word"),
        "line" => ("j k", "line"),
        hint => (binding.keys[0], hint),
    })
    .collect()
}

/// Puts as many hints as there is room for; the ways to help, to the search and out are the last to go.
fn put_hints(pen: &mut Pen, area: Rect, hints: &[Hint]) {
    const LAST_TO_GO: [&str; 4] = ["help", "quit", "close", "search"];
    const GAP: usize = 3;
    let wide = |(key, word): &Hint| width(key) + width(word) + 1 + GAP;
    let mut left = usize::from(area.width) + GAP;
    let mut kept = vec![false; hints.len()];
    for word in LAST_TO_GO {
        if let Some(at) = hints.iter().position(|hint| hint.1 == word).filter(|at| wide(&hints[*at]) <= left) {
            left -= wide(&hints[at]);
            kept[at] = true;
        }
    }
    for (at, hint) in hints.iter().enumerate() {
        if kept[at] {
            continue;
        }
        if wide(hint) > left {
            break;
        }
        left -= wide(hint);
        kept[at] = true;
    }
    let mut x = area.x;
    for (_, (key, word)) in hints.iter().enumerate().filter(|(at, _)| kept[*at]) {
        x = pen.put(x, area.y, key, Ink::Key, area.right().saturating_sub(x));
        x = pen.put(x + 1, area.y, word, Ink::Quiet, area.right().saturating_sub(x + 1)) + GAP as u16;
    }
}
