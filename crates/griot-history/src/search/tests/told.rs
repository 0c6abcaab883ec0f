//! What is told of somebody without their name, or by another name, and what is shown where little answers.

use super::*;

const COAST: &str = "\
---
title: \"The coast\"
lang: en
licence: CC0
as_of: 2000
---

# The coast

## Old days (1400–1599) {#old}

1500: [[Ida Fell]] sails to the [[Cape]].[^k] []{#sails}
1510: She builds a light, of two hundred stones.[^k] []{#light}
1540: A wave takes her on the way home.[^k] []{#wave}

### The harbour

1550: Ships of the [[Cape]] are lost.[^k] []{#lost}
1551: After the storm a new light is built by masons.[^k] []{#built}
1552: Where the [[Cape]] ends the town is dead.[^k] []{#dead}

## People

- Ida Fell: sailor; 1480–1540; also Captain Ida
- Jo Fell: daughter of Ida Fell; 1505–1560
- Kit Moor: who sailed beside Ida Fell and wrote a book; 1490–1550

## Places

- Cape: point of the coast, where many were killed; 50.1, 10.2; type: cape

## Events

- Wreck of the Cape: loss; 1550; type: wreck; in: [[Cape]]; with: [[Ida Fell]], founder of the light; figure: 40 dead

[^k]: “A book of ships”; by: Kell, Ann; date: 1999
";

fn coast(query: &str) -> Vec<String> {
    let (pack, problems) = griot_pack::pack::check_text("coast.md", COAST, "2000-01-01");
    let pack = pack.unwrap_or_else(|| {
        panic!("{:?}", problems.listed.iter().map(griot_pack::pack::Problem::message).collect::<Vec<_>>())
    });
    let answer = Index::new(&pack).search(&pack, query, 99);
    answer
        .hits
        .iter()
        .map(|hit| format!("{}{}", called(&pack, hit.what), if hit.is_complete() { "" } else { "?" }))
        .collect()
}

/// Holds that the answers of a query begin with these; a sign tells what does not answer everything.
fn begins(query: &str, wanted: &[&str]) {
    let found = coast(query);
    assert_eq!(found[..wanted.len().min(found.len())], *wanted, "{query}: {found:?}");
}

#[test]
fn a_pronoun_goes_on_to_tell_of_somebody() {
    // She built it: the sentence before names her.
    assert!(coast("stones Ida Fell")[0] == "light");
}

#[test]
fn what_is_called_otherwise_is_found_where_its_own_name_stands() {
    begins("Captain Ida book", &["Kit Moor"]);
}

#[test]
fn whose_child_somebody_is_tells_who_the_parent_is() {
    begins("father of Jo Fell", &["Jo Fell"]);
}

#[test]
fn how_and_where_a_life_ended_the_sentence_of_that_day_tells_before_what_is_of_others() {
    begins("how did Ida Fell die", &["Ida Fell", "wave"]);
    begins("where did Ida Fell die", &["wave", "Wreck of the Cape"]);
    begins("where was Jo Fell born", &["Jo Fell"]);
}

#[test]
fn where_little_answers_what_answers_next_best_is_shown_behind_it() {
    begins("stones Ida Fell", &["light", "sails?", "Ida Fell?"]);
    assert_eq!(coast("wreck cape"), ["Wreck of the Cape"], "not where a name does");
}

#[test]
fn a_share_is_a_figure() {
    assert_eq!(Query::read("what percentage of ships").asked, Some(Asked::HowMany));
    assert_eq!(Query::read("what percentage of ships").words, "ships");
}
