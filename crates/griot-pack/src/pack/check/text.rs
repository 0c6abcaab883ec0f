//! What the characters of a text may be, and what comes nearest to a text that has others.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{canonical_combining_class, is_combining_mark};

use crate::clean::{first_forbidden, is_forbidden, is_joiner};
use crate::pack::limits::LONGEST;
use crate::pack::rule::Rule;

/// The most marks that stand on one letter in any script.
const MOST_MARKS: usize = 8;
/// The most that stand in one place at it, as above one another.
const MOST_STACKED: usize = 4;

/// What is wrong with the characters of a text.
pub fn text(text: &str) -> Option<Rule> {
    if text.len() > LONGEST {
        return Some(Rule::LongText(text.len()));
    }
    if text.bytes().all(|b| (b' '..0x7f).contains(&b)) {
        return None;
    }
    if let Some(c) = first_forbidden(text) {
        return Some(Rule::Forbidden(c));
    }
    if text.chars().all(stands_alone) {
        return None;
    }
    // How many marks stand on the letter at hand, and how many of the last one's class: these lie on one another.
    let (mut marks, mut stacked, mut before) = (0, 0, 0);
    for c in text.chars() {
        marks = if is_combining_mark(c) { marks + 1 } else { 0 };
        let class = canonical_combining_class(c);
        stacked = if class == 0 { 0 } else { 1 + if class == before { stacked } else { 0 } };
        before = class;
        if marks > MOST_MARKS || stacked > MOST_STACKED {
            return Some(Rule::StackedMarks);
        }
    }
    (!text.nfc().eq(text.chars())).then_some(Rule::NotNormal)
}

/// The text as a pack takes it: in normal form C, on one line, without characters that act or hide and without more
/// marks on a letter than a script has. What is longer than a text may be is cut.
#[must_use]
pub fn acceptable(it: &str) -> String {
    let plain = it.chars().all(|c| stands_alone(c) && !is_forbidden(c));
    let mut out: String = if plain { it.to_owned() } else { shown(it) };
    if out.len() > LONGEST {
        out.truncate(out.floor_char_boundary(LONGEST));
    }
    if text(&out).is_some() {
        // Taking marks out may let others meet, so that only a text without any is sure to be taken.
        out = out.nfd().filter(|c| !is_combining_mark(*c)).nfc().collect();
        out.truncate(out.floor_char_boundary(LONGEST));
    }
    out
}

/// Whether a character is its own normal form beside any like it, as Latin letters and the marks of typography are: what is
/// of nothing else, as most texts, is not looked at by the tables of Unicode.
const fn stands_alone(c: char) -> bool {
    matches!(c, ..'\u{300}' | '\u{2010}'..='\u{2027}')
}

/// The text in normal form C, line ends and tabs as spaces, without what may not be printed.
fn shown(text: &str) -> String {
    let mut before = ' ';
    let spaced = text.nfc().map(|c| if matches!(c, '\t' | '\n' | '\r' | '\u{2028}' | '\u{2029}') { ' ' } else { c });
    let kept: String = spaced
        .filter_map(|c| {
            let kept = match c {
                '\u{e000}'..='\u{f8ff}' => Some(char::REPLACEMENT_CHARACTER),
                c if is_joiner(c) && !may_join(before, c) => None,
                c if is_forbidden(c) && !is_joiner(c) => None,
                c => Some(c),
            };
            before = kept.unwrap_or(before);
            kept
        })
        .collect();
    kept.nfc().collect()
}

/// Whether a joiner may follow a character.
fn may_join(before: char, joiner: char) -> bool {
    first_forbidden(&String::from_iter([before, joiner])).is_none()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn text_is_made_acceptable_with_as_little_change_as_may_be() {
        for (given, taken) in [
            ("plain", "plain"),
            ("two\nlines\tand a tab", "two lines and a tab"),
            ("a\u{1b}[31m\u{202e}b\0", "a[31mb"),
            ("e\u{301}", "é"),
            ("می\u{200c}خواهم", "می\u{200c}خواهم"),
            ("ba\u{200d}d", "bad"),
            ("\u{e000}", "\u{fffd}"),
            ("a\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}b", "ab"),
        ] {
            assert_eq!(acceptable(given), taken);
        }
    }

    proptest! {
        #[test]
        fn whatever_is_made_acceptable_is_accepted(given in "\\PC*|[\\x00-\\u{10ffff}]*|[a\u{301}\u{323}\u{200d}]*") {
            prop_assert_eq!(text(&acceptable(&given)), None);
        }
    }
}
