//! The JSON shape of `geo.json`.

#[cfg(test)]
use schemars::JsonSchema;
use serde::Deserialize;

use super::Text;

/// `geo.json`: what the map draws. Positions are `[longitude, latitude]` in degrees.
#[derive(Debug, Default, Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Geo<'a> {
    /// To whom the lines are owed.
    #[serde(borrow)]
    pub credit: Text<'a>,
    /// Id of the place that distances are told from.
    pub capital: Option<Text<'a>>,
    /// Id of the water that nearness is told to.
    pub river: Option<Text<'a>>,
    /// Name of the country whose borders fill the map at first.
    pub country: Text<'a>,
    /// Borders and coasts.
    #[serde(default)]
    pub lines: Vec<Line>,
    /// Rivers and lakes.
    #[serde(default)]
    pub waters: Vec<Water<'a>>,
    /// Names for orientation.
    #[serde(default)]
    pub labels: Vec<Label<'a>>,
    /// Approximate outlines of polities.
    #[serde(default)]
    pub reaches: Vec<Reach<'a>>,
}

/// A border or a coast.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Line {
    /// What it bounds.
    pub kind: LineKind,
    /// 0 is the country itself, 1 its neighbours, 2 the rest.
    pub rank: u8,
    /// Whether states contest it.
    #[serde(default)]
    pub disputed: bool,
    /// Each a run of points.
    pub paths: Vec<Vec<[f64; 2]>>,
}

/// What a line bounds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum LineKind {
    /// A modern border.
    Border,
    /// The edge of the sea.
    Coast,
}

/// A river or a lake.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Water<'a> {
    /// Unique in the file.
    #[serde(borrow)]
    pub id: Text<'a>,
    /// As shown.
    pub name: Text<'a>,
    /// Whether it flows.
    pub kind: WaterKind,
    /// 0 matters most.
    pub rank: u8,
    /// Whether its outline is a sketch.
    #[serde(default)]
    pub approximate: bool,
    /// When it existed, for reservoirs and lakes that dried.
    pub when: Option<Text<'a>>,
    /// Each a run of points; of lakes a closed one.
    pub paths: Vec<Vec<[f64; 2]>>,
}

/// Whether a water flows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum WaterKind {
    /// It flows.
    River,
    /// It stands.
    Lake,
}

/// A name on the map that is no entity: a neighbouring country, a town for orientation.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Label<'a> {
    /// As shown.
    #[serde(borrow)]
    pub name: Text<'a>,
    /// What bears it.
    pub kind: LabelKind,
    /// Longitude and latitude.
    pub at: [f64; 2],
}

/// What bears a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum LabelKind {
    /// A country; in capitals.
    Country,
    /// A town.
    Town,
}

/// The approximate outline of a polity at a date.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Reach<'a> {
    /// What entities name in `reach`.
    #[serde(borrow)]
    pub id: Text<'a>,
    /// When it held.
    pub when: Text<'a>,
    /// What it rests on.
    pub note: Option<Text<'a>>,
    /// A closed run of points.
    pub outline: Vec<[f64; 2]>,
}
