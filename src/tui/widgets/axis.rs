//! An axis of time: years, how much is told in each column, the eras, and the strip that is true to scale.

use griot_history::scale::{Kind, Label, Scale, Story};
use griot_history::text::width;
use griot_history::timeline::EraMark;
use griot_pack::pack::EraId;
use ratatui::layout::Rect;

use super::pen::Pen;
use crate::tui::theme::Ink;

/// The years, each beginning in its column.
pub fn labels(pen: &mut Pen, area: Rect, labels: &[Label]) {
    for label in labels {
        pen.put((area.x + label.at, area.y), &label.text, Ink::Quiet, area.width - label.at);
    }
}

/// A bar in every column, as high as what is told; a stroke where the pace changes.
pub fn bars(pen: &mut Pen, area: Rect, scale: &Scale, counts: &[u32]) {
    let most = counts.iter().copied().max().unwrap_or(1).max(1);
    for (count, column) in counts.iter().zip(0..) {
        pen.put((area.x + column, area.y), bar_sign(*count, most), Ink::Body, 1);
    }
    breaks(pen, area, scale);
}

/// A stroke in every column where the pace changes.
pub fn breaks(pen: &mut Pen, area: Rect, scale: &Scale) {
    for column in scale.breaks() {
        pen.put((area.x + column, area.y), "╱", Ink::Rule, 1);
    }
}

/// The lowest bar for one, the highest for the most; in between by the square root, so that few still show.
#[must_use]
pub fn bar_sign(count: u32, most: u32) -> &'static str {
    const BARS: [&str; 8] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];
    if count == 0 {
        return " ";
    }
    // Where no column has many, two are not made to look like many.
    let most = most.max(BARS.len() as u32);
    let share = (f64::from(count) - 1.0).sqrt() / (f64::from(most) - 1.0).sqrt();
    BARS[((share * 7.0).round() as usize).min(7)]
}

/// The eras, each from where it begins.
pub fn eras(pen: &mut Pen, area: Rect, eras: &[EraMark], here: Option<EraId>) {
    for mark in eras {
        let ink = if here == Some(mark.era) { Ink::Accent } else { Ink::Quiet };
        pen.put((area.x + mark.at, area.y), &mark.text, ink, mark.columns);
    }
}

/// The whole story true to scale: a strip on which a column is as long as the next.
#[derive(Debug, Clone, Copy)]
pub struct Strip<'a> {
    /// Of the pack.
    pub story: &'a Story,
    /// Where it lies.
    pub area: Rect,
}

impl Strip<'_> {
    /// The time under a column of the screen.
    #[must_use]
    pub fn time(&self, column: u16) -> f64 {
        let all = self.story.all();
        let share = (f64::from(column.saturating_sub(self.area.x)) + 0.5) / f64::from(self.area.width.max(1));
        all.from + share * (all.to - all.from)
    }

    fn column(&self, at: f64) -> u16 {
        let share = self.story.place(Kind::True, at);
        self.area.x + ((share * f64::from(self.area.width)) as u16).min(self.area.width.saturating_sub(1))
    }

    /// Paints it with a time marked, and says how long a column is; `lead` comes before that.
    pub fn paint(&self, pen: &mut Pen, at: Option<f64>, lead: &str) {
        let area = self.area;
        pen.put((area.x, area.y), &"─".repeat(usize::from(area.width)), Ink::Rule, area.width);
        let years = (self.story.last - self.story.first) / f64::from(area.width.max(1));
        let text = format!(" {lead}one column is {} ", length_in_words(years));
        let wide = width(&text) as u16;
        let here = at.map(|at| self.column(at));
        // The words stand where the mark does not.
        let start = area.x + 2;
        let words =
            if here.is_some_and(|here| here < start + wide) { area.right().saturating_sub(wide + 2) } else { start };
        if wide + 8 <= area.width {
            pen.put((words, area.y), &text, Ink::Quiet, wide);
        }
        if let Some(here) = here {
            pen.put((here, area.y), "◆", Ink::Accent, 1);
        }
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
