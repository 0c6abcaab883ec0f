//! Search over names, times and the text: pure, with a total order of answers.
//!
//! ```text
//! typed ─ Query ─┬─ names ─────────────── names in tiers, from the whole name to a letter or two mistyped
//!                ├─ time ──────────────── what was happening then
//!                └─ terms ─ postings ──── records, statements, roles ─ Rank ─► hits
//! ```
//!
//! A query is taken apart into a time, a kind, words that ask, order or join, and words to look for ([`Query`]). What
//! answers all of them is complete, and then nothing else is shown; where nothing does, what lacks least stands, and says
//! what it lacks. [`Rank`] is the one order of all answers; its fields are the criteria, in the open.
//!
//! The tiers of names that guess are looked through only where too few names answer better, and typos only where no name
//! has words that begin as those of the query do.

mod alike;
mod answer;
mod docs;
mod filter;
mod fold;
mod founders;
mod fuzzy;
mod letters;
mod names;
mod postings;
mod query;
mod rank;
mod records;
mod sources;
mod stem;
mod stored;
mod succession;
mod terms;
mod times;
mod typos;
mod words;

pub use answer::{Answer, Counts, Found, Hit, Via};
pub use docs::Role;
pub use filter::KindFilter;
pub use fold::{Class, begins_a_word, class, fold, fold_with_places};
pub use letters::is_unspaced;
pub use names::{matched, place_in};
pub use query::Query;
pub use rank::{Rank, Tier};
pub use words::{Asked, Order};

use std::cmp::Reverse;

use crate::chronicle::{self, Moment};
use answer::Gathered;
use griot_pack::pack::{EntityId, Kind, Pack};
use griot_pack::when::{Day, When};
use query::Does;
use records::Wanted;
use terms::Term;

/// Everything that search looks into, prepared once for a pack.
#[derive(Debug)]
pub struct Index {
    names: names::Names,
    docs: docs::Docs,
    sources: sources::Sources,
}

impl Index {
    /// Prepares the search: once for a pack. What was made with the pack is taken, where it is sound.
    #[must_use]
    pub fn new(pack: &Pack) -> Self {
        pack.stored_index().and_then(|bytes| Self::of_bytes(pack, &bytes)).unwrap_or_else(|| Self::made_of(pack))
    }

    fn made_of(pack: &Pack) -> Self {
        Self { names: names::Names::new(pack), docs: docs::Docs::new(pack), sources: sources::Sources::new(pack) }
    }

    /// Answers a query with at most `most` hits.
    #[must_use]
    pub fn search(&self, pack: &Pack, typed: &str, most: usize) -> Answer {
        let mut query = Query::read(&chronicle::with_today(pack, typed));
        let (mut terms, order) = terms::terms(pack, &self.docs, &self.names, &query.tokens);
        query.order = order;
        self.set_time(pack, &mut query, &mut terms);
        let mut gathered = Gathered::default();
        let mut moment = None;
        match query.when {
            Some(when) if terms.is_empty() && query.words.is_empty() => {
                moment = Some(self.at_a_time(pack, &query, &when, &mut gathered));
            }
            _ => {
                self.names(pack, &query, most, &mut gathered);
                self.without_the_subject(pack, &query, &terms, &mut gathered);
                let wanted = Wanted { query: &query, terms: &terms };
                records::gather(pack, &self.docs, &wanted, &mut gathered);
                let names_an_office = |word: &str| {
                    let holding = terms.iter().filter(|term| term.text.split(' ').any(|have| have == word));
                    holding.into_iter().any(|term| records::names_an_office(pack, &self.docs, term))
                };
                succession::gather(pack, &self.names, &query, names_an_office, &mut gathered);
                founders::gather(pack, &self.names, &query, &mut gathered);
            }
        }
        // What goes on when the pack ends is not told to go on for ever.
        if query.when.is_some_and(|when| when.first() > pack.about.as_of.last()) {
            gathered.end_with(pack);
        }
        self.sources(pack, &query, &mut gathered);
        if let Some(kind) = query.kind {
            gathered.retain(pack, kind);
            if query.whole.is_empty() {
                gathered.all_of(pack, kind);
            }
        }
        gathered.answer(query, &terms, moment, most)
    }

    /// Finds the time that is meant without a date: now, or under somebody.
    fn set_time(&self, pack: &Pack, query: &mut Query, terms: &mut Vec<Term>) {
        if query.when.is_some() {
            return;
        }
        let now = query.tokens.iter().find(|token| token.does == Does::Now);
        let is_now = query.asked == Some(Asked::Who)
            && query.order.is_none()
            && query.dropped.iter().any(|word| word == "is" || word == "est")
            && terms.iter().any(|term| records::names_an_office(pack, &self.docs, term));
        if now.is_some() || is_now {
            query.when = Some(pack.about.as_of);
            query.when_typed = now.map_or_else(|| "now".into(), |token| token.text.clone());
            return;
        }
        let Some(under) = query.tokens.iter().position(|token| token.does == Does::Under) else { return };
        let after: Vec<&str> = query.tokens[under + 1..].iter().map(|token| token.text.as_str()).collect();
        let named =
            terms.iter().position(|term| after.first().is_some_and(|word| term.text.split(' ').next() == Some(word)));
        let Some(named) = named else { return };
        let bearers = self.names.search(pack, &terms[named].text, usize::MAX);
        let Some(when) = times::reign(pack, bearers.iter().filter(|it| it.tier <= Tier::Words).map(|it| it.entity))
        else {
            return;
        };
        let term = terms.remove(named);
        let gone: Vec<&str> = term.text.split(' ').collect();
        query.words = query.words.split(' ').filter(|word| !gone.contains(word)).collect::<Vec<_>>().join(" ");
        query.when = Some(when);
        query.when_typed = format!("under {}", term.text);
    }

    /// The names that answer: by all that was typed, and by the words that are looked for.
    fn names(&self, pack: &Pack, query: &Query, most: usize, gathered: &mut Gathered) {
        const ENOUGH: usize = 200;
        // What a kind or a time will take away again is not counted on.
        let enough = if query.kind.is_some() || query.when.is_some() { usize::MAX } else { most.max(ENOUGH) };
        for named in self.names.search(pack, &query.whole, enough) {
            gathered.name(pack, named, rank_of_name(pack, query, &named));
        }
        if query.words == query.whole || query.words.is_empty() {
            return;
        }
        for mut named in self.names.search(pack, &query.words, enough) {
            let mut rank = rank_of_name(pack, query, &named);
            let first = pack[named.entity].when.map(|when| when.first());
            if let Some(when) = &query.when {
                // A name that holds the number itself is a better answer than one that was found without it.
                rank.tier = rank.tier.max(Tier::Words);
                (rank.lost, rank.date) = times::entity(pack, named.entity, when);
                if rank.tier == Tier::Words {
                    rank.tier = Tier::Record;
                }
            }
            if query.order.is_some() {
                // The first askia is not whoever is called Askia.
                (rank.tier, named.closeness) = (rank.tier.max(Tier::Words), 0);
                rank.lost += u16::from(first.is_none());
                rank.time = times::in_order(query.order, first);
            }
            gathered.name(pack, named, rank);
        }
    }

    /// What bears just the words that are left when nothing is said of what the whole pack is about: `Al Qaeda in Mali`,
    /// or but the one name that is asked for: `where is the Office du Niger`.
    fn without_the_subject(&self, pack: &Pack, query: &Query, terms: &[Term], gathered: &mut Gathered) {
        if query.when.is_some() || query.order.is_some() {
            return;
        }
        let left: Vec<&Term> = terms.iter().filter(|term| term.weight > 0).collect();
        let named = match &left[..] {
            [name] => name.names().to_vec(),
            _ if left.len() == terms.len() => return,
            _ => {
                let words: Vec<&str> = left.iter().map(|term| term.text.as_str()).collect();
                self.names.in_full(&words.join(" "))
            }
        };
        for entity in named {
            gathered.entity(pack, entity, Rank::of(Tier::Words), Via::Name);
        }
    }

    /// What was happening, and whatever bears the number as its name.
    fn at_a_time(&self, pack: &Pack, query: &Query, when: &When, gathered: &mut Gathered) -> Moment {
        // A date is no near miss of a name.
        let whole = self.names.search(pack, &query.whole, usize::MAX).into_iter();
        whole.filter(|it| it.tier < Tier::Initials).for_each(|it| gathered.name(pack, it, Rank::of(it.tier)));
        let then = chronicle::at(pack, when);
        for (id, closeness) in times::dated(pack, &then, when) {
            gathered.entity(pack, id, Rank { closeness: Reverse(closeness), ..Rank::of(Tier::Date) }, Via::Date);
        }
        let literal = terms::holding(pack, &self.docs, &query.whole);
        for id in literal.iter().filter_map(|id| pack[*id].links().next()) {
            gathered.entity(pack, id, Rank::of(Tier::Date), Via::Date);
        }
        for id in then.statements.iter().chain(&literal) {
            gathered.statement(*id, Rank::of(Tier::Text));
        }
        then
    }

    fn sources(&self, pack: &Pack, query: &Query, gathered: &mut Gathered) {
        let small = |word: &&str| query.dropped.iter().any(|dropped| dropped == word);
        let words = query.whole.split(' ').filter(|w| !w.is_empty() && !small(w));
        self.sources.holding(pack, words).into_iter().for_each(|id| gathered.source(id));
    }
}

/// The rank of a name. Where somebody or a place is asked for, what is neither does not answer by words of its name.
fn rank_of_name(pack: &Pack, query: &Query, named: &names::Named) -> Rank {
    let mut rank = Rank::of(named.tier);
    rank.kind_asked = records::of_kind_asked(pack, named.entity, query.asked, false);
    let asks_what_happened_there = query.asked == Some(Asked::Event) && pack[named.entity].kind == Kind::Place;
    if rank.kind_asked > 0 && (rank.tier > Tier::Prefix || asks_what_happened_there) {
        rank.tier = rank.tier.max(Tier::Record);
    }
    rank
}

/// The first day of what has one.
fn first_day(pack: &Pack, id: EntityId) -> Option<Day> {
    pack[id].when.map(|when| when.first())
}
