use super::*;
use griot_pack::pack::geo::distance;
use proptest::prelude::*;

fn views() -> impl Strategy<Value = (View, Size)> {
    let size = (1u16..300, 1u16..120).prop_map(|(width, height)| (width, height));
    ((-170.0..170.0, -70.0..70.0), 0.1f64..60.0, size)
        .prop_map(|((lon, lat), scale, size)| (View { middle: [lon, lat], scale }, size))
}

/// Whether a point of the pane is within half a turn of its middle.
fn is_in_sight_once(view: &View, point: [f64; 2], size: Size) -> bool {
    (view.unproject(point, size)[0] - view.middle[0]).abs() < HALF
}

#[test]
fn what_lies_on_both_sides_of_the_line_of_the_day_lies_together() {
    let tenths = |lon: f64| (lon * 10.0).round() as i64;
    let (suva, apia, auckland) = ([178.4, -18.1], [-171.8, -13.8], [174.8, -36.8]);
    let extent = Extent::of([suva, apia, auckland]).unwrap();
    assert_eq!([extent.west, extent.east].map(tenths), [1748, 1882]);
    let view = View::of(&extent, (80, 24));
    assert!([suva, apia, auckland].iter().all(|at| view.cell(*at, (80, 24)).is_some()));
    assert!(view.project(apia, (80, 24))[0] > view.project(suva, (80, 24))[0]);
    assert_eq!(Extent::of([suva]).unwrap().and(apia), Extent::of([apia]).unwrap().and(suva).turned_by(TURN));
    // Around the world the gap that is left out is the widest.
    let all = Extent::of([[-150.0, 0.0], [-70.0, 0.0], [10.0, 0.0], [100.0, 0.0], [170.0, 0.0]]).unwrap();
    assert_eq!([all.west, all.east].map(tenths), [1000, 3700]);
    assert_eq!(tenths(view.panned(-400.0, 0.0, (80, 24), &extent).middle[0]), 1748);
}

proptest! {
    #[test]
    fn a_cell_unprojected_and_projected_is_the_same_cell((view, size) in views(), x in 0.0f64..1.0, y in 0.0f64..1.0) {
        let point = [x * f64::from(size.0), y * f64::from(size.1)];
        prop_assume!(is_in_sight_once(&view, point, size));
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
        prop_assume!(zoomed.middle[1].abs() < 85.0 && is_in_sight_once(&view, point, size) && is_in_sight_once(&zoomed, point, size));
        let back = zoomed.project(view.unproject(point, size), size);
        prop_assert!((back[0] - point[0]).abs() < 1.0 && (back[1] - point[1]).abs() < 1.0);
    }
}
