//! What a pack can hold beside what it tells: relations, names through time, numbers in catalogues. Each frame is looked
//! at before it is taken.

mod common;

use common::Harness;
use griot::tui::action::{Action, Effect};
use griot::tui::app::App;
use griot::tui::settings::Settings;
use griot_pack::pack::{Pack, Standing, Target, check_text};
use insta::assert_snapshot;
use ratatui::layout::Size;

fn held() -> Pack {
    let (pack, problems) = check_text("held.md", include_str!("common/held.md"), "2026-11-27");
    assert_eq!(problems.listed.iter().map(ToString::to_string).collect::<Vec<_>>(), [""; 0]);
    pack.expect("a pack")
}

fn at(width: u16, height: u16) -> Harness {
    Harness::of(App::new(held(), Size { width, height }, Settings::default()))
}

/// The page of an entity.
fn page(name: &str, (width, height): (u16, u16)) -> Harness {
    let mut it = at(width, height);
    let entity = it.app.shared.pack.entity(name).expect("an entity");
    it.app.open(Target::Entity(entity));
    it
}

#[test]
fn a_family_stands_on_the_page_of_each_who_belongs_to_it() {
    assert_snapshot!("family-120x40", page("wolfgang-amadeus-mozart", (120, 40)).inked());
    assert_snapshot!("family-80x24", page("constanze-weber", (80, 24)).inked());
}

#[test]
fn names_have_their_time_and_numbers_their_addresses() {
    let it = page("saint-petersburg", (80, 24));
    assert_snapshot!("names-through-time-80x24", it.inked());
    let it = it.keys("o");
    assert!(it.frame().contains("https://www.wikidata.org/wiki/Q656"), "{}", it.frame());
    let it = it.keys("Enter");
    assert_eq!(it.effect, Effect::OpenUrl("https://www.wikidata.org/wiki/Q656".into()));
}

#[test]
fn each_number_is_a_link_that_tab_reaches() {
    let opened = |tabs: usize| {
        let it = (0..tabs).fold(page("saint-petersburg", (80, 24)), |it, _| it.keys("Tab")).keys("Enter");
        let frame = it.frame();
        frame.split_whitespace().find(|word| word.starts_with("https://")).map(str::to_owned)
    };
    let addresses: Vec<String> = (1..5).filter_map(opened).collect();
    assert_eq!(addresses[..2], ["https://www.wikidata.org/wiki/Q656", "https://www.geonames.org/498817"]);
}

#[test]
fn the_map_calls_a_place_as_it_was_called_then() {
    let mut it = at(80, 24);
    let petrograd = it.app.shared.pack.find("petrograd").expect("a statement");
    it.app.open(petrograd);
    let it = it.keys("p");
    assert_snapshot!("map-of-a-name-80x24", it.inked());
    let map = it.frame();
    assert!(map.contains("Petrograd") && !map.contains("Leningrad"), "{map}");
}

#[test]
fn a_place_lies_where_it_lay_at_the_time() {
    let text = "1500: [[Town]] stands.\n\n1700: [[Town]] has moved.\n\n## Places\n\n\
        - Town: 10, 20; position: 11, 21, ..1600; also Old Town, ..1600\n";
    let (pack, problems) = check_text("town.md", text, "2026-11-27");
    assert_eq!(problems.errors(), 0, "{problems:?}");
    let pack = pack.expect("a pack");
    let town = pack.entity("town").expect("a town");
    for (when, at, name) in [("1500", [21.0, 11.0], "Old Town"), ("1700", [20.0, 10.0], "Town")] {
        let when = griot_pack::when::When::parse(when).ok();
        let then = griot_history::map::places::point_at(&pack, town, when.as_ref());
        assert_eq!((then, griot_history::map::places::name_at(&pack, town, when.as_ref())), (Some(at), name));
    }
}

#[test]
fn words_lead_out_and_a_plate_leads_to_its_picture() {
    const LETTERS: &str = "https://dme.mozarteum.at/en/letters/";
    const PORTRAIT: &str = "https://commons.wikimedia.org/wiki/File:Croce_MozartFamilyPortrait.jpg";
    let mut it = at(120, 40);
    let journey = it.app.shared.pack.find("journey").expect("a statement");
    it.app.open(journey);
    let it = it.keys("Tab");
    assert_snapshot!("links-and-plates-120x40", it.inked());
    let it = it.keys("Enter Enter");
    assert_eq!(it.effect, Effect::OpenUrl(LETTERS.into()));
    let mut it = it.keys("o");
    assert!(it.frame().contains(LETTERS), "{}", it.frame());
    it = it.keys("Esc");
    let plate = it.app.shared.pack.find("portrait").expect("a plate");
    it.app.open(plate);
    assert_snapshot!("plate-120x40", it.inked());
    let it = it.keys("o Enter");
    assert_eq!(it.effect, Effect::OpenUrl(PORTRAIT.into()));
    let mut it = at(80, 24);
    it.app.open(plate);
    assert_snapshot!("plate-80x24", it.frame());
}

#[test]
fn groups_have_lanes_and_colours_of_their_own() {
    let mut it = at(120, 40).keys("t");
    while it.app.views.timeline.shown != griot_history::timeline::Shown::Groups {
        it = it.act(Action::NextTable);
    }
    assert_snapshot!("groups-120x40", it.inked());
    let it = it.act(Action::NextTable);
    assert_eq!(it.app.views.timeline.shown, griot_history::timeline::Shown::All);
    let text = "1591: It is so. {group: Wars}\n\n1592: It is not. {group: Peace}\n";
    let (pack, _) = check_text("two.md", text, "2026-11-27");
    let wanted = griot_history::timeline::filter::Wanted::new("peace");
    let pack = pack.expect("a pack");
    let what = |id| griot_history::timeline::What::Statement(id);
    let passed: Vec<bool> = pack.statements().map(|id| wanted.passes(&pack, what(id))).collect();
    assert_eq!(passed, [false, true]);
}

#[test]
fn an_event_that_is_told_twice_is_listed_once_and_drawn_where_it_lies() {
    let text = "1591: [[Tondibi]]: the army is beaten.\n\n1592: A famine.\n\n## Events\n\n- Tondibi: battle; 1591; 16.5, 0.1\n- Other: 1591\n";
    let (pack, problems) = check_text("battle.md", text, "2026-11-27");
    assert_eq!(problems.errors(), 0, "{problems:?}");
    let it = Harness::of(App::new(pack.expect("a pack"), Size { width: 80, height: 24 }, Settings::default()));
    let it = it.keys("t");
    let frame = it.frame();
    assert_eq!(frame.matches("Tondibi").count(), 1 + usize::from(frame.contains("beaten.¹")), "{frame}");
    assert!(frame.contains("● Other"), "{frame}");
    let map = it.keys("p").frame();
    assert!(map.contains("◉ Tondibi") || map.contains("● Tondibi"), "{map}");
}

#[test]
fn what_is_remembered_is_told_as_such() {
    let text = "1950: The well is dug. {oral: As my grandmother told it.}\n1951: It runs dry.\n";
    let (pack, problems) = check_text("well.md", text, "2026-11-27");
    assert_eq!(problems.listed.iter().map(ToString::to_string).collect::<Vec<_>>(), [""; 0]);
    let pack = pack.expect("a pack");
    let first = &pack[pack.statements().next().expect("a statement")];
    assert_eq!((first.standing, first.note.as_deref()), (Standing::Oral, Some("As my grandmother told it.")));
    let it = Harness::of(App::new(pack, Size { width: 80, height: 24 }, Settings::default())).keys("T");
    assert!(it.frame().contains("◇ The well is dug."), "{}", it.frame());
    assert_snapshot!("oral-sources-80x24", it.keys("s v v").frame());
}

#[test]
fn a_compiled_pack_holds_the_same() {
    let pack = held();
    let again = griot_pack::pack::Compiled::from_bytes(pack.compile()).and_then(|it| it.pack()).expect("a pack");
    assert!(again == pack);
}
