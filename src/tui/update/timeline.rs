//! The keys and the mouse of the timeline, and the ribbon's.

mod pointer;

use crate::tui::action::Action;
use crate::tui::app::{App, Effect, Screen};
use griot_history::chronicle;
use griot_history::scale::Window;
use griot_history::timeline::{What, model, telling};
use griot_pack::pack::{EntityId, EraId, Target};

pub(super) use pointer::{along_ribbon, axis_at, click, drag_axis, on_ribbon, wheel};

/// Does what a key does in this view.
pub(super) fn update(app: &mut App, action: Action) -> Effect {
    fit(app);
    let page = usize::from(app.timeline.drawn.places.list.height).max(2) as i32;
    match action {
        // The filter was typed in.
        Action::Lines(0) => anew(app),
        Action::Lines(by) => rows(app, by),
        Action::HalfPages(by) => rows(app, by * (page / 2)),
        Action::Pages(by) => rows(app, by * (page - 1)),
        Action::Top => choose(app, 0),
        Action::Bottom => choose(app, app.timeline.len().saturating_sub(1)),
        Action::Links(by) => events(app, by),
        Action::Dated(by) => dated(app, by),
        Action::Eras(by) => eras(app, by),
        Action::Era(number) => match app.pack.eras().nth(usize::from(number).wrapping_sub(1)) {
            Some(era) => to_era(app, era),
            None => app.message = Some(format!("there are {} eras", app.pack.eras().len())),
        },
        Action::Cycle => {
            app.timeline.kind = app.timeline.kind.next();
            refit(app);
            let kind = app.timeline.kind;
            app.message = Some(format!("{} scale: {}", kind.name(), kind.explained()));
        }
        Action::Variant => {
            app.timeline.shown = app.timeline.shown.next();
            anew(app);
            app.message = Some(format!("shown: {}", app.timeline.shown.explained()));
        }
        Action::Wider(by) => {
            let around = app.timeline.chosen().map(|row| row.at);
            zoom(app, around, if by > 0 { 0.5 } else { 2.0 });
        }
        Action::Pan(by, _) => pan(app, by),
        Action::ShowAll => {
            app.timeline.window = None;
            refit(app);
        }
        Action::Open => open(app),
        Action::OpenOutside => outside(app),
        _ => {}
    }
    Effect::None
}

/// The view is about to be shown: it takes over the place and the entity in hand.
pub(super) fn enter(app: &mut App, from: Option<Screen>) {
    app.timeline.fit_on(&app.pack, app.regions().map(|regions| regions.body), &app.filter);
    if from == Some(Screen::Who)
        && let Some(entity) = app.in_hand
        && let Some(row) = row_of_entity(app, entity)
    {
        choose(app, row);
    } else {
        at_the_eye(app);
    }
}

/// Fills the list anew, and chooses again what is nearest to the place in the text.
fn anew(app: &mut App) {
    refit(app);
    at_the_eye(app);
}

/// Chooses the row of the place in the text: the event in hand that it tells of, the row that was chosen, or the nearest.
fn at_the_eye(app: &mut App) {
    let pack = &app.pack;
    let eye = app.reader.eye(pack);
    let tells = |row: &usize| app.timeline.row(*row).is_some_and(|row| telling(pack, row.what) == eye && eye.is_some());
    let in_hand = app.in_hand.and_then(|entity| app.timeline.position(What::Event(entity))).filter(tells);
    let chosen = Some(app.timeline.list.chosen).filter(tells);
    let dated = || {
        let statement = chronicle::nearest_dated(pack, eye?)?;
        let exact = app.timeline.position(What::Statement(statement));
        exact.or_else(|| app.timeline.nearest(model::time_of(&pack[statement].when?)))
    };
    let row = in_hand.or(chosen).or_else(dated);
    app.timeline.choose(row.unwrap_or(0));
    if app.timeline.follow(&app.pack) {
        refit(app);
    }
}

/// The row of an entity: its own, or that of the dated statement about it nearest to the eye.
fn row_of_entity(app: &App, entity: EntityId) -> Option<usize> {
    let pack = &app.pack;
    let own = app.timeline.position(What::Event(entity)).or_else(|| app.timeline.position(What::Polity(entity)));
    let eye =
        app.reader.eye(pack).and_then(|id| chronicle::reading(pack, id)).map_or(0.0, |when| model::time_of(&when));
    let far = |row: &usize| app.timeline.row(*row).map_or(f64::MAX, |row| (row.at - eye).abs());
    let rows = || pack.mentions(entity).iter().filter_map(|id| app.timeline.position(What::Statement(*id)));
    own.or_else(|| rows().min_by(|a, b| far(a).total_cmp(&far(b))))
}

/// Chooses a row and takes what it tells of in hand: the text will open there.
pub(super) fn choose(app: &mut App, row: usize) {
    app.timeline.choose(row);
    let Some(what) = app.timeline.chosen().map(|row| row.what) else { return };
    let statement = telling(&app.pack, what);
    if let Some(statement) = statement {
        super::step_to(app, statement);
    }
    let linked = |entity: &EntityId| statement.is_some_and(|id| app.pack[id].links().any(|other| other == *entity));
    app.in_hand = what.entity().or_else(|| app.in_hand.filter(linked));
    if app.timeline.follow(&app.pack) {
        refit(app);
    }
}

fn fit(app: &mut App) {
    app.timeline.fill(&app.pack, &app.filter);
}

fn refit(app: &mut App) {
    app.timeline.fit_on(&app.pack, app.regions().map(|regions| regions.body), &app.filter);
}

fn rows(app: &mut App, by: i32) {
    let last = app.timeline.len().saturating_sub(1);
    let row = app.timeline.list.chosen.saturating_add_signed(by as isize).min(last);
    if row != app.timeline.list.chosen {
        choose(app, row);
    } else if !app.timeline.is_empty() {
        app.message = Some(if by > 0 { "this is the last row".into() } else { "this is the first row".into() });
    }
}

/// The next or previous row that passes.
fn step(app: &mut App, by: i32, wanted: impl Fn(What) -> bool) -> bool {
    let timeline = &app.timeline;
    let start = timeline.list.chosen.checked_add_signed(by.signum() as isize);
    let row = start.and_then(|start| timeline.find(start, by > 0, |row| wanted(row.what)));
    row.inspect(|row| choose(app, *row)).is_some()
}

fn events(app: &mut App, by: i32) {
    if !app.timeline.shown.holds_events() {
        rows(app, by);
    } else if !step(app, by, |what| matches!(what, What::Event(_))) {
        app.message = Some(if by > 0 { "no later event".into() } else { "no earlier event".into() });
    }
}

fn dated(app: &mut App, by: i32) {
    if !app.timeline.shown.holds_statements() {
        super::dated_in_order(app, by);
        let at = app.reader.eye(&app.pack).and_then(|id| app.pack[id].when).map(|when| model::time_of(&when));
        if let Some(row) = at.and_then(|at| app.timeline.nearest(at)) {
            app.timeline.choose(row);
        }
        if app.timeline.follow(&app.pack) {
            refit(app);
        }
    } else if !step(app, by, |what| matches!(what, What::Statement(_))) {
        app.message = Some(if by > 0 { "this is the last date".into() } else { "this is the first date".into() });
    }
}

fn eras(app: &mut App, by: i32) {
    let next = app.era().index().checked_add_signed(by as isize);
    match next.and_then(|next| app.pack.eras().nth(next)) {
        Some(era) => to_era(app, era),
        None => app.message = Some(if by > 0 { "this is the last era".into() } else { "this is the first era".into() }),
    }
}

/// To the first statement of an era that lies in its time.
pub(super) fn to_era(app: &mut App, era: EraId) {
    let pack = &app.pack;
    let begins = model::time_of(&pack[era].when);
    let of_era = |what: What| telling(pack, what).is_some_and(|id| pack.era_of(id) == era);
    let start = app.timeline.between(f64::MIN, begins).end;
    let found = app.timeline.find(start, true, |row| of_era(row.what));
    match found.or_else(|| app.timeline.find(0, true, |row| of_era(row.what))) {
        Some(row) => {
            choose(app, row);
            app.message = Some(format!("{}  {}", era.index() + 1, app.pack[era].title));
        }
        None => app.message = Some(format!("nothing in the list from {}", app.pack[era].title)),
    }
}

fn zoom(app: &mut App, around: Option<f64>, factor: f64) {
    let (kind, window) = (app.timeline.kind, app.timeline.window(&app.pack));
    let middle = f64::midpoint(window.from, window.to);
    let zoomed = app.timeline.story(&app.pack).zoomed(kind, window, around.unwrap_or(middle), factor);
    if zoomed == window {
        app.message = Some(if factor < 1.0 { "this is as close as it gets".into() } else { "this is all".into() });
    }
    app.timeline.look(&app.pack, zoomed);
    refit(app);
}

fn pan(app: &mut App, by: i32) {
    let window = app.timeline.window(&app.pack);
    pan_from(app, window, by, 4);
}

/// Shows a stretch of time, moved by so many of the parts of its room.
fn pan_from(app: &mut App, window: Window, by: i32, parts: u16) {
    let kind = app.timeline.kind;
    let panned = app.timeline.story(&app.pack).panned(kind, window, f64::from(by) / f64::from(parts));
    if app.timeline.window.is_none() {
        app.message = Some("all of it is in sight; + zooms in".into());
    } else if panned == window && by != 0 {
        app.message = Some(if by > 0 { "this is the end".into() } else { "this is the beginning".into() });
    }
    app.timeline.look(&app.pack, panned);
    refit(app);
}

/// Reads the chosen row in its place, with the link to its entity in focus.
fn open(app: &mut App) {
    let Some(what) = app.timeline.chosen().map(|row| row.what) else {
        app.message = Some("nothing to open: the list is empty".into());
        return;
    };
    match (telling(&app.pack, what), what.entity()) {
        (Some(statement), entity) => {
            super::open(app, Target::Statement(statement));
            if let Some(entity) = entity {
                focus(app, entity);
            }
        }
        (None, Some(entity)) => super::open(app, Target::Entity(entity)),
        (None, None) => app.message = Some("this is a silence: nothing dated is told of it".into()),
    }
}

/// Focuses the link to an entity in the statement in hand.
fn focus(app: &mut App, entity: EntityId) {
    let reader = &app.reader;
    let in_hand =
        |piece: &griot_history::text::Piece| reader.layout.statement_at(piece.line, piece.column) == reader.hand;
    let leads = |link: &griot_history::text::Link| {
        link.target == Target::Entity(entity) && link.pieces.first().is_some_and(in_hand)
    };
    if let Some(link) = app.reader.layout.links.iter().position(leads) {
        app.reader.focus(link);
    }
}

fn outside(app: &mut App) {
    let entity = app.timeline.chosen().and_then(|row| row.what.entity());
    let title = entity.and_then(|entity| app.pack[entity].wikipedia.as_deref());
    match title.map(|title| griot_pack::url::wikipedia(title, &app.pack.about.language)) {
        Some(address) => app.overlay = Some(crate::tui::app::Overlay::Ask(address)),
        None => app.message = Some("this row has no address".into()),
    }
}
