//! How near documents come to a term: by what they say themselves, and by what they link. Only those that come near are told of,
//! in order: of a large pack hardly any do.

use griot_pack::pack::{EntityId, Kind, Pack};

use super::docs::Docs;
use super::postings::{Field, Posting};
use super::ranks::Ranks;
use super::terms::Term;
use super::words::{PRONOUNS, is_small};
use crate::fold::fold;

/// A part of a name of no more letters than these may be any word.
const SHORT: usize = 2;

/// How far a document is that links what a term names.
const LINKED: u8 = 2;

/// The documents that come near a term, in order.
#[derive(Debug, Default)]
pub(super) struct Reach {
    near: Vec<(usize, Near)>,
}

/// How near a document comes to a term.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Near {
    /// The less, the nearer.
    pub level: u8,
    /// Whether the term tells what sort of thing the document is.
    pub sort: bool,
    /// Whether the document says it itself, and not only what it links.
    pub own: bool,
    /// Whether only what stands beside it in its passage does.
    pub beside: bool,
}

impl Reach {
    /// What comes near by what it says itself.
    pub(super) fn of(term: &Term, docs: &Docs) -> Self {
        // A longer name than this one is meant less.
        let longer = u8::from(term.is_name());
        let in_all = |words: &[Vec<(Posting, u8)>]| {
            let words = words.iter().map(|postings| of_word(postings, longer, docs.first_role()));
            words.reduce(|near, other| in_both(&near, &other)).unwrap_or_default()
        };
        let mut near = in_all(&term.words);
        near.extend(in_all(&term.otherwise));
        let named =
            term.names().iter().map(|id| (id.index(), Near { level: 0, sort: false, own: true, beside: false }));
        Self { near: merged(near.into_iter().chain(named).collect()) }
    }

    /// The same, and what links what the term names.
    pub(super) fn by_links((pack, ranks): (&Pack, &Ranks), term: &Term, docs: &Docs) -> Self {
        const NAMED: u8 = 2;
        let mut reach = Self::of(term, docs);
        let mut linked: Vec<(usize, Near)> = Vec::new();
        let mut lead =
            |doc: usize, level: u8| linked.push((doc, Near { level, sort: false, own: false, beside: false }));
        for (at, near) in reach.near.iter().take_while(|(doc, _)| *doc < docs.entities()) {
            let Some(id) = pack.entity_at(*at) else { continue };
            // A sort of event leads to who took part, but a sort of place to nothing: what is in a town is no town.
            let leads = || matches!(ranks.get(id).kind, Kind::Event | Kind::Person) || !near.sort;
            if near.level > NAMED + u8::from(near.sort) || !leads() {
                continue;
            }
            for statement in pack.mentions(id) {
                lead(docs.of_statement(*statement), LINKED + near.level);
                // Who is meant by a pronoun was named before.
                if near.level <= NAMED && ranks.get(id).kind == Kind::Person {
                    let after = pack.statements_of(pack[*statement].passage).filter(|other| other > statement);
                    let meant = after.filter(|other| begins_with_a_pronoun(&pack[*other].text));
                    meant.for_each(|other| lead(docs.of_statement(other), LINKED + 1 + near.level));
                }
            }
            if near.level <= NAMED && ranks.get(id).kind == Kind::Person {
                for doc in named_in_part(pack, docs, id) {
                    lead(doc, LINKED + near.level);
                }
            }
            for doc in docs.linked(id) {
                lead(doc, if doc >= docs.first_role() { near.level } else { LINKED + near.level });
            }
        }
        if !linked.is_empty() {
            reach.near.extend(linked);
            reach.near = merged(reach.near);
        }
        reach
    }

    /// The same, with what comes near by what stands beside it: a sentence of a passage is of what the others are of. Of a
    /// word that stands in very many that tells little, and to look at them all would take longer than a key may.
    pub(super) fn in_passages(mut self, pack: &Pack, docs: &Docs) -> Self {
        if self.near.len() > MANY {
            return self;
        }
        let mut beside: Vec<(usize, Near)> = Vec::new();
        for (doc, near) in &self.near {
            let Some(id) = docs.statement(pack, *doc) else { continue };
            let others = pack.statements_of(pack[id].passage).filter(|other| *other != id);
            let near = Near { level: near.level, sort: false, own: false, beside: true };
            beside.extend(others.map(|other| (docs.of_statement(other), near)));
        }
        self.near.extend(beside);
        self.near = merged(self.near);
        self
    }

    /// In order.
    pub(super) fn near(&self) -> &[(usize, Near)] {
        &self.near
    }
}

/// The sentences that name somebody by a part of their name, in passages that link them and nobody else who bears it: Keïta is
/// the Modibo Keïta of whom the passage tells. A title is no such part: there were many askias.
fn named_in_part(pack: &Pack, docs: &Docs, id: EntityId) -> Vec<usize> {
    let mut told: Vec<_> = pack.mentions(id).iter().map(|statement| pack[*statement].passage).collect();
    told.dedup();
    let name = fold(&pack[id].name);
    let words = name.split(' ').filter(|word| word.len() > SHORT && !is_small(word));
    let mut out = Vec::new();
    for word in words {
        let postings = docs.postings_of(word);
        if postings.iter().any(|posting| posting.field() == Field::Sort) {
            continue;
        }
        let bears = |other: EntityId| other != id && fold(&pack[other].name).split(' ').any(|have| have == word);
        let of_another = |passage| pack.statements_of(passage).any(|it| pack[it].links().any(bears));
        let alone: Vec<_> = told.iter().copied().filter(|passage| !of_another(*passage)).collect();
        let is_told = |doc: &usize| docs.statement(pack, *doc).is_some_and(|it| alone.contains(&pack[it].passage));
        out.extend(postings.into_iter().map(Posting::doc).filter(is_told));
    }
    out
}

/// Whether a sentence tells of whom those before it name.
fn begins_with_a_pronoun(text: &str) -> bool {
    let first = text.split(' ').next().unwrap_or_default();
    PRONOUNS.contains(&first)
}

/// What stands beside so many is no longer looked at.
const MANY: usize = 2000;

/// Where a word stands, as documents.
fn of_word(postings: &[(Posting, u8)], longer: u8, first_role: usize) -> Vec<(usize, Near)> {
    let near = postings.iter().map(|(posting, far)| {
        let (doc, field) = (posting.doc(), posting.field());
        let level = field.distance() + far + if field == Field::Name { longer } else { 0 };
        let sort = field == Field::Sort || field == Field::Implied && doc >= first_role;
        (doc, Near { level, sort, own: true, beside: false })
    });
    merged(near.collect())
}

/// Each document once, in order: as near as any of its entries, and of all that they tell.
fn merged(mut near: Vec<(usize, Near)>) -> Vec<(usize, Near)> {
    near.sort_by_key(|(doc, _)| *doc);
    near.dedup_by(|(doc, next), (kept_doc, kept)| {
        let same = doc == kept_doc;
        if same {
            *kept = match (kept.beside, next.beside) {
                (true, false) => *next,
                (false, true) => *kept,
                _ => Near {
                    level: kept.level.min(next.level),
                    sort: kept.sort | next.sort,
                    own: kept.own | next.own,
                    beside: kept.beside,
                },
            };
        }
        same
    });
    near
}

/// What is in both lists: as far as in the one where it is further.
fn in_both(a: &[(usize, Near)], b: &[(usize, Near)]) -> Vec<(usize, Near)> {
    let mut others = b.iter().peekable();
    let both = a.iter().filter_map(|(doc, near)| {
        while others.next_if(|(other, _)| other < doc).is_some() {}
        let (_, other) = others.next_if(|(other, _)| other == doc)?;
        let near = Near { level: near.level.max(other.level), sort: near.sort & other.sort, own: true, beside: false };
        Some((*doc, near))
    });
    both.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn near(level: u8, sort: bool, own: bool) -> Near {
        Near { level, sort, own, beside: false }
    }

    #[test]
    fn a_document_stands_once_and_as_near_as_it_comes() {
        let all = vec![
            (7, near(3, false, true)),
            (2, near(1, true, false)),
            (7, near(2, true, false)),
            (2, near(4, false, false)),
        ];
        assert_eq!(merged(all), [(2, near(1, true, false)), (7, near(2, true, true))]);
    }

    #[test]
    fn what_a_document_says_itself_is_more_than_what_stands_beside_it() {
        let beside = |level| Near { level, sort: false, own: false, beside: true };
        let itself = near(3, true, true);
        assert_eq!(merged(vec![(1, beside(0)), (1, itself)]), [(1, itself)]);
        assert_eq!(merged(vec![(1, itself), (1, beside(0))]), [(1, itself)]);
        assert_eq!(merged(vec![(1, beside(2)), (1, beside(1))]), [(1, beside(1))]);
    }

    #[test]
    fn a_pronoun_at_its_head_tells_of_whom_a_sentence_is() {
        for (text, tells) in [("She reigns.", true), ("Elle règne.", true), ("Sheep graze.", false), ("", false)] {
            assert_eq!(begins_with_a_pronoun(text), tells, "{text}");
        }
    }

    #[test]
    fn what_is_in_both_is_as_far_as_in_the_further() {
        let a = [(1, near(0, true, true)), (3, near(2, true, true)), (9, near(0, false, true))];
        let b =
            [(0, near(0, true, true)), (3, near(1, true, true)), (9, near(3, true, true)), (12, near(0, true, true))];
        assert_eq!(in_both(&a, &b), [(3, near(2, true, true)), (9, near(3, false, true))]);
        assert_eq!(in_both(&a, &[]), []);
    }

    #[test]
    fn a_word_is_nearer_in_a_name_than_in_a_record() {
        let postings = [
            (Posting::new(4, Field::Record), 0),
            (Posting::new(4, Field::Name), 1),
            (Posting::new(8, Field::Implied), 0),
            (Posting::new(2, Field::Sort), 0),
        ];
        let found = of_word(&postings, 0, 8);
        assert_eq!(
            found,
            [(2, near(Field::Sort.distance(), true, true)), (4, near(1, false, true)), (8, near(3, true, true))]
        );
        assert_eq!(of_word(&postings[..2], 1, 8), [(4, near(2, false, true))], "a longer name");
        assert!(!of_word(&postings[2..3], 0, 9)[0].1.sort, "what is meant by the kind of an entity is no sort");
    }
}
