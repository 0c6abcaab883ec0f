//! A pack whose files change while it is read.
#![cfg(target_os = "linux")]

use std::fs::{self, File};
use std::time::{Duration, SystemTime};

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

#[test]
fn what_was_kept_of_a_pack_and_is_damaged_is_read_from_its_files_while_one_reads() {
    let pack = small::write(&small::files());
    // Files that were changed a moment ago are not kept: they may be changed again.
    let long_ago = SystemTime::UNIX_EPOCH + Duration::from_hours(24);
    for name in small::files().keys() {
        File::options().write(true).open(pack.path().join(name)).unwrap().set_modified(long_ago).unwrap();
    }
    let start = || Start::at(100, 30).arg("--data").arg(pack.path().to_str().unwrap());
    let mut session = start().run();
    session.wait_for("In Town.");
    assert_eq!(session.quit().exit_code(), 0);
    let kept = session.file("cache/griot").read_dir().unwrap().next().expect("what is kept").unwrap().path();
    let mut bytes = fs::read(&kept).unwrap();
    let text = bytes.windows(8).position(|part| part == b"In Town.").expect("the text as it is");
    bytes[text] ^= 1;
    fs::write(&kept, bytes).unwrap();

    let mut session = start().home(&session.home).run();
    session.wait_for("what was kept of the pack was damaged: read from its files");
    session.wait_for("In Town.");
    assert_eq!(session.quit().exit_code(), 0);
    assert!(!kept.exists(), "it is made anew the next time");
}

#[test]
fn a_compiled_file_that_is_damaged_is_told_once_and_read_as_far_as_it_goes() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("town.griot");
    let mut bytes = griot_pack::pack::open(small::write(&small::files()).path()).unwrap().compile();
    let text = bytes.windows(8).position(|part| part == b"In Town.").expect("the text as it is");
    bytes[text] ^= 1;
    fs::write(&file, bytes).unwrap();
    let mut session = Start::at(100, 30).arg("--data").arg(file.to_str().unwrap()).run();
    session.wait_for("is a compiled pack whose bytes were changed");
    // It is not tried again and again.
    session.rest();
    assert_eq!(session.quit().exit_code(), 0);
}

#[test]
fn a_plain_file_that_is_saved_is_shown_anew_in_its_place() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("history.md");
    // As editors do it: the next text beside it, then in its place.
    let save = |text: &str| {
        fs::write(dir.path().join("next"), text).unwrap();
        fs::rename(dir.path().join("next"), &file).unwrap();
    };
    save("# Gao\n\n1591: Judar Pasha crosses the desert.\n");
    let mut session = Start::at(100, 30).arg("--data").arg(file.to_str().unwrap()).run();
    session.wait_for("Judar Pasha crosses the desert.");
    save("# Gao\n\n1591: Judar Pasha crosses the desert.\n\n1592: A famine.\n");
    session.wait_for("A famine.");
    session.wait_for("the pack has changed: read again");
    save("1591: Judar Pasha. []{#a}\n1592: A famine. []{#a}\n");
    session.wait_for("not read again:");
    assert!(session.text().contains("A famine."), "what was read stays:\n{}", session.text());
    assert_eq!(session.quit().exit_code(), 0);
}
