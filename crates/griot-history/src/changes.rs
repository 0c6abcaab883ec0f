//! What changed from one pack to another: in what it says of itself, its eras and chapters, its statements, entities and
//! sources.
//!
//! Records are the same where their ids are. Statements without an id of their own are the same where their words are, then
//! where they stand at the same place of a passage: so one that was put before others changes none of these.

mod fields;

use std::collections::{HashMap, HashSet};

use griot_pack::pack::{Pack, StatementId};

use fields::Field;

/// What a record is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Of {
    /// What the pack says of itself.
    Pack,
    /// An era.
    Era,
    /// A chapter.
    Chapter,
    /// A statement.
    Statement,
    /// An entity.
    Entity,
    /// A source.
    Source,
}

/// What became of a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum How {
    /// It is new.
    Added,
    /// It is there no longer.
    Removed,
    /// Something that it tells is told otherwise; empty where it is not told.
    Changed {
        /// What: `date`, `standing`, `text` …
        field: &'static str,
        /// As it was.
        old: String,
        /// As it is.
        new: String,
    },
}

/// A difference between two packs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// What kind of record.
    pub of: Of,
    /// Its id, in the new pack where it is there.
    pub id: String,
    /// Its name, its title or its words.
    pub name: String,
    /// What became of it.
    pub how: How,
}

impl Of {
    /// In the order in which changes are told.
    pub const ALL: [Self; 6] = [Self::Pack, Self::Era, Self::Chapter, Self::Statement, Self::Entity, Self::Source];

    /// The word for one and for several.
    #[must_use]
    pub const fn words(self) -> [&'static str; 2] {
        match self {
            Self::Pack => ["pack", "packs"],
            Self::Era => ["era", "eras"],
            Self::Chapter => ["chapter", "chapters"],
            Self::Statement => ["statement", "statements"],
            Self::Entity => ["entity", "entities"],
            Self::Source => ["source", "sources"],
        }
    }
}

/// A record as it is compared.
struct Record {
    id: String,
    name: String,
    fields: Vec<Field>,
}

/// All that changed, by kind of record, in the order of the new pack; what was removed stands behind.
#[must_use]
pub fn changes(old: &Pack, new: &Pack) -> Vec<Change> {
    let mut found = Vec::new();
    for of in Of::ALL {
        let same = if of == Of::Statement { same_statements(old, new) } else { HashMap::new() };
        compare(of, &records(old, of), &records(new, of), &same, &mut found);
    }
    found
}

fn records(pack: &Pack, of: Of) -> Vec<Record> {
    match of {
        Of::Pack => vec![fields::of_pack(pack)],
        Of::Era => pack.eras().map(|id| fields::of_era(pack, id)).collect(),
        Of::Chapter => {
            pack.eras().flat_map(|era| pack.chapters_of(era)).map(|id| fields::of_chapter(pack, id)).collect()
        }
        Of::Statement => pack.statements().map(|id| fields::of_statement(pack, id)).collect(),
        Of::Entity => pack.entities().map(|id| fields::of_entity(pack, id)).collect(),
        Of::Source => pack.sources().map(|id| fields::of_source(&pack[id])).collect(),
    }
}

/// Compares records; `same` tells of new ones by which id the old one goes.
fn compare(of: Of, old: &[Record], new: &[Record], same: &HashMap<String, String>, found: &mut Vec<Change>) {
    let by_id: HashMap<&str, &Record> = old.iter().map(|it| (it.id.as_str(), it)).collect();
    let mut met: HashSet<&str> = HashSet::new();
    let change = |it: &Record, how: How| Change { of, id: it.id.clone(), name: it.name.clone(), how };
    for it in new {
        let before = if of == Of::Statement {
            same.get(&it.id).and_then(|id| by_id.get(id.as_str()))
        } else if of == Of::Pack {
            old.first().as_ref().and_then(|first| by_id.get(first.id.as_str()))
        } else {
            by_id.get(it.id.as_str())
        };
        let Some(before) = before else {
            found.push(change(it, How::Added));
            continue;
        };
        met.insert(&before.id);
        let fields = before.fields.iter().zip(&it.fields).filter(|(a, b)| a.value != b.value);
        found.extend(
            fields.map(|(a, b)| change(it, How::Changed { field: b.name, old: a.value.clone(), new: b.value.clone() })),
        );
    }
    found.extend(old.iter().filter(|it| !met.contains(it.id.as_str())).map(|it| change(it, How::Removed)));
}

/// What a statement is known by, where it has that.
type Key<'a> = &'a dyn Fn(&Pack, StatementId) -> Option<String>;

/// Which statement of the old pack each of the new one is, by their ids.
fn same_statements(old: &Pack, new: &Pack) -> HashMap<String, String> {
    let mut same: HashMap<String, String> = HashMap::new();
    let mut taken: HashSet<StatementId> = HashSet::new();
    let mut left: Vec<StatementId> = new.statements().collect();
    let own = |pack: &Pack, id: StatementId| pack[id].id.as_ref().map(ToString::to_string);
    let words = |pack: &Pack, id: StatementId| Some(pack[id].text.to_string());
    let place = |pack: &Pack, id: StatementId| Some(pack.statement_id(id));
    let keys: [Key; 3] = [&own, &words, &place];
    for key in keys {
        let mut by_key: HashMap<String, Vec<StatementId>> = HashMap::new();
        // The last comes first out of a list.
        for id in old.statements().rev().filter(|id| !taken.contains(id)) {
            if let Some(key) = key(old, id) {
                by_key.entry(key).or_default().push(id);
            }
        }
        left.retain(|id| {
            let Some(was) = key(new, *id).and_then(|key| by_key.get_mut(&key)?.pop()) else { return true };
            taken.insert(was);
            same.insert(new.statement_id(*id), old.statement_id(was));
            false
        });
    }
    same
}

#[cfg(test)]
mod tests;
