//! What the timeline shows, whatever the size: rows in date order, and bars for what lasted.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use crate::chronicle::known_day;
use crate::pack::{EntityId, Kind, Pack, StatementId};
use crate::scale::{Story, end_of};
use crate::when::{Day, When};

/// What a row or a bar tells of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum What {
    Event(EntityId),
    Polity(EntityId),
    /// Someone's office, by its position among their offices.
    Office(EntityId, u16),
    Statement(StatementId),
    /// No dated statement speaks of the days between these two.
    Silence(Day, Day),
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
            Self::Silence(from, to) => Some(super::silence::between(from, to)),
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

    /// It in a line: a statement's text, a name and what is behind it.
    #[must_use]
    pub fn text(self, pack: &Pack) -> String {
        let with = |name: &str, more: Option<&str>| match more {
            Some(more) => format!("{name} · {more}"),
            None => name.to_owned(),
        };
        match self {
            Self::Statement(statement) => pack[statement].text.clone(),
            Self::Event(entity) | Self::Polity(entity) => with(&pack[entity].name, pack[entity].role.as_deref()),
            Self::Office(entity, which) => {
                let office = &pack[entity].offices[usize::from(which)];
                with(&pack[entity].name, Some(&format!("{}, {}", office.title, pack[office.of].name)))
            }
            Self::Silence(from, to) => super::silence::said(from, to),
        }
    }
}

/// A row of the list: what it tells of, and where it stands in time.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Row {
    pub at: f64,
    pub what: What,
}

/// Something that lasted. What is not known to the year has soft ends.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bar {
    pub what: What,
    /// The position of its row.
    pub row: u32,
    pub from: f64,
    pub to: f64,
    /// It had surely begun by then, and had not ended before; both are the ends themselves where they are known.
    pub begun: f64,
    pub unended: f64,
    pub soft_begin: bool,
    pub soft_end: bool,
    /// It lasts, or nobody says how long.
    pub open: bool,
}

/// Events of one type, in date order.
#[derive(Debug, Clone, PartialEq)]
pub struct Kin {
    pub name: String,
    pub events: Vec<Bar>,
}

/// Everything that has a date.
#[derive(Debug, Clone, PartialEq)]
pub struct Model {
    /// In date order.
    pub rows: Vec<Row>,
    /// Polities, those that the text speaks of most first.
    pub polities: Vec<Bar>,
    /// The offices of those who ruled, in the same order.
    pub offices: Vec<Bar>,
    /// The type with the most events first.
    pub kinds: Vec<Kin>,
}

impl Model {
    #[must_use]
    pub fn new(pack: &Pack) -> Self {
        let silences = super::silence::silences(pack).into_iter().map(|(from, to)| What::Silence(from, to));
        let all = things(pack).chain(silences);
        let mut keyed: Vec<(Key, Row)> = all.filter_map(|what| Some(keyed(what, &what.when(pack)?))).collect();
        keyed.sort_unstable_by_key(|(key, _)| *key);
        let rows: Vec<Row> = keyed.into_iter().map(|(_, row)| row).collect();
        let last = end_of(pack.about.as_of.last());
        let bars = |wanted: fn(What) -> bool| {
            let found = rows.iter().enumerate().filter(|(_, row)| wanted(row.what));
            let mut bars: Vec<Bar> = found.filter_map(|(at, row)| bar(pack, row.what, at, last)).collect();
            bars.sort_by_key(|bar| std::cmp::Reverse(bar.what.entity().map_or(0, |id| pack.mentions(id).len())));
            bars
        };
        let polities = bars(|what| matches!(what, What::Polity(_)));
        let offices = bars(|what| matches!(what, What::Office(..)));
        let kinds = kinds(pack, &rows, last);
        Self { rows, polities, offices, kinds }
    }

    /// The silences among the rows that pass, in order.
    pub fn silences<'a>(&'a self, passed: &'a [bool]) -> impl Iterator<Item = (Day, Day)> + 'a {
        self.rows.iter().zip(passed).filter_map(|(row, passed)| match row.what {
            What::Silence(from, to) if *passed => Some((from, to)),
            _ => None,
        })
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
    let dates: Vec<f64> = pack.chronology().iter().filter_map(|id| pack[*id].when.as_ref().map(time_of)).collect();
    let as_of = pack.about.as_of.last();
    let mut first = f64::MAX;
    let mut last = f64::MIN;
    for when in things(pack).filter_map(|what| what.when(pack)) {
        first = first.min(time_of(&when));
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

/// Everything that may have a date.
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
    pack.chronology().iter().map(|id| What::Statement(*id)).chain(entities).chain(offices)
}

/// The order of rows: by date, then the shorter first; an event before the statements that tell of it, a silence after
/// what it follows.
type Key = (Day, Day, u8, What);

fn keyed(what: What, when: &When) -> (Key, Row) {
    if let What::Silence(from, _) = what {
        return ((from, Day::MAX, 2, what), Row { at: end_of(from), what });
    }
    let (from, to) = when.place_in_time();
    let rank = u8::from(matches!(what, What::Statement(_)));
    ((from, to, rank, what), Row { at: from.years(), what })
}

fn bar(pack: &Pack, what: What, row: usize, last: f64) -> Option<Bar> {
    let when = what.when(pack)?;
    let from = time_of(&when);
    let open = matches!(when, When::From(_) | When::After(_));
    let to = if open { last.max(from) } else { end_of(when.last()) };
    let begun = match when {
        When::At(m) | When::Span(m, _) | When::From(m) if when.begins_softly() => end_of(m.last()),
        _ => from,
    };
    let unended = match when {
        When::At(m) | When::Span(_, m) if when.ends_softly() => m.first().years(),
        _ => to,
    };
    let soft_end = when.ends_softly() && !open;
    let row = row as u32;
    Some(Bar { what, row, from, to, begun, unended, soft_begin: when.begins_softly(), soft_end, open })
}

fn kinds(pack: &Pack, rows: &[Row], last: f64) -> Vec<Kin> {
    let mut kinds: Vec<Kin> = Vec::new();
    let mut at: HashMap<&str, usize> = HashMap::new();
    for (row, Row { what, .. }) in rows.iter().enumerate().filter(|(_, row)| matches!(row.what, What::Event(_))) {
        let Some(bar) = bar(pack, *what, row, last) else { continue };
        let name = Some(what.kind(pack)).filter(|kind| *kind != "event").unwrap_or("other");
        let at = *at.entry(name).or_insert_with(|| {
            kinds.push(Kin { name: name.to_owned(), events: Vec::new() });
            kinds.len() - 1
        });
        kinds[at].events.push(bar);
    }
    kinds.sort_by(|a, b| b.events.len().cmp(&a.events.len()).then_with(|| a.name.cmp(&b.name)));
    kinds
}
