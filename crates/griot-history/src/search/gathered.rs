//! How answers are gathered, and which of them stand.

use std::cmp::Reverse;

use griot_pack::pack::{EntityId, Kind, Pack, SourceId, StatementId};
use griot_pack::when::Day;

use super::Role;
use super::answer::{Answer, Counts, Found, Hit, Via};
use super::filter::KindFilter;
use super::names::Named;
use super::query::Query;
use super::rank::{Rank, Tier};
use super::ranks::Ranks;
use super::terms::Term;
use super::words::Order;
use crate::chronicle::Moment;

/// Hits while they are gathered: of each thing the best.
#[derive(Debug)]
pub(super) struct Gathered<'a> {
    ranks: &'a Ranks,
    hits: Vec<Hit>,
    /// Of each entity, statement and source its place among the hits, from 1; 0 of what is not among them.
    places: Vec<u32>,
    /// What is too far down to be shown, and only counted.
    below: Below,
    /// How many entities and statements there are.
    before: [usize; 2],
}

/// How many are too far down to be shown.
#[derive(Debug, Default)]
struct Below {
    /// Entities that answer in full by their names; their place is [`BELOW`].
    names: usize,
    /// Statements that answer in full, and others.
    text: [usize; 2],
}

/// Where fewer than so many answer everything, what answers next best is shown behind them.
const FEW: usize = 3;
/// The place of an entity that answers in full and is only counted.
const BELOW: u32 = u32::MAX;

impl<'a> Gathered<'a> {
    pub(super) fn new(pack: &Pack, ranks: &'a Ranks) -> Self {
        let [entities, statements, sources] = [pack.entities().len(), pack.statements().len(), pack.sources().len()];
        let places = vec![0; entities + statements + sources];
        Self { ranks, hits: Vec::new(), places, below: Below::default(), before: [entities, entities + statements] }
    }

    /// What is known of an entity without its record.
    pub(super) const fn ranks(&self) -> &'a Ranks {
        self.ranks
    }

    pub(super) fn name(&mut self, named: Named, rank: Rank) {
        let via = named.alias.map_or(Via::Name, Via::Alias);
        self.entity(named.entity, Rank { closeness: Reverse(named.closeness), ..rank }, via);
    }

    /// Adds names that answer in full, in whatever order. Of more than `most` those that cannot be among the first are only
    /// counted: one letter may match a hundred thousand.
    pub(super) fn names(&mut self, mut named: Vec<Named>, most: usize) {
        let last = most.checked_sub(1).filter(|last| *last < named.len());
        let worst = last.map(|last| named.select_nth_unstable_by_key(last, Named::order).1.order());
        for named in named {
            if worst.is_some_and(|worst| named.order() > worst) {
                self.places[named.entity.index()] = BELOW;
                self.below.names += 1;
            } else {
                self.name(named, Rank::of(named.tier));
            }
        }
    }

    pub(super) fn entity(&mut self, id: EntityId, rank: Rank, via: Via) {
        self.lacking(id, (rank, via), 0);
    }

    pub(super) fn lacking(&mut self, id: EntityId, (rank, via): (Rank, Via), lacks: u32) {
        let known = self.ranks.get(id);
        let rank = Rank {
            kind: Some(known.kind),
            mentions: Reverse(known.mentions),
            first: known.first,
            place: id.index() as u32,
            ..rank
        };
        self.add(Hit { what: Found::Entity(id), rank, via, lacks });
    }

    pub(super) fn statement(&mut self, id: StatementId, rank: Rank) {
        self.statement_lacking(id, rank, 0);
    }

    pub(super) fn statement_lacking(&mut self, id: StatementId, rank: Rank, lacks: u32) {
        let rank = Rank { place: id.index() as u32, ..rank };
        self.add(Hit { what: Found::Statement(id), rank, via: Via::Text, lacks });
    }

    /// Counts a statement that cannot be among those that are shown.
    pub(super) const fn count_statement(&mut self, is_complete: bool) {
        self.below.text[if is_complete { 0 } else { 1 }] += 1;
    }

    pub(super) fn source(&mut self, id: SourceId) {
        let rank = Rank { place: id.index() as u32, ..Rank::of(Tier::Source) };
        self.add(Hit { what: Found::Source(id), rank, via: Via::Name, lacks: 0 });
    }

    const fn place(&self, what: Found) -> usize {
        match what {
            Found::Entity(id) => id.index(),
            Found::Statement(id) => self.before[0] + id.index(),
            Found::Source(id) => self.before[1] + id.index(),
        }
    }

    fn add(&mut self, hit: Hit) {
        let place = self.place(hit.what);
        match self.places[place] {
            0 => {
                self.hits.push(hit);
                self.places[place] = self.hits.len() as u32;
            }
            // What answers less is no better for it.
            BELOW if !hit.is_complete() => {}
            BELOW => {
                self.hits.push(hit);
                self.places[place] = self.hits.len() as u32;
                self.below.names -= 1;
            }
            at => {
                let old = &mut self.hits[at as usize - 1];
                if hit.rank < old.rank {
                    *old = hit;
                }
            }
        }
    }

    /// Tells of somebody who was found as an answer that the office which is asked for was held at another time.
    pub(super) fn not_then(&mut self, id: EntityId, lost: u16, date: u16) {
        let place = (self.places[id.index()] as usize).checked_sub(1);
        let found = place.and_then(|place| self.hits.get_mut(place));
        if let Some(hit) = found.filter(|hit| hit.is_complete() && !matches!(hit.via, Via::Role(_))) {
            (hit.rank.lost, hit.rank.date) = (lost, date);
        }
    }

    /// Whether somebody was found who answers everything by what is told of them.
    pub(super) fn tells_of_somebody(&self, pack: &Pack) -> bool {
        let is_person = |hit: &Hit| hit.entity().is_some_and(|id| pack[id].kind == Kind::Person);
        self.hits.iter().any(|hit| hit.is_complete() && hit.tier() < Tier::Text && is_person(hit))
    }

    /// Tells of what has no end that it does not answer a time after the end of the pack.
    pub(super) fn end_with(&mut self, pack: &Pack) {
        let when = |hit: &Hit| match (hit.what, hit.via) {
            (_, Via::Role(Role::Office(holder, at))) => pack[holder].offices[at].when,
            (Found::Entity(id), _) => pack[id].when,
            (Found::Statement(id), _) => pack[id].when,
            (Found::Source(_), _) => None,
        };
        let goes_on = |hit: &Hit| when(hit).is_some_and(|when| when.last() == Day::MAX);
        for hit in self.hits.iter_mut().filter(|hit| hit.is_complete() && goes_on(hit)) {
            (hit.rank.lost, hit.rank.date) = (super::times::LOST, u16::MAX);
        }
    }

    /// Keeps what is of a kind.
    pub(super) fn retain(&mut self, kind: KindFilter) {
        let ranks = self.ranks;
        self.hits.retain(|hit| is_of(ranks, kind, hit));
        self.places.fill(0);
        if !kind.takes_text() {
            self.below.text = [0; 2];
        }
    }

    /// Whether an entity is among the hits.
    pub(super) fn holds(&self, id: EntityId) -> bool {
        self.places[id.index()] != 0
    }

    /// Whether anything of a kind, or anything but sources, answers everything.
    pub(super) fn answers_in_full(&self, kind: Option<KindFilter>) -> bool {
        let is_meant = |hit: &Hit| match kind {
            Some(kind) => is_of(self.ranks, kind, hit),
            None => !matches!(hit.what, Found::Source(_)),
        };
        self.hits.iter().any(|hit| hit.is_complete() && is_meant(hit))
    }

    /// Everything of a kind that can be listed.
    pub(super) fn all_of(&mut self, pack: &Pack, kind: KindFilter) {
        if kind.takes_sources() {
            pack.sources().for_each(|id| self.source(id));
        }
        let of_kind = pack.entities().filter(|id| kind.takes(self.ranks.get(*id).kind));
        of_kind.collect::<Vec<_>>().into_iter().for_each(|id| self.entity(id, Rank::of(Tier::Date), Via::Date));
    }

    /// Keeps what answers everything, by itself or with what stands beside it, and all where nothing does. Sources alone do
    /// not shut out what nearly answers.
    fn keep_the_nearest(&mut self, terms: usize) {
        let is_source = |hit: &Hit| matches!(hit.what, Found::Source(_));
        if self.hits.iter().any(|hit| hit.is_complete() && !is_source(hit)) {
            let near = self.nearest_of_few(terms);
            // The title of a source is no answer, and stands behind what nearly is one.
            let lost = self.hits.iter().filter(|hit| near.contains(&hit.what)).map(|hit| hit.rank.lost).max();
            for hit in self.hits.iter_mut().filter(|hit| is_source(hit)) {
                hit.rank.lost = lost.unwrap_or(hit.rank.lost);
            }
            self.hits
                .retain(|hit| hit.is_complete() || is_source(hit) || is_told_together(hit) || near.contains(&hit.what));
            self.below.text[1] = 0;
            return;
        }
        let others = self.hits.iter().filter(|hit| !is_source(hit));
        let Some(near) = others.min_by_key(|hit| hit.rank).map(|hit| (hit.rank.lost, hit.lacks)) else { return };
        if (near.1.count_ones() as usize) * 2 < terms {
            self.hits.iter_mut().filter(|hit| is_source(hit)).for_each(|hit| hit.rank.lost = near.0);
        }
    }

    /// What answers next best where so little answers everything that it may be so by chance: not where a name does.
    fn nearest_of_few(&self, terms: usize) -> Vec<Found> {
        let is_source = |hit: &&Hit| matches!(hit.what, Found::Source(_));
        let stands = |hit: &&Hit| hit.is_complete() || is_told_together(hit);
        let complete = self.hits.iter().filter(|hit| stands(hit) && !is_source(hit));
        let by_name = complete.clone().any(|hit| hit.tier() < Tier::Record);
        let wanting = FEW.saturating_sub(complete.count());
        if by_name || terms < 2 || wanting == 0 {
            return Vec::new();
        }
        let mut near: Vec<&Hit> = self.hits.iter().filter(|hit| !stands(hit) && !is_source(hit)).collect();
        near.sort_unstable_by_key(|hit| hit.rank);
        near.truncate(wanting);
        near.into_iter().map(|hit| hit.what).collect()
    }

    /// The best hits in order. Only those that are shown are sorted, for one letter may match a hundred thousand.
    pub(super) fn answer(mut self, query: Query, terms: &[Term], moment: Option<Moment>, most: usize) -> Answer {
        self.keep_the_nearest(terms.len());
        let Below { names, text: [complete, others] } = self.below;
        let mut counts = Counts { names, text: complete + others, sources: 0 };
        for hit in &self.hits {
            match hit.what {
                Found::Entity(_) => counts.names += 1,
                Found::Statement(_) => counts.text += 1,
                Found::Source(_) => counts.sources += 1,
            }
        }
        let mut hits = self.hits;
        let last = most.checked_sub(1).filter(|last| *last < hits.len());
        if let Some(last) = last.filter(|_| !matches!(query.order, Some(Order::Nth(2..)))) {
            hits.select_nth_unstable_by(last, |a, b| a.rank.cmp(&b.rank));
            hits.truncate(most);
        }
        hits.sort_unstable_by_key(|hit| hit.rank);
        take_nth(&mut hits, query.order);
        hits.truncate(most);
        let failed = hits.first().map_or_else(Vec::new, |best| failed(&query, terms, best));
        Answer { query, hits, counts, failed, moment }
    }
}

/// Whether a sentence and those beside it answer everything together.
const fn is_told_together(hit: &Hit) -> bool {
    matches!(hit.what, Found::Statement(_)) && hit.lacks == 0 && hit.rank.date < super::times::BESIDE
}

/// Whether a hit is what a kind restricts a search to.
fn is_of(ranks: &Ranks, kind: KindFilter, hit: &Hit) -> bool {
    match hit.what {
        Found::Entity(id) => kind.takes_names() && kind.takes(ranks.get(id).kind),
        Found::Statement(_) => kind.takes_text(),
        Found::Source(_) => kind.takes_sources(),
    }
}

/// Puts the second or third to the head of those that differ in nothing but time.
fn take_nth(hits: &mut [Hit], order: Option<Order>) {
    let Some(Order::Nth(n @ 2..)) = order else { return };
    let like = |rank: &Rank| (rank.lost, rank.tier, rank.kind_asked, rank.date, rank.distance);
    let Some(first) = hits.first().map(|hit| like(&hit.rank)) else { return };
    let alike = hits.iter().take_while(|hit| like(&hit.rank) == first).count();
    if usize::from(n) <= alike {
        hits[..usize::from(n)].rotate_right(1);
    }
}

/// The words that a hit does not answer, and the date.
fn failed(query: &Query, terms: &[Term], hit: &Hit) -> Vec<String> {
    if hit.is_complete() {
        return Vec::new();
    }
    let lacking = |at: usize| hit.lacks & 1 << at != 0;
    let words = terms.iter().enumerate().filter(|(at, term)| lacking(*at) && term.weight > 0);
    let mut out: Vec<String> = words.map(|(_, term)| term.text.clone()).collect();
    if hit.rank.date >= super::times::BESIDE {
        out.push(query.when_typed.clone());
    }
    if out.is_empty() {
        out.extend(query.order.map(|_| "a date".to_owned()));
    }
    out
}

#[cfg(test)]
mod tests;
