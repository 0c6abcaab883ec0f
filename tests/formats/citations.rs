//! BibTeX by `biblatex`, CSL-JSON by its schema. RIS is read by tools outside: see `tests/foreign`.

use biblatex::{Bibliography, ChunksExt, DateValue, PermissiveType};
use griot_history::cite;
use griot_pack::pack::{Name, Person, Source};
use griot_pack::when::{Day, When};
use proptest::prelude::*;
use serde_json::Value;

use super::{pack, printed};

/// The family name with its particles, the given name and the suffix. BibTeX itself takes what comes before a word in
/// small letters for particles, also in `Ortega y Gasset`, so these are looked at together.
type Parts = [String; 3];

fn as_read(name: &Name) -> Parts {
    match name {
        Name::Literal { literal } => [literal.to_string(), String::new(), String::new()],
        Name::Person(it) => {
            let text = |part: &Option<_>| part.as_ref().map_or_else(String::new, ToString::to_string);
            let particles = [&it.dropping_particle, &it.non_dropping_particle].map(text);
            let family = [particles.join(" ").trim(), &it.family].join(" ").trim().to_owned();
            [family, text(&it.given), text(&it.suffix)]
        }
    }
}

fn parts(person: biblatex::Person) -> Parts {
    let family = [person.prefix, person.name].join(" ").trim().to_owned();
    [family, person.given_name, person.suffix]
}

/// The rank, as every form carries it.
fn keyword(source: &Source) -> Option<String> {
    source.rank.map(|rank| format!("rank: {}", rank.name()))
}

#[test]
fn every_source_is_read_back_from_bibtex() {
    let pack = pack();
    let bib = Bibliography::parse(&printed(&["cite", "--format", "bibtex"])).unwrap();
    assert_eq!(bib.len(), pack.sources().len());
    for id in pack.sources() {
        let source = &pack[id];
        let entry = bib.get(&source.key).unwrap_or_else(|| panic!("{} is lost", source.key));
        assert_eq!(entry.title().unwrap().format_verbatim(), source.title.as_str(), "{}", source.key);
        let authors: Vec<_> = entry.author().unwrap_or_default().into_iter().map(parts).collect();
        assert_eq!(authors, source.authors.iter().map(as_read).collect::<Vec<_>>(), "{}", source.key);
        let editors = entry.editors().unwrap_or_default().into_iter().flat_map(|(names, _)| names).map(parts);
        assert_eq!(editors.collect::<Vec<_>>(), source.editors.iter().map(as_read).collect::<Vec<_>>());
        // This reader makes dashes of hyphens in addresses as well.
        let address =
            source.url.as_ref().or(source.archive.as_ref()).map(|it| it.replace("---", "—").replace("--", "–"));
        assert_eq!(entry.url().ok(), address, "{}", source.key);
        let keywords = entry.get("keywords").map(ChunksExt::format_verbatim);
        assert_eq!(keywords, keyword(source), "{}", source.key);
        if let Some(when) = source.when() {
            let PermissiveType::Typed(date) = entry.date().unwrap() else { panic!("{}: no date", source.key) };
            let DateValue::At(date) = date.value else { panic!("{}: no single date", source.key) };
            assert_eq!(i64::from(date.year), when.first().year, "{}", source.key);
            let month = date.month.map(|month| month + 1);
            assert!(month.is_none() || month == Some(when.first().month), "{}: {when}", source.key);
            assert_eq!(month.is_some(), when.first().month == when.last().month, "{}: {when}", source.key);
        }
    }
}

fn records(json: &str) -> Vec<Value> {
    let schema: Value = serde_json::from_str(include_str!("csl-data.json")).unwrap();
    let records: Value = serde_json::from_str(json).unwrap();
    let errors: Vec<String> =
        jsonschema::validator_for(&schema).unwrap().iter_errors(&records).map(|error| error.to_string()).collect();
    assert_eq!(errors, Vec::<String>::new());
    records.as_array().unwrap().clone()
}

#[test]
fn every_source_is_a_record_of_csl_json() {
    let pack = pack();
    let records = records(&printed(&["cite", "--format", "csl-json"]));
    assert_eq!(records.len(), pack.sources().len());
    for (record, id) in records.iter().zip(pack.sources()) {
        let source = &pack[id];
        assert_eq!((&record["id"], &record["title"]), (&source.key.as_str().into(), &source.title.as_str().into()));
        assert_eq!(record["author"].as_array().map_or(0, Vec::len), source.authors.len(), "{}", source.key);
        assert_eq!(record["keyword"].as_str().map(str::to_owned), keyword(source), "{}", source.key);
        let day = |day: Day| record["issued"]["date-parts"][0][0] == day.year;
        assert!(source.when().is_none_or(|when| day(when.first())), "{}: {record}", source.key);
    }
}

/// The values of the fields of an RIS record with a tag.
fn values<'a>(ris: &'a str, tag: &str) -> Vec<&'a str> {
    ris.lines().filter_map(|line| line.strip_prefix(tag)?.strip_prefix("  - ")).collect()
}

#[test]
fn every_source_is_a_record_of_ris() {
    let pack = pack();
    let ris = printed(&["cite", "--format", "ris"]);
    let records: Vec<&str> = ris.split_terminator("ER  - \n").collect();
    assert_eq!(records.len(), pack.sources().len());
    for (record, id) in records.iter().zip(pack.sources()) {
        let source = &pack[id];
        for line in record.lines().filter(|line| !line.is_empty()) {
            let (tag, rest) = line.split_at(2);
            assert!(tag.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit()), "{line}");
            assert!(rest.starts_with("  - ") && rest.len() > 4, "{line}");
        }
        assert_eq!(values(record, "TI"), [source.title.as_str()]);
        assert_eq!(values(record, "AU").len(), source.authors.len());
        assert_eq!(values(record, "KW"), keyword(source).into_iter().collect::<Vec<_>>());
        for page in values(record, "SP").into_iter().chain(values(record, "EP")) {
            assert!(page.starts_with(|c: char| c.is_ascii_digit()), "{}: {page}", source.key);
        }
    }
}

fn source_of(authors: Vec<Name>, title: String, date: Option<String>) -> Source {
    Source { key: "a-key".into(), authors, title: title.into(), date: date.map(Into::into), ..Source::default() }
}

fn any_text() -> impl Strategy<Value = String> {
    // No blanks at the ends or side by side: TeX does not tell them apart.
    "[A-Za-zÀ-ÿ0-9&%$#_~^{}\\\\,.;:'\"@!?()<>|/+*=-]{1,12}( [A-Za-zÀ-ÿ0-9&%$#_~^{}\\\\,.'\"@-]{1,12}){0,4}"
}

fn any_body() -> impl Strategy<Value = String> {
    // This reader takes what holds `=`, even in braces, for the long form of a name (`family=…`).
    any_text().prop_map(|text| format!("The {}", text.replace('=', "+")))
}

fn any_person() -> impl Strategy<Value = Name> {
    let optional = |pattern: &'static str| proptest::option::of(pattern);
    (
        "[A-Z][a-zé]{1,8}(-[A-Z][a-z]{1,8})?( [A-Z][a-z]{1,8})?",
        "[A-Z][a-z]{1,8}( [A-Z]\\.)?",
        optional("van|von der|d’"),
        optional("Jr\\.|III"),
    )
        .prop_map(|(family, given, particle, suffix)| {
            Name::Person(Person {
                family: family.into(),
                given: Some(given.into()),
                dropping_particle: particle.map(Into::into),
                suffix: suffix.map(Into::into),
                ..Person::default()
            })
        })
}

proptest! {
    #[test]
    fn any_title_and_any_body_are_read_back_from_bibtex(title in any_text(), body in any_body()) {
        let source = source_of(vec![Name::literal(body.clone())], title.clone(), None);
        let bib = Bibliography::parse(&cite::bibtex(&source)).unwrap();
        let entry = bib.get("a-key").unwrap();
        prop_assert_eq!(entry.title().unwrap().format_verbatim(), title);
        let authors: Vec<_> = entry.author().unwrap().into_iter().map(parts).collect();
        prop_assert_eq!(authors, vec![[body, String::new(), String::new()]]);
    }

    #[test]
    fn any_person_is_read_back_from_bibtex(names in proptest::collection::vec(any_person(), 1..4)) {
        let source = source_of(names.clone(), "A title".into(), None);
        let bib = Bibliography::parse(&cite::bibtex(&source)).unwrap();
        let authors: Vec<_> = bib.get("a-key").unwrap().author().unwrap().into_iter().map(parts).collect();
        prop_assert_eq!(authors, names.iter().map(as_read).collect::<Vec<_>>());
    }

    #[test]
    fn any_source_is_a_record_of_csl_json_with_the_years_of_its_date(
        title in any_text(),
        name in any_person(),
        year in -3000i64..2030,
        doubted in proptest::bool::ANY,
    ) {
        let said = griot_pack::when::year_in_words(if year == 0 { 1 } else { year });
        let date = if doubted { format!("c. {said}") } else { said };
        let source = source_of(vec![name], title, Some(date.clone()));
        let record = records(&cite::csl_json([&source].into_iter())).remove(0);
        let when = When::parse(&date).unwrap();
        prop_assert_eq!(record["issued"]["date-parts"][0][0].as_i64(), Some(when.first().year));
        prop_assert_eq!(record["issued"]["circa"].as_bool().unwrap_or(false), doubted);
        // Processors would print words beside the numbers as well.
        prop_assert!(record["issued"]["literal"].is_null());
    }
}

#[test]
fn a_citation_names_a_person_by_the_family_name() {
    let pack = pack();
    let short = |key: &str| cite::short(&pack[pack.source(key).unwrap()]);
    assert_eq!(short("legado-arma"), "Ballano Gonzalo, El legado andalusí");
    assert_eq!(short("refworld-1991"), "Research Directorate, Immigration and Refugee Board of Canada 1993");
    assert_eq!(short("taz-1993-verdict"), "Agence France-Presse 1993");
    assert_eq!(short("ibnkhaldun-corpus"), "Ibn Khaldun 1981");
}
