//! Dragging: what the pointer holds between the press of its button and the release. Positions are checked against the
//! regions here as everywhere: terminals report anything.

use ratatui::layout::{Position, Rect};

use super::{mouse, select, sidebar, timeline};
use crate::tui::app::{App, Effect, Grip, Held, Screen};
use crate::tui::reader::Selection;
use crate::tui::regions::Regions;
use griot_history::text::page::PageOf;
use griot_history::text::{Anchor, words::Word};

/// The button went down: on what can be dragged it waits for the pointer to move, on all else it is a click.
pub(super) fn press(app: &mut App, at: Position) -> Effect {
    let grip = app.regions().filter(|_| app.overlay.is_none()).and_then(|regions| grip(app, &regions, at));
    let Some(what) = grip else { return mouse::click(app, at, false) };
    app.reader.selected = None;
    app.held = Some(Held { at, moved: false, what });
    Effect::None
}

/// What can be dragged at a cell.
fn grip(app: &App, regions: &Regions, at: Position) -> Option<Grip> {
    let under = |area: Option<Rect>| area.is_some_and(|area| area.contains(at));
    match app.screen {
        _ if under(regions.ribbon) => Some(Grip::Ribbon),
        Screen::Timeline => timeline::axis_at(app, at).map(Grip::Axis),
        Screen::Read if under(regions.wall) => Some(Grip::Wall),
        Screen::Read if regions.text.contains(at) && !under(regions.sidebar) => {
            let word = app.reader.word_at(at.x - regions.text.x, at.y - regions.text.y)?;
            Some(Grip::Text { of: app.reader.page.of, word: word.anchor() })
        }
        _ => None,
    }
}

/// The pointer moved with the button down.
pub(super) fn drag(app: &mut App, at: Position) -> Effect {
    let (Some(regions), Some(held)) = (app.regions(), app.held) else { return Effect::None };
    if at == held.at && !held.moved {
        return Effect::None;
    }
    app.message = None;
    app.held = Some(Held { moved: true, ..held });
    match held.what {
        Grip::Text { of, word } => over_text(app, regions.text, at, of, word),
        Grip::Wall => sidebar::to(app, at.x),
        Grip::Axis(begun) => timeline::drag_axis(app, begun, i32::from(at.x) - i32::from(held.at.x)),
        Grip::Ribbon => timeline::along_ribbon(app, Position { y: held.at.y, ..at }, !held.moved),
    }
    Effect::None
}

/// The button went up: without a move it was a click where it had gone down, and words that were selected are copied.
pub(super) fn release(app: &mut App, at: Position) -> Effect {
    if app.held.is_some_and(|held| !held.moved) {
        // A quick hand may move and let go between two reports.
        drag(app, at);
    }
    let Some(held) = app.held.take() else { return Effect::None };
    if !held.moved {
        app.message = None;
        return mouse::click(app, held.at, false);
    }
    match held.what {
        Grip::Text { .. } => return select::copy_drawn(app),
        // What was told while it moved still holds.
        Grip::Wall | Grip::Axis(_) | Grip::Ribbon => {}
    }
    Effect::None
}

/// Selects from the word that was pressed to the one under the pointer; beyond the edges of the pane the text scrolls.
fn over_text(app: &mut App, text: Rect, at: Position, of: PageOf, pressed: Anchor) {
    if app.reader.page.of != of {
        return;
    }
    if at.y < text.y {
        app.reader.scroll(-1);
    } else if at.y >= text.bottom() {
        app.reader.scroll(1);
    }
    let row = at.y.clamp(text.y, text.bottom() - 1) - text.y;
    let end = app.reader.word_at(at.x.saturating_sub(text.x), row).map(Word::anchor);
    app.reader.selected = end.map(|end| Selection { fixed: pressed, end, by_keys: false });
}
