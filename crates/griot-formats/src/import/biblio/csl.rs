//! CSL-JSON. Years before Christ are counted as ISO 8601 counts them, as griot writes them: −299 is 300 BC.

use griot_pack::pack::{Name, Person, SourceKind};
use serde_json::Value;

use super::{Record, some};
use crate::import::json;
use crate::import::table::cell_of;
use crate::import::work::Work;
use crate::plain;

/// Fields that have a place of their own.
const USED: [&str; 23] = [
    "id",
    "type",
    "title",
    "author",
    "editor",
    "issued",
    "accessed",
    "container-title",
    "publisher",
    "publisher-place",
    "collection-title",
    "page",
    "volume",
    "issue",
    "DOI",
    "ISBN",
    "ISSN",
    "URL",
    "language",
    "note",
    "citation-label",
    "citation-key",
    "archive_location",
];

/// Reads the records.
pub(in crate::import) fn read(text: &str, work: &mut Work) -> Result<(), String> {
    work.report.unit = "records";
    work.report.each = "record";
    let whole = json::parse(text)?;
    let all = whole.as_array().or_else(|| whole.get("items").and_then(Value::as_array));
    let all: Vec<&Value> = all.map_or_else(|| vec![&whole], |all| all.iter().collect());
    for (at, value) in all.into_iter().enumerate() {
        if value.is_object() {
            add(value, at + 1, work);
        } else {
            work.remark(at + 1, "", &value.to_string(), "is no record; it is left out");
        }
    }
    Ok(())
}

fn add(value: &Value, number: usize, work: &mut Work) {
    let of = |key: &str| cell_of(value.get(key));
    let mut it = Record::new(number, &of("id"), kind_of(&of("type")));
    it.source.title = of("title").into();
    it.source.authors = names(value.get("author"));
    it.source.editors = names(value.get("editor"));
    let (container, publisher) = (of("container-title"), of("publisher"));
    it.source.within = some(&container).or_else(|| some(&publisher));
    it.source.publisher = some(&publisher).filter(|_| !container.is_empty());
    it.source.place = some(&of("publisher-place"));
    it.source.series = some(&of("collection-title"));
    it.source.date = date(value.get("issued"), "issued", &mut it, work).map(Into::into);
    it.source.accessed = date(value.get("accessed"), "accessed", &mut it, work).map(Into::into);
    it.source.pages = some(&of("page").replace("--", "–"));
    it.source.volume = some(&of("volume"));
    it.source.issue = some(&of("issue"));
    it.source.doi = some(of("DOI").trim_start_matches("https://doi.org/"));
    it.source.isbn = some(&of("ISBN"));
    it.source.issn = some(&of("ISSN"));
    it.source.url = some(&of("URL"));
    it.source.lang = some(&of("language")).filter(|code| code.len() == 2);
    it.keep("", &of("note"));
    for (key, value) in value.as_object().into_iter().flatten() {
        if !USED.contains(&key.as_str()) && !value.is_object() {
            let words = names(Some(value)).iter().map(Name::in_full).collect::<Vec<_>>().join(", ");
            it.keep(key, if words.is_empty() { cell_of(Some(value)) } else { words }.as_str());
        }
    }
    it.add(work);
}

fn names(value: Option<&Value>) -> Vec<Name> {
    let all = value.and_then(Value::as_array).into_iter().flatten();
    all.filter_map(|it| {
        let of = |key: &str| some(&cell_of(it.get(key)));
        if let Some(literal) = of("literal") {
            return Some(Name::literal(literal));
        }
        let Some(family) = of("family") else { return of("given").map(Name::literal) };
        Some(Name::Person(Person {
            family,
            given: of("given"),
            non_dropping_particle: of("non-dropping-particle"),
            dropping_particle: of("dropping-particle"),
            suffix: of("suffix"),
        }))
    })
    .collect()
}

/// Dates in parts, about or not, or in words.
fn date(value: Option<&Value>, field: &str, it: &mut Record, work: &mut Work) -> Option<String> {
    let value = value?;
    let ends = value.get("date-parts").and_then(Value::as_array);
    let ends: Vec<String> = ends.into_iter().flatten().filter_map(|end| edtf(end, value.get("season"))).collect();
    let is_about = value.get("circa").is_some_and(|it| !matches!(it, Value::Bool(false) | Value::Null));
    let mark = if is_about { "~" } else { "" };
    let text = match ends.as_slice() {
        // A year 0 at the end of a span that began after Christ is how programs write that it is open.
        [first, last] if last == "0000" && !first.starts_with(['-', '0']) => format!("{first}{mark}/.."),
        [first, last, ..] if first != last => format!("{first}{mark}/{last}{mark}"),
        [one, ..] => format!("{one}{mark}"),
        [] => ["raw", "literal"]
            .into_iter()
            .map(|key| cell_of(value.get(key)))
            .find(|text| !text.is_empty())
            .unwrap_or_else(|| plain::text(&cell_of(Some(value)))),
    };
    if ends.is_empty() && value.is_object() && value.get("raw").is_none() && value.get("literal").is_none() {
        return None;
    }
    it.date(field, &text, work)
}

/// One end in EDTF. Parts may be numbers or texts.
fn edtf(end: &Value, season: Option<&Value>) -> Option<String> {
    let part = |at: usize| end.get(at).and_then(|it| it.as_i64().or_else(|| it.as_str()?.trim().parse().ok()));
    let year = part(0)?;
    let year = if year < 0 { format!("-{:04}", -year) } else { format!("{year:04}") };
    let season =
        season.and_then(|it| it.as_i64().or_else(|| it.as_str()?.parse().ok())).filter(|it| (1..=4).contains(it));
    Some(match (part(1), part(2)) {
        (Some(month), Some(day)) => format!("{year}-{month:02}-{day:02}"),
        // Seasons stand behind the months.
        (Some(month @ 13..=16), None) => format!("{year}-{}", month + 8),
        (Some(month), None) => format!("{year}-{month:02}"),
        _ => season.map_or_else(|| year.clone(), |season| format!("{year}-{}", 20 + season)),
    })
}

fn kind_of(kind: &str) -> SourceKind {
    match kind {
        "article-journal" | "review" => SourceKind::Journal,
        "article-newspaper" | "article-magazine" | "broadcast" => SourceKind::News,
        "interview" => SourceKind::Interview,
        "chapter" => SourceKind::Chapter,
        "graphic" | "figure" => SourceKind::Photograph,
        "map" => SourceKind::Map,
        "manuscript" | "collection" => SourceKind::Archive,
        "thesis" => SourceKind::Thesis,
        "report" => SourceKind::Report,
        "webpage" | "post" | "post-weblog" | "dataset" | "software" => SourceKind::Web,
        "legislation" | "legal_case" | "treaty" | "bill" | "document" | "personal_communication" => {
            SourceKind::Document
        }
        "entry-encyclopedia" | "entry-dictionary" | "entry" => SourceKind::Encyclopedia,
        _ => SourceKind::Book,
    }
}
