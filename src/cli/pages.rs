//! The pages of an entity and of a source, as they are printed.

use griot_history::account::{Account, Via};
use griot_history::text::page::{self, PageOf, entry, plain};
use griot_history::text::{Block, Shape};
use griot_history::{card, cite};
use griot_pack::pack::{EntityId, Pack, SourceId, StatementId};
use serde::Serialize;

use super::Context;
use super::notes::Remarks;
use super::text_writer::TextWriter;
use crate::formats::json;

#[derive(Serialize)]
struct EntityBody<'a> {
    entity: json::Entity<'a>,
    statements: Vec<Told<'a>>,
    notes: Vec<json::Note<'a>>,
}

/// A statement, and what leads from it to the entity: a `link`, its `name`, or an `event` of its.
#[derive(Serialize)]
struct Told<'a> {
    #[serde(flatten)]
    statement: json::Statement<'a>,
    via: &'static str,
    event: Option<&'a str>,
}

fn told(pack: &Pack, id: StatementId, via: Via) -> Told<'_> {
    let (via, event) = match via {
        Via::Link => ("link", None),
        Via::Name => ("name", None),
        Via::Event(event) => ("event", Some(pack[event].id.as_str())),
    };
    Told { statement: json::statement(pack, id), via, event }
}

/// The page of an entity: what it is, and what the text says of it in date order.
pub(super) fn entity(context: Context, id: EntityId) -> String {
    let pack = context.pack;
    let geo = pack.geo().ok();
    if context.json {
        let account = Account::new(pack, id);
        let body = EntityBody {
            entity: json::entity(pack, id, geo.as_ref()),
            statements: account.statements().map(|(id, via)| told(pack, id, via)).collect(),
            notes: json::notes(pack, account.statements().map(|(id, _)| id)),
        };
        return json::document(context.command, Some(pack), body);
    }
    let mut blocks = page::blocks(pack, PageOf::Entity(id), geo.as_ref());
    let remarks = Remarks::new(pack);
    remarks.mark(&mut blocks);
    let mut writer = TextWriter::new(context.style);
    writer.page(&blocks);
    remarks.print(pack, &blocks, &mut writer);
    writer.into_text()
}

#[derive(Serialize)]
struct SourceBody<'a> {
    source: json::Sourced<'a>,
    text: String,
    statements: Vec<json::Statement<'a>>,
}

/// A source in full, and every statement that it is cited for.
pub(super) fn source(context: Context, id: SourceId) -> String {
    let pack = context.pack;
    let cited = json::cited_by(pack, id);
    if context.json {
        let body = SourceBody {
            source: json::source(pack, id, cited.len()),
            text: cite::text(&pack[id], None),
            statements: json::statements(pack, cited),
        };
        return json::document(context.command, Some(pack), body);
    }
    let mut blocks = vec![Block { gap: false, ..plain(Shape::Title, cite::short(&pack[id])) }];
    blocks.extend(card::of_source(&pack[id], None));
    let times = match cited.len() {
        0 => "Cited for nothing.".to_owned(),
        1 => "Cited for one statement".into(),
        n => format!("Cited for {n} statements"),
    };
    blocks.push(plain(Shape::Heading, times));
    for statement in cited {
        let statement = &pack[statement];
        let text = format!("{} →{}", statement.text, pack.address(statement.passage));
        blocks.push(entry(&statement.when.map_or_else(|| "undated".into(), |when| pack.date(&when)), &text));
    }
    let mut writer = TextWriter::new(context.style);
    writer.page(&blocks);
    writer.into_text()
}
