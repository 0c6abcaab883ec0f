//! What lists, the timeline, the map and a search print.

use griot_pack::pack::Rank;

use super::run::{griot, printed, said};

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
