//! The line of a popup that is typed in.

use griot_history::text::{graphemes, width};
use ratatui::layout::{Position, Rect};

use crate::tui::action::Action;
use crate::tui::theme::Ink;
use crate::tui::widgets::input::Input;
use crate::tui::widgets::pen::Pen;

/// Edits the line of a prompt; whether its text changed.
pub(super) fn edit(input: &mut Input, action: Action) -> bool {
    let before = input.text().to_owned();
    input.take();
    match action {
        Action::Type(c) => input.insert(c),
        Action::Cursor(by) => input.step(by),
        Action::CursorWord(by) => input.step_word(by),
        Action::CursorEnd(by) => input.to_end(by),
        Action::Erase => input.erase(),
        Action::EraseNext => input.erase_next(),
        Action::EraseWord => input.erase_word(),
        Action::EraseLine => input.erase_line(),
        Action::EraseRest => input.erase_rest(),
        _ => {}
    }
    input.text() != before
}

/// The prompt line; where its cursor stands.
pub(super) fn paint(pen: &mut Pen, area: Rect, input: &Input, label: &str) -> Position {
    let start = pen.put((area.x, area.y), "❯ ", Ink::Accent, 2);
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
    let end = pen.put((start, area.y), shown, Ink::Body, room);
    let free = area.right().saturating_sub(end + 3);
    if width(label) <= usize::from(free) {
        pen.put_right((area.right(), area.y), label, Ink::Quiet, free);
    }
    Position { x: start + before.saturating_sub(gone), y: area.y }
}
