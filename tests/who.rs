//! Who is who: rows, orders, filters and the ways from them, on the built-in pack and on packs of any shape.
#![allow(clippy::unwrap_used, clippy::panic, clippy::allow_attributes, reason = "tests fail by panicking")]

mod common;
#[path = "common/packs.rs"]
mod packs;
#[path = "common/small.rs"]
mod small;

use griot_pack::glyphs::Glyphs;
use std::cmp::Reverse;
use std::collections::BTreeSet;

use common::Harness;
use griot::tui::action::{Button, Effect};
use griot::tui::app::App;
use griot::tui::overlays::Overlay;
use griot::tui::screens::Screen;
use griot::tui::settings::Settings;
use griot_history::search::fold;
use griot_history::text::page::PageOf;
use griot_history::who::{self, Line, Sort, Table};
use griot_pack::pack::{EntityId, Kind, Pack};
use packs::{Plan, plans};
use proptest::prelude::*;
use ratatui::layout::Size;

fn of(pack: Pack, width: u16, height: u16) -> Harness {
    Harness { app: App::new(pack, Size { width, height }, Settings::default()), effect: Effect::None }
}

fn shown(app: &App) -> Vec<EntityId> {
    app.views
        .who
        .listing
        .lines
        .iter()
        .filter_map(|line| if let Line::Entity(id) = line { Some(*id) } else { None })
        .collect()
}

/// Whether every word begins a word of what a row shows, or of another name: said a second time, from the row itself.
fn matches(pack: &Pack, entity: EntityId, filter: &str) -> bool {
    let it = &pack[entity];
    let row = who::row(pack, entity);
    let names = [it.name.to_string()].into_iter().chain(it.aliases.iter().map(|alias| alias.name.to_string()));
    let own = it.when.map(|when| when.on_screen());
    let kind = griot_history::text::page::kind_in_words(it);
    let dates = row.dates(pack, usize::MAX);
    let columns = row.office.into_iter().chain(row.role).chain(own).chain([dates]).chain(kind);
    let text: Vec<String> = names.chain(columns).map(|text| fold(&text)).collect();
    let filter = fold(filter);
    filter.split_whitespace().all(|w| text.iter().any(|line| line.split(' ').any(|own| own.starts_with(w))))
}

/// A pack that does not change: two rulers of a town, three events of two types, two figures.
fn fixed(width: u16, height: u16) -> Harness {
    let mut files = small::files();
    files.insert(
        "entities/people.json",
        r#"[{"id": "ada", "name": "Ada Keita", "role": "founder", "offices": [{"title": "President", "of": "town", "when": "1950..1960", "head": true}]},
        {"id": "bo", "name": "Bo Traoré", "role": "teacher", "offices": [{"title": "Interim president", "of": "town", "when": "1960..1961", "head": true}, {"title": "Teacher", "of": "town", "when": "1940"}]}]"#
            .into(),
    );
    files.insert(
        "entities/events.json",
        r#"[{"id": "coup", "name": "Coup of 1960", "type": "coup", "when": "1960", "where": ["town"], "who": [{"entity": "bo", "part": "leader"}], "outcome": "Ada left.", "figures": [{"value": "3 hurt", "by": "the gazette", "cites": ["book"]}]},
        {"id": "vote", "name": "Vote of 1950", "type": "election", "when": "1950", "where": ["town"], "who": [{"entity": "ada", "part": "won"}], "figures": [{"value": "60 %", "cites": ["book"]}]},
        {"id": "second", "name": "Vote of 1961", "type": "election", "when": "1961", "where": ["town"]}]"#
            .into(),
    );
    let dir = small::write(&files);
    of(griot_pack::pack::open(dir.path()).unwrap(), width, height)
}

#[test]
fn snapshots() {
    for (width, height) in [(120, 40), (80, 24), (40, 12)] {
        let name = |what: &str| format!("who-{what}-{width}x{height}");
        let at = |keys: &str| Harness::new(width, height).keys(keys).inked();
        insta::assert_snapshot!(name("kinds"), at("e"));
        insta::assert_snapshot!(name("card"), at("e j Tab"));
        insta::assert_snapshot!(name("filter"), at("e f keita"));
        insta::assert_snapshot!(name("events"), at("e v l j"));
        let glyphs = Settings { glyphs: Glyphs::Ascii, ..Settings::default() };
        insta::assert_snapshot!(name("ascii"), Harness::with(width, height, glyphs).keys("e v j").frame());
    }
}

#[test]
fn snapshots_of_every_table() {
    for (width, height) in [(120, 40), (80, 24), (40, 12)] {
        for (what, keys) in
            [("rulers", "e v v"), ("figures", "e v v v"), ("types", "e T"), ("rows", "e v v f president")]
        {
            insta::assert_snapshot!(format!("who-{what}-{width}x{height}"), fixed(width, height).keys(keys).inked());
        }
    }
}

#[test]
fn tables_follow_one_another_and_come_back() {
    let mut it = fixed(120, 40).keys("e");
    for table in [Table::Events, Table::Rulers, Table::Figures, Table::Kinds] {
        it = it.keys("v");
        assert_eq!(it.app.views.who.listing.table, table);
    }
    // A pack of places has one table, and says so.
    let mut files = small::files();
    files.remove("entities/people.json");
    files.remove("entities/events.json");
    let text = files["eras/1-one.json"].replace("[[ada|Ada]]", "Ada");
    files.insert("eras/1-one.json", text);
    let dir = small::write(&files);
    let it = of(griot_pack::pack::open(dir.path()).unwrap(), 120, 40).keys("e v");
    assert_eq!(it.app.views.who.listing.table, Table::Kinds);
    assert!(it.frame().contains("no other table"), "{}", it.frame());
}

#[test]
fn a_type_of_event_is_chosen_from_a_list() {
    let it = fixed(120, 40).keys("e T");
    assert!(matches!(&it.app.overlay, Some(Overlay::Types { rows, .. }) if rows == &["election 2", "coup 1"]));
    let it = it.keys("j Enter");
    assert!(it.app.overlay.is_none());
    let who = &it.app.views.who;
    assert_eq!((who.listing.table, who.listing.event_type(), who.listing.items.len()), (Table::Events, "coup", 1));
    let it = it.keys("T Esc");
    assert_eq!(it.app.views.who.listing.event_type(), "coup", "Esc changes nothing");
    // Every type of the built-in pack is three keys away at most, and its rows are those of the type.
    let it = Harness::new(40, 12).keys("e T G Enter");
    let listing = &it.app.views.who.listing;
    assert_eq!(listing.of_type, listing.types.len() - 1);
}

#[test]
fn a_filter_searches_what_a_column_shows() {
    let names = |it: &Harness| -> Vec<String> {
        let who = &it.app.views.who.listing;
        let ids: Vec<EntityId> =
            if who.table == Table::Kinds { shown(&it.app) } else { who.items.iter().map(|item| item.entity).collect() };
        ids.into_iter().map(|id| it.app.shared.pack[id].name.to_string()).collect()
    };
    for (keys, wanted) in [
        ("e f president", &["Ada Keita", "Bo Traoré"][..]),
        ("e f teacher", &["Bo Traoré"]),
        ("e f founder", &["Ada Keita"]),
        ("e v f won", &["Vote of 1950"]),
        ("e v f town Space won", &["Vote of 1950"]),
        ("e v f 60", &["Vote of 1950"]),
        ("e v v f interim", &["Bo Traoré"]),
        ("e v v f 1955", &["Ada Keita"]),
        ("e v v v f gazette", &["Coup of 1960"]),
        ("e v v v f hurt", &["Coup of 1960"]),
        ("e v v v f coup", &["Coup of 1960"]),
    ] {
        assert_eq!(names(&fixed(120, 40).keys(keys)), wanted, "{keys}");
    }
    // In the built-in pack as well: all whose visible column says so.
    let it = Harness::new(120, 40).keys("e f president");
    let pack = &it.app.shared.pack;
    let says = |id: &EntityId| {
        who::row(pack, *id).office.is_some_and(|office| fold(&office).split(' ').any(|w| w == "president"))
    };
    assert!(pack.entities().filter(says).count() > 4);
    assert!(pack.entities().filter(says).all(|id| shown(&it.app).contains(&id)));
}

#[test]
fn rulers_and_figures_are_all_there_and_whole() {
    let it = Harness::new(120, 40).keys("e v v");
    let pack = &it.app.shared.pack;
    let heads: usize = pack.entities().map(|id| pack[id].offices.iter().filter(|office| office.head).count()).sum();
    assert_eq!(it.app.views.who.listing.items.len(), heads);
    let begins: Vec<_> =
        it.app.views.who.listing.items.iter().filter_map(|item| who::when(pack, Table::Rulers, *item)).collect();
    assert!(
        begins.windows(2).all(|two| {
            griot_history::chronicle::known_day(&two[0]) <= griot_history::chronicle::known_day(&two[1])
        })
    );
    let it = it.keys("v");
    let pack = &it.app.shared.pack;
    assert_eq!(it.app.views.who.listing.items.len(), pack.entities().map(|id| pack[id].figures.len()).sum::<usize>());
    for item in &it.app.views.who.listing.items {
        let figure = &pack[item.entity].figures[item.index];
        for width in [118, 78, 38, 20] {
            let words = words_of(&who::lay_out(pack, Table::Figures, *item, width, Glyphs::All));
            assert!(figure.value.split_whitespace().all(|word| words.contains(word)), "{} at {width}", figure.value);
        }
    }
    // The way back is to the very row, though one has ruled twice.
    let it = Harness::new(120, 40).keys("e v v f traor Enter j");
    let row = it.app.views.who.list.chosen;
    let it = it.keys("Enter H");
    assert_eq!(it.app.views.who.list.chosen, row);
}

#[test]
fn the_entity_in_hand_goes_from_view_to_view() {
    let it = Harness::new(120, 40).keys("Tab");
    let focused = it.app.shared.focused_entity().unwrap();
    let it = it.keys("e");
    assert_eq!(it.app.views.who.chosen(), Some(focused), "the focused link is chosen");
    let it = it.keys("j j");
    let chosen = it.app.views.who.chosen().unwrap();
    assert_ne!(chosen, focused);
    let it = it.keys("p");
    assert_eq!((it.app.shared.screen, it.app.shared.selected.entity), (Screen::Map, Some(chosen)));
    let it = it.keys("s t e");
    assert_eq!(it.app.views.who.chosen(), Some(chosen));
    let it = it.keys("Enter");
    assert_eq!((it.app.shared.screen, it.app.shared.reader.page.of), (Screen::Read, PageOf::Entity(chosen)));
    assert_eq!(it.keys("e").app.views.who.chosen(), Some(chosen), "so is the entity of the page");
}

#[test]
fn back_brings_the_very_frame_back() {
    for keys in ["e } j j", "e v l l j", "e f keita Enter j", "e x x G", "e j Tab Tab", "e ( )"] {
        for (width, height) in [(120, 40), (80, 24), (40, 12)] {
            let mut it = Harness::new(width, height).keys(keys);
            it.app.shared.message = None;
            let before = it.inked();
            let it = it.keys("Enter");
            assert_eq!(it.app.shared.screen, Screen::Read, "{keys}");
            assert_eq!(it.keys("H").inked(), before, "{keys} at {width}x{height}");
        }
    }
}

#[test]
fn era_keys_go_to_read_that_era_and_steps_in_time_say_where_they_lead() {
    let it = Harness::new(120, 40).keys("e 3");
    assert_eq!((it.app.shared.screen, it.app.shared.era().index()), (Screen::Read, 2));
    let it = Harness::new(120, 40).keys("e )");
    assert_eq!(it.app.shared.screen, Screen::Who);
    assert!(it.app.shared.message.is_some_and(|said| said.contains("¶ 1.")));
    assert_eq!(Harness::new(120, 40).keys("e ]").app.shared.screen, Screen::Read);
}

#[test]
fn the_same_frame_comes_back_after_other_sizes() {
    for keys in ["e j j", "e G", "e v l j j", "e j Tab Tab", "e f keita Enter j", "e x x G k k"] {
        for (width, height) in [(120, 40), (80, 24), (40, 12)] {
            let it = Harness::new(width, height).keys(keys);
            let before = it.inked();
            let resize =
                |it: Harness, (width, height)| it.act(griot::tui::action::Action::Resize(Size { width, height }));
            let other = [(40, 12), (200, 60), (24, 6), (10, 3), (80, 24), (120, 30), (width, height)];
            let it = other.into_iter().fold(it, resize);
            assert_eq!(it.inked(), before, "{keys} at {width}x{height}");
        }
    }
}

#[test]
fn a_click_chooses_and_a_second_click_opens() {
    let click = |it: Harness, x: u16, y: u16| {
        it.act(griot::tui::action::Action::Click { column: x, row: y, button: Button::Left })
    };
    let it = click(Harness::new(120, 40).keys("e"), 10, 8);
    let chosen = it.app.views.who.chosen().unwrap();
    assert!(it.frame().lines().nth(8).unwrap().starts_with('▌'), "{}", it.frame());
    let it = click(it, 10, 8);
    assert_eq!(it.app.shared.reader.page.of, PageOf::Entity(chosen));
    let headings = click(Harness::new(120, 40).keys("e"), 3, 4);
    assert_eq!(headings.app.shared.screen, Screen::Who, "a heading is no row");
    let wheel = Harness::new(120, 40).keys("e").act(griot::tui::action::Action::Wheel { column: 9, row: 9, lines: 3 });
    assert_eq!(wheel.app.views.who.list.chosen, 4);
}

#[test]
fn a_link_of_the_card_is_reached_and_opened() {
    let it = Harness::new(120, 40).keys("e f ibrahim Enter Tab");
    assert!(it.app.views.who.in_detail);
    let target = it.app.views.who.detail.goal().and_then(griot_history::text::Goal::target).unwrap();
    let it = it.keys("Enter");
    assert!(
        matches!(target, griot_pack::pack::Target::Entity(id) if it.app.shared.reader.page.of == PageOf::Entity(id))
    );
    let it = Harness::new(120, 40).keys("e Tab Shift-Tab");
    assert!(!it.app.views.who.in_detail, "before the first link the list has the keys again");
    let it = Harness::new(40, 12).keys("e l");
    assert!(it.app.views.who.in_detail && !it.keys("Esc").app.views.who.in_detail);
}

#[test]
fn escape_takes_the_filter_away_and_enter_keeps_it() {
    let it = Harness::new(120, 40).keys("e f keita Enter");
    assert!(it.app.overlay.is_none() && it.app.shared.filter == "keita");
    let few = shown(&it.app).len();
    let it = it.keys("Esc");
    assert!(it.app.shared.filter.is_empty() && shown(&it.app).len() > few);
    let none = Harness::new(80, 24).keys("e f qqqq");
    assert!(none.frame().contains("nothing matches “qqqq”"), "{}", none.frame());
}

#[test]
fn kinds_and_times_narrow_the_list() {
    let kind = Harness::new(120, 40).keys("e f @event");
    let pack = &kind.app.shared.pack;
    assert!(shown(&kind.app).iter().all(|id| pack[*id].kind == Kind::Event));
    assert_eq!(shown(&kind.app).len(), pack.entities().filter(|id| pack[*id].kind == Kind::Event).count());
    let year = Harness::new(120, 40).keys("e f 1591");
    let when = griot_pack::when::When::parse("1591").unwrap();
    let pack = &year.app.shared.pack;
    assert!(!shown(&year.app).is_empty());
    for id in shown(&year.app) {
        let row = who::row(pack, id);
        let timely = row.when.is_some_and(|own| own.overlaps(&when));
        assert!(timely || matches(pack, id, "1591"), "{}", pack[id].name);
    }
}

#[test]
fn the_address_of_the_article_is_asked_for() {
    let it = Harness::new(120, 40).keys("e f kirina Enter o");
    assert!(
        matches!(&it.app.overlay, Some(Overlay::Ask(address)) if address.starts_with("https://en.wikipedia.org/wiki/")),
        "{:?}",
        it.app.overlay
    );
}

#[test]
fn an_entry_is_copied_with_its_citations() {
    let it = Harness::new(120, 40).keys("e f timbuktu Enter j");
    let entity = it.app.views.who.chosen().unwrap();
    let name = it.app.shared.pack[entity].name.clone();
    let it = it.keys("y");
    assert!(matches!(&it.effect, Effect::Copy(text) if text.starts_with(name.as_str())), "{:?}", it.effect);
    let it = it.keys("Y j j j Enter");
    assert!(matches!(&it.effect, Effect::Copy(text) if text.starts_with('@')), "{:?}", it.effect);
    let it = it.keys("Y G Enter");
    assert!(matches!(&it.effect, Effect::Copy(text) if text.starts_with("griot open ")), "{:?}", it.effect);
}

#[test]
fn people_of_one_name_differ_in_their_rows() {
    let pack = griot::built_in::pack().unwrap();
    let rows: Vec<who::Row> = who::table(&pack, Some(Kind::Person), Sort::Name);
    let told: Vec<(String, String)> =
        rows.iter().map(|row| (row.dates(&pack, 17), format!("{:?} {:?}", row.office, row.role))).collect();
    for (i, (dates, office)) in told.iter().enumerate() {
        assert!(!dates.is_empty() && office.contains("Some"), "{}", pack[rows[i].entity].name);
        assert!(told[i + 1..].iter().all(|other| other != &told[i]), "{dates} {office} twice");
    }
}

#[test]
fn rows_are_whole_and_no_two_alike_at_any_width() {
    let pack = griot::built_in::pack().unwrap();
    for width in (24..=200).step_by(8) {
        for sort in Sort::ALL {
            let columns = who::Columns::of(width, sort);
            let mut told = BTreeSet::new();
            for id in pack.entities() {
                let row = who::lay_out_entity(&pack, id, "", columns, Glyphs::All);
                let cut = row.cells.iter().flat_map(|cell| &cell.blocks).any(|block| block.text.contains('…'));
                let said = words_of(&row);
                let joined = |text: &str| text.split_whitespace().collect::<String>();
                let name = joined(&said).contains(&joined(&pack[id].name));
                assert!(name && !cut, "{said} at {width}");
                assert!(told.insert((pack[id].kind, said.clone())), "{said} twice at {width}");
            }
        }
    }
}

#[test]
fn the_type_is_left_out_where_the_role_says_it() {
    let pack = griot::built_in::pack().unwrap();
    for row in who::table(&pack, None, Sort::Name) {
        let it = &pack[row.entity];
        let (Some(office), Some(role), true) = (&row.office, &row.role, it.offices.is_empty()) else { continue };
        assert!(!format!(" {} ", fold(role)).contains(&format!(" {} ", fold(office))), "{office} · {role}");
    }
}

#[test]
fn pages_and_steps_lead_over_headings_to_every_entity() {
    for (width, height) in [(120, 40), (80, 24), (40, 12), (24, 6)] {
        let mut it = Harness::new(width, height).keys("e g");
        let mut met = Vec::new();
        for _ in 0..it.app.shared.pack.entities().len() {
            met.push(it.app.views.who.chosen().unwrap());
            it = it.keys("j");
        }
        // A row of more lines than the pane is scrolled through.
        met.dedup();
        assert!(height < 12 || met == shown(&it.app), "{width}x{height}");
        let mut it = Harness::new(width, height).keys("e g");
        while it.app.views.who.list.chosen + 1 < it.app.views.who.listing.lines.len() {
            let before = it.app.views.who.list.chosen;
            it = it.keys("Space");
            assert!(it.app.views.who.list.chosen > before && it.app.views.who.chosen().is_some());
        }
        let it = (0..400).fold(it, |it, _| it.keys("b"));
        assert_eq!(it.app.views.who.list.chosen, 1, "the first heading is in sight: {:?}", it.app.views.who.list);
        assert_eq!(it.app.views.who.list.top, 0);
    }
}

#[test]
fn dates_keep_within_their_column_where_years_can() {
    let pack = griot::built_in::pack().unwrap();
    for row in who::table(&pack, None, Sort::First) {
        let wide = griot_history::text::width(&row.dates(&pack, 17));
        assert!(wide <= 24, "{}", row.dates(&pack, 17));
        assert!(row.when.is_none() || !row.dates(&pack, 17).starts_with('('));
    }
}

#[test]
fn every_event_stands_in_the_table_of_its_type_with_all_that_is_told() {
    let pack = griot::built_in::pack().unwrap();
    for (of, count) in who::types(&pack) {
        let rows = who::events_of_type(&pack, &of);
        assert_eq!(rows.len(), count, "{of}");
        let days: Vec<_> = rows
            .iter()
            .filter_map(|row| pack[row.event].when.map(|w| griot_history::chronicle::known_day(&w)))
            .collect();
        assert!(days.is_sorted(), "{of}");
        for row in rows {
            let it = &pack[row.event];
            assert_eq!(
                (row.places.len(), row.who.len(), row.figures.len()),
                (it.places.len(), it.who.len(), it.figures.len())
            );
            assert!(row.figures.iter().all(|figure| !figure.starts_with(':')), "a figure has a giver: {row:?}");
            for width in [118, 78, 38, 20] {
                let words = words_of(&who::lay_out(
                    &pack,
                    Table::Events,
                    who::Item { entity: row.event, index: 0 },
                    width,
                    Glyphs::All,
                ));
                let name = it.name.to_string();
                for said in row.who.iter().chain(&row.places).chain(&row.outcome).chain(&row.figures).chain([&name]) {
                    let every = said.split_whitespace().all(|word| words.contains(word));
                    assert!(every, "{said} of {} at {width} in {words}", it.id);
                }
            }
        }
    }
}

fn words_of(row: &griot_history::table_row::TableRow) -> String {
    let cell = |cell: &griot_history::table_row::Cell| {
        cell.layout.lines.iter().map(|line| line.text(&cell.blocks)).collect::<Vec<_>>().join("\n")
    };
    row.cells.iter().map(cell).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_hundred_thousand_entities_are_listed_filtered_and_left() {
    let it = of(packs::pack(&packs::many(100_000)), 120, 40).keys("e");
    assert!(it.frame().contains("100000 entities"), "{}", it.frame());
    assert_eq!(it.app.views.who.listing.lines.len(), 100_009);
    let it = it.keys("G");
    assert_eq!(it.app.views.who.list.chosen, 100_008);
    let it = it.keys("f 99999");
    assert_eq!(shown(&it.app).len(), 1);
    let it = it.keys("Esc v");
    assert_eq!(it.app.views.who.listing.table, Table::Events);
}

fn config(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

fn key_of(pack: &Pack, id: EntityId, sort: Sort) -> (Kind, Option<String>, Option<Reverse<usize>>) {
    let name = fold(&pack[id].name);
    match sort {
        Sort::Name => (pack[id].kind, Some(name), None),
        Sort::First => (pack[id].kind, None, None),
        Sort::Mentions => (pack[id].kind, None, Some(Reverse(pack.mentions(id).len()))),
    }
}

fn check_orders(pack: &Pack) -> Result<(), TestCaseError> {
    for sort in Sort::ALL {
        let rows = who::table(pack, None, sort);
        let all: BTreeSet<EntityId> = rows.iter().map(|row| row.entity).collect();
        prop_assert_eq!((rows.len(), all.len()), (pack.entities().len(), pack.entities().len()));
        let keys: Vec<_> = rows.iter().map(|row| key_of(pack, row.entity, sort)).collect();
        prop_assert!(keys.windows(2).all(|two| (two[0].0, &two[0].1, two[0].2) <= (two[1].0, &two[1].1, two[1].2)));
        if sort == Sort::First {
            for two in rows.windows(2).filter(|two| pack[two[0].entity].kind == pack[two[1].entity].kind) {
                let day = |row: &who::Row| row.when.or(row.mentioned).map(|w| griot_history::chronicle::known_day(&w));
                let (a, b) = (day(&two[0]), day(&two[1]));
                let in_years = |day: griot_pack::when::Day| day.year;
                prop_assert!(a.is_some() || b.is_none(), "what has no date stands last");
                prop_assert!(a.map(in_years) <= b.map(in_years) || b.is_none());
            }
        }
        let by_kind: Vec<who::Row> = Kind::ALL.iter().flat_map(|kind| who::table(pack, Some(*kind), sort)).collect();
        prop_assert_eq!(by_kind, rows, "kinds one after the other are the whole");
    }
    Ok(())
}

#[test]
fn orders_of_the_built_in_pack() {
    check_orders(&griot::built_in::pack().unwrap()).unwrap();
}

fn any_shape(plan: &Plan, keys: &[&str], size: (u16, u16)) -> Result<(), TestCaseError> {
    let mut it = of(packs::pack(plan), size.0, size.1).keys("e");
    for key in keys {
        it = it.keys(key);
        it.buffer();
        if it.app.shared.screen == Screen::Who && it.app.overlay.is_none() && it.app.shared.regions().is_some() {
            let who = &it.app.views.who;
            prop_assert!(who.listing.is_empty() || who.chosen().is_some(), "after {key} something is chosen");
            if let (Some(chosen), Some(selected)) = (who.chosen(), it.app.shared.selected.entity) {
                prop_assert_eq!(chosen, selected);
            }
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(config(24))]

    #[test]
    fn orders_are_total_over_every_entity(plan in plans()) {
        check_orders(&packs::pack(&plan))?;
    }

    #[test]
    fn the_filter_shows_all_that_matches_and_nothing_else(plan in plans(), typed in "[a-z]{1,3}( [0-9a-z]{1,2})?") {
        let it = of(packs::pack(&plan), 80, 24).keys("e f").keys(&typed.replace(' ', " Space "));
        let pack = &it.app.shared.pack;
        prop_assume!(griot_history::search::Query::read(&typed).when.is_none());
        let wanted: BTreeSet<EntityId> = pack.entities().filter(|id| matches(pack, *id, &typed)).collect();
        let shown = shown(&it.app);
        prop_assert_eq!(shown.len(), wanted.len());
        prop_assert_eq!(shown.into_iter().collect::<BTreeSet<_>>(), wanted);
    }

    #[test]
    fn packs_of_any_shape_can_be_gone_through(
        plan in plans(),
        keys in proptest::collection::vec(prop::sample::select(vec!["j", "k", "d", "u", "Space", "b", "g", "G", "x", "v", "T", "Tab", "Shift-Tab", "l", "h", "K", "{", "}", "Enter", "H", "e", "f", "a", "Esc", ")", "2"]), 1..40),
        size in prop::sample::select(vec![(120u16, 40u16), (80, 24), (40, 12), (24, 6)]),
    ) {
        any_shape(&plan, &keys, size)?;
    }

    #[test]
    fn every_type_is_counted_once(plan in plans()) {
        let pack = packs::pack(&plan);
        let events = pack.entities().filter(|id| pack[*id].kind == Kind::Event).count();
        let types = who::types(&pack);
        prop_assert_eq!(types.iter().map(|(_, count)| count).sum::<usize>(), events);
        let told: BTreeSet<EntityId> = types.iter().flat_map(|(of, _)| who::events_of_type(&pack, of)).map(|row| row.event).collect();
        prop_assert_eq!(told.len(), events);
    }
}
