//! What is easily taken for one another, since it bears the same name.

use griot_pack::pack::{EntityId, Kind, Pack};

use crate::search::fold;

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

/// People of the same last name; places, polities and peoples whose names differ by what they are alone, as Mali, the
/// Mali Empire and the Mali Federation do.
#[must_use]
pub fn namesakes(pack: &Pack, entity: EntityId) -> Vec<EntityId> {
    let name = |id: EntityId| common_name(pack[id].kind, &pack[id].name);
    let Some(own) = name(entity) else { return Vec::new() };
    let is_person = |id: EntityId| pack[id].kind == Kind::Person;
    let same = |id: &EntityId| *id != entity && is_person(*id) == is_person(entity) && name(*id).as_ref() == Some(&own);
    pack.entities().filter(same).collect()
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
