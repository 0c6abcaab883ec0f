//! What is typed amiss: one message each.

use std::cell::Cell;
use std::rc::Rc;

use ratatui::layout::Size;

use super::*;
use crate::tui::action::Action;
use crate::tui::app::App;
use crate::tui::overlays::{self, Overlay};
use crate::tui::settings::Settings;
use crate::tui::shared::Waiting;

#[test]
fn whatever_is_typed_has_one_message_at_most() {
    let pack = crate::built_in::pack().expect("the built-in pack");
    let index = Index::new(&pack);
    let long = "timbuktu and gold ".repeat(240);
    for (typed, wanted) in [
        (long.as_str(), ""),
        ("?!... --", "no letter or number to look for"),
        ("🐪", "no letter or number to look for"),
        ("who is the", "only small words; add a name"),
        ("coup 99999999", "is no year: one has 7 figures at most"),
        ("99999999", "is no year"),
        ("coup 9999999", "nothing answers “9999999” as well"),
        ("@zebra gold", "no kind “@zebra”"),
        ("@zebra", "no kind “@zebra”"),
        ("تاريخ مالي", "nothing found"),
        ("ߡߊ߬ߟߌ", "nothing found"),
        ("drought 1950s", "nothing answers “1950s” as well"),
        ("elections in the 2000s", "may be ten years or a hundred"),
        ("vineyards at gao", "nothing answers “vineyards” as well"),
        ("timbuktu", ""),
    ] {
        let finder = Finder::new(&pack, &index, typed, &[]);
        let said: Vec<&str> = finder
            .rows
            .iter()
            .filter_map(|row| if let Row::Say(said) = row { Some(said.as_str()) } else { None })
            .collect();
        assert_eq!(said.len(), usize::from(!wanted.is_empty()), "{typed}: {said:?}");
        assert!(said.iter().all(|said| said.contains(wanted)), "{typed}: {said:?}");
    }
}

/// An explorer with its search open, where something is typed whenever the cell says so.
fn searching() -> (App, Rc<Cell<bool>>) {
    let pack = crate::built_in::pack().expect("the built-in pack");
    let mut app = App::new(pack, Size::new(120, 40), Settings::default());
    let typed = Rc::new(Cell::new(false));
    let asked = Rc::clone(&typed);
    app.shared.waiting = Waiting(Some(Box::new(move || asked.get())));
    app.update(Action::Search);
    (app, typed)
}

fn finder(app: &App) -> &Finder {
    let Some(Overlay::Search(finder)) = &app.overlay else { panic!("the search is open") };
    finder
}

#[test]
fn an_answer_is_given_up_for_the_next_key_and_found_when_no_more_come() {
    let (mut app, typed) = searching();
    app.type_in("tim");
    let before = finder(&app).rows.clone();
    typed.set(true);
    app.type_in("buktu");
    assert_eq!((finder(&app).rows == before, finder(&app).is_behind), (true, true));
    assert_eq!(finder(&app).input.text(), "timbuktu");
    app.catch_up();
    let pack = &app.shared.pack;
    let at_once = Finder::new(pack, &Index::new(pack), "timbuktu", &[]);
    assert_eq!((&finder(&app).rows, finder(&app).is_behind), (&at_once.rows, false));
    assert!(!finder(&app).preview().is_empty());
}

#[test]
fn what_is_opened_is_what_was_typed_although_its_rows_were_not_shown() {
    let opened = |waits: bool| {
        let (mut app, typed) = searching();
        app.type_in("samori");
        typed.set(waits);
        app.update(Action::EraseLine);
        app.type_in("tondibi");
        assert_eq!(finder(&app).is_behind, waits);
        let first = finder(&app).chosen();
        app.update(Action::Open);
        (first, app.shared.screen, app.shared.selected, app.shared.reader.statement())
    };
    let (hurried, at_leisure) = (opened(true), opened(false));
    assert_ne!(hurried.0, at_leisure.0, "the rows of the name before are shown");
    assert_eq!((hurried.1, hurried.2, hurried.3), (at_leisure.1, at_leisure.2, at_leisure.3));
}

#[test]
fn what_is_clicked_at_is_what_is_shown_while_an_answer_is_due() {
    let at = |app: &App| (app.shared.screen, app.shared.selected, app.shared.reader.statement());
    let opened = |query: &str| {
        let (mut app, _) = searching();
        app.type_in(query);
        app.update(Action::Open);
        at(&app)
    };
    let (mut app, typed) = searching();
    app.type_in("musa");
    let shown = finder(&app).list.chosen;
    typed.set(true);
    app.type_in(" traore");
    assert!(finder(&app).is_behind);
    overlays::choose(app.overlay.as_mut().unwrap(), shown);
    app.update(Action::Open);
    assert_eq!(at(&app), opened("musa"));
    assert_ne!(at(&app), opened("musa traore"));
}
