//! The list of places and the chosen place in words.

use griot_history::map::places::Row;
use griot_history::map::words;
use griot_history::text::width;
use griot_pack::pack::EntityId;
use ratatui::layout::{Position, Rect};

use super::scene::{Scene, Sign};
use super::{Drawn, Map, detail};
use crate::tui::shared::Shared;
use crate::tui::theme::Ink;
use crate::tui::widgets::blocks::paint_blocks;
use crate::tui::widgets::pen::Pen;

/// Paints the list and the chosen place; where the chosen row is.
pub(super) fn paint(map: &Map, shared: &Shared, pen: &mut Pen, drawn: &Drawn) -> Option<Position> {
    let panes = &drawn.panes;
    if let Some(line) = panes.title {
        pen.writer(line)
            .put("Places", Ink::Heading)
            .gap(1)
            .right_cut(&detail::time(&shared.pack, &drawn.current), Ink::Quiet);
    }
    if let Some((line, geo)) = panes.over.zip(shared.geo.as_ref()) {
        let from = words::capital(&shared.pack, geo).map(|name| format!("distances from {name}"));
        pen.writer(line).put("Places", Ink::Heading).gap(1).right_cut(&from.unwrap_or_default(), Ink::Quiet);
    }
    if let Some(area) = panes.detail.filter(|_| panes.title.is_some()) {
        pen.dotted_rule(Rect { height: 1, ..area });
    }
    if let Some(page) = &drawn.beside {
        paint_blocks(pen, &page.blocks, &page.layout, page.area, 0);
    }
    list(map, shared, pen, drawn)
}

fn list(map: &Map, shared: &Shared, pen: &mut Pen, drawn: &Drawn) -> Option<Position> {
    let area = drawn.panes.list?;
    let rows = &drawn.rows;
    if rows.is_empty() {
        pen.put((area.x, area.y), "The pack names no places.", Ink::Quiet, area.width);
        return None;
    }
    let list = map.list_in(rows, area.height);
    let mut cursor = None;
    for (i, row) in rows.iter().enumerate().skip(list.top).take(usize::from(area.height)) {
        let line = Rect { y: area.y + (i - list.top) as u16, height: 1, ..area };
        match row {
            Row::Head(head) => {
                pen.put((line.x, line.y), head, Ink::Label, line.width);
            }
            Row::Place(at) => {
                let place = map.places[*at].entity;
                if drawn.panes.map.is_some() {
                    beside_map(map, shared, pen, line, *at);
                } else {
                    in_words(map, shared, pen, line, *at);
                }
                if map.chosen == Some(place) {
                    cursor = Some(Position { x: line.x, y: line.y });
                }
            }
        }
    }
    cursor
}

/// The signs that the list has in sight, each once.
pub(super) fn signs(map: &Map, shared: &Shared, drawn: &Drawn, scene: &Scene) -> Vec<Sign> {
    let Some(area) = drawn.panes.list else { return Vec::new() };
    let rows = &drawn.rows;
    let top = map.list_in(rows, area.height).top;
    let mut signs: Vec<Sign> = Vec::new();
    for row in rows.iter().skip(top).take(usize::from(area.height)) {
        let Row::Place(at) = row else { continue };
        let sign = sign_of(map, shared, drawn, scene, *at);
        if !signs.contains(&sign) {
            signs.push(sign);
        }
    }
    signs
}

/// The sign of a row; the chosen place has its own wherever it lies.
fn sign_of(map: &Map, shared: &Shared, drawn: &Drawn, scene: &Scene, at: usize) -> Sign {
    let place = &map.places[at];
    if map.chosen == Some(place.entity) {
        return Sign::Chosen;
    }
    scene.sign_of(&shared.pack, place, is_named(map, drawn, place.entity), drawn.current.moment().as_ref())
}

/// Its sign on the map, its name and its date.
fn beside_map(map: &Map, shared: &Shared, pen: &mut Pen, line: Rect, at: usize) {
    let Some(drawn) = map.drawn() else { return };
    let place = map.places[at].entity;
    let lit = is_named(map, drawn, place);
    if let Some(sign) = drawn.scene.as_ref().map(|scene| sign_of(map, shared, drawn, scene, at)) {
        let ink = if sign.is_lit() { Ink::Accent } else { Ink::Quiet };
        pen.put((line.x, line.y), &sign.character(pen.glyphs).to_string(), ink, 1);
    }
    let date = date(map, shared, drawn, at);
    let name = &shared.pack[place].name;
    // The date stands where it leaves the name whole.
    let dated = width(&date) as u16 + 1;
    let shown = line.width >= 24 && 2 + width(name) as u16 + dated <= line.width;
    let ink = if lit { Ink::Body } else { Ink::Quiet };
    let rest = Rect { x: line.x + 2, width: line.width.saturating_sub(2), ..line };
    pen.put_row(rest, name, ink, map.chosen == Some(place));
    if shown {
        pen.put_right((line.right(), line.y), &date, Ink::Quiet, dated);
    }
}

/// Its name, distance and direction, and its date.
fn in_words(map: &Map, shared: &Shared, pen: &mut Pen, line: Rect, at: usize) {
    let (Some(drawn), Some(geo)) = (map.drawn(), &shared.geo) else { return };
    let place = map.places[at].entity;
    let wide = line.width >= 70;
    let column = if wide { 31 } else { (line.width / 2).min(18) };
    let lit = is_named(map, drawn, place);
    let (sign, ink) = if lit { (Sign::Named, Ink::Body) } else { (Sign::Other, Ink::Quiet) };
    let chosen = map.chosen == Some(place);
    let sign = if chosen { Sign::Chosen } else { sign };
    pen.put((line.x, line.y), &sign.character(pen.glyphs).to_string(), Ink::Quiet, 1);
    let name = Rect { x: line.x + 2, width: column - 3, ..line };
    pen.put_row(name, &shared.pack[place].name, ink, chosen);
    let date = if wide { date(map, shared, drawn, at) } else { String::new() };
    let room = line.width.saturating_sub(column + width(&date) as u16 + 1);
    let words = words::whereabouts_within(&shared.pack, geo, place, room);
    pen.put((line.x + column, line.y), &words, ink, room);
    pen.put_right((line.right(), line.y), &date, Ink::Quiet, 14);
}

fn is_named(map: &Map, drawn: &Drawn, place: EntityId) -> bool {
    map.all_time || drawn.current.names(place)
}

/// The date at which the place is named, or else its first.
fn date(map: &Map, shared: &Shared, drawn: &Drawn, at: usize) -> String {
    let place = &map.places[at];
    let named = drawn.current.named.iter().find(|named| named.place == place.entity && !map.all_time);
    let when = named.and_then(|named| shared.pack[named.by].when).or(place.first);
    when.map_or_else(String::new, |when| detail::short(&shared.pack, &when))
}

/// The chosen place in one line; where it begins.
pub(super) fn one_line(map: &Map, shared: &Shared, pen: &mut Pen, line: Rect) -> Position {
    let begin = Position { x: line.x, y: line.y };
    let Some((chosen, geo)) = map.chosen.zip(shared.geo.as_ref()) else {
        pen.put((line.x, line.y), "no place is chosen", Ink::Quiet, line.width);
        return begin;
    };
    let sign = Sign::Chosen.character(pen.glyphs).to_string();
    let name = &shared.pack[chosen].name;
    let mut writer = pen.writer(line);
    writer.put(&sign, Ink::Accent).gap(1).put(name, Ink::Heading).gap(2);
    let words = words::whereabouts_within(&shared.pack, geo, chosen, writer.room());
    writer.put(&words, Ink::Body);
    begin
}
