//! Files that are no files, too large, too deep or damaged.

#![expect(clippy::disallowed_methods, reason = "the tests are no program that a shell stops")]

use std::fs::{self, File};
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::Command;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use griot_pack::pack::Pack;
use proptest::prelude::*;

use super::small::{files, write};
use super::{problems, replaced};

/// What is said of a folder; a check that waits for something for ever is a failure.
fn said(dir: &Path) -> Vec<String> {
    let dir = dir.to_owned();
    let (done, waited) = mpsc::channel();
    thread::spawn(move || done.send(griot_pack::pack::check(&dir).1.listed.iter().map(ToString::to_string).collect()));
    waited.recv_timeout(Duration::from_secs(50)).expect("an answer")
}

/// The pack with something else in the place of its sources.
fn with_sources(put: impl FnOnce(&Path)) -> Vec<String> {
    let dir = write(&files());
    let path = dir.path().join("sources.json");
    fs::remove_file(&path).unwrap();
    put(&path);
    said(dir.path())
}

#[test]
fn what_is_no_file_is_refused_without_being_opened() {
    let fifo = |path: &Path| assert!(Command::new("mkfifo").arg(path).status().unwrap().success());
    assert_eq!(with_sources(fifo), ["sources.json: is not a regular file"]);
    assert_eq!(with_sources(|path| fs::create_dir(path).unwrap()), ["sources.json: is not a regular file"]);
    assert_eq!(with_sources(|path| symlink("/dev/zero", path).unwrap()), ["sources.json: is not a regular file"]);
    assert_eq!(with_sources(|path| symlink("/dev/tty", path).unwrap()), ["sources.json: is not a regular file"]);
}

#[test]
fn links_that_lead_nowhere_are_told_as_such() {
    let missing = with_sources(|path| symlink("/nowhere/at/all", path).unwrap());
    assert!(
        missing.len() == 1 && missing[0].starts_with("sources.json: is missing; a pack needs it in "),
        "{missing:?}"
    );
    let looped = with_sources(|path| symlink(path, path).unwrap());
    assert!(looped.len() == 1 && looped[0].starts_with("sources.json: cannot be opened: "), "{looped:?}");
}

#[test]
fn a_link_to_a_file_is_that_file() {
    let dir = write(&files());
    let (path, moved) = (dir.path().join("sources.json"), dir.path().join("elsewhere"));
    fs::rename(&path, &moved).unwrap();
    symlink(&moved, &path).unwrap();
    assert_eq!(said(dir.path()), [""; 0]);
}

#[test]
fn what_is_no_folder_is_no_pack() {
    let dir = write(&files());
    for (path, told) in [
        (dir.path().join("none"), "cannot be opened: there is no such file or folder"),
        (
            dir.path().join("pack.json"),
            "is no pack: a folder that holds pack.json, a plain file whose name ends in .md, or a compiled file",
        ),
        (
            "/dev/zero".into(),
            "is no pack: a folder that holds pack.json, a plain file whose name ends in .md, or a compiled file",
        ),
    ] {
        let found = said(&path);
        assert_eq!(found, [format!("{}: {told}", path.display())]);
    }
    let empty = tempfile::tempdir().unwrap();
    let found = said(empty.path());
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(found[0].starts_with("pack.json: is missing") && found[1].starts_with("sources.json: is missing"));
}

#[test]
fn a_name_of_a_folder_cannot_act_on_the_terminal() {
    let dir = write(&files());
    let path = dir.path().join("a\u{1b}]0;p\u{7}\u{202e}b");
    for found in [said(&path), said(&path.join("pack.json"))] {
        assert!(!found.concat().chars().any(griot_pack::clean::is_forbidden), "{found:?}");
    }
    fs::create_dir(&path).unwrap();
    assert!(!said(&path).concat().chars().any(griot_pack::clean::is_forbidden));
}

#[test]
fn files_that_are_empty_or_not_utf_8_or_begin_with_a_mark_are_told_as_such() {
    for (bytes, told) in [
        (&b""[..], "sources.json:1:1: expected a value, found the end of the file"),
        (b" \n\n", "sources.json:3:1: expected a value, found the end of the file"),
        (b"[\n{\"key\": \"b\xff\"}]", "sources.json: is not UTF-8: line 2 holds a byte that is none; save it as UTF-8"),
        (b"\xff\xfe[\x00]\x00", "sources.json: is not UTF-8: line 1 holds a byte that is none; save it as UTF-8"),
        (b"\x00", "sources.json:1:1: expected a value, found '\\0'"),
        (b"[\"\\ud800\"]", "sources.json:1:2: expected an object, found a string"),
        (b"null", "sources.json:1:1: expected a list, found null"),
        (b"{}", "sources.json:1:1: expected a list, found an object"),
    ] {
        let found = with_sources(|path| fs::write(path, bytes).unwrap());
        assert_eq!(found.first().map(String::as_str), Some(told), "{:?}", String::from_utf8_lossy(bytes));
    }
    let marked = format!("\u{feff}{}", files()["sources.json"]);
    let found = with_sources(|path| fs::write(path, marked).unwrap());
    assert_eq!(found, ["sources.json:1:1: the file begins with a byte order mark: save it as UTF-8 without one"]);
}

#[test]
fn nesting_ends_with_a_message_however_deep() {
    for depth in [10, 127, 128, 129, 5_000, 300_000] {
        for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
            let text = format!("{}1{}", open.repeat(depth), close.repeat(depth));
            for file in ["sources.json", "pack.json", "eras/1-one.json", "entities/people.json", "geo.json"] {
                let mut all = files();
                all.insert(file, text.clone());
                let dir = write(&all);
                let found = said(dir.path());
                assert!(found.iter().any(|p| p.starts_with(file)), "{depth} in {file}: {found:?}");
                assert!(found.iter().all(|p| p.len() < 800), "{depth} in {file}");
            }
        }
    }
    // As deep as the parser goes, where any value is taken.
    let deep = format!("\"kind\": {}{}", "[".repeat(126), "]".repeat(126));
    let found = problems(&write(&replaced(files(), "sources.json", "\"kind\": \"web\"", &deep)));
    assert!(found[0].starts_with("sources.json:3:"), "{found:?}");
}

#[test]
fn a_file_may_have_64_mib_and_no_more() {
    const LARGEST: u64 = 64 << 20;
    let holes = |size: u64| move |path: &Path| File::create(path).unwrap().set_len(size).unwrap();
    assert_eq!(with_sources(holes(LARGEST + 1)), ["sources.json: is larger than 64 MiB"]);
    let found = with_sources(holes(LARGEST));
    assert_eq!(found[0], "sources.json:1:1: expected a value, found '\\0'");
}

/// The pack with a text put into a file in place of another; whether nothing is said.
fn is_fine(file: &'static str, from: &str, to: &str) -> Result<(), Vec<String>> {
    let dir = write(&replaced(files(), file, from, to));
    let found = said(dir.path());
    if found.is_empty() { Ok(()) } else { Err(found) }
}

#[test]
fn a_string_may_have_a_mebibyte_and_no_more() {
    let text = |bytes: usize| format!("\"text\": \"A{}.", "b".repeat(bytes - 2 - ", [[ada|Ada]], is *born*.".len()));
    let from = "\"text\": \"A girl";
    assert_eq!(is_fine("eras/1-one.json", from, &text(1 << 20)), Ok(()));
    let found = is_fine("eras/1-one.json", from, &text((1 << 20) + 2)).unwrap_err();
    assert_eq!(found, ["eras/1-one.json:4:10: a string of 1048578 bytes; the most is 1048576"]);
}

#[test]
fn a_list_in_a_record_may_have_10_000_members_and_no_more() {
    let list = |of: &str, count: usize| vec![of; count].join(",");
    for (file, from, one, key) in [
        ("entities/people.json", "{\"name\": \"A.\"}", "{\"name\":\"A.\"}", "aliases"),
        ("eras/1-one.json", "\"book, p. 1\"", "\"book\"", "cites"),
        (
            "eras/1-one.json",
            "{\"text\": \"In [[town]].\", \"standing\": \"uncited\"}",
            "{\"text\":\"B.\",\"standing\":\"uncited\"}",
            "statements",
        ),
    ] {
        let most = if key == "statements" { 9_999 } else { 10_000 };
        assert_eq!(is_fine(file, from, &list(one, most)), Ok(()), "{key}");
        let found = is_fine(file, from, &list(one, most + 1)).unwrap_err();
        assert!(found.len() == 1 && found[0].ends_with("a list of 10001; the most is 10000"), "{key}: {found:?}");
    }
}

#[test]
fn a_pack_may_have_any_number_of_records() {
    let records =
        |count: usize| (1..count).map(|n| format!("{{\"id\":\"e{n}\",\"name\":\"E\"}},")).collect::<Vec<_>>().concat();
    let first = "{\"id\": \"birth\"";
    assert_eq!(is_fine("entities/events.json", first, &(records(150_000) + first)), Ok(()));
}

#[test]
fn a_thousand_problems_are_listed_and_the_others_counted() {
    let records = |count: usize| {
        (0..count)
            .map(|n| format!("{{\"id\":\"e{n}\",\"name\":\"E\",\"when\":\"soon\"}},"))
            .collect::<Vec<_>>()
            .concat()
    };
    let first = "{\"id\": \"birth\"";
    let found = is_fine("entities/events.json", first, &(records(2_500) + first)).unwrap_err();
    assert_eq!(found.len(), 1000);
    let dir = write(&replaced(files(), "entities/events.json", first, &(records(2_500) + first)));
    let (_, problems) = griot_pack::pack::check(dir.path());
    assert_eq!((problems.total(), problems.unlisted), (2_500, 1_500));
}

#[test]
fn warnings_are_counted_to_the_last_and_take_no_errors_place() {
    let records: Vec<String> =
        (0..1_500).map(|n| format!("{{\"key\":\"s{n}\",\"kind\":\"book\",\"title\":\"S\"}},\n")).collect();
    let first = "{\"key\": \"book\"";
    let all = replaced(files(), "sources.json", first, &(records.concat() + first));
    let dir = write(&replaced(all, "sources.json", "https://example.org/", "javascript:alert(1)"));
    let (pack, problems) = griot_pack::pack::check(dir.path());
    assert!(pack.is_some());
    assert_eq!((problems.errors(), problems.warnings(), problems.total()), (1, 1_500, 1_501));
    assert_eq!((problems.listed.len(), problems.unlisted), (1_001, 500));
    assert!(problems.listed.iter().any(|problem| problem.rule.code() == "url"));
}

#[test]
fn many_broken_records_are_told_one_by_one() {
    let records =
        |count: usize| (0..count).map(|n| format!("{{\"id\":\"e{n}\",\"nam\":\"E\"}},\n")).collect::<Vec<_>>().concat();
    let first = "{\"id\": \"birth\"";
    let found = is_fine("entities/events.json", first, &(records(150) + first)).unwrap_err();
    assert_eq!(found.len(), 150, "{found:#?}");
    assert!(found[149].starts_with("entities/events.json:151:"), "{}", found[149]);
    // What is wrong may be told in part where it never ends.
    let found = is_fine("entities/events.json", first, &(records(2_000) + first)).unwrap_err();
    assert!((200..=1001).contains(&found.len()), "{}", found.len());
}

#[test]
fn a_file_cut_off_anywhere_is_a_bad_pack_and_nothing_worse() {
    for (name, text) in files() {
        let dir = write(&files());
        for end in 0..text.trim_end().len() {
            fs::write(dir.path().join(name), &text[..end]).unwrap();
            let (pack, problems) = griot_pack::pack::check(dir.path());
            assert!(pack.is_none(), "{name} up to {end}");
            assert!(
                problems.listed.iter().any(|p| p.place.file == name && p.place.line <= 6),
                "{name} up to {end}: {problems:?}"
            );
        }
    }
}

/// Goes through all views of a pack.
pub fn use_it(pack: Pack) {
    let size = ratatui::layout::Size { width: 120, height: 40 };
    let mut app = griot::tui::app::App::new(pack, size, griot::tui::settings::Settings::default());
    for key in ["Tab", "Enter", "t", "p", "e", "s", "/", "Esc", "r", "G", "c", "K"] {
        let action = app.shared.keymap.action(app.context(), key.parse().unwrap());
        action.map(|action| app.update(action));
        let mut buffer = ratatui::buffer::Buffer::empty(ratatui::layout::Rect::new(0, 0, 120, 40));
        griot::tui::frame::paint(&app, &mut buffer);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_damaged_pack_is_refused_or_can_be_used(file in 0usize..7, edits in prop::collection::vec((0usize..700, 0u8..4, any::<u8>()), 1..4)) {
        let mut all = files();
        let name = *all.keys().nth(file).unwrap();
        let mut bytes = all[name].clone().into_bytes();
        for (at, how, byte) in edits {
            let at = at % bytes.len();
            match how {
                0 => drop(bytes.remove(at)),
                1 => bytes.insert(at, byte),
                2 => bytes[at] = byte % 128,
                _ => bytes.swap(at, byte as usize % 64),
            }
        }
        all.insert(name, String::from_utf8_lossy(&bytes).into_owned());
        let dir = write(&all);
        let (pack, problems) = griot_pack::pack::check(dir.path());
        prop_assert!(pack.is_some() || !problems.is_empty());
        if let Some(pack) = pack {
            use_it(pack);
        }
    }
}
