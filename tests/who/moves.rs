//! What keys and the mouse do in who’s who.

use super::*;

#[test]
fn the_entity_in_hand_goes_from_view_to_view() {
    let it = Harness::new(120, 40).keys("Tab");
    let focused = it.app.shared.focused_entity().unwrap();
    let it = it.keys("e");
    assert_eq!(it.app.views.who.chosen(), Some(focused), "the focused link is chosen");
    let it = it.keys("j j");
    let chosen = it.app.views.who.chosen().unwrap();
    assert_ne!(chosen, focused);
    let it = it.keys("p");
    assert_eq!((it.app.shared.screen, it.app.shared.selected.entity), (Screen::Map, Some(chosen)));
    let it = it.keys("s t e");
    assert_eq!(it.app.views.who.chosen(), Some(chosen));
    let it = it.keys("Enter");
    assert_eq!((it.app.shared.screen, it.app.shared.reader.page.of), (Screen::Read, PageOf::Entity(chosen)));
    assert_eq!(it.keys("e").app.views.who.chosen(), Some(chosen), "so is the entity of the page");
}

#[test]
fn back_brings_the_very_frame_back() {
    for keys in ["e } j j", "e v l l j", "e f keita Enter j", "e x x G", "e j Tab Tab", "e ( )"] {
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
fn era_keys_go_to_read_that_era_and_steps_in_time_say_where_they_lead() {
    let it = Harness::new(120, 40).keys("e 3");
    assert_eq!((it.app.shared.screen, it.app.shared.era().index()), (Screen::Read, 2));
    let it = Harness::new(120, 40).keys("e )");
    assert_eq!(it.app.shared.screen, Screen::Who);
    assert!(it.app.shared.message.is_some_and(|said| said.contains("¶ 1.")));
    assert_eq!(Harness::new(120, 40).keys("e ]").app.shared.screen, Screen::Read);
}

#[test]
fn the_same_frame_comes_back_after_other_sizes() {
    for keys in ["e j j", "e G", "e v l j j", "e j Tab Tab", "e f keita Enter j", "e x x G k k"] {
        for (width, height) in [(120, 40), (80, 24), (40, 12)] {
            let it = Harness::new(width, height).keys(keys);
            let before = it.inked();
            assert_eq!(it.after_other_sizes().inked(), before, "{keys} at {width}x{height}");
        }
    }
}

#[test]
fn a_click_chooses_and_a_second_click_opens() {
    let it = Harness::new(120, 40).keys("e").click(10, 8);
    let chosen = it.app.views.who.chosen().unwrap();
    assert!(it.frame().lines().nth(8).unwrap().starts_with('▌'), "{}", it.frame());
    let it = it.click(10, 8);
    assert_eq!(it.app.shared.reader.page.of, PageOf::Entity(chosen));
    let headings = Harness::new(120, 40).keys("e").click(3, 4);
    assert_eq!(headings.app.shared.screen, Screen::Who, "a heading is no row");
    let wheel = Harness::new(120, 40).keys("e").act(griot::tui::action::Action::Wheel { column: 9, row: 9, lines: 3 });
    assert_eq!(wheel.app.views.who.list.chosen, 4);
}

#[test]
fn a_link_of_the_card_is_reached_and_opened() {
    let it = Harness::new(120, 40).keys("e f ibrahim Enter Tab");
    assert!(it.app.views.who.in_detail);
    let target = it.app.views.who.detail.goal().and_then(griot_history::text::Goal::target).unwrap();
    let it = it.keys("Enter");
    assert!(
        matches!(target, griot_pack::pack::Target::Entity(id) if it.app.shared.reader.page.of == PageOf::Entity(id))
    );
    let it = Harness::new(120, 40).keys("e Tab Shift-Tab");
    assert!(!it.app.views.who.in_detail, "before the first link the list has the keys again");
    let it = Harness::new(40, 12).keys("e l");
    assert!(it.app.views.who.in_detail && !it.keys("Esc").app.views.who.in_detail);
}

#[test]
fn escape_takes_the_filter_away_and_enter_keeps_it() {
    let it = Harness::new(120, 40).keys("e f keita Enter");
    assert!(it.app.overlay.is_none() && it.app.shared.filter == "keita");
    let few = shown(&it.app).len();
    let it = it.keys("Esc");
    assert!(it.app.shared.filter.is_empty() && shown(&it.app).len() > few);
    let none = Harness::new(80, 24).keys("e f qqqq");
    assert!(none.frame().contains("nothing matches “qqqq”"), "{}", none.frame());
}

#[test]
fn kinds_and_times_narrow_the_list() {
    let kind = Harness::new(120, 40).keys("e f @event");
    let pack = &kind.app.shared.pack;
    assert!(shown(&kind.app).iter().all(|id| pack[*id].kind == Kind::Event));
    assert_eq!(shown(&kind.app).len(), pack.entities().filter(|id| pack[*id].kind == Kind::Event).count());
    let year = Harness::new(120, 40).keys("e f 1591");
    let when = griot_pack::when::When::parse("1591").unwrap();
    let pack = &year.app.shared.pack;
    assert!(!shown(&year.app).is_empty());
    for id in shown(&year.app) {
        let row = who::row(pack, id);
        let timely = row.when.is_some_and(|own| own.overlaps(&when));
        assert!(timely || matches(pack, id, "1591"), "{}", pack[id].name);
    }
}

#[test]
fn the_address_of_the_article_is_asked_for() {
    let it = Harness::new(120, 40).keys("e f kirina Enter o");
    assert!(
        matches!(&it.app.overlay, Some(Overlay::Ask(address)) if address.starts_with("https://en.wikipedia.org/wiki/")),
        "{:?}",
        it.app.overlay
    );
}

#[test]
fn an_entry_is_copied_with_its_citations() {
    let it = Harness::new(120, 40).keys("e f timbuktu Enter j");
    let entity = it.app.views.who.chosen().unwrap();
    let name = it.app.shared.pack[entity].name.clone();
    let it = it.keys("y");
    assert!(matches!(&it.effect, Effect::Copy(text) if text.starts_with(name.as_str())), "{:?}", it.effect);
    let it = it.keys("Y j j j Enter");
    assert!(matches!(&it.effect, Effect::Copy(text) if text.starts_with('@')), "{:?}", it.effect);
    let it = it.keys("Y G Enter");
    assert!(matches!(&it.effect, Effect::Copy(text) if text.starts_with("griot open ")), "{:?}", it.effect);
}

#[test]
fn pages_and_steps_lead_over_headings_to_every_entity() {
    for (width, height) in [(120, 40), (80, 24), (40, 12), (24, 6)] {
        let mut it = Harness::new(width, height).keys("e g");
        let mut met = Vec::new();
        for _ in 0..it.app.shared.pack.entities().len() {
            met.push(it.app.views.who.chosen().unwrap());
            it = it.keys("j");
        }
        // A row of more lines than the pane is scrolled through.
        met.dedup();
        assert!(height < 12 || met == shown(&it.app), "{width}x{height}");
        let mut it = Harness::new(width, height).keys("e g");
        while it.app.views.who.list.chosen + 1 < it.app.views.who.listing.lines.len() {
            let before = it.app.views.who.list.chosen;
            it = it.keys("Space");
            assert!(it.app.views.who.list.chosen > before && it.app.views.who.chosen().is_some());
        }
        let it = (0..400).fold(it, |it, _| it.keys("b"));
        assert_eq!(it.app.views.who.list.chosen, 1, "the first heading is in sight: {:?}", it.app.views.who.list);
        assert_eq!(it.app.views.who.list.top, 0);
    }
}
