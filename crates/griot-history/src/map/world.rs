//! Coasts and borders of the whole world, under every pack that draws none of its own: those of Natural Earth, 1:110
//! million, as `tools/world_map.py` packs them.

use griot_pack::pack::geo::{Geo, Line, LineKind, LonLat};

use super::projection::Extent;

/// The file that the script writes, whose form is told at its head.
const FILE: &[u8] = include_bytes!("../../assets/world.bin");

/// The rank of a line that is none of the pack's own.
const RANK: u8 = u8::MAX;

/// What the lines are called where there is room for it, and in few words.
pub const CAPTION: [&str; 2] = ["borders of today, de facto (Natural Earth)", "borders of today"];

/// All of the world but the plains of ice around its poles.
pub(super) const WHOLE: Extent = Extent { west: -180.0, south: -60.0, east: 180.0, north: 80.0 };

/// A map with the world under it, unless it has coasts or borders of its own.
#[must_use]
pub fn under(mut geo: Geo) -> Geo {
    if geo.lines.is_empty() {
        geo.lines = lines(FILE).unwrap_or_default();
    }
    geo
}

/// Whether a line is one of the world's that stand under the map of a pack.
#[must_use]
pub const fn is_world(line: &Line) -> bool {
    line.rank == RANK
}

/// Whether the world stands under a map.
#[must_use]
pub fn is_under(geo: &Geo) -> bool {
    geo.lines.iter().any(is_world)
}

fn lines(file: &[u8]) -> Option<Vec<Line>> {
    let mut reading = Reading { rest: file, last: [0, 0] };
    let units = f64::from(reading.number()?);
    let mut line = |kind| Some(Line { kind, rank: RANK, disputed: false, paths: reading.paths(units)? });
    let lines = vec![line(LineKind::Border)?, line(LineKind::Coast)?];
    reading.rest.is_empty().then_some(lines)
}

/// What is left of the file, and the point that was read last, in units.
struct Reading<'a> {
    rest: &'a [u8],
    last: [i64; 2],
}

impl Reading<'_> {
    fn paths(&mut self, units: f64) -> Option<Vec<Vec<LonLat>>> {
        (0..self.number()?).map(|_| (0..self.number()?).map(|_| self.point(units)).collect()).collect()
    }

    fn point(&mut self, units: f64) -> Option<LonLat> {
        for axis in 0..2 {
            self.last[axis] = self.last[axis].checked_add(self.difference()?)?;
        }
        Some(self.last.map(|at| at as f64 / units))
    }

    /// A number of either sign: 0, -1, 1, -2, 2 …
    fn difference(&mut self) -> Option<i64> {
        let folded = i64::from(self.number()?);
        Some(folded >> 1 ^ -(folded & 1))
    }

    /// Seven bits a byte, the least first; the highest bit says that more follow.
    fn number(&mut self) -> Option<u32> {
        let mut number = 0;
        for shift in [0, 7, 14, 21] {
            let (byte, rest) = self.rest.split_first()?;
            self.rest = rest;
            number |= u32::from(byte & 127) << shift;
            if byte & 128 == 0 {
                return Some(number);
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use griot_pack::pack::geo::distance;

    #[test]
    fn the_world_is_whole() {
        let world = lines(FILE).unwrap();
        let points = |kind| {
            let of_kind = world.iter().filter(move |line| line.kind == kind);
            of_kind.flat_map(|line| line.paths.iter().flatten().copied())
        };
        assert!(points(LineKind::Border).count() > 2000 && points(LineKind::Coast).count() > 4000);
        assert!(world.iter().all(is_world));
        for [lon, lat] in points(LineKind::Border).chain(points(LineKind::Coast)) {
            assert!((-180.0..=180.0).contains(&lon) && (-90.0..=90.0).contains(&lat), "{lon} {lat}");
        }
        let near = |kind, at: LonLat| points(kind).map(|point| distance(point, at)).fold(f64::MAX, f64::min);
        // Capes at the ends of the continents are coasts, and where three countries meet is a border.
        for cape in [[18.5, -34.3], [-17.5, 14.7], [-67.3, -55.9], [25.8, 71.1], [-5.6, 36.0], [153.6, -28.6]] {
            assert!(near(LineKind::Coast, cape) < 120.0, "{cape:?}");
        }
        for meeting in [[12.0, 23.5], [-54.6, -25.6], [87.8, 49.2]] {
            assert!(near(LineKind::Border, meeting) < 60.0, "{meeting:?}");
        }
    }

    #[test]
    fn no_line_goes_around_the_back_of_the_map() {
        for path in lines(FILE).unwrap().iter().flat_map(|line| &line.paths) {
            assert!(path.len() > 1);
            assert!(path.windows(2).all(|pair| (pair[0][0] - pair[1][0]).abs() < 60.0), "{path:?}");
        }
    }

    #[test]
    fn a_torn_file_draws_nothing_and_breaks_nothing() {
        for length in 0..200 {
            assert_eq!(lines(&FILE[..length]), None);
        }
        assert_eq!(lines(&[255; 40]), None);
    }

    #[test]
    fn a_map_with_lines_of_its_own_keeps_them() {
        let own = Line { kind: LineKind::Border, rank: 0, disputed: false, paths: vec![vec![[0.0, 0.0], [1.0, 1.0]]] };
        let geo = under(Geo { lines: vec![own], ..Geo::default() });
        assert!(geo.lines.len() == 1 && !is_under(&geo));
        assert!(is_under(&under(Geo::default())));
    }
}
