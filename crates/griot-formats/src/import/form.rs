//! The forms that files may have, by name and by how they look.

use serde_json::Value;

/// A form that files come in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A table: CSV in any of its spellings.
    Csv,
    /// JSON for TimelineJS.
    TimelineJs,
    /// Wikidata: results of a query, or items.
    Wikidata,
    /// GeoJSON, Linked Places and OpenHistoricalMap among it.
    GeoJson,
    /// GEDCOM 5.5.1 or 7.
    Gedcom,
    /// BibLaTeX or BibTeX.
    Bib,
    /// RIS.
    Ris,
    /// CSL-JSON.
    Csl,
    /// Wikitext: an article or a part of one.
    Wikitext,
    /// Markdown: a pack in one plain file.
    Markdown,
}

/// Forms by the names that say them.
const NAMES: [(&str, Form); 17] = [
    ("csv", Form::Csv),
    ("tsv", Form::Csv),
    ("txt", Form::Csv),
    ("timelinejs", Form::TimelineJs),
    ("timeline", Form::TimelineJs),
    ("wikidata", Form::Wikidata),
    ("geojson", Form::GeoJson),
    ("gedcom", Form::Gedcom),
    ("bib", Form::Bib),
    ("bibtex", Form::Bib),
    ("biblatex", Form::Bib),
    ("ris", Form::Ris),
    ("csl", Form::Csl),
    ("wikitext", Form::Wikitext),
    ("wiki", Form::Wikitext),
    ("markdown", Form::Markdown),
    ("md", Form::Markdown),
];

impl Form {
    /// Every form, as it is named.
    pub const ALL: [Self; 10] = [
        Self::Csv,
        Self::TimelineJs,
        Self::Wikidata,
        Self::GeoJson,
        Self::Gedcom,
        Self::Bib,
        Self::Ris,
        Self::Csl,
        Self::Wikitext,
        Self::Markdown,
    ];

    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        NAMES.iter().find(|(_, form)| *form == self).map_or("", |(name, _)| name)
    }

    /// The form of a name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let name = name.to_ascii_lowercase();
        NAMES.iter().find(|(known, _)| *known == name).map(|(_, form)| *form)
    }
}

/// What a file seems to be: by its text, then by its name.
///
/// # Errors
/// Says that it is none of all.
pub(super) fn guess(name: &str, text: &str) -> Result<Form, String> {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending).to_ascii_lowercase();
    if matches!(ending.as_str(), "md" | "markdown") || super::markwhen::is_named(name) {
        return Ok(Form::Markdown);
    }
    let text = text.trim_start();
    // What opens twice is wikitext.
    let opens_twice = ["{{", "[[", "{|"].iter().any(|it| text.starts_with(it));
    if text.starts_with(['{', '[']) && !opens_twice && ending != "csv" {
        return json(text);
    }
    if text.starts_with("0 HEAD") || ending == "ged" {
        return Ok(Form::Gedcom);
    }
    if text.starts_with("TY  -") || ending == "ris" {
        return Ok(Form::Ris);
    }
    let begins_record = |line: &str| {
        let rest = line.trim_start().strip_prefix('@')?;
        let kind = rest.trim_start_matches(|c: char| c.is_ascii_alphabetic());
        (kind.len() < rest.len() && kind.trim_start().starts_with('{')).then_some(())
    };
    if ending == "bib" || text.lines().take(200).any(|line| begins_record(line).is_some()) {
        return Ok(Form::Bib);
    }
    let heads = text.lines().filter(|line| line.starts_with("==") && line.trim_end().ends_with("==")).count();
    let bold = text.contains("'''");
    let marked = text.contains("[[") || text.contains("{{") || bold;
    // A short article has no headings, and what it is about in bold.
    // A list may be a table and nothing else.
    let tabled = ["{|", "|-", "|}"].iter().all(|it| text.lines().any(|line| line.trim_start().starts_with(it)));
    let is_article = marked && heads > 0 || bold && text.contains("[[") || tabled;
    if matches!(ending.as_str(), "wiki" | "wikitext" | "mediawiki") || is_article && ending != "csv" {
        return Ok(Form::Wikitext);
    }
    if text.starts_with("<!DOCTYPE") || text.starts_with("<html") || text.starts_with("<?xml") {
        return Err("is a page or XML, which is not read: save it as CSV, or copy its text into a .md file".to_owned());
    }
    if matches!(ending.as_str(), "csv" | "tsv" | "tab") || super::table::is_table(text) {
        return Ok(Form::Csv);
    }
    let all: Vec<&str> = Form::ALL.iter().map(|form| form.name()).collect();
    Err(format!("is none of {}; --format says which it is", all.join(", ")))
}

fn of_zotero(record: &Value) -> bool {
    record.get("itemType").is_some() || record.pointer("/data/itemType").is_some()
}

fn json(text: &str) -> Result<Form, String> {
    let value: Value = super::json::parse(text)?;
    let has = |key: &str| value.get(key).is_some();
    let is = |kinds: &[&str]| value.get("type").and_then(Value::as_str).is_some_and(|kind| kinds.contains(&kind));
    if is(&["FeatureCollection", "Feature"]) {
        return Ok(Form::GeoJson);
    }
    let first = value.get(0).unwrap_or(&value);
    let of_items = value.get("entities").is_some() || first.get("claims").is_some() && first.get("labels").is_some();
    let of_query = value.pointer("/results/bindings").is_some();
    let addressed = |it: &Value| {
        it.as_object().is_some_and(|row| row.values().any(|cell| cell.as_str().is_some_and(super::value::is_address)))
    };
    if of_items || of_query || value.is_array() && addressed(first) {
        return Ok(Form::Wikidata);
    }
    let is_record = |it: &Value| {
        let has = |keys: &[&str]| keys.iter().any(|key| it.get(key).is_some());
        has(&["type"]) && has(&["issued", "author", "container-title", "DOI"]) && has(&["id", "title"])
    };
    if is_record(first) || value.get("items").and_then(|items| items.get(0)).is_some_and(is_record) {
        return Ok(Form::Csl);
    }
    if [first, value.pointer("/items/0").unwrap_or(first)].iter().any(|it| of_zotero(it)) {
        return Err(
            "is JSON of Zotero's own: export the library as CSL-JSON, BibLaTeX or RIS, and import that".to_owned()
        );
    }
    if has("timeline") || has("events") {
        return Ok(Form::TimelineJs);
    }
    if value.as_array().is_some_and(|all| all.iter().all(Value::is_object)) {
        return Ok(Form::Csv);
    }
    Err("is JSON, but of none of the forms that are known; --format says which it is".to_owned())
}
