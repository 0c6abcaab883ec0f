//! Packs of every shape: one event, one day, one year, deep time, overlaps, none of them.

use griot::tui::action::{Action, Button};
use griot::tui::app::App;
use griot::tui::frame;
use griot::tui::screens::Screen;
use griot::tui::settings::Settings;
use griot_history::timeline::What;
use griot_history::timeline::rows::rows;
use griot_pack::pack::{self, Pack};
use proptest::collection::vec;
use proptest::prelude::*;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};
use serde_json::{Value, json};

/// A pack with the dated statements and the events that are asked for, in two eras.
pub fn pack(statements: &[String], events: &[(String, String)], polities: &[String]) -> Pack {
    let dir = tempfile::tempdir().unwrap();
    let write = |name: &str, value: &Value| {
        let path = dir.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, value.to_string()).unwrap();
    };
    write(
        "pack.json",
        &json!({"format": 1, "id": "made", "title": "Made", "language": "en", "revision": "2025-01-01",
            "as_of": "2025", "licence": "CC0", "eras": ["first", "second"]}),
    );
    write("sources.json", &json!([]));
    let half = statements.len().div_ceil(2);
    for (number, id, part) in [(1, "first", &statements[..half]), (2, "second", &statements[half..])] {
        let told: Vec<Value> = part
            .iter()
            .enumerate()
            .map(|(i, when)| json!({"text": format!("Statement {i} of {id}."), "when": when, "standing": "uncited"}))
            .collect();
        let told = if told.is_empty() { vec![json!({"text": "Nothing dated.", "standing": "uncited"})] } else { told };
        write(
            &format!("eras/{number}-{id}.json"),
            &json!({"id": id, "title": format!("The {id}"), "short": id, "when": "10000 BC..2025", "summary": "Told.",
                "chapters": [{"id": format!("{id}-chapter"), "title": "A chapter",
                    "passages": [{"id": format!("{id}-passage"), "statements": told}]}]}),
        );
    }
    let events: Vec<Value> = events
        .iter()
        .enumerate()
        .map(|(i, (when, kind))| json!({"id": format!("event-{i}"), "name": format!("Event {i}"), "when": when, "type": kind}))
        .collect();
    write("entities/events.json", &json!(events));
    let polities: Vec<Value> = polities
        .iter()
        .enumerate()
        .map(|(i, when)| json!({"id": format!("polity-{i}"), "name": format!("Polity {i}"), "when": when}))
        .collect();
    write("entities/polities.json", &json!(polities));
    pack::open(dir.path()).unwrap_or_else(|problems| panic!("{problems:?}"))
}

/// Dates of every kind that the grammar knows.
fn date() -> impl Strategy<Value = String> {
    let year = prop_oneof![
        (1000u32..2026).prop_map(|y| y.to_string()),
        (1u32..10_000).prop_map(|y| format!("{y} BC")),
        (1u32..1000).prop_map(|y| format!("AD {y}")),
    ];
    let months = ["Jan", "Feb", "Mar", "Jul", "Dec"];
    let day =
        (1u32..29, prop::sample::select(months.to_vec()), 1900u32..2025).prop_map(|(d, m, y)| format!("{d} {m} {y}"));
    let span = (1000u32..1900, 0u32..125).prop_map(|(from, length)| format!("{from}..{}", from + length + 1));
    prop_oneof![
        year.clone(),
        year.prop_map(|y| format!("c. {y}")),
        day,
        span,
        (1u32..21).prop_map(|c| format!("{c}th c.")
            .replace("1th", "11th")
            .replace("2th", "12th")
            .replace("3th", "13th")
            .replace("111th", "11th")
            .replace("112th", "12th")
            .replace("113th", "13th")),
        (1000u32..2025).prop_map(|y| format!("<{y}")),
        (1000u32..2025).prop_map(|y| format!(">{y}")),
        (1000u32..2025).prop_map(|y| format!("{y}..")),
    ]
}

fn dates(most: usize) -> impl Strategy<Value = Vec<String>> {
    let one_year = vec((1u32..29).prop_map(|day| format!("{day} Mar 1991")), 1..most);
    let one_day = (1..most).prop_map(|times| vec!["26 Mar 1991".to_owned(); times]);
    prop_oneof![3 => vec(date(), 1..most), 1 => one_year, 1 => one_day, 1 => Just(Vec::new())]
}

fn opened(pack: Pack, width: u16, height: u16) -> App {
    let mut app = App::new(pack, Size { width, height }, Settings::default());
    app.update(Action::Show(Screen::Timeline));
    app
}

fn painted(app: &App) -> (Buffer, Option<Position>) {
    let mut buffer = Buffer::empty(Rect::new(0, 0, app.shared.size.width, app.shared.size.height));
    let cursor = frame::paint(app, &mut buffer);
    (buffer, cursor)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_pack_is_walked_from_end_to_end(
        statements in dates(30),
        events in vec((date(), prop::sample::select(vec!["coup", "battle", "other"])), 0..12),
        polities in vec(date(), 0..8),
        (width, height) in (24u16..200, 6u16..60),
        turns in 0usize..3,
    ) {
        let events: Vec<(String, String)> = events.into_iter().map(|(when, kind)| (when, kind.to_owned())).collect();
        let count = statements.len();
        let mut app = opened(pack(&statements, &events, &polities), width, height);
        (0..turns).for_each(|_| { app.update(Action::Cycle); });
        app.update(Action::Top);
        let mut seen = Vec::new();
        let mut before = f64::MIN;
        for _ in 0..app.views.timeline.len() {
            let row = app.views.timeline.chosen().unwrap();
            prop_assert!(row.at >= before, "rows follow each other in time");
            before = row.at;
            if let What::Statement(id) = row.what {
                seen.push(id);
                prop_assert_eq!(app.shared.reader.current, Some(id), "the place in the text is the chosen row");
            }
            let scale = app.views.timeline.drawn.scale.as_ref().unwrap();
            prop_assert!(scale.column(row.at).is_some(), "the chosen row is on the axis");
            painted(&app);
            app.update(Action::Lines(1));
        }
        prop_assert_eq!(seen.len(), count, "every dated statement is passed");
        prop_assert_eq!(seen, app.shared.pack.chronology());
    }

    #[test]
    fn every_cell_is_painted_inside_and_the_cursor_too(
        statements in dates(20),
        events in vec(date(), 0..8),
        steps in vec((0u8..12, 0u16..200, 0u16..60), 0..25),
        (width, height) in (1u16..160, 1u16..50),
    ) {
        let events: Vec<(String, String)> = events.into_iter().map(|when| (when, "coup".to_owned())).collect();
        let mut app = opened(pack(&statements, &events, &[]), width, height);
        for (step, column, row) in steps {
            let action = match step {
                0 => Action::Wider(1),
                1 => Action::Wider(-1),
                2 => Action::Pan(1, 0),
                3 => Action::Pan(-1, 0),
                4 => Action::Cycle,
                5 => Action::NextTable,
                6 => Action::Links(1),
                7 => Action::Dated(-1),
                8 => Action::Click { column, row, button: Button::Left },
                9 => Action::Wheel { column, row, lines: if column % 2 == 0 { 3 } else { -3 } },
                10 => Action::Resize(Size { width: column.max(1), height: row.max(1) }),
                _ => Action::ShowAll,
            };
            app.update(action);
            let (buffer, cursor) = painted(&app);
            prop_assert!(cursor.is_none_or(|at| buffer.area.contains(at)));
            if app.shared.screen != Screen::Timeline {
                app.update(Action::Show(Screen::Timeline));
            }
        }
    }

    #[test]
    fn the_data_of_the_command_line_is_in_order_and_complete(statements in dates(30), events in vec(date(), 0..8)) {
        let events: Vec<(String, String)> = events.into_iter().map(|when| (when, "coup".to_owned())).collect();
        let pack = pack(&statements, &events, &[]);
        let mut all = rows(&pack);
        prop_assert!(all.windows(2).all(|pair| pair[0].what != pair[1].what));
        all.retain(|it| it.kind != "silence");
        prop_assert_eq!(all.len(), statements.len() + events.len());
        prop_assert!(all.windows(2).all(|pair| pair[0].when.place_in_time() <= pair[1].when.place_in_time()));
        prop_assert_eq!(all.iter().filter(|it| it.subtype.as_deref() == Some("coup")).count(), events.len());
    }
}

#[test]
fn a_single_event_fills_the_axis() {
    let app = opened(pack(&[], &[("26 Mar 1991".into(), "coup".into())], &[]), 80, 24);
    assert_eq!(app.views.timeline.len(), 1);
    let told = format!("{:?}", painted(&app).0);
    assert!(told.contains("26 Mar 1991"), "{told}");
    assert!(told.contains("Event 0"), "{told}");
}

#[test]
fn a_pack_without_dates_says_so() {
    let app = opened(pack(&[], &[], &[]), 80, 24);
    assert!(app.views.timeline.is_empty());
    assert!(format!("{:?}", painted(&app).0).contains("nothing here has a date"));
}
