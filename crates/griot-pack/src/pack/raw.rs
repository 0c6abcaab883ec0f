//! The JSON shapes of a pack, one to one. Everything here is text as the author wrote it; `build` gives it meaning.

mod map;
mod source;
mod text;

pub use map::{Geo, Label, LabelKind, Line, LineKind, Reach, Water, WaterKind};
#[cfg(test)]
use schemars::JsonSchema;
use serde::Deserialize;
pub use source::{Source, SourceKind};
pub use text::Text;

/// The version of the format that is written today; older ones are read.
pub const FORMAT: u32 = 2;

/// `pack.json`: what the pack is and in which order its eras stand.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct About<'a> {
    /// The version of this format: 2; in 1 no statement has an id.
    pub format: u32,
    /// Names the pack in output and in kept places.
    #[serde(borrow)]
    pub id: Text<'a>,
    /// What the header shows.
    pub title: Text<'a>,
    /// ISO 639-1 code of the prose.
    pub language: Text<'a>,
    /// When the pack was last changed, as `2025-11-23`.
    pub revision: Text<'a>,
    /// Until when its facts were gathered, in the `when` grammar.
    pub as_of: Text<'a>,
    /// Of the prose.
    pub licence: Text<'a>,
    /// To whom facts and map are owed, a sentence each.
    #[serde(default)]
    pub credits: Vec<Text<'a>>,
    /// Ids of the eras in order; era `n` lies in `eras/n-id.json`.
    pub eras: Vec<Text<'a>>,
}

/// `eras/n-id.json`.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Era<'a> {
    /// In the file name as well.
    #[serde(borrow)]
    pub id: Text<'a>,
    /// The title in full.
    pub title: Text<'a>,
    /// A title for narrow sidebars.
    pub short: Text<'a>,
    /// In the `when` grammar, as every date of a pack.
    pub when: Text<'a>,
    /// Two or three lines at the head of the era.
    pub summary: Text<'a>,
    /// In reading order.
    pub chapters: Vec<Chapter<'a>>,
}

/// A chapter of an era.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Chapter<'a> {
    /// Unique in the pack.
    #[serde(borrow)]
    pub id: Text<'a>,
    /// Short enough for the sidebar.
    pub title: Text<'a>,
    /// Of all that it tells.
    pub when: Option<Text<'a>>,
    /// In reading order.
    pub passages: Vec<Passage<'a>>,
    /// After the passages.
    #[serde(default)]
    pub plates: Vec<Plate<'a>>,
}

/// A paragraph.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Passage<'a> {
    /// Unique in the pack; the address that outlives numbers.
    #[serde(borrow)]
    pub id: Text<'a>,
    /// In reading order; at least one.
    pub statements: Vec<Statement<'a>>,
}

/// One sentence with its dates, links, citations and standing.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Statement<'a> {
    /// Unique in the pack, and kept for good: the address that outlives every change of the text around it.
    #[serde(borrow)]
    pub id: Option<Text<'a>>,
    /// Prose with `[[entity-id|words]]` links and `*emphasis*`.
    pub text: Text<'a>,
    /// When what it tells took place.
    pub when: Option<Text<'a>>,
    /// `source-key` or `source-key, p. 2`.
    #[serde(default)]
    pub cites: Vec<Text<'a>>,
    /// How far it can be trusted.
    #[serde(default)]
    pub standing: Standing,
    /// Why it is disputed, corrected or doubtful.
    pub note: Option<Text<'a>>,
    /// On whose word the note rests.
    #[serde(default)]
    pub note_cites: Vec<Text<'a>>,
    /// What the article that the facts were first gathered from says, where the statement corrects it.
    pub instead_of: Option<Text<'a>>,
}

/// A picture of the original article, told in words.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Plate<'a> {
    /// Unique in the pack; also that of its one statement.
    #[serde(borrow)]
    pub id: Text<'a>,
    /// Prose with links and emphasis, as in a statement.
    pub caption: Text<'a>,
    /// What the picture shows, or when it was made.
    pub when: Option<Text<'a>>,
    /// As in a statement.
    #[serde(default)]
    pub cites: Vec<Text<'a>>,
    /// As in a statement.
    #[serde(default)]
    pub standing: Standing,
    /// As in a statement.
    pub note: Option<Text<'a>>,
    /// As in a statement.
    #[serde(default)]
    pub note_cites: Vec<Text<'a>>,
    /// As in a statement.
    pub instead_of: Option<Text<'a>>,
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
pub struct Entity<'a> {
    /// Unique in the pack, and kept for good.
    #[serde(borrow)]
    pub id: Text<'a>,
    /// The name it is shown by.
    pub name: Text<'a>,
    /// Other names and spellings that it is looked up by.
    #[serde(default)]
    pub aliases: Vec<Alias<'a>>,
    /// Who or what it is, in a phrase.
    pub role: Option<Text<'a>>,
    /// Of a person the years that the text knows of, of an event its date.
    pub when: Option<Text<'a>>,
    /// Latitude and longitude in degrees.
    pub at: Option<[f64; 2]>,
    /// How well the position is known.
    pub precision: Option<Precision>,
    /// Of people.
    #[serde(default)]
    pub offices: Vec<Office<'a>>,
    /// A kind within the kind: `coup`, `battle`, `party`, `town`.
    #[serde(rename = "type")]
    pub subtype: Option<Text<'a>>,
    /// Where an event took place: ids of places.
    #[serde(default, rename = "where")]
    pub places: Vec<Text<'a>>,
    /// Of events: who took part.
    #[serde(default)]
    pub who: Vec<Part<'a>>,
    /// Of events: how it ended, in a sentence.
    pub outcome: Option<Text<'a>>,
    /// Of events: numbers, and who gives them.
    #[serde(default)]
    pub figures: Vec<Figure<'a>>,
    /// Ids of approximate outlines in `geo.json`.
    #[serde(default)]
    pub reach: Vec<Text<'a>>,
    /// Title of the article on the English Wikipedia.
    pub wikipedia: Option<Text<'a>>,
    /// What a reader should know of the record itself.
    pub note: Option<Text<'a>>,
}

/// Another name of an entity.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, serde::Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Alias<'a> {
    /// The name as written.
    #[serde(borrow)]
    pub name: Text<'a>,
    /// ISO 639-1 code, where it helps.
    pub lang: Option<Text<'a>>,
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
pub struct Office<'a> {
    /// As the holder bore it.
    #[serde(borrow)]
    pub title: Text<'a>,
    /// Id of the polity, place or organization.
    pub of: Text<'a>,
    /// The term.
    pub when: Option<Text<'a>>,
    /// Whether its holder rules: a head of state or a sovereign.
    #[serde(default)]
    pub head: bool,
}

/// Who took part in an event, and as what.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Part<'a> {
    /// Its id.
    #[serde(borrow)]
    pub entity: Text<'a>,
    /// As what, in a word or two.
    pub part: Option<Text<'a>>,
}

/// A figure and who gives it.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Figure<'a> {
    /// The number with what it counts.
    #[serde(borrow)]
    pub value: Text<'a>,
    /// Who gives it.
    pub by: Option<Text<'a>>,
    /// As in a statement.
    #[serde(default)]
    pub cites: Vec<Text<'a>>,
}
