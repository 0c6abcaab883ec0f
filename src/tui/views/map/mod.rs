//! Space: the places of a pack on a map of lines and dots, or in words alone.
//!
//! The map shows one moment: the one that the reader is in, unless all times are asked for. It promises that every place
//! of the pack is in its list, that a name stands beside its own dot or not at all, and that borders are said to be
//! modern and reaches approximate. What it shows follows from the state, the size and the moment, and is worked out in
//! [`Map::refresh`] when one of them changes.

mod canvas;
mod copy;
mod detail;
mod dots;
mod labels;
mod legend;
mod marker;
mod paint;
mod panel;
pub mod panes;
pub mod scene;
mod text;
mod update;

use griot_history::chronicle;
use griot_history::map::places::{self, Named, Place, Row};
use griot_history::map::projection::{Extent, View as Section};
use griot_history::map::{AROUND, country, drawn, everything, world};
use griot_pack::glyphs::Glyphs;
use griot_pack::pack::{EntityId, StatementId};
use griot_pack::when::When;
use ratatui::layout::{Rect, Size};

use detail::Page;
pub use marker::Marker;
use panes::Panes;
use scene::Scene;
pub use text::canvas_text;

use crate::tui::shared::Shared;
use crate::tui::widgets::list::{List, Rows};

/// What the map shows.
#[derive(Debug, Clone, Default)]
pub struct Map {
    /// The place that the cursor is on.
    pub chosen: Option<EntityId>,
    /// What of the world is wanted in sight.
    pub fit: Fit,
    /// What it is drawn with.
    pub marker: Marker,
    /// Every time at once, instead of the one that the reader is in.
    pub all_time: bool,
    /// Where the list of places is scrolled to.
    pub list: List,
    /// The places of the pack; empty until the map is first looked at.
    pub places: Vec<Place>,
    /// What stands on the screen.
    drawn: Option<Drawn>,
}

/// The view as it stands on the screen, and what that was worked out for.
#[derive(Debug, Clone)]
pub struct Drawn {
    wanted: Wanted,
    /// Where the parts lie.
    pub panes: Panes,
    /// The time that is shown, and the places that it names.
    pub current: Current,
    /// The rows of the list.
    pub rows: Vec<Row>,
    /// What is drawn; nothing in words alone.
    pub scene: Option<Scene>,
    /// What the text says of the time, beneath the map.
    pub caption: Option<Page>,
    /// The chosen place in words, beside the map.
    pub beside: Option<Page>,
}

/// What all that depends on.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Wanted {
    body: Rect,
    statement: Option<StatementId>,
    chosen: Option<EntityId>,
    fit: Fit,
    marker: Marker,
    all_time: bool,
    glyphs: Glyphs,
}

impl Wanted {
    fn without_size(self) -> Self {
        Self { body: Rect::default(), ..self }
    }
}

/// What of the world fills the pane.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub enum Fit {
    /// The country itself.
    #[default]
    Country,
    /// Everything that is drawn.
    Region,
    /// The places that the passage at hand names.
    Passage,
    /// Everything that is drawn, and every place.
    All,
    /// What zooming and panning chose.
    Free(Section),
}

/// What the map speaks of: a moment and the places that it names, or all time.
#[derive(Debug, Clone)]
pub struct Current {
    /// The time that is shown; none for all time.
    pub when: Option<When>,
    /// The statement that the reader is at.
    pub statement: Option<StatementId>,
    /// The places that are named.
    pub named: Vec<Named>,
}

impl Current {
    /// The time that lines and dots are drawn for.
    #[must_use]
    pub fn moment(&self) -> Option<When> {
        self.when.as_ref().map(places::moment)
    }

    fn names(&self, place: EntityId) -> bool {
        self.named.iter().any(|named| named.place == place)
    }
}

impl Map {
    /// Forgets what stands on the screen.
    pub(super) fn forget_drawn(&mut self) {
        self.drawn = None;
    }

    /// What stands on the screen; nothing before the first look.
    #[must_use]
    pub const fn drawn(&self) -> Option<&Drawn> {
        self.drawn.as_ref()
    }

    /// What the map speaks of now.
    #[must_use]
    pub fn current(&self, shared: &Shared) -> Current {
        let pack = &shared.pack;
        let statement = shared.reader.statement();
        if self.all_time {
            let here = places::named(pack, statement, None);
            return Current { when: None, statement, named: here };
        }
        let when = statement.and_then(|id| chronicle::reading(pack, id));
        let named = places::named(pack, statement, when.map(|when| places::moment(&when)).as_ref());
        Current { when, statement, named }
    }

    /// Where the parts lie on the present screen.
    #[must_use]
    pub fn panes(&self, shared: &Shared) -> Option<Panes> {
        let marker = self.marker.shown(shared.settings.glyphs);
        Some(panes::panes(shared.regions()?.body, marker == Marker::Words || !self.has_points(shared)))
    }

    /// Whether anything can be put on a map at all.
    fn has_points(&self, shared: &Shared) -> bool {
        self.places.iter().any(|place| place.at.is_some())
            || shared.geo.as_ref().is_some_and(|geo| geo.lines.iter().any(|line| !world::is_world(line)))
    }

    /// The size of the pane in which the map is drawn.
    fn size(&self, shared: &Shared) -> Option<Size> {
        self.panes(shared)?.map.map(|area| Size { width: area.width, height: area.height })
    }

    /// The rows of the list of places.
    fn rows(&self, current: &Current, panes: &Panes) -> Vec<Row> {
        places::rows(&self.places, &current.named, !self.all_time, panes.heads)
    }

    /// The list of places with the chosen one in it and in sight.
    fn list_in(&self, rows: &[Row], height: u16) -> List {
        let mut list = self.list;
        let chosen = |row: &Row| matches!(row, Row::Place(i) if Some(self.places[*i].entity) == self.chosen);
        list.chosen = rows.iter().position(chosen).unwrap_or(0);
        list.keep_rows(&rows, usize::from(height));
        list
    }

    /// Works everything out for the present screen and place, unless it is.
    pub fn refresh(&mut self, shared: &Shared) {
        let Some(regions) = shared.regions() else { return };
        let wanted = Wanted {
            body: regions.body,
            statement: shared.reader.statement(),
            chosen: self.chosen,
            fit: self.fit,
            marker: self.marker,
            all_time: self.all_time,
            glyphs: shared.settings.glyphs,
        };
        if self.drawn.as_ref().is_some_and(|drawn| drawn.wanted == wanted) {
            return;
        }
        let Some(panes) = self.panes(shared) else { return };
        let current = self.current(shared);
        let rows = self.rows(&current, &panes);
        // Where the list stands is not changed by a size, so that the same rows come back with it.
        let resized = self.drawn.as_ref().is_some_and(|drawn| drawn.wanted.without_size() == wanted.without_size());
        if !resized {
            self.list = self.list_in(&rows, panes.list.map_or(1, |area| area.height));
        }
        let size = panes.map.map_or(Size::ZERO, |area| Size { width: area.width, height: area.height });
        let scene = self.scene(shared, &current, size);
        let caption = detail::caption(shared, &current, &panes);
        let beside = detail::beside(self, shared, &current, &panes);
        self.drawn = Some(Drawn { wanted, panes, current, rows, scene, caption, beside });
    }

    /// What is drawn in a pane of that size.
    fn scene(&self, shared: &Shared, current: &Current, size: Size) -> Option<Scene> {
        let geo = shared.geo.as_ref()?;
        let section = self.section(shared, current, size)?;
        let moment = current.moment();
        let wanted = scene::Wanted {
            pack: &shared.pack,
            geo,
            places: &self.places,
            when: moment.as_ref(),
            named: &current.named,
            all_time: self.all_time,
            chosen: self.chosen,
            statement: current.statement,
        };
        Some(Scene::new(&wanted, section, size))
    }

    /// What of the world the pane shows: what was fitted, and with it the chosen place where that lies beyond.
    #[must_use]
    pub fn section(&self, shared: &Shared, current: &Current, size: Size) -> Option<Section> {
        let (extent, fitted) = self.fitted(shared, current, size)?;
        let (Some(extent), Some(at)) = (extent, self.chosen.and_then(|id| places::point(&shared.pack, id))) else {
            return Some(fitted);
        };
        if fitted.cell(at, size).is_some() {
            return Some(fitted);
        }
        let wider = Section::of(&extent.and(at), size);
        // On a screen of few rows the edge of an extent may fall off it: then the place is the middle.
        Some(if wider.cell(at, size).is_some() { wider } else { Section { middle: at, ..wider } })
    }

    /// What of the world is fitted into a pane, and the extent that it was fitted to; none where zooming has chosen.
    fn fitted(&self, shared: &Shared, current: &Current, size: Size) -> Option<(Option<Extent>, Section)> {
        let (geo, places) = (shared.geo.as_ref()?, &self.places);
        let extent = match self.fit {
            Fit::Free(section) => return Some((None, section)),
            Fit::Passage => passage(shared, current).or_else(|| country(geo, places)),
            Fit::Country => country(geo, places),
            Fit::Region => drawn(geo).or_else(|| everything(geo, places)),
            Fit::All => everything(geo, places),
        }?;
        Some((Some(extent), Section::of(&extent, size)))
    }

    /// The place that is chosen where the passage at hand is all that speaks for one: the first that it names, rather
    /// one that is in sight, and rather one with a dot than a region.
    fn first_here(&self, shared: &Shared, current: &Current) -> Option<EntityId> {
        let size = self.size(shared).unwrap_or(Size::ZERO);
        let section = self.fitted(shared, current, size).map(|(_, section)| section);
        let here = || current.named.iter().filter(|named| named.here).map(|named| named.place);
        let point = |place: EntityId| places::point(&shared.pack, place);
        let seen =
            |place: &EntityId| section.zip(point(*place)).is_some_and(|(section, at)| section.cell(at, size).is_some());
        here().find(seen).or_else(|| here().find(|place| point(*place).is_some())).or_else(|| here().next())
    }
}

/// The extent of the places that the passage at hand names.
fn passage(shared: &Shared, current: &Current) -> Option<Extent> {
    let here = current.named.iter().filter(|named| named.here);
    let points = here.filter_map(|named| places::point(&shared.pack, named.place));
    Extent::of(points).map(|extent| extent.at_least(AROUND))
}

impl Rows for &[Row] {
    fn count(&self) -> usize {
        self.len()
    }

    fn can_choose(&self, row: usize) -> bool {
        matches!(self.get(row), Some(Row::Place(_)))
    }

    fn row_height(&self, _row: usize) -> usize {
        1
    }

    fn are_multiline(&self) -> bool {
        false
    }
}
