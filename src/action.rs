//! The words in which the state is changed: contexts, actions and effects.

use ratatui::layout::Size;

use crate::app::Screen;

/// Which keys hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Context {
    Any,
    Read,
    Timeline,
    Map,
    Who,
    Sources,
    /// A popup with a list or a text.
    Pick,
    /// A popup with a line to type in.
    Prompt,
    /// Letters on links.
    Letters,
}

impl Context {
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Any => "anywhere",
            Self::Read => "text",
            Self::Timeline => "timeline",
            Self::Map => "map",
            Self::Who => "who’s who",
            Self::Sources => "sources",
            Self::Pick => "popups",
            Self::Prompt => "prompts",
            Self::Letters => "letters",
        }
    }
}

/// Everything that can happen to the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    Lines(i32),
    HalfPages(i32),
    Pages(i32),
    Top,
    Bottom,
    Passages(i32),
    Eras(i32),
    /// To the era of that number, from 1.
    Era(u8),
    Dated(i32),
    Panes(i32),
    Pan(i32, i32),
    Links(i32),
    Notes(i32),
    Hits(i32),
    Open,
    Peek,
    Letters,
    Back,
    Forward,
    OpenOutside,
    OpenArchive,
    Search,
    Show(Screen),
    Cycle,
    Variant,
    Marker,
    Filter,
    Wider(i32),
    ShowAll,
    OnlyText,
    Trust,
    NextTheme,
    Mark,
    Marks,
    Copy,
    CopyMenu,
    Help,
    Palette,
    Escape,
    Quit,
    QuitNow,
    Suspend,
    Redraw,
    Mouse,
    Complete,
    HitsInText,
    Recent,
    Type(char),
    Cursor(i32),
    CursorWord(i32),
    CursorEnd(i32),
    Erase,
    EraseNext,
    EraseWord,
    EraseLine,
    EraseRest,
    /// The terminal has a new size.
    Resize(Size),
    /// A button went down at a cell.
    Click {
        column: u16,
        row: u16,
        second: bool,
    },
    /// The wheel turned at a cell, in lines.
    Wheel {
        column: u16,
        row: u16,
        lines: i32,
    },
}

/// What the terminal is to do after a change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    None,
    Quit,
    Suspend,
    Redraw,
    /// Hand a text to the terminal's clipboard.
    Copy(String),
    /// Open an address outside griot; it was shown and said yes to.
    OpenUrl(String),
    /// Take the mouse, or leave it to the terminal.
    Mouse(bool),
}
