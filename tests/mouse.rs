//! The mouse: what is dragged, and that a press without a move is a click as ever.
#![allow(clippy::unwrap_used, clippy::panic, clippy::allow_attributes, reason = "tests fail by panicking")]

mod common;

use common::Harness;
use griot::tui::action::{Action, Button, Effect};
use griot::tui::app::App;
use griot::tui::overlays::Overlay;
use griot::tui::reader::Selection;
use griot::tui::screens::Screen;
use griot_pack::glyphs::Glyphs;

const fn press(column: u16, row: u16) -> Action {
    Action::Press { column, row }
}

const fn drag(column: u16, row: u16) -> Action {
    Action::Drag { column, row }
}

const fn release(column: u16, row: u16) -> Action {
    Action::Release { column, row }
}

/// The cell of the screen at which the words begin.
fn cell(at: &Harness, words: &str) -> (u16, u16) {
    let frame = at.frame();
    let found = frame.lines().enumerate().find_map(|(row, line)| Some((row, line.find(words)?, line)));
    let (row, byte, line) = found.unwrap_or_else(|| panic!("{words} is not in sight:\n{frame}"));
    (griot_history::text::width(&line[..byte]) as u16, row as u16)
}

/// Drags from the beginning of some words to the beginning of others.
fn dragged(at: Harness, from: &str, to: &str) -> Harness {
    let ((x, y), (to_x, to_y)) = (cell(&at, from), cell(&at, to));
    at.act(press(x, y)).act(drag(to_x, to_y))
}

fn copied(at: &Harness) -> &str {
    match &at.effect {
        Effect::Copy(text) => text,
        other => panic!("{other:?} copies nothing"),
    }
}

fn message(app: &App) -> &str {
    app.shared.message.as_deref().unwrap_or_default()
}

/// How many cells are shown in reverse in the pane of the text.
fn reversed(at: &Harness) -> usize {
    let text = at.app.shared.regions().unwrap().text;
    let buffer = at.buffer();
    let is = |x: u16, y: u16| buffer[(x, y)].modifier.contains(ratatui::style::Modifier::REVERSED);
    (text.y..text.bottom()).map(|y| (text.x..text.right()).filter(|x| is(*x, y)).count()).sum()
}

/// The first statement of the text, and the summary of its era.
fn first_words(app: &App) -> (String, String) {
    let pack = &app.shared.pack;
    let statement = pack.statements_of(pack.passages_in(pack.first_era()).next().unwrap()).next().unwrap();
    (pack[statement].text.to_string(), pack[pack.first_era()].summary.to_string())
}

#[test]
fn a_drag_over_the_text_selects_whole_words_and_copies_running_text() {
    let at = Harness::new(120, 40);
    let (statement, summary) = first_words(&at.app);
    let text = at.app.shared.regions().unwrap().text;
    // From the middle of a word in the second line of the summary to below the first statement.
    let row = cell(&at, summary.split(' ').next().unwrap()).1 + 1;
    let at = at.act(press(text.x + 20, row)).act(drag(text.x + 30, row)).act(drag(text.x + 40, text.bottom() - 4));
    assert!(reversed(&at) > 400, "{}", at.inked());
    let at = at.act(release(text.x + 40, text.bottom() - 4));
    let text = copied(&at);
    let words = text.split_whitespace().count();
    assert_eq!(message(&at.app), format!("copied {words} words · Shift-drag is the terminal’s own selection"));
    let blocks: Vec<&str> = text.split("\n\n").collect();
    assert!(summary.ends_with(blocks[0]) && summary.contains(&format!(" {}", blocks[0])), "{text}");
    assert!(blocks.len() > 2 && blocks[2].starts_with(&statement), "{text}");
    assert!(blocks.iter().all(|block| !block.contains('\n') && !block.trim().is_empty()), "{text}");
    assert!(!text.contains(['⁰', '¹', '²', '³', '⁴', '⁵', '│', '▎']), "{text}");
    assert!(reversed(&at) > 400, "what was copied stays in sight");
}

#[test]
fn a_drag_within_one_word_copies_it_and_the_way_back_is_the_same_words() {
    let at = Harness::new(80, 24);
    let summary = first_words(&at.app).1;
    let words: Vec<&str> = summary.split(' ').collect();
    let second = cell(&at, &words[..2].join(" ")).0 + words[0].len() as u16 + 1;
    let row = cell(&at, &words[..2].join(" ")).1;
    let (first, end) = (at.app.shared.regions().unwrap().text.x, second + words[1].len() as u16 - 1);
    let at = at.act(press(second, row)).act(drag(end, row)).act(release(end, row));
    assert_eq!(copied(&at), words[1]);
    assert!(message(&at.app).starts_with("copied 1 word ·"), "{}", message(&at.app));
    let there = at.act(press(first, row)).act(drag(end, row)).act(release(end, row));
    let there = copied(&there).to_owned();
    let back = Harness::new(80, 24).act(press(end, row)).act(drag(first, row)).act(release(first, row));
    assert_eq!((copied(&back), there.as_str()), (words[..2].join(" ").as_str(), copied(&back)));
}

#[test]
fn a_press_without_a_move_is_a_click() {
    let at = Harness::new(120, 40).keys("Tab");
    let piece = at.app.shared.reader.focused_pieces()[0];
    let text = at.app.shared.regions().unwrap().text;
    let (x, y) = (text.x + piece.column, text.y + (piece.line - at.app.shared.reader.top_line()) as u16);
    let clicked = Harness::new(120, 40).act(Action::Click { column: x, row: y, button: Button::Left });
    // Nothing happens before the button is let go: it may become a drag.
    let pressed = Harness::new(120, 40).act(press(x, y));
    assert_eq!(pressed.frame(), Harness::new(120, 40).frame());
    let pressed = pressed.act(drag(x, y)).act(release(x, y));
    assert_eq!(pressed.inked(), clicked.inked());
    assert_eq!(pressed.app.shared.history.back.len(), 1, "the link was opened once");
    assert_eq!(pressed.effect, Effect::None);
}

#[test]
fn what_cannot_be_dragged_is_clicked_at_once_and_its_release_is_nothing() {
    let at = Harness::new(120, 40);
    let (x, y) = cell(&at, "Timeline");
    let at = at.act(press(x, y));
    assert_eq!(at.app.shared.screen, Screen::Timeline);
    let before = at.inked();
    let at = at.act(drag(x + 9, y + 9)).act(release(x + 9, y + 9));
    assert_eq!(at.inked(), before);
}

#[test]
fn a_selection_lasts_through_sizes_and_ends_with_escape_a_click_or_a_key() {
    let drawn = || dragged(Harness::new(120, 40).keys("Space"), "the", "of").act(release(0, 0));
    let at = drawn();
    let selected = at.app.shared.reader.selected;
    assert!(selected.is_some_and(|it: Selection| !it.by_keys));
    let before = at.inked();
    let size = |width, height| Action::Resize(ratatui::layout::Size { width, height });
    let at = at.act(size(40, 12)).act(size(300, 7)).act(size(1, 1)).act(size(120, 40));
    assert_eq!(at.app.shared.reader.selected, selected);
    assert_eq!(at.inked(), before);
    let page = at.app.shared.reader.page.of;
    let at = at.keys("Esc");
    assert_eq!((at.app.shared.reader.selected, at.app.shared.reader.page.of), (None, page));
    for keys in ["j", "Space", "G", "}", "t", "/", "Tab"] {
        assert_eq!(drawn().keys(keys).app.shared.reader.selected, None, "{keys}");
    }
    for button in [Button::Left, Button::Right] {
        assert_eq!(drawn().act(Action::Click { column: 1, row: 39, button }).app.shared.reader.selected, None);
    }
    assert_eq!(drawn().act(press(60, 30)).app.shared.reader.selected, None);
    assert_eq!(drawn().act(Action::Wheel { column: 60, row: 30, lines: 3 }).app.shared.reader.selected, selected);
    let again = drawn().keys("y");
    assert_eq!((copied(&again), again.app.shared.reader.selected), (copied(&drawn()), None));
}

#[test]
fn beyond_the_edges_the_text_scrolls_a_line() {
    let at = Harness::new(80, 24);
    let text = at.app.shared.regions().unwrap().text;
    let at = at.act(press(text.x, text.y + 4));
    let below = |at: Harness| at.act(drag(text.x + 20, text.bottom()));
    let at = below(at);
    assert_eq!(at.app.shared.reader.top_line(), 1);
    let at = below(below(at));
    assert_eq!(at.app.shared.reader.top_line(), 3);
    let at = at.act(drag(text.x, text.y - 1)).act(drag(text.x, 0));
    assert_eq!(at.app.shared.reader.top_line(), 1);
    let at = at.act(Action::Wheel { column: 40, row: 12, lines: 3 }).act(drag(text.x + 3, text.y));
    assert_eq!(at.app.shared.reader.top_line(), 4, "the wheel turns while words are drawn");
    assert!(matches!(at.act(release(text.x + 3, text.y)).effect, Effect::Copy(_)));
}

#[test]
fn on_another_page_nothing_is_selected_and_reports_from_outside_are_nothing() {
    let at = Harness::new(80, 24).act(press(30, 10)).keys("2").act(drag(40, 12)).act(release(40, 12));
    assert_eq!((at.app.shared.reader.selected, at.effect), (None, Effect::None));
    let at = Harness::new(80, 24).act(press(999, 999)).act(drag(998, 3)).act(release(65_535, 65_535));
    assert_eq!(at.frame(), Harness::new(80, 24).frame());
    let at = Harness::new(80, 24).act(press(30, 10)).act(drag(65_535, 65_535)).act(release(65_535, 65_535));
    assert!(matches!(at.effect, Effect::Copy(_)));
}

#[test]
fn an_entry_brings_its_label_and_long_stretches_say_that_they_are_cut() {
    let at = Harness::new(120, 40).keys("/ kirina Enter");
    let text = at.app.shared.regions().unwrap().text;
    let at = at.act(press(text.x, text.y)).act(drag(text.right(), text.bottom() - 1)).act(release(0, 0));
    assert!(copied(&at).contains(": "), "{}", copied(&at));
    let mut at = Harness::new(80, 24).act(press(30, 8));
    for _ in 0..200 {
        at = at.act(drag(60, 23));
    }
    let at = at.act(release(60, 23));
    assert!(copied(&at).len() <= 4096 && message(&at.app).contains("cut at 4 KiB"), "{}", message(&at.app));
}

/// The columns of the sidebar.
fn sidebar(at: &Harness) -> u16 {
    at.app.shared.regions().unwrap().sidebar.unwrap().width
}

#[test]
fn the_rule_beside_the_sidebar_is_dragged_within_bounds() {
    for (width, height, widest) in [(120, 40, 44), (80, 24, 44), (72, 20, 38)] {
        let at = Harness::new(width, height);
        let (separator, top) = (at.app.shared.regions().unwrap().separator.unwrap().x, at.app.shared.reader.top);
        let at = at.act(press(separator, 9)).act(drag(26, 9)).act(drag(25, 3)).act(release(25, 3));
        assert_eq!((sidebar(&at), message(&at.app)), (25, "sidebar 25 columns wide"));
        assert_eq!(at.app.shared.regions().unwrap().separator.unwrap().x, 25, "the rule lies under the pointer");
        let at = at.act(press(25, 9)).act(drag(0, 9));
        assert_eq!(sidebar(&at), 16);
        let at = at.act(drag(width - 1, 9)).act(release(width - 1, 9));
        assert_eq!(sidebar(&at), widest);
        assert!(at.app.shared.regions().unwrap().text.width >= 30, "{}", at.frame());
        assert_eq!(at.app.shared.reader.top, top);
        let still = Harness::new(width, height).act(press(separator, 9)).act(release(separator, 9));
        assert_eq!(still.inked(), Harness::new(width, height).inked());
    }
}

#[test]
fn keys_make_the_sidebar_wider_and_narrower() {
    let at = Harness::new(120, 40).keys("> >");
    assert_eq!((sidebar(&at), message(&at.app)), (34, "sidebar 34 columns wide"));
    let at = at.keys("> > > > > > > > > > > < h <");
    assert_eq!(sidebar(&at), 40, "a step back from the widest is felt at once, in the sidebar as well");
    let size = |width, height| Action::Resize(ratatui::layout::Size { width, height });
    let at = at.act(size(72, 20)).act(size(120, 40));
    assert_eq!(sidebar(&at), 40, "a small screen takes nothing for good");
    assert_eq!(message(&Harness::new(60, 20).keys(">").app), "no room for a sidebar beside the text");
    let alone = Harness::new(120, 40).keys("z <");
    assert_eq!((message(&alone.app), alone.app.shared.settings.sidebar), ("z brings the panes back", None));
}

#[test]
fn the_keys_in_the_header_are_clicked() {
    for (width, said, shown) in
        [(120, "/ search", "Search"), (120, ": commands", "Commands"), (120, "? help", "Help"), (80, "? help", "Help")]
    {
        let at = Harness::new(width, 30);
        let (x, y) = cell(&at, said);
        for column in [x, x + said.len() as u16 - 1] {
            let at = Harness::new(width, 30).act(press(column, y)).act(release(column, y));
            assert!(at.frame().contains(&format!("╭─ {shown} ")), "{said}:\n{}", at.frame());
        }
        for column in [x - 1, x + said.len() as u16] {
            let at = Harness::new(width, 30).act(press(column, y)).act(release(column, y));
            assert!(at.app.overlay.is_none(), "{column} is beside {said}");
        }
    }
}

#[test]
fn the_axis_goes_with_the_pointer_and_a_press_alone_goes_to_the_date() {
    let at = Harness::new(120, 40).keys("5 t + + +");
    let places = at.app.views.timeline.drawn.places;
    let (x, y) = (places.axis.x + 50, places.axis.y);
    let middle = |at: &Harness| at.app.views.timeline.drawn.scale.as_ref().unwrap().middle(50);
    let column = |at: &Harness, time: f64| at.app.views.timeline.drawn.scale.as_ref().unwrap().nearest_column(time);
    let (time, window, chosen) = (middle(&at), at.app.views.timeline.window, at.app.views.timeline.list.chosen);
    let at = at.act(press(x, y)).act(drag(x + 10, y)).act(drag(x + 20, y + 3));
    assert!(column(&at, time).abs_diff(70) <= 6, "{} columns off", column(&at, time).abs_diff(70));
    let back = at.act(drag(x, y)).act(release(x, y));
    assert!(back.app.views.timeline.window.unwrap().from - window.unwrap().from < 0.01);
    assert_eq!(back.app.views.timeline.list.chosen, chosen, "a drag chooses nothing");
    let all = Harness::new(120, 40).keys("t").act(press(x, y)).act(drag(x + 9, y)).act(release(x + 9, y));
    assert_eq!((message(&all.app), all.app.views.timeline.window), ("all of it is in sight; + zooms in", None));
    let clicked = Harness::new(120, 40).keys("t").act(press(x, y)).act(release(x, y));
    let click = Harness::new(120, 40).keys("t").act(Action::Click { column: x, row: y, button: Button::Left });
    assert_eq!(clicked.inked(), click.inked());
    assert_ne!(clicked.inked(), Harness::new(120, 40).keys("t").inked());
}

#[test]
fn along_the_ribbon_the_text_goes_with_the_pointer_and_one_step_leads_back() {
    for row in 0..4 {
        let at = Harness::new(120, 40);
        let ribbon = at.app.shared.regions().unwrap().ribbon.unwrap();
        let y = ribbon.y + row;
        let current =
            |at: &Harness| at.app.shared.reader.statement().map(|id| at.app.shared.pack[id].when.unwrap().first());
        let at = at.act(press(10, y)).act(drag(60, y));
        let middle = current(&at);
        let at = at.act(drag(90, 1)).act(drag(115, 39));
        assert!(current(&at) > middle, "{row}");
        let at = at.act(drag(70, y)).act(release(70, y));
        assert_eq!(at.app.shared.history.back.len(), 1);
        let at = at.keys("H");
        assert_eq!(at.frame(), Harness::new(120, 40).frame());
        let click = at.act(Action::Click { column: 70, row: y, button: Button::Left }).inked();
        assert_eq!(Harness::new(120, 40).act(press(70, y)).act(release(70, y)).inked(), click);
    }
}

#[test]
fn a_right_click_on_the_number_of_a_footnote_peeks_at_it() {
    let settings = |glyphs| griot::tui::settings::Settings { glyphs, ..griot::tui::settings::Settings::default() };
    for (width, height, glyphs) in [(120, 40, Glyphs::All), (80, 24, Glyphs::All), (80, 24, Glyphs::Ascii)] {
        let focused = Harness::with(width, height, settings(glyphs)).keys("c c");
        let note = focused.app.shared.reader.note;
        let number = focused.app.shared.reader.focused_note(&focused.app.shared.pack).unwrap().number();
        let at = focused.keys("Esc");
        let (reader, text) = (&at.app.shared.reader, at.app.shared.regions().unwrap().text);
        let mut cells = reader.window().flat_map(|line| (0..text.width).map(move |column| (line, column)));
        let wanted = note.map(|(statement, _)| (statement, number));
        let (line, column) = cells.find(|cell| reader.layout.note_at(cell.0, cell.1) == wanted).unwrap();
        let (column, row) = (text.x + column, text.y + (line - reader.top_line()) as u16);
        let peeked = at.act(Action::Click { column, row, button: Button::Right });
        assert_eq!(peeked.app.shared.reader.note, note);
        let beside = peeked.app.shared.regions().unwrap().card.is_some();
        assert!(beside || matches!(peeked.app.overlay, Some(Overlay::Peek { .. })));
        let left = peeked.keys("Esc Esc").act(Action::Click { column, row, button: Button::Left });
        assert_eq!((left.app.shared.reader.note, left.app.shared.reader.current), (None, note.map(|it| it.0)));
    }
}
