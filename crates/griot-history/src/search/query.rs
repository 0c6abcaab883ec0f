//! What was typed, read: a `@kind`, a time in any of its spellings, what is asked, and words.

use std::cmp::Reverse;

use super::filter::KindFilter;
use super::postings::terms;
use super::words::{ASKING, Asked, NOW, ORDERING, Order, TELLING, UNDER, begins_with, is_small, joined_phrases};
use crate::fold::fold;
use griot_pack::digits;
use griot_pack::when::{When, WhenError};

/// A query, read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query {
    /// Only what is of this kind.
    pub kind: Option<KindFilter>,
    /// What stands behind an `@` and is no kind; it is looked for as a word.
    pub no_kind: Option<String>,
    /// What could be a year but for its size, or for being 0: why it is none.
    pub no_year: Option<String>,
    /// Everything but the `@kind`, folded.
    pub whole: String,
    /// The time in the query, if any.
    pub when: Option<When>,
    /// The shorter time that the same words may mean: `2000s` are ten years or a hundred, and what is looked for is both.
    pub or_only: Option<When>,
    /// The time as it was typed.
    pub when_typed: String,
    /// What is looked for beside the time, folded; empty when the query is nothing but a time and small words.
    pub words: String,
    /// The words that are not looked for, because they only ask or join.
    pub dropped: Vec<String>,
    /// What kind of answer is wanted.
    pub asked: Option<Asked>,
    /// Which of several is wanted.
    pub order: Option<Order>,
    /// All words beside the time, with what each does.
    pub(super) tokens: Vec<Token>,
}

/// A word of a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    pub text: String,
    /// Without the article that is joined to it: `l’empire`.
    pub bare: Option<String>,
    pub does: Does,
}

impl Token {
    /// The word without the article that is joined to it.
    pub(super) fn word(&self) -> &str {
        self.bare.as_ref().unwrap_or(&self.text)
    }
}

/// What a word does in a query.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Does {
    /// It is looked for.
    Say,
    Ask(Asked),
    Order(Order),
    /// It means the day until which the pack tells.
    Now,
    /// The time of whoever is named next is meant.
    Under,
    /// Nothing.
    Join,
}

impl Query {
    /// Reads what was typed; nothing is an error, because everything is at least text.
    #[must_use]
    pub fn read(typed: &str) -> Self {
        let typed = digits::ascii(typed);
        let (mut kind, mut no_kind) = (None, None);
        let mut rest: Vec<&str> = Vec::new();
        for word in typed.split_whitespace() {
            match word.strip_prefix('@').map(KindFilter::named) {
                Some(Some(filter)) => kind = Some(filter),
                Some(None) => {
                    let word = word.trim_start_matches('@');
                    no_kind = no_kind.or_else(|| Some(word.to_owned()).filter(|word| !word.is_empty()));
                    rest.push(word);
                }
                None => rest.push(word),
            }
        }
        if rest.len() > 1
            && let Some(last) = rest.last_mut()
        {
            // A question is no doubtful date.
            *last = last.trim_end_matches(['?', '!']);
        }
        let whole = fold(&rest.join(" ")).trim().to_owned();
        let time = time(&rest);
        let (before, date, after) = match &time {
            Some((_, from, to)) => (&rest[..*from], &rest[*from..*to], &rest[*to..]),
            None => (&rest[..], &rest[..0], &rest[..0]),
        };
        let tokens = tokens(before.iter().chain(after));
        let says = |token: &&Token| token.does == Does::Say;
        let drops = |token: &&Token| matches!(token.does, Does::Ask(_) | Does::Join);
        let text = |token: &Token| token.text.clone();
        let asked = tokens.iter().find_map(|token| if let Does::Ask(asked) = token.does { Some(asked) } else { None });
        let told = || TELLING.iter().find(|(_, words)| tokens.iter().any(|token| words.contains(&token.word())));
        let asked = asked.or_else(|| told().map(|(asked, _)| *asked));
        Self {
            kind,
            no_kind,
            no_year: if time.is_none() { no_year(&rest) } else { None },
            whole,
            when: time.map(|(when, ..)| when),
            or_only: century_or_decade(&date.join(" ")).map(|(_, decade)| decade),
            when_typed: date.join(" "),
            words: tokens.iter().filter(says).map(text).collect::<Vec<_>>().join(" "),
            dropped: tokens.iter().filter(drops).map(text).collect(),
            asked,
            order: None,
            tokens,
        }
    }

    /// What is said of a time that may be two: which is looked for, and how the other is written.
    #[must_use]
    pub fn doubt(&self) -> Option<String> {
        let (all, only) = (self.when?, self.or_only?);
        Some(format!(
            "\u{201c}{}\u{201d} may be ten years or a hundred: these are of {all}; for the ten write {only}",
            self.when_typed
        ))
    }

    /// The words to light: those that are looked for, or all where the query is nothing but a time.
    #[must_use]
    pub fn looked_for(&self) -> &str {
        if self.words.is_empty() { &self.whole } else { &self.words }
    }
}

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
const LONGEST_YEAR: usize = 7;
/// The most words of a time.
const LONGEST_TIME: usize = 8;
/// The most words that are read; what was pasted beyond them says nothing more.
const MOST_WORDS: usize = 64;

/// The longest run of words that is a time, the first of several, and from which word to which it goes.
fn time(words: &[&str]) -> Option<(When, usize, usize)> {
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
fn no_year(words: &[&str]) -> Option<String> {
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
fn century_or_decade(word: &str) -> Option<(When, When)> {
    let head = word.strip_suffix("00s").filter(|head| head.len() == 2 && head.bytes().all(|b| b.is_ascii_digit()))?;
    let until = |last: &str| When::parse(&format!("{head}00..{head}{last}")).ok();
    Some((until("99")?, until("09")?))
}

/// Ten years of the last century as they are said: `the seventies`, `années 70`, `années soixante-dix`.
fn decade_in_words(text: &str) -> Option<When> {
    let folded = fold(text);
    let said = folded.trim();
    let name = said.strip_prefix("annees ");
    let is = |(tens, words): &&(&str, &[&str])| match name {
        Some(name) => *tens == name || words[1..].contains(&name),
        None => words[0] == said,
    };
    let (tens, _) = DECADES.iter().find(is)?;
    When::parse(&format!("19{tens}s")).ok()
}

/// The words with what each of them does. A word that stands alone is looked for, whatever it is.
fn tokens<'a>(words: impl Iterator<Item = &'a &'a str>) -> Vec<Token> {
    let mut bare: Vec<(String, Option<String>)> = Vec::new();
    for word in words.take(MOST_WORDS) {
        // Mali’s president is the president of Mali.
        let word = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word);
        let without = elided(word).map(|rest| fold(rest).trim().to_owned()).filter(|rest| !rest.contains(' '));
        bare.extend(terms(&fold(word)).map(|term| (term.to_owned(), without.clone())));
    }
    let joined = bare.iter().map(|(word, _)| word.as_str()).collect::<Vec<_>>().join(" ");
    if let Some(said) = joined_phrases(&joined) {
        let article = |word: &str| bare.iter().find(|(text, _)| text == word).and_then(|(_, without)| without.clone());
        bare = said.split(' ').filter(|word| !word.is_empty()).map(|word| (word.to_owned(), article(word))).collect();
    }
    let all: Vec<String> = bare.iter().map(|(word, _)| word.clone()).collect();
    let mut at = 0;
    let mut out: Vec<Token> = Vec::new();
    while at < all.len() {
        let (does, length) = if all.len() == 1 { (Does::Say, 1) } else { does(&all[at..], bare[at].1.as_deref()) };
        for (text, bare) in &bare[at..at + length] {
            out.push(Token { text: text.clone(), bare: bare.clone(), does });
        }
        at += length;
    }
    // Where nothing else is said, it is looked for what was asked: how many lived then.
    if out.iter().all(|token| matches!(token.does, Does::Ask(_) | Does::Join))
        && let Some(asks) = out.iter_mut().find(|token| token.text == "population")
    {
        asks.does = Does::Say;
    }
    out
}

/// What the first of the words do, and how many of them.
fn does(words: &[String], bare: Option<&str>) -> (Does, usize) {
    let long = |phrase: &str| phrase.split(' ').count();
    for (asked, phrases) in ASKING {
        if let Some(phrase) = phrases.iter().find(|phrase| begins_with(words, phrase)) {
            return (Does::Ask(*asked), long(phrase));
        }
    }
    for (order, phrases) in ORDERING {
        if let Some(phrase) = phrases.iter().find(|phrase| begins_with(words, phrase)) {
            return (Does::Order(*order), long(phrase));
        }
    }
    let is_in = |table: &[&str]| table.contains(&words[0].as_str()) || bare.is_some_and(|bare| table.contains(&bare));
    let does = match () {
        () if is_in(NOW) => Does::Now,
        () if is_in(UNDER) => Does::Under,
        () if is_small(&words[0]) || bare.is_some_and(is_small) => Does::Join,
        () => Does::Say,
    };
    (does, 1)
}

/// What follows a French article or pronoun that is joined to it.
fn elided(word: &str) -> Option<&str> {
    let (head, rest) = word.split_once(['\'', '’'])?;
    let head = head.to_lowercase();
    let joins = ["l", "d", "qu", "s", "n", "c", "j", "m", "t"].contains(&head.as_str());
    (joins && !rest.is_empty()).then_some(rest)
}

#[cfg(test)]
mod tests {
    use griot_pack::pack::Kind;

    use super::*;

    fn read(typed: &str) -> (Option<String>, String, Option<KindFilter>) {
        let query = Query::read(typed);
        (query.when.map(|w| w.to_string()), query.words, query.kind)
    }

    #[test]
    fn times_words_and_kinds_are_told_apart() {
        let person = Some(KindFilter::Of(Kind::Person));
        for (typed, when, words, kind) in [
            ("1591", Some("1591"), "", None),
            ("13th c.", Some("13th c."), "", None),
            ("900 bc..ad 900", Some("900 BC..AD 900"), "", None),
            ("@person 1960..1991", Some("1960..1991"), "", person),
            ("coup >2010", Some(">2010"), "coup", None),
            ("timbuktu 18th", Some("18th c."), "timbuktu", None),
            ("1968 coup", Some("1968"), "coup", None),
            ("26 march 1991", Some("26 Mar 1991"), "", None),
            ("keita", None, "keita", None),
            ("@pers keita", None, "keita", person),
            ("300", None, "300", None),
            ("١٩٦٠", Some("1960"), "", None),
            ("مالي ١٩٦٠", Some("1960"), "مالي", None),
            ("߁߉߆߀", Some("1960"), "", None),
            ("@nonsense keita", None, "nonsense keita", None),
            ("", None, "", None),
            ("the drought of the 1970s in Mali", Some("1970s"), "drought mali", None),
            ("what happened in 1591?", Some("1591"), "", None),
            ("1591?", Some("1591?"), "", None),
            ("between 1756 and 1790", Some("[1756..1790]"), "", None),
            ("elections in the 2000s", Some("2000..2099"), "elections", None),
            ("les villes au 14e siècle", Some("14th c."), "villes", None),
        ] {
            assert_eq!(read(typed), (when.map(str::to_owned), words.to_owned(), kind), "{typed}");
        }
    }

    #[test]
    fn what_is_asked_is_told_and_small_words_are_dropped() {
        for (typed, asked, words, dropped) in [
            ("who was the first president", Some(Asked::Who), "president", "who was the"),
            ("how many died at Moura", Some(Asked::HowMany), "died moura", "how many at"),
            ("qui était premier ministre", Some(Asked::Who), "prime minister", "qui etait"),
            ("coup d’État", None, "coup", ""),
            ("when", None, "when", ""),
            ("chef de l’État", None, "headofstate", ""),
        ] {
            let query = Query::read(typed);
            assert_eq!((query.asked, query.words.as_str()), (asked, words), "{typed}");
            assert_eq!(query.dropped.join(" "), dropped, "{typed}");
        }
        for (typed, text, bare) in [
            ("roi de l’empire", "lempire", Some("empire")),
            // Where a phrase is said in other words, the others keep what they are without an article.
            ("le premier ministre de l’empire", "lempire", Some("empire")),
            ("o’brien", "obrien", None),
            ("roi l’", "l", None),
        ] {
            let token = Query::read(typed).tokens.pop().expect("a word");
            assert_eq!((token.text.as_str(), token.bare.as_deref()), (text, bare), "{typed}");
        }
    }

    #[test]
    fn what_is_lit_is_what_is_looked_for() {
        for (typed, lit) in [("the drought of 1973", "drought"), ("1973", "1973"), ("who was it", "who was it")] {
            assert_eq!(Query::read(typed).looked_for(), lit, "{typed}");
        }
    }

    #[test]
    fn a_number_that_is_no_year_is_told_why() {
        for (typed, why) in [
            ("year 0", Some("there is no year 0")),
            ("coup 12345678", Some("\"12345678\" is no year")),
            ("coup 123456", None),
            ("coup 9999999", None),
            ("coup 12", None),
            ("coup 1968", None),
        ] {
            let told = Query::read(typed).no_year;
            assert_eq!(told.is_some(), why.is_some(), "{typed}: {told:?}");
            assert!(told.is_none_or(|told| told.starts_with(why.unwrap_or_default())), "{typed}");
        }
    }

    #[test]
    fn a_year_has_as_many_figures_as_the_message_says() {
        let year = "9".repeat(LONGEST_YEAR);
        assert!(Query::read(&format!("coup {year}")).when.is_some());
        let told = Query::read(&format!("coup {year}9"));
        assert!(told.when.is_none() && told.no_year.is_some_and(|why| why.contains("7 figures at most")));
    }

    #[test]
    fn ten_years_are_said_in_words() {
        for (typed, when) in [
            ("drought in the seventies", Some("1970s")),
            ("sécheresse des années 70", Some("1970s")),
            ("les années soixante-dix", Some("1970s")),
            ("années soixante", Some("1960s")),
            ("années 15", None),
            ("soixante-dix soldats", None),
            ("the 70 soldiers", None),
        ] {
            assert_eq!(Query::read(typed).when.map(|when| when.to_string()).as_deref(), when, "{typed}");
        }
    }

    #[test]
    fn what_may_be_ten_years_or_a_hundred_is_both() {
        for (typed, or_only) in [
            ("elections in the 2000s", Some("2000..2009")),
            ("1800s", Some("1800..1809")),
            ("1960s", None),
            ("1800", None),
            ("19th century", None),
        ] {
            assert_eq!(Query::read(typed).or_only.map(|when| when.to_string()).as_deref(), or_only, "{typed}");
        }
    }
}
