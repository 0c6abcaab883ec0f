//! What stands on the map: dots, names and outlines, each with its cell, before anything is painted.

use ratatui::layout::{Position, Rect, Size};

use super::labels::{self, Stance};
use super::places::{self, Named, Place};
use super::projection::View;
use crate::pack::geo::{Geo, LabelKind, Reach, WaterKind};
use crate::pack::{EntityId, Pack};
use crate::text::width;
use crate::when::When;

/// In smaller panes only what is at hand is named.
const ROOMY: Size = Size { width: 44, height: 14 };

/// What a scene is made from.
#[derive(Debug, Clone, Copy)]
pub struct Wanted<'a> {
    pub pack: &'a Pack,
    pub geo: &'a Geo,
    pub places: &'a [Place],
    pub when: Option<&'a When>,
    pub named: &'a [Named],
    /// Every place counts as named.
    pub all_time: bool,
    pub chosen: Option<EntityId>,
}

/// The map, ready to be painted.
#[derive(Debug, Clone, PartialEq)]
pub struct Scene {
    pub view: View,
    pub size: Size,
    /// The dots, none under another.
    pub dots: Vec<Dot>,
    pub names: Vec<Name>,
}

/// A place on the map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dot {
    pub place: EntityId,
    pub at: Position,
    pub sign: Sign,
    /// The places that lie in the same cell.
    pub with: Vec<EntityId>,
}

/// How a place is marked. Each is drawn with a character of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    Chosen,
    /// Named at the time at hand.
    Named,
    /// Named, and told apart by a number, because its name found no room.
    Number(char),
    /// Any other place.
    Other,
    /// The place that distances are told from; whether it is named.
    Capital(bool),
}

/// A name on the map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    pub text: String,
    pub area: Rect,
    pub of: NameOf,
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
}

impl Sign {
    /// Whether the place is named at the time at hand, or chosen.
    #[must_use]
    pub const fn is_lit(self) -> bool {
        !matches!(self, Self::Other | Self::Capital(false))
    }

    /// Its character.
    #[must_use]
    pub const fn character(self, ascii: bool) -> char {
        match (self, ascii) {
            (Self::Number(number), _) => number,
            (Self::Chosen, false) => '◉',
            (Self::Named, false) => '●',
            (Self::Other, false) => '○',
            (Self::Capital(true), false) => '★',
            (Self::Capital(false), false) => '☆',
            (Self::Chosen, true) => '@',
            (Self::Named, true) => '*',
            (Self::Other, true) => 'o',
            (Self::Capital(true), true) => '#',
            (Self::Capital(false), true) => '+',
        }
    }
}

impl Scene {
    /// Puts everything in its place.
    #[must_use]
    pub fn new(wanted: &Wanted, view: View, size: Size) -> Self {
        let mut scene = Self { view, size, dots: dots(wanted, &view, size), names: Vec::new() };
        scene.name(wanted);
        scene.number();
        scene
    }

    /// The dot that stands for a place, its own or that of a place in the same cell.
    #[must_use]
    pub fn dot_of(&self, place: EntityId) -> Option<&Dot> {
        self.dots.iter().find(|dot| dot.place == place || dot.with.contains(&place))
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

    /// Finds room for the names: places first, then waters and powers, then what is there for orientation.
    fn name(&mut self, wanted: &Wanted) {
        let mut names = self.place_names(wanted);
        let first = |dot: &Dot| dot.sign.is_lit() || matches!(dot.sign, Sign::Capital(_));
        let rest = names.split_off(self.dots.partition_point(first));
        names.extend(self.power_names(wanted));
        names.extend(self.water_names(wanted));
        if self.size.width >= ROOMY.width && self.size.height >= ROOMY.height {
            names.extend(rest);
            names.extend(self.orientation(wanted));
        }
        let labels: Vec<labels::Wanted> = names
            .iter()
            .map(|(text, of, anchors)| labels::Wanted {
                anchors: anchors.clone(),
                width: width(text) as u16,
                stance: of.stance(),
            })
            .collect();
        let taken: Vec<Position> = self.dots.iter().map(|dot| dot.at).collect();
        let placed = labels::place(&labels, &taken, self.size);
        let found =
            names.into_iter().zip(placed).filter_map(|((text, of, _), area)| Some(Name { text, area: area?, of }));
        self.names = found.collect();
        // The first name may cover dots; those are then not there.
        if let Some(first) = self.names.first().map(|name| name.area) {
            self.dots.retain(|dot| !first.contains(dot.at));
        }
    }

    fn place_names(&self, wanted: &Wanted) -> Vec<(String, NameOf, Vec<Position>)> {
        let name = |dot: &Dot| {
            let more = if dot.with.is_empty() { String::new() } else { format!(" +{}", dot.with.len()) };
            let text = format!("{}{more}", wanted.pack[dot.place].name);
            (text, NameOf::Place(dot.place, dot.sign.is_lit()), vec![dot.at])
        };
        self.dots.iter().map(name).collect()
    }

    /// The names of the powers of the time, each at its approximate outline, with that word.
    fn power_names(&self, wanted: &Wanted) -> Vec<(String, NameOf, Vec<Position>)> {
        let Some(when) = wanted.when else { return Vec::new() };
        let name = |(polity, reach): (EntityId, &Reach)| {
            let name = &wanted.pack[polity].name;
            let long = format!("{name} {}, approximate", reach.when.on_screen());
            let short = format!("{name}, approximate");
            let text = [long, short].into_iter().find(|text| width(text) * 4 <= usize::from(self.size.width) * 3);
            let text = text.unwrap_or_else(|| name.clone());
            (text, NameOf::Reach(polity), self.cells(&reach.outline))
        };
        places::reaches(wanted.pack, wanted.geo, when).into_iter().map(name).collect()
    }

    /// The names of the great waters that are in sight.
    fn water_names(&self, wanted: &Wanted) -> Vec<(String, NameOf, Vec<Position>)> {
        let shown = wanted.geo.waters.iter().filter(|water| {
            let own = wanted.geo.river.as_deref() == Some(water.id.as_str());
            let near = water.rank <= self.detail();
            places::flows(water, wanted.when) && near && (own || water.rank == 0 || water.kind == WaterKind::Lake)
        });
        let name = |water: &crate::pack::geo::Water| {
            let mut cells: Vec<Position> = water.paths.iter().flat_map(|path| self.cells(path)).collect();
            // The middle of a river is where one looks for its name.
            let half = cells.len() / 2;
            cells.rotate_left(half);
            (format!("~{}", water.name), NameOf::Water, cells)
        };
        shown.map(name).collect()
    }

    /// Countries as they are today, and towns that are no places of the pack.
    fn orientation(&self, wanted: &Wanted) -> Vec<(String, NameOf, Vec<Position>)> {
        let known = |name: &str| wanted.places.iter().any(|p| p.at.is_some() && wanted.pack[p.entity].name == name);
        let name = |label: &crate::pack::geo::Label| {
            let at = self.view.cell(label.at, self.size)?;
            match label.kind {
                LabelKind::Country => Some((label.name.to_uppercase(), NameOf::Country, vec![at])),
                LabelKind::Town if known(&label.name) => None,
                LabelKind::Town => Some((format!("·{}", label.name), NameOf::Town, vec![at])),
            }
        };
        wanted.geo.labels.iter().filter_map(name).collect()
    }

    /// How much detail the scale has room for: the least rank of waters that is left out, less one.
    #[must_use]
    pub fn detail(&self) -> u8 {
        match self.view.scale {
            ..8.0 => 2,
            ..20.0 => 1,
            _ => 0,
        }
    }

    /// The cells in sight along a path, each once in a row.
    fn cells(&self, path: &[[f64; 2]]) -> Vec<Position> {
        let mut cells: Vec<Position> = path.iter().filter_map(|at| self.view.cell(*at, self.size)).collect();
        cells.dedup();
        cells
    }

    /// Numbers the named places whose names found no room.
    fn number(&mut self) {
        let mut numbers = ('1'..='9').chain('a'..='z');
        let names = &self.names;
        for dot in &mut self.dots {
            let has_name = names.iter().any(|name| matches!(name.of, NameOf::Place(place, _) if place == dot.place));
            if dot.sign == Sign::Named
                && !has_name
                && let Some(number) = numbers.next()
            {
                dot.sign = Sign::Number(number);
            }
        }
    }
}

/// The dots in sight, the chosen one first, then the named ones; those that share a cell are one.
fn dots(wanted: &Wanted, view: &View, size: Size) -> Vec<Dot> {
    let named = |place: EntityId| wanted.all_time || wanted.named.iter().any(|n| n.place == place);
    let capital = wanted.geo.capital.as_deref();
    let sign = |place: EntityId| match named(place) {
        _ if wanted.chosen == Some(place) => Sign::Chosen,
        lit if capital == Some(wanted.pack[place].id.as_str()) => Sign::Capital(lit),
        true => Sign::Named,
        false => Sign::Other,
    };
    let mut ranked: Vec<(&Place, Sign)> = wanted.places.iter().map(|place| (place, sign(place.entity))).collect();
    ranked.retain(|(place, sign)| sign.is_lit() || places::stood(wanted.pack, place.entity, wanted.when));
    ranked.sort_by_key(|(place, sign)| {
        (*sign != Sign::Chosen, !sign.is_lit(), !matches!(sign, Sign::Capital(_)), std::cmp::Reverse(place.mentions))
    });
    let mut dots: Vec<Dot> = Vec::new();
    for (place, sign) in ranked {
        let Some(at) = place.at.and_then(|at| view.cell(at, size)) else { continue };
        match dots.iter_mut().find(|dot| dot.at == at) {
            Some(dot) => dot.with.push(place.entity),
            None => dots.push(Dot { place: place.entity, at, sign, with: Vec::new() }),
        }
    }
    dots
}
