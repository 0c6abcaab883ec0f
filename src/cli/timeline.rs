//! `griot timeline`: what is dated, in date order.

use std::collections::HashSet;

use serde::Serialize;

use super::args::Filters;
use super::filter::Filter;
use super::list::nearest;
use super::output::{CliError, Output};
use super::text_writer::TextWriter;
use super::{CliResult, Context, dates};
use crate::formats::json;
use griot_formats::dated::Dated;
use griot_history::chronicle::answers;
use griot_history::kinds::{Categories, Category, singular};
use griot_history::timeline::rows::{self, Entry};
use griot_history::timeline::{What, event_told_by, telling};
use griot_pack::pack::{EntityId, EraId, Kind, Pack};
use griot_pack::when::When;

/// The kinds of row, and several of each.
const KINDS: [(&str, &str); 5] = [
    ("statement", "statements"),
    ("event", "events"),
    ("polity", "polities"),
    ("office", "offices"),
    ("silence", "silences"),
];

/// What `--kind` lets through.
enum Narrowed {
    /// All that is dated: every row but silences, which are computed.
    Dated,
    /// The rows of a kind.
    Rows(&'static str),
    /// Events, polities and offices by what they are called.
    Called(Category),
    /// Events that have no type of their own.
    Other,
}

/// Prints all that is dated to a time, or what else was asked for.
pub(super) fn timeline(context: Context, when: &[String], flags: &Filters) -> CliResult {
    let pack = context.pack;
    let filter = Filter::read(pack, &Filters { kind: None, ..flags.clone() })?;
    let when = (!when.is_empty()).then(|| dates::read(&when.join(" "))).transpose()?;
    let narrowed = narrowed(pack, flags.kind.as_deref())?;
    let in_time = |date: When| when.is_none_or(|when| answers(&date, &when).is_some()) && filter.takes_date(Some(date));
    let mut found = rows::rows(pack);
    found.retain(|it| in_time(it.when));
    if let Some(era) = filter.era {
        found.retain(|entry| told_in(pack, entry.what, era));
    }
    let (mut found, others): (Vec<Entry>, Vec<Entry>) = found.into_iter().partition(|it| narrowed.takes(pack, it.what));
    if matches!(narrowed, Narrowed::Dated) {
        // Where both are shown, an event stands with the statement that tells of it.
        let told: HashSet<EntityId> = found.iter().filter_map(|it| event(pack, it)).collect();
        found.retain(|it| !matches!(it.what, What::Event(id) if told.contains(&id)));
    }
    let in_all = found.len();
    found.truncate(filter.limit.unwrap_or(usize::MAX));
    let output = Output::of(if context.json { document(pack, &found, in_all) } else { table(context, &found) });
    if in_all == 0 {
        return Ok(output.with_message("nothing is dated to that time; griot at tells what is nearest").nothing());
    }
    let mut left = left_out(&others);
    if matches!(narrowed, Narrowed::Dated) && filter.era.is_none() {
        left.extend(without_rows(pack, in_time));
        if when.is_none() && !filter.has_time() {
            left.extend(counted(pack.statements().filter(|id| pack[*id].when.is_none()).count(), UNDATED));
        }
    }
    Ok(if found.len() < in_all {
        output.with_message(format!("{} of {in_all}; -n {in_all} shows all", found.len()))
    } else if left.is_empty() {
        output
    } else {
        output.with_message(format!("not shown: {}", left.join(", ")))
    })
}

const UNDATED: (&str, &str) = ("statement without a date", "statements without a date");

/// The event that a row of a statement tells of.
fn event(pack: &Pack, it: &Entry) -> Option<EntityId> {
    if let What::Statement(statement) = it.what { event_told_by(pack, statement) } else { None }
}

/// What is asked for by its everyday name.
fn narrowed(pack: &Pack, given: Option<&str>) -> Result<Narrowed, CliError> {
    let Some(given) = given else { return Ok(Narrowed::Dated) };
    let is = |name: &str| singular(name) == singular(given);
    if let Some((name, _)) = KINDS.into_iter().find(|(name, _)| is(name)) {
        return Ok(Narrowed::Rows(name));
    }
    if is("other") {
        return Ok(Narrowed::Other);
    }
    let categories = Categories::new(pack);
    if let Some(category) = categories.named(given) {
        return Ok(Narrowed::Called(category.clone()));
    }
    let kinds = KINDS.map(|(name, _)| name);
    let near = nearest(kinds.into_iter().chain(categories.words()), given);
    let hint = near.map_or_else(String::new, |near| format!("; did you mean {near}?"));
    let types: Vec<String> = griot_history::who::types(pack).into_iter().map(|(name, _)| name).collect();
    let types = if types.is_empty() { String::new() } else { format!(", and events of type {}", types.join(", ")) };
    Err(CliError::usage(format!("the timeline has no kind \"{given}\"{hint}\nthere are {}{types}", kinds.join(", "))))
}

impl Narrowed {
    fn takes(&self, pack: &Pack, what: What) -> bool {
        match self {
            Self::Dated => !matches!(what, What::Silence(..)),
            Self::Rows(kind) => rows::kind_of(what) == *kind,
            Self::Called(category) => match what {
                What::Event(id) | What::Polity(id) => category.holds(pack, id),
                What::Office(id, which) => category.holds_office(pack, &pack[id].offices[usize::from(which)]),
                What::Statement(_) | What::Silence(..) => false,
            },
            Self::Other => matches!(what, What::Event(id) if griot_history::who::type_of(pack, id) == "other"),
        }
    }
}

/// How many of each kind of row are dated to the time and were not asked for. A silence is not dated: it is reckoned.
fn left_out(others: &[Entry]) -> Vec<String> {
    let kinds = KINDS.into_iter().filter(|(kind, _)| *kind != "silence");
    kinds.filter_map(|kind| counted(others.iter().filter(|it| it.kind == kind.0).count(), kind)).collect()
}

/// What has dates of its own and no row on a timeline: offices of those who did not rule, and entities that are no
/// events nor polities.
fn without_rows(pack: &Pack, in_time: impl Fn(When) -> bool) -> Vec<String> {
    let rows: HashSet<EntityId> = rows::rows(pack).iter().filter_map(|it| own_entity(it.what)).collect();
    let dated = |id: &EntityId| !rows.contains(id) && pack[*id].when.is_some_and(&in_time);
    let of_kind = |kind: Kind| {
        let count = pack.entities().filter(|id| pack[*id].kind == kind && dated(id)).count();
        counted(count, (kind.name(), kind.plural()))
    };
    let offices = pack.entities().flat_map(|id| &pack[id].offices);
    let served = offices.filter(|office| !office.head && office.when.is_some_and(&in_time)).count();
    let served = counted(served, ("office of no ruler", "offices of no rulers"));
    served.into_iter().chain(Kind::ALL.into_iter().filter_map(of_kind)).collect()
}

/// The entity whose own dates a row tells; a row of an office tells those of the term.
const fn own_entity(what: What) -> Option<EntityId> {
    match what {
        What::Event(id) | What::Polity(id) => Some(id),
        What::Office(..) | What::Statement(_) | What::Silence(..) => None,
    }
}

/// `1 event`, `12 events`; none of nothing.
fn counted(count: usize, (one, many): (&str, &str)) -> Option<String> {
    match count {
        0 => None,
        1 => Some(format!("1 {one}")),
        n => Some(format!("{n} {many}")),
    }
}

/// Whether the era speaks of it.
fn told_in(pack: &Pack, what: What, era: EraId) -> bool {
    match what {
        What::Statement(statement) => pack.era_of(statement) == era,
        what => what.entity().is_some_and(|entity| pack.mentions(entity).iter().any(|id| pack.era_of(*id) == era)),
    }
}

fn table(context: Context, found: &[Entry]) -> String {
    let pack = context.pack;
    let place =
        |it: &Entry| telling(pack, it.what).map_or_else(String::new, |statement| pack.address(pack[statement].passage));
    let mut writer = TextWriter::new(context.style);
    let row = |it: &Entry| {
        let when = pack.date(&it.when);
        if context.style.plain {
            let subtype = it.subtype.clone().unwrap_or_default();
            return vec![when, it.kind.into(), subtype, it.id.clone(), place(it), it.text.clone()];
        }
        vec![when, super::text_writer::joined(&[&it.text, &place(it)])]
    };
    writer.table(&found.iter().map(row).collect::<Vec<_>>());
    writer.into_text()
}

#[derive(Serialize)]
struct Body<'a> {
    count: usize,
    rows: Vec<RowJson<'a>>,
}

#[derive(Serialize)]
struct RowJson<'a> {
    #[serde(flatten)]
    dated: Dated,
    kind: &'static str,
    r#type: Option<&'a str>,
    id: Option<&'a str>,
    /// The event that a statement tells of by itself: it has no row beside it.
    event: Option<&'a str>,
    statement: Option<String>,
    address: Option<String>,
    text: &'a str,
}

fn document(pack: &Pack, found: &[Entry], in_all: usize) -> String {
    let rows = found.iter().map(|it| {
        let telling = telling(pack, it.what);
        RowJson {
            dated: Dated::of(Some(it.when)),
            kind: it.kind,
            r#type: it.subtype.as_deref(),
            id: Some(it.id.as_str()).filter(|id| !id.is_empty()),
            event: event(pack, it).map(|event| pack[event].id.as_str()),
            statement: telling.map(|statement| pack.statement_id(statement)),
            address: telling.map(|statement| pack.address(pack[statement].passage)),
            text: &it.text,
        }
    });
    json::document("timeline", Some(pack), Body { count: in_all, rows: rows.collect() })
}
