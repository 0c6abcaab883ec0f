//! `griot check`: what is wrong, what would surprise, and how it ends.
#![allow(clippy::unwrap_used, clippy::allow_attributes, reason = "tests fail by panicking")]

use std::fs;

use serde_json::Value;
use tempfile::TempDir;

use super::run::griot;

/// A new pack, in which a text of a file is replaced.
fn changed(file: &str, from: &str, to: &str) -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    let made = griot().arg("new").arg(dir.path().join("pack")).output().unwrap();
    assert!(made.status.success());
    let path = dir.path().join("pack").join(file);
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains(from), "{file} holds no {from}: {text}");
    fs::write(path, text.replacen(from, to, 1)).unwrap();
    dir
}

fn run(dir: &TempDir, args: &[&str]) -> (i32, String, String) {
    let pack = dir.path().join("pack");
    let output = griot().env("GRIOT_DATA", &pack).args(args).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

#[test]
fn a_warning_ends_with_0_and_with_3_where_none_is_allowed() {
    let dir = changed("pack.json", "\"title\": \"", "\"title\": \"<b>x</b>");
    let (status, told, message) = run(&dir, &["check"]);
    assert_eq!(status, 0, "{told}");
    assert!(told.starts_with("warning[html]: \"<b>\" is shown as it stands"), "{told}");
    assert!(message.ends_with("has 1 warning\n"), "{message}");
    assert_eq!(run(&dir, &["check", "--strict"]).0, 3);
    assert!(run(&dir, &["check", "--plain"]).1.starts_with("pack.json:"));
    let (status, json, _) = run(&dir, &["check", "--json"]);
    let json: Value = serde_json::from_str(&json).unwrap();
    assert_eq!((status, &json["valid"], &json["errors"], &json["warnings"]), (0, &true.into(), &0.into(), &1.into()));
    assert_eq!((&json["problems"][0]["code"], &json["problems"][0]["severity"]), (&"html".into(), &"warning".into()));
    // Whoever reads the pack is not told what only its author can mend.
    assert_eq!(run(&dir, &["read"]).2, "");
}

#[test]
fn one_bad_date_is_an_error_and_the_pack_opens_all_the_same() {
    let dir = tempfile::tempdir().unwrap();
    assert!(griot().arg("new").arg(dir.path().join("pack")).output().unwrap().status.success());
    let path = fs::read_dir(dir.path().join("pack/eras")).unwrap().next().unwrap().unwrap().path();
    let mut era: Value = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
    era["chapters"][0]["passages"][0]["statements"][0]["when"] = "22-26 Marhc 1991".into();
    fs::write(path, era.to_string()).unwrap();
    let (status, told, _) = run(&dir, &["check", "--plain"]);
    assert_eq!(status, 3);
    assert!(told.contains("[date]"), "{told}");
    let (status, text, message) = run(&dir, &["read"]);
    assert_eq!(status, 0);
    assert!(text.replace('\n', " ").contains("[“22-26 Marhc 1991” is no date]"), "{text}");
    assert!(message.contains("has 1 problem; griot check"), "{message}");
}
