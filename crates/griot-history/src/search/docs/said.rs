//! What is said of an entity or a role, by the fields that its words stand in.

use griot_pack::pack::{EntityId, Kind, Pack};
use griot_pack::when::Day;

use super::Role;
use crate::fold::fold;
use crate::search::postings::Field;
use crate::search::words::{ENDS, IMPLIED, joined_phrases};

/// What an entity is found by: its names, what its record says, and what it is.
pub(super) fn entity(pack: &Pack, id: EntityId, add: &mut impl FnMut(&str, Field)) {
    let it = &pack[id];
    add(&it.name, Field::Name);
    it.aliases.iter().for_each(|alias| add(&alias.name, Field::Name));
    add(it.kind.name(), Field::Sort);
    let sort = it.subtype.iter();
    sort.for_each(|sort| add(sort, Field::Sort));
    let parts = it.who.iter().filter_map(|(_, part)| part.as_ref());
    let figures = it.figures.iter().flat_map(|figure| [Some(&figure.value), figure.by.as_ref()]).flatten();
    let record = [it.role.as_ref(), it.outcome.as_ref()].into_iter().flatten().chain(parts).chain(figures);
    record.for_each(|text| add(text, Field::Record));
    // What an event is, its type tells; of all else the head of what is said of it.
    if it.kind != Kind::Event {
        it.role.iter().for_each(|role| add(head_noun(role), Field::Sort));
    }
    if it.when.is_some() {
        let implied = IMPLIED.iter().filter(|(kind, _)| *kind == it.kind).flat_map(|(_, words)| words.split(' '));
        // Of whom no end is known none is told.
        let has_ended = it.when.is_some_and(|when| when.last() < Day::MAX);
        implied.filter(|word| has_ended || !ENDS.contains(word)).for_each(|word| add(word, Field::Implied));
    }
}

/// The word of what is said of something that tells what it is: a “German scholar in British service” is a scholar.
fn head_noun(role: &str) -> &str {
    const AFTER: [&str; 30] = [
        " of ",
        " who ",
        " whom ",
        " whose ",
        " that ",
        " which ",
        " where ",
        " when ",
        " in ",
        " at ",
        " on ",
        " by ",
        " from ",
        " for ",
        " to ",
        " with ",
        " under ",
        " between ",
        " and ",
        " beside ",
        " against ",
        " as ",
        ",",
        ";",
        " de ",
        " du ",
        " des ",
        " d’",
        " qui ",
        " à ",
    ];
    let end = AFTER.iter().filter_map(|word| role.find(word)).min().unwrap_or(role.len());
    // A name tells who or where it is, and not what.
    let common = |word: &&str| word.starts_with(char::is_lowercase);
    role[..end].rsplit(' ').next().filter(common).unwrap_or_default()
}

/// What a role is found by: its title, and what its bearer is.
pub(super) fn role_words(pack: &Pack, role: Role, add: &mut impl FnMut(&str, Field)) {
    match role {
        Role::Office(holder, at) => {
            let office = &pack[holder].offices[at];
            add(&office.title, Field::Sort);
            if let Some(joined) = joined_phrases(&fold(&office.title)) {
                add(&joined, Field::Sort);
            }
            let told = [holder, office.of].map(|id| pack[id].role.as_ref());
            told.into_iter().flatten().for_each(|role| add(role, Field::Record));
            if office.head {
                add("ruler", Field::Implied);
            }
        }
        Role::Part(event, at) => {
            let it = &pack[event];
            it.who[at].1.iter().for_each(|part| add(part, Field::Sort));
            it.subtype.iter().for_each(|sort| add(sort, Field::Record));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_of_somebody_has_a_head() {
        for (role, head) in [
            ("German scholar in British service who lived at Timbuktu", "scholar"),
            ("capital of Mali, on the Niger", "capital"),
            ("midwife, trade unionist and first woman elected", "midwife"),
            ("photographe des griots de Sambala", "photographe"),
            ("griot", "griot"),
            ("", ""),
            ("officers of Samori", "officers"),
            ("Samori", ""),
        ] {
            assert_eq!(head_noun(role), head, "{role}");
        }
    }
}
