//! Which words say the same as another: the rows of the one table, by the forms of their words.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::stem::english;
use crate::fold::fold;
use crate::vocabulary::{FORMS, Names, ROWS, Row, SPELLINGS, TOLD_OF_OTHERS, parted};

/// The table made ready to look words up in it.
struct Alike {
    /// Of each row the words as the index of a pack knows them: themselves, and their stems.
    rows: Vec<Vec<String>>,
    /// In which rows a word or a stem stands.
    of: HashMap<String, Vec<usize>>,
}

/// About so many words a row has: a table that grows is made several times.
const WORDS: usize = 8;

static ALIKE: LazyLock<Alike> = LazyLock::new(|| {
    let mut it = Alike { rows: Vec::new(), of: HashMap::with_capacity(2 * ROWS.len() * WORDS) };
    let rows = ROWS.iter().map(|row| row.all().collect::<Vec<_>>());
    for (at, row) in rows.chain(FORMS.iter().chain(SPELLINGS).map(|forms| parted(forms).collect())).enumerate() {
        // What is said in several words is looked for by each of them.
        let words = row.into_iter().map(fold).filter(|word| !word.contains(' '));
        let mut forms: Vec<String> = words.flat_map(|word| [english(&word).into_owned(), word]).collect();
        forms.sort_unstable();
        forms.dedup();
        for form in &forms {
            it.of.entry(form.clone()).or_default().push(at);
        }
        it.rows.push(forms);
    }
    it
});

fn rows_of(word: &str) -> impl Iterator<Item = usize> {
    let by = |form: &str| ALIKE.of.get(form).map_or(&[][..], Vec::as_slice);
    let stem = english(word);
    let by_stem = if *stem == *word { &[][..] } else { by(&stem) };
    by(word).iter().chain(by_stem).copied()
}

/// The words and stems that say the same as a folded word.
pub(super) fn alike(word: &str) -> impl Iterator<Item = &'static str> {
    rows_of(word).flat_map(|row| ALIKE.rows[row].iter().map(String::as_str)).chain(told_of_others(word))
}

/// The words by which it is told of others what a folded word asks for.
fn told_of_others(word: &str) -> impl Iterator<Item = &'static str> {
    let asked = TOLD_OF_OTHERS.iter().find(|(words, _)| parted(words).any(|one| fold(one) == word));
    asked.into_iter().flat_map(|(_, others)| parted(others))
}

/// Whether a folded word tells that what bears it in its name is a state: `empire`.
pub(super) fn names_polities(word: &str) -> bool {
    let of_polities = |row: &Row| row.names == Names::Polities && row.words().any(|have| fold(have) == word);
    rows_of(word).filter_map(|row| ROWS.get(row)).any(of_polities)
}

/// The folded name with each of its words in turn as others spell it.
pub(super) fn other_spellings(name: &str) -> Vec<String> {
    let words: Vec<&str> = name.split(' ').collect();
    let mut out = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let others = SPELLINGS.iter().filter(|row| parted(row).any(|have| have == *word)).flat_map(|row| parted(row));
        out.extend(others.filter(|other| other != word).map(|other| {
            let mut words = words.clone();
            words[at] = other;
            words.join(" ")
        }));
    }
    out
}

/// Whether two folded words say the same.
pub(super) fn say_the_same(one: &str, other: &str) -> bool {
    rows_of(one).any(|row| rows_of(other).any(|of| of == row))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_form_of_a_word_says_what_its_row_says() {
        for (one, other) in [
            ("coups", "putsch"),
            ("otages", "kidnapped"),
            ("killed", "morts"),
            ("rois", "rulers"),
            ("presidant", "headofstate"),
            ("travelled", "journeys"),
            ("people", "person"),
        ] {
            assert!(say_the_same(one, other), "{one} and {other}");
        }
        assert!(!say_the_same("coup", "drought"));
        assert!(!say_the_same("zanzibar", "zanzibar"), "what the table does not hold says nothing");
        assert!(alike("coups").any(|word| word == "putsch"));
        assert!(alike("pere").any(|word| word == "fils"), "whose son somebody is told tells who the father is");
        assert!(!alike("fils").any(|word| word == "pere"), "and not the other way");
    }
}
