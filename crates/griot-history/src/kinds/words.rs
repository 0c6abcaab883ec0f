//! What makes one of many, and many of one.

use crate::search::fold;

/// Words folded, each in a form that is the same for one and for many: `coups d’état` and `coup d’État` are one. It is
/// for comparing and never shown.
#[must_use]
pub fn singular(words: &str) -> String {
    // “Peoples” are many of what “people” is one of, and “people” are persons.
    let folded = fold(words);
    let folded = folded.trim();
    if matches!(folded, "people" | "peoples") {
        return folded.to_owned();
    }
    let one: Vec<&str> = folded.split_whitespace().collect();
    one.into_iter().map(of_word).collect::<Vec<_>>().join(" ")
}

fn of_word(word: &str) -> String {
    // What ends so is told in another way when it is many; the longest ending counts.
    const ENDINGS: [(&str, &str); 10] = [
        ("eaux", "eau"),
        ("sses", "ss"),
        ("ches", "ch"),
        ("shes", "sh"),
        ("ies", "y"),
        ("men", "man"),
        ("ss", "ss"),
        ("us", "us"),
        ("is", "is"),
        ("s", ""),
    ];
    let of = |(many, one): &(&str, &str)| {
        let stem = word.strip_suffix(many)?;
        (stem.chars().count() > 1).then(|| format!("{stem}{one}"))
    };
    ENDINGS.iter().find_map(of).unwrap_or_else(|| word.to_owned())
}

/// Several of what a phrase names, in English: `armed groups`, `countries`, `massacres`.
#[must_use]
pub fn plural(name: &str) -> String {
    // What is said of a title stands behind it, and the title itself is many.
    if let Some((head, rest)) = name.split_once(" of ") {
        return format!("{} of {rest}", plural(head));
    }
    let vowel = |stem: &str| stem.ends_with(['a', 'e', 'i', 'o', 'u']);
    match name {
        _ if name.ends_with("ches") || name.ends_with('s') && !name.ends_with("ss") => name.to_owned(),
        _ if name.ends_with("ss") || name.ends_with("ch") || name.ends_with("sh") || name.ends_with('x') => {
            format!("{name}es")
        }
        _ => match name.strip_suffix('y') {
            Some(stem) if !vowel(stem) => format!("{stem}ies"),
            _ => match name.strip_suffix("man") {
                Some(stem) => format!("{stem}men"),
                None => format!("{name}s"),
            },
        },
    }
}
