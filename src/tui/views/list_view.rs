//! A list with a page beside it: what the views of who’s who and of the sources share.
//!
//! A [`Listing`] says what is listed and what is told of a row; everything else, keys and mouse, focus, scrolling and what
//! is laid out when, is the same for both and stands here.

mod paint;
mod panes;
mod view;

use griot_history::text::{Block, Measure};
use griot_pack::glyphs::Glyphs;
use griot_pack::pack::{Pack, Target};
use ratatui::layout::{Position, Rect};

use crate::tui::action::Action;
use crate::tui::layout::Regions;
use crate::tui::shared::{Next, Shared};
use crate::tui::widgets::detail::Detail;
use crate::tui::widgets::list::{List, Motion, Rows};

pub use paint::{counted, group_heading, nothing};
pub use panes::{Panes, Parts};
pub use view::ListingView;

/// What is listed.
pub trait Listing {
    /// A row that can be chosen.
    type Row: Copy + PartialEq;

    /// Forgets what was made of the words of the pack; what is chosen stays.
    fn forget(&mut self);

    /// Makes the rows for what is shown and for the filter, unless they are made, and keeps the choice where it can.
    fn fill(&mut self, shared: &Shared, list: &mut List);

    /// The row at a place of the list, if it can be chosen.
    fn row(&self, at: usize) -> Option<Self::Row>;

    /// The rows as the list moves over them, in a pane of `width` columns.
    fn rows<'a>(&'a self, pack: &'a Pack, width: u16, glyphs: Glyphs) -> impl Rows + 'a;

    /// What is told of a row.
    fn detail(&self, pack: &Pack, row: Self::Row, glyphs: Glyphs) -> Vec<Block>;

    /// How the screen is parted.
    fn parts(&self, pack: &Pack, regions: &Regions) -> Parts;

    /// Where a row leads.
    fn target(&self, pack: &Pack, row: Self::Row) -> Option<Target>;

    /// Takes down what is chosen, for the other views.
    fn note(&self, shared: &mut Shared, row: Self::Row);

    /// What one steps through on the page beside the list.
    const LINKS: &'static str;
}

/// A list with a page beside it.
#[derive(Debug)]
pub struct ListView<T: Listing> {
    /// What is listed.
    pub listing: T,
    /// Where the list stands.
    pub list: List,
    /// What is told of the chosen row.
    pub detail: Detail,
    /// Whether the page beside the list has the keys.
    pub in_detail: bool,
    /// Which row the page tells of.
    shown: Option<T::Row>,
}

impl<T: Listing + Default> Default for ListView<T> {
    fn default() -> Self {
        let (list, detail) = (List::default(), Detail::default());
        Self { listing: T::default(), list, detail, in_detail: false, shown: None }
    }
}

impl<T: Listing> ListView<T> {
    /// Forgets what was made of the words of the pack.
    pub fn forget_words(&mut self) {
        self.listing.forget();
        self.shown = None;
    }

    /// The chosen row.
    #[must_use]
    pub fn chosen(&self) -> Option<T::Row> {
        self.listing.row(self.list.chosen)
    }

    /// Where the parts lie on the present screen.
    #[must_use]
    pub fn panes(&self, shared: &Shared) -> Option<Panes> {
        let regions = shared.regions()?;
        Some(Panes::new(&regions, self.listing.parts(&shared.pack, &regions), self.in_detail))
    }

    /// The list as a pane shows it: with the choice in sight. A size is never stored, so the same rows come back with
    /// it.
    #[must_use]
    pub fn list_in(&self, shared: &Shared, pane: Rect) -> List {
        let mut list = self.list;
        let rows = self.listing.rows(&shared.pack, pane.width, shared.settings.glyphs);
        list.keep_rows(&rows, usize::from(pane.height.max(1)));
        list
    }

    /// Keys while the page beside the list has them; nothing for one that is the list's.
    fn update_detail(&mut self, shared: &mut Shared, action: Action) -> Option<Next> {
        let height = self.panes(shared).map_or(1, |panes| panes.detail_height());
        let lines = |lines: usize| lines.max(1) as i32;
        match action {
            Action::Lines(by) => self.detail.scroll(by, height),
            Action::HalfPages(by) => self.detail.scroll(by * lines(height / 2), height),
            Action::Pages(by) => self.detail.scroll(by * lines(height.saturating_sub(2)), height),
            Action::Top => self.detail.scroll(i32::MIN, height),
            Action::Bottom => self.detail.scroll(i32::MAX, height),
            Action::Links(by) => self.step_link(shared, by),
            Action::Panes(1..) => {}
            Action::Panes(_) | Action::Peek => self.in_detail = false,
            Action::Open => {
                let linked = self.detail.link.and_then(|_| self.detail.goal());
                return Some(if let Some(goal) = linked { shared.follow(goal) } else { self.open(shared) });
            }
            _ => return None,
        }
        Some(Next::Stay)
    }

    /// Steps through the links of the page; before the first the list has the keys again.
    fn step_link(&mut self, shared: &mut Shared, by: i32) {
        let panes = self.panes(shared).unwrap_or_default();
        if self.detail.step(by, panes.detail_height()) {
            self.in_detail = self.detail.link.is_some() || panes.list.width == 0;
        } else if by < 0 {
            self.in_detail = false;
        } else {
            shared.say(format!("no more {}", T::LINKS));
        }
    }

    /// Goes to where the chosen row leads.
    pub fn open(&self, shared: &mut Shared) -> Next {
        let Some(row) = self.chosen() else {
            shared.say("nothing to open here");
            return Next::Stay;
        };
        self.listing.note(shared, row);
        self.listing.target(&shared.pack, row).map_or_else(
            || {
                shared.say("nothing to open here");
                Next::Stay
            },
            Next::Open,
        )
    }

    fn go(&mut self, shared: &Shared, motion: Motion) {
        let Some(panes) = self.panes(shared) else { return };
        let rows = self.listing.rows(&shared.pack, panes.list.width, shared.settings.glyphs);
        self.list.go(motion, &rows, usize::from(panes.list.height.max(1)));
    }

    /// Chooses the row at a place of the list; what comes before it stays in sight as well.
    pub fn show_row(&mut self, shared: &Shared, at: usize) {
        let height = self.panes(shared).map_or(1, |panes| usize::from(panes.list.height));
        self.list.chosen = at;
        self.list.top = at.saturating_sub(height / 3);
    }

    /// A button went down at a cell: a row is chosen, and opened if it was chosen already.
    pub fn click_at(&mut self, shared: &mut Shared, at: Position) -> Next {
        let Some(panes) = self.panes(shared) else { return Next::Stay };
        if let Some(pane) = panes.text().filter(|pane| pane.contains(at)) {
            self.in_detail = true;
            let row = at.y - pane.y;
            if let Some(link) = self.detail.link_at(at.x - pane.x, row, usize::from(pane.height)) {
                self.detail.link = Some(link);
                return self.detail.goal().map_or(Next::Stay, |goal| shared.follow(goal));
            }
        } else if panes.list.contains(at) {
            self.in_detail = false;
            let rows = self.listing.rows(&shared.pack, panes.list.width, shared.settings.glyphs);
            let list = self.list_in(shared, panes.list);
            let Some(row) = list.row_at(usize::from(at.y - panes.list.y), &rows) else { return Next::Stay };
            drop(rows);
            let again = row == self.list.chosen;
            self.list = List { chosen: row, ..list };
            if again {
                return self.open(shared);
            }
        }
        Next::Stay
    }

    /// The wheel turned at a cell, in lines.
    pub fn wheel_at(&mut self, shared: &Shared, at: Position, lines: i32) {
        let Some(panes) = self.panes(shared) else { return };
        if panes.detail.is_some_and(|pane| pane.contains(at)) {
            self.detail.scroll(lines, panes.detail_height());
        } else {
            self.go(shared, Motion::Rows(lines));
        }
    }

    /// Leaves the page beside the list for the list; whether it had the keys.
    pub fn leave_detail(&mut self) -> bool {
        let had = std::mem::take(&mut self.in_detail);
        if had {
            self.detail.link = None;
        }
        had
    }

    /// Fills the list, notes what is chosen, and lays out what is told of it.
    pub fn refresh(&mut self, shared: &mut Shared) {
        self.listing.fill(shared, &mut self.list);
        let chosen = self.chosen();
        if let Some(row) = chosen {
            self.listing.note(shared, row);
        }
        let Some(pane) = self.panes(shared).and_then(|panes| panes.text()) else { return };
        let measure = Measure { width: pane.width, glyphs: shared.settings.glyphs };
        if self.shown == chosen {
            self.detail.fit(measure);
        } else {
            self.shown = chosen;
            let blocks = chosen.map(|row| self.listing.detail(&shared.pack, row, shared.settings.glyphs));
            self.detail.show(blocks.unwrap_or_default(), measure);
        }
    }
}
