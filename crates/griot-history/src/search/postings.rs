//! Words and where they stand, gathered.

use std::borrow::Cow;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use unicode_normalization::char::is_combining_mark;

use super::fold::{fold, other_spellings};
use super::letters::is_unspaced;
use super::stem::english;

/// Where in a document a word stands, the more telling first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Field {
    /// A name, or the text of a statement.
    Name,
    /// What sort of thing it is: the type of an event, the title of an office, the part that was played.
    Sort,
    /// The rest of the record.
    Record,
    /// What is not said, for it is meant by the kind.
    Implied,
}

impl Field {
    const ALL: [Self; 4] = [Self::Name, Self::Sort, Self::Record, Self::Implied];

    /// How far a word in the field is from the name.
    pub(super) const fn distance(self) -> u8 {
        match self {
            Self::Name => 0,
            Self::Sort => 1,
            Self::Record => 3,
            Self::Implied => 6,
        }
    }
}

/// A document that holds a word, and where.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(super) struct Posting(pub(super) u32);

impl Posting {
    pub(super) const fn new(doc: usize, field: Field) -> Self {
        Self((doc as u32) << 2 | field as u32)
    }

    pub(super) const fn doc(self) -> usize {
        (self.0 >> 2) as usize
    }

    pub(super) const fn field(self) -> Field {
        Field::ALL[(self.0 & 3) as usize]
    }
}

/// The words of all documents, while they are gathered.
#[derive(Default)]
pub(super) struct Words {
    numbers: HashMap<Box<str>, u32, BuildHasherDefault<Fnv>>,
    /// The number of a word and where it stands, in the order in which they came.
    found: Vec<(u32, Posting)>,
    /// Where each word was seen last.
    last: Vec<Option<Posting>>,
}

/// Fowler, Noll and Vo's hash: words are short, and a pack is no enemy that would choose them to collide.
struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for Fnv {
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

impl Words {
    pub(super) fn add(&mut self, text: &str, posting: Posting) {
        let folded = fold(text);
        for term in terms(&folded) {
            match pairs(term) {
                None => self.add_word(term, posting),
                Some(pairs) => pairs.for_each(|pair| self.add_word(pair, posting)),
            }
        }
        for other in other_spellings(text, &folded) {
            terms(&other).filter(|term| pairs(term).is_none()).for_each(|term| self.add_word(term, posting));
        }
    }

    fn add_word(&mut self, word: &str, posting: Posting) {
        let number = if let Some(number) = self.numbers.get(word) {
            *number
        } else {
            let next = self.numbers.len() as u32;
            self.numbers.insert(word.into(), next);
            self.last.push(None);
            next
        };
        // A word that stands twice in a field stands there once.
        let last = &mut self.last[number as usize];
        if *last != Some(posting) {
            *last = Some(posting);
            self.found.push((number, posting));
        }
    }

    /// The words in the order of their letters.
    pub(super) fn in_order(self) -> Lexicon {
        let mut words: Vec<(Box<str>, u32)> = self.numbers.into_iter().collect();
        words.sort_unstable();
        let mut place = vec![0; words.len()];
        for (at, (_, number)) in words.iter().enumerate() {
            place[*number as usize] = at;
        }
        // Sorted by counting: they came in the order of the documents, and stay in it within each word.
        let mut ends = vec![0; words.len() + 1];
        self.found.iter().for_each(|(number, _)| ends[place[*number as usize] + 1] += 1);
        (1..ends.len()).for_each(|at| ends[at] += ends[at - 1]);
        let mut postings = vec![Posting::default(); self.found.len()];
        for (number, posting) in self.found {
            let next = &mut ends[place[number as usize]];
            postings[*next as usize] = posting;
            *next += 1;
        }
        ends.truncate(words.len());
        let mut lexicon = Lexicon { ends, postings, ..Lexicon::default() };
        for (word, _) in words {
            lexicon.text.push_str(&word);
            lexicon.word_ends.push(lexicon.text.len() as u32);
        }
        lexicon
    }
}

/// Every word once, in the order of their letters, and what each leads to: where it stands, or which words have it for
/// their stem.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Lexicon<T = Posting> {
    /// All words, one after the other.
    pub(super) text: String,
    /// Where each word ends in the text.
    pub(super) word_ends: Vec<u32>,
    /// Where the postings of each word end.
    pub(super) ends: Vec<u32>,
    pub(super) postings: Vec<T>,
}

impl<T> Lexicon<T> {
    /// How many words there are.
    pub(super) const fn len(&self) -> usize {
        self.word_ends.len()
    }

    pub(super) fn word(&self, at: usize) -> &str {
        let start = at.checked_sub(1).map_or(0, |before| self.word_ends[before]);
        &self.text[start as usize..self.word_ends[at] as usize]
    }

    /// How many words come before one in their order.
    pub(super) fn before(&self, word: &str) -> usize {
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = low.midpoint(high);
            if self.word(middle) < word { low = middle + 1 } else { high = middle }
        }
        low
    }

    /// The number of just this word.
    pub(super) fn find(&self, word: &str) -> Option<usize> {
        let at = self.before(word);
        (at < self.len() && self.word(at) == word).then_some(at)
    }

    pub(super) fn postings(&self, word: usize) -> &[T] {
        let start = word.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.postings[start as usize..self.ends[word] as usize]
    }
}

impl Lexicon {
    /// The words that are not their own English stem, by their stems.
    pub(super) fn stems(&self) -> Lexicon<u32> {
        let other = |at: usize| (english(self.word(at)), at as u32);
        let mut of: Vec<(Cow<str>, u32)> = (0..self.len()).map(other).collect();
        of.retain(|(stem, at)| *stem != self.word(*at as usize));
        of.sort_unstable();
        let mut stems = Lexicon::default();
        for same in of.chunk_by(|a, b| a.0 == b.0) {
            stems.text.push_str(&same[0].0);
            stems.word_ends.push(stems.text.len() as u32);
            stems.postings.extend(same.iter().map(|(_, at)| *at));
            stems.ends.push(stems.postings.len() as u32);
        }
        stems
    }
}

/// The words of a folded text; runs of letters without spaces stand apart from what is written beside them.
pub(super) fn terms(folded: &str) -> impl Iterator<Item = &str> {
    let words = folded.split(is_between).filter(|word| !word.is_empty());
    words.flat_map(|word| {
        let mut rest = word;
        std::iter::from_fn(move || {
            let first = rest.chars().next()?;
            let unspaced = is_unspaced(first);
            let same = |c: char| is_unspaced(c) == unspaced;
            let end = if rest.is_ascii() { rest.len() } else { rest.find(|c| !same(c)).unwrap_or(rest.len()) };
            let (term, others) = rest.split_at(end);
            rest = others;
            Some(term)
        })
    })
}

/// The neighbouring letters of a run without spaces, and its last letter alone; none for a word of another script.
pub(super) fn pairs(term: &str) -> Option<impl Iterator<Item = &str>> {
    term.starts_with(is_unspaced).then(|| {
        let ends = term.char_indices().map(|(at, c)| at + c.len_utf8()).skip(1).chain([term.len()]);
        term.char_indices().zip(ends).map(|((at, _), end)| &term[at..end])
    })
}

/// What parts words; apostrophes and hyphens are folded away before.
fn is_between(c: char) -> bool {
    !c.is_alphanumeric() && !is_combining_mark(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_without_spaces_are_parted_from_words_and_into_pairs() {
        assert_eq!(terms("mali 1960年馬里 独立").collect::<Vec<_>>(), ["mali", "1960", "年馬里", "独立"]);
        assert_eq!(pairs("年馬里").unwrap().collect::<Vec<_>>(), ["年馬", "馬里", "里"]);
        assert_eq!(pairs("年").unwrap().collect::<Vec<_>>(), ["年"]);
        assert!(pairs("mali").is_none());
    }

    #[test]
    fn words_are_found_by_their_stem_but_those_that_are_one() {
        let mut words = Words::default();
        words.add("kings king dying die rivers kings", Posting::new(0, Field::Name));
        let lexicon = words.in_order();
        let stems = lexicon.stems();
        let of = |stem: &str| stems.find(stem).map(|at| stems.postings(at).iter().map(|at| lexicon.word(*at as usize)));
        assert_eq!(of("king").unwrap().collect::<Vec<_>>(), ["kings"]);
        assert_eq!(of("die").unwrap().collect::<Vec<_>>(), ["dying"]);
        assert_eq!(of("river").unwrap().collect::<Vec<_>>(), ["rivers"]);
        assert!(of("rivers").is_none());
    }
}
