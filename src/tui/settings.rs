//! What the reader chose about the looks.

use super::theme::{Depth, OwnColours, Theme};
use griot_pack::glyphs::Glyphs;

/// Where a text that is copied goes to. Whether it arrives is never answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clipboard {
    /// To the terminal, which knows what to do with it or does nothing.
    Terminal,
    /// To tmux, which hands it on if it is told to.
    Tmux,
    /// To GNU screen, which drops it.
    Screen,
    /// Nowhere: the console of Linux has none.
    None,
}

impl Clipboard {
    /// What is known of a text once it was sent, after its number of words.
    #[must_use]
    pub const fn sent(self) -> &'static str {
        match self {
            Self::Terminal => "sent to the terminal’s clipboard",
            Self::Tmux => "sent to tmux, which may drop them: griot doctor",
            Self::Screen => "sent, but screen drops them: griot doctor",
            Self::None => "not copied: this console has no clipboard",
        }
    }
}

/// What the reader chose about the looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Settings {
    /// The colours.
    pub theme: Theme,
    /// Colours of the reader’s own, over those of the theme.
    pub colours: OwnColours,
    /// How many colours the terminal has.
    pub depth: Depth,
    /// What becomes of a text that is copied.
    pub clipboard: Clipboard,
    /// Only ASCII reaches the screen.
    pub glyphs: Glyphs,
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
            colours: OwnColours::default(),
            depth: Depth::Full,
            clipboard: Clipboard::Terminal,
            glyphs: Glyphs::All,
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
