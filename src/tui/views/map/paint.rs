//! Painting the map: lines, dots and names, and the places in words beside and beneath.

use griot_history::map::world;
use griot_history::text::width;
use griot_pack::pack::EntityId;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::scene::{Name, NameOf, Scene, Sign};
use super::{Drawn, Map, canvas, detail, legend, panel};
use crate::tui::shared::Shared;
use crate::tui::theme::Ink;
use crate::tui::widgets::blocks::paint_blocks;
use crate::tui::widgets::pen::Pen;

/// Paints the view; where its cursor belongs.
pub(super) fn paint(map: &Map, shared: &Shared, pen: &mut Pen) -> Option<Position> {
    let drawn = map.drawn()?;
    let panes = &drawn.panes;
    let mut cursor = None;
    if let (Some(area), Some(scene), Some(geo)) = (panes.map, &drawn.scene, &shared.geo) {
        let (marker, glyphs) = (map.marker.shown(pen.glyphs), pen.glyphs);
        paint_lines(pen, area, &canvas::lines(geo, drawn.current.moment().as_ref(), scene, marker, glyphs));
        cursor = paint_scene(pen, area, scene, map.chosen);
        if let Some(area) = panes.legend {
            let listed = panel::signs(map, shared, drawn, scene);
            let context = legend::Context { geo, when: drawn.current.moment(), marker, glyphs, listed };
            legend::paint(pen, area, &context, scene);
        }
    }
    if let Some(rule) = panes.separator {
        pen.separator(rule.x, rule.y, rule.bottom());
    }
    let chosen = caption(map, shared, pen, drawn);
    let row = panel::paint(map, shared, pen, drawn);
    cursor.or(row).or(chosen)
}

fn paint_lines(pen: &mut Pen, area: Rect, lines: &Buffer) {
    for y in 0..area.height {
        for x in 0..area.width {
            let cell = &lines[(x, y)];
            let Some(ink) = Ink::of_mask(cell.fg) else { continue };
            // Where two inks meet in the halves of a block, the upper one takes the whole of it.
            let both = Ink::of_mask(cell.bg).is_some();
            pen.put((area.x + x, area.y + y), if both { "█" } else { cell.symbol() }, ink, 1);
        }
    }
}

/// Paints names, then dots; where the dot of the chosen place is.
fn paint_scene(pen: &mut Pen, area: Rect, scene: &Scene, chosen: Option<EntityId>) -> Option<Position> {
    for name in &scene.names {
        paint_name(pen, area, name, chosen);
    }
    let mut cursor = None;
    for dot in &scene.dots {
        let at = Position { x: area.x + dot.at.x, y: area.y + dot.at.y };
        let sign = dot.sign.character(pen.glyphs).to_string();
        pen.put((at.x, at.y), &sign, if dot.sign.is_lit() { Ink::Accent } else { Ink::Quiet }, 1);
        if dot.sign == Sign::Chosen {
            cursor = Some(at);
        }
    }
    cursor
}

/// A name clears the lines beneath it, and a column on either side.
fn paint_name(pen: &mut Pen, area: Rect, name: &Name, chosen: Option<EntityId>) {
    let ink = match name.of {
        NameOf::Place(place, _) if chosen == Some(place) => Ink::Selected,
        NameOf::Place(_, true) => Ink::Heading,
        NameOf::Place(_, false) | NameOf::Country | NameOf::Town => Ink::Quiet,
        NameOf::Water => Ink::Label,
        NameOf::Reach(_) => Ink::Emphasis,
    };
    let Rect { x, y, width, .. } = name.area;
    if x > 0 {
        pen.put((area.x + x - 1, area.y + y), " ", Ink::Body, 1);
    }
    let end = pen.put((area.x + x, area.y + y), &name.text, ink, width);
    if end < area.right() {
        pen.put((end, area.y + y), " ", Ink::Body, 1);
    }
}

/// What the lines are and which time they show, where there is one line for it: the longest form that fits.
fn what_is_drawn(shared: &Shared, drawn: &Drawn, columns: u16) -> String {
    let time = detail::time(&shared.pack, &drawn.current);
    let forms = if drawn.scene.as_ref().is_none_or(|scene| scene.powers.is_empty()) {
        let own = ["modern borders, for orientation", "modern borders"];
        let borders = if shared.geo.as_ref().is_some_and(world::is_under) { world::CAPTION } else { own };
        borders.map(|borders| format!("{time} · {borders}"))
    } else {
        [format!("{time} · modern borders, reach approximate"), "modern borders, reach approximate".into()]
    };
    let [long, short] = forms;
    if width(&long) <= usize::from(columns) { long } else { short }
}

/// The time at hand beneath the map; without a panel, the chosen place in one line before it, and where that is.
fn caption(map: &Map, shared: &Shared, pen: &mut Pen, drawn: &Drawn) -> Option<Position> {
    let panes = &drawn.panes;
    let area = Rect { x: panes.caption.x + 1, width: panes.caption.width.saturating_sub(2), ..panes.caption };
    if area.height == 1 && panes.detail.is_some() {
        pen.put((area.x, area.y), &what_is_drawn(shared, drawn, area.width), Ink::Quiet, area.width);
        return None;
    }
    if area.height > 1 {
        pen.dotted_rule(Rect { height: 1, ..area });
    }
    if let Some(page) = &drawn.caption {
        paint_blocks(pen, &page.blocks, &page.layout, page.area, 0);
    }
    panes.one_line().map(|line| panel::one_line(map, shared, pen, line))
}
