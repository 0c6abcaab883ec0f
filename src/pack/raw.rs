//! The JSON shapes of a pack, one to one. Everything here is text as the author wrote it; `build` gives it meaning.

mod map;

pub use map::{Geo, Label, LabelKind, Line, LineKind, Reach, Water, WaterKind};
#[cfg(test)]
use schemars::JsonSchema;
use serde::Deserialize;

/// `pack.json`: what the pack is and in which order its eras stand.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct About {
    /// The version of this format; always 1.
    pub format: u32,
    /// Names the pack in output and in kept places.
    pub id: String,
    /// What the header shows.
    pub title: String,
    /// ISO 639-1 code of the prose.
    pub language: String,
    /// When the pack was last changed, as `2025-11-23`.
    pub revision: String,
    /// Until when its facts were gathered, in the `when` grammar.
    pub as_of: String,
    /// Of the prose.
    pub licence: String,
    /// To whom facts and map are owed, a sentence each.
    #[serde(default)]
    pub credits: Vec<String>,
    /// Ids of the eras in order; era `n` lies in `eras/n-id.json`.
    pub eras: Vec<String>,
}

/// `eras/n-id.json`.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Era {
    /// In the file name as well.
    pub id: String,
    /// The title in full.
    pub title: String,
    /// A title for narrow sidebars.
    pub short: String,
    /// In the `when` grammar, as every date of a pack.
    pub when: String,
    /// Two or three lines at the head of the era.
    pub summary: String,
    /// In reading order.
    pub chapters: Vec<Chapter>,
}

/// A chapter of an era.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Chapter {
    /// Unique in the pack.
    pub id: String,
    /// Short enough for the sidebar.
    pub title: String,
    /// Of all that it tells.
    pub when: Option<String>,
    /// In reading order.
    pub passages: Vec<Passage>,
    /// After the passages.
    #[serde(default)]
    pub plates: Vec<Plate>,
}

/// A paragraph.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Passage {
    /// Unique in the pack; the address that outlives numbers.
    pub id: String,
    /// In reading order; at least one.
    pub statements: Vec<Statement>,
}

/// One sentence with its dates, links, citations and standing.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Statement {
    /// Prose with `[[entity-id|words]]` links and `*emphasis*`.
    pub text: String,
    /// When what it tells took place.
    pub when: Option<String>,
    /// `source-key` or `source-key, p. 2`.
    #[serde(default)]
    pub cites: Vec<String>,
    /// How far it can be trusted.
    #[serde(default)]
    pub standing: Standing,
    /// Why it is disputed, corrected or doubtful.
    pub note: Option<String>,
    /// On whose word the note rests.
    #[serde(default)]
    pub note_cites: Vec<String>,
    /// What the article that the facts were first gathered from says, where the statement corrects it.
    pub instead_of: Option<String>,
}

/// A picture of the original article, told in words.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Plate {
    /// Unique in the pack.
    pub id: String,
    /// Prose with links and emphasis, as in a statement.
    pub caption: String,
    /// What the picture shows, or when it was made.
    pub when: Option<String>,
    /// As in a statement.
    #[serde(default)]
    pub cites: Vec<String>,
    /// As in a statement.
    #[serde(default)]
    pub standing: Standing,
    /// As in a statement.
    pub note: Option<String>,
    /// As in a statement.
    #[serde(default)]
    pub note_cites: Vec<String>,
    /// As in a statement.
    pub instead_of: Option<String>,
}

/// How far a statement can be trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Deserialize, serde::Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// Cited, and nobody is known to contest it.
    #[default]
    Established,
    /// True as a statement of who says it.
    Attributed,
    /// A round date or number stands for one that is not known.
    Approximate,
    /// Sources disagree; the note says how.
    Disputed,
    /// Told otherwise than in the article the facts come from.
    Corrected,
    /// The article gives no source and none was found.
    Uncited,
    /// The article itself asks for a source.
    CitationNeeded,
}

/// A record of `entities/<kind>.json`.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Entity {
    /// Unique in the pack, and kept for good.
    pub id: String,
    /// The name it is shown by.
    pub name: String,
    /// Other names and spellings that it is looked up by.
    #[serde(default)]
    pub aliases: Vec<Alias>,
    /// Who or what it is, in a phrase.
    pub role: Option<String>,
    /// Of a person the years that the text knows of, of an event its date.
    pub when: Option<String>,
    /// Latitude and longitude in degrees.
    pub at: Option<[f64; 2]>,
    /// How well the position is known.
    pub precision: Option<Precision>,
    /// Of people.
    #[serde(default)]
    pub offices: Vec<Office>,
    /// A kind within the kind: `coup`, `battle`, `party`, `town`.
    #[serde(rename = "type")]
    pub subtype: Option<String>,
    /// Where an event took place: ids of places.
    #[serde(default, rename = "where")]
    pub places: Vec<String>,
    /// Of events: who took part.
    #[serde(default)]
    pub who: Vec<Part>,
    /// Of events: how it ended, in a sentence.
    pub outcome: Option<String>,
    /// Of events: numbers, and who gives them.
    #[serde(default)]
    pub figures: Vec<Figure>,
    /// Ids of approximate outlines in `geo.json`.
    #[serde(default)]
    pub reach: Vec<String>,
    /// Title of the article on the English Wikipedia.
    pub wikipedia: Option<String>,
    /// What a reader should know of the record itself.
    pub note: Option<String>,
}

/// Another name of an entity.
#[derive(Debug, Clone, Deserialize, serde::Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Alias {
    /// The name as written.
    pub name: String,
    /// ISO 639-1 code, where it helps.
    pub lang: Option<String>,
}

/// How well the position of an entity is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, serde::Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Precision {
    /// A known settlement, good to about 0.05 degrees.
    City,
    /// A known site, good to about 0.03 degrees.
    Site,
    /// A region or country: the point is its middle.
    Region,
    /// An estimate.
    Approximate,
}

/// An office that a person held.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Office {
    /// As the holder bore it.
    pub title: String,
    /// Id of the polity, place or organization.
    pub of: String,
    /// The term.
    pub when: Option<String>,
    /// Whether its holder rules: a head of state or a sovereign.
    #[serde(default)]
    pub head: bool,
}

/// Who took part in an event, and as what.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// Its id.
    pub entity: String,
    /// As what, in a word or two.
    pub part: Option<String>,
}

/// A figure and who gives it.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Figure {
    /// The number with what it counts.
    pub value: String,
    /// Who gives it.
    pub by: Option<String>,
    /// As in a statement.
    #[serde(default)]
    pub cites: Vec<String>,
}

/// A record of `sources.json`.
#[derive(Debug, Clone, Deserialize, serde::Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// What statements cite.
    pub key: String,
    /// What sort of publication it is.
    pub kind: SourceKind,
    /// Family name last.
    #[serde(default)]
    pub authors: Vec<String>,
    /// Family name last.
    #[serde(default)]
    pub editors: Vec<String>,
    /// In brackets where the work bears none.
    pub title: String,
    /// The publisher, journal, site or larger work.
    #[serde(rename = "in")]
    pub within: Option<String>,
    /// `2019-03-26`, `2019-03` or `2019`.
    pub date: Option<String>,
    /// Of the part that is meant.
    pub pages: Option<String>,
    /// Of the journal or series.
    pub volume: Option<String>,
    /// Within the volume.
    pub issue: Option<String>,
    /// Without the resolver.
    pub doi: Option<String>,
    /// As printed.
    pub isbn: Option<String>,
    /// As printed.
    pub issn: Option<String>,
    /// The number in that library.
    pub jstor: Option<String>,
    /// Opened only after it was shown.
    pub url: Option<String>,
    /// A copy that is kept.
    pub archive: Option<String>,
    /// When the address was read.
    pub accessed: Option<String>,
    /// ISO 639-1 code.
    pub lang: Option<String>,
    /// Key of the record of the same work.
    pub same_work_as: Option<String>,
    /// Whether the article names it without defining it.
    #[serde(default)]
    pub unresolved: bool,
    /// What a reader should know of it.
    pub note: Option<String>,
}

/// Sorts of publications.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, serde::Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum SourceKind {
    /// A book or a part of one.
    Book,
    /// An article in a journal.
    Journal,
    /// A thesis.
    Thesis,
    /// By an organization.
    Report,
    /// A law, an accord, a resolution.
    Document,
    /// From a paper, an agency or a station.
    News,
    /// Any other page.
    Web,
    /// An article in one, Wikipedia set aside.
    Encyclopedia,
    /// An article of Wikipedia, or a copy of one.
    Wiki,
}
