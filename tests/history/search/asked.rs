//! How many of the questions that were asked are answered near the top.

use super::*;

/// Plain questions, and what answers each by the records of the pack. The search was mended by most of them, so what
/// they measure is that it stays as good, not how good it is on others.
#[test]
fn plain_questions_are_answered_among_the_first_three() {
    are_answered(include_str!("../../mali/questions.json"), 98, 90);
}

/// Questions whose answers were written down before they were asked.
#[test]
fn fresh_questions_are_answered_among_the_first_three() {
    are_answered(include_str!("../../mali/questions_fresh.json"), 100, 97);
}

/// The same, of other kinds: founders, explorers, capitals, languages, one end of a life, two names together.
#[test]
fn questions_of_other_kinds_are_answered_among_the_first_three() {
    are_answered(include_str!("../../mali/questions_more.json"), 98, 87);
}

/// The same, as pupils and journalists ask: names misspelt, how many and why, what came between.
#[test]
fn questions_in_other_words_are_answered_among_the_first_three() {
    are_answered(include_str!("../../mali/questions_asked.json"), 90, 72);
}

/// The same, as they are typed: short words and whole questions, figures, relations, before, during and between.
#[test]
fn questions_as_they_are_typed_are_answered_among_the_first_three() {
    are_answered(include_str!("../../mali/questions_typed.json"), 91, 74);
}

/// The same: whose child, wife or servant somebody was, how and where a life ended, what is told by a pronoun.
#[test]
fn questions_of_what_is_told_in_passing_are_answered_among_the_first_three() {
    are_answered(include_str!("../../mali/questions_told.json"), 93, 74);
}

/// The same, of all times and in plain words: figures, dates, offices, how, why and where, in English and French.
#[test]
fn questions_in_plain_words_are_answered_among_the_first_three() {
    are_answered(include_str!("../../mali/questions_plain.json"), 90, 72);
}

/// Holds how many of a hundred questions are answered among the first three, and by the first.
fn are_answered(cases: &str, among_three: usize, by_the_first: usize) {
    let cases: serde_json::Value = serde_json::from_str(cases).expect("the questions");
    let cases = cases.as_array().expect("a list");
    let pack = &SEARCHED.0;
    let (mut three, mut first) = (Vec::new(), 0);
    for case in cases {
        let query = case["query"].as_str().expect("a question");
        let wanted: Vec<&str> = case["any_of"].as_array().expect("ids").iter().filter_map(|id| id.as_str()).collect();
        let told = |id: StatementId| pack[id].id.as_deref().is_some_and(|id| wanted.contains(&id));
        let known =
            |id: &&str| pack.entity(id).is_some() || pack.statements().any(|it| pack[it].id.as_deref() == Some(*id));
        assert!(wanted.iter().all(known), "{query}: {wanted:?}");
        let is_wanted = |entity: EntityId| wanted.contains(&pack[entity].id.as_str());
        let answers = |hit: &Hit| match hit.what {
            Found::Entity(id) => is_wanted(id),
            Found::Statement(id) => told(id) || pack[id].links().any(is_wanted),
            Found::Source(_) => false,
        };
        let found = answer(query).hits;
        first += usize::from(found.first().is_some_and(answers));
        if !found.iter().take(3).any(answers) {
            three.push(query);
        }
    }
    let of = cases.len();
    assert!(three.len() * 100 <= (100 - among_three) * of, "{} of {of} are not answered: {three:?}", three.len());
    assert!(first * 100 >= by_the_first * of, "{first} of {of} are answered by the first");
}
