//! What is gathered, shown and counted.

use super::*;
use crate::search::Index;

/// A pack of three towns, and what is gathered of them.
fn with_towns(look: impl Fn(&Pack, [EntityId; 3], Gathered)) {
    let text = "## E (1000)\n\n1000: [[A]], [[B]] and [[C]].\n\n## Places\n\n- A: town\n- B: town\n- C: town\n";
    let pack = griot_pack::pack::check_text("a.md", text, "2000-01-01").0.unwrap();
    let index = Index::new(&pack);
    let towns: Vec<EntityId> = pack.entities().collect();
    look(&pack, towns.try_into().unwrap(), Gathered::new(&pack, index.ranks()));
}

#[test]
fn what_is_only_counted_is_shown_once_something_else_of_it_answers_in_full() {
    with_towns(|_, [a, b, c], mut gathered| {
        let named = |entity, tier| Named { entity, tier, closeness: 0, alias: None };
        let shown = |gathered: &Gathered| (gathered.hits.len(), gathered.below.names);
        gathered.names(vec![named(a, Tier::Words), named(b, Tier::Exact), named(c, Tier::Words)], 1);
        assert_eq!(shown(&gathered), (1, 2));
        gathered.lacking(a, (Rank { lost: 3, ..Rank::of(Tier::Record) }, Via::Record), 1);
        assert_eq!(shown(&gathered), (1, 2), "what answers less is no better for it");
        gathered.entity(a, Rank::of(Tier::Role), Via::Record);
        assert_eq!(shown(&gathered), (2, 1));
        gathered.entity(c, Rank::of(Tier::Role), Via::Record);
        assert_eq!(shown(&gathered), (3, 0));
        assert_eq!(gathered.answer(Query::default(), &[], None, 1).counts.names, 3);
    });
}
