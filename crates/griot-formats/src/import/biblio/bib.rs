//! BibLaTeX and BibTeX.

use biblatex::{Bibliography, Chunk, ChunksExt, Entry, EntryType, Person};
use griot_pack::pack::{Name, SourceKind};

use super::{Record, name, some};
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
    work.report.each = "record";
    if let Ok(all) = Bibliography::parse(text) {
        for (at, entry) in all.iter().enumerate() {
            add(entry, at + 1, work);
        }
        return Ok(());
    }
    let strings: String = records(text).filter(|(_, it)| is_string(it)).map(|(_, it)| it).collect();
    let mut read = 0;
    for (line, record) in records(text).filter(|(_, it)| !is_string(it)) {
        match Bibliography::parse(&format!("{strings}{record}")) {
            Ok(one) => {
                for entry in one.iter() {
                    read += 1;
                    add(entry, line, work);
                }
            }
            Err(error) => {
                let first = record.lines().next().unwrap_or_default();
                let what = format!("is a record that cannot be read ({}); it is left out", error.kind);
                work.remark(line, "", first, what);
            }
        }
    }
    if read == 0 { Err("holds no record that can be read".to_owned()) } else { Ok(()) }
}

/// Pieces of the text that each begin with a record, with their lines.
fn records(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let starts = text.match_indices('@').map(|(at, _)| at).filter(|at| *at == 0 || text[..*at].ends_with('\n'));
    let mut starts: Vec<usize> = starts.collect();
    starts.push(text.len());
    let (mut line, mut counted) = (1, 0);
    let pieces: Vec<(usize, &str)> = starts
        .windows(2)
        .map(|pair| {
            line += text[counted..pair[0]].matches('\n').count();
            counted = pair[0];
            (line, &text[pair[0]..pair[1]])
        })
        .collect();
    pieces.into_iter()
}

fn is_string(record: &str) -> bool {
    record.get(..7).is_some_and(|head| head.eq_ignore_ascii_case("@string"))
}

fn add(entry: &Entry, number: usize, work: &mut Work) {
    let of = |key: &str| entry.get(key).map(ChunksExt::format_verbatim).filter(|text| !text.trim().is_empty());
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
    let date = first(&["date", "year"]).map(|(key, text)| (key, with_month(key, text, entry)));
    it.source.date = date.and_then(|(key, text)| it.date(key, &text, work)).map(Into::into);
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
    let address = |text: String| text.replace('—', "---").replace('–', "--");
    it.source.doi = of("doi").and_then(|text| some(&address(text)));
    it.source.url = of("url").and_then(|text| some(&address(text)));
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
            it.keep(key, &plain_chunks(chunks));
        }
    }
    it.add(work);
}

/// The year of BibTeX with its month, where that has a field of its own.
fn with_month(key: &str, text: String, entry: &Entry) -> String {
    let month = entry.get("month").map(ChunksExt::format_verbatim).unwrap_or_default();
    let number: Option<u8> = month.trim().parse().ok().filter(|month| (1..=12).contains(month));
    match (key, number) {
        ("year", Some(month)) => format!("{} {text}", griot_pack::when::month_name(month)),
        ("year", None) if !month.trim().is_empty() => format!("{month} {text}"),
        _ => text,
    }
}

fn plain_chunks(chunks: &[biblatex::Spanned<Chunk>]) -> String {
    chunks.format_verbatim()
}

fn names(people: Vec<Person>) -> Vec<Name> {
    people.into_iter().filter_map(|it| name(&it.name, &it.given_name, &it.prefix, &it.suffix)).collect()
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
