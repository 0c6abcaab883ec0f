//! The text: a small inverted index from folded words to statements.
//!
//! Scripts that write words without spaces have no words to index. Their runs are taken apart into pairs of letters: a
//! run that is looked for stands where all its pairs do, which the text then confirms.

use std::collections::BTreeMap;

use super::fold::{fold, other_spellings, without_articles};
use super::letters::is_unspaced;
use griot_pack::pack::{Pack, StatementId};
use unicode_normalization::char::is_combining_mark;

#[derive(Debug)]
pub(super) struct Body {
    /// Sorted by word; the statements of each are in reading order.
    words: Vec<(Box<str>, Vec<StatementId>)>,
}

impl Body {
    pub(super) fn new(pack: &Pack) -> Self {
        let mut words: BTreeMap<String, Vec<StatementId>> = BTreeMap::new();
        let mut add = |word: &str, id: StatementId| match words.get_mut(word) {
            Some(found) if found.last() == Some(&id) => {}
            Some(found) => found.push(id),
            None => drop(words.insert(word.to_owned(), vec![id])),
        };
        for id in pack.statements() {
            // What a correction replaced is found as well, by those who know it from elsewhere.
            for text in [Some(&pack[id].text), pack[id].instead_of.as_ref()].into_iter().flatten() {
                let folded = fold(text);
                for term in terms(&folded) {
                    match pairs(term) {
                        None => add(term, id),
                        Some(pairs) => pairs.for_each(|pair| add(pair, id)),
                    }
                }
                for other in other_spellings(text, &folded) {
                    terms(&other).filter(|term| pairs(term).is_none()).for_each(|term| add(term, id));
                }
            }
        }
        Self { words: words.into_iter().map(|(word, found)| (word.into(), found)).collect() }
    }

    /// The statements that hold every word of a folded query, each as the beginning of one of theirs, in reading order.
    /// A word that begins none may have one letter wrong.
    pub(super) fn search(&self, pack: &Pack, query: &str) -> Vec<StatementId> {
        self.holding_all(pack, query, |word| self.beginning(word))
    }

    /// The statements that hold every word of a folded query as a whole word, in reading order.
    pub(super) fn search_whole(&self, pack: &Pack, query: &str) -> Vec<StatementId> {
        self.holding_all(pack, query, |word| self.whole(word).to_vec())
    }

    fn holding_all(&self, pack: &Pack, query: &str, with: impl Fn(&str) -> Vec<StatementId>) -> Vec<StatementId> {
        let mut found: Option<Vec<StatementId>> = None;
        // The 9 of 9月 says too little to be looked for by itself.
        let among_runs = query.contains(is_unspaced);
        for word in terms(query).filter(|word| !among_runs || word.len() > 1) {
            let with = match pairs(word) {
                Some(_) => self.running(pack, word),
                None => with(word),
            };
            found = Some(match found {
                None => with,
                Some(before) => before.into_iter().filter(|id| with.binary_search(id).is_ok()).collect(),
            });
        }
        found.unwrap_or_default()
    }

    /// The statements that hold letters of a script without spaces in just this order.
    fn running(&self, pack: &Pack, run: &str) -> Vec<StatementId> {
        if run.chars().nth(1).is_none() {
            return self.starting(run);
        }
        let mut pairs: Vec<&[StatementId]> = pairs(run)
            .into_iter()
            .flatten()
            .filter(|pair| pair.chars().nth(1).is_some())
            .map(|p| self.whole(p))
            .collect();
        pairs.sort_by_key(|of| of.len());
        let Some((fewest, others)) = pairs.split_first() else { return Vec::new() };
        let in_all = |id: &&StatementId| others.iter().all(|of| of.binary_search(id).is_ok());
        let holds = |id: &&StatementId| {
            let it = &pack[**id];
            fold(&it.text).contains(run) || it.instead_of.as_ref().is_some_and(|text| fold(text).contains(run))
        };
        fewest.iter().filter(in_all).filter(holds).copied().collect()
    }

    /// The statements with just this word.
    fn whole(&self, word: &str) -> &[StatementId] {
        let at = self.words.binary_search_by(|(have, _)| (**have).cmp(word));
        at.map_or(&[], |at| &self.words[at].1)
    }

    /// The statements with a word that begins so.
    fn starting(&self, word: &str) -> Vec<StatementId> {
        let start = self.words.partition_point(|(have, _)| &**have < word);
        let begun = self.words[start..].iter().take_while(|(have, _)| have.starts_with(word));
        let mut found: Vec<StatementId> = begun.flat_map(|(_, ids)| ids).copied().collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    fn beginning(&self, word: &str) -> Vec<StatementId> {
        if word.len() < 2 {
            return Vec::new();
        }
        let mut found = self.starting(word);
        if let Some(bare) = without_articles(word) {
            found.extend(self.starting(&bare));
        }
        if found.is_empty() && word.chars().count() >= 5 {
            // A letter more or less is a byte of ASCII, and up to four of any other.
            let bytes = if word.is_ascii() { 1 } else { 4 };
            let near = self
                .words
                .iter()
                .filter(|(have, _)| have.len().abs_diff(word.len()) <= bytes && strsim::osa_distance(have, word) <= 1);
            found.extend(near.flat_map(|(_, ids)| ids));
        }
        found.sort_unstable();
        found.dedup();
        found
    }
}

/// The words of a folded text; runs of letters without spaces stand apart from what is written beside them.
fn terms(folded: &str) -> impl Iterator<Item = &str> {
    let words = folded.split(is_between).filter(|word| !word.is_empty());
    words.flat_map(|word| {
        let mut rest = word;
        std::iter::from_fn(move || {
            let first = rest.chars().next()?;
            let unspaced = is_unspaced(first);
            let same = |c: char| is_unspaced(c) == unspaced;
            let end = if rest.is_ascii() { rest.len() } else { rest.find(|c| !same(c)).unwrap_or(rest.len()) };
            let (term, others) = rest.split_at(end);
            rest = others;
            Some(term)
        })
    })
}

/// The neighbouring letters of a run without spaces, and its last letter alone; none for a word of another script.
fn pairs(term: &str) -> Option<impl Iterator<Item = &str>> {
    term.starts_with(is_unspaced).then(|| {
        let ends = term.char_indices().map(|(at, c)| at + c.len_utf8()).skip(1).chain([term.len()]);
        term.char_indices().zip(ends).map(|((at, _), end)| &term[at..end])
    })
}

/// What parts words; apostrophes and hyphens are folded away before.
fn is_between(c: char) -> bool {
    !c.is_alphanumeric() && !is_combining_mark(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_without_spaces_are_parted_from_words_and_into_pairs() {
        assert_eq!(terms("mali 1960年馬里 独立").collect::<Vec<_>>(), ["mali", "1960", "年馬里", "独立"]);
        assert_eq!(pairs("年馬里").unwrap().collect::<Vec<_>>(), ["年馬", "馬里", "里"]);
        assert_eq!(pairs("年").unwrap().collect::<Vec<_>>(), ["年"]);
        assert!(pairs("mali").is_none());
    }
}
