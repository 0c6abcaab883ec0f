//! What holds whatever is pressed: random keys, clicks, wheels and sizes, through the whole program.
#![allow(clippy::unwrap_used, clippy::panic, clippy::allow_attributes, reason = "tests fail by panicking")]

mod common;

use griot_pack::glyphs::Glyphs;
use std::sync::LazyLock;

use common::Harness;
use griot::tui::action::{Action, Button, Context, Effect};
use griot::tui::app::App;
use griot::tui::commands;
use griot::tui::overlays::Overlay;
use griot::tui::overlays::Popup;
use griot::tui::screens::Screen;
use griot::tui::settings::Settings;
use griot::tui::theme::Theme;
use griot::tui::views::read::Pane;
use griot_history::search::{Index, Tier};
use griot_history::text::{Blocks, Goal};
use griot_pack::clean::is_forbidden;
use griot_pack::pack::Pack;
use proptest::collection::vec;
use proptest::prelude::*;
use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};

/// One thing that happens to the program.
#[derive(Debug, Clone)]
enum Step {
    Key(&'static str),
    Letter(char),
    Resize(u16, u16),
    Click(u16, u16, bool),
    Press(u16, u16),
    Drag(u16, u16),
    Release(u16, u16),
    Wheel(u16, u16, i32),
    /// An action of the key table out of its context: from the palette anything can come.
    Any(Action),
}

fn size() -> impl Strategy<Value = (u16, u16)> {
    let edges = (
        prop::sample::select(vec![1u16, 2, 23, 24, 39, 40, 49, 50, 71, 72, 80, 96, 100, 109, 110, 120, 300]),
        prop::sample::select(vec![1u16, 2, 5, 6, 7, 8, 12, 13, 14, 19, 20, 24, 29, 30, 40, 100]),
    );
    prop_oneof![2 => edges, 1 => (1u16..=300, 1u16..=100), 1 => (1u16..=120, 1u16..=40)]
}

fn step() -> impl Strategy<Value = Step> {
    let keys: Vec<&str> = commands::all().flat_map(|b| b.first_keys().map(|key| &*key.to_string().leak())).collect();
    let actions: Vec<Action> = commands::all().map(|b| b.action).collect();
    let letters: Vec<char> = "abdefghiklmnostuwyé15 @.<>-’".chars().collect();
    let cell = || (0u16..302, 0u16..102);
    prop_oneof![
        12 => prop::sample::select(keys).prop_map(Step::Key),
        3 => prop::sample::select(vec!["Enter", "Tab", "Esc", "H", "/", "Down"]).prop_map(Step::Key),
        3 => prop::sample::select(letters).prop_map(Step::Letter),
        2 => size().prop_map(|(w, h)| Step::Resize(w, h)),
        2 => (cell(), any::<bool>()).prop_map(|((x, y), right)| Step::Click(x, y, right)),
        1 => (0u16..80, 0u16..24, any::<bool>()).prop_map(|(x, y, right)| Step::Click(x, y, right)),
        2 => (0u16..120, 0u16..40).prop_map(|(x, y)| Step::Press(x, y)),
        3 => cell().prop_map(|(x, y)| Step::Drag(x, y)),
        2 => (0u16..120, 0u16..40).prop_map(|(x, y)| Step::Drag(x, y)),
        2 => cell().prop_map(|(x, y)| Step::Release(x, y)),
        1 => (cell(), -3i32..=3).prop_map(|((x, y), lines)| Step::Wheel(x, y, lines)),
        2 => prop::sample::select(actions).prop_map(Step::Any),
    ]
}

fn take(app: &mut App, step: &Step) -> Effect {
    let action = match *step {
        Step::Key(name) => app.shared.keymap.action(app.context(), name.parse().unwrap()),
        Step::Letter(c) => {
            app.shared.keymap.action(app.context(), c.to_string().parse().unwrap_or_else(|_| "Space".parse().unwrap()))
        }
        Step::Resize(width, height) => Some(Action::Resize(Size { width, height })),
        Step::Click(column, row, right) => {
            let button = if right { Button::Right } else { Button::Left };
            Some(Action::Click { column, row, button })
        }
        Step::Press(column, row) => Some(Action::Press { column, row }),
        Step::Drag(column, row) => Some(Action::Drag { column, row }),
        Step::Release(column, row) => Some(Action::Release { column, row }),
        Step::Wheel(column, row, lines) => Some(Action::Wheel { column, row, lines }),
        Step::Any(action) => Some(action),
    };
    action.map_or(Effect::None, |action| app.update(action))
}

fn paint(app: &App) -> (Buffer, Option<(u16, u16)>) {
    let mut buffer = Buffer::empty(Rect::new(0, 0, app.shared.size.width, app.shared.size.height));
    let cursor = griot::tui::frame::paint(app, &mut buffer);
    (buffer, cursor.map(|at| (at.x, at.y)))
}

/// What is true of every state that can be reached.
fn sane(app: &App) -> Result<Buffer, TestCaseError> {
    let (buffer, cursor) = paint(app);
    if let Some((x, y)) = cursor {
        prop_assert!(
            x < app.shared.size.width && y < app.shared.size.height,
            "the cursor at {x},{y} of {:?}",
            app.shared.size
        );
    }
    for cell in &buffer.content {
        let text = cell.symbol();
        prop_assert!(!text.is_empty() && !text.chars().any(is_forbidden), "{text:?} on the screen");
        prop_assert!(!app.shared.settings.glyphs.is_ascii() || text.is_ascii(), "{text:?} on an ASCII screen");
    }
    let context = app.context();
    match &app.overlay {
        None => prop_assert_eq!(context, app.view_context()),
        Some(Overlay::Search(_) | Overlay::Help { .. } | Overlay::Filter(_)) => {
            prop_assert_eq!(context, Context::Prompt);
        }
        Some(Overlay::JumpLabels(_)) => {
            prop_assert_eq!(context, Context::JumpLabels);
            prop_assert_eq!(app.shared.screen, Screen::Read);
        }
        Some(_) => prop_assert_eq!(context, Context::Pick),
    }
    if let Some(Overlay::Search(finder)) = &app.overlay {
        prop_assert!(finder.list.chosen < finder.rows.len());
        prop_assert!(finder.input.text().chars().count() <= 256);
    }
    prop_assert!(choice_in_sight(app, &buffer), "the chosen row is out of sight:\n{}", text_of(&buffer));
    let reader = &app.shared.reader;
    prop_assert!(reader.selected.is_none() || app.shared.screen == Screen::Read, "words are selected out of sight");
    prop_assert!(
        reader.link.is_none() || !reader.page.is_built() || reader.focused().is_some(),
        "the focus is on no link"
    );
    // A page that another view only pointed to is built when the text is next seen.
    let built = app.shared.screen == Screen::Read || reader.page.is_built();
    prop_assert!(!built || (reader.top.block as usize) < reader.page.blocks.count(), "the place lies outside the page");
    prop_assert!(app.shared.regions().is_none() || reader.top_line() <= reader.layout.last_top(reader.height));
    prop_assert!(app.shared.history.back.len() <= 500 && app.shared.percent() <= 100);
    if app.views.read.pane == Pane::Card && app.shared.screen == Screen::Read && app.overlay.is_none() {
        prop_assert!(
            app.shared.regions().is_none_or(|r| r.card.is_some()),
            "the keys are with a card that is not there"
        );
    }
    Ok(buffer)
}

/// Whether the popup's list, if it has rows that can be chosen, shows the chosen one.
fn choice_in_sight(app: &App, buffer: &Buffer) -> bool {
    let rows = match &app.overlay {
        Some(Overlay::Search(finder)) => finder.rows.iter().filter(|row| row.goal().is_some()).count(),
        Some(Overlay::Marks(_)) => app.shared.marks.len(),
        Some(Overlay::CopyMenu { .. }) => 1,
        _ => 0,
    };
    let Some(popup) = app
        .overlay
        .as_ref()
        .and_then(|overlay| Popup::of(overlay, &app.shared))
        .filter(|popup| rows > 0 && popup.rows.area() > 0)
    else {
        return true;
    };
    let signs = (popup.rows.y..popup.rows.bottom()).map(|y| buffer[(popup.rows.x, y)].symbol());
    signs.filter(|sign| ["▌", ">"].contains(sign)).count() == 1
}

fn settings() -> impl Strategy<Value = Settings> {
    let theme = prop::sample::select(vec![Theme::Auto, Theme::Ink, Theme::Plain]);
    (theme, any::<bool>()).prop_map(|(theme, ascii)| Settings {
        theme,
        glyphs: Glyphs::of(ascii),
        ..Settings::default()
    })
}

/// As many cases as a minute allows, unless `PROPTEST_CASES` asks for more.
fn config(cases: u32) -> ProptestConfig {
    let cases = std::env::var("PROPTEST_CASES").map_or(cases, |asked| asked.parse().unwrap());
    ProptestConfig { cases, failure_persistence: None, max_shrink_iters: 300, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(config(40))]

    /// 40 sessions of 250 actions: 10,000.
    #[test]
    fn nothing_that_is_pressed_breaks_anything(settings in settings(), first in size(), steps in vec(step(), 250)) {
        let mut app = Harness::with(first.0, first.1, settings).app;
        sane(&app)?;
        for step in &steps {
            let before = app.context();
            let effect = take(&mut app, step);
            sane(&app)?;
            if effect == Effect::Quit {
                let asked = matches!(step, Step::Key("q" | "Ctrl-c" | "Enter") | Step::Any(Action::Quit | Action::QuitNow | Action::Open) | Step::Click(..) | Step::Press(..) | Step::Letter('q'));
                prop_assert!(asked, "{step:?} quits in {before:?}");
            }
        }
        let (one, two) = (paint(&app), paint(&app));
        prop_assert_eq!(one, two, "the same state is painted twice in two ways");
        prop_assert!(quits(&mut app)?, "neither Esc nor q leads out");
    }
}

/// Esc leaves at most the popup and the selecting; then `q` quits, from everywhere.
fn quits(app: &mut App) -> Result<bool, TestCaseError> {
    for _ in 0..2 {
        if app.overlay.is_some() || app.context() == Context::Select {
            prop_assert_eq!(take(app, &Step::Key("Esc")), Effect::None, "Esc never quits");
        }
    }
    prop_assert!(app.overlay.is_none(), "Esc does not close {:?}", app.overlay);
    Ok(take(app, &Step::Key("q")) == Effect::Quit)
}

proptest! {
    #![proptest_config(config(16))]

    #[test]
    fn the_same_frame_comes_back_after_any_sizes_between(settings in settings(), first in size(), steps in vec(step(), 60), sizes in vec(size(), 1..5)) {
        let mut app = Harness::with(first.0, first.1, settings).app;
        for step in &steps {
            take(&mut app, step);
        }
        // The card cannot keep the keys where it has no place.
        if app.views.read.pane == Pane::Card {
            app.views.read.pane = Pane::Text;
            app.refresh();
        }
        let size = (app.shared.size.width, app.shared.size.height);
        let before = paint(&app);
        for (width, height) in sizes.iter().chain([&size]) {
            take(&mut app, &Step::Resize(*width, *height));
        }
        prop_assert_eq!(text_of(&before.0), text_of(&paint(&app).0));
        prop_assert_eq!(before, paint(&app));
    }

    #[test]
    fn back_restores_the_very_frame_that_a_link_was_followed_from(first in readable(), steps in vec(step(), 40), lead in prop::sample::select(vec!["", "Space", "c", ")", "T", "G"]), tabs in 1usize..6) {
        let mut app = Harness::new(first.0, first.1).app;
        for step in &steps {
            take(&mut app, step);
        }
        app.overlay = None;
        take(&mut app, &Step::Resize(first.0, first.1));
        take(&mut app, &Step::Any(Action::Show(Screen::Read)));
        app.views.read.pane = Pane::Text;
        app.refresh();
        if !lead.is_empty() {
            take(&mut app, &Step::Key(lead));
        }
        for _ in 0..tabs {
            take(&mut app, &Step::Key("Tab"));
        }
        // What leads outside leaves the page where it is.
        prop_assume!(matches!(app.shared.reader.focused(), Some(Goal::Inside(_))));
        app.shared.message = None;
        let before = paint(&app);
        let ways = app.shared.history.back.len();
        take(&mut app, &Step::Key("Enter"));
        prop_assert_eq!(app.shared.history.back.len(), (ways + 1).min(500));
        take(&mut app, &Step::Key("H"));
        prop_assert_eq!(text_of(&before.0), text_of(&paint(&app).0));
        prop_assert_eq!(before, paint(&app));
    }

    #[test]
    fn escape_leads_home_in_bounded_steps(first in readable(), steps in vec(step(), 60)) {
        let mut app = Harness::new(first.0, first.1).app;
        for step in &steps {
            take(&mut app, step);
        }
        let most = app.shared.history.back.len() + 8;
        let home = |app: &App| app.shared.message.as_deref().is_some_and(|m| m.contains("q quits"));
        let left = (0..most).find(|_| {
            take(&mut app, &Step::Key("Esc"));
            home(&app)
        });
        prop_assert!(left.is_some(), "{most} times Esc and still not told how to quit: {:?}", app.shared.message);
    }
}

fn readable() -> impl Strategy<Value = (u16, u16)> {
    prop_oneof![
        (24u16..200, 6u16..70),
        prop::sample::select(vec![(120u16, 40u16), (80, 24), (60, 20), (40, 12), (24, 6)])
    ]
}

fn text_of(buffer: &Buffer) -> String {
    let width = usize::from(buffer.area.width.max(1));
    let row = |cells: &[ratatui::buffer::Cell]| cells.iter().map(ratatui::buffer::Cell::symbol).collect::<String>();
    buffer.content.chunks(width).map(row).collect::<Vec<_>>().join("\n")
}

static SEARCHED: LazyLock<(Pack, Index)> = LazyLock::new(|| {
    let pack = griot::built_in::pack().unwrap();
    let index = Index::new(&pack);
    (pack, index)
});

/// What people type: beginnings of words of the pack, with and without letters that do not belong there.
fn query() -> impl Strategy<Value = String> {
    let pack = &SEARCHED.0;
    let names = pack
        .entities()
        .flat_map(|id| [pack[id].name.clone()].into_iter().chain(pack[id].aliases.iter().map(|a| a.name.clone())));
    let words: Vec<String> = names.flat_map(|name| name.split(' ').map(str::to_owned).collect::<Vec<_>>()).collect();
    let word = (prop::sample::select(words), 1usize..9)
        .prop_map(|(word, letters)| word.chars().take(letters).collect::<String>());
    vec(prop_oneof![4 => word, 1 => "[a-zé]{1,4}"], 1..3).prop_map(|words| words.join(" "))
}

proptest! {
    #![proptest_config(config(200))]

    #[test]
    fn a_letter_more_never_adds_a_name_that_begins_with_what_was_typed(query in query(), letter in "[a-zé]") {
        let (pack, index) = &*SEARCHED;
        let (shorter, longer) = (index.search(pack, &query, usize::MAX), index.search(pack, &format!("{query}{letter}"), usize::MAX));
        // A query of dashes or small words alone asks nothing, so there is nothing that a letter could narrow.
        prop_assume!(!shorter.query.words.is_empty());
        // What was half a word may become a small one, which is not looked for.
        prop_assume!(shorter.query.dropped == longer.query.dropped);
        prop_assume!(shorter.query.when.is_none() && longer.query.when.is_none());
        for hit in longer.names().filter(|hit| hit.tier() <= Tier::Words) {
            let before = shorter.names().find(|h| h.what == hit.what);
            prop_assert!(before.is_some_and(|h| h.tier() <= Tier::Words), "{} is new", pack[hit.entity().unwrap()].name);
        }
    }
}
