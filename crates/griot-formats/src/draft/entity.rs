//! Entities of a draft: one name of one kind with dates that meet is one entity.

use griot_pack::pack::{Kind, Precision, acceptable};
use griot_pack::when::When;

use super::{ByKey, Draft, folded, slug};

/// A person, place, polity, people, group, organization, event, concept or work.
#[derive(Debug, Clone, PartialEq)]
pub struct Entity {
    /// Unique in the pack; given by [`Draft::entity`].
    pub id: String,
    /// Which of the nine sorts it is.
    pub kind: Kind,
    /// The name it is shown by.
    pub name: String,
    /// Other names, each with the code of its language where that is known.
    pub aliases: Vec<(String, Option<String>)>,
    /// Who or what it is, in a phrase.
    pub role: Option<String>,
    /// Its years.
    pub when: Option<When>,
    /// Latitude and longitude in degrees, and how well they are known.
    pub at: Option<([f64; 2], Precision)>,
    /// A kind within the kind: `battle`, `town`.
    pub subtype: Option<String>,
    /// Of events: ids of places.
    pub places: Vec<String>,
    /// Of events: ids of who took part, and as what.
    pub who: Vec<(String, Option<String>)>,
    /// Ids of outlines.
    pub reach: Vec<String>,
    /// Title of the article on the English Wikipedia.
    pub wikipedia: Option<String>,
    /// What a reader should know of the record.
    pub note: Option<String>,
}

/// What became of an entity that came in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Met {
    /// Its id in the pack.
    pub id: String,
    /// Whether it is one that was there already, in the draft or the pack.
    pub again: bool,
}

impl Entity {
    /// One of which no more is known than its name.
    #[must_use]
    pub fn new(kind: Kind, name: impl Into<String>) -> Self {
        Self {
            id: String::new(),
            kind,
            name: name.into(),
            aliases: Vec::new(),
            role: None,
            when: None,
            at: None,
            subtype: None,
            places: Vec::new(),
            who: Vec::new(),
            reach: Vec::new(),
            wikipedia: None,
            note: None,
        }
    }

    /// Adds a sentence to the note.
    pub fn remark(&mut self, words: &str) {
        match &mut self.note {
            Some(note) if note.contains(words) => {}
            Some(note) => note.push_str(&format!(" {words}")),
            None => self.note = Some(words.to_owned()),
        }
    }

    /// Takes over what another record of the same tells and this does not.
    fn take(&mut self, other: Self) {
        if let (Some(own), Some(others)) = (self.when, other.when)
            && own != others
        {
            self.remark(&format!("Also dated {}.", others.on_screen()));
        }
        let name = (other.name != self.name).then_some((other.name, None));
        for alias in name.into_iter().chain(other.aliases) {
            if alias.0 != self.name && !self.aliases.iter().any(|own| own.0 == alias.0) {
                self.aliases.push(alias);
            }
        }
        self.role = self.role.take().or(other.role);
        self.when = self.when.or(other.when);
        self.at = self.at.or(other.at);
        self.subtype = self.subtype.take().or(other.subtype);
        self.wikipedia = self.wikipedia.take().or(other.wikipedia);
        self.places.extend(other.places);
        self.who.extend(other.who);
        self.reach.extend(other.reach);
        self.places.dedup();
        if let Some(note) = other.note {
            self.remark(&note);
        }
    }

    /// Every text of it as a pack takes it.
    fn made_acceptable(mut self) -> Self {
        let texts = [&mut self.role, &mut self.subtype, &mut self.wikipedia, &mut self.note].into_iter().flatten();
        let names = self.aliases.iter_mut().map(|(name, _)| name);
        let parts = self.who.iter_mut().filter_map(|(_, part)| part.as_mut());
        for text in texts.chain(names).chain(parts).chain([&mut self.name]) {
            acceptable(text).trim().clone_into(text);
        }
        for text in [&mut self.role, &mut self.subtype, &mut self.wikipedia, &mut self.note] {
            *text = text.take().filter(|text| !text.is_empty());
        }
        self.aliases.retain(|(name, _)| !name.is_empty());
        if self.name.is_empty() {
            self.name = "[unnamed]".into();
        }
        self.at = self.at.filter(|([lat, lon], _)| lat.abs() <= 90.0 && lon.abs() <= 180.0);
        self
    }
}

/// Entities by what they are known by.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Known {
    names: ByKey<(Kind, String), One>,
    /// Those that a pack has, by their articles: a pack may call them otherwise, and another kind.
    articles: ByKey<String, (Kind, String)>,
}

#[derive(Debug, Clone, PartialEq)]
struct One {
    id: String,
    when: Option<When>,
    /// Its place in the draft, unless the pack has it already.
    at: Option<usize>,
}

impl Known {
    /// Learns of one that a pack has.
    pub fn learn_of(&mut self, it: &griot_pack::pack::Entity) {
        let names = std::iter::once(&it.name).chain(it.aliases.iter().map(|alias| &alias.name));
        for name in names {
            self.learn((it.kind, folded(name)), One { id: it.id.to_string(), when: it.when, at: None });
        }
        if let Some(title) = &it.wikipedia {
            self.articles.entry(article(title)).or_default().push((it.kind, it.id.to_string()));
        }
    }

    fn learn(&mut self, key: (Kind, String), one: One) {
        let all = self.names.entry(key).or_default();
        if !all.iter().any(|other| other.id == one.id) {
            all.push(one);
        }
    }

    /// The one of a name and a kind whose time meets this one.
    fn find(&mut self, kind: Kind, name: &str, when: Option<When>) -> Option<&mut One> {
        let meets = |one: &One| one.when.is_none_or(|own| when.is_none_or(|when| own.overlaps(&when)));
        self.names.get_mut(&(kind, folded(name)))?.iter_mut().find(|one| meets(one))
    }

    /// The one of the pack that an article is about: the only one, or that of the kind.
    fn find_article(&self, record: &Entity) -> Option<&str> {
        let all = self.articles.get(&article(record.wikipedia.as_deref()?))?;
        let of_kind = || all.iter().find(|(kind, _)| *kind == record.kind);
        let found = if let [one] = all.as_slice() { Some(one) } else { of_kind() };
        found.map(|(_, id)| id.as_str())
    }
}

/// A title by which two are one.
fn article(title: &str) -> String {
    folded(&title.replace('_', " "))
}

impl Draft {
    /// Adds an entity, or what it tells to the one that it is.
    pub fn entity(&mut self, record: Entity) -> Met {
        let record = record.made_acceptable();
        let Some(one) = self.known.find(record.kind, &record.name, record.when) else {
            return match self.known.find_article(&record) {
                Some(id) => Met { id: id.to_owned(), again: true },
                None => Met { id: self.new_entity(record), again: false },
            };
        };
        one.when = one.when.or(record.when);
        let id = one.id.clone();
        if let Some(own) = one.at {
            self.entities[own].take(record);
        }
        Met { id, again: true }
    }

    /// Adds an entity that is one of its own, whoever else is called so; `wish` is an id that is the same whenever the
    /// file is read. One that has this id in the pack already is it.
    pub fn entity_apart(&mut self, mut record: Entity, wish: &str) -> Met {
        let wish = slug(wish);
        let named = self.known.names.get(&(record.kind, folded(&acceptable(&record.name))));
        if named.is_some_and(|all| all.iter().any(|one| one.id == wish && one.at.is_none())) {
            return Met { id: wish, again: true };
        }
        record.id = wish;
        Met { id: self.new_entity(record.made_acceptable()), again: false }
    }

    /// The id of an entity of which a file tells no more than the name.
    pub fn named(&mut self, kind: Kind, name: &str) -> String {
        match self.known.find(kind, name, None) {
            Some(one) => one.id.clone(),
            None => self.new_entity(Entity::new(kind, name).made_acceptable()),
        }
    }

    /// The entity of an id, unless the pack has had it before.
    pub fn entity_of(&mut self, id: &str) -> Option<&mut Entity> {
        self.entities.iter_mut().rev().find(|it| it.id == id)
    }

    fn new_entity(&mut self, mut it: Entity) -> String {
        let wish = if it.id.is_empty() { slug(&it.name) } else { std::mem::take(&mut it.id) };
        it.id = self.ids.give(&wish);
        let one = One { id: it.id.clone(), when: it.when, at: Some(self.entities.len()) };
        self.known.learn((it.kind, folded(&it.name)), one);
        let id = it.id.clone();
        self.entities.push(it);
        id
    }
}
