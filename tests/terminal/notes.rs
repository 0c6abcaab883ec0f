//! Notes: written in an editor that has the terminal, kept in a file of their own, and never lost.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use super::fresh;
use super::session::{Session, Start};

/// A griot whose editor is a script.
fn with_editor(script: &str) -> Session {
    let start = Start::at(100, 30);
    let path = start.home.path().join("editor");
    fs::write(&path, format!("#!/bin/sh\n{script}\n")).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
    let editor = path.to_str().unwrap().to_owned();
    start.env("EDITOR", &editor).reading()
}

/// What is in the home that an editor was given.
fn drafts(session: &Session) -> Vec<std::path::PathBuf> {
    let all = fs::read_dir(session.file("tmp")).map(|all| all.flatten().map(|it| it.path()).collect());
    all.unwrap_or_default()
}

const WRITES: &str = "{ echo 'look this up'; cat \"$1\"; } > \"$1.new\"; mv \"$1.new\" \"$1\"";

#[test]
fn a_note_is_written_and_kept_with_its_statement() {
    let mut session = with_editor(WRITES);
    session.press("a", "the note is kept");
    let path = session.file("data/griot/notes.md");
    let text = fs::read_to_string(&path).unwrap();
    assert!(
        text.contains("> Rock art in the Sahara is read as a sign") && text.ends_with("\nlook this up\n"),
        "{text}"
    );
    session.send("j");
    session.wait("no message", |s| s.is_drawn() && !s.text().contains("is kept") && s.text().contains('✎'));
    // Written again, it is the same note.
    session.press("ka", "the note is kept");
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.ends_with("\nlook this up\nlook this up\n") && text.matches("<!-- griot note").count() == 1, "{text}");
    assert_eq!(session.quit().exit_code(), 0);
    session.assert_whole(&fresh());
    // The next session shows it.
    let home = session.home.clone();
    let mut again = Start::at(100, 30).home(&home).reading();
    again.wait_for("✎");
    assert_eq!(again.quit().exit_code(), 0);
}

#[test]
fn an_editor_that_fails_or_leaves_nothing_changes_nothing() {
    for (script, said) in [
        ("exit 3", "ended with exit status: 3; the note is as it was"),
        ("exit 0", "the note is as it was"),
        ("rm \"$1\"", "cannot be read"),
        ("printf '\\n \\n' > \"$1\"", "the note is as it was"),
        ("echo unfinished > \"$1\"; exit 1", "what was written is in /"),
    ] {
        let mut session = with_editor(script);
        session.press("a", said);
        assert!(!session.file("data/griot/notes.md").exists(), "{script}");
        session.press("3", "1960, step by step");
        assert_eq!(session.quit().exit_code(), 0, "{script}");
        session.assert_whole(&fresh());
    }
    let mut session = Start::at(100, 30).env("VISUAL", "no-such-editor -x").reading();
    session.press("a", "no-such-editor cannot be started");
    assert_eq!(session.quit().exit_code(), 0);
}

#[test]
fn what_cannot_be_kept_is_not_thrown_away() {
    let start = Start::at(200, 30);
    let path = start.home.path().join("editor");
    fs::write(&path, format!("#!/bin/sh\n{WRITES}\n")).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
    fs::create_dir(start.home.path().join("tmp")).unwrap();
    let tmp = start.home.path().join("tmp").to_str().unwrap().to_owned();
    let editor = path.to_str().unwrap().to_owned();
    let mut session = start.env("EDITOR", &editor).env("TMPDIR", &tmp).reading();
    // Nothing can be kept where a file stands in the place of the folder.
    fs::remove_dir_all(session.file("data")).ok();
    fs::write(session.file("data"), "").unwrap();
    session.press("a", "could not be kept");
    session.wait_for("what you wrote is in");
    let left = drafts(&session);
    assert_eq!(left.len(), 1, "{left:?}");
    assert!(fs::read_to_string(&left[0]).unwrap().starts_with("look this up\n"));
    assert_eq!(session.quit().exit_code(), 0);
}
