//! The entities of a plain file, a line each: what is known of them behind a colon, part by part.

use std::collections::{HashMap, HashSet};

use super::{Page, numbered, undated_head};
use crate::pack::excerpt::Excerpt;
use crate::pack::ids::EntityId;
use crate::pack::markdown::date::{self, Stand, dated as dated_line};
use crate::pack::markdown::entries::{Part, date_and_rest, date_behind, language, part as part_of};
use crate::pack::markdown::escape::{escaped, line};
use crate::pack::markdown::names::goes_without_saying;
use crate::pack::model::{Alias, Entity, Office, Pack, Position, Precision};
use crate::pack::relation::Relation;
use crate::when::When;

/// What entities are called in links: by their names, or by their ids where another could be meant.
#[derive(Debug)]
pub(super) struct Names(HashSet<EntityId>);

impl Names {
    /// Finds those whose names do not tell who is meant.
    pub fn new(pack: &Pack, excerpt: &Excerpt) -> Self {
        let mut first: HashMap<&str, EntityId> = HashMap::new();
        for id in &excerpt.entities {
            first.entry(pack[*id].name.as_str()).or_insert(*id);
        }
        let is_plain = |id: &EntityId| {
            let name = pack[*id].name.as_str();
            let other = pack.entity(name).is_some_and(|other| other != *id);
            // A backslash could shield what ends a name; it is told by its id.
            first.get(name) == Some(id) && !other && !name.contains(['[', ']', '|', '\\', '\n']) && name.trim() == name
        };
        Self(excerpt.entities.iter().copied().filter(|id| !is_plain(id)).collect())
    }

    /// What one is called.
    pub fn of<'a>(&self, pack: &'a Pack, entity: EntityId) -> &'a str {
        let record = &pack[entity];
        if self.0.contains(&entity) { &record.id } else { &record.name }
    }
}

impl Page<'_> {
    /// `- Name: role; dates; 51.2, -0.4; also another name; office: Title of [[Polity]], dates`, as far as these are known.
    pub(super) fn entry(&self, id: EntityId) -> String {
        let entity = &self.pack[id];
        let said = goes_without_saying(&entity.id, &entity.name);
        let own = if said { String::new() } else { format!("[]{{#{}}}", entity.id) };
        let mut parts: Vec<String> =
            entity.role.iter().filter(|role| !role.trim().is_empty()).map(|it| role(it)).collect();
        parts.extend(entity.when.map(dated));
        parts.extend(entity.at.map(|[lat, lon]| format!("{lat}, {lon}")));
        parts.extend(entity.aliases.iter().map(alias));
        self.more(entity, &mut parts);
        let name = escaped(entity.name.trim());
        let name = line(&undated_head(
            name.replace(':', "\\:").replace(" - ", " \\- ").replace(" – ", " &#8211; ").replace(" — ", " &#8212; "),
        ));
        let colon = if parts.is_empty() { "" } else { ": " };
        let behind = format!("{own}{colon}{}", parts.join("; "));
        // A line that begins as if it were dated would be taken for a statement.
        let is_dated = dated_line(&format!("{name}{behind}"), Stand::Inside).is_some();
        format!("- {}{behind}\n", if is_dated { numbered(&name) } else { name })
    }

    /// What is said with a word before it, for it could be taken for something else without.
    fn more(&self, entity: &Entity, parts: &mut Vec<String>) {
        let named = |key: &'static str| move |text: &_| format!("{key}: {}", part(text));
        parts.extend(entity.subtype.as_deref().map(named("type")));
        let precision = entity.precision.filter(|it| *it != Precision::Approximate || entity.at.is_none());
        parts.extend(precision.map(|precision| format!("precision: {}", name_of(precision))));
        parts.extend(entity.positions.iter().map(position));
        parts.extend(entity.offices.iter().map(|office| self.office(office)));
        parts.extend(entity.relations.iter().map(|relation| self.relation(relation)));
        parts.extend(entity.places.iter().map(|place| format!("in: {}", self.name(*place))));
        parts.extend(entity.who.iter().map(|(who, role)| match role {
            Some(role) => format!("with: {}, {}", self.name(*who), part(role)),
            None => format!("with: {}", self.name(*who)),
        }));
        parts.extend(entity.outcome.as_deref().map(named("outcome")));
        parts.extend(entity.figures.iter().map(|figure| {
            let value = part(&figure.value).replace(", by ", "\\, by ");
            let by = figure.by.as_deref().map_or_else(String::new, |by| format!(", by {}", part(by)));
            format!("figure: {value}{by}{}", self.notes.marks(&figure.cites))
        }));
        parts.extend(entity.reach.iter().map(|reach| format!("outline: {}", part(reach))));
        parts.extend(entity.wikipedia.as_deref().map(named("article")));
        parts.extend(entity.ids.iter().map(|it| format!("{}: {}", it.registry.name(), part(&it.id))));
        parts.extend(entity.group.as_deref().map(named("group")));
        parts.extend(entity.note.as_deref().map(named("note")));
    }

    /// `office: President of [[Mali]], 1960–1968`; with `head` for `office` where its holder rules.
    fn office(&self, office: &Office) -> String {
        let key = if office.head { "head" } else { "office" };
        let when = office.when.map_or_else(String::new, |when| format!(", {}", part(&date::said(when))));
        format!("{key}: {} of {}{when}", part(&office.title), self.name(office.of))
    }

    /// `spouse: [[Name]], 1850–1871, what a reader should know`
    fn relation(&self, it: &Relation) -> String {
        let note = it.note.as_deref().map(part).filter(|note| !note.is_empty()).unwrap_or_default();
        let when = it.when.map(|when| part(&date::said(when)));
        let said = [when.as_deref(), Some(note.as_str()).filter(|note| !note.is_empty())];
        let mut plain = said.into_iter().flatten().collect::<Vec<_>>().join(", ");
        // A note that could be taken for a date, or for more of one, stands behind two commas.
        let (read, from) = date_and_rest(&plain);
        if read != it.when || plain[from..].trim() != note {
            plain = when.map_or_else(|| format!(", {note}"), |when| format!("{when}, , {note}"));
        }
        let comma = if plain.is_empty() { "" } else { ", " };
        format!("{}: {}{comma}{plain}", it.kind.name(), self.name(it.who))
    }

    fn name(&self, entity: EntityId) -> String {
        format!("[[{}]]", self.names.of(self.pack, entity))
    }
}

/// Who or what it is; with the word for it where it would be taken for something else.
fn role(text: &str) -> String {
    let written = part(text);
    if part_of(&written) == Part::Role { written } else { format!("role: {written}") }
}

/// A date by itself; with the word for it where it would not be taken for one.
fn dated(when: When) -> String {
    let written = part(&date::said(when));
    if part_of(&written) == Part::When(when.to_string()) { written } else { format!("when: {written}") }
}

fn alias(it: &Alias) -> String {
    let name = part(&it.name);
    let name = match language(&name) {
        Some((_, open)) => format!("{} \\{}", &name[..open], &name[open + 1..]),
        None => name,
    };
    let lang = it.lang.as_ref().map_or_else(String::new, |lang| format!(" ({lang})"));
    let when = it.when.map_or_else(String::new, |when| format!(", {}", part(&date::said(when))));
    let said = format!("{name}{lang}{when}");
    // A comma in a name whose rest could be taken for a date stands behind a backslash.
    let reads_back = date_behind(&said) == (said.len() - when.len(), it.when);
    let said = if reads_back { said } else { format!("{}{lang}{when}", name.replace(',', "\\,")) };
    format!("also {said}")
}

/// `position: 16.27, -0.05, 1200–1500, region`
fn position(it: &Position) -> String {
    let [lat, lon] = it.at;
    let when = it.when.map_or_else(String::new, |when| format!(", {}", part(&date::said(when))));
    let precision = it.precision.map_or_else(String::new, |precision| format!(", {}", name_of(precision)));
    format!("position: {lat}, {lon}{when}{precision}")
}

/// A text in which no mark ends the part or begins a word before one.
pub(super) fn part(text: &str) -> String {
    escaped(text.trim()).replace(';', "\\;").replace(':', "\\:").replace('\n', " ")
}

/// As the files of a pack name it.
const fn name_of(precision: Precision) -> &'static str {
    match precision {
        Precision::City => "city",
        Precision::Site => "site",
        Precision::Region => "region",
        Precision::Approximate => "approximate",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_could_be_taken_for_something_else_is_said_with_its_word() {
        assert_eq!(role("king of Segou"), "king of Segou");
        for text in ["1591", "also a king", "51.2, -0.4"] {
            assert_eq!(role(text), format!("role: {}", part(text)));
        }
        assert_eq!(role("type: none"), "type\\: none");
        let name = |name: &'static str, lang: Option<&'static str>| {
            alias(&Alias { name: name.into(), lang: lang.map(Into::into), when: None })
        };
        assert_eq!(name("Tombouctou", Some("fr")), "also Tombouctou (fr)");
        assert_eq!(name("It (is)", None), "also It \\(is)");
    }
}
