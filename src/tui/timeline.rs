//! Time: every dated statement, event, polity and office in one order, the lanes above them and the ribbon under the
//! text. What the screen shows is worked out in [`Timeline::fit`] when something changes, never while painting.

pub mod places;
pub mod ribbon;

use griot_history::scale::{self, Label, Scale, Story, Window};
use griot_history::timeline::lanes::{self, Lane};
use griot_history::timeline::{EraMark, Model, Row, Shown, What, eras, filter, model};
use griot_pack::pack::Pack;
use ratatui::layout::Rect;

pub use places::Places;
pub use ribbon::Ribbon;

use crate::tui::list::List;

/// What the timeline shows.
#[derive(Debug, Default)]
pub struct Timeline {
    pub kind: scale::Kind,
    pub shown: Shown,
    /// The stretch of time in sight; nothing means all.
    pub window: Option<Window>,
    pub list: List,
    pub ribbon: Ribbon,
    story: Option<Story>,
    model: Option<Model>,
    /// The rows of the list, as positions in the model.
    visible: Vec<u32>,
    /// Where those rows stand in time, in the same order.
    times: Vec<f64>,
    /// Which rows of the model the filter lets through, whatever the set.
    passed: Vec<bool>,
    /// The filter and the set that the list was filled for.
    filled_for: Option<(String, Shown)>,
    pub drawn: Drawn,
}

/// The axis and the lanes as they stand on the screen.
#[derive(Debug, Default)]
pub struct Drawn {
    /// The part of the screen that all this was worked out for.
    pub area: Rect,
    pub places: Places,
    pub scale: Option<Scale>,
    pub labels: Vec<Label>,
    /// How many rows of the list fall on each column.
    pub counts: Vec<u32>,
    pub eras: Vec<EraMark>,
    pub lanes: Vec<Lane>,
}

impl Timeline {
    /// The story of the pack, made at the first need.
    pub fn story(&mut self, pack: &Pack) -> &Story {
        self.story.get_or_insert_with(|| model::story(pack))
    }

    /// Makes the model of a large pack right away: there the time that it takes is small beside that of reading the
    /// pack, and at the first look at the timeline it would be felt.
    pub fn prepare(&mut self, pack: &Pack) {
        const LARGE: usize = 10_000;
        if pack.statements().len() + pack.entities().len() > LARGE {
            self.fill(pack, "");
        }
    }

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
    pub fn window(&mut self, pack: &Pack) -> Window {
        let all = self.story(pack).all();
        self.window.unwrap_or(all)
    }

    /// Shows another stretch of time; one that shows all is no window.
    pub fn look(&mut self, pack: &Pack, window: Window) {
        let all = self.story(pack).all();
        self.window = (window != all).then_some(window);
    }

    /// Fills the list with what the set and the filter let through, and keeps the chosen row where it can.
    pub fn fill(&mut self, pack: &Pack, filter: &str) {
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
            let rows = model.rows.iter().zip(0..).filter(|(row, _)| self.shown.holds(row.what));
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

    /// Works everything out for an area of the screen, if there is one.
    pub fn fit_on(&mut self, pack: &Pack, area: Option<Rect>, filter: &str) {
        match area {
            Some(area) => self.fit(pack, area, filter),
            None => self.fill(pack, filter),
        }
    }

    /// Works the ribbon out for an area of the screen.
    pub fn fit_ribbon(&mut self, pack: &Pack, area: Rect) {
        let story = self.story.get_or_insert_with(|| model::story(pack));
        self.ribbon.fit(pack, story, area);
    }

    /// The time under a column of the strip that is true to scale.
    #[must_use]
    pub fn time_on_strip(&self, strip: Rect, column: u16) -> Option<f64> {
        let all = self.story.as_ref()?.all();
        let share = (f64::from(column.saturating_sub(strip.x)) + 0.5) / f64::from(strip.width.max(1));
        Some(all.from + share * (all.to - all.from))
    }

    /// Where a time stands on the strip that is true to scale.
    #[must_use]
    pub fn column_on_strip(&self, strip: Rect, at: f64) -> u16 {
        let Some(story) = &self.story else { return strip.x };
        let share = story.place(scale::Kind::True, at);
        strip.x + ((share * f64::from(strip.width)) as u16).min(strip.width.saturating_sub(1))
    }

    /// How many years one column of the strip is.
    #[must_use]
    pub fn years_per_column(&self, strip: Rect) -> f64 {
        self.story.as_ref().map_or(0.0, |story| (story.last - story.first) / f64::from(strip.width.max(1)))
    }

    /// Works out the axis and the lanes for an area of the screen.
    pub fn fit(&mut self, pack: &Pack, area: Rect, filter: &str) {
        self.fill(pack, filter);
        let places = Places::of(area, self.shown);
        let window = self.window(pack);
        let (Some(model), Some(story)) = (&self.model, &self.story) else { return };
        let scale = Scale::new(story, self.kind, window, places.axis.width);
        let counts = (0..scale.columns).map(|column| {
            let (from, to) = scale.span(column);
            self.between(from, to).len() as u32
        });
        let counts = counts.collect();
        let gap = if area.width >= 60 { 2 } else { 1 };
        let lanes = lanes::lay_out(&lanes::Sheet {
            pack,
            model,
            scale: &scale,
            shown: self.shown,
            passed: &self.passed,
            rows: match places.lanes.height {
                0 => 0,
                _ if self.shown.has_all_lanes() => lanes::MOST,
                rows => rows,
            },
        });
        let places = Places::with_lanes(area, self.shown, lanes.len() as u16);
        self.drawn = Drawn {
            area,
            labels: scale::labels(&scale, gap),
            counts,
            eras: eras(pack, &scale),
            lanes,
            scale: Some(scale),
            places,
        };
    }

    /// Moves the window so that the chosen row is in sight; whether it had to move.
    pub fn follow(&mut self, pack: &Pack) -> bool {
        let Some(row) = self.chosen() else { return false };
        let kind = self.kind;
        let window = self.window(pack);
        let moved = self.story(pack).around(kind, window, row.at);
        self.look(pack, moved);
        moved != window
    }
}
