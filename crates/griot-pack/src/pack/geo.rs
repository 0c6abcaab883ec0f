//! The pack's geography: what the map draws, and places told in words.

use libm::{asin, atan2, cos, sin};
#[cfg(test)]
use schemars::JsonSchema;

use super::text::Text;
use crate::when::When;

/// A position as `[longitude, latitude]` in degrees.
pub type LonLat = [f64; 2];

/// Everything the map can draw.
#[derive(Debug, Default, PartialEq)]
pub struct Geo {
    /// To whom the lines are owed.
    pub credit: Text,
    /// Id of the place that distances are told from.
    pub capital: Option<Text>,
    /// Id of the water that nearness is told to.
    pub river: Option<Text>,
    /// Name of the country whose borders fill the map at first.
    pub country: Text,
    /// Borders and coasts.
    pub lines: Vec<Line>,
    /// Rivers and lakes.
    pub waters: Vec<Water>,
    /// Names for orientation.
    pub labels: Vec<Label>,
    /// Approximate outlines of polities.
    pub reaches: Vec<Reach>,
}

/// A border or a coast.
#[derive(Debug, PartialEq)]
pub struct Line {
    /// What it bounds.
    pub kind: LineKind,
    /// 0 is the country itself, 1 its neighbours, 2 the rest.
    pub rank: u8,
    /// Whether states contest it.
    pub disputed: bool,
    /// Each a run of points.
    pub paths: Vec<Vec<LonLat>>,
}

/// A river or a lake.
#[derive(Debug, PartialEq)]
pub struct Water {
    /// Unique in the map.
    pub id: Text,
    /// As shown.
    pub name: Text,
    /// Whether it flows.
    pub kind: WaterKind,
    /// 0 matters most.
    pub rank: u8,
    /// Whether its outline is a sketch.
    pub approximate: bool,
    /// When it existed; always, if none.
    pub when: Option<When>,
    /// Each a run of points; of lakes a closed one.
    pub paths: Vec<Vec<LonLat>>,
}

/// A name on the map that is no entity.
#[derive(Debug, PartialEq)]
pub struct Label {
    /// As shown.
    pub name: Text,
    /// What bears it.
    pub kind: LabelKind,
    /// Where.
    pub at: LonLat,
}

/// The approximate outline of a polity at a date.
#[derive(Debug, PartialEq)]
pub struct Reach {
    /// What entities name in their `reach`.
    pub id: Text,
    /// When it held.
    pub when: When,
    /// What it rests on.
    pub note: Option<Text>,
    /// A closed run of points.
    pub outline: Vec<LonLat>,
}

/// What a line bounds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum LineKind {
    /// A modern border.
    #[default]
    Border,
    /// The edge of the sea.
    Coast,
}

/// Whether a water flows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum WaterKind {
    /// It flows.
    #[default]
    River,
    /// It stands.
    Lake,
}

/// What bears a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum LabelKind {
    /// A country; in capitals.
    #[default]
    Country,
    /// A town.
    Town,
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
