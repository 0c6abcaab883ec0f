//! Words with an article joined to them, and states by a part of their name.

use super::*;

const RIVER: &str = "\
---
title: \"The river\"
lang: en
licence: CC0
as_of: 2000
---

# The river

## Old days (1400–1699) {#old}

1500: Azawad is left.[^k] []{#left}

1510: Some write it Lazawad.[^k] []{#written}

1520: N’Daw speaks.[^k] []{#speaks}

1530: Daw answers.[^k] []{#answers}

1540: Taxes of Tor are raised.[^k] []{#taxes}

## People

- Ben: chancellor of Songhai
- Bo: cook whom Ann sent to Kor
- Ann of Kor: lady; also Lady Ann

## Places

- Gao: capital of Songhai by the river; 50.1, 10.2
- Kirina: capital of Tor; 50.1, 10.3

## Peoples

- Tor: people by the river

## Polities

- Songhai Empire: empire; 1464–1591
- Kingdom of Tor: kingdom; 1500–1600
- River Empire: empire; 1400–1500

[^k]: “A book”; by: Kell, Ann; date: 1999
";

fn complete(query: &str) -> Vec<String> {
    let pack = griot_pack::pack::check_text("river.md", RIVER, "2000-01-01").0.unwrap();
    let answer = Index::new(&pack).search(&pack, query, 99);
    answer.hits.iter().filter(|hit| hit.is_complete()).map(|hit| called(&pack, hit.what)).collect()
}

#[test]
fn a_word_is_found_without_its_article_and_written_in_one_with_it() {
    for (query, wanted) in [
        ("azawad", &["left"][..]),
        ("l’azawad", &["left", "written"]),
        ("d’azawad", &["left"]),
        ("qu’azawad", &["left"]),
        ("daw", &["answers"]),
        ("n’daw", &["speaks"]),
        ("c’daw", &["answers"]),
    ] {
        assert_eq!(complete(query), wanted, "{query}");
    }
}

#[test]
fn a_state_is_known_without_the_word_for_what_it_is_unless_another_bears_the_rest() {
    for (query, wanted) in [
        ("capital of the Songhai Empire", &["Gao"][..]),
        ("chancellor of the Songhai Empire", &["Ben"]),
        ("capital of Tor", &["Kirina"]),
        // Tor alone is a people, and the river what the whole pack is about.
        ("capital of the Kingdom of Tor", &[]),
        ("taxes of the Kingdom of Tor", &[]),
        ("capital of the River Empire", &[]),
    ] {
        assert_eq!(complete(query), wanted, "{query}");
    }
}

#[test]
fn who_is_asked_for_by_another_name_is_found_by_the_telling_words_of_their_own() {
    assert_eq!(complete("Lady Ann cook"), ["Bo"]);
}
