//! `griot today`: what happened on this day of the year.

use griot_pack::order::InOrder;
use serde::Serialize;

use super::at::{Row, entity, rows, statement};
use super::output::{CliError, Output};
use super::text_writer::TextWriter;
use super::{CliResult, Context, dates};
use crate::formats::json;
use griot_pack::pack::{EntityId, Pack, StatementId};
use griot_pack::when::{Day, When, month_name};

/// A day of any year.
type DayOfYear = (u8, u8);

/// Tells what began, ended or took place on a day of the year.
pub(super) fn today(context: Context, on: Option<&str>) -> CliResult {
    let pack = context.pack;
    let (month, day) = on.map_or_else(|| Ok(of_day(context.clock.day())), one_day)?;
    let of = |when: Option<When>| when.is_some_and(|when| is_of(&when, (month, day)));
    let mut events: Vec<EntityId> = pack.entities().filter(|id| of(pack[*id].when)).collect();
    events.order_by_key(|id| pack[*id].when.map(|when| when.first()));
    let statements: Vec<StatementId> = pack.chronology().iter().copied().filter(|id| of(pack[*id].when)).collect();
    let in_words = format!("{day} {}", month_name(month));
    let nothing = events.is_empty() && statements.is_empty();
    let text = if context.json {
        document(pack, &in_words, &events, &statements)
    } else {
        page(context, &in_words, &events, &statements)
    };
    if nothing {
        let text = if context.json { text } else { String::new() };
        return Ok(Output::of(text).with_message(format!("nothing is dated to {in_words}, in any year")).nothing());
    }
    Ok(Output::of(text))
}

/// The day of a date that is one.
fn one_day(text: &str) -> Result<DayOfYear, CliError> {
    let when = dates::read(text)?;
    let (first, last) = (when.first(), when.last());
    if first != last {
        return Err(CliError::usage(format!("\"{text}\" is no single day; write one, as 19 Nov 1968 or 2025-11-19")));
    }
    Ok(of_day(first))
}

const fn of_day(day: Day) -> DayOfYear {
    (day.month, day.day)
}

/// Whether a date is known to the day and begins or ends on that of the year.
fn is_of(when: &When, of: DayOfYear) -> bool {
    let exact = |moment: Option<griot_pack::when::Moment>| {
        moment.is_some_and(|moment| moment.first() == moment.last() && (moment.first().month, moment.first().day) == of)
    };
    let dated = !matches!(when, When::Before(_) | When::After(_) | When::Between(..) | When::OneOf(_));
    dated && when.ends().is_some_and(|(first, last)| exact(Some(first)) || exact(Some(last)))
}

fn page(context: Context, in_words: &str, events: &[EntityId], statements: &[StatementId]) -> String {
    let pack = context.pack;
    let mut writer = TextWriter::new(context.style);
    if !context.style.plain {
        writer.head(in_words);
    }
    for id in events {
        let row: Row = entity(pack, *id);
        rows(&mut writer, pack[*id].kind.name(), std::iter::once(row));
    }
    rows(&mut writer, "text", statements.iter().map(|id| statement(pack, *id)));
    writer.into_text()
}

#[derive(Serialize)]
struct Body<'a> {
    day: &'a str,
    entities: Vec<json::Named<'a>>,
    statements: Vec<json::Statement<'a>>,
}

fn document(pack: &Pack, day: &str, events: &[EntityId], statements: &[StatementId]) -> String {
    let entities = events.iter().map(|id| json::named(pack, *id)).collect();
    let body = Body { day, entities, statements: json::statements(pack, statements.iter().copied()) };
    json::document("today", Some(pack), body)
}
