//! The mouse in the reading view.

use griot_history::text::Link;
use griot_pack::pack::StatementId;
use ratatui::layout::{Position, Rect};

use super::sidebar::{self, SidebarRow};
use super::{Pane, Read, card_text};
use crate::tui::action::Button;
use crate::tui::held::Drag;
use crate::tui::shared::{Next, Shared};

/// A button went down and up again at a cell.
pub(super) fn click(view: &mut Read, shared: &mut Shared, at: Position, button: Button) -> Next {
    let Some(regions) = view.regions(shared) else { return Next::Stay };
    if regions.ribbon.is_some_and(|ribbon| ribbon.contains(at)) {
        return view.ribbon.target_at(shared, at).map_or(Next::Stay, Next::Open);
    }
    if let Some(pane) = regions.sidebar.filter(|pane| pane.contains(at)) {
        let row = sidebar::row_at(view, shared, pane, at.y);
        let target = row.and_then(|row| sidebar::rows(shared).get(row).copied()).map(SidebarRow::target);
        return target.map_or(Next::Stay, Next::Open);
    }
    if regions.text.contains(at) {
        return click_text(view, shared, regions.text, at, button);
    }
    if let Some(pane) = regions.card.filter(|pane| pane.contains(at)) {
        return click_card(view, shared, card_text(pane), at);
    }
    Next::Stay
}

fn click_text(view: &mut Read, shared: &mut Shared, text: Rect, at: Position, button: Button) -> Next {
    view.focus(Pane::Text);
    let reader = &mut shared.reader;
    let line = reader.top_line() + usize::from(at.y - text.y);
    let column = at.x - text.x;
    if let Some(link) = reader.layout.link_at(line, column) {
        let Link { at, goal, .. } = reader.layout.links[link];
        reader.focus(at);
        return if button == Button::Right { peek_if_hidden(view, shared) } else { shared.follow(goal) };
    }
    let note = reader.layout.note_at(line, column).filter(|_| button == Button::Right);
    let which = |(id, number): (StatementId, u32)| {
        let at = shared.pack[id].cites.iter().position(|note| note.number() == number)?;
        Some((id, at))
    };
    (reader.link, reader.note) = (None, note.and_then(which));
    reader.current = reader.layout.statement_at(line, column).or(reader.current);
    if button == Button::Right && reader.current.is_some() { peek_if_hidden(view, shared) } else { Next::Stay }
}

/// The right button shows what it was pressed on, unless the card does.
fn peek_if_hidden(view: &Read, shared: &Shared) -> Next {
    let hidden = view.regions(shared).is_some_and(|regions| regions.card.is_none());
    if hidden { Next::Peek } else { Next::Stay }
}

fn click_card(view: &mut Read, shared: &Shared, text: Rect, at: Position) -> Next {
    view.pane = Pane::Card;
    if !text.contains(at) {
        return Next::Stay;
    }
    let link = view.card.link_at(at.x - text.x, at.y - text.y, usize::from(text.height));
    view.card.link = link.or(Some(0));
    link.map_or(Next::Stay, |link| shared.follow(view.card.layout.links[link].goal))
}

/// The pointer was dragged over the ribbon: the text goes along. Only the first step keeps the way back.
pub(super) fn along_ribbon(view: &Read, shared: &mut Shared, drag: &Drag) -> Next {
    let area = view.ribbon.area;
    let x = drag.to.x.clamp(area.x, area.right().saturating_sub(1).max(area.x));
    let Some(statement) = view.ribbon.statement_at(shared, Position { x, y: drag.from.y }) else { return Next::Stay };
    if drag.first {
        shared.remember();
    }
    shared.step_to(statement);
    Next::Stay
}
