//! The rows of the list of entities: how they are told apart, ordered and filtered.

use griot_pack::order::InOrder;
use std::cmp::Reverse;

use crate::chronicle::known_day;
use crate::search::{KindFilter, Query, begins_a_word, fold};
use crate::text::page::{kind_in_words, role_says};
use crate::text::width;
use griot_pack::pack::{EntityId, Kind, Pack};
use griot_pack::when::{Day, Edge, Language, Moment, When};

/// The orders of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sort {
    /// By name.
    #[default]
    Name,
    /// The earliest first.
    First,
    /// Those most often mentioned first.
    Mentions,
}

impl Sort {
    /// In the order in which one follows another.
    pub const ALL: [Self; 3] = [Self::Name, Self::First, Self::Mentions];

    /// Its name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::First => "first date",
            Self::Mentions => "mentions",
        }
    }

    /// The order that follows.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::Name => Self::First,
            Self::First => Self::Mentions,
            Self::Mentions => Self::Name,
        }
    }
}

/// An entity in one line: what tells it apart from others.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// The entity itself.
    pub entity: EntityId,
    /// Its own dates.
    pub when: Option<When>,
    /// Where it has none: from when to when it held its offices, or else the statements are that mention it; years at the finest.
    pub known: Option<When>,
    /// Its office, or else what kind of thing it is: `President, Mali`, `town`, `coup`.
    pub office: Option<String>,
    /// Who or what it is, in a phrase.
    pub role: Option<String>,
    /// How many statements mention it.
    pub mentions: usize,
}

/// Entities of a kind, or of all kinds one after the other, in an order that leaves nothing to chance.
#[must_use]
pub fn table(pack: &Pack, kind: Option<Kind>, sort: Sort) -> Vec<Row> {
    sorted(pack, kind, sort).into_iter().map(|entity| row(pack, entity)).collect()
}

/// The same, as ids.
#[must_use]
pub fn sorted(pack: &Pack, kind: Option<Kind>, sort: Sort) -> Vec<EntityId> {
    let mut all: Vec<EntityId> = pack.entities().filter(|id| kind.is_none_or(|kind| pack[*id].kind == kind)).collect();
    match sort {
        Sort::Name => all.order_by_cached_key(|id| (pack[*id].kind, fold(&pack[*id].name), *id)),
        Sort::First => all.order_by_cached_key(|id| (pack[*id].kind, first_day(pack, *id), fold(&pack[*id].name), *id)),
        Sort::Mentions => {
            let often = |id: &EntityId| Reverse(pack.mentions(*id).len());
            all.order_by_cached_key(|id| (pack[*id].kind, often(id), fold(&pack[*id].name), *id));
        }
    }
    all
}

/// The row of an entity.
#[must_use]
pub fn row(pack: &Pack, entity: EntityId) -> Row {
    let it = &pack[entity];
    let office = office(pack, entity);
    Row {
        entity,
        when: it.when,
        known: it.when.is_none().then(|| known(pack, entity)).flatten(),
        role: it.role.clone().map(String::from).filter(|role| office.as_ref() != Some(role)),
        office,
        mentions: pack.mentions(entity).len(),
    }
}

impl Row {
    /// Its dates in years, in `room` columns: whole, or else from when on. Dates in brackets are those of
    /// its offices, or of the statements that mention it.
    #[must_use]
    pub fn dates(&self, pack: &Pack, room: usize) -> String {
        let Some(when) = self.when.as_ref().or(self.known.as_ref()) else { return String::new() };
        let own = self.when.is_some();
        let bracketed = |dates: String| if own { dates } else { format!("({dates})") };
        let whole = bracketed(pack.date(&when.to_the_year()));
        let tight = whole.replace(" – ", "–");
        let from = |begin: Moment| match pack.date_language() {
            Language::English => format!("from {}", When::At(begin).on_screen()),
            Language::French => pack.date(&When::From(begin, Edge::Open)),
        };
        let begin = bracketed(when.to_the_year().ends().map_or_else(String::new, |(begin, _)| from(begin)));
        [whole, tight].into_iter().find(|dates| width(dates) <= room).unwrap_or(begin)
    }
}

/// `President, Mali` for who held office, else `town` or `coup` unless the role says so itself.
#[must_use]
pub fn office(pack: &Pack, entity: EntityId) -> Option<String> {
    let it = &pack[entity];
    // The longest rule stands for all offices; without any, the first office does.
    let length = |w: Option<When>| w.map_or(0.0, |w| w.length());
    let heads = it.offices.iter().filter(|o| o.head);
    let chief = heads.max_by(|a, b| length(a.when).total_cmp(&length(b.when))).or(it.offices.first());
    match chief {
        Some(office) => Some(format!("{}, {}", office.title, pack[office.of].name)),
        None => kind_in_words(it).filter(|kind| !role_says(it, kind)),
    }
}

/// The day by which an entity is placed: of its own dates, or else of its first office or the first statement that mentions
/// it; those without any stand last.
pub fn first_day(pack: &Pack, entity: EntityId) -> (bool, Day) {
    let first = pack[entity].when.or_else(|| known(pack, entity));
    first.map_or((true, Day::MAX), |when| (false, known_day(&when)))
}

/// From when to when somebody held offices, or else the statements are that mention an entity.
fn known(pack: &Pack, entity: EntityId) -> Option<When> {
    let offices = pack[entity].offices.iter().filter_map(|office| office.when);
    let mentions = pack.mentions(entity).iter().filter_map(|id| pack[*id].when);
    around(&offices.collect::<Vec<_>>()).or_else(|| around(&mentions.collect::<Vec<_>>()))
}

/// From the first to the last of some dates.
fn around(whens: &[When]) -> Option<When> {
    let begin = whens.iter().min_by_key(|w| (known_day(w), w.last()))?.to_the_year().ends()?.0;
    let end = whens.iter().max_by_key(|w| if w.last() == Day::MAX { known_day(w) } else { w.last() })?;
    let end = end.to_the_year().ends()?.1;
    Some(if begin == end || end.first() < begin.first() { When::At(begin) } else { When::Span(begin, end) })
}

/// A filter as it was typed: words that a row must say in any of its columns, a `@kind`, and a time.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    query: Query,
}

impl Filter {
    /// Reads what was typed.
    #[must_use]
    pub fn read(typed: &str) -> Self {
        Self { query: Query::read(typed) }
    }

    /// Whether a row is shown: one of an entity of a kind, of a time, that says these folded words.
    #[must_use]
    pub fn takes(&self, kind: Kind, when: Option<When>, words: &str) -> bool {
        if self.query.kind.is_some_and(|wanted| wanted != KindFilter::Of(kind)) {
            return false;
        }
        let timely = self.query.when.as_ref().is_some_and(|time| when.is_some_and(|own| own.overlaps(time)));
        holds(words, &self.query.whole) || timely && holds(words, &self.query.words)
    }
}

/// A date as it is shown; nothing where there is none.
pub(super) fn dates_of(pack: &Pack, when: Option<When>) -> String {
    when.map_or_else(String::new, |when| pack.date(&when))
}

/// The folded names of an entity, one a line.
#[must_use]
pub fn names(pack: &Pack, entity: EntityId) -> Box<str> {
    let it = &pack[entity];
    let mut out = fold(&it.name);
    for alias in &it.aliases {
        out.push('\n');
        out.push_str(&fold(&alias.name));
    }
    out.into()
}

/// Whether in one of the names every word begins a word.
fn holds(names: &str, words: &str) -> bool {
    words.is_empty() || names.lines().any(|name| words.split(' ').all(|word| begins_a_word(name, word)))
}

/// The alias by which a filter found an entity, where its name does not hold the words.
#[must_use]
pub(crate) fn found_by<'a>(pack: &'a Pack, entity: EntityId, filter: &str) -> Option<&'a str> {
    let query = Query::read(filter);
    let words = if query.when.is_some() { &query.words } else { &query.whole };
    let it = &pack[entity];
    if words.is_empty() || holds(&fold(&it.name), words) {
        return None;
    }
    it.aliases.iter().map(|alias| alias.name.as_str()).find(|name| holds(&fold(name), words))
}
