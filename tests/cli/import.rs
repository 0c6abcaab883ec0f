//! `griot import`: a pack of what people have, whole or not at all.

use std::fs;
use std::path::Path;

use super::run::griot;

/// The exit status, what was printed and what was said.
fn import(dir: &Path, args: &[&str]) -> (i32, String, String) {
    let output = griot().current_dir(dir).arg("import").args(args).output().expect("griot runs");
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("UTF-8");
    (output.status.code().expect("a status"), text(&output.stdout), text(&output.stderr))
}

fn check(dir: &Path) -> (i32, String) {
    let output = griot().arg("check").arg(dir).output().expect("griot runs");
    (output.status.code().expect("a status"), String::from_utf8(output.stdout).expect("UTF-8"))
}

/// Every file under a folder, with its text.
fn files(dir: &Path) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut waiting = vec![dir.to_owned()];
    while let Some(folder) = waiting.pop() {
        for entry in fs::read_dir(folder).expect("a folder that can be read") {
            let path = entry.expect("a folder that can be read").path();
            if path.is_dir() {
                waiting.push(path);
            } else {
                let name = path.strip_prefix(dir).expect("a folder that can be read").display().to_string();
                found.push((name, fs::read_to_string(path).expect("a folder that can be read")));
            }
        }
    }
    found.sort();
    found
}

#[test]
fn files_become_a_pack_and_more_are_added_to_it() {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("a.csv"), "date,title,place,hue\n1312,It began,Gao,red\nsoon,It ends,Gao,\n").unwrap();
    fs::write(dir.path().join("b.csv"), "date,title\n1313,It went on\n").unwrap();
    let pack = dir.path().join("pack");
    let (status, out, err) = import(dir.path(), &["a.csv", "pack", "--licence", "CC0", "--credit", "To all."]);
    assert_eq!(status, 0, "{err}");
    assert!(out.starts_with("a.csv: 2 rows of csv\n  2 statements, 1 place\n"), "{out}");
    assert!(out.contains("hue: no heading that is known"), "{out}");
    assert!(out.contains("row 3, date: “soon” is no date that can be read; its words are kept"), "{out}");
    assert!(err.contains("griot: now: griot check pack, griot --data pack"), "{err}");
    let (status, out) = check(&pack);
    assert_eq!((status, out.contains("1 era, 1 chapter, 2 passages, 2 statements, 1 entity")), (0, true), "{out}");
    let about = fs::read_to_string(pack.join("pack.json")).unwrap();
    for part in ["\"id\": \"pack\"", "\"title\": \"a\"", "CC0", "To all.", "Imported from a.csv."] {
        assert!(about.contains(part), "{about}");
    }
    let before = files(&pack);
    let (status, _, err) = import(dir.path(), &["a.csv", "pack"]);
    assert_eq!(status, 0);
    assert!(err.contains("pack has all of it already; nothing was changed"), "{err}");
    assert_eq!(files(&pack), before);
    let (status, out, _) = import(dir.path(), &["a.csv", "b.csv", "pack"]);
    assert_eq!(status, 0);
    assert!(out.contains("there already, and left as they are: 2"), "{out}");
    for (name, text) in &before {
        let now = fs::read_to_string(pack.join(name)).unwrap();
        assert!(name == "pack.json" || now == *text, "{name}");
    }
    assert!(check(&pack).1.contains("2 eras, 2 chapters, 3 passages, 3 statements"), "{}", check(&pack).1);
    let left: Vec<_> = fs::read_dir(dir.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left.len(), 3, "{left:?}");
}

#[test]
fn a_dry_run_writes_nothing() {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("a.csv"), "date,title\n1312,It began\n").unwrap();
    let (status, out, err) = import(dir.path(), &["a.csv", "pack", "--dry-run"]);
    assert_eq!((status, dir.path().join("pack").exists()), (0, false));
    assert!(out.contains("1 statement") && err.contains("nothing was written"), "{out}{err}");
    let (_, json, _) = import(dir.path(), &["a.csv", "pack", "--dry-run", "--json"]);
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!((&json["schema"], &json["files"][0]["statements"]), (&"griot.import/1".into(), &1.into()));
}

#[test]
fn what_is_there_and_no_pack_stays_as_it_is() {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("a.csv"), "date,title\n1312,It began\n").unwrap();
    fs::create_dir(dir.path().join("full")).unwrap();
    fs::write(dir.path().join("full/letter.txt"), "Dear").unwrap();
    fs::create_dir(dir.path().join("bad")).unwrap();
    fs::write(dir.path().join("bad/pack.json"), "{}").unwrap();
    fs::create_dir(dir.path().join("empty")).unwrap();
    for (goal, status, says) in [
        ("full", 2, "full is no pack and not empty; name a new folder"),
        ("a.csv", 2, "a.csv is a file"),
        ("bad", 3, "mend them first"),
        ("empty", 0, "now: griot check empty"),
    ] {
        let before = files(dir.path());
        let (found, _, err) = import(dir.path(), &["a.csv", goal]);
        assert!(found == status && err.contains(says), "{goal}: {found} {err}");
        assert!(status == 0 || files(dir.path()) == before, "{goal}");
    }
}

#[test]
fn what_cannot_be_read_is_3_and_wrong_use_2() {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("a.json"), "{\"events\": [").unwrap();
    fs::write(dir.path().join("a.csv"), "date,title\n1312,It began\n").unwrap();
    fs::write(dir.path().join("a.xlsx"), b"PK\x03\x04\0\0").unwrap();
    let sparse = fs::File::create(dir.path().join("huge.csv")).unwrap();
    sparse.set_len(1 << 30).unwrap();
    for (args, status, says) in [
        (&["a.json", "p"][..], 3, "a.json is torn: its JSON ends in line 1"),
        (&["a.xlsx", "p"], 3, "save the sheet as CSV"),
        (&["huge.csv", "p"], 3, "huge.csv is of 1024 MB; the most is 256 MB: part it"),
        (&["none.csv", "p"], 2, "cannot read none.csv: there is no such file"),
        (&["a.csv"], 2, "2 values required"),
        (&["a.csv", "p", "--column", "date"], 2, "names no heading"),
        (&["a.csv", "p", "--column", "when=x"], 2, "no column can be \"when\"; there are date, end"),
        (&["a.csv", "p", "--column", "date=x"], 3, "has no column \"x\"; it has date, title"),
        (&["a.csv", "p", "--format", "nonsense"], 2, "possible values"),
        (&["a.csv", "p", "--language", "English"], 2, "is no code of a language"),
        (&["a.csv", "p/q/\u{1b}"], 2, "cannot be shown"),
    ] {
        let (found, _, err) = import(dir.path(), args);
        assert!(found == status && err.contains(says), "{args:?}: {found} {err}");
        assert!(!dir.path().join("p").exists(), "{args:?}");
    }
    // One that can be read comes in though another cannot.
    let (status, _, err) = import(dir.path(), &["a.json", "a.csv", "p"]);
    assert!(status == 0 && err.contains("a.json is torn"), "{err}");
}
