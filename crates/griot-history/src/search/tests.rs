//! What is asked of a pack in which all that is told was chosen: two towns, of which one ends and one goes on.

use super::*;
use griot_pack::pack::StatementId;

mod isles;
mod joined;
mod many;
mod named;
mod near;
mod offices;
mod sentences;
mod spelt;
mod times;
mod told;
mod understood;

const TOWNS: &str = include_str!("tests/towns.md");

pub(super) fn towns() -> Pack {
    let (pack, problems) = griot_pack::pack::check_text("towns.md", TOWNS, "2000-01-01");
    pack.unwrap_or_else(|| {
        panic!("{:?}", problems.listed.iter().map(griot_pack::pack::Problem::message).collect::<Vec<_>>())
    })
}

fn answers(queries: &[&str]) -> (Pack, Vec<Answer>) {
    let pack = towns();
    let index = Index::new(&pack);
    let answers = queries.iter().map(|query| index.search(&pack, query, 99)).collect();
    (pack, answers)
}

fn called(pack: &Pack, what: Found) -> String {
    match what {
        Found::Entity(id) => pack[id].name.to_string(),
        Found::Statement(id) => statement(pack, id),
        Found::Source(id) => pack[id].title.to_string(),
    }
}

fn statement(pack: &Pack, id: StatementId) -> String {
    pack[id].id.as_deref().unwrap_or_default().to_owned()
}

/// What answers with everything, by their names and the ids of statements.
fn complete(query: &str) -> Vec<String> {
    let (pack, answers) = answers(&[query]);
    answers[0].hits.iter().filter(|hit| hit.is_complete()).map(|hit| called(&pack, hit.what)).collect()
}

/// Holds that the answers of each query begin with these; of a query without any, that there are none.
fn begin_with(cases: &[(&str, &[&str])]) {
    let queries: Vec<&str> = cases.iter().map(|(query, _)| *query).collect();
    let (pack, answers) = answers(&queries);
    for ((query, wanted), answer) in cases.iter().zip(answers) {
        let found: Vec<String> = answer.hits.iter().map(|hit| called(&pack, hit.what)).collect();
        assert!(found.len() >= wanted.len() && (!wanted.is_empty() || found.is_empty()), "{query}: {found:?}");
        assert_eq!(&found[..wanted.len()], *wanted, "{query}: {found:?}");
    }
}

#[test]
fn the_kind_that_is_asked_for_stands_first() {
    begin_with(&[
        ("where is the Ford", &["Ford"]),
        ("what happened at the Ford", &["Battle of the Ford"]),
        ("how many dead at the Ford", &["Battle of the Ford"]),
        ("harbour", &["dug", "boats", "wall"]),
        ("how many harbour", &["boats", "dug"]),
        ("how many hurt", &["Late flood", "Great flood"]),
        ("who has the seal", &["Council", "Vault"]),
        ("when were the rolls copied", &["Ola Quill", "Ivo Quill", "Jan Quill"]),
        ("floods", &["Great flood", "Late flood"]),
        ("first flood", &["Great flood", "Late flood"]),
        ("last flood", &["Late flood", "Great flood"]),
        ("second flood", &["Late flood", "Great flood"]),
        ("flood 1301", &["Late flood"]),
        ("battle", &["Battle of the Ford"]),
        ("who draws the fight", &["drawing", "Ada Vale", "Bo Stone", "Dan Reed"]),
        ("masons build", &["Guild of Masons", "wall"]),
        ("what masons build", &["Guild of Masons", "wall"]),
        ("who opens the harbour", &["boats", "Gil Stone"]),
        ("who opens the harbour boats", &["boats", "Gil Stone"]),
        ("Ada Vale Bo Stone", &["Battle of the Ford"]),
    ]);
}

#[test]
fn whoever_is_named_by_a_question_is_not_who_is_asked_for() {
    let (pack, answers) = answers(&["who was beaten", "who was beaten, Bo Stone"]);
    let bo = |answer: &Answer| answer.hits.iter().copied().find(|hit| called(&pack, hit.what) == "Bo Stone");
    let [asked_for, named] = [bo(&answers[0]), bo(&answers[1])].map(|hit| hit.expect("him"));
    assert_eq!((asked_for.tier(), asked_for.rank.kind_asked), (Tier::Role, 0));
    assert_eq!((named.tier(), named.rank.kind_asked), (Tier::Record, 2));
}

#[test]
fn names_are_found_by_all_that_is_typed_and_by_what_is_looked_for() {
    begin_with(&[
        ("adela", &["Ada Vale"]),
        ("vale", &["Ada Vale", "Cy Vale"]),
        ("the Late flood", &["Late flood"]),
        ("stone", &["Bo Stone", "Gil Stone", "Hugh Stone"]),
        ("stone 1910", &["Gil Stone"]),
        ("guild of masons", &["Guild of Masons"]),
        ("zzzz", &[]),
    ]);
    let (pack, answers) = answers(&["adela", "ada vale", "ada", "vale ada"]);
    let found: Vec<(Tier, Option<&str>)> =
        answers.iter().map(|answer| (answer.hits[0].tier(), answer.hits[0].alias(&pack))).collect();
    let wanted = [(Tier::Exact, Some("Adela")), (Tier::Exact, None), (Tier::Prefix, None), (Tier::Words, None)];
    assert_eq!(found, wanted);
}

#[test]
fn what_is_not_answered_is_told_and_the_nearest_offered() {
    let (pack, answers) = answers(&[
        "rain zanzibar",
        "flood 1500",
        "first pits",
        "rain",
        "flood 1201",
        "zanzibar flood 1500",
        "flood buried",
        "born 1099",
        "rain zanzibar two towns",
    ]);
    let told: Vec<(Vec<&str>, String)> = answers
        .iter()
        .map(|answer| (answer.failed.iter().map(String::as_str).collect(), called(&pack, answer.hits[0].what)))
        .collect();
    let wanted: [(Vec<&str>, &str); 9] = [
        (vec!["zanzibar"], "rain"),
        (vec!["1500"], "Late flood"),
        (vec!["a date"], "pits"),
        (vec![], "rain"),
        (vec![], "Great flood"),
        (vec!["zanzibar", "1500"], "Late flood"),
        // The one is told of in the sentence, the other beside it.
        (vec![], "grave"),
        (vec!["1099"], "Ada Vale"),
        (vec!["zanzibar"], "rain"),
    ];
    assert_eq!(told, wanted.map(|(failed, first)| (failed, first.to_owned())));
    let counted = self::answers(&["flood 1500"]).1.remove(0).counts;
    assert_eq!((counted.names, counted.text, counted.sources), (2, 1, 0));
}

#[test]
fn small_words_and_what_the_whole_pack_is_about_are_not_looked_for() {
    assert_eq!(complete("guild of masons"), ["Guild of Masons", "mends"]);
    let (pack, answers) =
        answers(&["Great flood of two towns", "great two towns flood", "great flo", "where is great flo", "bu"]);
    let first: Vec<_> =
        answers.iter().map(|it| it.hits.first().map(|hit| (called(&pack, hit.what), hit.tier()))).collect();
    let flood = |tier| Some(("Great flood".to_owned(), tier));
    // What begins so is meant, even where something else is asked for; two letters begin too much of the text.
    let wanted = [flood(Tier::Words), flood(Tier::Words), flood(Tier::Prefix), flood(Tier::Prefix), None];
    assert_eq!(first, wanted);
}

#[test]
fn a_source_stands_behind_what_nearly_answers() {
    // One word of three is missing from the sentence, then one of two.
    begin_with(&[("masons harbour moss", &["wall"]), ("masons moss", &["Masons and harbours"])]);
}

#[test]
fn nothing_stands_where_it_does_by_chance() {
    let (_, answers) = answers(&["scribes", "quill", "harbour", "@source", "stone"]);
    for answer in answers {
        assert!(answer.hits.is_sorted_by(|a, b| a.rank < b.rank || a.entity().is_some() != b.entity().is_some()));
    }
    let (_, answers) = self::answers(&["Ada Vale Cy Vale"]);
    let first = answers[0].hits.first().map(|hit| (hit.is_complete(), hit.rank.kind_asked));
    assert_eq!(first, Some((true, 0)), "who is told of by both names is what was asked for, where no event joins them");
}

#[test]
fn a_kind_keeps_what_is_of_it() {
    let all = |query: &str| {
        let mut found = complete(query);
        found.sort_unstable();
        found
    };
    assert_eq!(all("@place"), ["Ford", "Hill", "Vault"]);
    assert_eq!(all("@person vale"), ["Ada Vale", "Cy Vale"]);
    assert_eq!(all("@text harbour"), ["boats", "dug", "wall"]);
    assert_eq!(all("@source"), ["A book of walls", "Masons and harbours"]);
    assert_eq!(all("@source kell"), ["A book of walls"]);
    assert_eq!(all("@source harbours"), ["Masons and harbours"]);
    assert_eq!(all("@source the walls"), ["A book of walls"]);
    assert_eq!(all("@source kell harbours"), [""; 0]);
    assert_eq!(all("@event 1155"), ["Battle of the Ford", "Siege of the Hill"]);
    let counted = answers(&["@source"]).1.remove(0).counts;
    assert_eq!((counted.names, counted.text, counted.sources), (0, 0, 2));
}

#[test]
fn words_are_found_in_other_forms_and_with_a_slip() {
    begin_with(&[
        ("harbours", &["dug", "boats"]),
        ("harb", &["dug", "boats"]),
        ("harbuor", &["dug", "boats"]),
        ("buried", &["grave"]),
        ("salt pits", &["pits"]),
        ("rain", &["rain", "rainbow"]),
        ("harb wall", &["wall"]),
        ("pit", &["pits"]),
    ]);
    assert_eq!(complete("nationaux"), ["museum"], "one of the French forms");
    let (_, answers) = answers(&["harbuor", "harbours"]);
    let tiers: Vec<Tier> = answers.iter().map(|answer| answer.hits[0].tier()).collect();
    assert_eq!(tiers, [Tier::Typo, Tier::Text]);
}

#[test]
fn as_many_are_shown_as_were_asked_for_and_all_are_counted() {
    let pack = towns();
    let index = Index::new(&pack);
    for most in 0..8 {
        let answer = index.search(&pack, "stone", most);
        // Three bear the name, and a sentence tells of each.
        assert_eq!((answer.hits.len(), answer.counts.names, answer.counts.text), (most.min(6), 3, 3), "{most}");
        let second = index.search(&pack, "second mayor", most);
        assert_eq!(second.hits.first().map(|hit| called(&pack, hit.what)), (most > 0).then(|| "Eve Marsh".into()));
    }
}
