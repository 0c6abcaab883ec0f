//! What queries answer with, over the built-in pack.

mod asked;
mod names;
mod properties;
mod times;

use std::sync::LazyLock;

use griot_history::search::*;
use griot_pack::pack::{EntityId, Kind, Pack, StatementId};
use griot_pack::when::When;

static SEARCHED: LazyLock<(Pack, Index)> = LazyLock::new(|| {
    let pack = griot::built_in::pack().expect("the built-in pack");
    let index = Index::new(&pack);
    (pack, index)
});

fn answer(query: &str) -> Answer {
    SEARCHED.1.search(&SEARCHED.0, query, usize::MAX)
}

fn ids(query: &str) -> Vec<&'static str> {
    answer(query).names().filter_map(Hit::entity).map(|id| SEARCHED.0[id].id.as_str()).collect()
}

/// The tier in which a query finds an entity.
fn tier(query: &str, id: &str) -> Option<Tier> {
    let entity = SEARCHED.0.entity(id).expect("an entity");
    answer(query).names().find(|hit| hit.entity() == Some(entity)).map(Hit::tier)
}

/// The first answers of a query, as many as are given.
fn check(table: &[(&str, &[&str])]) {
    for (query, wanted) in table {
        let found = ids(query);
        assert_eq!(&found[..wanted.len().min(found.len())], *wanted, "{query}");
        assert!(!wanted.is_empty() || found.is_empty(), "{query}: {found:?}");
    }
}

#[test]
fn the_text_holds_every_word_of_the_query() {
    for query in ["drought", "salt gold", "timbuktu manuscripts", "françois hollande", "guns walls"] {
        let found = answer(query);
        assert!(found.is_complete() && found.text().next().is_some(), "{query}");
        let holds = |id: StatementId| {
            let it = &SEARCHED.0[id];
            let text = fold(&format!("{} {}", it.text, it.instead_of.as_deref().unwrap_or_default()));
            fold(query).split(' ').all(|word| text.split(' ').any(|have| have.starts_with(word)))
        };
        // What holds them as they were typed stands before what only says the same.
        assert!(found.text().next().is_some_and(holds), "{query}");
    }
    let near = answer("drought zzzz");
    assert_eq!((near.failed.as_slice(), near.hits.is_empty()), (&["zzzz".to_owned()][..], false));
}

#[test]
fn who_came_next_in_an_office_and_who_before_is_told_first() {
    for (query, wanted) in [
        ("who came after Modibo Keita", "moussa-traore"),
        ("before ATT", "alpha-oumar-konare"),
        ("president before ATT", "alpha-oumar-konare"),
        ("successor of Modibo Keïta", "moussa-traore"),
        ("predecessor of Konaré", "amadou-toumani-toure"),
        ("Konaré’s successor", "amadou-toumani-toure"),
        ("prime minister before Moussa Mara", "oumar-tatam-ly"),
        ("who did Konaré succeed", "amadou-toumani-toure"),
        ("president after Bah N’Daw", "assimi-goita"),
        ("successeur d’Askia Dawud", "askia-al-hajj"),
    ] {
        let hits = answer(query).hits;
        assert_eq!(ids(query).first(), Some(&wanted), "{query}");
        assert_eq!(hits[0].tier(), Tier::Role, "{query}");
    }
}

#[test]
fn who_held_the_office_at_another_time_is_no_answer() {
    for (query, not) in [("president 1985", "francois-hollande"), ("president 1985", "ibrahim-boubacar-keita")] {
        assert!(!ids(query).contains(&not), "{query}");
    }
    assert_eq!(ids("president 2014")[0], "ibrahim-boubacar-keita");
    assert!(ids("president 2014").contains(&"francois-hollande"), "he was president of France then");
}

#[test]
fn kinds_of_questions_have_kinds_of_answers() {
    for (query, wanted) in [
        // A founder of whom no record says so is whoever ruled first.
        ("who founded the wassoulou empire", "samori-toure"),
        ("founder of the Toucouleur Empire", "umar-tall"),
        ("who founded the Mali Empire", "sundiata-keita"),
        // One end of a life, or of a party.
        ("who was killed near Timbuktu in 1826", "alexander-gordon-laing"),
        ("who died in 1977", "modibo-keita"),
        ("political parties founded in 1946", "psp"),
        ("political parties founded in 2010", "union-for-the-republic-and-democracy"),
        // Two names ask for the event that joins them.
        ("Mansa Musa Mecca", "pilgrimage-of-mansa-musa"),
        ("Archinard Koundian", "capture-of-koundian"),
        // Whoever is named is not the answer.
        ("who killed Bonnier", "mohamed-ag-awwab"),
        ("capital of Mali", "bamako"),
        ("what happened at Moura", "moura-massacre"),
        ("presidant 1985", "moussa-traore"),
        ("photographers", "joannes-barbier"),
        ("abolition de l’esclavage", "abolition-of-slave-trade-1905"),
        // How many is told by all of them, and by a figure of whatever has one.
        ("how many coups has Mali had", "coup-1968"),
        ("superficie du Mali", "mali"),
    ] {
        assert_eq!(ids(query).first(), Some(&wanted), "{query}: {:?}", ids(query));
    }
    assert!(ids("explorers").iter().take(3).all(|id| ["ibn-battuta", "mungo-park", "rene-caillie"].contains(id)));
    assert!(!ids("president 1985").contains(&"mahmoud-dicko"), "he was president of no state");
}

#[test]
fn where_is_answered_by_places_then_by_what_has_one() {
    let pack = &SEARCHED.0;
    let found = answer("where was the coup of 2012");
    let rank = |hit: &Hit| hit.entity().map(|id| (pack[id].kind, hit.rank.kind_asked));
    let ranks: Vec<_> = found.hits.iter().filter_map(rank).collect();
    let empires = answer("where were the empires").hits;
    let near =
        empires.iter().filter(|hit| hit.entity().is_some_and(|id| pack[id].at.is_some() && pack[id].places.is_empty()));
    assert!(
        near.clone().count() > 0 && near.clone().any(|hit| hit.rank.kind_asked == 1),
        "what has a position of its own"
    );
    assert!(ranks.contains(&(Kind::Event, 1)) && ranks.contains(&(Kind::Person, 2)), "{ranks:?}");
    for (kind, asked) in ranks {
        assert!(kind != Kind::Person || asked == 2, "nobody is a place");
        assert!(kind != Kind::Place || asked == 0 || asked == 2, "a place, unless it is named by the question");
    }
}

#[test]
fn what_is_not_answered_is_told() {
    for (query, failed) in [
        ("drought 1950s", &["1950s"][..]),
        ("coup in Zanzibar", &["zanzibar"]),
        ("president 1350", &["1350"]),
        ("Kidal 1200", &["1200"]),
        ("coup 2012", &[]),
        ("what happened in 1591", &[]),
    ] {
        let found = answer(query);
        assert_eq!(
            (found.failed.iter().map(String::as_str).collect::<Vec<_>>(), found.hits.is_empty()),
            (failed.to_vec(), false),
            "{query}"
        );
    }
    assert!(answer("who is the").hits.is_empty());
    assert!(answer(&"timbuktu and gold ".repeat(240)).hits.iter().all(|hit| hit.tier() != Tier::Exact));
}

#[test]
fn offices_and_parts_are_told_of_those_who_bore_them() {
    for (query, id, via) in [
        ("who was president in 1985", "moussa-traore", "Head of state, Mali, 19 Nov 1968 – 26 Mar 1991"),
        ("who won the battle of Kirina", "sundiata-keita", "victor, Battle of Kirina, c. 1235"),
        ("first president of Mali", "modibo-keita", "President, Mali, 22 Sep 1960 – 19 Nov 1968"),
        ("last king of Ségou", "bina-ali", "King, Bamana Empire of Ségou, 1856 – 10 Mar 1861"),
    ] {
        let found = answer(query);
        let hit = found.hits.first().expect("an answer");
        assert_eq!(hit.entity().map(|id| SEARCHED.0[id].id.as_str()), Some(id), "{query}");
        assert_eq!(hit.tier(), Tier::Role, "{query}");
        let Via::Role(role) = hit.via else { panic!("{query}: {:?}", hit.via) };
        assert_eq!(role.in_words(&SEARCHED.0), via, "{query}");
    }
}
