//! Every row of the key table is pressed in every context where it holds: none is refused, none leads out of the program
//! unless it says so, and none leaves a screen that cannot be left again.

mod common;
#[path = "common/small.rs"]
mod small;

use common::Harness;
use griot::tui::action::{Action, Context, Effect};
use griot::tui::app::Reply;
use griot::tui::commands;
use griot::tui::screens::Screen;

/// The program in a context, reached by keys alone.
fn reached(context: Context) -> Harness {
    let keys = match context {
        Context::Any | Context::View(Screen::Read) => "",
        Context::Select => "v",
        Context::View(Screen::Timeline) => "t",
        Context::View(Screen::Map) => "p",
        Context::View(Screen::Who) => "e",
        Context::View(Screen::Sources) => "s",
        Context::Pick => "Y",
        Context::Prompt => "/",
        Context::JumpLabels => "f",
    };
    let at = Harness::new(100, 30).keys(keys);
    assert!(at.app.context() == context || context == Context::Any, "{keys:?} does not lead to {context:?}");
    at
}

#[test]
fn every_binding_does_what_it_says_wherever_it_holds() {
    for binding in commands::all() {
        for context in binding.contexts {
            let at = reached(*context);
            for key in binding.first_keys() {
                assert_eq!(
                    at.app.shared.keymap.action(at.app.context(), key),
                    Some(binding.action),
                    "{key} in {context:?}"
                );
            }
            let at = at.act(binding.action);
            let closes = binding.action == Action::QuitNow && *context == Context::Prompt;
            let quits = matches!(binding.action, Action::Quit | Action::QuitNow) && !closes;
            assert_eq!(at.effect == Effect::Quit, quits, "{binding:?} in {context:?}");
            let home = at.keys("Esc Esc Esc Esc q");
            assert_eq!(home.effect, Effect::Quit, "after {binding:?} in {context:?} there is no way out");
        }
    }
}

/// Screens on which the keys of a context have something to do, each reached by keys.
const fn screens(context: Context) -> &'static [&'static str] {
    match context {
        Context::Any => &["2 j j Tab", "/ salt", "Y", "f"],
        Context::View(Screen::Read) => {
            &["2 Space Tab", "2 j j c", "m 3 Space", "/ salt Ctrl-t", "5 Tab Enter", "5 Tab Enter H"]
        }
        Context::Select => &["v", "v l l", "2 j j v j"],
        Context::View(Screen::Timeline) => &["t j j Tab", "t", "2 t x +"],
        Context::View(Screen::Map) => &["p j j Tab", "p", "2 p x + +"],
        Context::View(Screen::Who) => &["e j j", "e v j", "e l Tab Tab"],
        Context::View(Screen::Sources) => &["s j j", "s x", "s l Tab Tab"],
        Context::Pick => &["Y j", "m 3 m 5 m ' j"],
        Context::Prompt => &["/ salt", "/ @pe", "/ salt Esc /", "/ gao Left", "/ ma Down Down"],
        Context::JumpLabels => &["f"],
    }
}

/// All that can be seen: the frame and where the cursor stands in it.
fn seen(at: &Harness) -> (String, Option<(u16, u16)>) {
    let cursor = griot::tui::frame::paint(&at.app, &mut at.buffer());
    (at.inked(), cursor.map(|at| (at.x, at.y)))
}

#[test]
fn every_binding_changes_what_is_seen_or_says_why_not() {
    for binding in commands::all() {
        for context in binding.contexts {
            // The key of the view one is in has nowhere to go.
            let here = reached(*context).app.shared.screen;
            if binding.action == Action::Show(here) {
                continue;
            }
            let acts = screens(*context).iter().any(|keys| {
                let before = Harness::new(100, 30).keys(keys);
                assert!(before.app.context() == *context || *context == Context::Any, "{keys} leads elsewhere");
                let was = seen(&before);
                let after = before.act(binding.action);
                after.effect != Effect::None || seen(&after) != was
            });
            assert!(acts, "{} does nothing in {context:?}", binding.name);
        }
    }
}

#[test]
fn a_search_that_found_nothing_is_not_kept() {
    let it = Harness::new(80, 24).keys("/ zzqxzzqx Esc");
    assert!(it.app.shared.recent.is_empty(), "{:?}", it.app.shared.recent);
    let it = it.keys("/ kidal Esc / zzqxzzqx Esc");
    assert_eq!(it.app.shared.recent, ["kidal"]);
}

#[test]
fn a_long_work_says_how_far_it_is_and_escape_gives_it_up() {
    let mut at = Harness::new(100, 30);
    at.app.hear(Reply::Working("reading eras/1-one.json".into()));
    assert!(at.frame().contains("reading eras/1-one.json …; Esc gives it up"), "{}", at.frame());
    // Whoever reads on can still give it up, in any view, and what lies on top is left first.
    let mut at = at.keys("j t ? Esc");
    assert_eq!(at.effect, Effect::None);
    at = at.keys("Esc");
    assert_eq!(at.effect, Effect::GiveUp);
    assert!(at.frame().contains("given up"), "{}", at.frame());
    let mut at = at.keys("Esc");
    assert_eq!(at.effect, Effect::None);
    at.app.hear(Reply::Working("checking 9 MB".into()));
    at.app.hear(Reply::Done("it is there".into()));
    assert!(at.frame().contains("it is there"));
    assert_eq!(at.keys("Esc").effect, Effect::None);
}

/// The row of the screen that the cursor stands on.
fn under_the_cursor(at: &Harness) -> String {
    let cursor = griot::tui::frame::paint(&at.app, &mut at.buffer()).expect("a cursor");
    at.frame().lines().nth(usize::from(cursor.y)).unwrap_or_default().to_owned()
}

#[test]
fn the_cursor_stands_on_what_enter_opens_and_in_the_field_when_something_is_typed() {
    for size in [(100, 30), (40, 12)] {
        let at = Harness::new(size.0, size.1).keys("/ keita");
        assert!(under_the_cursor(&at).contains("keita"), "{}", at.frame());
        for keys in ["Down", "Ctrl-n", "Up", "PgDn"] {
            let at = Harness::new(size.0, size.1).keys(&format!("/ keita {keys}"));
            let row = under_the_cursor(&at);
            assert!(row.contains('▌') && !row.contains('❯'), "{keys} at {size:?}: {row}");
            // The next letter is typed in the field, and the cursor is there.
            for back in ["x", "Backspace", "Left"] {
                let row = under_the_cursor(&Harness::new(size.0, size.1).keys(&format!("/ keita {keys} {back}")));
                assert!(row.contains('❯'), "{keys} {back}: {row}");
            }
        }
        for popup in ["?", ":"] {
            let at = Harness::new(size.0, size.1).keys(popup);
            assert!(under_the_cursor(&at).contains('❯'));
            let at = at.keys("Down Down");
            assert!(under_the_cursor(&at).contains('▌'), "{}", at.frame());
            assert!(under_the_cursor(&at.keys("l")).contains('❯'));
        }
    }
    // The line of a filter lies under the list, which goes along.
    let at = Harness::new(100, 30).keys("e f battle");
    assert!(under_the_cursor(&at).contains("filter battle"));
    let at = at.keys("Down Down");
    assert!(under_the_cursor(&at).contains("Battle"), "{}", at.frame());
    assert!(under_the_cursor(&at.keys("s")).contains("filter battles"));
}

#[test]
fn in_every_list_the_cursor_stands_on_the_chosen_row() {
    for (keys, step) in [
        ("e", "j"),
        ("e v", "j"),
        ("s", "j"),
        ("t", "j"),
        ("p", "j"),
        ("h", "j"),
        ("m 3 m '", "j"),
        ("Y", "j"),
        ("e T", "j"),
    ] {
        let at = Harness::new(100, 30).keys(keys);
        let first = seen(&at).1;
        let at = at.keys(step);
        let (frame, second) = seen(&at);
        assert!(
            first.is_some() && second.is_some() && first != second,
            "{keys}: the cursor stays at {first:?}\n{frame}"
        );
    }
}

#[test]
fn the_palette_takes_places_and_verbs() {
    use griot_history::text::page::PageOf;
    let at = |typed: &str| Harness::new(100, 30).keys(":").type_in(typed).keys("Enter");
    let page = |it: &Harness| it.app.shared.reader.page.of;
    let year = at("1591");
    assert!(year.app.shared.year().is_some_and(|year| year.contains("1591")), "{}", year.frame());
    let kidal = at("kidal");
    assert!(matches!(page(&kidal), PageOf::Entity(id) if kidal.app.shared.pack[id].id.as_str() == "kidal"));
    for typed in ["open 6", "6", " open  6 "] {
        let era = at(typed);
        assert!(matches!(page(&era), PageOf::Era(id) if id.index() == 5), "{typed}: {}", era.frame());
    }
    assert_eq!(at("q").effect, Effect::Quit);
    assert_eq!(at("quit").effect, Effect::Quit);
    assert_eq!(at("export md 3").effect, Effect::Export("md 3".into()));
    assert_eq!(at("lang fr").app.shared.pack.language().to_string(), "fr");
    let nothing = at("zzqxzz");
    assert!(nothing.frame().contains("nothing is called \"zzqxzz\"; / searches everything"), "{}", nothing.frame());
    let typed = Harness::new(100, 30).keys(":").type_in("kidal");
    assert!(typed.frame().contains("no such command; Enter goes to “kidal”"), "{}", typed.frame());
    // In the help of a view, which lists keys, nothing is gone to.
    assert!(Harness::new(100, 30).keys("?").type_in("kidal").keys("Enter").frame().contains("no key does that"));
}

#[test]
fn marks_and_notes_stand_in_the_margin_and_in_the_list() {
    for (size, trust) in [((100, 30), ""), ((100, 30), "T"), ((40, 12), "")] {
        let mut at = Harness::new(size.0, size.1).keys("2 } }").keys(trust);
        assert!(!at.frame().contains('★') && !at.frame().contains('✎'));
        at = at.keys("m");
        assert!(at.frame().contains('★'), "{size:?} {trust}: {}", at.frame());
        let statement = at.app.shared.marks[0].statement.expect("a statement");
        at.app.hear(Reply::Notes([(statement, "compare with\n\n1.30".to_owned())].into()));
        assert!(at.frame().contains('✎'), "{size:?} {trust}: {}", at.frame());
        let list = at.keys("'");
        assert!(list.frame().contains("✎ ¶ 2.") && list.frame().contains("compare with"), "{}", list.frame());
        let gone = list.keys("j Enter");
        assert_eq!(gone.app.shared.reader.statement(), Some(statement));
        let told = gone.keys("K");
        assert!(told.frame().contains("Your note") && told.frame().contains("1.30"), "{}", told.frame());
    }
}

#[test]
fn a_note_is_asked_of_the_terminal_with_its_statement() {
    let at = Harness::new(100, 30).keys("5 ) a");
    let statement = at.app.shared.reader.statement().expect("a statement");
    assert_eq!(at.effect, Effect::Note(statement));
}

#[test]
fn who_held_power_is_told_only_where_a_pack_tells_of_it_at_all() {
    let built_in = Harness::new(120, 40);
    assert!(built_in.frame().contains(" power   "), "{}", built_in.frame());
    let (pack, _) = griot_pack::pack::check(small::write(&small::files()).path());
    let app = griot::tui::app::App::new(
        pack.expect("a pack"),
        ratatui::layout::Size { width: 120, height: 40 },
        griot::tui::settings::Settings::default(),
    );
    let frame = Harness::of(app).keys(")").frame();
    assert!(frame.contains(" reading 1912") && !frame.contains("power") && !frame.contains("not told"), "{frame}");
}

#[test]
fn help_begins_with_the_keys_that_matter_and_the_signs() {
    for view in ["", "t", "p", "e", "s"] {
        let help = Harness::new(120, 40).keys(view).keys("?");
        let frame = help.frame();
        let lines: Vec<&str> = frame.lines().skip_while(|line| !line.contains("│ ▌ ")).collect();
        let first: Vec<&str> = lines.iter().take(8).copied().collect();
        assert!(first.iter().any(|line| line.contains("search")) && first[7].contains("quit;"), "{view}: {frame}");
        assert_eq!(frame.contains(" Signs "), view.is_empty(), "{view}: {frame}");
        // The first of them runs, and with letters typed only what holds them is listed.
        let typed = help.keys("q u i t").frame();
        assert!(typed.contains("quit at once") && !typed.contains(" Signs "), "{view}: {typed}");
    }
    let frame = Harness::new(120, 40).keys("?").frame();
    for sign in ["▎", "▸", "★", "✎", "●", "◐", "~", "?", "✓", "○", "⚑", "w"] {
        assert!(frame.lines().any(|line| line.split_whitespace().any(|word| word == sign)), "{sign}: {frame}");
    }
}
