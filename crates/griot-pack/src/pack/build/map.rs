//! The map.

use crate::clean::clean;
use crate::pack::check::{self, Broken};
use crate::pack::geo::{Geo, Label, Line, LonLat, Reach, Water};
use crate::pack::place::Span;
use crate::pack::raw::{self, Str};
use crate::pack::rule::Rule;
use crate::pack::text::Text;
use crate::when::When;

/// The map as its file tells it, and what is wrong with that.
pub(super) fn geo(raw: raw::Geo) -> (Geo, Broken) {
    let mut reading = Reading(Broken::new());
    for line in &raw.lines {
        reading.positions(line.paths.span, line.paths.iter().flatten());
    }
    for water in &raw.waters {
        reading.positions(water.paths.span, water.paths.iter().flatten());
    }
    for label in &raw.labels {
        reading.positions(label.at.span, [&*label.at]);
    }
    for reach in &raw.reaches {
        reading.positions(reach.outline.span, reach.outline.iter());
    }
    let geo = Geo {
        credit: reading.text(&raw.credit),
        country: reading.text(&raw.country),
        capital: raw.capital.map(|id| id.value),
        river: raw.river.map(|id| id.value),
        lines: raw.lines.into_iter().map(line).collect(),
        waters: raw.waters.into_iter().filter_map(|water| reading.water(water)).collect(),
        labels: raw.labels.iter().map(|label| reading.label(label)).collect(),
        reaches: raw.reaches.into_iter().filter_map(|reach| reading.reach(reach)).collect(),
    };
    (geo, reading.0)
}

fn line(raw: raw::Line) -> Line {
    Line { kind: *raw.kind, rank: raw.rank, disputed: raw.disputed, paths: raw.paths.value }
}

/// What is wrong with the map so far.
struct Reading(Broken);

impl Reading {
    /// A river or lake; none where it cannot be said when it was there.
    fn water(&mut self, raw: raw::Water) -> Option<Water> {
        let when = match &raw.when {
            Some(when) => Some(self.when(when)?),
            None => None,
        };
        Some(Water {
            id: raw.id.value,
            name: self.text(&raw.name),
            kind: *raw.kind,
            rank: raw.rank,
            approximate: raw.approximate,
            when,
            paths: raw.paths.value,
        })
    }

    fn label(&mut self, raw: &raw::Label) -> Label {
        Label { name: self.text(&raw.name), kind: *raw.kind, at: *raw.at }
    }

    /// An outline; none where it cannot be said when it held.
    fn reach(&mut self, raw: raw::Reach) -> Option<Reach> {
        let when = self.when(&raw.when)?;
        Some(Reach { id: raw.id.value, when, note: raw.note.map(|note| self.text(&note)), outline: raw.outline.value })
    }

    /// A text as it may be shown.
    fn text(&mut self, text: &Str) -> Text {
        self.0.extend(check::text(text).map(|rule| (text.span, rule)));
        clean(text).into_owned().into()
    }

    fn when(&mut self, text: &Str) -> Option<When> {
        if text.is_absent() {
            return None;
        }
        When::parse(text).map_err(|error| self.0.push((text.span, Rule::Date(error)))).ok()
    }

    fn positions<'p>(&mut self, span: Span, positions: impl IntoIterator<Item = &'p LonLat>) {
        if !positions.into_iter().all(|[lon, lat]| lon.abs() <= 180.0 && lat.abs() <= 90.0) {
            self.0.push((span, Rule::Outline));
        }
    }
}
