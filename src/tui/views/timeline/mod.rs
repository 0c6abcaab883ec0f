//! Time: every dated statement, event, polity and office in one list, with the axis and the lanes above it.
//!
//! It promises that what has a date is in the list, that every column counts what falls on it, and that the text goes
//! along with the chosen row. What the screen shows is worked out in [`Timeline::refresh`] when something it depends on
//! changes, never while painting.

mod axis;
mod legend;
mod moves;
mod paint;
mod places;
mod pointer;
mod update;

use crate::tui::layout::Width;
use griot_history::scale::{self, Label, Scale, Window};
use griot_history::timeline::lanes::{self, Lane};
use griot_history::timeline::{EraMark, Model, Row, Shown, What, eras, filter};
use griot_pack::pack::Pack;
use ratatui::layout::Rect;

pub use places::Places;

use crate::tui::shared::Shared;
use crate::tui::widgets::list::List;

/// What the timeline shows.
#[derive(Debug, Default)]
pub struct Timeline {
    /// How time is laid out.
    pub kind: scale::Kind,
    /// What the lanes and the list hold.
    pub shown: Shown,
    /// The stretch of time in sight; nothing means all.
    pub window: Option<Window>,
    /// Where the list stands.
    pub list: List,
    model: Option<Model>,
    /// The rows of the list, as positions in the model.
    visible: Vec<u32>,
    /// Where those rows stand in time, in the same order.
    times: Vec<f64>,
    /// Which rows of the model the filter lets through, whatever the set.
    passed: Vec<bool>,
    /// The filter and the set that the list was filled for.
    filled_for: Option<(String, Shown)>,
    /// What stands on the screen.
    pub drawn: Drawn,
    /// What that was worked out for.
    drawn_for: Option<Wanted>,
}

/// What the axis and the lanes depend on.
#[derive(Debug, Clone, PartialEq)]
struct Wanted {
    area: Rect,
    kind: scale::Kind,
    shown: Shown,
    window: Window,
    filter: String,
}

/// The axis and the lanes as they stand on the screen.
#[derive(Debug, Default)]
pub struct Drawn {
    /// Where the parts lie.
    pub places: Places,
    /// The axis; none before the first size is known.
    pub scale: Option<Scale>,
    /// The years printed beside it.
    pub labels: Vec<Label>,
    /// How many rows of the list fall on each column.
    pub counts: Vec<u32>,
    /// The eras along the axis.
    pub eras: Vec<EraMark>,
    /// All lanes, also those that do not fit.
    pub lanes: Vec<Lane>,
}

/// Whether a set holds a row. Of an event and the statement that tells of it the statement stands where both would.
fn holds(pack: &Pack, model: &Model, shown: Shown, what: What) -> bool {
    let again = matches!(what, What::Event(event) if model.told.contains(&event));
    match shown {
        Shown::All if again => false,
        Shown::Groups if what.group(pack).is_none() => false,
        shown => shown.holds(what),
    }
}

impl Timeline {
    /// The model, which the first look at the timeline makes.
    #[must_use]
    pub const fn model(&self) -> Option<&Model> {
        self.model.as_ref()
    }

    /// How many rows the list has.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.visible.len()
    }

    /// Whether nothing is listed.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.visible.is_empty()
    }

    /// A row of the list.
    #[must_use]
    pub fn row(&self, at: usize) -> Option<Row> {
        let model = self.model.as_ref()?;
        model.rows.get(*self.visible.get(at)? as usize).copied()
    }

    /// The chosen row.
    #[must_use]
    pub fn chosen(&self) -> Option<Row> {
        self.row(self.list.chosen)
    }

    /// The first row from `start` on, forward or backward, for which `wanted` holds.
    pub fn find(&self, start: usize, forward: bool, wanted: impl Fn(Row) -> bool) -> Option<usize> {
        let holds = |at: &usize| self.row(*at).is_some_and(&wanted);
        if forward { (start..self.len()).find(holds) } else { (0..self.len().min(start + 1)).rev().find(holds) }
    }

    /// The row of a statement, an event or another entity.
    #[must_use]
    pub fn position(&self, what: What) -> Option<usize> {
        let model = self.model.as_ref()?;
        let row = model.position(what)? as u32;
        self.visible.binary_search(&row).ok()
    }

    /// The row nearest to a time.
    #[must_use]
    pub fn nearest(&self, at: f64) -> Option<usize> {
        let after = self.times.partition_point(|time| *time < at);
        let distance = |row: usize| self.times.get(row).map_or(f64::MAX, |time| (time - at).abs());
        let before = after.checked_sub(1);
        let nearest = before.filter(|before| distance(*before) < distance(after)).unwrap_or(after);
        // The first of those that share a time.
        let time = *self.times.get(nearest)?;
        Some(self.times.partition_point(|other| *other < time))
    }

    /// The rows between two times, as positions in the list.
    #[must_use]
    pub fn between(&self, from: f64, to: f64) -> std::ops::Range<usize> {
        let before = |at: f64| self.times.partition_point(|time| *time < at);
        before(from)..before(to).max(before(from))
    }

    /// The window in sight.
    #[must_use]
    pub fn window_of(&self, shared: &mut Shared) -> Window {
        self.window.unwrap_or_else(|| shared.story().all())
    }

    /// Shows another stretch of time; one that shows all is no window.
    fn look(&mut self, shared: &mut Shared, window: Window) {
        self.window = (window != shared.story().all()).then_some(window);
    }

    /// Fills the list with what the set and the filter let through, and keeps the chosen row where it can.
    fn fill(&mut self, pack: &Pack, filter: &str) {
        let before = self.chosen();
        let model = self.model.get_or_insert_with(|| Model::new(pack));
        let old = self.filled_for.take();
        if old.as_ref().is_none_or(|(text, _)| text != filter) {
            let wanted = filter::Wanted::new(filter);
            // A longer filter lets through less: only what passed before is looked at again.
            let narrower = old.as_ref().is_some_and(|(text, _)| wanted.narrows(text));
            let mut passed = vec![false; model.rows.len()];
            for row in model.in_pack_order.iter().map(|row| *row as usize) {
                passed[row] = (!narrower || self.passed[row]) && wanted.passes(pack, model.rows[row].what);
            }
            self.passed = passed;
        }
        let now = (filter.to_owned(), self.shown);
        if old.as_ref() != Some(&now) {
            let rows = model.rows.iter().zip(0..).filter(|(row, _)| holds(pack, model, self.shown, row.what));
            self.visible = rows.map(|(_, at)| at).filter(|at: &u32| self.passed[*at as usize]).collect();
            self.times = self.visible.iter().map(|row| model.rows[*row as usize].at).collect();
            if let Some(row) = before {
                let at = self.position(row.what).or_else(|| self.nearest(row.at)).unwrap_or(0);
                self.choose(at);
            }
        }
        self.filled_for = Some(now);
    }

    /// The row at the top of the list; the choice stays in sight through any change of size.
    #[must_use]
    pub fn top(&self) -> usize {
        self.list.first_shown(self.visible.len(), usize::from(self.drawn.places.list.height))
    }

    /// The first lane in sight: lanes that do not fit are turned by pages, to the one that holds the chosen row.
    #[must_use]
    pub fn first_lane(&self, pack: &Pack) -> usize {
        let (lanes, height) = (&self.drawn.lanes, usize::from(self.drawn.places.lanes.height));
        let last = lanes.len().saturating_sub(height);
        if last == 0 {
            return 0;
        }
        let chosen = self.chosen().map(|row| row.what);
        let at = chosen.and_then(|what| lanes.iter().position(|lane| lane.holds(pack, what))).unwrap_or(0);
        (at / height * height).min(last)
    }

    /// Chooses a row of the list. One that is far off comes to stand in the middle.
    pub fn choose(&mut self, row: usize) {
        let height = usize::from(self.drawn.places.list.height);
        let top = self.top();
        if row + 1 < top || row > top + height {
            self.list.top = row.saturating_sub(height / 2);
        }
        self.list.choose(row, self.visible.len(), height);
    }

    /// Fills the list, and works out the axis and the lanes for the present screen, unless they are.
    pub fn refresh(&mut self, shared: &mut Shared) {
        self.fill(&shared.pack, &shared.filter);
        let Some(area) = shared.regions().map(|regions| regions.body) else { return };
        let window = self.window_of(shared);
        let wanted = Wanted { area, kind: self.kind, shown: self.shown, window, filter: shared.filter.clone() };
        if self.drawn_for.as_ref() == Some(&wanted) {
            return;
        }
        self.draw(shared, &wanted);
        self.drawn_for = Some(wanted);
    }

    fn draw(&mut self, shared: &Shared, wanted: &Wanted) {
        let (pack, area) = (&shared.pack, wanted.area);
        let (Some(model), Some(story)) = (&self.model, &shared.story) else { return };
        let places = Places::of(area, self.shown);
        let scale = Scale::new(story, self.kind, wanted.window, places.axis.width);
        let counts = (0..scale.columns).map(|column| {
            let (from, to) = scale.span(column);
            self.between(from, to).len() as u32
        });
        let counts = counts.collect();
        let gap = if Width::of(area.width) > Width::Narrow { 2 } else { 1 };
        let rows = match places.lanes.height {
            0 => 0,
            _ if self.shown.has_all_lanes() => lanes::MOST,
            rows => rows,
        };
        let sheet = lanes::Sheet { pack, model, scale: &scale, shown: self.shown, passed: &self.passed, rows };
        let lanes = lanes::lay_out(&sheet);
        self.drawn = Drawn {
            places: Places::with_lanes(area, self.shown, lanes.len() as u16),
            labels: scale::labels(&scale, gap, pack.date_language()),
            counts,
            eras: eras(pack, &scale),
            lanes,
            scale: Some(scale),
        };
    }

    /// Moves the window so that the chosen row is in sight.
    fn follow(&mut self, shared: &mut Shared) {
        let Some(row) = self.chosen() else { return };
        let (kind, window) = (self.kind, self.window_of(shared));
        let moved = shared.story().around(kind, window, row.at);
        self.look(shared, moved);
    }
}
