//! Notes as sources: `{{cite book}}` and its kin by their parameters, anything else by its words.

use std::collections::HashMap;
use std::ops::Range;

use griot_pack::pack::{Name, Person, Source, SourceKind};

use super::scan::{Node, Scanned};
use super::words::words;
use crate::import::work::Work;
use crate::plain;

/// Adds the source of a note; what cites it.
pub(super) fn of_note(scanned: &Scanned, body: Range<usize>, work: &mut Work) -> Option<String> {
    let nodes = scanned.nodes(body.clone());
    let cited = nodes.iter().find_map(|node| match node {
        Node::Template(inside) => {
            let (name, arguments) = scanned.template(inside);
            is_citation(&name).then_some((name, arguments))
        }
        _ => None,
    });
    if let Some((name, arguments)) = cited {
        return Some(of_template(scanned, &name, &arguments, work));
    }
    let short = nodes.iter().find_map(|node| match node {
        Node::Template(inside) => {
            let (name, arguments) = scanned.template(inside);
            is_short(&name).then_some(arguments)
        }
        _ => None,
    });
    if let Some(arguments) = short {
        return Some(of_short(scanned, &arguments, work));
    }
    let text = plain::text(&words(scanned, body.clone()));
    if text.is_empty() {
        return None;
    }
    let address = plain::addresses(&scanned.text[body]).first().map(|it| (*it).to_owned());
    let kind = if address.is_some() { SourceKind::Web } else { SourceKind::Book };
    let note = address.is_none().then(|| format!("Given so in {}.", work.report.name).into());
    let title = text.trim_end_matches('.').to_owned();
    Some(work.source(Source { kind, title: title.into(), url: address.map(Into::into), note, ..Source::default() }))
}

pub(super) fn is_citation(name: &str) -> bool {
    name.starts_with("cite ")
        || matches!(
            name,
            "citation"
                | "cite"
                | "ouvrage"
                | "article"
                | "lien web"
                | "literatur"
                | "internetquelle"
                | "cita libro"
                | "cita web"
        )
}

/// `{{sfn|Smith|2005|p=1}}` and its kin.
pub(super) fn is_short(name: &str) -> bool {
    matches!(name, "sfn" | "sfnp" | "harvnb" | "harv" | "harvtxt" | "sfnm")
}

/// A work that is named by author and year alone.
pub(super) fn of_short(scanned: &Scanned, arguments: &[(String, Range<usize>)], work: &mut Work) -> String {
    let of = |key: &str| {
        arguments.iter().find(|(own, _)| own == key).map(|(_, range)| plain::text(&words(scanned, range.clone())))
    };
    let named = arguments.iter().filter(|(key, _)| key.parse::<usize>().is_ok());
    let named: Vec<String> = named.map(|(_, range)| plain::text(&words(scanned, range.clone()))).collect();
    let title = named.join(" ");
    let key = work.source(Source {
        key: crate::draft::slug(&title).into(),
        kind: SourceKind::Book,
        title: title.into(),
        unresolved: true,
        ..Source::default()
    });
    let place = of("p").map(|page| format!("p. {page}")).or_else(|| of("pp").map(|pages| format!("pp. {pages}")));
    place.map_or_else(|| key.clone(), |place| format!("{key}, {place}"))
}

/// Where a work appeared, the nearest first.
const WITHIN: [&str; 11] = [
    "journal",
    "newspaper",
    "magazine",
    "encyclopedia",
    "website",
    "work",
    "périodique",
    "publisher",
    "institution",
    "agency",
    "éditeur",
];

/// What is kept in the note of a source.
const REMARKS: [&str; 8] = ["location", "quote", "edition", "series", "chapter", "via", "trans-title", "others"];

pub(super) fn of_template(
    scanned: &Scanned,
    name: &str,
    arguments: &[(String, Range<usize>)],
    work: &mut Work,
) -> String {
    let values: HashMap<&str, String> = arguments
        .iter()
        .map(|(key, range)| (key.as_str(), plain::text(&words(scanned, range.clone()))))
        .filter(|(_, text)| !text.is_empty())
        .collect();
    let first = |keys: &[&str]| keys.iter().find_map(|key| values.get(key)).cloned();
    let some = |keys: &[&str]| first(keys).map(Into::into);
    let kind = kind_of(name);
    let place = first(&["page", "p", "at"]).map(|page| if page.starts_with('p') { page } else { format!("p. {page}") });
    let pages = first(&["pages", "pp", "passage"]);
    let of_whole = kind == SourceKind::Journal || kind == SourceKind::News;
    let rest = REMARKS.iter().filter_map(|key| values.get(key).map(|text| format!("{key}: {text}")));
    let rest = rest.collect::<Vec<_>>().join("; ");
    let address = |key: &str| {
        arguments.iter().find(|(own, _)| own == key).map(|(_, range)| scanned.text[range.clone()].trim().to_owned())
    };
    let source = Source {
        kind,
        authors: people(
            &values,
            &["last", "surname", "nom"],
            &["first", "given", "prénom"],
            &["author", "authors", "auteur"],
        ),
        editors: people(&values, &["editor-last", "editor"], &["editor-first"], &[]),
        title: first(&["title", "titre", "titel", "titulo", "título"]).unwrap_or_default().into(),
        within: some(&WITHIN),
        date: some(&["date", "year", "année", "publication-date"]),
        pages: if of_whole { pages.clone().map(Into::into) } else { None },
        volume: some(&["volume"]),
        issue: some(&["issue", "number", "numéro"]),
        doi: some(&["doi"]),
        isbn: some(&["isbn"]),
        issn: some(&["issn"]),
        jstor: some(&["jstor"]),
        url: address("url").filter(|it| !it.is_empty()).map(Into::into),
        archive: address("archive-url").or_else(|| address("archiveurl")).filter(|it| !it.is_empty()).map(Into::into),
        accessed: some(&["access-date", "accessdate", "consulté le"]),
        note: (!rest.is_empty()).then(|| rest.into()),
        ..Source::default()
    };
    let key = work.source(source);
    let place = place.or_else(|| pages.filter(|_| !of_whole).map(|pages| format!("pp. {pages}")));
    place.map_or_else(|| key.clone(), |place| format!("{key}, {}", place.replace(',', ";")))
}

/// People by numbered parameters, and those that stand in one text.
fn people(values: &HashMap<&str, String>, family: &[&str], given: &[&str], whole: &[&str]) -> Vec<Name> {
    const MOST: usize = 30;
    let mut names = Vec::new();
    for number in 0..MOST {
        let of = |keys: &[&str]| {
            let numbered = |key: &&str| if number == 0 { (*key).to_owned() } else { format!("{key}{number}") };
            keys.iter().find_map(|key| values.get(numbered(key).as_str())).cloned()
        };
        match (of(family), of(given)) {
            (Some(family), Some(given)) => {
                let person = Person { family: family.into(), given: Some(given.into()), ..Person::default() };
                names.push(Name::Person(person));
            }
            (Some(family), None) => names.push(Name::literal(family)),
            _ => names.extend(of(whole).map(|it| person(&it).map_or_else(|| Name::literal(it), Name::Person))),
        }
    }
    names
}

/// One person whose family name stands before a comma: `Koch, John T.`, and neither several nor a company.
fn person(text: &str) -> Option<Person> {
    const OTHERS: [&str; 14] =
        ["and", "und", "et", "y", "inc", "ltd", "llc", "eds", "ed", "jr", "sr", "department", "university", "of"];
    const MOST: usize = 3;
    let (family, given) = text.split_once(", ")?;
    let few = |words: &str| (1..=MOST).contains(&words.split_whitespace().count());
    let named = |word: &str| {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        !bare.contains(|c: char| c.is_ascii_digit()) && !OTHERS.contains(&bare.as_str())
    };
    let is_one = few(family)
        && few(given)
        && !text.contains(['&', ';', '(', '/'])
        && !given.contains(',')
        && text.split_whitespace().all(named)
        && text.chars().next().is_some_and(char::is_uppercase);
    is_one.then(|| Person {
        family: family.to_owned().into(),
        given: Some(given.to_owned().into()),
        ..Person::default()
    })
}

fn kind_of(name: &str) -> SourceKind {
    match name.trim_start_matches("cite ") {
        "journal" | "article" => SourceKind::Journal,
        "news" | "newspaper" | "magazine" | "press release" => SourceKind::News,
        "book" | "ouvrage" | "literatur" | "citation" | "conference" | "cita libro" => SourceKind::Book,
        "thesis" => SourceKind::Thesis,
        "report" | "techreport" => SourceKind::Report,
        "encyclopedia" | "encyclopaedia" => SourceKind::Encyclopedia,
        _ => SourceKind::Web,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_with_one_comma_is_a_person() {
        for text in ["Koch, John T.", "Mackie, J.D.", "Chibnall, Marjorie", "Le Goff, Jacques"] {
            assert!(person(text).is_some(), "{text}");
        }
        for text in [
            "John Koch",
            "Smith, John and Brown, Ann",
            "Smith, John, Brown, Ann",
            "BBC News, London & Partners",
            "Acme, Inc.",
            "Department for Culture, Media",
            "Adams, John; Brown, Ann",
        ] {
            assert!(person(text).is_none(), "{text}");
        }
    }
}
