//! Entities of a draft: one name of one kind with dates that meet is one entity.

use griot_pack::order::InOrder;
use std::collections::HashMap;

use griot_pack::pack::{Alias, ExternalId, Kind, Position, Precision, Registry, acceptable};
use griot_pack::when::When;

use super::{ByKey, Draft, Figure, Office, Relation, folded, slug};

/// A person, place, polity, people, group, organization, event, concept or work.
#[derive(Debug, Clone, PartialEq)]
pub struct Entity {
    /// Unique in the pack; given by [`Draft::entity`].
    pub id: String,
    /// Which of the nine sorts it is.
    pub kind: Kind,
    /// The name it is shown by.
    pub name: String,
    /// Other names, each with the code of its language and its time where these are known.
    pub aliases: Vec<Alias>,
    /// Who or what it is, in a phrase.
    pub role: Option<String>,
    /// Its years.
    pub when: Option<When>,
    /// Latitude and longitude in degrees, and how well they are known.
    pub at: Option<([f64; 2], Precision)>,
    /// Where else it lay, for how long.
    pub positions: Vec<Position>,
    /// Of people.
    pub offices: Vec<Office>,
    /// Parents, spouses and successors; [`Draft::relate`] adds one.
    pub relations: Vec<Relation>,
    /// A kind within the kind: `battle`, `town`.
    pub subtype: Option<String>,
    /// Of events: ids of places.
    pub places: Vec<String>,
    /// Of events: ids of who took part, and as what.
    pub who: Vec<(String, Option<String>)>,
    /// Of events: how it ended.
    pub outcome: Option<String>,
    /// Of events: numbers, and who gives them.
    pub figures: Vec<Figure>,
    /// Ids of outlines.
    pub reach: Vec<String>,
    /// Title of the article on the English Wikipedia.
    pub wikipedia: Option<String>,
    /// Its numbers in catalogues: whatever has one of them is it.
    pub ids: Vec<ExternalId>,
    /// What the author puts it with.
    pub group: Option<String>,
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
            positions: Vec::new(),
            offices: Vec::new(),
            relations: Vec::new(),
            subtype: None,
            places: Vec::new(),
            who: Vec::new(),
            outcome: None,
            figures: Vec::new(),
            reach: Vec::new(),
            wikipedia: None,
            ids: Vec::new(),
            group: None,
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
        let name = Some(other.name).filter(|name| *name != self.name).map(called);
        for alias in name.into_iter().chain(other.aliases) {
            if alias.name != *self.name && !self.aliases.iter().any(|own| own.name == alias.name) {
                self.aliases.push(alias);
            }
        }
        for id in other.ids {
            if !self.ids.iter().any(|own| own.registry == id.registry) {
                self.ids.push(id);
            }
        }
        add_new(&mut self.positions, other.positions);
        add_new(&mut self.offices, other.offices);
        add_new(&mut self.relations, other.relations);
        add_new(&mut self.figures, other.figures);
        self.group = self.group.take().or(other.group);
        self.outcome = self.outcome.take().or(other.outcome);
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
        for alias in &mut self.aliases {
            alias.name = acceptable(&alias.name).trim().to_owned().into();
        }
        let parts = self.who.iter_mut().filter_map(|(_, part)| part.as_mut());
        let offices = self.offices.iter_mut().map(|office| &mut office.title);
        let figures = self.figures.iter_mut().flat_map(|it| std::iter::once(&mut it.value).chain(it.by.as_mut()));
        for text in parts.chain(offices).chain(figures).chain([&mut self.name]) {
            tidy(text);
        }
        let optional = [&mut self.role, &mut self.subtype, &mut self.wikipedia, &mut self.note, &mut self.group];
        for text in optional.into_iter().chain([&mut self.outcome]) {
            text.iter_mut().for_each(tidy);
            text.take_if(|text| text.is_empty());
        }
        self.aliases.retain(|alias| !alias.name.is_empty());
        self.positions.retain(|it| it.at[0].abs() <= 90.0 && it.at[1].abs() <= 180.0);
        self.ids.order_by_key(|it| it.registry);
        self.ids.dedup_by_key(|it| it.registry);
        if self.name.is_empty() {
            self.name = "[unnamed]".into();
        }
        self.at = self.at.filter(|([lat, lon], _)| lat.abs() <= 90.0 && lon.abs() <= 180.0);
        self
    }
}

/// Makes the text one that a pack takes, without spaces around it; most are.
fn tidy(text: &mut String) {
    let is_tidy = text.bytes().all(|byte| (b' '..0x7f).contains(&byte)) && text.trim().len() == text.len();
    if !is_tidy || text.len() > 1000 {
        acceptable(text).trim().clone_into(text);
    }
}

/// Entities by what they are known by.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Known {
    names: ByKey<(Kind, String), One>,
    /// Those that a pack has, by their articles: a pack may call them otherwise, and another kind.
    articles: ByKey<String, (Kind, String)>,
    /// By their numbers in catalogues.
    numbers: HashMap<(Registry, String), One>,
    /// The numbers of each, by its id.
    own_numbers: HashMap<String, Vec<ExternalId>>,
    /// Where each stands in the draft, by its id.
    places: HashMap<String, usize>,
}

/// A name of which no more is known.
#[must_use]
pub fn called(name: impl Into<String>) -> Alias {
    Alias { name: name.into().into(), lang: None, when: None }
}

/// Adds what is not there yet.
fn add_new<T: PartialEq>(own: &mut Vec<T>, others: Vec<T>) {
    for it in others {
        if !own.contains(&it) {
            own.push(it);
        }
    }
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
        self.learn_numbers(&it.ids, &One { id: it.id.to_string(), when: it.when, at: None });
    }

    fn learn(&mut self, key: (Kind, String), one: One) {
        // Of most names there is one: no room is kept for more.
        let all = self.names.entry(key).or_insert_with(|| Vec::with_capacity(1));
        if !all.iter().any(|other| other.id == one.id) {
            all.push(one);
        }
    }

    fn learn_numbers(&mut self, ids: &[ExternalId], one: &One) {
        for it in ids {
            self.numbers.entry((it.registry, it.id.to_string())).or_insert_with(|| one.clone());
        }
        if !ids.is_empty() {
            add_new(self.own_numbers.entry(one.id.clone()).or_default(), ids.to_vec());
        }
    }

    /// The one that has one of these numbers.
    fn numbered(&self, ids: &[ExternalId]) -> Option<&One> {
        ids.iter().find_map(|it| self.numbers.get(&(it.registry, it.id.to_string())))
    }

    /// Whether another is known to be meant by the number of a catalogue in which this one has another number.
    fn is_other(&self, id: &str, ids: &[ExternalId]) -> bool {
        let own = self.own_numbers.get(id).map_or(&[][..], Vec::as_slice);
        ids.iter().any(|it| own.iter().any(|own| own.registry == it.registry && own.id != it.id))
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
        let found = self.known.numbered(&record.ids).cloned().or_else(|| {
            let one = self.known.find(record.kind, &record.name, record.when)?;
            one.when = one.when.or(record.when);
            Some(one.clone())
        });
        let is_other = |one: &One| self.known.is_other(&one.id, &record.ids);
        let Some(one) = found.filter(|one| !is_other(one)) else {
            return match self.known.find_article(&record) {
                Some(id) => Met { id: id.to_owned(), again: true },
                None => Met { id: self.new_entity(record), again: false },
            };
        };
        self.known.learn_numbers(&record.ids, &one);
        if let Some(own) = one.at {
            self.entities[own].take(record);
        }
        Met { id: one.id, again: true }
    }

    /// The id of the entity that has a number of a catalogue.
    #[must_use]
    pub fn numbered(&self, registry: Registry, id: &str) -> Option<&str> {
        self.known.numbers.get(&(registry, id.to_owned())).map(|one| one.id.as_str())
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
        self.known.places.get(id).map(|at| &mut self.entities[*at])
    }

    fn new_entity(&mut self, mut it: Entity) -> String {
        let wish = if it.id.is_empty() { slug(&it.name) } else { std::mem::take(&mut it.id) };
        it.id = self.ids.give(&wish);
        let one = One { id: it.id.clone(), when: it.when, at: Some(self.entities.len()) };
        self.known.learn_numbers(&it.ids, &one);
        self.known.places.insert(it.id.clone(), self.entities.len());
        self.known.learn((it.kind, folded(&it.name)), one);
        let id = it.id.clone();
        self.entities.push(it);
        id
    }
}
