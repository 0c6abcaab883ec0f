use griot_pack::pack::{self, Kind, Source};

use super::*;
use crate::folder::{self, Stamp};

fn when(text: &str) -> When {
    When::parse(text).unwrap()
}

fn stamp() -> Stamp {
    let today = griot_pack::when::Day { year: 2026, month: 11, day: 27 };
    Stamp { id: "trial".into(), title: "A trial".into(), today }
}

/// The pack that a draft becomes, in which nothing may be wrong.
fn packed(files: &[pack::WrittenFile]) -> pack::Pack {
    let dir = tempfile::tempdir().unwrap();
    write(dir.path(), files);
    read(dir.path())
}

fn write(dir: &std::path::Path, files: &[pack::WrittenFile]) {
    for file in files {
        let path = dir.join(&file.name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, &file.text).unwrap();
    }
}

fn read(dir: &std::path::Path) -> pack::Pack {
    let (pack, problems) = pack::check(dir);
    assert!(problems.is_empty(), "{problems:?}");
    pack.unwrap()
}

fn told(text: &str, date: &str) -> Loose {
    let statement = Statement {
        text: literal(text),
        when: (!date.is_empty()).then(|| when(date)),
        origin: Some(origin("list.csv", "row 2", &format!("{text}{date}"))),
        ..Statement::default()
    };
    Loose { era: None, statement }
}

#[test]
fn a_draft_of_anything_is_a_pack() {
    let loose = vec![told("A *star* [[and]] \\ brackets", "1312"), told("Undated", "")];
    let mut draft = Draft { loose, ..Draft::default() };
    let town = draft.named(Kind::Place, "Ségou\u{7}");
    let text = format!("It is told of {}.", link(&town, "Ségou [x]]"));
    draft.loose.push(Loose { era: Some("Named".into()), statement: Statement { text, ..Statement::default() } });
    let cited = draft.source(Source { title: "T".into(), date: Some("soon".into()), ..Source::default() });
    draft.loose[0].statement.cites.push(format!("{}, p. 2", cited.key));
    draft.arrange();
    let pack = packed(&folder::files(&draft, &stamp()).collect::<Vec<_>>());
    assert_eq!(pack.statements().len(), 3);
    let texts: Vec<&str> = pack.statements().map(|id| &*pack[id].text).collect();
    assert_eq!(texts, ["It is told of Ségou [x]].", "A *star* [[and]] \\ brackets", "Undated"]);
    assert_eq!(pack[pack.sources().next().unwrap()].note.as_deref(), Some("The date is given as “soon”."));
}

#[test]
fn places_or_sources_alone_and_nothing_at_all_are_packs() {
    let mut draft = Draft::default();
    packed(&folder::files(&draft, &stamp()).collect::<Vec<_>>());
    draft.named(Kind::Place, "Gao");
    let pack = packed(&folder::files(&draft, &stamp()).collect::<Vec<_>>());
    let text = &pack[pack.statements().next().unwrap()].text;
    assert!(text.starts_with("This pack holds 1 place, and no text"), "{text}");
}

#[test]
fn one_name_of_one_kind_at_times_that_meet_is_one_entity() {
    let mut draft = Draft::default();
    let mut of = |kind, name: &str, date: &str| {
        let mut it = Entity::new(kind, name);
        it.when = Some(when(date));
        draft.entity(it)
    };
    let first = of(Kind::Person, "John Smith", "1800..1850");
    assert!(!first.again);
    assert_eq!(of(Kind::Person, "john  smith", "1840..1850"), Met { id: first.id.clone(), again: true });
    let other = of(Kind::Person, "John Smith", "1900..1950");
    assert_eq!(other, Met { id: "john-smith-2".into(), again: false });
    assert!(!of(Kind::Work, "John Smith", "1840").again);
    assert_eq!(draft.entities[0].note.as_deref(), Some("Also dated 1840–1850."));
}

#[test]
fn what_a_pack_calls_otherwise_is_known_by_its_article() {
    let dir = tempfile::tempdir().unwrap();
    let mut draft = Draft::default();
    let linked = |kind, name: &str| Entity { wikipedia: Some(name.into()), ..Entity::new(kind, name) };
    draft.entity(Entity { wikipedia: Some("Robert_Walpole".into()), ..Entity::new(Kind::Person, "Sir Robert") });
    for kind in [Kind::Place, Kind::Polity] {
        draft.entity(linked(kind, "Mali"));
    }
    write(dir.path(), &folder::files(&draft, &stamp()).collect::<Vec<_>>());
    let mut more = Draft::onto(&read(dir.path()));
    let met = more.entity(linked(Kind::Concept, "Robert Walpole"));
    assert_eq!(met, Met { id: "sir-robert".into(), again: true });
    // Which of two is meant cannot be told.
    assert!(!more.entity(linked(Kind::Concept, "Mali")).again);
    assert!(!more.entity(linked(Kind::Person, "Horace Walpole")).again);
}

#[test]
fn eras_come_of_the_times_that_are_told() {
    let mut draft = Draft::default();
    draft.loose.extend((1800..2000).map(|year| told(&format!("In {year}"), &year.to_string())));
    draft.loose.push(told("Long before", "300 BC"));
    draft.arrange();
    let titles: Vec<&str> = draft.eras.iter().map(|era| era.title.as_str()).collect();
    assert!((2..=12).contains(&titles.len()), "{titles:?}");
    assert!(draft.eras.iter().flat_map(|era| &era.chapters).all(|chapter| chapter.passages.len() <= 40));
    packed(&folder::files(&draft, &stamp()).collect::<Vec<_>>());
}

#[test]
fn what_is_added_leaves_the_pack_as_it_is_and_comes_once() {
    let dir = tempfile::tempdir().unwrap();
    let mut draft = Draft { loose: vec![told("One", "1312")], ..Draft::default() };
    draft.named(Kind::Place, "Gao");
    draft.arrange();
    write(dir.path(), &folder::files(&draft, &stamp()).collect::<Vec<_>>());
    let pack = read(dir.path());
    let mut more = Draft::onto(&pack);
    assert_eq!(more.has_come(told("One", "1312").statement.origin.as_deref().unwrap()), Some(Came::Before));
    assert_eq!(more.has_come(told("Two", "1313").statement.origin.as_deref().unwrap()), None);
    assert_eq!(more.named(Kind::Place, "gao"), "gao");
    more.loose = vec![told("Two", "1313")];
    more.named(Kind::Place, "Dia");
    more.about.credits = vec!["To somebody.".into()];
    more.arrange();
    let old = |name: &str| std::fs::read_to_string(dir.path().join(name)).ok();
    let before = old("entities/places.json").unwrap();
    let files = folder::additions(&more, &stamp(), &old).unwrap();
    write(dir.path(), &files);
    let pack = read(dir.path());
    assert_eq!(pack.statements().len(), 2);
    assert_eq!(pack.about.credits.len(), 1);
    assert!(old("entities/places.json").unwrap().starts_with(before.trim_end().trim_end_matches(']').trim_end()));
    let nothing = folder::additions(&Draft::onto(&pack), &stamp(), &old).unwrap();
    assert_eq!(nothing, []);
}

#[test]
fn no_passage_is_called_like_a_statement_of_another() {
    let mut draft = Draft::default();
    let mut passage = |texts: &[&str]| {
        let statement = |text: &&str| Statement { text: (*text).to_owned(), ..Statement::default() };
        draft.passage(texts.iter().map(statement).collect()).id
    };
    assert_eq!(passage(&["Gao", "It rained.", "It dried."]), "gao");
    assert_eq!(passage(&["Gao 2"]), "gao-2-2");
    assert_eq!(passage(&["Gao"]), "gao-4");
    assert_eq!(passage(&["Mali 1"]), "mali-1");
    assert_eq!(passage(&["Mali"]), "mali-2");
}
