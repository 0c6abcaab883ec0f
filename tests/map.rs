//! The map: what it shows at every size, at every date and of every pack.
#![allow(clippy::unwrap_used, clippy::panic, clippy::allow_attributes, reason = "tests fail by panicking")]

mod common;

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

#[test]
fn every_step_in_time_shows_its_own_date_and_what_it_names() {
    let mut it = at(80, 24, "anc-green-sahara").keys("Home");
    let order = it.app.shared.pack.chronology().to_vec();
    for id in order {
        assert_eq!(it.app.shared.reader.statement(), Some(id));
        let current = it.app.views.map.current(&it.app.shared);
        let when = it.app.shared.pack[id].when;
        assert_eq!(current.when, when);
        let said = when.unwrap().on_screen();
        let frame = it.frame();
        assert!(frame.contains(griot_history::text::cut(&said, 13).trim_end_matches('…')), "{said} is not in\n{frame}");
        for named in it.app.shared.pack[id].links().filter(|e| it.app.views.map.places.iter().any(|p| p.entity == *e)) {
            assert!(
                current.named.iter().any(|n| n.place == named && n.here),
                "{} is dark",
                it.app.shared.pack[named].id
            );
        }
        let (_, scene) = scene(&it.app);
        for dot in &scene.dots {
            let lit = current.named.iter().any(|n| n.place == dot.place);
            assert!(dot.sign == Sign::Chosen || dot.sign.is_lit() == lit, "{dot:?}");
        }
        it = it.keys(")");
    }
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
fn a_place_tells_its_nearest_statements() {
    let mut it = at(120, 40, "coup-2020");
    it.app.views.map.chosen = Some(entity(&it.app, "dia"));
    let current = it.app.views.map.current(&it.app.shared);
    it.app.refresh();
    let blocks = drawn(&it.app).beside.clone().unwrap().blocks;
    let told: Vec<_> = blocks.iter().flat_map(|block| &block.sentences).map(|sentence| sentence.id).collect();
    assert!(!told.is_empty(), "the last ones are told where none is later");
    assert!(told.iter().all(|id| it.app.shared.pack[*id].links().any(|e| it.app.shared.pack[e].id == "dia")));
    it.app.views.map.chosen = Some(entity(&it.app, "bamako"));
    it.app.refresh();
    let blocks = drawn(&it.app).beside.clone().unwrap().blocks;
    let first = blocks.iter().flat_map(|block| &block.sentences).next().unwrap().id;
    assert!(it.app.shared.pack[first].when.unwrap().last() >= current.when.unwrap().first());
}

#[test]
fn the_words_lead_into_the_text() {
    let it = at(120, 40, "tondibi-1591");
    let page = drawn(&it.app).caption.clone().unwrap();
    let (area, blocks, link) = (page.area, page.blocks, page.layout.links[0].pieces[0]);
    let it =
        it.act(Action::Click { column: area.x + link.column, row: area.y + link.line as u16, button: Button::Left });
    assert_eq!(it.app.shared.screen, Screen::Read, "{blocks:?}");
    assert!(matches!(it.app.shared.reader.page.of, griot_history::text::page::PageOf::Entity(_)));
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
fn the_cursor_rests_on_the_chosen_place() {
    for (width, height) in [(120, 40), (80, 24), (60, 30), (40, 12)] {
        let mut it = at(width, height, "tondibi-1591");
        for _ in 0..6 {
            let chosen = it.app.views.map.chosen.unwrap();
            let at = cursor(&it.app).unwrap_or_else(|| panic!("{width} × {height}\n{}", it.frame()));
            assert_eq!(it.buffer()[at].symbol(), "◉");
            // A region has no dot: the cursor is on its row.
            if places::point(&it.app.shared.pack, chosen).is_some() {
                assert_eq!(at, cell(&it.app, chosen));
            }
            it = it.keys("Tab");
        }
    }
}

#[test]
fn a_place_beyond_the_pane_is_brought_into_sight() {
    let mut it = at(120, 40, "tondibi-1591");
    let mecca = entity(&it.app, "mecca");
    assert!(scene(&it.app).1.dot_of(mecca).is_none());
    it.app.shared.selected.entity = Some(mecca);
    let it = it.keys("r p");
    assert_eq!(it.app.views.map.chosen, Some(mecca));
    assert!(scene(&it.app).1.dot_of(mecca).is_some());
    // After zooming, the map follows the choice.
    let it = it.keys("+ + + + + + + + Tab");
    let chosen = it.app.views.map.chosen.unwrap();
    assert!(chosen != mecca && matches!(it.app.views.map.fit, Fit::Free(_)));
    assert!(scene(&it.app).1.dot_of(chosen).is_some());
}

#[test]
fn waters_and_powers_belong_to_their_time() {
    let when = |text: &str| When::parse(text).unwrap();
    let lake = GEO.waters.iter().find(|w| w.id == "volta-lake").unwrap();
    assert!(!places::flows(lake, Some(&when("1591"))) && places::flows(lake, Some(&when("1991"))));
    assert!(places::flows(lake, None));
    let powers = |text: &str| -> Vec<&str> {
        places::powers(&PACK, &GEO, None, &when(text)).iter().map(|(polity, _)| PACK[*polity].id.as_str()).collect()
    };
    assert_eq!(powers("1050"), ["ghana-empire"]);
    assert_eq!(powers("1330"), ["mali-empire"]);
    assert_eq!(powers("May 2012"), ["azawad"]);
    assert_eq!(powers("1930"), ["french-sudan"]);
    for never in ["10000 BC", "1970", "2024"] {
        assert_eq!(powers(never), [""; 0], "{never}");
    }
    for (width, height) in [(120, 40), (80, 24), (60, 30), (40, 12)] {
        let frame = at(width, height, "anc-mansa-musa-and-gold").frame();
        assert!(frame.contains("Mali Empire") && frame.contains("approximate"), "{frame}");
    }
}

#[test]
fn a_time_of_centuries_lights_only_what_its_passage_names() {
    let it = at(120, 40, "anc-plate-manuscript-pages");
    let current = it.app.views.map.current(&it.app.shared);
    assert!(current.when.unwrap().length() > 100.0);
    assert!(current.named.iter().all(|named| named.here));
    let linked: Vec<EntityId> = it
        .app
        .shared
        .pack
        .statements_of(it.app.shared.pack[current.statement.unwrap()].passage)
        .flat_map(|id| it.app.shared.pack[id].links())
        .collect();
    let (_, scene) = scene(&it.app);
    assert!(scene.powers.iter().all(|(polity, _)| linked.contains(polity)), "{:?}", scene.powers);
}

#[test]
fn modern_borders_are_said_to_be_modern() {
    for settings in [Settings::default(), ascii()] {
        for (width, height) in [(120, 40), (80, 24), (60, 20), (40, 12)] {
            let frame = at_with(width, height, "tondibi-1591", settings).frame();
            assert!(frame.contains("modern border"), "{frame}");
        }
    }
}

#[test]
fn regions_are_listed_as_such() {
    let mut it = at(200, 60, "anc-green-sahara");
    assert!(it.frame().contains("In this passage: no dot"), "{}", it.frame());
    it = it.keys("0");
    let sahara = entity(&it.app, "sahara");
    it.app.views.map.chosen = Some(sahara);
    it.app.refresh();
    let frame = it.frame();
    assert!(frame.contains("a desert"), "{frame}");
    assert!(frame.contains("Without a dot"), "{frame}");
}

#[test]
fn the_mouse_chooses_then_opens_and_zooms_at_the_pointer() {
    let it = at(120, 40, "tondibi-1591");
    let timbuktu = entity(&it.app, "timbuktu");
    let Position { x, y } = cell(&it.app, timbuktu);
    let it = it.act(Action::Click { column: x, row: y, button: Button::Left });
    assert_eq!(
        (it.app.views.map.chosen, it.app.shared.selected.entity, it.app.shared.screen),
        (Some(timbuktu), Some(timbuktu), Screen::Map)
    );
    let before = scene(&it.app).1.section;
    let it = it.act(Action::Wheel { column: x, row: y, lines: -3 });
    let (area, zoomed) = scene(&it.app);
    assert!(zoomed.section.scale < before.scale);
    // A place lies somewhere in its cell, and nearer it may lie in the next one.
    let now = cell(&it.app, timbuktu);
    assert!(now.x.abs_diff(x) <= 1 && now.y.abs_diff(y) <= 1, "{now} in {area:?}");
    let it = it.act(Action::Click { column: now.x, row: now.y, button: Button::Left });
    assert_eq!(it.app.shared.screen, Screen::Read);
    assert!(it.frame().contains("Timbuktu"));
}

#[test]
fn rows_of_the_list_can_be_clicked() {
    let it = at(120, 40, "tondibi-1591");
    let list = drawn(&it.app).panes.list.unwrap();
    let rows = drawn(&it.app).rows.clone();
    for (row, what) in rows.iter().enumerate().take(usize::from(list.height)) {
        let click = Action::Click { column: list.x + 3, row: list.y + row as u16, button: Button::Left };
        let mut app = at(120, 40, "tondibi-1591").app;
        let before = app.views.map.chosen;
        app.update(click);
        match what {
            places::Row::Head(_) => assert_eq!((app.shared.screen, app.views.map.chosen), (Screen::Map, before)),
            places::Row::Place(i) => assert_eq!(app.views.map.chosen, Some(app.views.map.places[*i].entity)),
        }
    }
    let it = it.act(Action::Click { column: list.x + 3, row: list.y + 3, button: Button::Right });
    assert_eq!(it.app.shared.screen, Screen::Read, "the second button opens");
}

#[test]
fn the_choice_is_kept_from_view_to_view_and_back() {
    let it = at(120, 40, "tondibi-1591").keys("Tab Tab");
    let chosen = it.app.views.map.chosen;
    let frame = it.frame();
    let it = it.keys("e");
    assert_eq!(it.app.shared.selected.entity, chosen);
    let it = it.keys("H");
    assert_eq!(it.frame(), frame);
    let it = it.keys("Enter");
    assert_eq!(it.app.shared.reader.page.of, griot_history::text::page::PageOf::Entity(chosen.unwrap()));
    assert_eq!(it.keys("H").frame(), frame);
}

#[test]
fn all_times_stay_all_times_on_the_way_back() {
    // The message of the key goes with the next one.
    let it = at(120, 40, "tondibi-1591").keys("0 Tab");
    let frame = it.frame();
    assert!(frame.contains("all times"));
    assert_eq!(it.keys("Enter H").frame(), frame);
}

#[test]
fn an_event_in_hand_leads_to_where_it_took_place() {
    let mut it = Harness::new(120, 40);
    let event = entity(&it.app, "march-revolution");
    it.app.open(Target::Entity(event));
    it.app.refresh();
    let it = it.keys("p");
    assert_eq!(
        it.app.views.map.chosen,
        it.app.shared.pack[event].places.iter().copied().find(|p| places::point(&it.app.shared.pack, *p).is_some())
    );
}

#[test]
fn a_place_is_copied_with_its_position_and_how_well_that_is_known() {
    let mut it = at(80, 24, "tondibi-1591");
    it.app.views.map.chosen = Some(entity(&it.app, "timbuktu"));
    let Effect::Copy(text) = it.keys("y").effect else { panic!("nothing was copied") };
    assert!(
        text.starts_with(
            "Timbuktu\n16.77° N, 3.02° W (of a town, within about 5 km)\nabout 700 km north-east of Bamako"
        ),
        "{text}"
    );
    assert!(text.contains("GeoNames"), "{text}");
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
fn the_map_in_words_puts_what_a_time_names_first() {
    let all = words::words(&PACK, &GEO, None);
    assert!(all.iter().all(|place| place.by.is_none()));
    let tondibi = words::words(&PACK, &GEO, Some(&When::parse("Mar 1591").unwrap()));
    assert_eq!(all.len(), tondibi.len());
    let lit = tondibi.iter().take_while(|place| place.by.is_some()).count();
    assert!(lit > 0 && tondibi[lit..].iter().all(|place| place.by.is_none()));
    let first = tondibi.iter().find(|place| PACK[place.place].id == "tondibi").unwrap();
    assert_eq!(first.words, "about 950 km north-east of Bamako, on the Niger, position approximate");
    assert!(first.by.is_some());
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
