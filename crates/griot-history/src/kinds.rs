//! What things are called every day: from the words of the one table, in any number, to the kinds of entity, their types,
//! and the offices that they name.

mod words;

use std::collections::HashMap;

use griot_pack::pack::{EntityId, Kind, Office, Pack};

use crate::vocabulary::{self, Names, Row, parted};
pub use words::{plural, singular};

/// What a word names. Words are in the form that [`singular`] gives them; what means the same stands in one list.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Category {
    /// Entities of a kind: `places`.
    Kind(Kind),
    /// Entities of a type: `coups`, `towns`.
    Type(Vec<String>),
    /// Polities that bear the word in one of their names: `empires`.
    Polities(Vec<String>),
    /// The offices of those who ruled: `rulers`, `heads of state`.
    Rulers,
    /// The offices that bear the title: `presidents`.
    Titles(Vec<String>),
    /// The offices that bear the title, and of those who ruled polities so called: `emperors` rule `empires`.
    Over(Vec<String>, Vec<String>),
}

/// Every word that names something in a pack, made once.
#[derive(Debug, Clone)]
pub struct Categories {
    known: HashMap<String, Category>,
}

impl Category {
    /// Whether an entity is of it; those that name offices hold none.
    #[must_use]
    pub fn holds(&self, pack: &Pack, entity: EntityId) -> bool {
        let it = &pack[entity];
        match self {
            Self::Kind(kind) => it.kind == *kind,
            Self::Type(types) => it.subtype.as_deref().is_some_and(|own| types.contains(&singular(own))),
            Self::Polities(words) => it.kind == Kind::Polity && is_called(pack, entity, words),
            Self::Rulers | Self::Titles(_) | Self::Over(..) => false,
        }
    }

    /// Whether an office is of it; only those that name offices hold any.
    #[must_use]
    pub fn holds_office(&self, pack: &Pack, office: &Office) -> bool {
        match self {
            Self::Rulers => office.head,
            Self::Titles(titles) => bears(&office.title, titles),
            Self::Over(titles, polities) => {
                bears(&office.title, titles) || office.head && is_called(pack, office.of, polities)
            }
            Self::Kind(_) | Self::Type(_) | Self::Polities(_) => false,
        }
    }

    /// Whether it names offices and not entities.
    #[must_use]
    pub const fn is_of_offices(&self) -> bool {
        matches!(self, Self::Rulers | Self::Titles(_) | Self::Over(..))
    }
}

impl Categories {
    /// All that the table knows, and the types and titles of the pack. A type or title of the pack means itself alone,
    /// though the table knows others that mean the same.
    #[must_use]
    pub fn new(pack: &Pack) -> Self {
        let mut known = HashMap::new();
        let mut add = |words: &[String], category: &Category| {
            for word in words {
                known.entry(word.clone()).or_insert_with(|| category.clone());
            }
        };
        let rows = |names: fn(&Names) -> bool| vocabulary::rows().filter(move |row| names(&row.names));
        // What the pack itself calls a type stands before what the table takes to mean the same.
        for row in rows(|names| matches!(names, Names::Kind(_) | Names::Rulers)) {
            add(&singulars(row.words()), &category(row));
        }
        for name in types(pack) {
            add(&[singular(&name)], &Category::Type(vec![singular(&name)]));
        }
        for row in rows(|names| !matches!(names, Names::Kind(_) | Names::Rulers)) {
            add(&singulars(row.words()), &category(row));
        }
        for name in titles(pack) {
            add(std::slice::from_ref(&name), &Category::Titles(vec![name.clone()]));
        }
        Self { known }
    }

    /// What the words name, in any number, case and accents; none where they name nothing.
    #[must_use]
    pub fn named(&self, words: &str) -> Option<&Category> {
        self.known.get(&singular(words))
    }

    /// All words, in the order of the alphabet, each in the singular and folded.
    #[must_use]
    pub fn words(&self) -> Vec<&str> {
        let mut words: Vec<&str> = self.known.keys().map(String::as_str).collect();
        words.sort_unstable();
        words
    }
}

/// The types of entity that a pack has, as it writes them, in the order of the alphabet.
#[must_use]
pub fn types(pack: &Pack) -> Vec<String> {
    let of =
        |id: EntityId| pack[id].subtype.as_deref().filter(|name| *name != "other").map(|name| name.replace('-', " "));
    sorted(pack.entities().filter_map(of))
}

/// By what the titles of a pack's offices are called: the whole title, its head, and the head's last word, so that
/// `Acting governor` is a governor and `Askia in Dendi` an askia.
fn titles(pack: &Pack) -> Vec<String> {
    let offices = pack.entities().flat_map(|id| &pack[id].offices);
    sorted(offices.flat_map(|office| {
        let last = head(&office.title).split(' ').next_back().unwrap_or_default();
        [&office.title, head(&office.title), last].map(singular)
    }))
}

/// A title without what it is of: `President of the government` is `President`.
fn head(title: &str) -> &str {
    const AFTER: [&str; 10] = [" of ", " at ", " in ", " by ", " under ", " de ", " du ", " des ", " d’", " à "];
    let end = AFTER.iter().filter_map(|word| title.find(word)).min();
    &title[..end.unwrap_or(title.len())]
}

/// Whether a title is one of these, or one of these that is told more closely: an interim president is a president. A
/// vice-president is none, nor is the adviser of a president.
fn bears(title: &str, titles: &[String]) -> bool {
    let whole = singular(title);
    let head = singular(head(title));
    let ends = |text: &str, title: &String| {
        let Some(before) = text.strip_suffix(title.as_str()) else { return false };
        (before.is_empty() || before.ends_with(' ')) && !before.ends_with("vice ")
    };
    // A title of several words, as “head of state”, may hold what else parts a title from what it is of.
    titles.iter().any(|title| ends(&head, title) || title.contains(' ') && ends(&whole, title))
}

/// Whether an entity bears one of the words in one of its names.
fn is_called(pack: &Pack, entity: EntityId, words: &[String]) -> bool {
    let it = &pack[entity];
    let mut names = std::iter::once(&it.name).chain(it.aliases.iter().map(|alias| &alias.name));
    names.any(|name| singular(name).split(' ').any(|have| words.iter().any(|word| word == have)))
}

/// What the words of a row name.
fn category(row: &Row) -> Category {
    let words = || singulars(row.words());
    match row.names {
        Names::Kind(kind) => Category::Kind(kind),
        Names::Rulers => Category::Rulers,
        Names::Polities => Category::Polities(words()),
        Names::Titles => Category::Titles(words()),
        Names::Over(polities) => Category::Over(words(), singulars(parted(polities))),
        Names::Types => Category::Type(words()),
    }
}

fn singulars(words: impl Iterator<Item = &'static str>) -> Vec<String> {
    words.map(singular).collect()
}

fn sorted(names: impl Iterator<Item = String>) -> Vec<String> {
    let mut names: Vec<String> = names.filter(|name| !name.is_empty()).collect();
    names.sort_unstable();
    names.dedup();
    names
}

#[cfg(test)]
mod tests;
