//! Names: which of them answer a query, and how well.

mod closeness;
mod gathered;
mod narrowed;

use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::HashSet;
use std::ops::Range;
use std::panic::resume_unwind;

use super::fuzzy::Matcher;
use super::rank::Tier;
use super::ranks::Ranks;
use super::typos::{Word, are_among, head_of, letters_of, typo};
use crate::parts::{Numbers, Part, Parts, Written};
use closeness::{TOGETHER, may_come_to, rank, subsequence};
use gathered::Gathered;
use griot_pack::pack::{EntityId, Pack};
use narrowed::{List, Narrowed};

/// An entity by the best of its names.
#[derive(Debug, Clone, Copy)]
pub(super) struct Named {
    pub entity: EntityId,
    pub tier: Tier,
    /// How much of the name was typed, or how little misspelt; scores of different tiers say nothing about each other.
    pub closeness: i64,
    /// The alias that matched, as an index; none for the name itself.
    pub alias: Option<usize>,
}

/// A name or alias of an entity.
#[derive(Debug, Clone, Copy)]
struct Name<'a> {
    entity: EntityId,
    /// Which of its aliases it is.
    alias: Option<u16>,
    /// Which letters stand in it and which begin its words, as bits.
    letters: u64,
    folded: &'a str,
}

/// From so many names on two threads are done sooner than one.
const MANY: usize = if cfg!(test) { 8 } else { 1 << 17 };
/// Stored where a name is that of the entity itself and no alias.
const OWN: u16 = u16::MAX;

/// Every name and alias, by number; those of an entity stand together.
#[derive(Debug)]
pub(super) struct Names {
    /// All folded names, one after the other.
    folded: Cow<'static, str>,
    /// The entity of each, in the upper half, and where it ends among the names: what is looked at together lies together.
    places: Numbers<u64>,
    /// Which alias of the entity each is.
    aliases: Numbers<u16>,
    /// Which letters stand in each and which begin its words, as bits: most names are passed over by one comparison.
    letters: Numbers<u64>,
    /// The names in the order of their letters.
    order: Numbers<u32>,
    matcher: Matcher,
    narrowed: Narrowed,
}

impl Named {
    /// How well it answers, best first.
    pub(super) const fn order(&self) -> (Tier, Reverse<i64>) {
        (self.tier, Reverse(self.closeness))
    }
}

impl Names {
    pub(super) fn write(pack: &Pack, out: &mut Written) {
        let mut gathered = Gathered::default();
        for entity in pack.entities() {
            gathered.add(entity, OWN, &pack[entity].name);
            for (at, alias) in pack[entity].aliases.iter().enumerate() {
                gathered.add(entity, at as u16, &alias.name);
            }
        }
        gathered.write(out);
    }

    pub(super) fn read(parts: &Parts) -> Self {
        Self {
            folded: parts.text(Part::NameText),
            places: parts.numbers(Part::NamePlaces),
            aliases: parts.numbers(Part::NameAliases),
            letters: parts.numbers(Part::NameLetters),
            order: parts.numbers(Part::NameOrder),
            matcher: Matcher::new(),
            narrowed: Narrowed::default(),
        }
    }

    #[inline]
    fn folded(&self, at: usize) -> &str {
        let end = |at: usize| self.places.get(at) as u32 as usize;
        self.folded.get(at.checked_sub(1).map_or(0, end)..end(at)).unwrap_or_default()
    }

    #[inline]
    fn owner(&self, at: usize) -> usize {
        (self.places.get(at) >> 32) as usize
    }

    #[inline]
    fn name(&self, pack: &Pack, at: usize) -> Option<Name<'_>> {
        Some(Name {
            entity: pack.entity_at(self.owner(at))?,
            alias: Some(self.aliases.get(at)).filter(|at| *at != OWN),
            letters: self.letters.get(at),
            folded: self.folded(at),
        })
    }

    /// What bears just this folded name.
    pub(super) fn in_full(&self, pack: &Pack, name: &str) -> Vec<EntityId> {
        let (mut low, mut high) = (0, self.order.len());
        while low < high {
            let middle = low.midpoint(high);
            if self.folded(self.order.get(middle) as usize) < name { low = middle + 1 } else { high = middle }
        }
        let same = self.order.range(low..self.order.len()).take_while(|at| self.folded(*at as usize) == name);
        let mut found: Vec<EntityId> = same.filter_map(|at| Some(self.name(pack, at as usize)?.entity)).collect();
        found.dedup();
        found
    }

    /// The entities that answer a folded query, each by its best name, in no order. Subsequences of a name and typos
    /// are looked for only where fewer than `enough` answer better.
    pub(super) fn search(&self, (pack, ranks): (&Pack, &Ranks), query: &str, enough: usize) -> Vec<Named> {
        let words = words_of(query, &self.matcher);
        if words.is_empty() {
            return Vec::new();
        }
        let Ranked { mut hits, may_answer } = self.ranked((pack, ranks), query, &words);
        if hits.len() >= enough {
            self.narrowed.keep(query, may_answer);
            return hits;
        }
        let well = hits.iter().any(|hit| hit.tier <= Tier::Words);
        if query.len() > 1 {
            let mut fuzzy = Vec::new();
            for (name, _) in may_answer.iter().filter(|(_, ranked)| !ranked) {
                if let Some(score) = subsequence(&self.matcher, name.folded, &words) {
                    keep(&mut fuzzy, &name, Tier::Fuzzy, score);
                }
            }
            add(&mut hits, fuzzy.into_iter());
        }
        self.narrowed.keep(query, may_answer);
        if !well {
            self.add_typos(pack, &mut hits, query, &words);
        }
        hits
    }

    /// The entities that answer without any letter left out or wrong, and the names that may with some left out.
    fn ranked(&self, (pack, ranks): (&Pack, &Ranks), query: &str, words: &[Word]) -> Ranked {
        let letters = wanted(query, words);
        let may = |have: u64| are_among(letters, have, 0);
        let look = |names: &mut dyn Iterator<Item = Name>| {
            let mut found = Ranked::default();
            for name in names {
                let rank = rank(ranks, &name, query, words);
                if let Some((tier, score)) = rank {
                    keep(&mut found.hits, &name, tier, score);
                }
                if rank.is_some() || may_come_to(name.folded, words) {
                    found.may_answer.push(&name, rank.is_some());
                }
            }
            found
        };
        if let Some(names) = self.narrowed.to(query) {
            return look(&mut names.iter().map(|(name, _)| name).filter(|name| may(name.letters)));
        }
        let parts = self.in_parts(|part| look(&mut self.with_letters(part, may).filter_map(|at| self.name(pack, at))));
        parts.into_iter().reduce(Ranked::and).unwrap_or_default()
    }

    /// The names of a part whose letters may answer.
    fn with_letters(&self, part: Range<usize>, may: impl Fn(u64) -> bool) -> impl Iterator<Item = usize> {
        let letters = part.clone().zip(self.letters.range(part));
        letters.filter(move |(_, have)| may(*have)).map(|(at, _)| at)
    }

    /// What is found in all names, part by part, in their order: all names of an entity lie in one.
    fn in_parts<T: Send>(&self, find: impl Fn(Range<usize>) -> T + Sync) -> Vec<T> {
        let all = self.letters.len();
        let whole = |at: usize| (at..all).find(|at| self.owner(*at) != self.owner(at.wrapping_sub(1)));
        let half = whole(all / 2).filter(|_| all >= MANY).unwrap_or(all);
        let parts = [0..half, half..all];
        shared_out(parts.into_iter().filter(|part| !part.is_empty()).collect(), find)
    }

    /// Adds the names that the query misspells. Where one letter is wrong, letters that lie apart in another name were not
    /// meant for it.
    fn add_typos(&self, pack: &Pack, hits: &mut Vec<Named>, query: &str, words: &[Word]) {
        let whole = Word::of(query);
        // Letters that the name lacks altogether are mistakes already.
        let too_many = |word: &Word, have: u64| !are_among(word.letters, have, word.forgiven);
        let not_by_word = |have: u64| words.iter().any(|word| too_many(word, have));
        let found = self.in_parts(|part| {
            let (mut near, mut fewest) = (Vec::new(), usize::MAX);
            for at in self.with_letters(part, |have| !(not_by_word(have) && too_many(&whole, have))) {
                let Some(name) = self.name(pack, at) else { continue };
                // More words than a name has are no misspelling of it, unless all of them together are.
                let more_words = || words.len() > name.folded.split(' ').count();
                let only_whole = not_by_word(name.letters) || more_words();
                if only_whole && !whole.is_as_long_as(name.folded) {
                    continue;
                }
                if let Some((mistakes, score)) = typo(name.folded, &whole, words) {
                    fewest = fewest.min(mistakes);
                    keep(&mut near, &name, Tier::Typo, score);
                }
            }
            (near, fewest)
        });
        let fewest = found.iter().map(|(_, fewest)| *fewest).min();
        if fewest == Some(1) {
            hits.retain(|hit| hit.tier != Tier::Fuzzy || hit.closeness >= 2 * TOGETHER);
        }
        add(hits, found.into_iter().flat_map(|(near, _)| near));
    }
}

/// What some of the names answer.
#[derive(Debug, Default)]
struct Ranked {
    hits: Vec<Named>,
    /// The names of these, and those that may answer with letters left out, or when more is typed.
    may_answer: List,
}

impl Ranked {
    fn and(mut self, other: Self) -> Self {
        self.hits.extend(other.hits);
        self.may_answer.append(&other.may_answer);
        self
    }
}

fn words_of<'a>(query: &'a str, matcher: &Matcher) -> Vec<Word<'a>> {
    query.split(' ').filter(|word| !word.is_empty()).map(|word| Word::new(word, matcher)).collect()
}

/// The letters that are in every name that answers without a mistake, and those that begin its words.
fn wanted(query: &str, words: &[Word]) -> u64 {
    words.iter().fold(letters_of(query), |bits, word| bits | head_of(word.text))
}

/// What is made of each part, in their order; of all at once.
fn shared_out<P: Send, T: Send>(parts: Vec<P>, make: impl Fn(P) -> T + Sync) -> Vec<T> {
    let make = &make;
    std::thread::scope(|scope| {
        let mut parts = parts.into_iter();
        let first = parts.next();
        let others: Vec<_> = parts.map(|part| scope.spawn(move || make(part))).collect();
        let first: Vec<T> = first.into_iter().map(make).collect();
        let made = others.into_iter().map(|other| other.join().unwrap_or_else(|panic| resume_unwind(panic)));
        first.into_iter().chain(made).collect()
    })
}

/// Adds a hit; an entity keeps its best. The names of an entity stand together, so its hit is the last one.
fn keep(hits: &mut Vec<Named>, name: &Name, tier: Tier, score: i64) {
    let hit = Named { entity: name.entity, tier, closeness: score, alias: name.alias.map(usize::from) };
    match hits.last_mut().filter(|last| last.entity == name.entity) {
        Some(old) if hit.order() < old.order() => *old = hit,
        Some(_) => {}
        None => hits.push(hit),
    }
}

/// Adds the hits of entities that have none yet.
fn add(hits: &mut Vec<Named>, more: impl Iterator<Item = Named>) {
    let found: HashSet<EntityId> = hits.iter().map(|hit| hit.entity).collect();
    hits.extend(more.filter(|hit| !found.contains(&hit.entity)));
}

#[cfg(test)]
mod tests;
