//! A pack whose files change while it is read.
#![cfg(target_os = "linux")]

use std::fs;

use super::session::Start;
use super::small;

#[test]
fn a_pack_that_changes_is_read_again_in_its_place_and_a_broken_one_is_told() {
    let files = small::files();
    let pack = small::write(&files);
    let (name, era) = ("eras/1-one.json", &files["eras/1-one.json"]);
    let write = |text: &str| fs::write(pack.path().join(name), text).unwrap();
    let mut session = Start::at(100, 30).arg("--data").arg(pack.path().to_str().unwrap()).run();
    session.wait_for("In Town.");

    write(&era.replace("In [[town]].", "In [[town]], by the river."));
    session.wait_for("In Town, by the river.");
    session.wait_for("the pack has changed: read again");

    write("{\"id\": ");
    session.wait_for("not read again: eras/1-one.json");
    assert!(session.text().contains("by the river"), "what was read stays:\n{}", session.text());

    // What is typed is not taken away: the pack waits until nothing lies on top.
    session.press("/ada", "Ada");
    write(&era.replace("In [[town]].", "In [[town]], on the hill."));
    session.send("\x1b");
    session.wait_for("on the hill");
    assert_eq!(session.quit().exit_code(), 0);
}
