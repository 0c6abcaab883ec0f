//! How documents answer the words of a query together.

use griot_pack::pack::{EntityId, Kind, Pack};
use griot_pack::when::Day;

use super::Wanted;
use crate::search::docs::Docs;
use crate::search::ranks::Ranks;
use crate::search::reach::Reach;
use crate::search::terms::Term;
use crate::search::times::{self, Edge};
use crate::search::words::Asked;

/// What stands for a word that is not there, in the sum of distances.
pub(super) const ABSENT: u16 = 10;

/// So far a word may stand on the average from what answers in full and not by chance.
const NEAR_BY: usize = 3;

/// Where no more than so many answer in full, each sentence is looked at together with those beside it.
pub(super) const FEW: usize = 3;

/// How a document answers the terms together.
#[derive(Debug, Clone, Copy)]
pub(super) struct Met {
    pub lost: u16,
    pub distance: u16,
    pub lacks: u32,
    /// Whether the document says one of them itself.
    pub own: bool,
    /// Whether one of them tells what sort of thing it is.
    pub sort: bool,
}

/// The event of which words tell nearest, of those that have a date.
pub(in crate::search) fn event_told_by(
    (pack, ranks): (&Pack, &Ranks),
    docs: &Docs,
    terms: &[Term],
) -> Option<EntityId> {
    let reaches: Vec<Reach> = terms.iter().map(|term| Reach::by_links((pack, ranks), term, docs)).collect();
    let met = meet(terms, &reaches).into_iter().filter(|(_, met)| met.lost == 0);
    let events = met.filter_map(|(doc, met)| Some((pack.entity_at(doc)?, met.distance)));
    let events = events.filter(|(id, _)| ranks.get(*id).kind == Kind::Event && ranks.get(*id).first.is_some());
    events.min_by_key(|(id, distance)| (*distance, std::cmp::Reverse(ranks.get(*id).mentions))).map(|(id, _)| id)
}

/// What comes near each term: what only links the things of a query answers where more than one thing is asked.
pub(super) fn reaches((pack, ranks): (&Pack, &Ranks), docs: &Docs, wanted: &Wanted) -> Vec<Reach> {
    let Wanted { query, terms, .. } = *wanted;
    let figures = wanted.asks_a_figure_of_a_name();
    let links = terms.len() > 1
        || figures
        || query.when.is_some()
        || query.order.is_some()
        || query.asked == Some(Asked::Event);
    let reach = |term: &Term| if links { Reach::by_links((pack, ranks), term, docs) } else { Reach::of(term, docs) };
    terms.iter().map(reach).collect()
}

/// The same as [`meet`]; where few answer in full, each sentence together with those beside it.
pub(super) fn meet_with_more((pack, docs): (&Pack, &Docs), wanted: &Wanted, reaches: Vec<Reach>) -> Vec<(usize, Met)> {
    let Wanted { query, terms, .. } = *wanted;
    let met = meet(terms, &reaches);
    let in_full = |(doc, met): &&(usize, Met)| {
        let told = met.own || *doc < docs.entities();
        met.lost == 0 && told && usize::from(met.distance) <= NEAR_BY * terms.len()
    };
    // How a life ended is told in its passage, however many records have to do with it.
    let of_a_life = query.asked.is_some() && times::edge(terms).is_some_and(Edge::is_of_people);
    if terms.len() < 2 || !of_a_life && met.iter().filter(in_full).nth(FEW).is_some() {
        return met;
    }
    let together: Vec<Reach> = reaches.into_iter().map(|reach| reach.in_passages(pack, docs)).collect();
    meet(terms, &together)
}

/// Every document that comes near a term that counts, in order, and how it answers them all.
fn meet(terms: &[Term], reaches: &[Reach]) -> Vec<(usize, Met)> {
    let counted = terms.iter().zip(reaches).filter(|(term, _)| term.weight > 0);
    let mut docs: Vec<usize> = counted.flat_map(|(_, reach)| reach.near().iter().map(|(doc, _)| *doc)).collect();
    if terms.len() > 1 {
        docs.sort_unstable();
        docs.dedup();
    }
    let none = Met { lost: 0, distance: 0, lacks: 0, own: false, sort: false };
    let mut met: Vec<(usize, Met)> = docs.into_iter().map(|doc| (doc, none)).collect();
    for (at, (term, reach)) in terms.iter().zip(reaches).enumerate() {
        let mut near = reach.near().iter().peekable();
        for (doc, met) in &mut met {
            while near.next_if(|(other, _)| other < doc).is_some() {}
            if let Some((_, near)) = near.next_if(|(other, _)| other == doc) {
                // What is told beside it is told half, but whom a passage is about its sentences seldom name again.
                let half = if term.is_name() { 4 } else { 2 };
                met.lost += if near.beside { term.weight.div_ceil(half) } else { 0 };
                met.distance += u16::from(near.level);
                met.own |= near.own;
                met.sort |= near.sort;
            } else {
                met.lost += term.weight;
                met.distance += ABSENT;
                met.lacks |= 1 << at;
            }
        }
    }
    met
}

/// A sentence of the day on which somebody who is named died tells of it, whichever words it has for that.
pub(super) fn of_the_day(pack: &Pack, docs: &Docs, terms: &[Term], met: &mut [(usize, Met)]) {
    const AS_GOOD_AS: u16 = 2;
    let Some(edge) = times::edge(terms).filter(|edge| edge.is_of_people()) else { return };
    let somebody = terms.iter().flat_map(Term::names).filter(|id| pack[**id].kind == Kind::Person);
    let days: Vec<Day> = somebody.filter_map(|id| times::end_of(pack, *id, edge)).collect();
    let asks = times::asks_for(terms).fold(0, |bits, at| bits | 1 << at);
    let may = met.iter_mut().filter(|(_, met)| !days.is_empty() && met.lost > 0 && met.lacks & !asks == 0);
    for (doc, met) in may {
        let when = docs.statement(pack, *doc).and_then(|id| pack[id].when);
        if when.is_some_and(|when| days.iter().any(|day| times::tells(&when, *day))) {
            met.distance = met.distance.saturating_sub(ABSENT) + AS_GOOD_AS;
            (met.lost, met.lacks, met.own) = (0, 0, true);
        }
    }
}
