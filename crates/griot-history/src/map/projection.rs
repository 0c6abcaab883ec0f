//! Positions on the earth as cells of a pane: equirectangular at the middle latitude, with cells twice as high as wide.
//! A pane is told by its columns and rows, a cell by its column and row from the upper left corner.

use griot_pack::pack::geo::LonLat;

/// The columns and rows of a pane.
pub type Size = (u16, u16);

/// How many columns are as long as one row.
pub const ROW: f64 = 2.0;
/// Kilometres in a degree of latitude.
const DEGREE: f64 = 111.195;
/// The least and the most kilometres of a column.
const SCALES: std::ops::RangeInclusive<f64> = 0.05..=250.0;

/// What of the earth a pane shows.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct View {
    /// The position in the middle of the pane.
    pub middle: LonLat,
    /// Kilometres in a column; a row is as long as [`ROW`] columns.
    pub scale: f64,
}

/// The least box of degrees that holds some positions.
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
        let size = size.into();
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
        Self { middle: within.nearest(self.unproject(point, size)), ..*self }
    }
}

impl Extent {
    /// The extent of some positions, unless there are none.
    #[must_use]
    pub fn of(points: impl IntoIterator<Item = LonLat>) -> Option<Self> {
        points.into_iter().map(Self::point).reduce(|a, b| a.with(&b))
    }

    const fn point([lon, lat]: LonLat) -> Self {
        Self { west: lon, south: lat, east: lon, north: lat }
    }

    /// The extent that holds both.
    #[must_use]
    pub const fn with(&self, other: &Self) -> Self {
        Self {
            west: self.west.min(other.west),
            south: self.south.min(other.south),
            east: self.east.max(other.east),
            north: self.north.max(other.north),
        }
    }

    /// The extent that holds this one and a position.
    #[must_use]
    pub const fn and(&self, at: LonLat) -> Self {
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

    const fn nearest(&self, [lon, lat]: LonLat) -> LonLat {
        [lon.clamp(self.west, self.east), lat.clamp(self.south, self.north)]
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
mod tests {
    use super::*;
    use griot_pack::pack::geo::distance;
    use proptest::prelude::*;

    fn views() -> impl Strategy<Value = (View, Size)> {
        let size = (1u16..300, 1u16..120).prop_map(|(width, height)| (width, height));
        ((-170.0..170.0, -70.0..70.0), 0.1f64..60.0, size)
            .prop_map(|((lon, lat), scale, size)| (View { middle: [lon, lat], scale }, size))
    }

    proptest! {
        #[test]
        fn a_cell_unprojected_and_projected_is_the_same_cell((view, size) in views(), x in 0.0f64..1.0, y in 0.0f64..1.0) {
            let point = [x * f64::from(size.0), y * f64::from(size.1)];
            let back = view.project(view.unproject(point, size), size);
            prop_assert!((back[0] - point[0]).abs() < 1e-3 && (back[1] - point[1]).abs() < 1e-3, "{point:?} {back:?}");
        }

        #[test]
        fn a_square_of_kilometres_is_a_square_on_the_screen(lat in -65.0f64..65.0, side in 20.0f64..400.0) {
            let size = (120, 60);
            let view = View { middle: [10.0, lat], scale: side / 40.0 };
            // The ends of a cross through the middle, found by the great circle alone.
            let reach = |direction: [f64; 2]| {
                let (mut near, mut far) = (0.0, 60.0);
                while far - near > 1e-9 {
                    let by = f64::midpoint(near, far);
                    let end = [10.0 + direction[0] * by, lat + direction[1] * by];
                    if distance(view.middle, end) < side / 2.0 { near = by } else { far = by }
                }
                view.project([10.0 + direction[0] * near, lat + direction[1] * near], size)
            };
            let columns = reach([1.0, 0.0])[0] - reach([-1.0, 0.0])[0];
            let rows = reach([0.0, -1.0])[1] - reach([0.0, 1.0])[1];
            prop_assert!((columns - rows * ROW).abs() < 1.0, "{columns} columns, {rows} rows");
            prop_assert!((columns - 40.0).abs() < 1.0, "{columns} columns for {side} km");
        }

        #[test]
        fn no_cell_lies_outside_the_pane((view, size) in views(), lon in -180.0f64..180.0, lat in -90.0f64..90.0) {
            if let Some(cell) = view.cell([lon, lat], size) {
                prop_assert!(cell.0 < size.0 && cell.1 < size.1);
            }
        }

        #[test]
        fn what_is_fitted_is_in_sight(points in proptest::collection::vec((-100.0f64..100.0, -60.0f64..60.0), 1..9), width in 3u16..200, height in 3u16..80) {
            let size = (width, height);
            let points: Vec<LonLat> = points.into_iter().map(|(lon, lat)| [lon, lat]).collect();
            let extent = Extent::of(points.iter().copied()).unwrap();
            let view = View::of(&extent, size);
            prop_assume!(view.scale < *SCALES.end());
            for point in points {
                prop_assert!(view.cell(point, size).is_some(), "{point:?} in {view:?}");
            }
        }

        #[test]
        fn zooming_keeps_what_is_under_the_pointer((view, size) in views(), x in 0.0f64..1.0, y in 0.0f64..1.0, near in any::<bool>()) {
            let point = [x * f64::from(size.0), y * f64::from(size.1)];
            let zoomed = view.zoomed(if near { 0.8 } else { 1.25 }, point, size);
            prop_assume!(zoomed.middle[1].abs() < 85.0);
            let back = zoomed.project(view.unproject(point, size), size);
            prop_assert!((back[0] - point[0]).abs() < 1.0 && (back[1] - point[1]).abs() < 1.0);
        }
    }
}
