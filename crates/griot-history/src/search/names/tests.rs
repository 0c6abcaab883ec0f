//! Names of a pack that two threads look through, and which of them are left where a letter is wrong.

use super::*;
use crate::search::Index;

/// The names that answer a query, and how.
fn named(names: &[&str], query: &str) -> Vec<(String, Tier)> {
    let places = names.iter().map(|name| format!("- {name}: town\n")).collect::<Vec<_>>().concat();
    let text = format!("## E (1000)\n\n1000: It is.\n\n## Places\n\n{places}");
    let pack = griot_pack::pack::check_text("a.md", &text, "2000-01-01").0.unwrap();
    let mut found = Index::new(&pack).named(&pack, query, usize::MAX);
    found.sort_by_key(Named::order);
    found.iter().map(|it| (pack[it.entity].name.to_string(), it.tier)).collect()
}

#[test]
fn where_one_letter_is_wrong_letters_that_lie_apart_were_not_meant() {
    let is = |name: &str, tier| (name.to_owned(), tier);
    assert_eq!(named(&["Barmarcoo"], "bamaco"), [is("Barmarcoo", Tier::Fuzzy)]);
    assert_eq!(named(&["Bamako", "Barmarcoo"], "bamaco"), [is("Bamako", Tier::Typo)]);
    assert_eq!(
        named(&["Bamako", "Bamarco"], "bamaco"),
        [is("Bamarco", Tier::Fuzzy), is("Bamako", Tier::Typo)],
        "but for one that only lacks a letter"
    );
    assert_eq!(
        named(&["Bako", "Bank And Corn Oats"], "baco"),
        [is("Bank And Corn Oats", Tier::Initials), is("Bako", Tier::Typo)]
    );
    assert_eq!(
        named(&["Timbuktu", "Tiimbbuckto"], "timbucto"),
        [is("Tiimbbuckto", Tier::Fuzzy), is("Timbuktu", Tier::Typo)],
        "two wrong letters are no likelier"
    );
}

#[test]
fn more_words_than_a_name_has_misspell_it_only_together() {
    assert_eq!(named(&["Bamako"], "bama ko"), [("Bamako".to_owned(), Tier::Typo)]);
    assert_eq!(named(&["Bamako"], "bamaco town"), []);
    assert_eq!(named(&["Bamako Town"], "bamaco town"), [("Bamako Town".to_owned(), Tier::Typo)]);
    assert_eq!(named(&["Bamako Town"], "bamaco t"), [("Bamako Town".to_owned(), Tier::Typo)], "the last is unfinished");
    assert_eq!(named(&["Bamako Town"], "bamaco"), [("Bamako Town".to_owned(), Tier::Typo)]);
}

#[test]
fn names_that_two_threads_look_through_are_found_once() {
    let names = ["Alpha", "Beta", "Gamma", "Delta", "Epsilon"];
    let record = |name: &str| format!("- Bamako {name}: town; also B {name}; also Ba {name}\n");
    let text = format!("## E (1000)\n\n1000: [[Bamako Alpha]].\n\n## Places\n\n{}", names.map(record).concat());
    let pack = griot_pack::pack::check_text("a.md", &text, "2000-01-01").0.unwrap();
    let index = Index::new(&pack);
    assert!(index.names().letters.len() >= MANY);
    let all: Vec<usize> = index.names().in_parts(|part| part).into_iter().flatten().collect();
    assert_eq!(all, (0..index.names().letters.len()).collect::<Vec<_>>());
    for query in ["b", "bamako", "bmko", "bamaco alpa"] {
        let mut found: Vec<EntityId> = index.named(&pack, query, usize::MAX).iter().map(|it| it.entity).collect();
        let all = found.len();
        found.sort_unstable();
        found.dedup();
        assert_eq!(found.len(), all, "{query}");
        assert!(all > 0, "{query}");
    }
}
