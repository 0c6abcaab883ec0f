//! Packs that are wrong, by accident or on purpose.
#![allow(clippy::unwrap_used, clippy::panic, clippy::allow_attributes, reason = "tests fail by panicking")]

#[path = "hostile/compiled.rs"]
mod compiled;
#[path = "hostile/limits.rs"]
mod limits;
#[path = "hostile/plain.rs"]
mod plain;
#[path = "common/small.rs"]
mod small;

use small::{Files, files, translated, write};
use tempfile::TempDir;

fn problems(dir: &TempDir) -> Vec<String> {
    griot_pack::pack::check(dir.path()).1.listed.iter().map(ToString::to_string).collect()
}

/// A case of `mistakes.txt`.
struct Mistake<'a> {
    file: &'a str,
    from: &'a str,
    to: &'a str,
    said: Vec<String>,
}

fn mistakes() -> Vec<Mistake<'static>> {
    let read = |case: &'static str| {
        let mut lines = case.lines();
        let file = lines.next().unwrap();
        let mut after =
            |sign: &str| lines.next().and_then(|line| line.strip_prefix(sign)).unwrap_or_else(|| panic!("{case}"));
        let (from, to) = (after("- "), after("+ "));
        let said = |line: &str| {
            let told = line.strip_prefix("> ").unwrap_or_else(|| panic!("{case}"));
            let here = told.starts_with(|c: char| c.is_ascii_digit());
            if here { format!("{file}:{told}") } else { told.to_owned() }
        };
        Mistake { file, from, to, said: lines.map(said).collect() }
    };
    include_str!("hostile/mistakes.txt").split("\n\n").skip(1).map(|case| read(case.trim_end())).collect()
}

/// The files with one text in one of them replaced by another.
fn replaced(mut files: Files, file: &str, from: &str, to: &str) -> Files {
    let text = files.get_mut(file).unwrap();
    assert!(text.contains(from), "{file} holds no {from}");
    *text = text.replacen(from, to, 1);
    files
}

#[test]
fn every_mistake_is_told_with_its_place_and_the_nearest_name() {
    assert_eq!(problems(&write(&files())), [""; 0]);
    assert_eq!(problems(&write(&translated())), [""; 0]);
    let mistakes = mistakes();
    assert!(mistakes.len() > 60);
    for Mistake { file, from, to, said } in mistakes {
        let whole = if file.starts_with("translations") { translated() } else { files() };
        let dir = write(&replaced(whole, file, from, to));
        let found: Vec<String> =
            problems(&dir).iter().map(|p| p.replace(&dir.path().display().to_string(), "DIR")).collect();
        assert_eq!(found, said, "{file}: {from} → {to}");
    }
}

#[test]
fn all_problems_are_told_at_once_in_order() {
    let mut all = files();
    let mut expected = Vec::new();
    for (from, to) in
        [("[[ada|", "[[adda|"), ("book, p. 1", "bock, p. 1"), ("\"1912\"", "\"191xx\""), ("[[town]]", "[[twon]]")]
    {
        all = replaced(all, "eras/1-one.json", from, to);
    }
    all = replaced(all, "sources.json", "\"title\": \"Copy\"", "\"titel\": \"Copy\"");
    all = replaced(all, "entities/places.json", "-8.0", "-208.0");
    all = replaced(all, "geo.json", "[1, 2]", "[1, 200]");
    all = replaced(all, "pack.json", "\"format\": 1", "\"format\": 3");
    for (file, what) in [
        ("entities/places.json", "no latitude"),
        ("eras/1-one.json", "\"adda\""),
        ("eras/1-one.json", "\"191xx\""),
        ("eras/1-one.json", "\"bock\""),
        ("eras/1-one.json", "\"twon\""),
        ("geo.json", "longitude"),
        ("pack.json", "format 3"),
        ("sources.json", "\"titel\""),
    ] {
        expected.push((file, what));
    }
    let found = problems(&write(&all));
    assert_eq!(found.len(), expected.len(), "{found:#?}");
    for (problem, (file, what)) in found.iter().zip(expected) {
        assert!(problem.starts_with(file) && problem.contains(what), "{problem} instead of {what} in {file}");
    }
}

#[test]
fn what_a_broken_record_defines_is_not_missing_elsewhere() {
    let all = replaced(files(), "entities/people.json", "\"name\": \"Ada\"", "\"name\": 7");
    let found = problems(&write(&all));
    assert_eq!(found, ["entities/people.json:2:23: expected a string, found a number: put it in quotes"]);
}

#[test]
fn what_stands_after_a_broken_record_is_told_at_its_own_place() {
    let all = replaced(files(), "sources.json", "\"title\": \"Book\"", "\"title\": 7");
    let all = replaced(all, "sources.json", "\"title\": \"Copy\"", "\"title\": \"\"");
    let found = problems(&write(&all));
    assert_eq!(
        found,
        [
            "sources.json:2:42: expected a string, found a number: put it in quotes",
            "sources.json:3:41: a source needs a title"
        ]
    );
}

#[test]
fn a_pack_with_unprintable_text_can_be_read_and_shows_none_of_it() {
    let mut all = files();
    for (file, from) in [
        ("eras/1-one.json", "A girl"),
        ("eras/1-one.json", "S."),
        ("entities/people.json", "Mayor"),
        ("sources.json", "Copy"),
        ("sources.json", "example.org"),
        ("geo.json", "\"C\""),
        ("geo.json", "\"N\""),
        ("pack.json", "Test"),
    ] {
        let hostile =
            from.replacen(|c: char| c.is_alphabetic(), "A\\u001b]0;p\\u0007\\u009b31m\\u202e\\u200b\\u2028B", 1);
        all = replaced(all, file, from, &hostile);
    }
    let dir = write(&all);
    let (pack, problems) = griot_pack::pack::check(dir.path());
    assert_eq!(problems.total(), 8, "{problems:#?}");
    let pack = pack.unwrap();
    // Whatever has been kept, in any field.
    let everything = format!("{pack:?} {:?}", pack.geo().unwrap());
    let raw = everything.split("geo: Some(Unread").next().unwrap_or_default();
    for escape in ["\\u{1b}", "\\u{7}", "\\u{9b}", "\\u{202e}", "\\u{200b}", "\\u{2028}"] {
        assert!(!raw.contains(escape), "{escape} is in the pack");
    }
    assert!(pack.geo().unwrap().labels[0].name.contains('\u{fffd}'));
}

#[test]
fn a_date_that_cannot_be_read_leaves_what_it_dates_undated_and_marked() {
    let mut all = files();
    for (file, from) in [
        ("eras/1-one.json", "\"1912\""),
        ("eras/1-one.json", "\"1900..2000\""),
        ("entities/people.json", "\"1950\""),
        ("geo.json", "\"1900\""),
    ] {
        all = replaced(all, file, from, "\"soon\"");
    }
    all =
        replaced(all, "eras/1-one.json", "\"standing\": \"uncited\"", "\"standing\": \"uncited\", \"when\": \"1950\"");
    let dir = write(&all);
    let (pack, problems) = griot_pack::pack::check(dir.path());
    assert_eq!(problems.listed.iter().map(|it| it.rule.code()).collect::<Vec<_>>(), ["date"; 4]);
    let pack = pack.unwrap();
    let first = pack.statements().next().unwrap();
    assert_eq!((pack[first].when, pack[first].unread.as_deref()), (None, Some("soon")));
    let page = griot_history::text::page::passage_block(&pack, pack[first].passage);
    assert_eq!(page.text, "A girl, Ada, is born. [date not read: “soon”] In Town.");
    assert_eq!(pack[pack.eras().next().unwrap()].when.to_string(), "1950");
    assert!(pack.geo().unwrap().reaches.is_empty());
    let compiled = pack.compile();
    assert!(griot_pack::pack::Compiled::from_bytes(compiled.clone()).unwrap().pack().unwrap() == pack);
}

#[test]
fn files_that_nothing_reads_are_told_where_they_are_meant_for_a_pack() {
    let mut all = files();
    let names = [
        "entities/persons.json",
        "entities/event.json",
        "entities/extra.json",
        "people.json",
        "source.json",
        "era/1-one.json",
        "package.json",
        ".vscode/settings.json",
        "entities/notes.md",
        "schema.json",
    ];
    all.extend(names.map(|name| (name, "[]".to_owned())));
    let dir = write(&all);
    let (pack, problems) = griot_pack::pack::check(dir.path());
    assert!(pack.is_some());
    let told: Vec<String> = problems.listed.iter().map(ToString::to_string).collect();
    let said = "is read by nobody";
    let kinds = "people, places, polities, peoples, groups, organizations, events, concepts, works";
    let near = |file: &str| format!("; did you mean {file:?}?");
    assert_eq!(
        told,
        [
            format!("entities/event.json: {said}{}", near("entities/events.json")),
            format!("entities/extra.json: {said}; the files of entities/ are named {kinds}"),
            format!("entities/persons.json: {said}{}", near("entities/people.json")),
            format!("people.json: {said}{}", near("entities/people.json")),
            format!("source.json: {said}{}", near("sources.json")),
            format!("era/1-one.json: {said}{}", near("eras/1-one.json")),
        ]
    );
}

#[test]
fn messages_hold_no_escape_sequence_and_no_endless_text() {
    let escape = "\\u001b[31m\\u202e";
    let long = "x".repeat(300_000);
    for hostile in [escape, &long] {
        for (file, from) in [
            ("eras/1-one.json", "passage"),
            ("eras/1-one.json", "ada"),
            ("eras/1-one.json", "book"),
            ("eras/1-one.json", "1912"),
            ("eras/1-one.json", "uncited"),
            ("eras/1-one.json", "standing"),
            ("entities/people.json", "town"),
            ("sources.json", "kind"),
            ("geo.json", "1900"),
            ("geo.json", "capital"),
            ("pack.json", "one"),
            ("pack.json", "test"),
        ] {
            let dir = write(&replaced(files(), file, from, hostile));
            let found = problems(&dir);
            assert!(!found.is_empty(), "{file}: {from}");
            for problem in found {
                assert!(!problem.chars().any(griot_pack::clean::is_forbidden), "{problem:?}");
                assert!(problem.len() < 800, "{} bytes about {from} in {file}", problem.len());
            }
        }
    }
}

#[test]
fn ids_that_are_paths_or_worse_are_refused() {
    let long = "a".repeat(65);
    for id in ["../x", "/etc/passwd", "a/b", "CON", "Ada", "", " ", "a b", "é", "a.json", "a_b", "nul\\u0000", &long] {
        for (file, from) in [
            ("eras/1-one.json", "\"passage\""),
            ("entities/events.json", "\"birth\""),
            ("sources.json", "\"copy\""),
            ("pack.json", "\"test\""),
            ("pack.json", "\"one\""),
        ] {
            let found = problems(&write(&replaced(files(), file, from, &format!("\"{id}\""))));
            assert!(found.iter().any(|p| p.contains("is no id")), "{id:?} in {file}: {found:?}");
        }
    }
    let longest = format!("\"{}\"", "a".repeat(64));
    assert_eq!(problems(&write(&replaced(files(), "entities/events.json", "\"birth\"", &longest))), [""; 0]);
}
