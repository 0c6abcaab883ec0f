//! Going from place to place, and the way back.

use super::{enter, map, show, sources, who};
use crate::tui::app::{App, Screen, Spot};
use griot_history::chronicle;
use griot_history::text::page::PageOf;
use griot_pack::pack::{StatementId, Target};

/// Keeps the present place for the way back.
pub(crate) fn remember(app: &mut App) {
    const MOST: usize = 500;
    let here = app.here();
    if app.past.last() != Some(&here) {
        app.past.push(here);
    }
    if app.past.len() > MOST {
        app.past.remove(0);
    }
    app.future.clear();
}

pub(super) fn back(app: &mut App) {
    match app.past.pop() {
        Some(spot) => {
            app.future.push(app.here());
            restore(app, spot);
        }
        None => app.message = Some("this is where you came in".into()),
    }
}

pub(super) fn forward(app: &mut App) {
    match app.future.pop() {
        Some(spot) => {
            app.past.push(app.here());
            restore(app, spot);
        }
        None => app.message = Some("nothing to go forward to".into()),
    }
}

/// Returns to a place exactly as it was.
pub(crate) fn restore(app: &mut App, spot: Spot) {
    if app.screen != spot.screen {
        app.filter.clear();
    }
    app.screen = spot.screen;
    app.in_hand = spot.in_hand;
    turn(app, spot.of);
    let reader = &mut app.reader;
    (reader.top, reader.hand, reader.link) = (spot.top, spot.hand, spot.link);
    (reader.note, reader.ended) = (spot.note, spot.ended);
    (app.card_top, app.card_link) = (0, None);
    match spot.screen {
        Screen::Who => who::come_back(app),
        Screen::Sources => sources::come_back(app, spot.source),
        Screen::Map => map::take_up(app),
        Screen::Read | Screen::Timeline => enter(app, None),
    }
    app.fit();
}

/// Turns the page, if it is another; the place on it stays for the caller to set.
pub(super) fn turn(app: &mut App, of: PageOf) {
    if app.reader.page.of == of && !app.reader.page.blocks.is_empty() {
        app.reader.settle();
    } else {
        if matches!(of, PageOf::Entity(_)) {
            read_geo(app);
        }
        app.reader.turn(&app.pack, of, app.geo.as_ref());
    }
    (app.card_top, app.card_link) = (0, None);
}

/// Reads the map at the first need. A pack that was opened has one that can be read.
pub(crate) fn read_geo(app: &mut App) {
    if app.geo.is_none() {
        app.geo = app.pack.geo().ok();
    }
}

/// Goes to what an id or a link names, and keeps the way back.
pub fn open(app: &mut App, target: Target) {
    remember(app);
    app.screen = Screen::Read;
    app.pane = crate::tui::app::Pane::Text;
    match target {
        Target::Entity(entity) => {
            turn(app, PageOf::Entity(entity));
            app.reader.top = griot_history::text::Anchor::default();
            app.fit();
        }
        Target::Era(era) => {
            turn(app, PageOf::Era(era));
            app.reader.top = griot_history::text::Anchor::default();
            app.fit();
        }
        Target::Chapter(_) | Target::Passage(_) => {
            if let Some(statement) = app.pack.first_statement(target) {
                step_to(app, statement);
                app.reader.go_to_top(statement);
                lift_heading(app, target);
            }
        }
        Target::Statement(statement) => step_to(app, statement),
    }
}

/// Shows a source where it stands in the bibliography.
pub(crate) fn open_source(app: &mut App, source: griot_pack::pack::SourceId) {
    if app.screen == Screen::Sources {
        remember(app);
    }
    show(app, Screen::Sources);
    sources::choose(app, source);
}

/// A chapter begins with its heading in sight.
fn lift_heading(app: &mut App, target: Target) {
    if matches!(target, Target::Chapter(_)) {
        let line = app.reader.top_line();
        app.reader.top = app.reader.layout.anchor_at(line.saturating_sub(2));
    }
}

/// Goes to a statement in the text without keeping a way back: for stepping.
pub(crate) fn step_to(app: &mut App, statement: StatementId) {
    let era = PageOf::Era(app.pack.era_of(statement));
    if app.screen != Screen::Read {
        app.reader.point_to(era, statement);
        (app.card_top, app.card_link) = (0, None);
        return;
    }
    let on_page = app.reader.page.anchor_of(statement).is_some() && matches!(app.reader.page.of, PageOf::Era(_));
    if !on_page {
        turn(app, era);
        app.reader.top = griot_history::text::Anchor::default();
    }
    app.fit();
    app.reader.go(statement);
    (app.card_top, app.card_link) = (0, None);
}

/// Steps through the dated statements in date order, from the one nearest to the eye.
pub(crate) fn dated_in_order(app: &mut App, by: i32) {
    let pack = &app.pack;
    let order = pack.chronology();
    let eye = app.reader.eye(pack);
    let near = eye.and_then(|id| chronicle::nearest_dated(pack, id));
    let Some(at) = near.and_then(|near| order.iter().position(|id| *id == near)) else {
        app.message = Some("nothing in the text is dated".into());
        return;
    };
    // From a statement without a date, the nearest dated one may itself be the next or the previous.
    let on_the_way = if by > 0 { near > eye } else { near < eye };
    let to = if on_the_way { Some(at) } else { at.checked_add_signed(by as isize) };
    match to.and_then(|to| order.get(to).copied()) {
        Some(statement) => step_to(app, statement),
        None => {
            app.message = Some(if by > 0 { "this is the last date".into() } else { "this is the first date".into() });
        }
    }
}
