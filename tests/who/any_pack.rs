//! The lists of packs of any shape.

use super::*;

#[test]
fn a_hundred_thousand_entities_are_listed_filtered_and_left() {
    let it = of(packs::pack(&packs::many(100_000)), 120, 40).keys("e");
    assert!(it.frame().contains("100000 entities"), "{}", it.frame());
    assert_eq!(it.app.views.who.listing.lines.len(), 100_009);
    let it = it.keys("G");
    assert_eq!(it.app.views.who.list.chosen, 100_008);
    let it = it.keys("f 99999");
    assert_eq!(shown(&it.app).len(), 1);
    let it = it.keys("Esc v");
    assert_eq!(it.app.views.who.listing.table, Table::Events);
}

fn config(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

fn key_of(pack: &Pack, id: EntityId, sort: Sort) -> (Kind, Option<String>, Option<Reverse<usize>>) {
    let name = fold(&pack[id].name);
    match sort {
        Sort::Name => (pack[id].kind, Some(name), None),
        Sort::First => (pack[id].kind, None, None),
        Sort::Mentions => (pack[id].kind, None, Some(Reverse(pack.mentions(id).len()))),
    }
}

fn check_orders(pack: &Pack) -> Result<(), TestCaseError> {
    for sort in Sort::ALL {
        let rows = who::table(pack, None, sort);
        let all: BTreeSet<EntityId> = rows.iter().map(|row| row.entity).collect();
        prop_assert_eq!((rows.len(), all.len()), (pack.entities().len(), pack.entities().len()));
        let keys: Vec<_> = rows.iter().map(|row| key_of(pack, row.entity, sort)).collect();
        prop_assert!(keys.windows(2).all(|two| (two[0].0, &two[0].1, two[0].2) <= (two[1].0, &two[1].1, two[1].2)));
        if sort == Sort::First {
            for two in rows.windows(2).filter(|two| pack[two[0].entity].kind == pack[two[1].entity].kind) {
                let day = |row: &who::Row| row.when.or(row.known).map(|w| griot_history::chronicle::known_day(&w));
                let (a, b) = (day(&two[0]), day(&two[1]));
                let in_years = |day: griot_pack::when::Day| day.year;
                prop_assert!(a.is_some() || b.is_none(), "what has no date stands last");
                prop_assert!(a.map(in_years) <= b.map(in_years) || b.is_none());
            }
        }
        let by_kind: Vec<who::Row> = Kind::ALL.iter().flat_map(|kind| who::table(pack, Some(*kind), sort)).collect();
        prop_assert_eq!(by_kind, rows, "kinds one after the other are the whole");
    }
    Ok(())
}

#[test]
fn orders_of_the_built_in_pack() {
    check_orders(&griot::built_in::pack().unwrap()).unwrap();
}

fn any_shape(plan: &Plan, keys: &[&str], size: (u16, u16)) -> Result<(), TestCaseError> {
    let mut it = of(packs::pack(plan), size.0, size.1).keys("e");
    for key in keys {
        it = it.keys(key);
        it.buffer();
        if it.app.shared.screen == Screen::Who && it.app.overlay.is_none() && it.app.shared.regions().is_some() {
            let who = &it.app.views.who;
            prop_assert!(who.listing.is_empty() || who.chosen().is_some(), "after {key} something is chosen");
            if let (Some(chosen), Some(selected)) = (who.chosen(), it.app.shared.selected.entity) {
                prop_assert_eq!(chosen, selected);
            }
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(config(24))]

    #[test]
    fn orders_are_total_over_every_entity(plan in plans()) {
        check_orders(&packs::pack(&plan))?;
    }

    #[test]
    fn the_filter_shows_all_that_matches_and_nothing_else(plan in plans(), typed in "[a-z]{1,3}( [0-9a-z]{1,2})?") {
        let it = of(packs::pack(&plan), 80, 24).keys("e f").keys(&typed.replace(' ', " Space "));
        let pack = &it.app.shared.pack;
        prop_assume!(griot_history::search::Query::read(&typed).when.is_none());
        let wanted: BTreeSet<EntityId> = pack.entities().filter(|id| matches(pack, *id, &typed)).collect();
        let shown = shown(&it.app);
        prop_assert_eq!(shown.len(), wanted.len());
        prop_assert_eq!(shown.into_iter().collect::<BTreeSet<_>>(), wanted);
    }

    #[test]
    fn packs_of_any_shape_can_be_gone_through(
        plan in plans(),
        keys in proptest::collection::vec(prop::sample::select(vec!["j", "k", "d", "u", "Space", "b", "g", "G", "x", "v", "T", "Tab", "Shift-Tab", "l", "h", "K", "{", "}", "Enter", "H", "e", "f", "a", "Esc", ")", "2"]), 1..40),
        size in prop::sample::select(vec![(120u16, 40u16), (80, 24), (40, 12), (24, 6)]),
    ) {
        any_shape(&plan, &keys, size)?;
    }

    #[test]
    fn every_type_is_counted_once(plan in plans()) {
        let pack = packs::pack(&plan);
        let events = pack.entities().filter(|id| pack[*id].kind == Kind::Event).count();
        let types = who::types(&pack);
        prop_assert_eq!(types.iter().map(|(_, count)| count).sum::<usize>(), events);
        let told: BTreeSet<EntityId> = types.iter().flat_map(|(of, _)| who::events_of_type(&pack, of)).map(|row| row.event).collect();
        prop_assert_eq!(told.len(), events);
    }
}
