//! The ribbon at the foot of the text: all of the story in a line, with the place that is being read.

use griot_history::chronicle;
use griot_history::scale::{self, Kind, Label, Scale, Story};
use griot_history::timeline::model::time_of;
use griot_history::timeline::{EraMark, eras};
use griot_pack::pack::{Pack, StatementId, Target};
use ratatui::layout::{Position, Rect};

use crate::tui::layout::Regions;
use crate::tui::shared::Shared;
use crate::tui::theme::Ink;
use crate::tui::widgets::axis::{self, Strip};
use crate::tui::widgets::pen::Pen;

/// The ribbon as it stands on the screen.
#[derive(Debug, Default)]
pub struct Ribbon {
    /// Where it lies.
    pub area: Rect,
    /// The axis; none before there is room for one.
    pub scale: Option<Scale>,
    /// The years beside it.
    pub labels: Vec<Label>,
    /// How many dated statements fall on each column.
    pub counts: Vec<u32>,
    /// The eras along it.
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
        self.labels = scale::labels(&scale, 2, pack.date_language());
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

    /// What a cell leads to: the era under it, or the dated statement nearest to the column.
    #[must_use]
    pub fn target_at(&self, shared: &Shared, at: Position) -> Option<Target> {
        let [eras, ..] = self.rows();
        if let Some(area) = eras.filter(|area| area.contains(at)) {
            let mark = self.eras.iter().rfind(|mark| mark.at <= at.x - area.x)?;
            return Some(Target::Era(mark.era));
        }
        self.statement_at(shared, at).map(Target::Statement)
    }

    /// The dated statement nearest to a column, by the strip that is true to scale where that is meant.
    #[must_use]
    pub fn statement_at(&self, shared: &Shared, at: Position) -> Option<StatementId> {
        let time = match (self.rows()[3].filter(|area| area.y == at.y), &shared.story) {
            (Some(area), Some(story)) => Some(Strip { story, area }.time(at.x)),
            _ => self.time_at(at.x),
        };
        chronicle::nearest_to(&shared.pack, time?)
    }
}

/// Paints the ribbon, where the screen has room for one.
pub(super) fn paint(ribbon: &Ribbon, shared: &Shared, pen: &mut Pen, regions: &Regions) {
    let (Some(area), Some(scale)) = (regions.ribbon.filter(|area| *area == ribbon.area), &ribbon.scale) else { return };
    pen.rule(Rect { y: area.y - 1, height: 1, ..area });
    let time = shared.reader.statement().and_then(|id| chronicle::reading(&shared.pack, id)).map(|when| time_of(&when));
    let [eras, marks, years, strip] = ribbon.rows();
    if let Some(area) = eras {
        axis::eras(pen, area, &ribbon.eras, Some(shared.era()));
    }
    if let Some(area) = marks {
        axis::bars(pen, area, scale, &ribbon.counts);
        if let Some(column) = time.map(|time| scale.nearest_column(time)) {
            pen.put((area.x + column, area.y), "◆", Ink::Accent, 1);
        }
    }
    if let Some(area) = years {
        axis::labels(pen, area, &ribbon.labels);
    }
    if let (Some(area), Some(story)) = (strip, &shared.story) {
        Strip { story, area }.paint(pen, time, "to scale: ");
    }
}
