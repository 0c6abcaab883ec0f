//! Space: the places of a pack, which of them a time speaks of, and what of the earth holds them.

pub mod places;
pub mod projection;
pub mod words;
pub mod world;

use griot_pack::pack::geo::Geo;
use places::Place;
use projection::Extent;

/// The least kilometres that are shown of the world around a place.
pub const AROUND: f64 = 400.0;

/// How much more than what lies between some places is shown of the world around them.
const ROOM: f64 = 4.0;

/// Kilometres within which places are one and the same.
const TOGETHER: f64 = 0.2;

/// The extent of the country itself, or of everything where the pack does not draw it.
#[must_use]
pub fn country(geo: &Geo, places: &[Place]) -> Option<Extent> {
    let own = geo.lines.iter().filter(|line| line.rank == 0);
    Extent::of(own.flat_map(|line| line.paths.iter().flatten().copied())).or_else(|| everything(geo, places))
}

/// The extent of everything that is drawn: by the pack, or else under it.
#[must_use]
pub fn drawn(geo: &Geo) -> Option<Extent> {
    own(geo).or_else(|| world::is_under(geo).then_some(world::WHOLE))
}

/// The extent of everything that the pack draws and of every place; more than that where the places lie together.
#[must_use]
pub fn everything(geo: &Geo, places: &[Place]) -> Option<Extent> {
    let points = Extent::of(places.iter().filter_map(|place| place.at));
    let both = match (points, own(geo)) {
        (Some(a), Some(b)) => Some(a.with(&b)),
        (a, b) => a.or(b),
    };
    both.map(|extent| {
        let across = extent.across();
        extent.at_least(if across < TOGETHER { AROUND } else { (across * ROOM).min(AROUND) })
    })
}

/// Where one may go on the map: everything, and all that is drawn under it.
#[must_use]
pub fn within(geo: &Geo, places: &[Place]) -> Option<Extent> {
    let all = everything(geo, places);
    if world::is_under(geo) { all.map(|all| world::WHOLE.with(&all)) } else { all }
}

/// The extent of what the pack itself draws.
fn own(geo: &Geo) -> Option<Extent> {
    let lines = geo.lines.iter().filter(|line| !world::is_world(line)).flat_map(|line| line.paths.iter());
    let waters = geo.waters.iter().flat_map(|water| water.paths.iter());
    Extent::of(lines.chain(waters).flatten().copied())
}
