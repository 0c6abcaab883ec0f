//! What a pack may hold and would surprise whoever wrote it. Each of these looks for the plain case and passes over what
//! may be meant: a warning that is wrong costs more than one that is missing.

use crate::digits;
use crate::when::{When, month_in_any_language};

/// The tag or character reference of HTML that a text holds.
pub fn html(text: &str) -> Option<&str> {
    text.match_indices(['<', '&']).find_map(|(at, sign)| {
        let rest = &text[at..];
        if sign == "<" { tag(rest) } else { reference(rest) }
    })
}

/// `<b>`, `</i>`, `<br />`, `<a href="…">`; `a < b` and `<name@example.org>` are none.
fn tag(rest: &str) -> Option<&str> {
    const NAMES: [&str; 36] = [
        "a",
        "abbr",
        "b",
        "blockquote",
        "br",
        "center",
        "cite",
        "code",
        "div",
        "em",
        "font",
        "h1",
        "h2",
        "h3",
        "h4",
        "hr",
        "i",
        "img",
        "li",
        "ol",
        "p",
        "pre",
        "q",
        "ref",
        "s",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "table",
        "td",
        "th",
        "tr",
        "u",
        "ul",
    ];
    let inner = &rest[1..rest.find('>')?];
    let inner = inner.strip_prefix('/').unwrap_or(inner);
    let end = inner.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(inner.len());
    let (name, attributes) = inner.split_at(end);
    let named = NAMES.iter().any(|known| known.eq_ignore_ascii_case(name));
    let shaped = attributes.is_empty() || attributes.trim() == "/" || attributes.contains('=');
    (named && shaped).then(|| &rest[..=rest.find('>').unwrap_or(0)])
}

/// `&amp;`, `&eacute;`, `&#8217;`; `R&D;` is none.
fn reference(rest: &str) -> Option<&str> {
    let name = &rest[1..rest.find(';')?];
    let numbered = name.strip_prefix('#').is_some_and(|number| {
        let number = number.strip_prefix(['x', 'X']).unwrap_or(number);
        (1..=6).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_hexdigit())
    });
    let named = (2..=8).contains(&name.len())
        && name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name[1..].bytes().all(|byte| byte.is_ascii_lowercase());
    (numbered || named).then(|| &rest[..name.len() + 2])
}

/// The words that date a text: `in 1390`, `March 1391`, `vers 1312`, `1960年`.
pub fn date_in(text: &str) -> Option<&str> {
    told_in(text).or_else(|| label(text))
}

fn told_in(text: &str) -> Option<&str> {
    let mut words = text.split_whitespace().map(|word| (word.as_ptr() as usize - text.as_ptr() as usize, word));
    let (mut at, mut before) = words.next()?;
    if let Some(found) = year_of_the_east(before) {
        return Some(found);
    }
    while let Some((here, word)) = words.next() {
        if let Some(found) = year_of_the_east(word) {
            return Some(found);
        }
        if let Some(end) = year(word).filter(|_| leads_to_a_year(before)) {
            let next = words.clone().next().map(|(_, next)| next);
            // “in 1500 villages” tells a number.
            if end < word.len() || next.is_none_or(follows_a_year) {
                return Some(&text[at..here + end]);
            }
        }
        (at, before) = (here, word);
    }
    None
}

/// What a text begins with as if it were its date, which is none that can be read: `Easter 1412: The bridge burns.`
fn label(text: &str) -> Option<&str> {
    const MOST_WORDS: usize = 3;
    let (before, behind) = text.split_once(':')?;
    let (_, last) = before.rsplit_once(' ')?;
    let meant = before.split(' ').count() <= MOST_WORDS && year(last) == Some(last.len()) && behind.starts_with(' ');
    meant.then_some(before)
}

/// Whether a text names the first or the last year of a date in figures.
pub fn names_year(text: &str, when: &When) -> bool {
    let text = digits::ascii(text);
    [when.first().year, when.last().year].into_iter().any(|year| {
        let said = (if year > 0 { year } else { 1 - year }).to_string();
        text.split(|c: char| !c.is_ascii_digit()).any(|number| number == said)
    })
}

/// The bytes of a year of four digits at the head of a word that is nothing else but signs.
fn year(word: &str) -> Option<usize> {
    let mut end = 0;
    let mut number = 0u32;
    for (count, c) in word.chars().enumerate() {
        let Some(digit) = digits::value(c).filter(|_| count < 5) else { break };
        number = number * 10 + u32::from(digit);
        end += c.len_utf8();
    }
    let signs = word[end..].chars().all(|c| ".,;:!?)]”’»،。".contains(c));
    ((1000..=2100).contains(&number) && signs).then_some(end)
}

/// The word or month before a year.
fn leads_to_a_year(word: &str) -> bool {
    const WORDS: [&str; 18] = [
        "in",
        "since",
        "until",
        "till",
        "around",
        "about",
        "circa",
        "c.",
        "ca.",
        "during",
        "en",
        "vers",
        "depuis",
        "dès",
        "عام",
        "سنة",
        "सन्",
        "anno",
    ];
    let word = word.trim_start_matches(['(', '“', '[']);
    WORDS.contains(&&*word.to_lowercase()) || month_in_any_language(word).is_some()
}

/// Whether a word goes on after a year, rather than telling what there are so many of.
fn follows_a_year(word: &str) -> bool {
    const WORDS: [&str; 36] = [
        "a", "after", "against", "an", "and", "as", "at", "but", "by", "for", "from", "had", "he", "his", "in", "it",
        "its", "on", "or", "she", "the", "their", "they", "to", "under", "until", "was", "were", "when", "which",
        "with", "et", "il", "la", "le", "les",
    ];
    WORDS.contains(&word) || !word.starts_with(char::is_lowercase)
}

/// `1960年`, also inside a run of text.
fn year_of_the_east(word: &str) -> Option<&str> {
    let end = word.find(['年', '년'])?;
    let before = word[..end].char_indices().rev().take_while(|(_, c)| digits::value(*c).is_some());
    let (start, _) = before.last()?;
    (year(&word[start..end]) == Some(end - start)).then(|| &word[start..end + '年'.len_utf8()])
}

/// Whether an office of something named `of` is a ruler’s by its title: `King`, `Emperor of Mali`, `President of the
/// Republic`; but not `Vice-president` or `President of the Assembly`.
pub fn is_rulers(title: &str, of: &str) -> bool {
    const TITLES: [&str; 38] = [
        "askia",
        "almamy",
        "caliph",
        "chef de l’état",
        "chef de l'état",
        "emir",
        "emperor",
        "empereur",
        "empress",
        "faama",
        "head of state",
        "kaiser",
        "khan",
        "king",
        "mansa",
        "monarch",
        "mwami",
        "negus",
        "oba",
        "pasha",
        "pharaoh",
        "president",
        "président",
        "queen",
        "raja",
        "reine",
        "roi",
        "ruler",
        "shah",
        "shogun",
        "sovereign",
        "sultan",
        "sultana",
        "tsar",
        "tenno",
        "doge",
        "sunni",
        "asantehene",
    ];
    let title = title.to_lowercase();
    let Some(rest) = TITLES.iter().find_map(|known| title.strip_prefix(known)) else { return false };
    if rest.is_empty() {
        return true;
    }
    let Some((_, realm)) = [" of ", " de ", " du "].iter().find_map(|between| rest.split_once(between)) else {
        return false;
    };
    let realm = ["the ", "la ", "l’", "l'"].iter().find_map(|article| realm.strip_prefix(article)).unwrap_or(realm);
    rest.starts_with(' ') && (realm == of.to_lowercase() || matches!(realm, "republic" | "république"))
}

#[cfg(test)]
mod tests;
