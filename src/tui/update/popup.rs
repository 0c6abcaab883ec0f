//! Popups: search, help, peek, letters, marks, the copy menu and the question before an address is opened.

use super::finder::{in_search, keep_recent};
use crate::tui::app::{Action, App, Context, Effect, Overlay, Screen};
use crate::tui::input::Input;
use crate::tui::keymap;
use crate::tui::list::List;
use crate::tui::reader::letters;
use griot_history::quote::Form;

/// Opens the key table of a context, or of everything.
pub(super) fn help(app: &mut App, context: Option<Context>) {
    app.overlay = Some(Overlay::Help { input: Input::default(), list: List::default(), context });
}

pub(super) fn marks(app: &mut App) {
    if app.marks.is_empty() {
        app.message = Some(format!("no marks yet: {} makes one", super::keymap_name(Action::Mark)));
    } else {
        app.overlay = Some(Overlay::Marks(List::default()));
    }
}

pub(super) fn close(app: &mut App) {
    if let Some(Overlay::Filter(_)) = app.overlay {
        app.overlay = None;
        app.filter.clear();
        super::in_screen(app, Action::Lines(0));
    }
    if let Some(Overlay::Search(finder)) = app.overlay.take() {
        keep_recent(app, &finder);
    }
}

/// Does what a key does while a popup is open.
pub(super) fn update(app: &mut App, action: Action) -> Effect {
    if action == Action::Escape {
        close(app);
        return Effect::None;
    }
    let height = crate::tui::panes::popup_rows(app);
    match app.overlay.take() {
        Some(Overlay::Search(finder)) => in_search(app, finder, action, height),
        Some(Overlay::Help { input, list, context }) => return in_help(app, input, list, context, action, height),
        Some(Overlay::Letters(typed)) => in_letters(app, typed, action),
        Some(Overlay::Peek { top }) => in_peek(app, top, action, height),
        Some(Overlay::Marks(list)) => in_marks(app, list, action, height),
        Some(Overlay::CopyMenu(list)) => return in_copy_menu(app, list, action, height),
        Some(Overlay::Ask(address)) => return in_ask(app, address, action),
        Some(Overlay::Filter(input)) => in_filter(app, input, action),
        None => {}
    }
    Effect::None
}

/// Types a text into the prompt that is open, if one is.
pub(super) fn type_in(app: &mut App, text: &str) {
    match app.overlay.take() {
        Some(Overlay::Search(finder)) => app.overlay = Some(Overlay::Search(super::finder::type_in(app, finder, text))),
        Some(Overlay::Help { mut input, context, .. }) => {
            input.insert_text(text);
            app.overlay = Some(Overlay::Help { input, list: List::default(), context });
        }
        Some(Overlay::Filter(mut input)) => {
            input.insert_text(text);
            input.text().clone_into(&mut app.filter);
            super::in_screen(app, Action::Lines(0));
            app.overlay = Some(Overlay::Filter(input));
        }
        other => app.overlay = other,
    }
}

/// Edits the line of a prompt; whether its text changed.
pub(super) fn edit(input: &mut Input, action: Action) -> bool {
    let before = input.text().to_owned();
    match action {
        Action::Type(c) => input.insert(c),
        Action::Cursor(by) => input.step(by),
        Action::CursorWord(by) => input.step_word(by),
        Action::CursorEnd(by) => input.to_end(by),
        Action::Erase => input.erase(),
        Action::EraseNext => input.erase_next(),
        Action::EraseWord => input.erase_word(),
        Action::EraseLine => input.erase_line(),
        Action::EraseRest => input.erase_rest(),
        _ => {}
    }
    input.text() != before
}

fn in_help(
    app: &mut App,
    mut input: Input,
    mut list: List,
    context: Option<Context>,
    action: Action,
    height: usize,
) -> Effect {
    let count = keymap::rows(input.text(), context).len();
    match action {
        Action::Open => {
            let rows = keymap::rows(input.text(), context);
            let Some(binding) = rows.get(list.chosen) else { return Effect::None };
            let here = binding.contexts.contains(&app.view_context()) || binding.contexts.contains(&Context::Any);
            if let (false, Some(screen)) = (here, screen_of(binding.contexts[0])) {
                super::show(app, screen);
            }
            return super::update(app, binding.action);
        }
        Action::Lines(by) => list.step(by, count, height, |_| true),
        Action::Pages(by) => list.step(by * height.saturating_sub(1).max(1) as i32, count, height, |_| true),
        _ => {
            if edit(&mut input, action) {
                list = List::default();
            }
        }
    }
    app.overlay = Some(Overlay::Help { input, list, context });
    Effect::None
}

/// The list beneath follows what is typed; Enter keeps the filter, Esc takes it away.
fn in_filter(app: &mut App, mut input: Input, action: Action) {
    match action {
        Action::Open => return,
        Action::Lines(_) | Action::Pages(_) => {
            super::in_screen(app, action);
        }
        _ => {
            if edit(&mut input, action) {
                input.text().clone_into(&mut app.filter);
                super::in_screen(app, Action::Lines(0));
            }
        }
    }
    app.overlay = Some(Overlay::Filter(input));
}

const fn screen_of(context: Context) -> Option<Screen> {
    match context {
        Context::Read | Context::Select => Some(Screen::Read),
        Context::Timeline => Some(Screen::Timeline),
        Context::Map => Some(Screen::Map),
        Context::Who => Some(Screen::Who),
        Context::Sources => Some(Screen::Sources),
        Context::Any | Context::Pick | Context::Prompt | Context::Letters => None,
    }
}

fn in_letters(app: &mut App, mut typed: String, action: Action) {
    if let Action::Type(c) = action {
        typed.push(c.to_ascii_lowercase());
    }
    let links = app.reader.links_in_sight();
    let labels = letters(links.len());
    if let Some(at) = labels.iter().position(|label| *label == typed) {
        app.reader.focus(links[at]);
        super::open(app, app.reader.layout.links[links[at]].target);
    } else if labels.iter().any(|label| label.starts_with(&typed)) {
        app.overlay = Some(Overlay::Letters(typed));
    } else {
        app.message = Some(format!("no link has the letters {typed}"));
    }
}

fn in_peek(app: &mut App, mut top: u16, action: Action, height: usize) {
    let by = match action {
        Action::Lines(by) => by,
        Action::HalfPages(by) => by * (height / 2) as i32,
        Action::Pages(by) => by * height as i32,
        Action::Top => -9999,
        Action::Open => {
            if let Some(target) = app.reader.focused().map(|link| link.target) {
                super::open(app, target);
            }
            return;
        }
        _ => 0,
    };
    top = top.saturating_add_signed(by.clamp(-9999, 9999) as i16);
    let lines = crate::tui::panes::peek_lines(app);
    app.overlay = Some(Overlay::Peek { top: top.min(lines.saturating_sub(height) as u16) });
}

fn in_marks(app: &mut App, mut list: List, action: Action, height: usize) {
    let count = app.marks.len();
    match action {
        Action::Open => {
            if let Some(spot) = app.marks.get(list.chosen).copied() {
                super::remember(app);
                super::restore(app, spot);
            }
            return;
        }
        _ => step(&mut list, action, count, height),
    }
    app.overlay = Some(Overlay::Marks(list));
}

fn in_copy_menu(app: &mut App, mut list: List, action: Action, height: usize) -> Effect {
    if action == Action::Open {
        return super::copy(app, Form::ALL[list.chosen.min(Form::ALL.len() - 1)]);
    }
    step(&mut list, action, Form::ALL.len(), height);
    app.overlay = Some(Overlay::CopyMenu(list));
    Effect::None
}

fn in_ask(app: &mut App, address: String, action: Action) -> Effect {
    if action == Action::Open {
        if let Err(reason) = griot_pack::url::allowed(&address) {
            app.message = Some(format!("this address is not opened: {reason}"));
            return Effect::None;
        }
        app.message = Some("opened outside griot".into());
        return Effect::OpenUrl(address);
    }
    app.overlay = Some(Overlay::Ask(address));
    Effect::None
}

/// Moves the choice of a list in a popup.
fn step(list: &mut List, action: Action, count: usize, height: usize) {
    let by = match action {
        Action::Lines(by) => by,
        Action::HalfPages(by) => by * (height / 2).max(1) as i32,
        Action::Pages(by) => by * height.saturating_sub(1).max(1) as i32,
        Action::Top => -(count as i32),
        Action::Bottom => count as i32,
        _ => 0,
    };
    list.step(by, count, height, |_| true);
}
