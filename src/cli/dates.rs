//! Dates from the command line, and the nearest valid form of one that cannot be read.

use super::outcome::Failure;
use griot_pack::when::When;

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
pub fn read(text: &str) -> Result<When, Failure> {
    When::parse(text).map_err(|error| {
        let nearest = nearest(text).map_or_else(String::new, |form| format!("; did you mean \"{form}\"?"));
        Failure::usage(format!("{error}{nearest}"))
    })
}

/// The text with one kind of slip mended, if that makes a date of it.
fn nearest(text: &str) -> Option<String> {
    let mends = [spelled, ordinals, last_day, digits];
    mends.iter().map(|mend| mend(&text.to_lowercase())).find(|form| When::parse(form).is_ok())
}

/// Misspelled words by the words that were meant.
fn spelled(text: &str) -> String {
    let near = |word: &str| {
        let best = WORDS.iter().map(|known| (strsim::osa_distance(word, known), *known)).min()?;
        (word.len() > 2 && best.0 <= 2 && word.chars().all(char::is_alphabetic)).then_some(best.1)
    };
    let capital = |month: &str| month[..1].to_uppercase() + &month[1..];
    let mend = |word: &str| match near(word) {
        Some(month) if WORDS[..12].contains(&month) => capital(month),
        Some(known) => known.to_owned(),
        None => word.to_owned(),
    };
    text.split_whitespace().map(mend).collect::<Vec<_>>().join(" ")
}

/// `13 century` as `13th century`.
fn ordinals(text: &str) -> String {
    let suffix = |n: u32| match (n % 10, n % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    let plain = |word: &str| word.trim_end_matches(char::is_alphabetic).parse::<u32>().ok();
    let mut words = spelled(text).split(' ').map(str::to_owned).collect::<Vec<_>>();
    for i in 0..words.len() {
        let of_unit = words.get(i + 1).is_some_and(|next| next.starts_with('c') || next.starts_with("mill"));
        if let (true, Some(number)) = (of_unit, plain(&words[i])) {
            words[i] = format!("{number}{}", suffix(number));
        }
    }
    words.join(" ")
}

/// `31 Feb 2012` as `29 Feb 2012`.
fn last_day(text: &str) -> String {
    let words: Vec<String> = spelled(text).split(' ').map(str::to_owned).collect();
    let Some(at) = words.iter().position(|word| matches!(word.parse::<u8>(), Ok(29..=99))) else { return text.into() };
    let with = |day: u8| {
        let mut words = words.clone();
        words[at] = day.to_string();
        words.join(" ")
    };
    [31, 30, 29, 28].into_iter().map(with).find(|form| When::parse(form).is_ok()).unwrap_or_default()
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
            ("13 century", "13th century"),
            ("13 centruy bc", "13th century bc"),
            ("31 feb 2012", "29 feb 2012"),
            ("anno 1591", "1591"),
        ] {
            assert!(When::parse(typed).is_err(), "{typed}");
            assert_eq!(nearest(typed).as_deref(), Some(near), "{typed}");
        }
        assert_eq!(nearest("long ago"), None);
    }

    #[test]
    fn a_small_year_is_told_how_to_be_one() {
        let failure = read("591").unwrap_err();
        assert!(failure.message.contains("\"AD 591\" or \"591 BC\""), "{failure:?}");
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
