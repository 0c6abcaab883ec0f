//! The mouse. Every position is checked against the regions: terminals report anything.

use ratatui::layout::{Position, Rect};

use super::read;
use crate::tui::app::{App, Effect, Overlay, Pane, Screen};
use crate::tui::panes::{SidebarRow, sidebar_rows};
use griot_pack::pack::{StatementId, Target};

pub(super) fn click(app: &mut App, at: Position, second: bool) -> Effect {
    app.reader.selected = None;
    let Some(regions) = app.regions() else { return Effect::None };
    if app.overlay.is_some() {
        return in_popup(app, at);
    }
    if regions.header.contains(at) && regions.tabs {
        if let Some(screen) = crate::tui::panes::tab_at(app, at.x) {
            super::show(app, screen);
        } else if let Some(action) = crate::tui::panes::header_key_at(app, at.x) {
            return super::update(app, action);
        }
    } else if regions.ribbon.is_some_and(|ribbon| ribbon.contains(at)) {
        super::timeline::on_ribbon(app, at);
    } else if app.screen == Screen::Read {
        if let Some(sidebar) = regions.sidebar.filter(|r| r.contains(at)) {
            in_sidebar(app, sidebar, at.y);
        } else if regions.text.contains(at) {
            in_text(app, regions.text, at, second);
        } else if let Some(card) = regions.card.filter(|r| r.contains(at)) {
            app.pane = Pane::Card;
            if let Some(target) = crate::tui::panes::card_link_at(app, card, at) {
                super::open(app, target);
            }
        }
    } else if regions.body.contains(at) {
        match app.screen {
            Screen::Timeline => super::timeline::click(app, at, second),
            Screen::Map => super::map::click(app, at, second),
            Screen::Who => super::who::click(app, at, second),
            _ => super::sources::click(app, at, second),
        }
    }
    Effect::None
}

fn in_text(app: &mut App, text: Rect, at: Position, second: bool) {
    app.pane = Pane::Text;
    let line = app.reader.top_line() + usize::from(at.y - text.y);
    let column = at.x - text.x;
    if let Some(link) = app.reader.layout.link_at(line, column) {
        app.reader.focus(link);
        if second {
            peek(app);
        } else {
            super::open(app, app.reader.layout.links[link].target);
        }
    } else {
        let note = app.reader.layout.note_at(line, column).filter(|_| second);
        let which = |(id, number): (StatementId, u32)| {
            let at = app.pack[id].cites.iter().position(|note| note.number() == number)?;
            Some((id, at))
        };
        (app.reader.link, app.reader.note) = (None, note.and_then(which));
        app.reader.hand = app.reader.layout.statement_at(line, column).or(app.reader.hand);
        if second && app.reader.hand.is_some() {
            peek(app);
        }
    }
    (app.card_top, app.card_link) = (0, None);
}

fn peek(app: &mut App) {
    if app.regions().is_some_and(|r| r.card.is_none()) {
        app.overlay = Some(Overlay::Peek { top: 0 });
    }
}

fn in_sidebar(app: &mut App, sidebar: Rect, row: u16) {
    let rows = sidebar_rows(app);
    let Some(at) = crate::tui::panes::sidebar_row_at(app, sidebar, row) else { return };
    let target = match rows.get(at) {
        Some(SidebarRow::Era(era)) => Target::Era(*era),
        Some(SidebarRow::Chapter(chapter)) => Target::Chapter(*chapter),
        None => return,
    };
    super::open(app, target);
}

fn in_popup(app: &mut App, at: Position) -> Effect {
    match crate::tui::panes::popup_row_at(app, at) {
        // A click beside the popup closes it.
        None => super::popup::close(app),
        Some(None) => {}
        Some(Some(row)) => {
            match &mut app.overlay {
                Some(Overlay::Search(finder)) => finder.list.chosen = row,
                Some(Overlay::Help { list, .. } | Overlay::Marks(list) | Overlay::CopyMenu(list)) => list.chosen = row,
                _ => return Effect::None,
            }
            return super::popup::update(app, crate::tui::app::Action::Open);
        }
    }
    Effect::None
}

pub(super) fn wheel(app: &mut App, at: Position, lines: i32) {
    let Some(regions) = app.regions() else { return };
    if app.overlay.is_some() {
        super::popup::update(app, crate::tui::app::Action::Lines(lines.signum()));
        return;
    }
    if app.screen != Screen::Read {
        match app.screen {
            Screen::Timeline => super::timeline::wheel(app, at, lines),
            Screen::Map => super::map::wheel(app, at, lines),
            Screen::Who => super::who::wheel(app, at, lines),
            _ => super::sources::wheel(app, at, lines),
        }
        return;
    }
    if regions.card.is_some_and(|r| r.contains(at)) {
        app.card_top = app.card_top.saturating_add_signed(lines.clamp(-99, 99) as i16);
    } else if regions.sidebar.is_some_and(|r| r.contains(at)) {
        app.sidebar.step(lines.signum(), sidebar_rows(app).len(), usize::from(regions.body.height), |_| true);
    } else {
        read::scroll(app, lines, crate::tui::reader::Reader::scroll);
    }
}
