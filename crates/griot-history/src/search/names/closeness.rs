//! How one name answers what was typed.

use memchr::memchr_iter;

use super::Name;
use crate::search::fuzzy::Matcher;
use crate::search::rank::Tier;
use crate::search::ranks::Ranks;
use crate::search::typos::{Word, begins};
use griot_pack::pack::Kind;

/// A fuzzy match must reach this share of the score of a whole word, in percent.
const FLOOR: i64 = 45;
/// How well a name answers whose first words were typed in full; half a word is measured in eighths of the name.
const WHOLE: i64 = 8;
/// The matched letters of a word may lie at most this many times its length apart.
const SPREAD: usize = 3;
/// What each letter fewer that a fuzzy match leaves out within one word is worth, over any subsequence.
pub(super) const TOGETHER: i64 = 10_000;

/// How a name answers without any letter left out or wrong.
pub(super) fn rank(ranks: &Ranks, name: &Name, query: &str, words: &[Word]) -> Option<(Tier, i64)> {
    let folded = name.folded;
    // How much of the name was typed, in eighths: of two names with the same beginning the shorter is meant.
    let share = (query.len() * 8 / folded.len().max(1)) as i64;
    if folded == query {
        return Some((Tier::Exact, 8));
    }
    let own = i64::from(name.alias.is_none());
    if begins(folded.as_bytes(), query.as_bytes()) {
        let rest = &folded[query.len()..];
        // Words in full are meant before half a word, and then how long the rest is says little.
        return Some((Tier::Prefix, if rest.starts_with(' ') { WHOLE + own } else { share }));
    }
    if words.iter().all(|word| word.begins_one_of(folded)) {
        // People are called by their last names, so these are as good as a beginning typed in full.
        if ranks.get(name.entity).kind == Kind::Person && is_last_name(folded, query) {
            return Some((Tier::Prefix, WHOLE + own));
        }
        // Words in full are meant before words half typed, and a name of just these words before longer ones; else
        // the name that an entity bears itself.
        let in_full = words.iter().all(|word| folded.split(' ').any(|have| have == word.text));
        let no_others = in_full && folded.split(' ').count() == words.len();
        return Some((Tier::Words, own + 2 * i64::from(in_full) + 4 * i64::from(no_others)));
    }
    (words.len() == 1 && is_initials(folded, query)).then_some((Tier::Initials, share))
}

/// Whether a name ends with the query as with a last name: Mali is none of Abu Bakr of Mali.
fn is_last_name(name: &str, query: &str) -> bool {
    let before = name.strip_suffix(query).and_then(|rest| rest.strip_suffix(' '));
    before.is_some_and(|before| !matches!(before.rsplit(' ').next(), Some("of" | "de" | "du" | "the")))
}

fn is_initials(name: &str, query: &str) -> bool {
    // Most names are none of these, which their first letter tells.
    if name.as_bytes().first() != query.as_bytes().first() {
        return false;
    }
    let mut letters = query.chars();
    let mut words = name.split(' ').filter(|w| !w.is_empty());
    let matched = words.by_ref().zip(letters.by_ref()).filter(|(word, letter)| word.starts_with(*letter)).count();
    matched == query.chars().count() && words.next().is_none()
}

/// The score of a name that holds the letters of every word in order.
pub(super) fn subsequence(matcher: &Matcher, name: &str, words: &[Word]) -> Option<i64> {
    let total = if let [word] = words {
        fuzzy(matcher, name, word)?
    } else {
        // Of several words, each has its letters in one word of the name.
        let best = |word: &Word| name.split(' ').filter_map(|have| fuzzy(matcher, have, word)).max();
        words.iter().map(best).sum::<Option<i64>>()?
    };
    // A long name holds stray letters more easily.
    Some(total - name.chars().count() as i64 / 4)
}

/// The score of a word whose letters stand in the text in order, from the head of a word on and close enough; what
/// lies in one word of the text scores higher than any other subsequence, the more so the fewer letters are left
/// out. A number is not spelt in part.
fn fuzzy(matcher: &Matcher, text: &str, word: &Word) -> Option<i64> {
    if word.is_number() {
        return text.split(' ').any(|have| have.starts_with(word.text)).then_some(word.perfect + 2 * TOGETHER);
    }
    // Most names have no word to begin in, which is seen sooner than how well their letters fit.
    if may_hold(text, word.text) { in_order(matcher, text, word) } else { None }
}

/// The same of a word that is no number, whatever the text.
fn in_order(matcher: &Matcher, text: &str, word: &Word) -> Option<i64> {
    let (score, places) = matcher.find(text, word.text)?;
    let (first, last) = (*places.first()?, *places.last()?);
    let at_head = first == 0 || text.chars().nth(first - 1) == Some(' ');
    let in_one_word = !text.chars().skip(first).take(last - first).any(|c| c == ' ');
    let together = match last + 1 - first - places.len() {
        _ if !in_one_word => 0,
        0 | 1 => 2 * TOGETHER,
        2 => TOGETHER,
        _ => TOGETHER / 10,
    };
    let close = last - first < places.len() * SPREAD;
    let enough = score * 100 >= word.perfect * FLOOR;
    (at_head && close && enough).then_some(score + together)
}

/// Whether the letters of a word may stand in a text as [`fuzzy`] wants them: in order, from the head of a word on, and
/// close enough.
fn may_hold(text: &str, word: &str) -> bool {
    let Some(first) = word.chars().next() else { return false };
    if !text.is_ascii() {
        return text.split(' ').any(|have| have.starts_with(first));
    }
    let (text, word) = (text.as_bytes(), word.as_bytes());
    let follow = |head: usize| {
        let mut rest = text[head + 1..].iter().take(word.len() * SPREAD - 1);
        word[1..].iter().all(|letter| rest.any(|have| have == letter))
    };
    let heads = std::iter::once(0).chain(memchr_iter(b' ', text).map(|at| at + 1));
    heads.into_iter().any(|head| text.get(head) == word.first() && follow(head))
}

/// Whether a name may answer the words or any that begin with them: the letters of each follow one another from the head of a
/// word on, however far apart, or they are the first letters of the first words.
pub(super) fn may_come_to(name: &str, words: &[Word]) -> bool {
    words.iter().all(|word| follow_one_another(name, word.text))
        || matches!(words, [word] if begin_the_words(name, word.text))
}

fn follow_one_another(text: &str, word: &str) -> bool {
    let Some(first) = word.chars().next() else { return true };
    if !text.is_ascii() {
        return text.split(' ').any(|have| have.starts_with(first));
    }
    let (text, word) = (text.as_bytes(), word.as_bytes());
    let heads = std::iter::once(0).chain(memchr_iter(b' ', text).map(|at| at + 1));
    // From the first head on most letters are left.
    let Some(head) = heads.into_iter().find(|head| text.get(*head) == word.first()) else { return false };
    let mut rest = text[head + 1..].iter();
    word[1..].iter().all(|letter| rest.any(|have| have == letter))
}

fn begin_the_words(name: &str, letters: &str) -> bool {
    let heads = name.split(' ').filter_map(|word| word.chars().next());
    letters.chars().eq(heads.take(letters.chars().count()))
}

#[cfg(test)]
mod tests;
