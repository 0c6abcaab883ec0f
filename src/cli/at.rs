//! `griot at`: what was happening at a time.

use std::collections::HashSet;

use griot_pack::glyphs::Glyphs;
use serde::Serialize;

use super::output::Output;
use super::text_writer::{TextWriter, joined};
use super::{CliResult, Context, dates};
use crate::formats::json;
use griot_formats::dated::Dated;
use griot_history::chronicle::{self, Moment};
use griot_history::text::{capital, note_mark};
use griot_history::timeline::event_told_by;
use griot_pack::pack::{EntityId, Pack, StatementId};
use griot_pack::when::{Day, When};

/// Tells what happened, who held power, and what the text says of a time.
pub(super) fn at(context: Context, text: &str, limit: Option<usize>) -> CliResult {
    let pack = context.pack;
    let when = dates::read(&chronicle::with_today(pack, text))?;
    let of_the_pack = text.split_whitespace().any(|word| word.eq_ignore_ascii_case("today"));
    let mut moment = chronicle::at(pack, &when);
    let in_all = moment.statements.len();
    let most = if context.json || context.style.plain { usize::MAX } else { MOST };
    moment.statements.truncate(limit.unwrap_or(most));
    let text = if context.json { document(pack, when, &moment, in_all) } else { page(context, when, &moment) };
    let mut output = Output::of(text);
    if moment.is_empty() && in_all == 0 {
        return Ok(output.with_message(format!("nothing is dated to {}", pack.date_in_words(&when))).nothing());
    }
    if of_the_pack || when.last() == Day::MAX {
        output = output.with_message(format!("the pack tells as of {}", pack.date_in_words(&pack.about.as_of)));
    }
    if moment.statements.len() < in_all {
        output = output
            .with_message(format!("{} of {in_all} statements shown; -n {in_all} shows all", moment.statements.len()));
    }
    Ok(output)
}

fn page(context: Context, when: When, moment: &Moment) -> String {
    let pack = context.pack;
    let mut writer = TextWriter::new(context.style);
    if !context.style.plain {
        writer.head(&capital(&pack.date_in_words(&when)));
    }
    // An event that is told in full below is not named above it; for programs it is a record of its own.
    let told: HashSet<EntityId> = moment.statements.iter().filter_map(|id| event_told_by(pack, *id)).collect();
    let events = moment.events.iter().filter(|id| context.style.plain || !told.contains(id));
    rows(&mut writer, "event", events.map(|id| entity(pack, *id)));
    rows(&mut writer, "power", moment.powers.iter().map(|id| entity(pack, *id)));
    rows(&mut writer, "office", moment.offices.iter().map(|held| office(pack, *held)));
    rows(&mut writer, "text", moment.statements.iter().map(|id| statement(pack, *id)));
    if context.style.plain {
        rows(&mut writer, "also", moment.others.iter().map(|id| entity(pack, *id)));
    } else if !moment.others.is_empty() {
        let others: Vec<&str> = moment.others.iter().map(|id| pack[*id].name.as_str()).collect();
        rows(&mut writer, "also", std::iter::once((String::new(), others.join(" · "), String::new())));
    }
    rows(&mut writer, "before", moment.before.iter().map(|id| statement(pack, *id)));
    rows(&mut writer, "after", moment.after.iter().map(|id| statement(pack, *id)));
    writer.into_text()
}

/// How many statements are shown when no number is given.
const MOST: usize = 12;

/// A row: its date, its text and where it is found.
pub(super) type Row = (String, String, String);

pub(super) fn rows(writer: &mut TextWriter, label: &str, found: impl Iterator<Item = Row>) {
    const LABEL: usize = 10;
    for (date, text, place) in found {
        if writer.style().plain {
            writer.record(&[label, &date, &text, &place]);
        } else {
            writer.entry(LABEL, &format!("  {label}"), &joined(&[&text, &date, &place]));
        }
    }
}

pub(super) fn statement(pack: &Pack, id: StatementId) -> Row {
    let statement = &pack[id];
    let notes: Vec<u32> = statement.cites.iter().map(|note| note.number()).collect();
    (
        dated(pack, statement.when),
        format!("{}{}", statement.text, note_mark(&notes, Glyphs::Ascii)),
        pack.address(statement.passage),
    )
}

/// An entity, and the first place where the text speaks of it.
pub(super) fn entity(pack: &Pack, id: EntityId) -> Row {
    let place = pack.mentions(id).first().map_or_else(String::new, |id| pack.address(pack[*id].passage));
    (dated(pack, pack[id].when), titled(pack, id), place)
}

fn office(pack: &Pack, (id, index): (EntityId, usize)) -> Row {
    let office = &pack[id].offices[index];
    let text = format!("{}, {}, {}", pack[id].name, office.title, pack[office.of].name);
    (dated(pack, office.when), text, entity(pack, id).2)
}

fn titled(pack: &Pack, id: EntityId) -> String {
    let entity = &pack[id];
    entity.role.as_ref().map_or_else(|| entity.name.to_string(), |role| format!("{}, {role}", entity.name))
}

fn dated(pack: &Pack, when: Option<When>) -> String {
    when.map_or_else(String::new, |when| pack.date(&when))
}

#[derive(Serialize)]
struct Body<'a> {
    #[serde(flatten)]
    asked: Dated,
    in_words: String,
    events: Vec<json::Named<'a>>,
    powers: Vec<json::Named<'a>>,
    offices: Vec<json::Office<'a>>,
    others: Vec<json::Named<'a>>,
    statements: Vec<json::Statement<'a>>,
    statements_in_all: usize,
    before: Option<json::Statement<'a>>,
    after: Option<json::Statement<'a>>,
}

fn document(pack: &Pack, when: When, moment: &Moment, in_all: usize) -> String {
    let named = |ids: &[EntityId]| ids.iter().map(|id| json::named(pack, *id)).collect();
    let body = Body {
        asked: Dated::of(Some(when)),
        in_words: when.in_words(),
        events: named(&moment.events),
        powers: named(&moment.powers),
        offices: moment.offices.iter().filter_map(|(id, index)| json::office(pack, *id, *index)).collect(),
        others: named(&moment.others),
        statements: json::statements(pack, moment.statements.iter().copied()),
        statements_in_all: in_all,
        before: moment.before.map(|id| json::statement(pack, id)),
        after: moment.after.map(|id| json::statement(pack, id)),
    };
    json::document("at", Some(pack), body)
}
