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
                let wide = griot_history::text::width(line);
                // Addresses, and what is called by its address, are kept whole, to be copied.
                let is_address = line.contains("http") || line.trim().contains('.') && !line.trim().contains(' ');
                assert!(wide <= width || is_address, "{args:?} {wide}: {line}");
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
    let text = printed(&["read", "anc-barmandana-story", "--plain"]);
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
    let pack = griot::built_in::pack().unwrap();
    let flat = printed(&["read", "--plain"]);
    for id in pack.statements() {
        assert!(flat.contains(pack[id].text.as_str()), "{}", pack[id].text);
    }
    // A figure of an event has its note on the event's page.
    let cited = pack.statements().flat_map(|id| pack[id].cites.iter().chain(&pack[id].note_cites));
    for note in cited.copied().collect::<std::collections::BTreeSet<_>>() {
        let number = format!("\n[{}]\t", note.number());
        assert_eq!(flat.matches(&number).count(), 1, "{number}");
    }
}

#[test]
fn help_fits_eighty_columns_and_names_every_command() {
    for args in [
        &["--help"][..],
        &["timeline", "--help"],
        &["search", "--help"],
        &["list", "--help"],
        &["read", "--help"],
        &["at", "--help"],
    ] {
        for line in printed(args).lines() {
            assert!(griot_history::text::width(line) <= 80, "{args:?}: {line}");
        }
    }
    let help = griot().arg("--help").output().unwrap().stdout;
    let help = String::from_utf8(help).unwrap();
    for command in [
        "open",
        "read",
        "at",
        "search",
        "show",
        "list",
        "check",
        "about",
        "timeline",
        "map",
        "cite",
        "export",
        "new",
        "keys",
        "completions",
        "man",
        "doctor",
    ] {
        assert!(help.lines().any(|line| line.trim_start().starts_with(command)), "{command}");
    }
}

/// What is printed of the pack that `griot new` makes, which changes only with the program.
fn of_new_pack(args: &[&str]) -> String {
    let dir = tempfile::tempdir().expect("a folder");
    let pack = dir.path().join("town");
    assert_eq!(griot().arg("new").arg(&pack).output().expect("griot runs").status.code(), Some(0));
    let output = griot().arg("--data").arg(&pack).args(args).output().expect("griot runs");
    String::from_utf8(output.stdout).expect("UTF-8")
}

#[test]
fn every_page_looks_as_it_did() {
    for (name, args) in [
        ("read", &["read"][..]),
        ("read_plain", &["read", "--plain"]),
        ("read_json", &["read", "1.1", "--json"]),
        ("at", &["at", "1900"]),
        ("search", &["search", "town"]),
        ("search_json", &["search", "the town", "--json"]),
        ("show", &["show", "first-town"]),
        ("show_source", &["show", "first-source"]),
        ("list", &["list"]),
        ("list_events", &["list", "events", "--type", "other"]),
        ("timeline", &["timeline"]),
        ("map", &["map"]),
        ("cite", &["cite", "1.1", "--format", "bibtex"]),
        ("export", &["export"]),
        ("about", &["about"]),
    ] {
        insta::assert_snapshot!(name, of_new_pack(args));
    }
}

#[test]
fn places_are_found_in_every_way_they_are_named() {
    for (place, begins) in [
        ("2", "2 French colonial rule"),
        ("french-colonial-rule", "2 French colonial rule"),
        ("1.6", "Precolonial Mali"),
        ("1.6..1.7", "Precolonial Mali"),
        ("timbuktu", "Timbuktu"),
        ("TIMBUCTOO", "Timbuktu"),
        ("modibo keita", "Modibo Keïta"),
        ("13th c.", "Precolonial Mali"),
        ("26 Mar 1991", "Moussa Traoré regime"),
    ] {
        let text = printed(&["read", place]);
        assert!(text.starts_with(begins), "{place}: {}", text.lines().next().unwrap_or_default());
    }
    assert_eq!(printed(&["read", "modibo", "keita"]), printed(&["read", "modibo-keita"]));
}

#[test]
fn a_new_pack_passes_its_check() {
    let dir = tempfile::tempdir().expect("a folder");
    let pack = dir.path().join("My Own \"Pack\"");
    let new = |title: &str| griot().arg("new").arg(&pack).args(["--title", title]).output().unwrap();
    assert_eq!(new("A \"title\" \\ with signs").status.code(), Some(0));
    let check = griot().arg("check").arg(&pack).output().unwrap();
    assert_eq!(check.status.code(), Some(0), "{}", String::from_utf8_lossy(&check.stdout));
    let about = griot().args(["about", "--json", "--data"]).arg(&pack).output().unwrap();
    let about: serde_json::Value = serde_json::from_slice(&about.stdout).unwrap();
    assert_eq!((&about["title"], &about["pack"]), (&"A \"title\" \\ with signs".into(), &"my-own-pack".into()));
    // What is there is not touched.
    assert_eq!(new("Another").status.code(), Some(2));
}

#[test]
fn every_key_stands_in_the_table_and_in_the_manual() {
    let (table, manual) = (printed(&["keys", "--plain"]), printed(&["man"]));
    for command in griot::tui::commands::all().filter(|command| !command.does.is_empty()) {
        let keys: Vec<String> = command.first_keys().map(|key| key.to_string()).collect();
        assert!(table.contains(&format!("{}\t{}", keys.join(" "), command.does)), "{command:?}");
        assert!(table.contains(&format!("\t{}\n", command.name)), "{command:?}");
        assert!(manual.contains(&format!("({})", command.name.replace('-', "\\-"))), "{command:?}");
    }
    assert!(manual.contains("\n.TH GRIOT 1 ") && manual.is_ascii());
    for command in
        ["search QUERY...", "export", "doctor", "\\-\\-no\\-state", "NO_COLOR", "word\\-prefix", "The order of answers"]
    {
        assert!(manual.contains(command), "{command}");
    }
}

#[test]
fn completions_are_there_for_every_shell() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        assert!(printed(&["completions", shell]).contains("griot"), "{shell}");
    }
}

#[test]
fn completions_ask_for_the_ids_and_lists_of_the_pack() {
    for (shell, ids, lists) in [
        ("bash", "lists=\"list entities\"", "lists=\"list\""),
        ("fish", "griot list entities --plain", "(griot list --plain"),
        ("zsh", "*::name -- An id or a name:_griot_ids'", ":_griot_lists'"),
    ] {
        let script = printed(&["completions", shell]);
        assert!(script.contains(ids) && script.contains(lists), "{shell}: {script}");
    }
    // Bash does as it is told.
    let mut bash = std::process::Command::new("bash");
    bash.args(["--noprofile", "--norc", "-c"]).arg(
        "source <(\"$GRIOT\" completions bash); griot() { \"$GRIOT\" \"$@\"; }
         COMP_WORDS=(griot show mansa-mu); COMP_CWORD=2; _griot_with_ids griot mansa-mu show; echo ${COMPREPLY[@]}
         COMP_WORDS=(griot list batt); COMP_CWORD=2; _griot_with_ids griot batt list; echo ${COMPREPLY[@]}",
    );
    let output = bash.env("GRIOT", assert_cmd::cargo::cargo_bin!("griot")).output().unwrap();
    assert_eq!(String::from_utf8(output.stdout).unwrap(), "mansa-musa\nbattles\n");
}

#[test]
fn doctor_tells_what_it_finds_even_of_a_broken_pack() {
    let text = printed(&["doctor"]);
    for fact in ["version", "streams", "TERM", "locale", "no problems", "output no terminal"] {
        assert!(text.contains(fact), "{fact}: {text}");
    }
    let broken = griot().args(["doctor", "--data", "/nonexistent"]).output().unwrap();
    assert_eq!(broken.status.code(), Some(0));
    assert!(String::from_utf8(broken.stdout).unwrap().contains("cannot be read: 1 problem"));
}
