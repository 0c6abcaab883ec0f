//! The list of places and the chosen place in words.

use ratatui::layout::{Position, Rect};

use crate::tui::app::App;
use crate::tui::map::panes::Panes;
use crate::tui::map::scene::{Scene, Sign};
use crate::tui::map::{self, AtHand, detail};
use crate::tui::theme::Ink;
use crate::tui::view::pen::Pen;
use griot_history::map::places::Row;
use griot_history::map::words;
use griot_history::text::width;
use griot_pack::pack::EntityId;
use griot_pack::when::When;

/// Paints the list and the chosen place; where the chosen row is.
pub fn paint(app: &App, pen: &mut Pen, panes: &Panes, hand: &AtHand, scene: Option<&Scene>) -> Option<Position> {
    if let Some(line) = panes.title {
        let end = pen.put(line.x, line.y, "Places", Ink::Heading, line.width) + 1;
        pen.put_right(line.right(), line.y, &detail::time(hand), Ink::Quiet, line.right().saturating_sub(end));
    }
    if let Some((line, geo)) = panes.over.zip(app.geo.as_ref()) {
        let end = pen.put(line.x, line.y, "Places", Ink::Heading, line.width) + 1;
        let from = words::capital(&app.pack, geo).map(|name| format!("distances from {name}"));
        pen.put_right(line.right(), line.y, &from.unwrap_or_default(), Ink::Quiet, line.right().saturating_sub(end));
    }
    if let Some(area) = panes.detail.filter(|_| panes.title.is_some()) {
        pen.rule(Rect { height: 1, ..area }, false);
    }
    if let Some((area, blocks, layout)) = detail::beside(app, hand, panes) {
        crate::tui::view::read::paint_blocks(pen, &blocks, &layout, area, 0);
    }
    list(app, pen, panes, hand, scene)
}

fn list(app: &App, pen: &mut Pen, panes: &Panes, hand: &AtHand, scene: Option<&Scene>) -> Option<Position> {
    let area = panes.list?;
    let rows = map::rows(app, hand, panes);
    if rows.is_empty() {
        pen.put(area.x, area.y, "The pack names no places.", Ink::Quiet, area.width);
        return None;
    }
    let list = map::list(app, &rows, area.height);
    let mut cursor = None;
    for (i, row) in rows.iter().enumerate().skip(list.top).take(usize::from(area.height)) {
        let line = Rect { y: area.y + (i - list.top) as u16, height: 1, ..area };
        match row {
            Row::Head(head) => {
                pen.put(line.x, line.y, head, Ink::Label, line.width);
            }
            Row::Place(at) => {
                let place = app.map.places[*at].entity;
                if panes.map.is_some() {
                    beside_map(app, pen, line, hand, scene, *at);
                } else {
                    in_words(app, pen, line, hand, *at);
                }
                if app.map.chosen == Some(place) {
                    cursor = Some(Position { x: line.x, y: line.y });
                }
            }
        }
    }
    cursor
}

/// The signs that the list has in sight, each once.
pub fn signs(app: &App, panes: &Panes, hand: &AtHand, scene: &Scene) -> Vec<Sign> {
    let Some(area) = panes.list else { return Vec::new() };
    let (rows, when) = (map::rows(app, hand, panes), hand.moment());
    let top = map::list(app, &rows, area.height).top;
    let mut signs: Vec<Sign> = Vec::new();
    for row in rows.iter().skip(top).take(usize::from(area.height)) {
        let Row::Place(at) = row else { continue };
        let place = &app.map.places[*at];
        let sign = sign_of(app, scene, *at, is_named(app, hand, place.entity), when.as_ref());
        if !signs.contains(&sign) {
            signs.push(sign);
        }
    }
    signs
}

/// The sign of a row; the chosen place has its own wherever it lies.
fn sign_of(app: &App, scene: &Scene, at: usize, named: bool, when: Option<&When>) -> Sign {
    let place = &app.map.places[at];
    if app.map.chosen == Some(place.entity) {
        return Sign::Chosen;
    }
    scene.sign_of(&app.pack, place, named, when)
}

/// Its sign on the map, its name and its date.
fn beside_map(app: &App, pen: &mut Pen, line: Rect, hand: &AtHand, scene: Option<&Scene>, at: usize) {
    let place = app.map.places[at].entity;
    let lit = is_named(app, hand, place);
    let when = hand.moment();
    let sign = scene.map(|scene| sign_of(app, scene, at, lit, when.as_ref()));
    if let Some(sign) = sign {
        let ink = if sign.is_lit() { Ink::Accent } else { Ink::Quiet };
        pen.put(line.x, line.y, &sign.character(app.settings.ascii).to_string(), ink, 1);
    }
    let date = date(app, hand, at);
    let name = &app.pack[place].name;
    // The date stands where it leaves the name whole.
    let dated = width(&date) as u16 + 1;
    let shown = line.width >= 24 && 2 + width(name) as u16 + dated <= line.width;
    let ink = if lit { Ink::Body } else { Ink::Quiet };
    pen.put_chosen(line.x + 2, line.y, name, ink, line.width.saturating_sub(2), app.map.chosen == Some(place));
    if shown {
        pen.put_right(line.right(), line.y, &date, Ink::Quiet, dated);
    }
}

/// Its name, distance and direction, and its date.
fn in_words(app: &App, pen: &mut Pen, line: Rect, hand: &AtHand, at: usize) {
    let Some(geo) = &app.geo else { return };
    let place = app.map.places[at].entity;
    let wide = line.width >= 70;
    let column = if wide { 31 } else { (line.width / 2).min(18) };
    let lit = is_named(app, hand, place);
    let (sign, ink) = if lit { (Sign::Named, Ink::Body) } else { (Sign::Other, Ink::Quiet) };
    let chosen = app.map.chosen == Some(place);
    let sign = if chosen { Sign::Chosen } else { sign };
    pen.put(line.x, line.y, &sign.character(app.settings.ascii).to_string(), Ink::Quiet, 1);
    pen.put_chosen(line.x + 2, line.y, &app.pack[place].name, ink, column - 3, chosen);
    let date = if wide { date(app, hand, at) } else { String::new() };
    let room = line.width.saturating_sub(column + width(&date) as u16 + 1);
    let told = words::told_within(&app.pack, geo, place, room);
    pen.put(line.x + column, line.y, &told, ink, room);
    pen.put_right(line.right(), line.y, &date, Ink::Quiet, 14);
}

fn is_named(app: &App, hand: &AtHand, place: EntityId) -> bool {
    app.map.all_time || hand.named.iter().any(|named| named.place == place)
}

/// The date at which the place is named, or else its first.
fn date(app: &App, hand: &AtHand, at: usize) -> String {
    let place = &app.map.places[at];
    let named = hand.named.iter().find(|named| named.place == place.entity && !app.map.all_time);
    let when = named.and_then(|named| app.pack[named.by].when).or(place.first);
    when.map_or_else(String::new, |when| detail::short(&when))
}

/// The chosen place in one line; where it begins.
pub fn one_line(app: &App, pen: &mut Pen, line: Rect) -> Position {
    let begin = Position { x: line.x, y: line.y };
    let Some((chosen, geo)) = app.map.chosen.zip(app.geo.as_ref()) else {
        pen.put(line.x, line.y, "no place is chosen", Ink::Quiet, line.width);
        return begin;
    };
    let sign = Sign::Chosen.character(app.settings.ascii).to_string();
    let name = &app.pack[chosen].name;
    pen.put(line.x, line.y, &sign, Ink::Accent, 1);
    let end = pen.put(line.x + 2, line.y, name, Ink::Heading, line.width.saturating_sub(2)) + 2;
    let room = line.right().saturating_sub(end);
    let told = words::told_within(&app.pack, geo, chosen, room);
    pen.put(end, line.y, &told, Ink::Body, room);
    begin
}
