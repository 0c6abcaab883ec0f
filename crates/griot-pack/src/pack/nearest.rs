//! The known name that is nearest to what was written.
//!
//! Telling how far two words are apart costs the product of their lengths, so that ten thousand unknown names against
//! ten thousand known ones would take minutes. Words whose lengths or letters differ too much are passed over first, and
//! what one check of a pack may spend is bounded: whoever has thousands of unknown names has another problem than a slip
//! of the pen.

use std::collections::HashMap;

/// No name that is known is longer, in bytes.
const LONGEST: usize = 64;

/// Looks for nearest names as long as its means last.
#[derive(Debug)]
pub(super) struct Nearest {
    /// Cells of distance tables that may still be filled in.
    means: usize,
    found: HashMap<(&'static str, String), Option<String>>,
}

impl Default for Nearest {
    fn default() -> Self {
        Self { means: 40_000_000, found: HashMap::new() }
    }
}

impl Nearest {
    /// The nearest of the known names of a sort; what was found once is not looked for again.
    pub fn of_sort<'a>(
        &mut self,
        sort: &'static str,
        word: &str,
        known: impl Iterator<Item = &'a str>,
    ) -> Option<String> {
        if word.len() > LONGEST {
            return None;
        }
        if let Some(found) = self.found.get(&(sort, word.to_owned())) {
            return found.clone();
        }
        let found = self.among(word, known).map(str::to_owned);
        self.found.insert((sort, word.to_owned()), found.clone());
        found
    }

    fn among<'a>(&mut self, word: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
        if word.len() > LONGEST || self.means == 0 {
            return None;
        }
        let most = most(word);
        let letters = letters(word);
        let mut best: Option<(usize, &str)> = None;
        for name in known {
            self.means = self.means.saturating_sub(1);
            let far = name.len().abs_diff(word.len()) > 4 * most
                || (letters ^ self::letters(name)).count_ones() as usize > 2 * most;
            if far || name == word {
                continue;
            }
            self.means = self.means.saturating_sub(word.len() * name.len());
            let distance = strsim::osa_distance(name, word);
            if distance <= most && best.is_none_or(|best| (distance, name) < best) {
                best = Some((distance, name));
            }
            if self.means == 0 {
                break;
            }
        }
        best.map(|(_, name)| name)
    }
}

/// The nearest of a few words, if it is near enough.
#[must_use]
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    Nearest::default().among(word, known.into_iter())
}

/// How many slips are forgiven.
fn most(word: &str) -> usize {
    (word.chars().count() / 3).clamp(1, 4)
}

/// The letters of a word as a set: a slip changes two at most.
fn letters(word: &str) -> u64 {
    word.bytes().fold(0, |set, byte| set | 1 << (byte % 64))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_forgiven_and_strangers_are_not_proposed() {
        let known = ["ada", "town", "timbuktu", "gao"];
        for (word, near) in [
            ("adda", Some("ada")),
            ("twon", Some("town")),
            ("timbuktoo", Some("timbuktu")),
            ("somewhere", None),
            ("gao", None),
        ] {
            assert_eq!(nearest(word, known), near, "{word}");
        }
    }

    #[test]
    fn ten_thousand_strangers_cost_no_more_than_the_means() {
        let known: Vec<String> = (0..10_000).map(|n| format!("source-{n:05}")).collect();
        let mut nearest = Nearest::default();
        for n in 0..10_000 {
            nearest.of_sort("source", &format!("sources-{n:05}"), known.iter().map(String::as_str));
        }
        assert_eq!(nearest.means, 0);
        assert!(nearest.found.values().flatten().count() > 20, "the first are answered");
    }
}
