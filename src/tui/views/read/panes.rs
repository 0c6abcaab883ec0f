//! Which pane has the keys, and what they do in the two beside the text.

use super::sidebar::{self, SidebarRow};
use super::{Pane, Read, links};
use crate::tui::action::Action;
use crate::tui::shared::{Next, Shared};

/// Gives the keys to the next pane.
pub(super) fn step(view: &mut Read, shared: &mut Shared, by: i32) {
    let Some(regions) = view.regions(shared) else { return };
    let before = view.pane;
    let only_text = shared.settings.only_text;
    let pane = match (view.pane, by > 0) {
        _ if only_text => Pane::Text,
        (Pane::Text, false) => Pane::Sidebar,
        (Pane::Card, false) | (Pane::Sidebar, true) => Pane::Text,
        (Pane::Text, true) if regions.card.is_some() => Pane::Card,
        (pane, _) => pane,
    };
    view.focus(pane);
    if pane == before {
        let key = shared.key(if only_text { "only-text" } else { "peek" });
        let way = if only_text { "brings the panes back" } else { "shows the card" };
        shared.say(format!("no pane on that side; {key} {way}"));
    }
    if pane == Pane::Sidebar {
        let here = shared.reader.statement().map(|id| shared.pack.chapter_of(id));
        let rows = sidebar::rows(shared);
        let at = rows.iter().rposition(|row| match row {
            SidebarRow::Era(era) => *era == shared.era(),
            SidebarRow::Chapter(chapter) => Some(*chapter) == here,
        });
        view.sidebar.choose(at.unwrap_or(0), rows.len(), sidebar_height(view, shared));
    }
}

fn sidebar_height(view: &Read, shared: &Shared) -> usize {
    view.regions(shared).and_then(|regions| regions.sidebar).map_or(1, |pane| usize::from(pane.height))
}

/// Keys while the sidebar has them; nothing for one that is the text's.
pub(super) fn in_sidebar(view: &mut Read, shared: &Shared, action: Action) -> Option<Next> {
    let rows = sidebar::rows(shared);
    let height = sidebar_height(view, shared);
    let count = rows.len() as i32;
    let by = match action {
        Action::Lines(by) => by,
        Action::HalfPages(by) | Action::Pages(by) => by * (height / 2).max(1) as i32,
        Action::Top => -count,
        Action::Bottom => count,
        Action::Open => {
            let row = rows.get(view.sidebar.chosen).copied();
            return Some(row.map_or(Next::Stay, |row| Next::Open(row.target())));
        }
        Action::Escape => {
            view.focus(Pane::Text);
            return Some(Next::Stay);
        }
        _ => return None,
    };
    view.sidebar.step(by, rows.len(), height, |_| true);
    Some(Next::Stay)
}

/// Keys while the card has them; nothing for one that is the text's.
pub(super) fn in_card(view: &mut Read, shared: &mut Shared, action: Action) -> Option<Next> {
    let height = view.regions(shared).and_then(|regions| regions.card).map_or(1, |pane| usize::from(pane.height));
    let by = match action {
        Action::Lines(by) => by,
        Action::HalfPages(by) => by * (height / 2).max(1) as i32,
        Action::Pages(by) => by * height.saturating_sub(2).max(1) as i32,
        Action::Links(by) => {
            links::in_card(view, shared, by);
            return Some(Next::Stay);
        }
        Action::Escape => {
            view.focus(Pane::Text);
            return Some(Next::Stay);
        }
        _ => return None,
    };
    view.card.scroll(by, height);
    Some(Next::Stay)
}
