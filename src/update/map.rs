//! The keys and the mouse of the view.

use ratatui::layout::Position;

use crate::app::{Action, App, Effect};

/// Does what a key does in this view.
pub(super) fn update(_app: &mut App, _action: Action) -> Effect {
    Effect::None
}

/// A button went down at a cell of the view.
pub(super) fn click(_app: &mut App, _at: Position, _second: bool) {}

/// The wheel turned at a cell of the view, in lines.
pub(super) fn wheel(_app: &mut App, _at: Position, _lines: i32) {}

/// The view is about to be shown: it takes over the place and the entity in hand.
pub(super) const fn enter(_app: &mut App) {}
