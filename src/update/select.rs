//! Selecting words of the text, and what is copied of them.

use crate::app::{Action, App, Effect};

/// What a key does while words are selected; nothing, when it is none of theirs.
pub(super) fn update(app: &mut App, action: Action) -> Option<Effect> {
    app.reader.selected?;
    match action {
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
    super::hand_over(app, &text, |words, cut| format!("copied {words}{cut}{more}"))
}
