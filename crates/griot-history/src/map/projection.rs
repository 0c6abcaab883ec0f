//! Positions on the earth as cells of a pane: equirectangular at the middle latitude, with cells twice as high as wide.
//! A pane is told by its columns and rows, a cell by its column and row from the upper left corner.

use griot_pack::order::InOrder;
use griot_pack::pack::geo::LonLat;

/// The columns and rows of a pane.
pub type Size = (u16, u16);

/// How many columns are as long as one row.
pub const ROW: f64 = 2.0;
/// Kilometres in a degree of latitude.
const DEGREE: f64 = 111.195;
/// Degrees of longitude around the earth, and half around it.
const TURN: f64 = 360.0;
const HALF: f64 = 180.0;
/// The least and the most kilometres of a column.
const SCALES: std::ops::RangeInclusive<f64> = 0.05..=2500.0;

/// What of the earth a pane shows.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct View {
    /// The position in the middle of the pane; what lies half a turn of the earth from it is at its sides.
    pub middle: LonLat,
    /// Kilometres in a column; a row is as long as [`ROW`] columns.
    pub scale: f64,
}

/// The least box of degrees that holds some positions. Where it reaches over the line on which a day begins, its east is
/// more than 180 degrees, or its west less than -180.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Extent {
    /// The least longitude, in degrees.
    pub west: f64,
    /// The least latitude, in degrees.
    pub south: f64,
    /// The greatest longitude, in degrees.
    pub east: f64,
    /// The greatest latitude, in degrees.
    pub north: f64,
}

impl View {
    /// The largest view that shows an extent whole, with a margin.
    #[must_use]
    pub fn of(extent: &Extent, size: impl Into<Size>) -> Self {
        let size = size.into();
        let middle = extent.middle();
        let wide = (extent.east - extent.west) * DEGREE * squeeze(middle[1]);
        let high = (extent.north - extent.south) * DEGREE;
        let room = |cells: u16| f64::from(cells.saturating_sub(2).max(1));
        let scale = (wide / room(size.0)).max(high / (room(size.1) * ROW));
        Self { middle, scale: clamp(scale) }
    }

    /// Columns and rows from the pane's upper left corner; they may lie outside the pane.
    #[must_use]
    pub fn project(&self, at: LonLat, size: impl Into<Size>) -> [f64; 2] {
        self.flat([turned(at[0], self.middle[0]), at[1]], size.into())
    }

    /// Both ends of a line as columns and rows: the end lies on the side of the start to which the line goes, also
    /// where it leaves the map.
    #[must_use]
    pub fn project_line(&self, [from, to]: [LonLat; 2], size: impl Into<Size>) -> [[f64; 2]; 2] {
        let (size, by) = (size.into(), turned(from[0], self.middle[0]) - from[0]);
        [from, to].map(|[lon, lat]| self.flat([lon + by, lat], size))
    }

    fn flat(&self, at: LonLat, size: Size) -> [f64; 2] {
        let east = (at[0] - self.middle[0]) * DEGREE * squeeze(self.middle[1]);
        let north = (at[1] - self.middle[1]) * DEGREE;
        [f64::from(size.0) / 2.0 + east / self.scale, f64::from(size.1) / 2.0 - north / (self.scale * ROW)]
    }

    /// The position at columns and rows from the pane's upper left corner.
    #[must_use]
    pub(crate) fn unproject(&self, [column, row]: [f64; 2], size: impl Into<Size>) -> LonLat {
        let size = size.into();
        let east = (column - f64::from(size.0) / 2.0) * self.scale;
        let north = (f64::from(size.1) / 2.0 - row) * self.scale * ROW;
        [self.middle[0] + east / (DEGREE * squeeze(self.middle[1])), self.middle[1] + north / DEGREE]
    }

    /// The cell of the pane in which a position lies, if it is in sight.
    #[must_use]
    pub fn cell(&self, at: LonLat, size: impl Into<Size>) -> Option<(u16, u16)> {
        let size = size.into();
        let [column, row] = self.project(at, size);
        let inside = (0.0..f64::from(size.0)).contains(&column) && (0.0..f64::from(size.1)).contains(&row);
        inside.then_some((column as u16, row as u16))
    }

    /// Nearer or farther by a factor, so that the position under `point` stays there.
    #[must_use]
    pub fn zoomed(&self, factor: f64, point: [f64; 2], size: impl Into<Size>) -> Self {
        let size = size.into();
        let kept = self.unproject(point, size);
        let scale = clamp(self.scale * factor);
        let north = (f64::from(size.1) / 2.0 - point[1]) * scale * ROW;
        let latitude = kept[1] - north / DEGREE;
        let east = (point[0] - f64::from(size.0) / 2.0) * scale;
        Self { middle: [kept[0] - east / (DEGREE * squeeze(latitude)), latitude], scale }
    }

    /// Moved by columns and rows, the middle kept inside the extent.
    #[must_use]
    pub fn panned(&self, columns: f64, rows: f64, size: impl Into<Size>, within: &Extent) -> Self {
        let size = size.into();
        let point = [f64::from(size.0) / 2.0 + columns, f64::from(size.1) / 2.0 - rows];
        let start = Self { middle: [turned(self.middle[0], within.middle()[0]), self.middle[1]], ..*self };
        Self { middle: within.nearest(start.unproject(point, size)), ..*self }
    }
}

impl Extent {
    /// The extent of some positions, unless there are none.
    #[must_use]
    pub fn of(points: impl IntoIterator<Item = LonLat>) -> Option<Self> {
        let mut points = points.into_iter().peekable();
        let start = points.peek()?[0];
        let (mut lons, mut south, mut north) = (Vec::new(), f64::MAX, f64::MIN);
        for [lon, lat] in points {
            lons.push(lon);
            (south, north) = (south.min(lat), north.max(lat));
        }
        let (west, east) = lons.iter().fold((start, start), |(west, east), lon| (west.min(*lon), east.max(*lon)));
        let (west, east) = if east - west > HALF { shortest(lons, TURN - (east - west)) } else { (west, east) };
        Some(Self { west, south, east, north })
    }

    #[cfg(test)]
    fn turned_by(self, by: f64) -> Self {
        Self { west: self.west + by, east: self.east + by, ..self }
    }

    const fn point([lon, lat]: LonLat) -> Self {
        Self { west: lon, south: lat, east: lon, north: lat }
    }

    /// The extent that holds both, the other on that side of this one where it is nearer.
    #[must_use]
    pub fn with(&self, other: &Self) -> Self {
        let lon = other.middle()[0];
        let by = turned(lon, self.middle()[0]) - lon;
        Self {
            west: self.west.min(other.west + by),
            south: self.south.min(other.south),
            east: self.east.max(other.east + by),
            north: self.north.max(other.north),
        }
    }

    /// Its width or its height in kilometres, whichever is more.
    #[must_use]
    pub(crate) fn across(&self) -> f64 {
        let wide = (self.east - self.west) * squeeze(self.middle()[1]);
        wide.max(self.north - self.south) * DEGREE
    }

    /// The extent that holds this one and a position.
    #[must_use]
    pub fn and(&self, at: LonLat) -> Self {
        self.with(&Self::point(at))
    }

    /// The extent made at least so many kilometres wide and high, about the same middle.
    #[must_use]
    pub fn at_least(&self, kilometres: f64) -> Self {
        let [lon, lat] = self.middle();
        let half = kilometres / 2.0 / DEGREE;
        self.and([lon - half / squeeze(lat), lat - half]).and([lon + half / squeeze(lat), lat + half])
    }

    /// Its middle.
    #[must_use]
    pub const fn middle(&self) -> LonLat {
        [f64::midpoint(self.west, self.east), f64::midpoint(self.south, self.north)]
    }

    /// The position of the extent that is nearest to one; in an extent all around the earth lies every longitude.
    const fn nearest(&self, [lon, lat]: LonLat) -> LonLat {
        let is_around = self.east - self.west >= TURN;
        [if is_around { lon } else { lon.clamp(self.west, self.east) }, lat.clamp(self.south, self.north)]
    }
}

/// The longitude by whole turns of the earth so that it lies within half a turn of another.
fn turned(longitude: f64, of: f64) -> f64 {
    TURN.mul_add(-((longitude - of) / TURN).round(), longitude)
}

/// The west and east of the shortest arc that holds some longitudes, where it goes over the line on which a day begins:
/// what it leaves out is the widest gap between two of them, if that is wider than `behind`, the one over that line.
fn shortest(mut longitudes: Vec<f64>, behind: f64) -> (f64, f64) {
    longitudes.order_by(f64::total_cmp);
    let widest = longitudes.windows(2).map(|pair| (pair[1] - pair[0], pair)).max_by(|a, b| a.0.total_cmp(&b.0));
    match widest {
        Some((gap, pair)) if gap > behind => (pair[1], pair[0] + TURN),
        _ => (longitudes[0], longitudes[longitudes.len() - 1]),
    }
}

/// How much shorter a degree of longitude is than one of latitude.
fn squeeze(latitude: f64) -> f64 {
    libm::cos(latitude.to_radians()).max(0.05)
}

const fn clamp(scale: f64) -> f64 {
    scale.clamp(*SCALES.start(), *SCALES.end())
}

#[cfg(test)]
mod tests;
