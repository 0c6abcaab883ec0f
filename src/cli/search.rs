//! `griot search`: what answers, in order of rank.

use serde::Serialize;

use super::args::Filters;
use super::filter::Filter;
use super::output::Output;
use super::text_writer::{TextWriter, joined};
use super::{CliResult, Context};
use crate::formats::json;
use griot_formats::dated::Dated;
use griot_history::cite;
use griot_history::search::{Answer, Found, Hit, Index, KindFilter, Tier, Via};
use griot_pack::pack::{EntityId, Pack, SourceId, StatementId};

/// How many hits are shown when no number is given.
const MOST: usize = 20;
/// How much of a query a message repeats.
const ECHO: usize = 64;

/// Searches everything.
pub(super) fn search(context: Context, typed: &str, flags: &Filters) -> CliResult {
    let pack = context.pack;
    let filter = Filter::read(pack, flags)?;
    let typed = match filter.kind {
        Some(kind) => format!("@{} {typed}", kind.name()),
        None => typed.to_owned(),
    };
    let narrowed = filter.era.is_some() || filter.has_time();
    let limit = filter.limit.unwrap_or(MOST);
    let mut found = Index::new(pack).search(pack, &typed, if narrowed { usize::MAX } else { limit });
    if narrowed {
        narrow(pack, &filter, &mut found);
        found.hits.truncate(limit);
    }
    let text = if context.json { document(pack, &typed, &found) } else { page(context, &found) };
    let mut output = Output::of(text);
    output.messages.extend(message(pack, &found, &typed));
    Ok(if found.hits.is_empty() { output.nothing() } else { output })
}

/// Keeps what passes the filters of the command line.
fn narrow(pack: &Pack, filter: &Filter, found: &mut Answer) {
    found.hits.retain(|hit| match hit.what {
        Found::Entity(id) => filter.takes_entity(pack, id),
        Found::Statement(id) => filter.takes_statement(pack, id),
        Found::Source(_) => false,
    });
    found.counts.names = found.names().count();
    found.counts.text = found.text().count();
    found.counts.sources = 0;
}

/// Which small words were not looked for, and what was.
fn left_out(pack: &Pack, found: &Answer) -> Option<String> {
    let query = &found.query;
    if query.dropped.is_empty() || query.words.is_empty() && query.when.is_none() {
        return None;
    }
    let when = query.when.map(|when| pack.date_in_words(&when));
    let looked_for = [Some(query.words.clone()).filter(|words| !words.is_empty()), when].into_iter().flatten();
    let looked_for = griot_history::text::cut(&looked_for.collect::<Vec<_>>().join(", "), ECHO).into_owned();
    let mut dropped: Vec<&str> = query.dropped.iter().map(String::as_str).collect();
    dropped.dedup();
    let dropped = griot_history::text::cut(&dropped.join(" "), ECHO).into_owned();
    Some(format!("looked for: {looked_for}; left out: {dropped}"))
}

/// All that there is to say of an answer, in one message: what was looked for, how it was understood, what came of it.
pub(super) fn message(pack: &Pack, found: &Answer, typed: &str) -> Option<String> {
    let query = &found.query;
    let kinds = || KindFilter::all().map(KindFilter::name).collect::<Vec<_>>().join(", ");
    let no_kind = query.no_kind.as_ref().map(|word| {
        let word = griot_history::text::cut(word, ECHO);
        format!("there is no kind \"@{word}\", which was looked for as a word; there are {}", kinds())
    });
    let wrong = no_kind.or_else(|| query.no_year.clone());
    let said = match wrong {
        Some(wrong) => vec![Some(wrong)],
        None if found.hits.is_empty() => vec![outcome(pack, found, typed)],
        None => vec![left_out(pack, found), query.doubt(), outcome(pack, found, typed)],
    };
    let said: Vec<String> = said.into_iter().flatten().collect();
    (!said.is_empty()).then(|| said.join("; "))
}

/// What is said beside the hits: what was not answered, that none is exact, that there is nothing, or that there are
/// more.
fn outcome(pack: &Pack, found: &Answer, typed: &str) -> Option<String> {
    let in_all = found.counts.names + found.counts.text + found.counts.sources;
    let shown = found.hits.len();
    let typed = griot_history::text::cut(typed, ECHO);
    match found.hits.first() {
        None if in_all > 0 => None,
        None if found.query.whole.is_empty() => Some(format!("\"{typed}\" holds no letter or number to look for")),
        None if found.query.words.is_empty() && found.query.when.is_none() => {
            Some(format!("\"{typed}\" holds only small words; add a name, a word of the text or a year"))
        }
        None => Some(format!("nothing found for \"{typed}\"; try fewer letters, another spelling or a year")),
        Some(_) if !found.is_complete() => {
            let failed: Vec<String> =
                found.failed.iter().map(|word| format!("\"{}\"", griot_history::text::cut(word, ECHO))).collect();
            Some(format!("nothing answers {} as well; these are the nearest", failed.join(" and ")))
        }
        Some(hit) if hit.tier() == Tier::Typo => {
            Some(format!("no exact match for \"{typed}\"; did you mean \"{}\"?", called(pack, hit)))
        }
        Some(_) if shown < in_all => Some(format!("{shown} of {in_all} results; -n {in_all} shows all")),
        Some(_) => None,
    }
}

fn called(pack: &Pack, hit: &Hit) -> String {
    match hit.what {
        Found::Entity(id) => pack[id].name.to_string(),
        Found::Statement(id) => griot_history::text::cut(&pack[id].text, ECHO).into_owned(),
        Found::Source(id) => pack[id].title.to_string(),
    }
}

fn page(context: Context, found: &Answer) -> String {
    let mut writer = TextWriter::new(context.style);
    let row = |hit: &Hit| match hit.what {
        Found::Entity(id) => name_row(context, hit, id),
        Found::Statement(id) => text_row(context, id),
        Found::Source(id) => source_row(context, id),
    };
    writer.table(&found.hits.iter().map(row).collect::<Vec<_>>());
    writer.into_text()
}

/// The kind, the name with what matched, its time, and where the text speaks of it.
fn name_row(context: Context, hit: &Hit, id: EntityId) -> Vec<String> {
    let pack = context.pack;
    let entity = &pack[id];
    let when = entity.when.map_or_else(String::new, |when| pack.date(&when));
    if context.style.plain {
        let mentions = pack.mentions(id).len().to_string();
        return vec![
            entity.kind.name().into(),
            entity.id.to_string(),
            entity.name.to_string(),
            when,
            mentions,
            via(pack, hit),
        ];
    }
    let beside = match hit.via {
        Via::Alias(_) => format!(" ({})", hit.alias(pack).unwrap_or_default()),
        Via::Role(_) => format!(" ({})", via(pack, hit)),
        _ => String::new(),
    };
    let text = joined(&[&format!("{}{beside}", entity.name), &when, &places(pack, id)]);
    vec![entity.kind.name().into(), text]
}

/// `3 mentions 1.5 1.7 6.2`.
fn places(pack: &Pack, entity: EntityId) -> String {
    const MOST: usize = 6;
    let mentions = pack.mentions(entity);
    let mut places: Vec<String> = mentions.iter().map(|id| pack.address(pack[*id].passage)).collect();
    places.dedup();
    let more = if places.len() > MOST { " …" } else { "" };
    places.truncate(MOST);
    match mentions.len() {
        0 => String::new(),
        1 => format!("1 mention {}", places.concat()),
        n => format!("{n} mentions {}{more}", places.join(" ")),
    }
}

fn text_row(context: Context, id: StatementId) -> Vec<String> {
    let statement = &context.pack[id];
    let when = statement.when.map_or_else(String::new, |when| context.pack.date(&when));
    let address = context.pack.address(statement.passage);
    if context.style.plain {
        let id = context.pack.statement_id(id);
        return vec!["text".into(), id, address, when, String::new(), statement.text.to_string()];
    }
    vec!["text".into(), joined(&[&statement.text, &when, &address])]
}

fn source_row(context: Context, id: SourceId) -> Vec<String> {
    let record = &context.pack[id];
    let (kind, key, text) = ("source".into(), record.key.to_string(), cite::text(record, None));
    if context.style.plain {
        return vec![
            kind,
            key,
            cite::short(record),
            record.date.clone().unwrap_or_default().to_string(),
            String::new(),
            text,
        ];
    }
    vec![kind, joined(&[&text, &key])]
}

/// The words that answered the query.
pub(super) fn via(pack: &Pack, hit: &Hit) -> String {
    match hit.what {
        Found::Statement(id) => return pack[id].text.to_string(),
        Found::Source(id) => return pack[id].title.to_string(),
        Found::Entity(_) => {}
    }
    let Some(it) = hit.entity().map(|id| &pack[id]) else { return String::new() };
    match hit.via {
        Via::Alias(_) => hit.alias(pack).unwrap_or_default().to_owned(),
        Via::Role(role) => role.in_words(pack),
        Via::Date => it.when.map_or_else(|| it.name.to_string(), |when| when.to_string()),
        Via::Record => it.role.as_ref().unwrap_or(&it.name).to_string(),
        Via::Name | Via::Text => it.name.to_string(),
    }
}

#[derive(Serialize)]
struct Counts {
    names: usize,
    text: usize,
    sources: usize,
}

#[derive(Serialize)]
struct Body<'a> {
    query: Query<'a>,
    complete: bool,
    failed: &'a [String],
    hits: Vec<HitJson>,
    counts: Counts,
    offices: Vec<json::Office<'a>>,
    before: Option<json::Statement<'a>>,
    after: Option<json::Statement<'a>>,
}

#[derive(Serialize)]
pub(super) struct Query<'a> {
    text: &'a str,
    kind: Option<&'static str>,
    words: &'a str,
    dropped: &'a [String],
    #[serde(flatten)]
    dated: Dated,
    in_words: Option<String>,
}

#[derive(Serialize)]
pub(super) struct HitJson {
    pub id: String,
    kind: &'static str,
    name: String,
    tier: &'static str,
    via: String,
    complete: bool,
}

pub(super) fn query_json<'a>(typed: &'a str, found: &'a Answer) -> Query<'a> {
    let query = &found.query;
    Query {
        text: typed,
        kind: query.kind.map(KindFilter::name),
        words: &query.words,
        dropped: &query.dropped,
        dated: Dated::of(query.when),
        in_words: query.when.map(|when| when.in_words()),
    }
}

pub(super) fn hit_json(pack: &Pack, hit: &Hit) -> HitJson {
    let (id, kind, name) = match hit.what {
        Found::Entity(id) => (pack[id].id.to_string(), pack[id].kind.name(), pack[id].name.to_string()),
        Found::Statement(id) => (pack.statement_id(id), "text", pack.address(pack[id].passage)),
        Found::Source(id) => (pack[id].key.to_string(), "source", cite::short(&pack[id])),
    };
    HitJson { id, kind, name, tier: hit.tier().name(), via: via(pack, hit), complete: hit.is_complete() }
}

fn document(pack: &Pack, typed: &str, found: &Answer) -> String {
    let moment = found.moment.as_ref();
    let griot_history::search::Counts { names, text, sources } = found.counts;
    let body = Body {
        query: query_json(typed, found),
        complete: found.is_complete(),
        failed: &found.failed,
        hits: found.hits.iter().map(|hit| hit_json(pack, hit)).collect(),
        counts: Counts { names, text, sources },
        offices: moment.iter().flat_map(|m| &m.offices).filter_map(|(id, i)| json::office(pack, *id, *i)).collect(),
        before: moment.and_then(|m| m.before).map(|id| json::statement(pack, id)),
        after: moment.and_then(|m| m.after).map(|id| json::statement(pack, id)),
    };
    json::document("search", Some(pack), body)
}
