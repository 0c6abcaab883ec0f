//! Words as they are typed, and how many typos are forgiven in them.

use super::fuzzy::Matcher;
use crate::letters::is_unspaced;

/// Words of fewer letters are not forgiven any mistake.
const TYPO_LETTERS: usize = 4;
/// From this many letters on, two mistakes are forgiven.
const TWO_TYPOS_LETTERS: usize = 8;

/// A word that was typed.
pub(super) struct Word<'a> {
    pub text: &'a str,
    /// The matcher's score of the word against itself.
    pub perfect: i64,
    pub letters: u64,
    /// How many mistakes it may hold.
    pub forgiven: usize,
    /// By how many bytes so many mistakes may lengthen or shorten it.
    slack: usize,
    /// Whether it is of a script that writes words without spaces.
    unspaced: bool,
}

impl<'a> Word<'a> {
    pub fn new(text: &'a str, matcher: &Matcher) -> Self {
        Self { perfect: matcher.perfect(text), ..Self::of(text) }
    }

    pub fn of(text: &'a str) -> Self {
        let forgiven = forgiven(text);
        Self {
            text,
            perfect: 0,
            letters: letters_of(text),
            forgiven,
            slack: if text.is_ascii() { forgiven } else { 4 * forgiven },
            unspaced: text.starts_with(is_unspaced),
        }
    }

    /// Whether a word of a folded name begins so, or a run without spaces holds it.
    pub fn begins_one_of(&self, name: &str) -> bool {
        begins_a_word_of(name, self.text) || self.unspaced && name.contains(self.text)
    }

    /// Whether a text is of its length, but for as many bytes as its mistakes may be.
    pub const fn is_as_long_as(&self, have: &str) -> bool {
        have.len().abs_diff(self.text.len()) <= self.slack
    }

    /// How many letters of the word are mistyped if this one was meant; none when that is too many.
    pub fn mistakes_in(&self, have: &str) -> Option<usize> {
        if !self.is_as_long_as(have) {
            return None;
        }
        let letters = letters_of(have);
        // A mistake adds at most one letter and takes at most one away.
        let close = are_among(self.letters, letters, self.forgiven) && are_among(letters, self.letters, self.forgiven);
        close.then(|| strsim::osa_distance(have, self.text)).filter(|distance| *distance <= self.forgiven)
    }

    pub fn is_number(&self) -> bool {
        self.text.bytes().all(|b| b.is_ascii_digit())
    }
}

/// Whether a word of a folded text begins so. A space is a byte of its own in UTF-8, so that bytes may be compared.
fn begins_a_word_of(text: &str, head: &str) -> bool {
    let (text, head) = (text.as_bytes(), head.as_bytes());
    let mut behind_a_space = true;
    head.is_empty()
        || text.iter().enumerate().any(|(at, byte)| {
            let at_head = std::mem::replace(&mut behind_a_space, *byte == b' ');
            at_head && begins(&text[at..], head)
        })
}

/// Whether bytes begin with others: of a few bytes most differ in the first, before a call would have compared any.
pub(super) fn begins(bytes: &[u8], head: &[u8]) -> bool {
    bytes.len() >= head.len() && bytes.iter().zip(head).all(|(byte, other)| byte == other)
}

/// How many letters of the name are mistyped in the query, and how well it answers: the fewer, the better.
pub(super) fn typo(name: &str, query: &Word, words: &[Word]) -> Option<(usize, i64)> {
    let by_word = || {
        let nearest = |word: &Word| name.split(' ').filter_map(|have| near(have, word)).min();
        words.iter().map(nearest).sum::<Option<usize>>()
    };
    let mistakes = near(name, query).or_else(by_word)?;
    let share = (query.text.len() * 8 / name.len().max(1)).min(8) as i64;
    // Letters that only changed places are the likeliest typo.
    let swapped = words.iter().all(|word| name.split(' ').any(|have| same_letters(have, word.text)));
    Some((mistakes, 100 - 20 * mistakes as i64 + share + if swapped { 9 } else { 0 }))
}

fn same_letters(a: &str, b: &str) -> bool {
    let sorted = |text: &str| {
        let mut letters: Vec<char> = text.chars().collect();
        letters.sort_unstable();
        letters
    };
    a.len() == b.len() && sorted(a) == sorted(b)
}

/// How many mistakes a text of this length may hold. Another number is no mistake but another number.
fn forgiven(text: &str) -> usize {
    match text.chars().count() {
        _ if text.bytes().all(|b| b.is_ascii_digit()) => 0,
        // Of a few signs each is a word or a part of one.
        _ if text.starts_with(is_unspaced) => 0,
        TWO_TYPOS_LETTERS.. => 2,
        TYPO_LETTERS.. => 1,
        _ => 0,
    }
}

/// The distance of a typed word to a word of a name, if it is forgiven; unfinished words count as far as typed.
fn near(have: &str, typed: &Word) -> Option<usize> {
    typed.mistakes_in(have).or_else(|| have.starts_with(typed.text).then_some(0))
}

/// Whether all letters of `wanted` are among `there`, but for as many as are `forgiven`.
pub(super) fn are_among(wanted: u64, there: u64, forgiven: usize) -> bool {
    // The letters are taken away one by one: counting them all takes longer than the few that are forgiven.
    let left = (0..forgiven).fold(wanted & !there, |left, _| left & left.wrapping_sub(1));
    left == 0
}

/// The letters of a folded name, and above them which of them begin its words: one bit a letter, and one for all else.
pub(super) fn letters_and_heads(folded: &str) -> u64 {
    folded.split(' ').map(head_of).fold(letters_of(folded), |bits, head| bits | head)
}

/// The bit of the first letter of a word, above those of its letters; none of a run without spaces, which stands anywhere.
pub(super) fn head_of(word: &str) -> u64 {
    const FIRST: u32 = 37;
    match word.bytes().next() {
        Some(byte @ b'a'..=b'z') => 1 << (FIRST + u32::from(byte - b'a')),
        Some(_) if !word.starts_with(is_unspaced) => 1 << 63,
        _ => 0,
    }
}

/// One bit a letter or digit; everything else shares one.
pub(super) fn letters_of(folded: &str) -> u64 {
    folded.bytes().fold(0, |bits, byte| match byte {
        b' ' => bits,
        b'a'..=b'z' => bits | 1 << (byte - b'a'),
        b'0'..=b'9' => bits | 1 << (26 + byte - b'0'),
        _ => bits | 1 << 36,
    })
}

#[cfg(test)]
mod tests;
