//! The statements as a table of comma-separated values (RFC 4180).

use griot_history::text::note_mark;
use griot_pack::glyphs::Glyphs;
use griot_pack::pack::{EraId, Pack, StatementId};

use crate::formats::json::Dated;

const COLUMNS: [&str; 14] = [
    "id",
    "address",
    "era",
    "chapter",
    "when",
    "from",
    "to",
    "calendar",
    "edtf",
    "standing",
    "text",
    "notes",
    "note",
    "instead_of",
];

pub fn export(pack: &Pack, eras: &[EraId]) -> String {
    let mut out = String::new();
    record(&mut out, &COLUMNS);
    for id in eras.iter().flat_map(|era| pack.statements_in(*era)) {
        statement(&mut out, pack, id);
    }
    out
}

fn statement(out: &mut String, pack: &Pack, id: StatementId) {
    let it = &pack[id];
    let [when, from, to, calendar, edtf] = Dated::of(it.when).words();
    let notes: Vec<u32> = it.cites.iter().map(|note| note.number()).collect();
    record(
        out,
        &[
            &pack.statement_id(id),
            &pack.address(it.passage),
            &pack[pack.era_of(id)].title,
            &pack[pack.chapter_of(id)].title,
            &when,
            &from,
            &to,
            &calendar,
            &edtf,
            it.standing.name(),
            &it.text,
            &note_mark(&notes, Glyphs::Ascii),
            it.note.as_deref().unwrap_or_default(),
            it.instead_of.as_deref().unwrap_or_default(),
        ],
    );
}

fn record(out: &mut String, fields: &[&str]) {
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
