//! Selecting words of the text, and what is copied of them.

use crate::tui::app::{Action, App, Clipboard, Effect, Pane};
use crate::tui::reader::Reader;

/// What a key does while words are selected; nothing, when it is none of theirs.
pub(super) fn update(app: &mut App, action: Action) -> Option<Effect> {
    let selected = app.reader.selected.as_mut()?;
    match action {
        Action::Lines(by) if selected.by_keys => further(app, Reader::select_line, by),
        Action::CursorWord(by) if selected.by_keys => further(app, Reader::select_word, by),
        Action::Select => begin(app),
        Action::Copy => return Some(copy(app, "")),
        Action::Escape => app.reader.selected = None,
        // What lies on top, or changes only the looks, leaves the words as they are.
        Action::Help | Action::Palette | Action::NextTheme => return None,
        _ => {
            app.reader.selected = None;
            return None;
        }
    }
    Some(Effect::None)
}

/// Begins to select by keys.
pub(super) fn begin(app: &mut App) {
    app.pane = Pane::Text;
    app.fit();
    if let Some(drawn) = &mut app.reader.selected {
        // The keys go on where the mouse has left off.
        drawn.by_keys = true;
    } else if !app.reader.select_at_the_eye(&app.pack) {
        app.message = Some("there is nothing to select here".into());
    }
}

/// Moves the end of what is selected.
fn further(app: &mut App, how: impl Fn(&mut Reader, bool) -> bool, by: i32) {
    let moved = (0..by.unsigned_abs()).filter(|_| how(&mut app.reader, by > 0)).count();
    if moved == 0 && by != 0 {
        app.message = Some(if by > 0 { "this is the last word".into() } else { "this is the first word".into() });
    }
}

/// Copies what the mouse has drawn, which stays in sight until the next key or click.
pub(super) fn copy_drawn(app: &mut App) -> Effect {
    let drawn = app.reader.selected;
    let effect = copy(app, " · Shift-drag is the terminal’s own selection");
    app.reader.selected = drawn;
    effect
}

/// Copies what is selected and ends the selection.
fn copy(app: &mut App, more: &str) -> Effect {
    let Some(stretch) = app.reader.selection() else { return Effect::None };
    app.reader.selected = None;
    let text = stretch.text(&app.reader.page.blocks);
    match app.settings.clipboard {
        Clipboard::Terminal => super::hand_over(app, &text, |words, cut| format!("copied {words}{cut}{more}")),
        other => super::hand_over(app, &text, |words, cut| format!("{words} {}{cut}", other.sent())),
    }
}
