//! The dots of the map: which places are in sight, how each is marked, and which share a cell.

use griot_pack::glyphs::Glyphs;
use griot_pack::order::InOrder;
use std::collections::{HashMap, HashSet};

use ratatui::layout::{Position, Size};

use griot_history::map::places::{self, Named, Place};
use griot_history::map::projection::View as Section;
use griot_pack::pack::geo::Geo;
use griot_pack::pack::{EntityId, Pack, StatementId};
use griot_pack::when::When;

/// What a scene is made from.
#[derive(Debug, Clone, Copy)]
pub struct Wanted<'a> {
    /// Whose places they are.
    pub pack: &'a Pack,
    /// Its geography.
    pub geo: &'a Geo,
    /// All of them, as the gazetteer has them.
    pub places: &'a [Place],
    /// The moment that is shown; none for all time.
    pub when: Option<&'a When>,
    /// Those that the moment names.
    pub named: &'a [Named],
    /// Every place counts as named.
    pub all_time: bool,
    /// The place that the cursor is on.
    pub chosen: Option<EntityId>,
    /// The statement that the reader is at.
    pub statement: Option<StatementId>,
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

impl Dot {
    /// Whether it is named before waters and powers are.
    pub(super) const fn comes_first(&self) -> bool {
        self.sign.is_lit() || matches!(self.sign, Sign::Capital(_))
    }
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
    /// In the list alone: it lies beyond what is in sight.
    Beyond,
    /// In the list alone: it was not there at the time.
    Absent,
    /// In the list alone: it has no single point.
    Spread,
}

impl Sign {
    /// Whether the place is named at the time at hand, or chosen.
    #[must_use]
    pub const fn is_lit(self) -> bool {
        matches!(self, Self::Chosen | Self::Named | Self::Number(_) | Self::Capital(true))
    }

    /// Its character.
    #[must_use]
    pub const fn character(self, glyphs: Glyphs) -> char {
        match (self, glyphs) {
            (Self::Number(number), _) => number,
            (Self::Chosen, Glyphs::All) => '◉',
            (Self::Named, Glyphs::All) => '●',
            (Self::Other, Glyphs::All) => '○',
            (Self::Capital(true), Glyphs::All) => '★',
            (Self::Capital(false), Glyphs::All) => '☆',
            (Self::Beyond, Glyphs::All) => '→',
            (Self::Absent, Glyphs::All) => '–',
            (Self::Spread, Glyphs::All) => '░',
            (Self::Beyond, Glyphs::Ascii) => '>',
            (Self::Absent, Glyphs::Ascii) => '-',
            (Self::Spread, Glyphs::Ascii) => '%',
            (Self::Chosen, Glyphs::Ascii) => '@',
            (Self::Named, Glyphs::Ascii) => '*',
            (Self::Other, Glyphs::Ascii) => 'o',
            (Self::Capital(true), Glyphs::Ascii) => '#',
            (Self::Capital(false), Glyphs::Ascii) => '+',
        }
    }
}

/// The dots in sight, the chosen one first, then the named ones; those that share a cell are one.
pub(super) fn dots(wanted: &Wanted, section: &Section, size: Size) -> Vec<Dot> {
    let named: HashSet<EntityId> = wanted.named.iter().map(|named| named.place).collect();
    let named = |place: EntityId| wanted.all_time || named.contains(&place);
    let capital = wanted.geo.capital.as_deref();
    let sign = |place: EntityId| match named(place) {
        _ if wanted.chosen == Some(place) => Sign::Chosen,
        lit if capital == Some(wanted.pack[place].id.as_str()) => Sign::Capital(lit),
        true => Sign::Named,
        false => Sign::Other,
    };
    let mut ranked: Vec<(&Place, Sign)> = wanted.places.iter().map(|place| (place, sign(place.entity))).collect();
    ranked.retain(|(place, sign)| sign.is_lit() || places::stood(wanted.pack, place.entity, wanted.when));
    ranked.order_by_key(|(place, sign)| {
        (*sign != Sign::Chosen, !sign.is_lit(), !matches!(sign, Sign::Capital(_)), std::cmp::Reverse(place.mentions))
    });
    let mut dots: Vec<Dot> = Vec::new();
    let mut taken: HashMap<Position, usize> = HashMap::new();
    for (place, sign) in ranked {
        let then = places::point_at(wanted.pack, place.entity, wanted.when).or(place.at);
        let Some(at) = then.and_then(|at| section.cell(at, size)).map(Position::from) else { continue };
        if let Some(first) = taken.get(&at) {
            dots[*first].with.push(place.entity);
        } else {
            taken.insert(at, dots.len());
            dots.push(Dot { place: place.entity, at, sign, with: Vec::new() });
        }
    }
    dots
}
