//! Names that may still answer when more is typed: the next key looks through these alone.

use std::sync::{Arc, Mutex};

use griot_pack::pack::EntityId;

use super::Name;

/// So many lists are kept: of the letters of a word, and of a query with and without its small words.
const MOST: usize = 12;

/// Names one after the other, with all that is asked of them: what is looked at together lies together.
#[derive(Debug, Default)]
pub(super) struct List {
    entries: Vec<Entry>,
    text: String,
}

#[derive(Debug, Clone, Copy)]
struct Entry {
    letters: u64,
    entity: EntityId,
    /// Where it ends in the text.
    end: u32,
    alias: Option<u16>,
    ranked: bool,
}

impl List {
    /// Adds a name, and whether it answers as it is.
    pub(super) fn push(&mut self, name: &Name, ranked: bool) {
        let Name { entity, alias, letters, folded } = *name;
        self.text.push_str(folded);
        self.entries.push(Entry { letters, entity, end: self.text.len() as u32, alias, ranked });
    }

    pub(super) fn append(&mut self, other: &Self) {
        other.iter().for_each(|(name, ranked)| self.push(&name, ranked));
    }

    /// The names, and whether each answered as it is.
    pub(super) fn iter(&self) -> impl Iterator<Item = (Name<'_>, bool)> {
        self.entries.iter().scan(0, |start, entry| {
            let Entry { letters, entity, end, alias, ranked } = *entry;
            let place = std::mem::replace(start, end as usize)..end as usize;
            Some((Name { entity, alias, letters, folded: self.text.get(place).unwrap_or_default() }, ranked))
        })
    }
}

/// What was typed lately, and the names that may answer it or whatever begins with it.
#[derive(Debug, Default)]
pub(super) struct Narrowed {
    lists: Mutex<Vec<(String, Arc<List>)>>,
}

impl Narrowed {
    /// The names that may answer a query, by the longest that it begins with.
    pub(super) fn to(&self, query: &str) -> Option<Arc<List>> {
        let lists = self.lists.lock().ok().filter(|_| query.is_ascii())?;
        let begun = lists.iter().filter(|(typed, _)| query.starts_with(typed.as_str()));
        begun.max_by_key(|(typed, _)| typed.len()).map(|(_, names)| Arc::clone(names))
    }

    /// Keeps the names that may answer a query, in place of those of the one that was looked for longest ago. A run without
    /// spaces may begin anywhere in a name, so that none is left out by how it begins.
    pub(super) fn keep(&self, query: &str, names: List) {
        let Some(mut lists) = self.lists.lock().ok().filter(|_| query.is_ascii()) else { return };
        lists.retain(|(typed, _)| typed != query);
        if lists.len() == MOST {
            lists.remove(0);
        }
        lists.push((query.to_owned(), Arc::new(names)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(names: &[&str]) -> List {
        let pack = griot_pack::pack::check_text("a.md", "## E (1000)\n\n1000: [[A]].\n", "2000-01-01").0.unwrap();
        let entity = pack.entities().next().unwrap();
        let mut list = List::default();
        for (at, folded) in names.iter().enumerate() {
            list.push(&Name { entity, alias: (at > 0).then_some(at as u16), letters: at as u64, folded }, at > 0);
        }
        list
    }

    fn names(narrowed: &Narrowed, query: &str) -> Option<Vec<String>> {
        let list = narrowed.to(query)?;
        Some(list.iter().map(|(name, _)| name.folded.to_owned()).collect())
    }

    #[test]
    fn a_list_holds_what_was_put_in() {
        let mut all = list(&["timbuktu", "", "gao"]);
        all.append(&list(&["segou"]));
        let told: Vec<_> =
            all.iter().map(|(it, ranked)| (it.folded.to_owned(), it.alias, it.letters, ranked)).collect();
        let of = |name: &str, alias, letters, ranked| (name.to_owned(), alias, letters, ranked);
        assert_eq!(
            told,
            [
                of("timbuktu", None, 0, false),
                of("", Some(1), 1, true),
                of("gao", Some(2), 2, true),
                of("segou", None, 0, false)
            ]
        );
    }

    #[test]
    fn the_longest_that_was_typed_before_narrows_most() {
        let narrowed = Narrowed::default();
        assert_eq!(names(&narrowed, "tim"), None);
        narrowed.keep("t", list(&["timbuktu", "taghaza"]));
        narrowed.keep("ti", list(&["timbuktu"]));
        narrowed.keep("ga", list(&["gao"]));
        assert_eq!(names(&narrowed, "tim").unwrap(), ["timbuktu"]);
        assert_eq!(names(&narrowed, "ta").unwrap(), ["timbuktu", "taghaza"]);
        assert_eq!(names(&narrowed, "g"), None, "what is shorter is not narrowed by what is longer");
        narrowed.keep("ti", list(&["tichitt"]));
        assert_eq!(names(&narrowed, "ti").unwrap(), ["tichitt"]);
    }

    #[test]
    fn what_was_typed_longest_ago_goes_and_runs_without_spaces_are_not_kept() {
        let narrowed = Narrowed::default();
        (0..=MOST).for_each(|at| narrowed.keep(&format!("{at} "), list(&["a"])));
        assert_eq!(names(&narrowed, "0 a"), None);
        assert!(names(&narrowed, "1 a").is_some());
        narrowed.keep("馬", list(&["馬里"]));
        assert_eq!(names(&narrowed, "馬里"), None);
    }
}
