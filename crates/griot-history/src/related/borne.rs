//! What of a name others may bear too.

use griot_pack::pack::{EntityId, Kind, Pack};

use crate::fold::fold;

/// Words that tell what bears a name, and are no part of the name itself.
const GENERIC: [&str; 19] = [
    "the",
    "of",
    "du",
    "de",
    "des",
    "country",
    "empire",
    "kingdom",
    "royaume",
    "republic",
    "republique",
    "federation",
    "dynasty",
    "river",
    "fleuve",
    "region",
    "people",
    "peoples",
    "language",
];

/// What an entity bears that others may bear too, and whether it is a person: people of one last name are namesakes; places,
/// polities and peoples are where their names differ by what they are alone, as Mali, the Mali Empire and the Mali Federation do.
pub(super) fn borne_by(pack: &Pack, id: EntityId) -> Option<(bool, String)> {
    let it = &pack[id];
    Some((it.kind == Kind::Person, common_name(it.kind, &it.name)?))
}

/// The part of a name that others may bear too.
fn common_name(kind: Kind, name: &str) -> Option<String> {
    let folded = fold(name);
    let mut words: Vec<&str> = folded.split_whitespace().collect();
    match kind {
        Kind::Person => {
            // “Mari Jata II” bears the name of the first.
            let ordinal = |word: &str| !word.is_empty() && word.chars().all(|c| matches!(c, 'i' | 'v' | 'x'));
            let numbered = words.last().is_some_and(|word| ordinal(word));
            words.truncate(words.len() - usize::from(numbered));
            words.last().map(ToString::to_string)
        }
        Kind::Place | Kind::Polity | Kind::People => {
            words.retain(|word| !GENERIC.contains(word));
            (!words.is_empty()).then(|| words.join(" "))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_differ_by_what_bears_them_are_the_same() {
        for (kind, name, common) in [
            (Kind::Person, "Modibo Keïta", Some("keita")),
            (Kind::Person, "Mari Jata II", Some("jata")),
            (Kind::Person, "Maghan II", Some("maghan")),
            (Kind::Person, "Maghan", Some("maghan")),
            (Kind::Place, "Mali", Some("mali")),
            (Kind::Polity, "Mali Empire", Some("mali")),
            (Kind::Polity, "Kingdom of Gao", Some("gao")),
            (Kind::Place, "Niger (country)", Some("niger")),
            (Kind::Place, "Niger River", Some("niger")),
            (Kind::Polity, "The Empire", None),
            (Kind::Event, "Battle of Kirina", None),
        ] {
            assert_eq!(common_name(kind, name).as_deref(), common, "{name}");
        }
    }
}
