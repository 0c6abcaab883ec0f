//! Search over names, times and the text: pure, with a total order of answers.
//!
//! ```text
//! typed ─ Query ─┬─ names ─────────────── names in tiers, from the whole name to a letter or two mistyped
//!                ├─ time ──────────────── what was happening then
//!                └─ terms ─ postings ──── records, statements, roles ─ Rank ─► hits
//! ```
//!
//! A query is taken apart into a time, a kind, words that ask, order or join, and words to look for ([`Query`]). What
//! answers all of them is complete, and then nothing else is shown but, where that is little, sentences that do so together
//! with those beside them; where nothing does, what lacks least stands, and says what it lacks. [`Rank`] is the one order of all answers; its fields are the criteria, in the open.
//!
//! The tiers of names that guess are looked through only where too few names answer better, and typos only where no name
//! has words that begin as those of the query do.

mod alike;
mod answer;
mod docs;
mod filter;
mod founders;
mod fuzzy;
mod gathered;
mod lit;
mod meant;
mod names;
mod postings;
mod query;
mod rank;
mod ranks;
mod reach;
mod records;
mod sources;
mod stem;
mod succession;
mod terms;
mod times;
mod typos;
mod words;

pub use crate::fold::{Class, begins_a_word, class, fold, fold_with_places};
pub use crate::letters::is_unspaced;
pub use answer::{Answer, Counts, Found, Hit, Via};
pub use docs::Role;
pub use filter::KindFilter;
pub use lit::{matched, place_in};
pub use query::Query;
pub use rank::{Rank, Tier};
pub use words::{Asked, Order};

use std::cmp::Reverse;
use std::sync::OnceLock;

use crate::chronicle::{self, Moment};
use crate::parts::{Parts, Written};
use crate::spans::Spans;
use docs::Docs;
use gathered::Gathered;
use griot_pack::pack::{Kind, Pack};
use griot_pack::when::When;
use names::Names;
use ranks::Ranks;
use records::Wanted;
use sources::Sources;
use terms::Term;
use times::Time;

/// Everything that search looks into. Each part is read when it is first wanted, so that one of any size is there at once.
#[derive(Debug)]
pub struct Index {
    parts: Parts,
    names: OnceLock<Names>,
    ranks: OnceLock<Ranks>,
    docs: OnceLock<Docs>,
    sources: OnceLock<Sources>,
    spans: OnceLock<Spans>,
}

/// Writes the index of a pack.
pub(crate) fn write(pack: &Pack, out: &mut Written) {
    Names::write(pack, out);
    Ranks::write(pack, out);
    Docs::write(pack, out);
    Sources::write(pack, out);
}

impl Index {
    /// The index of a pack: what was made with it is taken, where there is any.
    #[must_use]
    pub fn new(pack: &Pack) -> Self {
        Self::of(Parts::stored(pack).unwrap_or_else(|| {
            let mut out = Written::default();
            write(pack, &mut out);
            Parts::made(out)
        }))
    }

    const fn of(parts: Parts) -> Self {
        Self {
            parts,
            names: OnceLock::new(),
            ranks: OnceLock::new(),
            docs: OnceLock::new(),
            sources: OnceLock::new(),
            spans: OnceLock::new(),
        }
    }

    /// Reads what every search looks into, so that the first need not wait for it.
    pub fn prepare(&self, pack: &Pack) {
        self.names();
        self.ranks();
        self.docs(pack);
        self.sources();
    }

    fn names(&self) -> &Names {
        self.names.get_or_init(|| Names::read(&self.parts))
    }

    fn ranks(&self) -> &Ranks {
        self.ranks.get_or_init(|| Ranks::read(&self.parts))
    }

    fn docs(&self, pack: &Pack) -> &Docs {
        self.docs.get_or_init(|| Docs::read(pack, &self.parts))
    }

    fn sources(&self) -> &Sources {
        self.sources.get_or_init(|| Sources::read(&self.parts))
    }

    fn spans(&self, pack: &Pack) -> &Spans {
        self.spans.get_or_init(|| Spans::of(pack))
    }

    /// The names that answer words, each entity by its best.
    fn named(&self, pack: &Pack, words: &str, enough: usize) -> Vec<names::Named> {
        self.names().search((pack, self.ranks()), words, enough)
    }

    /// Answers a query with at most `most` hits.
    #[must_use]
    pub fn search(&self, pack: &Pack, typed: &str, most: usize) -> Answer {
        self.search_unless(pack, typed, most, &|| false).unwrap_or_default()
    }

    /// The same; nothing, where by one of the steps nobody wants the answer any more.
    #[must_use]
    pub fn search_unless(&self, pack: &Pack, typed: &str, most: usize, is_over: &dyn Fn() -> bool) -> Option<Answer> {
        let mut query = Query::read(&chronicle::with_today(pack, typed));
        let mut gathered = Gathered::new(pack, self.ranks());
        if query.whole.is_empty() && query.kind.is_none() {
            return Some(gathered.answer(query, &[], None, most));
        }
        let docs = self.docs(pack);
        let (mut terms, order) = terms::terms(pack, docs, self.names(), &query.tokens);
        query.order = order;
        self.set_time(pack, &mut query, &mut terms);
        let mut moment = None;
        match query.when {
            Some(when) if terms.is_empty() && query.words.is_empty() => {
                moment = Some(self.at_a_time(pack, &query, &when, &mut gathered));
            }
            _ => {
                let time = query.when.as_ref().map(|when| Time { when, spans: self.spans(pack) });
                self.by_words(pack, &Wanted { query: &query, terms: &terms, most, time }, is_over, &mut gathered)?;
            }
        }
        // What goes on when the pack ends is not told to go on for ever.
        if query.when.is_some_and(|when| when.first() > pack.about.as_of.last()) {
            gathered.end_with(pack);
        }
        self.by_source(pack, &query, &mut gathered);
        if let Some(kind) = query.kind {
            gathered.retain(kind);
            if query.whole.is_empty() {
                gathered.all_of(pack, kind);
            }
        }
        (!is_over()).then(|| gathered.answer(query, &terms, moment, most))
    }

    /// What answers the words of a query; nothing, where nobody wants it any more.
    fn by_words(
        &self,
        pack: &Pack,
        wanted: &Wanted,
        is_over: &dyn Fn() -> bool,
        gathered: &mut Gathered,
    ) -> Option<()> {
        let goes_on = || (!is_over()).then_some(());
        let (docs, Wanted { query, terms, .. }) = (self.docs(pack), *wanted);
        goes_on()?;
        self.by_name(pack, wanted, gathered);
        goes_on()?;
        self.without_the_subject(pack, query, terms, gathered);
        records::gather(pack, docs, wanted, gathered);
        goes_on()?;
        let names_an_office = |word: &str| {
            let holding = terms.iter().filter(|term| term.text.split(' ').any(|have| have == word));
            holding.into_iter().any(|term| records::names_an_office(pack, docs, term))
        };
        let named = |name: &str| self.named(pack, name, usize::MAX);
        succession::gather(pack, query, named, names_an_office, gathered);
        founders::gather(pack, self.names(), query, gathered);
        Some(())
    }

    /// The names that answer: by all that was typed, and by the words that are looked for.
    fn by_name(&self, pack: &Pack, wanted: &Wanted, gathered: &mut Gathered) {
        const ENOUGH: usize = 200;
        let Wanted { query, most, .. } = *wanted;
        // What a kind or a time will take away again is not counted on.
        let enough = if query.kind.is_some() || query.when.is_some() { usize::MAX } else { most.max(ENOUGH) };
        let mut named = self.named(pack, &query.whole, enough);
        if query.words.is_empty() {
            // Small words that happen to stand in a name, or to be its first letters, were not meant for it.
            named.retain(|named| named.tier < Tier::Words);
        }
        if enough < usize::MAX && query.asked.is_none() && query.order.is_none() {
            gathered.names(named, most);
        } else {
            for named in named {
                gathered.name(named, rank_of_name((pack, self.ranks()), query, &named));
            }
        }
        if query.words == query.whole {
            return;
        }
        for mut named in self.named(pack, &query.words, enough) {
            let mut rank = rank_of_name((pack, self.ranks()), query, &named);
            let first = self.ranks().get(named.entity).first;
            if let Some(time) = wanted.time {
                // A name that holds the number itself is a better answer than one that was found without it.
                rank.tier = rank.tier.max(Tier::Words);
                (rank.lost, rank.date) = times::entity(pack, named.entity, time);
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
            gathered.name(named, rank);
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
                self.names().in_full(pack, &words.join(" "))
            }
        };
        for entity in named {
            gathered.entity(entity, Rank::of(Tier::Words), Via::Name);
        }
    }

    /// What was happening, and whatever bears the number as its name.
    fn at_a_time(&self, pack: &Pack, query: &Query, when: &When, gathered: &mut Gathered) -> Moment {
        // A date is no near miss of a name.
        let whole = self.named(pack, &query.whole, usize::MAX).into_iter();
        whole.filter(|it| it.tier < Tier::Initials).for_each(|it| gathered.name(it, Rank::of(it.tier)));
        let then = chronicle::among(pack, self.spans(pack), when);
        for (id, closeness) in times::dated(pack, &then, when) {
            gathered.entity(id, Rank { closeness: Reverse(closeness), ..Rank::of(Tier::Date) }, Via::Date);
        }
        let literal = terms::holding(pack, self.docs(pack), &query.whole);
        for id in literal.iter().filter_map(|id| pack[*id].links().next()) {
            gathered.entity(id, Rank::of(Tier::Date), Via::Date);
        }
        for id in then.statements.iter().chain(&literal) {
            gathered.statement(*id, Rank::of(Tier::Text));
        }
        then
    }

    fn by_source(&self, pack: &Pack, query: &Query, gathered: &mut Gathered) {
        let small = |word: &&str| query.dropped.iter().any(|dropped| dropped == word);
        let words = query.whole.split(' ').filter(|w| !w.is_empty() && !small(w));
        self.sources().holding(pack, words).into_iter().for_each(|id| gathered.source(id));
    }
}

/// The rank of a name. Where somebody or a place is asked for, what is neither does not answer by words of its name.
fn rank_of_name((pack, ranks): (&Pack, &Ranks), query: &Query, named: &names::Named) -> Rank {
    let mut rank = Rank::of(named.tier);
    rank.kind_asked = records::of_kind_asked((pack, ranks), named.entity, query.asked, false);
    let asks_what_happened_there = query.asked == Some(Asked::Event) && ranks.get(named.entity).kind == Kind::Place;
    if rank.kind_asked > 0 && (rank.tier > Tier::Prefix || asks_what_happened_there) {
        rank.tier = rank.tier.max(Tier::Record);
    }
    rank
}

#[cfg(test)]
mod tests;
