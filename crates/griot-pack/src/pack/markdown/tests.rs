//! Plain files, read: as they are written by hand, as they are written by others, and as they are written by [`Pack::markdown`].

mod generated;

use proptest::prelude::*;

use crate::pack::bibliography::Beside;
use crate::pack::build::{build, build_plain};
use crate::pack::problem::File;
use crate::pack::{Pack, Problem, Problems, Standing, StatementId, WrittenFile};
use generated::files;

fn read(text: &str) -> (Option<Pack>, Problems) {
    build_plain(File::new("history.md", text.to_owned()), "2026-11-27", Beside::default())
}

/// A pack that has no problems.
fn pack(text: &str) -> Pack {
    let (pack, problems) = read(text);
    assert_eq!(told(&problems), [""; 0], "{text}");
    pack.unwrap()
}

/// The problems, by the place in the file.
fn told(problems: &Problems) -> Vec<String> {
    let own = |problem: &Problem| {
        let place = &problem.place;
        format!("{}:{}: {}", place.line, place.column, problem.message())
    };
    problems.listed.iter().map(own).collect()
}

/// Every statement: its date, its text, its standing.
fn statements(pack: &Pack) -> Vec<(String, String)> {
    let date = |id: StatementId| pack[id].when.map_or_else(String::new, |when| when.to_string());
    pack.statements().map(|id| (date(id), pack[id].text.to_string())).collect()
}

fn said(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(date, text)| ((*date).to_owned(), (*text).to_owned())).collect()
}

#[test]
fn a_history_by_hand_needs_nothing_but_dates_and_sentences() {
    let pack = pack(
        "# Gao\n\n1591: Judar Pasha crosses\nthe desert.[^hunwick] [[Gao]] falls.\nIts people flee.\n\n- 1592: A famine.\n\nNo date here.\n\n[^hunwick]: John Hunwick, *Timbuktu and the Songhay Empire*, Leiden 1999.\n",
    );
    assert_eq!(
        statements(&pack),
        said(&[
            ("1591", "Judar Pasha crosses the desert. Gao falls."),
            ("", "Its people flee."),
            ("1592", "A famine."),
            ("", "No date here."),
        ])
    );
    let ids: Vec<StatementId> = pack.statements().collect();
    assert_eq!(pack[ids[0]].standing, Standing::Established);
    assert_eq!(pack[ids[1]].standing, Standing::Uncited);
    let source = &pack[pack.sources().next().unwrap()];
    assert_eq!(source.title, "Timbuktu and the Songhay Empire");
    assert_eq!((source.authors[0].in_full().as_str(), source.date.as_deref()), ("John Hunwick", Some("1999")));
    assert_eq!(pack.entities().map(|id| pack[id].name.to_string()).collect::<Vec<_>>(), ["Gao"]);
    let era = &pack[pack.eras().next().unwrap()];
    assert_eq!((era.title.as_str(), era.when.to_string()), ("Gao", "1591..1592".to_owned()));
    assert_eq!(pack.about.language, "und");
}

#[test]
fn everything_that_the_form_has() {
    let pack = pack(concat!(
        "---\ntitle: \"Gao: a town\"\nlang: en\nlicence: CC0   # free\nas_of: 2020\ncorrects: the guide\ncredits: [Ada, \"Bo\"]\ntags: [x]\n---\n\n# Gao\n\n",
        "## Songhai (1464–1591) {#songhai short=\"S.\"}\n\n*It rises and falls.*\n\n### Rise (c. 1464) {#rise}\n\n",
        "c. 1464: [[Sunni Ali|He]] takes *[[Gao]]*, it is said.[^k@p.2] {disputed: Others say 1465.[^k]} {instead of: 1400} []{#one passage=\"first\"}\n",
        "A second.[@k, p. 3] {attributed}\n\n> 1590: A drawing.\n\n",
        "## People\n\n- Sunni Ali[]{#ali}: king of Songhai; 1464–1492; also Ali Ber (son); head: King of [[Songhai Empire]], 1464–1492; note: Died\\; drowned.\n\n",
        "## Places\n\n| Name | What |\n|---|---|\n| Gao | town on the Niger |\n\n## Polities\n\nSonghai Empire: empire; 16.27, -0.04; precision: city\n\n",
        "## Events\n\n### Fall of Gao (1591)\n\ntype: battle; in: [[Gao]]; with: [[Sunni Ali]], as a ghost; figure: 300 dead, by hearsay[^k]\n\n",
        "[^k]: “A: title”; by: Hunwick, John; by: UNESCO; in: Brill; date: 1999; kind: book; rank: scholarly; url: <https://example.org/>\n\n[^k@p.2]: p. 2; “A: title”\n",
    ));
    assert_eq!((pack.about.title.as_str(), pack.about.language.as_str()), ("Gao: a town", "en"));
    assert_eq!((pack.about.licence.as_str(), pack.about.corrects.as_deref()), ("CC0", Some("the guide")));
    assert_eq!(pack.about.credits, ["Ada", "Bo"]);
    let id = pack.statements().next().unwrap();
    let it = &pack[id];
    assert_eq!((it.id.as_deref(), it.text.as_str()), (Some("one"), "He takes Gao, it is said."));
    assert_eq!((it.standing, it.note.as_deref()), (Standing::Disputed, Some("Others say 1465.")));
    assert_eq!((it.instead_of.as_deref(), it.note_cites.len()), (Some("1400"), 1));
    assert_eq!(pack[it.cites[0]].place.as_deref(), Some("p. 2"));
    assert_eq!(it.marks.len(), 3);
    assert_eq!(pack[it.passage].id, "first");
    let third = pack.statements().nth(2).unwrap();
    assert_eq!(pack[pack[third].passage].number, None);
    let ali = &pack[pack.entity("ali").unwrap()];
    assert_eq!((ali.role.as_deref(), ali.note.as_deref()), (Some("king of Songhai"), Some("Died; drowned.")));
    assert_eq!(ali.aliases[0].lang.as_deref(), Some("son"));
    assert!(ali.offices[0].head && pack[ali.offices[0].of].name == "Songhai Empire");
    let empire = &pack[pack.entity("songhai-empire").unwrap()];
    assert_eq!((empire.at, empire.role.as_deref()), (Some([16.27, -0.04]), Some("empire")));
    let fall = &pack[pack.entity("fall-of-gao").unwrap()];
    assert_eq!((fall.subtype.as_deref(), fall.when.map(|it| it.to_string())), (Some("battle"), Some("1591".into())));
    assert_eq!(fall.who[0].1.as_deref(), Some("as a ghost"));
    assert_eq!((fall.figures[0].by.as_deref(), fall.figures[0].cites.len()), (Some("hearsay"), 1));
    let source = &pack[pack.sources().next().unwrap()];
    assert_eq!((source.title.as_str(), source.key.as_str()), ("A: title", "k"));
    assert_eq!(source.authors.iter().map(crate::pack::Name::short).collect::<Vec<_>>(), ["Hunwick", "UNESCO"]);
}

#[test]
fn who_says_so_in_braces_is_what_a_statement_rests_on() {
    let pack =
        pack("1591: A. {disputed: Others have 1592.[^a]}\n1592: B. {uncited: It is looked for.[^a]}\n\n[^a]: A 1999\n");
    let cites: Vec<usize> = pack.statements().map(|id| pack[id].cites.len()).collect();
    assert_eq!(cites, [1, 0]);
}

#[test]
fn mistakes_are_told_with_their_line_and_column() {
    for (text, wanted) in [
        ("912: Gao\n", "1:1: \"912\" is a year only with AD or BC: write \"AD 912\" or \"912 BC\""),
        ("# T\n\n30 Feb 1912: Gao\n", "3:1: there is no 30 Feb 1912; the nearest is 29 Feb 1912"),
        (
            "1591: Gao.[^smiht]\n\n[^smith]: Smith 1999\n",
            "1:12: no note and no source is called \"smiht\", and its mark is shown as it stands; did you mean \"smith\"?",
        ),
        (
            "1591: Gao. {disputed: why}\n",
            "1:7: no source is cited here: cite one, or call the statement uncited, citation-needed or oral",
        ),
        (
            "1591: Gao.[^a] {disputed}\n\n[^a]: A 1999\n",
            "1:17: a disputed or corrected statement needs a note that says why",
        ),
        ("1591: [[Goa]].\n\n## Places\n\n- Gao: town\n", "1:9: \"Goa\" is described nowhere; did you mean \"Gao\"?"),
        ("1591: [@who] Gao\n", "1:8: no note and no source is called \"who\", and its mark is shown as it stands"),
        ("---\ntitel: x\n---\n1591: Gao\n", ""),
        (
            "---\nlicense: x\nlizense: y\n---\n1591: Gao\n",
            "3:1: nobody reads \"lizense\" in the head; did you mean \"licence\"?",
        ),
        ("---\nwhat\n---\n1591: Gao\n", "2:1: this line of the head says nothing: write key: value"),
        ("---\ntitle: x\n1591: Gao\n", "1:1: the head that opens here never ends: close it with a line ---"),
        (
            "---\nas_of: soon\n---\n1591: Gao\n",
            "2:8: cannot read \"soon\" as a date; try 1591, c. 1312, 13th c., 900 BC, 1960s, Mar 2012 or 1312..1337",
        ),
        ("## One\n\n## Two\n\n1591: Gao\n", "1:4: nothing stands below this heading yet"),
        ("1591: In Gao. []{#Gao x}\n", ""),
        ("1591: Gao. []{#Gao}\n", "1:16: \"Gao\" is no id: use 1 to 64 of a-z, 0-9 and -; did you mean \"gao\"?"),
        ("1591: A. []{#a}\n1592: B. []{#a}\n", "2:14: duplicate id \"a\", first at history.md:1:14"),
        ("1591: A\u{202e}b\n", "1:7: the character U+202E may not stand in a text"),
    ] {
        let (_, problems) = read(text);
        assert_eq!(told(&problems).join("\n"), wanted, "{text}");
    }
}

#[test]
fn mistakes_in_notes_and_entries_are_told_with_their_line_and_column() {
    for (text, wanted) in [
        (
            "[^a]: “T”; kind: boook; by: X; date: 1999\n\n1591: A[^a]\n",
            "1:18: \"boook\" is none of book, journal, thesis, report, document, news, web, encyclopedia, wiki, chapter, archive, interview, photograph, map; did you mean \"book\"?",
        ),
        ("1591: A\n\n## Places\n\n- B: 144.0, 0.2\n", "5:6: [144, 0.2] is no latitude and longitude"),
        (
            "1591: A\n\n## People\n\n- B: mayor; office: Mayor, 1950; position: there; at: here; precision: exactly\n",
            concat!(
                "5:21: it is not said of what \"Mayor, 1950\" is an office: write Mayor of [[Town]]; it is kept as words\n",
                "5:44: \"there\" is no latitude and longitude, such as 44.84, 0.21: it is kept as words\n",
                "5:55: \"here\" is no latitude and longitude, such as 44.84, 0.21: it is kept as words\n",
                "5:72: \"exactly\" is none of city, site, region, approximate",
            ),
        ),
        (
            "[^a]: A 1999\n\n[^a]: B 1999\n\n1591: A[^a]\n",
            "3:3: there is a note \"a\" already, which its marks mean: this one is left out",
        ),
        (
            "1591: A[^a]\n\n## People\n\n- B: mayor\n- B: another\n- B {#b-2}: a third\n\n[^a]: C 1999\n",
            "6:3: \"B\" is described already, and its name means the first: write B {#an-id} here",
        ),
        (
            "1591: A[^a]\n\n[^a]:\n",
            "3:3: the note says nothing: its label stands for what it is to say\n3:3: the source has no author and no date; where none is known, say so in its note",
        ),
    ] {
        let (_, problems) = read(text);
        assert_eq!(told(&problems).join("\n"), wanted, "{text}");
    }
}

#[test]
fn what_is_wrong_with_one_part_leaves_the_rest_of_a_history() {
    let text = "1591: A. {disputed: why}\n\n## People\n\n- B: mayor; office: Mayor, 1950; born 1940; died 1990\n- C: position: there; at: here\n\n## Places\n\n- D: 144.0, 0.2; town\n- E: 44,84; 0,21; precision: exactly\n\n[^a]: “T”; kind: boook\n\n[^a]: twice\n\n[^b]:\n";
    let (pack, problems) = read(text);
    let pack = pack.unwrap_or_else(|| panic!("{:?}", told(&problems)));
    let of = |id: &str| &pack[pack.entity(id).unwrap()];
    assert_eq!(of("b").role.as_deref(), Some("mayor; Mayor, 1950"));
    assert_eq!(of("b").when.map(|when| when.to_string()).as_deref(), Some("1940..1990"));
    assert_eq!(of("c").role.as_deref(), Some("there; here"));
    assert_eq!((of("d").at, of("d").role.as_deref()), (None, Some("town")));
    assert_eq!((of("e").at, of("e").role.as_deref()), (None, Some("44,84; 0,21")));
}

#[test]
fn files_of_others_are_read_and_nothing_that_one_sees_is_lost() {
    let text = concat!(
        "# Cheatsheet\n\nIntro with **bold**, _words_, `code`, [a link](https://example.org/x) and [an anchor](#below).\n",
        "![](img/a.png)\n\n<div class=\"x\">Inside &amp; out</div>\n<script>alert(1)</script>\n<!-- gone -->\n\n",
        "```chronos\n- [2020-02-28T12:30] A minute\n@ [-300~250] {Group} Yayoi | text\n```\n\n",
        "1. First\n2. Second\n\n* **1591** – Bold\n- 1592\n  - Below\n  - Also\n\n",
        "| Event | Date | Place |\n| --- | --- | --- |\n| Battle | 1593 | Gao |\n\n> A quotation\n> goes on.\n\nUnclosed *star and [bracket and {brace and `tick and <b\n\n## Empty\n\n## References\n"
    );
    let (pack, problems) = read(text);
    assert_eq!(told(&problems), ["32:4: nothing stands below this heading yet"]);
    let pack = pack.unwrap();
    assert_eq!(
        statements(&pack),
        said(&[
            ("", "Intro with bold, words, code, a link and an anchor."),
            ("", "img/a.png"),
            ("", "Inside & out"),
            ("28 Feb 2020", "A minute"),
            ("301 BC..AD 250", "Yayoi | text"),
            ("", "First"),
            ("", "Second"),
            ("1591", "Bold"),
            ("1592", "Below"),
            ("1592", "Also"),
            ("1593", "Battle; Place: Gao"),
            ("", "Unclosed *star and [bracket and {brace and `tick and <b"),
            ("", "A quotation goes on."),
            ("", "Empty"),
        ])
    );
}

#[test]
fn what_is_no_text_is_told_and_what_is_hardly_one_opens() {
    for text in [
        "",
        "\n\n",
        "---\n---\n",
        "#\n",
        "---\n",
        "|",
        "[^a]:",
        "> ",
        "## People\n- \n",
        "\u{feff}1591: Gao\r\n\r\nB\r\n",
    ] {
        let (pack, problems) = read(text);
        assert!(pack.is_some() || problems.errors() > 0, "{text:?}: {problems:?}");
        if let Some(pack) = pack {
            assert!(pack.eras().len() > 0 && pack.statements().len() > 0, "{text:?}");
        }
    }
    let (pack, problems) = read("1591: a\0b\u{1b}[31m\n");
    assert_eq!(told(&problems), ["1:7: the character U+0000 may not stand in a text"]);
    assert_eq!(statements(&pack.unwrap())[0].1, "a\u{fffd}b\u{fffd}[31m");
}

#[test]
fn below_events_stand_events_unless_each_has_a_date_before_it() {
    let events = pack("1968: A.\n\n## Events\n\n- 1968 coup: end of a rule; type: coup\n");
    assert_eq!((events.entities().len(), events.statements().len()), (1, 1));
    let statements = pack("## Events\n\n- 1968: A coup.\n- 1969: Another.\n");
    assert_eq!((statements.entities().len(), statements.statements().len()), (0, 2));
}

#[test]
fn accents_may_be_written_in_two_ways() {
    assert_eq!(statements(&pack("1591: Djenne\u{301} falls.\n"))[0].1, "Djenné falls.");
}

fn written(pack: &Pack) -> (Vec<WrittenFile>, String) {
    let whole = pack.excerpt(&pack.eras().collect::<Vec<_>>());
    (pack.files(&whole).unwrap(), pack.markdown(&whole))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_pack_comes_back_from_its_plain_file(choose in prop::collection::vec(any::<u8>(), 40..200)) {
        let (pack, problems) = build(&files(&choose), 0);
        let Some(pack) = pack else { panic!("{:?}", told(&problems)) };
        let (files, text) = written(&pack);
        let (back, problems) = read(&text);
        let Some(back) = back else { panic!("{:?}\n{text}", told(&problems)) };
        let (files_back, text_back) = written(&back);
        for (ours, theirs) in files.iter().zip(&files_back) {
            for (ours, theirs) in ours.text.lines().zip(theirs.text.lines()) {
                prop_assert_eq!(ours, theirs, "{}", text);
            }
        }
        prop_assert_eq!(text_back, text);
    }

    #[test]
    fn no_text_is_too_odd_to_be_read(text in "(\\PC|[\n \\-#>|*_\\[\\]{}:;^@<&`~=\\\\0-9]){0,300}") {
        let (pack, problems) = read(&text);
        prop_assert!(pack.is_some() || problems.errors() > 0);
        if let Some(pack) = pack {
            let (files, text) = written(&pack);
            let (back, problems) = read(&text);
            let Some(back) = back else { panic!("{:?}\n{text}", told(&problems)) };
            prop_assert_eq!(&written(&back).1, &text);
            prop_assert_eq!(written(&back).0, files);
        }
    }
}
