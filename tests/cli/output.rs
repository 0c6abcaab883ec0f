//! What is printed, line by line.

use std::path::Path;

use griot_pack::pack::Rank;

use super::run::{griot, printed, said};

#[test]
fn nothing_printed_is_wider_than_was_asked_for() {
    for width in [40usize, 60, 100] {
        let flag = width.to_string();
        for args in [&["read", "2"][..], &["at", "1960..1991"], &["about"], &["show", "timbuktu"], &["list", "people"]]
        {
            let args = [args, &["--width", &flag]].concat();
            for line in printed(&args).lines() {
                let wide = griot_history::text::width(line);
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
    for note in pack.notes() {
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
fn citations_come_in_every_form() {
    let key = "huysecom-2009";
    assert!(printed(&["cite", key]).starts_with("Eric Huysecom"));
    assert!(printed(&["cite", key, "--format", "bibtex"]).starts_with("@article{huysecom-2009,\n"));
    assert!(printed(&["cite", key, "-f", "ris"]).starts_with("TY  - JOUR\n"));
    let records: serde_json::Value = serde_json::from_str(&printed(&["cite", key, "-f", "csl-json"])).unwrap();
    assert_eq!(records[0]["id"], key);
    let pack = griot::built_in::pack().unwrap();
    assert_eq!(printed(&["cite"]).lines().count(), pack.sources().len());
    // A passage is cited with its pages, an entity with all that speaks of it.
    assert!(printed(&["cite", "anc-daw-and-malal"]).contains("p. 333."));
    assert!(printed(&["cite", "timbuktu"]).lines().count() > 3);
}

#[test]
fn exports_hold_the_whole_pack_and_say_where_it_comes_from() {
    let pack = griot::built_in::pack().unwrap();
    let markdown = printed(&["export"]);
    for era in pack.eras() {
        assert!(markdown.contains(&format!("\n## {} (", pack[era].title)), "{}", pack[era].title);
    }
    let places = pack.notes().filter(|id| pack[*id].place.is_some()).count();
    let defined = markdown.lines().filter(|line| line.starts_with("[^")).count();
    assert_eq!(defined, pack.sources().len() + places, "each source, and each place in one");
    for form in ["md", "txt", "anki", "html", "timelinejs", "lpf", "geojson"] {
        let text = printed(&["export", "-f", form, "--era", "3"]);
        assert!(text.contains(pack.about.revision.as_str()) && text.contains(pack.about.licence.as_str()), "{form}");
    }
    let table = printed(&["export", "-f", "csv"]);
    assert_eq!(table.lines().count(), pack.statements().len() + 1);
    let whole: serde_json::Value = serde_json::from_str(&printed(&["export", "-f", "json"])).unwrap();
    assert_eq!(whole["entities"].as_array().map(Vec::len), Some(pack.entities().len()));
    let places: serde_json::Value = serde_json::from_str(&printed(&["export", "-f", "geojson"])).unwrap();
    assert_eq!(places["features"][0]["geometry"]["type"], "Point");
}

#[test]
fn an_export_replaces_a_file_only_when_told_to() {
    let dir = tempfile::tempdir().expect("a folder");
    let file = dir.path().join("out.md");
    let export = |more: &[&str]| {
        griot().args(["export", "-o"]).arg(&file).args(more).output().expect("griot runs").status.code()
    };
    assert_eq!(export(&[]), Some(0));
    let first = std::fs::read_to_string(&file).unwrap();
    assert_eq!(first, printed(&["export"]));
    assert_eq!(export(&["--era", "1"]), Some(2));
    assert_eq!(std::fs::read_to_string(&file).unwrap(), first);
    assert_eq!(export(&["--era", "1", "--force"]), Some(0));
    assert!(std::fs::read_to_string(&file).unwrap().len() < first.len());
    assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 1, "nothing else is left");
    let lost = griot().args(["export", "-o", "/nonexistent/x"]).output().unwrap();
    assert_eq!(lost.status.code(), Some(4));
}

#[test]
fn what_an_export_cannot_say_is_told_with_its_count_and_nothing_is_written_by_half() {
    let dir = tempfile::tempdir().expect("a folder");
    let pack = dir.path().join("history.md");
    std::fs::write(&pack, "# A town\n\n## Once\n\n13 Mar 44 BC: The king fell.\n\nSomebody dug a well.\n").unwrap();
    let file = dir.path().join("days.ics");
    let export = |more: &[&str]| {
        let output =
            griot().arg("--data").arg(&pack).args(["export", "-f", "ics", "-o"]).arg(&file).args(more).output();
        let output = output.expect("griot runs");
        (output.status.code(), String::from_utf8(output.stderr).unwrap())
    };
    let undated = "griot: 1 statement left out: there is no date that this form could place it by\n";
    let early = "griot: 1 day before AD 1 left out: a calendar has no years for them\n";
    assert_eq!(export(&[]), (Some(0), format!("{undated}{early}")));
    let calendar = std::fs::read_to_string(&file).unwrap();
    assert!(calendar.starts_with("BEGIN:VCALENDAR\r\n") && calendar.ends_with("END:VCALENDAR\r\n"));
    let (status, told) = export(&[]);
    assert!(status == Some(2) && told.contains("is there already; --force replaces it"), "{told}");
    assert_eq!(std::fs::read_to_string(&file).unwrap(), calendar);
    assert_eq!(export(&["--force", "--quiet"]), (Some(0), String::new()));
    let folder = dir.path().join("folder");
    std::fs::create_dir(&folder).unwrap();
    let output = griot().args(["export", "-f", "anki", "--force", "-o"]).arg(&folder).output().unwrap();
    assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0));
    let left: Vec<_> = std::fs::read_dir(dir.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left.len(), 3, "{left:?}");
}

#[test]
fn a_timeline_that_went_out_comes_in_again_with_its_dates() {
    let dir = tempfile::tempdir().expect("a folder");
    let (file, again) = (dir.path().join("timeline.json"), dir.path().join("again"));
    let status = |args: &[&str], path: &Path| griot().args(args).arg(path).output().unwrap().status.code();
    assert_eq!(status(&["export", "-f", "timelinejs", "-o"], &file), Some(0));
    let output = griot().arg("import").args([&file, &again]).output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let timeline: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(&file).unwrap()).unwrap();
    let table = griot().arg("--data").arg(&again).args(["export", "-f", "csv"]).output().unwrap();
    let table = String::from_utf8(table.stdout).unwrap();
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let rows: Vec<std::collections::HashMap<String, String>> = reader.deserialize().map(Result::unwrap).collect();
    let year = |text: &str| text.parse::<i64>().map(|year| if year < 0 { year + 1 } else { year }).unwrap();
    let mut wanted: Vec<i64> = timeline["events"]
        .as_array()
        .unwrap()
        .iter()
        .map(|event| year(event["start_date"]["year"].as_str().unwrap()))
        .collect();
    let mut read: Vec<i64> = rows.iter().filter_map(|row| row["from_year"].parse().ok()).collect();
    wanted.sort_unstable();
    read.sort_unstable();
    wanted.dedup();
    read.dedup();
    assert_eq!(wanted, read);
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
        assert!(table.contains(&format!("{}\t{}", command.keys.join(" "), command.does)), "{command:?}");
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

#[test]
fn a_timeline_is_in_order_and_can_be_narrowed() {
    let rows = |args: &[&str]| printed(&[&["timeline", "--plain"], args].concat()).lines().count();
    let all = rows(&[]);
    let (early, late) = (rows(&["--to", "31 Dec 1959"]), rows(&["--from", "1960"]));
    assert!(early < all && late < all && early + late >= all, "{early} {late} {all}");
    // Without a kind all that is dated is there, and what has no row is told of.
    let parts = ["statements", "events", "polities", "offices"].map(|kind| rows(&["--kind", kind]));
    assert_eq!(parts.iter().sum::<usize>(), all);
    let left = |args: &[&str]| {
        let output = griot().args([&["timeline"], args].concat()).output().unwrap();
        String::from_utf8(output.stderr).unwrap()
    };
    let whole = left(&[]);
    for of in ["people", "offices of no rulers", "statements without a date"] {
        assert!(whole.contains(of), "{whole}");
    }
    let events = left(&["--kind", "events"]);
    assert!(events.contains(&format!("{} statements", parts[0])), "{events}");
    assert!(!events.contains("event,"), "{events}");
    assert_eq!(rows(&["--kind", "putsch"]), rows(&["--kind", "coup"]));
    assert!(rows(&["--kind", "presidents"]) < parts[3]);
    let unknown = left(&["--kind", "bttles"]);
    assert!(unknown.contains("did you mean battle"), "{unknown}");
    assert!(rows(&["--kind", "silence"]) > 0);
    // What is known to be before 1818 alone is not told of the year 1500.
    assert!(!printed(&["timeline", "1500", "--kind", "statement"]).contains("before 1818"));
}

#[test]
fn everyday_words_list_what_they_name() {
    let ids = |what: &str| -> Vec<String> {
        let text = printed(&["list", what, "--plain"]);
        text.lines().filter_map(|row| row.split('\t').next()).map(str::to_owned).collect()
    };
    for (one, others) in [
        ("coup", &["coups", "Coups d’État", "putsch"][..]),
        ("towns", &["villes", "ville", "city", "cities"]),
        ("rulers", &["heads of state", "chefs d'etat"]),
        ("presidents", &["président", "PRESIDENT"]),
        ("prime minister", &["prime ministers", "premier ministre"]),
        ("agreements", &["treaties", "traités", "accord"]),
        ("empires", &["empire"]),
        ("people", &["persons", "personnes"]),
        ("peoples", &["peuples", "ethnic groups"]),
        ("figures", &["facts", "chiffres"]),
    ] {
        assert!(!ids(one).is_empty(), "{one}");
        for other in others {
            assert_eq!(ids(other), ids(one), "{other}");
        }
    }
    assert_eq!(
        ids("coups"),
        [
            "sakura-takes-power",
            "deposition-of-askia-muhammad",
            "coup-1968",
            "coup-1991",
            "coup-2012",
            "coup-2020",
            "coup-2021"
        ]
    );
    assert!(ids("presidents").contains(&"alpha-oumar-konare".to_owned()));
    assert!(!ids("presidents").contains(&"seydou-badian-kouyate".to_owned()));
    assert!(ids("emperors").contains(&"mansa-musa".to_owned()));
    // All that griot list tells can be listed by the name it tells.
    for row in printed(&["list", "--plain"]).lines() {
        let (name, count) = row.split_once('\t').unwrap();
        assert_eq!(printed(&["list", name, "--plain"]).lines().count().to_string(), count, "{name}");
    }
    let output = griot().args(["list", "coupz"]).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8(output.stderr).unwrap().contains("did you mean coups?"));
    let output = griot().args(["list", "epidemics"]).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn the_map_is_told_in_words_and_drawn_when_asked_for() {
    let rows = printed(&["map", "timbuktu", "Mopti", "--plain"]);
    let firsts: Vec<&str> = rows.lines().filter_map(|row| row.split('\t').next()).collect();
    assert_eq!(firsts, ["timbuktu", "mopti"], "in the order in which they are named");
    assert!(rows.lines().all(|row| row.split('\t').count() == 7 && row.contains(" of Bamako, ")), "{rows}");
    let words = printed(&["map"]);
    assert!(words.lines().any(|line| line.starts_with("Gao  ")), "{words}");
    let drawn = printed(&["map", "1591", "--draw", "--width", "72"]);
    assert!(drawn.contains("Bamako") && drawn.contains("modern border") && drawn.contains("Gao  "), "{drawn}");
    assert!(drawn.lines().all(|line| griot_history::text::width(line) <= 72), "{drawn}");
    let ascii = printed(&["map", "--draw", "--ascii"]);
    assert!(ascii.is_ascii() && ascii.contains("Bamako"));
}

#[test]
fn a_search_can_be_narrowed() {
    let rows = |args: &[&str]| {
        printed(&[&["search", "--plain"], args].concat()).lines().map(str::to_owned).collect::<Vec<_>>()
    };
    let all = rows(&["coup", "-n", "999"]);
    let late = rows(&["coup", "-n", "999", "--from", "2010"]);
    assert!(late.len() < all.len() && late.iter().all(|row| all.contains(row)));
    assert!(rows(&["keita", "--kind", "person"]).iter().all(|row| row.starts_with("person\t")));
    assert_eq!(rows(&["keita", "--kind", "person"]), rows(&["@person", "keita"]));
    assert_eq!(rows(&["keita", "-n", "2"]).len(), 2);
}

#[test]
fn sources_are_listed_by_rank() {
    let pack = griot::built_in::pack().expect("a pack");
    let ranks = |args: &[&str]| -> Vec<String> {
        let all = [&["list", "sources", "--plain"], args].concat();
        printed(&all).lines().filter_map(|line| line.split('\t').nth(6).map(str::to_owned)).collect()
    };
    let press = pack.sources().filter(|id| pack[*id].rank == Some(Rank::Press)).count();
    assert_eq!(ranks(&["--rank", "press"]), vec!["press"; press]);
    let sorted = ranks(&["--sort", "rank"]);
    assert_eq!(sorted.len(), pack.sources().len());
    let place = |name: &String| Rank::ALL.iter().position(|rank| rank.name() == name);
    assert!(sorted.is_sorted_by_key(place), "{sorted:?}");
    for (args, wanted) in [
        (["list", "sources", "--rank", "pres"], "did you mean press?"),
        (["list", "sources", "--sort", "rang"], "did you mean rank?"),
        (["list", "people", "--rank", "press"], "--rank press is for sources"),
    ] {
        let (code, told) = said(&args);
        assert!(code == 2 && told.contains(wanted), "{told}");
    }
}

#[test]
fn an_event_stands_with_the_statement_that_tells_of_it() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("battle.md");
    let text = "1591: [[Tondibi]]: the army is beaten.\n\n1592: A famine.\n\n## Events\n\n- Tondibi: battle; 1591\n- Other: 1591\n";
    std::fs::write(&file, text).unwrap();
    let told = |args: &[&str]| printed(&[&["--data", file.to_str().unwrap()], args].concat());
    for args in [&["timeline"][..], &["at", "1591"]] {
        let text = told(args);
        assert_eq!((text.matches("Tondibi").count(), text.matches("Other").count()), (1, 1), "{args:?}: {text}");
    }
    // Whoever asks for events gets them, and programs get every id.
    assert_eq!(told(&["timeline", "--kind", "events"]).matches("Tondibi").count(), 1);
    assert!(told(&["timeline", "--json"]).contains("\"event\": \"tondibi\""));
    assert!(told(&["at", "1591", "--json"]).contains("\"id\": \"tondibi\""));
}
