//! RIS, the tagged form that every reference manager reads: a tag, a value, a line each.

use griot_pack::pack::{Name, Source, SourceKind as K, Text};

use super::date::{End, Stated};
use super::{first_and_last, keyword, numbers_of};

/// An RIS record.
#[must_use]
pub fn ris(source: &Source) -> String {
    let mut lines: Vec<(&str, String)> = vec![("TY", of_kind(source.kind).to_owned()), ("ID", source.key.to_string())];
    lines.extend(source.authors.iter().map(|name| ("AU", inverted(name))));
    // A2 is the editor of what a part stands in, but of a book that of its series.
    let editor = if source.kind == K::Book { "ED" } else { "A2" };
    lines.extend(source.editors.iter().map(|name| (editor, inverted(name))));
    lines.push(("TI", source.title.to_string()));
    let publishes = matches!(source.kind, K::Book | K::Thesis | K::Report | K::Document);
    let publisher = publishes && source.publisher.is_none();
    let mut put = |tag, value: Option<&str>| lines.extend(value.map(|value| (tag, value.to_owned())));
    put(if publisher { "PB" } else { "T2" }, source.within.as_deref());
    put("PB", source.publisher.as_deref());
    put("CY", source.place.as_deref());
    put("T3", source.series.as_deref());
    put("VL", source.volume.as_deref());
    put("IS", source.issue.as_deref());
    match source.pages.as_deref().map(|pages| (pages, first_and_last(pages))) {
        Some((_, Some((first, last)))) => {
            put("SP", Some(first));
            put("EP", Some(last));
        }
        Some((pages, None)) => put("SP", Some(numbers_of(pages))),
        None => {}
    }
    put("DO", source.doi.as_deref());
    put("SN", source.isbn.as_deref());
    put("SN", source.issn.as_deref());
    put("UR", source.url.as_deref().or(source.archive.as_deref()));
    put("L2", source.archive.as_deref().filter(|_| source.url.is_some()));
    put("LA", source.lang.as_deref());
    put("KW", keyword(source).as_deref());
    if let Some(date) = Stated::of(source) {
        lines.extend(year(&date).map(|year| ("PY", year)));
        lines.push(("DA", day(&date)));
    }
    lines.extend(source.read_on().map(|when| ("Y2", day(&Stated::new(when)))));
    let mut out = String::new();
    for (tag, value) in &lines {
        out.push_str(&format!("{tag}  - {}\n", on_one_line(value)));
    }
    out.push_str("ER  - \n");
    out
}

const fn of_kind(kind: K) -> &'static str {
    match kind {
        K::Book => "BOOK",
        K::Journal => "JOUR",
        K::Thesis => "THES",
        K::Report => "RPRT",
        K::Document => "GOVDOC",
        K::News => "NEWS",
        K::Encyclopedia => "ENCYC",
        K::Web | K::Wiki => "ELEC",
        K::Chapter => "CHAP",
        K::Archive => "MANSCPT",
        K::Interview => "PCOMM",
        K::Photograph => "ART",
        K::Map => "MAP",
    }
}

/// `Beethoven, Ludwig van`; `King, Martin Luther, Jr.`; names without parts as they are.
fn inverted(name: &Name) -> String {
    let Name::Person(it) = name else { return name.in_full() };
    let mut out = name.short();
    let given: Vec<&str> = [&it.given, &it.dropping_particle].into_iter().flatten().map(Text::as_str).collect();
    for part in [given.join(" "), it.suffix.as_deref().unwrap_or_default().to_owned()] {
        if !part.is_empty() {
            out.push_str(", ");
            out.push_str(&part);
        }
    }
    out
}

/// Four digits, which is all that the field takes: the year, or the first of a span.
fn year(date: &Stated) -> Option<String> {
    date.ends.first().map(|end| end.year()).filter(|year| (1..=9999).contains(year)).map(|year| format!("{year:04}"))
}

/// `YYYY/MM/DD/` and, where that does not say all, the words.
fn day(date: &Stated) -> String {
    match date.plain().map(End::civil) {
        Some(parts) => {
            let two = |at: usize| parts.get(at).map_or_else(String::new, |part| format!("{part:02}"));
            format!("{:04}/{}/{}/", parts[0], two(1), two(2))
        }
        None => format!("{}///{}", year(date).unwrap_or_default(), date.words),
    }
}

/// A line end would begin another field.
fn on_one_line(value: &str) -> String {
    value.split_whitespace().collect::<Vec<_>>().join(" ")
}
