//! What the keys and the mouse do.

use griot::tui::action::{Action, Button, Effect};
use griot::tui::screens::Screen;
use griot_history::chronicle::nearest_dated;
use griot_history::timeline::What;

use crate::common::Harness;

fn chosen(it: &Harness) -> What {
    it.app.views.timeline.chosen().expect("a row").what
}

fn time(it: &Harness) -> f64 {
    it.app.views.timeline.chosen().expect("a row").at
}

#[test]
fn the_place_of_the_text_is_chosen_and_the_text_follows_the_steps() {
    let it = Harness::new(120, 40).keys("5 t");
    let current = nearest_dated(&it.app.shared.pack, it.app.shared.reader.statement().unwrap());
    assert_eq!(Some(chosen(&it)), current.map(What::Statement));
    let past = it.app.shared.history.back.len();
    let it = it.keys(") ) )");
    assert_eq!(it.app.shared.history.back.len(), past, "stepping keeps no way back");
    let What::Statement(statement) = chosen(&it) else { panic!("a statement") };
    let it = it.keys("r");
    assert_eq!(it.app.shared.screen, Screen::Read);
    assert_eq!(it.app.shared.reader.statement(), Some(statement));
    let reader = &it.app.shared.reader;
    let begins = reader.page.anchor_of(statement).map(|at| reader.layout.line_at(at));
    assert!(begins.is_some_and(|line| reader.window().contains(&line)), "it begins in sight\n{}", it.frame());
    // A line may end behind any of its words.
    let words: Vec<&str> = it.app.shared.pack[statement].text.split(' ').take(3).collect();
    assert!(words.iter().all(|word| it.frame().contains(word)), "{words:?} is in sight\n{}", it.frame());
}

#[test]
fn back_from_the_timeline_returns_to_the_text_as_it_was() {
    let it = Harness::new(120, 40).keys("3 j j j j j j");
    let before = it.frame();
    let it = it.keys("t ) ) Tab ] r H H");
    assert_eq!(it.frame(), before);
}

#[test]
fn dated_statements_are_stepped_through_in_date_order_without_a_gap() {
    let mut it = Harness::new(80, 24).keys("t g");
    let order = it.app.shared.pack.chronology().to_vec();
    let mut seen = vec![chosen(&it)];
    for _ in 1..order.len() {
        it = it.keys(")");
        assert!(it.app.shared.message.is_none(), "{:?}", it.app.shared.message);
        seen.push(chosen(&it));
    }
    assert_eq!(seen, order.iter().map(|id| What::Statement(*id)).collect::<Vec<_>>());
    let it = it.keys(")");
    assert_eq!(it.app.shared.message.as_deref(), Some("this is the last date"));
}

#[test]
fn tab_goes_from_event_to_event_and_back() {
    let mut it = Harness::new(80, 24).keys("t g");
    let events =
        it.app.shared.pack.entities().filter(|id| it.app.shared.pack[*id].kind == griot_pack::pack::Kind::Event);
    let events = events.filter(|id| it.app.shared.pack[*id].when.is_some()).count();
    let mut passed = 0;
    let mut before = f64::MIN;
    while it.app.shared.message.is_none() {
        it = it.keys("Tab");
        if it.app.shared.message.is_none() {
            assert!(matches!(chosen(&it), What::Event(_)));
            assert!(time(&it) >= before);
            before = time(&it);
            passed += 1;
        }
    }
    assert_eq!(passed, events);
    let last = chosen(&it);
    let it = it.keys("Shift-Tab Tab");
    assert_eq!(chosen(&it), last);
}

#[test]
fn eras_are_stepped_through_without_leaving() {
    let mut it = Harness::new(80, 24).keys("t g");
    for era in it.app.shared.pack.eras().collect::<Vec<_>>().into_iter().skip(1) {
        it = it.keys("]");
        assert_eq!(it.app.shared.screen, Screen::Timeline);
        assert_eq!(it.app.shared.era(), era);
    }
    let it = it.keys("]");
    assert_eq!(it.app.shared.message.as_deref(), Some("this is the last era"));
    let it = it.keys("2");
    assert_eq!((it.app.shared.screen, it.app.shared.era().index()), (Screen::Timeline, 1));
}

#[test]
fn the_filter_narrows_as_it_is_typed_and_escape_brings_all_back() {
    let it = Harness::new(80, 24).keys("t");
    let all = it.app.views.timeline.len();
    let it = it.keys("f c o u p");
    let few = it.app.views.timeline.len();
    assert!(0 < few && few < all);
    let rows: Vec<What> = (0..few).map(|row| it.app.views.timeline.row(row).unwrap().what).collect();
    for what in rows {
        let text = format!("{} {}", what.text(&it.app.shared.pack), what.kind(&it.app.shared.pack));
        let names = what.entity().map(|id| format!("{:?}", it.app.shared.pack[id])).unwrap_or_default();
        assert!(griot_history::search::fold(&format!("{text} {names}")).contains("coup"), "{text}");
    }
    let kept = it.keys("Enter j");
    assert_eq!(kept.app.views.timeline.len(), few);
    let it = kept.keys("Esc");
    assert_eq!(it.app.views.timeline.len(), all);
    let it = it.keys("f x x q x Esc");
    assert_eq!(it.app.views.timeline.len(), all, "leaving the prompt takes the filter away");
}

#[test]
fn a_filter_is_read_as_a_date_too() {
    let it = Harness::new(80, 24).keys("t f 1 5 9 1");
    let wanted = griot_pack::when::When::parse("1591").unwrap();
    assert!(it.app.views.timeline.len() > 3);
    let row = |row: usize| it.app.views.timeline.row(row).unwrap().what.when(&it.app.shared.pack).unwrap();
    assert!((0..it.app.views.timeline.len()).any(|at| row(at).overlaps(&wanted)));
}

#[test]
fn zooming_keeps_the_chosen_row_in_sight_and_0_shows_all() {
    let mut it = Harness::new(120, 40).keys("t ] ] ] Tab");
    let what = chosen(&it);
    for kind in ["story", "log", "true"] {
        for _ in 0..8 {
            it = it.keys("+");
            let at = time(&it);
            assert!(it.app.views.timeline.drawn.scale.as_ref().unwrap().column(at).is_some(), "{kind}");
        }
        assert!(it.app.views.timeline.window.is_some());
        it = it.keys("h h l");
        assert_eq!(chosen(&it), what, "panning chooses nothing");
        it = it.keys("0 x");
        assert!(it.app.views.timeline.window.is_none());
    }
    // Stepping out of the window takes the window along.
    let it = it.keys("+ + + + + + g");
    let at = time(&it);
    assert!(it.app.views.timeline.drawn.scale.as_ref().unwrap().column(at).is_some());
}

#[test]
fn enter_reads_the_row_and_back_returns_to_it() {
    let it = Harness::new(120, 40).keys("t ] ] ] ] Tab Tab");
    let (frame, what) = (it.frame(), chosen(&it));
    let it = it.keys("Enter");
    assert_eq!(it.app.shared.screen, Screen::Read);
    let entity = what.entity().expect("an event");
    assert_eq!(it.app.shared.focused_entity(), Some(entity), "the link to the event has the focus");
    let it = it.keys("H");
    assert_eq!(it.frame(), frame);
}

#[test]
fn a_row_is_copied_with_its_note_and_its_revision() {
    let it = Harness::new(120, 40).keys("5 t ) y");
    let What::Statement(statement) = chosen(&it) else { panic!("a statement") };
    let pack = &it.app.shared.pack;
    let Effect::Copy(text) = &it.effect else { panic!("{:?}", it.effect) };
    assert!(text.starts_with(&pack[statement].when.unwrap().on_screen()), "{text}");
    assert!(text.contains(pack[statement].text.as_str()), "{text}");
    assert!(text.contains(&pack.statement_id(statement)) && text.contains(pack.about.revision.as_str()), "{text}");
    for note in &pack[statement].cites {
        assert!(text.contains(&format!("[{}] ", note.number())), "{text}");
    }
}

#[test]
fn the_event_in_hand_stays_in_hand_through_the_views() {
    let it = Harness::new(120, 40).keys("t ] ] ] ] Tab Tab");
    let what = chosen(&it);
    let it = it.keys("p t");
    assert_eq!(chosen(&it), what);
    let it = it.keys("e t");
    assert_eq!(chosen(&it), what);
}

#[test]
fn a_click_on_the_axis_goes_to_the_nearest_row() {
    let mut it = Harness::new(120, 40).keys("t");
    let axis = it.app.views.timeline.drawn.places.axis;
    for column in axis.left()..axis.right() {
        it = it.act(Action::Click { column, row: axis.y, button: Button::Left });
        let scale = it.app.views.timeline.drawn.scale.as_ref().unwrap();
        let wanted = scale.middle(column - axis.x);
        let nearest = (0..it.app.views.timeline.len())
            .map(|row| (it.app.views.timeline.row(row).unwrap().at - wanted).abs())
            .fold(f64::MAX, f64::min);
        assert!((time(&it) - wanted).abs() <= nearest + 1e-9, "column {column}");
    }
}

#[test]
fn a_click_on_a_row_chooses_it_and_another_reads_it() {
    let it = Harness::new(80, 24).keys("t g");
    let list = it.app.views.timeline.drawn.places.list;
    let click = Action::Click { column: list.x + 9, row: list.y + 3, button: Button::Left };
    let it = it.act(click);
    assert_eq!((it.app.shared.screen, it.app.views.timeline.list.chosen), (Screen::Timeline, 3));
    let it = it.act(click);
    assert_eq!(it.app.shared.screen, Screen::Read);
}

#[test]
fn the_wheel_zooms_over_the_axis_and_walks_over_the_list() {
    let it = Harness::new(120, 40).keys("t g");
    let places = it.app.views.timeline.drawn.places;
    let it = it.act(Action::Wheel { column: places.list.x, row: places.list.y, lines: 3 });
    assert_eq!(it.app.views.timeline.list.chosen, 3);
    let column = places.axis.x + 40;
    let under = it.app.views.timeline.drawn.scale.as_ref().unwrap().middle(40);
    let it = it.act(Action::Wheel { column, row: places.axis.y, lines: -3 });
    let scale = it.app.views.timeline.drawn.scale.as_ref().unwrap();
    assert!(it.app.views.timeline.window.is_some());
    assert!(scale.nearest_column(under).abs_diff(40) <= 3, "the time under the pointer stays there");
}

#[test]
fn a_click_on_a_bar_takes_it_in_hand() {
    let it = Harness::new(120, 40).keys("t v");
    let places = it.app.views.timeline.drawn.places;
    let piece = it.app.views.timeline.drawn.lanes[0].pieces[0].clone();
    let click = |button| Action::Click { column: places.lanes.x + piece.at, row: places.lanes.y, button };
    let it = it.act(click(Button::Left));
    assert_eq!(Some(chosen(&it)), piece.what);
    let it = it.act(click(Button::Right));
    assert_eq!(it.app.shared.screen, Screen::Read);
    let entity = piece.what.and_then(What::entity).unwrap();
    assert_eq!(it.app.shared.reader.page.of, griot_history::text::page::PageOf::Entity(entity));
}

#[test]
fn a_click_on_the_ribbon_goes_to_the_nearest_date() {
    let it = Harness::new(120, 40);
    let ribbon = it.app.shared.regions().unwrap().ribbon.unwrap();
    let column = ribbon.x + 60;
    let wanted = it.app.views.read.ribbon.time_at(column).unwrap();
    let it = it.act(Action::Click { column, row: ribbon.y + 1, button: Button::Left });
    let statement = it.app.shared.reader.current.expect("a statement in hand");
    let at = |id: &griot_pack::pack::StatementId| {
        griot_history::timeline::model::time_of(&it.app.shared.pack[*id].when.unwrap())
    };
    let nearest = it.app.shared.pack.chronology().iter().map(|id| (at(id) - wanted).abs()).fold(f64::MAX, f64::min);
    assert!((at(&statement) - wanted).abs() <= nearest + 1e-9);
    let it = it.act(Action::Click { column: ribbon.right() - 5, row: ribbon.y, button: Button::Left });
    assert_eq!(it.app.shared.era(), it.app.shared.pack.eras().last().unwrap(), "a click on an era opens it");
}

#[test]
fn every_lane_of_a_set_comes_into_sight() {
    for (width, height) in [(120, 40), (80, 24), (60, 20)] {
        for set in ["v", "v v", "v v v"] {
            let mut it = Harness::new(width, height).keys("t").keys(set).keys("g");
            let mut seen = std::collections::BTreeSet::new();
            for _ in 0..it.app.views.timeline.len() {
                let first = it.app.views.timeline.first_lane(&it.app.shared.pack);
                let drawn = &it.app.views.timeline.drawn;
                seen.extend(first..drawn.lanes.len().min(first + usize::from(drawn.places.lanes.height)));
                let on = chosen(&it);
                let lane = drawn.lanes.iter().position(|lane| lane.holds(&it.app.shared.pack, on));
                assert!(lane.is_none_or(|lane| seen.contains(&lane)), "{on:?}");
                it = it.keys("j");
            }
            assert_eq!(seen.len(), it.app.views.timeline.drawn.lanes.len(), "{set} at {width}x{height}");
            let names: Vec<&str> = it.app.views.timeline.drawn.lanes.iter().map(|lane| lane.name.as_str()).collect();
            assert!(!names.iter().any(|name| name.contains('+')), "{set} at {width}x{height}: {names:?}");
        }
    }
}
