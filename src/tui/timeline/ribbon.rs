//! The ribbon at the foot of the text: all of the story in a line, with the place that is being read.

use griot_history::scale::{self, Kind, Label, Scale, Story};
use griot_history::timeline::{EraMark, eras};
use griot_pack::pack::Pack;
use ratatui::layout::Rect;

/// The ribbon as it stands on the screen.
#[derive(Debug, Default)]
pub struct Ribbon {
    pub area: Rect,
    pub scale: Option<Scale>,
    pub labels: Vec<Label>,
    /// How many dated statements fall on each column.
    pub counts: Vec<u32>,
    pub eras: Vec<EraMark>,
}

/// Columns left empty beside the ribbon.
const MARGIN: u16 = 2;

impl Ribbon {
    /// Works the ribbon out for an area, unless it is already.
    pub fn fit(&mut self, pack: &Pack, story: &Story, area: Rect) {
        if self.area == area {
            return;
        }
        let columns = area.width.saturating_sub(2 * MARGIN).max(1);
        let scale = Scale::new(story, Kind::Story, story.all(), columns);
        let counts = (0..columns).map(|column| {
            let (from, to) = scale.span(column);
            story.count(from, to) as u32
        });
        self.counts = counts.collect();
        self.labels = scale::labels(&scale, 2);
        self.eras = eras(pack, &scale);
        self.scale = Some(scale);
        self.area = area;
    }

    /// The time under a column of the screen.
    #[must_use]
    pub fn time_at(&self, column: u16) -> Option<f64> {
        let scale = self.scale.as_ref()?;
        let column = column.saturating_sub(self.area.x + MARGIN).min(scale.columns - 1);
        Some(scale.middle(column))
    }

    /// The rows of the ribbon: the eras, the marks, the years and the strip that is true to scale.
    #[must_use]
    pub fn rows(&self) -> [Option<Rect>; 4] {
        let line = |row: u16| {
            let width = self.area.width.saturating_sub(2 * MARGIN).max(1);
            let x = self.area.x + MARGIN;
            (row < self.area.height).then(|| Rect::new(x, self.area.y + row, width, 1))
        };
        if self.area.height >= 4 { [0, 1, 2, 3].map(line) } else { [None, line(0), line(1), None] }
    }
}
