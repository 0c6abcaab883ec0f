//! Packs of other histories than Mali's: whatever holds of the one that is built in holds of a dynasty in three centuries
//! and of a country in two thousand years. Nothing here knows what any of them tells.
#![allow(clippy::unwrap_used, clippy::panic, clippy::allow_attributes, reason = "tests fail by panicking")]

mod common;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

use assert_cmd::Command;
use common::Harness;
use griot::tui::app::App;
use griot::tui::settings::Settings;
use griot_history::chronicle;
use griot_history::map::places;
use griot_history::search::{Hit, Index};
use griot_history::timeline::{Model, What};
use griot_pack::pack::{Kind, Pack, check};
use proptest::prelude::*;
use ratatui::layout::Size;
use serde_json::Value;

/// Packs by the names of their folders; the first is built in.
const PACKS: [&str; 3] = ["mali", "askias", "united-kingdom"];

/// The five views by their keys.
const VIEWS: [&str; 5] = ["r", "t", "p", "e", "s"];

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/packs").join(name)
}

fn opened(name: &str) -> Pack {
    if name == "mali" {
        return griot::built_in::pack().unwrap();
    }
    let (pack, problems) = check(&folder(name));
    assert_eq!(problems.listed, [], "{name}");
    pack.unwrap()
}

fn shown(name: &str, width: u16, height: u16) -> Harness {
    Harness::of(App::new(opened(name), Size { width, height }, Settings::default()))
}

/// griot over one of the packs, with nothing of anybody's own in its way.
fn griot(name: &str, args: &[&str], input: &str) -> Output {
    let home = tempfile::tempdir().unwrap();
    let mut griot = Command::cargo_bin("griot").unwrap();
    griot.env("HOME", home.path()).env_remove("GRIOT_DATA");
    for own in ["XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"] {
        griot.env(own, home.path());
    }
    if name != "mali" {
        griot.arg("--data").arg(folder(name));
    }
    griot.args(args).write_stdin(input).output().unwrap()
}

fn printed(name: &str, args: &[&str]) -> String {
    let output = griot(name, args, "");
    assert!(output.status.success(), "{name} {args:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// The files of a folder, by their names in it.
fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(at) = folders.pop() {
        for entry in fs::read_dir(at).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                found.insert(path.strip_prefix(folder).unwrap().to_owned(), fs::read(&path).unwrap());
            }
        }
    }
    found
}

fn copied(from: &Path, to: &Path) {
    for (name, bytes) in files(from) {
        let path = to.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
}

#[test]
fn every_pack_is_sound_to_the_strict() {
    for name in PACKS {
        let told = printed(name, &["check", "--strict"]);
        assert!(told.contains("statements"), "{name}: {told}");
    }
}

#[test]
fn every_view_draws_at_every_size_in_every_era() {
    for name in PACKS {
        let eras = opened(name).eras().len();
        for (width, height) in [(120, 40), (80, 24), (40, 12)] {
            for view in VIEWS {
                let mut here = shown(name, width, height).keys(view);
                for era in 0..=eras {
                    let frame = here.frame();
                    let written = frame.lines().filter(|line| line.chars().any(char::is_alphanumeric)).count();
                    assert!(written > 3, "{name}, {view} at {width}×{height}, era {era}:\n{frame}");
                    here = here.keys("]");
                }
            }
        }
    }
}

#[test]
fn every_view_leads_on_and_back() {
    for name in PACKS {
        for view in VIEWS {
            let there = shown(name, 120, 40).keys(view);
            let before = there.frame();
            let further = there.keys("Tab Enter Tab Enter j j G g g");
            assert!(further.frame().lines().count() > 3, "{name}, {view}");
            let back = further.keys("Esc").keys(view).keys("H H H H H H");
            assert!(!back.frame().is_empty() && !before.is_empty(), "{name}, {view}");
        }
    }
}

#[test]
fn every_entity_and_every_source_has_a_page() {
    for name in PACKS {
        let pack = opened(name);
        let mut here = shown(name, 120, 40);
        for id in pack.entities() {
            let entity = &pack[id];
            here = here.keys(":").type_in(&format!("open {}", entity.id)).keys("Enter");
            let begins: String = entity.name.chars().take(20).collect();
            let frame = here.frame();
            assert!(frame.contains(&begins), "{name}, {}:\n{frame}", entity.id);
        }
        for id in pack.sources() {
            here = here.keys(":").type_in(&format!("open {}", pack[id].key)).keys("Enter");
            let begins: String = pack[id].title.chars().take(12).collect();
            let frame = here.frame();
            assert!(frame.contains(&begins), "{name}, {}:\n{frame}", pack[id].key);
        }
    }
}

#[test]
fn the_search_finds_every_name_first() {
    for name in PACKS {
        let pack = opened(name);
        let index = Index::new(&pack);
        for id in pack.entities() {
            let sought = pack[id].name.to_lowercase();
            let answer = index.search(&pack, &pack[id].name, usize::MAX);
            let first = answer.names().find_map(Hit::entity);
            let is_it = first.is_some_and(|found| {
                let names = pack[found].aliases.iter().map(|alias| alias.name.to_lowercase());
                found == id
                    || pack[found].name.to_lowercase() == sought
                    || names.into_iter().any(|alias| alias == sought)
            });
            let found = first.map(|found| pack[found].id.as_str());
            assert!(is_it, "{name}: {:?} finds {found:?} first", pack[id].name);
        }
    }
}

#[test]
fn the_statements_of_an_era_are_those_of_its_passages_in_their_order() {
    for name in PACKS {
        let pack = opened(name);
        for era in pack.eras() {
            let told = pack.passages_in(era).flat_map(|passage| pack.statements_of(passage));
            assert!(pack.statements_in(era).eq(told), "{name}: {era:?}");
        }
    }
}

#[test]
fn timeline_and_map_leave_nothing_out() {
    for name in PACKS {
        let pack = opened(name);
        let model = Model::new(&pack);
        for id in pack.statements().filter(|id| pack[*id].when.is_some()) {
            assert!(model.position(What::Statement(id)).is_some(), "{name}: {}", pack.statement_id(id));
        }
        for id in pack.entities().filter(|id| pack[*id].kind == Kind::Event && pack[*id].when.is_some()) {
            assert!(model.position(What::Event(id)).is_some(), "{name}: {}", pack[id].id);
        }
        let listed: Vec<_> = places::gazetteer(&pack);
        for id in pack.entities().filter(|id| pack[*id].kind == Kind::Place) {
            let place = listed.iter().find(|place| place.entity == id);
            assert!(place.is_some(), "{name}: {} is not listed", pack[id].id);
            assert_eq!(place.and_then(|it| it.at), places::point(&pack, id), "{name}: {}", pack[id].id);
        }
    }
}

#[test]
fn what_is_told_of_a_time_is_found_at_that_time() {
    for name in PACKS {
        let pack = opened(name);
        for id in pack.statements() {
            let Some(when) = pack[id].when else { continue };
            let moment = chronicle::at(&pack, &when);
            assert!(moment.statements.contains(&id), "{name}: {} at {when}", pack.statement_id(id));
        }
    }
}

#[test]
fn a_beginning_or_an_end_that_is_not_known_is_not_for_ever() {
    for name in PACKS {
        let pack = opened(name);
        for id in pack.statements() {
            let Some(when) = pack[id].when else { continue };
            let mut holders = chronicle::in_power(&pack, &when);
            holders.extend(chronicle::at(&pack, &when).offices.into_iter().map(|(holder, _)| holder));
            for holder in holders {
                let it = &pack[holder];
                let dates = it.offices.iter().filter_map(|office| office.when).chain(it.when);
                let answer = dates.filter(|date| chronicle::answers(date, &when).is_some()).count();
                assert!(answer > 0, "{name}: {} at {when}", it.id);
            }
        }
    }
}

#[test]
fn every_form_of_export_holds_the_whole_pack() {
    for name in PACKS {
        let (pack, dir) = (opened(name), tempfile::tempdir().unwrap());
        let counts = |it: &Pack| (it.eras().len(), it.statements().len(), it.entities().len(), it.sources().len());
        let text = printed(name, &["export", "-f", "txt"]);
        for era in pack.eras() {
            assert!(text.contains(pack[era].title.as_str()), "{name}: {}", pack[era].title);
        }
        let json: Value = serde_json::from_str(&printed(name, &["export", "-f", "json"])).unwrap();
        assert_eq!(json["eras"].as_array().unwrap().len(), pack.eras().len(), "{name}");
        let table = printed(name, &["export", "-f", "csv"]);
        let rows = csv::Reader::from_reader(table.as_bytes()).records().map(Result::unwrap).count();
        assert_eq!(rows, pack.statements().len(), "{name}");
        let geo: Value = serde_json::from_str(&printed(name, &["export", "-f", "geojson"])).unwrap();
        let placed = pack.entities().filter(|id| places::point(&pack, *id).is_some()).count();
        assert!(geo["features"].as_array().unwrap().len() >= placed, "{name}");

        let plain = dir.path().join("history.md");
        printed(name, &["export", "-f", "md", "-o", plain.to_str().unwrap()]);
        let written = dir.path().join("folder");
        printed(name, &["export", "-f", "pack", written.to_str().unwrap()]);
        for path in [&plain, &written] {
            let (read, problems) = check(path);
            assert_eq!(problems.listed, [], "{name}: {}", path.display());
            assert_eq!(counts(&read.unwrap()), counts(&pack), "{name}: {}", path.display());
        }
        let compiled = dir.path().join("whole.griot");
        printed(name, &["export", "-f", "pack", "-o", compiled.to_str().unwrap()]);
        let told = printed("mali", &["--data", compiled.to_str().unwrap(), "export", "-f", "json"]);
        assert_eq!(serde_json::from_str::<Value>(&told).unwrap(), json, "{name}");
    }
}

#[test]
fn line_by_line_a_pack_is_read_to_its_end() {
    for name in PACKS {
        let eras = opened(name).eras().len();
        let lines = "]\n".repeat(eras) + "t\np\ne\ns\nr\nq\n";
        let output = griot(name, &["--linear", "--width", "60"], &lines);
        assert_eq!(output.status.code(), Some(0), "{name}: {}", String::from_utf8_lossy(&output.stderr));
        assert!(output.stderr.is_empty(), "{name}: {}", String::from_utf8_lossy(&output.stderr));
        let told = String::from_utf8(output.stdout).unwrap();
        assert!(told.contains(&format!("Era {eras} of {eras}")) && !told.contains('\u{1b}'), "{name}: {told}");
    }
}

#[test]
fn what_a_pack_was_imported_from_changes_nothing_a_second_time() {
    for name in PACKS {
        let source = folder(name).join("source");
        if !source.is_dir() {
            continue;
        }
        let dir = tempfile::tempdir().unwrap();
        let copy = dir.path().join(name);
        copied(&folder(name), &copy);
        let before = files(&copy);
        let imported: Vec<String> =
            files(&source).keys().map(|file| source.join(file).to_str().unwrap().to_owned()).collect();
        let args: Vec<&str> =
            ["import"].into_iter().chain(imported.iter().map(String::as_str)).chain([copy.to_str().unwrap()]).collect();
        printed("mali", &args);
        for (file, bytes) in files(&copy) {
            assert!(before.get(&file) == Some(&bytes), "{name}: {} has changed", file.display());
        }
    }
}

#[test]
fn no_keys_bring_any_of_them_down() {
    let keys = prop::sample::select(vec![
        "r", "t", "p", "e", "s", "j", "k", "J", "K", "Tab", "Enter", "Esc", "H", "L", "]", "[", ")", "(", "x", "v",
        "f", "+", "-", "0", "b", "G", "g", "m", "'", "?", "Space", "n",
    ]);
    let walks = (prop::sample::select(PACKS.to_vec()), prop::collection::vec(keys, 1..25), (20u16..140, 6u16..50));
    let config = ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() };
    proptest!(config, |((name, keys, (width, height)) in walks)| {
        let frame = shown(name, width, height).keys(&keys.join(" ")).frame();
        prop_assert!(frame.lines().any(|line| !line.trim().is_empty()), "{name}: {keys:?}");
    });
}
