//! The time that is meant without a date: now, under somebody, during an event.

use std::slice;

use griot_pack::pack::{EntityId, Kind, Pack};
use griot_pack::when::When;

use super::query::{Does, Query, Token};
use super::rank::Tier;
use super::succession::beside;
use super::terms::Term;
use super::words::Side;
use super::{Asked, Index, records, times};

impl Index {
    /// Sets the time that a query means by its words, and takes these from what is looked for.
    pub(super) fn set_time(&self, pack: &Pack, query: &mut Query, terms: &mut Vec<Term>) {
        if query.when.is_some() {
            return;
        }
        if let Some(now) = self.now(pack, query, terms) {
            (query.when, query.when_typed) = (Some(pack.about.as_of), now);
            return;
        }
        let ways = [Self::under, Self::during, Self::between, Self::beside_an_event];
        if let Some((when, said, typed)) = ways.into_iter().find_map(|way| way(self, pack, query, terms)) {
            terms.retain(|term| !said.contains(&term.text));
            let gone: Vec<&str> = said.iter().flat_map(|text| text.split(' ')).collect();
            query.words = query.words.split(' ').filter(|word| !gone.contains(word)).collect::<Vec<_>>().join(" ");
            (query.when, query.when_typed) = (Some(when), typed);
        }
    }

    /// How the day is said until which the pack tells.
    fn now(&self, pack: &Pack, query: &Query, terms: &[Term]) -> Option<String> {
        let said = query.tokens.iter().find(|token| token.does == Does::Now);
        let is_now = query.asked == Some(Asked::Who)
            && query.order.is_none()
            && query.dropped.iter().any(|word| word == "is" || word == "est")
            && self.asks_an_office(pack, terms)
            && terms.iter().all(|term| self.asks_an_office(pack, slice::from_ref(term)) || may_be_ruled(pack, term));
        said.map(|token| token.text.clone()).or_else(|| is_now.then(|| "now".into()))
    }

    fn asks_an_office(&self, pack: &Pack, terms: &[Term]) -> bool {
        terms.iter().any(|term| records::names_an_office(pack, self.docs(pack), term))
    }

    /// The time in which somebody ruled, the term that names them, and how it is said.
    fn under(&self, pack: &Pack, query: &Query, terms: &[Term]) -> Option<Meant> {
        let ruler = behind(query, terms, |token| token.does == Does::Under)?.first()?.text.clone();
        let when = times::reign(pack, self.by_words_of(pack, &ruler).into_iter())?;
        let typed = format!("under {ruler}");
        Some((when, vec![ruler], typed))
    }

    /// The time of an event, the terms that name it, and how it is said: where it is asked who held an office then.
    fn during(&self, pack: &Pack, query: &Query, terms: &[Term]) -> Option<Meant> {
        let event = behind(query, terms, |token| token.does == Does::During)?;
        if !self.asks_an_office(pack, &terms[..terms.len() - event.len()]) {
            return None;
        }
        let (when, name) = self.time_of_event(pack, event)?;
        Some((when, said(event), format!("during {name}")))
    }

    /// The time before or after an event, where it is asked who held an office then, or who was the last or the first.
    fn beside_an_event(&self, pack: &Pack, query: &Query, terms: &[Term]) -> Option<Meant> {
        let (side, word) = query.tokens.iter().find_map(|token| Some((beside(token)?, &token.text)))?;
        let event = behind(query, terms, |token| token.text == *word)?;
        let asked = &terms[..terms.len() - event.len()];
        let names = self.by_words_of(pack, &said(event).join(" "));
        let is_of_somebody = names.iter().any(|id| pack[*id].kind == Kind::Person);
        if is_of_somebody || query.order.is_none() && !self.asks_an_office(pack, asked) {
            return None;
        }
        let (when, name) = self.time_of_event(pack, event)?;
        let when = match side {
            Side::Before => format!("<{}", when.first().year),
            Side::Next => format!(">{}", when.last().year),
        };
        let said = said(event).into_iter().chain([word.clone()]).collect();
        Some((When::parse(&when).ok()?, said, format!("{word} {name}")))
    }

    /// The time of the event that terms name or tell of, and how it is said.
    fn time_of_event(&self, pack: &Pack, terms: &[Term]) -> Option<(When, String)> {
        let name = said(terms).join(" ");
        let is_dated = |id: &EntityId| pack[*id].kind == Kind::Event && pack[*id].when.is_some();
        let named = self.by_words_of(pack, &name).into_iter().filter(is_dated);
        let named = named.max_by_key(|id| (pack.mentions(*id).len(), std::cmp::Reverse(*id)));
        let event = named.or_else(|| records::event_told_by((pack, self.ranks()), self.docs(pack), terms))?;
        Some((pack[event].when?, name))
    }

    /// The time from the end of one who ruled to the beginning of another, where it is asked who held an office then.
    fn between(&self, pack: &Pack, query: &Query, terms: &[Term]) -> Option<Meant> {
        let [one, other, ..] = behind(query, terms, |token| token.does == Does::Between)? else { return None };
        let mut asked = terms.iter().filter(|term| term.text != one.text && term.text != other.text);
        if !asked.any(|term| records::names_an_office(pack, self.docs(pack), term)) {
            return None;
        }
        let years = |term: &Term, year: fn(&When) -> i64| -> Vec<i64> {
            let bearers = self.by_words_of(pack, &term.text).into_iter();
            bearers.filter_map(|who| times::reign(pack, [who].into_iter())).map(|when| year(&when)).collect()
        };
        // Of several of one name those are meant who ruled nearest each other.
        let (ends, begins) = (years(one, |when| when.last().year), years(other, |when| when.first().year));
        let pairs = ends.iter().flat_map(|end| begins.iter().map(move |begin| (*end, *begin)));
        let (end, begin) = pairs.filter(|(end, begin)| end <= begin).min_by_key(|(end, begin)| begin - end)?;
        let when = When::parse(&format!("{end}..{begin}")).ok()?;
        let typed = format!("between {} and {}", one.text, other.text);
        Some((when, vec![one.text.clone(), other.text.clone()], typed))
    }

    /// What all of the words name.
    fn by_words_of(&self, pack: &Pack, words: &str) -> Vec<EntityId> {
        let named = self.named(pack, words, usize::MAX).into_iter();
        named.filter(|it| it.tier <= Tier::Words).map(|it| it.entity).collect()
    }
}

/// A time that is meant, the terms that say it, and how it is shown.
type Meant = (When, Vec<String>, String);

fn said(terms: &[Term]) -> Vec<String> {
    terms.iter().map(|term| term.text.clone()).collect()
}

/// Whether a term names something at whose head somebody may be.
fn may_be_ruled(pack: &Pack, term: &Term) -> bool {
    let is = |id: &EntityId| matches!(pack[*id].kind, Kind::Polity | Kind::Place | Kind::Organization | Kind::Group);
    term.weight == 0 || term.names().iter().any(is)
}

/// The terms behind such a word; none where there is no such word, or none behind it.
fn behind<'a>(query: &Query, terms: &'a [Term], is_word: impl Fn(&Token) -> bool) -> Option<&'a [Term]> {
    let at = query.tokens.iter().position(is_word)?;
    let first = query.tokens[at + 1..].iter().find(|token| token.does == Does::Say)?;
    let is_first =
        |term: &Term| term.text.split(' ').next().is_some_and(|word| [&*first.text, first.word()].contains(&word));
    let from = terms.iter().position(is_first)?;
    Some(&terms[from..])
}
