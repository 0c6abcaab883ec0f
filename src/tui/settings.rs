//! What the reader chose about the looks.

use super::theme::Theme;

/// What the reader chose about the looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own that a key turns")]
pub struct Settings {
    /// The colours.
    pub theme: Theme,
    /// Only ASCII reaches the screen.
    pub ascii: bool,
    /// The most columns of text.
    pub measure: u16,
    /// The columns of the sidebar, where they were chosen; as many as suit the screen otherwise.
    pub sidebar: Option<u16>,
    /// Whether the panes are hidden.
    pub only_text: bool,
    /// Whether the margin tells how well each statement is known.
    pub trust: bool,
    /// Whether griot has the mouse.
    pub mouse: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            theme: Theme::Auto,
            ascii: false,
            measure: Self::MEASURE,
            sidebar: None,
            only_text: false,
            trust: false,
            mouse: true,
        }
    }
}

impl Settings {
    /// The columns of text at first.
    pub const MEASURE: u16 = 64;
    /// The narrowest and widest text that may be chosen.
    pub const MEASURES: std::ops::RangeInclusive<u16> = 30..=72;
}
