//! `griot search`: names in order of rank, then the text, then the sources.

use serde::Serialize;

use super::args::Filters;
use super::filter::Filter;
use super::output::Output;
use super::text_writer::{TextWriter, joined};
use super::{CliResult, Context};
use crate::formats::json::{self, Dated};
use griot_history::cite;
use griot_history::search::{self, Hit, Index, KindFilter, Tier};
use griot_pack::pack::{EntityId, Pack, SourceId, StatementId};

/// How many names, statements and sources are shown when no number is given.
const MOST: [usize; 3] = [20, 10, 5];

/// Searches everything.
pub(super) fn search(context: Context, typed: &str, flags: &Filters) -> CliResult {
    let pack = context.pack;
    let filter = Filter::read(pack, flags)?;
    let typed = match filter.kind {
        Some(kind) => format!("@{} {typed}", kind.name()),
        None => typed.to_owned(),
    };
    let narrowed = filter.era.is_some() || filter.has_time();
    let most = if narrowed { usize::MAX } else { filter.limit.unwrap_or(MOST[0]) };
    let mut found = Index::new(pack).search(pack, &typed, most);
    if narrowed {
        found.names.retain(|hit| filter.takes_entity(pack, hit.entity));
        found.names_in_all = found.names.len();
        found.text.retain(|id| filter.takes_statement(pack, *id));
        found.sources.clear();
    }
    let counts = Counts { names: found.names_in_all, text: found.text.len(), sources: found.sources.len() };
    cut(&mut found, filter.limit);
    let message = message(pack, &found, &typed, &counts);
    let text = if context.json { document(pack, &typed, &found, counts) } else { page(context, &found) };
    let mut output = Output::of(text);
    output.messages.extend(message);
    let nothing = found.names.is_empty() && found.text.is_empty() && found.sources.is_empty();
    Ok(if nothing { output.nothing() } else { output })
}

/// Keeps as many as were asked for, names first.
fn cut(found: &mut search::Answer, limit: Option<usize>) {
    let mut left = limit.unwrap_or(usize::MAX);
    let most = |i: usize| if limit.is_some() { usize::MAX } else { MOST[i] };
    found.names.truncate(left.min(most(0)));
    left -= found.names.len().min(left);
    found.text.truncate(left.min(most(1)));
    left -= found.text.len().min(left);
    found.sources.truncate(left.min(most(2)));
}

/// What is said beside the hits: that none is exact, that there is nothing, or that there are more.
fn message(pack: &Pack, found: &search::Answer, typed: &str, counts: &Counts) -> Option<String> {
    let shown = found.names.len() + found.text.len() + found.sources.len();
    let in_all = counts.names + counts.text + counts.sources;
    let typed = griot_history::text::cut(typed, 64);
    match found.names.first() {
        _ if in_all == 0 => {
            Some(format!("nothing found for \"{typed}\"; try fewer letters, another spelling or a year"))
        }
        Some(hit) if hit.tier == Tier::Typo => {
            Some(format!("no exact match for \"{typed}\"; did you mean \"{}\"?", pack[hit.entity].name))
        }
        _ if shown < in_all => Some(format!("{shown} of {in_all} results; -n {in_all} shows all")),
        _ => None,
    }
}

fn page(context: Context, found: &search::Answer) -> String {
    let mut writer = TextWriter::new(context.style);
    let names: Vec<_> = found.names.iter().map(|hit| name_row(context, hit)).collect();
    let text: Vec<_> = found.text.iter().map(|id| text_row(context, *id)).collect();
    let sources: Vec<_> = found.sources.iter().map(|id| source_row(context, *id)).collect();
    // Each kind of row has columns of its own.
    for rows in [names, text, sources] {
        writer.table(&rows);
    }
    writer.into_text()
}

/// The kind, the name with the alias that matched, its time, and where the text speaks of it.
fn name_row(context: Context, hit: &Hit) -> Vec<String> {
    let pack = context.pack;
    let it = &pack[hit.entity];
    let when = it.when.map_or_else(String::new, |when| when.on_screen());
    if context.style.plain {
        let mentions = pack.mentions(hit.entity).len().to_string();
        return vec![it.kind.name().into(), it.id.to_string(), it.name.to_string(), when, mentions, via(pack, hit)];
    }
    let alias = hit.alias.map_or_else(String::new, |alias| format!(" ({})", it.aliases[alias].name));
    let text = joined(&[&format!("{}{alias}", it.name), &when, &places(pack, hit.entity)]);
    vec![it.kind.name().into(), text]
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
    let it = &context.pack[id];
    let when = it.when.map_or_else(String::new, |when| when.on_screen());
    let address = context.pack.address(it.passage);
    if context.style.plain {
        let id = context.pack.statement_id(id);
        return vec!["text".into(), id, address, when, String::new(), it.text.to_string()];
    }
    vec!["text".into(), address, joined(&[&it.text, &when])]
}

fn source_row(context: Context, id: SourceId) -> Vec<String> {
    let it = &context.pack[id];
    let (kind, key, text) = ("source".into(), it.key.to_string(), cite::text(it, None));
    if context.style.plain {
        return vec![kind, key, cite::short(it), it.date.clone().unwrap_or_default().to_string(), String::new(), text];
    }
    vec![kind, key, text]
}

/// The words that answered the query.
fn via(pack: &Pack, hit: &Hit) -> String {
    let it = &pack[hit.entity];
    match (hit.alias, hit.tier) {
        (Some(alias), _) => it.aliases[alias].name.to_string(),
        (None, Tier::Date) => it.when.map_or_else(|| it.name.to_string(), |when| when.to_string()),
        (None, _) => it.name.to_string(),
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
    hits: Vec<HitJson>,
    counts: Counts,
    offices: Vec<json::Office<'a>>,
    before: Option<json::Statement<'a>>,
    after: Option<json::Statement<'a>>,
}

#[derive(Serialize)]
struct Query<'a> {
    text: &'a str,
    kind: Option<&'static str>,
    words: &'a str,
    #[serde(flatten)]
    dated: Dated,
    in_words: Option<String>,
}

#[derive(Serialize)]
struct HitJson {
    id: String,
    kind: &'static str,
    name: String,
    tier: &'static str,
    score: i64,
    via: String,
}

fn document(pack: &Pack, typed: &str, found: &search::Answer, counts: Counts) -> String {
    let name = |hit: &Hit| HitJson {
        id: pack[hit.entity].id.to_string(),
        kind: pack[hit.entity].kind.name(),
        name: pack[hit.entity].name.to_string(),
        tier: hit.tier.name(),
        score: hit.score,
        via: via(pack, hit),
    };
    let text = |id: &StatementId| HitJson {
        id: pack.statement_id(*id),
        kind: "text",
        name: pack.address(pack[*id].passage),
        tier: "text",
        score: 0,
        via: pack[*id].text.to_string(),
    };
    let source = |id: &SourceId| HitJson {
        id: pack[*id].key.to_string(),
        kind: "source",
        name: cite::short(&pack[*id]),
        tier: "source",
        score: 0,
        via: pack[*id].title.to_string(),
    };
    let hits = found.names.iter().map(name).chain(found.text.iter().map(text)).chain(found.sources.iter().map(source));
    let moment = found.moment.as_ref();
    let query = &found.query;
    let body = Body {
        query: Query {
            text: typed,
            kind: query.kind.map(KindFilter::name),
            words: &query.words,
            dated: Dated::of(query.when),
            in_words: query.when.map(|when| when.in_words()),
        },
        hits: hits.collect(),
        counts,
        offices: moment.iter().flat_map(|m| &m.offices).filter_map(|(id, i)| json::office(pack, *id, *i)).collect(),
        before: moment.and_then(|m| m.before).map(|id| json::statement(pack, id)),
        after: moment.and_then(|m| m.after).map(|id| json::statement(pack, id)),
    };
    json::document("search", Some(pack), body)
}
