//! Selecting words of the text, and what is copied of them.

use griot_history::text::words::Word;
use ratatui::layout::{Position, Rect};

use super::{Pane, Read};
use crate::tui::action::{Action, Effect};
use crate::tui::held::{Drag, Grip};
use crate::tui::reader::{Reader, Selection};
use crate::tui::settings::Clipboard;
use crate::tui::shared::{Next, Shared};

/// What a key does while words are selected; nothing, when it is none of theirs.
pub(super) fn update(view: &mut Read, shared: &mut Shared, action: Action) -> Option<Next> {
    let selected = shared.reader.selected.as_mut()?;
    match action {
        Action::Lines(by) if selected.by_keys => further(shared, Reader::select_line, by),
        Action::CursorWord(by) if selected.by_keys => further(shared, Reader::select_word, by),
        Action::Select => begin(view, shared),
        Action::Copy => return Some(Next::Effect(copy(shared, ""))),
        Action::Escape => shared.reader.selected = None,
        // What lies on top, or changes only the looks, leaves the words as they are.
        Action::Help | Action::Palette | Action::NextTheme => return None,
        _ => {
            shared.reader.selected = None;
            return None;
        }
    }
    Some(Next::Stay)
}

/// Begins to select by keys.
pub(super) fn begin(view: &mut Read, shared: &mut Shared) {
    view.focus(Pane::Text);
    shared.fit_reader();
    if let Some(drawn) = &mut shared.reader.selected {
        // The keys go on where the mouse has left off.
        drawn.by_keys = true;
    } else if !shared.reader.select_here() {
        shared.say("there is nothing to select here");
    }
}

/// Moves the end of what is selected.
fn further(shared: &mut Shared, how: impl Fn(&mut Reader, bool) -> bool, by: i32) {
    let moved = (0..by.unsigned_abs()).filter(|_| how(&mut shared.reader, by > 0)).count();
    if moved == 0 && by != 0 {
        shared.say(if by > 0 { "this is the last word" } else { "this is the first word" });
    }
}

/// Copies what the mouse has drawn, which stays in sight until the next key or click.
pub(super) fn copy_drawn(shared: &mut Shared) -> Effect {
    let drawn = shared.reader.selected;
    let effect = copy(shared, " · Shift-drag is the terminal’s own selection");
    shared.reader.selected = drawn;
    effect
}

/// Copies what is selected and ends the selection.
fn copy(shared: &mut Shared, more: &str) -> Effect {
    let Some(stretch) = shared.reader.selection() else { return Effect::None };
    shared.reader.selected = None;
    let text = stretch.text(&shared.reader.page.blocks);
    match shared.settings.clipboard {
        Clipboard::Terminal => shared.hand_over(&text, |words, cut| format!("copied {words}{cut}{more}")),
        other => shared.hand_over(&text, |words, cut| format!("{words} {}{cut}", other.sent())),
    }
}

/// Selects from the word that was pressed to the one under the pointer; beyond the edges of the pane the text scrolls.
pub(super) fn drag(shared: &mut Shared, text: Rect, drag: &Drag) {
    let Grip::Text { of, word: pressed } = drag.what else { return };
    let (reader, at): (&mut Reader, Position) = (&mut shared.reader, drag.to);
    if reader.page.of != of {
        return;
    }
    if at.y < text.y {
        reader.scroll(-1);
    } else if at.y >= text.bottom() {
        reader.scroll(1);
    }
    let row = at.y.clamp(text.y, text.bottom() - 1) - text.y;
    let end = reader.word_at(at.x.saturating_sub(text.x), row).map(Word::anchor);
    reader.selected = end.map(|end| Selection { fixed: pressed, end, by_keys: false });
}
