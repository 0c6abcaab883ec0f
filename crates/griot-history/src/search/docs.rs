//! What a search looks into, and the index of its words.
//!
//! Three sorts of document: entities by what their records say, the statements of the text, and roles: an office that
//! was held, a part that was played in an event. One list of words leads to all of them.
//!
//! Scripts that write words without spaces have no words to index. Their runs are taken apart into pairs of letters: a
//! run that is looked for stands where all its pairs do, which the text then confirms.

mod role;
mod said;

use std::ops::Range;

use griot_pack::pack::{EntityId, Pack, StatementId};

use super::postings::{Field, Lexicon, Posting, Words, pairs, read_postings};
use crate::fold::fold;
use crate::parts::{Numbers, Part, Parts, Written};
pub use role::Role;
use role::{packed, roles, unpacked};
use said::{entity, role_words};

/// A document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Doc {
    Entity(EntityId),
    Statement(StatementId),
    Role(Role),
}

#[derive(Debug)]
pub(super) struct Docs {
    entities: usize,
    statements: usize,
    /// Of each role the entity, in the upper half, which of its offices or parts it is, and whether a part.
    roles: Numbers<u64>,
    lexicon: Lexicon,
    /// Where the places of each word end.
    posting_ends: Numbers<u32>,
    /// The stems of the words that are not their own, where the words of each end, and these words.
    stems: Lexicon,
    stem_word_ends: Numbers<u32>,
    stem_words: Numbers<u32>,
    /// Which documents are of an entity, beside the statements that link it: of each where they end, and all of them.
    link_ends: Numbers<u32>,
    links: Numbers<u32>,
    /// Where the places of words are read from.
    parts: Parts,
}

impl Docs {
    pub(super) fn write(pack: &Pack, out: &mut Written) {
        let (entities, statements): (Vec<_>, Vec<_>) = (pack.entities().collect(), pack.statements().collect());
        let roles = roles(pack, &entities);
        let mut words = Words::default();
        for (doc, id) in entities.iter().enumerate() {
            entity(pack, *id, &mut |text, field| words.add(text, Posting::new(doc, field)));
        }
        let mut elsewhere = pack.sentences_elsewhere().into_iter().peekable();
        for (doc, id) in statements.iter().enumerate() {
            let it = &pack[*id];
            // What a correction replaced is found as well, by those who know it from elsewhere.
            for text in [Some(&it.text), it.instead_of.as_ref()].into_iter().flatten() {
                words.add(text, Posting::new(entities.len() + doc, Field::Name));
            }
            // It is found by its words in every language, whichever is read.
            while let Some((_, text)) = elsewhere.next_if(|(of, _)| of == id) {
                words.add(&text, Posting::new(entities.len() + doc, Field::Name));
            }
        }
        let first_role = entities.len() + statements.len();
        for (doc, role) in roles.iter().enumerate() {
            role_words(pack, *role, &mut |text, field| words.add(text, Posting::new(first_role + doc, field)));
        }
        words.write(out);
        let linked = linked(pack, &entities, &roles, first_role);
        let ends = entities.iter().map(|id| linked.partition_point(|(of, _)| of <= id) as u32);
        out.numbers(Part::LinkEnds, ends);
        out.numbers(Part::Links, linked.iter().map(|(_, doc)| *doc));
        out.numbers(Part::Roles, roles.into_iter().map(packed));
    }

    pub(super) fn read(pack: &Pack, parts: &Parts) -> Self {
        Self {
            entities: pack.entities().len(),
            statements: pack.statements().len(),
            roles: parts.numbers(Part::Roles),
            lexicon: Lexicon::read(parts, Part::WordText, Part::WordEnds),
            posting_ends: parts.numbers(Part::PostingEnds),
            stems: Lexicon::read(parts, Part::StemText, Part::StemEnds),
            stem_word_ends: parts.numbers(Part::StemWordEnds),
            stem_words: parts.numbers(Part::StemWords),
            link_ends: parts.numbers(Part::LinkEnds),
            links: parts.numbers(Part::Links),
            parts: parts.clone(),
        }
    }

    /// How many documents there are.
    pub(super) fn len(&self) -> usize {
        self.first_role() + self.roles.len()
    }

    /// How many of them are entities, which come first.
    pub(super) const fn entities(&self) -> usize {
        self.entities
    }

    /// The first document that is a role: all behind it are.
    pub(super) const fn first_role(&self) -> usize {
        self.entities + self.statements
    }

    /// A document; nothing where it is a role that its bearer has not.
    pub(super) fn get(&self, pack: &Pack, doc: usize) -> Option<Doc> {
        match doc {
            _ if doc < self.entities => pack.entity_at(doc).map(Doc::Entity),
            _ if doc < self.first_role() => self.statement(pack, doc).map(Doc::Statement),
            _ => unpacked(pack, self.roles.get(doc - self.first_role())).map(Doc::Role),
        }
    }

    /// The statement that a document is.
    pub(super) fn statement(&self, pack: &Pack, doc: usize) -> Option<StatementId> {
        pack.statement_at(doc.checked_sub(self.entities)?)
    }

    /// The statements among documents.
    pub(super) fn statements_of(&self, pack: &Pack, postings: &[Posting]) -> Vec<StatementId> {
        postings.iter().filter_map(|posting| self.statement(pack, posting.doc())).collect()
    }

    /// The document of a statement.
    pub(super) const fn of_statement(&self, id: StatementId) -> usize {
        self.entities + id.index()
    }

    /// The events and the roles that an entity has to do with.
    pub(super) fn linked(&self, entity: EntityId) -> impl Iterator<Item = usize> + '_ {
        let docs = self.links.range(self.link_ends.range_of(entity.index()));
        docs.map(|doc| doc as usize).filter(|doc| *doc < self.len())
    }

    /// The words that begin so, by number.
    pub(super) fn beginning(&self, head: &str) -> Range<usize> {
        self.lexicon.beginning(head)
    }

    /// The number of just this word.
    pub(super) fn find(&self, word: &str) -> Option<usize> {
        self.lexicon.find(word)
    }

    /// The words that have this English stem and are not the stem itself, by number.
    pub(super) fn of_stem(&self, stem: &str) -> impl Iterator<Item = usize> + '_ {
        let others = self.stems.find(stem).map_or(0..0, |at| self.stem_word_ends.range_of(at));
        self.stem_words.range(others).map(|at| at as usize)
    }

    pub(super) fn word(&self, at: usize) -> &str {
        self.lexicon.word(at)
    }

    /// Where words that follow one another stand; of each word in the order of the documents.
    pub(super) fn postings(&self, words: Range<usize>) -> Vec<Posting> {
        let (start, documents) = (self.posting_ends.range_of(words.start).start, self.len());
        let end = words.end.checked_sub(1).map_or(0, |last| self.posting_ends.get(last) as usize);
        let bytes = self.parts.within(Part::Postings, start as u64..end.max(start) as u64);
        let mut out = Vec::new();
        for word in words {
            let place = self.posting_ends.range_of(word);
            let of_word = bytes.get(place.start.saturating_sub(start)..place.end.saturating_sub(start));
            read_postings(of_word.unwrap_or_default(), documents, &mut |posting| out.push(posting));
        }
        out
    }

    /// Where just this word stands.
    pub(super) fn postings_of(&self, word: &str) -> Vec<Posting> {
        self.find(word).map_or_else(Vec::new, |at| self.postings(at..at + 1))
    }

    /// The statements that hold letters of a script without spaces in just this order.
    pub(super) fn running(&self, pack: &Pack, run: &str) -> Vec<Posting> {
        if run.chars().nth(1).is_none() {
            return self.postings(self.beginning(run));
        }
        let in_full = pairs(run).into_iter().flatten().filter(|pair| pair.chars().nth(1).is_some());
        let mut of_pairs: Vec<Vec<Posting>> = in_full.map(|pair| self.postings_of(pair)).collect();
        of_pairs.sort_by_key(Vec::len);
        let Some((fewest, others)) = of_pairs.split_first() else { return Vec::new() };
        let in_all = |posting: &&Posting| others.iter().all(|of| of.binary_search(posting).is_ok());
        let holds = |posting: &&Posting| {
            self.statement(pack, posting.doc()).is_some_and(|id| {
                let it = &pack[id];
                [Some(&it.text), it.instead_of.as_ref()].into_iter().flatten().any(|text| fold(text).contains(run))
            })
        };
        fewest.iter().filter(in_all).filter(holds).copied().collect()
    }
}

/// Which events and roles name an entity: those of an event, the holder and what the office is of, both sides of a part.
fn linked(pack: &Pack, entities: &[EntityId], roles: &[Role], first_role: usize) -> Vec<(EntityId, u32)> {
    let mut out: Vec<(EntityId, u32)> = Vec::new();
    for (doc, id) in entities.iter().enumerate() {
        let it = &pack[*id];
        out.extend(it.who.iter().map(|(who, _)| *who).chain(it.places.iter().copied()).map(|id| (id, doc as u32)));
    }
    for (doc, role) in roles.iter().enumerate() {
        let two = match *role {
            Role::Office(holder, at) => [holder, pack[holder].offices[at].of],
            Role::Part(event, at) => [event, pack[event].who[at].0],
        };
        out.extend(two.map(|id| (id, (first_role + doc) as u32)));
    }
    out.sort_unstable();
    out.dedup();
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_file_leads_to_that_is_not_there_is_passed_over() {
        let pack = griot_pack::pack::check_text("a.md", "## E (1000)\n\n1000: [[A]].\n", "2000-01-01").0.unwrap();
        let mut out = Written::default();
        out.numbers(Part::LinkEnds, [3_u32]);
        out.numbers(Part::Links, [1_u32, 2, 3]);
        let docs = Docs::read(&pack, &Parts::made(out));
        let entity = pack.entities().next().unwrap();
        assert_eq!(docs.linked(entity).collect::<Vec<_>>(), [1], "one entity, one statement and no role");
        assert!(
            matches!(docs.get(&pack, 0), Some(Doc::Entity(_))) && matches!(docs.get(&pack, 1), Some(Doc::Statement(_)))
        );
        assert_eq!(docs.get(&pack, 2), None);
    }
}
