//! The keys and the mouse of the view.

use ratatui::layout::Position;

use crate::tui::app::{Action, App, Effect, Overlay, Screen};
use crate::tui::list::{List, Motion};
use crate::tui::panes::lists::{self, aside_text};
use griot_history::text::page::PageOf;
use griot_history::who::Table;
use griot_pack::pack::Target;

/// Does what a key does in this view.
pub(super) fn update(app: &mut App, action: Action) -> Effect {
    if app.who.filter != app.filter {
        app.who.refill(&app.pack, &app.filter);
    }
    if !(app.who.side && in_card(app, action)) {
        in_list(app, action);
    }
    settle(app);
    Effect::None
}

fn in_list(app: &mut App, action: Action) {
    match action {
        Action::Lines(by) => go(app, Motion::Rows(by)),
        Action::HalfPages(by) => go(app, Motion::HalfPages(by)),
        Action::Pages(by) => go(app, Motion::Pages(by)),
        Action::Top => go(app, Motion::Top),
        Action::Bottom => go(app, Motion::Bottom),
        Action::Passages(by) if app.who.table == Table::Kinds => go(app, Motion::Groups(by)),
        Action::Passages(by) => types(app, by),
        Action::Links(by) | Action::Panes(by) if app.who.table == Table::Events => types(app, by),
        Action::Links(by) if by > 0 => {
            app.who.side = true;
            settle(app);
            step_link(app, by);
        }
        Action::Panes(by) => app.who.side = by > 0,
        Action::Peek => app.who.side = true,
        Action::Open => open(app),
        Action::Cycle => order(app),
        Action::Variant => turn(app),
        Action::OpenOutside => outside(app),
        _ => {}
    }
}

/// Keys while the card has them; whether it took this one.
fn in_card(app: &mut App, action: Action) -> bool {
    let height = card_height(app);
    match action {
        Action::Lines(by) => app.who.aside.scroll(by, height),
        Action::HalfPages(by) => app.who.aside.scroll(by * (height / 2).max(1) as i32, height),
        Action::Pages(by) => app.who.aside.scroll(by * height.saturating_sub(2).max(1) as i32, height),
        Action::Top => app.who.aside.scroll(i32::MIN, height),
        Action::Bottom => app.who.aside.scroll(i32::MAX, height),
        Action::Links(by) => step_link(app, by),
        Action::Panes(1..) => {}
        Action::Panes(_) | Action::Peek => app.who.side = false,
        Action::Open => match app.who.aside.link.and_then(|_| app.who.aside.target()) {
            Some(target) => super::open(app, target),
            None => open(app),
        },
        _ => return false,
    }
    true
}

/// Steps through the links of the card; before the first the list has the keys again.
fn step_link(app: &mut App, by: i32) {
    let height = card_height(app);
    if app.who.aside.step(by, height) {
        app.who.side = app.who.aside.link.is_some() || lists::of_who(app).is_some_and(|p| p.list.width == 0);
    } else if by < 0 {
        app.who.side = false;
    } else {
        app.message = Some("no more links on the card".into());
    }
}

fn open(app: &mut App) {
    match app.who.chosen() {
        Some(entity) => {
            app.in_hand = Some(entity);
            super::open(app, Target::Entity(entity));
        }
        None => app.message = Some("nothing to open here".into()),
    }
}

/// Keeps the choice in sight, the card of it laid out, and the entity in hand.
fn settle(app: &mut App) {
    app.fit();
    if app.screen == Screen::Who {
        app.in_hand = app.who.chosen().or(app.in_hand);
    }
}

fn card_height(app: &App) -> usize {
    lists::of_who(app).and_then(|places| places.aside).map_or(1, |pane| usize::from(pane.height.max(1)))
}

fn go(app: &mut App, motion: Motion) {
    let Some(places) = lists::of_who(app) else { return };
    let mut list = app.who.list;
    let rows = app.who.rows_in(&app.pack, places.list.width, app.settings.ascii);
    list.go(motion, &rows, usize::from(places.list.height.max(1)));
    app.who.list = list;
}

/// Shows the next or previous type of event.
fn types(app: &mut App, by: i32) {
    let count = app.who.types.len() as i32;
    if count > 0 {
        app.who.of_type = (app.who.of_type as i32 + by).rem_euclid(count) as usize;
        app.who.list = List::default();
        app.who.refill(&app.pack, &app.filter);
        app.who.list = List::default();
    }
}

fn order(app: &mut App) {
    let next = app.who.order().next();
    match app.who.table {
        Table::Kinds => app.who.sort = next,
        Table::Events => app.who.sort_events = Some(next),
    }
    app.who.refill(&app.pack, &app.filter);
    app.message = Some(format!("sorted by {}", next.name()));
}

/// Turns from the table of kinds to that of events and back; the choice goes along where it can.
fn turn(app: &mut App) {
    let chosen = app.who.chosen();
    app.who.table = match app.who.table {
        Table::Kinds if app.who.types.is_empty() => {
            app.message = Some("this pack tells of no events".into());
            Table::Kinds
        }
        Table::Kinds => Table::Events,
        Table::Events => Table::Kinds,
    };
    app.who.side = false;
    app.who.refill(&app.pack, &app.filter);
    if let Some(entity) = chosen {
        app.who.go_to(&app.pack, entity);
    }
}

/// Shows the address of the chosen entity's article.
fn outside(app: &mut App) {
    let title = app.who.chosen().and_then(|entity| app.pack[entity].wikipedia.as_deref());
    match title.map(|title| griot_pack::url::wikipedia(title, &app.pack.about.language)) {
        Some(address) => app.overlay = Some(Overlay::Ask(address)),
        None => app.message = Some("nothing here has an address".into()),
    }
}

/// A button went down at a cell of the view.
pub(super) fn click(app: &mut App, at: Position, _second: bool) {
    let Some(places) = lists::of_who(app) else { return };
    if let Some(pane) = places.aside.map(aside_text).filter(|pane| pane.contains(at)) {
        app.who.side = true;
        if let Some(link) = app.who.aside.link_at(at.x - pane.x, at.y - pane.y, usize::from(pane.height)) {
            app.who.aside.link = Some(link);
            in_card(app, Action::Open);
        }
    } else if places.list.contains(at) {
        app.who.side = false;
        let rows = app.who.rows_in(&app.pack, places.list.width, app.settings.ascii);
        let list = app.who.list_in(&app.pack, places.list, app.settings.ascii);
        let Some(row) = list.row_at(usize::from(at.y - places.list.y), &rows) else { return };
        let again = row == app.who.list.chosen;
        app.who.list = List { chosen: row, ..list };
        if again {
            open(app);
        }
    } else {
        return;
    }
    settle(app);
}

/// The wheel turned at a cell of the view, in lines.
pub(super) fn wheel(app: &mut App, at: Position, lines: i32) {
    let Some(places) = lists::of_who(app) else { return };
    if places.aside.is_some_and(|pane| pane.contains(at)) {
        let height = card_height(app);
        app.who.aside.scroll(lines, height);
    } else {
        go(app, Motion::Rows(lines));
        settle(app);
    }
}

/// The view is about to be shown: it takes over the place and the entity in hand.
pub(super) fn enter(app: &mut App) {
    app.who.side = false;
    app.who.refill(&app.pack, &app.filter);
    let on_page = match app.reader.page.of {
        PageOf::Entity(entity) => Some(entity),
        PageOf::Era(_) => None,
    };
    if let Some(entity) = app.in_hand.or(on_page) {
        app.who.go_to(&app.pack, entity);
        // What comes before stays in sight as well.
        let height = lists::of_who(app).map_or(1, |places| usize::from(places.list.height));
        app.who.list.top = app.who.list.chosen.saturating_sub(height / 3);
    }
    settle(app);
}

/// The view is shown again as it was left, with the entity in hand chosen.
pub(super) fn come_back(app: &mut App) {
    if app.who.rows() == 0 && app.who.filter.is_empty() {
        enter(app);
        return;
    }
    app.filter.clone_from(&app.who.filter);
    if let Some(entity) = app.in_hand.filter(|entity| app.who.chosen() != Some(*entity)) {
        app.who.go_to(&app.pack, entity);
    }
}

/// Leaves the card for the list; whether it had the keys.
pub(super) fn leave_side(app: &mut App) -> bool {
    if app.who.side {
        app.who.side = false;
        app.who.aside.link = None;
        settle(app);
        return true;
    }
    false
}
