//! BibTeX records that BibTeX, biber and the readers of others take alike.
//!
//! TeX reads the values, so each is written by its rules. BibTeX counts braces, also those behind a backslash, so one
//! that stands alone is written by its name.

use griot_pack::pack::{Name, Source, SourceKind as K};

use super::date::{End, Stated};
use super::{first_and_last, keyword, numbers_of};

/// A BibTeX record.
#[must_use]
pub fn bibtex(source: &Source) -> String {
    let mut record = format!("@{}{{{}", of_kind(source.kind), source.key);
    let mut put = |name: &str, value: Option<String>| {
        if let Some(value) = value.filter(|value| !value.is_empty()) {
            record.push_str(&format!(",\n  {name} = {{{value}}}"));
        }
    };
    let text = |text: Option<&str>| text.map(escaped);
    put("author", joined(&source.authors));
    put("editor", joined(&source.editors));
    // The second pair of braces keeps the letters of the title as they are.
    put("title", Some(format!("{{{}}}", escaped(&source.title))));
    let field = within(source.kind);
    let publishes = matches!(field, "publisher" | "institution" | "school");
    // A book has one publisher; what else it is in is told beside it.
    let beside = if publishes && source.publisher.is_some() { "howpublished" } else { field };
    put(beside, text(source.within.as_deref()));
    put(if publishes { field } else { "publisher" }, text(source.publisher.as_deref()));
    put("address", text(source.place.as_deref()));
    put("series", text(source.series.as_deref()));
    match source.kind {
        K::News => put("entrysubtype", Some("newspaper".into())),
        K::Document => put("type", Some("Document".into())),
        K::Report => put("type", Some("Report".into())),
        K::Interview => put("type", Some("Interview".into())),
        K::Photograph => put("type", Some("Photograph".into())),
        K::Map => put("type", Some("Map".into())),
        K::Archive => put("type", Some("Archive".into())),
        _ => {}
    }
    put("volume", text(source.volume.as_deref()));
    put("number", text(source.issue.as_deref()));
    put("pages", source.pages.as_deref().map(pages));
    put("doi", source.doi.as_deref().map(verbatim));
    put("isbn", text(source.isbn.as_deref()));
    put("issn", text(source.issn.as_deref()));
    put("url", source.url.as_deref().or(source.archive.as_deref()).map(verbatim));
    put("archiveurl", source.archive.as_deref().filter(|_| source.url.is_some()).map(verbatim));
    put("urldate", source.read_on().and_then(|when| Stated::new(when).plain()).map(End::iso_text));
    put("langid", source.lang.as_deref().and_then(language).map(str::to_owned));
    put("keywords", keyword(source));
    if let Some(date) = Stated::of(source) {
        dated(&date, &mut record);
    }
    record.push_str("\n}\n");
    record
}

const fn of_kind(kind: K) -> &'static str {
    match kind {
        K::Book => "book",
        K::Journal | K::News => "article",
        K::Thesis => "phdthesis",
        K::Report | K::Document => "techreport",
        K::Encyclopedia | K::Chapter => "incollection",
        K::Web | K::Wiki | K::Archive | K::Interview | K::Photograph | K::Map => "misc",
    }
}

const fn within(kind: K) -> &'static str {
    match kind {
        K::Book => "publisher",
        K::Journal | K::News => "journal",
        K::Thesis => "school",
        K::Report | K::Document => "institution",
        K::Encyclopedia | K::Chapter => "booktitle",
        K::Web | K::Wiki | K::Archive | K::Interview | K::Photograph | K::Map => "howpublished",
    }
}

/// Year and month for every BibTeX; what these cannot say as an EDTF date, which biber reads, or else in words.
fn dated(date: &Stated, record: &mut String) {
    const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    match (date.plain().map(End::civil), date.ends.is_empty()) {
        (Some(parts), _) => {
            for (name, part) in ["year", "month", "day"].into_iter().zip(parts) {
                let value = match name {
                    "year" => format!("{{{part:04}}}"),
                    // The names of months are abbreviations that every style has.
                    "month" => MONTHS[part as usize - 1].to_owned(),
                    _ => format!("{{{part}}}"),
                };
                record.push_str(&format!(",\n  {name} = {value}"));
            }
        }
        (None, false) => {
            let circa = if date.circa { "~" } else { "" };
            let ends: Vec<String> = date.ends.iter().map(|end| end.iso_text() + circa).collect();
            record.push_str(&format!(",\n  date = {{{}}}", ends.join("/")));
        }
        (None, true) => record.push_str(&format!(",\n  year = {{{}}}", escaped(&date.words))),
    }
}

fn joined(names: &[Name]) -> Option<String> {
    (!names.is_empty()).then(|| names.iter().map(name).collect::<Vec<_>>().join(" and "))
}

/// `van Beethoven, Ludwig`; `King, Jr., Martin Luther`; in braces what must not be taken apart.
fn name(name: &Name) -> String {
    let Name::Person(it) = name else { return format!("{{{}}}", escaped(&name.in_full())) };
    let Some(given) = &it.given else {
        // Of several words the last would be taken for the family name.
        let full = name.in_full();
        return if full.contains(' ') { format!("{{{}}}", escaped(&full)) } else { kept(&full) };
    };
    let particles = [&it.dropping_particle, &it.non_dropping_particle].into_iter().flatten();
    let mut out = String::new();
    for part in particles {
        out.push_str(&escaped(part));
        out.push(' ');
    }
    out.push_str(&kept(&it.family));
    for part in it.suffix.iter().chain([given]) {
        out.push_str(", ");
        out.push_str(&kept(part));
    }
    out
}

/// A part of a name; in braces where it holds what parts are told apart by.
fn kept(part: &str) -> String {
    let escaped = escaped(part);
    let parts = part.contains(',') || part.split_whitespace().any(|word| word.eq_ignore_ascii_case("and"));
    if parts { format!("{{{escaped}}}") } else { escaped }
}

/// A range with the dash of TeX.
fn pages(pages: &str) -> String {
    match first_and_last(pages) {
        Some((first, last)) => format!("{}--{}", escaped(first), escaped(last)),
        None => escaped(numbers_of(pages)).replace('–', "--"),
    }
}

/// Text in which no sign has a meaning to TeX.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut before = None;
    for c in text.chars() {
        // Two of these are one sign to TeX.
        if matches!(c, '-' | '\'' | '`' | ',') && before == Some(c) || c == '`' && matches!(before, Some('?' | '!')) {
            out.push_str("{}");
        }
        before = Some(c);
        match c {
            '&' | '%' | '$' | '#' | '_' => out.extend(['\\', c]),
            '{' => out.push_str("\\textbraceleft{}"),
            '}' => out.push_str("\\textbraceright{}"),
            '\\' => out.push_str("\\textbackslash{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            _ => out.push(c),
        }
    }
    out
}

/// A URL, which is not read by TeX’s rules, but by those of URLs: what would end the field is told by its code.
fn verbatim(address: &str) -> String {
    address.replace('\\', "%5C").replace('{', "%7B").replace('}', "%7D")
}

/// The name that TeX has for a language.
fn language(code: &str) -> Option<&'static str> {
    Some(match code {
        "en" => "english",
        "fr" => "french",
        "de" => "german",
        "it" => "italian",
        "es" => "spanish",
        "pt" => "portuguese",
        "pl" => "polish",
        "is" => "icelandic",
        "ar" => "arabic",
        _ => return None,
    })
}
