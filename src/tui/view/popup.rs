//! Popups: search, help, peek, marks, the copy menu and the question before an address is opened.

use ratatui::layout::{Position, Rect};

use super::pen::Pen;
use super::read::paint_blocks;
use crate::tui::app::{App, Context, Overlay};
use crate::tui::input::Input;
use crate::tui::keymap;
use crate::tui::list::List;
use crate::tui::panes::{self, Popup};
use crate::tui::theme::Ink;
use griot_history::quote::Form;
use griot_history::text::page::PageOf;
use griot_history::text::{graphemes, width};

/// Paints the popup that is open; where the cursor belongs.
pub fn paint(app: &App, pen: &mut Pen) -> Option<Position> {
    let popup = panes::popup(app)?;
    let overlay = app.overlay.as_ref()?;
    let title = match overlay {
        Overlay::Search(_) => "Search",
        Overlay::Help { context: Some(_), .. } => "Help",
        Overlay::Help { .. } => "Commands",
        Overlay::Marks(_) => "Marks",
        Overlay::CopyMenu(_) => "Copy",
        Overlay::Ask(_) => "Open outside griot?",
        Overlay::Peek { .. } | Overlay::Letters(_) | Overlay::Filter(_) => "",
    };
    if popup.border {
        pen.frame(popup.frame, title);
    } else {
        pen.fill(popup.frame, Ink::Body);
    }
    let cursor = match overlay {
        Overlay::Search(finder) => super::finder::paint(app, pen, &popup, finder),
        Overlay::Help { input, list, context } => help(pen, &popup, input, *list, *context),
        Overlay::Peek { top } => {
            let (blocks, layout) = panes::card(app, popup.rows.width);
            paint_blocks(pen, &blocks, &layout, popup.rows, usize::from(*top));
            None
        }
        Overlay::Marks(list) => Some(rows(pen, &popup, *list, app.marks.len(), |i| mark_said(app, i))),
        Overlay::CopyMenu(list) => {
            Some(rows(pen, &popup, *list, Form::ALL.len(), |i| crate::tui::copy::said(app, Form::ALL[i]).to_owned()))
        }
        Overlay::Ask(address) => Some(ask(pen, &popup, address)),
        Overlay::Letters(_) | Overlay::Filter(_) => None,
    };
    foot(app, pen, &popup);
    cursor
}

fn foot(app: &App, pen: &mut Pen, popup: &Popup) {
    let Rect { x, y, width: columns, .. } = popup.foot;
    if let Some(message) = &app.message {
        pen.put(x, y, message, Ink::Accent, columns);
        return;
    }
    let hints = match app.overlay {
        Some(Overlay::Ask(_) | Overlay::Peek { .. }) => vec![("Enter", "open"), ("Esc", "close")],
        Some(Overlay::Help { .. }) => vec![("Enter", "runs it"), ("Esc", "close")],
        _ => super::hints(app),
    };
    super::put_hints(pen, popup.foot, &hints);
}

/// The prompt line; where its cursor stands.
pub fn prompt(pen: &mut Pen, area: Rect, input: &Input, said: &str) -> Position {
    let start = pen.put(area.x, area.y, "❯ ", Ink::Accent, 2);
    let room = area.right().saturating_sub(start);
    let before = width(input.before_cursor()) as u16;
    // A long query scrolls so that its cursor stays in sight.
    let hidden = (before + 1).saturating_sub(room);
    let mut shown = input.text();
    let mut gone = 0;
    for (at, grapheme, wide) in graphemes(input.text()) {
        if gone >= hidden {
            break;
        }
        gone += wide as u16;
        shown = &input.text()[at + grapheme.len()..];
    }
    let end = pen.put(start, area.y, shown, Ink::Body, room);
    let free = area.right().saturating_sub(end + 3);
    if width(said) <= usize::from(free) {
        pen.put_right(area.right(), area.y, said, Ink::Quiet, free);
    }
    Position { x: start + before.saturating_sub(gone), y: area.y }
}

fn help(pen: &mut Pen, popup: &Popup, input: &Input, list: List, context: Option<Context>) -> Option<Position> {
    let line = popup.input?;
    let rows = keymap::rows(input.text(), context);
    let name = context.map_or("every command", |context| context.name());
    let said = format!("{name} · {} of {}", (list.chosen + 1).min(rows.len()), rows.len());
    let cursor = prompt(pen, line, input, &said);
    pen.rule(Rect { y: line.y + 1, ..line }, false);
    let area = popup.rows;
    let keys_wide = if area.width >= 60 { 30 } else { 16 };
    let mut group = None;
    let top = list.first_shown(rows.len(), usize::from(area.height));
    for (i, binding) in rows.iter().enumerate().skip(top).take(usize::from(area.height)) {
        let y = area.y + (i - top) as u16;
        let chosen = i == list.chosen;
        if chosen {
            pen.put(area.x, y, "▌", Ink::Accent, 1);
        }
        let keys = keys_said(binding, if area.width >= 60 { 4 } else { 2 });
        pen.put(area.x + 2, y, &keys, Ink::Key, keys_wide);
        let does = format!("{}{}", binding.does, keymap::where_it_holds(binding));
        let room = area.width.saturating_sub(keys_wide + 3);
        pen.put_chosen(area.x + 3 + keys_wide, y, &does, Ink::Body, room, chosen);
        if group != Some(binding.group) {
            group = Some(binding.group);
            let name = binding.group.name();
            if usize::from(room) > width(&does) + width(name) + 3 {
                pen.put_right(area.right(), y, name, Ink::Quiet, room);
            }
        }
    }
    if rows.is_empty() {
        pen.put(area.x, area.y, "no key does that; Backspace takes letters away", Ink::Quiet, area.width);
    }
    Some(cursor)
}

fn keys_said(binding: &keymap::Binding, most: usize) -> String {
    binding.keys.iter().take(most).copied().collect::<Vec<_>>().join("  ")
}

/// A plain list; where its cursor stands.
fn rows(pen: &mut Pen, popup: &Popup, list: List, count: usize, said: impl Fn(usize) -> String) -> Position {
    let area = popup.rows;
    let top = list.first_shown(count, usize::from(area.height));
    for i in top..count.min(top + usize::from(area.height)) {
        let y = area.y + (i - top) as u16;
        let chosen = i == list.chosen;
        pen.put(area.x, y, if chosen { "▌" } else { " " }, Ink::Accent, 1);
        pen.put_chosen(area.x + 2, y, &said(i), Ink::Body, area.width.saturating_sub(2), chosen);
    }
    Position { x: area.x, y: area.y + list.chosen.saturating_sub(top) as u16 }
}

fn mark_said(app: &App, at: usize) -> String {
    let pack = &app.pack;
    let Some(mark) = app.marks.get(at) else { return String::new() };
    match mark.of {
        PageOf::Entity(entity) => pack[entity].name.to_string(),
        PageOf::Era(era) => {
            let page = griot_history::text::page::Page::new(pack, mark.of, None);
            match mark.hand.or_else(|| page.statement_near(mark.top)) {
                Some(id) => format!("{}  {}", pack.told_at(pack[id].passage), pack[id].text),
                None => pack[era].title.to_string(),
            }
        }
    }
}

fn ask(pen: &mut Pen, popup: &Popup, address: &str) -> Position {
    let area = popup.rows;
    let mut rest = address;
    let mut y = area.y;
    // The whole address is shown: what is cut off could be what matters.
    while !rest.is_empty() && y < area.bottom() {
        let at = rest.floor_char_boundary(usize::from(area.width).min(rest.len()));
        pen.put(area.x, y, &rest[..at.max(1)], Ink::Body, area.width);
        rest = &rest[at.max(1)..];
        y += 1;
    }
    if let Err(reason) = griot_pack::url::allowed(address) {
        pen.put(area.x, y.min(area.bottom() - 1), &format!("not opened: {reason}"), Ink::Warning, area.width);
    }
    Position { x: area.x, y: area.y }
}
