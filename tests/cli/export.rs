//! What goes out: citations and exports.

use std::path::Path;

use super::run::{griot, printed};

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
    // Several places are cited as each is by itself, and what all cite once.
    let two = printed(&["cite", key, "1.6"]);
    assert_eq!(two, printed(&["cite", key]) + &printed(&["cite", "1.6"]));
    assert_eq!(printed(&["cite", "1.6", "1.6"]), printed(&["cite", "1.6"]));
    assert!(printed(&["cite", "1.6", "1.7"]).starts_with(&printed(&["cite", "1.6"])));
    assert_eq!(printed(&["read", "1.6", "1.7"]), printed(&["read", "1.6..1.7"]));
    assert_eq!(printed(&["cite", "mansa", "musa"]), printed(&["cite", "mansa-musa"]));
}

#[test]
fn a_figure_of_a_country_is_not_of_the_time_that_the_country_lasts() {
    let figures = printed(&["list", "figures", "--plain"]);
    let of = |start: &str| figures.lines().filter(|line| line.starts_with(start)).collect::<Vec<_>>();
    assert!(!of("mali\t").is_empty());
    for line in of("mali\t") {
        assert_eq!(line.split('\t').nth(2), Some(""), "{line}");
    }
    let war = of("tuareg-rebellion-1963\t");
    assert_eq!(war.first().and_then(|line| line.split('\t').nth(2)), Some("1963–1964"), "{war:?}");
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
