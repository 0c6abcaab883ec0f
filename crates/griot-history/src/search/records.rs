//! What answers by its words: entities by their records, statements, and roles.

mod roles;
mod sentences;

use griot_pack::pack::{EntityId, Kind, Pack};

use super::answer::Via;
use super::docs::{Doc, Docs, Role};
use super::gathered::Gathered;
use super::query::Query;
use super::rank::{Rank, Tier};
use super::ranks::Ranks;
use super::reach::Reach;
use super::terms::Term;
use super::times::{self, Edge, Time};
use super::words::Asked;
use crate::spans::Span;
use griot_pack::when::Day;
pub(super) use roles::names_an_office;
use roles::{held, role};
use sentences::{is_below, order, people_told_of, rank_of_statement, tells_a_figure, worst_statement};

/// What stands for a word that is not there, in the sum of distances.
const ABSENT: u16 = 10;

/// From so many words on, a date that does not fit is lost more than a word.
const MUCH: usize = 3;
/// And so much more than otherwise.
const DATED: u16 = 16;

/// Where no more than so many answer in full, each sentence is looked at together with those beside it.
const FEW: usize = 3;

/// What is looked for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wanted<'a> {
    pub query: &'a Query,
    pub terms: &'a [Term],
    /// How many answers are shown at most.
    pub most: usize,
    /// The time that is asked for.
    pub time: Option<Time<'a>>,
}

impl Wanted<'_> {
    /// Whether the query names an entity.
    fn names(&self, entity: EntityId) -> bool {
        self.terms.iter().any(|term| term.is_name_of(entity))
    }

    /// What is lost by a date that does not fit: of much that is asked for it is what tells most, of little the least.
    fn lost_by_date(&self, lost: u16) -> u16 {
        if self.counted() >= MUCH { lost * DATED } else { lost }
    }

    /// Whether it is asked how long or how many of what is named, and no more is said of it.
    fn asks_a_figure_of_a_name(&self) -> bool {
        self.query.asked == Some(Asked::HowMany) && self.terms.iter().all(Term::is_name)
    }

    /// How many terms count: what the whole pack is about does not.
    fn counted(&self) -> usize {
        self.terms.iter().filter(|term| term.weight > 0).count()
    }

    /// How what answers by its words does, unless they had to be corrected.
    fn tier(&self, tier: Tier) -> Tier {
        if self.terms.iter().any(|term| !term.meant.is_empty()) { Tier::Typo } else { tier }
    }

    /// Whether somebody may have held an office at the time that is asked for.
    fn may_have_held(&self, holder: EntityId) -> bool {
        self.time.is_none_or(|time| time.spans.offices(holder).meets(Span::of(time.when)))
    }
}

/// How a document answers the terms together.
#[derive(Debug, Clone, Copy)]
struct Met {
    lost: u16,
    distance: u16,
    lacks: u32,
    /// Whether the document says one of them itself.
    own: bool,
    /// Whether one of them tells what sort of thing it is.
    sort: bool,
}

/// Gathers every document that answers a term, and drops what lacks more than others do.
pub(super) fn gather(pack: &Pack, docs: &Docs, wanted: &Wanted, gathered: &mut Gathered) {
    let Wanted { query, terms, .. } = *wanted;
    if terms.is_empty() {
        return;
    }
    let ranks = gathered.ranks();
    let mut met = meet_with_more((pack, docs), wanted, reaches((pack, ranks), docs, wanted));
    of_the_day(pack, docs, terms, &mut met);
    let asked = asked_of(pack, (docs, ranks), wanted, &met);
    let worst = worst_statement((pack, docs), wanted, &met);
    let figures = wanted.asks_a_figure_of_a_name();
    let mut of_other_times = Vec::new();
    for (doc, met) in &met {
        match docs.get(pack, *doc) {
            // What only links the things of the query tells nothing of its words.
            Some(Doc::Statement(id)) if !(met.own || figures && tells_a_figure(pack, id)) => {}
            Some(Doc::Statement(id))
                if worst.is_some_and(|worst| is_below(order(pack, wanted, id, met), worst, met)) =>
            {
                gathered.count_statement(order(pack, wanted, id, met).0 == 0);
            }
            Some(Doc::Entity(id)) => entity(pack, (wanted, &asked), (id, met), gathered),
            Some(Doc::Statement(id)) => {
                let rank = rank_of_statement(pack, wanted, id, met);
                gathered.statement_lacking(id, rank, met.lacks);
                match rank.lost {
                    0 => people_told_of(pack, wanted, (id, met), gathered),
                    _ => of_other_times.push((Doc::Statement(id), met)),
                }
            }
            Some(Doc::Role(Role::Office(holder, at))) if !wanted.may_have_held(holder) => {
                of_other_times.push((Doc::Role(Role::Office(holder, at)), met));
            }
            Some(Doc::Role(role)) => self::role(pack, wanted, (role, met), gathered),
            None => {}
        }
    }
    // Who held office or is told of at other times is looked at only where nothing of this one answers.
    if ends_before(pack, wanted) || !gathered.answers_in_full(query.kind) {
        for (doc, met) in of_other_times {
            match doc {
                Doc::Role(it) => role(pack, wanted, (it, met), gathered),
                Doc::Statement(id) => people_told_of(pack, wanted, (id, met), gathered),
                Doc::Entity(_) => {}
            }
        }
    }
    let held = wanted.time.map(|time| held(pack, docs, (&met, wanted, time.when), gathered));
    held.into_iter().flatten().for_each(|(holder, (lost, fit))| gathered.not_then(holder, lost, fit));
}

fn asked_of(pack: &Pack, (docs, ranks): (&Docs, &Ranks), wanted: &Wanted, met: &[(usize, Met)]) -> Of {
    let terms = wanted.terms;
    let event = |doc: usize| pack.entity_at(doc).is_some_and(|id| ranks.get(id).kind == Kind::Event);
    Of {
        a_sort: met.iter().any(|(doc, met)| met.lost == 0 && met.sort && *doc < docs.entities()),
        an_end: times::edge(terms),
        a_life: asks_of_a_life(ranks, wanted),
        others: asks_of_what_it_names(wanted, || met.iter().any(|(doc, met)| met.lost == 0 && event(*doc))),
    }
}

/// What is asked of entities.
struct Of {
    /// Some answer everything by the sort of thing that they are.
    a_sort: bool,
    /// The beginning or the end of their time.
    an_end: Option<Edge>,
    /// What is named is known, and something else asked for.
    others: bool,
    /// How or where a life began or ended: whose it was is named.
    a_life: bool,
}

fn entity(pack: &Pack, (wanted, asked): (&Wanted, &Of), (id, met): (EntityId, &Met), gathered: &mut Gathered) {
    let (query, ranks) = (wanted.query, gathered.ranks());
    let mut rank = rank(met, wanted.tier(Tier::Record));
    rank.kind_asked = of_kind_asked((pack, ranks), id, query.asked, asked.a_sort && !met.sort);
    let event = ranks.get(id).kind == Kind::Event;
    match query.asked {
        // What was founded tells who founded it, and of coups as many as there are are told.
        Some(Asked::Who) if event && met.sort => rank.kind_asked = NEAR,
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
        (rank.lost, rank.date) = (rank.lost + wanted.lost_by_date(lost), fit);
        if ranks.get(id).kind == Kind::Person && query.asked != Some(Asked::Who) {
            // Whoever lived at the time need not have done then what the record tells.
            (rank.tier, rank.distance) = (rank.tier.max(wanted.tier(Tier::Text)), rank.distance + ABSENT);
        }
    }
    // Of several the first is asked for, however it is called; lists of places are in no order of time.
    rank.distance = if query.order.is_some() { 0 } else { rank.distance };
    let known = ranks.get(id);
    ordered(&mut rank, wanted, known.first, met.sort && known.kind != Kind::Place);
    gathered.lacking(id, (rank, Via::Record), met.lacks);
}

/// Whether the pack ends before the time that is asked for: what goes on then answers nothing, which is seen to at the end.
fn ends_before(pack: &Pack, wanted: &Wanted) -> bool {
    wanted.time.is_some_and(|time| time.when.first() > pack.about.as_of.last())
}

const fn rank(met: &Met, tier: Tier) -> Rank {
    Rank { lost: met.lost, distance: met.distance, ..Rank::of(tier) }
}

/// What comes near each term: what only links the things of a query answers where more than one thing is asked.
fn reaches((pack, ranks): (&Pack, &Ranks), docs: &Docs, wanted: &Wanted) -> Vec<Reach> {
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
fn meet_with_more((pack, docs): (&Pack, &Docs), wanted: &Wanted, reaches: Vec<Reach>) -> Vec<(usize, Met)> {
    let Wanted { query, terms, .. } = *wanted;
    let met = meet(terms, &reaches);
    let in_full = |(doc, met): &&(usize, Met)| met.lost == 0 && (met.own || *doc < docs.entities());
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

/// Sets what the order of time asks for: a date, and its place. Lists of one sort of thing stand in order of time anyhow.
fn ordered(rank: &mut Rank, wanted: &Wanted, first: Option<griot_pack::when::Day>, listed: bool) {
    if wanted.query.order.is_some() {
        rank.lost += u16::from(first.is_none());
        rank.time = times::in_order(wanted.query.order, first);
    } else if listed {
        rank.time = times::in_order(Some(super::words::Order::Nth(1)), first);
    }
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

/// A sentence of the day on which somebody who is named died tells of it, whichever words it has for that.
fn of_the_day(pack: &Pack, docs: &Docs, terms: &[Term], met: &mut [(usize, Met)]) {
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

/// How far what is near what was asked for is from it.
const NEAR: u8 = 1;
/// As far as that is what is neither of the kind that was asked for nor near it.
const OTHER: u8 = 2;

/// How far an entity is from what was asked for. Its record is read only where its kind does not tell.
pub(super) fn of_kind_asked(
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
