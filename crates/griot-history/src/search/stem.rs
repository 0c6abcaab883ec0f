//! Word forms: the one place that knows which stemmer is used.

use std::borrow::Cow;

use rust_stemmers::{Algorithm, Stemmer};

/// The stem of a folded English word: `kings` and `king`, `leaving` and `leave` have one.
pub(super) fn english(word: &str) -> Cow<'_, str> {
    Stemmer::create(Algorithm::English).stem(word)
}

/// The stem of a folded French word: `royaumes` and `royaume` have one.
pub(super) fn french(word: &str) -> Cow<'_, str> {
    Stemmer::create(Algorithm::French).stem(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_a_word_have_one_stem() {
        for (a, b) in [("kings", "king"), ("elections", "election"), ("leaving", "leave"), ("countries", "country")] {
            assert_eq!(english(a), english(b));
        }
        assert_eq!(french("royaumes"), french("royaume"));
        assert_eq!(english("馬里"), "馬里");
    }
}
