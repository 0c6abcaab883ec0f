//! The pack's geography: what the map draws, and places told in words.

use libm::{asin, atan2, cos, sin};
use serde::{Deserialize, Serialize};

use super::build::parse::{offset_of, plain_message};
use super::check::forbidden;
use super::problem::{Path, Problem};
pub use super::raw::{LabelKind, Line, LineKind, WaterKind};
use super::{Text, raw};
use crate::clean::{clean, is_forbidden};
use crate::when::When;

/// A position as `[longitude, latitude]` in degrees.
pub type LonLat = [f64; 2];

/// A name on the map that is no entity.
pub type Label = raw::Label<'static>;

/// Everything the map can draw.
#[derive(Debug, Default)]
pub struct Geo {
    /// Whose the lines are, and under which licence.
    pub credit: Text,
    /// The id of the place that distances are told from.
    pub capital: Option<Text>,
    /// The id of the water that nearness is told to.
    pub river: Option<Text>,
    /// The name of the country whose lines have rank 0; empty, where the pack is of none.
    pub country: Text,
    /// Borders and coasts, as they are today.
    pub lines: Vec<Line>,
    /// Rivers and lakes.
    pub waters: Vec<Water>,
    /// Names for orientation.
    pub labels: Vec<Label>,
    /// Outlines of polities.
    pub reaches: Vec<Reach>,
}

/// A river or a lake.
#[derive(Debug)]
pub struct Water {
    /// Unique among the waters.
    pub id: Text,
    /// As it is shown.
    pub name: Text,
    /// River or lake.
    pub kind: WaterKind,
    /// 0 matters most.
    pub rank: u8,
    /// Whether its course is drawn by eye.
    pub approximate: bool,
    /// When it existed; always, if none.
    pub when: Option<When>,
    /// Lines of positions.
    pub paths: Vec<Vec<LonLat>>,
}

/// The approximate outline of a polity at a date.
#[derive(Debug)]
pub struct Reach {
    /// What the `reach` of an entity names.
    pub id: Text,
    /// The time it is drawn for.
    pub when: When,
    /// What is known and what is guessed of it.
    pub note: Option<Text>,
    /// Its corners, in order.
    pub outline: Vec<LonLat>,
}

/// `geo.json`, unread: most sessions never look at the map.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub(super) struct Unread {
    pub name: Text,
    pub text: Text,
}

/// What can be read of `geo.json`, and everything that is wrong with it.
pub(super) fn read(name: &str, text: &str) -> (Option<Geo>, Vec<Problem>) {
    let raw: raw::Geo = match serde_json::from_str(text) {
        Ok(raw) => raw,
        Err(error) => {
            let offset = offset_of(text, error.line(), error.column());
            return (None, vec![Problem::at_offset(name, text, offset, plain_message(&error))]);
        }
    };
    let mut reading = Reading { name, text, problems: Vec::new(), usable: true };
    let geo = reading.geo(raw);
    (reading.usable.then_some(geo), reading.problems)
}

/// `geo.json` being read.
struct Reading<'a> {
    name: &'a str,
    text: &'a str,
    problems: Vec<Problem>,
    usable: bool,
}

impl Reading<'_> {
    fn geo(&mut self, raw: raw::Geo) -> Geo {
        let root = Path::ROOT;
        let [lines, waters, labels, reaches] = ["lines", "waters", "labels", "reaches"].map(|key| root.key(key));
        for (i, line) in raw.lines.iter().enumerate() {
            self.positions(lines.index(i).key("paths"), line.paths.iter().flatten());
        }
        let mut geo = Geo {
            credit: self.text(root.key("credit"), &raw.credit),
            country: self.text(root.key("country"), &raw.country),
            capital: raw.capital.map(raw::Text::into_owned),
            river: raw.river.map(raw::Text::into_owned),
            lines: raw.lines,
            ..Geo::default()
        };
        for (i, water) in raw.waters.into_iter().enumerate() {
            let at = waters.index(i);
            self.positions(at.key("paths"), water.paths.iter().flatten());
            geo.waters.push(Water {
                name: self.text(at.key("name"), &water.name),
                when: water.when.and_then(|text| self.when(at.key("when"), &text)),
                id: water.id.into_owned(),
                kind: water.kind,
                rank: water.rank,
                approximate: water.approximate,
                paths: water.paths,
            });
        }
        for (i, label) in raw.labels.into_iter().enumerate() {
            let at = labels.index(i);
            self.positions(at.key("at"), [&label.at].into_iter());
            geo.labels.push(Label { name: self.text(at.key("name"), &label.name), kind: label.kind, at: label.at });
        }
        for (i, reach) in raw.reaches.into_iter().enumerate() {
            let at = reaches.index(i);
            self.positions(at.key("outline"), reach.outline.iter());
            let Some(when) = self.when(at.key("when"), &reach.when) else { continue };
            let note = reach.note.map(|note| self.text(at.key("note"), &note));
            geo.reaches.push(Reach { id: reach.id.into_owned(), when, note, outline: reach.outline });
        }
        geo
    }

    fn problem(&mut self, at: Path, message: impl Into<String>, readable: bool) {
        /// The most that are listed: telling where each is takes time in a large file.
        const MOST: usize = 100;
        self.usable &= readable;
        if self.problems.len() >= MOST {
            return;
        }
        let offset = at.locate(self.text).start;
        let problem = Problem::at_offset(self.name, self.text, offset, message);
        self.problems.push(Problem { readable, ..problem });
    }

    /// A text as it may be shown.
    fn text(&mut self, at: Path, text: &str) -> Text {
        if let Some(c) = text.chars().find(|c| is_forbidden(*c)) {
            self.problem(at, forbidden(c), true);
        }
        clean(text).into_owned().into()
    }

    fn when(&mut self, at: Path, text: &str) -> Option<When> {
        When::parse(text).map_err(|error| self.problem(at, error.to_string(), false)).ok()
    }

    fn positions<'p>(&mut self, at: Path, mut positions: impl Iterator<Item = &'p LonLat>) {
        if !positions.all(|[lon, lat]| lon.abs() <= 180.0 && lat.abs() <= 90.0) {
            self.problem(at, "a position lies outside longitude −180..180 or latitude −90..90", false);
        }
    }
}

impl Geo {
    /// The distance in kilometres from a position to the river that nearness is told to.
    #[must_use]
    pub fn distance_to_river(&self, at: LonLat) -> Option<f64> {
        let river = self.waters.iter().find(|w| Some(&w.id) == self.river.as_ref())?;
        let segments = river.paths.iter().flat_map(|path| path.windows(2).map(|pair| [pair[0], pair[1]]));
        let squeeze = cos(at[1].to_radians());
        let nearest = segments.map(|[a, b]| nearest(at, squeeze, a, b)).min_by(|x, y| x.0.total_cmp(&y.0));
        nearest.map(|(_, point)| distance(at, point))
    }
}

/// The great-circle distance in kilometres.
#[must_use]
pub fn distance(a: LonLat, b: LonLat) -> f64 {
    const EARTH: f64 = 6371.0;
    let [lon_a, lat_a] = a.map(f64::to_radians);
    let [lon_b, lat_b] = b.map(f64::to_radians);
    let h = sin((lat_b - lat_a) / 2.0).powi(2) + cos(lat_a) * cos(lat_b) * sin((lon_b - lon_a) / 2.0).powi(2);
    2.0 * EARTH * asin(h.sqrt().clamp(0.0, 1.0))
}

/// The direction from one position to another, in words.
#[must_use]
pub fn direction(from: LonLat, to: LonLat) -> &'static str {
    const NAMES: [&str; 8] = ["east", "north-east", "north", "north-west", "west", "south-west", "south", "south-east"];
    let middle = f64::midpoint(from[1], to[1]).to_radians();
    let angle = atan2(to[1] - from[1], (to[0] - from[0]) * cos(middle));
    NAMES[((angle / std::f64::consts::FRAC_PI_4).round() as i32).rem_euclid(8) as usize]
}

/// About how far, as people say it: `12 km`, `about 350 km`, `about 1,200 km`.
#[must_use]
pub fn kilometres(km: f64) -> String {
    let step = if km < 50.0 {
        1.0
    } else if km < 200.0 {
        10.0
    } else {
        50.0
    };
    match ((km / step).round() * step) as u32 {
        far @ 1000.. => format!("about {},{:03} km", far / 1000, far % 1000),
        far @ 50.. => format!("about {far} km"),
        near => format!("{near} km"),
    }
}

/// The point of a segment that is nearest to a position, and the square of how far it is in degrees of latitude.
fn nearest(at: LonLat, squeeze: f64, a: LonLat, b: LonLat) -> (f64, LonLat) {
    let flat = |p: LonLat| [(p[0] - at[0]) * squeeze, p[1] - at[1]];
    let ([ax, ay], [bx, by]) = (flat(a), flat(b));
    let (dx, dy) = (bx - ax, by - ay);
    let along = -(ax * dx + ay * dy) / (dx * dx + dy * dy).max(f64::MIN_POSITIVE);
    let along = along.clamp(0.0, 1.0);
    let (x, y) = (ax + dx * along, ay + dy * along);
    (x * x + y * y, [a[0] + (b[0] - a[0]) * along, a[1] + (b[1] - a[1]) * along])
}

#[cfg(test)]
mod tests {
    use super::*;

    const BAMAKO: LonLat = [-8.0, 12.65];
    const TIMBUKTU: LonLat = [-3.017, 16.767];

    #[test]
    fn timbuktu_lies_700_km_north_east_of_bamako() {
        assert_eq!(kilometres(distance(BAMAKO, TIMBUKTU)), "about 700 km");
        assert_eq!(direction(BAMAKO, TIMBUKTU), "north-east");
        assert_eq!(direction(TIMBUKTU, BAMAKO), "south-west");
    }

    #[test]
    fn the_distance_to_a_segment_is_that_to_its_nearest_point() {
        let to_segment = |at, a, b| distance(at, nearest(at, 1.0, a, b).1);
        let far = to_segment([0.0, 1.0], [-5.0, 0.0], [5.0, 0.0]);
        assert!((far - distance([0.0, 1.0], [0.0, 0.0])).abs() < 0.1, "{far}");
        let end = to_segment([9.0, 0.0], [-5.0, 0.0], [5.0, 0.0]);
        assert!((end - distance([9.0, 0.0], [5.0, 0.0])).abs() < 0.1, "{end}");
    }
}
