//! The JSON shape of `geo.json`.

#[cfg(test)]
use schemars::JsonSchema;

use super::{List, Spanned, Str};
use crate::pack::geo::{LabelKind, LineKind, WaterKind};
use crate::pack::json::{Json, Key, Lost, Read, records};
use crate::pack::place::Span;

records! {
    /// `geo.json`: what the map draws. Positions are `[longitude, latitude]` in degrees.
    Geo {
        /// Where editors find the schema of this file.
        schema: Option<Str> = "$schema",
        /// To whom the lines are owed.
        credit: Str = needed "credit",
        /// Id of the place that distances are told from.
        capital: Option<Str> = "capital",
        /// Id of the water that nearness is told to.
        river: Option<Str> = "river",
        /// Name of the country whose borders fill the map at first.
        country: Str = needed "country",
        /// Borders and coasts.
        #[cfg_attr(test, schemars(default))]
        lines: Vec<Line> = "lines",
        /// Rivers and lakes.
        #[cfg_attr(test, schemars(default))]
        waters: Vec<Water> = "waters",
        /// Names for orientation.
        #[cfg_attr(test, schemars(default))]
        labels: Vec<Label> = "labels",
        /// Approximate outlines of polities.
        #[cfg_attr(test, schemars(default))]
        reaches: Vec<Reach> = "reaches",
    }

    /// A border or a coast.
    Line {
        /// What it bounds.
        kind: Spanned<LineKind> = needed "kind",
        /// 0 is the country itself, 1 its neighbours, 2 the rest.
        rank: u8 = needed "rank",
        /// Whether states contest it.
        #[cfg_attr(test, schemars(default))]
        disputed: bool = "disputed",
        /// Each a run of points.
        paths: List<Vec<[f64; 2]>> = needed "paths",
    }

    /// A river or a lake.
    Water {
        /// Unique in the file.
        id: Str = needed "id",
        /// As shown.
        name: Str = needed "name",
        /// Whether it flows.
        kind: Spanned<WaterKind> = needed "kind",
        /// 0 matters most.
        rank: u8 = needed "rank",
        /// Whether its outline is a sketch.
        #[cfg_attr(test, schemars(default))]
        approximate: bool = "approximate",
        /// When it existed, for reservoirs and lakes that dried.
        when: Option<Str> = "when",
        /// Each a run of points; of lakes a closed one.
        paths: List<Vec<[f64; 2]>> = needed "paths",
    }

    /// A name on the map that is no entity: a neighbouring country, a town for orientation.
    Label {
        /// As shown.
        name: Str = needed "name",
        /// What bears it.
        kind: Spanned<LabelKind> = needed "kind",
        /// Longitude and latitude.
        at: Spanned<[f64; 2]> = needed "at",
    }

    /// The approximate outline of a polity at a date.
    Reach {
        /// What entities name in `reach`.
        id: Str = needed "id",
        /// When it held.
        when: Str = needed "when",
        /// What it rests on.
        note: Option<Str> = "note",
        /// A closed run of points.
        outline: List<[f64; 2]> = needed "outline",
    }
}
