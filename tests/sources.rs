//! The sources: sums that agree, ways that lead to what cites, corrections in full; on the built-in pack and on packs
//! of any shape.
#![allow(clippy::unwrap_used, clippy::panic, clippy::allow_attributes, reason = "tests fail by panicking")]

mod common;
#[path = "common/packs.rs"]
mod packs;

use griot_pack::glyphs::Glyphs;
use std::collections::BTreeSet;

use common::Harness;
use griot::tui::action::{Button, Effect};
use griot::tui::app::App;
use griot::tui::overlays::Overlay;
use griot::tui::screens::Screen;
use griot::tui::settings::Settings;
use griot_history::search::fold;
use griot_history::sources::{self, At, Line, Order, STANDINGS, Table};
use griot_history::text::page::PageOf;
use griot_pack::pack::{NoteId, Pack, Rank, Source, SourceId, SourceKind, Standing, StatementId, Target};
use packs::plans;
use proptest::prelude::*;
use ratatui::layout::Size;

fn of(pack: Pack, width: u16, height: u16) -> Harness {
    Harness { app: App::new(pack, Size { width, height }, Settings::default()), effect: Effect::None }
}

fn chosen(app: &App) -> SourceId {
    match app.views.sources.chosen() {
        Some(Line::Source(source)) => source,
        other => panic!("{other:?} is no source"),
    }
}

#[test]
fn snapshots() {
    for (width, height) in [(120, 40), (80, 24), (40, 12)] {
        let name = |what: &str| format!("sources-{what}-{width}x{height}");
        let at = |keys: &str| Harness::new(width, height).keys(keys).inked();
        insta::assert_snapshot!(name("weight"), at("s"));
        insta::assert_snapshot!(name("place"), at("s j j Tab Tab"));
        insta::assert_snapshot!(name("kind"), at("s x x x"));
        insta::assert_snapshot!(name("rank"), at("s x x x x"));
        insta::assert_snapshot!(name("corrections"), at("s v j"));
        insta::assert_snapshot!(name("standings"), at("s v v j"));
        let glyphs = Settings { glyphs: Glyphs::Ascii, ..Settings::default() };
        insta::assert_snapshot!(name("ascii"), Harness::with(width, height, glyphs).keys("s v v").frame());
    }
}

#[test]
fn the_bibliography_of_the_built_in_pack_is_one_that_can_be_followed() {
    let pack = griot::built_in::pack().unwrap();
    let of = |holds: &dyn Fn(&Source) -> bool| -> Vec<&str> {
        pack.sources().filter(|id| holds(&pack[*id])).map(|id| pack[id].key.as_str()).collect()
    };
    let unsigned = of(&|source| source.authors.is_empty() && source.editors.is_empty());
    assert!(unsigned.len() < 20, "without author or body: {unsigned:?}");
    let undated = of(&|source| {
        let work = matches!(source.kind, SourceKind::Book | SourceKind::Thesis | SourceKind::Journal);
        work && source.date.is_none() && source.note.is_none() && source.same_work_as.is_none()
    });
    assert_eq!(undated, Vec::<&str>::new(), "works without a year, and nothing said of it");
    let unranked =
        of(&|source| source.rank.is_none() || (source.kind == SourceKind::Wiki) != (source.rank == Some(Rank::Wiki)));
    assert_eq!(unranked, Vec::<&str>::new(), "without a rank, or with one that its kind denies");
    let untitled = of(&|source| source.title.starts_with('[') && source.note.is_none());
    assert_eq!(untitled, Vec::<&str>::new(), "without a title, and nothing said of it");
    let addresses = [
        "staging",
        "-stg.",
        "core-prod",
        ".prod.",
        "//test.",
        "//docker.",
        "//mail.",
        "trib.al",
        "workers.dev",
        "netlify",
    ];
    let odd = of(&|source| source.url.as_ref().is_some_and(|url| addresses.iter().any(|odd| url.contains(odd))));
    assert_eq!(odd, ["guardian-icc"], "the one address that is known of it");
    assert!(pack.statements().filter(|id| pack.rests_on_wiki(*id)).count() < 15);
}

#[test]
fn the_page_on_how_the_history_is_made_has_its_date_and_every_rank() {
    let page = include_str!("../assets/mali/EDITORIAL.md");
    let pack = griot::built_in::pack().unwrap();
    let date = pack.about.as_of.in_words();
    assert!(page.matches(&date).count() == 2, "{date} stands where it says what the history is and how it is mended");
    for rank in Rank::ALL {
        assert!(page.lines().any(|line| line.starts_with(&format!("| {}", rank.name()))), "no row for {}", rank.name());
    }
}

/// Whether the statement, or the note on it, has the footnote: asked of the pack itself.
fn cites(pack: &Pack, statement: StatementId, note: NoteId) -> bool {
    pack[statement].cites.contains(&note) || pack[statement].note_cites.contains(&note)
}

#[test]
fn enter_goes_to_what_cites_the_source() {
    let mut it = Harness::new(120, 40).keys("s");
    for _ in 0..it.app.views.sources.listing.lines.len() {
        let source = chosen(&it.app);
        it = it.keys("Enter");
        let pack = &it.app.shared.pack;
        let of_source = |note: &NoteId| pack[*note].source == source;
        let leads = match (it.app.shared.reader.current, it.app.shared.page_entity()) {
            (Some(current), _) => pack[current].cites.iter().chain(&pack[current].note_cites).any(of_source),
            // What only a figure cites leads to the page that has it.
            (None, Some(entity)) => pack[entity].figures.iter().flat_map(|figure| &figure.cites).any(of_source),
            (None, None) => false,
        };
        assert!(leads, "{} leads elsewhere", pack[source].key);
        it = it.keys("H");
        assert_eq!((it.app.shared.screen, chosen(&it.app)), (Screen::Sources, source), "and back");
        it = it.keys("j");
    }
}

#[test]
fn a_correction_opens_the_first_address_that_its_word_has() {
    let mut it = Harness::new(120, 40).keys("s v");
    for _ in 0..it.app.views.sources.listing.lines.len() {
        let Some(Line::Correction(statement)) = it.app.views.sources.chosen() else { panic!("a correction") };
        let pack = &it.app.shared.pack;
        let notes = sources::correction(pack, statement).unwrap().word_of;
        let first = notes.iter().find_map(|note| pack[pack[*note].source].url.as_ref()).map(ToString::to_string);
        it = it.keys("o");
        match first {
            Some(first) => assert!(matches!(&it.app.overlay, Some(Overlay::Ask(address)) if *address == first)),
            None => assert_eq!(it.app.shared.message.as_deref(), Some("none of its sources has an address")),
        }
        it.app.overlay = None;
        let before = it.app.views.sources.list.chosen;
        for _ in 0..40 {
            if it.app.views.sources.list.chosen == before {
                it = it.keys("j");
            }
        }
    }
    let it = Harness::new(120, 40).keys("s v v o");
    assert_eq!(it.app.shared.message.as_deref(), Some("it is sources that have URLs; v turns to them"));
}

#[test]
fn records_of_one_work_are_told_apart_in_few_columns() {
    let pack = griot::built_in::pack().unwrap();
    for room in 22..80 {
        let mut seen = std::collections::BTreeMap::new();
        for id in pack.sources() {
            let said = sources::name_within(&pack[id], room);
            assert!(griot_history::text::width(&said) <= room, "{said}");
            let other = seen.insert(said.clone(), id);
            let name = |id: SourceId| sources::name(&pack[id]);
            let apart = |other: SourceId| pack[other].title != pack[id].title || name(other) == name(id);
            assert!(other.is_none_or(apart), "{said} twice in {room}");
        }
    }
}

#[test]
fn every_table_turns_through_its_orders_and_loses_no_line() {
    for turns in ["s", "s v", "s v v"] {
        let mut it = Harness::new(120, 40).keys(turns);
        let orders = it.app.views.sources.listing.table.orders();
        let first = it.app.views.sources.listing.lines.clone();
        let mut seen = Vec::new();
        for order in orders {
            assert_eq!(it.app.views.sources.listing.order(), *order);
            seen.push(it.app.views.sources.listing.lines.clone());
            let all = |lines: &[Line]| lines.iter().filter(|line| !matches!(line, Line::Group(..))).count();
            assert_eq!(all(seen.last().unwrap()), all(&first));
            it = it.keys("x");
            let said = it.app.shared.message.clone().unwrap();
            assert!(said.starts_with("sorted by "), "{said}");
        }
        assert_eq!(it.app.views.sources.listing.lines, first, "and back to the first");
        assert!(seen.windows(2).all(|pair| pair[0] != pair[1]));
    }
}

#[test]
fn every_place_beside_the_list_leads_to_one_that_cites() {
    let mut it = Harness::new(120, 40).keys("s");
    let source = chosen(&it.app);
    let count = it.app.views.sources.listing.citations_of(source).len();
    for at in 0..count {
        it = it.keys("Tab");
        let expected = it.app.views.sources.listing.citations_of(source)[at].target();
        assert_eq!(
            it.app.views.sources.detail.goal().and_then(griot_history::text::Goal::target),
            Some(expected),
            "place {at}"
        );
    }
    let last = it.app.views.sources.detail.goal().and_then(griot_history::text::Goal::target).unwrap();
    let it = it.keys("Tab");
    assert_eq!(it.app.shared.message.as_deref(), Some("no more places to go to"));
    let it = it.keys("Enter");
    match last {
        Target::Statement(id) => assert_eq!(it.app.shared.reader.current, Some(id)),
        Target::Entity(id) => assert_eq!(it.app.shared.reader.page.of, PageOf::Entity(id)),
        other => panic!("{other:?} cites no source"),
    }
}

#[test]
fn a_source_found_by_searching_is_chosen_and_the_way_back_kept() {
    let it = Harness::new(120, 40).keys("2 / @source Space iliffe Enter");
    assert_eq!(it.app.shared.screen, Screen::Sources, "{}", it.frame());
    assert!(it.app.shared.pack[chosen(&it.app)].key.contains("iliffe"));
    assert!(it.frame().lines().any(|line| line.starts_with("▌ John Iliffe")), "{}", it.frame());
    let first = chosen(&it.app);
    let it = it.keys("/ @source Space nesbitt Enter");
    assert_ne!(chosen(&it.app), first);
    let it = it.keys("H");
    assert_eq!((it.app.shared.screen, chosen(&it.app)), (Screen::Sources, first));
    let it = it.keys("H");
    assert_eq!((it.app.shared.screen, it.app.shared.era().index()), (Screen::Read, 1));
}

#[test]
fn a_footnote_in_focus_leads_to_its_source() {
    for open in ["Enter", "s"] {
        let it = Harness::new(120, 40).keys("2 c c");
        let note = it.app.shared.reader.focused_note(&it.app.shared.pack).unwrap();
        let source = it.app.shared.pack[note].source;
        let it = it.keys(open);
        assert_eq!((it.app.shared.screen, chosen(&it.app)), (Screen::Sources, source));
        let it = it.keys("H");
        assert_eq!(
            (it.app.shared.screen, it.app.shared.reader.focused_note(&it.app.shared.pack)),
            (Screen::Read, Some(note))
        );
    }
}

#[test]
fn back_brings_the_very_frame_back() {
    for keys in ["s j j j", "s x G", "s v j j", "s v v j", "s f iliffe Enter", "s j Tab Tab", "s x x x } j"] {
        for (width, height) in [(120, 40), (80, 24), (40, 12)] {
            let mut it = Harness::new(width, height).keys(keys);
            it.app.shared.message = None;
            let before = it.inked();
            let it = it.keys("Enter");
            assert_eq!(it.app.shared.screen, Screen::Read, "{keys}");
            assert_eq!(it.keys("H").inked(), before, "{keys} at {width}x{height}");
        }
    }
}

#[test]
fn an_address_is_shown_and_asked_for_before_it_is_opened() {
    let it = Harness::new(120, 40).keys("s f iliffe-2007 Enter o");
    let Some(Overlay::Ask(address)) = &it.app.overlay else { panic!("{:?}", it.app.overlay) };
    assert_eq!(it.app.shared.pack[chosen(&it.app)].url.as_deref(), Some(address.as_str()));
    let address = address.clone();
    assert!(it.frame().contains(&address));
    let it = it.keys("Enter");
    assert_eq!(it.effect, Effect::OpenUrl(address));
    let no = Harness::new(120, 40).keys("s f iliffe-2007 Enter o Esc");
    assert_eq!((no.effect, no.app.overlay.is_none()), (Effect::None, true));
    let archived = Harness::new(120, 40).keys("s");
    let pack = &archived.app.shared.pack;
    let key = pack.sources().find_map(|id| pack[id].archive.as_ref().map(|_| pack[id].key.clone())).unwrap();
    let it = archived.keys("f").keys(&key).keys("Enter A");
    let expected = it.app.shared.pack[chosen(&it.app)].archive.clone();
    assert!(matches!(&it.app.overlay, Some(Overlay::Ask(address)) if Some(address.as_str()) == expected.as_deref()));
}

#[test]
fn a_source_is_copied_in_every_form() {
    let copied =
        |downs: &str| match Harness::new(120, 40).keys("s f iliffe-2007 Enter Y").keys(downs).keys("Enter").effect {
            Effect::Copy(text) => text,
            other => panic!("{other:?}"),
        };
    assert!(copied("").contains("Iliffe") && copied("").contains("http"));
    assert!(copied("j").starts_with("John Iliffe, "));
    assert!(copied("j j").starts_with("John Iliffe. “"));
    assert!(copied("j j j").starts_with("@book{iliffe-2007,"));
    assert!(copied("j j j j").starts_with("TY  - BOOK"));
    let json: serde_json::Value = serde_json::from_str(&copied("j j j j j")).unwrap();
    assert_eq!(json[0]["id"], "iliffe-2007");
    assert_eq!(copied("j j j j j j"), "griot cite iliffe-2007");
    let correction = Harness::new(120, 40).keys("s v y");
    assert!(
        matches!(&correction.effect, Effect::Copy(text) if text.contains("Held now: ") && text.contains("What Wikipedia says: "))
    );
    let table = Harness::new(120, 40).keys("s v v y");
    assert!(matches!(&table.effect, Effect::Copy(text) if text.lines().count() > 9 && text.contains('\t')));
}

#[test]
fn unresolved_sources_are_said_to_be_so() {
    let it = Harness::new(120, 40).keys("s f unresolved Enter");
    let pack = &it.app.shared.pack;
    let unresolved: BTreeSet<SourceId> = pack.sources().filter(|id| pack[*id].unresolved).collect();
    let shown: BTreeSet<SourceId> = it
        .app
        .views
        .sources
        .listing
        .lines
        .iter()
        .filter_map(|l| if let Line::Source(id) = l { Some(*id) } else { None })
        .collect();
    assert!(!unresolved.is_empty() && unresolved.is_subset(&shown));
    assert!(it.frame().contains("⚑ unresolved"), "{}", it.frame());
    for (width, height) in [(80, 24), (40, 12)] {
        assert!(Harness::new(width, height).keys("s f unresolved Enter").frame().contains('⚑'));
    }
}

#[test]
fn the_table_on_screen_holds_the_exact_counts() {
    let it = Harness::new(120, 40).keys("s v v");
    let frame = it.frame();
    for standing in sources::standings(&it.app.shared.pack) {
        let number = format!("{} ", standing.era.index() + 1);
        let line = frame
            .lines()
            .map(|line| line.trim_start_matches('▌').trim_start())
            .find(|l| l.starts_with(&number))
            .unwrap();
        let numbers: Vec<usize> = line
            .split('│')
            .next()
            .unwrap()
            .split_whitespace()
            .filter_map(|w| if w == "·" { Some(0) } else { w.parse().ok() })
            .collect();
        // A standing that the pack gives to nothing has no column.
        let counts = standing.told.iter().map(|told| standing.count(*told)).chain([standing.statements()]);
        let told: Vec<usize> = numbers.iter().rev().skip(1).take(standing.told.len() + 1).rev().copied().collect();
        assert_eq!(told, counts.collect::<Vec<_>>(), "{line}");
    }
}

#[test]
fn every_correction_is_told_in_full_at_every_width() {
    let pack = griot::built_in::pack().unwrap();
    let all = sources::corrections(&pack);
    let expected = pack.statements().filter(|id| {
        let it = &pack[*id];
        it.instead_of.is_some() || matches!(it.standing, Standing::Corrected | Standing::Disputed)
    });
    assert_eq!(all.iter().map(|it| it.statement).collect::<Vec<_>>(), expected.collect::<Vec<_>>());
    for it in &all {
        let word = sources::word_of(&pack, it);
        for width in [118, 78, 38, 20] {
            let row = sources::lay_out(&pack, it, width, Glyphs::All);
            let squeezed = |text: &str| text.split_whitespace().collect::<String>();
            let cell = |cell: &griot_history::table_row::Cell| {
                cell.layout.lines.iter().map(|line| squeezed(&line.text(&cell.blocks))).collect::<String>()
            };
            let cells: Vec<String> = row.cells.iter().map(cell).collect();
            for part in
                [it.instead_of, Some(it.held), it.why, Some(&word), Some(it.standing.name())].into_iter().flatten()
            {
                assert!(cells.iter().any(|c| c.contains(&squeezed(part))), "{part} at {width} in {cells:?}");
            }
        }
    }
}

#[test]
fn eras_lead_to_their_text_and_what_is_uncertain_in_them() {
    let it = Harness::new(120, 40).keys("s v v j Enter");
    assert_eq!((it.app.shared.screen, it.app.shared.era().index()), (Screen::Read, 1));
    let it = Harness::new(120, 40).keys("s v v Tab");
    let Some(Target::Statement(id)) = it.app.views.sources.detail.goal().and_then(griot_history::text::Goal::target)
    else {
        panic!("{:?}", it.app.shared.message)
    };
    assert_eq!(it.app.shared.pack.era_of(id).index(), 0);
    assert_ne!(it.app.shared.pack[id].standing, Standing::Established, "the least certain come first");
    let it = Harness::new(120, 40).keys("s v v G Enter");
    assert_eq!(it.app.shared.screen, Screen::Sources, "the sums lead nowhere");
}

#[test]
fn the_same_frame_comes_back_after_other_sizes() {
    for keys in ["s j j", "s G", "s v j j j", "s v v j Tab", "s j Tab Tab Tab", "s x x x G"] {
        for (width, height) in [(120, 40), (80, 24), (40, 12)] {
            let it = Harness::new(width, height).keys(keys);
            let before = it.inked();
            let resize =
                |it: Harness, (width, height)| it.act(griot::tui::action::Action::Resize(Size { width, height }));
            let other = [(40, 12), (200, 60), (24, 6), (10, 3), (80, 24), (120, 30), (width, height)];
            let it = other.into_iter().fold(it, resize);
            assert_eq!(it.inked(), before, "{keys} at {width}x{height}");
        }
    }
}

#[test]
fn a_click_chooses_and_a_second_click_goes_there() {
    let click = |it: Harness, x: u16, y: u16| {
        it.act(griot::tui::action::Action::Click { column: x, row: y, button: Button::Left })
    };
    let it = click(Harness::new(120, 40).keys("s"), 10, 8);
    assert!(it.frame().lines().nth(8).unwrap().starts_with('▌'));
    let it = click(it, 10, 8);
    assert_eq!(it.app.shared.screen, Screen::Read);
    let chosen = |y: u16| click(Harness::new(120, 40).keys("s v"), 10, y).app.views.sources.list.chosen;
    let lines = (8..24).filter(|y| chosen(*y) == 1).count();
    assert!(lines > 1, "rows of several lines are clicked anywhere: {lines}");
}

fn sums(pack: &Pack) -> Result<(), TestCaseError> {
    let standings = sources::standings(pack);
    prop_assert_eq!(standings.len(), pack.eras().len());
    for it in &standings {
        prop_assert_eq!(it.statements(), pack.statements_in(it.era).count());
        prop_assert!(it.cited <= it.statements());
        for standing in STANDINGS {
            let own = pack.statements_in(it.era).filter(|id| pack[*id].standing == standing).count();
            prop_assert_eq!(it.count(standing), own);
        }
    }
    prop_assert_eq!(standings.iter().map(sources::EraStandings::statements).sum::<usize>(), pack.statements().len());
    let all: usize = pack.statements().map(|id| pack[id].cites.len() + pack[id].note_cites.len()).sum();
    let rows = sources::rows(pack, Order::Weight);
    prop_assert_eq!(rows.iter().map(|row| row.times).sum::<usize>(), all);
    prop_assert_eq!(standings.iter().map(|it| it.citations).sum::<usize>(), all);
    for row in &rows {
        prop_assert_eq!(row.per_era.iter().map(|(_, count)| count).sum::<usize>(), row.times);
        prop_assert!(row.per_era.is_sorted() && row.in_notes <= row.times);
    }
    for it in &standings {
        let of_era = |row: &sources::Row| row.per_era.iter().find(|(e, _)| *e == it.era).map_or(0, |(_, n)| *n);
        prop_assert_eq!(rows.iter().map(of_era).sum::<usize>(), it.citations);
    }
    let works = sources::works(pack, &rows);
    prop_assert_eq!(works.iter().map(|work| work.times).sum::<usize>(), all);
    prop_assert_eq!(works.iter().map(|work| work.records.len()).sum::<usize>(), pack.sources().len());
    for work in &works {
        prop_assert!(work.records.iter().all(|source| pack.work_of(*source) == work.source));
        let alone = |id: &StatementId| {
            let cites = &pack[*id].cites;
            !cites.is_empty() && cites.iter().all(|note| pack.work_of(pack[*note].source) == work.source)
        };
        prop_assert_eq!(work.alone, pack.statements().filter(alone).count());
    }
    Ok(())
}

fn ways(pack: &Pack) -> Result<(), TestCaseError> {
    for (at, of) in sources::citations(pack).iter().enumerate() {
        for citation in of {
            prop_assert_eq!(pack[citation.note].source.index(), at);
            match citation.at {
                At::Text(id) | At::Note(id) => prop_assert!(cites(pack, id, citation.note)),
                At::Figure(id) => {
                    prop_assert!(pack[id].figures.iter().any(|figure| figure.cites.contains(&citation.note)));
                }
            }
        }
    }
    Ok(())
}

fn orders(pack: &Pack) -> Result<(), TestCaseError> {
    for order in Order::ALL {
        let rows = sources::rows(pack, order);
        let all: BTreeSet<SourceId> = rows.iter().map(|row| row.source).collect();
        prop_assert_eq!((rows.len(), all.len()), (pack.sources().len(), pack.sources().len()));
        prop_assert_eq!(&rows, &sources::rows(pack, order), "twice the same");
        for two in rows.windows(2) {
            let (a, b) = (&two[0], &two[1]);
            let in_order = match order {
                Order::Weight => a.times >= b.times,
                Order::Appearance => b.first.is_none() || a.first.is_some_and(|first| Some(first) <= b.first),
                Order::Date => {
                    let day = |row: &sources::Row| sources::when(&pack[row.source]).map(|w| w.first());
                    day(b).is_none() || day(a).is_some_and(|first| Some(first) <= day(b))
                }
                Order::Kind => pack[a.source].kind <= pack[b.source].kind,
                Order::Rank => match (pack[a.source].rank, pack[b.source].rank) {
                    (Some(a), Some(b)) => a <= b,
                    (first, second) => first.is_some() || second.is_none(),
                },
            };
            prop_assert!(in_order, "{order:?}");
        }
    }
    Ok(())
}

#[test]
fn the_built_in_pack_adds_up() {
    let pack = griot::built_in::pack().unwrap();
    sums(&pack).unwrap();
    ways(&pack).unwrap();
    orders(&pack).unwrap();
}

#[test]
fn shares_say_nothing_of_less_than_all() {
    use griot_history::sources::share;
    assert_eq!((share(0, 10), share(10, 10), share(1, 3)), ("0 %".into(), "100 %".into(), "33 %".into()));
    assert_eq!((share(1, 1000), share(999, 1000), share(0, 0)), ("under 1 %".into(), "over 99 %".into(), "0 %".into()));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn sums_agree_and_ways_lead_where_they_say(plan in plans()) {
        let pack = packs::pack(&plan);
        sums(&pack)?;
        ways(&pack)?;
        orders(&pack)?;
    }

    #[test]
    fn packs_of_any_shape_can_be_gone_through(
        plan in plans(),
        keys in proptest::collection::vec(prop::sample::select(vec!["j", "k", "d", "u", "Space", "b", "g", "G", "x", "v", "Tab", "Shift-Tab", "l", "h", "K", "{", "}", "Enter", "H", "s", "f", "o", "Esc", ")", "y", "1"]), 1..40),
        size in prop::sample::select(vec![(120u16, 40u16), (80, 24), (40, 12), (24, 6)]),
    ) {
        let mut it = of(packs::pack(&plan), size.0, size.1).keys("s");
        for key in &keys {
            it = it.keys(key);
            it.buffer();
            let here = &it.app.views.sources;
            if it.app.shared.screen == Screen::Sources {
                prop_assert!(here.listing.lines.is_empty() || here.chosen().is_some(), "after {key} nothing is chosen");
            }
        }
    }

    #[test]
    fn the_filter_shows_only_sources_that_hold_the_words(plan in plans(), typed in "[a-z]{1,3}|[0-9]{1,2}|source [0-9]") {
        let it = of(packs::pack(&plan), 80, 24).keys("s f").keys(&typed.replace(' ', " Space "));
        let pack = &it.app.shared.pack;
        for line in &it.app.views.sources.listing.lines {
            let Line::Source(id) = line else { continue };
            let source = &pack[*id];
            let told = format!("{} {} {:?} {} {}", source.title, source.key, source.date, sources::kind(source.kind), sources::kinds(source.kind));
            let told = fold(&told);
            for word in typed.split(' ') {
                prop_assert!(told.contains(word), "{told} does not hold {word}");
            }
        }
        if it.app.views.sources.listing.table == Table::Sources {
            prop_assert_eq!(it.app.views.sources.listing.count.0, pack.sources().len());
        }
    }
}
