//! What the pointer holds between the press of its button and the release.

use ratatui::layout::Position;

use griot_history::scale::Window;
use griot_history::text::Anchor;
use griot_history::text::page::PageOf;

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
    Wall,
    /// The axis of the timeline: it moves with the pointer from the stretch of time that was in sight.
    Axis(Window),
    /// The ribbon: the text goes along to the date under the pointer.
    Ribbon,
}
