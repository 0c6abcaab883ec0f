//! `griot list packs`, `--pack` and `griot diff`.

use std::fs;
use std::path::Path;

use serde_json::Value;
use tempfile::TempDir;

use super::run::griot;

const TOWN: &str = "# A town\n\n## Once\n\n1591: The town fell.\n\nA market was here.\n";

/// A home whose data folder holds a plain file, a folder, a broken file, and files of griot's own.
fn home() -> TempDir {
    let home = tempfile::tempdir().expect("a folder");
    let folder = home.path().join("griot");
    fs::create_dir_all(&folder).expect("a folder");
    fs::write(folder.join("town.md"), TOWN).expect("a file");
    fs::write(folder.join("broken.griot"), "GRIOT no").expect("a file");
    fs::write(folder.join("notes.md"), "# Notes\n").expect("a file");
    fs::write(folder.join("marks.json"), "{}").expect("a file");
    let status = griot().arg("new").arg(folder.join("village")).output().expect("griot runs").status;
    assert!(status.success());
    home
}

fn told(home: &Path, args: &[&str]) -> (Option<i32>, String, String) {
    let output = griot().env("XDG_DATA_HOME", home).arg("--no-state").args(args).output().expect("griot runs");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    (output.status.code(), text(output.stdout), text(output.stderr))
}

#[test]
fn the_packs_of_the_data_folder_are_listed_with_what_is_wrong_with_them() {
    let home = home();
    let (status, list, _) = told(home.path(), &["list", "packs", "--plain"]);
    assert_eq!(status, Some(0));
    let rows: Vec<Vec<&str>> = list.lines().map(|line| line.split('\t').collect()).collect();
    assert_eq!(rows.iter().map(|row| row[0]).collect::<Vec<_>>(), ["mali", "broken", "town", "village"]);
    assert_eq!((rows[2][1], rows[2][3], rows[2][6]), ("A town", "2", ""));
    assert!(rows[1][1].is_empty() && !rows[1][6].is_empty(), "{:?}", rows[1]);
    let (_, json, _) = told(home.path(), &["list", "packs", "--json"]);
    let json: Value = serde_json::from_str(&json).unwrap();
    assert_eq!((&json["count"], &json["packs"][2]["title"]), (&4.into(), &"A town".into()));
    let (_, words, _) = told(home.path(), &["list", "packs"]);
    assert!(words.contains("A town · as of") && words.contains("cannot be opened"), "{words}");
    let nowhere = tempfile::tempdir().unwrap();
    let (status, list, hint) = told(nowhere.path(), &["list", "packs"]);
    assert_eq!((status, list.lines().count() > 0), (Some(0), true));
    assert!(hint.contains("packs of your own belong into"), "{hint}");
}

#[test]
fn a_pack_is_opened_by_its_name() {
    let home = home();
    let (status, text, _) = told(home.path(), &["--pack", "town", "read", "--plain"]);
    assert!(status == Some(0) && text.contains("The town fell."), "{text}");
    let (status, text, _) = told(home.path(), &["--pack", "mali", "about"]);
    assert!(status == Some(0) && text.contains("Mali"), "{text}");
    let (status, _, why) = told(home.path(), &["--pack", "twon", "read"]);
    assert!(status == Some(2) && why.contains("did you mean town?"), "{why}");
    let (status, _, why) = told(home.path(), &["--pack", "broken", "read"]);
    assert_eq!(status, Some(3), "{why}");
    // Of two that have one name, the ending tells which.
    fs::create_dir(home.path().join("griot/town")).unwrap();
    fs::write(home.path().join("griot/town/pack.json"), "{}").unwrap();
    let (status, text, _) = told(home.path(), &["--pack", "town.md", "read", "--plain"]);
    assert!(status == Some(0) && text.contains("The town fell."), "{text}");
}

#[test]
fn what_changed_from_one_pack_to_another_is_told_whatever_form_they_have() {
    let dir = tempfile::tempdir().unwrap();
    let file = |name: &str, text: &str| {
        let path = dir.path().join(name);
        fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let old = file("old.md", TOWN);
    let new = file("new.md", &TOWN.replace("1591:", "c. 1592:").replace("A market", "1590: Riders came.\n\nA market"));
    let compiled = dir.path().join("new.griot").to_str().unwrap().to_owned();
    assert_eq!(told(dir.path(), &["compile", &new, "-o", &compiled]).0, Some(0));
    for new in [&new, &compiled] {
        let (status, text, summary) = told(dir.path(), &["diff", &old, new]);
        assert_eq!(status, Some(0), "{summary}");
        assert!(text.contains(": date: 1591 → c. 1592\n") && text.contains(": Riders came.\n"), "{text}");
        assert!(summary.contains("1 statement added, 1 changed"), "{summary}");
        let (_, json, _) = told(dir.path(), &["diff", &old, new, "--json"]);
        let json: Value = serde_json::from_str(&json).unwrap();
        assert_eq!(json["schema"], "griot.diff/1");
        let added = json["changes"].as_array().unwrap().iter().filter(|it| it["change"] == "added").count();
        assert_eq!(added, 1, "{json}");
    }
    let (status, text, message) = told(dir.path(), &["diff", &new, &compiled]);
    assert_eq!((status, text.as_str(), message.as_str()), (Some(0), "", "griot: nothing differs\n"));
    let (status, _, why) = told(dir.path(), &["diff", &old, "/nowhere.md"]);
    assert!(status == Some(3) && !why.is_empty(), "{why}");
}
