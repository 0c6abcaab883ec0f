//! The keys and the mouse of the map.

use ratatui::layout::{Position, Rect, Size};

use crate::tui::app::{Action, App, Effect, Overlay};
use crate::tui::list::Motion;
use crate::tui::map::{self, Fit, Marker, detail};
use griot_history::map::places::{self, Row};
use griot_pack::pack::{EntityId, Kind, Target};

/// What a step of the zoom multiplies the scale by.
const NEARER: f64 = 0.8;

/// Does what a key does in this view.
pub(super) fn update(app: &mut App, action: Action) -> Effect {
    match action {
        Action::Lines(by) | Action::Links(by) => step(app, by),
        Action::Open => open(app),
        Action::OpenOutside => outside(app),
        Action::Dated(_) => follow_time(app),
        Action::Eras(by) => eras(app, by),
        Action::Era(number) => era(app, usize::from(number).checked_sub(1)),
        Action::Top => end_of_time(app, false),
        Action::Bottom => end_of_time(app, true),
        Action::Cycle => cycle(app),
        Action::Marker => {
            app.map.marker = app.map.marker.next(app.settings.ascii);
            let drawn = if app.map.marker == Marker::Words { "places in" } else { "drawn in" };
            app.message = Some(format!("{drawn} {}", app.map.marker.name()));
        }
        Action::ShowAll => {
            app.map.fit = Fit::All;
            app.map.all_time = true;
            app.message = Some("every place, all times".into());
        }
        Action::Wider(by) => zoom(app, by, None),
        // In words alone there is nothing to pan.
        Action::Pan(_, north) if size(app).is_none() => step(app, -north),
        Action::Pan(east, north) => pan(app, east, north),
        _ => {}
    }
    settle(app);
    Effect::None
}

/// The view is about to be shown: it takes over the place and the entity in hand.
pub(super) fn enter(app: &mut App) {
    app.map.all_time = false;
    take_up(app);
}

/// Takes over the place in hand: on entering the view, and on coming back to it.
pub(super) fn take_up(app: &mut App) {
    super::read_geo(app);
    if app.map.places.is_empty() {
        app.map.places = places::gazetteer(&app.pack);
    }
    let hand = map::at_hand(app);
    let in_hand = app.in_hand.and_then(|entity| place_of(app, entity));
    let chosen = in_hand.or_else(|| map::first_here(app, &hand)).or(app.map.chosen);
    let capital = || app.geo.as_ref()?.capital.as_deref().and_then(|id| app.pack.entity(id));
    let any = || app.map.places.first().map(|place| place.entity);
    app.map.chosen = chosen.or_else(capital).or_else(any);
    settle(app);
}

/// The place that an entity is, or at which an event took place.
fn place_of(app: &App, entity: EntityId) -> Option<EntityId> {
    let it = &app.pack[entity];
    let located = |place: &EntityId| places::point(&app.pack, *place).is_some();
    match it.kind {
        Kind::Place => Some(entity),
        Kind::Event => it.places.iter().copied().find(located),
        _ => None,
    }
}

/// Brings the list to the chosen place.
fn settle(app: &mut App) {
    let Some(panes) = map::panes(app) else { return };
    let rows = map::rows(app, &map::at_hand(app), &panes);
    app.map.list = map::list(app, &rows, panes.list.map_or(1, |area| area.height));
}

fn choose(app: &mut App, place: EntityId) {
    app.map.chosen = Some(place);
    app.in_hand = Some(place);
    // Where the reader has zoomed, the map follows the choice.
    if let (Fit::Free(view), Some(size), Some(at)) = (app.map.fit, size(app), places::point(&app.pack, place))
        && view.cell(at, size).is_none()
    {
        app.map.fit = Fit::Free(griot_history::map::projection::View { middle: at, ..view });
    }
}

fn step(app: &mut App, by: i32) {
    let Some(panes) = map::panes(app) else { return };
    let rows = map::rows(app, &map::at_hand(app), &panes);
    let height = panes.list.map_or(1, |area| area.height);
    let mut list = map::list(app, &rows, height);
    list.go(Motion::Rows(by), &rows.as_slice(), usize::from(height));
    if by != 0
        && let Some(Row::Place(at)) = rows.get(list.chosen)
    {
        choose(app, app.map.places[*at].entity);
        app.map.list = list;
    }
}

fn open(app: &mut App) {
    match app.map.chosen {
        Some(place) => super::open(app, Target::Entity(place)),
        None => app.message = Some("no place is chosen".into()),
    }
}

fn outside(app: &mut App) {
    let title = app.map.chosen.and_then(|place| app.pack[place].wikipedia.as_deref());
    match title.map(|title| griot_pack::url::wikipedia(title, &app.pack.about.language)) {
        Some(address) => app.overlay = Some(Overlay::Ask(address)),
        None => app.message = Some("this place has no address".into()),
    }
}

/// The choice goes where the text goes: to a place that the passage at hand names, unless it is at one.
fn follow_time(app: &mut App) {
    app.map.all_time = false;
    let hand = map::at_hand(app);
    if !hand.named.iter().any(|named| named.here && app.map.chosen == Some(named.place)) {
        app.map.chosen = map::first_here(app, &hand).or(app.map.chosen);
    }
}

/// To the first or the last date of the text.
fn end_of_time(app: &mut App, last: bool) {
    let order = app.pack.chronology();
    let end = if last { order.last() } else { order.first() };
    match end.copied() {
        Some(statement) => {
            super::step_to(app, statement);
            follow_time(app);
        }
        None => app.message = Some("nothing in the text is dated".into()),
    }
}

/// To the beginning of the next or previous era of the text.
fn eras(app: &mut App, by: i32) {
    era(app, app.era().index().checked_add_signed(by as isize));
}

/// To the beginning of an era, counted from nought.
fn era(app: &mut App, at: Option<usize>) {
    let era = at.and_then(|at| app.pack.eras().nth(at));
    match era.and_then(|era| app.pack.statements_in(era).next()) {
        Some(statement) => {
            super::step_to(app, statement);
            follow_time(app);
        }
        None => app.message = Some(format!("there are {} eras", app.pack.eras().len())),
    }
}

fn cycle(app: &mut App) {
    let hand = map::at_hand(app);
    let country = app.geo.as_ref().map(|geo| geo.country.to_string()).filter(|name| !name.is_empty());
    let (fit, said) = match app.map.fit {
        Fit::Country => (Fit::Region, "everything that is drawn".to_owned()),
        Fit::Region if map::passage(app, &hand).is_some() => (Fit::Passage, "what the passage at hand names".into()),
        _ => (Fit::Country, country.unwrap_or_else(|| "every place".into())),
    };
    app.map.fit = fit;
    app.message = Some(format!("in sight: {said}"));
}

/// The size of the pane in which the map is drawn.
fn size(app: &App) -> Option<Size> {
    map::panes(app)?.map.map(|area| Size { width: area.width, height: area.height })
}

/// Nearer or farther, about a point of the pane, or else about the chosen place where that is in sight.
fn zoom(app: &mut App, by: i32, point: Option<[f64; 2]>) {
    let Some(size) = size(app) else { return };
    let Some(view) = map::view(app, &map::at_hand(app), size) else { return };
    let chosen = app.map.chosen.and_then(|place| places::point(&app.pack, place));
    let on_chosen = chosen.filter(|at| view.cell(*at, size).is_some()).map(|at| view.project(at, size));
    let middle = [f64::from(size.width) / 2.0, f64::from(size.height) / 2.0];
    let point = point.or(on_chosen).unwrap_or(middle);
    app.map.fit = Fit::Free(view.zoomed(NEARER.powi(by.clamp(-20, 20)), point, size));
}

fn pan(app: &mut App, east: i32, north: i32) {
    let Some(size) = size(app) else { return };
    let all = app.geo.as_ref().and_then(|geo| griot_history::map::everything(geo, &app.map.places));
    let (Some(view), Some(all)) = (map::view(app, &map::at_hand(app), size), all) else { return };
    let columns = f64::from(east) * (f64::from(size.width) / 8.0).max(1.0);
    let rows = f64::from(north) * (f64::from(size.height) / 8.0).max(1.0);
    app.map.fit = Fit::Free(view.panned(columns, rows, size, &all));
}

/// A button went down at a cell of the view: a place is chosen, and opened if it was chosen already.
pub(super) fn click(app: &mut App, at: Position, second: bool) {
    if let Some(target) = said_at(app, at) {
        return super::open(app, target);
    }
    let Some(place) = place_at(app, at) else { return };
    let again = app.map.chosen == Some(place);
    choose(app, place);
    if again || second {
        open(app);
    } else {
        settle(app);
    }
}

/// The place under a cell, on the map or in the list.
fn place_at(app: &App, at: Position) -> Option<EntityId> {
    let panes = map::panes(app)?;
    let hand = map::at_hand(app);
    if let Some(area) = panes.map.filter(|area| area.contains(at)) {
        let scene = map::scene(app, &hand, Size { width: area.width, height: area.height })?;
        return scene.place_at(inside(area, at));
    }
    let area = panes.list.filter(|area| area.contains(at))?;
    let rows = map::rows(app, &hand, &panes);
    let row = map::list(app, &rows, area.height).row_at(usize::from(at.y - area.y), &rows.as_slice());
    match rows.get(row?)? {
        Row::Place(at) => Some(app.map.places[*at].entity),
        Row::Head(_) => None,
    }
}

/// What a cell of the words beneath or beside the map leads to.
fn said_at(app: &App, at: Position) -> Option<Target> {
    let (panes, hand) = (map::panes(app)?, map::at_hand(app));
    let pages = [detail::caption(app, &hand, &panes), detail::beside(app, &hand, &panes)];
    pages.into_iter().flatten().find_map(|page| detail::target_at(&page, at))
}

const fn inside(area: Rect, at: Position) -> Position {
    Position { x: at.x - area.x, y: at.y - area.y }
}

/// The wheel turned at a cell of the view: over the map it zooms there, elsewhere it goes through the list.
pub(super) fn wheel(app: &mut App, at: Position, lines: i32) {
    let Some(panes) = map::panes(app) else { return };
    if let Some(area) = panes.map.filter(|area| area.contains(at)) {
        let Position { x, y } = inside(area, at);
        zoom(app, -lines.signum(), Some([f64::from(x) + 0.5, f64::from(y) + 0.5]));
    } else {
        step(app, lines.signum());
    }
    settle(app);
}
