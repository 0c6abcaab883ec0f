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
