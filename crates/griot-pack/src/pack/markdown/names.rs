//! Who is meant by a name in the text: an entity that is described, or one that comes to be by being named.

use std::collections::HashMap;
use std::ops::Range;

use super::{Reader, ids, text};
use crate::pack::raw;
use crate::pack::rule::{Plain, quoted};

/// The entities by what they are called.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// Their ids, and their names as they are written, to them.
    ids: HashMap<String, String>,
    called: HashMap<String, String>,
    aliases: HashMap<String, String>,
    /// The same in small letters.
    small: HashMap<String, String>,
    /// Those that are described nowhere, in the order in which they are met.
    made: Vec<Made>,
}

#[derive(Debug)]
struct Made {
    id: String,
    name: String,
    at: Range<usize>,
}

impl Names {
    /// Makes an entity known.
    pub fn add(&mut self, id: &str, name: &str) {
        let of = |map: &mut HashMap<String, String>, key: String| {
            map.entry(key).or_insert_with(|| id.to_owned());
        };
        of(&mut self.ids, id.to_owned());
        of(&mut self.called, name.to_owned());
        of(&mut self.small, name.to_lowercase());
    }

    /// Whether an entity is called so already.
    pub fn has(&self, name: &str) -> bool {
        self.called.contains_key(name)
    }

    /// Makes another name of an entity known.
    pub fn add_alias(&mut self, id: &str, alias: &str) {
        self.aliases.entry(alias.to_owned()).or_insert_with(|| id.to_owned());
        self.small.entry(alias.to_lowercase()).or_insert_with(|| id.to_owned());
    }

    /// An id stands for itself, whatever else is called so; a name for the first that bears it.
    fn get(&self, name: &str) -> Option<&String> {
        let exact = || self.called.get(name).or_else(|| self.aliases.get(name));
        self.ids.get(name).or_else(exact).or_else(|| self.small.get(&name.to_lowercase()))
    }
}

impl Reader<'_> {
    /// The id of the entity that a name means.
    pub fn named(&mut self, name: &str, at: &Range<usize>) -> String {
        if let Some(id) = self.names.get(name) {
            return id.clone();
        }
        let id = self.ids.made_of(name, "name");
        self.names.add(&id, name);
        self.names.made.push(Made { id: id.clone(), name: name.to_owned(), at: at.clone() });
        id
    }

    /// The entities that are named and described nowhere; one that is nearly called like another is told.
    pub fn undescribed(&mut self) -> Vec<raw::Entity> {
        let made = std::mem::take(&mut self.names.made);
        let is_made = |id: &String| made.iter().any(|it| it.id == *id);
        let few = made.len() < 200;
        let described: Vec<String> =
            self.names.called.iter().filter(|(_, id)| few && !is_made(id)).map(|(name, _)| name.clone()).collect();
        let mut entities = Vec::with_capacity(made.len());
        for Made { id, name, at } in made {
            if let Some(nearest) = self.nearest.of_sort("name", &name, described.iter().map(String::as_str)) {
                self.tell_plain(&at, Plain::Undescribed { name: quoted(&name), nearest });
            }
            let (id, name) = (text(id, &at), text(name, &at));
            entities.push(raw::Entity { id, name, whole: true, ..raw::Entity::default() });
        }
        entities
    }
}

/// Whether an id need not be written, since the name stands for it.
pub(super) fn goes_without_saying(id: &str, name: &str) -> bool {
    ids::slug(name) == id
}
