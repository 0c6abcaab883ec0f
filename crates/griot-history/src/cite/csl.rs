//! CSL-JSON, the form that citation processors read (version 1.0.2 of its schema).

use griot_pack::pack::{Source, SourceKind as K};
use serde_json::{Map, Value, json};

use super::date::Stated;
use super::{keyword, numbers_of};

/// Records of CSL-JSON.
#[must_use]
pub fn csl_json<'a>(sources: impl Iterator<Item = &'a Source>) -> String {
    let records: Vec<Value> = sources.map(record).collect();
    let mut out = serde_json::to_string_pretty(&records).unwrap_or_default();
    out.push('\n');
    out
}

/// What a kind of source is called, and the field of what it stands in.
const fn kind_and_within(kind: K) -> (&'static str, &'static str) {
    match kind {
        K::Book => ("book", "publisher"),
        K::Journal => ("article-journal", "container-title"),
        K::Thesis => ("thesis", "publisher"),
        K::Report => ("report", "publisher"),
        K::Document => ("document", "publisher"),
        K::News => ("article-newspaper", "container-title"),
        K::Encyclopedia | K::Wiki => ("entry-encyclopedia", "container-title"),
        K::Web => ("webpage", "container-title"),
        K::Chapter => ("chapter", "container-title"),
        K::Archive => ("manuscript", "archive"),
        K::Interview => ("interview", "container-title"),
        K::Photograph => ("graphic", "container-title"),
        K::Map => ("map", "container-title"),
    }
}

fn record(source: &Source) -> Value {
    let (kind, within) = kind_and_within(source.kind);
    let published = source.publisher.as_deref();
    let within = if within == "publisher" && published.is_some() { "container-title" } else { within };
    let mut record = Map::new();
    let mut put = |name: &str, value: Value| record.insert(name.to_owned(), value);
    put("id", json!(source.key));
    put("type", json!(kind));
    put("title", json!(source.title));
    for (field, names) in [("author", &source.authors), ("editor", &source.editors)] {
        if !names.is_empty() {
            put(field, json!(names));
        }
    }
    let rank = keyword(source);
    let page = source.pages.as_deref().map(|pages| numbers_of(pages).replace('–', "-"));
    for (field, value) in [
        (within, source.within.as_deref()),
        ("publisher", published),
        ("publisher-place", source.place.as_deref()),
        ("collection-title", source.series.as_deref()),
        ("volume", source.volume.as_deref()),
        ("issue", source.issue.as_deref()),
        ("page", page.as_deref()),
        ("DOI", source.doi.as_deref()),
        ("ISBN", source.isbn.as_deref()),
        ("ISSN", source.issn.as_deref()),
        ("URL", source.url.as_deref().or(source.archive.as_deref())),
        ("archive_location", source.archive.as_deref()),
        ("language", source.lang.as_deref()),
        ("keyword", rank.as_deref()),
    ] {
        if let Some(value) = value {
            put(field, json!(value));
        }
    }
    for (field, when) in [("issued", source.when()), ("accessed", source.read_on())] {
        if let Some(when) = when {
            put(field, date(&Stated::new(when)));
        }
    }
    Value::Object(record)
}

/// The days as numbers of ISO 8601, or the words where an end is open. Never both: processors print them one after the
/// other.
fn date(date: &Stated) -> Value {
    let mut out = Map::new();
    if date.ends.is_empty() {
        out.insert("literal".into(), json!(date.words));
        return Value::Object(out);
    }
    out.insert("date-parts".into(), date.ends.iter().map(|end| json!(end.iso())).collect());
    if date.circa {
        out.insert("circa".into(), json!(true));
    }
    Value::Object(out)
}
