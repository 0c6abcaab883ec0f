//! What is printed, line by line.

use super::run::{griot, printed};

#[test]
fn nothing_printed_is_wider_than_was_asked_for() {
    for width in [40usize, 60, 100] {
        let flag = width.to_string();
        for args in [&["read", "2"][..], &["at", "1960..1991"], &["about"], &["show", "timbuktu"], &["list", "people"]]
        {
            let args = [args, &["--width", &flag]].concat();
            for line in printed(&args).lines() {
                let wide = griot::text::width(line);
                // Addresses are kept whole, to be copied.
                assert!(wide <= width || line.contains("http"), "{args:?} {wide}: {line}");
            }
        }
    }
}

#[test]
fn plain_records_hold_one_record_a_line() {
    let count = |args: &[&str]| printed(args).lines().map(|line| line.split('\t').count()).collect::<Vec<_>>();
    assert!(count(&["list", "people", "--plain"]).iter().all(|fields| *fields == 7));
    assert!(count(&["at", "1591", "--plain"]).iter().all(|fields| *fields == 4));
    assert!(count(&["search", "keita", "--plain"]).iter().all(|fields| *fields == 6));
    let text = printed(&["read", "1.6", "--plain"]);
    assert_eq!(text.lines().filter(|line| line.starts_with("The story of an early ruler")).count(), 1, "{text}");
}

#[test]
fn ascii_is_ascii_and_pipes_have_no_colours() {
    for args in [&["read", "--ascii"][..], &["at", "1591", "--ascii"], &["list", "entities", "--ascii", "--plain"]] {
        assert!(printed(args).is_ascii(), "{args:?}");
    }
    for args in [&["read", "1"][..], &["--help"], &["show", "timbuktu"]] {
        assert!(!printed(args).contains('\u{1b}'), "{args:?}");
    }
}

#[test]
fn the_whole_text_is_printed_with_all_its_notes() {
    let text = printed(&[]);
    assert_eq!(text, printed(&["read"]));
    let pack = griot::pack::embedded().unwrap();
    let flat = printed(&["read", "--plain"]);
    for id in pack.statements() {
        assert!(flat.contains(&pack[id].text), "{}", pack[id].text);
    }
    for note in pack.notes() {
        let number = format!("\n[{}]\t", note.number());
        assert_eq!(flat.matches(&number).count(), 1, "{number}");
    }
}

#[test]
fn help_fits_eighty_columns_and_names_every_command() {
    for args in [&["--help"][..], &["search", "--help"], &["list", "--help"], &["read", "--help"], &["at", "--help"]] {
        for line in printed(args).lines() {
            assert!(griot::text::width(line) <= 80, "{args:?}: {line}");
        }
    }
    let help = griot().arg("--help").output().unwrap().stdout;
    let help = String::from_utf8(help).unwrap();
    for command in ["open", "read", "at", "search", "show", "list", "check", "about"] {
        assert!(help.lines().any(|line| line.trim_start().starts_with(command)), "{command}");
    }
}

#[test]
fn a_time_is_told_in_rows() {
    insta::assert_snapshot!(printed(&["at", "Mar 1968", "-n", "3"]));
}

#[test]
fn places_are_found_in_every_way_they_are_named() {
    for (place, begins) in [
        ("2", "2 French colonial rule"),
        ("french-colonial-rule", "2 French colonial rule"),
        ("1.6", "Before colonization"),
        ("1.6..1.7", "Before colonization"),
        ("timbuktu", "Timbuktu"),
        ("TIMBUCTOO", "Timbuktu"),
        ("modibo keita", "Modibo Keïta"),
        ("13th c.", "Before colonization"),
        ("26 Mar 1991", "Moussa Traoré regime"),
    ] {
        let text = printed(&["read", place]);
        assert!(text.starts_with(begins), "{place}: {}", text.lines().next().unwrap_or_default());
    }
    assert_eq!(printed(&["read", "modibo", "keita"]), printed(&["read", "modibo-keita"]));
}
