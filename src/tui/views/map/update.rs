//! The keys and the mouse of the map.

use griot_history::map::places::{self, Row};
use griot_history::map::{projection, within, world};
use griot_history::quote::Form;
use griot_history::text::Block;
use griot_pack::pack::{EntityId, Kind, StatementId, Target};
use ratatui::layout::{Position, Rect};

use super::super::{Entry, View};
use super::{Fit, Map, Marker, copy, paint, passage};
use crate::tui::action::{Action, Button};
use crate::tui::shared::{Next, Shared};
use crate::tui::widgets::list::Motion;
use crate::tui::widgets::pen::Pen;

/// What a step of the zoom multiplies the scale by.
const NEARER: f64 = 0.8;

impl View for Map {
    fn enter(&mut self, shared: &mut Shared, entry: Entry) {
        match entry {
            Entry::From(_) => self.all_time = false,
            Entry::Return => {}
        }
        take_over(self, shared);
    }

    fn update(&mut self, shared: &mut Shared, action: Action) -> Next {
        match action {
            Action::Lines(by) | Action::Links(by) => step(self, shared, by),
            Action::Open => return open(self, shared),
            Action::OpenOutside => return outside(self, shared),
            Action::Dated(by) => {
                shared.step_in_time(by);
                follow_time(self, shared);
            }
            Action::Eras(by) => era(self, shared, shared.era().index().checked_add_signed(by as isize)),
            Action::Era(number) => era(self, shared, usize::from(number).checked_sub(1)),
            Action::Top => end_of_time(self, shared, shared.pack.chronology().first().copied()),
            Action::Bottom => end_of_time(self, shared, shared.pack.chronology().last().copied()),
            Action::Cycle => cycle(self, shared),
            Action::Marker => {
                self.marker = self.marker.next(shared.settings.glyphs);
                let drawn = if self.marker == Marker::Words { "places in" } else { "drawn in" };
                shared.say(format!("{drawn} {}", self.marker.name()));
            }
            Action::ShowAll => {
                self.fit = Fit::All;
                self.all_time = true;
                shared.say("every place, all times");
            }
            Action::Wider(by) => zoom(self, shared, by, None),
            // In words alone there is nothing to pan.
            Action::Pan(_, north) if self.size(shared).is_none() => step(self, shared, -north),
            Action::Pan(east, north) => pan(self, shared, east, north),
            _ => {}
        }
        Next::Stay
    }

    /// A place is chosen, and opened if it was chosen already.
    fn click(&mut self, shared: &mut Shared, at: Position, button: Button) -> Next {
        let Some(drawn) = self.drawn() else { return Next::Stay };
        let pages = [&drawn.caption, &drawn.beside].into_iter().flatten();
        if let Some(target) = pages.into_iter().find_map(|page| page.target_at(at)) {
            return Next::Open(target);
        }
        let Some(place) = place_at(self, at) else { return Next::Stay };
        let again = self.chosen == Some(place);
        choose(self, shared, place);
        if again || button == Button::Right { open(self, shared) } else { Next::Stay }
    }

    /// Over the map the wheel zooms there, elsewhere it goes through the list.
    fn wheel(&mut self, shared: &mut Shared, at: Position, lines: i32) {
        let Some(panes) = self.panes(shared) else { return };
        if let Some(area) = panes.map.filter(|area| area.contains(at)) {
            let Position { x, y } = inside(area, at);
            zoom(self, shared, -lines.signum(), Some([f64::from(x) + 0.5, f64::from(y) + 0.5]));
        } else {
            step(self, shared, lines.signum());
        }
    }

    fn fit(&mut self, shared: &mut Shared) {
        self.refresh(shared);
    }

    fn forget(&mut self) {
        self.forget_drawn();
    }

    fn paint(&self, shared: &Shared, pen: &mut Pen) -> Option<Position> {
        paint::paint(self, shared, pen)
    }

    fn copy(&self, shared: &Shared, form: Form) -> Option<String> {
        copy::copy(self, shared, form)
    }

    fn copy_label(&self, _shared: &Shared, form: Form) -> &'static str {
        copy::label(form)
    }

    fn place(&self, shared: &Shared) -> String {
        shared.screen.name().to_owned()
    }

    fn clock(&self, shared: &Shared) -> String {
        if self.all_time { "all times".into() } else { shared.clock() }
    }

    fn words(&self, _shared: &Shared) -> Vec<Block> {
        let pages = self.drawn().map(|drawn| [&drawn.caption, &drawn.beside]);
        pages.into_iter().flatten().flatten().flat_map(|page| page.blocks.clone()).collect()
    }
}

/// Takes over what is selected: on entering the view, and on coming back to it.
fn take_over(map: &mut Map, shared: &mut Shared) {
    shared.read_geo();
    if map.places.is_empty() {
        map.places = places::gazetteer(&shared.pack);
    }
    let current = map.current(shared);
    let selected = shared.selected.entity.and_then(|entity| place_of(shared, entity));
    let chosen = selected.or_else(|| map.first_here(shared, &current)).or(map.chosen);
    let capital = || shared.geo.as_ref()?.capital.as_deref().and_then(|id| shared.pack.entity(id));
    let any = || map.places.first().map(|place| place.entity);
    map.chosen = chosen.or_else(capital).or_else(any);
}

/// The place that an entity is, or at which an event took place.
fn place_of(shared: &Shared, entity: EntityId) -> Option<EntityId> {
    let record = &shared.pack[entity];
    let located = |place: &EntityId| places::point(&shared.pack, *place).is_some();
    match record.kind {
        Kind::Place => Some(entity),
        Kind::Event => record.places.iter().copied().find(located),
        _ => None,
    }
}

fn choose(map: &mut Map, shared: &mut Shared, place: EntityId) {
    map.chosen = Some(place);
    shared.selected.entity = Some(place);
    // Where the reader has zoomed, the map follows the choice.
    if let (Fit::Free(section), Some(size), Some(at)) = (map.fit, map.size(shared), places::point(&shared.pack, place))
        && section.cell(at, size).is_none()
    {
        map.fit = Fit::Free(projection::View { middle: at, ..section });
    }
}

fn step(map: &mut Map, shared: &mut Shared, by: i32) {
    let Some(panes) = map.panes(shared) else { return };
    let rows = map.rows(&map.current(shared), &panes);
    let height = panes.list.map_or(1, |area| area.height);
    let mut list = map.list_in(&rows, height);
    list.go(Motion::Rows(by), &rows.as_slice(), usize::from(height));
    if by != 0
        && let Some(Row::Place(at)) = rows.get(list.chosen)
    {
        choose(map, shared, map.places[*at].entity);
        map.list = list;
    }
}

fn open(map: &Map, shared: &mut Shared) -> Next {
    if let Some(place) = map.chosen {
        return Next::Open(Target::Entity(place));
    }
    shared.say("no place is chosen");
    Next::Stay
}

fn outside(map: &Map, shared: &mut Shared) -> Next {
    if let Some(url) = map.chosen.and_then(|place| shared.page_outside(place)) {
        return Next::Ask(url);
    }
    shared.say("this place has no URL");
    Next::Stay
}

/// The choice goes where the text goes: to a place that the passage at hand names, unless it is at one.
fn follow_time(map: &mut Map, shared: &Shared) {
    map.all_time = false;
    let current = map.current(shared);
    if !current.named.iter().any(|named| named.here && map.chosen == Some(named.place)) {
        map.chosen = map.first_here(shared, &current).or(map.chosen);
    }
}

/// To the first or the last date of the text.
fn end_of_time(map: &mut Map, shared: &mut Shared, statement: Option<StatementId>) {
    match statement {
        Some(statement) => {
            shared.step_to(statement);
            follow_time(map, shared);
        }
        None => shared.say("nothing in the text is dated"),
    }
}

/// To the beginning of an era, counted from nought.
fn era(map: &mut Map, shared: &mut Shared, at: Option<usize>) {
    let era = at.and_then(|at| shared.pack.eras().nth(at));
    match era.and_then(|era| shared.pack.statements_in(era).next()) {
        Some(statement) => {
            shared.step_to(statement);
            follow_time(map, shared);
        }
        None => shared.say(format!("there are {} eras", shared.pack.eras().len())),
    }
}

fn cycle(map: &mut Map, shared: &mut Shared) {
    let current = map.current(shared);
    let country = shared.geo.as_ref().map(|geo| geo.country.to_string()).filter(|name| !name.is_empty());
    let is_world = shared.geo.as_ref().is_some_and(world::is_under);
    let drawn = if is_world { "the whole world" } else { "everything that is drawn" };
    let (fit, label) = match map.fit {
        Fit::Country => (Fit::Region, drawn.to_owned()),
        Fit::Region if passage(shared, &current).is_some() => (Fit::Passage, "what the passage at hand names".into()),
        Fit::Region | Fit::Passage | Fit::All | Fit::Free(_) => {
            (Fit::Country, country.unwrap_or_else(|| "every place".into()))
        }
    };
    map.fit = fit;
    shared.say(format!("in sight: {label}"));
}

/// Nearer or farther, about a point of the pane, or else about the chosen place where that is in sight.
fn zoom(map: &mut Map, shared: &Shared, by: i32, point: Option<[f64; 2]>) {
    let Some(size) = map.size(shared) else { return };
    let Some(section) = map.section(shared, &map.current(shared), size) else { return };
    let chosen = map.chosen.and_then(|place| places::point(&shared.pack, place));
    let on_chosen = chosen.filter(|at| section.cell(*at, size).is_some()).map(|at| section.project(at, size));
    let middle = [f64::from(size.width) / 2.0, f64::from(size.height) / 2.0];
    let point = point.or(on_chosen).unwrap_or(middle);
    map.fit = Fit::Free(section.zoomed(NEARER.powi(by.clamp(-20, 20)), point, size));
}

fn pan(map: &mut Map, shared: &Shared, east: i32, north: i32) {
    let Some(size) = map.size(shared) else { return };
    let all = shared.geo.as_ref().and_then(|geo| within(geo, &map.places));
    let (Some(section), Some(all)) = (map.section(shared, &map.current(shared), size), all) else { return };
    let columns = f64::from(east) * (f64::from(size.width) / 8.0).max(1.0);
    let rows = f64::from(north) * (f64::from(size.height) / 8.0).max(1.0);
    map.fit = Fit::Free(section.panned(columns, rows, size, &all));
}

/// The place under a cell, on the map or in the list.
fn place_at(map: &Map, at: Position) -> Option<EntityId> {
    let drawn = map.drawn()?;
    if let Some(area) = drawn.panes.map.filter(|area| area.contains(at)) {
        return drawn.scene.as_ref()?.place_at(inside(area, at));
    }
    let area = drawn.panes.list.filter(|area| area.contains(at))?;
    let rows = drawn.rows.as_slice();
    let row = map.list_in(rows, area.height).row_at(usize::from(at.y - area.y), &rows);
    match rows.get(row?)? {
        Row::Place(at) => Some(map.places[*at].entity),
        Row::Head(_) => None,
    }
}

const fn inside(area: Rect, at: Position) -> Position {
    Position { x: at.x - area.x, y: at.y - area.y }
}
