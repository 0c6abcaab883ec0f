//! The filter of the list and the lanes: words, a kind or type, a date.

use super::model::What;
use super::rows::kind_of;
use crate::search::{Class, begins_a_word, class, fold};
use griot_pack::pack::Pack;
use griot_pack::when::{Moment, Unit, When};

/// What a typed filter lets through.
#[derive(Debug, Clone, PartialEq)]
pub struct Wanted {
    words: Vec<Word>,
    /// The filter read as a date; it then lets through what overlaps it as well.
    when: Option<When>,
}

/// A folded word, and whether dates are made of such words.
#[derive(Debug, Clone, PartialEq)]
struct Word {
    text: String,
    dated: bool,
}

impl Wanted {
    /// Reads what was typed.
    #[must_use]
    pub fn new(typed: &str) -> Self {
        let folded = fold(typed);
        let words = folded.split(' ').filter(|word| !word.is_empty());
        let words = words.map(|word| Word { text: word.to_owned(), dated: may_be_dated(word) }).collect();
        Self { words, when: When::parse(typed).ok() }
    }

    /// Whether a row passes: every word begins one of its text, its kind or its date, or its date answers the filter's.
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
        let held = |old: &Word| self.words.iter().any(|word| word.text.starts_with(&old.text));
        dates && before.words.iter().all(held)
    }
}

fn stands_in(pack: &Pack, what: What, word: &Word) -> bool {
    let inside = |text: &str| holds(text, &word.text);
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
    texts
        || inside(what.kind(pack))
        || inside(kind_of(what))
        || what.group(pack).is_some_and(inside)
        || word.dated && what.when(pack).is_some_and(|when| said_in(pack, &when, &word.text))
}

/// Whether dates are made of such words in a language that they are shown in: digits, months, and what stands around
/// them.
fn may_be_dated(word: &str) -> bool {
    const ENGLISH: &str = "jan feb mar apr may jun jul aug sep oct nov dec before after since early mid late century \
                           millennium ad bc";
    const FRENCH: &str = "janv fevr mars avr mai juin juil aout sept avant apres depuis jusqu debut milieu fin siecle \
                          millenaire annees av ete hiver printemps automne";
    let begins = ENGLISH.split(' ').chain(FRENCH.split(' ')).any(|said| said.starts_with(word));
    word.starts_with(|c: char| c.is_ascii_digit()) || word.len() > 1 && begins
}

/// Whether a word stands in a date: a year or day by its digits, all else as it is said.
fn said_in(pack: &Pack, when: &When, word: &str) -> bool {
    if !word.bytes().all(|b| b.is_ascii_digit()) {
        return fold(&pack.date(when)).split(' ').any(|part| part.starts_with(word));
    }
    let day = |moment: Moment| match moment.unit {
        Unit::Day { day, .. } => word.parse() == Ok(day),
        _ => false,
    };
    when.moments().any(|moment| year_holds(moment.year, word) || day(moment))
}

/// Whether the digits stand in a year as it is said.
fn year_holds(year: i64, digits: &str) -> bool {
    let said = if year > 0 { year } else { 1 - year };
    let mut buffer = [0u8; 20];
    let mut at = buffer.len();
    let mut rest = said;
    while rest > 0 && at > 0 {
        at -= 1;
        buffer[at] = b'0' + (rest % 10) as u8;
        rest /= 10;
    }
    buffer[at..].windows(digits.len().max(1)).any(|window| window == digits.as_bytes())
}

/// Whether a word of a text begins with a folded word. Plain texts are compared as they are; only others are folded
/// first.
fn holds(text: &str, word: &str) -> bool {
    if text.is_ascii() { plain_holds(text.as_bytes(), word.as_bytes()) } else { begins_a_word(&fold(text), word) }
}

fn plain_holds(text: &[u8], word: &[u8]) -> bool {
    let Some((first, rest)) = word.split_first() else { return true };
    let mut beginning = true;
    for (at, byte) in text.iter().enumerate() {
        match class(char::from(*byte)) {
            Class::Letter => {
                if beginning && byte.to_ascii_lowercase() == *first && goes_on(&text[at + 1..], rest) {
                    return true;
                }
                beginning = false;
            }
            Class::Between => beginning = true,
            Class::PassedOver => {}
        }
    }
    false
}

/// Whether the text goes on with the rest of a word.
fn goes_on(text: &[u8], rest: &[u8]) -> bool {
    let mut letters = text.iter().filter(|b| class(char::from(**b)) != Class::PassedOver);
    rest.iter().all(|wanted| letters.next().is_some_and(|b| b.to_ascii_lowercase() == *wanted))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn plain_texts_hold_what_their_folded_form_holds(text in "[a-cA-C'.,?<; -]{0,20}", word in "[a-c]{1,4}") {
            let folded = fold(&text).split(' ').any(|part| part.starts_with(&word));
            prop_assert_eq!(holds(&text, &word), folded);
        }
    }

    #[test]
    fn a_longer_filter_narrows() {
        assert!(Wanted::new("coup d").narrows("coup"));
        assert!(Wanted::new("coups").narrows("cou"));
        assert!(!Wanted::new("ecoup").narrows("coup"));
        assert!(!Wanted::new("cou").narrows("coup"));
        assert!(!Wanted::new("1591").narrows("159"), "a date lets through what its words do not");
    }
}
