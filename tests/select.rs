//! Selecting words by keys.
#![allow(clippy::unwrap_used, clippy::panic, clippy::allow_attributes, reason = "tests fail by panicking")]

mod common;

use common::Harness;
use griot::tui::action::{Action, Context, Effect};
use griot::tui::screens::Screen;
use griot::tui::views::read::Pane;

fn copied(at: &Harness) -> &str {
    match &at.effect {
        Effect::Copy(text) => text,
        other => panic!("{other:?} copies nothing"),
    }
}

/// The words of the statement under the eye.
fn words(at: &Harness) -> Vec<String> {
    let statement = at.app.shared.reader.statement().unwrap();
    at.app.shared.pack[statement].text.split(' ').map(str::to_owned).collect()
}

#[test]
fn selecting_begins_at_the_statement_under_the_eye_and_goes_by_words() {
    let at = Harness::new(120, 40).keys(") )");
    let words = words(&at);
    let (two, one) = (at.keys("v l y"), words[..1].join(" "));
    assert_eq!(copied(&two), words[..2].join(" "));
    assert_eq!(two.app.shared.message.as_deref(), Some("copied 2 words"));
    assert_eq!((two.app.context(), two.app.shared.reader.selected), (Context::View(Screen::Read), None));
    assert_eq!(copied(&two.keys("v y")), one);
    let back = Harness::new(120, 40).keys(") ) v l l Left h h Right l y");
    assert_eq!(copied(&back), words[..2].join(" "));
}

#[test]
fn while_words_are_selected_the_smallest_screen_tells_the_way_on_and_out() {
    let frame = Harness::new(40, 12).keys("v").frame();
    let hints = frame.lines().nth(11).unwrap_or_default();
    assert!(hints.contains("y copy") && hints.contains("Esc end") && hints.contains("h l word"), "{frame}");
}

#[test]
fn lines_take_more_and_give_it_back() {
    let at = Harness::new(80, 24).keys("2 ) v");
    let first = at.app.shared.reader.selected;
    let cursor = |at: &Harness| griot::tui::frame::paint(&at.app, &mut at.buffer()).unwrap();
    let before = cursor(&at);
    let at = at.keys("j");
    assert!(cursor(&at).y > before.y);
    let two = at.keys("j Down");
    assert!(two.app.shared.reader.selected != first && cursor(&two).y > before.y + 1);
    let copied = copied(&two.keys("y")).to_owned();
    assert!(copied.split_whitespace().count() > 10, "{copied}");
    let up = Harness::new(80, 24).keys("2 ) v j j k Up Up Up Up");
    assert!(up.app.shared.reader.selected.unwrap().end < up.app.shared.reader.selected.unwrap().fixed);
}

#[test]
fn the_end_stays_in_sight_all_through_the_page_and_stops_at_its_ends() {
    let mut at = Harness::new(60, 12).keys("v");
    for key in ["j", "l", "k", "h"] {
        for _ in 0..1200 {
            at = at.keys(key);
            let place = at.app.shared.reader.selecting_at().unwrap();
            assert!(at.app.shared.reader.window().contains(&place.line), "{key}:\n{}", at.frame());
        }
        if key == "j" {
            assert_eq!(at.app.shared.message.as_deref(), Some("this is the last word"));
        }
    }
    let at = at.keys("k k k k k k k k k k k k k k k k k k k k k");
    assert_eq!(at.app.shared.message.as_deref(), Some("this is the first word"));
}

#[test]
fn escape_ends_it_help_does_not_and_the_text_has_its_keys_back() {
    for ends in ["Esc", "q", "v"] {
        let at = Harness::new(100, 30).keys("v l").keys(ends);
        assert_eq!(
            (at.app.context(), at.app.shared.reader.selected, at.effect),
            (Context::View(Screen::Read), None, Effect::None),
            "{ends}"
        );
    }
    let at = Harness::new(100, 30).keys("h v l");
    assert_eq!(at.app.views.read.pane, Pane::Text);
    let selected = at.app.shared.reader.selected;
    let at = at.keys("?");
    assert!(at.frame().contains("copy what is selected"), "{}", at.frame());
    let at = at.keys("Esc");
    assert_eq!((at.app.context(), at.app.shared.reader.selected), (Context::Select, selected));
    assert!(at.frame().lines().last().unwrap().contains("h l word   j k line   y copy   Esc end"), "{}", at.frame());
    // The help runs what it shows, with the words still selected.
    assert!(matches!(at.keys("? copy Space what Enter").effect, Effect::Copy(_)));
    let alone = Harness::new(100, 30).act(Action::CursorWord(1));
    assert_eq!(alone.app.shared.message.as_deref(), Some("v begins to select"));
}

#[test]
fn keys_go_on_where_the_mouse_has_left_off() {
    let at = Harness::new(80, 24);
    let text = at.app.shared.regions().unwrap().text;
    let (y, x) = (text.y + 3, text.x);
    let at = at.act(Action::Press { column: x, row: y }).act(Action::Drag { column: x + 12, row: y });
    let at = at.act(Action::Release { column: x + 12, row: y });
    let drawn = copied(&at).to_owned();
    let more = at.keys("v l y");
    assert!(copied(&more).starts_with(&drawn) && copied(&more).len() > drawn.len());
}
