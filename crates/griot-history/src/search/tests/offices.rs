//! Who held which office.

use super::*;

#[test]
fn offices_answer_with_who_held_them() {
    begin_with(&[
        ("who ruled Upper in 1155", &["Ada Vale"]),
        ("who was queen", &["Ada Vale"]),
        ("king", &["Cy Vale"]),
        ("judge 1152", &["Bo Stone"]),
        ("first mayor", &["Gil Stone", "Eve Marsh"]),
        ("second mayor", &["Eve Marsh", "Gil Stone"]),
        ("third mayor", &["Gil Stone", "Eve Marsh"]),
        ("last mayor", &["Eve Marsh", "Gil Stone"]),
        ("rulers of Upper", &["Ada Vale", "Cy Vale"]),
    ]);
    let (_, answers) = answers(&["who was queen", "first mayor", "who ruled Upper in 1155", "king 1165"]);
    for answer in answers {
        assert_eq!(answer.hits[0].tier(), Tier::Role, "{}", answer.query.whole);
        assert!(matches!(answer.hits[0].via, Via::Role(Role::Office(..))), "{}", answer.query.whole);
    }
    // Whoever held it at another time is no answer, though they lived then.
    assert_eq!(complete("mayor 1945"), ["Gil Stone"]);
    assert_eq!(complete("mayor 1970"), ["Hugh Stone"], "nobody was; one had to do with them");
    assert_eq!(complete("judge 1140"), [""; 0]);
    assert_eq!(complete("lawyer 1130"), ["Bo Stone"], "the office is not what is asked for");
}

#[test]
fn who_came_next_held_the_same_office_soon_after() {
    begin_with(&[
        ("who came after Ada Vale", &["Cy Vale"]),
        ("before Cy Vale", &["Ada Vale"]),
        ("who did Cy succeed", &["Ada Vale"]),
        ("king after Ada", &["Cy Vale"]),
    ]);
    let (_, answers) = answers(&["after Gil Stone", "after Hugh Stone", "after Bo Stone", "after Cy Vale"]);
    for answer in answers {
        assert!(answer.hits.iter().all(|hit| hit.tier() != Tier::Role), "{}", answer.query.whole);
    }
}

#[test]
fn the_founder_of_a_state_is_who_ruled_it_from_its_beginning() {
    let (pack, answers) = answers(&["who founded Lower", "founder of Lower"]);
    for answer in answers {
        assert_eq!(called(&pack, answer.hits[0].what), "Gil Stone", "{}", answer.query.whole);
        assert_eq!(answer.hits[0].tier(), Tier::Role);
    }
    let (_, answers) = self::answers(&[
        "who founded Upper",
        "who founded Hill",
        "founding of Lower",
        "who founded Lower in 1902",
        "who lost Lower",
    ]);
    for answer in answers {
        let by_office = |hit: &Hit| matches!(hit.via, Via::Role(Role::Office(..))) && hit.is_complete();
        assert!(!answer.hits.iter().any(by_office), "{}", answer.query.whole);
    }
}

const COURT: &str = "\
---
title: \"The court\"
lang: en
licence: CC0
as_of: 2000
---

# The court

## Old days (1100–1199) {#old}

1150: [[Ann]] reigns.[^k] []{#reigns}

## People

- Ann: judge who became queen; office: Judge of [[Mar]]; office: Judge of [[Mar]], 1100–1110; head: Queen of [[Mar]], 1120–1130
- Ben: judge; 1090–1160; office: Judge of [[Mar]], 1110–1140
- Cy: king; head: King of [[Mar]], 1130–1140
- Dot: abbess and judge; head: Queen of [[Tor]], 1100–1105; head: Queen of [[Mar]], 1140–1160
- Eda: queen; head: Queen of [[Mar]], 1160–1170
- Fay: queen; head: Queen of [[Tor]], 1105–1112

## Polities

- Mar: kingdom; 1050–1200
- Tor: kingdom; 1050–1200; also Torland

[^k]: “A book”; by: Kell, Ann; date: 1999
";

#[test]
fn one_who_held_several_offices_was_followed_in_each() {
    let pack = griot_pack::pack::check_text("court.md", COURT, "2000-01-01").0.unwrap();
    let index = Index::new(&pack);
    for (query, wanted) in [
        // Who ruled is followed as a ruler, and in the longest reign first.
        ("after Ann", &["Cy"][..]),
        ("queen after Ann", &["Cy"]),
        ("judge after Ann", &["Ben"]),
        ("who succeeded Ann as judge", &["Ben"]),
        ("who came after Dot", &["Eda", "Fay"]),
        ("who did Eda succeed", &["Dot"]),
        ("Ann successor", &["Cy"]),
        ("who was Ann succeeded by", &["Cy"]),
        ("who was succeeded by Cy", &["Ann"]),
        ("Cy predecessor", &["Ann"]),
        ("what happened after Dot", &[]),
        ("after Dot in 1150", &[]),
        ("judge 1120", &["Ben"]),
        ("judge 1105", &["Ann"]),
    ] {
        let answer = index.search(&pack, query, 9);
        let by_role = answer.hits.iter().filter(|hit| hit.tier() == Tier::Role);
        assert_eq!(by_role.map(|hit| called(&pack, hit.what)).collect::<Vec<_>>(), wanted, "{query}");
    }
    let lived_on = index.search(&pack, "judge 1150", 9);
    assert_eq!(lived_on.failed, ["1150"], "Ben was alive, but no judge any more");
}
