//! Painting: the state as cells. It takes `&App`, so it cannot change anything.

use crate::tui::layout::Width;
use griot_history::text::width;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::action::Context;
use super::app::App;
use super::header;
use super::layout::{LEAST, Regions};
use super::overlays::{self, Floor, Overlay, Popup};
use super::theme::Ink;
use super::views::View;
use super::widgets::input::Input;
use super::widgets::pen::Pen;

/// Paints the whole screen; where the terminal's cursor belongs.
pub fn paint(app: &App, buffer: &mut Buffer) -> Option<Position> {
    let cursor = paint_beneath(app, buffer);
    paint_over(app, buffer, cursor)
}

/// Paints what lies beneath any popup; where the cursor belongs if there is none.
pub fn paint_beneath(app: &App, buffer: &mut Buffer) -> Option<Position> {
    let area = buffer.area;
    let mut pen = Pen::new(buffer, app.shared.settings);
    pen.fill(area, Ink::Body);
    let Some(regions) = app.shared.regions() else {
        too_small(&mut pen, area, &app.shared.key("quit"));
        return None;
    };
    header(app, &mut pen, &regions);
    let cursor = app.views.paint(&app.shared, &mut pen);
    status(app, &mut pen, &regions).or(cursor).filter(|at| area.contains(*at))
}

/// Paints what lies on top; where the cursor belongs, which is where it would be beneath if nothing on top takes it.
pub fn paint_over(app: &App, buffer: &mut Buffer, beneath: Option<Position>) -> Option<Position> {
    let area = buffer.area;
    let over = app.shared.regions().and_then(|_| overlay(app, &mut Pen::new(buffer, app.shared.settings)));
    over.filter(|at| area.contains(*at)).or(beneath)
}

fn too_small(pen: &mut Pen, area: Rect, quit: &str) {
    let text = format!(
        "griot needs {} × {}, this is {} × {} · {quit} quits",
        LEAST.width, LEAST.height, area.width, area.height
    );
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
        x = pen.put((x, y), word, Ink::Body, area.right().saturating_sub(x)) + 1;
    }
}

fn header(app: &App, pen: &mut Pen, regions: &Regions) {
    let shared = &app.shared;
    let (y, right) = (regions.header.y, regions.header.right());
    if regions.tabs {
        let mut writer = pen.writer(regions.header);
        writer.gap(1).put("griot", Ink::Title).gap(2);
        if Width::of(regions.all.width) == Width::Wide {
            writer.put(&shared.pack.about.title, Ink::Body);
        }
        for tab in header::tabs(shared, regions) {
            let shown = tab.screen == shared.screen;
            pen.put((tab.x, y), &tab.text, if shown { Ink::Active } else { Ink::Body }, width(&tab.text) as u16);
            // Its key is shown before the name, or is the letter that the name begins with.
            let key = shared.key(tab.screen.command());
            if !shown && tab.text[1..].to_lowercase().starts_with(&key) {
                pen.put((tab.x + 1, y), &tab.text[1..=key.len()], Ink::Key, key.len() as u16);
            }
        }
        let keys: Vec<String> = header::keys(shared, regions).into_iter().map(|key| key.text).collect();
        pen.put_right((right.saturating_sub(1), y), &keys.join(header::GAP), Ink::Quiet, regions.header.width);
    } else {
        small_header(app, pen, regions);
    }
    if let Some(rule) = regions.header_rule {
        if regions.tabs { pen.rule(rule) } else { pen.dotted_rule(rule) }
    }
}

/// One line on small screens: where one is, the year and how far.
fn small_header(app: &App, pen: &mut Pen, regions: &Regions) {
    let Rect { x, y, width: columns, .. } = regions.header;
    // On the narrowest screens the date alone leaves room for a name.
    let right = if columns < 36 { app.shared.year().unwrap_or_default() } else { app.views.clock(&app.shared) };
    let room = columns.saturating_sub(width(&right) as u16 + 2);
    pen.put((x, y), &app.views.place(&app.shared), Ink::Title, room);
    pen.put_right((x + columns, y), &right, Ink::Quiet, columns);
}

/// The last line: the filter being typed, a message, or hints; where the cursor stands when something is typed there.
fn status(app: &App, pen: &mut Pen, regions: &Regions) -> Option<Position> {
    let line = Rect { x: regions.status.x + 1, width: regions.status.width.saturating_sub(2), ..regions.status };
    if let Some(Overlay::Filter(input)) = &app.overlay {
        let typed = filter(app, pen, line, input);
        return (!input.is_left()).then_some(typed);
    }
    let popup = app.overlay.as_ref().is_some_and(|overlay| Popup::of(overlay, &app.shared).is_some());
    if let Some(message) = app.shared.message.as_ref().filter(|_| !popup) {
        pen.put((line.x, line.y), message, Ink::Accent, line.width);
        return None;
    }
    let clock = if regions.tabs { app.views.clock(&app.shared) } else { String::new() };
    pen.put_right((line.right(), line.y), &clock, Ink::Quiet, line.width);
    // A popup has hints of its own at its foot.
    if !popup {
        let room = if clock.is_empty() { line.width } else { line.width.saturating_sub(width(&clock) as u16 + 2) };
        // What the header shows need not be repeated.
        let above = header::keys(&app.shared, regions);
        let mut hints = hints(app);
        hints.retain(|(keys, word)| !above.iter().any(|shown| shown.text == format!("{keys} {word}")));
        put_hints(pen, Rect { width: room, ..line }, &hints);
    }
    None
}

/// The filter being typed; where its cursor stands.
fn filter(app: &App, pen: &mut Pen, line: Rect, input: &Input) -> Position {
    let (keep, drop) = (app.shared.key("open-row"), app.shared.key("close-prompt"));
    let mut writer = pen.writer(line);
    let begin = writer.put("filter ", Ink::Accent).x();
    writer.put(input.text(), Ink::Body).right(&format!("{keep} keeps it   {drop} drops it"), Ink::Quiet);
    Position { x: begin + width(input.before_cursor()) as u16, y: line.y }
}

fn overlay(app: &App, pen: &mut Pen) -> Option<Position> {
    let (cursor, floor) = overlays::paint(app.overlay.as_ref()?, &app.shared, pen);
    let (area, hints) = match floor? {
        Floor::Own(area, hints) => (area, hints),
        Floor::OfKeys(area) => (area, hints(app)),
    };
    match &app.shared.message {
        Some(message) => {
            pen.put((area.x, area.y), message, Ink::Accent, area.width);
        }
        None => put_hints(pen, area, &hints),
    }
    cursor
}

/// Keys and the word for what they do.
type Hint = (String, &'static str);

/// The keys that the footer shows, in the order of the commands.
fn hints(app: &App) -> Vec<Hint> {
    let shared = &app.shared;
    let leads = |name: &str| name != "back" || !shared.history.back.is_empty();
    let in_view = matches!(app.context(), Context::View(_) | Context::Select);
    let useful = |name: &str| !in_view || leads(name) && app.views.hints(shared, name);
    let hints = shared.keymap.hints(app.context()).filter(|hint| useful(hint.name));
    hints.map(|hint| (hint.keys, hint.word)).collect()
}

/// Puts as many hints as there is room for; the ways to help, to the search, out and to other tables, which nothing else on
/// the screen tells of, are the last to go; while words are selected, what becomes of them and the way back.
fn put_hints(pen: &mut Pen, area: Rect, hints: &[Hint]) {
    const LAST_TO_GO: [&str; 5] = ["help", "quit", "close", "search", "table"];
    const WHILE_SELECTING: [&str; 3] = ["end", "copy", "word"];
    const GAP: usize = 3;
    let wide = |(key, word): &Hint| width(key) + width(word) + 1 + GAP;
    let mut left = usize::from(area.width) + GAP;
    let mut kept = vec![false; hints.len()];
    let selecting = hints.iter().any(|(_, word)| *word == WHILE_SELECTING[0]);
    for &word in if selecting { &WHILE_SELECTING[..] } else { &LAST_TO_GO } {
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
    let mut writer = pen.writer(area);
    for (_, (key, word)) in hints.iter().enumerate().filter(|(at, _)| kept[*at]) {
        writer.put(key, Ink::Key).gap(1).put(word, Ink::Quiet).gap(GAP as u16);
    }
}
