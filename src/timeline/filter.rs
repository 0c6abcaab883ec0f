//! The filter of the list and the lanes: words, a kind or type, a date.

use super::What;
use crate::pack::Pack;
use crate::search::fold;
use crate::when::When;

/// What a typed filter lets through.
#[derive(Debug, Clone, PartialEq)]
pub struct Wanted {
    words: Vec<String>,
    /// The filter read as a date; it then lets through what overlaps it as well.
    when: Option<When>,
}

impl Wanted {
    #[must_use]
    pub fn new(typed: &str) -> Self {
        let words = fold(typed).split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect();
        Self { words, when: When::parse(typed).ok() }
    }

    /// Whether a row passes: every word stands in its text, its kind or its date, or its date answers the filter's.
    #[must_use]
    pub fn passes(&self, pack: &Pack, what: What) -> bool {
        if self.words.is_empty() {
            return true;
        }
        if let (Some(wanted), Some(when)) = (&self.when, what.when(pack))
            && wanted.overlaps(&when)
        {
            return true;
        }
        self.words.iter().all(|word| stands_in(pack, what, word))
    }

    /// Whether it lets through no more than the filter `before` did.
    #[must_use]
    pub fn narrows(&self, before: &str) -> bool {
        let before = Self::new(before);
        let dates = self.when.is_none() && before.when.is_none();
        let held = |old: &String| self.words.iter().any(|word| word.contains(old.as_str()));
        dates && before.words.iter().all(held)
    }
}

fn stands_in(pack: &Pack, what: What, word: &str) -> bool {
    let inside = |text: &str| holds(text, word);
    let texts = match what {
        What::Statement(statement) => inside(&pack[statement].text),
        What::Event(entity) | What::Polity(entity) => {
            let it = &pack[entity];
            inside(&it.name)
                || it.role.as_deref().is_some_and(inside)
                || it.aliases.iter().any(|alias| inside(&alias.name))
                || it.places.iter().any(|place| inside(&pack[*place].name))
                || it.who.iter().any(|(who, _)| inside(&pack[*who].name))
        }
        What::Office(..) | What::Silence(..) => inside(&what.text(pack)),
    };
    texts || inside(what.kind(pack)) || inside(general(what)) || what.when(pack).is_some_and(|w| inside(&w.on_screen()))
}

/// The word for all of its kind.
const fn general(what: What) -> &'static str {
    match what {
        What::Statement(_) => "statement",
        What::Event(_) => "event",
        What::Polity(_) => "polity",
        What::Office(..) => "office",
        What::Silence(..) => "silence",
    }
}

/// Whether a folded word stands in a text. Plain texts are compared as they are; only others are folded first.
fn holds(text: &str, word: &str) -> bool {
    if text.is_ascii() { plain_holds(text.as_bytes(), word.as_bytes()) } else { fold(text).contains(word) }
}

fn plain_holds(text: &[u8], word: &[u8]) -> bool {
    let Some((first, rest)) = word.split_first() else { return true };
    let begins = |at: &usize| text[*at].to_ascii_lowercase() == *first;
    (0..text.len()).filter(begins).any(|at| goes_on(&text[at + 1..], rest))
}

/// Whether the text goes on with the rest of a word; apostrophes and full stops in it are passed over, as folding does.
fn goes_on(text: &[u8], rest: &[u8]) -> bool {
    let mut letters = text.iter().filter(|b| !matches!(b, b'\'' | b'`' | b'"' | b'.' | b',' | b'(' | b')'));
    rest.iter().all(|wanted| letters.next().is_some_and(|b| b.to_ascii_lowercase() == *wanted))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn plain_texts_hold_what_their_folded_form_holds(text in "[a-cA-C'., -]{0,20}", word in "[a-c]{1,4}") {
            prop_assert_eq!(holds(&text, &word), fold(&text).contains(&word));
        }
    }

    #[test]
    fn a_longer_filter_narrows() {
        assert!(Wanted::new("coup d").narrows("coup"));
        assert!(Wanted::new("coups").narrows("cou"));
        assert!(!Wanted::new("cou").narrows("coup"));
        assert!(!Wanted::new("1591").narrows("159"), "a date lets through what its words do not");
    }
}
