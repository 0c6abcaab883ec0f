//! Which words say the same as another: the rows of the one table, by the forms of their words.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::{LazyLock, OnceLock};

use super::stem::english;
use crate::fold::fold;
use crate::vocabulary::{self, Names, Row, TOLD_OF_OTHERS, parted};

/// A word of the table, folded, and its stem, which is found when it is first asked for: of the whole table a query asks for
/// few, and to find all stems takes longer than the rest of a search.
#[derive(Debug)]
struct Word {
    row: usize,
    text: Cow<'static, str>,
    stem: OnceLock<Cow<'static, str>>,
}

impl Word {
    fn stem(&'static self) -> &'static str {
        self.stem.get_or_init(|| english(&self.text))
    }
}

/// The table made ready to look words up in it.
#[derive(Debug, Default)]
struct Table {
    words: Vec<Word>,
    /// Which of the words are of each row.
    rows: Vec<Range<usize>>,
    /// The words, by number, in the order of the letters that they share with their stems.
    by_head: Vec<(Head, u32)>,
}

/// The letters at the head of a word that its stem has as well.
type Head = [u8; 2];

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut it = Table::default();
    let named = vocabulary::rows().map(|row| row.all().collect::<Vec<_>>());
    for (row, words) in named.chain(vocabulary::alike().map(|list| parted(list).collect())).enumerate() {
        let start = it.words.len();
        // What is said in several words is looked for by each of them.
        let words = words.into_iter().map(folded).filter(|word| !word.contains(' '));
        it.words.extend(words.map(|text| Word { row, text, stem: OnceLock::new() }));
        it.rows.push(start..it.words.len());
    }
    it.by_head = it.words.iter().enumerate().map(|(at, word)| (head(&word.text), at as u32)).collect();
    it.by_head.sort_unstable();
    it
});

/// A word of the table folded; most are so already.
fn folded(word: &'static str) -> Cow<'static, str> {
    let is_plain = word.bytes().all(|b| b.is_ascii_lowercase());
    if is_plain { Cow::Borrowed(word) } else { Cow::Owned(fold(word)) }
}

fn head(word: &str) -> Head {
    let mut bytes = word.bytes();
    [bytes.next().unwrap_or_default(), bytes.next().unwrap_or_default()]
}

/// The rows in which a word stands, or one that has this stem.
fn rows_with(form: &str) -> impl Iterator<Item = usize> {
    let head = head(form);
    let from = TABLE.by_head.partition_point(|(other, _)| *other < head);
    let alike = TABLE.by_head[from..].iter().take_while(move |(other, _)| *other == head);
    let words = alike.map(|(_, at)| &TABLE.words[*at as usize]);
    words.filter(move |word| word.text == form || word.stem() == form).map(|word| word.row)
}

/// The rows of a folded word, each once.
fn rows_of(word: &str) -> Vec<usize> {
    let stem = english(word);
    let by_stem = (*stem != *word).then(|| rows_with(&stem));
    let mut rows: Vec<usize> = rows_with(word).chain(by_stem.into_iter().flatten()).collect();
    rows.sort_unstable();
    rows.dedup();
    rows
}

/// The words and stems that say the same as a folded word.
pub(super) fn alike(word: &str) -> impl Iterator<Item = &'static str> {
    let words = rows_of(word).into_iter().flat_map(|row| &TABLE.words[TABLE.rows[row].clone()]);
    let forms = words.flat_map(|word| [Some(&*word.text), Some(word.stem()).filter(|stem| *stem != word.text)]);
    forms.flatten().chain(told_of_others(word))
}

/// The words by which it is told of others what a folded word asks for.
fn told_of_others(word: &str) -> impl Iterator<Item = &'static str> {
    let asked = TOLD_OF_OTHERS.iter().find(|(words, _)| parted(words).any(|one| fold(one) == word));
    asked.into_iter().flat_map(|(_, others)| parted(others))
}

/// Whether a folded word tells that what bears it in its name is a state: `empire`.
pub(super) fn names_polities(word: &str) -> bool {
    vocabulary::rows().filter(|row| row.names == Names::Polities).flat_map(Row::words).any(|have| folded(have) == word)
}

/// The folded name with each of its words in turn as others spell it.
pub(super) fn other_spellings(name: &str) -> Vec<String> {
    let words: Vec<&str> = name.split(' ').collect();
    let mut out = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let others = vocabulary::spellings().filter(|list| parted(list).any(|have| have == *word)).flat_map(parted);
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
    let others = rows_of(other);
    !others.is_empty() && rows_of(one).into_iter().any(|row| others.contains(&row))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_of_the_table_is_found_by_its_stem() {
        for word in &TABLE.words {
            assert_eq!(head(word.stem()), head(&word.text), "{}", word.text);
            assert!(rows_of(word.stem()).contains(&word.row), "{}", word.text);
        }
    }

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
