//! How a name answers what was typed, and that none which does is passed over.

use std::sync::LazyLock;

use griot_pack::pack::Pack;
use proptest::prelude::*;

use super::*;
use crate::fold::fold;
use crate::search::Index;
use crate::search::names::{wanted, words_of};
use crate::search::typos::{are_among, letters_and_heads};

static SEARCHED: LazyLock<(Pack, Index)> = LazyLock::new(|| {
    let text = "## E (1000)\n\n1000: It is.\n\n## People\n\n- A: somebody\n\n## Places\n\n- B: town\n";
    let pack = griot_pack::pack::check_text("a.md", text, "2000-01-01").0.unwrap();
    let index = Index::new(&pack);
    (pack, index)
});

/// Names and queries of few letters, so that many of them meet.
fn text() -> impl Strategy<Value = String> {
    "[abtimu1é馬 ]{1,14}".prop_map(|text| fold(&text).split_whitespace().collect::<Vec<_>>().join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3000))]

    #[test]
    fn no_name_that_answers_is_passed_over(name in text(), query in text(), typed in 1_usize..14) {
        let (pack, index) = &*SEARCHED;
        let names = index.names();
        let words = words_of(&query, &names.matcher);
        prop_assume!(!words.is_empty() && !name.is_empty());
        let of = Name { entity: pack.entities().next().unwrap(), alias: None, letters: 0, folded: &name };
        let answers = rank(index.ranks(), &of, &query, &words).is_some() || subsequence(&names.matcher, &name, &words).is_some();
        if answers {
            prop_assert!(are_among(wanted(&query, &words), letters_and_heads(&name), 0));
            // Nor is it by what was typed before.
            let before: String = query.chars().take(typed).collect();
            let before = words_of(&before, &names.matcher);
            prop_assert!(may_come_to(&name, &before) || before.iter().any(|word| !word.text.is_ascii()));
        }
        for word in words.iter().filter(|word| !word.is_number()) {
            prop_assert!(may_hold(&name, word.text) || in_order(&names.matcher, &name, word).is_none(), "{}", word.text);
        }
    }
}

/// How a name of somebody, or else of a place, answers.
fn answer(name: &str, is_person: bool, alias: Option<u16>, query: &str) -> Option<(Tier, i64)> {
    let (pack, index) = &*SEARCHED;
    let entity = pack.entities().find(|id| (pack[*id].kind == Kind::Person) == is_person).unwrap();
    let words = words_of(query, &index.names().matcher);
    rank(index.ranks(), &Name { entity, alias, letters: 0, folded: name }, query, &words)
}

#[test]
fn the_more_of_a_name_is_typed_the_better_it_answers() {
    use Tier::{Exact, Initials, Prefix, Words};
    for (name, query, wanted) in [
        ("abu bakr", "abu bakr", Some((Exact, 8))),
        ("abu bakr", "abu", Some((Prefix, 9))),
        ("abu bakr", "ab", Some((Prefix, 2))),
        ("abu bakr", "bakr", Some((Prefix, 9))),
        ("abu bakr", "bak", Some((Words, 1))),
        ("abu bakr", "bakr abu", Some((Words, 7))),
        ("abu bakr keita", "bakr abu", Some((Words, 3))),
        ("abu bakr keita", "keit abu", Some((Words, 1))),
        ("abu bakr of mali", "mali", Some((Words, 3))),
        ("modibo keita", "mk", Some((Initials, 1))),
        ("modibo keita of mali", "mk", None),
        ("modibo keita", "mkt", None),
        ("modibo keita", "mt", None),
        ("modibo keita", "mo ke", Some((Words, 1))),
        ("modibo", "n", None),
        ("modibo keita", "mx ke", None),
    ] {
        assert_eq!(answer(name, true, None, query), wanted, "{query} for {name}");
    }
    assert_eq!(answer("abu bakr", true, Some(0), "abu"), Some((Prefix, 8)), "another name of theirs");
    assert_eq!(answer("abu bakr", true, Some(0), "bakr"), Some((Prefix, 8)));
    assert_eq!(answer("abu bakr", true, Some(0), "bakr abu"), Some((Words, 6)));
    assert_eq!(answer("abu bakr", false, None, "bakr"), Some((Words, 3)), "places have no last names");
}

#[test]
fn letters_stand_in_a_name_in_order_from_the_head_of_a_word_and_close_together() {
    let matcher = Matcher::new();
    let thousands = |name: &str, word: &str| in_order(&matcher, name, &Word::new(word, &matcher)).map(|it| it / 1000);
    for (name, word, wanted) in [
        ("bamako", "bamako", Some(20)),
        ("bamako", "bmako", Some(20)),
        ("bamako", "bmko", Some(10)),
        ("bamakoro", "bmkr", Some(1)),
        ("mali bamako", "bmako", Some(20)),
        ("bamako koro", "bamkor", Some(0)),
        ("bamako", "amko", None),
        ("bamako", "bmoa", None),
        ("b12345k", "bk", None),
        ("ba2345mako", "bmko", Some(1)),
        ("ba23456789mako", "bmko", None),
        ("bamako gao timbuktu segou", "bgts", None),
    ] {
        assert_eq!(thousands(name, word), wanted, "{word} in {name}");
        assert!(wanted.is_none() || may_hold(name, word), "{word} in {name}");
    }
    assert!(!may_hold("bamako", "") && !may_hold("bamako", "ko") && !may_hold("bamako", "bz"));
}

#[test]
fn of_several_words_each_has_its_letters_in_a_word_of_the_name() {
    let matcher = Matcher::new();
    let found = |name: &str, query: &str| subsequence(&matcher, name, &words_of(query, &matcher));
    assert_eq!(found("bamako koro", "bmko kro").map(|score| score / 1000), Some(30));
    assert_eq!(found("bamako koro", "bmko kxo"), None);
    assert_eq!(found("march 1968", "mrch 1968").map(|score| score / 1000), Some(40));
    assert_eq!(found("march 1968", "mrch 1986"), None, "a number is not spelt in part");
    assert_eq!(found("march 1968", "mrch 196").map(|score| score / 1000), Some(40));
    let of_length = |name: &str| found(name, "bmako").unwrap();
    assert_eq!(of_length("bamako") - of_length("bamako by the river"), 3, "one for every fourth letter more");
}

#[test]
fn a_name_may_come_to_answer_when_more_is_typed() {
    for (name, typed, may) in [
        ("bamako", "bk", true),
        ("bamako", "ak", false),
        ("mali bamako", "bk mi", true),
        ("mali bamako", "bk kx", false),
        ("modibo keita", "mk", true),
        ("abu bakr of mali", "abom", true),
        ("abu bakr of mali", "abm", true),
        ("abu bakr of mali", "abom x", false),
        ("kéné", "kx", true),
        ("kéné", "n", false),
    ] {
        let words: Vec<Word> = typed.split(' ').map(Word::of).collect();
        assert_eq!(may_come_to(name, &words), may, "{typed} for {name}");
    }
}
