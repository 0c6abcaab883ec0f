//! What answers by its words: entities by their records, statements, and roles.

mod entities;
mod met;
mod roles;
mod sentences;

use griot_pack::pack::{EntityId, Pack};
use griot_pack::when::Day;

use super::docs::{Doc, Docs, Role};
use super::gathered::Gathered;
use super::query::Query;
use super::rank::{Rank, Tier};
use super::terms::Term;
use super::times::{self, Edge, Time};
use super::words::Asked;
use crate::spans::Span;
pub(super) use entities::of_kind_asked;
use entities::{asked_of, entity};
pub(super) use met::event_told_by;
use met::{Met, meet_with_more, of_the_day, reaches};
pub(super) use roles::names_an_office;
use roles::{held, role};
use sentences::{is_below, order, people_told_of, rank_of_statement, tells_a_figure, worst_statement};

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
                let rank = rank_of_statement(pack, wanted, (id, met), asked.a_sort);
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
    // Who died then need not have held the office then.
    let of_a_life = times::edge(terms).is_some_and(Edge::is_of_people);
    let held = wanted.time.filter(|_| !of_a_life).map(|time| held(pack, docs, (&met, wanted, time.when), gathered));
    held.into_iter().flatten().for_each(|(holder, (lost, fit))| gathered.not_then(holder, lost, fit));
}

/// Whether the pack ends before the time that is asked for: what goes on then answers nothing, which is seen to at the end.
fn ends_before(pack: &Pack, wanted: &Wanted) -> bool {
    wanted.time.is_some_and(|time| time.when.first() > pack.about.as_of.last())
}

const fn rank(met: &Met, tier: Tier) -> Rank {
    Rank { lost: met.lost, distance: met.distance, ..Rank::of(tier) }
}

/// Sets what the order of time asks for: a date, and its place. Lists of one sort of thing stand in order of time anyhow.
fn ordered(rank: &mut Rank, wanted: &Wanted, first: Option<Day>, listed: bool) {
    if wanted.query.order.is_some() {
        rank.lost += u16::from(first.is_none());
        rank.time = times::in_order(wanted.query.order, first);
    } else if listed {
        rank.time = times::in_order(Some(super::words::Order::Nth(1)), first);
    }
}
