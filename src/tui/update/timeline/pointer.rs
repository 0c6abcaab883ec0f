//! The mouse on the timeline and on the ribbon.

use ratatui::layout::{Position, Rect};

use super::{choose, open, pan_from, refit, rows, to_era, zoom};
use crate::tui::app::App;
use griot_history::chronicle;
use griot_history::scale::{Scale, Window};
use griot_history::timeline::{EraMark, What, telling};
use griot_pack::pack::{StatementId, Target};

/// A button went down at a cell of the view.
pub(crate) fn click(app: &mut App, at: Position, second: bool) {
    let places = app.timeline.drawn.places;
    if places.list.contains(at) {
        in_list(app, at, second);
    } else if places.eras.contains(at) {
        if let Some(era) = era_at(&app.timeline.drawn.eras, at.x - places.eras.x) {
            to_era(app, era.era);
        }
    } else if places.lanes.contains(at) {
        in_lanes(app, at, second);
    } else if let Some(time) = time_at(app, at) {
        go_near(app, time);
    }
}

/// The wheel turned at a cell of the view, in lines: it zooms at the pointer over the axis, and scrolls the list.
pub(crate) fn wheel(app: &mut App, at: Position, lines: i32) {
    if app.timeline.drawn.places.list.contains(at) {
        rows(app, lines);
    } else if let Some(time) = time_at(app, at) {
        zoom(app, Some(time), if lines < 0 { 0.8 } else { 1.25 });
    }
}

/// A button went down on the ribbon: to the era under it, or to the dated statement nearest to the column.
pub(crate) fn on_ribbon(app: &mut App, at: Position) {
    let ribbon = &app.timeline.ribbon;
    let [eras, ..] = ribbon.rows();
    if let Some(area) = eras.filter(|area| area.contains(at)) {
        if let Some(mark) = era_at(&ribbon.eras, at.x - area.x) {
            let era = mark.era;
            crate::tui::update::open(app, Target::Era(era));
        }
        return;
    }
    if let Some(statement) = told_on_ribbon(app, at) {
        crate::tui::update::open(app, Target::Statement(statement));
    }
}

/// The pointer was dragged over the ribbon: the text goes along. Only the first step keeps the way back.
pub(crate) fn along_ribbon(app: &mut App, at: Position, first: bool) {
    let area = app.timeline.ribbon.area;
    let at = Position { x: at.x.clamp(area.x, area.right().saturating_sub(1).max(area.x)), ..at };
    let Some(statement) = told_on_ribbon(app, at) else { return };
    if first {
        crate::tui::update::open(app, Target::Statement(statement));
    } else {
        crate::tui::update::step_to(app, statement);
    }
}

/// The dated statement nearest to a column of the ribbon, by the strip that is true to scale where that is meant.
fn told_on_ribbon(app: &App, at: Position) -> Option<StatementId> {
    let ribbon = &app.timeline.ribbon;
    let time = match ribbon.rows()[3].filter(|area| area.y == at.y) {
        Some(area) => app.timeline.time_on_strip(area, at.x),
        None => ribbon.time_at(at.x),
    };
    chronicle::nearest_to(&app.pack, time?)
}

/// The stretch of time in sight, where a drag from a cell of the axis or the lanes moves it.
pub(crate) fn axis_at(app: &App, at: Position) -> Option<Window> {
    scaled_at(app, at)?;
    app.timeline.drawn.scale.as_ref().map(Scale::window)
}

/// The axis was dragged by columns since the button went down; `begun` was in sight then.
pub(crate) fn drag_axis(app: &mut App, begun: Window, columns: i32) {
    let wide = app.timeline.drawn.places.axis.width.max(1);
    pan_from(app, begun, -columns, wide);
}

fn era_at(eras: &[EraMark], column: u16) -> Option<&EraMark> {
    eras.iter().rfind(|mark| mark.at <= column)
}

/// A click chooses the row; one on the chosen row, or the second button, reads it.
fn in_list(app: &mut App, at: Position, second: bool) {
    let places = app.timeline.drawn.places;
    let row = app.timeline.top() + usize::from(at.y - places.list.y);
    if row >= app.timeline.len() {
        return;
    }
    let chosen = app.timeline.list.chosen == row;
    if !chosen {
        choose(app, row);
    }
    if chosen || second {
        open(app);
    }
}

/// A click on a bar or a mark chooses its row, the second button opens its page.
fn in_lanes(app: &mut App, at: Position, second: bool) {
    let places = app.timeline.drawn.places;
    let column = at.x - places.lanes.x;
    let first = app.timeline.first_lane(&app.pack);
    let lane = app.timeline.drawn.lanes.get(first + usize::from(at.y - places.lanes.y));
    let what = lane.and_then(|lane| lane.under(column)).and_then(|piece| piece.what);
    match what {
        Some(what) if second => {
            if let Some(entity) = what.entity() {
                crate::tui::update::open(app, Target::Entity(entity));
            }
        }
        Some(what) => go_to(app, what),
        None => {
            if let Some(time) = time_at(app, at) {
                go_near(app, time);
            }
        }
    }
}

/// To the row of something, or of the statement that tells of it.
fn go_to(app: &mut App, what: What) {
    let telling = || telling(&app.pack, what).and_then(|id| app.timeline.position(What::Statement(id)));
    if let Some(row) = app.timeline.position(what).or_else(telling) {
        choose(app, row);
    }
    app.in_hand = what.entity().or(app.in_hand);
}

fn go_near(app: &mut App, time: f64) {
    if let Some(row) = app.timeline.nearest(time) {
        choose(app, row);
        refit(app);
    }
}

/// The time under a cell of the axis, the lanes or the strip.
fn time_at(app: &App, at: Position) -> Option<f64> {
    let drawn = &app.timeline.drawn;
    let places = drawn.places;
    if places.strip.contains(at) {
        return app.timeline.time_on_strip(places.strip, at.x);
    }
    let area = scaled_at(app, at)?;
    Some(drawn.scale.as_ref()?.middle(at.x - area.x))
}

/// The part of the view under a cell, if its columns are those of the axis.
fn scaled_at(app: &App, at: Position) -> Option<Rect> {
    let places = app.timeline.drawn.places;
    let scaled = [places.labels, places.axis, places.digits, places.eras, places.lanes];
    scaled.into_iter().find(|area| area.contains(at))
}
