//! What stands before what: sentences and records, dates and words, lands, peoples and states, whoever is asked for.

use super::*;

const ISLES: &str = "\
---
title: \"The isles\"
lang: en
licence: CC0
as_of: 2000
---

# The isles

## Old days (1100–1399) {#old}

1110: Eels feed the beggars.[^k] []{#beggars}
1120: Eels and a regatta are painted.[^k] []{#painted}
1130: Eels are salted.[^k] []{#salted}
1140: Eels are smoked.[^k] []{#smoked}

### Later

1150: Eels are sold.[^k] []{#sold}
1160: Eels are taxed.[^k] []{#taxed}
1170: Eels are scarce.[^k] []{#scarce}
1180: Eels come back.[^k] []{#back}
1190: A captive sells eels.[^k] []{#sells}

### Later still

1250: The siege is painted.[^k] []{#siege}
1300: A regatta is held.[^k] []{#held}

### The reef

1310: [[Ana Reef]] comes to the [[Cove]].[^k] []{#comes}
1320: A ballad praises Reef, seven verses long.[^k] []{#ballad}
1330: A comet is seen from a window.[^k] []{#comet}

### The moor

1340: The [[Reefers]] sail.[^k] []{#sail}
1350: The [[Reefers]] mend a window.[^k] []{#mend}
1360: In the [[Fen]] grows moss.[^k] []{#moss}
1365: In the [[Fen]] grows fern.[^k] []{#fern}

### The pearls

1370: Mole trades amber.[^k] []{#amber}
1380: Fen trades pearls.[^k] []{#pearls}
1385: A lantern hangs.[^k] []{#hangs}

### The gate

1390: The jail is whitewashed.[^k] []{#white}
1391: Two boats pass.[^k] []{#pass}

### The moat

1392: [[Diver King]] rests.[^k] []{#rests}
1393: The king digs a moat.[^k] []{#moat}

### The raft

1394: [[Ann Teal]] meets [[Bob Teal]].[^k] []{#meets}
1395: Teal sinks a raft.[^k] []{#raft}

### The whales

1396: Pearls are lost among whales.[^w] []{#among}
1397: Whales sing.[^k] []{#sing}

## People

- Fay Cay: king of few years; 1200–1240; head: King of [[Kingdom of Mole]], 1210–1220
- Diver King: swimmer; 1350–1399
- Ann Teal: sister of Bob; 1350–1399
- Bob Teal: brother of Ann; 1350–1399

- Ana Reef: rower; 1290–1340
- Ben Cliff: captive of ships; 1290–1340
- Cal Cliff: captive of ships; 1290–1340
- Dot Cliff: captive of ships; 1290–1340
- Eve Cliff: captive of ships; 1290–1340

- Gar Rope: diver; 1080–1150; head: King of [[Kingdom of Mole]], 1100–1150
- Hob Rope: diver; 1120–1200; head: King of [[Kingdom of Mole]], 1150–1200

## Peoples

- Reefers: people of the reef

## Places

- Cove: shore of eels where beggars slept; 50.1, 10.2; type: cove
- Fen: wide marsh; 50.2, 10.3; type: region
- Beacon: a cape of the isle, with lanterns that sailors bless; 50.4, 10.4; type: cape

## Polities

- Kingdom of Mole: land of divers; 1100–1390
- Kingdom of Fen: land of the marsh; 1100–1390

## Events

- Siege of Mole: hunger; 1240–1260; type: siege

[^k]: “A book of isles”; by: Kell, Ann; date: 1999
[^w]: “Pearls and whales”; by: Moss, Ned; date: 1998
";

fn isles(query: &str) -> (Pack, Answer) {
    let (pack, problems) = griot_pack::pack::check_text("isles.md", ISLES, "2000-01-01");
    let pack = pack.unwrap_or_else(|| {
        panic!("{:?}", problems.listed.iter().map(griot_pack::pack::Problem::message).collect::<Vec<_>>())
    });
    let answer = Index::new(&pack).search(&pack, query, 99);
    (pack, answer)
}

fn found(query: &str) -> Vec<String> {
    let (pack, answer) = isles(query);
    answer.hits.iter().map(|hit| called(&pack, hit.what)).collect()
}

#[test]
fn a_sentence_stands_among_records_a_little_behind_one_that_says_the_same() {
    assert_eq!(
        found("eels beggars")[..2],
        ["beggars", "Cove"],
        "its words are those of the query, and the record's are about it"
    );
    assert_eq!(found("lanterns")[..2], ["Beacon", "hangs"], "of one word as well");
    let (_, answer) = isles("eels beggars");
    assert_eq!((answer.hits[0].rank.tier, answer.hits[0].tier()), (Tier::Record, Tier::Text), "and is called text");
}

#[test]
fn what_is_of_the_sort_stands_before_what_is_told_of_the_day() {
    assert_eq!(found("siege 1250")[..2], ["Siege of Mole", "siege"]);
}

#[test]
fn a_date_weighs_as_much_as_a_word_that_few_sentences_have() {
    assert_eq!(found("regatta eels 1300")[0], "held", "its date fits, and eels are everywhere");
}

#[test]
fn what_lacks_a_word_and_only_lasted_at_the_time_does_not_answer_it() {
    // The kingdom lasted then, but no regatta is told of it.
    let kingdom = isles("regatta Kingdom of Mole 1355").1.hits;
    let of_mole = kingdom.iter().find(|hit| hit.rank.date == 4).expect("the kingdom, which lasted from 1100 to 1390");
    assert!(of_mole.rank.lost > 30, "neither the word nor the time");
    assert!(isles("Kingdom of Mole 1355").1.is_complete(), "where nothing else is asked it is of its time");
}

#[test]
fn a_land_or_a_people_is_lost_as_a_word_is_but_where_it_is_all_that_is_asked_about() {
    assert_eq!(found("Fen comet")[0], "comet", "a land only tells where");
    assert_eq!(found("Reefers comet window")[0], "comet", "of much that is said");
    assert!(
        ["sail", "mend", "Reefers"].contains(&found("Reefers comet")[0].as_str()),
        "of little it is asked about them"
    );
}

#[test]
fn a_state_is_known_by_its_name_without_what_it_is_unless_another_bears_that() {
    assert_eq!(isles("amber Kingdom of Mole").1.failed, [""; 0]);
    assert_eq!(found("amber Kingdom of Mole")[0], "amber");
    assert_ne!(isles("pearls Kingdom of Fen").1.failed, [""; 0], "the Fen is a land");
}

#[test]
fn who_is_named_by_a_part_of_the_name_is_who_the_passage_tells_of() {
    let (pack, answer) = isles("ballad Ana Reef");
    assert_eq!((called(&pack, answer.hits[0].what).as_str(), answer.hits[0].is_complete()), ("ballad", true));
    let (_, answer) = isles("mend Ana Reef");
    assert!(!answer.hits[0].is_complete(), "the Reefers of another passage are others");
}

#[test]
fn a_title_or_what_another_bears_is_no_part_of_a_name() {
    let is_told = |query: &str, statement: &str| {
        let (pack, answer) = isles(query);
        answer.hits.iter().any(|hit| hit.is_complete() && called(&pack, hit.what) == statement)
    };
    assert!(is_told("ballad Ana Reef", "ballad"));
    assert!(!is_told("moat Diver King", "moat"), "there were several kings");
    assert!(!is_told("raft Ann Teal", "raft"), "it may be Bob");
}

#[test]
fn whoever_only_lived_at_the_time_did_not_do_what_is_asked() {
    let found = found("captive eels 1310");
    let at = |what: &str| found.iter().position(|name| name == what);
    assert!(at("sells") < at("Ben Cliff"), "the captives of that time had nothing to do with eels: {found:?}");
}

#[test]
fn the_title_of_a_source_stands_behind_what_nearly_answers() {
    let found = found("pearls whales");
    let at = |what: &str| found.iter().position(|name| name == what).expect(what);
    assert!(at("among") < at("sing") && at("sing") < at("Pearls and whales"), "{found:?}");
}

#[test]
fn of_who_lives_no_end_is_told() {
    assert!(!complete("mayor died").contains(&"Eve Marsh".to_owned()), "she is mayor still");
    let (pack, answer) = isles("king who died in 1240");
    assert_eq!(called(&pack, answer.hits[0].what), "Fay Cay", "whose office had ended before");
    assert!(answer.is_complete());
}

#[test]
fn where_asks_for_a_place_before_a_sentence_that_says_it_in_the_same_words() {
    assert_eq!(found("where is the lantern blessed")[0], "Beacon");
    let (_, answer) = isles("where do beggars feed");
    assert!(answer.hits.iter().all(|hit| hit.entity().is_some() || hit.rank.kind_asked > 0));
}

#[test]
fn whoever_is_told_of_stands_behind_the_sentence_that_tells_it() {
    assert_eq!(found("who comes to the Cove")[..2], ["comes", "Ana Reef"]);
}

#[test]
fn a_number_in_words_is_a_figure() {
    let (pack, answer) = isles("how many ballad");
    assert_eq!((called(&pack, answer.hits[0].what).as_str(), answer.hits[0].rank.kind_asked), ("ballad", 0));
    assert_eq!(isles("how many fern").1.hits[0].rank.kind_asked, 1);
}

#[test]
fn what_answers_by_chance_does_not_keep_sentences_from_being_read_together() {
    // Four were captives of ships, which is not to have been in jail with boats.
    assert!(found("jail boats").contains(&"pass".to_owned()), "{:?}", found("jail boats"));
}

#[test]
fn which_state_came_after_another_is_no_question_of_who_held_an_office() {
    let by_office = |query: &str| isles(query).1.hits.iter().any(|hit| matches!(hit.via, Via::Role(Role::Office(..))));
    assert!(by_office("king after Gar Rope"));
    assert!(!by_office("which kingdom came after Gar Rope"));
}
