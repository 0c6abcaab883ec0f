//! Ids: short, of plain letters, and each given once.

use std::collections::HashMap;

use griot_pack::pack::{Pack, is_id};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The letters of an id that is made from words; a number may follow.
const LONGEST: usize = 48;

/// Ids that are taken.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Ids(HashMap<String, Taken>);

/// What follows from an id that is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Taken {
    /// The number by which the next that wishes for it is told apart.
    next: u32,
    /// So many statements bear it with a number, if it is that of a passage.
    statements: u32,
}

impl Ids {
    /// Takes those of a pack.
    pub fn take_all(&mut self, pack: &Pack) {
        pack.eras().for_each(|id| self.take(&pack[id].id));
        for chapter in pack.eras().flat_map(|era| pack.chapters_of(era)) {
            self.take(&pack[chapter].id);
            pack.passages_of(chapter).for_each(|id| self.take(&pack[id].id));
        }
        pack.statements().for_each(|id| self.take(&pack.statement_id(id)));
        pack.entities().for_each(|id| self.take(&pack[id].id));
    }

    /// Takes an id.
    pub fn take(&mut self, id: &str) {
        self.0.entry(id.to_owned()).or_insert(Taken { next: 2, statements: 0 });
    }

    /// Whether something has an id, be it a statement by its passage.
    fn has(&self, id: &str) -> bool {
        let of_statement = || {
            let (passage, number) = id.rsplit_once('-')?;
            Some(number.parse::<u32>().ok()? <= self.0.get(passage)?.statements)
        };
        self.0.contains_key(id) || of_statement().unwrap_or(false)
    }

    /// An id like the one that is wished for.
    pub fn give(&mut self, wish: &str) -> String {
        self.give_passage(wish, 0)
    }

    /// The same for a passage, whose statements bear it with numbers.
    pub fn give_passage(&mut self, wish: &str, statements: u32) -> String {
        let wish = if is_id(wish) { wish.to_owned() } else { slug(wish) };
        let mut id = wish.clone();
        while self.has(&id) || (1..=statements).any(|number| self.0.contains_key(&format!("{id}-{number}"))) {
            let taken = self.0.entry(wish.clone()).or_insert(Taken { next: 2, statements: 0 });
            id = format!("{}-{}", &wish[..wish.len().min(52)], taken.next);
            taken.next += 1;
        }
        self.0.insert(id.clone(), Taken { next: statements.max(1) + 1, statements });
        id
    }
}

/// Words as an id: their letters and digits, without accents. Of what has neither, a number that is its own.
#[must_use]
pub fn slug(words: &str) -> String {
    let mut out = String::with_capacity(LONGEST + 2);
    let is_left = |c: &char| !is_combining_mark(*c) && !"'’ʿʾ".contains(*c);
    // Most words are plain, and are long looked at only where they are not.
    if words.is_ascii() {
        let letters = words.chars().filter(|c| *c != '\'').map(|c| c.to_ascii_lowercase());
        letters.take_while(|c| add(&mut out, *c)).for_each(drop);
    } else {
        let letters = words.nfkd().filter(is_left).flat_map(char::to_lowercase);
        letters.take_while(|c| add(&mut out, *c)).for_each(drop);
    }
    if out.len() > LONGEST {
        // A word that does not fit is left out, if others are there.
        out.truncate(LONGEST);
        if let Some(end) = out.rfind('-').filter(|end| *end > LONGEST / 2) {
            out.truncate(end);
        }
    }
    let id = out.trim_end_matches('-');
    if id.is_empty() { format!("n-{:x}", super::mark(words) & 0xffff_ffff) } else { id.to_owned() }
}

/// Adds a letter to an id; whether there is room for more.
fn add(out: &mut String, c: char) -> bool {
    let plain = match c {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ð' | 'đ' => "d",
        'þ' => "th",
        'ł' => "l",
        'ɛ' => "e",
        'ø' | 'ɔ' => "o",
        'ɲ' | 'ŋ' => "n",
        'ı' => "i",
        _ => "",
    };
    if c.is_ascii_alphanumeric() {
        out.push(c);
    } else if !plain.is_empty() {
        out.push_str(plain);
    } else if !out.is_empty() && !out.ends_with('-') {
        out.push('-');
    }
    out.len() <= LONGEST
}
