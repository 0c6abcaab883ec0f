//! What views with a list paint alike.

use griot_history::text::capital;
use ratatui::layout::{Position, Rect};

use super::{ListView, Listing, Panes};
use crate::tui::shared::Shared;
use crate::tui::theme::Ink;
use crate::tui::widgets::blocks::paint_detail;
use crate::tui::widgets::pen::Pen;

impl<T: Listing> ListView<T> {
    /// Paints the page beside the list; where the cursor belongs, if the page has the keys.
    pub fn paint_detail(&self, pen: &mut Pen, panes: &Panes) -> Option<Position> {
        let (pane, text) = (panes.detail?, panes.text()?);
        if panes.list.width > 0 {
            pen.separator(pane.x - 1, pane.y, pane.bottom());
        }
        let link = paint_detail(pen, &self.detail, text, self.detail.link);
        link.or(Some(Position { x: pane.x + 1, y: pane.y })).filter(|_| self.in_detail)
    }
}

/// `369 entities`, or `12 of 369 entities · filter “keita”`.
#[must_use]
pub fn counted(shared: &Shared, (all, shown): (usize, usize), what: &str) -> String {
    if shared.filter.is_empty() {
        format!("{all} {what}")
    } else {
        format!("{shown} of {all} {what} · filter “{}”", shared.filter)
    }
}

/// What an empty list says instead.
pub fn nothing(pen: &mut Pen, shared: &Shared, area: Rect, empty: &str) {
    let area = Rect { x: area.x + 2, width: area.width.saturating_sub(2), ..area };
    if shared.filter.is_empty() {
        pen.put((area.x, area.y), empty, Ink::Quiet, area.width);
        return;
    }
    let message = format!("nothing matches “{}”", shared.filter.trim());
    pen.put((area.x, area.y), &message, Ink::Quiet, area.width);
    if area.height > 1 {
        pen.put((area.x, area.y + 1), &format!("{} shows all", shared.key("escape")), Ink::Quiet, area.width);
    }
}

/// The heading over what is of one kind: what it is, and how many.
pub fn group_heading(pen: &mut Pen, line: Rect, kind: &str, count: usize) {
    pen.writer(line).put(&capital(kind), Ink::Heading).gap(1).put(&count.to_string(), Ink::Quiet);
}
