//! The text: a small inverted index from folded words to statements.

use std::collections::BTreeMap;

use super::fold;
use griot_pack::pack::{Pack, StatementId};

#[derive(Debug)]
pub(super) struct Body {
    /// Sorted by word; the statements of each are in reading order.
    words: Vec<(Box<str>, Vec<StatementId>)>,
}

impl Body {
    pub(super) fn new(pack: &Pack) -> Self {
        let mut words: BTreeMap<String, Vec<StatementId>> = BTreeMap::new();
        for id in pack.statements() {
            // What a correction replaced is found as well, by those who know it from elsewhere.
            for text in [Some(&pack[id].text), pack[id].instead_of.as_ref()].into_iter().flatten() {
                for word in fold(text).split(is_between).filter(|w| !w.is_empty()) {
                    let found = words.entry(word.to_owned()).or_default();
                    if found.last() != Some(&id) {
                        found.push(id);
                    }
                }
            }
        }
        Self { words: words.into_iter().map(|(word, found)| (word.into(), found)).collect() }
    }

    /// The statements that hold every word of a folded query, each as the beginning of one of theirs, in reading order.
    /// A word that begins none may have one letter wrong.
    pub(super) fn search(&self, query: &str) -> Vec<StatementId> {
        Self::holding_all(query, |word| self.beginning(word))
    }

    /// The statements that hold every word of a folded query as a whole word, in reading order.
    pub(super) fn search_whole(&self, query: &str) -> Vec<StatementId> {
        Self::holding_all(query, |word| {
            let at = self.words.binary_search_by(|(have, _)| (**have).cmp(word));
            at.map_or_else(|_| Vec::new(), |at| self.words[at].1.clone())
        })
    }

    fn holding_all(query: &str, with: impl Fn(&str) -> Vec<StatementId>) -> Vec<StatementId> {
        let mut found: Option<Vec<StatementId>> = None;
        for word in query.split(is_between).filter(|w| !w.is_empty()) {
            let with = with(word);
            found = Some(match found {
                None => with,
                Some(before) => before.into_iter().filter(|id| with.binary_search(id).is_ok()).collect(),
            });
        }
        found.unwrap_or_default()
    }

    fn beginning(&self, word: &str) -> Vec<StatementId> {
        if word.len() < 2 {
            return Vec::new();
        }
        let start = self.words.partition_point(|(have, _)| &**have < word);
        let begun = self.words[start..].iter().take_while(|(have, _)| have.starts_with(word));
        let mut found: Vec<StatementId> = begun.flat_map(|(_, ids)| ids).copied().collect();
        if found.is_empty() && word.chars().count() >= 5 {
            let near = self
                .words
                .iter()
                .filter(|(have, _)| have.len().abs_diff(word.len()) <= 1 && strsim::osa_distance(have, word) <= 1);
            found.extend(near.flat_map(|(_, ids)| ids));
        }
        found.sort_unstable();
        found.dedup();
        found
    }
}

/// What parts words; apostrophes and hyphens are folded away before.
fn is_between(c: char) -> bool {
    !c.is_alphanumeric()
}
