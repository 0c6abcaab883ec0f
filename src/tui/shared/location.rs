//! Places that can be returned to, and the ways back and forward.

use griot_history::text::Anchor;
use griot_history::text::page::PageOf;
use griot_pack::pack::{EntityId, SourceId, StatementId};

use crate::tui::screens::Screen;

/// What is chosen, whichever view shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Selected {
    /// In any of the views.
    pub entity: Option<EntityId>,
    /// In the sources.
    pub source: Option<SourceId>,
}

/// A place that can be returned to exactly.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Location {
    /// The view.
    pub screen: Screen,
    /// The page.
    pub page: PageOf,
    /// What stood at the top of the pane.
    pub top: Anchor,
    /// The current statement, or else the first in sight: by it the place is found again in another revision.
    pub statement: Option<StatementId>,
    /// The statement that was gone to.
    pub current: Option<StatementId>,
    /// Where the link in focus begins.
    pub link: Option<Anchor>,
    /// The footnote in focus.
    pub note: Option<(StatementId, usize)>,
    /// The line at which the page ended before it was turned.
    pub ended: Option<Anchor>,
    /// What was chosen.
    pub selected: Selected,
    /// What the list was filtered by.
    pub filter: String,
}

impl Location {
    /// The top of a place on a page, in the reading view.
    #[must_use]
    pub fn on(page: PageOf, top: Anchor, statement: Option<StatementId>) -> Self {
        Self {
            screen: Screen::Read,
            page,
            top,
            statement,
            current: None,
            link: None,
            note: None,
            ended: None,
            selected: Selected::default(),
            filter: String::new(),
        }
    }

    /// Whether both stand at the same place of the text.
    #[must_use]
    pub fn is_at(&self, other: &Self) -> bool {
        self.page == other.page && self.top == other.top
    }
}

/// The ways back and forward.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct History {
    /// The latest last.
    pub back: Vec<Location>,
    /// What back has left, the latest last.
    pub forward: Vec<Location>,
}

impl History {
    /// The most places that are kept.
    const MOST: usize = 500;

    /// Keeps a place for the way back, once.
    pub fn remember(&mut self, here: Location) {
        if self.back.last() != Some(&here) {
            self.back.push(here);
        }
        if self.back.len() > Self::MOST {
            self.back.remove(0);
        }
        self.forward.clear();
    }
}
