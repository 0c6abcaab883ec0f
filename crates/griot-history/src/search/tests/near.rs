//! How near what is told comes to what is looked for, by what it says and by what it links.

use super::*;
use crate::search::query::Does;
use crate::search::reach::{Near, Reach};

/// How near an entity, a statement by its id, or a role by its words comes to all that is said in a query.
fn near(query: &str, by_links: bool, what: &str) -> Option<Near> {
    let pack = towns();
    let index = Index::new(&pack);
    let docs = index.docs(&pack);
    let query = Query::read(query);
    assert!(query.tokens.iter().any(|token| token.does == Does::Say));
    let (terms, _) = terms::terms(&pack, docs, index.names(), &query.tokens);
    let [term] = &terms[..] else { panic!("{} terms", terms.len()) };
    let ranks = index.ranks();
    let reach = if by_links { Reach::by_links((&pack, ranks), term, docs) } else { Reach::of(term, docs) };
    let is = |doc: usize| match docs.get(&pack, doc) {
        Some(docs::Doc::Entity(id)) => pack[id].name == what,
        Some(docs::Doc::Statement(id)) => statement(&pack, id) == what,
        Some(docs::Doc::Role(role)) => role.in_words(&pack) == what,
        None => false,
    };
    reach.near().iter().find(|(doc, _)| is(*doc)).map(|(_, near)| *near)
}

const fn at(level: u8, sort: bool, own: bool) -> Near {
    Near { level, sort, own, beside: false }
}

#[test]
fn what_is_said_is_as_near_as_the_word_is_telling() {
    for (query, what, wanted) in [
        ("harbour", "dug", Some(at(0, false, true))),
        ("harbours", "dug", Some(at(1, false, true))),
        ("captain", "Gil Stone", Some(at(1, true, true))),
        ("rout", "Battle of the Ford", Some(at(3, false, true))),
        ("battle", "Battle of the Ford", Some(at(0, true, true))),
        ("king", "King, Upper, 1160–1172", Some(at(1, true, true))),
        ("lawyer", "Judge, Upper, 1150–1158", Some(at(3, false, true))),
        ("victor", "victor, Battle of the Ford, 1155", Some(at(1, true, true))),
        // A longer name than the one that is asked for is meant less.
        ("ford", "Ford", Some(at(0, false, true))),
        ("ford", "Battle of the Ford", Some(at(1, false, true))),
        ("Ada Vale", "drawing", Some(at(1, false, true))),
        ("harbour", "mends", None),
    ] {
        assert_eq!(near(query, false, what), wanted, "{query}: {what}");
    }
}

#[test]
fn what_links_it_is_further_and_its_roles_are_as_near_as_itself() {
    for (query, what, wanted) in [
        ("Fair", "guests", Some(at(2, false, false))),
        ("Ada Vale", "Battle of the Ford", Some(at(2, false, false))),
        ("Ada Vale", "Queen, Upper, 1140–1160", Some(at(0, false, false))),
        ("Ada Vale", "victor, Battle of the Ford, 1155", Some(at(0, false, false))),
        ("Ford", "Great flood", Some(at(2, false, false))),
        ("sailor", "chosen", None),
        ("captain", "boats", Some(at(3, false, false))),
        ("captain", "Mayor, Lower, 1902–1950", Some(at(1, false, true))),
        ("crossing", "Great flood", None),
        ("drew", "Battle of the Ford", None),
    ] {
        assert_eq!(near(query, true, what), wanted, "{query}: {what}");
    }
    assert_eq!(near("Fair", false, "guests"), None, "only where links are followed");
}
