//! What lines must be, for every page of the built-in pack and for text that nobody would write.

use griot_pack::glyphs::Glyphs;
use proptest::prelude::*;

use griot_history::text::page::{self, Page, PageOf};
use griot_history::text::*;
use griot_pack::pack::{Pack, StatementId};

fn pack() -> Pack {
    griot::built_in::pack().expect("the built-in pack")
}

const fn measure(width: u16) -> Measure {
    Measure { width, glyphs: Glyphs::All }
}

fn passage(text: &str) -> Block {
    Block { shape: Shape::Passage, text: text.into(), marks: Vec::new(), sentences: Vec::new(), gap: false }
}

/// The lines of one plain passage.
fn lines(text: &str, width: u16) -> Vec<String> {
    let blocks = [passage(text)];
    Layout::new(&blocks, measure(width)).lines.iter().map(|line| line.text(&blocks)).collect()
}

/// Everything that the lines of a block say, without spaces and without its label.
fn said(blocks: &[Block], layout: &Layout, block: usize) -> String {
    let lines = layout.lines.iter().filter(|line| line.start.block as usize == block);
    let runs = lines.flat_map(|line| line.runs.iter().map(move |run| (line, run)));
    let runs = runs.filter(|(_, run)| run.ink != RunInk::Label);
    runs.flat_map(|(line, run)| run.text(line, &blocks).chars()).filter(|c| !c.is_whitespace()).collect()
}

/// What a block has to say: its text, with the footnote numbers where they belong.
fn to_say(block: &Block, glyphs: Glyphs) -> String {
    let mut out = String::new();
    let mut at = 0;
    for sentence in &block.sentences {
        let end = sentence.range.end as usize;
        out.push_str(&block.text[at..end]);
        out.push_str(&note_mark(&sentence.notes, glyphs));
        at = end;
    }
    out.push_str(&block.text[at..]);
    out.retain(|c| !c.is_whitespace());
    out
}

/// All that must hold for a page laid out at a measure.
fn check(blocks: &[Block], measure: Measure) -> Result<(), TestCaseError> {
    let layout = Layout::new(&blocks, measure);
    for (number, line) in layout.lines.iter().enumerate() {
        if let Some(next) = layout.lines.get(number + 1) {
            prop_assert!(line.start < next.start, "the beginnings of lines {number} and the next do not increase");
        }
        prop_assert_eq!(layout.line_at(layout.anchor_at(number)), number, "the anchor leads to another line");
        let mut column = 0;
        for run in &line.runs {
            prop_assert!(run.column >= column, "runs lie on each other in line {number}: {:?}", line.text(&blocks));
            prop_assert_eq!(usize::from(run.width), width(run.text(line, &blocks)));
            column = run.column + run.width;
        }
        // Labels have lines of their own, and footnotes are rather cut at the edge than set nowhere.
        let labels = line.runs.iter().all(|run| run.ink == RunInk::Label);
        let notes = measure.width < 20 && line.runs.last().is_some_and(|run| run.ink == RunInk::Note);
        let fits = column <= measure.width.max(2) || labels || notes;
        prop_assert!(fits, "{column} columns of {}: {:?}", measure.width, line.text(&blocks));
    }
    for (number, block) in blocks.iter().enumerate() {
        prop_assert_eq!(said(blocks, &layout, number), to_say(block, measure.glyphs));
    }
    links_are_whole(blocks, &layout)?;
    Ok(())
}

/// Every piece of a link lies on words of the link, and together the pieces are the link's words.
fn links_are_whole(blocks: &[Block], layout: &Layout) -> Result<(), TestCaseError> {
    let marked = |block: &Block| block.marks.iter().filter(|m| matches!(m.what, MarkKind::Link(_))).count();
    prop_assert_eq!(layout.links.len(), blocks.iter().map(marked).sum::<usize>());
    for (number, link) in layout.links.iter().enumerate() {
        let block = &blocks[link.at.block as usize];
        let mark = block.marks.iter().find(|m| m.range.start == link.at.offset && m.what == MarkKind::Link(link.goal));
        let mark = mark.ok_or_else(|| TestCaseError::fail("a link from nowhere"))?;
        let mut words = String::new();
        for piece in &link.pieces {
            let line = &layout.lines[piece.line];
            let on_it = line.runs.iter().filter(|run| run.link == Some(number as u32));
            words.extend(on_it.clone().map(|run| run.text(line, &blocks)));
            let ends = (on_it.clone().map(|r| r.column).min(), on_it.map(|r| r.column + r.width).max());
            prop_assert_eq!(ends, (Some(piece.column), Some(piece.column + piece.width)));
            prop_assert_eq!(layout.link_at(piece.line, piece.column), Some(number));
        }
        words.retain(|c| c != ' ');
        let range = mark.range.start as usize..mark.range.end as usize;
        prop_assert_eq!(words, block.text[range].replace(' ', ""));
    }
    Ok(())
}

#[test]
fn every_page_of_the_pack_keeps_its_words_anchors_and_links_at_every_width() {
    let pack = pack();
    let eras = pack.eras().map(PageOf::Era);
    let entities = pack.entities().step_by(7).map(PageOf::Entity);
    for of in eras.chain(entities) {
        let blocks = page::blocks(&pack, of, None);
        for width in [1, 2, 7, 12, 13, 20, 22, 36, 39, 40, 57, 64, 72, 100] {
            for glyphs in [Glyphs::All, Glyphs::Ascii] {
                check(&blocks, Measure { width, glyphs }).unwrap_or_else(|e| panic!("{of:?} at {width}: {e}"));
            }
        }
    }
}

#[test]
fn lines_are_as_even_as_they_can_be() {
    let text = "The people of the green Sahara take up pottery, cattle and millet.";
    assert_eq!(lines(text, 24), ["The people of the green", "Sahara take up pottery,", "cattle and millet."]);
    assert_eq!(lines("aaa bb cc ddddd", 6), ["aaa", "bb cc", "ddddd"], "greedy breaking would leave cc alone");
}

#[test]
fn what_belongs_together_stays_on_one_line() {
    for together in [
        "c. 1312",
        "20 June 1960",
        "March 2012",
        "4 Apr 1855",
        "AD 900",
        "900 BC",
        "4.1 million",
        "350 km",
        "p. 2",
        "pp. 2–4",
        "no. 7",
        "c. 10,000 BC",
        "(c. 1312)",
        "c. 900",
    ] {
        let text = format!("It is said that in those years {together}, as others tell it, all of this came to pass.");
        for width in together.chars().count() as u16 + 1..70 {
            let lines = lines(&text, width);
            let whole = lines.iter().any(|line| line.contains(together));
            assert!(whole, "{together} at {width}: {lines:#?}");
        }
    }
}

#[test]
fn a_dash_between_words_does_not_begin_a_line() {
    for width in 14..40 {
        for line in lines("from the late fourteenth century – 1591 and – so they say – beyond", width) {
            assert!(!line.starts_with('–'), "{line} at {width}");
        }
    }
}

#[test]
fn a_word_too_long_for_the_line_is_cut_at_letters() {
    assert_eq!(lines("Ouossébougou", 5), ["Ouoss", "éboug", "ou"]);
    let family = "👩‍👩‍👧";
    assert_eq!(lines(&family.repeat(2), 2), [family, family], "a cluster is one letter");
}

#[test]
fn empty_texts_and_the_narrowest_width_have_lines_too() {
    assert_eq!(lines("", 10), [""]);
    assert_eq!(lines("", 0), [""]);
    assert_eq!(lines("abc", 0), ["ab", "c"], "no pane is narrower than two columns, as wide letters are");
    assert!(Layout::new(&[], measure(10)).lines.is_empty());
    assert_eq!(Layout::new(&[], measure(10)).anchor_at(3), Anchor::default());
}

/// A statement and its footnotes, alone in a passage.
fn cited(text: &str, notes: &[u32]) -> Block {
    let id = pack().statements().next().expect("a statement");
    let range = 0..text.len() as u32;
    Block { sentences: vec![Sentence { range, id, notes: notes.to_vec() }], ..passage(text) }
}

#[test]
fn footnote_numbers_stay_with_their_word() {
    let blocks = [cited("They took the city and most of what was in it by surprise.", &[118, 7])];
    for width in 20..60 {
        for glyphs in [Glyphs::All, Glyphs::Ascii] {
            let layout = Layout::new(&blocks, Measure { width, glyphs });
            let last = layout.lines.last().map(|line| line.text(&blocks)).unwrap_or_default();
            let wanted = if glyphs.is_ascii() { "surprise.[118][7]" } else { "surprise.¹¹⁸ ⁷" };
            assert!(last.ends_with(wanted), "{last:?} at {width}");
        }
    }
}

#[test]
fn footnote_numbers_are_never_lost_where_there_is_no_room_beside_the_word() {
    let blocks = [cited("Ouossébougou", &[101, 102, 103, 104])];
    for width in 1..40 {
        check(&blocks, measure(width)).unwrap_or_else(|e| panic!("at {width}: {e}"));
    }
}

#[test]
fn labels_stand_beside_their_text_or_above_it() {
    let entry = |label: &str| Block { shape: Shape::Entry { label: label.into() }, ..passage("a b") };
    let rows = |label: &str, width: u16| {
        let blocks = [entry(label)];
        let layout = Layout::new(&blocks, measure(width));
        layout.lines.iter().map(|line| line.text(&blocks)).collect::<Vec<_>>()
    };
    assert_eq!(rows("1312", 60), ["1312           a b"]);
    assert_eq!(rows("26 March 1991 – 8 June 1992", 60), ["26 March 1991 – 8 June 1992", "a b"]);
    assert_eq!(rows("1312", 20), ["1312", "a b"]);
}

#[test]
fn gaps_part_blocks_and_none_follows_the_last() {
    let block = |text: &str, gap| Block { gap, ..passage(text) };
    let blocks = [block("a", true), block("b", false), block("c", true)];
    let layout = Layout::new(&blocks, measure(10));
    let rows: Vec<String> = layout.lines.iter().map(|line| line.text(&blocks)).collect();
    assert_eq!(rows, ["a", "", "b", "c"]);
}

#[test]
fn the_top_of_a_pane_is_its_anchor_or_as_near_as_the_end_allows() {
    let blocks = [passage("a b c d e f g h")];
    let layout = Layout::new(&blocks, measure(2));
    let anchor = |line| layout.anchor_at(line);
    assert_eq!((layout.top(anchor(3), 4), layout.top(anchor(7), 4), layout.top(anchor(0), 40)), (3, 4, 0));
    assert_eq!((layout.last_top(4), layout.last_top(0), layout.last_top(99)), (4, 7, 0));
}

#[test]
fn a_text_that_is_cut_says_so() {
    for (text, columns, shown) in [
        ("Timbuktu", 8, "Timbuktu"),
        ("Timbuktu", 7, "Timbuk…"),
        ("Timbuktu", 1, "…"),
        ("Timbuktu", 0, ""),
        ("", 0, ""),
        ("東京都", 5, "東京…"),
        ("東京都", 4, "東…"),
    ] {
        assert_eq!(cut(text, columns), shown, "{text} at {columns}");
    }
}

#[test]
fn note_marks_are_superscript_digits_or_brackets() {
    assert_eq!(
        (note_mark(&[7, 120], Glyphs::All), note_mark(&[7, 120], Glyphs::Ascii), note_mark(&[], Glyphs::Ascii)),
        ("⁷ ¹²⁰".into(), "[7][120]".into(), String::new())
    );
}

/// Words as they come in prose, with dates, long names, accents, wide letters and marks that combine.
fn word() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => "[a-zA-Zé]{1,12}[,.;]?",
        1 => "[0-9]{1,4}",
        1 => "c\\.|June|AD|BC|–|p\\.|million",
        1 => "[a-z]{20,40}",
        1 => "[ɲŋɛɔßœ]{1,6}",
        1 => "(e\u{301}){1,3}",
    ]
}

/// A block of any shape, with links and emphasis on whole words, and statements with footnotes.
fn block() -> impl Strategy<Value = Block> {
    let shapes = prop_oneof![
        Just(Shape::Passage),
        Just(Shape::Title),
        Just(Shape::Heading),
        Just(Shape::Plate),
        Just(Shape::Quiet),
        "[a-z0-9 –]{0,30}".prop_map(|label| Shape::Entry { label: label.trim().into() }),
    ];
    let statement = (
        prop::collection::vec(word(), 1..12),
        prop::collection::vec(1u32..400, 0..4),
        0usize..12,
        0usize..4,
        any::<bool>(),
    );
    (shapes, prop::collection::vec(statement, 0..5), any::<bool>()).prop_map(|(shape, statements, gap)| {
        let (entity, id) = IDS.with(|ids| *ids);
        let mut block = Block { shape, gap, ..passage("") };
        for (words, notes, linked, count, emphasis) in statements {
            if !block.text.is_empty() {
                block.text.push(' ');
            }
            let start = block.text.len();
            let ends = |words: &[String]| start + words.join(" ").len();
            if count > 0 && linked + count <= words.len() {
                let from = if linked == 0 { start } else { ends(&words[..linked]) + 1 };
                let range = from as u32..ends(&words[..linked + count]) as u32;
                let what = if emphasis { MarkKind::Emphasis } else { MarkKind::Link(Goal::entity(entity)) };
                block.marks.push(Mark { range, what });
            }
            block.text.push_str(&words.join(" "));
            block.sentences.push(Sentence { range: start as u32..block.text.len() as u32, id, notes });
        }
        block
    })
}

thread_local! {
    /// Ids are made by packs alone.
    static IDS: (griot_pack::pack::EntityId, StatementId) = {
        let pack = pack();
        (pack.entities().next().expect("an entity"), pack.statements().next().expect("a statement"))
    };
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_keeps_its_words_anchors_and_links(blocks in prop::collection::vec(block(), 1..5), width in 1u16..110, glyphs in prop::sample::select(vec![Glyphs::All, Glyphs::Ascii])) {
        check(&blocks, Measure { width, glyphs })?;
    }

    #[test]
    fn an_anchor_stays_in_sight_through_any_change_of_width(blocks in prop::collection::vec(block(), 1..5), widths in (2u16..100, 2u16..100), line in 0usize..60) {
        let (wide, narrow) = (Layout::new(&blocks, measure(widths.0)), Layout::new(&blocks, measure(widths.1)));
        let anchor = wide.anchor_at(line.min(wide.lines.len() - 1));
        prop_assert_eq!(wide.anchor_at(wide.line_at(anchor)), anchor);
        let there = narrow.line_at(anchor);
        prop_assert!(narrow.lines[there].start <= anchor);
        prop_assert!(narrow.lines.get(there + 1).is_none_or(|next| next.start > anchor));
    }

    #[test]
    fn nothing_that_is_cut_is_too_wide(text in "\\PC{0,40}", columns in 0usize..50) {
        prop_assert!(width(&cut(&text, columns)) <= columns);
    }
}

#[test]
fn a_part_of_a_page_is_what_the_whole_page_shows_there() {
    let pack = griot::built_in::pack().expect("the built-in pack");
    for era in pack.eras() {
        let blocks = page::blocks(&pack, PageOf::Era(era), None);
        for (width, above, below) in [(24, 0, 5), (57, 45, 30), (72, 3, 60)] {
            let measure = Measure { width, glyphs: Glyphs::All };
            let whole = Layout::new(&blocks, measure);
            // There and back in great and small steps, so that what is laid out grows at both ends and is given up.
            let count = whole.lines.len();
            let mut part = Layout::empty(measure);
            for line in (0..count).step_by(40).chain((0..count).rev().step_by(7)).chain((0..count).step_by(151)) {
                let at = whole.anchor_at(line);
                part.reach(&blocks, at, above, below);
                let wanted = line.saturating_sub(above)..(line + below).min(count);
                let (here, there) = (part.line_at(at), line - wanted.start);
                let lines = &part.lines[here - there..here - there + wanted.len()];
                assert_eq!(
                    told(&part, lines, &blocks),
                    told(&whole, &whole.lines[wanted], &blocks),
                    "{era:?}, {line}, {width}"
                );
                assert!(part.begins() == (part.lines[0].start == whole.lines[0].start) && part.holds(at));
                assert_eq!(part.ends(), part.lines.last() == whole.lines.last());
                for link in &part.links {
                    let same = &whole.links[whole.link_from(link.at).unwrap()];
                    let texts = |layout: &Layout, link: &Link| -> Vec<String> {
                        link.pieces.iter().map(|piece| layout.lines[piece.line].text(&blocks)).collect()
                    };
                    assert_eq!((link.goal, texts(&part, link)), (same.goal, texts(&whole, same)));
                }
            }
        }
    }
}

/// Lines with their links by where these begin, which is the same in every part of a page.
fn told(layout: &Layout, lines: &[Line], blocks: &[Block]) -> Vec<(Anchor, String, Vec<Anchor>)> {
    let links = |line: &Line| line.runs.iter().filter_map(|run| Some(layout.links[run.link? as usize].at)).collect();
    lines.iter().map(|line| (line.start, line.text(&blocks), links(line))).collect()
}

#[test]
fn a_block_that_is_made_when_it_is_looked_at_is_the_one_that_was_made_with_all() {
    let pack = std::sync::Arc::new(pack());
    for era in pack.eras() {
        let all = page::blocks(&pack, PageOf::Era(era), None);
        let page = Page::new(&pack, PageOf::Era(era), None);
        assert_eq!(page.blocks.count(), all.len());
        // From the middle outwards, so that none is made in the order of the page.
        let middle = all.len() / 2;
        for at in (middle..all.len()).chain((0..middle).rev()) {
            assert_eq!(page.blocks.block(at), &all[at], "{era:?}, {at}");
        }
        let fresh = Page::new(&pack, PageOf::Era(era), None);
        for id in pack.statements_in(era) {
            let there = fresh.anchor_of(id).unwrap();
            assert_eq!(fresh.statement_at(there), Some(id));
            assert_eq!(fresh.statement_near(there), Some(id));
        }
        assert_eq!(fresh.anchor_of(pack.statements().find(|id| pack.era_of(*id) != era).unwrap()), None);
    }
}
