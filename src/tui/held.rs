//! What the pointer holds between the press of its button and the release.

use griot_history::scale::Window;
use griot_history::text::Anchor;
use griot_history::text::page::PageOf;
use ratatui::layout::Position;

/// A press of the left button that may become a drag; released where it went down, it is a click.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Held {
    /// The cell at which the button went down.
    pub at: Position,
    /// Whether the pointer has left that cell since.
    pub moved: bool,
    /// What is dragged.
    pub what: Grip,
}

/// What can be dragged.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Grip {
    /// The text of the reading view: words are selected.
    Text {
        /// The page on which it began.
        of: PageOf,
        /// Where the word under the press begins.
        word: Anchor,
    },
    /// The rule beside the sidebar, which it widens or narrows.
    Separator,
    /// The axis of the timeline: it moves with the pointer from the stretch of time that was in sight.
    Axis(Window),
    /// The ribbon: the text goes along to the date under the pointer.
    Ribbon,
}

/// A step of a drag.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Drag {
    /// What is dragged.
    pub what: Grip,
    /// The cell at which the button went down.
    pub from: Position,
    /// The cell under the pointer now.
    pub to: Position,
    /// Whether it has only now begun to move.
    pub first: bool,
}
