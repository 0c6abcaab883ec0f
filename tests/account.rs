//! What an entity’s page must tell, on the built-in pack and on packs of any shape.
#![allow(clippy::unwrap_used, clippy::panic, clippy::allow_attributes, reason = "tests fail by panicking")]

#[path = "common/packs.rs"]
mod packs;

use std::collections::BTreeSet;

use griot_history::account::{Account, Entry, Via, part_in};
use griot_history::offices::{held_in, predecessor, successor};
use griot_history::related::namesakes;
use griot_history::text::page::{self, PageOf};
use griot_history::text::{Block, MarkKind};
use griot_history::{card, quote};
use griot_pack::pack::{EntityId, Pack, StatementId, Target};
use packs::plans;
use proptest::prelude::*;

fn built_in() -> Pack {
    griot::built_in::pack().unwrap()
}

/// Every relation of an event: the event and who took part, or where it was.
fn relations(pack: &Pack) -> Vec<(EntityId, EntityId)> {
    let of = |event: EntityId| {
        let it = &pack[event];
        it.who.iter().map(|(who, _)| *who).chain(it.places.iter().copied()).map(move |other| (event, other))
    };
    pack.entities().flat_map(of).filter(|(event, other)| event != other).collect()
}

fn blocks(pack: &Pack, entity: EntityId) -> Vec<Block> {
    page::blocks(pack, PageOf::Entity(entity), None)
}

/// Where the links of blocks lead.
fn targets(blocks: &[Block]) -> Vec<Target> {
    let marks = blocks.iter().flat_map(|block| &block.marks);
    marks.filter_map(|mark| if let MarkKind::Link(goal) = mark.what { goal.target() } else { None }).collect()
}

fn check(pack: &Pack) {
    for (event, other) in relations(pack) {
        for (what, blocks) in [("page", blocks(pack, other)), ("card", card::of_entity(pack, other))] {
            let of_it = blocks.iter().find(|block| {
                let heads = block.text.contains(pack[event].name.as_str());
                heads && part_in(pack, other, event).iter().all(|part| block.text.contains(part))
            });
            assert!(of_it.is_some(), "{} lacks {} on its {what}", pack[other].name, pack[event].name);
            assert!(targets(&blocks).contains(&Target::Entity(event)));
        }
        let told: BTreeSet<StatementId> = Account::new(pack, other).statements().map(|(id, _)| id).collect();
        assert!(pack.mentions(event).iter().all(|id| told.contains(id)), "{}", pack[other].name);
    }
    for entity in pack.entities() {
        let account = Account::new(pack, entity);
        let told: Vec<StatementId> = account.statements().map(|(id, _)| id).collect();
        assert_eq!(told.iter().collect::<BTreeSet<_>>().len(), told.len(), "{} twice", pack[entity].name);
        let events: Vec<EntityId> = account.events().collect();
        assert_eq!(events.iter().collect::<BTreeSet<_>>().len(), events.len(), "{} twice", pack[entity].name);
        assert!(pack.mentions(entity).iter().all(|id| told.contains(id)));
        let undated = account.entries.iter().position(|it| it.when(pack).is_none()).unwrap_or(account.entries.len());
        assert!(account.entries[undated..].iter().all(|it| it.when(pack).is_none()));
        for pair in account.entries[..undated].windows(2) {
            assert!(pair[0].when(pack).unwrap().chronological(&pair[1].when(pack).unwrap()).is_le());
        }
        let page = blocks(pack, entity);
        let ways = targets(&page);
        // What is told has a way back, and no statement is told twice.
        for id in &told {
            assert_eq!(ways.iter().filter(|target| **target == Target::Statement(*id)).count(), 1);
        }
        // Events have a line each and are not named a second time beside their own statements.
        let lists = page.iter().filter(|block| block.sentences.is_empty()).collect::<Vec<_>>();
        for event in events {
            let lines = lists.iter().filter(|block| targets(&[(**block).clone()]).contains(&Target::Entity(event)));
            assert_eq!(lines.count(), 1, "{} on the page of {}", pack[event].name, pack[entity].name);
        }
        for (holder, _) in held_in(pack, entity) {
            assert!(ways.contains(&Target::Entity(holder)));
            assert!(targets(&card::of_entity(pack, entity)).contains(&Target::Entity(holder)));
        }
        for other in namesakes(pack, entity) {
            assert!(ways.contains(&Target::Entity(other)));
            assert!(namesakes(pack, other).contains(&entity), "{}", pack[other].name);
        }
    }
}

#[test]
fn the_page_of_everyone_tells_all_that_the_built_in_pack_tells() {
    let pack = built_in();
    assert!(relations(&pack).len() >= 367, "{}", relations(&pack).len());
    check(&pack);
}

#[test]
fn what_is_kept_with_a_compiled_pack_is_what_going_through_all_of_it_finds() {
    let (own, kept) = (griot_pack::pack::open("assets/mali".as_ref()).unwrap(), built_in());
    assert!(own.stored_index().is_none() && kept.stored_index().is_some());
    for entity in own.entities() {
        let name = &own[entity].name;
        assert_eq!(Account::new(&own, entity), Account::new(&kept, entity), "{name}");
        assert_eq!(namesakes(&own, entity), namesakes(&kept, entity), "{name}");
        assert_eq!(held_in(&own, entity), held_in(&kept, entity), "{name}");
        for office in &own[entity].offices {
            assert_eq!(successor(&own, entity, office), successor(&kept, entity, office), "{name}");
            assert_eq!(predecessor(&own, entity, office), predecessor(&kept, entity, office), "{name}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]
    #[test]
    fn the_page_of_everyone_tells_all_that_any_pack_tells(plan in plans()) {
        check(&packs::pack(&plan));
    }
}

fn statements(pack: &Pack, entity: &str) -> Vec<(String, Via)> {
    let account = Account::new(pack, pack.entity(entity).unwrap());
    account.statements().map(|(id, via)| (pack.statement_id(id), via)).collect()
}

#[test]
fn events_and_names_lead_to_what_no_link_leads_to() {
    let pack = built_in();
    let has = |entity: &str, event: &str| {
        let account = Account::new(&pack, pack.entity(entity).unwrap());
        account.entries.contains(&Entry::Event(pack.entity(event).unwrap()))
    };
    assert!(has("mansa-musa", "pilgrimage-of-mansa-musa"));
    assert!(has("assimi-goita", "coup-2021"));
    let by = |entity: &str, statement: &str| {
        statements(&pack, entity).into_iter().find(|(id, _)| id == statement).map(|(_, via)| via)
    };
    let pilgrimage = pack.entity("pilgrimage-of-mansa-musa").unwrap();
    assert_eq!(by("mansa-musa", "anc-mansa-musa-and-gold-cairo"), Some(Via::Event(pilgrimage)));
    assert_eq!(by("askia-ishaq-ii", "songhai-askias-1528-1588-sadiq"), Some(Via::Name));
    // `Bourem, Léré, Kidal and Ménaka`: a comma parts one name from the next.
    assert_eq!(by("kidal", "dm-peace-north-baz"), Some(Via::Name));
    // “Mali” is not the republic before there was one.
    let mali = Account::new(&pack, pack.entity("mali").unwrap());
    assert!(
        mali.statements()
            .all(|(id, via)| { via != Via::Name || pack[id].when.is_some_and(|when| when.last().year >= 1960) })
    );
}

#[test]
fn who_held_an_office_is_on_the_page_of_what_it_is_of() {
    let pack = built_in();
    let page = blocks(&pack, pack.entity("mali-empire").unwrap());
    let text: Vec<&str> = page.iter().map(|block| block.text.as_str()).collect();
    assert!(text.contains(&"Mansa Musa, Mansa"), "{text:?}");
    let copied = quote::of_entity(&pack, pack.entity("assimi-goita").unwrap(), quote::Form::Quote);
    assert!(copied.contains("24 May 2021: 2021 Malian coup d’état ("), "{copied}");
}
