//! The statements as a table of comma-separated values (RFC 4180).

use griot_pack::pack::{Excerpt, Kind, NoteId, Pack, Rank, StatementId};

use super::Export;
use crate::dated::Dated;

/// What a statement is in the table; years are astronomical, so that they can be counted with. There are as many ranks
/// as sources, in their order.
const COLUMNS: [&str; 18] = [
    "id",
    "era",
    "chapter",
    "text",
    "when",
    "edtf",
    "from",
    "to",
    "from_year",
    "to_year",
    "circa",
    "calendar",
    "standing",
    "sources",
    "places",
    "people",
    "ranks",
    "rests_on",
];

/// What stands between the members of a cell.
const BETWEEN: &str = "; ";

pub(super) fn export(pack: &Pack, excerpt: &Excerpt) -> Export {
    let mut out = String::new();
    record(&mut out, &COLUMNS.map(str::to_owned));
    for id in excerpt.statements(pack) {
        record(&mut out, &statement(pack, id));
    }
    out.into()
}

/// The cells of a statement, in the order of the columns.
fn statement(pack: &Pack, id: StatementId) -> [String; 18] {
    let statement = &pack[id];
    let dated = Dated::of(statement.when);
    let cite = |note: &NoteId| {
        let note = &pack[*note];
        let key = &pack[note.source].key;
        note.place.as_ref().map_or_else(|| key.to_string(), |place| format!("{key}, {place}"))
    };
    let sources: Vec<String> = statement.cites.iter().map(cite).collect();
    let rank = |note: &NoteId| pack[pack[*note].source].rank.map_or("", Rank::name);
    let ranks: Vec<&str> = statement.cites.iter().map(rank).collect();
    let rests_on = if pack.rests_on_wiki(id) { Rank::Wiki.name() } else { "" };
    let named = |kind: Kind| {
        let mut ids: Vec<&str> = Vec::new();
        for entity in statement.links().filter(|id| pack[*id].kind == kind) {
            let id = pack[entity].id.as_str();
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        ids.join(BETWEEN)
    };
    let year = |year: Option<i64>| year.map(|year| year.to_string()).unwrap_or_default();
    [
        pack.statement_id(id),
        harmless(&pack[pack.era_of(id)].title),
        harmless(&pack[pack.chapter_of(id)].title),
        harmless(&statement.text),
        dated.when.unwrap_or_else(|| statement.unread.as_deref().map(harmless).unwrap_or_default()),
        dated.edtf.unwrap_or_default(),
        dated.from.unwrap_or_default(),
        dated.to.unwrap_or_default(),
        year(dated.from_year),
        year(dated.to_year),
        statement.when.map(|when| griot_history::cite::is_doubted(when).to_string()).unwrap_or_default(),
        dated.calendar.unwrap_or_default().to_owned(),
        statement.standing.name().to_owned(),
        harmless(&sources.join(BETWEEN)),
        named(Kind::Place),
        named(Kind::Person),
        ranks.join(BETWEEN),
        rests_on.to_owned(),
    ]
}

/// Text that no spreadsheet takes for a formula: an apostrophe is put before one that begins as formulas do.
fn harmless(text: &str) -> String {
    let guard = if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { "'" } else { "" };
    format!("{guard}{text}")
}

fn record(out: &mut String, fields: &[String; 18]) {
    for (i, field) in fields.iter().enumerate() {
        if i > 0 {
            out.push(',');
        }
        if field.contains([',', '"', '\n', '\r']) {
            out.push_str(&format!("\"{}\"", field.replace('"', "\"\"")));
        } else {
            out.push_str(field);
        }
    }
    // Line ends alone, as every tool of this system writes them.
    out.push('\n');
}
