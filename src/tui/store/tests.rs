use std::sync::Arc;

use std::fs;

use ratatui::layout::Size;
use serde_json::{Value, json};
use tempfile::TempDir;

use super::*;
use crate::tui::action::Action;
use griot_history::text::page::Page;
use griot_pack::pack::{self, Pack, StatementId, Target};

/// A pack of one era in a folder of its own: a passage for each number, of one statement.
fn numbered(dir: &Path, numbers: &[u32], ids: bool) -> Pack {
    let passage = |n: &u32| {
        let mut statement = json!({"text": format!("Sentence {n} tells of {n} things."), "standing": "uncited"});
        if ids {
            statement["id"] = Value::from(format!("said-{n}"));
        }
        json!({"id": format!("p-{n}"), "statements": [statement]})
    };
    let passages: Vec<Value> = numbers.iter().map(passage).collect();
    let about = json!({"format": if ids { 2 } else { 1 }, "id": "numbered", "title": "N", "language": "en",
        "revision": "2025-01-01", "as_of": "2025", "licence": "CC0", "eras": ["one"]});
    let era = json!({"id": "one", "title": "One", "short": "One", "when": "1900..2000", "summary": "S.",
        "chapters": [{"id": "all", "title": "All", "passages": passages}]});
    fs::create_dir_all(dir.join("eras")).unwrap();
    for (name, value) in [("pack.json", about), ("eras/1-one.json", era), ("sources.json", json!([]))] {
        fs::write(dir.join(name), value.to_string()).unwrap();
    }
    pack::open(dir).unwrap()
}

fn store(home: &TempDir, path: Option<&Path>) -> Store {
    let path = path.map(|path| path.display().to_string());
    Store { state: Some(home.path().join("state")), data: Some(home.path().join("data")), path }
}

fn open(pack: Pack, store: &Store) -> App {
    let mut app = App::new(pack, Size::ZERO, Settings::default());
    assert!(store.restore(&mut app, Looks::default()).1.is_none());
    app.open_at(Size { width: 100, height: 30 });
    app
}

/// Carries the marks of a session over to the file, as the terminal does.
fn keep_marks(store: &Store, app: &mut App) {
    let (mut marks, _) = Marks::of(store.data.clone(), store.path.clone());
    marks.change(&app.shared.pack, &app.shared.marks);
    assert!(matches!(marks.try_keep(), Keeping::Kept));
    app.shared.marks = marks.locations(&app.shared.pack);
}

/// The statement that a location leads to.
fn statement_of(pack: &Arc<Pack>, location: &Location) -> String {
    let page = Page::new(pack, location.page, None);
    pack[location.current.or_else(|| page.statement_near(location.top)).expect("a statement")].text.to_string()
}

fn read_at(app: &mut App, id: &str) {
    let Some(target) = app.shared.pack.find(id) else { panic!("{id}") };
    app.open(target);
    assert_eq!(
        statement_of(&app.shared.pack, &app.shared.here()),
        app.shared.pack[app.shared.pack.first_statement(target).unwrap()].text.as_str()
    );
}

/// Marks the 25th of 60 passages, puts five in front of it and gives the text to which the mark leads.
fn after_five_more(ids: bool) -> (String, String) {
    let (home, dir) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let store = store(&home, Some(dir.path()));
    let first: Vec<u32> = (1..=60).collect();
    let mut app = open(numbered(dir.path(), &first, ids), &store);
    read_at(&mut app, "p-25");
    app.update(Action::Mark);
    let message = app.shared.message.clone().unwrap_or_default();
    keep_marks(&store, &mut app);
    assert!(store.save(&Keeper::default().session(&app)).is_none());

    let more: Vec<u32> = (1..=10).chain(101..=105).chain(11..=60).collect();
    let again = open(numbered(dir.path(), &more, ids), &store);
    assert_eq!(again.shared.marks.len(), 1);
    assert_eq!(again.shared.marks[0].top.offset, app.shared.marks[0].top.offset);
    assert_eq!(
        statement_of(&again.shared.pack, &again.shared.here()),
        statement_of(&again.shared.pack, &again.shared.marks[0]),
        "the place moves along as well"
    );
    (statement_of(&again.shared.pack, &again.shared.marks[0]), message)
}

#[test]
fn passages_put_in_front_of_a_mark_never_move_it() {
    let (statement, message) = after_five_more(true);
    assert_eq!(statement, "Sentence 25 tells of 25 things.");
    assert_eq!(message, "marked; ' lists the marks");
}

#[test]
fn in_a_pack_without_ids_a_mark_goes_by_its_words_and_says_so() {
    let (statement, message) = after_five_more(false);
    assert_eq!(statement, "Sentence 25 tells of 25 things.");
    assert!(message.starts_with("marked by its words"), "{message}");
}

#[test]
fn a_mark_without_an_id_outlives_a_mended_sentence() {
    let (home, dir) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let store = store(&home, Some(dir.path()));
    let mut app = open(numbered(dir.path(), &[1, 2, 3], false), &store);
    read_at(&mut app, "p-2");
    app.shared.marks = vec![app.shared.here()];
    keep_marks(&store, &mut app);
    let era = dir.path().join("eras/1-one.json");
    fs::write(&era, fs::read_to_string(&era).unwrap().replace("Sentence 2 tells", "The second tells")).unwrap();
    let again = open(pack::open(dir.path()).unwrap(), &store);
    assert_eq!(
        again.shared.marks.iter().map(|mark| statement_of(&again.shared.pack, mark)).collect::<Vec<_>>(),
        ["The second tells of 2 things."]
    );
}

#[test]
fn each_pack_keeps_its_own_place_and_searches() {
    let home = tempfile::tempdir().unwrap();
    let dirs = [tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap()];
    let all: Vec<u32> = (1..=60).collect();
    let built_in = || crate::built_in::pack().unwrap();
    let visit = |pack: Pack, path: Option<&Path>, to: &str, typed: &str| {
        let store = store(&home, path);
        let mut app = open(pack, &store);
        read_at(&mut app, to);
        app.shared.recent = vec![typed.into()];
        assert!(store.save(&Keeper::default().session(&app)).is_none());
    };
    visit(built_in(), None, "y60-republic", "kidal");
    // Both have one id, and are told apart by where they lie.
    visit(numbered(dirs[0].path(), &all, true), Some(dirs[0].path()), "p-30", "thirty");
    visit(numbered(dirs[1].path(), &all, true), Some(dirs[1].path()), "p-40", "forty");
    for (pack, path, place, typed) in [
        (built_in(), None, "The union lasted only two months more", "kidal"),
        (pack::open(dirs[0].path()).unwrap(), Some(dirs[0].path()), "Sentence 30", "thirty"),
        (pack::open(dirs[1].path()).unwrap(), Some(dirs[1].path()), "Sentence 40", "forty"),
    ] {
        let app = open(pack, &store(&home, path));
        assert!(
            statement_of(&app.shared.pack, &app.shared.here()).starts_with(place),
            "{}",
            statement_of(&app.shared.pack, &app.shared.here())
        );
        assert_eq!(app.shared.recent, [typed]);
    }
}

#[test]
fn a_pack_that_was_moved_is_the_same_pack() {
    let (home, dirs) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let (old, new) = (dirs.path().join("old"), dirs.path().join("new"));
    let first = store(&home, Some(&old));
    let mut app = open(numbered(&old, &[1, 2, 3], true), &first);
    read_at(&mut app, "p-3");
    assert!(first.save(&Keeper::default().session(&app)).is_none());
    fs::rename(&old, &new).unwrap();
    let app = open(pack::open(&new).unwrap(), &store(&home, Some(&new)));
    assert_eq!(statement_of(&app.shared.pack, &app.shared.here()), "Sentence 3 tells of 3 things.");
}

/// What griot wrote before statements had ids.
const OLD_STATE: &str = r#"{
  "version": 1,
  "pack": "mali",
  "place": {"pack": "mali", "page": "before-colonization", "revision": "2026-11-23", "block": 31, "offset": 0,
    "statement": "tondibi-1591/3"},
  "view": "r",
  "from": null,
  "theme": "paper",
  "measure": 60,
  "sidebar": 30,
  "trust": true,
  "recent": ["askia"]
}"#;
const OLD_MARKS: &str = r#"{
  "version": 1,
  "marks": [
    {"pack": "mali", "page": "independence", "revision": "2026-11-23", "block": 5, "offset": 0, "statement": "y60-republic/2"},
    {"pack": "other", "page": "one", "revision": "2020", "block": 5, "offset": 0, "statement": "p-1/1"}
  ]
}"#;

#[test]
fn what_an_older_griot_has_kept_is_read_and_kept_by_ids_from_then_on() {
    let home = tempfile::tempdir().unwrap();
    let store = store(&home, None);
    for (folder, name, text) in [("state", STATE, OLD_STATE), ("data", MARKS, OLD_MARKS)] {
        fs::create_dir_all(home.path().join(folder)).unwrap();
        fs::write(home.path().join(folder).join(name), text).unwrap();
    }
    let mut app = open(crate::built_in::pack().unwrap(), &store);
    assert_eq!(
        (app.shared.settings.theme, app.shared.settings.measure, app.shared.settings.sidebar),
        (Theme::Paper, 60, Some(30))
    );
    assert_eq!(app.shared.recent, ["askia"]);
    let id = |app: &App, text: &str| -> StatementId {
        let found = app.shared.pack.find(text).map(|target| app.shared.pack.first_statement(target));
        found.flatten().unwrap()
    };
    let battle = id(&app, "tondibi-1591-battle");
    assert_eq!(statement_of(&app.shared.pack, &app.shared.here()), app.shared.pack[battle].text.as_str());
    assert_eq!(app.shared.marks.len(), 1);
    assert_eq!(
        statement_of(&app.shared.pack, &app.shared.marks[0]),
        app.shared.pack[id(&app, "y60-republic-sudanese")].text.as_str()
    );

    // The first change writes both anew; marks of other packs stay as they are.
    assert!(store.save(&Keeper::default().session(&app)).is_none());
    app.update(Action::Mark);
    keep_marks(&store, &mut app);
    let written = |folder: &str, name: &str| -> Value {
        serde_json::from_str(&fs::read_to_string(home.path().join(folder).join(name)).unwrap()).unwrap()
    };
    let state = written("state", STATE);
    assert_eq!(
        (&state["version"], &state["packs"][0]["place"]["statement"]),
        (&2.into(), &"tondibi-1591-battle".into())
    );
    let marks = written("data", MARKS);
    let statements: Vec<&Value> = marks["marks"].as_array().unwrap().iter().map(|mark| &mark["statement"]).collect();
    assert_eq!(statements, ["y60-republic-sudanese", "p-1/1", "tondibi-1591-battle"]);
    assert!(matches!(app.shared.pack.find("y60-republic/2"), Some(Target::Statement(_))));
}

#[test]
fn a_file_of_a_later_griot_is_not_taken_for_ours() {
    let home = tempfile::tempdir().unwrap();
    fs::write(home.path().join(MARKS), "{\"version\": 3, \"marks\": [], \"more\": 1}").unwrap();
    let read = read::<state::MarksFile, state::OldMarks>(&home.path().join(MARKS));
    assert!(matches!(read, Err(StoreError::Version(3, VERSION))), "{read:?}");
}

#[test]
fn a_session_goes_on_in_a_pack_that_was_read_again() {
    let home = TempDir::new().unwrap();
    let first = numbered(home.path(), &[1, 2, 3, 4, 5, 6, 7, 8], true);
    let mut app = open(first, &Store::nowhere());
    read_at(&mut app, "p-3");
    app.update(Action::Mark);
    read_at(&mut app, "p-6");
    app.shared.recent.push("things".into());
    let here = statement_of(&app.shared.pack, &app.shared.here());
    // Two are new before all others, and one is gone.
    let mut next = renewed(&app, numbered(home.path(), &[11, 12, 1, 2, 3, 4, 6, 7, 8], true));
    let pack = |app: &App, location: &Location| statement_of(&app.shared.pack, location);
    assert_eq!(pack(&next, &next.shared.here()), here);
    assert_eq!(pack(&next, &next.shared.marks[0]), pack(&app, &app.shared.marks[0]));
    assert_eq!(next.shared.recent, ["things"]);
    next.update(Action::Back);
    assert_eq!(pack(&next, &next.shared.here()), "Sentence 3 tells of 3 things.");
    // What is gone is no place, and what is left of the session is sound.
    let last = renewed(&next, numbered(home.path(), &[12], true));
    assert!(last.shared.marks.is_empty());
    assert_eq!(pack(&last, &last.shared.here()), "Sentence 12 tells of 12 things.");
}

#[test]
fn what_was_asked_for_goes_before_what_was_left() {
    let home = tempfile::tempdir().unwrap();
    let store = store(&home, None);
    let mut app = open(crate::built_in::pack().unwrap(), &store);
    (app.shared.settings.theme, app.shared.settings.measure) = (Theme::Ink, 50);
    assert!(store.save(&Keeper::default().session(&app)).is_none());
    let looks = |asked: Looks| {
        let mut app = App::new(crate::built_in::pack().unwrap(), Size::ZERO, Settings::default());
        assert!(store.restore(&mut app, asked).1.is_none());
        (app.shared.settings.theme, app.shared.settings.measure)
    };
    assert_eq!(looks(Looks::default()), (Theme::Ink, 50));
    assert_eq!(looks(Looks { theme: Some(Theme::Paper), ..Looks::default() }), (Theme::Paper, 50));
    assert_eq!(looks(Looks { measure: Some(64), theme: Some(Theme::Auto), ..Looks::default() }), (Theme::Auto, 64));
}
