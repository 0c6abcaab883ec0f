//! The only writer: what each action does to the state.

mod map;
mod mouse;
pub(crate) mod popup;
mod read;
mod sources;
mod timeline;
mod who;

use crate::app::{Action, App, Context, Effect, Overlay, Screen, Spot};
use crate::chronicle;
use crate::keymap;
use crate::pack::{StatementId, Target};
use crate::text::page::PageOf;

/// Changes the state; what the terminal is to do besides drawing it anew.
pub fn update(app: &mut App, action: Action) -> Effect {
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
        Action::Click { column, row, second } => return mouse::click(app, column, row, second),
        Action::Wheel { column, row, lines } => mouse::wheel(app, column, row, lines),
        _ if app.overlay.is_some() => return popup::update(app, action),
        _ => return view(app, action),
    }
    Effect::None
}

/// What the keys do in the views, with no popup on top.
fn view(app: &mut App, action: Action) -> Effect {
    match action {
        Action::Search => popup::search(app, ""),
        Action::Help => popup::help(app, Some(app.view_context())),
        Action::Palette => popup::help(app, None),
        Action::Marks => popup::marks(app),
        Action::CopyMenu => app.overlay = Some(Overlay::CopyMenu(crate::list::List::default())),
        Action::Show(screen) => show(app, screen),
        Action::Back => back(app),
        Action::Forward => forward(app),
        Action::Mark => mark(app),
        Action::Copy => return copy(app, crate::quote::Form::Quote),
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
        app.message = Some(format!("{when}¶ {} · {}", app.pack.address(it.passage), it.text));
    }
}

/// Filters and their leaving are the same in every view with a list; the rest is each view's own.
fn in_screen(app: &mut App, action: Action) -> Effect {
    match action {
        Action::Filter => {
            app.overlay = Some(Overlay::Filter(crate::input::Input::of(&app.filter)));
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

/// Keeps the present place for the way back.
pub(crate) fn remember(app: &mut App) {
    const MOST: usize = 500;
    let here = app.here();
    if app.past.last() != Some(&here) {
        app.past.push(here);
    }
    if app.past.len() > MOST {
        app.past.remove(0);
    }
    app.future.clear();
}

fn back(app: &mut App) {
    match app.past.pop() {
        Some(spot) => {
            app.future.push(app.here());
            restore(app, spot);
        }
        None => app.message = Some("this is where you came in".into()),
    }
}

fn forward(app: &mut App) {
    match app.future.pop() {
        Some(spot) => {
            app.past.push(app.here());
            restore(app, spot);
        }
        None => app.message = Some("nothing to go forward to".into()),
    }
}

/// Returns to a place exactly as it was.
pub(crate) fn restore(app: &mut App, spot: Spot) {
    if app.screen != spot.screen {
        app.filter.clear();
    }
    app.screen = spot.screen;
    app.in_hand = spot.in_hand;
    turn(app, spot.of);
    let reader = &mut app.reader;
    (reader.top, reader.hand, reader.link) = (spot.top, spot.hand, spot.link);
    (reader.note, reader.ended) = (spot.note, spot.ended);
    app.card_top = 0;
    match spot.screen {
        Screen::Who => who::come_back(app),
        Screen::Sources => sources::come_back(app, spot.source),
        Screen::Map => map::take_up(app),
        Screen::Read | Screen::Timeline => enter(app, None),
    }
    app.fit();
}

/// Turns the page, if it is another; the place on it stays for the caller to set.
fn turn(app: &mut App, of: PageOf) {
    if app.reader.page.of == of {
        app.reader.settle();
    } else {
        if matches!(of, PageOf::Entity(_)) {
            read_geo(app);
        }
        app.reader.turn(&app.pack, of, app.geo.as_ref());
    }
    app.card_top = 0;
}

/// Reads the map at the first need. A pack that was opened has one that can be read.
pub(crate) fn read_geo(app: &mut App) {
    if app.geo.is_none() {
        app.geo = app.pack.geo().ok();
    }
}

/// Goes to what an id or a link names, and keeps the way back.
pub fn open(app: &mut App, target: Target) {
    remember(app);
    app.screen = Screen::Read;
    app.pane = crate::app::Pane::Text;
    match target {
        Target::Entity(entity) => {
            turn(app, PageOf::Entity(entity));
            app.reader.top = crate::text::Anchor::default();
            app.fit();
        }
        Target::Era(era) => {
            turn(app, PageOf::Era(era));
            app.reader.top = crate::text::Anchor::default();
            app.fit();
        }
        Target::Chapter(_) | Target::Passage(_) => {
            if let Some(statement) = app.pack.first_statement(target) {
                step_to(app, statement);
                app.reader.go_to_top(statement);
                lift_heading(app, target);
            }
        }
        Target::Statement(statement) => step_to(app, statement),
    }
}

/// Shows a source where it stands in the bibliography.
pub(crate) fn open_source(app: &mut App, source: crate::pack::SourceId) {
    if app.screen == Screen::Sources {
        remember(app);
    }
    show(app, Screen::Sources);
    sources::choose(app, source);
}

/// A chapter begins with its heading in sight.
fn lift_heading(app: &mut App, target: Target) {
    if matches!(target, Target::Chapter(_)) {
        let line = app.reader.top_line();
        app.reader.top = app.reader.layout.anchor_at(line.saturating_sub(2));
    }
}

/// Goes to a statement in the text without keeping a way back: for stepping.
pub(crate) fn step_to(app: &mut App, statement: StatementId) {
    let era = PageOf::Era(app.pack.era_of(statement));
    let on_page = app.reader.page.anchor_of(statement).is_some() && matches!(app.reader.page.of, PageOf::Era(_));
    if !on_page {
        turn(app, era);
        app.reader.top = crate::text::Anchor::default();
    }
    app.fit();
    app.reader.go(statement);
    app.card_top = 0;
}

/// Steps through the dated statements in date order, from the one nearest to the eye.
pub(crate) fn dated_in_order(app: &mut App, by: i32) {
    let pack = &app.pack;
    let order = pack.chronology();
    let eye = app.reader.eye(pack);
    let near = eye.and_then(|id| chronicle::nearest_dated(pack, id));
    let Some(at) = near.and_then(|near| order.iter().position(|id| *id == near)) else {
        app.message = Some("nothing in the text is dated".into());
        return;
    };
    // From a statement without a date, the nearest dated one may itself be the next or the previous.
    let on_the_way = if by > 0 { near > eye } else { near < eye };
    let to = if on_the_way { Some(at) } else { at.checked_add_signed(by as isize) };
    match to.and_then(|to| order.get(to).copied()) {
        Some(statement) => step_to(app, statement),
        None => {
            app.message = Some(if by > 0 { "this is the last date".into() } else { "this is the first date".into() });
        }
    }
}

fn mark(app: &mut App) {
    let here = app.here();
    let same = |spot: &Spot| spot.of == here.of && spot.top == here.top;
    if let Some(at) = app.marks.iter().position(same) {
        app.marks.remove(at);
        app.message = Some("the mark is taken away".into());
    } else {
        app.marks.push(here);
        app.message = Some(format!("marked; {} in the list", keymap_name(Action::Marks)));
    }
}

/// The first key of an action, for messages.
pub(crate) fn keymap_name(action: Action) -> &'static str {
    keymap::BINDINGS.iter().find(|b| b.action == action).and_then(|b| b.keys.first()).copied().unwrap_or_default()
}

/// Copies what is at hand.
pub(crate) fn copy(app: &mut App, form: crate::quote::Form) -> Effect {
    let Some(text) = crate::quote::of_app(app, form) else {
        app.message = Some("there is nothing to copy here".into());
        return Effect::None;
    };
    let (text, cut) = crate::quote::capped(&text);
    let words = text.split_whitespace().count();
    let more = if cut { "; cut at 4 KiB, griot read prints it all" } else { "" };
    app.message = Some(format!("{words} words sent to the terminal’s clipboard{more}"));
    Effect::Copy(text)
}

fn take_mouse(app: &mut App) -> Effect {
    app.settings.mouse = !app.settings.mouse;
    let told = if app.settings.mouse { "griot has the mouse" } else { "the terminal has the mouse; F3 takes it back" };
    app.message = Some(told.into());
    Effect::Mouse(app.settings.mouse)
}
