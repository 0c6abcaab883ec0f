//! Search over names, times and the text: pure, with a total order of answers.
//!
//! A query is folded, and taken apart into words, a time and a kind. Then every name is put into the first [`Tier`] in
//! which it answers, from the whole name down to a letter or two mistyped; within a tier a score ranks it, and each
//! tier has a score of its own, as scores of different tiers say nothing about each other. An entity answers by the best
//! of its names.
//!
//! The last two tiers guess, so they are looked through only where too few names answer better, and typos only where no
//! name has words that begin as those of the query do. Both are kept cheap by one number of each name, the set of its
//! letters: what a name lacks of the query's letters is missing or mistyped already. The text is not ranked, it stands
//! in reading order.

mod body;
mod fold;
mod fuzzy;
mod letters;
mod names;
mod query;
mod tier;
mod typos;

pub use fold::{Class, begins_a_word, class, fold, fold_with_places};
pub use names::matched;
pub use query::{KindFilter, Query};
pub use tier::Tier;

use std::cmp::Reverse;
use std::collections::HashMap;
use std::collections::hash_map::Entry;

use crate::chronicle::{self, Moment};
use griot_pack::pack::{EntityId, Kind, Name, Pack, SourceId, StatementId};
use griot_pack::when::{Day, Fit, When};

/// Everything that search looks into, prepared once for a pack.
#[derive(Debug)]
pub struct Index {
    names: names::Names,
    body: body::Body,
    /// The folded words of each source, parted by spaces.
    sources: Vec<Box<str>>,
}

/// A name that answers a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// What bears the name.
    pub entity: EntityId,
    /// How it was found: what ranks first.
    pub tier: Tier,
    /// Ranks hits of one tier, greater first.
    pub score: i64,
    /// The alias that matched, as an index; none for the name itself or a date.
    pub alias: Option<usize>,
}

impl Hit {
    /// The hit of a query of which not every word was looked for: no better than letters in order, and among such hits
    /// in the order of what it would be.
    const fn in_part(self) -> Self {
        let tier = if (self.tier as u8) < (Tier::Fuzzy as u8) { Tier::Fuzzy } else { self.tier };
        let score = self.score + names::TOGETHER * 10 * (Tier::Typo as i64 - self.tier as i64);
        Self { tier, score, ..self }
    }
}

/// What a query was understood to ask, and what was found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Answer {
    /// What was understood.
    pub query: Query,
    /// The best names, in order of rank; at most as many as were asked for.
    pub names: Vec<Hit>,
    /// How many names answer in all.
    pub names_in_all: usize,
    /// Statements of the text that hold every word, in reading order.
    pub text: Vec<StatementId>,
    /// Sources of whose authors, titles and dates every word of the query begins one.
    pub sources: Vec<SourceId>,
    /// What was happening, when the query is a time.
    pub moment: Option<Moment>,
}

impl Index {
    /// Prepares the search: once for a pack.
    #[must_use]
    pub fn new(pack: &Pack) -> Self {
        let words = |id: SourceId| {
            let it = &pack[id];
            let authors = it.authors.iter().map(Name::in_full);
            let rest = [Some(&it.title), it.within.as_ref(), it.date.as_ref()].into_iter().flatten();
            let parts = authors.chain(rest.map(ToString::to_string));
            fold(&parts.collect::<Vec<_>>().join(" ")).into()
        };
        let sources = pack.sources().map(words).collect();
        Self { names: names::Names::new(pack), body: body::Body::new(pack), sources }
    }

    /// Answers a query with at most `most` names.
    #[must_use]
    pub fn search(&self, pack: &Pack, typed: &str, most: usize) -> Answer {
        const ENOUGH: usize = 200;
        let query = Query::read(&chronicle::with_today(pack, typed));
        // What a kind or a time will take away again is not counted on.
        let narrowed = query.kind.is_some() || query.when.is_some();
        let enough = if narrowed { usize::MAX } else { most.max(ENOUGH) };
        let mut hits = Vec::new();
        if query.kind.is_none_or(KindFilter::takes_names) && !query.whole.is_empty() {
            let (found, in_part) = self.names(pack, &query.whole, enough, |_| true);
            hits = if in_part { found.into_iter().map(Hit::in_part).collect() } else { found };
        }
        let mut moment = None;
        if let Some(when) = &query.when {
            if query.words.is_empty() {
                // A date is no near miss of a name.
                hits.retain(|hit| hit.tier < Tier::Initials);
                let then = chronicle::at(pack, when);
                merge(&mut hits, dated(pack, &then, when));
                let literal = self.body.search_whole(pack, &query.whole);
                let subjects = literal.iter().filter_map(|id| pack[*id].links().next()).map(|id| of_date(id, 0));
                merge(&mut hits, subjects.collect());
                moment = Some(then);
            } else {
                let speaks = |hit: &Hit| speaks_of(pack, hit.entity, when);
                let (mut of_words, in_part) = self.names(pack, &query.words, enough, speaks);
                // A name that holds the number itself is a better answer than one that was found without it.
                for hit in &mut of_words {
                    hit.tier = hit.tier.max(Tier::Words);
                    hit.score += 100 * fit_score(pack, hit.entity, when);
                }
                if in_part {
                    of_words = of_words.into_iter().map(Hit::in_part).collect();
                }
                merge(&mut hits, of_words);
            }
        }
        if let Some(kind) = query.kind {
            hits.retain(|hit| kind.takes(pack[hit.entity].kind));
            if query.whole.is_empty() && query.when.is_none() {
                hits = of_kind(pack, kind);
            }
        }
        let names_in_all = hits.len();
        let hits = best(pack, hits, most);
        let text = if query.kind.is_none_or(KindFilter::takes_text) {
            self.text(pack, &query, moment.as_ref())
        } else {
            Vec::new()
        };
        let sources =
            if query.kind.is_none_or(KindFilter::takes_sources) { self.sources(pack, &query) } else { Vec::new() };
        Answer { query, names: hits, names_in_all, text, sources, moment }
    }

    /// The names that answer and are wanted. Where there are none, the little words of the query are left out, which
    /// names seldom hold: `the Mali War`, `coup in 2012`; whether that was done is told with them.
    fn names(&self, pack: &Pack, words: &str, enough: usize, wanted: impl Fn(&Hit) -> bool) -> (Vec<Hit>, bool) {
        const LITTLE: usize = 3;
        let find = |words: &str| {
            let mut hits = self.names.search(pack, words, enough);
            hits.retain(&wanted);
            hits
        };
        let mut hits = find(words);
        if hits.is_empty()
            && let Some(bare) = fold::without_articles(words)
        {
            hits = find(&bare);
        }
        let little = |word: &&str| word.len() <= LITTLE && !word.bytes().any(|b| b.is_ascii_digit());
        let all: Vec<&str> = words.split(' ').collect();
        if !hits.is_empty() || all.len() < 2 || !all.iter().any(little) {
            return (hits, false);
        }
        let one_out = (0..all.len()).filter(|at| little(&all[*at]));
        let without = |at: usize| all.iter().enumerate().filter(|(i, _)| *i != at).map(|(_, w)| *w).collect::<Vec<_>>();
        let shorter = one_out.map(without).chain([all.iter().copied().filter(|word| !little(word)).collect()]);
        (shorter.map(|words| find(&words.join(" "))).find(|hits| !hits.is_empty()).unwrap_or_default(), true)
    }

    fn text(&self, pack: &Pack, query: &Query, moment: Option<&Moment>) -> Vec<StatementId> {
        let words = if query.when.is_some() && !query.words.is_empty() { &query.words } else { &query.whole };
        let mut found = self.body.search(pack, words);
        match (&query.when, moment) {
            (Some(_), Some(moment)) => {
                found.extend(&moment.statements);
                found.sort_unstable();
                found.dedup();
            }
            (Some(when), None) => {
                let mut literal = self.body.search(pack, &query.whole);
                found.retain(|id| pack[*id].when.is_some_and(|w| chronicle::answers(&w, when).is_some()));
                found.append(&mut literal);
                found.sort_unstable();
                found.dedup();
            }
            _ => {}
        }
        found
    }

    fn sources(&self, pack: &Pack, query: &Query) -> Vec<SourceId> {
        let words: Vec<&str> = query.whole.split(' ').filter(|w| !w.is_empty()).collect();
        if words.is_empty() {
            return if query.kind == Some(KindFilter::Source) { pack.sources().collect() } else { Vec::new() };
        }
        let holds = |id: &SourceId| {
            let text = &self.sources[id.index()];
            words.iter().all(|word| begins_a_word(text, word))
        };
        pack.sources().filter(holds).collect()
    }
}

/// The entities that a time answers with; how well each fits decides its score.
fn dated(pack: &Pack, moment: &Moment, when: &When) -> Vec<Hit> {
    let all = moment.events.iter().chain(&moment.powers).chain(&moment.others).copied();
    let mut hits: Vec<Hit> = all.map(|entity| of_date(entity, fit_score(pack, entity, when))).collect();
    let holders = moment.offices.iter().map(|(id, _)| of_date(*id, AROUND));
    merge(&mut hits, holders.collect());
    // What a statement of just that time speaks of first is of that time too.
    let exact = moment.statements.iter().filter(|id| pack[**id].when.and_then(|w| w.fit(when)) == Some(Fit::Same));
    let subjects = exact.filter_map(|id| pack[*id].links().next()).map(|id| of_date(id, AROUND + 1));
    merge(&mut hits, subjects.collect());
    hits
}

const fn of_date(entity: EntityId, score: i64) -> Hit {
    Hit { entity, tier: Tier::Date, score, alias: None }
}

/// The score of an entity of which a time is only a part.
const AROUND: i64 = 10;

/// How well the entity's own date answers; events come first, because whoever asks for a year asks what happened.
fn fit_score(pack: &Pack, entity: EntityId, when: &When) -> i64 {
    let it = &pack[entity];
    let event = it.kind == Kind::Event;
    let Some((own, fit)) = it.when.and_then(|own| Some((own, own.fit(when)?))) else { return 0 };
    let score = match fit {
        Fit::Same => 50,
        Fit::Within => 40,
        // What began then and still goes on weighs nearly as much as what began and ended.
        Fit::Begins if event && own.last() == Day::MAX => 39,
        Fit::Begins => 30,
        Fit::Ends => 20,
        // The shorter of two spans is the more telling.
        Fit::Around => AROUND - (libm::log2(own.length()) as i64).clamp(0, AROUND - 1),
    };
    score + if event { 100 } else { 0 }
}

/// Whether the entity or what the text says of it touches the time.
fn speaks_of(pack: &Pack, entity: EntityId, when: &When) -> bool {
    match pack[entity].when {
        Some(own) if chronicle::answers(&own, when).is_some() => true,
        Some(_) if pack[entity].kind == Kind::Event => false,
        _ => {
            let answers = |own| chronicle::answers(&own, when).is_some();
            pack.mentions(entity).iter().any(|id| pack[*id].when.is_some_and(answers))
        }
    }
}

fn of_kind(pack: &Pack, kind: KindFilter) -> Vec<Hit> {
    let all = pack.entities().filter(|id| kind.takes(pack[*id].kind));
    all.map(|entity| Hit { entity, tier: Tier::Date, score: 0, alias: None }).collect()
}

/// Adds hits; an entity keeps its better one.
fn merge(hits: &mut Vec<Hit>, more: Vec<Hit>) {
    let mut places: HashMap<EntityId, usize> = hits.iter().enumerate().map(|(at, hit)| (hit.entity, at)).collect();
    for hit in more {
        match places.entry(hit.entity) {
            Entry::Occupied(place) => {
                let old = &mut hits[*place.get()];
                if (hit.tier, -hit.score) < (old.tier, -old.score) {
                    *old = hit;
                }
            }
            Entry::Vacant(place) => {
                place.insert(hits.len());
                hits.push(hit);
            }
        }
    }
}

/// The best hits by tier, score, kind, mentions, date and id: a total order. Only those that are shown are sorted, for
/// one letter may match a hundred thousand.
fn best(pack: &Pack, hits: Vec<Hit>, most: usize) -> Vec<Hit> {
    let key = |hit: &Hit| {
        let it = &pack[hit.entity];
        let mentions = pack.mentions(hit.entity).len();
        (hit.tier, -hit.score, it.kind, Reverse(mentions), it.when.map(|w| w.first()), hit.entity)
    };
    let mut keyed: Vec<_> = hits.into_iter().map(|hit| (key(&hit), hit)).collect();
    if most > 0 && keyed.len() > most {
        keyed.select_nth_unstable_by(most - 1, |(a, _), (b, _)| a.cmp(b));
    }
    keyed.truncate(most);
    keyed.sort_unstable_by_key(|(key, _)| *key);
    keyed.into_iter().map(|(_, hit)| hit).collect()
}
