//! The sums and orders of sources of packs of any shape.

use super::*;

fn sums(pack: &Pack) -> Result<(), TestCaseError> {
    let standings = sources::standings(pack);
    prop_assert_eq!(standings.len(), pack.eras().len());
    for it in &standings {
        prop_assert_eq!(it.statements(), pack.statements_in(it.era).count());
        prop_assert!(it.cited <= it.statements());
        for standing in STANDINGS {
            let own = pack.statements_in(it.era).filter(|id| pack[*id].standing == standing).count();
            prop_assert_eq!(it.count(standing), own);
        }
    }
    prop_assert_eq!(standings.iter().map(sources::EraStandings::statements).sum::<usize>(), pack.statements().len());
    let all: usize = pack.statements().map(|id| pack[id].cites.len() + pack[id].note_cites.len()).sum();
    let rows = sources::rows(pack, Order::Weight);
    prop_assert_eq!(rows.iter().map(|row| row.times).sum::<usize>(), all);
    prop_assert_eq!(standings.iter().map(|it| it.citations).sum::<usize>(), all);
    for row in &rows {
        prop_assert_eq!(row.per_era.iter().map(|(_, count)| count).sum::<usize>(), row.times);
        prop_assert!(row.per_era.is_sorted() && row.in_notes <= row.times);
    }
    for it in &standings {
        let of_era = |row: &sources::Row| row.per_era.iter().find(|(e, _)| *e == it.era).map_or(0, |(_, n)| *n);
        prop_assert_eq!(rows.iter().map(of_era).sum::<usize>(), it.citations);
    }
    let works = sources::works(pack, &rows);
    prop_assert_eq!(works.iter().map(|work| work.times).sum::<usize>(), all);
    prop_assert_eq!(works.iter().map(|work| work.records.len()).sum::<usize>(), pack.sources().len());
    for work in &works {
        prop_assert!(work.records.iter().all(|source| pack.work_of(*source) == work.source));
        let alone = |id: &StatementId| {
            let cites = &pack[*id].cites;
            !cites.is_empty() && cites.iter().all(|note| pack.work_of(pack[*note].source) == work.source)
        };
        prop_assert_eq!(work.alone, pack.statements().filter(alone).count());
    }
    Ok(())
}

fn ways(pack: &Pack) -> Result<(), TestCaseError> {
    for (at, of) in sources::citations(pack).iter().enumerate() {
        for citation in of {
            prop_assert_eq!(pack[citation.note].source.index(), at);
            match citation.at {
                At::Text(id) | At::Note(id) => prop_assert!(cites(pack, id, citation.note)),
                At::Figure(id) => {
                    prop_assert!(pack[id].figures.iter().any(|figure| figure.cites.contains(&citation.note)));
                }
            }
        }
    }
    Ok(())
}

fn orders(pack: &Pack) -> Result<(), TestCaseError> {
    for order in Order::ALL {
        let rows = sources::rows(pack, order);
        let all: BTreeSet<SourceId> = rows.iter().map(|row| row.source).collect();
        prop_assert_eq!((rows.len(), all.len()), (pack.sources().len(), pack.sources().len()));
        prop_assert_eq!(&rows, &sources::rows(pack, order), "twice the same");
        for two in rows.windows(2) {
            let (a, b) = (&two[0], &two[1]);
            let in_order = match order {
                Order::Weight => a.times >= b.times,
                Order::Appearance => b.first.is_none() || a.first.is_some_and(|first| Some(first) <= b.first),
                Order::Date => {
                    let day = |row: &sources::Row| sources::when(&pack[row.source]).map(|w| w.first());
                    day(b).is_none() || day(a).is_some_and(|first| Some(first) <= day(b))
                }
                Order::Kind => pack[a.source].kind <= pack[b.source].kind,
                Order::Rank => match (pack[a.source].rank, pack[b.source].rank) {
                    (Some(a), Some(b)) => a <= b,
                    (first, second) => first.is_some() || second.is_none(),
                },
            };
            prop_assert!(in_order, "{order:?}");
        }
    }
    Ok(())
}

#[test]
fn the_built_in_pack_adds_up() {
    let pack = griot::built_in::pack().unwrap();
    sums(&pack).unwrap();
    ways(&pack).unwrap();
    orders(&pack).unwrap();
}

#[test]
fn shares_say_nothing_of_less_than_all() {
    use griot_history::sources::share;
    assert_eq!((share(0, 10), share(10, 10), share(1, 3)), ("0 %".into(), "100 %".into(), "33 %".into()));
    assert_eq!((share(1, 1000), share(999, 1000), share(0, 0)), ("under 1 %".into(), "over 99 %".into(), "0 %".into()));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn sums_agree_and_ways_lead_where_they_say(plan in plans()) {
        let pack = packs::pack(&plan);
        sums(&pack)?;
        ways(&pack)?;
        orders(&pack)?;
    }

    #[test]
    fn packs_of_any_shape_can_be_gone_through(
        plan in plans(),
        keys in proptest::collection::vec(prop::sample::select(vec!["j", "k", "d", "u", "Space", "b", "g", "G", "x", "v", "Tab", "Shift-Tab", "l", "h", "K", "{", "}", "Enter", "H", "s", "f", "o", "Esc", ")", "y", "1"]), 1..40),
        size in prop::sample::select(vec![(120u16, 40u16), (80, 24), (40, 12), (24, 6)]),
    ) {
        let mut it = of(packs::pack(&plan), size.0, size.1).keys("s");
        for key in &keys {
            it = it.keys(key);
            it.buffer();
            let here = &it.app.views.sources;
            if it.app.shared.screen == Screen::Sources {
                prop_assert!(here.listing.lines.is_empty() || here.chosen().is_some(), "after {key} nothing is chosen");
            }
        }
    }

    #[test]
    fn the_filter_shows_only_sources_that_hold_the_words(plan in plans(), typed in "[a-z]{1,3}|[0-9]{1,2}|source [0-9]") {
        let it = of(packs::pack(&plan), 80, 24).keys("s f").keys(&typed.replace(' ', " Space "));
        let pack = &it.app.shared.pack;
        for line in &it.app.views.sources.listing.lines {
            let Line::Source(id) = line else { continue };
            let source = &pack[*id];
            let told = format!("{} {} {:?} {} {}", source.title, source.key, source.date, sources::kind(source.kind), sources::kinds(source.kind));
            let told = fold(&told);
            for word in typed.split(' ') {
                prop_assert!(told.contains(word), "{told} does not hold {word}");
            }
        }
        if it.app.views.sources.listing.table == Table::Sources {
            prop_assert_eq!(it.app.views.sources.listing.count.0, pack.sources().len());
        }
    }
}
