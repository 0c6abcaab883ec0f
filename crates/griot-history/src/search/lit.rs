//! Which letters of a name or a text a query took, for those who show them.

use super::fuzzy::Matcher;
use super::typos::{are_among, letters_of};
use crate::fold::{fold, fold_with_places};

/// The byte of a folded text at which a folded word stands: at the beginning of one of its words, else, in a script
/// without spaces or behind an article, within one.
#[must_use]
pub fn place_in(folded: &str, word: &str) -> Option<usize> {
    let heads = std::iter::once(0).chain(folded.match_indices(' ').map(|(at, _)| at + 1));
    let head = heads.into_iter().find(|at| folded[*at..].starts_with(word));
    head.or_else(|| folded.find(word).filter(|_| !word.is_ascii()))
}

/// The characters of `name` that a query took, for highlighting: positions in characters, increasing.
#[must_use]
pub fn matched(name: &str, query: &str) -> Vec<u32> {
    let (folded, places) = fold_with_places(name);
    let (query, letters) = (fold(query), letters_of(&folded));
    let mut taken: Vec<u32> = Vec::new();
    for word in query.split(' ').filter(|w| !w.is_empty()) {
        let chars: Vec<usize> = match place_in(&folded, word) {
            Some(at) => {
                let at = folded[..at].chars().count();
                (at..at + word.chars().count()).collect()
            }
            None if !are_among(letters_of(word), letters, 0) => Vec::new(),
            None => Matcher::new().find(&folded, word).map(|(_, places)| places).unwrap_or_default(),
        };
        taken.extend(chars.into_iter().filter_map(|at| places.get(at)));
    }
    taken.sort_unstable();
    taken.dedup();
    taken
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_stands_at_the_head_of_another_or_within_a_run_without_spaces() {
        for (text, word, place) in [
            ("kingdom of mali", "mali", Some(11)),
            ("kingdom of mali", "king", Some(0)),
            ("kingdom of mali", "dom", None),
            ("malimali mali", "mali", Some(0)),
            ("年馬里", "馬里", Some(3)),
            ("年 馬里 馬", "馬", Some(4)),
        ] {
            assert_eq!(place_in(text, word), place, "{word} in {text}");
        }
    }

    #[test]
    fn the_letters_that_a_query_took_are_lit() {
        for (name, query, lit) in [
            ("Timbuktu", "tim", &[0, 1, 2][..]),
            ("Timbuktu", "tbk", &[0, 3, 5]),
            ("Timbuktu", "tbx", &[]),
            ("Gao, Mali", "mali g", &[0, 5, 6, 7, 8]),
            ("Mali mali", "mali ma", &[0, 1, 2, 3]),
            ("Ségou", "seg", &[0, 1, 2]),
            ("à Ségou", "seg", &[2, 3, 4]),
            ("年馬里", "里", &[2]),
            ("Gao", "", &[]),
        ] {
            assert_eq!(matched(name, query), lit, "{query} in {name}");
        }
    }
}
