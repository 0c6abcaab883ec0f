//! The sources: sums that agree, ways that lead to what cites, corrections in full; on the built-in pack and on packs
//! of any shape.
#![allow(clippy::unwrap_used, clippy::panic, clippy::allow_attributes, reason = "tests fail by panicking")]

#[path = "sources/any_pack.rs"]
mod any_pack;
mod common;
#[path = "sources/moves.rs"]
mod moves;
#[path = "common/packs.rs"]
mod packs;

use griot_pack::glyphs::Glyphs;
use std::collections::BTreeSet;

use common::Harness;
use griot::tui::action::Effect;
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
