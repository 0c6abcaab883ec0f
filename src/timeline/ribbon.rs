//! The ribbon at the foot of the text: all of the story in a line, with the place that is being read.

use ratatui::layout::Rect;

use crate::pack::{EraId, Pack};
use crate::scale::{self, Kind, Label, Scale, Story};
use crate::text::width;

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

/// Where an era begins, and the columns up to the next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EraMark {
    pub era: EraId,
    pub at: u16,
    pub columns: u16,
    pub text: String,
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

/// The eras along a scale, each from its beginning to that of the next.
#[must_use]
pub fn eras(pack: &Pack, scale: &Scale) -> Vec<EraMark> {
    let window = scale.window();
    let mut begun: Vec<(EraId, u16)> = Vec::new();
    for era in pack.eras() {
        let when = pack[era].when;
        let (from, to) = (super::model::time_of(&when), scale::end_of(when.last()));
        if from < window.to && to > window.from {
            begun.push((era, scale.nearest_column(from)));
        }
    }
    begun.sort_by_key(|(era, at)| (*at, *era));
    let next = |i: usize| begun.get(i + 1).map_or(scale.columns, |(_, at)| *at);
    let marks = begun.iter().enumerate().filter(|(i, (_, at))| next(*i) > *at);
    marks.map(|(i, (era, at))| era_mark(pack, *era, *at, next(i) - at)).collect()
}

/// The number of the era, with as much of its title as there is room for; a stroke where it begins.
fn era_mark(pack: &Pack, era: EraId, at: u16, columns: u16) -> EraMark {
    let it = &pack[era];
    let number = (era.index() + 1).to_string();
    // One column for the stroke, one to keep clear of the next.
    let room = usize::from(columns.saturating_sub(2));
    let full = format!("{number} {}", it.title);
    let short = format!("{number} {}", it.short);
    let text = match room {
        _ if width(&full) <= room => full,
        _ if width(&short) <= room => short,
        8.. => crate::text::cut(&short, room).into_owned(),
        _ if width(&number) <= room => number,
        // A number that touches the next one would read as one number.
        _ if width(&number) < usize::from(columns) => return EraMark { era, at, columns, text: number },
        _ => String::new(),
    };
    EraMark { era, at, columns, text: format!("▏{text}") }
}
