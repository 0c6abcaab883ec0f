//! A pack in the making: eras, chapters, passages and statements, entities and sources, as plain data.
//!
//! What goes in is made acceptable to a pack, has an id of its own and is known when it comes again. The files that
//! [`crate::folder`] makes of a draft pass every check.

mod arrange;
mod entity;
mod ids;
mod known;
mod sound;
mod source;
mod ties;

use std::collections::HashMap;

use griot_pack::pack::{Pack, Picture, Standing, bracketed, literal};
use griot_pack::when::When;

pub use entity::{Entity, Met, called};
use ids::Ids;
pub use ids::slug;
use sound::sound;
pub use source::Cited;
pub use ties::{Figure, Office, Related, Relation};

/// A pack in the making.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Draft {
    /// What the pack is.
    pub about: About,
    /// In reading order. Statements that wait in `loose` become eras of their own by [`Draft::arrange`].
    pub eras: Vec<Era>,
    /// Statements without a place in the text yet.
    pub loose: Vec<Loose>,
    /// Eras that a file names, with their time, for loose statements of that time.
    pub times: Vec<(String, When)>,
    /// New ones; those of a pack that is added to are known by name only.
    pub entities: Vec<Entity>,
    /// New ones, likewise.
    pub sources: Vec<griot_pack::pack::Source>,
    /// Approximate outlines that entities name in their `reach`.
    pub outlines: Vec<Outline>,
    /// Statements of the pack that is added to.
    pub had: usize,
    ids: Ids,
    known: known::Known,
    cited: source::Known,
    origins: HashMap<u64, Came>,
}

/// What `pack.json` says, as far as it is known.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct About {
    /// The title.
    pub title: Option<String>,
    /// ISO 639-1 code of the prose.
    pub language: Option<String>,
    /// Of what came in.
    pub licence: Option<String>,
    /// To whom it is owed, a sentence each.
    pub credits: Vec<String>,
}

/// When something came that comes again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Came {
    /// The pack has it that is added to.
    Before,
    /// It stands earlier in what is coming in.
    Now,
}

/// An era.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Era {
    /// Unique in the pack.
    pub id: String,
    /// The title in full.
    pub title: String,
    /// Of when it tells; none means that of its statements.
    pub when: Option<When>,
    /// Two or three lines at its head.
    pub summary: String,
    /// In reading order.
    pub chapters: Vec<Chapter>,
}

/// A chapter.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Chapter {
    /// Unique in the pack.
    pub id: String,
    /// The heading.
    pub title: String,
    /// In reading order.
    pub passages: Vec<Passage>,
}

/// A paragraph.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Passage {
    /// Unique in the pack.
    pub id: String,
    /// In reading order.
    pub statements: Vec<Statement>,
}

/// A sentence with its date and where it came from.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Statement {
    /// Prose with markup, as made by [`literal`] and [`link`].
    pub text: String,
    /// When what it tells took place.
    pub when: Option<When>,
    /// `source-key` or `source-key, p. 2`.
    pub cites: Vec<String>,
    /// How far it can be trusted; one without cites is written as uncited.
    pub standing: Standing,
    /// What a reader should know of it: a date that could not be read, a column that fits nowhere.
    pub note: Option<String>,
    /// From which file and where in it, as made by [`origin`].
    pub origin: Option<String>,
    /// What the file puts it with.
    pub group: Option<String>,
    /// How the file words its date.
    pub shown: Option<String>,
    /// A picture of what it tells.
    pub picture: Option<Picture>,
}

/// A statement that waits for its place in the text.
#[derive(Debug, Clone, PartialEq)]
pub struct Loose {
    /// The title of the era that the file puts it in.
    pub era: Option<String>,
    /// What is said.
    pub statement: Statement,
}

/// The approximate outline of a polity.
#[derive(Debug, Clone, PartialEq)]
pub struct Outline {
    /// What entities name in `reach`.
    pub id: String,
    /// When it held.
    pub when: When,
    /// A closed run of longitudes and latitudes.
    pub points: Vec<[f64; 2]>,
}

impl Draft {
    /// A draft of what is to be added to a pack: what the pack has is known, and no id is given twice.
    #[must_use]
    pub fn onto(pack: &Pack) -> Self {
        let mut it = Self { had: pack.statements().len(), ..Self::default() };
        it.ids.take_all(pack);
        for id in pack.entities() {
            it.known.learn_of(&pack[id]);
        }
        for id in pack.sources() {
            it.cited.learn(&pack[id]);
        }
        let origins = pack.statements().filter_map(|id| pack[id].origin.as_deref().and_then(mark_of));
        it.origins = origins.map(|mark| (mark, Came::Before)).collect();
        if let Ok(geo) = pack.geo() {
            geo.reaches.iter().for_each(|reach| it.ids.take(&reach.id));
        }
        it
    }

    /// An id that nothing else has, like `wish`.
    pub fn id(&mut self, wish: &str) -> String {
        self.ids.give(wish)
    }

    /// Whether and when a statement of this origin has come already; from now on it has.
    pub fn has_come(&mut self, origin: &str) -> Option<Came> {
        let mark = mark_of(origin)?;
        let came = self.origins.get(&mark).copied();
        if came.is_none() {
            self.origins.insert(mark, Came::Now);
        }
        came
    }

    /// Adds a passage of statements, and makes them such that a pack takes them.
    pub fn passage(&mut self, statements: Vec<Statement>) -> Passage {
        let wish = slug(words_of(statements.first().map_or("", |first| &first.text)));
        // Most passages of a table have one: no room is kept for more.
        let mut sound_ones = Vec::with_capacity(statements.len());
        for it in statements {
            sound_ones.extend(sound(it));
        }
        let id = self.ids.give_passage(&wish, sound_ones.len() as u32);
        Passage { id, statements: sound_ones }
    }

    /// Gives loose statements their places, by the eras that they or the draft name, or by their time.
    pub fn arrange(&mut self) {
        let loose = std::mem::take(&mut self.loose);
        arrange::arrange(self, loose);
    }

    /// Forgets what only serves to know again what comes in: nothing more will.
    pub fn close(&mut self) {
        (self.known, self.cited, self.origins) = Default::default();
    }

    /// How many statements there are.
    #[must_use]
    pub fn statements(&self) -> usize {
        let passages = self.eras.iter().flat_map(|era| &era.chapters).flat_map(|chapter| &chapter.passages);
        self.loose.len() + passages.map(|passage| passage.statements.len()).sum::<usize>()
    }
}

/// A link to an entity, shown by plain words.
#[must_use]
pub fn link(id: &str, words: &str) -> String {
    format!("[[{id}|{}]]", literal(words))
}

/// Words that lead to an address of the web.
#[must_use]
pub fn web_link(words: &str, address: &str) -> String {
    format!("[{}]({address})", bracketed(words))
}

/// Where something came from: a file, a place in it, and a number made of all that it says, by which it is known again.
#[must_use]
pub fn origin(file: &str, place: &str, says: &str) -> String {
    format!("{file}, {place} #{:016x}", mark(says))
}

/// FNV-1a: it is the same on every machine and for good.
pub(crate) fn mark(says: &str) -> u64 {
    says.bytes().fold(0xcbf2_9ce4_8422_2325, |sum, byte| (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

fn mark_of(origin: &str) -> Option<u64> {
    u64::from_str_radix(origin.rsplit_once('#')?.1, 16).ok()
}

/// The words of prose, without ids of links.
fn words_of(prose: &str) -> &str {
    let end = prose.floor_char_boundary(prose.len().min(120));
    let prose = &prose[..end];
    prose.strip_prefix("[[").and_then(|rest| rest.split_once('|')).map_or(prose, |(_, words)| words)
}

/// Text by which two names are one: letters without regard to case and spaces.
fn folded(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for word in name.split_whitespace() {
        out.push_str(if out.is_empty() { "" } else { " " });
        out.push_str(word);
    }
    if out.is_ascii() {
        out.make_ascii_lowercase();
        return out;
    }
    out.to_lowercase()
}

/// A list of those that have one key.
type ByKey<K, V> = HashMap<K, Vec<V>>;

#[cfg(test)]
mod tests;
