//! The five views, their names and their keys; the panes of the first of them.

/// The five views.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Screen {
    /// The text.
    Read,
    /// When.
    Timeline,
    /// Where.
    Map,
    /// Who and what.
    Who,
    /// Who says so.
    Sources,
}

impl Screen {
    /// In the order of the tabs.
    pub const ALL: [Self; 5] = [Self::Read, Self::Timeline, Self::Map, Self::Who, Self::Sources];

    /// As in its tab.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Read => "Read",
            Self::Timeline => "Timeline",
            Self::Map => "Map",
            Self::Who => "Who’s who",
            Self::Sources => "Sources",
        }
    }

    /// Its letter.
    #[must_use]
    pub const fn key(self) -> char {
        match self {
            Self::Read => 'r',
            Self::Timeline => 't',
            Self::Map => 'p',
            Self::Who => 'e',
            Self::Sources => 's',
        }
    }
}

/// The panes of the reading view, from left to right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Pane {
    /// The eras.
    Sidebar,
    /// The narrative.
    Text,
    /// What is at hand, explained.
    Card,
}
