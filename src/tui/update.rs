//! The only writer: what each action does to the state.

mod drag;
mod finder;
mod map;
mod mouse;
mod places;
pub(crate) mod popup;
mod read;
mod select;
mod sidebar;
mod sources;
mod timeline;
mod who;

pub use places::open;
use places::{back, forward, turn};
pub(crate) use places::{dated_in_order, open_source, read_geo, remember, restore, step_to};

use ratatui::layout::Position;

use crate::tui::app::{Action, App, Context, Effect, Overlay, Screen, Spot};
use crate::tui::keymap;
use griot_history::text::page::PageOf;

/// Changes the state; what the terminal is to do besides drawing it anew.
pub fn update(app: &mut App, action: Action) -> Effect {
    app.reader.complete();
    match action {
        Action::Drag { column, row } => return drag::drag(app, Position { x: column, y: row }),
        Action::Release { column, row } => return drag::release(app, Position { x: column, y: row }),
        // The wheel may turn while something is dragged; all else ends that.
        Action::Wheel { .. } => {}
        _ => app.held = None,
    }
    if let Action::Resize(size) = action {
        app.size = size;
        app.fit();
        return Effect::None;
    }
    app.message = None;
    match action {
        Action::QuitNow if app.context() == Context::Prompt => popup::close(app),
        Action::Quit | Action::QuitNow => return Effect::Quit,
        Action::Suspend => return Effect::Suspend,
        Action::Redraw => return Effect::Redraw,
        Action::Mouse => return take_mouse(app),
        Action::Click { column, row, second } => return mouse::click(app, Position { x: column, y: row }, second),
        Action::Press { column, row } => return drag::press(app, Position { x: column, y: row }),
        Action::Wheel { column, row, lines } => mouse::wheel(app, Position { x: column, y: row }, lines),
        _ if app.overlay.is_some() => return popup::update(app, action),
        _ => return view(app, action),
    }
    Effect::None
}

/// Puts a text that was pasted into the line that is typed in, as one change; elsewhere it means nothing. Line ends and
/// tabs part words, as a list that was copied is meant.
pub fn paste(app: &mut App, text: &str) {
    let pieces: Vec<&str> = text.split(['\r', '\n', '\t']).map(str::trim).filter(|piece| !piece.is_empty()).collect();
    type_in(app, &pieces.join(" "));
}

/// Types a text into the line that is typed in, as one change.
pub fn type_in(app: &mut App, text: &str) {
    app.reader.complete();
    app.message = None;
    popup::type_in(app, text);
}

/// What the keys do in the views, with no popup on top.
fn view(app: &mut App, action: Action) -> Effect {
    if let Some(effect) = select::update(app, action) {
        return effect;
    }
    match action {
        Action::Search => finder::search(app, ""),
        Action::Help => popup::help(app, Some(app.view_context())),
        Action::Palette => popup::help(app, None),
        Action::Marks => popup::marks(app),
        Action::CopyMenu => app.overlay = Some(Overlay::CopyMenu(crate::tui::list::List::default())),
        Action::Show(screen) => show(app, screen),
        Action::Back => back(app),
        Action::Forward => forward(app),
        Action::Mark => return mark(app),
        Action::Copy => return copy(app, griot_history::quote::Form::Quote),
        Action::NextTheme => {
            app.settings.theme = app.settings.theme.next();
            app.message = Some(format!("theme: {}", app.settings.theme.name()));
        }
        // The timeline moves in time by itself; elsewhere the text moves, on the map in the order of time.
        Action::Dated(_) | Action::Eras(_) | Action::Era(_) if app.screen == Screen::Timeline => {
            return in_screen(app, action);
        }
        Action::Dated(by) if app.screen == Screen::Map => {
            dated_in_order(app, by);
            return in_screen(app, action);
        }
        Action::Eras(_) | Action::Era(_) if app.screen == Screen::Map => return in_screen(app, action),
        Action::Era(number) => read::era(app, usize::from(number)),
        Action::Eras(by) => read::eras(app, by),
        Action::Dated(by) => {
            read::dated(app, by);
            tell_place(app);
        }
        _ => return in_screen(app, action),
    }
    Effect::None
}

/// Says where a step in time led, where the text itself is not in sight.
fn tell_place(app: &mut App) {
    if matches!(app.screen, Screen::Who | Screen::Sources)
        && app.message.is_none()
        && let Some(statement) = app.reader.eye(&app.pack)
    {
        let it = &app.pack[statement];
        let when = it.when.map_or_else(String::new, |when| format!("{} · ", when.on_screen()));
        app.message = Some(format!("{when}{} · {}", app.pack.told_at(it.passage), it.text));
    }
}

/// Filters and their leaving are the same in every view with a list; the rest is each view's own.
fn in_screen(app: &mut App, action: Action) -> Effect {
    match action {
        Action::Filter => {
            app.overlay = Some(Overlay::Filter(crate::tui::input::Input::of(&app.filter)));
            return Effect::None;
        }
        Action::Escape if app.screen != Screen::Read => {
            if leave_side(app) {
                return Effect::None;
            }
            if app.filter.is_empty() {
                app.message = Some("q quits, H goes back".into());
            }
            app.filter.clear();
            return in_screen(app, Action::Lines(0));
        }
        _ => {}
    }
    match app.screen {
        Screen::Read => read::update(app, action),
        Screen::Timeline => timeline::update(app, action),
        Screen::Map => map::update(app, action),
        Screen::Who => who::update(app, action),
        Screen::Sources => sources::update(app, action),
    }
}

/// Gives the keys back from the page beside a list to the list; whether it had them.
fn leave_side(app: &mut App) -> bool {
    match app.screen {
        Screen::Who => who::leave_side(app),
        Screen::Sources => sources::leave_side(app),
        _ => false,
    }
}

fn show(app: &mut App, screen: Screen) {
    if app.screen != screen {
        remember(app);
        if app.screen == Screen::Read {
            let on_page = match app.reader.page.of {
                PageOf::Entity(entity) => Some(entity),
                PageOf::Era(_) => None,
            };
            app.in_hand = app.focused_entity().or(on_page).or(app.in_hand);
        }
        let from = std::mem::replace(&mut app.screen, screen);
        app.filter.clear();
        enter(app, Some(from));
        app.fit();
        bring_into_sight(app);
    }
}

/// Hands the place and the entity in hand to the view that is about to be shown.
fn enter(app: &mut App, from: Option<Screen>) {
    match app.screen {
        Screen::Read => {}
        Screen::Timeline => timeline::enter(app, from),
        Screen::Map => map::enter(app),
        Screen::Who => who::enter(app),
        Screen::Sources => sources::enter(app),
    }
}

/// The statement in hand may have been chosen in another view, or the size may have changed since.
fn bring_into_sight(app: &mut App) {
    let window = app.reader.window();
    let seen =
        |id| app.reader.layout.lines[window].iter().any(|line| line.runs.iter().any(|run| run.statement == Some(id)));
    if let Some(hand) = app.reader.hand.filter(|hand| app.screen == Screen::Read && !seen(*hand)) {
        app.reader.go(hand);
    }
}

fn mark(app: &mut App) -> Effect {
    let here = app.here();
    let same = |spot: &Spot| spot.of == here.of && spot.top == here.top;
    if let Some(at) = app.marks.iter().position(same) {
        app.marks.remove(at);
        app.message = Some("the mark is taken away".into());
    } else {
        app.marks.push(here);
        let by_words = app.reader.page.statement_near(here.top).is_some_and(|id| app.pack[id].id.is_none());
        let how = if by_words { "marked by its words, for this pack gives its statements no ids" } else { "marked" };
        app.message = Some(format!("{how}; {} lists the marks", keymap_name(Action::Marks)));
    }
    Effect::Marks
}

/// The first key of an action, for messages.
pub(crate) fn keymap_name(action: Action) -> &'static str {
    keymap::BINDINGS.iter().find(|b| b.action == action).and_then(|b| b.keys.first()).copied().unwrap_or_default()
}

/// Copies what is at hand.
pub(crate) fn copy(app: &mut App, form: griot_history::quote::Form) -> Effect {
    let Some(text) = crate::tui::copy::of_app(app, form) else {
        app.message = Some("there is nothing to copy here".into());
        return Effect::None;
    };
    let sent = app.settings.clipboard.sent();
    hand_over(app, &text, |words, cut| format!("{words} {sent}{cut}"))
}

/// Hands a text to the terminal's clipboard, as much of it as may go there; `told` makes the message of how many words
/// that was and of what was cut.
fn hand_over(app: &mut App, text: &str, told: impl Fn(&str, &str) -> String) -> Effect {
    let (text, cut) = griot_history::quote::capped(text);
    let count = text.split_whitespace().count();
    let words = if count == 1 { "1 word".to_owned() } else { format!("{count} words") };
    app.message = Some(told(&words, if cut { "; cut at 4 KiB, griot read prints it all" } else { "" }));
    Effect::Copy(text)
}

fn take_mouse(app: &mut App) -> Effect {
    app.settings.mouse = !app.settings.mouse;
    let told = if app.settings.mouse { "griot has the mouse" } else { "the terminal has the mouse; F3 takes it back" };
    app.message = Some(told.into());
    Effect::Mouse(app.settings.mouse)
}
