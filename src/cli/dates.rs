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
        let nearest = nearest(text).filter(|_| unread);
        let nearest = nearest.map_or_else(String::new, |form| format!("; did you mean \"{form}\"?"));
        CliError::usage(format!("{error}{nearest}"))
    })
}

/// The text with one kind of slip mended, if that makes a date of it.
fn nearest(text: &str) -> Option<String> {
    let mends = [spelled, digits];
    mends.iter().map(|mend| mend(&text.to_lowercase())).find(|form| When::parse(form).is_ok())
}

/// Misspelled words by the words that were meant.
fn spelled(text: &str) -> String {
    let near = |word: &str| {
        let best = WORDS.iter().map(|known| (strsim::osa_distance(word, known), *known)).min()?;
        (word.len() > 2 && best.0 <= 2 && word.chars().all(char::is_alphabetic)).then_some(best.1)
    };
    let mend = |word: &str| match near(word) {
        Some(month) if WORDS[..12].contains(&month) => capital(month),
        Some(known) => known.to_owned(),
        None => word.to_owned(),
    };
    text.split_whitespace().map(mend).collect::<Vec<_>>().join(" ")
}

/// The year in it.
fn digits(text: &str) -> String {
    let runs = text.split(|c: char| !c.is_ascii_digit());
    runs.filter(|run| run.len() == 4).map(str::to_owned).next().unwrap_or_default()
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
        ] {
            assert!(When::parse(typed).is_err(), "{typed}");
            assert_eq!(nearest(typed).as_deref(), Some(near), "{typed}");
        }
        assert_eq!(nearest("long ago"), None);
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
