use griot_history::cite;
use griot_pack::pack::{Name, Pack, Source, SourceKind};

use crate::import::bibliography;
use crate::import::tests::imported;

/// Authors, title, where, when and note of each source.
fn listed(pack: &Pack) -> Vec<[String; 5]> {
    let of = |text: Option<&griot_pack::pack::Text>| text.map(ToString::to_string).unwrap_or_default();
    pack.sources()
        .map(|id| {
            let it = &pack[id];
            let authors: Vec<String> = it.authors.iter().map(griot_pack::pack::Name::in_full).collect();
            [
                authors.join("; "),
                it.title.to_string(),
                of(it.within.as_ref()),
                of(it.date.as_ref()),
                of(it.note.as_ref()),
            ]
        })
        .collect()
}

#[test]
fn records_of_bibtex_are_sources() {
    let text = "@string{ant = {Antiquity}}\n@article{huysecom09, author = {Huysecom, Eric and {Agence France-Presse} and Ludwig van Beethoven},\n\
        title = {The {E}mergence of Pottery}, journal = ant, date = {2009-03/2009-04}, pages = {905--917}, number = 322,\n\
        url = {https://example.org/a--b}, abstract = {Told.}}\n\
        @book{old, author = {Augustine}, title = {City}, date = {44}}\n@misc{soon, title = {Soon}, year = {forthcoming}}\n";
    let (pack, report) = imported(&[("a.bib", text.as_bytes())]);
    let all = listed(&pack);
    assert_eq!(
        all[0],
        [
            "Eric Huysecom; Agence France-Presse; Ludwig van Beethoven",
            "The Emergence of Pottery",
            "Antiquity",
            "Mar 2009..Apr 2009",
            "abstract: Told."
        ]
    );
    assert_eq!((&*all[1][3], &*all[2][3], &*all[2][4]), ("AD 44", "", "year: forthcoming"));
    assert_eq!(pack[pack.source("huysecom09").unwrap()].url.as_deref(), Some("https://example.org/a--b"));
    assert_eq!(report.files[0].remarks.len(), 1);
    let (pack, report) = imported(&[("torn.bib", format!("{text}@book{{torn, title = {{x").as_bytes())]);
    assert_eq!((pack.sources().len(), report.files[0].remarks.len()), (3, 2));
}

#[test]
fn records_of_ris_are_sources() {
    let text = "TY  - JOUR\nID  - h09\nAU  - Huysecom, Eric\nAU  - Agence France-Presse\nTI  - Pottery\nT2  - Antiquity\nDA  - 2009/03//\n\
        SP  - 905\nEP  - 917\nKW  - clay\nN1  - A note\n that goes on\nER  - \n\nTY  - BOOK\nTI  - Old\nDA  - ///300 BC\n";
    let (pack, report) = imported(&[("a.ris", text.as_bytes())]);
    assert_eq!(
        listed(&pack),
        [
            [
                "Eric Huysecom; Agence France-Presse",
                "Pottery",
                "Antiquity",
                "Mar 2009",
                "keyword: clay; A note that goes on"
            ],
            ["", "Old", "", "300 BC", "Given so in a.ris."]
        ]
    );
    assert_eq!(report.files[0].remarks.len(), 1);
}

#[test]
fn records_of_csl_are_sources() {
    let text = r#"[{"id": "h09", "type": "article-journal", "title": "<i>Pottery</i>", "container-title": "Antiquity",
        "author": [{"family": "Huysecom", "given": "Eric"}, {"literal": "Agence France-Presse"}], "issued": {"date-parts": [["2009", 3]]}},
        {"id": "x", "type": "book", "title": "Old", "issued": {"date-parts": [[-299]], "circa": true}},
        {"id": "y", "type": "book", "title": "Said", "issued": {"literal": "some day"}, "translator": [{"family": "T"}]}]"#;
    let (pack, report) = imported(&[("a.json", text.as_bytes())]);
    assert_eq!(report.files[0].form, "csl");
    let all = listed(&pack);
    assert_eq!(all[0][..4], ["Eric Huysecom; Agence France-Presse", "Pottery", "Antiquity", "Mar 2009"]);
    assert_eq!((&*all[1][3], &*all[2][4]), ("c. 300 BC", "issued: some day; translator: T"));
}

#[test]
fn chapters_keep_their_publisher_place_and_series_in_every_form() {
    let bib = "@incollection{c, author = {A, B}, title = {T}, booktitle = {Book}, publisher = {Brill}, address = {Leiden}, series = {S}, date = {1999}}\n";
    let ris = "TY  - CHAP\nID  - c\nAU  - A, B\nTI  - T\nT2  - Book\nPB  - Brill\nCY  - Leiden\nT3  - S\nPY  - 1999\nER  - \n";
    let csl = r#"[{"id": "c", "type": "chapter", "title": "T", "author": [{"family": "A", "given": "B"}], "container-title": "Book",
        "publisher": "Brill", "publisher-place": "Leiden", "collection-title": "S", "issued": {"date-parts": [[1999]]}}]"#;
    for (name, text) in [("a.bib", bib), ("a.ris", ris), ("a.json", csl)] {
        let (pack, _) = imported(&[(name, text.as_bytes())]);
        let it = &pack[pack.source("c").unwrap()];
        let said = [&it.within, &it.publisher, &it.place, &it.series].map(|text| text.as_deref().unwrap_or_default());
        assert_eq!(
            (it.kind, said),
            (griot_pack::pack::SourceKind::Chapter, ["Book", "Brill", "Leiden", "S"]),
            "{name}"
        );
        assert_eq!(it.note, None, "{name}");
    }
}

#[test]
fn signs_that_a_bibliography_gives_a_meaning_to_come_back_as_they_were() {
    let signs = "=1+1 5 < 6 & 7 > 2 \"a\", 'b'; c: d\\n |e| 50% $f #g _h_ {i} ~j ^k @l [m] *n* `o` --p !q ?r (s) / .";
    let body = |name: &str| Name::Literal { literal: name.to_owned().into() };
    let source = Source {
        key: "all".into(),
        kind: SourceKind::Book,
        title: signs.into(),
        authors: vec![body("A & B {C} 50% and D_E #F"), body("G, H")],
        publisher: Some(signs.into()),
        date: Some("1999".into()),
        ..Source::default()
    };
    let forms = [
        ("all.bib", cite::bibtex(&source)),
        ("all.ris", cite::ris(&source)),
        ("all.json", cite::csl_json(std::iter::once(&source))),
    ];
    for (name, text) in forms {
        let read = bibliography(name, text.as_bytes()).unwrap().sources;
        let [back] = read.as_slice() else { panic!("{name}: {read:?}\n{text}") };
        // Who publishes a book is what it stands in where a form has one field for both.
        let publisher = back.publisher.as_ref().or(back.within.as_ref());
        assert_eq!((&back.title, publisher), (&source.title, source.publisher.as_ref()), "{name}: {text}");
        let authors = |it: &Source| it.authors.iter().map(Name::in_full).collect::<Vec<_>>();
        // In RIS a comma parts a family name from a given one, and nothing says that it does not.
        let told = if name == "all.ris" { 1 } else { 2 };
        assert_eq!(authors(back)[..told], authors(&source)[..told], "{name}: {text}");
    }
}

#[test]
fn torn_records_of_old_programs_are_mended() {
    let text = "@preamble {\"Kept by \" # nobody}\n@comment no braces at all\n\
        @string{ant = \"Antiquity\"}\n@string{loop = loop # again}\n\
        @article(gao:77, author = \"Old, A.\", title = \"In {\\em Gao}\", journal = ANT # \", \" # ant, year = 1977, month = sep)\n\
        @book{\n  author = {None, Key},\n  title = {Without a key},\n  date = {Mar 3}, year = 1980}\n\
        @Book,\n  title = {Without a brace},\n  year = 1981, month = {25}}\n\
        @incollection{part, crossref = {whole}, title = {A~part}, author = {Part, P.}}\n\
        @collection{whole, booktitle = {The Whole}, title = {The Whole}, year = {1990}, crossref = {whole}}\n\
        @book{torn, title = {x}\n  year 1}\n\
        @book{same, title = {One}, year = 1991}\n@book{same, title = {Two}, year = loop}\n\
        @set{all, entryset = {part, whole}}\n@xdata{town, location = {Gao}}\n\
        @book{of, title = {In a town}, xdata = {town}, date = 1992}\n";
    let (pack, report) = imported(&[("old.bib", text.as_bytes())]);
    let told: Vec<[String; 3]> =
        listed(&pack).into_iter().map(|[_, title, within, date, _]| [title, within, date]).collect();
    let wanted = [
        ["In Gao", "ANT, Antiquity", "Sep 1977"],
        ["Without a key", "", "3 Mar 1980"],
        ["Without a brace", "", "1981"],
        ["A part", "The Whole", "1990"],
        ["The Whole", "The Whole", "1990"],
        ["One", "", "1991"],
        ["Two", "", ""],
        ["In a town", "", "1992"],
    ];
    assert_eq!(told, wanted.map(|it| it.map(str::to_owned)));
    assert_eq!(pack[pack.source("of").unwrap()].place.as_deref(), Some("Gao"));
    let said: Vec<(usize, &str)> = report.files[0].remarks.iter().map(|it| (it.row, it.text.as_str())).collect();
    assert_eq!(said, [(15, "@book{torn, title = {x}"), (18, "loopagain"), (19, "all")]);
}

#[test]
fn a_work_that_two_records_tell_of_is_one_with_what_both_tell() {
    let text = "@book{one, title = {Gao}, author = {A, B}, year = 1990, note = {Maps}}\n\
        @book{two, title = {Gao}, author = {A, B}, year = 1990, address = {Paris}, note = {Plates}}\n";
    let (pack, report) = imported(&[("a.bib", text.as_bytes())]);
    let [id] = pack.sources().collect::<Vec<_>>()[..] else { panic!("not one") };
    assert_eq!(
        (pack[id].place.as_deref(), pack[id].note.as_deref()),
        (Some("Paris"), Some("note: Maps; note: Plates"))
    );
    assert_eq!((report.files[0].repeated, report.files[0].already), (1, 0));
}

#[test]
fn seasons_and_open_spans_of_csl_are_read() {
    let of = |parts: &str| {
        format!(
            "{{\"id\": \"a{parts}\", \"type\": \"book\", \"title\": \"{parts}\", \"issued\": {{\"date-parts\": {parts}}}}}"
        )
    };
    let text = format!("[{}]", ["[[2001,13],[2001,15]]", "[[2014,12,31],[0]]", "[[2001,22]]"].map(of).join(","));
    let (pack, report) = imported(&[("a.json", text.as_bytes())]);
    let dates: Vec<String> = listed(&pack).into_iter().map(|[.., date, _]| date).collect();
    assert_eq!(dates, ["spring 2001..autumn 2001", "31 Dec 2014..", "summer 2001"]);
    assert!(report.files[0].remarks.is_empty(), "{:?}", report.files[0].remarks);
}
