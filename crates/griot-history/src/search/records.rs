//! What answers by its words: entities by their records, statements, and roles.

use std::collections::BTreeMap;

use griot_pack::pack::{EntityId, Kind, Pack, StatementId};
use griot_pack::when::When;

use super::answer::{Gathered, Via};
use super::docs::{Doc, Docs, Role};
use super::query::Query;
use super::rank::{Rank, Tier};
use super::reach::Reach;
use super::terms::Term;
use super::times;
use super::words::Asked;

/// What stands for a word that is not there, in the sum of distances.
const ABSENT: u16 = 10;

/// What is looked for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wanted<'a> {
    pub query: &'a Query,
    pub terms: &'a [Term],
}

impl Wanted<'_> {
    /// Whether the query names an entity.
    fn names(&self, entity: EntityId) -> bool {
        self.terms.iter().any(|term| term.is_name_of(entity))
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
    let Wanted { query, terms } = *wanted;
    if terms.is_empty() {
        return;
    }
    let links = terms.len() > 1 || query.when.is_some() || query.order.is_some() || query.asked == Some(Asked::Event);
    let ranks = gathered.ranks();
    let reach = |term: &Term| if links { Reach::by_links((pack, ranks), term, docs) } else { Reach::of(term, docs) };
    let reaches: Vec<Reach> = terms.iter().map(reach).collect();
    let met = meet(terms, &reaches);
    let sorted = met.iter().any(|(doc, met)| met.lost == 0 && met.sort && *doc < docs.entities());
    let mistyped = terms.iter().any(|term| !term.meant.is_empty());
    let edge = times::edge(terms);
    let event = |doc: usize| pack.entity_at(doc).is_some_and(|id| ranks.get(id).kind == Kind::Event);
    let knows = asks_of_what_it_names(wanted, || met.iter().any(|(doc, met)| met.lost == 0 && event(*doc)));
    for (doc, met) in &met {
        match docs.get(pack, *doc) {
            Some(Doc::Entity(id)) => {
                let mut rank = rank(met, if mistyped { Tier::Typo } else { Tier::Record });
                rank.kind_asked = of_kind_asked(pack, id, query.asked, sorted && !met.sort);
                if knows && wanted.names(id) {
                    rank.kind_asked = OTHER;
                }
                if let Some(when) = &query.when {
                    let (lost, fit) = times::entity_at(pack, id, when, edge);
                    (rank.lost, rank.date) = (rank.lost + lost, fit);
                }
                // Of several the first is asked for, however it is called; lists of places are in no order of time.
                rank.distance = if query.order.is_some() { 0 } else { rank.distance };
                let known = ranks.get(id);
                ordered(&mut rank, wanted, known.first, met.sort && known.kind != Kind::Place);
                gathered.lacking(id, (rank, Via::Record), met.lacks);
            }
            Some(Doc::Statement(id)) => statement(pack, wanted, (id, met, mistyped), gathered),
            Some(Doc::Role(role)) => self::role(pack, wanted, (role, met, mistyped), gathered),
            None => {}
        }
    }
    let when = query.when.as_ref();
    for (holder, (lost, fit)) in when.map(|when| held(pack, docs, &met, when)).into_iter().flatten() {
        gathered.not_then(holder, lost, fit);
    }
}

/// How well the time of an office that is asked for by its title answers, of each that held it: whoever was president
/// later was none in 1985, though already born.
fn held(pack: &Pack, docs: &Docs, met: &[(usize, Met)], when: &When) -> BTreeMap<EntityId, (u16, u16)> {
    let (mut held_then, mut holders) = (false, Vec::new());
    let mut best = BTreeMap::new();
    let roles = met.iter().filter(|(doc, met)| *doc >= docs.first_role() && met.lost == 0 && met.sort);
    for (doc, _) in roles {
        let Some(Doc::Role(Role::Office(holder, at))) = docs.get(pack, *doc) else { continue };
        let office = &pack[holder].offices[at];
        let Some(own) = office.when else { continue };
        let fit = times::date(&own, when);
        held_then |= fit.0 == 0;
        holders.push(holder);
        best.entry(holder).and_modify(|old: &mut (u16, u16)| *old = fit.min(*old)).or_insert(fit);
    }
    if held_then {
        // Where somebody held it then, whoever is only called so in passing held another office, at another time.
        for (doc, _) in met.iter().filter(|(_, met)| met.lost == 0) {
            let Some(Doc::Entity(id)) = docs.get(pack, *doc) else { continue };
            if pack[id].kind == Kind::Person && !holders.contains(&id) {
                best.entry(id).or_insert((times::LOST, u16::MAX));
            }
        }
    }
    best
}

const fn rank(met: &Met, tier: Tier) -> Rank {
    Rank { lost: met.lost, distance: met.distance, ..Rank::of(tier) }
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

fn statement(pack: &Pack, wanted: &Wanted, (id, met, mistyped): (StatementId, &Met, bool), gathered: &mut Gathered) {
    // What only links the things of the query tells nothing of its words.
    if !met.own {
        return;
    }
    let mut rank = rank(met, if mistyped { Tier::Typo } else { Tier::Text });
    if let Some(when) = &wanted.query.when {
        let (lost, fit) = times::statement(pack, id, when);
        (rank.lost, rank.date) = (rank.lost + lost, fit);
    }
    if wanted.query.asked == Some(Asked::HowMany) {
        rank.kind_asked = u8::from(!pack[id].text.bytes().any(|b| b.is_ascii_digit()));
    }
    if wanted.query.order.is_some() {
        ordered(&mut rank, wanted, pack[id].when.map(|when| when.first()), false);
    }
    gathered.statement_lacking(id, rank, met.lacks);
    if wanted.query.asked == Some(Asked::Who) && met.lost == 0 {
        // A sentence that tells all that is asked tells it of somebody.
        let people = pack[id].links().filter(|id| pack[*id].kind == Kind::Person && !wanted.names(*id));
        people.for_each(|who| gathered.entity(who, rank, Via::Text));
    }
}

fn role(pack: &Pack, wanted: &Wanted, (role, met, mistyped): (Role, &Met, bool), gathered: &mut Gathered) {
    let query = wanted.query;
    let (bearer, title, when, ruled) = match role {
        Role::Office(holder, at) => {
            let office = &pack[holder].offices[at];
            (holder, office.title.as_str(), office.when, office.head)
        }
        Role::Part(event, at) => {
            let (who, part) = &pack[event].who[at];
            (*who, part.as_deref().unwrap_or_default(), pack[event].when, true)
        }
    };
    let part = matches!(role, Role::Part(..));
    let asks = query.asked == Some(Asked::Who) || !part && (query.when.is_some() || query.order.is_some());
    // Parts are told by their events, but for those who ask for somebody.
    if part && query.asked != Some(Asked::Who) || !met.sort {
        return;
    }
    let tier = match () {
        () if mistyped => Tier::Typo,
        () if asks => Tier::Role,
        () => Tier::Record,
    };
    let mut rank = rank(met, tier);
    if query.asked == Some(Asked::Who) && wanted.terms.len() > 1 && wanted.names(bearer) {
        // Whoever is named in the question is not the one who is asked for.
        (rank.tier, rank.kind_asked) = (Tier::Record, OTHER);
    }
    let longer = title.split([' ', '-']).count().saturating_sub(wanted.terms.len()).min(3);
    // A title is no nearer because its holder is called by it.
    rank.distance = rank.distance.max(wanted.terms.len() as u16);
    rank.distance += longer as u16 + u16::from(!ruled);
    if let Some(asked) = &query.when {
        let (lost, fit) = when.map_or((1, u16::MAX), |own| times::date(&own, asked));
        rank.lost += lost;
        rank.date = if lost == 0 { 0 } else { fit };
    }
    ordered(&mut rank, wanted, when.map(|when| when.first()), true);
    gathered.lacking(bearer, (rank, Via::Role(role)), met.lacks);
}

/// Whether what the query names is known to whoever asks, and something else is asked of it: who overthrew it, or, where
/// the query is nothing but names, which event they have to do with each other.
fn asks_of_what_it_names(wanted: &Wanted, joined_by_an_event: impl Fn() -> bool) -> bool {
    let Wanted { query, terms } = *wanted;
    match query.asked {
        Some(Asked::Who | Asked::Where) => true,
        None => {
            let names_alone = query.when.is_none() && query.order.is_none() && terms.iter().all(Term::is_name);
            names_alone && terms.len() > 1 && joined_by_an_event()
        }
        _ => false,
    }
}

/// As far as that is what is neither of the kind that was asked for nor near it.
const OTHER: u8 = 2;

/// How far an entity is from what was asked for.
pub(super) fn of_kind_asked(pack: &Pack, id: EntityId, asked: Option<Asked>, of_another_sort: bool) -> u8 {
    // A record is read only for those who ask for something of it.
    let Some(asked) = asked else { return u8::from(of_another_sort) };
    let it = &pack[id];
    match (asked, it.kind) {
        (Asked::Who, Kind::Person) | (Asked::Where, Kind::Place) => 0,
        (Asked::Who, Kind::Group | Kind::Organization | Kind::Polity | Kind::People) => 1,
        (Asked::Where, _) if !it.places.is_empty() || it.at.is_some() => 1,
        (Asked::Who | Asked::Where, _) => OTHER,
        (Asked::Event, kind) => u8::from(kind != Kind::Event),
        (Asked::HowMany, _) => u8::from(it.figures.is_empty()),
        (Asked::When, _) if it.when.is_none() => 1,
        _ => u8::from(of_another_sort),
    }
}

/// Whether a term is the title of an office.
pub(super) fn names_an_office(pack: &Pack, docs: &Docs, term: &Term) -> bool {
    let reach = Reach::of(term, docs);
    let mut roles = reach.near().iter().filter(|(doc, near)| near.sort && *doc >= docs.first_role());
    roles.any(|(doc, _)| matches!(docs.get(pack, *doc), Some(Doc::Role(Role::Office(..)))))
}
