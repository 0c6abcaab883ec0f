//! The pack's geography: what the map draws, and places told in words.

use super::build::File;
use super::build::parse::{offset_of, plain_message};
use super::problem::Problem;
use super::raw;
pub use super::raw::{Label, LabelKind, Line, LineKind, WaterKind};
use crate::when::When;

/// A position as `[longitude, latitude]` in degrees.
pub type LonLat = [f64; 2];

/// Everything the map can draw.
#[derive(Debug, Default)]
pub struct Geo {
    pub credit: String,
    pub capital: Option<String>,
    pub river: Option<String>,
    pub country: String,
    pub lines: Vec<Line>,
    pub waters: Vec<Water>,
    pub labels: Vec<Label>,
    pub reaches: Vec<Reach>,
}

/// A river or a lake.
#[derive(Debug)]
pub struct Water {
    pub id: String,
    pub name: String,
    pub kind: WaterKind,
    /// 0 matters most.
    pub rank: u8,
    pub approximate: bool,
    /// When it existed; always, if none.
    pub when: Option<When>,
    pub paths: Vec<Vec<LonLat>>,
}

/// The approximate outline of a polity at a date.
#[derive(Debug)]
pub struct Reach {
    pub id: String,
    pub when: When,
    pub note: Option<String>,
    pub outline: Vec<LonLat>,
}

/// `geo.json`, unread: most sessions never look at the map.
#[derive(Debug, Default)]
pub(super) struct Text(Option<File>);

impl Text {
    pub(super) fn new(file: Option<&File>) -> Self {
        Self(file.cloned())
    }

    pub(super) fn read(&self) -> Result<Geo, Vec<Problem>> {
        let Some(file) = &self.0 else { return Ok(Geo::default()) };
        let raw: raw::Geo = serde_json::from_str(&file.text).map_err(|error| {
            let offset = offset_of(&file.text, error.line(), error.column());
            vec![Problem::at_offset(&file.name, &file.text, offset, plain_message(&error))]
        })?;
        let mut problems = Vec::new();
        let mut when = |text: &str| {
            When::parse(text).map_err(|e| problems.push(Problem::of_file(&file.name, format!("{text:?}: {e}")))).ok()
        };
        let waters = raw.waters.into_iter().map(|w| Water {
            when: w.when.as_deref().and_then(&mut when),
            id: w.id,
            name: w.name,
            kind: w.kind,
            rank: w.rank,
            approximate: w.approximate,
            paths: w.paths,
        });
        let waters = waters.collect();
        let reaches = raw
            .reaches
            .into_iter()
            .filter_map(|r| Some(Reach { when: when(&r.when)?, id: r.id, note: r.note, outline: r.outline }));
        let reaches = reaches.collect();
        let geo = Geo {
            credit: raw.credit,
            capital: raw.capital,
            river: raw.river,
            country: raw.country,
            lines: raw.lines,
            waters,
            labels: raw.labels,
            reaches,
        };
        if !geo.points().all(|[lon, lat]| lon.abs() <= 180.0 && lat.abs() <= 90.0) {
            problems
                .push(Problem::of_file(&file.name, "a position lies outside longitude −180..180 or latitude −90..90"));
        }
        if problems.is_empty() { Ok(geo) } else { Err(problems) }
    }
}

impl Geo {
    fn points(&self) -> impl Iterator<Item = LonLat> + '_ {
        let lines = self.lines.iter().flat_map(|l| l.paths.iter());
        let waters = self.waters.iter().flat_map(|w| w.paths.iter());
        let reaches = self.reaches.iter().map(|r| &r.outline);
        let labels = self.labels.iter().map(|l| l.at);
        lines.chain(waters).chain(reaches).flatten().copied().chain(labels)
    }

    /// The distance in kilometres from a position to the river that nearness is told to.
    #[must_use]
    pub fn from_river(&self, at: LonLat) -> Option<f64> {
        let river = self.waters.iter().find(|w| Some(&w.id) == self.river.as_ref())?;
        let segments = river.paths.iter().flat_map(|path| path.windows(2).map(|pair| [pair[0], pair[1]]));
        segments.map(|[a, b]| to_segment(at, a, b)).min_by(f64::total_cmp)
    }
}

/// The great-circle distance in kilometres.
#[must_use]
pub fn distance(a: LonLat, b: LonLat) -> f64 {
    const EARTH: f64 = 6371.0;
    let [lon_a, lat_a] = a.map(f64::to_radians);
    let [lon_b, lat_b] = b.map(f64::to_radians);
    let h = ((lat_b - lat_a) / 2.0).sin().powi(2) + lat_a.cos() * lat_b.cos() * ((lon_b - lon_a) / 2.0).sin().powi(2);
    2.0 * EARTH * h.sqrt().clamp(0.0, 1.0).asin()
}

/// The direction from one position to another, in words.
#[must_use]
pub fn direction(from: LonLat, to: LonLat) -> &'static str {
    const NAMES: [&str; 8] = ["east", "north-east", "north", "north-west", "west", "south-west", "south", "south-east"];
    let middle = f64::midpoint(from[1], to[1]).to_radians();
    let angle = (to[1] - from[1]).atan2((to[0] - from[0]) * middle.cos());
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

fn to_segment(at: LonLat, a: LonLat, b: LonLat) -> f64 {
    let squeeze = at[1].to_radians().cos();
    let flat = |p: LonLat| [(p[0] - at[0]) * squeeze, p[1] - at[1]];
    let ([ax, ay], [bx, by]) = (flat(a), flat(b));
    let (dx, dy) = (bx - ax, by - ay);
    let along = -(ax * dx + ay * dy) / (dx * dx + dy * dy).max(f64::MIN_POSITIVE);
    let along = along.clamp(0.0, 1.0);
    let nearest = [a[0] + (b[0] - a[0]) * along, a[1] + (b[1] - a[1]) * along];
    distance(at, nearest)
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
        let far = to_segment([0.0, 1.0], [-5.0, 0.0], [5.0, 0.0]);
        assert!((far - distance([0.0, 1.0], [0.0, 0.0])).abs() < 0.1, "{far}");
        let end = to_segment([9.0, 0.0], [-5.0, 0.0], [5.0, 0.0]);
        assert!((end - distance([9.0, 0.0], [5.0, 0.0])).abs() < 0.1, "{end}");
    }
}
