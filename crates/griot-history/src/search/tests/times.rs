//! What answers a time.

use super::*;

#[test]
fn a_year_tells_what_happened_then_who_was_meant_and_who_ruled() {
    let (pack, answers) = answers(&["1155"]);
    let answer = &answers[0];
    let names: Vec<String> = answer.names().map(|hit| called(&pack, hit.what)).collect();
    // Events; of whom a sentence of just that year speaks first; who held office; who lived; what stood.
    let wanted =
        ["Battle of the Ford", "Siege of the Hill", "Dan Reed", "Ada Vale", "Bo Stone", "Cy Vale", "Council", "Upper"];
    assert_eq!(names, wanted);
    assert!(answer.names().all(|hit| hit.tier() == Tier::Date && hit.is_complete()));
    assert_eq!(answer.text().map(|id| statement(&pack, id)).collect::<Vec<_>>(), ["rain", "drawing"]);
    assert_eq!(answer.moment.as_ref().map(|moment| moment.events.len()), Some(2));
    assert_eq!((answer.counts.names, answer.counts.text, answer.counts.sources), (8, 2, 0));
}

#[test]
fn what_goes_on_is_told_until_the_pack_ends() {
    for (query, who) in [
        ("mayor 1930", "Gil Stone"),
        ("mayor 1990", "Eve Marsh"),
        ("mayor 31 dec 2000", "Eve Marsh"),
        ("who is mayor", "Eve Marsh"),
        ("current mayor", "Eve Marsh"),
        ("mayor today", "Eve Marsh"),
    ] {
        assert_eq!(complete(query), [who], "{query}");
    }
    assert_eq!(complete("fair 2050"), ["Fair"], "what is told of a later time is told");
    assert!(complete("what happened at the Ford").contains(&"Great flood".to_owned()), "which took place there");
    let (_, answers) = answers(&["mayor 2050", "mayor 1 jan 2001"]);
    for answer in answers {
        assert_eq!((answer.failed.len(), answer.is_complete()), (1, false), "{:?}", answer.query.when_typed);
        assert_eq!(answer.failed[0], answer.query.when_typed);
        assert!(!answer.hits.is_empty());
    }
}

#[test]
fn a_time_is_meant_by_now_and_by_whoever_ruled() {
    let (_, answers) = answers(&[
        "who is mayor",
        "who was mayor",
        "mayor is",
        "who is Bo Stone",
        "who is the first mayor",
        "battles under Ada",
        "rain under Ada Vale",
        "battles under Hugh Stone",
        "battles under Bo Stone",
        "harbour under Stone",
    ]);
    let told: Vec<(Option<String>, &str)> = answers
        .iter()
        .map(|answer| (answer.query.when.map(|when| when.to_string()), answer.query.when_typed.as_str()))
        .collect();
    let reign = Some("1140..1160".to_owned());
    let none = (None, "");
    let wanted = [
        (Some("2000".to_owned()), "now"),
        none.clone(),
        none.clone(),
        none.clone(),
        none.clone(),
        (reign.clone(), "under ada"),
        (reign, "under ada vale"),
        none.clone(),
        none,
        (Some("1902..1950".to_owned()), "under stone"),
    ];
    assert_eq!(told, wanted);
    assert_eq!(complete("battles under Ada"), ["Battle of the Ford"]);
    assert_eq!(complete("rain under Ada Vale"), ["rain"]);
}

#[test]
fn a_date_of_its_own_or_of_what_is_told_answers() {
    assert_eq!(complete("flood 1301"), ["Late flood", "mill"], "an event is of its own time alone");
    assert!(complete("kingdom 1980").contains(&"Upper".to_owned()));
    assert_eq!(complete("elder 1150"), ["Bo Stone", "Council"]);
}
