//! How times answer: what is of a time, how well it fits, and what came first.

use crate::chronicle::{self, Moment};
use griot_pack::pack::{EntityId, Kind, Pack, StatementId};
use griot_pack::when::{Day, Fit, When};

use super::alike::say_the_same;
use super::terms::Term;
use super::words::{EDGES, Order};
use crate::spans::{Span, Spans};

/// What a date that fails costs: as much as a word of which few others are told.
pub(super) const LOST: u16 = 16;
/// How well something fits of whose time the one asked for is a part.
const AROUND_IT: u16 = Fit::Same as u16 - Fit::Around as u16;
/// How well something fits that is of the time only by what is told of it.
const BY_MENTION: u16 = 5;
/// How well somebody fits of whom nothing is told but that they lived then.
pub(super) const IN_A_LIFE: u16 = 6;
/// How well the nearest fits that does not fit at all.
pub(super) const BESIDE: u16 = 7;

/// What is lost by words and by a date together. Of what lacks a word as well a date that fits but roughly tells nothing: most
/// lived or lasted at the time that have nothing to do with it.
pub(super) const fn with_date(by_words: u16, (by_date, fit): (u16, u16)) -> u16 {
    let roughly = fit == AROUND_IT || fit == IN_A_LIFE;
    if by_words > 0 && roughly { by_words + LOST } else { by_words + by_date }
}

/// The time that is asked for, and what tells sooner than a record whether anything is of it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Time<'a> {
    pub when: &'a When,
    pub spans: &'a Spans,
}

/// What is lost by an entity's own date, or that of what the text says of it, and how well it fits.
pub(super) fn entity(pack: &Pack, id: EntityId, time: Time) -> (u16, u16) {
    let span = time.spans.entity(id);
    match of_span(span, || pack[id].when, time.when) {
        beside if span.is_none() => mentioned(pack, id, time).unwrap_or(beside),
        (0, AROUND_IT) if pack[id].kind == Kind::Person => mentioned(pack, id, time).unwrap_or((0, IN_A_LIFE)),
        (0, fit) => (0, fit),
        beside => match mentioned(pack, id, time) {
            Some(_) if pack[id].kind == Kind::Event => beside,
            told => told.unwrap_or(beside),
        },
    }
}

/// What is lost by a date of such a span, and how well it fits; the date itself is asked for only where that is not plain.
fn of_span(span: Span, own: impl Fn() -> Option<When>, when: &When) -> (u16, u16) {
    match span.days().filter(|_| !span.meets(Span::of(when))) {
        _ if span.is_none() => (LOST, u16::MAX),
        Some((first, last)) => apart((first, last), ends(when)),
        None => own().map_or((LOST, u16::MAX), |own| date(&own, when)),
    }
}

/// An end of the time of something that the words of a query ask for: a birth, the founding of a party.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Edge {
    /// Of people, and not of what people make.
    of_people: bool,
    /// The beginning, and not the end.
    begins: bool,
}

impl Edge {
    /// Whether it is an end of a life.
    pub(super) const fn is_of_people(self) -> bool {
        self.of_people
    }
}

/// The end that is asked for, if one is.
pub(super) fn edge(terms: &[Term]) -> Option<Edge> {
    let asks = |word: &str, (meant, of_people, begins): &(&str, bool, bool)| {
        say_the_same(word, meant).then_some(Edge { of_people: *of_people, begins: *begins })
    };
    EDGES.iter().find_map(|edge| terms.iter().flat_map(Term::says).find_map(|word| asks(word, edge)))
}

/// What is lost by an entity's date and how well it fits, where one end of it may be asked for.
pub(super) fn entity_at(pack: &Pack, id: EntityId, time: Time, edge: Option<Edge>) -> (u16, u16) {
    if edge.is_none() {
        return entity(pack, id, time);
    }
    let when = time.when;
    let it = &pack[id];
    let asked = edge.filter(|edge| it.kind != Kind::Event && edge.of_people == (it.kind == Kind::Person));
    let day = |own: When, edge: Edge| if edge.begins { own.first() } else { own.last() };
    match asked.zip(it.when).map(|(edge, own)| day(own, edge)) {
        Some(Day::MIN | Day::MAX) | None => entity(pack, id, time),
        Some(day) if when.first() <= day && day <= when.last() => (0, 0),
        Some(day) => {
            let years = (when.first().years() - day.years()).max(day.years() - when.last().years());
            (LOST, BESIDE + years.clamp(0.0, 60_000.0) as u16)
        }
    }
}

/// Which terms ask for an end of a life.
pub(super) fn asks_for(terms: &[Term]) -> impl Iterator<Item = usize> {
    let of_people = || EDGES.iter().filter(|(_, of_people, _)| *of_people);
    let asks = move |term: &Term| term.says().any(|word| of_people().any(|(meant, ..)| say_the_same(word, meant)));
    terms.iter().enumerate().filter(move |(_, term)| asks(term)).map(|(at, _)| at)
}

/// The day on which somebody's time begins or ends, where it is known.
pub(super) fn end_of(pack: &Pack, id: EntityId, edge: Edge) -> Option<Day> {
    let own = pack[id].when?;
    let day = if edge.begins { own.first() } else { own.last() };
    Some(day).filter(|day| ![Day::MIN, Day::MAX].contains(day))
}

/// Whether a time is so short, and holds the day, that what is told of it may be of that day.
pub(super) fn tells(when: &When, day: Day) -> bool {
    const SHORT: f64 = 2.0;
    // Days of other calendars are known to a day or two, and of some but the month.
    const ABOUT: f64 = 0.1;
    let (first, last, day) = (when.first().years(), when.last().years(), day.years());
    first - ABOUT <= day && day <= last + ABOUT && last - first <= SHORT
}

fn mentioned(pack: &Pack, id: EntityId, time: Time) -> Option<(u16, u16)> {
    let span = Span::of(time.when);
    let answers = |own: When| chronicle::answers(&own, time.when).is_some();
    let mut may = pack.mentions(id).iter().filter(|id| time.spans.statement(**id).meets(span));
    may.any(|id| pack[*id].when.is_some_and(answers)).then_some((0, BY_MENTION))
}

/// What is lost by a statement's date, and how well it fits.
pub(super) fn statement(pack: &Pack, id: StatementId, time: Time) -> (u16, u16) {
    of_span(time.spans.statement(id), || pack[id].when, time.when)
}

/// What is lost by a date, and how well it fits: best first, and then by the years between.
pub(super) fn date(own: &When, when: &When) -> (u16, u16) {
    match chronicle::answers(own, when) {
        Some(fit) => (0, Fit::Same as u16 - fit as u16),
        None => apart(ends(own), ends(when)),
    }
}

/// The days between which a time is known to lie.
fn ends(when: &When) -> (Day, Day) {
    (chronicle::known_day(when), if when.last() == Day::MAX { when.first() } else { when.last() })
}

/// What is lost by a time that is not the one that is asked for, and the years between.
fn apart((a, b): (Day, Day), (c, d): (Day, Day)) -> (u16, u16) {
    let years = (a.years() - d.years()).max(c.years() - b.years()).clamp(0.0, 60_000.0);
    (LOST, BESIDE + years as u16)
}

/// The time in which somebody ruled: the longest of the terms of the one most told of.
pub(super) fn reign(pack: &Pack, bearers: impl Iterator<Item = EntityId>) -> Option<When> {
    let heads = bearers.filter(|id| pack[*id].offices.iter().any(|office| office.head && office.when.is_some()));
    let ruler = heads.max_by_key(|id| (pack.mentions(*id).len(), std::cmp::Reverse(*id)))?;
    let terms = pack[ruler].offices.iter().filter(|office| office.head).filter_map(|office| office.when);
    terms.max_by(|a, b| a.length().total_cmp(&b.length()))
}

/// The place in the order of time that was asked for; what has no date stands last.
pub(super) fn in_order(order: Option<Order>, first: Option<Day>) -> i64 {
    let Some(day) = first.filter(|day| *day != Day::MIN) else { return i64::MAX };
    let place = day.year * 400 + i64::from(day.month) * 31 + i64::from(day.day);
    match order {
        Some(Order::Last) => -place,
        Some(Order::Nth(_)) => place,
        None => 0,
    }
}

/// The entities that a time answers with, and how close each comes.
pub(super) fn dated(pack: &Pack, moment: &Moment, when: &When) -> Vec<(EntityId, i64)> {
    let all = moment.events.iter().chain(&moment.powers).chain(&moment.others).copied();
    let mut out: Vec<(EntityId, i64)> = all.map(|entity| (entity, closeness(pack, entity, when))).collect();
    // The time in office is a time of its holder's as well.
    let term = |id: EntityId, at: usize| pack[id].offices[at].when.map_or(AROUND, |own| of_date(&own, when, false));
    out.extend(moment.offices.iter().map(|(id, at)| (*id, term(*id, *at).max(AROUND))));
    // What a statement of just that time speaks of first is of that time too.
    let exact = moment.statements.iter().filter(|id| pack[**id].when.and_then(|w| w.fit(when)) == Some(Fit::Same));
    out.extend(exact.filter_map(|id| pack[*id].links().next()).map(|id| (id, AROUND + 1)));
    out
}

/// How close an entity comes of which a time is only a part.
const AROUND: i64 = 10;

/// How well the entity's own date answers; events come first, because whoever asks for a year asks what happened.
fn closeness(pack: &Pack, entity: EntityId, when: &When) -> i64 {
    let event = pack[entity].kind == Kind::Event;
    pack[entity].when.map_or(0, |own| of_date(&own, when, event))
}

fn of_date(own: &When, when: &When, event: bool) -> i64 {
    let Some(fit) = own.fit(when) else { return 0 };
    let score = match fit {
        Fit::Same => 50,
        Fit::Within => 40,
        // What began then and still goes on weighs nearly as much as what began and ended.
        Fit::Begins if event && own.last() == Day::MAX => 39,
        Fit::Begins => 30,
        Fit::Ends => 20,
        // The shorter of two spans is the more telling.
        Fit::Around => AROUND - (libm::log2(own.length()) as i64).clamp(0, AROUND - 1),
    };
    score + if event { 100 } else { 0 }
}

#[cfg(test)]
mod tests;
