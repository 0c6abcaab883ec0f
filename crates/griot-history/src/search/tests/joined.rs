//! What joins those who are named, and what is told of the day on which one of them died.

use super::*;

const FEAST: &str = "\
---
title: \"The feast\"
lang: en
licence: CC0
as_of: 2000
---

# The feast

## Old days (1100–1199) {#old}

1150: They eat.[^k] []{#eat}
1165: All look for [[Ada Vale]].[^k] []{#look}
1165: [[Ada Vale]] is left to die in the hills.[^k] []{#dies}

## People

- Ada Vale: builder of the wall; 1100–1165
- Cy Vale: son of Ada Vale; 1130–1180

## Events

- Feast: meal beside the wall; 1150; with: [[Ada Vale]]; with: [[Cy Vale]]

[^k]: “A book”; by: Kell, Ann; date: 1999
";

/// What answers a query: what comes first of it.
fn first(query: &str, most: usize) -> Vec<String> {
    let pack = griot_pack::pack::check_text("feast.md", FEAST, "2000-01-01").0.unwrap();
    let answer = Index::new(&pack).search(&pack, query, most);
    answer.hits.iter().map(|hit| called(&pack, hit.what)).collect()
}

#[test]
fn names_alone_ask_for_the_event_that_joins_them() {
    assert_eq!(first("Ada Vale Cy Vale", 2), ["Feast", "Cy Vale"]);
    assert_eq!(first("Ada Vale wall", 2), ["Ada Vale", "Feast"], "who is named and what is said of her");
    assert_eq!(first("first Ada Vale Cy Vale", 2), ["Cy Vale", "Feast"], "who was born before it");
}

#[test]
fn a_sentence_of_the_day_stands_behind_one_that_says_what_is_asked() {
    let pack = griot_pack::pack::check_text("feast.md", FEAST, "2000-01-01").0.unwrap();
    let index = Index::new(&pack);
    let told = |query: &str| -> Vec<(String, bool)> {
        let answer = index.search(&pack, query, 9);
        answer
            .text()
            .map(|id| {
                (
                    statement(&pack, id),
                    answer.hits.iter().any(|hit| hit.what == Found::Statement(id) && hit.is_complete()),
                )
            })
            .collect()
    };
    let answers = |told: &[(&str, bool)]| told.iter().map(|(id, all)| ((*id).to_owned(), *all)).collect::<Vec<_>>();
    assert_eq!(told("how did Ada Vale die"), answers(&[("dies", true), ("look", true)]));
    assert_eq!(
        told("how did Ada Vale die laughing"),
        answers(&[("dies", false), ("look", false)]),
        "of that none tells"
    );
    assert!(told("how was Ada Vale born").iter().all(|(_, complete)| !complete), "that was on another day");
}
