//! Dates from the command line, and the nearest valid form of one that cannot be read.

use super::output::CliError;
use griot_history::text::capital;
use griot_pack::when::{When, WhenError};

/// Words of dates, for mending a misspelled one.
const WORDS: [&str; 24] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "century",
    "millennium",
    "early",
    "mid",
    "late",
    "before",
    "after",
    "since",
    "circa",
    "about",
    "bc",
    "ad",
];

/// Reads a date.
///
/// # Errors
/// Says what was not understood and the nearest form that is.
pub fn read(text: &str) -> Result<When, CliError> {
    When::parse(text).map_err(|error| {
        // Most errors say themselves what would be valid.
        let unread = matches!(error, WhenError::Unread { .. });
        let nearest = if unread { nearest(text) } else { None };
        let nearest = nearest.map_or_else(String::new, |form| format!("; did you mean \"{form}\"?"));
        CliError::usage(format!("{error}{nearest}"))
    })
}

/// The text with one kind of slip mended, if that makes a date of it.
fn nearest(text: &str) -> Option<String> {
    let mends = [|text: &str| Some(spelled(text)), without_unread, only_year];
    mends.iter().filter_map(|mend| mend(&text.to_lowercase())).find(|form| When::parse(form).is_ok())
}

/// Misspelled words by the words that were meant: one letter in five may be wrong, or one of a shorter word but its first.
fn spelled(text: &str) -> String {
    let near = |word: &str| {
        let letters = word.chars().count();
        let most = if letters > 5 { 2 } else { 1 };
        let alike = |known: &str| letters > 5 || known.chars().next() == word.chars().next();
        let known = WORDS.iter().filter(|known| alike(known));
        let best = known.map(|known| (strsim::osa_distance(word, known), *known)).min()?;
        (letters > 2 && best.0 <= most && word.chars().all(char::is_alphabetic)).then_some(best.1)
    };
    let mend = |word: &str| match near(word) {
        Some(month) if WORDS[..12].contains(&month) => capital(month),
        Some(known) => known.to_owned(),
        None => word.to_owned(),
    };
    text.split_whitespace().map(mend).collect::<Vec<_>>().join(" ")
}

/// The date that is left without the words that are none of dates, at most three: all its numbers are kept.
fn without_unread(text: &str) -> Option<String> {
    let mut rest = text.to_owned();
    for _ in 0..3 {
        match When::parse(&rest) {
            Err(WhenError::Unread { written }) if written.chars().filter(|c| c.is_alphabetic()).count() > 2 => {
                if written.contains(char::is_numeric) {
                    return None;
                }
                rest = rest.replacen(&written, " ", 1);
            }
            read => return read.ok().map(|date| date.to_string()),
        }
    }
    When::parse(&rest).ok().map(|date| date.to_string())
}

/// The year in it, if that is its only number.
fn only_year(text: &str) -> Option<String> {
    let mut numbers = text.split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty());
    let year = numbers.next().filter(|year| year.len() == 4)?;
    numbers.next().is_none().then(|| year.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_form_is_one_that_can_be_read() {
        for (typed, near) in [
            ("26 Marhc 1991", "26 March 1991"),
            ("13 centruy bc", "13 century bc"),
            ("erly 14th century", "early 14th century"),
            ("annus 1591", "1591"),
            ("died 1337", "1337"),
            ("nuit du 21 au 22 mars 2012", "21 Mar 2012..22 Mar 2012"),
            ("reigned 1312–1337", "1312..1337"),
            ("wax 1312", "1312"),
        ] {
            assert!(When::parse(typed).is_err(), "{typed}");
            assert_eq!(nearest(typed).as_deref(), Some(near), "{typed}");
        }
        for none in ["long ago", "coup of 21 and 2012?!", "bca"] {
            assert_eq!(nearest(none), None, "{none}");
        }
    }

    #[test]
    fn a_small_year_is_told_how_to_be_one() {
        let error = read("591").unwrap_err();
        assert!(error.message.contains("\"AD 591\" or \"591 BC\""), "{error:?}");
    }

    proptest::proptest! {
        #[test]
        fn what_is_proposed_can_be_read(text in "\\PC{0,24}|[0-9]{1,4} ?[a-z]{3,9} ?[0-9]{0,4}") {
            if let Some(form) = nearest(&text) {
                proptest::prop_assert!(When::parse(&form).is_ok(), "{}", form);
            }
        }
    }
}
