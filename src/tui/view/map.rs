//! Painting the map: lines, dots and names, and the places in words beside and beneath.

mod canvas;
mod legend;
mod panel;
mod text;

use ratatui::layout::{Position, Rect, Size};

use super::pen::Pen;
use crate::tui::app::App;
use crate::tui::map::panes::Panes;
use crate::tui::map::scene::{Name, NameOf, Scene, Sign};
use crate::tui::map::{self, AtHand, detail};
use crate::tui::regions::Regions;
use crate::tui::theme::Ink;
use griot_history::text::width;
pub use text::canvas_text;

/// Paints the view; where its cursor belongs.
pub fn paint(app: &App, pen: &mut Pen, _regions: &Regions) -> Option<Position> {
    let panes = map::panes(app)?;
    let hand = map::at_hand(app);
    let size = panes.map.map_or(Size::ZERO, |area| Size { width: area.width, height: area.height });
    let scene = map::scene(app, &hand, size);
    let mut cursor = None;
    if let (Some(area), Some(scene), Some(geo)) = (panes.map, &scene, &app.geo) {
        let marker = app.map.marker.shown(app.settings.ascii);
        let lines = canvas::lines(geo, hand.moment().as_ref(), scene, marker, app.settings.ascii);
        paint_lines(pen, area, &lines);
        cursor = paint_scene(app, pen, area, scene);
        if let Some(area) = panes.legend {
            let listed = panel::signs(app, &panes, &hand, scene);
            let told = legend::Told { geo, when: hand.moment(), marker, ascii: app.settings.ascii, listed };
            legend::paint(pen, area, &told, scene);
        }
    }
    if let Some(wall) = panes.wall {
        pen.wall(wall.x, wall.y, wall.bottom());
    }
    let chosen = caption(app, pen, &panes, &hand, scene.as_ref());
    let row = panel::paint(app, pen, &panes, &hand, scene.as_ref());
    cursor.or(row).or(chosen)
}

fn paint_lines(pen: &mut Pen, area: Rect, lines: &ratatui::buffer::Buffer) {
    for y in 0..area.height {
        for x in 0..area.width {
            let cell = &lines[(x, y)];
            let Some(ink) = Ink::of_mask(cell.fg) else { continue };
            // Where two inks meet in the halves of a block, the upper one takes the whole of it.
            let both = Ink::of_mask(cell.bg).is_some();
            pen.put(area.x + x, area.y + y, if both { "█" } else { cell.symbol() }, ink, 1);
        }
    }
}

/// Paints names, then dots; where the dot of the chosen place is.
fn paint_scene(app: &App, pen: &mut Pen, area: Rect, scene: &Scene) -> Option<Position> {
    for name in &scene.names {
        paint_name(app, pen, area, name);
    }
    let mut cursor = None;
    for dot in &scene.dots {
        let at = Position { x: area.x + dot.at.x, y: area.y + dot.at.y };
        let sign = dot.sign.character(app.settings.ascii).to_string();
        pen.put(at.x, at.y, &sign, if dot.sign.is_lit() { Ink::Accent } else { Ink::Quiet }, 1);
        if dot.sign == Sign::Chosen {
            cursor = Some(at);
        }
    }
    cursor
}

/// A name clears the lines beneath it, and a column on either side.
fn paint_name(app: &App, pen: &mut Pen, area: Rect, name: &Name) {
    let ink = match name.of {
        NameOf::Place(place, _) if app.map.chosen == Some(place) => Ink::Selected,
        NameOf::Place(_, true) => Ink::Heading,
        NameOf::Place(_, false) | NameOf::Country | NameOf::Town => Ink::Quiet,
        NameOf::Water => Ink::Label,
        NameOf::Reach(_) => Ink::Emphasis,
    };
    let Rect { x, y, width, .. } = name.area;
    if x > 0 {
        pen.put(area.x + x - 1, area.y + y, " ", Ink::Body, 1);
    }
    let end = pen.put(area.x + x, area.y + y, &name.text, ink, width);
    if end < area.right() {
        pen.put(end, area.y + y, " ", Ink::Body, 1);
    }
}

/// What the lines are and which time they show, where there is one line for it: the longest form that fits.
fn what_is_drawn(hand: &AtHand, scene: Option<&Scene>, columns: u16) -> String {
    let time = detail::time(hand);
    let forms = if scene.is_none_or(|scene| scene.powers.is_empty()) {
        [format!("{time} · modern borders, for orientation"), format!("{time} · modern borders")]
    } else {
        [format!("{time} · modern borders, reach approximate"), "modern borders, reach approximate".into()]
    };
    let [long, short] = forms;
    if width(&long) <= usize::from(columns) { long } else { short }
}

/// The time at hand beneath the map; without a panel, the chosen place in one line before it, and where that is.
fn caption(app: &App, pen: &mut Pen, panes: &Panes, hand: &AtHand, scene: Option<&Scene>) -> Option<Position> {
    let area = Rect { x: panes.caption.x + 1, width: panes.caption.width.saturating_sub(2), ..panes.caption };
    if area.height == 1 && panes.detail.is_some() {
        pen.put(area.x, area.y, &what_is_drawn(hand, scene, area.width), Ink::Quiet, area.width);
        return None;
    }
    if area.height > 1 {
        pen.rule(Rect { height: 1, ..area }, false);
    }
    if let Some((area, blocks, layout)) = detail::caption(app, hand, panes) {
        super::read::paint_blocks(pen, &blocks, &layout, area, 0);
    }
    panes.one_line().map(|line| panel::one_line(app, pen, line))
}
