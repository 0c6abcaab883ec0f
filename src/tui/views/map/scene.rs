//! What stands on the map: dots, names and outlines, each with its cell, before anything is painted.

use griot_pack::order::InOrder;
use std::collections::HashSet;

use ratatui::layout::{Position, Rect, Size};

pub use super::dots::{Dot, Sign, Wanted};
use super::labels::{self, Stance};
use griot_history::map::places::{self, Place};
use griot_history::map::projection::View as Section;
use griot_history::text::width;
use griot_pack::pack::geo::{LabelKind, WaterKind};
use griot_pack::pack::{EntityId, Pack};
use griot_pack::when::When;

/// In smaller panes only what is at hand is named.
const ROOMY: Size = Size { width: 44, height: 14 };

/// The cells that a name with its dot takes at least.
const LEAST_ROOM: usize = 8;

/// How many of the places that are most told of orient the reader, beside the capital.
const LEADING: usize = 4;

/// The map, ready to be painted.
#[derive(Debug, Clone, PartialEq)]
pub struct Scene {
    pub section: Section,
    pub size: Size,
    /// The dots, none under another.
    pub dots: Vec<Dot>,
    pub names: Vec<Name>,
    /// The powers of the time, each with its outline as an index into the reaches of the map.
    pub powers: Vec<(EntityId, usize)>,
}

/// A name on the map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    pub text: String,
    pub area: Rect,
    pub of: NameOf,
}

/// A name before there is room for it.
struct Unplaced {
    text: String,
    of: NameOf,
    anchors: Vec<Position>,
}

/// What a name names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NameOf {
    /// A place; whether it is named at the time at hand.
    Place(EntityId, bool),
    /// A neighbouring country or the country itself, as it is today.
    Country,
    /// A town for orientation; its name begins with its dot.
    Town,
    Water,
    Reach(EntityId),
}

impl NameOf {
    const fn stance(self) -> Stance {
        match self {
            Self::Country => Stance::Over,
            Self::Town => Stance::From,
            Self::Place(..) => Stance::Beside,
            Self::Water | Self::Reach(_) => Stance::Along,
        }
    }

    fn is_among(self, places: &HashSet<EntityId>) -> bool {
        matches!(self, Self::Place(place, _) if places.contains(&place))
    }
}

impl Scene {
    /// Puts everything in its place.
    #[must_use]
    pub fn new(wanted: &Wanted, section: Section, size: Size) -> Self {
        let powers = |when: &When| places::powers(wanted.pack, wanted.geo, wanted.statement, when);
        let powers = wanted.when.map(powers).unwrap_or_default();
        let mut scene =
            Self { powers, section, size, dots: super::dots::dots(wanted, &section, size), names: Vec::new() };
        scene.name(wanted);
        scene.number();
        scene
    }

    /// The dot that stands for a place, its own or that of a place in the same cell.
    #[must_use]
    pub fn dot_of(&self, place: EntityId) -> Option<&Dot> {
        self.dots.iter().find(|dot| dot.place == place || dot.with.contains(&place))
    }

    /// How a place is marked in a list: as on the map, or by why it is not there. `named` places keep their sign where
    /// another has the dot.
    #[must_use]
    pub fn sign_of(&self, pack: &Pack, place: &Place, named: bool, when: Option<&When>) -> Sign {
        let own = if named { Sign::Named } else { Sign::Other };
        match (self.dot_of(place.entity), place.at) {
            // Another place has the dot; only a number tells which.
            (Some(dot), _) => match dot.sign {
                Sign::Chosen | Sign::Capital(_) if dot.place != place.entity => own,
                sign => sign,
            },
            (None, None) => Sign::Spread,
            (None, Some(at)) if self.section.cell(at, self.size).is_none() => Sign::Beyond,
            (None, Some(_)) if !named && !places::stood(pack, place.entity, when) => Sign::Absent,
            (None, Some(_)) => own,
        }
    }

    /// The place at a cell or beside it: by its dot, then by its name.
    #[must_use]
    pub fn place_at(&self, at: Position) -> Option<EntityId> {
        let named = || {
            self.names.iter().find_map(|name| match name.of {
                NameOf::Place(place, _) if name.area.contains(at) => Some(place),
                _ => None,
            })
        };
        let near = |dot: &&Dot| dot.at.y == at.y && dot.at.x.abs_diff(at.x) <= 1;
        let exact = self.dots.iter().find(|dot| dot.at == at).map(|dot| dot.place);
        exact.or_else(named).or_else(|| self.dots.iter().find(near).map(|dot| dot.place))
    }

    /// Finds room for the names: places that are lit first, then those that lead, then waters and powers, then what else
    /// is there for orientation.
    fn name(&mut self, wanted: &Wanted) {
        // No more are tried than there could be room for.
        let most = usize::from(self.size.width) * usize::from(self.size.height) / LEAST_ROOM;
        let (first, rest) = self.dots.split_at(self.dots.partition_point(Dot::comes_first));
        let roomy = self.size.width >= ROOMY.width && self.size.height >= ROOMY.height;
        let leading = if roomy { self.leading(wanted) } else { HashSet::new() };
        let (leads, rest): (Vec<&Dot>, _) = rest.iter().partition(|dot| leading.contains(&dot.place));
        let mut names = place_names(wanted, first.iter().take(most));
        names.extend(place_names(wanted, leads.into_iter()));
        names.extend(self.power_names(wanted));
        names.extend(self.water_names(wanted));
        if roomy {
            names.extend(place_names(wanted, rest.into_iter().take(most)));
            names.extend(self.orientation(wanted));
        }
        let label = |name: &mut Unplaced| labels::Wanted {
            anchors: std::mem::take(&mut name.anchors),
            width: width(&name.text) as u16,
            stance: name.of.stance(),
            leads: name.of.is_among(&leading),
        };
        let labels: Vec<labels::Wanted> = names.iter_mut().map(label).collect();
        let taken: Vec<Position> = self.dots.iter().map(|dot| dot.at).collect();
        // What the moment names is told by its dot; where every place counts as named, that says nothing.
        let is_kept = |dot: &&Dot| {
            let lit = dot.sign.is_lit() && !wanted.all_time;
            lit || dot.sign == Sign::Chosen || leading.contains(&dot.place)
        };
        let kept: Vec<Position> = self.dots.iter().filter(is_kept).map(|dot| dot.at).collect();
        let areas = labels::place(&labels, &taken, &kept, self.size);
        // Where there is no room for the first name, the one that stands first instead of it covers nothing.
        let first = areas.iter().take(1).flatten().count();
        let placed = names.into_iter().zip(areas);
        let found = placed.filter_map(|(name, area)| Some(Name { text: name.text, area: area?, of: name.of }));
        self.names = found.collect();
        self.uncover(first, &leading);
    }

    /// The few places in sight that orient: the capital and those that are most told of.
    fn leading(&self, wanted: &Wanted) -> HashSet<EntityId> {
        let seen: HashSet<EntityId> = self.dots.iter().map(|dot| dot.place).collect();
        let mut told: Vec<&Place> = wanted.places.iter().filter(|place| seen.contains(&place.entity)).collect();
        told.order_by_key(|place| std::cmp::Reverse(place.mentions));
        let capital = self.dots.iter().filter(|dot| matches!(dot.sign, Sign::Capital(_))).map(|dot| dot.place);
        capital.chain(told.iter().take(LEADING).map(|place| place.entity)).collect()
    }

    /// So many of the first names, and those that lead, may cover dots; these are then not there, nor are their names.
    fn uncover(&mut self, first: usize, leading: &HashSet<EntityId>) {
        let over = self.names.iter().enumerate().filter(|(i, name)| *i < first || name.of.is_among(leading));
        // A dot that touched the name would seem to be its own.
        let over = over.map(|(_, name)| {
            let x = name.area.x.saturating_sub(1);
            Rect { x, width: name.area.right() + 1 - x, ..name.area }
        });
        let over: Vec<Rect> = over.collect();
        let is_covered = |dot: &&Dot| over.iter().any(|area| area.contains(dot.at));
        let covered: Vec<EntityId> = self.dots.iter().filter(is_covered).map(|dot| dot.place).collect();
        self.dots.retain(|dot| !covered.contains(&dot.place));
        self.names.retain(|name| !matches!(name.of, NameOf::Place(place, _) if covered.contains(&place)));
    }

    /// The names of the powers of the time, each at its approximate outline, with that word.
    fn power_names(&self, wanted: &Wanted) -> Vec<Unplaced> {
        let name = |(polity, reach): &(EntityId, usize)| {
            let (name, reach) = (&wanted.pack[*polity].name, &wanted.geo.reaches[*reach]);
            let long = format!("{name} {}, approximate", wanted.pack.date(&reach.when));
            let short = format!("{name}, approximate");
            let text = [long, short].into_iter().find(|text| width(text) * 4 <= usize::from(self.size.width) * 3);
            let text = text.unwrap_or_else(|| name.to_string());
            Unplaced { text, of: NameOf::Reach(*polity), anchors: self.cells(&reach.outline) }
        };
        self.powers.iter().map(name).collect()
    }

    /// The names of the great waters that are in sight.
    fn water_names(&self, wanted: &Wanted) -> Vec<Unplaced> {
        let shown = wanted.geo.waters.iter().filter(|water| {
            let own = wanted.geo.river.as_deref() == Some(water.id.as_str());
            let near = water.rank <= self.detail();
            places::flows(water, wanted.when) && near && (own || water.rank == 0 || water.kind == WaterKind::Lake)
        });
        let name = |water: &griot_pack::pack::geo::Water| {
            let mut cells: Vec<Position> = water.paths.iter().flat_map(|path| self.cells(path)).collect();
            // The middle of a river is where one looks for its name.
            let half = cells.len() / 2;
            cells.rotate_left(half);
            let known = if water.approximate { ", approximate" } else { "" };
            Unplaced { text: format!("~{}{known}", water.name), of: NameOf::Water, anchors: cells }
        };
        shown.map(name).collect()
    }

    /// Countries as they are today, and towns that are no places of the pack.
    fn orientation(&self, wanted: &Wanted) -> Vec<Unplaced> {
        let known = |name: &str| wanted.places.iter().any(|p| p.at.is_some() && wanted.pack[p.entity].name == name);
        let name = |label: &griot_pack::pack::geo::Label| {
            let at = Position::from(self.section.cell(label.at, self.size)?);
            let (text, of) = match label.kind {
                LabelKind::Country => (label.name.to_uppercase(), NameOf::Country),
                LabelKind::Town if known(&label.name) => return None,
                LabelKind::Town => (format!("·{}", label.name), NameOf::Town),
            };
            Some(Unplaced { text, of, anchors: vec![at] })
        };
        wanted.geo.labels.iter().filter_map(name).collect()
    }

    /// How much detail the scale has room for: the least rank of waters that is left out, less one.
    #[must_use]
    pub fn detail(&self) -> u8 {
        match self.section.scale {
            ..8.0 => 2,
            ..20.0 => 1,
            _ => 0,
        }
    }

    /// The cells in sight along a path, each once in a row.
    fn cells(&self, path: &[[f64; 2]]) -> Vec<Position> {
        let seen = path.iter().filter_map(|at| self.section.cell(*at, self.size));
        let mut cells: Vec<Position> = seen.map(Position::from).collect();
        cells.dedup();
        cells
    }

    /// Numbers the named places whose names found no room.
    fn number(&mut self) {
        let mut numbers = ('1'..='9').chain('a'..='z').chain('A'..='Z');
        let with_name = |name: &Name| match name.of {
            NameOf::Place(place, _) => Some(place),
            _ => None,
        };
        let with_names: HashSet<EntityId> = self.names.iter().filter_map(with_name).collect();
        for dot in &mut self.dots {
            if dot.sign == Sign::Named
                && !with_names.contains(&dot.place)
                && let Some(number) = numbers.next()
            {
                dot.sign = Sign::Number(number);
            }
        }
    }
}

fn place_names<'a>(wanted: &Wanted, dots: impl Iterator<Item = &'a Dot>) -> Vec<Unplaced> {
    let name = |dot: &Dot| {
        let more = if dot.with.is_empty() { String::new() } else { format!(" +{}", dot.with.len()) };
        let text = format!("{}{more}", places::name_at(wanted.pack, dot.place, wanted.when));
        Unplaced { text, of: NameOf::Place(dot.place, dot.sign.is_lit()), anchors: vec![dot.at] }
    };
    dots.map(name).collect()
}
