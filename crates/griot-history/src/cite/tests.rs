use griot_pack::pack::{Name, Person, Source, SourceKind};
use serde_json::{Value, json};

use super::*;

fn john_iliffe() -> Name {
    Name::Person(Person { family: "Iliffe".into(), given: Some("John".into()), ..Person::default() })
}

fn book() -> Source {
    Source {
        key: "iliffe-2007".into(),
        kind: SourceKind::Book,
        authors: vec![john_iliffe()],
        title: "Africans: the history of a continent".into(),
        within: Some("Cambridge University Press".into()),
        date: Some("2007".into()),
        pages: Some("p. 69".into()),
        url: Some("https://example.org/a_b".into()),
        ..Source::default()
    }
}

fn csl(source: &Source) -> Value {
    let mut records: Value = serde_json::from_str(&csl_json([source].into_iter())).unwrap();
    records[0].take()
}

/// The value of a field of a record.
fn field(bibtex: &str, name: &str) -> Option<String> {
    let line = bibtex.lines().find_map(|line| line.trim().strip_prefix(&format!("{name} = ")))?;
    let value = line.trim_end_matches(',');
    Some(value.strip_prefix('{').and_then(|it| it.strip_suffix('}')).unwrap_or(value).to_owned())
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
            "@book{iliffe-2007,\n  author = {Iliffe, John},\n  title = {{Africans: the history of a continent}},\n"
        ),
        "{bib}"
    );
    assert!(bib.contains("url = {https://example.org/a_b}"), "{bib}");
    let ris = ris(&book());
    assert!(
        ris.starts_with("TY  - BOOK\nID  - iliffe-2007\nAU  - Iliffe, John\n") && ris.ends_with("ER  - \n"),
        "{ris}"
    );
    let csl = csl(&book());
    assert_eq!(csl["issued"]["date-parts"][0][0], 2007);
    assert_eq!(csl["publisher"], "Cambridge University Press");
    assert_eq!(csl["author"][0], json!({"family": "Iliffe", "given": "John"}));
}

/// A name and its forms: short, RIS, BibTeX.
fn shapes() -> Vec<(Name, &'static str, &'static str, &'static str)> {
    let person = |family: &'static str, given: &'static str| Person {
        family: family.into(),
        given: Some(given.into()),
        ..Person::default()
    };
    let body = |name: &'static str| Name::literal(name);
    let beethoven = Person { dropping_particle: Some("van".into()), ..person("Beethoven", "Ludwig") };
    let sciascia = Person { non_dropping_particle: Some("De".into()), ..person("Sciascia", "Maria") };
    let king = Person { suffix: Some("Jr.".into()), ..person("King", "Martin Luther") };
    let alone = Person { family: "Ibn Khaldun".into(), ..Person::default() };
    vec![
        (Name::Person(person("Huysecom", "Eric")), "Huysecom", "Huysecom, Eric", "Huysecom, Eric"),
        (body("Agence France-Presse"), "Agence France-Presse", "Agence France-Presse", "{Agence France-Presse}"),
        (
            body("Ministry of Health and Welfare"),
            "Ministry of Health and Welfare",
            "Ministry of Health and Welfare",
            "{Ministry of Health and Welfare}",
        ),
        (body("al-Bakri"), "al-Bakri", "al-Bakri", "{al-Bakri}"),
        (body("Rock & Roll #1"), "Rock & Roll #1", "Rock & Roll #1", "{Rock \\& Roll \\#1}"),
        (Name::Person(beethoven), "Beethoven", "Beethoven, Ludwig van", "van Beethoven, Ludwig"),
        (Name::Person(sciascia), "De Sciascia", "De Sciascia, Maria", "De Sciascia, Maria"),
        (Name::Person(king), "King", "King, Martin Luther, Jr.", "King, Jr., Martin Luther"),
        (
            Name::Person(person("Ortega y Gasset", "José")),
            "Ortega y Gasset",
            "Ortega y Gasset, José",
            "Ortega y Gasset, José",
        ),
        (Name::Person(alone), "Ibn Khaldun", "Ibn Khaldun", "{Ibn Khaldun}"),
        (Name::Person(Person { family: "Kassé".into(), ..Person::default() }), "Kassé", "Kassé", "Kassé"),
        (Name::Person(person("And", "Metin")), "And", "And, Metin", "{And}, Metin"),
    ]
}

#[test]
fn names_of_every_shape_stand_right_in_every_form() {
    for (name, on_screen, in_ris, in_bibtex) in shapes() {
        let source = Source { authors: vec![name.clone(), john_iliffe()], ..book() };
        assert_eq!(short(&source), format!("{on_screen} & Iliffe 2007"));
        assert!(ris(&source).contains(&format!("\nAU  - {in_ris}\nAU  - Iliffe, John\n")), "{name:?}");
        assert_eq!(field(&bibtex(&source), "author").unwrap(), format!("{in_bibtex} and Iliffe, John"));
        assert_eq!(csl(&source)["author"][0], json!(name));
    }
}

#[test]
fn institutions_editors_and_pages_stand_where_each_form_has_them() {
    let article = Source {
        kind: SourceKind::Journal,
        within: Some("Antiquity".into()),
        pages: Some("pp. 905–917".into()),
        ..book()
    };
    assert!(ris(&article).contains("T2  - Antiquity\nSP  - 905\nEP  - 917\n"), "{}", ris(&article));
    assert_eq!(field(&bibtex(&article), "pages").unwrap(), "905--917");
    assert_eq!(csl(&article)["page"], "905-917");
    let report = Source { kind: SourceKind::Report, pages: Some("pp. 3, 5".into()), ..book() };
    assert!(ris(&report).contains("PB  - Cambridge University Press\nSP  - 3, 5\n"));
    assert_eq!(csl(&report)["publisher"], "Cambridge University Press");
    let part = Source { kind: SourceKind::Encyclopedia, editors: vec![john_iliffe()], ..book() };
    assert!(ris(&part).contains("A2  - Iliffe, John\n"));
    assert_eq!(field(&bibtex(&part), "booktitle").unwrap(), "Cambridge University Press");
    let edited = Source { editors: vec![john_iliffe()], ..book() };
    assert!(ris(&edited).contains("ED  - Iliffe, John\n"));
    let kept =
        Source { archive: Some("https://example.org/kept".into()), accessed: Some("2021-11-04".into()), ..book() };
    assert!(ris(&kept).contains("L2  - https://example.org/kept\n") && ris(&kept).contains("Y2  - 2021/11/04/\n"));
    assert_eq!(csl(&kept)["archive_location"], "https://example.org/kept");
    assert_eq!(field(&bibtex(&kept), "urldate").unwrap(), "2021-11-04");
    let only_kept = Source { url: None, ..kept };
    assert_eq!(csl(&only_kept)["URL"], "https://example.org/kept");
    assert_eq!(field(&bibtex(&only_kept), "url").unwrap(), "https://example.org/kept");
}

#[test]
fn dates_are_carried_as_far_as_each_form_can_say_them() {
    for (date, year_field, date_field, issued, in_ris) in [
        ("2019-03-26", Some("2019"), None, json!({"date-parts": [[2019, 3, 26]]}), "PY  - 2019\nDA  - 2019/03/26/\n"),
        ("1915", Some("1915"), None, json!({"date-parts": [[1915]]}), "PY  - 1915\nDA  - 1915///\n"),
        ("AD 44", Some("0044"), None, json!({"date-parts": [[44]]}), "PY  - 0044\nDA  - 0044///\n"),
        (
            "c. 1068",
            None,
            Some("1068~"),
            json!({"date-parts": [[1068]], "circa": true}),
            "PY  - 1068\nDA  - 1068///c. 1068\n",
        ),
        ("300 BC", None, Some("-0299"), json!({"date-parts": [[-299]]}), "DA  - ///300 BC\n"),
        (
            "1950..1960",
            None,
            Some("1950/1960"),
            json!({"date-parts": [[1950], [1960]]}),
            "PY  - 1950\nDA  - 1950///1950–1960\n",
        ),
        ("2012..", Some("since 2012"), None, json!({"literal": "since 2012"}), "DA  - ///since 2012\n"),
    ] {
        let source = Source { date: Some(date.into()), ..book() };
        let bib = bibtex(&source);
        assert_eq!(field(&bib, "year").as_deref(), year_field, "{bib}");
        assert_eq!(field(&bib, "date").as_deref(), date_field, "{bib}");
        assert_eq!(csl(&source)["issued"], issued);
        assert!(ris(&source).contains(in_ris), "{}", ris(&source));
    }
    let march = Source { date: Some("Mar 2019".into()), ..book() };
    assert_eq!(field(&bibtex(&march), "month").unwrap(), "mar");
}

#[test]
fn what_the_reader_of_a_form_gives_a_meaning_is_written_by_its_rules() {
    let odd = Source {
        title: "Fact Sheet #2: 50 % & {more_ ~ ^ \\ $".into(),
        url: Some("https://example.org/{a}?b=%20_c#d".into()),
        ..book()
    };
    let bib = bibtex(&odd);
    assert!(
        bib.contains(
            r"Fact Sheet \#2: 50 \% \& \textbraceleft{}more\_ \textasciitilde{} \textasciicircum{} \textbackslash{} \$"
        ),
        "{bib}"
    );
    assert!(bib.contains("url = {https://example.org/%7Ba%7D?b=%20_c#d}"), "{bib}");
    let dashes = Source { title: "a -- b ''c''".into(), ..book() };
    assert!(bibtex(&dashes).contains("{{a -{}- b '{}'c'{}'}}"), "{}", bibtex(&dashes));
    assert_eq!(bib.matches('{').count(), bib.matches('}').count());
}

#[test]
fn a_chapter_has_a_book_a_publisher_a_place_and_a_series() {
    let chapter = Source {
        kind: SourceKind::Chapter,
        within: Some("Towns of the Sahel".into()),
        publisher: Some("Brill".into()),
        place: Some("Leiden".into()),
        series: Some("African Sources".into()),
        ..book()
    };
    let told = text(&chapter, None);
    assert!(told.contains(". Towns of the Sahel. African Sources. Leiden: Brill, "), "{told}");
    let record = bibtex(&chapter);
    for part in [
        "@incollection{",
        "booktitle = {Towns of the Sahel}",
        "publisher = {Brill}",
        "address = {Leiden}",
        "series = {African Sources}",
    ] {
        assert!(record.contains(part), "{part}: {record}");
    }
    let record = ris(&chapter);
    for part in ["TY  - CHAP", "T2  - Towns of the Sahel", "PB  - Brill", "CY  - Leiden", "T3  - African Sources"] {
        assert!(record.contains(part), "{part}: {record}");
    }
    let record = csl_json(std::iter::once(&chapter));
    for part in [
        "\"chapter\"",
        "\"container-title\": \"Towns of the Sahel\"",
        "\"publisher-place\": \"Leiden\"",
        "\"collection-title\"",
    ] {
        assert!(record.contains(part), "{part}: {record}");
    }
}
