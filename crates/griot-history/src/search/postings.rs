//! Words and where they stand, gathered.

use std::borrow::Cow;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::ops::Range;

use unicode_normalization::char::is_combining_mark;

use super::stem::english;
use crate::fold::{fold, other_spellings};
use crate::letters::is_unspaced;
use crate::parts::{Numbers, Part, Parts, Written, put_short, take_short};

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
            Self::Record | Self::Implied => 3,
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

    /// Writes the words in the order of their letters, where each stands, and their stems.
    pub(super) fn write(self, out: &mut Written) {
        let mut words: Vec<(Box<str>, u32)> = self.numbers.into_iter().collect();
        words.sort_unstable();
        let mut place = vec![0; words.len()];
        for (at, (_, number)) in words.iter().enumerate() {
            place[*number as usize] = at;
        }
        // Sorted by counting: they came in the order of the documents, and stay in it within each word.
        let mut ends = vec![0_usize; words.len() + 1];
        self.found.iter().for_each(|(number, _)| ends[place[*number as usize] + 1] += 1);
        (1..ends.len()).for_each(|at| ends[at] += ends[at - 1]);
        let mut postings = vec![Posting::default(); self.found.len()];
        for (number, posting) in self.found {
            let next = &mut ends[place[number as usize]];
            postings[*next] = posting;
            *next += 1;
        }
        ends.truncate(words.len());
        write_postings(&postings, &ends, out);
        let words: Vec<Box<str>> = words.into_iter().map(|(word, _)| word).collect();
        write_stems(&words, out);
        write_words((Part::WordText, Part::WordEnds), words.iter().map(|word| &**word), out);
    }
}

/// Writes the postings, of which those of each word end there: each as how far it is from the one before.
fn write_postings(postings: &[Posting], ends: &[usize], out: &mut Written) {
    let mut start = 0;
    let mut byte_ends = Vec::with_capacity(ends.len());
    let bytes = out.bytes(Part::Postings);
    for end in ends {
        let mut before = 0;
        for Posting(number) in &postings[start..*end] {
            put_short(bytes, number.wrapping_sub(before));
            before = *number;
        }
        start = *end;
        byte_ends.push(bytes.len() as u32);
    }
    out.numbers(Part::PostingEnds, byte_ends);
}

/// The postings of a list that was written so, as far as they are of one of so many documents.
pub(super) fn read_postings(mut bytes: &[u8], documents: usize, out: &mut impl FnMut(Posting)) {
    let mut number = 0_u32;
    while let Some(step) = take_short(&mut bytes) {
        number = number.wrapping_add(step);
        let posting = Posting(number);
        if posting.doc() < documents {
            out(posting);
        }
    }
}

/// Writes the words that are not their own English stem, by their stems.
fn write_stems(words: &[Box<str>], out: &mut Written) {
    let mut of: Vec<(Cow<str>, u32)> = words.iter().enumerate().map(|(at, word)| (english(word), at as u32)).collect();
    of.retain(|(stem, at)| *stem != *words[*at as usize]);
    of.sort_unstable();
    let mut ends = Vec::new();
    for (at, same) in of.iter().enumerate() {
        if of.get(at + 1).is_none_or(|next| next.0 != same.0) {
            ends.push(at as u32 + 1);
        }
    }
    out.numbers(Part::StemWords, of.iter().map(|(_, at)| *at));
    let stems = ends.iter().map(|end| &*of[*end as usize - 1].0);
    write_words((Part::StemText, Part::StemEnds), stems, out);
    out.numbers(Part::StemWordEnds, ends);
}

fn write_words<'a>((text, ends): (Part, Part), words: impl Iterator<Item = &'a str>, out: &mut Written) {
    let (mut all, mut word_ends) = (String::new(), Vec::new());
    for word in words {
        all.push_str(word);
        word_ends.push(all.len() as u32);
    }
    out.text(text, all);
    out.numbers(ends, word_ends);
}

/// Words, each once, in the order of their letters.
#[derive(Debug)]
pub(super) struct Lexicon {
    /// All of them, one after the other.
    text: Cow<'static, str>,
    /// Where each ends in the text.
    ends: Numbers<u32>,
}

impl Lexicon {
    pub(super) fn read(parts: &Parts, text: Part, ends: Part) -> Self {
        Self { text: parts.text(text), ends: parts.numbers(ends) }
    }

    pub(super) fn word(&self, at: usize) -> &str {
        self.text.get(self.ends.range_of(at)).unwrap_or_default()
    }

    /// How many of the words come before all others.
    fn count(&self, comes_before: impl Fn(&str) -> bool) -> usize {
        let (mut low, mut high) = (0, self.ends.len());
        while low < high {
            let middle = low.midpoint(high);
            if comes_before(self.word(middle)) { low = middle + 1 } else { high = middle }
        }
        low
    }

    /// The number of just this word.
    pub(super) fn find(&self, word: &str) -> Option<usize> {
        let at = self.count(|before| before < word);
        (at < self.ends.len() && self.word(at) == word).then_some(at)
    }

    /// The words that begin so, by number.
    pub(super) fn beginning(&self, head: &str) -> Range<usize> {
        let start = self.count(|before| before < head);
        start..self.count(|before| before < head || before.starts_with(head)).max(start)
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
    fn words_are_read_as_they_were_written_and_found_by_their_stem() {
        let mut words = Words::default();
        words.add("kings king dying die rivers kings", Posting::new(0, Field::Name));
        words.add("king", Posting::new(300, Field::Sort));
        let mut out = Written::default();
        words.write(&mut out);
        let parts = Parts::of(out.into_bytes().into()).unwrap();
        let lexicon = Lexicon::read(&parts, Part::WordText, Part::WordEnds);
        assert_eq!(lexicon.beginning("king").map(|at| lexicon.word(at)).collect::<Vec<_>>(), ["king", "kings"]);
        assert_eq!((lexicon.find("die"), lexicon.find("di"), lexicon.beginning("z")), (Some(0), None, 5..5));
        let stems = Lexicon::read(&parts, Part::StemText, Part::StemEnds);
        let (ends, of) = (parts.numbers::<u32>(Part::StemWordEnds), parts.numbers::<u32>(Part::StemWords));
        let of = |stem: &str| {
            let words = of.range(ends.range_of(stems.find(stem)?));
            Some(words.map(|at| lexicon.word(at as usize).to_owned()).collect::<Vec<_>>())
        };
        for (stem, words) in
            [("king", Some("kings")), ("die", Some("dying")), ("river", Some("rivers")), ("rivers", None)]
        {
            assert_eq!(of(stem), words.map(|word| vec![word.to_owned()]), "{stem}");
        }
        let postings = parts.numbers::<u32>(Part::PostingEnds);
        let king = postings.range_of(lexicon.find("king").unwrap());
        let mut found = Vec::new();
        let bytes = parts.within(Part::Postings, king.start as u64..king.end as u64);
        read_postings(&bytes, 301, &mut |posting| found.push(posting));
        assert_eq!(found, [Posting::new(0, Field::Name), Posting::new(300, Field::Sort)]);
        read_postings(&bytes, 300, &mut |posting| assert_eq!(posting.doc(), 0, "beyond the last document"));
    }
}
