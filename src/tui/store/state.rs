//! The two files as they are written, and as they were written before.

use serde::{Deserialize, Serialize};

use super::place::{OldPlace, Place, same_path};
use griot_pack::pack::Pack;

/// The version of both files that is written; the one before it is read.
pub(super) const VERSION: u32 = 2;
/// The most packs whose places are kept.
const MOST_PACKS: usize = 100;

/// `state.json`: how everything looks, and where each pack was left.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct State {
    pub version: u32,
    pub looks: Appearance,
    /// The latest first.
    pub packs: Vec<Left>,
}

/// What was chosen for the eyes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Appearance {
    pub theme: String,
    pub measure: u16,
    /// Nothing where it was never chosen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sidebar: Option<u16>,
    pub trust: bool,
}

/// How a pack was left.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Left {
    pub pack: String,
    /// The folder or file of the pack, where it is not the built-in one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
    pub place: Place,
    /// The letter of the view.
    #[serde(default)]
    pub view: Option<char>,
    /// From an entity's page, the place in the text to which back leads.
    #[serde(default)]
    pub from: Option<Place>,
    /// The language that it was read in, where that is not its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// What was searched for, the latest first.
    pub recent: Vec<String>,
}

/// `marks.json`.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct MarksFile {
    pub version: u32,
    pub marks: Vec<Place>,
}

/// `state.json` of version 1: one place for all packs.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct OldState {
    #[serde(rename = "version")]
    _version: u32,
    pack: String,
    place: OldPlace,
    #[serde(default)]
    view: Option<char>,
    #[serde(default)]
    from: Option<OldPlace>,
    theme: String,
    measure: u16,
    #[serde(default)]
    sidebar: Option<u16>,
    trust: bool,
    recent: Vec<String>,
}

/// `marks.json` of version 1.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct OldMarks {
    #[serde(rename = "version")]
    _version: u32,
    marks: Vec<OldPlace>,
}

impl From<OldState> for State {
    fn from(old: OldState) -> Self {
        let OldState { pack, place, view, from, theme, measure, sidebar, trust, recent, .. } = old;
        let left =
            Left { pack, path: None, place: place.into(), view, from: from.map(Place::from), language: None, recent };
        Self { version: VERSION, looks: Appearance { theme, measure, sidebar, trust }, packs: vec![left] }
    }
}

impl From<OldMarks> for MarksFile {
    fn from(old: OldMarks) -> Self {
        Self { version: VERSION, marks: old.marks.into_iter().map(Place::from).collect() }
    }
}

impl Default for MarksFile {
    fn default() -> Self {
        Self { version: VERSION, marks: Vec::new() }
    }
}

impl State {
    /// How the pack was left: the very one, or else one that was moved here.
    pub fn of_pack(&self, pack: &Pack, path: Option<&str>) -> Option<&Left> {
        let of_id = || self.packs.iter().filter(|left| pack.about.id == left.pack.as_str());
        of_id()
            .find(|left| left.path.as_deref() == path)
            .or_else(|| of_id().find(|left| same_path(left.path.as_deref(), path)))
    }

    /// Takes over how a pack was left; what is known of others stays.
    pub fn leave(&mut self, left: Left) {
        let same = |other: &Left| other.pack == left.pack && same_path(other.path.as_deref(), left.path.as_deref());
        // The built-in pack keeps its place when one of its name is read from a folder.
        self.packs.retain(|other| !same(other) || other.path.is_none() && left.path.is_some());
        self.packs.insert(0, left);
        self.packs.truncate(MOST_PACKS);
    }
}
