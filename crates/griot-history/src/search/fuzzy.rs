//! The only place that knows which fuzzy matcher is used.

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;

/// The longest name that is matched, in characters: the matcher's positions go wrong on very long text.
const LONGEST: usize = 256;
/// The longest query word that is matched.
const LONGEST_WORD: usize = 64;

pub(super) struct Matcher(SkimMatcherV2);

impl std::fmt::Debug for Matcher {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Matcher")
    }
}

impl Matcher {
    pub(super) fn new() -> Self {
        Self(SkimMatcherV2::default().ignore_case())
    }

    /// The score of a word in a name and the characters it took, both sides folded.
    ///
    /// Only `fuzzy_indices` is asked: the faster `fuzzy_match` of the crate gives scores that depend on earlier calls.
    pub(super) fn find(&self, name: &str, word: &str) -> Option<(i64, Vec<usize>)> {
        if word.is_empty() || word.len() > LONGEST_WORD || name.len() > LONGEST * 4 {
            return None;
        }
        self.0.fuzzy_indices(name, word)
    }

    /// The score of the word found whole at the head of a name: what others are measured by.
    pub(super) fn perfect(&self, word: &str) -> i64 {
        self.find(word, word).map_or(1, |(score, _)| score.max(1))
    }
}
