//! The dates that prose names.

use griot_pack::order::InOrder;
use griot_pack::when::When;

/// The date that a sentence names: where it names several, all of them. What is only before or after a date tells less
/// than a date that stands beside it.
pub(super) fn date_in(text: &str) -> Option<When> {
    const MOST: usize = 6;
    let mut dates = dates(text);
    if dates.iter().any(|it| !is_open(it)) {
        dates.retain(|it| !is_open(it));
    }
    match dates.as_slice() {
        [] => None,
        [one] => Some(*one),
        several if several.len() <= MOST && several.iter().all(|it| matches!(it, When::At(_))) => {
            let mut all: Vec<When> = several.to_vec();
            all.order_by(When::chronological);
            all.dedup();
            let words: Vec<String> = all.iter().map(ToString::to_string).collect();
            When::parse(&format!("{{{}}}", words.join(","))).ok().or(Some(several[0]))
        }
        [first, ..] => Some(*first),
    }
}

/// Whether a date has one end only.
const fn is_open(when: &When) -> bool {
    matches!(when, When::After(_) | When::Before(_) | When::From(..) | When::Until(..))
}

/// Every date of a text, each as long as it can be read.
fn dates(text: &str) -> Vec<When> {
    const LONGEST: usize = 6;
    let words: Vec<(usize, &str)> =
        text.split_whitespace().map(|word| (word.as_ptr() as usize - text.as_ptr() as usize, word)).collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        if !may_begin(words[at].1) {
            at += 1;
            continue;
        }
        let mut longest = (at..words.len().min(at + LONGEST)).rev().filter(|last| may_end(words[*last].1));
        let read = longest.find_map(|last| {
            let end = words[last].0 + words[last].1.len();
            let text = text[words[at].0..end].trim_matches([',', ';', ':', '(', ')', '.', '!', '?', '”', '“', '"']);
            read(text).map(|when| (when, last))
        });
        match read {
            Some((when, last)) => {
                found.push(when);
                at = last + 1;
            }
            None => at += 1,
        }
    }
    found
}

/// Whether a word may begin a date: a number, a month, or a word that goes before one.
fn may_begin(word: &str) -> bool {
    const WORDS: [&str; 12] =
        ["c.", "ca.", "circa", "early", "late", "mid", "between", "from", "before", "after", "since", "until"];
    let bare = word.trim_matches(['(', '“', '"', ',', '[']);
    let lower = bare.to_lowercase();
    bare.starts_with(|c: char| c.is_ascii_digit())
        || WORDS.contains(&lower.split(['-', '‑']).next().unwrap_or_default())
        || lower == "ad"
        || griot_pack::when::month_of(bare.trim_end_matches('.')).is_some()
}

/// Whether a word may end one: `1312`, `BC`, `century`.
fn may_end(word: &str) -> bool {
    const WORDS: [&str; 9] = ["bc", "bce", "ad", "ce", "century", "centuries", "millennium", "b.c", "a.d"];
    let bare = word.trim_matches([',', ';', ':', ')', '.', '!', '?', '”', '"', ']']);
    bare.contains(|c: char| c.is_ascii_digit()) || WORDS.contains(&bare.to_lowercase().as_str())
}

/// A date of some length: a bare number is one only if it looks like a year, and a month alone or a word never is.
fn read(text: &str) -> Option<When> {
    let number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b',');
    let is_year =
        text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit()) && ("1000"..="2100").contains(&text);
    if number && !is_year || !text.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let joined: String = if text.contains(',') && (text.contains("BC") || text.contains("AD")) {
        text.replace(',', "")
    } else {
        text.to_owned()
    };
    When::parse(&joined).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_found_in_sentences() {
        for (text, date) in [
            ("It was founded in 1312 by them.", "1312"),
            ("On 13 March 1591, an army came.", "13 Mar 1591"),
            ("It lasted from 1312 to 1337 there.", "1312..1337"),
            ("It was around 9,400 BC.", "9400 BC"),
            ("Iron was used by around 500 BC.", "500 BC"),
            ("It began in the 13th century.", "13th c."),
            ("There were 300 of them in March.", ""),
            ("c. 1312 it was told", "c. 1312"),
            ("It began in the mid-17th century.", "mid 17th c."),
            ("By the mid-1920s it was over.", "mid 1920s"),
            ("Once there were two (after 1917) in the war (1914–1918).", "1914..1918"),
            ("That was after 1917.", ">1917"),
        ] {
            let found = date_in(text).map(|it| it.to_string()).unwrap_or_default();
            assert_eq!(found, date, "{text}");
        }
    }
}
