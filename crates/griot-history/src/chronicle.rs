//! What was happening at a time: events, powers and offices of the moment, and the statements nearest to it.

use griot_pack::order::InOrder;
use std::borrow::Cow;
use std::cmp::Ordering;

use griot_pack::pack::{EntityId, Kind, Office, Pack, Power, StatementId};
use griot_pack::when::{Day, Edge, Fit, When};

use crate::spans::{Span, Spans, number};

/// The answer to “what was happening then?”.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Moment {
    /// Events, best fit first.
    pub events: Vec<EntityId>,
    /// Polities of the time, in order of their beginnings.
    pub powers: Vec<EntityId>,
    /// Who held which office, rulers first: the holder and the index of the office.
    pub offices: Vec<(EntityId, usize)>,
    /// People, places, works and others that have dates of their own.
    pub others: Vec<EntityId>,
    /// Statements that speak of the time, best fit first.
    pub statements: Vec<StatementId>,
    /// The nearest statement before, where none speaks of the time itself or not.
    pub before: Option<StatementId>,
    /// The nearest statement after, in the same case.
    pub after: Option<StatementId>,
}

impl Moment {
    /// Whether the pack knows nothing of the time.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.events.is_empty()
            && self.powers.is_empty()
            && self.offices.is_empty()
            && self.others.is_empty()
            && self.statements.is_empty()
    }
}

/// What was typed, with the day until which the pack tells in place of `today`.
#[must_use]
pub fn with_today<'a>(pack: &Pack, typed: &'a str) -> Cow<'a, str> {
    let is_today = |word: &str| word.eq_ignore_ascii_case("today");
    // `1960 until today` goes on.
    if !typed.split_whitespace().any(is_today) || When::parse(typed).is_ok() {
        return typed.into();
    }
    let today = pack.about.as_of.to_string();
    typed.split_whitespace().map(|word| if is_today(word) { &today } else { word }).collect::<Vec<_>>().join(" ").into()
}

/// What the pack knows of a time.
#[must_use]
pub fn at(pack: &Pack, when: &When) -> Moment {
    among(pack, &Spans::of(pack), when)
}

/// The same, by spans that were read before.
pub(crate) fn among(pack: &Pack, spans: &Spans, when: &When) -> Moment {
    let time = Span::of(when);
    // What goes on when the pack ends is not told to go on for ever.
    let beyond = when.first() > pack.about.as_of.last();
    let answers = |date: &When| answers(date, when).filter(|_| !beyond || date.last() != Day::MAX);
    let mut found: Vec<(EntityId, Fit, When)> = pack
        .entities()
        .filter(|id| spans.entity(*id).meets(time))
        .filter_map(|id| pack[id].when.and_then(|w| Some((id, answers(&w)?, w))))
        .collect();
    found.order_by(|a, b| b.1.cmp(&a.1).then_with(|| closer(a.1, &a.2, &b.2)).then_with(|| a.0.cmp(&b.0)));
    let of =
        |kinds: &[Kind]| found.iter().filter(|(id, ..)| kinds.contains(&pack[*id].kind)).map(|(id, ..)| *id).collect();
    let mut powers: Vec<EntityId> = of(&[Kind::Polity]);
    powers.order_by(|a, b| begin(pack, *a).cmp(&begin(pack, *b)).then_with(|| a.cmp(b)));
    let mut statements: Vec<(StatementId, Fit, When)> = pack
        .chronology()
        .iter()
        .filter(|id| spans.statement(**id).meets(time))
        .filter_map(|id| pack[*id].when.and_then(|w| Some((*id, answers(&w)?, w))))
        .collect();
    // A picture of a time tells less of it than a sentence.
    let plate = |id: StatementId| pack[pack[id].passage].number.is_none();
    statements.order_by(|a, b| {
        let order = plate(a.0).cmp(&plate(b.0)).then_with(|| b.1.cmp(&a.1));
        order.then_with(|| closer(a.1, &a.2, &b.2)).then_with(|| a.0.cmp(&b.0))
    });
    Moment {
        events: of(&[Kind::Event]),
        powers,
        offices: if beyond { Vec::new() } else { offices(pack, spans, when) },
        others: of(&[
            Kind::Person,
            Kind::Place,
            Kind::People,
            Kind::Group,
            Kind::Organization,
            Kind::Concept,
            Kind::Work,
        ]),
        statements: statements.into_iter().map(|(id, ..)| id).collect(),
        before: before(pack, spans, when.first()),
        after: after(pack, spans, when.last()),
    }
}

/// How well a date answers a time. “Before 1818” says nothing of the year 500: what is dated by one end alone answers
/// only a time that holds that end.
#[must_use]
pub fn answers(date: &When, time: &When) -> Option<Fit> {
    let holds = |day: Day| time.first() <= day && day <= time.last();
    let known = match date {
        When::Before(_) | When::Until(..) => holds(date.last()),
        When::After(_) => holds(date.first()),
        When::From(known, Edge::Unknown) => known.first() <= time.last() && time.first() <= known.last(),
        _ => true,
    };
    date.fit(time).filter(|_| known)
}

/// Inside the time, in date order; around it, the shorter first.
fn closer(fit: Fit, a: &When, b: &When) -> Ordering {
    match fit {
        Fit::Around => a.length().total_cmp(&b.length()).then_with(|| a.chronological(b)),
        _ => a.chronological(b),
    }
}

/// Who held office at the time, rulers first, then in order of their beginnings.
fn offices(pack: &Pack, spans: &Spans, when: &When) -> Vec<(EntityId, usize)> {
    let time = Span::of(when);
    let holders = pack.entities().filter(|id| spans.offices(*id).meets(time));
    let all = holders.flat_map(|id| (0..pack[id].offices.len()).map(move |at| (id, at)));
    let at_the_time = |office: &Office| office.when.is_some_and(|held| answers(&held, when).is_some());
    let mut held: Vec<(EntityId, usize)> = all.filter(|(id, at)| at_the_time(&pack[*id].offices[*at])).collect();
    let key = |(id, i): &(EntityId, usize)| {
        let office = &pack[*id].offices[*i];
        (!office.head, office.when.map(|w| w.first()), *id, *i)
    };
    held.order_by_key(key);
    held
}

/// Whether a pack tells of any time who held power: where it does not, nobody need look for it.
#[must_use]
pub fn tells_of_power(pack: &Pack) -> bool {
    !pack.powers().is_empty()
}

/// Who ruled at a time, and failing that which polities stood. A year may have seen several rulers; of a longer time
/// only the beginning counts, or every ruler of a century would be named.
#[must_use]
pub fn in_power(pack: &Pack, time: &When) -> Vec<EntityId> {
    const A_YEAR: f64 = 1.01;
    let (first, last) = if time.length() <= A_YEAR {
        (time.first(), time.last())
    } else {
        let day = known_day(time);
        (day, day)
    };
    let holds = |power: &&Power| power.first <= last && first <= power.last;
    let found = |rules: bool| {
        let found = pack.powers().iter().filter(|power| power.rules == rules).filter(holds);
        let mut found: Vec<EntityId> = found.map(|power| power.entity).collect();
        found.dedup();
        found
    };
    let rulers = found(true);
    if rulers.is_empty() { found(false) } else { rulers }
}

/// The last dated statement that ends before the day.
fn before(pack: &Pack, spans: &Spans, day: Day) -> Option<StatementId> {
    let last_of = |id: &StatementId| spans.statement(*id).last;
    let exact = |id: &StatementId| {
        let when = pack[*id].when?;
        (when.last() < day).then_some((when.last(), when.first(), *id))
    };
    let mut bound = number(day);
    loop {
        let last = pack.chronology().iter().map(last_of).filter(|last| *last <= bound).max()?;
        // What ends on the day itself has its number, and so may days of long ago: the records decide.
        let alike = pack.chronology().iter().filter(|id| last_of(id) == last);
        if let Some((.., id)) = alike.filter_map(exact).max() {
            return Some(id);
        }
        bound = last.checked_sub(1)?;
    }
}

/// The first dated statement that begins after the day.
fn after(pack: &Pack, spans: &Spans, day: Day) -> Option<StatementId> {
    let may = |id: &StatementId| spans.statement(*id).first >= number(day);
    let begins_later = |id: &StatementId| pack[*id].when.is_some_and(|when| when.first() > day);
    pack.chronology().iter().copied().filter(may).find(begins_later)
}

fn begin(pack: &Pack, entity: EntityId) -> Day {
    pack[entity].when.map_or(Day::MAX, |when| when.first())
}

/// The dated statement nearest to a time in years; of several, the first in date order.
#[must_use]
pub fn nearest_to(pack: &Pack, time: f64) -> Option<StatementId> {
    let order = pack.chronology();
    let at = |row: usize| pack[*order.get(row)?].when.map(|when| known_day(&when).years());
    let first_from =
        |time: f64| order.partition_point(|id| pack[*id].when.is_some_and(|w| known_day(&w).years() < time));
    let after = first_from(time);
    let far = |row: usize| at(row).map_or(f64::MAX, |found| (found - time).abs());
    let near = after.checked_sub(1).filter(|before| far(*before) <= far(after)).unwrap_or(after);
    order.get(first_from(at(near)?)).copied()
}

/// The time a reader of the statement is in: its own date, or that of the nearest dated statement before it in its
/// era, or after it.
#[must_use]
pub fn reading(pack: &Pack, statement: StatementId) -> Option<When> {
    dated_in_era(pack, statement).and_then(|id| pack[id].when)
}

/// The dated statement nearest to the statement in the text: itself, the one before or after it in its era, or in the
/// whole text where its era has no dates.
#[must_use]
pub fn nearest_dated(pack: &Pack, statement: StatementId) -> Option<StatementId> {
    let dated = |id: &StatementId| pack[*id].when.is_some();
    let before =
        || std::iter::successors(pack.statement_before(statement), |id| pack.statement_before(*id)).find(dated);
    let after = || std::iter::successors(pack.next_statement(statement), |id| pack.next_statement(*id)).find(dated);
    dated_in_era(pack, statement).or_else(before).or_else(after)
}

fn dated_in_era(pack: &Pack, statement: StatementId) -> Option<StatementId> {
    let era = pack.era_of(statement);
    let in_era = |id: &StatementId| pack.era_of(*id) == era;
    let before = std::iter::successors(Some(statement), |id| pack.statement_before(*id)).take_while(in_era);
    let after = std::iter::successors(Some(statement), |id| pack.next_statement(*id)).take_while(in_era);
    before.chain(after).find(|id| pack[*id].when.is_some())
}

/// The order of two that may have dates: what has one before what has none.
pub(crate) fn in_date_order(a: Option<When>, b: Option<When>) -> Ordering {
    match (a, b) {
        (Some(a), Some(b)) => a.chronological(&b),
        (a, b) => b.is_some().cmp(&a.is_some()),
    }
}

/// A day by which a time can be placed: its first, or its last where it has no beginning.
#[must_use]
pub fn known_day(when: &When) -> Day {
    if when.first() == Day::MIN { when.last() } else { when.first() }
}

#[cfg(test)]
mod tests;
