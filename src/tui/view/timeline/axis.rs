//! The axis: years, how much is told in each column, the eras, and the strip that is true to scale.

use ratatui::layout::{Position, Rect};

use crate::tui::app::App;
use crate::tui::theme::Ink;
use crate::tui::timeline::Places;
use crate::tui::view::pen::Pen;
use griot_history::scale::{Label, Scale};
use griot_history::timeline::EraMark;
use griot_history::timeline::lanes::numbers;

/// Paints the axis; where the mark of the chosen row stands.
pub(super) fn paint(app: &App, pen: &mut Pen) -> Option<Position> {
    let drawn = &app.timeline.drawn;
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
        eras(pen, places.eras, &drawn.eras, Some(app.era()));
    }
    if places.strip.height > 0 {
        let named = if places.names.width > 8 { "" } else { "to scale: " };
        strip(app, pen, places.strip, app.timeline.chosen().map(|row| row.at), named);
    }
    names(pen, &places);
    let column = chosen_column(app)?;
    let at = Position { x: places.axis.x + column, y: places.axis.y };
    pen.put(at.x, at.y, "◆", Ink::Accent, 1);
    Some(at)
}

/// What the lines are, where there is room beside them.
fn names(pen: &mut Pen, places: &Places) {
    let room = places.names.width.saturating_sub(1);
    let lines =
        [(places.axis, "entries"), (places.digits, "in figures"), (places.eras, "eras"), (places.strip, "to scale")];
    for (area, name) in lines.into_iter().filter(|(area, _)| area.height > 0 && room > 7) {
        pen.put(places.names.x + 1, area.y, name, Ink::Quiet, room);
    }
}

/// The column of the chosen row.
pub(super) fn chosen_column(app: &App) -> Option<u16> {
    app.timeline.drawn.scale.as_ref()?.column(app.timeline.chosen()?.at)
}

/// The years, each beginning in its column.
pub(in crate::tui::view) fn labels(pen: &mut Pen, area: Rect, labels: &[Label]) {
    for label in labels {
        pen.put(area.x + label.at, area.y, &label.text, Ink::Quiet, area.width - label.at);
    }
}

/// A bar in every column, as high as what is told; a stroke where the pace changes.
pub(in crate::tui::view) fn bars(pen: &mut Pen, area: Rect, scale: &Scale, counts: &[u32]) {
    let most = counts.iter().copied().max().unwrap_or(1).max(1);
    for (count, column) in counts.iter().zip(0..) {
        pen.put(area.x + column, area.y, bar_sign(*count, most), Ink::Body, 1);
    }
    breaks(pen, area, scale);
}

fn breaks(pen: &mut Pen, area: Rect, scale: &Scale) {
    for column in scale.breaks() {
        pen.put(area.x + column, area.y, "╱", Ink::Rule, 1);
    }
}

/// The lowest bar for one, the highest for the most; in between by the square root, so that few still show.
pub(in crate::tui::view) fn bar_sign(count: u32, most: u32) -> &'static str {
    const BARS: [&str; 8] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];
    if count == 0 {
        return " ";
    }
    // Where no column has many, two are not made to look like many.
    let most = most.max(BARS.len() as u32);
    let share = (f64::from(count) - 1.0).sqrt() / (f64::from(most) - 1.0).sqrt();
    BARS[((share * 7.0).round() as usize).min(7)]
}

/// How many there are, in figures that stand apart.
fn digits(pen: &mut Pen, area: Rect, scale: &Scale, counts: &[u32]) {
    breaks(pen, area, scale);
    for number in numbers(counts, 1) {
        let at = number.at as u16;
        pen.put(area.x + at, area.y, &number.said(), Ink::Quiet, area.width - at);
    }
}

/// The eras, each from where it begins.
pub(in crate::tui::view) fn eras(pen: &mut Pen, area: Rect, eras: &[EraMark], here: Option<griot_pack::pack::EraId>) {
    for mark in eras {
        let ink = if here == Some(mark.era) { Ink::Accent } else { Ink::Quiet };
        pen.put(area.x + mark.at, area.y, &mark.text, ink, mark.columns);
    }
}

/// All of the time to scale, with the place in hand, and how long a column is.
pub(in crate::tui::view) fn strip(app: &App, pen: &mut Pen, area: Rect, at: Option<f64>, lead: &str) {
    let timeline = &app.timeline;
    pen.put(area.x, area.y, &"─".repeat(usize::from(area.width)), Ink::Rule, area.width);
    let told = format!(" {lead}one column is {} ", length_in_words(timeline.years_per_column(area)));
    let wide = griot_history::text::width(&told) as u16;
    let here = at.map(|at| timeline.column_on_strip(area, at));
    // The words stand where the mark does not.
    let start = area.x + 2;
    let words =
        if here.is_some_and(|here| here < start + wide) { area.right().saturating_sub(wide + 2) } else { start };
    if wide + 8 <= area.width {
        pen.put(words, area.y, &told, Ink::Quiet, wide);
    }
    if let Some(here) = here {
        pen.put(here, area.y, "◆", Ink::Accent, 1);
    }
}

/// `115 years`, `3 months`, `4 days`.
fn length_in_words(years: f64) -> String {
    let (count, word) = match years {
        y if y >= 1.5 => (y, "year"),
        y if y >= 1.5 / 12.0 => (y * 12.0, "month"),
        y => (y * 365.25, "day"),
    };
    let count = count.round().max(1.0) as u64;
    if count == 1 { format!("one {word}") } else { format!("{count} {word}s") }
}
