//! `griot timeline`: what is dated, in date order.

use std::collections::BTreeSet;

use serde::Serialize;

use super::args::Filters;
use super::filter::Filter;
use super::output::{CliError, Output};
use super::text_writer::TextWriter;
use super::{CliResult, Context, dates};
use crate::formats::json::{self, Dated};
use griot_history::chronicle::answers;
use griot_history::timeline::rows::{self, Entry};
use griot_history::timeline::{What, telling};
use griot_pack::pack::{EraId, Pack};

/// The kinds of row beside the types of events.
const KINDS: [&str; 5] = ["statement", "event", "polity", "office", "silence"];

/// Prints the events of a time, or what else was asked for.
pub(super) fn timeline(context: Context, when: &[String], flags: &Filters) -> CliResult {
    let pack = context.pack;
    let filter = Filter::read(pack, &Filters { kind: None, ..flags.clone() })?;
    let when = (!when.is_empty()).then(|| dates::read(&when.join(" "))).transpose()?;
    let kind = Some(kind(pack, flags.kind.as_deref())?);
    let mut found = rows::rows(pack, &rows::Asked { kind, ..rows::Asked::default() });
    found.retain(|it| when.is_none_or(|when| answers(&it.when, &when).is_some()) && filter.takes_date(Some(it.when)));
    if let Some(era) = filter.era {
        found.retain(|entry| told_in(pack, entry.what, era));
    }
    let in_all = found.len();
    found.truncate(filter.limit.unwrap_or(usize::MAX));
    let output = Output::of(if context.json { document(pack, &found, in_all) } else { table(context, &found) });
    Ok(match in_all {
        0 => output.with_message("nothing is dated to that time; griot at tells what is nearest").nothing(),
        _ if found.len() < in_all => output.with_message(format!("{} of {in_all}; -n {in_all} shows all", found.len())),
        _ => output,
    })
}

/// The kind of rows that was asked for: events, and statements where a pack has none.
fn kind<'a>(pack: &Pack, given: Option<&'a str>) -> Result<&'a str, CliError> {
    let types: BTreeSet<String> = griot_history::who::types(pack).into_iter().map(|(name, _)| name).collect();
    let Some(given) = given else { return Ok(if types.is_empty() { "statement" } else { "event" }) };
    let one = given.strip_suffix('s').filter(|one| KINDS.contains(one)).unwrap_or(given);
    let one = if one == "polities" { "polity" } else { one };
    if KINDS.contains(&one) || types.contains(one) {
        return Ok(one);
    }
    let types: Vec<&str> = types.iter().map(String::as_str).collect();
    Err(CliError::usage(format!(
        "the timeline has no kind \"{given}\"; there are {}, and events of type {}",
        KINDS.join(", "),
        types.join(", ")
    )))
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
        let when = it.when.on_screen();
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
            statement: telling.map(|statement| pack.statement_id(statement)),
            address: telling.map(|statement| pack.address(pack[statement].passage)),
            text: &it.text,
        }
    });
    json::document("timeline", Some(pack), Body { count: in_all, rows: rows.collect() })
}
