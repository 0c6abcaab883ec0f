//! The ids of a plain file: those that are written in it, and those that are made of names.

use std::collections::{HashMap, HashSet};

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The longest id that is made of a name: a number may have to stand behind it.
const LONGEST: usize = 48;

/// The id that a name stands for where none is written; empty for a name without a letter or digit of ASCII.
pub(in crate::pack) fn slug(name: &str) -> String {
    let mut out = String::new();
    for c in name.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase) {
        match c {
            c if c.is_ascii_alphanumeric() => out.push(c),
            '\'' | '’' | 'ʼ' => {}
            _ if out.is_empty() || out.ends_with('-') => {}
            _ => out.push('-'),
        }
        if out.len() >= LONGEST {
            break;
        }
    }
    out.truncate(out.trim_end_matches('-').len());
    out
}

/// The ids that are taken.
#[derive(Debug, Default)]
pub(super) struct Ids {
    taken: HashSet<String>,
    /// The number that the next id of the same beginning gets.
    next: HashMap<String, usize>,
}

impl Ids {
    /// Every id that is written in a text, wherever: none of them is made a second time.
    pub fn written_in(text: &str) -> Self {
        const BEFORE: [&str; 2] = ["{#", "passage=\""];
        let mut ids = Self::default();
        for before in BEFORE {
            for (at, _) in text.match_indices(before) {
                let rest = &text[at + before.len()..];
                let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || c == '-')).unwrap_or(rest.len());
                ids.taken.insert(rest[..end].to_owned());
            }
        }
        ids
    }

    /// Takes an id, so that none like it is made.
    pub fn take(&mut self, id: &str) {
        self.taken.insert(id.to_owned());
    }

    /// An id that nothing has: that of the name, with a number where it is taken.
    pub fn made_of(&mut self, name: &str, or: &str) -> String {
        let own = slug(name);
        let own = if own.is_empty() { or.to_owned() } else { own };
        if self.taken.insert(own.clone()) { own } else { self.numbered(&own, 2) }
    }

    /// An id with the next number behind it.
    pub fn numbered(&mut self, of: &str, first: usize) -> String {
        let of = of.get(..LONGEST.min(of.len())).unwrap_or_default();
        let next = self.next.entry(of.to_owned()).or_insert(first);
        loop {
            let id = format!("{of}-{next}");
            *next += 1;
            if self.taken.insert(id.clone()) {
                return id;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_ids_and_none_is_made_twice() {
        for (name, id) in [
            ("Before colonization", "before-colonization"),
            ("Djenné-Djenno", "djenne-djenno"),
            ("Bah N’daw", "bah-ndaw"),
            ("  (c. 1312) –", "c-1312"),
            ("تمبكتو", ""),
        ] {
            assert_eq!(slug(name), id);
        }
        let mut ids = Ids::written_in("## Gao {#gao short=\"x\"}\n[]{#gao-2 passage=\"p-1\"}");
        assert_eq!(ids.made_of("Gao", "era"), "gao-3");
        assert_eq!(ids.made_of("Gao", "era"), "gao-4");
        assert_eq!(ids.made_of("غاو", "era"), "era");
        assert_eq!([ids.numbered("p", 1), ids.numbered("p", 1)], ["p-2", "p-3"]);
    }
}
