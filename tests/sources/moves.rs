//! What keys and the mouse do among the sources.

use super::*;

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
            assert_eq!(it.after_other_sizes().inked(), before, "{keys} at {width}x{height}");
        }
    }
}

#[test]
fn a_click_chooses_and_a_second_click_goes_there() {
    let it = Harness::new(120, 40).keys("s").click(10, 8);
    assert!(it.frame().lines().nth(8).unwrap().starts_with('▌'));
    let it = it.click(10, 8);
    assert_eq!(it.app.shared.screen, Screen::Read);
    let chosen = |y: u16| Harness::new(120, 40).keys("s v").click(10, y).app.views.sources.list.chosen;
    let lines = (8..24).filter(|y| chosen(*y) == 1).count();
    assert!(lines > 1, "rows of several lines are clicked anywhere: {lines}");
}
