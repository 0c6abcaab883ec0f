//! The points and outlines of a geometry.

use serde_json::Value;

/// What a geometry has, as longitudes and latitudes.
#[derive(Default)]
pub(super) struct Shapes {
    pub points: Vec<[f64; 2]>,
    /// Outer rings, of three points or more.
    pub rings: Vec<Vec<[f64; 2]>>,
    pub outside: Outside,
}

/// What lies nowhere on the Earth, and was left out.
#[derive(Default)]
pub(super) struct Outside {
    /// The first point.
    pub point: Option<[f64; 2]>,
    /// Whether a ring had such points.
    pub ring: bool,
}

impl Shapes {
    pub fn of(geometry: Option<&Value>) -> Self {
        let mut it = Self::default();
        if let Some(geometry) = geometry.filter(|it| it.is_object()) {
            shapes(geometry, 0, &mut it.points, &mut it.rings);
        }
        let inside = |point: &[f64; 2]| point[0].abs() <= 180.0 && point[1].abs() <= 90.0;
        it.outside.point = it.points.iter().find(|point| !inside(point)).copied();
        it.points.retain(inside);
        it.rings.retain(|ring| ring.len() > 2);
        it.outside.ring = it.rings.iter().flatten().any(|point| !inside(point));
        for ring in &mut it.rings {
            ring.retain(inside);
        }
        it.rings.retain(|ring| ring.len() > 2);
        it
    }
}

/// To a hundred metres, which is finer than any outline is known.
pub(super) fn rounded(degrees: f64) -> f64 {
    (degrees * 1000.0).round() / 1000.0
}

/// The points and outer rings of a geometry; lines are told by their points.
fn shapes(geometry: &Value, depth: usize, points: &mut Vec<[f64; 2]>, rings: &mut Vec<Vec<[f64; 2]>>) {
    const DEEPEST: usize = 4;
    let list = |value: Option<&Value>| value.and_then(Value::as_array).cloned().unwrap_or_default();
    let run =
        |value: &Value| -> Vec<[f64; 2]> { value.as_array().into_iter().flatten().filter_map(position).collect() };
    let coordinates = geometry.get("coordinates");
    match geometry.get("type").and_then(Value::as_str).unwrap_or_default() {
        "Point" => points.extend(coordinates.and_then(position)),
        "MultiPoint" => points.extend(coordinates.map(run).unwrap_or_default()),
        "LineString" => {
            let line = coordinates.map(run).unwrap_or_default();
            points.extend(line.get(line.len() / 2));
        }
        "MultiLineString" => {
            let line = list(coordinates).first().map(run).unwrap_or_default();
            points.extend(line.get(line.len() / 2));
        }
        "Polygon" => rings.extend(list(coordinates).first().map(run)),
        "MultiPolygon" => rings.extend(list(coordinates).iter().filter_map(|part| part.get(0)).map(run)),
        "GeometryCollection" if depth < DEEPEST => {
            for part in geometry.get("geometries").and_then(Value::as_array).into_iter().flatten() {
                shapes(part, depth + 1, points, rings);
            }
        }
        _ => {}
    }
}

pub(super) fn position(value: &Value) -> Option<[f64; 2]> {
    Some([value.get(0)?.as_f64()?, value.get(1)?.as_f64()?])
}

/// The middle of the smallest box, as latitude and longitude.
pub(super) fn middle(points: &[[f64; 2]]) -> Option<[f64; 2]> {
    let first = points.first()?;
    let (low, high) = points.iter().fold((*first, *first), |(low, high), it| {
        ([low[0].min(it[0]), low[1].min(it[1])], [high[0].max(it[0]), high[1].max(it[1])])
    });
    Some([rounded(f64::midpoint(low[1], high[1])), rounded(f64::midpoint(low[0], high[0]))])
}
