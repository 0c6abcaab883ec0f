//! Citations of sources, as text and in the formats of reference software.

use std::collections::BTreeSet;

use griot_pack::pack::{NoteId, Pack, Source, StatementId, Text};

/// One line: authors, title, where it appeared, when, and where in it.
#[must_use]
pub fn text(source: &Source, place: Option<&str>) -> String {
    let mut out = String::new();
    if !source.authors.is_empty() {
        out.push_str(&names(&source.authors));
        out.push_str(". ");
    }
    out.push_str(&format!("“{}”", source.title));
    if !source.editors.is_empty() {
        out.push_str(&format!(", ed. {}", names(&source.editors)));
    }
    if let Some(within) = &source.within {
        out.push_str(&format!(". {within}"));
    }
    if let Some(volume) = &source.volume {
        out.push_str(&format!(" {volume}"));
        if let Some(issue) = &source.issue {
            out.push_str(&format!("({issue})"));
        }
    }
    if let Some(date) = &source.date {
        out.push_str(&format!(", {}", said(date)));
    }
    if let Some(place) = place.or(source.pages.as_deref()) {
        out.push_str(&format!(", {place}"));
    }
    out.push('.');
    out
}

/// Author and year, or title, for narrow places.
#[must_use]
pub fn short(source: &Source) -> String {
    let year = source.date.as_deref().and_then(|d| d.split('-').next());
    let last = |name: &Text| name.rsplit(' ').next().unwrap_or(name).to_owned();
    let who = match source.authors.as_slice() {
        [] => source.title.to_string(),
        [one] => last(one),
        [one, two] => format!("{} & {}", last(one), last(two)),
        [one, ..] => format!("{} et al.", last(one)),
    };
    match (year, &source.within) {
        (Some(year), Some(within)) if source.authors.is_empty() => format!("{who}, {within} {year}"),
        (Some(year), _) => format!("{who} {year}"),
        (None, Some(within)) => format!("{who}, {within}"),
        (None, None) => who,
    }
}

fn names(names: &[Text]) -> String {
    match names {
        [] => String::new(),
        [one] => one.to_string(),
        [most @ .., last] if names.len() <= 3 => format!("{} and {last}", most.join(", ")),
        [first, ..] => format!("{first} and others"),
    }
}

/// `2019-03-26` as `26 March 2019`.
fn said(date: &str) -> String {
    griot_pack::when::When::parse(date).map_or_else(|_| date.to_owned(), |when| when.in_words())
}

/// A BibTeX record.
#[must_use]
pub fn bibtex(source: &Source) -> String {
    use griot_pack::pack::SourceKind as K;
    let kind = match source.kind {
        K::Book => "book",
        K::Journal => "article",
        K::Thesis => "phdthesis",
        K::Report | K::Document => "techreport",
        K::News | K::Web | K::Encyclopedia | K::Wiki => "misc",
    };
    let within = match source.kind {
        K::Journal => "journal",
        K::Book => "publisher",
        K::Thesis => "school",
        K::Report | K::Document => "institution",
        _ => "howpublished",
    };
    let (year, month) = year_and_month(source);
    let text = |text: &Option<Text>| text.as_ref().map(ToString::to_string);
    let joined = |names: &[Text]| (!names.is_empty()).then(|| names.join(" and "));
    let fields = [
        ("author", joined(&source.authors)),
        ("editor", joined(&source.editors)),
        ("title", Some(format!("{{{}}}", source.title))),
        (within, text(&source.within)),
        ("year", year),
        ("month", month),
        ("volume", text(&source.volume)),
        ("number", text(&source.issue)),
        ("pages", text(&source.pages)),
        ("doi", text(&source.doi)),
        ("isbn", text(&source.isbn)),
        ("issn", text(&source.issn)),
        ("url", text(&source.url)),
        ("urldate", text(&source.accessed)),
    ];
    let mut out = format!("@{kind}{{{},\n", source.key);
    for (name, value) in fields.into_iter().filter_map(|(name, value)| Some((name, value?))) {
        out.push_str(&format!("  {name} = {{{}}},\n", for_bibtex(name, &value)));
    }
    out.push_str("}\n");
    out
}

/// An RIS record.
#[must_use]
pub fn ris(source: &Source) -> String {
    use griot_pack::pack::SourceKind as K;
    let kind = match source.kind {
        K::Book => "BOOK",
        K::Journal => "JOUR",
        K::Thesis => "THES",
        K::Report | K::Document => "RPRT",
        K::News => "NEWS",
        K::Encyclopedia => "ENCYC",
        K::Web | K::Wiki => "ELEC",
    };
    let mut lines = vec![("TY", kind.to_owned()), ("ID", source.key.to_string())];
    lines.extend(source.authors.iter().map(|a| ("AU", last_first(a))));
    lines.extend(source.editors.iter().map(|a| ("A2", last_first(a))));
    lines.push(("TI", source.title.to_string()));
    let within = if source.kind == K::Book { "PB" } else { "T2" };
    let fields = [
        (within, &source.within),
        ("VL", &source.volume),
        ("IS", &source.issue),
        ("SP", &source.pages),
        ("DO", &source.doi),
        ("SN", &source.isbn),
        ("SN", &source.issn),
        ("UR", &source.url),
        ("L2", &source.archive),
        ("LA", &source.lang),
    ];
    lines.extend(fields.into_iter().filter_map(|(tag, value)| Some((tag, value.as_ref()?.to_string()))));
    if let Some(date) = &source.date {
        let mut parts = date.split('-').map(str::to_owned).chain(std::iter::repeat(String::new()));
        let mut next = || parts.next().unwrap_or_default();
        let (year, month, day) = (next(), next(), next());
        lines.push(("PY", year.clone()));
        lines.push(("DA", format!("{year}/{month}/{day}/")));
    }
    let mut out = String::new();
    for (tag, value) in lines {
        out.push_str(&format!("{tag}  - {value}\n"));
    }
    out.push_str("ER  - \n");
    out
}

/// Records of CSL-JSON, the form that citation processors read.
#[must_use]
pub fn csl_json<'a>(sources: impl Iterator<Item = &'a Source>) -> String {
    let records: Vec<serde_json::Value> = sources.map(csl).collect();
    let mut out = serde_json::to_string_pretty(&records).unwrap_or_default();
    out.push('\n');
    out
}

fn csl(source: &Source) -> serde_json::Value {
    use griot_pack::pack::SourceKind as K;
    use serde_json::json;
    let kind = match source.kind {
        K::Book => "book",
        K::Journal => "article-journal",
        K::Thesis => "thesis",
        K::Report => "report",
        K::Document => "document",
        K::News => "article-newspaper",
        K::Encyclopedia | K::Wiki => "entry-encyclopedia",
        K::Web => "webpage",
    };
    let mut record = serde_json::Map::new();
    let mut put = |name: &str, value: serde_json::Value| record.insert(name.to_owned(), value);
    put("id", json!(source.key));
    put("type", json!(kind));
    put("title", json!(source.title));
    for (name, people) in [("author", &source.authors), ("editor", &source.editors)] {
        if !people.is_empty() {
            put(name, people.iter().map(|p| json!({ "literal": p })).collect());
        }
    }
    let within = if source.kind == K::Book { "publisher" } else { "container-title" };
    for (name, value) in [
        (within, &source.within),
        ("volume", &source.volume),
        ("issue", &source.issue),
        ("page", &source.pages),
        ("DOI", &source.doi),
        ("ISBN", &source.isbn),
        ("ISSN", &source.issn),
        ("URL", &source.url),
        ("archive_location", &source.archive),
        ("language", &source.lang),
    ] {
        if let Some(value) = value {
            put(name, json!(value));
        }
    }
    for (name, date) in [("issued", &source.date), ("accessed", &source.accessed)] {
        let parts: Vec<i32> = date.iter().flat_map(|d| d.split('-')).map_while(|part| part.parse().ok()).collect();
        if !parts.is_empty() {
            put(name, json!({ "date-parts": [parts] }));
        }
    }
    serde_json::Value::Object(record)
}

fn year_and_month(source: &Source) -> (Option<String>, Option<String>) {
    let mut parts = source.date.iter().flat_map(|d| d.split('-')).map(str::to_owned);
    (parts.next(), parts.next())
}

/// Braces and other signs that BibTeX gives a meaning; addresses stay as they are.
fn for_bibtex(field: &str, value: &str) -> String {
    if matches!(field, "url" | "doi" | "title") {
        return value.to_owned();
    }
    value.chars().flat_map(|c| if matches!(c, '&' | '%' | '$' | '#' | '_') { vec!['\\', c] } else { vec![c] }).collect()
}

/// `Iliffe, John`; names of one word, and of bodies, as they are.
fn last_first(name: &str) -> String {
    name.rsplit_once(' ').map_or_else(|| name.to_owned(), |(first, last)| format!("{last}, {first}"))
}

/// The footnotes of statements and of the remarks on them, each once, in order of their numbers.
#[must_use]
pub fn notes_of(pack: &Pack, statements: impl Iterator<Item = StatementId>) -> Vec<NoteId> {
    let of = |id: StatementId| pack[id].cites.iter().chain(&pack[id].note_cites).copied();
    statements.flat_map(of).collect::<BTreeSet<_>>().into_iter().collect()
}

/// A footnote in full, with the address of its source.
#[must_use]
pub fn full(pack: &Pack, note: NoteId) -> String {
    let it = &pack[note];
    let source = &pack[it.source];
    let mut out = text(source, it.place.as_deref());
    if let Some(url) = source.url.as_ref().or(source.archive.as_ref()) {
        out.push_str(&format!(" {url}"));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use griot_pack::pack::SourceKind;

    fn book() -> Source {
        Source {
            key: "iliffe-2007".into(),
            kind: SourceKind::Book,
            authors: vec!["John Iliffe".into()],
            title: "Africans: the history of a continent".into(),
            within: Some("Cambridge University Press".into()),
            date: Some("2007".into()),
            pages: Some("p. 69".into()),
            url: Some("https://example.org/a_b".into()),
            ..Source::default()
        }
    }

    #[test]
    fn as_text() {
        assert_eq!(
            text(&book(), None),
            "John Iliffe. “Africans: the history of a continent”. Cambridge University Press, 2007, p. 69."
        );
        let news = Source {
            kind: SourceKind::News,
            title: "T".into(),
            within: Some("BBC".into()),
            date: Some("2019-03-26".into()),
            ..Source::default()
        };
        assert_eq!(text(&news, Some("p. 2")), "“T”. BBC, 26 March 2019, p. 2.");
        assert_eq!(short(&book()), "Iliffe 2007");
        assert_eq!(short(&news), "T, BBC 2019");
    }

    #[test]
    fn as_records() {
        let bib = bibtex(&book());
        assert!(
            bib.starts_with(
                "@book{iliffe-2007,\n  author = {John Iliffe},\n  title = {{Africans: the history of a continent}},\n"
            ),
            "{bib}"
        );
        assert!(bib.contains("url = {https://example.org/a_b}"), "{bib}");
        let ris = ris(&book());
        assert!(
            ris.starts_with("TY  - BOOK\nID  - iliffe-2007\nAU  - Iliffe, John\n") && ris.ends_with("ER  - \n"),
            "{ris}"
        );
        let book = book();
        let csl: serde_json::Value = serde_json::from_str(&csl_json([&book].into_iter())).unwrap();
        assert_eq!(csl[0]["issued"]["date-parts"][0][0], 2007);
        assert_eq!(csl[0]["publisher"], "Cambridge University Press");
    }
}
