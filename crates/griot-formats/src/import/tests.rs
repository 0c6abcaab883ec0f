mod articles;
mod items;
mod maps;
mod tables;
mod trees;

use griot_pack::pack::{self, Kind, Pack, Relation, RelationKind, StatementId};
use griot_pack::when::Day;

use super::*;
use crate::folder::{self, Stamp};

pub(crate) const TODAY: Day = Day { year: 2026, month: 11, day: 27 };

pub(crate) fn settings() -> Settings {
    Settings { columns: Vec::new(), when: None, living: Living::default(), today: TODAY }
}

/// What comes of files: the pack, in which nothing may be wrong, and the report.
pub(crate) fn imported(files: &[(&str, &[u8])]) -> (Pack, Report) {
    imported_as(files, None, &settings())
}

pub(crate) fn imported_as(files: &[(&str, &[u8])], form: Option<Form>, settings: &Settings) -> (Pack, Report) {
    let mut draft = Draft::default();
    let inputs: Vec<Input> = files.iter().map(|(name, bytes)| Input { name, bytes, form }).collect();
    let report = import(&mut draft, &inputs, settings, &mut |_, _| ());
    let stamp = Stamp { id: "trial".into(), title: "A trial".into(), today: TODAY };
    let dir = tempfile::tempdir().unwrap();
    for file in folder::files(&draft, &stamp) {
        let path = dir.path().join(&file.name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, &file.text).unwrap();
    }
    let (pack, problems) = pack::check(dir.path());
    assert_eq!(problems.errors(), 0, "{problems:?}");
    let pack = pack.unwrap();
    // The same files again change nothing.
    let mut again = Draft::onto(&pack);
    import(&mut again, &inputs, settings, &mut |_, _| ());
    let old = |name: &str| std::fs::read_to_string(dir.path().join(name)).ok();
    let changes = folder::additions(&again, &stamp, &old).unwrap();
    assert_eq!(changes.iter().map(|file| &file.name).collect::<Vec<_>>(), Vec::<&String>::new());
    (pack, report)
}

/// Each statement with its date, in the order of the text.
pub(crate) fn told(pack: &Pack) -> Vec<(String, String)> {
    let date = |id: StatementId| pack[id].when.map(|when| when.to_string()).unwrap_or_default();
    pack.statements().map(|id| (date(id), pack[id].text.to_string())).collect()
}

fn csv(text: &str) -> (Pack, Report) {
    imported(&[("list.csv", text.as_bytes())])
}

#[test]
fn what_cannot_be_read_says_why_and_nothing_comes_of_it() {
    for (name, bytes, says) in [
        ("a.json", &b"{\"events\": [{"[..], "torn: its JSON ends in line 1"),
        ("a.json", b"{\"x\": 1}", "of none of the forms"),
        ("a.bin", b"\0\0\0\0\0\0\0\0\0", "NUL"),
        ("a.xlsx", b"PK\x03\x04abc", "save the sheet as CSV"),
        ("a.txt", b"Just some words.", "is none of"),
        ("a.csv", b"  \n", "is empty"),
        ("a.json", b"[{\"key\": \"A\", \"data\": {\"itemType\": \"book\"}}]", "of Zotero's own"),
        ("a.html", b"<!DOCTYPE html><p>x", "is a page"),
    ] {
        let (_, report) = imported(&[(name, bytes)]);
        let why = report.files[0].unreadable.clone().unwrap_or_default();
        assert!(why.contains(says), "{name}: {why}");
        assert!(!report.gave());
    }
}

#[test]
fn every_beginning_of_a_file_is_read_or_refused() {
    for text in [trees::FAMILY, "date,title\n1312,\"It\nbegan\"\n"] {
        for end in (0..text.len()).filter(|end| text.is_char_boundary(*end)).step_by(7) {
            let mut draft = Draft::default();
            let input = Input { name: "torn", bytes: &text.as_bytes()[..end], form: None };
            import(&mut draft, &[input], &settings(), &mut |_, _| ());
        }
    }
}
