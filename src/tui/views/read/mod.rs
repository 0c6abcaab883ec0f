//! The text: the page being read, with the eras on its left, a card on its right and the ribbon of time beneath.
//!
//! It promises that the place is kept through any change of size, that every statement can be reached by scrolling
//! alone, and that what the card tells is what is at hand.

mod copy;
mod links;
mod moves;
mod paint;
mod panes;
mod pointer;
mod ribbon;
mod select;
mod sidebar;
mod update;
mod width;

use griot_history::chronicle;
use griot_history::text::Measure;
use griot_pack::pack::{EntityId, Pack, StatementId};
use griot_pack::when::When;
use ratatui::layout::Rect;

pub use ribbon::Ribbon;

use crate::tui::layout::Regions;
use crate::tui::shared::Shared;
use crate::tui::subject::Subject;
use crate::tui::widgets::detail::Detail;
use crate::tui::widgets::list::List;

/// The view. The page and the place in it are shared by all views.
#[derive(Debug, Default)]
pub struct Read {
    /// Which pane has the keys.
    pub pane: Pane,
    /// The rows of the sidebar: eras, and the chapters of the one being read.
    pub sidebar: List,
    /// What is told of what is at hand; its link has the focus where the card has the keys.
    pub card: Detail,
    /// What the card tells of.
    described: Option<Subject>,
    /// The line of all time at the foot.
    pub ribbon: Ribbon,
    clock: Clock,
    /// How many statements each era has.
    lengths: Vec<usize>,
}

/// The panes of the view, from left to right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Pane {
    /// The eras.
    Sidebar,
    /// The narrative.
    #[default]
    Text,
    /// What is at hand, explained.
    Card,
}

/// The reading clock: when the statement is that the reader is at, and who held power then.
#[derive(Debug, Default)]
struct Clock {
    statement: Option<StatementId>,
    when: Option<When>,
    powers: Vec<EntityId>,
}

impl Clock {
    fn set(&mut self, pack: &Pack, statement: Option<StatementId>) {
        if self.statement == statement {
            return;
        }
        let when = statement.and_then(|id| chronicle::reading(pack, id));
        let powers = when.map(|when| chronicle::in_power(pack, &when)).unwrap_or_default();
        *self = Self { statement, when, powers };
    }
}

impl Read {
    /// Where everything is on the screen, unless it is too small.
    #[must_use]
    pub fn regions(&self, shared: &Shared) -> Option<Regions> {
        shared.regions_with(self.pane == Pane::Sidebar)
    }

    /// Gives the keys to a pane; in the card its first link gets the focus.
    fn focus(&mut self, pane: Pane) {
        self.pane = pane;
        self.card.link = (pane == Pane::Card).then_some(0);
    }

    /// Gives the keys to the text: something in it was opened.
    pub fn give_keys_to_text(&mut self) {
        self.focus(Pane::Text);
    }

    /// Brings all that follows from the place and the size up to date.
    fn refresh(&mut self, shared: &mut Shared) {
        shared.fit_reader();
        let Some(regions) = self.regions(shared) else { return };
        if self.pane == Pane::Card && regions.card.is_none() {
            self.focus(Pane::Text);
        }
        if let Some(area) = regions.ribbon {
            shared.story();
            if let Some(story) = &shared.story {
                self.ribbon.fit(&shared.pack, story, area);
            }
        }
        if regions.sidebar.is_some() {
            self.clock.set(&shared.pack, shared.reader.statement());
            if self.lengths.is_empty() {
                let pack = &shared.pack;
                self.lengths = pack.eras().map(|era| pack.statements_in(era).len()).collect();
            }
        }
        if let Some(pane) = regions.card {
            self.fit_card(shared, card_text(pane));
        }
    }

    fn fit_card(&mut self, shared: &Shared, area: Rect) {
        let measure = Measure { width: area.width, glyphs: shared.settings.glyphs };
        let subject = Subject::of(shared);
        if self.described == subject {
            self.card.fit(measure);
        } else {
            self.described = subject;
            let link = self.card.link.map(|_| 0);
            self.card.show(subject.map(|subject| subject.told(shared)).unwrap_or_default(), measure);
            self.card.link = link;
        }
        self.card.link = self.card.link.filter(|link| self.pane == Pane::Card && *link < self.card.layout.links.len());
    }
}

/// The part of the card's pane that holds its text.
const fn card_text(pane: Rect) -> Rect {
    Rect { x: pane.x + 1, width: pane.width.saturating_sub(2), ..pane }
}
