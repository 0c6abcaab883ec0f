//! What was typed, read: a `@kind`, a time in any of its spellings, what is asked, and words.

mod time;

use super::filter::KindFilter;
use super::postings::terms;
use super::words::{
    ASKING, Asked, BETWEEN, DURING, NOW, ORDERING, Order, TELLING, UNDER, begins_with, is_small, joined_phrases,
};
use crate::fold::fold;
use griot_pack::digits;
use griot_pack::when::When;
use time::{century_or_decade, no_year, time};

/// A query, read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query {
    /// Only what is of this kind.
    pub kind: Option<KindFilter>,
    /// What stands behind an `@` and is no kind; it is looked for as a word.
    pub no_kind: Option<String>,
    /// What could be a year but for its size, or for being 0: why it is none.
    pub no_year: Option<String>,
    /// Everything but the `@kind`, folded.
    pub whole: String,
    /// The time in the query, if any.
    pub when: Option<When>,
    /// The shorter time that the same words may mean: `2000s` are ten years or a hundred, and what is looked for is both.
    pub or_only: Option<When>,
    /// The time as it was typed.
    pub when_typed: String,
    /// What is looked for beside the time, folded; empty when the query is nothing but a time and small words.
    pub words: String,
    /// The words that are not looked for, because they only ask or join.
    pub dropped: Vec<String>,
    /// What kind of answer is wanted.
    pub asked: Option<Asked>,
    /// Which of several is wanted.
    pub order: Option<Order>,
    /// All words beside the time, with what each does.
    pub(super) tokens: Vec<Token>,
}

/// A word of a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    pub text: String,
    /// Without the article that is joined to it: `l’empire`.
    pub bare: Option<String>,
    pub does: Does,
}

impl Token {
    /// The word without the article that is joined to it.
    pub(super) fn word(&self) -> &str {
        self.bare.as_ref().unwrap_or(&self.text)
    }
}

/// What a word does in a query.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Does {
    /// It is looked for.
    Say,
    Ask(Asked),
    Order(Order),
    /// It means the day until which the pack tells.
    Now,
    /// The time of whoever is named next is meant.
    Under,
    /// The time of the event that is named next is meant, where it is asked who held an office.
    During,
    /// The time between the two who are named next is meant, where it is asked who held an office.
    Between,
    /// Nothing.
    Join,
}

impl Query {
    /// Reads what was typed; nothing is an error, because everything is at least text.
    #[must_use]
    pub fn read(typed: &str) -> Self {
        let typed = digits::ascii(typed);
        let (mut kind, mut no_kind) = (None, None);
        let mut rest: Vec<&str> = Vec::new();
        for word in typed.split_whitespace() {
            match word.strip_prefix('@').map(KindFilter::named) {
                Some(Some(filter)) => kind = Some(filter),
                Some(None) => {
                    let word = word.trim_start_matches('@');
                    no_kind = no_kind.or_else(|| Some(word.to_owned()).filter(|word| !word.is_empty()));
                    rest.push(word);
                }
                None => rest.push(word),
            }
        }
        if rest.len() > 1
            && let Some(last) = rest.last_mut()
        {
            // A question is no doubtful date.
            *last = last.trim_end_matches(['?', '!']);
        }
        let whole = fold(&rest.join(" ")).trim().to_owned();
        let time = time(&rest);
        let (before, date, after) = match &time {
            Some((_, from, to)) => (&rest[..*from], &rest[*from..*to], &rest[*to..]),
            None => (&rest[..], &rest[..0], &rest[..0]),
        };
        let tokens = tokens(before.iter().chain(after));
        let says = |token: &&Token| token.does == Does::Say;
        let drops = |token: &&Token| matches!(token.does, Does::Ask(_) | Does::During | Does::Between | Does::Join);
        let text = |token: &Token| token.text.clone();
        let asked = tokens.iter().find_map(|token| if let Does::Ask(asked) = token.does { Some(asked) } else { None });
        let told = || TELLING.iter().find(|(_, words)| tokens.iter().any(|token| words.contains(&token.word())));
        let asked = asked.or_else(|| told().map(|(asked, _)| *asked));
        Self {
            kind,
            no_kind,
            no_year: if time.is_none() { no_year(&rest) } else { None },
            whole,
            when: time.map(|(when, ..)| when),
            or_only: century_or_decade(&date.join(" ")).map(|(_, decade)| decade),
            when_typed: date.join(" "),
            words: tokens.iter().filter(says).map(text).collect::<Vec<_>>().join(" "),
            dropped: tokens.iter().filter(drops).map(text).collect(),
            asked,
            order: None,
            tokens,
        }
    }

    /// What is said of a time that may be two: which is looked for, and how the other is written.
    #[must_use]
    pub fn doubt(&self) -> Option<String> {
        let (all, only) = (self.when?, self.or_only?);
        Some(format!(
            "\u{201c}{}\u{201d} may be ten years or a hundred: these are of {all}; for the ten write {only}",
            self.when_typed
        ))
    }

    /// The words to light: those that are looked for, or all where the query is nothing but a time.
    #[must_use]
    pub fn looked_for(&self) -> &str {
        if self.words.is_empty() { &self.whole } else { &self.words }
    }
}

/// The most words that are read; what was pasted beyond them says nothing more.
const MOST_WORDS: usize = 64;

/// The words with what each of them does. A word that stands alone is looked for, whatever it is.
fn tokens<'a>(words: impl Iterator<Item = &'a &'a str>) -> Vec<Token> {
    let mut bare: Vec<(String, Option<String>)> = Vec::new();
    for word in words.take(MOST_WORDS) {
        // Mali’s president is the president of Mali.
        let word = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word);
        let without = elided(word).map(|rest| fold(rest).trim().to_owned()).filter(|rest| !rest.contains(' '));
        bare.extend(terms(&fold(word)).map(|term| (term.to_owned(), without.clone())));
    }
    let joined = bare.iter().map(|(word, _)| word.as_str()).collect::<Vec<_>>().join(" ");
    if let Some(said) = joined_phrases(&joined) {
        let article = |word: &str| bare.iter().find(|(text, _)| text == word).and_then(|(_, without)| without.clone());
        bare = said.split(' ').filter(|word| !word.is_empty()).map(|word| (word.to_owned(), article(word))).collect();
    }
    let all: Vec<String> = bare.iter().map(|(word, _)| word.clone()).collect();
    let mut at = 0;
    let mut out: Vec<Token> = Vec::new();
    while at < all.len() {
        let (does, length) = if all.len() == 1 { (Does::Say, 1) } else { does(&all[at..], bare[at].1.as_deref()) };
        for (text, bare) in &bare[at..at + length] {
            out.push(Token { text: text.clone(), bare: bare.clone(), does });
        }
        at += length;
    }
    // Where nothing else is said, it is looked for what was asked: how many lived then.
    if out.iter().all(|token| matches!(token.does, Does::Ask(_) | Does::During | Does::Between | Does::Join))
        && let Some(asks) = out.iter_mut().find(|token| token.text == "population")
    {
        asks.does = Does::Say;
    }
    out
}

/// What the first of the words do, and how many of them.
fn does(words: &[String], bare: Option<&str>) -> (Does, usize) {
    let long = |phrase: &str| phrase.split(' ').count();
    for (asked, phrases) in ASKING {
        if let Some(phrase) = phrases.iter().find(|phrase| begins_with(words, phrase)) {
            return (Does::Ask(*asked), long(phrase));
        }
    }
    for (order, phrases) in ORDERING {
        if let Some(phrase) = phrases.iter().find(|phrase| begins_with(words, phrase)) {
            return (Does::Order(*order), long(phrase));
        }
    }
    let is_in = |table: &[&str]| table.contains(&words[0].as_str()) || bare.is_some_and(|bare| table.contains(&bare));
    let does = match () {
        () if is_in(NOW) => Does::Now,
        () if is_in(UNDER) => Does::Under,
        () if is_in(DURING) => Does::During,
        () if is_in(BETWEEN) => Does::Between,
        () if is_small(&words[0]) || bare.is_some_and(is_small) => Does::Join,
        () => Does::Say,
    };
    (does, 1)
}

/// What follows a French article or pronoun that is joined to it.
fn elided(word: &str) -> Option<&str> {
    let (head, rest) = word.split_once(['\'', '’'])?;
    let head = head.to_lowercase();
    let joins = ["l", "d", "qu", "s", "n", "c", "j", "m", "t"].contains(&head.as_str());
    (joins && !rest.is_empty()).then_some(rest)
}

#[cfg(test)]
mod tests;
