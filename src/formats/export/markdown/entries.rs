//! The entities of a plain file, a line each: what is known of them behind a colon, part by part.

use griot_history::search::fold;
use griot_pack::pack::{Entity, EntityId, Office, Precision};

use super::Page;
use super::escape::{escaped, line};

impl Page<'_> {
    /// `- Name: role; dates; 51.2, -0.4; also another name; office: Title of [[Polity]], dates`, as far as these are known.
    pub(super) fn entry(&self, id: EntityId) -> String {
        let entity = &self.pack[id];
        let own =
            if slug(&entity.name) == entity.id.as_str() { String::new() } else { format!("[]{{#{}}}", entity.id) };
        let mut parts: Vec<String> = entity.role.iter().map(|role| part(role)).collect();
        parts.extend(entity.when.map(|when| part(&when.on_screen())));
        parts.extend(entity.at.map(|[lat, lon]| format!("{lat}, {lon}")));
        parts.extend(entity.aliases.iter().map(|alias| format!("also {}", part(&alias.name))));
        self.more(entity, &mut parts);
        let name = line(&escaped(&entity.name).replace(':', "\\:"));
        let colon = if parts.is_empty() { "" } else { ": " };
        format!("- {name}{own}{colon}{}\n", parts.join("; "))
    }

    /// What is said with a word before it, for it could be taken for something else without.
    fn more(&self, entity: &Entity, parts: &mut Vec<String>) {
        let named = |key: &'static str| move |text: &_| format!("{key}: {}", part(text));
        parts.extend(entity.subtype.as_deref().map(named("type")));
        parts.extend(entity.precision.map(|precision| format!("precision: {}", name_of(precision))));
        parts.extend(entity.offices.iter().map(|office| self.office(office)));
        parts.extend(entity.places.iter().map(|place| format!("in: {}", self.name(*place))));
        parts.extend(entity.who.iter().map(|(who, role)| match role {
            Some(role) => format!("with: {}, {}", self.name(*who), part(role)),
            None => format!("with: {}", self.name(*who)),
        }));
        parts.extend(entity.outcome.as_deref().map(named("outcome")));
        parts.extend(entity.figures.iter().map(|figure| {
            let by = figure.by.as_deref().map_or_else(String::new, |by| format!(", by {}", part(by)));
            format!("figure: {}{by}{}", part(&figure.value), self.notes.marks(&figure.cites))
        }));
        parts.extend(entity.reach.iter().map(|reach| format!("outline: {}", part(reach))));
        parts.extend(entity.wikipedia.as_deref().map(named("article")));
        parts.extend(entity.note.as_deref().map(named("note")));
    }

    /// `office: President of [[Mali]], 1960–1968`; with `head` for `office` where its holder rules.
    fn office(&self, office: &Office) -> String {
        let key = if office.head { "head" } else { "office" };
        let when = office.when.map_or_else(String::new, |when| format!(", {}", part(&when.on_screen())));
        format!("{key}: {} of {}{when}", part(&office.title), self.name(office.of))
    }

    fn name(&self, entity: EntityId) -> String {
        self.link(entity, &self.pack[entity].name)
    }
}

/// A text in which no mark ends the part or begins a word before one.
fn part(text: &str) -> String {
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

/// The id that a name stands for where none is given.
fn slug(name: &str) -> String {
    let letter = |c: char| if c.is_ascii_alphanumeric() { c } else { '-' };
    fold(name).chars().map(letter).collect()
}
