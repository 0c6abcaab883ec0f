//! The words of dates, English and French, and what each of them is.
//!
//! A word is looked up in lower case, without accents, dots and apostrophes: `août` is `aout`, `B.C.E.` is `bce`,
//! `Shaʿbān` is `shaban`.

use super::table::WORDS;
use super::token::Kind;

/// A word as it is looked up: its letters without accents, in lower case, packed from the highest byte down. What is
/// longer than any word of dates, or has letters that none has, is no word.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Letters {
    packed: u128,
    count: u8,
}

impl Letters {
    const MOST: u8 = 16;

    /// The letters at the beginning of a text, and how many bytes of it they are.
    pub fn of(text: &str) -> (Self, usize) {
        let mut word = Self { packed: 0, count: 0 };
        let plain_length = text.bytes().take_while(u8::is_ascii_alphabetic).count();
        text.as_bytes()[..plain_length].iter().for_each(|letter| word.push(letter.to_ascii_lowercase()));
        for (at, c) in text[plain_length..].char_indices() {
            let mark = c == 'ʿ' || plain(c).is_none() && word.count > 0;
            if !c.is_alphabetic() && !mark {
                return (word, plain_length + at);
            }
            if let Some(letter) = plain(c) {
                word.push(u8::try_from(letter).map_or(b'?', |letter| letter.to_ascii_lowercase()));
            }
        }
        (word, text.len())
    }

    const fn push(&mut self, letter: u8) {
        if self.count < Self::MOST {
            self.packed |= (letter as u128) << (8 * (Self::MOST - 1 - self.count));
        }
        self.count = self.count.saturating_add(1);
    }

    /// The word with the letters of another behind its own.
    pub fn join(&mut self, other: Self) {
        other.bytes().iter().take(usize::from(other.count)).for_each(|letter| self.push(*letter));
    }

    /// The word without its first letter.
    const fn behind_first(self) -> Self {
        Self { packed: self.packed << 8, count: self.count.saturating_sub(1) }
    }

    pub const fn len(self) -> u8 {
        self.count
    }

    const fn bytes(self) -> [u8; 16] {
        self.packed.to_be_bytes()
    }

    /// What a word of dates is; none, if it is no such word.
    pub fn kind(self) -> Option<Kind> {
        let known = self.count <= Self::MOST;
        KEYS.binary_search(&self.packed).ok().filter(|_| known).map(|at| WORDS[at].1)
    }

    /// The same of `d'octobre` and `l'hiver`, which are one word here.
    pub fn elided(self) -> Option<Kind> {
        if matches!(self.bytes()[0], b'l' | b'd') { self.behind_first().kind() } else { None }
    }

    /// The Roman number that the letters are.
    pub fn roman(self) -> Option<u8> {
        let bytes = self.bytes();
        roman(std::str::from_utf8(bytes.get(..usize::from(self.count))?).ok()?)
    }

    /// What the letters make of the number before them.
    pub fn ending(self) -> Ending {
        if self.count > 4 {
            return Ending::None;
        }
        match &self.bytes()[..usize::from(self.count)] {
            b"s" => Ending::Decade,
            b"thc" | b"stc" | b"ndc" | b"rdc" => Ending::Century,
            b"ber" | b"bre" => Ending::Month,
            b"st" | b"nd" | b"rd" | b"th" | b"er" | b"re" | b"e" | b"eme" | b"ere" | b"nde" => Ending::Ordinal,
            _ => Ending::None,
        }
    }
}

/// What stands behind a number without a space.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Ending {
    /// `1960s`
    Decade,
    /// `13th`, `1er`
    Ordinal,
    /// `13thC`
    Century,
    /// `7ber`, `8bre`: September and October, by their names.
    Month,
    /// A word of its own: `900bc`.
    None,
}

/// The words of the table, packed.
const KEYS: [u128; WORDS.len()] = {
    let mut keys = [0; WORDS.len()];
    let mut at = 0;
    while at < WORDS.len() {
        let (text, mut word, mut letter) = (WORDS[at].0.as_bytes(), Letters { packed: 0, count: 0 }, 0);
        while letter < text.len() {
            word.push(text[letter]);
            letter += 1;
        }
        keys[at] = word.packed;
        at += 1;
    }
    keys
};

/// A Roman number in the one way of writing it, with the ending of an ordinal or none: `xiv`, `xive`, `xviiith`.
fn roman(text: &str) -> Option<u8> {
    const SIGNS: [(&str, u8); 9] =
        [("c", 100), ("xc", 90), ("l", 50), ("xl", 40), ("x", 10), ("ix", 9), ("v", 5), ("iv", 4), ("i", 1)];
    let text = ["eme", "ieme", "e", "er", "th", "st", "nd", "rd"]
        .iter()
        .find_map(|end| text.strip_suffix(end))
        .unwrap_or(text);
    let (mut rest, mut number) = (text, 0_u8);
    for (sign, worth) in SIGNS {
        let most = if sign.len() == 1 && worth != 50 && worth != 5 { 3 } else { 1 };
        for _ in 0..most {
            let Some(next) = rest.strip_prefix(sign) else { break };
            rest = next;
            number = number.checked_add(worth)?;
        }
    }
    (rest.is_empty() && number > 0).then_some(number)
}

/// The letter without its accent, in lower case; none for what only marks the letter before it, and the letter itself
/// where nothing is known of it.
const fn plain(letter: char) -> Option<char> {
    match letter {
        'à' | 'â' | 'ä' | 'á' | 'ā' | 'À' | 'Â' | 'Ā' => Some('a'),
        'ç' | 'Ç' => Some('c'),
        'ġ' => Some('g'),
        'ǧ' | 'Ǧ' => Some('j'),
        'ḳ' | 'Ḳ' => Some('k'),
        'ʳ' => Some('r'),
        'ṭ' | 'Ṭ' | 'ṯ' | 'Ṯ' => Some('t'),
        'é' | 'è' | 'ê' | 'ë' | 'ē' | 'ᵉ' | 'É' | 'È' | 'Ê' => Some('e'),
        'î' | 'ï' | 'í' | 'ī' | 'Ī' | 'Î' => Some('i'),
        'ô' | 'ö' | 'ó' | 'ō' | 'Ō' => Some('o'),
        'û' | 'ù' | 'ü' | 'ú' | 'ū' | 'Ū' => Some('u'),
        'ḍ' | 'Ḍ' | 'ḏ' | 'Ḏ' => Some('d'),
        'ḥ' | 'Ḥ' | 'ḫ' | 'Ḫ' => Some('h'),
        'ṣ' | 'Ṣ' | 'š' | 'Š' => Some('s'),
        // Marks on the letter before, and the signs of hamza and ʿayn.
        '\u{300}'..='\u{36f}' | 'ʿ' | 'ʾ' | 'ʼ' | 'ʻ' | '\'' | '’' | '‘' | '`' => None,
        _ => Some(letter),
    }
}

/// The digit of any script that has ten of them in a row.
pub(super) fn digit(c: char) -> Option<u8> {
    /// The zero of each script.
    const ZEROS: [u32; 22] = [
        0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0xf20,
        0x1040, 0x17e0, 0x1810, 0xa620, 0xff10, 0x1_1066, 0x1_e950,
    ];
    if c.is_ascii() {
        return c.to_digit(10).map(|n| n as u8);
    }
    ZEROS.iter().find_map(|zero| (*zero..zero + 10).contains(&u32::from(c)).then(|| (u32::from(c) - zero) as u8))
}

/// Every word, for tests that make up dates of them.
#[cfg(test)]
pub(super) fn all() -> Vec<&'static str> {
    WORDS.iter().map(|(word, _)| *word).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_stand_in_order_and_are_written_as_they_are_looked_up() {
        assert!(WORDS.windows(2).all(|two| two[0].0 < two[1].0));
        assert!(WORDS.iter().all(|(text, _)| text.chars().all(|c| c.is_ascii_lowercase() && plain(c) == Some(c))));
    }

    #[test]
    fn roman_numbers_have_one_way_of_being_written() {
        for (text, number) in
            [("i", 1), ("iv", 4), ("xiv", 14), ("xixe", 19), ("xviiith", 18), ("xl", 40), ("xcix", 99)]
        {
            assert_eq!(roman(text), Some(number), "{text}");
        }
        for text in ["iiii", "vx", "ic", "", "e", "xxl"] {
            assert_eq!(roman(text), None, "{text}");
        }
    }
}
