//! Every script is read, found and shown: small packs in ten of them, and names that others got wrong.
#![allow(clippy::unwrap_used, clippy::panic, clippy::allow_attributes, reason = "tests fail by panicking")]

mod common;
#[path = "common/small.rs"]
mod small;

use std::fs;
use std::path::{Path, PathBuf};

use common::Harness;
use griot::tui::action::Action;
use griot::tui::app::App;
use griot::tui::commands;
use griot::tui::settings::Settings;
use griot_history::search::{Hit, Index, Tier, begins_a_word, fold};
use griot_history::text::page::{self, PageOf};
use griot_history::text::{Layout, Measure, graphemes, width};
use griot_pack::clean::is_forbidden;
use griot_pack::glyphs::Glyphs;
use griot_pack::pack::{self, EraId, Pack};
use insta::assert_snapshot;
use proptest::prelude::*;
use ratatui::buffer::Buffer;
use ratatui::layout::Size;
use serde_json::Value;

const SCRIPTS: [&str; 10] =
    ["adlam", "arabic", "chinese", "devanagari", "ethiopic", "hebrew", "japanese", "nko", "thai", "tifinagh"];

fn folder(script: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/scripts/packs").join(script)
}

fn pack_in(script: &str) -> Pack {
    pack::open(&folder(script)).unwrap_or_else(|problems| panic!("{script}: {problems:#?}"))
}

fn app(pack: Pack, width: u16, height: u16, ascii: bool) -> Harness {
    let size = Size { width, height };
    Harness::of(App::new(pack, size, Settings { glyphs: Glyphs::of(ascii), ..Settings::default() }))
}

/// The rows of a frame as a terminal shows them: what a wide letter covers is not read again.
fn rows(buffer: &Buffer) -> Vec<String> {
    let row = |cells: &[ratatui::buffer::Cell]| {
        let mut out = String::new();
        let mut covered = 0;
        for cell in cells {
            if covered == 0 {
                out.push_str(cell.symbol());
                covered = width(cell.symbol()).max(1);
            }
            covered -= 1;
        }
        out.trim_end().to_owned()
    };
    buffer.content.chunks(usize::from(buffer.area.width)).map(row).collect()
}

#[test]
fn nothing_in_the_packs_is_against_a_rule_or_would_surprise() {
    for script in SCRIPTS {
        let (pack, problems) = pack::check(&folder(script));
        assert_eq!(problems.listed, [], "{script}");
        assert!(pack.is_some());
    }
}

#[test]
fn every_view_of_every_script_at_two_sizes() {
    for script in SCRIPTS {
        for (width, height) in [(80, 24), (40, 12)] {
            let frames: Vec<String> = ["r", "t", "p", "e", "s"]
                .into_iter()
                .map(|view| rows(&app(pack_in(script), width, height, false).keys(view).buffer()).join("\n"))
                .collect();
            assert_snapshot!(format!("{script}-{width}x{height}"), frames.join("\n\n"));
        }
    }
}

#[test]
fn a_page_shows_every_letter_of_its_text_in_its_order() {
    for script in SCRIPTS {
        let pack = pack_in(script);
        let era = pack.eras().next().unwrap();
        let blocks = page::blocks(&pack, PageOf::Era(era), None);
        let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
        for columns in [9, 20, 72] {
            let layout = Layout::new(&blocks, Measure { width: columns, glyphs: Glyphs::All });
            let lines: String = layout.lines.iter().map(|line| line.text(&blocks)).collect();
            for statement in pack.statements() {
                let told = letters(&pack[statement].text);
                assert!(letters(&lines).contains(&told), "{script} at {columns}: {told} in {lines}");
            }
            for line in &layout.lines {
                let end = line.runs.last().map_or(0, |run| run.column + run.width);
                assert!(end <= columns, "{script} at {columns}: {}", line.text(&blocks));
                assert_eq!(width(&line.text(&blocks)), usize::from(end - line.runs.first().map_or(0, |r| r.column)));
            }
        }
        let shown = rows(&app(pack_in(script), 200, 60, false).buffer()).join("\n");
        for name in pack.entities().map(|id| &pack[id].name).filter(|name| name.as_str() == "ولاتة") {
            assert!(shown.contains(name.as_str()), "{shown}");
        }
    }
}

#[test]
fn every_name_is_found_by_itself_and_by_the_head_of_each_of_its_words() {
    for script in SCRIPTS {
        let pack = pack_in(script);
        let index = Index::new(&pack);
        for id in pack.entities() {
            let name = pack[id].name.as_str();
            let found = index.search(&pack, name, 20);
            assert_eq!(
                found.names().next().map(|hit| (hit.entity(), hit.tier())),
                Some((Some(id), Tier::Exact)),
                "{name}"
            );
            for word in name.split(' ') {
                let head: String = graphemes(word).take(3).map(|(_, grapheme, _)| grapheme).collect();
                let found = index.search(&pack, &head, 20);
                assert!(
                    found.names().any(|hit| hit.entity() == Some(id) && hit.tier() <= Tier::Words),
                    "{head} for {name}"
                );
            }
        }
    }
}

#[test]
fn every_word_of_the_text_is_found_in_the_text() {
    for script in SCRIPTS {
        let pack = pack_in(script);
        let index = Index::new(&pack);
        for id in pack.statements() {
            for word in fold(&pack[id].text).split(' ').filter(|word| word.chars().count() > 1) {
                let found = index.search(&pack, word, usize::MAX);
                let dated = found.query.when.is_some();
                assert!(found.text().any(|found| found == id) || dated, "{script}: {word} in {}", pack[id].text);
            }
        }
    }
}

#[test]
fn words_inside_a_run_are_found_in_names_in_the_text_and_by_filters() {
    for (script, query) in [
        ("chinese", "馬里"),
        ("chinese", "獨立"),
        ("chinese", "圖書館"),
        ("chinese", "馬"),
        ("japanese", "マリ"),
        ("japanese", "独立"),
        ("thai", "มาลี"),
        ("thai", "ห้องสมุด"),
    ] {
        let pack = pack_in(script);
        let found = Index::new(&pack).search(&pack, query, 20);
        let holds: Vec<_> = pack.statements().filter(|id| pack[*id].text.contains(query)).collect();
        assert!(!holds.is_empty());
        let mut text: Vec<_> = found.text().collect();
        text.sort_unstable();
        assert_eq!(text, holds, "{query}");
        let named = pack.entities().filter(|id| pack[*id].name.contains(query)).count();
        assert!(found.counts.names >= named, "{query}: {:?}", found.hits);
    }
    // All its pairs stand in the text, and not beside one another.
    let pack = pack_in("chinese");
    assert_eq!(Index::new(&pack).search(&pack, "獨立馬里", 20).counts.text, 0);
}

#[test]
fn digits_of_every_script_are_years_in_a_query() {
    for year in ["1960", "١٩٦٠", "߁߉߆߀", "𞥑𞥙𞥖𞥐", "१९६०", "๑๙๖๐", "１９６０"] {
        let pack = pack_in("arabic");
        let found = Index::new(&pack).search(&pack, year, 20);
        assert_eq!(found.query.when.map(|when| when.to_string()).as_deref(), Some("1960"), "{year}");
        assert_eq!(found.counts.text, 1, "{year}");
    }
}

/// The pack of one of everything, with a name and a text of a case in it.
fn with(name: Option<&str>, text: Option<&str>) -> Pack {
    let mut files = small::files();
    let mut put = |file: &'static str, from: &str, to: &str| {
        let changed = files[file].replace(from, to);
        assert_ne!(changed, files[file]);
        files.insert(file, changed);
    };
    if let Some(name) = name {
        put("entities/places.json", "\"name\": \"Town\"", &format!("\"name\": {}", Value::from(name)));
    }
    if let Some(text) = text {
        put("eras/1-one.json", "In [[town]].", &format!("{text} [[town]]"));
    }
    let dir = small::write(&files);
    let (pack, problems) = pack::check(dir.path());
    assert_eq!(problems.listed, [], "{name:?} {text:?}");
    pack.unwrap()
}

#[test]
fn the_cases_hold() {
    let cases: Value = serde_json::from_str(include_str!("scripts/cases.json")).unwrap();
    let cases = cases.as_array().unwrap();
    assert!(cases.len() >= 7);
    for case in cases {
        let (name, text) = (case["name"].as_str(), case["text"].as_str());
        let pack = with(name, text);
        let index = Index::new(&pack);
        for query in case["queries"].as_array().unwrap().iter().map(|query| query.as_str().unwrap()) {
            let found = index.search(&pack, query, 20);
            match name {
                Some(_) => {
                    let first = found.names().next().unwrap_or_else(|| panic!("{query} for {case}"));
                    assert_eq!(
                        (&*pack[first.entity().unwrap()].id, first.tier()),
                        ("town", Tier::Exact),
                        "{query} for {case}"
                    );
                }
                None => assert_eq!(found.text().count(), 1, "{query} for {case}"),
            }
        }
        if let (Some(name), Some(columns)) = (name, case["columns"].as_u64()) {
            assert_eq!(width(name) as u64, columns);
        }
        for (columns, height) in [(80, 24), (40, 12)] {
            let Some(name) = name else { continue };
            let all = app(with(Some(name), None), columns, height, false).keys("e").buffer();
            assert!(rows(&all).join("\n").contains(name), "{name} at {columns}:\n{}", rows(&all).join("\n"));
        }
    }
}

#[test]
fn an_article_is_left_out_or_written_and_a_hamza_too() {
    let pack = with(Some("مكتبة الأزهر"), None);
    let index = Index::new(&pack);
    for query in ["مكتبة الأزهر", "مكتبه الازهر", "مكتبة ازهر", "المكتبة", "الازهر", "أزهر", "والأزهر"]
    {
        let found = index.search(&pack, query, 20);
        assert_eq!(found.names().next().and_then(Hit::entity).map(|id| &*pack[id].id), Some("town"), "{query}");
    }
    assert!(begins_a_word(&fold("مكتبة الأزهر"), &fold("ازهر")));
}

#[test]
fn joiners_marks_and_normal_forms_have_their_rules() {
    let said = |name: &str| {
        let mut files = small::files();
        let changed = files["entities/places.json"].replace("\"Town\"", &format!("\"{name}\""));
        files.insert("entities/places.json", changed);
        let dir = small::write(&files);
        pack::check(dir.path()).1.listed.iter().map(|problem| problem.rule.code()).collect::<Vec<_>>()
    };
    for name in ["हिन्दी", "Ɲɛ\u{300}na", "می\u{200c}خواهم", "ක්\u{200d}රි", "བསྒྲུབས", "ကျွန်ုပ်", "שָׁל֑וֹם", "ߒߞߏ߫", "क\u{93c}िला"]
    {
        assert_eq!(said(name), Vec::<&str>::new(), "{name}");
    }
    for (name, code) in [
        ("Ne\u{301}", "not-normal"),
        ("ba\u{200d}d", "forbidden-character"),
        ("می\u{200c}\u{200c}خ", "forbidden-character"),
        (&format!("q{}", "\u{337}".repeat(5)), "stacked-marks"),
        (&format!("q{}{}\u{301}", "\u{337}".repeat(4), "\u{323}".repeat(4)), "stacked-marks"),
        ("a\u{202e}b", "forbidden-character"),
    ] {
        assert_eq!(said(name), [code], "{name}");
    }
    assert_eq!(said(&format!("q{}{}", "\u{337}".repeat(4), "\u{323}".repeat(4))), Vec::<&str>::new());
}

#[test]
fn an_id_in_another_script_is_refused_with_the_letters_that_it_may_have() {
    for (id, told) in [
        ("हिन्दी", "use 1 to 64 of a-z, 0-9 and -; names and texts may be in any script"),
        ("Ségou Empire", "use 1 to 64 of a-z, 0-9 and -; did you mean \"segou-empire\"?"),
        ("TOWN", "did you mean \"town\"?"),
    ] {
        let mut files = small::files();
        let changed = files["entities/events.json"].replace("\"id\": \"birth\"", &format!("\"id\": \"{id}\""));
        files.insert("entities/events.json", changed);
        let problems = pack::check(small::write(&files).path()).1;
        assert!(problems.listed[0].message().ends_with(told), "{}", problems.listed[0]);
    }
}

#[test]
fn ascii_screens_keep_the_columns_of_every_script() {
    for script in SCRIPTS {
        for view in ["r", "t", "p", "e", "s"] {
            let buffer = app(pack_in(script), 80, 24, true).keys(view).buffer();
            assert!(buffer.content.iter().all(|cell| cell.symbol().is_ascii()), "{script} {view}");
        }
    }
}

#[test]
fn a_name_is_cut_between_letters_and_never_in_one() {
    for script in SCRIPTS {
        let pack = pack_in(script);
        for name in pack.entities().map(|id| pack[id].name.clone()) {
            for columns in 0..=width(&name) + 1 {
                let cut = griot_history::text::cut(&name, columns);
                assert!(width(&cut) <= columns, "{name} in {columns}: {cut}");
                let kept = cut.trim_end_matches('…');
                assert!(
                    name.starts_with(kept)
                        && (kept.is_empty() || graphemes(&name).any(|(at, g, _)| at + g.len() == kept.len()))
                );
            }
        }
    }
}

/// Finds the era by the number that keys have for it.
fn first_era(pack: &Pack) -> EraId {
    pack.eras().next().unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_pressed_every_cell_holds_one_whole_letter(
        script in prop::sample::select(SCRIPTS.to_vec()),
        keys in prop::collection::vec(prop::sample::select(commands::all().flat_map(commands::Command::first_keys).collect::<Vec<_>>()), 1..30),
        typed in "[مالي馬里มาߡߟߌ𞤃𞤢ⵎⴰማሊमाली १٩]{0,6}",
        columns in 12u16..130, height in 4u16..40, ascii in any::<bool>(),
    ) {
        let mut harness = app(pack_in(script), columns, height, ascii);
        for key in keys {
            harness = harness.keys(&key.to_string());
        }
        for letter in typed.chars() {
            harness = harness.keys(&letter.to_string());
        }
        let buffer = harness.buffer();
        for cell in &buffer.content {
            let symbol = cell.symbol();
            prop_assert_eq!(graphemes(symbol).count(), 1, "{:?}", symbol);
            prop_assert!(!symbol.chars().any(|c| is_forbidden(c) && !griot_pack::clean::is_joiner(c)));
            prop_assert!(!ascii || symbol.is_ascii());
        }
        for row in buffer.content.chunks(usize::from(columns)) {
            // A wide letter at the edge has both its columns.
            let mut at = 0;
            while at < row.len() {
                at += width(row[at].symbol()).max(1);
            }
            prop_assert_eq!(at, row.len());
        }
    }

    #[test]
    fn lines_hold_what_they_are_given_and_no_more(
        text in "[a-zé]{1,8}( ?[مالي馬里立国。，มาลีߡߟߌ𞤃𞤢ⵎⴰማሊमाली्ို１٩ﾞｶ]{1,9}){1,9}", columns in 2u16..60,
    ) {
        let blocks = [griot_history::text::page::plain(griot_history::text::Shape::Passage, text.clone())];
        let layout = Layout::new(&blocks, Measure { width: columns, glyphs: Glyphs::All });
        let shown: String = layout.lines.iter().map(|line| line.text(&blocks)).collect();
        let letters = |text: &str| text.chars().filter(|c| *c != ' ').collect::<String>();
        prop_assert_eq!(letters(&shown), letters(&text));
        for line in &layout.lines {
            let one = graphemes(line.text(&blocks).as_str()).count() == 1;
            prop_assert!(one || width(&line.text(&blocks)) <= usize::from(columns), "{:?}", line.text(&blocks));
        }
    }
}

#[test]
fn the_first_era_opens_in_every_script() {
    for script in SCRIPTS {
        let harness = app(pack_in(script), 80, 24, false).act(Action::Lines(0));
        let title = harness.app.shared.pack[first_era(&harness.app.shared.pack)].title.clone();
        assert!(rows(&harness.buffer()).join("\n").contains(title.as_str()), "{script}");
    }
    assert_eq!(fs::read_dir(folder("")).unwrap().count(), SCRIPTS.len());
}

#[test]
fn what_is_found_inside_a_run_is_lit_in_the_text_and_its_neighbours_are_not() {
    for (script, query, neighbour) in [("chinese", "獨立", "國"), ("thai", "มาลี", "ค")] {
        let mut at = app(pack_in(script), 100, 30, false).act(Action::Search);
        at.app.type_in(query);
        let at = at.act(Action::HitsInText);
        let (buffer, theme) = (at.buffer(), at.app.shared.settings.theme);
        let text = at.app.shared.regions().unwrap().text;
        let lit: String = text
            .positions()
            .filter_map(|at| {
                let cell = &buffer[at];
                let ink = theme.ink_of(cell, griot::tui::theme::Depth::Full);
                (ink == Some(griot::tui::theme::Ink::Match)).then(|| cell.symbol().to_owned())
            })
            .collect();
        let lit = lit.replace(' ', "");
        assert!(!lit.is_empty() && lit.replace(query, "").is_empty(), "{script}: {lit:?} is lit for {query}");
        assert!(!lit.contains(neighbour), "{script}: {lit}");
    }
}
