//! Names that may still answer when more is typed: the next key looks through these alone.

use std::sync::{Arc, Mutex};

/// So many lists are kept: of the letters of a word, and of a query with and without its small words.
const MOST: usize = 12;

/// What was typed lately, and the names that may answer it or whatever begins with it, by number.
#[derive(Debug, Default)]
pub(super) struct Narrowed {
    lists: Mutex<Vec<(String, Arc<[u32]>)>>,
}

impl Narrowed {
    /// The names that may answer a query, by the longest that it begins with.
    pub(super) fn to(&self, query: &str) -> Option<Arc<[u32]>> {
        let lists = self.lists.lock().ok()?;
        let begun = lists.iter().filter(|(typed, _)| query.starts_with(typed.as_str()));
        begun.max_by_key(|(typed, _)| typed.len()).map(|(_, names)| Arc::clone(names))
    }

    /// Keeps the names that may answer a query, in place of those of the one that was looked for longest ago.
    pub(super) fn keep(&self, query: &str, names: Vec<u32>) {
        let Ok(mut lists) = self.lists.lock() else { return };
        lists.retain(|(typed, _)| typed != query);
        if lists.len() == MOST {
            lists.remove(0);
        }
        lists.push((query.to_owned(), names.into()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_that_was_typed_before_narrows_most() {
        let narrowed = Narrowed::default();
        assert_eq!(narrowed.to("tim"), None);
        narrowed.keep("t", vec![1, 2, 3]);
        narrowed.keep("ti", vec![1, 3]);
        narrowed.keep("ga", vec![7]);
        assert_eq!(narrowed.to("tim").as_deref(), Some(&[1, 3][..]));
        assert_eq!(narrowed.to("ta").as_deref(), Some(&[1, 2, 3][..]));
        assert_eq!(narrowed.to("g"), None, "what is shorter is not narrowed by what is longer");
        narrowed.keep("ti", vec![9]);
        assert_eq!(narrowed.to("ti").as_deref(), Some(&[9][..]));
    }

    #[test]
    fn what_was_typed_longest_ago_goes() {
        let narrowed = Narrowed::default();
        (0..=MOST).for_each(|at| narrowed.keep(&format!("{at} "), vec![at as u32]));
        assert_eq!(narrowed.to("0 a"), None);
        assert_eq!(narrowed.to("1 a").as_deref(), Some(&[1][..]));
    }
}
