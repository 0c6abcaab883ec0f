//! Stopping, going on and leaving: whatever comes when, the shell finds its terminal as it was.

use std::fs;

use rustix::process::Signal;

use super::fresh;
use super::session::{AS_JOB, Session, Start, signal_to};

/// A griot that a shell with jobs has started, and its number.
fn as_job() -> (Session, u32) {
    let session = Start::at(100, 30).shell(AS_JOB).reading();
    let job = session.job();
    (session, job)
}

#[test]
fn a_stopped_session_gives_the_terminal_back_and_takes_it_again() {
    let (mut session, job) = as_job();
    session.press("3", "1960, step by step");
    for stop in ["key", "signal"] {
        let before = session.text();
        match stop {
            "key" => session.send("\x1a"),
            _ => signal_to(job, Signal::TSTP),
        }
        session.wait("the shell", |s| !s.screen().alternate_screen() && s.text().contains("STOPPED"));
        session.assert_whole(&fresh());
        session.send("\n");
        session.wait("the text", |s| s.screen().alternate_screen() && s.text() == before);
        assert!(session.screen().bracketed_paste() && session.modes() != fresh(), "by {stop}");
    }
    session.press("4", "A committee of");
    assert_eq!(session.quit().exit_code(), 0);
    session.assert_whole(&fresh());
}

#[test]
fn one_that_is_halted_without_asking_takes_the_terminal_again_and_leaves_it_whole() {
    let (mut session, job) = as_job();
    for _ in 0..3 {
        let before = session.text();
        signal_to(job, Signal::STOP);
        session.wait("the shell", |s| s.text().contains("STOPPED"));
        session.send("\n");
        session.wait("the text", |s| s.is_drawn() && s.text() == before);
    }
    // One that was never stopped is told to go on.
    signal_to(job, Signal::CONT);
    session.press("4", "A committee of");
    assert_eq!(session.quit().exit_code(), 0);
    session.assert_whole(&fresh());
}

#[test]
fn what_is_typed_behind_the_stop_is_for_the_shell_and_a_quit_behind_that_for_griot() {
    for _ in 0..8 {
        let mut session = Start::at(100, 30).shell("exec bash --norc --noprofile -i").run();
        session.wait("a prompt", |s| s.text().contains('$') || s.text().contains('#'));
        session.send("\"$GRIOT\"\r");
        session.wait_for("Precolonial Mali");
        session.send("\x1afg\rq");
        let left = |s: &Session| s.raw.windows(8).filter(|w| w == b"\x1b[?1049l").count();
        session.wait("the shell", |s| !s.screen().alternate_screen() && left(s) == 2);
        session.send("echo $((6 * 7))\r");
        session.wait("an answer of the shell", |s| s.text().contains("42"));
        assert!(!session.screen().alternate_screen() && !session.screen().hide_cursor());
        assert_eq!(session.screen().mouse_protocol_mode(), vt100::MouseProtocolMode::None);
        session.send("exit\r");
        session.end();
        session.assert_whole(&fresh());
    }
}

#[test]
fn nothing_that_comes_after_the_quit_takes_the_terminal_again() {
    for round in 0..20 {
        let mut session = Start::at(100, 30).reading();
        if round % 2 == 1 {
            session.signal(Signal::TSTP);
            session.signal(Signal::CONT);
        }
        session.send("q");
        let status = loop {
            session.signal(Signal::CONT);
            if let Some(status) = session.has_ended() {
                break status;
            }
            std::thread::yield_now();
        };
        session.rest();
        assert_eq!(status.exit_code(), 0);
        session.assert_whole(&fresh());
    }
}

#[test]
fn the_leader_of_a_session_is_never_stopped_for_good() {
    let mut session = Start::at(100, 30).reading();
    session.press("\x1a", "there is no shell here");
    session.signal(Signal::TSTP);
    session.press("4", "Traoré");
    // Nor one whose only parent shares its fate.
    let mut inner = Start::at(100, 30).shell("\"$GRIOT\"; echo ended").reading();
    inner.press("\x1a", "there is no shell here");
    for session in [&mut session, &mut inner] {
        assert_eq!(session.quit().exit_code(), 0);
        session.assert_whole(&fresh());
    }
}

#[test]
fn signals_end_it_also_when_the_terminal_takes_no_output() {
    for (signal, code) in [(Signal::TERM, 143), (Signal::HUP, 129), (Signal::INT, 130)] {
        let mut session = Start::at(100, 30).reading();
        session.press("3", "1960, step by step");
        session.halt(true);
        session.send("4\x0c");
        session.signal(signal);
        assert_eq!(session.end().exit_code(), code, "{signal:?}");
        assert_eq!(session.modes(), fresh(), "{signal:?}");
        let state = std::fs::read_to_string(session.file("state/griot/state.json")).unwrap();
        assert!(state.contains("\"page\": \"independence\"") || state.contains("traore"), "{signal:?}: {state}");
        session.halt(false);
    }
}

#[test]
fn a_stop_is_answered_when_the_terminal_takes_no_output_and_the_text_comes_back() {
    let (mut session, job) = as_job();
    session.press("3", "1960, step by step");
    session.halt(true);
    session.send("4");
    signal_to(job, Signal::TSTP);
    let shell = fresh();
    session.wait("the modes of the shell", |s| s.modes() == shell);
    session.halt(false);
    session.wait("the shell", |s| s.text().contains("STOPPED"));
    session.press("\n", "Traoré");
    assert_eq!(session.quit().exit_code(), 0);
    session.assert_whole(&fresh());
}

/// A program in the home of a session, and that home.
fn with_program(name: &str, script: &str) -> (std::sync::Arc<tempfile::TempDir>, String) {
    use std::os::unix::fs::PermissionsExt;
    let home = std::sync::Arc::new(tempfile::tempdir().unwrap());
    let path = home.path().join(name);
    fs::write(&path, format!("#!/bin/sh\n{script}\n")).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
    let shown = path.display().to_string();
    (home, shown)
}

#[test]
fn a_browser_has_the_terminal_as_the_shell_does_and_the_frame_comes_back_whole() {
    let script = "stty -a > modes; printf 'SHOWN %s\\n' \"$1\"; read -r code; stty raw -echo; exit $code";
    let (home, browser) = with_program("browser", script);
    let before = fresh();
    let mut session = Start::at(100, 30).home(&home).env("BROWSER", &browser).reading();
    session.press("s", "Sources");
    session.press("f", "keeps it");
    session.press("iliffe-2007\r", "Iliffe");
    session.wait("the list", |s| s.is_drawn() && !s.text().contains("keeps it"));
    session.rest();
    let frame = session.text();
    session.press("o", "https://");
    session.send("\r");
    session.wait("the browser", |s| s.text().contains("SHOWN https://"));
    assert!(!session.screen().alternate_screen() && !session.screen().hide_cursor());
    assert_eq!(session.modes(), before, "the shell’s modes");
    session.send("0\r");
    session.wait("the frame", |s| s.is_drawn() && s.text() == frame);
    assert!(session.screen().alternate_screen());
    assert_ne!(session.modes(), before, "raw again");
    session.press("o", "https://");
    session.send("\r");
    session.wait("the browser", |s| s.text().matches("SHOWN").count() == 2);
    session.press("3\r", "ended with exit status: 3");
    // What interrupts the browser does not end griot.
    session.press("o", "https://");
    session.send("\r");
    // The shell's screen still shows what it was shown before.
    session.wait("the browser", |s| !s.screen().alternate_screen() && s.text().matches("SHOWN").count() == 3);
    session.press("\x03", "ended with signal: 2");
    assert_eq!(session.quit().exit_code(), 0);
    session.assert_whole(&before);
}

#[test]
fn an_opener_that_fails_is_heard_of_without_a_key() {
    let (home, _) = with_program("xdg-open", "read -r _ < go; exit 3");
    std::process::Command::new("mkfifo").arg(home.path().join("go")).status().unwrap();
    let path = format!("{}:{}", home.path().display(), std::env::var("PATH").unwrap());
    let mut session = Start::at(100, 30).home(&home).env("PATH", &path).reading();
    session.press("s", "Sources");
    session.press("f", "keeps it");
    session.press("iliffe-2007\r", "Iliffe");
    session.press("o", "https://");
    session.press("\r", "opened outside griot");
    fs::write(session.file("go"), "now\n").unwrap();
    session.wait_for("the URL was not opened: xdg-open ended with exit status: 3");
    assert_eq!(session.quit().exit_code(), 0);
}
