//! The map: what it shows at every size, at every date and of every pack.
#![allow(clippy::unwrap_used, clippy::panic, clippy::allow_attributes, reason = "tests fail by panicking")]

#[path = "map/any_pack.rs"]
mod any_pack;
mod common;
#[path = "map/moves.rs"]
mod moves;
#[path = "map/times.rs"]
mod times;

use griot_pack::glyphs::Glyphs;
use std::sync::LazyLock;

use common::Harness;
use griot::tui::action::{Action, Button, Effect};
use griot::tui::app::App;
use griot::tui::frame;
use griot::tui::screens::Screen;
use griot::tui::settings::Settings;
use griot::tui::views::map::scene::{NameOf, Scene, Sign};
use griot::tui::views::map::{Drawn, Fit, Marker};
use griot_history::map::{places, words};
use griot_pack::pack::geo::Geo;
use griot_pack::pack::{EntityId, Pack, Target};
use griot_pack::when::When;
use proptest::prelude::*;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};

static PACK: LazyLock<Pack> = LazyLock::new(|| griot::built_in::pack().unwrap());
static GEO: LazyLock<Geo> = LazyLock::new(|| PACK.geo().unwrap());

/// The map at a passage of the built-in pack.
fn at(width: u16, height: u16, passage: &str) -> Harness {
    at_with(width, height, passage, Settings::default())
}

fn at_with(width: u16, height: u16, passage: &str, settings: Settings) -> Harness {
    let mut it = Harness::with(width, height, settings);
    let target = it.app.shared.pack.find(passage).unwrap();
    it.app.open(target);
    it.keys("p")
}

fn ascii() -> Settings {
    Settings { glyphs: Glyphs::Ascii, ..Settings::default() }
}

fn entity(app: &App, id: &str) -> EntityId {
    app.shared.pack.entity(id).unwrap()
}

const fn drawn(app: &App) -> &Drawn {
    app.views.map.drawn().unwrap()
}

fn scene(app: &App) -> (Rect, Scene) {
    let drawn = drawn(app);
    (drawn.panes.map.unwrap(), drawn.scene.clone().unwrap())
}

/// Where the dot of a place is on the screen.
fn cell(app: &App, place: EntityId) -> Position {
    let (area, scene) = scene(app);
    let at = scene.dot_of(place).unwrap().at;
    Position { x: area.x + at.x, y: area.y + at.y }
}

fn cursor(app: &App) -> Option<Position> {
    let mut buffer = Buffer::empty(Rect::new(0, 0, app.shared.size.width, app.shared.size.height));
    frame::paint(app, &mut buffer)
}

#[test]
fn wide() {
    insta::assert_snapshot!(at(120, 40, "anc-mansa-musa-and-gold").inked());
}

#[test]
fn usual() {
    insta::assert_snapshot!(at(80, 24, "tondibi-1591").inked());
}

#[test]
fn small() {
    insta::assert_snapshot!(at(40, 12, "songhai-sunni-ali").inked());
}

#[test]
fn narrow_and_high() {
    insta::assert_snapshot!(at(60, 30, "tondibi-1591").inked());
}

#[test]
fn all_places_and_times() {
    insta::assert_snapshot!(at(120, 40, "tondibi-1591").keys("0").inked());
}

#[test]
fn words_alone() {
    insta::assert_snapshot!(at(80, 24, "tondibi-1591").keys("b b b").inked());
}

#[test]
fn half_blocks() {
    insta::assert_snapshot!(at(100, 30, "anc-mansa-musa-and-gold").keys("b").inked());
}

#[test]
fn in_ascii() {
    insta::assert_snapshot!(at_with(80, 24, "anc-mansa-musa-and-gold", ascii()).inked());
}

#[test]
fn words_in_ascii() {
    insta::assert_snapshot!(at_with(40, 12, "tondibi-1591", ascii()).keys("b").inked());
}

#[test]
fn what_the_passage_names() {
    insta::assert_snapshot!(at(80, 24, "tondibi-1591").keys("x x").frame());
}

/// What holds of every map that can be reached.
fn names_stand_apart(app: &App) -> Result<(), TestCaseError> {
    if app.shared.regions().is_none() {
        return Ok(());
    }
    let Some(area) = drawn(app).panes.map else { return Ok(()) };
    let (_, scene) = scene(app);
    let pane = Rect::new(0, 0, area.width, area.height);
    for (i, name) in scene.names.iter().enumerate() {
        prop_assert_eq!(name.area.intersection(pane), name.area, "{:?}", name);
        for other in &scene.names[i + 1..] {
            prop_assert!(!name.area.intersects(other.area), "{:?} {:?}", name, other);
        }
        if let NameOf::Place(place, _) = name.of {
            let at = scene.dot_of(place).map(|dot| dot.at).unwrap();
            let beside = at.y == name.area.y && (name.area.x == at.x + 2 || name.area.right() + 1 == at.x);
            prop_assert!(beside || scene.dots.first().is_some_and(|dot| dot.place == place), "{:?} of {}", name, at);
        }
        let covered = scene.dots.iter().find(|dot| name.area.contains(dot.at));
        prop_assert_eq!(covered, None, "{:?}", name);
    }
    for (i, dot) in scene.dots.iter().enumerate() {
        prop_assert!(pane.contains(dot.at) && scene.dots[i + 1..].iter().all(|other| other.at != dot.at));
        let named = scene.names.iter().any(|name| matches!(name.of, NameOf::Place(place, _) if place == dot.place));
        let told = named || dot.sign != Sign::Named;
        prop_assert!(told, "{} is lit and has neither name nor number", app.shared.pack[dot.place].name);
    }
    Ok(())
}

fn map_actions() -> impl Strategy<Value = Vec<Action>> {
    let one = prop_oneof![
        4 => (-3i32..=3).prop_map(Action::Links),
        4 => (-5i32..=5).prop_map(Action::Dated),
        2 => (-4i32..=4).prop_map(Action::Wider),
        2 => ((-2i32..=2), (-2i32..=2)).prop_map(|(x, y)| Action::Pan(x, y)),
        2 => (24u16..220, 6u16..70).prop_map(|(width, height)| Action::Resize(Size { width, height })),
        1 => (0u16..220, 0u16..70, -1i32..=1).prop_map(|(column, row, lines)| Action::Wheel { column, row, lines }),
        1 => (0u16..220, 0u16..70).prop_map(|(column, row)| Action::Click { column, row, button: Button::Left }),
        1 => prop::sample::select(vec![Action::Cycle, Action::ShowAll, Action::Marker, Action::Top, Action::Bottom,
            Action::Eras(1), Action::Eras(-1), Action::Era(6), Action::Show(Screen::Map)]),
    ];
    proptest::collection::vec(one, 1..25)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_pressed_names_stand_apart_and_in_sight(actions in map_actions()) {
        let mut app = at(100, 30, "tondibi-1591").app;
        for action in actions {
            app.update(action);
            app.update(Action::Show(Screen::Map));
            names_stand_apart(&app)?;
            // Until the reader zooms or pans, the chosen place is in sight.
            let chosen = app.views.map.chosen.unwrap();
            if places::point(&app.shared.pack, chosen).is_some() && !matches!(app.views.map.fit, Fit::Free(_)) && drawn(&app).panes.map.is_some() {
                prop_assert!(scene(&app).1.dot_of(chosen).is_some(), "{} is out of sight", app.shared.pack[chosen].name);
            }
        }
    }
}

#[test]
fn every_sign_of_the_map_is_in_the_legend_where_there_is_room() {
    for settings in [Settings::default(), ascii()] {
        for moment in ["anc-green-sahara", "tondibi-1591"] {
            let it = at_with(160, 50, moment, settings);
            let area = drawn(&it.app).panes.legend.unwrap();
            let legend: Vec<String> = it.frame().lines().skip(usize::from(area.y)).take(2).map(str::to_owned).collect();
            let legend = legend.join(" ");
            for dot in &scene(&it.app).1.dots {
                let sign = dot.sign.character(settings.glyphs);
                assert!(matches!(dot.sign, Sign::Number(_)) || legend.contains(&format!("{sign} ")), "{sign} {legend}");
            }
            assert!(legend.contains("two more there") && legend.contains("without a dot"), "{legend}");
        }
    }
}

#[test]
fn markers_go_round_and_ascii_stays_ascii() {
    let mut it = at(80, 24, "tondibi-1591");
    let mut seen = Vec::new();
    for _ in 0..4 {
        seen.push(it.app.views.map.marker);
        it = it.keys("b");
    }
    assert_eq!(seen, [Marker::Braille, Marker::Blocks, Marker::Dots, Marker::Words]);
    assert_eq!(it.app.views.map.marker, Marker::Braille);
    for (width, height) in [(120, 40), (80, 24), (60, 30), (40, 12), (24, 6)] {
        let mut it = at_with(width, height, "anc-mansa-musa-and-gold", ascii());
        for keys in ["x", "x", "0", "b", "b"] {
            it = it.keys(keys);
            let frame = it.frame();
            assert!(frame.is_ascii(), "{frame}");
            let map = scene_rows(&it.app, &frame);
            assert!(!map.contains('?'), "{frame}");
        }
    }
}

/// The rows of the frame that lie between header and footer.
fn scene_rows(app: &App, frame: &str) -> String {
    let body = app.shared.regions().unwrap().body;
    frame.lines().skip(usize::from(body.y)).take(usize::from(body.height)).collect()
}

#[test]
fn the_canvas_as_text_has_its_size_and_its_legend() {
    let when = When::parse("1337").unwrap();
    for (glyphs, time) in
        [(Glyphs::All, None), (Glyphs::Ascii, None), (Glyphs::All, Some(&when)), (Glyphs::Ascii, Some(&when))]
    {
        let text =
            griot::tui::views::map::canvas_text(&PACK, &GEO, time, Size { width: 72, height: 30 }, glyphs).unwrap();
        assert!(text.lines().count() >= 31, "{text}");
        assert!(text.lines().take(31).all(|line| griot_history::text::width(line) <= 72), "{text}");
        assert!(text.contains("Timbuktu") && text.contains("Bamako") && text.contains("modern border"), "{text}");
        assert_eq!(text.contains("approximate"), time.is_some(), "{text}");
        assert!(!glyphs.is_ascii() || text.is_ascii());
    }
}
