//! The axis of the timeline.

use griot_history::scale::Scale;
use griot_history::timeline::lanes::numbers;
use ratatui::layout::{Position, Rect};

use super::{Places, Timeline};
use crate::tui::shared::Shared;
use crate::tui::theme::Ink;
use crate::tui::widgets::axis::{Strip, bars, breaks, eras, labels};
use crate::tui::widgets::pen::Pen;

/// Paints the axis; where the mark of the chosen row stands.
pub(super) fn paint(timeline: &Timeline, shared: &Shared, pen: &mut Pen) -> Option<Position> {
    let drawn = &timeline.drawn;
    let places = drawn.places;
    let scale = drawn.scale.as_ref()?;
    if places.labels.height > 0 {
        labels(pen, places.labels, &drawn.labels);
    }
    bars(pen, places.axis, scale, &drawn.counts);
    if places.digits.height > 0 {
        digits(pen, places.digits, scale, &drawn.counts);
    }
    if places.eras.height > 0 {
        eras(pen, places.eras, &drawn.eras, Some(shared.era()));
    }
    if places.strip.height > 0 {
        let named = if places.names.width > 8 { "" } else { "to scale: " };
        if let Some(story) = &shared.story {
            Strip { story, area: places.strip }.paint(pen, timeline.chosen().map(|row| row.at), named);
        }
    }
    names(pen, &places);
    let column = chosen_column(timeline)?;
    let at = Position { x: places.axis.x + column, y: places.axis.y };
    pen.put((at.x, at.y), "◆", Ink::Accent, 1);
    Some(at)
}

/// What the lines are, where there is room beside them.
fn names(pen: &mut Pen, places: &Places) {
    let room = places.names.width.saturating_sub(1);
    let lines =
        [(places.axis, "entries"), (places.digits, "in figures"), (places.eras, "eras"), (places.strip, "to scale")];
    for (area, name) in lines.into_iter().filter(|(area, _)| area.height > 0 && room > 7) {
        pen.put((places.names.x + 1, area.y), name, Ink::Quiet, room);
    }
}

/// The column of the chosen row.
pub(super) fn chosen_column(timeline: &Timeline) -> Option<u16> {
    timeline.drawn.scale.as_ref()?.column(timeline.chosen()?.at)
}

/// How many there are, in figures that stand apart.
fn digits(pen: &mut Pen, area: Rect, scale: &Scale, counts: &[u32]) {
    breaks(pen, area, scale);
    for number in numbers(counts, 1) {
        let at = number.at as u16;
        pen.put((area.x + at, area.y), &number.label(), Ink::Quiet, area.width - at);
    }
}
