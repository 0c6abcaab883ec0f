//! Where links lead: to something in the pack, or to an address of the web that the pack holds.

use griot_pack::pack::{EntityId, Pack, StatementId, Target};
use griot_pack::url;

/// Where a link leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Goal {
    /// To what an id names.
    Inside(Target),
    /// To an address, which is shown before it is opened.
    Outside(Outside),
}

/// What an address of the web belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Outside {
    /// The article on an entity.
    Article(EntityId),
    /// A number of an entity in a catalogue, by its place among them.
    Catalogue(EntityId, u32),
    /// Words of a statement, by their place among those that lead to an address.
    Words(StatementId, u32),
    /// The picture of a statement.
    Picture(StatementId),
}

impl Goal {
    /// To the page of an entity.
    #[must_use]
    pub const fn entity(id: EntityId) -> Self {
        Self::Inside(Target::Entity(id))
    }

    /// What it names in the pack.
    #[must_use]
    pub const fn target(self) -> Option<Target> {
        match self {
            Self::Inside(target) => Some(target),
            Self::Outside(_) => None,
        }
    }
}

impl Outside {
    /// The address, where there is one.
    #[must_use]
    pub fn address(self, pack: &Pack) -> Option<String> {
        match self {
            Self::Article(entity) => {
                let title = pack[entity].wikipedia.as_deref()?;
                Some(url::wikipedia(title, &pack.about.language))
            }
            Self::Catalogue(entity, at) => Some(pack[entity].ids.get(at as usize)?.address()),
            Self::Words(statement, at) => pack[statement].addresses().nth(at as usize).map(ToString::to_string),
            Self::Picture(statement) => pack[statement].picture.as_ref().map(|picture| picture.url.to_string()),
        }
    }

    /// All that an entity has, the one that tells most first.
    pub fn of_entity(pack: &Pack, entity: EntityId) -> impl Iterator<Item = Self> + '_ {
        let article = pack[entity].wikipedia.is_some().then_some(Self::Article(entity));
        article.into_iter().chain((0..pack[entity].ids.len()).map(move |at| Self::Catalogue(entity, at as u32)))
    }
}
