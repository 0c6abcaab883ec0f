//! `griot ask`: the answers to a question, with their dates and who says so.

use serde::Serialize;

use super::Context;
use super::output::Output;
use super::search::{HitJson, Query, hit_json, message, query_json, via};
use super::text_writer::{TextWriter, joined};
use crate::formats::json::{self, Note, Statement};
use griot_history::cite;
use griot_history::search::{Answer, Counts, Found, Hit, Index, Role, Tier, Via};
use griot_history::text::note_mark;
use griot_pack::glyphs::Glyphs;
use griot_pack::pack::{EntityId, NoteId, Pack, StatementId};

/// How many answers are given when no number is.
const MOST: usize = 5;

/// Answers a question.
pub(super) fn ask(context: Context, question: &str, limit: Option<usize>) -> Output {
    let pack = context.pack;
    let mut found = Index::new(pack).search(pack, question, limit.unwrap_or(MOST));
    // Whoever asks for a holder of an office is not told who else bears the word.
    if found.hits.first().is_some_and(|hit| hit.tier() == Tier::Role) {
        found.hits.retain(|hit| hit.tier() == Tier::Role);
    }
    let text = if context.json { document(pack, question, &found) } else { page(context, &found) };
    let mut output = Output::of(text);
    // How many more there are is no matter to whoever asks one thing.
    found.counts = Counts::default();
    output.messages.extend(message(pack, &found, question));
    if found.hits.is_empty() { output.nothing() } else { output }
}

/// The answer in a line, and its date.
fn line(pack: &Pack, hit: &Hit) -> (String, String) {
    match hit.what {
        Found::Statement(id) => {
            let record = &pack[id];
            (
                format!("{}{}", record.text, marks(pack, &[id])),
                record.when.map_or_else(String::new, |when| pack.date(&when)),
            )
        }
        Found::Source(id) => (cite::text(&pack[id], None), String::new()),
        Found::Entity(id) => of_entity(pack, hit, id),
    }
}

/// An entity with its office or what its record says, its figures, and the notes of what is told of it.
fn of_entity(pack: &Pack, hit: &Hit, id: EntityId) -> (String, String) {
    let entity = &pack[id];
    let said = match hit.via {
        Via::Role(_) => Some(via(pack, hit)),
        _ => entity.role.as_ref().map(ToString::to_string),
    };
    let named = [Some(entity.name.to_string()), said].into_iter().flatten().collect::<Vec<_>>().join(", ");
    let outcome = entity.outcome.as_ref().map(|outcome| format!(". {outcome}")).unwrap_or_default();
    let figures: Vec<&str> = entity.figures.iter().map(|figure| figure.value.as_str()).collect();
    let figures = if figures.is_empty() { String::new() } else { format!(" Figures: {}.", figures.join("; ")) };
    let when = match hit.via {
        Via::Role(_) => String::new(),
        _ => entity.when.map_or_else(String::new, |when| pack.date(&when)),
    };
    (format!("{named}{outcome}{figures}{}", marks(pack, &told(pack, hit))), when)
}

/// The statements that an answer rests on: its own, or those of the text that speak of it.
fn told(pack: &Pack, hit: &Hit) -> Vec<StatementId> {
    const ENOUGH: usize = 3;
    let about = match (hit.what, hit.via) {
        (Found::Statement(id), _) => return vec![id],
        (Found::Entity(_), Via::Role(Role::Part(event, _))) => event,
        (Found::Entity(id), _) => id,
        (Found::Source(_), _) => return Vec::new(),
    };
    pack.mentions(about).iter().filter(|id| !pack[**id].cites.is_empty()).take(ENOUGH).copied().collect()
}

fn notes_of(pack: &Pack, told: &[StatementId]) -> Vec<NoteId> {
    let mut notes: Vec<NoteId> = told.iter().flat_map(|id| pack[*id].cites.iter().copied()).collect();
    notes.sort_unstable();
    notes.dedup();
    notes
}

fn marks(pack: &Pack, told: &[StatementId]) -> String {
    let numbers: Vec<u32> = notes_of(pack, told).iter().map(|note| note.number()).collect();
    note_mark(&numbers, Glyphs::Ascii)
}

fn kind(pack: &Pack, hit: &Hit) -> &'static str {
    match hit.what {
        Found::Entity(id) => pack[id].kind.name(),
        Found::Statement(_) => "text",
        Found::Source(_) => "source",
    }
}

fn page(context: Context, found: &Answer) -> String {
    let pack = context.pack;
    let mut writer = TextWriter::new(context.style);
    let all: Vec<StatementId> = found.hits.iter().flat_map(|hit| told(pack, hit)).collect();
    let notes = notes_of(pack, &all);
    if context.style.plain {
        for hit in &found.hits {
            let (text, when) = line(pack, hit);
            let sources: Vec<String> =
                notes_of(pack, &told(pack, hit)).iter().map(|id| cite::full(pack, *id)).collect();
            writer.record(&[kind(pack, hit), &hit_json(pack, hit).id, &when, &text, &sources.join(" | ")]);
        }
        return writer.into_text();
    }
    let rows = found.hits.iter().map(|hit| {
        let (text, when) = line(pack, hit);
        let place = told(pack, hit).first().map_or_else(String::new, |id| pack.address(pack[*id].passage));
        vec![kind(pack, hit).to_owned(), joined(&[&text, &when, &place])]
    });
    writer.table(&rows.collect::<Vec<_>>());
    if let Some(last) = notes.last() {
        let room = format!("[{}] ", last.number()).len();
        writer.gap();
        writer.head("Sources");
        for note in notes {
            writer.entry(room, &format!("[{}]", note.number()), &cite::full(pack, note));
        }
    }
    writer.into_text()
}

#[derive(Serialize)]
struct Body<'a> {
    query: Query<'a>,
    complete: bool,
    failed: &'a [String],
    answers: Vec<AnswerJson<'a>>,
    notes: Vec<Note<'a>>,
}

#[derive(Serialize)]
struct AnswerJson<'a> {
    #[serde(flatten)]
    hit: HitJson,
    text: String,
    date: String,
    statements: Vec<Statement<'a>>,
}

fn document(pack: &Pack, question: &str, found: &Answer) -> String {
    let answer = |hit: &Hit| {
        let (text, date) = line(pack, hit);
        AnswerJson { hit: hit_json(pack, hit), text, date, statements: json::statements(pack, told(pack, hit)) }
    };
    let body = Body {
        query: query_json(question, found),
        complete: found.is_complete(),
        failed: &found.failed,
        answers: found.hits.iter().map(answer).collect(),
        notes: json::notes(pack, found.hits.iter().flat_map(|hit| told(pack, hit))),
    };
    json::document("ask", Some(pack), body)
}
