//! The time that is meant without a date: now, under somebody, during an event.

use griot_pack::pack::{EntityId, Kind, Pack};
use griot_pack::when::When;

use super::query::{Does, Query};
use super::rank::Tier;
use super::terms::Term;
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
        let meant = self.under(pack, query, terms).or_else(|| self.during(pack, query, terms));
        if let Some((when, said, typed)) = meant.or_else(|| self.between(pack, query, terms)) {
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
            && self.asks_an_office(pack, terms);
        said.map(|token| token.text.clone()).or_else(|| is_now.then(|| "now".into()))
    }

    fn asks_an_office(&self, pack: &Pack, terms: &[Term]) -> bool {
        terms.iter().any(|term| records::names_an_office(pack, self.docs(pack), term))
    }

    /// The time in which somebody ruled, the term that names them, and how it is said.
    fn under(&self, pack: &Pack, query: &Query, terms: &[Term]) -> Option<(When, Vec<String>, String)> {
        let ruler = behind(query, Does::Under, terms)?.first()?.text.clone();
        let when = times::reign(pack, self.by_words_of(pack, &ruler).into_iter())?;
        let typed = format!("under {ruler}");
        Some((when, vec![ruler], typed))
    }

    /// The time of an event, the terms that name it, and how it is said: where it is asked who held an office then.
    fn during(&self, pack: &Pack, query: &Query, terms: &[Term]) -> Option<(When, Vec<String>, String)> {
        let event = behind(query, Does::During, terms)?;
        let asked = &terms[..terms.len() - event.len()];
        if !self.asks_an_office(pack, asked) {
            return None;
        }
        let said: Vec<String> = event.iter().map(|term| term.text.clone()).collect();
        let name = said.join(" ");
        let events = self.by_words_of(pack, &name).into_iter().filter(|id| pack[*id].kind == Kind::Event);
        let when = events
            .filter(|id| pack[*id].when.is_some())
            .max_by_key(|id| (pack.mentions(*id).len(), std::cmp::Reverse(*id)));
        Some((pack[when?].when?, said, format!("during {name}")))
    }

    /// The time from the end of one who ruled to the beginning of another, where it is asked who held an office then.
    fn between(&self, pack: &Pack, query: &Query, terms: &[Term]) -> Option<(When, Vec<String>, String)> {
        let [one, other, ..] = behind(query, Does::Between, terms)? else { return None };
        let mut asked = terms.iter().filter(|term| term.text != one.text && term.text != other.text);
        if !asked.any(|term| records::names_an_office(pack, self.docs(pack), term)) {
            return None;
        }
        let reign = |term: &Term| times::reign(pack, self.by_words_of(pack, &term.text).into_iter());
        let (from, to) = (reign(one)?.last(), reign(other)?.first());
        let when = When::parse(&format!("{}..{}", from.year, to.year)).ok()?;
        let typed = format!("between {} and {}", one.text, other.text);
        Some((when, vec![one.text.clone(), other.text.clone()], typed))
    }

    /// What all of the words name.
    fn by_words_of(&self, pack: &Pack, words: &str) -> Vec<EntityId> {
        let named = self.named(pack, words, usize::MAX).into_iter();
        named.filter(|it| it.tier <= Tier::Words).map(|it| it.entity).collect()
    }
}

/// The terms behind the word that does this; none where there is no such word, or none behind it.
fn behind<'a>(query: &Query, does: Does, terms: &'a [Term]) -> Option<&'a [Term]> {
    let at = query.tokens.iter().position(|token| token.does == does)?;
    let first = query.tokens[at + 1..].iter().find(|token| token.does == Does::Say)?;
    let from = terms.iter().position(|term| term.text.split(' ').next() == Some(&*first.text))?;
    Some(&terms[from..])
}
