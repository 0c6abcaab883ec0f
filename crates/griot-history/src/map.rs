//! Space: the places of a pack, which of them a time speaks of, and what of the earth holds them.

pub mod places;
pub mod projection;
pub mod words;

use griot_pack::pack::geo::Geo;
use places::Place;
use projection::Extent;

/// The least kilometres that are shown of the world around a few places.
pub const AROUND: f64 = 400.0;

/// The extent of the country itself, or of everything where the pack does not draw it.
#[must_use]
pub fn country(geo: &Geo, places: &[Place]) -> Option<Extent> {
    let own = geo.lines.iter().filter(|line| line.rank == 0);
    Extent::of(own.flat_map(|line| line.paths.iter().flatten().copied())).or_else(|| everything(geo, places))
}

/// The extent of everything that is drawn.
#[must_use]
pub fn drawn(geo: &Geo) -> Option<Extent> {
    let lines = geo.lines.iter().flat_map(|line| line.paths.iter());
    let waters = geo.waters.iter().flat_map(|water| water.paths.iter());
    Extent::of(lines.chain(waters).flatten().copied())
}

/// The extent of everything that is drawn and of every place; at least a little, where there is one place alone.
#[must_use]
pub fn everything(geo: &Geo, places: &[Place]) -> Option<Extent> {
    let points = Extent::of(places.iter().filter_map(|place| place.at));
    let both = match (points, drawn(geo)) {
        (Some(a), Some(b)) => Some(a.with(&b)),
        (a, b) => a.or(b),
    };
    both.map(|extent| extent.at_least(AROUND))
}
