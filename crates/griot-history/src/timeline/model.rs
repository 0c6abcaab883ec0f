//! What the timeline shows, whatever the size: rows in date order, and bars for what lasted.

use griot_pack::order::InOrder;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::groups;
use crate::chronicle::known_day;
use crate::scale::{Story, end_of};
use griot_pack::pack::{EntityId, Kind, Pack, StatementId};
use griot_pack::when::{Day, When};

/// What a row or a bar tells of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum What {
    /// An event.
    Event(EntityId),
    /// A state, or a country that somebody ruled.
    Polity(EntityId),
    /// Someone's office, by its position among their offices.
    Office(EntityId, u16),
    /// A dated statement.
    Statement(StatementId),
    /// No dated statement speaks of the time between these two.
    Silence(StatementId, StatementId),
}

impl What {
    /// The entity of a row that has one.
    #[must_use]
    pub const fn entity(self) -> Option<EntityId> {
        match self {
            Self::Statement(_) | Self::Silence(..) => None,
            Self::Event(entity) | Self::Polity(entity) | Self::Office(entity, _) => Some(entity),
        }
    }

    /// When it was.
    #[must_use]
    pub fn when(self, pack: &Pack) -> Option<When> {
        match self {
            Self::Statement(statement) => pack[statement].when,
            Self::Event(entity) | Self::Polity(entity) => pack[entity].when,
            Self::Office(entity, which) => pack[entity].offices.get(usize::from(which))?.when,
            Self::Silence(before, after) => super::silence::between(pack, before, after),
        }
    }

    /// What it is, in a word: the type of an event, the kind of anything else.
    #[must_use]
    pub fn kind(self, pack: &Pack) -> &str {
        match self {
            Self::Statement(_) => "statement",
            Self::Event(entity) => pack[entity].subtype.as_deref().filter(|t| *t != "other").unwrap_or("event"),
            Self::Polity(entity) => pack[entity].subtype.as_deref().unwrap_or("polity"),
            Self::Office(..) => "office",
            Self::Silence(..) => "silence",
        }
    }

    /// The group that its author puts it in.
    #[must_use]
    pub fn group(self, pack: &Pack) -> Option<&str> {
        match self {
            Self::Statement(statement) => pack[statement].group.as_deref(),
            Self::Silence(..) => None,
            Self::Event(entity) | Self::Polity(entity) | Self::Office(entity, _) => pack[entity].group.as_deref(),
        }
    }

    /// It in a line: a statement's text, a name and what is behind it.
    #[must_use]
    pub fn text(self, pack: &Pack) -> String {
        let with = |name: &str, more: Option<&str>| match more {
            Some(more) => format!("{name} · {more}"),
            None => name.to_owned(),
        };
        match self {
            Self::Statement(statement) => pack[statement].text.to_string(),
            Self::Event(entity) | Self::Polity(entity) => with(&pack[entity].name, pack[entity].role.as_deref()),
            Self::Office(entity, which) => {
                let office = &pack[entity].offices[usize::from(which)];
                with(&pack[entity].name, Some(&format!("{}, {}", office.title, pack[office.of].name)))
            }
            Self::Silence(before, after) => super::silence::label(pack, before, after),
        }
    }
}

/// A row of the list: what it tells of, and where it stands in time.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Row {
    /// In years.
    pub at: f64,
    /// What it tells of.
    pub what: What,
}

/// Something that lasted. What is not known to the year has soft ends.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bar {
    /// What it tells of.
    pub what: What,
    /// The position of its row.
    pub row: u32,
    /// When it began, in years.
    pub from: f64,
    /// When it ended, in years.
    pub to: f64,
    /// It had surely begun by then, and had not ended before; both are the ends themselves where they are known.
    pub begun: f64,
    /// It had not ended before, in years.
    pub unended: f64,
    /// Whether its beginning is not known to the year.
    pub soft_begin: bool,
    /// Whether its end is not known to the year.
    pub soft_end: bool,
    /// It lasts, or nobody says how long.
    pub open: bool,
}

/// Events of one type, in date order.
#[derive(Debug, Clone, PartialEq)]
pub struct Kin {
    /// The type, as the pack spells it.
    pub name: String,
    /// The earliest first.
    pub events: Vec<Bar>,
}

/// Everything that has a date.
#[derive(Debug, Clone, PartialEq)]
pub struct Model {
    /// In date order.
    pub rows: Vec<Row>,
    /// The positions of the rows in the order of the pack, in which reading all of them is fastest.
    pub in_pack_order: Vec<u32>,
    /// Polities, those that the text speaks of most first.
    pub polities: Vec<Bar>,
    /// The offices of those who ruled, in the same order.
    pub offices: Vec<Bar>,
    /// The type with the most events first.
    pub kinds: Vec<Kin>,
    /// The groups, in the order in which they are met; each has the colour of its place.
    pub groups: Vec<String>,
    /// Events that a statement of their own tells of.
    pub told: HashSet<EntityId>,
}

impl Model {
    /// Reads all that has a date from a pack.
    #[must_use]
    pub fn new(pack: &Pack) -> Self {
        let silences = super::silence::silences(pack).into_iter().map(|(a, b)| What::Silence(a, b));
        let things: Vec<(What, When)> =
            things(pack).chain(silences).filter_map(|what| Some((what, what.when(pack)?))).collect();
        let mut keys: Vec<Key> = things.iter().zip(0..).map(|((what, when), at)| key(pack, *what, when, at)).collect();
        keys.sort_unstable();
        let rows = keys.iter().map(|key| row(things[key.3 as usize].0, key)).collect();
        let mut in_pack_order = vec![0; keys.len()];
        for (key, row) in keys.iter().zip(0..) {
            in_pack_order[key.3 as usize] = row;
        }
        let last = end_of(pack.about.as_of.last());
        let bars = things.iter().zip(&in_pack_order).map(|((what, when), row)| bar(*what, when, *row, last));
        let (mut polities, mut offices, mut events) = (Vec::new(), Vec::new(), Vec::new());
        for bar in bars {
            match bar.what {
                What::Polity(_) => polities.push(bar),
                What::Office(..) => offices.push(bar),
                What::Event(_) => events.push(bar),
                What::Statement(_) | What::Silence(..) => {}
            }
        }
        for bars in [&mut polities, &mut offices] {
            let mentions = |bar: &Bar| bar.what.entity().map_or(0, |id| pack.mentions(id).len());
            bars.order_by_key(|bar| (std::cmp::Reverse(mentions(bar)), bar.row));
        }
        let groups = groups::each_once(things.iter().filter_map(|(what, _)| what.group(pack)));
        let told = groups::told_by_statements(pack);
        Self { rows, in_pack_order, polities, offices, kinds: kinds(pack, events), groups, told }
    }

    /// The silences among the rows that pass, in order.
    pub fn silences<'a>(&'a self, passed: &'a [bool]) -> impl Iterator<Item = What> + 'a {
        let passing = self.rows.iter().zip(passed).filter(|(_, passed)| **passed).map(|(row, _)| row.what);
        passing.filter(|what| matches!(what, What::Silence(..)))
    }

    /// The rows between two times, as positions.
    #[must_use]
    pub fn between(&self, from: f64, to: f64) -> Range<usize> {
        let before = |at: f64| self.rows.partition_point(|row| row.at < at);
        before(from)..before(to).max(before(from))
    }

    /// The position of a row.
    #[must_use]
    pub fn position(&self, what: What) -> Option<usize> {
        self.rows.iter().position(|row| row.what == what)
    }
}

/// The statement that tells of a row best: itself, or for an entity the mention whose date fits its own best.
#[must_use]
pub fn telling(pack: &Pack, what: What) -> Option<StatementId> {
    let entity = match what {
        What::Statement(statement) => return Some(statement),
        What::Event(entity) | What::Polity(entity) | What::Office(entity, _) => entity,
        What::Silence(..) => return None,
    };
    let own = what.when(pack)?;
    let dated = |id: &StatementId| Some((*id, pack[*id].when?));
    let far = |when: &When| (time_of(when) - time_of(&own)).abs();
    pack.mentions(entity)
        .iter()
        .filter_map(dated)
        .min_by(|(_, a), (_, b)| b.fit(&own).cmp(&a.fit(&own)).then_with(|| far(a).total_cmp(&far(b))))
        .map(|(id, _)| id)
        .or_else(|| pack.mentions(entity).first().copied())
}

/// The time by which a date is placed on an axis.
#[must_use]
pub fn time_of(when: &When) -> f64 {
    known_day(when).years()
}

/// The story of a pack: where its dated statements lie, within the time of everything that has a date.
#[must_use]
pub fn story(pack: &Pack) -> Story {
    let mut dates = Vec::new();
    let as_of = pack.about.as_of.last();
    let mut first = f64::MAX;
    let mut last = f64::MIN;
    for what in things(pack) {
        let Some(when) = what.when(pack) else { continue };
        let at = time_of(&when);
        if matches!(what, What::Statement(_)) {
            dates.push(at);
        }
        first = first.min(at);
        last = last.max(end_of(known_day(&when)));
        // What ends in the future, or in a decade that is not over, ends with the pack.
        let end = if when.last() == Day::MAX { known_day(&when) } else { when.last().min(as_of) };
        last = last.max(end_of(end));
    }
    if first > last {
        (first, last) = (as_of.years(), end_of(as_of));
    }
    Story::new(dates, first, last)
}

/// The story as it was stored when the pack was compiled, or else as it is now.
#[must_use]
pub fn stored_story(pack: &Pack) -> Story {
    pack.stored_scale().and_then(|bytes| Story::of_bytes(&bytes)).unwrap_or_else(|| story(pack))
}

/// Everything that has a date, in the order of the pack.
fn things(pack: &Pack) -> impl Iterator<Item = What> + '_ {
    let heads = |id: EntityId| pack[id].offices.iter().filter(|office| office.head);
    let ruled: HashSet<EntityId> = pack.entities().flat_map(heads).map(|office| office.of).collect();
    let entities = pack.entities().filter(|id| pack[*id].when.is_some()).filter_map(move |id| match pack[id].kind {
        Kind::Event => Some(What::Event(id)),
        Kind::Polity => Some(What::Polity(id)),
        // A country that somebody ruled is a polity, though it is a place on the map.
        Kind::Place if pack[id].subtype.as_deref() == Some("country") && ruled.contains(&id) => Some(What::Polity(id)),
        _ => None,
    });
    let offices = pack.entities().flat_map(|id| {
        let heads = pack[id].offices.iter().enumerate().filter(|(_, office)| office.head && office.when.is_some());
        heads.map(move |(which, _)| What::Office(id, which as u16))
    });
    let dated = pack.statements().filter(|id| pack[*id].when.is_some());
    dated.map(What::Statement).chain(entities).chain(offices)
}

/// The order of rows: by date, then the shorter first; an event before the statements that tell of it, a silence after
/// what it follows; then the order of the pack.
type Key = (Day, Day, u8, u32);

fn key(pack: &Pack, what: What, when: &When, at: u32) -> Key {
    if let What::Silence(before, after) = what {
        return (super::silence::days(pack, before, after).0, Day::MAX, 2, at);
    }
    let (from, to) = when.place_in_time();
    (from, to, u8::from(matches!(what, What::Statement(_))), at)
}

fn row(what: What, key: &Key) -> Row {
    let at = if matches!(what, What::Silence(..)) { end_of(key.0) } else { key.0.years() };
    Row { at, what }
}

fn bar(what: What, when: &When, row: u32, last: f64) -> Bar {
    let from = time_of(when);
    let open = matches!(when, When::From(..) | When::After(_));
    let to = if open { last.max(from) } else { end_of(when.last()) };
    let begun = match when {
        When::At(m) | When::Span(m, _) | When::From(m, _) if when.begins_softly() => end_of(m.last()),
        _ => from,
    };
    let unended = match when {
        When::At(m) | When::Span(_, m) if when.ends_softly() => m.first().years(),
        _ => to,
    };
    let soft_end = when.ends_softly() && !open;
    Bar { what, row, from, to, begun, unended, soft_begin: when.begins_softly(), soft_end, open }
}

/// The type of an event; `other` where the pack gives none.
pub(super) fn type_of(event: What, pack: &Pack) -> &str {
    Some(event.kind(pack)).filter(|kind| *kind != "event").unwrap_or("other")
}

/// The events of each type in date order, the type with the most events first.
fn kinds(pack: &Pack, events: Vec<Bar>) -> Vec<Kin> {
    let mut kinds: Vec<Kin> = Vec::new();
    let mut at: HashMap<&str, usize> = HashMap::new();
    for bar in events {
        let name = type_of(bar.what, pack);
        let at = *at.entry(name).or_insert_with(|| {
            kinds.push(Kin { name: name.to_owned(), events: Vec::new() });
            kinds.len() - 1
        });
        kinds[at].events.push(bar);
    }
    for kin in &mut kinds {
        kin.events.order_by_key(|bar| bar.row);
    }
    kinds.order_by(|a, b| b.events.len().cmp(&a.events.len()).then_with(|| a.name.cmp(&b.name)));
    kinds
}
