//! Space: the places of a pack on a map of lines and dots, or in words alone.
//!
//! The map shows one moment: the one that the reader is in, unless all times are asked for. What it shows follows from
//! the state, the size of its pane and the moment; nothing of it is stored.

pub mod detail;
mod dots;
pub mod labels;
pub mod panes;
pub mod scene;

use griot_history::chronicle;
use griot_history::map::places::{self, Named, Place, Row};
use griot_history::map::projection::{Extent, View};
use griot_history::map::{AROUND, country, drawn, everything};
use griot_pack::pack::{EntityId, StatementId};
use griot_pack::when::When;
use ratatui::layout::Size;

use crate::tui::app::App;
use crate::tui::list::{List, Rows};
use panes::Panes;
use scene::Scene;

/// What the map shows.
#[derive(Debug, Clone, Default)]
pub struct Map {
    /// The place that the cursor is on.
    pub chosen: Option<EntityId>,
    pub fit: Fit,
    pub marker: Marker,
    /// Every time at once, instead of the one that the reader is in.
    pub all_time: bool,
    /// Where the list of places is scrolled to.
    pub list: List,
    /// The places of the pack; empty until the map is first looked at.
    pub places: Vec<Place>,
}

/// What of the world fills the pane.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub enum Fit {
    #[default]
    Country,
    /// Everything that is drawn.
    Region,
    /// The places that the passage at hand names.
    Passage,
    /// Everything that is drawn, and every place.
    All,
    /// What zooming and panning chose.
    Free(View),
}

/// What the map is drawn with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Marker {
    #[default]
    Braille,
    Blocks,
    Dots,
    /// Not drawn: a list of places with distance and direction.
    Words,
}

impl Marker {
    /// The next marker; braille and blocks are no ASCII.
    #[must_use]
    pub const fn next(self, ascii: bool) -> Self {
        match (self.shown(ascii), ascii) {
            (Self::Braille, _) => Self::Blocks,
            (Self::Blocks, _) | (Self::Words, true) => Self::Dots,
            (Self::Dots, _) => Self::Words,
            (Self::Words, false) => Self::Braille,
        }
    }

    /// The marker that can be shown.
    #[must_use]
    pub const fn shown(self, ascii: bool) -> Self {
        match self {
            Self::Braille | Self::Blocks if ascii => Self::Dots,
            marker => marker,
        }
    }

    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Braille => "braille",
            Self::Blocks => "half blocks",
            Self::Dots => "dots",
            Self::Words => "words alone",
        }
    }
}

/// What the map speaks of: a moment and the places that it names, or all time.
#[derive(Debug, Clone)]
pub struct AtHand {
    /// The time that is shown; none for all time.
    pub when: Option<When>,
    /// The statement that the reader is at.
    pub statement: Option<StatementId>,
    pub named: Vec<Named>,
}

/// What is at hand.
#[must_use]
pub fn at_hand(app: &App) -> AtHand {
    let pack = &app.pack;
    let statement = app.reader.eye(pack);
    if app.map.all_time {
        let here = places::named(pack, statement, None);
        return AtHand { when: None, statement, named: here };
    }
    let when = statement.and_then(|id| chronicle::reading(pack, id));
    let named = places::named(pack, statement, when.map(|when| places::moment(&when)).as_ref());
    AtHand { when, statement, named }
}

/// The panes of the map on the present screen.
#[must_use]
pub fn panes(app: &App) -> Option<Panes> {
    let marker = app.map.marker.shown(app.settings.ascii);
    Some(panes::panes(app.regions()?.body, marker == Marker::Words || !has_points(app)))
}

/// Whether anything can be put on a map at all.
fn has_points(app: &App) -> bool {
    app.map.places.iter().any(|place| place.at.is_some()) || app.geo.as_ref().is_some_and(|geo| !geo.lines.is_empty())
}

/// The rows of the list of places.
#[must_use]
pub fn rows(app: &App, hand: &AtHand, panes: &Panes) -> Vec<Row> {
    places::rows(&app.map.places, &hand.named, !app.map.all_time, panes.heads)
}

/// The list of places with the chosen one in it and in sight.
#[must_use]
pub fn list(app: &App, rows: &[Row], height: u16) -> List {
    let mut list = app.map.list;
    let chosen = |row: &Row| matches!(row, Row::Place(i) if Some(app.map.places[*i].entity) == app.map.chosen);
    list.chosen = rows.iter().position(chosen).unwrap_or(0);
    list.keep_rows(&rows, usize::from(height));
    list
}

impl AtHand {
    /// The time that lines and dots are drawn for.
    #[must_use]
    pub fn moment(&self) -> Option<When> {
        self.when.as_ref().map(places::moment)
    }
}

/// What is drawn in a pane of that size.
#[must_use]
pub fn scene(app: &App, hand: &AtHand, size: Size) -> Option<Scene> {
    let geo = app.geo.as_ref()?;
    let view = view(app, hand, size)?;
    let moment = hand.moment();
    let wanted = scene::Wanted {
        pack: &app.pack,
        geo,
        places: &app.map.places,
        when: moment.as_ref(),
        named: &hand.named,
        all_time: app.map.all_time,
        chosen: app.map.chosen,
        at_hand: hand.statement,
    };
    Some(Scene::new(&wanted, view, size))
}

/// What of the world the pane shows: what was fitted, and with it the chosen place where that lies beyond.
#[must_use]
pub fn view(app: &App, hand: &AtHand, size: Size) -> Option<View> {
    look(app, hand, size, true)
}

/// The place that is chosen where the passage at hand is all that speaks for one: the first that it names, rather one
/// that is in sight, and rather one with a dot than a region.
#[must_use]
pub fn first_here(app: &App, hand: &AtHand) -> Option<EntityId> {
    let size = panes(app)?.map.map_or(Size::ZERO, |area| Size { width: area.width, height: area.height });
    let view = look(app, hand, size, false);
    let here = || hand.named.iter().filter(|named| named.here).map(|named| named.place);
    let point = |place: EntityId| places::point(&app.pack, place);
    let seen = |place: &EntityId| view.zip(point(*place)).is_some_and(|(view, at)| view.cell(at, size).is_some());
    here().find(seen).or_else(|| here().find(|place| point(*place).is_some())).or_else(|| here().next())
}

/// `beyond` widens what was fitted to the chosen place.
fn look(app: &App, hand: &AtHand, size: Size, beyond: bool) -> Option<View> {
    let (geo, places) = (app.geo.as_ref()?, &app.map.places);
    let extent = match app.map.fit {
        Fit::Free(view) => return Some(view),
        Fit::Passage => passage(app, hand).or_else(|| country(geo, places)),
        Fit::Country => country(geo, places),
        Fit::Region => drawn(geo).or_else(|| everything(geo, places)),
        Fit::All => everything(geo, places),
    }?;
    let fitted = View::of(&extent, size);
    if !beyond {
        return Some(fitted);
    }
    match app.map.chosen.and_then(|chosen| places::point(&app.pack, chosen)) {
        Some(at) if fitted.cell(at, size).is_none() => {
            let wider = View::of(&extent.and(at), size);
            // On a screen of few rows the edge of an extent may fall off it: then the place is the middle.
            Some(if wider.cell(at, size).is_some() { wider } else { View { middle: at, ..wider } })
        }
        _ => Some(fitted),
    }
}

/// The extent of the places that the passage at hand names.
#[must_use]
pub fn passage(app: &App, hand: &AtHand) -> Option<Extent> {
    let here = hand.named.iter().filter(|named| named.here);
    let points = here.filter_map(|named| places::point(&app.pack, named.place));
    Extent::of(points).map(|extent| extent.at_least(AROUND))
}

impl Rows for &[Row] {
    fn count(&self) -> usize {
        self.len()
    }

    fn can_choose(&self, row: usize) -> bool {
        matches!(self.get(row), Some(Row::Place(_)))
    }

    fn tall(&self, _row: usize) -> usize {
        1
    }

    fn are_tall(&self) -> bool {
        false
    }
}
