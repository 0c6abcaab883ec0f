//! The JSON shapes of a pack, one to one. Everything here is text as the author wrote it; `build` gives it meaning.

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
    pub id: String,
    pub title: String,
    /// ISO 639-1 code of the prose.
    pub language: String,
    /// When the pack was last changed, as `2025-11-23`.
    pub revision: String,
    /// Until when its facts were gathered, in the `when` grammar.
    pub as_of: String,
    pub licence: String,
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
    pub id: String,
    pub title: String,
    /// A title for narrow sidebars.
    pub short: String,
    pub when: String,
    pub summary: String,
    pub chapters: Vec<Chapter>,
}

#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Chapter {
    pub id: String,
    pub title: String,
    pub when: Option<String>,
    pub passages: Vec<Passage>,
    #[serde(default)]
    pub plates: Vec<Plate>,
}

#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Passage {
    pub id: String,
    pub statements: Vec<Statement>,
}

/// One sentence with its dates, links, citations and standing.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Statement {
    /// Prose with `[[entity-id|words]]` links and `*emphasis*`.
    pub text: String,
    pub when: Option<String>,
    /// `source-key` or `source-key, p. 2`.
    #[serde(default)]
    pub cites: Vec<String>,
    #[serde(default)]
    pub standing: Standing,
    pub note: Option<String>,
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
    pub id: String,
    /// Prose with links and emphasis, as in a statement.
    pub caption: String,
    pub when: Option<String>,
    #[serde(default)]
    pub cites: Vec<String>,
    #[serde(default)]
    pub standing: Standing,
    pub note: Option<String>,
    #[serde(default)]
    pub note_cites: Vec<String>,
    pub instead_of: Option<String>,
}

/// How far a statement can be trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Deserialize, serde::Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    #[default]
    Established,
    /// True as a statement of who says it.
    Attributed,
    Approximate,
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
    pub id: String,
    pub name: String,
    #[serde(default)]
    pub aliases: Vec<Alias>,
    /// Who or what it is, in a phrase.
    pub role: Option<String>,
    pub when: Option<String>,
    /// Latitude and longitude in degrees.
    pub at: Option<[f64; 2]>,
    pub precision: Option<Precision>,
    #[serde(default)]
    pub offices: Vec<Office>,
    /// A kind within the kind: `coup`, `battle`, `party`, `town`.
    #[serde(rename = "type")]
    pub subtype: Option<String>,
    /// Where an event took place: ids of places.
    #[serde(default, rename = "where")]
    pub places: Vec<String>,
    #[serde(default)]
    pub who: Vec<Part>,
    pub outcome: Option<String>,
    #[serde(default)]
    pub figures: Vec<Figure>,
    /// Ids of approximate outlines in `geo.json`.
    #[serde(default)]
    pub reach: Vec<String>,
    /// Title of the article on the English Wikipedia.
    pub wikipedia: Option<String>,
    pub note: Option<String>,
}

/// Another name of an entity.
#[derive(Debug, Clone, Deserialize, serde::Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Alias {
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

#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Office {
    pub title: String,
    /// Id of the polity, place or organization.
    pub of: String,
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
    pub entity: String,
    pub part: Option<String>,
}

/// A figure and who gives it.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Figure {
    pub value: String,
    pub by: Option<String>,
    #[serde(default)]
    pub cites: Vec<String>,
}

/// A record of `sources.json`.
#[derive(Debug, Clone, Deserialize, serde::Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Source {
    pub key: String,
    pub kind: SourceKind,
    #[serde(default)]
    pub authors: Vec<String>,
    #[serde(default)]
    pub editors: Vec<String>,
    pub title: String,
    /// The publisher, journal, site or larger work.
    #[serde(rename = "in")]
    pub within: Option<String>,
    /// `2019-03-26`, `2019-03` or `2019`.
    pub date: Option<String>,
    pub pages: Option<String>,
    pub volume: Option<String>,
    pub issue: Option<String>,
    pub doi: Option<String>,
    pub isbn: Option<String>,
    pub issn: Option<String>,
    pub jstor: Option<String>,
    pub url: Option<String>,
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
    pub note: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, serde::Serialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum SourceKind {
    Book,
    Journal,
    Thesis,
    Report,
    Document,
    News,
    Web,
    Encyclopedia,
    /// An article of Wikipedia, or a copy of one.
    Wiki,
}

/// `geo.json`: what the map draws. Positions are `[longitude, latitude]` in degrees.
#[derive(Debug, Default, Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Geo {
    pub credit: String,
    /// Id of the place that distances are told from.
    pub capital: Option<String>,
    /// Id of the water that nearness is told to.
    pub river: Option<String>,
    /// Name of the country whose borders fill the map at first.
    pub country: String,
    #[serde(default)]
    pub lines: Vec<Line>,
    #[serde(default)]
    pub waters: Vec<Water>,
    #[serde(default)]
    pub labels: Vec<Label>,
    #[serde(default)]
    pub reaches: Vec<Reach>,
}

/// A border or a coast.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Line {
    pub kind: LineKind,
    /// 0 is the country itself, 1 its neighbours, 2 the rest.
    pub rank: u8,
    #[serde(default)]
    pub disputed: bool,
    pub paths: Vec<Vec<[f64; 2]>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum LineKind {
    Border,
    Coast,
}

/// A river or a lake.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Water {
    pub id: String,
    pub name: String,
    pub kind: WaterKind,
    pub rank: u8,
    #[serde(default)]
    pub approximate: bool,
    /// When it existed, for reservoirs and lakes that dried.
    pub when: Option<String>,
    pub paths: Vec<Vec<[f64; 2]>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum WaterKind {
    River,
    Lake,
}

/// A name on the map that is no entity: a neighbouring country, a town for orientation.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Label {
    pub name: String,
    pub kind: LabelKind,
    pub at: [f64; 2],
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum LabelKind {
    Country,
    Town,
}

/// The approximate outline of a polity at a date.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Reach {
    pub id: String,
    pub when: String,
    pub note: Option<String>,
    pub outline: Vec<[f64; 2]>,
}
