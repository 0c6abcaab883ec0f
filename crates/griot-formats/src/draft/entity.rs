//! Entities of a draft: one name of one kind with dates that meet is one entity.

use griot_pack::order::InOrder;
use griot_pack::pack::{Alias, ExternalId, Kind, Position, Precision, acceptable};
use griot_pack::when::When;

use super::{Figure, Office, Relation};

/// A person, place, polity, people, group, organization, event, concept or work.
#[derive(Debug, Clone, PartialEq)]
pub struct Entity {
    /// Unique in the pack; given by [`super::Draft::entity`].
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
    /// Parents, spouses and successors; [`super::Draft::relate`] adds one.
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
    pub(super) fn take(&mut self, other: Self) {
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
    pub(super) fn made_acceptable(mut self) -> Self {
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

/// A name of which no more is known.
#[must_use]
pub fn called(name: impl Into<String>) -> Alias {
    Alias { name: name.into().into(), lang: None, when: None }
}

/// Adds what is not there yet.
pub(super) fn add_new<T: PartialEq>(own: &mut Vec<T>, others: Vec<T>) {
    for it in others {
        if !own.contains(&it) {
            own.push(it);
        }
    }
}
