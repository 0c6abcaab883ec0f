//! The kind of what a link leads to, by the name of the article.

use griot_pack::pack::Kind;

/// Words that name a kind where they stand last, each as one of them: “Kingdom of England” is a kingdom, and “Acts of
/// Union” are acts.
const WORDS: [(Kind, &str); 8] = [
    (
        Kind::Event,
        "battle war siege coup treaty revolution rebellion revolt uprising rising conflict crisis election referendum \
         massacre insurgency independence accord agreement famine invasion conquest plague expedition operation strike \
         campaign depression riot plot",
    ),
    (
        Kind::Polity,
        "empire kingdom sultanate republic caliphate emirate federation colony khanate dynasty protectorate \
         principality state sudan",
    ),
    (Kind::People, "people tribe language"),
    (Kind::Group, "party movement front alliance militia army guard rebel faction"),
    (
        Kind::Organization,
        "university organization organisation union court committee council commission bank agency company society museum \
         parliament",
    ),
    (Kind::Work, "manuscript constitution novel book film chronicle newspaper journal"),
    (
        Kind::Place,
        "river lake mountain sea ocean desert region city town village island valley castle cathedral county district \
         peninsula",
    ),
    (Kind::Concept, "islam christianity slavery trade gold salt democracy pottery culture art history act law"),
];

/// Words in brackets that are said of a person.
const PERSONS: &str = "politician king queen emperor empress prince princess sultan pope bishop explorer general soldier \
                       writer poet historian scholar missionary philosopher scientist engineer journalist president";

/// Words that name a kind where they stand first: “Lake Debo”, “Operation Serval”.
const FIRST: [(Kind, &str); 2] = [(Kind::Event, "operation"), (Kind::Place, "lake mount river cape isle")];

/// Words that join what a name is of to what it is.
const JOINED: [&str; 14] =
    ["of", "in", "and", "for", "at", "on", "to", "against", "from", "de", "du", "d’", "between", "with"];

/// The kind of what an article is about: by the words in brackets behind its title, else by the last word of what the
/// title is before it says of what. A title that begins with a small letter names no one thing, so that it can be an
/// event or a concept only.
pub(super) fn of(title: &str) -> Option<Kind> {
    let (name, bracket) = match title.split_once(" (") {
        Some((name, bracket)) => (name, Some(bracket.trim_end_matches(')'))),
        None => (title, None),
    };
    let is_person = |bracket: &str| {
        let last = bracket.rsplit(' ').next().unwrap_or_default().to_lowercase();
        PERSONS.split_whitespace().any(|word| word == last)
    };
    let of_bracket = |bracket: &str| by_head(bracket).or_else(|| is_person(bracket).then_some(Kind::Person));
    let of_name = || by_head(name).or_else(|| is_regnal(name).then_some(Kind::Person));
    let kind = bracket.and_then(of_bracket).or_else(of_name)?;
    let is_common = name.starts_with(char::is_lowercase);
    (!is_common || matches!(kind, Kind::Event | Kind::Concept)).then_some(kind)
}

/// Whether a name is that of a ruler by number and land: “James I of England”.
fn is_regnal(name: &str) -> bool {
    let Some((head, _)) = name.split_once(" of ") else { return false };
    head.rsplit_once(' ').is_some_and(|(own, number)| {
        let is_roman = !number.is_empty() && number.bytes().all(|it| matches!(it, b'I' | b'V' | b'X'));
        is_roman && own.split(' ').all(|word| word.starts_with(char::is_uppercase) && word.contains(char::is_lowercase))
    })
}

/// The kind by the head of a name.
fn by_head(name: &str) -> Option<Kind> {
    let lower = name.to_lowercase();
    let is_number = |word: &str| word.bytes().all(|it| it.is_ascii_digit() || matches!(it, b'i' | b'v' | b'x'));
    let mut head: Vec<&str> = Vec::new();
    for word in lower.split([' ', '-', '–']).filter(|word| !word.is_empty()) {
        if JOINED.contains(&word) && !head.is_empty() {
            break;
        }
        head.push(word.trim_end_matches([',', ':']));
        if word.ends_with([',', ':']) {
            break;
        }
    }
    while head.len() > 1 && head.last().is_some_and(|word| is_number(word)) {
        head.pop();
    }
    let (first, last) = (head.first()?, head.last()?);
    let known = |words: &str, word: &str| words.split_whitespace().any(|it| it == word || is_plural(word, it));
    let by_last = || WORDS.iter().find(|(_, words)| known(words, last));
    let by_first = || FIRST.iter().find(|(_, words)| known(words, first) && head.len() > 1);
    by_first().or_else(by_last).map(|(kind, _)| *kind)
}

/// Whether a word is the plural of another.
fn is_plural(word: &str, one: &str) -> bool {
    word.strip_suffix('s').is_some_and(|it| it == one)
        || word.strip_suffix("ies").is_some_and(|it| one.strip_suffix('y') == Some(it))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_head_of_a_title_tells_the_kind() {
        for (title, kind) in [
            ("Kingdom of England", Some(Kind::Polity)),
            ("Scottish independence referendum, 2014", Some(Kind::Event)),
            ("2003 invasion of Iraq", Some(Kind::Event)),
            ("Wars of the Three Kingdoms", Some(Kind::Event)),
            ("Anglo-Scottish Wars", Some(Kind::Event)),
            ("World War II", Some(Kind::Event)),
            ("Western Front (World War I)", Some(Kind::Event)),
            ("1926 United Kingdom general strike", Some(Kind::Event)),
            ("Great Depression in the United Kingdom", Some(Kind::Event)),
            ("Whig (British political party)", Some(Kind::Group)),
            ("Royal Society", Some(Kind::Organization)),
            ("East India Company", Some(Kind::Organization)),
            ("Niger River", Some(Kind::Place)),
            ("Lake Debo", Some(Kind::Place)),
            ("Operation Serval", Some(Kind::Event)),
            ("Songhai people", Some(Kind::People)),
            ("French Sudan", Some(Kind::Polity)),
            ("Culture of the United Kingdom", Some(Kind::Concept)),
            ("Acts of Union 1707", Some(Kind::Concept)),
            ("personal union", None),
            ("unitary republic", None),
            ("welfare state", None),
            ("Company rule in India", None),
            ("Protestantism in the United Kingdom", None),
            ("Nuclear weapons and the United Kingdom", None),
            ("North Sea oil", None),
            ("Robert Walpole", None),
            ("James I of England", Some(Kind::Person)),
            ("Anne, Queen of Great Britain", None),
            ("John Smith (explorer)", Some(Kind::Person)),
            ("Title IX", None),
            ("MIRV II of 1979", None),
        ] {
            assert_eq!(of(title), kind, "{title}");
        }
    }
}
