//! Who is who: rows, orders, filters and the ways from them, on the built-in pack and on packs of any shape.
#![allow(clippy::unwrap_used, clippy::panic, clippy::allow_attributes, reason = "tests fail by panicking")]

#[path = "who/any_pack.rs"]
mod any_pack;
mod common;
#[path = "who/moves.rs"]
mod moves;
#[path = "common/packs.rs"]
mod packs;
#[path = "common/small.rs"]
mod small;

use griot_pack::glyphs::Glyphs;
use std::cmp::Reverse;
use std::collections::BTreeSet;

use common::Harness;
use griot::tui::action::Effect;
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
                // A word with a hyphen may be parted behind it.
                let whole = words.replace("-\n", "-");
                let name = it.name.to_string();
                for said in row.who.iter().chain(&row.places).chain(&row.outcome).chain(&row.figures).chain([&name]) {
                    let every = said.split_whitespace().all(|word| words.contains(word) || whole.contains(word));
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
