//! The map: borders of today, waters, places with how well their position is known, and the approximate outlines of
//! powers, each with its time.

use griot_history::map::places::{Place, gazetteer};
use griot_history::map::projection::{Extent, ROW, View};
use griot_history::map::{AROUND, country};
use griot_pack::order::InOrder;
use griot_pack::pack::geo::{Geo, LabelKind, LineKind, LonLat, WaterKind};
use griot_pack::pack::{Excerpt, Pack, Precision};

use super::labels::{Area, Room};
use super::pen::{Drawing, Side, wide};
use crate::export::Loss;

const WIDTH: u16 = 820;
/// The lines of text beneath the map.
const FOOT: f64 = 34.0;
/// The height of a name.
const HIGH: f64 = 12.0;
/// No map is higher or flatter than these parts of its width.
const SHAPE: std::ops::RangeInclusive<f64> = 0.4..=1.1;

struct Sheet<'a> {
    pack: &'a Pack,
    geo: &'a Geo,
    view: View,
    /// Columns and rows, as the projection counts them: a column is a unit.
    size: (u16, u16),
    drawing: Drawing,
    room: Room,
}

/// Draws the map of an excerpt.
pub(super) fn draw(pack: &Pack, excerpt: &Excerpt) -> (Drawing, Vec<Loss>) {
    let geo = pack.geo().unwrap_or_default();
    let places: Vec<Place> =
        gazetteer(pack).into_iter().filter(|place| excerpt.entities.contains(&place.entity)).collect();
    let title = format!("{}: map", pack.about.title);
    let about = "Places of the history. Borders are those of today; outlines of powers are approximate.".to_owned();
    let mut drawing = Drawing::new(f64::from(WIDTH), title, about);
    let Some(extent) = country(&geo, &places).map(|extent| extent.at_least(AROUND)) else {
        drawing.height = 40.0;
        drawing.text("quiet", (12.0, 24.0), Side::Start, "No place here has a position.");
        return (drawing, Vec::new());
    };
    let height = height(&extent);
    let size = (WIDTH, (height / ROW) as u16);
    let room = Room::new(Area { x: 2.0, y: 2.0, width: f64::from(WIDTH) - 4.0, height: height - 4.0 });
    let mut sheet = Sheet { pack, geo: &geo, view: View::of(&extent, size), size, drawing, room };
    sheet.lines();
    sheet.reaches(excerpt);
    let (beyond, unnamed) = sheet.places(&places);
    sheet.orientation();
    sheet.drawing.height = height + FOOT;
    sheet.foot(height);
    let beyond = Loss::of(beyond, ["place", "places"], "beyond the edge of the map");
    let unnamed = Loss::of(
        unnamed,
        ["name of a place", "names of places"],
        "there is no room in the picture; their dots are there",
    );
    (sheet.drawing, beyond.into_iter().chain(unnamed).collect())
}

/// The height that an extent takes at the width of the picture.
fn height(extent: &Extent) -> f64 {
    let view = View::of(extent, (WIDTH, WIDTH));
    let [west, north] = view.project([extent.west, extent.north], (WIDTH, WIDTH));
    let [east, south] = view.project([extent.east, extent.south], (WIDTH, WIDTH));
    let shape = (south - north) * ROW / (east - west).max(f64::MIN_POSITIVE);
    (f64::from(WIDTH) * shape.clamp(*SHAPE.start(), *SHAPE.end())).round()
}

impl Sheet<'_> {
    /// A position in the picture; it may lie outside.
    fn point(&self, at: LonLat) -> [f64; 2] {
        let [column, row] = self.view.project(at, self.size);
        [column, row * ROW]
    }

    /// Draws a run of positions, if any of it is in sight.
    fn path(&mut self, class: &str, path: &[LonLat]) {
        let points: Vec<[f64; 2]> = path.iter().map(|at| self.point(*at)).collect();
        let (width, height) = (f64::from(self.size.0), f64::from(self.size.1) * ROW);
        // Parts of a line that are out of sight are left out; one point beyond the edge stays on either side.
        let near = |[x, y]: &[f64; 2]| (-40.0..width + 40.0).contains(x) && (-40.0..height + 40.0).contains(y);
        let kept = |i: usize| near(&points[i]) || i > 0 && near(&points[i - 1]) || points.get(i + 1).is_some_and(near);
        let mut run: Vec<[f64; 2]> = Vec::new();
        for i in 0..=points.len() {
            if i < points.len() && kept(i) {
                run.push([points[i][0], points[i][1].min(height)]);
            } else {
                self.drawing.path(class, std::mem::take(&mut run).into_iter());
            }
        }
    }

    fn lines(&mut self) {
        for line in &self.geo.lines {
            let class = match (line.kind, line.rank) {
                (LineKind::Coast, _) => "coast",
                (LineKind::Border, _) if line.disputed => "disputed",
                (LineKind::Border, 0) => "border",
                (LineKind::Border, _) => "abroad",
            };
            for path in &line.paths {
                self.path(class, path);
            }
        }
        for water in self.geo.waters.iter().filter(|water| water.rank < 2) {
            for path in &water.paths {
                self.path("water", path);
            }
        }
    }

    /// The outlines of powers, each named at its northern edge or wherever there is room along it.
    fn reaches(&mut self, excerpt: &Excerpt) {
        for reach in excerpt.reaches(self.pack, self.geo) {
            let polity = self.pack.entities().find(|id| self.pack[*id].reach.contains(&reach.id));
            let name = polity.map_or_else(|| reach.id.to_string(), |id| self.pack[id].name.to_string());
            let text = format!("{name}, {}", reach.when.on_screen());
            self.path("reach", &reach.outline);
            let mut points: Vec<[f64; 2]> = reach.outline.iter().map(|at| self.point(*at)).collect();
            points.order_by(|a, b| a[1].total_cmp(&b[1]));
            let half = wide(&text) / 2.0;
            let boxes =
                points.iter().map(|[x, y]| Area { x: x - half, y: y - HIGH - 2.0, width: half * 2.0, height: HIGH });
            if let Some(area) = self.room.find(boxes) {
                self.drawing.text("name reach", (area.x + half, area.y + 10.0), Side::Middle, &text);
            }
        }
    }

    /// Dots and names, the most told of first; how many lie beyond the edge, and how many found no room for a name.
    fn places(&mut self, places: &[Place]) -> (usize, usize) {
        let mut seen: Vec<(&Place, [f64; 2])> = places.iter().filter_map(|it| Some((it, self.point(it.at?)))).collect();
        let all = seen.len();
        let (width, height) = (f64::from(self.size.0), f64::from(self.size.1) * ROW);
        seen.retain(|(_, [x, y])| (0.0..width).contains(x) && (0.0..height).contains(y));
        let capital = |place: &Place| self.geo.capital.as_deref() == Some(self.pack[place.entity].id.as_str());
        seen.order_by_key(|(place, _)| (!capital(place), std::cmp::Reverse(place.mentions)));
        for (_, [x, y]) in &seen {
            self.room.take(Area { x: x - 3.0, y: y - 3.0, width: 6.0, height: 6.0 });
        }
        let mut unnamed = 0;
        for (place, [x, y]) in &seen {
            let it = &self.pack[place.entity];
            let (class, radius) = match it.precision {
                _ if capital(place) => ("dot", 4.5),
                Some(Precision::City | Precision::Site) => ("dot", 2.8),
                _ => ("about", 2.8),
            };
            let when = it.when.map_or_else(String::new, |when| format!(" · {}", when.in_words()));
            self.drawing.open(&format!("{}{when}", it.name));
            self.drawing.circle(class, (*x, *y), radius);
            let name = it.name.as_str();
            let long = wide(name);
            let area = |x: f64, y: f64| Area { x, y, width: long, height: HIGH };
            let boxes = [
                area(x + 6.0, y - 6.0),
                area(x - 6.0 - long, y - 6.0),
                area(x - long / 2.0, y + 4.0),
                area(x - long / 2.0, y - 5.0 - HIGH),
                area(x + 4.0, y + 3.0),
                area(x + 4.0, y - 3.0 - HIGH),
            ];
            match self.room.find(boxes) {
                Some(at) => self.drawing.text("name", (at.x, at.y + 10.0), Side::Start, name),
                None => unnamed += 1,
            }
            self.drawing.close();
        }
        (all - seen.len(), unnamed)
    }

    /// Waters and countries, where there is room left.
    fn orientation(&mut self) {
        for water in self.geo.waters.iter().filter(|water| water.rank == 0 || water.kind == WaterKind::Lake) {
            let mut points: Vec<[f64; 2]> = water.paths.iter().flatten().map(|at| self.point(*at)).collect();
            let half = points.len() / 2;
            points.rotate_left(half);
            let known = if water.approximate { " (approximate)" } else { "" };
            let text = format!("{}{known}", water.name);
            let boxes = points.iter().map(|[x, y]| Area { x: x + 4.0, y: y - 6.0, width: wide(&text), height: HIGH });
            if let Some(area) = self.room.find(boxes) {
                self.drawing.text("name water", (area.x, area.y + 10.0), Side::Start, &text);
            }
        }
        for label in self.geo.labels.iter().filter(|label| label.kind == LabelKind::Country) {
            let [x, y] = self.point(label.at);
            let text = label.name.to_uppercase();
            let half = wide(&text) * 0.6;
            if let Some(area) = self.room.find([Area { x: x - half, y: y - 6.0, width: half * 2.0, height: HIGH }]) {
                self.drawing.text("country", (area.x + half, area.y + 10.0), Side::Middle, &text);
            }
        }
    }

    /// What the lines mean, and to whom they are owed.
    fn foot(&mut self, height: f64) {
        let (credit, width) = (&self.geo.credit, f64::from(WIDTH));
        // What lies beyond the edge is covered by the foot.
        self.drawing.rect("ground", (0.0, height), (width, FOOT));
        self.drawing.line("rule", (0.0, height), (width, height));
        let words = "borders of today · dotted red: the reach of a power, approximate · ○ position approximate";
        self.drawing.text("quiet", (8.0, height + 14.0), Side::Start, words);
        self.drawing.text("quiet", (8.0, height + 28.0), Side::Start, credit);
    }
}
