//! The mouse on the timeline.

use griot_history::scale::{Scale, Window};
use griot_history::timeline::{EraMark, What, telling};
use griot_pack::pack::Target;
use ratatui::layout::{Position, Rect};

use super::Timeline;
use super::moves::{choose, open, pan_from, rows, to_era, zoom};
use crate::tui::action::Button;
use crate::tui::shared::{Next, Shared};
use crate::tui::widgets::axis::Strip;

/// A button went down at a cell of the view.
pub(super) fn click(timeline: &mut Timeline, shared: &mut Shared, at: Position, button: Button) -> Next {
    let places = timeline.drawn.places;
    if places.list.contains(at) {
        return in_list(timeline, shared, at, button);
    }
    if places.lanes.contains(at) {
        return in_lanes(timeline, shared, at, button);
    }
    if places.eras.contains(at) {
        if let Some(era) = era_at(&timeline.drawn.eras, at.x - places.eras.x) {
            to_era(timeline, shared, era.era);
        }
    } else if let Some(time) = time_at(timeline, shared, at) {
        go_near(timeline, shared, time);
    }
    Next::Stay
}

/// The wheel turned at a cell of the view, in lines: it zooms at the pointer over the axis, and scrolls the list.
pub(super) fn wheel(timeline: &mut Timeline, shared: &mut Shared, at: Position, lines: i32) {
    if timeline.drawn.places.list.contains(at) {
        rows(timeline, shared, lines);
    } else if let Some(time) = time_at(timeline, shared, at) {
        zoom(timeline, shared, Some(time), if lines < 0 { 0.8 } else { 1.25 });
    }
}

/// The stretch of time in sight, where a drag from a cell of the axis or the lanes moves it.
pub(super) fn axis_at(timeline: &Timeline, at: Position) -> Option<Window> {
    scaled_at(timeline, at)?;
    timeline.drawn.scale.as_ref().map(Scale::window)
}

/// The axis was dragged by columns since the button went down; `begun` was in sight then.
pub(super) fn drag_axis(timeline: &mut Timeline, shared: &mut Shared, begun: Window, columns: i32) {
    let wide = timeline.drawn.places.axis.width.max(1);
    pan_from(timeline, shared, begun, -f64::from(columns) / f64::from(wide));
}

fn era_at(eras: &[EraMark], column: u16) -> Option<&EraMark> {
    eras.iter().rfind(|mark| mark.at <= column)
}

/// A click chooses the row; one on the chosen row, or the right button, reads it.
fn in_list(timeline: &mut Timeline, shared: &mut Shared, at: Position, button: Button) -> Next {
    let row = timeline.top() + usize::from(at.y - timeline.drawn.places.list.y);
    if row >= timeline.len() {
        return Next::Stay;
    }
    let chosen = timeline.list.chosen == row;
    if !chosen {
        choose(timeline, shared, row);
    }
    if chosen || button == Button::Right { open(timeline, shared) } else { Next::Stay }
}

/// A click on a bar or a mark chooses its row, the right button opens its page.
fn in_lanes(timeline: &mut Timeline, shared: &mut Shared, at: Position, button: Button) -> Next {
    let places = timeline.drawn.places;
    let column = at.x - places.lanes.x;
    let first = timeline.first_lane(&shared.pack);
    let lane = timeline.drawn.lanes.get(first + usize::from(at.y - places.lanes.y));
    let what = lane.and_then(|lane| lane.under(column)).and_then(|piece| piece.what);
    match what {
        Some(what) if button == Button::Right => {
            return what.entity().map_or(Next::Stay, |id| Next::Open(Target::Entity(id)));
        }
        Some(what) => go_to(timeline, shared, what),
        None => {
            if let Some(time) = time_at(timeline, shared, at) {
                go_near(timeline, shared, time);
            }
        }
    }
    Next::Stay
}

/// To the row of something, or of the statement that tells of it.
fn go_to(timeline: &mut Timeline, shared: &mut Shared, what: What) {
    let telling = || telling(&shared.pack, what).and_then(|id| timeline.position(What::Statement(id)));
    if let Some(row) = timeline.position(what).or_else(telling) {
        choose(timeline, shared, row);
    }
    shared.selected.entity = what.entity().or(shared.selected.entity);
}

fn go_near(timeline: &mut Timeline, shared: &mut Shared, time: f64) {
    if let Some(row) = timeline.nearest(time) {
        choose(timeline, shared, row);
    }
}

/// The time under a cell of the axis, the lanes or the strip.
fn time_at(timeline: &Timeline, shared: &Shared, at: Position) -> Option<f64> {
    let drawn = &timeline.drawn;
    let area = drawn.places.strip;
    if area.contains(at) {
        return shared.story.as_ref().map(|story| Strip { story, area }.time(at.x));
    }
    let area = scaled_at(timeline, at)?;
    Some(drawn.scale.as_ref()?.middle(at.x - area.x))
}

/// The part of the view under a cell, if its columns are those of the axis.
fn scaled_at(timeline: &Timeline, at: Position) -> Option<Rect> {
    let places = timeline.drawn.places;
    let scaled = [places.labels, places.axis, places.digits, places.eras, places.lanes];
    scaled.into_iter().find(|area| area.contains(at))
}
