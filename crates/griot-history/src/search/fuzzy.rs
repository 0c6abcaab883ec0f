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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_or_a_name_that_is_too_long_is_not_matched() {
        let matcher = Matcher::new();
        let of = |length: usize| "a".repeat(length);
        for (name, word, found) in
            [(64, 64, true), (65, 65, false), (1024, 2, true), (1025, 2, false), (1024, 64, true), (4, 0, false)]
        {
            assert_eq!(matcher.find(&of(name), &of(word)).is_some(), found, "{word} letters in {name}");
        }
    }

    #[test]
    fn a_word_found_whole_scores_as_it_does_at_the_head_of_a_name() {
        let matcher = Matcher::new();
        let score = |name: &str| matcher.find(name, "gao").map(|(score, _)| score);
        assert_eq!(score("gao"), Some(matcher.perfect("gao")));
        assert!(score("gabo") < score("gao") && score("gabo") > Some(1));
        assert_eq!(matcher.perfect(""), 1, "nothing is measured by it, but scores are divided by no 0");
    }
}
