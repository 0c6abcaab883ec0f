//! BibLaTeX and BibTeX.

mod records;
mod tex;

use biblatex::{ChunksExt, Entry, EntryType, Person};
use griot_pack::pack::{Name, SourceKind};

use super::{Record, name, read_date, some};
use crate::import::work::Work;

/// Fields that are for typesetting or for a program.
const OF_PROGRAMS: [&str; 30] = [
    "options",
    "ids",
    "keywords",
    "file",
    "timestamp",
    "owner",
    "langid",
    "hyphenation",
    "indextitle",
    "indexsorttitle",
    "sorttitle",
    "sortname",
    "sortkey",
    "sortyear",
    "shorthand",
    "presort",
    "gender",
    "crossref",
    "xref",
    "xdata",
    "entryset",
    "label",
    "shorttitle",
    "shortauthor",
    "shorteditor",
    "shortjournal",
    "date-added",
    "date-modified",
    "bdsk-url-1",
    "langidopts",
];

/// Reads a bibliography. Where a record is torn, the others are read without it.
pub(in crate::import) fn read(text: &str, work: &mut Work) -> Result<(), String> {
    work.report.unit = "records";
    work.report.each = "line";
    let all = records::read(&tex::apart(text), work);
    if all.is_empty() {
        let why = work.report.remarks.first().map(|it| format!(": {}", it.sentence("the first"))).unwrap_or_default();
        return Err(format!("holds no record that can be read{why}"));
    }
    for (line, entry) in &all {
        match &entry.entry_type {
            // The records that take data from it have them.
            EntryType::XData => {}
            EntryType::Set => {
                work.remark(*line, "", &entry.key, "is a set of other records, which are read; it is left out");
            }
            _ => add(entry, *line, work),
        }
    }
    Ok(())
}

fn add(entry: &Entry, number: usize, work: &mut Work) {
    let written = |key: &str| entry.get(key).map(ChunksExt::format_verbatim).filter(|text| !text.trim().is_empty());
    let of = |key: &str| written(key).map(|text| tex::words(&text));
    let first = |keys: &[&'static str]| keys.iter().find_map(|key| Some((*key, of(key)?)));
    let mut it = Record::new(number, &entry.key, kind_of(&entry.entry_type));
    it.source.title = first(&["title", "maintitle"]).map_or_else(String::new, |(_, text)| text).into();
    if let Some(more) = of("subtitle") {
        it.source.title = format!("{}: {more}", it.source.title).into();
    }
    it.source.authors = names(entry.author().unwrap_or_default());
    let editors = entry.editors().unwrap_or_default();
    it.source.editors = editors.into_iter().flat_map(|(people, _)| names(people)).collect();
    let within = first(&["journaltitle", "journal", "booktitle", "publisher", "institution", "school", "organization"]);
    it.source.within = within.as_ref().and_then(|(_, text)| some(text));
    it.source.publisher = of("publisher")
        .filter(|_| within.as_ref().is_some_and(|(key, _)| *key != "publisher"))
        .and_then(|text| some(&text));
    it.source.place = first(&["location", "address"]).and_then(|(_, text)| some(&text));
    it.source.series = of("series").and_then(|text| some(&text));
    it.source.date = date(entry, &mut it, work).map(Into::into);
    it.source.accessed = of("urldate").and_then(|text| it.date("urldate", &text, work)).map(Into::into);
    for (key, field) in [
        ("pages", &mut it.source.pages),
        ("volume", &mut it.source.volume),
        ("isbn", &mut it.source.isbn),
        ("issn", &mut it.source.issn),
    ] {
        *field = of(key).and_then(|text| some(&text));
    }
    it.source.issue = first(&["number", "issue"]).and_then(|(_, text)| some(&text));
    // The crate turns hyphens of an address into dashes, which no address has.
    let address = |text: String| tex::together(&text).replace('—', "---").replace('–', "--");
    it.source.doi = written("doi").and_then(|text| some(&address(text)));
    it.source.url = written("url").and_then(|text| some(&address(text)));
    let used =
        ["title", "maintitle", "subtitle", "author", "editor", "date", "year", "month", "urldate", "pages", "volume"];
    let more = ["isbn", "issn", "number", "issue", "doi", "url", "publisher", "series"];
    let place = first(&["location", "address"]).map(|(key, _)| key);
    for (key, chunks) in &entry.fields {
        let is_used = used.contains(&key.as_str())
            || more.contains(&key.as_str())
            || place == Some(key.as_str())
            || within.as_ref().is_some_and(|(used, _)| used == key);
        if !is_used && !OF_PROGRAMS.contains(&key.as_str()) && !key.ends_with("+an") {
            it.keep(key, &tex::words(&chunks.format_verbatim()));
        }
    }
    it.add(work);
}

/// The date, or the year of BibTeX with its month; a year alone where what stands with it is no date, whose words are kept.
fn date(entry: &Entry, it: &mut Record, work: &mut Work) -> Option<String> {
    let of = |key: &str| entry.get(key).map(ChunksExt::format_verbatim).unwrap_or_default().trim().to_owned();
    let [date, year, month] = ["date", "year", "month"].map(of);
    if date.is_empty() && month.is_empty() || year.is_empty() {
        let (field, text) = if date.is_empty() { ("year", year) } else { ("date", date) };
        return it.date(field, &text, work);
    }
    let number: Option<u8> = month.parse().ok().filter(|month| (1..=12).contains(month));
    let month = number.map_or(month, |number| griot_pack::when::month_name(number).to_owned());
    let more = if date.is_empty() { &month } else { &date };
    let whole = [date.clone(), format!("{more} {year}")].into_iter().find_map(|text| read_date(&text).ok());
    if whole.is_none() {
        it.keep(if date.is_empty() { "month" } else { "date" }, more);
    }
    whole.map(|when| when.to_string()).or_else(|| it.date("year", &year, work))
}

fn names(people: Vec<Person>) -> Vec<Name> {
    people
        .into_iter()
        .filter_map(|it| {
            name(&tex::words(&it.name), &tex::words(&it.given_name), &tex::words(&it.prefix), &tex::words(&it.suffix))
        })
        .collect()
}

fn kind_of(entry: &EntryType) -> SourceKind {
    match entry.to_string().as_str() {
        "article" | "suppperiodical" | "periodical" => SourceKind::Journal,
        "thesis" | "phdthesis" | "mastersthesis" => SourceKind::Thesis,
        "report" | "techreport" => SourceKind::Report,
        "online" | "electronic" | "www" | "software" | "dataset" => SourceKind::Web,
        "legislation" | "jurisdiction" | "legal" | "letter" | "misc" | "unpublished" | "patent" => SourceKind::Document,
        "inreference" | "reference" => SourceKind::Encyclopedia,
        "incollection" | "inbook" | "bookinbook" | "suppbook" | "suppcollection" => SourceKind::Chapter,
        "image" | "artwork" => SourceKind::Photograph,
        _ => SourceKind::Book,
    }
}
