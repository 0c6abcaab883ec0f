use std::io::Cursor;

use proptest::prelude::*;

use super::*;
use crate::tui::commands;
use griot_history::text::width;

const COLUMNS: usize = 40;

fn start() -> Visit {
    let mut app = App::new(crate::built_in::pack().unwrap(), SCREEN, Settings::default());
    app.views.map.marker = Marker::Words;
    app.open_at(SCREEN);
    let style = OutputStyle::new(Some(COLUMNS as u16), None, Glyphs::All, false, false);
    Visit {
        app,
        keeper: Keeper::default(),
        store: Store::nowhere(),
        marks: Marks::default(),
        notes: Notes::default(),
        style,
        clock: Clock::SYSTEM,
        rows: None,
        waiting: Vec::new(),
        choices: Vec::new(),
        here: None,
    }
}

/// What is printed when these lines are typed.
fn told(visit: &mut Visit, lines: &str) -> String {
    let mut out = Vec::new();
    visit.run(&mut Cursor::new(lines.as_bytes()), &mut out, true).unwrap();
    let out = String::from_utf8(out).unwrap();
    for line in out.lines() {
        assert!(width(line) <= COLUMNS, "{line}");
    }
    assert!(!out.chars().any(|c| c != '\n' && griot_pack::clean::is_forbidden(c)), "{out}");
    out
}

#[test]
fn every_command_by_name_and_by_key_tells_something() {
    for command in commands::all() {
        let mut visit = start();
        told(&mut visit, "2\n\n");
        for asked in std::iter::once(command.name.to_owned()).chain(command.first_keys().map(|key| key.to_string())) {
            let ends = ["quit", "quit-now", "q", "Ctrl-c"].contains(&&*asked);
            let out = told(&mut visit, &format!("{asked}\n"));
            let answer = out.split_once("> ").map_or("", |(_, rest)| rest).trim_end_matches(['>', ' ', '\n']);
            // What is asked is echoed, and something follows it.
            assert!(ends || answer.lines().count() > 1, "{asked}: {out}");
        }
    }
}

#[test]
fn pages_are_turned_on_a_terminal() {
    let mut visit = start();
    visit.rows = Some(5);
    visit.welcome();
    let mut out = Vec::new();
    visit.run(&mut Cursor::new(b"timbuktu\n\n"), &mut out, true).unwrap();
    let out = String::from_utf8(out).unwrap();
    assert_eq!(out.matches(" more lines: Enter)").count(), 3, "{out}");
    // The second page goes on where the first ended.
    let pages: Vec<&str> = out.split("> ").collect();
    assert!(pages[1].contains("Timbuktu") && !pages[2].contains("Timbuktu\n"), "{out}");
}

#[test]
fn long_lines_and_no_text_at_all_are_taken() {
    let mut visit = start();
    let out = told(&mut visit, &format!("{}\n\u{1b}[31m\n\0\nq\n", "x".repeat(20_000)));
    assert!(out.ends_with("> q\n"), "{out}");
}

#[test]
fn a_number_that_nothing_was_told_by_is_a_year() {
    let out = told(&mut start(), "1591\nq\n");
    assert!(out.contains("Passage 1.28"), "{out}");
}

fn line() -> impl Strategy<Value = String> {
    let commands =
        commands::all().flat_map(|it| it.first_keys().map(|key| key.to_string()).chain([it.name.to_owned()]));
    let leaves = ["q", "quit", "Ctrl-c", "quit-now"];
    let commands: Vec<String> = commands.filter(|word| !leaves.contains(&&**word)).collect();
    prop_oneof![
        3 => Just(String::new()),
        3 => (1usize..30).prop_map(|n| n.to_string()),
        8 => prop::sample::select(commands),
        2 => prop::sample::select(vec!["/musa", "/", "filter coup", "note 12", "[3]", "who ruled in 1530?", ":kidal", "open 6", "lang fr", "at 1960"])
            .prop_map(str::to_owned),
        1 => "\\PC{0,50}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn whatever_is_typed_is_answered_in_lines_of_the_width(lines in prop::collection::vec(line(), 1..25)) {
        let mut visit = start();
        told(&mut visit, &lines.join("\n"));
        prop_assert!(visit.app.shared.reader.page.is_built() || visit.app.shared.screen != crate::tui::screens::Screen::Read);
    }
}

#[test]
fn a_list_that_is_told_leaves_the_reader_where_he_was() {
    for view in ["t", "e", "s"] {
        let mut visit = start();
        let out = told(&mut visit, &format!("open 1.20\n{view}\n\n"));
        let rows: Vec<&str> = out.split("\n10 ").collect();
        assert_eq!(rows.len(), 3, "{view}: {out}");
        let parts: Vec<&str> = out.split("\n1 ").collect();
        let first = |part: &str| part.lines().next().unwrap_or_default().to_owned();
        assert_ne!(first(parts[1]), first(parts[2]), "{view}: the second page goes on");
    }
    let out = told(&mut start(), "open 1.20\nt\nr\n");
    assert_eq!(out.matches("Passage 1.20").count(), 2, "{out}");
}
