//! What holds of whatever is typed, and of an index that was damaged.

use proptest::prelude::*;

use super::*;

/// One slip of the finger: a letter left out, doubled, changed, or two in the wrong order; never the first.
fn slip(name: &str, at: usize, how: u8, letter: char) -> String {
    let mut letters: Vec<char> = name.chars().collect();
    let at = 1 + at % (letters.len() - 2);
    match how {
        0 => {
            letters.remove(at);
        }
        1 => letters.insert(at, letters[at]),
        2 => letters[at] = letter,
        _ => letters.swap(at, at + 1),
    }
    letters.into_iter().collect()
}

fn name() -> impl Strategy<Value = (EntityId, String)> {
    let all: Vec<EntityId> = SEARCHED.0.entities().collect();
    prop::sample::select(all).prop_map(|id| (id, SEARCHED.0[id].name.to_string()))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_entity_is_found_by_its_name_first_or_beside_its_namesakes((entity, name) in name()) {
        let found = answer(&name);
        let hit = found.names().position(|hit| hit.entity() == Some(entity));
        let exact = found.names().filter(|hit| hit.tier() == Tier::Exact).count().max(1);
        prop_assert!(hit.is_some_and(|at| at < exact), "{name}: {:?}", ids(&name));
    }

    #[test]
    fn a_name_with_one_slip_is_found_unless_something_begins_with_it((entity, name) in name(), at in 0usize..60, how in 0u8..4, letter in prop::char::range('a', 'z')) {
        let folded = fold(&name);
        prop_assume!(folded.trim().chars().count() >= 6);
        let typed = slip(folded.trim(), at, how, letter);
        let found = answer(&typed);
        let literal = found.names().any(|hit| hit.tier() <= Tier::Words);
        prop_assert!(literal || found.names().any(|hit| hit.entity() == Some(entity)), "{typed} does not find {name}");
    }

    #[test]
    fn answers_stand_in_one_total_order(query in "[a-zé]{1,4}( [a-z]{1,3})?|(the|in|mali) [a-z]{1,3}( [a-z]{2})?|[0-9]{1,4}|@[a-z]{0,4} [a-z]{0,2}|(gold|king|flag|school|wall) (gao|french|musa|sikasso)( (burnt|sent|1324))?", most in 0usize..20) {
        let (pack, index) = &*SEARCHED;
        let all = answer(&query);
        prop_assert_eq!(&all, &answer(&query));
        let some = index.search(pack, &query, most);
        prop_assert_eq!(&some.hits[..], &all.hits[..most.min(all.hits.len())]);
        prop_assert_eq!(some.counts, all.counts);
        prop_assert!(all.hits.is_sorted_by_key(|hit| hit.rank));
        let mut found: Vec<Found> = all.hits.iter().map(|hit| hit.what).collect();
        found.sort_unstable();
        found.dedup();
        prop_assert_eq!(found.len(), all.hits.len(), "nothing answers twice");
    }

    #[test]
    fn nothing_that_is_typed_breaks_the_search(query in "\\PC{0,40}|[0-9.<>@ cadb-]{0,20}|.{0,300}") {
        let found = answer(&query);
        prop_assert_eq!(found.counts.names, found.names().count());
        for entity in found.names().filter_map(Hit::entity).take(5) {
            let name = &SEARCHED.0[entity].name;
            let taken = matched(name, &query);
            prop_assert!(taken.windows(2).all(|pair| pair[0] < pair[1]));
            prop_assert!(taken.last().is_none_or(|at| (*at as usize) < name.chars().count()));
        }
    }
}

#[test]
fn the_index_that_was_made_with_a_pack_answers_as_one_that_is_made_of_it() {
    let own = griot_pack::pack::check("assets/mali".as_ref()).0.unwrap();
    assert!(own.stored_index().is_none() && SEARCHED.0.stored_index().is_some());
    let made = Index::new(&own);
    let stored = SEARCHED.0.stored_index().unwrap();
    assert_eq!(griot_history::prepared(&own), *stored.read(0..stored.len()).unwrap());
    for query in
        ["", "timbuktu", "timbktu", "musa", "mk", "1591", "who was president in 1985", "sécheresse", "iliffe", "coups"]
    {
        assert_eq!(made.search(&own, query, 50), SEARCHED.1.search(&SEARCHED.0, query, 50), "{query}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn an_index_that_was_damaged_shows_wrong_words_at_worst(
        at in any::<prop::sample::Index>(), bits in 1u8.., end in proptest::option::of(any::<prop::sample::Index>()),
        query in prop::sample::select(vec!["timbuktu", "askia muhammad", "who was president in 1985", "drought", "iliffe", "馬里"]),
    ) {
        let pack = &SEARCHED.0;
        let stored = pack.stored_index().unwrap();
        let mut bytes = stored.read(0..stored.len()).unwrap().into_owned();
        *at.get_mut(&mut bytes) ^= bits;
        if let Some(end) = end {
            bytes.truncate(end.index(bytes.len()));
        }
        let compiled = pack.compile_with(griot_pack::pack::Extras { index: &bytes, ..Default::default() });
        let read = griot_pack::pack::Compiled::from_bytes(compiled.clone()).and_then(|it| it.pack()).unwrap();
        drop(Index::new(&read).search(&read, query, 50));
    }
}
