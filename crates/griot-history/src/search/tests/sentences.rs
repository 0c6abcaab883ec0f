//! What sentences tell: together with those beside them, of whom, and in which words.

use super::*;

const VALLEY: &str = "\
---
title: \"The valley\"
lang: en
licence: CC0
as_of: 2000
---

# The valley

## Old days (1400–1599) {#old}

1500: [[Ann Oak]] comes to the [[Mill]].[^k] []{#comes}
1510: She plants a vineyard.[^k] []{#plants}
1520: Oak drowns in the river.[^k] []{#drowns}
1521: A wall is built.[^k] []{#wall}

### Later

1530: Les villageois aimeraient une route.[^k] []{#road}
1540: A vineyard burns.[^k] []{#burns}
1550: The dyke is mended.[^k] []{#dyke}

## People

- Ann Oak: founder of Mar; 1480–1520; also Oak
- Ben Ash: miller; 1470–1530; head: King of [[Mar]], 1501–1520
- Cy Mohamed Elm: weaver; 1480–1540

## Places

- Mill: mill of the valley; 50.1, 10.2; type: mill

## Polities

- Mar: kingdom of the valley; 1500–1600

[^k]: “A book of mills”; by: Kell, Ann; date: 1999
";

fn valley(queries: &[&str]) -> (Pack, Vec<Answer>) {
    let (pack, problems) = griot_pack::pack::check_text("valley.md", VALLEY, "2000-01-01");
    let pack = pack.unwrap_or_else(|| {
        panic!("{:?}", problems.listed.iter().map(griot_pack::pack::Problem::message).collect::<Vec<_>>())
    });
    let index = Index::new(&pack);
    let answers = queries.iter().map(|query| index.search(&pack, query, 99)).collect();
    (pack, answers)
}

fn found(query: &str) -> Vec<(String, bool)> {
    let (pack, answers) = valley(&[query]);
    answers[0].hits.iter().map(|hit| (called(&pack, hit.what), hit.is_complete())).collect()
}

#[test]
fn a_sentence_is_of_what_those_beside_it_are_of() {
    // Of whom the passage is, is told in the sentences before.
    assert_eq!(found("wall Ann Oak")[0], ("wall".to_owned(), false));
    assert_eq!(valley(&["wall Ann Oak"]).1[0].failed, [""; 0], "and so nothing fails");
    assert_eq!(valley(&["wall built Ann Oak"]).1[0].failed, [""; 0], "of whatever number of words");
    let alone = [("plants".to_owned(), true), ("burns".to_owned(), true)];
    assert_eq!(found("vineyard"), alone, "one word is told by itself");
    // Of whom a sentence goes on to tell that begins with a pronoun.
    assert_eq!(found("vineyard Ann Oak")[0], ("plants".to_owned(), true));
    // What stands in another passage has nothing to do with her.
    assert_eq!(valley(&["dyke Ann Oak"]).1[0].failed.len(), 1);
}

#[test]
fn what_a_sentence_tells_itself_stands_before_what_it_tells_with_others() {
    let all = found("vineyard burns");
    assert_eq!(all[0], ("burns".to_owned(), true));
    assert!(all[1..].iter().all(|(_, complete)| !complete), "{all:?}");
}

#[test]
fn who_is_told_of_is_linked_or_named_as_one_linked_beside() {
    assert_eq!(found("who drowns in the river")[0].0, "Ann Oak");
    assert!(!found("who plants a vineyard").iter().any(|(name, _)| name == "Ann Oak"), "she is not named there");
}

#[test]
fn whoever_is_told_to_have_founded_a_state_did_so_and_not_its_first_ruler() {
    let (pack, answers) = valley(&["who founded Mar"]);
    assert_eq!(called(&pack, answers[0].hits[0].what), "Ann Oak");
    assert!(answers[0].hits.iter().all(|hit| !matches!(hit.via, Via::Role(_))));
}

#[test]
fn a_long_form_of_a_short_stem_is_found_by_another() {
    assert_eq!(found("aimant")[0].0, "road");
}

#[test]
fn a_name_is_found_in_full_as_others_spell_it() {
    let (pack, answers) = valley(&["weaver cy muhammad elm", "cy muhamed elm weaver"]);
    assert_eq!(called(&pack, answers[0].hits[0].what), "Cy Mohamed Elm");
    assert!(answers[0].is_complete() && answers[0].hits.len() == 1);
}
