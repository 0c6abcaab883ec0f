//! What is understood of a question: names, states by short names, figures, times that are meant.

use super::*;

#[test]
fn what_is_named_is_lost_last() {
    // Coins are told of but once, and he more often: what is asked of him is asked of nobody else.
    begin_with(&[("rainbow Gil Stone", &["Gil Stone"])]);
}

#[test]
fn small_words_alone_are_no_name() {
    let (_, answers) = answers(&["of the", "the of and is a", "who was of the"]);
    assert!(answers.iter().all(|answer| answer.hits.is_empty() && answer.query.words.is_empty()));
}

#[test]
fn how_long_and_how_many_are_told_by_the_sentences_of_what_is_named() {
    assert!(complete("how many Fair").contains(&"guests".to_owned()));
    assert!(!complete("how many Fair").contains(&"fails".to_owned()), "a sentence without a number");
    assert!(!complete("Fair").contains(&"guests".to_owned()), "nothing is asked of it");
}

#[test]
fn during_an_event_is_its_time_where_it_is_asked_who_held_an_office() {
    let (_, answers) = answers(&[
        "judge during the Siege of the Hill",
        "who was queen during the Battle of the Ford",
        "floods during the Siege of the Hill",
        "queen during the Fair of Kings",
        "queen during",
    ]);
    let whens: Vec<Option<String>> =
        answers.iter().map(|answer| answer.query.when.map(|when| when.to_string())).collect();
    assert_eq!(whens, [Some("1150..1160".to_owned()), Some("1155".to_owned()), None, None, None]);
    begin_with(&[("who was queen during the Battle of the Ford", &["Ada Vale"])]);
}

#[test]
fn an_event_may_be_told_by_its_words_where_it_is_asked_who_held_an_office_then() {
    let (_, answers) = answers(&["who was queen during the famine of the Hill", "queen during the harbour"]);
    let whens: Vec<Option<String>> =
        answers.iter().map(|answer| answer.query.when.map(|when| when.to_string())).collect();
    assert_eq!(whens, [Some("1150..1160".to_owned()), None]);
}

#[test]
fn before_and_after_an_event_is_a_time_where_an_office_or_the_first_of_several_is_asked_for() {
    let (_, answers) = answers(&[
        "judge before the Great flood",
        "who was mayor after the Great flood",
        "last battle before the Great flood",
        "rain before the Great flood",
        "mayor before Eve Marsh",
        "judge before the harbour",
    ]);
    let whens: Vec<Option<String>> =
        answers.iter().map(|answer| answer.query.when.map(|when| when.to_string())).collect();
    let wanted = [Some("<1201"), Some(">1201"), Some("<1201"), None, None, None];
    assert_eq!(whens, wanted.map(|when| when.map(str::to_owned)));
    begin_with(&[("judge before the Great flood", &["Bo Stone"])]);
}

#[test]
fn who_is_asks_for_today_only_of_what_somebody_may_rule() {
    let (_, answers) = answers(&["who is the mayor of Lower", "who is the mayor by the harbour"]);
    let whens: Vec<&str> = answers.iter().map(|answer| answer.query.when_typed.as_str()).collect();
    assert_eq!(whens, ["now", ""]);
}

#[test]
fn who_came_next_may_be_asked_of_a_state() {
    begin_with(&[("king of Upper after Ada", &["Cy Vale"])]);
    let (_, answers) = answers(&["king of Lower after Ada"]);
    assert!(answers[0].hits.iter().all(|hit| !matches!(hit.via, Via::Role(_)) || hit.rank.lost > 0), "she ruled Upper");
}

#[test]
fn between_two_who_ruled_is_the_time_from_the_one_to_the_other() {
    let (_, answers) = answers(&[
        "mayor between Ada and Eve Marsh",
        "rain between Ada and Eve Marsh",
        "mayor between Ada",
        "mayor between Vale and Gil",
    ]);
    let whens: Vec<Option<String>> =
        answers.iter().map(|answer| answer.query.when.map(|when| when.to_string())).collect();
    // Of several of one name those are meant who ruled nearest each other.
    assert_eq!(whens, [Some("1160..1990".to_owned()), None, None, Some("1172..1902".to_owned())]);
}
