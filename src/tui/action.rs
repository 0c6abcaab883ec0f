//! The words in which the state is changed: contexts, actions and effects.

use griot_pack::pack::StatementId;
use ratatui::layout::Size;

use super::screens::Screen;

/// Which keys hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Context {
    /// Holds in every other.
    Any,
    /// A view.
    View(Screen),
    /// The reading view, while its words are selected by keys.
    Select,
    /// A popup with a list or a text.
    Pick,
    /// A popup with a line to type in.
    Prompt,
    /// Labels on links.
    JumpLabels,
}

impl Context {
    /// All that keys can be given in.
    pub const ALL: [Self; 10] = [
        Self::Any,
        Self::View(Screen::Read),
        Self::View(Screen::Timeline),
        Self::View(Screen::Map),
        Self::View(Screen::Who),
        Self::View(Screen::Sources),
        Self::Select,
        Self::Pick,
        Self::Prompt,
        Self::JumpLabels,
    ];

    /// The word for it in the settings.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::View(Screen::Who) => "who",
            Self::JumpLabels => "labels",
            context => context.name(),
        }
    }

    /// Its name in the help.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Any => "anywhere",
            Self::View(screen) => screen.keys(),
            Self::Select => "selecting",
            Self::Pick => "popups",
            Self::Prompt => "prompts",
            Self::JumpLabels => "jump labels",
        }
    }

    /// Whether letters are typed as text there.
    #[must_use]
    pub const fn is_typed_into(self) -> bool {
        matches!(self, Self::Prompt | Self::JumpLabels)
    }
}

/// A button of the mouse.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Button {
    /// The one that chooses and goes.
    Left,
    /// The one that shows or opens without more ado.
    Right,
}

/// Everything that can happen to the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Scroll, or move the choice.
    Lines(i32),
    /// Scroll by halves of the pane.
    HalfPages(i32),
    /// Turn pages.
    Pages(i32),
    /// To the beginning; once more, of everything.
    Top,
    /// To the end; once more, of everything.
    Bottom,
    /// To another passage.
    Passages(i32),
    /// To another era.
    Eras(i32),
    /// To the era of that number, from 1.
    Era(u8),
    /// To another dated statement.
    Dated(i32),
    /// To the pane on the right or the left.
    Panes(i32),
    /// Move the window: east or later, north.
    Pan(i32, i32),
    /// Focus another link, place or event.
    Links(i32),
    /// Focus another footnote.
    Notes(i32),
    /// To another place of the last search.
    Hits(i32),
    /// Go to what has the focus.
    Open,
    /// Show it without going.
    Peek,
    /// Put labels on the links.
    JumpLabels,
    /// To the place before.
    Back,
    /// Undo a step back.
    Forward,
    /// Show the URL of what is at hand.
    OpenOutside,
    /// Show the URL of the kept copy.
    OpenArchive,
    /// Open the search.
    Search,
    /// Change the view.
    Show(Screen),
    /// The next of the one choice that the view has: scale, extent or sort order.
    Cycle,
    /// The next table or set of the view.
    NextTable,
    /// List the types of event.
    TypeMenu,
    /// Show the events of the type at a place of their list.
    ShowType(usize),
    /// Draw the map with other signs.
    Marker,
    /// Narrow the list by typing.
    Filter,
    /// Text width, or zoom.
    Wider(i32),
    /// Sidebar narrower or wider.
    Sidebar(i32),
    /// Undo zoom and pan.
    ShowAll,
    /// Hide or show the panes.
    OnlyText,
    /// Hide or show the trust margin.
    Trust,
    /// Read in another language.
    NextLanguage,
    /// Change the colours.
    NextTheme,
    /// Mark the place, or take its mark away.
    Mark,
    /// List the marks.
    Marks,
    /// Write a note on the statement at hand.
    Note,
    /// Begin to select words.
    Select,
    /// Copy what is at hand with its citations.
    Copy,
    /// Choose the form of a copy.
    CopyMenu,
    /// The keys of this view.
    Help,
    /// Every command by name.
    Palette,
    /// Leave the top thing.
    Escape,
    /// End the program.
    Quit,
    /// End it from anywhere but a prompt.
    QuitNow,
    /// Give the terminal back to the shell for a while.
    Suspend,
    /// Paint every cell anew.
    Redraw,
    /// Take the mouse, or leave it to the terminal.
    Mouse,
    /// Finish an `@kind` that was begun.
    Complete,
    /// Light what was found and go to the first.
    HitsInText,
    /// Bring an earlier search back.
    Recent,
    /// Put a letter into the line.
    Type(char),
    /// Move in the line by letters.
    Cursor(i32),
    /// Move in the line by words.
    CursorWord(i32),
    /// Move to an end of the line.
    CursorEnd(i32),
    /// Take the letter before the cursor away.
    Erase,
    /// Take the letter after it away.
    EraseNext,
    /// Take the word before it away.
    EraseWord,
    /// Take all before it away.
    EraseLine,
    /// Take all after it away.
    EraseRest,
    /// The terminal has a new size.
    Resize(Size),
    /// A button went down and up again at a cell.
    Click {
        /// From the left edge of the screen.
        column: u16,
        /// From its top.
        row: u16,
        /// Which it was.
        button: Button,
    },
    /// The left button went down at a cell.
    Press {
        /// From the left edge of the screen.
        column: u16,
        /// From its top.
        row: u16,
    },
    /// The pointer moved to a cell with the left button down.
    Drag {
        /// From the left edge of the screen.
        column: u16,
        /// From its top.
        row: u16,
    },
    /// The left button went up at a cell.
    Release {
        /// From the left edge of the screen.
        column: u16,
        /// From its top.
        row: u16,
    },
    /// The wheel turned at a cell, in lines.
    Wheel {
        /// From the left edge of the screen.
        column: u16,
        /// From its top.
        row: u16,
        /// Positive is down.
        lines: i32,
    },
}

/// What the terminal is to do after a change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Nothing but drawing.
    None,
    /// End the program.
    Quit,
    /// Stop until the shell continues it.
    Suspend,
    /// Paint every cell anew.
    Redraw,
    /// Hand a text to the terminal's clipboard.
    Copy(String),
    /// Open a URL outside griot; it was shown and said yes to.
    OpenUrl(String),
    /// Let a program have the terminal until it ends; its name and its arguments.
    Run(Vec<String>),
    /// Take the mouse, or leave it to the terminal.
    Mouse(bool),
    /// Have a note written on a statement, in an editor.
    Note(StatementId),
    /// Write the pack to a file: the form, and an era if not all of it.
    Export(String),
    /// Keep the marks as they are now.
    Marks,
    /// Give up what is being worked on.
    GiveUp,
}
