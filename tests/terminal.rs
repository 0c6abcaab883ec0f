//! The program on a real pseudo-terminal: how it starts, and how it ends whatever happens.
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::panic, clippy::allow_attributes, reason = "tests fail by panicking")]

#[path = "terminal/asked.rs"]
mod asked;
#[path = "terminal/files.rs"]
mod files;
#[path = "terminal/hostile.rs"]
mod hostile;
#[path = "terminal/input.rs"]
mod input;
#[path = "terminal/leaving.rs"]
mod leaving;
#[path = "terminal/notes.rs"]
mod notes;
#[path = "terminal/screen.rs"]
mod screen;
#[path = "terminal/session.rs"]
mod session;
#[path = "common/small.rs"]
mod small;
#[path = "terminal/state.rs"]
mod state;
#[path = "terminal/storm.rs"]
mod storm;

use std::fs;
use std::process::{Command, Stdio};
use std::time::Duration;

use rustix::process::Signal;
use session::Start;

#[test]
fn it_starts_and_q_leaves_the_terminal_as_it_was() {
    let before = fresh();
    let mut session = Start::at(100, 30).reading();
    assert!(session.screen().alternate_screen() && session.screen().bracketed_paste());
    assert_ne!(session.screen().mouse_protocol_mode(), vt100::MouseProtocolMode::None);
    assert_ne!(session.modes(), before, "raw while it runs");
    assert_eq!(session.quit().exit_code(), 0);
    session.assert_whole(&before);
}

/// The modes of a terminal that nobody has used.
fn fresh() -> String {
    Start::at(100, 30).shell("exec sleep 0").run().modes()
}

#[test]
fn a_panic_tells_its_message_on_the_screen_that_was_there_before() {
    let mut session = Start::at(100, 30).env("GRIOT_TEST_PANIC", "1").reading();
    session.send("\x1b[24~");
    assert_eq!(session.end().exit_code(), 101);
    session.assert_whole(&fresh());
    assert!(session.text().contains("a panic was asked for by GRIOT_TEST_PANIC"), "{}", session.text());
}

#[test]
fn signals_that_end_it_leave_the_terminal_whole_and_the_place_saved() {
    for (signal, code) in [(Signal::TERM, 143), (Signal::HUP, 129), (Signal::INT, 130)] {
        let mut session = Start::at(100, 30).reading();
        session.press("3", "Independence");
        session.wait_for("1960, step by step");
        session.signal(signal);
        assert_eq!(session.end().exit_code(), code, "{signal:?}");
        session.assert_whole(&fresh());
        let state = fs::read_to_string(session.file("state/griot/state.json")).unwrap();
        assert!(state.contains("\"page\": \"independence\""), "{signal:?}: {state}");
    }
}

#[test]
fn it_ends_soon_when_its_terminal_vanishes() {
    let patience = Duration::from_secs(40);
    let session = Start::at(100, 30).reading();
    let home = session.home.clone();
    let status = session.vanish().recv_timeout(patience).expect("the end");
    assert_eq!(status.exit_code(), 129);
    assert!(home.path().join("state/griot/state.json").exists(), "the place is saved");
    // Where the shell has the hang-up ignored, nothing tells but the terminal itself.
    let session = Start::at(100, 30).shell("trap '' HUP; \"$GRIOT\"; echo $? > ended").reading();
    let home = session.home.clone();
    session.vanish().recv_timeout(patience).expect("the end");
    assert_eq!(fs::read_to_string(home.path().join("ended")).unwrap().trim(), "129");
    assert!(home.path().join("state/griot/state.json").exists(), "the place is saved");
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

#[test]
fn without_a_terminal_it_says_so_and_writes_nothing() {
    let griot = || {
        let mut griot = Command::new(env!("CARGO_BIN_EXE_griot"));
        griot.env_clear().args(["open", "--no-state"]).stdin(Stdio::null()).stderr(Stdio::piped());
        griot
    };
    let out = griot().stdout(Stdio::piped()).output().unwrap();
    let said = String::from_utf8(out.stderr).unwrap();
    assert_eq!((out.status.code(), out.stdout.len()), (Some(4), 0));
    assert!(said.contains("not a terminal") && said.contains("griot read"), "{said}");
    // With its output in a file, and with none at all.
    let file = tempfile::NamedTempFile::new().unwrap();
    let out = griot().stdout(file.reopen().unwrap()).output().unwrap();
    assert_eq!((out.status.code(), fs::metadata(file.path()).unwrap().len()), (Some(4), 0));
}

#[test]
fn the_keyboard_is_found_when_the_input_is_something_else() {
    for words in ["\"$GRIOT\" < /dev/null", "echo text | \"$GRIOT\"", "\"$GRIOT\" <&-"] {
        let mut session = Start::at(100, 30).shell(words).reading();
        session.press("3", "1960, step by step");
        assert_eq!(session.quit().exit_code(), 0, "{words}");
        session.assert_whole(&fresh());
    }
}

#[test]
fn a_bad_pack_is_told_on_a_terminal_that_stays_as_it_was() {
    let mut session = Start::at(100, 30).arg("--data").arg("nowhere").run();
    assert_eq!(session.end().exit_code(), 3);
    assert!(session.text().contains("nowhere") && !contains(&session.raw, b"\x1b[?1049h"), "{}", session.text());
}
