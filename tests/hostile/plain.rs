//! Plain files that are torn, huge or no histories at all.

use std::fs;

use griot_pack::pack::{self, Pack, Problems};
use proptest::prelude::*;

/// What `griot new history.md` writes.
const EXAMPLE: &str = include_str!("../../src/cli/new/history.md");

fn read(text: &[u8]) -> (Option<Pack>, Problems) {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("history.md");
    fs::write(&file, text).unwrap();
    pack::check(&file)
}

/// Opens, or says why not; what opens can be written and read again.
fn is_sound(text: &[u8]) {
    let (pack, problems) = read(text);
    assert!(pack.is_some() || problems.errors() > 0, "{:?}", String::from_utf8_lossy(text));
    if let Some(pack) = pack {
        let whole = pack.excerpt(&pack.eras().collect::<Vec<_>>());
        let text = pack.markdown(&whole);
        let back = read(text.as_bytes()).0.unwrap_or_else(|| panic!("{text}"));
        assert_eq!(back.markdown(&whole), text);
    }
}

#[test]
fn the_example_cut_off_anywhere_opens_or_says_why_not() {
    assert_eq!(read(EXAMPLE.as_bytes()).1.listed, []);
    for end in 0..EXAMPLE.len() {
        is_sound(&EXAMPLE.as_bytes()[..end]);
    }
}

#[test]
fn a_date_with_years_of_another_calendar_behind_it_stands_in_a_heading() {
    let dated = EXAMPLE.replace("(1900–1950)", "(AH 1318–AH 1369)").replace("(1900–1910)", "(AH 1318)");
    is_sound(dated.as_bytes());
    let pack = read(dated.as_bytes()).0.unwrap();
    let era = pack.eras().next().unwrap();
    assert_eq!((pack[era].title.as_str(), pack[era].when.to_string().as_str()), ("The first era", "AH 1318..AH 1369"));
}

#[test]
fn a_hundred_thousand_lines_are_so_many_statements() {
    let mut text = String::from("## An era (1000–2000)\n\n");
    for n in 0..99_000 {
        text.push_str(&format!("{}: The [[Town {}|town]] burnt for the {n}th time.[^a]\n", 1000 + n % 1000, n % 500));
    }
    text.push_str("\n[^a]: A 1999\n");
    let (pack, problems) = read(text.as_bytes());
    assert_eq!(problems.listed, []);
    let pack = pack.unwrap();
    assert_eq!((pack.statements().len(), pack.entities().len()), (99_000, 500));
}

#[test]
fn marks_without_end_cost_no_more_than_they_are_long() {
    for mark in [
        "[[", "[", "{", "{note: ", "{#a ", "*", "_", "`", "``` ", "<", "<!--", "<script ", "&", "![", "[a](", "~~",
        "| ", "> ", "# ", "1591: ", "[^a]: ",
    ] {
        for sign in ["", "\n"] {
            let text = format!("{mark}{sign}").repeat(20_000);
            let (pack, problems) = read(text.as_bytes());
            assert!(pack.is_some() || problems.errors() > 0, "{mark}");
        }
    }
}

#[test]
fn a_file_that_is_no_text_is_told_as_such() {
    for (bytes, told) in [
        (&b"1591: \xff\n"[..], "is not UTF-8: line 1 holds a byte that is none; save it as UTF-8"),
        (b"\xff\xfe1\x009\x00", "is not UTF-8: line 1 holds a byte that is none; save it as UTF-8"),
        (b"a\nb\n1591: a\0b\n", "the character U+0000 may not stand in a text"),
    ] {
        let (_, problems) = read(bytes);
        assert!(problems.listed.iter().any(|it| it.message() == told), "{problems:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_example_spoilt_anywhere_opens_or_says_why_not(edits in prop::collection::vec((any::<prop::sample::Index>(), "\\PC|[\n\\-*#>|:{}]"), 1..6)) {
        let mut text = EXAMPLE.to_owned();
        for (at, sign) in edits {
            let at = text.floor_char_boundary(at.index(text.len()));
            text.insert_str(at, &sign);
        }
        is_sound(text.as_bytes());
    }
}
