//! What is kept from one session to the next.

use std::fs;

use super::fresh;
use super::session::Start;

#[test]
fn the_place_comes_back_and_a_broken_state_is_put_aside() {
    let mut session = Start::at(100, 30).reading();
    session.press("4", "Traoré regime");
    session.send("    ");
    session.wait("another page", |s| s.is_drawn() && s.text().contains("Traoré") && !s.text().contains("¶ 1 of"));
    session.send("m");
    session.wait_for("marked");
    let home = session.home.clone();
    session.send("j");
    session.wait("no message", |s| s.is_drawn() && !s.text().contains("marked"));
    let left: Vec<String> = session.text().lines().take(20).map(str::to_owned).collect();
    assert_eq!(session.quit().exit_code(), 0);

    let mut again = Start::at(100, 30).home(&home).run();
    again.wait("the page that was left", |s| s.text().lines().take(20).eq(left.iter().map(String::as_str)));
    assert_eq!(again.quit().exit_code(), 0);

    let state = home.path().join("state/griot/state.json");
    for broken in ["", "{", "{\"version\": 99}", "\u{1b}[31m", "[]"] {
        fs::write(&state, broken).unwrap();
        let mut session = Start::at(100, 30).home(&home).run();
        session.wait_for("cannot read the saved place");
        session.press("'", "Marks");
        session.send("\x1b");
        session.wait("the text", |s| !s.text().contains("╭─ Marks"));
        assert_eq!(session.quit().exit_code(), 0, "{broken:?}");
        let aside = fs::read_dir(state.parent().unwrap()).unwrap().flatten();
        let aside: Vec<_> = aside.filter(|f| f.file_name().to_string_lossy().starts_with("state.json.bad-")).collect();
        assert!(!aside.is_empty(), "{broken:?} is put aside");
        for file in &aside {
            fs::remove_file(file.path()).unwrap();
        }
    }
}

#[test]
fn the_sidebar_keeps_its_width_and_a_state_that_knows_none_is_read() {
    let mut session = Start::at(100, 30).reading();
    let home = session.home.clone();
    session.press(">", "sidebar 24 columns wide");
    session.press(">", "sidebar 26 columns wide");
    assert_eq!(session.quit().exit_code(), 0);
    let rule = |line: &str| line.chars().nth(26) == Some('│');
    let mut again = Start::at(100, 30).home(&home).reading();
    assert!(again.text().lines().nth(4).is_some_and(rule), "{}", again.text());
    assert_eq!(again.quit().exit_code(), 0);

    let state = home.path().join("state/griot/state.json");
    let kept = fs::read_to_string(&state).unwrap();
    let old: Vec<&str> = kept.lines().filter(|line| !line.contains("\"sidebar\"")).collect();
    let old = old.join("\n");
    assert!(old.len() < kept.len(), "{kept}");
    fs::write(&state, old).unwrap();
    let mut old = Start::at(100, 30).home(&home).reading();
    assert!(!old.text().contains("cannot read") && !old.text().lines().nth(4).is_some_and(rule), "{}", old.text());
    assert_eq!(old.quit().exit_code(), 0);
}

#[test]
fn it_runs_where_nothing_can_be_kept() {
    for folder in ["/proc/nope", "/dev/null/x", "relative"] {
        let mut session = Start::at(100, 30).env("XDG_STATE_HOME", folder).env("XDG_DATA_HOME", folder).reading();
        session.press("3", "Independence");
        session.send("m");
        session.wait_for("mark");
        assert_eq!(session.quit().exit_code(), 0, "{folder}");
        session.assert_whole(&fresh());
    }
}

/// Keeps the marks of a home from being written for as long as it lives.
fn hold_marks(home: &tempfile::TempDir) -> fs::File {
    fs::create_dir_all(home.path().join("data/griot")).unwrap();
    let file = fs::File::create(home.path().join("data/griot/marks.lock")).unwrap();
    file.lock().unwrap();
    file
}

fn marks(home: &tempfile::TempDir) -> usize {
    let text = fs::read_to_string(home.path().join("data/griot/marks.json")).unwrap_or_default();
    text.matches("\"page\"").count()
}

#[test]
fn a_mark_that_another_program_keeps_waiting_freezes_nothing_and_is_kept_in_the_end() {
    let start = Start::at(100, 30);
    let home = start.home.clone();
    let held = hold_marks(&home);
    let mut session = start.reading();
    session.press("m", "not kept yet");
    session.press("3", "1960, step by step");
    assert_eq!(marks(&home), 0);
    drop(held);
    session.wait_for("the marks are kept now");
    assert_eq!(marks(&home), 1);
    assert_eq!(session.quit().exit_code(), 0);
}

#[test]
fn a_mark_that_cannot_be_kept_is_said_to_be_lost() {
    let start = Start::at(100, 30);
    let home = start.home.clone();
    let held = hold_marks(&home);
    let mut session = start.reading();
    session.press("m", "not kept yet");
    assert_eq!(session.quit().exit_code(), 0);
    assert!(session.text().contains("a change of the marks could not be kept"), "{}", session.text());
    drop(held);
    // One that waits when a signal ends griot is kept if the file comes free in time.
    let mut session = Start::at(100, 30).home(&home).reading();
    session.press("m", "marked");
    session.signal(rustix::process::Signal::TERM);
    assert_eq!((session.end().exit_code(), marks(&home)), (143, 1));
}

#[test]
fn eight_sessions_that_mark_fifty_places_each_keep_them_all() {
    let home = std::sync::Arc::new(tempfile::tempdir().unwrap());
    let mut sessions: Vec<_> = (1..=8)
        .map(|era| {
            let mut session = Start::at(30, 20).home(&home).run();
            session.wait("a page", super::session::Session::is_drawn);
            session.send(format!("{era}"));
            session.rest();
            session
        })
        .collect();
    for session in &mut sessions {
        session.send("mj".repeat(50));
    }
    for session in &mut sessions {
        session.rest();
        assert_eq!(session.quit().exit_code(), 0, "{}", session.text());
        assert!(!session.text().contains("could not be kept"), "{}", session.text());
    }
    assert_eq!(marks(&home), 400);
}

#[test]
fn settings_hold_from_the_first_frame_and_what_is_wrong_in_them_is_said_there() {
    let start = Start::at(100, 30);
    let config = start.home.path().join("config/griot");
    fs::create_dir_all(&config).unwrap();
    fs::write(config.join("config.toml"), "mouse = false\nthme = 1\n[keys]\nquit = 'Q'\nmark = 'Esc'\n").unwrap();
    let mut session = start.reading();
    session.wait_for("config.toml, line 2: there is no setting \"thme\"; did you mean \"theme\"?; and 1 more");
    assert_eq!(session.screen().mouse_protocol_mode(), vt100::MouseProtocolMode::None);
    // The next key takes the message away, and the hints have the reader’s own key.
    session.press("j", "Q quit");
    session.send("qq");
    session.press("3", "1960, step by step");
    session.send("Q");
    assert_eq!(session.end().exit_code(), 0);
}
