//! Maps of other packs: without places, without a map, anywhere on earth.

use super::*;

/// A pack of one statement with the places and the map that are given.
fn pack(places: &str, text: &str, geo: Option<&str>) -> Pack {
    let dir = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| {
        let path = dir.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    };
    write(
        "pack.json",
        r#"{"format": 1, "id": "one", "title": "One", "language": "en", "revision": "1", "as_of": "2020",
            "licence": "CC0", "credits": [], "eras": ["all"]}"#,
    );
    write(
        "eras/1-all.json",
        &format!(
            r#"{{"id": "all", "title": "All", "short": "All", "when": "500 BC..2020", "summary": "One thing.", "chapters":
                [{{"id": "only", "title": "Only", "passages": [{{"id": "it", "statements":
                [{{"text": "{text}", "when": "44 BC", "standing": "uncited"}}]}}]}}]}}"#
        ),
    );
    write("entities/places.json", places);
    write("sources.json", "[]");
    if let Some(geo) = geo {
        write("geo.json", geo);
    }
    griot_pack::pack::open(dir.path()).unwrap()
}

fn mapped(pack: Pack, width: u16, height: u16) -> Harness {
    Harness { app: App::new(pack, Size { width, height }, Settings::default()), effect: Effect::None }.keys("p")
}

const ROME: &str = r#"[{"id": "rome", "name": "Rome", "at": [41.9, 12.5], "precision": "city"}]"#;

#[test]
fn a_pack_without_a_map_still_shows_its_places() {
    for (width, height) in [(120, 40), (80, 24), (40, 12), (24, 6)] {
        let it = mapped(pack(ROME, "It was in [[rome|Rome]].", None), width, height);
        let frame = it.frame();
        assert!(frame.contains("◉ Rome"), "{frame}");
        assert!(width < 72 || frame.contains("41.90° N, 12.50° E") && frame.contains("borders of today"), "{frame}");
        assert!(it.keys("b b b").frame().contains("Rome"));
    }
}

#[test]
fn a_pack_without_places_says_so() {
    for keys in ["", "0", "x", "Tab", "Enter", "+", ")", "Home", "b", "y", "o"] {
        let it = mapped(pack("[]", "It was.", None), 80, 24).keys(keys);
        assert!(
            it.app.shared.screen == Screen::Map && it.frame().contains("The pack names no places."),
            "{keys}: {}",
            it.frame()
        );
    }
    let nowhere = r#"[{"id": "eden", "name": "Eden"}]"#;
    let frame = mapped(pack(nowhere, "It was in [[eden|Eden]].", None), 80, 24).frame();
    assert!(frame.contains("Eden") && frame.contains("no position known"), "{frame}");
}

#[test]
fn a_border_without_places_is_drawn() {
    let geo = r#"{"credit": "", "country": "One", "lines": [{"kind": "border", "rank": 0,
        "paths": [[[0, 0], [10, 0], [10, 10], [0, 10], [0, 0]]]}]}"#;
    let frame = mapped(pack("[]", "It was.", Some(geo)), 80, 24).frame();
    assert!(frame.contains('⡇') || frame.contains('⢸'), "{frame}");
    assert!(frame.contains("modern border"), "{frame}");
}

#[test]
fn the_chosen_place_stays_in_sight_when_the_screen_shrinks() {
    let mut app = at(100, 30, "tondibi-1591").app;
    app.views.map.chosen = Some(app.shared.pack.entity("cairo").unwrap());
    for (width, height) in [(100, 30), (24, 6), (40, 12), (300, 6)] {
        app.update(Action::Resize(Size { width, height }));
        let in_sight = scene(&app).1.dot_of(app.views.map.chosen.unwrap()).is_some();
        assert!(drawn(&app).panes.map.is_none() || in_sight, "{width} × {height}");
    }
}

/// A pack without a map, of places at these latitudes and longitudes.
fn places_at(positions: &[(&str, [f64; 2])]) -> Pack {
    let one = |(name, at): &(&str, [f64; 2])| {
        format!(r#"{{"id": "{}", "name": "{name}", "at": {at:?}, "precision": "city"}}"#, name.to_lowercase())
    };
    let places: Vec<String> = positions.iter().map(one).collect();
    pack(&format!("[{}]", places.join(",")), &format!("It was in [[{}]].", positions[0].0.to_lowercase()), None)
}

const SIZES: [(u16, u16); 4] = [(120, 40), (80, 24), (40, 12), (24, 6)];

#[test]
fn a_pack_without_a_map_has_the_world_under_it() {
    let sea =
        [("Rome", [41.9, 12.5]), ("Carthage", [36.85, 10.33]), ("Athens", [37.97, 23.72]), ("Tyre", [33.27, 35.2])];
    for (width, height) in &SIZES[..3] {
        let it = mapped(places_at(&sea), *width, *height);
        insta::assert_snapshot!(format!("world_{width}x{height}"), it.frame());
    }
    let it = mapped(places_at(&sea), 120, 40).keys("x");
    assert!(it.frame().contains("in sight: the whole world"), "{}", it.frame());
    insta::assert_snapshot!("world_whole_120x40", it.frame());
}

#[test]
fn places_anywhere_on_earth_are_all_in_sight() {
    let packs: [&[(&str, [f64; 2])]; 5] = [
        // On both sides of the line on which a day begins.
        &[("Suva", [-18.1, 178.4]), ("Apia", [-13.8, -171.8])],
        // At the poles.
        &[("North", [90.0, 0.0]), ("Alert", [82.5, -62.3])],
        &[("South", [-90.0, 0.0])],
        // In one town, and all over the world.
        &[("Church", [58.3781, 26.7201]), ("Mill", [58.3702, 26.7350]), ("Bridge", [58.3820, 26.7310])],
        &[("Lima", [-12.0, -77.0]), ("Tokyo", [35.7, 139.7]), ("Perth", [-31.9, 115.9]), ("Nome", [64.5, -165.4])],
    ];
    for positions in packs {
        for (width, height) in SIZES {
            let it = mapped(places_at(positions), width, height);
            let Some(scene) = it.app.views.map.drawn().and_then(|drawn| drawn.scene.as_ref()) else { continue };
            for (name, [lat, lon]) in positions {
                let seen = scene.section.cell([*lon, *lat], scene.size);
                assert!(seen.is_some(), "{name} at {width} × {height}: {}", it.frame());
            }
            // Where there is room for it, each has a dot of its own.
            let dots = scene.dots.iter().filter(|dot| dot.with.is_empty()).count();
            assert!(width < 80 || dots == positions.len(), "{width} × {height}: {}", it.frame());
        }
    }
}

#[test]
fn one_may_go_around_the_world() {
    let mut it = mapped(places_at(&[("Suva", [-18.1, 178.4]), ("Apia", [-13.8, -171.8])]), 120, 40);
    let start = scene(&it.app).1.section;
    for keys in
        ["h h h h h h", "l l l l l l l l l l l l l", "- - - - - - - - - - - - - - - - - - - -", "h l l l l l l", "x"]
    {
        it = it.keys(keys);
        let section = scene(&it.app).1.section;
        assert!(section.middle.iter().all(|at| at.is_finite()), "{section:?}");
    }
    assert_eq!(scene(&it.app).1.section, start);
}

#[test]
fn where_the_first_name_has_no_room_no_other_covers_the_chosen_place() {
    for (width, height) in [(30, 7), (30, 8), (31, 7)] {
        let mut app = at(100, 30, "tondibi-1591").app;
        app.update(Action::Resize(Size { width, height }));
        app.update(Action::Show(Screen::Map));
        let chosen = app.views.map.chosen.unwrap();
        assert!(scene(&app).1.dot_of(chosen).is_some(), "{width} × {height}");
    }
}
