//! What keys and the mouse do on the map.

use super::*;

#[test]
fn the_words_lead_into_the_text() {
    let it = at(120, 40, "tondibi-1591");
    let page = drawn(&it.app).caption.clone().unwrap();
    let (area, blocks, link) = (page.area, page.blocks, page.layout.links[0].pieces[0]);
    let it =
        it.act(Action::Click { column: area.x + link.column, row: area.y + link.line as u16, button: Button::Left });
    assert_eq!(it.app.shared.screen, Screen::Read, "{blocks:?}");
    assert!(matches!(it.app.shared.reader.page.of, griot_history::text::page::PageOf::Entity(_)));
}

#[test]
fn the_cursor_rests_on_the_chosen_place() {
    for (width, height) in [(120, 40), (80, 24), (60, 30), (40, 12)] {
        let mut it = at(width, height, "tondibi-1591");
        for _ in 0..6 {
            let chosen = it.app.views.map.chosen.unwrap();
            let at = cursor(&it.app).unwrap_or_else(|| panic!("{width} × {height}\n{}", it.frame()));
            assert_eq!(it.buffer()[at].symbol(), "◉");
            // A region has no dot: the cursor is on its row.
            if places::point(&it.app.shared.pack, chosen).is_some() {
                assert_eq!(at, cell(&it.app, chosen));
            }
            it = it.keys("Tab");
        }
    }
}

#[test]
fn a_place_beyond_the_pane_is_brought_into_sight() {
    let mut it = at(120, 40, "tondibi-1591");
    let mecca = entity(&it.app, "mecca");
    assert!(scene(&it.app).1.dot_of(mecca).is_none());
    it.app.shared.selected.entity = Some(mecca);
    let it = it.keys("r p");
    assert_eq!(it.app.views.map.chosen, Some(mecca));
    assert!(scene(&it.app).1.dot_of(mecca).is_some());
    // After zooming, the map follows the choice.
    let it = it.keys("+ + + + + + + + Tab");
    let chosen = it.app.views.map.chosen.unwrap();
    assert!(chosen != mecca && matches!(it.app.views.map.fit, Fit::Free(_)));
    assert!(scene(&it.app).1.dot_of(chosen).is_some());
}

#[test]
fn the_mouse_chooses_then_opens_and_zooms_at_the_pointer() {
    let it = at(120, 40, "tondibi-1591");
    let timbuktu = entity(&it.app, "timbuktu");
    let Position { x, y } = cell(&it.app, timbuktu);
    let it = it.act(Action::Click { column: x, row: y, button: Button::Left });
    assert_eq!(
        (it.app.views.map.chosen, it.app.shared.selected.entity, it.app.shared.screen),
        (Some(timbuktu), Some(timbuktu), Screen::Map)
    );
    let before = scene(&it.app).1.section;
    let it = it.act(Action::Wheel { column: x, row: y, lines: -3 });
    let (area, zoomed) = scene(&it.app);
    assert!(zoomed.section.scale < before.scale);
    // A place lies somewhere in its cell, and nearer it may lie in the next one.
    let now = cell(&it.app, timbuktu);
    assert!(now.x.abs_diff(x) <= 1 && now.y.abs_diff(y) <= 1, "{now} in {area:?}");
    let it = it.act(Action::Click { column: now.x, row: now.y, button: Button::Left });
    assert_eq!(it.app.shared.screen, Screen::Read);
    assert!(it.frame().contains("Timbuktu"));
}

#[test]
fn rows_of_the_list_can_be_clicked() {
    let it = at(120, 40, "tondibi-1591");
    let list = drawn(&it.app).panes.list.unwrap();
    let rows = drawn(&it.app).rows.clone();
    for (row, what) in rows.iter().enumerate().take(usize::from(list.height)) {
        let click = Action::Click { column: list.x + 3, row: list.y + row as u16, button: Button::Left };
        let mut app = at(120, 40, "tondibi-1591").app;
        let before = app.views.map.chosen;
        app.update(click);
        match what {
            places::Row::Head(_) => assert_eq!((app.shared.screen, app.views.map.chosen), (Screen::Map, before)),
            places::Row::Place(i) => assert_eq!(app.views.map.chosen, Some(app.views.map.places[*i].entity)),
        }
    }
    let it = it.act(Action::Click { column: list.x + 3, row: list.y + 3, button: Button::Right });
    assert_eq!(it.app.shared.screen, Screen::Read, "the second button opens");
}

#[test]
fn the_choice_is_kept_from_view_to_view_and_back() {
    let it = at(120, 40, "tondibi-1591").keys("Tab Tab");
    let chosen = it.app.views.map.chosen;
    let frame = it.frame();
    let it = it.keys("e");
    assert_eq!(it.app.shared.selected.entity, chosen);
    let it = it.keys("H");
    assert_eq!(it.frame(), frame);
    let it = it.keys("Enter");
    assert_eq!(it.app.shared.reader.page.of, griot_history::text::page::PageOf::Entity(chosen.unwrap()));
    assert_eq!(it.keys("H").frame(), frame);
}

#[test]
fn all_times_stay_all_times_on_the_way_back() {
    // The message of the key goes with the next one.
    let it = at(120, 40, "tondibi-1591").keys("0 Tab");
    let frame = it.frame();
    assert!(frame.contains("all times"));
    assert_eq!(it.keys("Enter H").frame(), frame);
}

#[test]
fn an_event_in_hand_leads_to_where_it_took_place() {
    let mut it = Harness::new(120, 40);
    let event = entity(&it.app, "march-revolution");
    it.app.open(Target::Entity(event));
    it.app.refresh();
    let it = it.keys("p");
    assert_eq!(
        it.app.views.map.chosen,
        it.app.shared.pack[event].places.iter().copied().find(|p| places::point(&it.app.shared.pack, *p).is_some())
    );
}

#[test]
fn a_place_is_copied_with_its_position_and_how_well_that_is_known() {
    let mut it = at(80, 24, "tondibi-1591");
    it.app.views.map.chosen = Some(entity(&it.app, "timbuktu"));
    let Effect::Copy(text) = it.keys("y").effect else { panic!("nothing was copied") };
    assert!(
        text.starts_with(
            "Timbuktu\n16.77° N, 3.02° W (of a town, within about 5 km)\nabout 700 km north-east of Bamako"
        ),
        "{text}"
    );
    assert!(text.contains("GeoNames"), "{text}");
}
