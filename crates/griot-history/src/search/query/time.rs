//! The time among the words of a query: by the grammar of times, and as centuries and decades are said.

use std::cmp::Reverse;

use griot_pack::when::{When, WhenError};

use super::MOST_WORDS;
use crate::fold::fold;

/// How much of a word that is no year a message repeats.
const ECHO: usize = 24;
/// How the ten years of a century are called.
const DECADES: &[(&str, &[&str])] = &[
    ("20", &["twenties", "vingt"]),
    ("30", &["thirties", "trente"]),
    ("40", &["forties", "quarante"]),
    ("50", &["fifties", "cinquante"]),
    ("60", &["sixties", "soixante"]),
    ("70", &["seventies", "soixante dix"]),
    ("80", &["eighties", "quatre vingt", "quatre vingts"]),
    ("90", &["nineties", "quatre vingt dix"]),
];
/// The most figures of a year, as the grammar of times reads them.
pub(super) const LONGEST_YEAR: usize = 7;
/// The most words of a time.
const LONGEST_TIME: usize = 8;
/// The longest run of words that is a time, the first of several, and from which word to which it goes.
pub(super) fn time(words: &[&str]) -> Option<(When, usize, usize)> {
    // Only a number or the name of a stretch of time makes a time; most words need not be tried.
    let tells = |word: &&str| {
        let folded = || fold(word);
        word.bytes().any(|b| b.is_ascii_digit())
            || ["cent", "siec", "mill"].iter().any(|head| folded().starts_with(head))
            || folded().trim() == "annees"
            || DECADES.iter().any(|(_, words)| words[0] == folded().trim())
    };
    let words = &words[..words.len().min(MOST_WORDS)];
    let telling: Vec<bool> = words.iter().map(tells).collect();
    let mut spans: Vec<(usize, usize)> = (0..words.len())
        .flat_map(|from| (from + 1..=words.len().min(from + LONGEST_TIME)).map(move |to| (from, to)))
        .filter(|(from, to)| telling[*from..*to].contains(&true))
        .collect();
    spans.sort_by_key(|(from, to)| (Reverse(to - from), *from));
    let read = |text: &str| {
        let century = || century_or_decade(text).map(|(century, _)| century);
        When::parse(text).ok().or_else(century).or_else(|| decade_in_words(text))
    };
    spans.into_iter().find_map(|(from, to)| Some((read(&words[from..to].join(" "))?, from, to)))
}

/// Why the first number that could be meant for a year is none.
pub(super) fn no_year(words: &[&str]) -> Option<String> {
    let is_number = |word: &&&str| word.bytes().all(|b| b.is_ascii_digit());
    let why = |word: &&str| match When::parse(word).err()? {
        zero @ WhenError::NoYearZero(_) => Some(zero.to_string()),
        _ if word.len() > LONGEST_YEAR => {
            let word: String = word.chars().take(ECHO).collect();
            Some(format!(
                "\"{word}\" is no year: one has {LONGEST_YEAR} figures at most, as 1591; try 12 Ma for older ones"
            ))
        }
        _ => None,
    };
    words.iter().take(MOST_WORDS).filter(is_number).find_map(why)
}

/// `1800s`, which may be a hundred years or ten.
pub(super) fn century_or_decade(word: &str) -> Option<(When, When)> {
    let head = word.strip_suffix("00s").filter(|head| head.len() == 2 && head.bytes().all(|b| b.is_ascii_digit()))?;
    let until = |last: &str| When::parse(&format!("{head}00..{head}{last}")).ok();
    Some((until("99")?, until("09")?))
}

/// `70s`, `70s and 80s`, `70s and the 80s`, of the last century.
fn decades_in_figures(said: &str) -> Option<When> {
    let (first, last) = said.split_once(" and ").unwrap_or((said, said));
    let tens = |word: &str| {
        let tens = word.trim_start_matches("the ").strip_suffix("0s")?;
        (tens.len() == 1 && tens.bytes().all(|b| b.is_ascii_digit())).then(|| tens.to_owned())
    };
    When::parse(&format!("19{}0..19{}9", tens(first)?, tens(last)?)).ok()
}

/// Ten years of the last century as they are said: `the seventies`, `années 70`, `années soixante-dix`.
fn decade_in_words(text: &str) -> Option<When> {
    let folded = fold(text);
    let said = folded.trim();
    if let Some(decades) = said.strip_prefix("the ").and_then(decades_in_figures) {
        return Some(decades);
    }
    let name = said.strip_prefix("annees ");
    let is = |(tens, words): &&(&str, &[&str])| match name {
        Some(name) => *tens == name || words[1..].contains(&name),
        None => words[0] == said,
    };
    let (tens, _) = DECADES.iter().find(is)?;
    When::parse(&format!("19{tens}s")).ok()
}
