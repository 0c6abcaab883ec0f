//! Entities by their records: how far each is from what is asked for.

use griot_pack::pack::{EntityId, Kind, Pack};

use super::met::{ABSENT, Met};
use super::{Wanted, ordered, rank};
use crate::search::answer::Via;
use crate::search::docs::Docs;
use crate::search::gathered::Gathered;
use crate::search::rank::Tier;
use crate::search::ranks::Ranks;
use crate::search::terms::Term;
use crate::search::times::{self, Edge};
use crate::search::words::Asked;

/// What is asked of entities.
pub(super) struct Of {
    /// Some answer everything by the sort of thing that they are.
    pub a_sort: bool,
    /// The beginning or the end of their time.
    an_end: Option<Edge>,
    /// What is named is known, and something else asked for.
    others: bool,
    /// How or where a life began or ended: whose it was is named.
    a_life: bool,
}

pub(super) fn asked_of(pack: &Pack, (docs, ranks): (&Docs, &Ranks), wanted: &Wanted, met: &[(usize, Met)]) -> Of {
    let terms = wanted.terms;
    let event = |doc: usize| pack.entity_at(doc).is_some_and(|id| ranks.get(id).kind == Kind::Event);
    Of {
        a_sort: met.iter().any(|(doc, met)| met.lost == 0 && met.sort && *doc < docs.entities()),
        an_end: times::edge(terms),
        a_life: asks_of_a_life(ranks, wanted),
        others: asks_of_what_it_names(wanted, || met.iter().any(|(doc, met)| met.lost == 0 && event(*doc))),
    }
}

/// An entity, by its record.
pub(super) fn entity(
    pack: &Pack,
    (wanted, asked): (&Wanted, &Of),
    (id, met): (EntityId, &Met),
    gathered: &mut Gathered,
) {
    let (query, ranks) = (wanted.query, gathered.ranks());
    let mut rank = rank(met, wanted.tier(Tier::Record));
    rank.kind_asked = of_kind_asked((pack, ranks), id, query.asked, asked.a_sort && !met.sort);
    let event = ranks.get(id).kind == Kind::Event;
    match query.asked {
        // Of coups as many as there are are told.
        Some(Asked::HowMany) if event && met.sort && wanted.counted() == 1 => rank.kind_asked = 0,
        _ => {}
    }
    // Where nothing is known of what is asked of it, it stands nearest itself.
    if asked.others && wanted.names(id) && met.lost == 0 {
        rank.kind_asked = OTHER;
    }
    // Where somebody was, and what became of somebody named, sentences tell before records that are of something else.
    let told = query.asked == Some(Asked::Where) && rank.kind_asked == OTHER;
    if told || asked.a_life && !wanted.names(id) {
        rank.tier = rank.tier.max(wanted.tier(Tier::Text));
    }
    if let Some(time) = wanted.time {
        let (lost, fit) = times::entity_at(pack, id, time, asked.an_end);
        // Whoever lived at the time need not have done then what the record tells.
        let only_lived = ranks.get(id).kind == Kind::Person && query.asked != Some(Asked::Who);
        let roughly = if only_lived && lost == 0 { times::IN_A_LIFE } else { fit };
        (rank.lost, rank.date) = (times::with_date(rank.lost, (lost, roughly)), fit);
        if only_lived {
            (rank.tier, rank.distance) = (rank.tier.max(wanted.tier(Tier::Text)), rank.distance + ABSENT);
        }
    }
    // Of several the first is asked for, however it is called; lists of places are in no order of time.
    rank.distance = if query.order.is_some() { 0 } else { rank.distance };
    let known = ranks.get(id);
    ordered(&mut rank, wanted, known.first, met.sort && known.kind != Kind::Place);
    gathered.lacking(id, (rank, Via::Record), met.lacks);
}

/// Whether what the query names is known to whoever asks, and something else is asked of it: who overthrew it, or, where
/// the query is nothing but names, which event they have to do with each other.
fn asks_of_what_it_names(wanted: &Wanted, joined_by_an_event: impl Fn() -> bool) -> bool {
    let Wanted { query, terms, .. } = *wanted;
    match query.asked {
        Some(Asked::Who | Asked::Where) => true,
        None => {
            let names_alone = query.when.is_none() && query.order.is_none() && terms.iter().all(Term::is_name);
            names_alone && terms.len() > 1 && joined_by_an_event()
        }
        _ => false,
    }
}

/// Whether it is asked how or where the life of somebody who is named began or ended.
fn asks_of_a_life(ranks: &Ranks, wanted: &Wanted) -> bool {
    let Wanted { query, terms, .. } = *wanted;
    let somebody = |id: &EntityId| ranks.get(*id).kind == Kind::Person;
    !matches!(query.asked, None | Some(Asked::Who | Asked::HowMany))
        && times::edge(terms).is_some_and(Edge::is_of_people)
        && terms.iter().any(|term| term.names().iter().any(somebody))
}

/// How far what is near what was asked for is from it.
pub(super) const NEAR: u8 = 1;
/// As far as that is what is neither of the kind that was asked for nor near it.
pub(super) const OTHER: u8 = 2;

/// How far an entity is from what was asked for. Its record is read only where its kind does not tell.
pub(in crate::search) fn of_kind_asked(
    (pack, ranks): (&Pack, &Ranks),
    id: EntityId,
    asked: Option<Asked>,
    of_another_sort: bool,
) -> u8 {
    let Some(asked) = asked else { return u8::from(of_another_sort) };
    let known = ranks.get(id);
    match (asked, known.kind) {
        (Asked::Who, Kind::Person) | (Asked::Where, Kind::Place) => 0,
        (Asked::Who, Kind::Group | Kind::Organization | Kind::Polity | Kind::People) => 1,
        (Asked::Where, _) if !pack[id].places.is_empty() || pack[id].at.is_some() => 1,
        (Asked::Who | Asked::Where, _) => OTHER,
        (Asked::Event, kind) => u8::from(kind != Kind::Event),
        (Asked::HowMany, _) => u8::from(pack[id].figures.is_empty()),
        (Asked::When, _) if known.first.is_none() => 1,
        _ => u8::from(of_another_sort),
    }
}
