//! Ways of going through time.

use griot_history::chronicle;
use griot_history::scale::Window;
use griot_history::timeline::{What, model, telling};
use griot_pack::pack::{EntityId, EraId, Target};

use super::Timeline;
use crate::tui::shared::{Next, Shared};

/// Chooses the row of the place in the text: the selected event that it tells of, the row that was chosen, or the
/// nearest.
pub(super) fn choose_at_place(timeline: &mut Timeline, shared: &mut Shared) {
    let pack = &shared.pack;
    let here = shared.reader.statement();
    let tells = |row: &usize| timeline.row(*row).is_some_and(|row| telling(pack, row.what) == here && here.is_some());
    let selected = shared.selected.entity.and_then(|entity| timeline.position(What::Event(entity))).filter(tells);
    let chosen = Some(timeline.list.chosen).filter(tells);
    let dated = || {
        let statement = chronicle::nearest_dated(pack, here?)?;
        let exact = timeline.position(What::Statement(statement));
        exact.or_else(|| timeline.nearest(model::time_of(&pack[statement].when?)))
    };
    let row = selected.or(chosen).or_else(dated);
    timeline.choose(row.unwrap_or(0));
    timeline.follow(shared);
}

/// The row of an entity: its own, or that of the dated statement about it nearest to the reader's place.
pub(super) fn row_of_entity(timeline: &Timeline, shared: &Shared, entity: EntityId) -> Option<usize> {
    let pack = &shared.pack;
    let own = timeline.position(What::Event(entity)).or_else(|| timeline.position(What::Polity(entity)));
    let here =
        shared.reader.statement().and_then(|id| chronicle::reading(pack, id)).map_or(0.0, |when| model::time_of(&when));
    let far = |row: &usize| timeline.row(*row).map_or(f64::MAX, |row| (row.at - here).abs());
    let rows = || pack.mentions(entity).iter().filter_map(|id| timeline.position(What::Statement(*id)));
    own.or_else(|| rows().min_by(|a, b| far(a).total_cmp(&far(b))))
}

/// Chooses a row and what it tells of: the text will open there.
pub(super) fn choose(timeline: &mut Timeline, shared: &mut Shared, row: usize) {
    timeline.choose(row);
    let Some(what) = timeline.chosen().map(|row| row.what) else { return };
    let statement = telling(&shared.pack, what);
    if let Some(statement) = statement {
        shared.step_to(statement);
    }
    let linked = |entity: &EntityId| statement.is_some_and(|id| shared.pack[id].links().any(|other| other == *entity));
    shared.selected.entity = what.entity().or_else(|| shared.selected.entity.filter(linked));
    timeline.follow(shared);
}

/// Moves the choice by rows.
pub(super) fn rows(timeline: &mut Timeline, shared: &mut Shared, by: i32) {
    let last = timeline.len().saturating_sub(1);
    let row = timeline.list.chosen.saturating_add_signed(by as isize).min(last);
    if row != timeline.list.chosen {
        choose(timeline, shared, row);
    } else if !timeline.is_empty() {
        shared.say(if by > 0 { "this is the last row" } else { "this is the first row" });
    }
}

/// The next or previous row that passes.
pub(super) fn step(timeline: &mut Timeline, shared: &mut Shared, by: i32, wanted: impl Fn(What) -> bool) -> bool {
    let start = timeline.list.chosen.checked_add_signed(by.signum() as isize);
    let row = start.and_then(|start| timeline.find(start, by > 0, |row| wanted(row.what)));
    row.inspect(|row| choose(timeline, shared, *row)).is_some()
}

pub(super) fn events(timeline: &mut Timeline, shared: &mut Shared, by: i32) {
    if !timeline.shown.holds_events() {
        rows(timeline, shared, by);
    } else if !step(timeline, shared, by, |what| matches!(what, What::Event(_))) {
        shared.say(if by > 0 { "no later event" } else { "no earlier event" });
    }
}

pub(super) fn dated(timeline: &mut Timeline, shared: &mut Shared, by: i32) {
    if !timeline.shown.holds_statements() {
        shared.step_in_time(by);
        let at = shared.reader.statement().and_then(|id| shared.pack[id].when).map(|when| model::time_of(&when));
        if let Some(row) = at.and_then(|at| timeline.nearest(at)) {
            timeline.choose(row);
        }
        timeline.follow(shared);
    } else if !step(timeline, shared, by, |what| matches!(what, What::Statement(_))) {
        shared.say(if by > 0 { "this is the last date" } else { "this is the first date" });
    }
}

pub(super) fn eras(timeline: &mut Timeline, shared: &mut Shared, by: i32) {
    let next = shared.era().index().checked_add_signed(by as isize);
    match next.and_then(|next| shared.pack.eras().nth(next)) {
        Some(era) => to_era(timeline, shared, era),
        None => shared.say(if by > 0 { "this is the last era" } else { "this is the first era" }),
    }
}

/// To the first statement of an era that lies in its time.
pub(super) fn to_era(timeline: &mut Timeline, shared: &mut Shared, era: EraId) {
    let pack = &shared.pack;
    let begins = model::time_of(&pack[era].when);
    let of_era = |what: What| telling(pack, what).is_some_and(|id| pack.era_of(id) == era);
    let start = timeline.between(f64::MIN, begins).end;
    let found = timeline.find(start, true, |row| of_era(row.what));
    match found.or_else(|| timeline.find(0, true, |row| of_era(row.what))) {
        Some(row) => {
            choose(timeline, shared, row);
            shared.say(format!("{}  {}", era.index() + 1, shared.pack[era].title));
        }
        None => shared.say(format!("nothing in the list from {}", shared.pack[era].title)),
    }
}

/// Zooms by a factor about a time, or else about the middle.
pub(super) fn zoom(timeline: &mut Timeline, shared: &mut Shared, around: Option<f64>, factor: f64) {
    let (kind, window) = (timeline.kind, timeline.window_of(shared));
    let middle = f64::midpoint(window.from, window.to);
    let zoomed = shared.story().zoomed(kind, window, around.unwrap_or(middle), factor);
    if zoomed == window {
        shared.say(if factor < 1.0 { "this is as close as it gets" } else { "this is all" });
    }
    timeline.look(shared, zoomed);
}

/// Shows a stretch of time, moved by a share of its room.
pub(super) fn pan_from(timeline: &mut Timeline, shared: &mut Shared, window: Window, by: f64) {
    let panned = shared.story().panned(timeline.kind, window, by);
    if timeline.window.is_none() {
        shared.say(format!("all of it is in sight; {} zooms in", shared.key("zoom-in")));
    } else if panned == window && by != 0.0 {
        shared.say(if by > 0.0 { "this is the end" } else { "this is the beginning" });
    }
    timeline.look(shared, panned);
}

/// Reads the chosen row in its place, with the link to its entity in focus.
pub(super) fn open(timeline: &Timeline, shared: &mut Shared) -> Next {
    let Some(what) = timeline.chosen().map(|row| row.what) else {
        shared.say("nothing to open: the list is empty");
        return Next::Stay;
    };
    match (telling(&shared.pack, what), what.entity()) {
        (Some(statement), Some(entity)) => Next::OpenLink(statement, entity),
        (Some(statement), None) => Next::Open(Target::Statement(statement)),
        (None, Some(entity)) => Next::Open(Target::Entity(entity)),
        (None, None) => {
            shared.say("this is a silence: nothing dated is told of it");
            Next::Stay
        }
    }
}

pub(super) fn outside(timeline: &Timeline, shared: &mut Shared) -> Next {
    let entity = timeline.chosen().and_then(|row| row.what.entity());
    if let Some(url) = entity.and_then(|entity| shared.page_outside(entity)) {
        return Next::Ask(url);
    }
    shared.say("this row has no URL");
    Next::Stay
}
