//! What entities of a draft are known by: one name of one kind with dates that meet is one entity, and whatever has one
//! number of a catalogue.

use std::collections::HashMap;

use griot_pack::pack::{ExternalId, Kind, Precision, Registry, acceptable};
use griot_pack::when::When;

use super::entity::{Entity, Met, add_new};
use super::{ByKey, Draft, folded, slug};

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

#[derive(Debug, Clone, PartialEq)]
struct One {
    id: String,
    when: Option<When>,
    /// Where it lies.
    at: Option<[f32; 2]>,
    /// Its place in the draft, unless the pack has it already.
    place: Option<usize>,
}

impl Known {
    /// Learns of one that a pack has.
    pub fn learn_of(&mut self, it: &griot_pack::pack::Entity) {
        let near = |at: [f64; 2]| at.map(|degrees| degrees as f32);
        let at = it.at.filter(|_| it.precision != Some(Precision::Region)).map(near);
        let one = || One { id: it.id.to_string(), when: it.when, at, place: None };
        let names = std::iter::once(&it.name).chain(it.aliases.iter().map(|alias| &alias.name));
        for name in names {
            self.learn((it.kind, folded(name)), one());
        }
        if let Some(title) = &it.wikipedia {
            self.articles.entry(article(title)).or_default().push((it.kind, it.id.to_string()));
        }
        self.learn_numbers(&it.ids, &one());
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

    /// The one of a name and a kind whose time meets this one, and which does not lie elsewhere.
    fn find(&mut self, kind: Kind, name: &str, when: Option<When>, at: Option<[f32; 2]>) -> Option<&mut One> {
        let meets = |one: &One| {
            one.when.is_none_or(|own| when.is_none_or(|when| own.overlaps(&when)))
                && one.at.is_none_or(|own| at.is_none_or(|at| is_near(own, at)))
        };
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

/// The position of one that lies somewhere; that of an outline is only its middle.
fn position(it: &Entity) -> Option<[f32; 2]> {
    let known = it.at.filter(|(_, precision)| *precision != Precision::Region);
    known.map(|(at, _)| at.map(|degrees| degrees as f32))
}

/// Whether two positions may be of one place: what is called alike and lies further off is another.
fn is_near(a: [f32; 2], b: [f32; 2]) -> bool {
    const FAR: f32 = 2.0;
    let round = (a[1] - b[1]).abs();
    (a[0] - b[0]).abs() < FAR && round.min(360.0 - round) < FAR
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
            let one = self.known.find(record.kind, &record.name, record.when, position(&record))?;
            one.when = one.when.or(record.when);
            one.at = one.at.or(position(&record));
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
        if let Some(own) = one.place {
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
        if named.is_some_and(|all| all.iter().any(|one| one.id == wish && one.place.is_none())) {
            return Met { id: wish, again: true };
        }
        record.id = wish;
        Met { id: self.new_entity(record.made_acceptable()), again: false }
    }

    /// The id of an entity of which a file tells no more than the name.
    pub fn named(&mut self, kind: Kind, name: &str) -> String {
        match self.known.find(kind, name, None, None) {
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
        let one = One { id: it.id.clone(), when: it.when, at: position(&it), place: Some(self.entities.len()) };
        self.known.learn_numbers(&it.ids, &one);
        self.known.places.insert(it.id.clone(), self.entities.len());
        self.known.learn((it.kind, folded(&it.name)), one);
        let id = it.id.clone();
        self.entities.push(it);
        id
    }
}
