//! Keys while something lies on top.

use griot_history::quote::Form;
use griot_pack::pack::Target;

use super::help::{self, Row};
use super::prompt::edit;
use super::search_update::{catch_up, in_search, keep_recent, type_in as type_in_search};
use super::{Overlay, Popup, Then};
use crate::tui::action::{Action, Context, Effect};
use crate::tui::commands::{self, Verb};
use crate::tui::reader::jump_labels;
use crate::tui::shared::{Next, Shared};
use crate::tui::widgets::detail::Detail;
use crate::tui::widgets::input::Input;
use crate::tui::widgets::list::List;

const GONE: Then = Then::Close(Next::Stay);

/// Does what a key does.
#[deny(clippy::wildcard_enum_match_arm)]
pub fn update(overlay: Overlay, shared: &mut Shared, action: Action) -> Then {
    if action == Action::Escape {
        close(overlay, shared);
        return GONE;
    }
    let height = Popup::of(&overlay, shared).map_or(1, |popup| popup.height());
    match overlay {
        Overlay::Search(finder) => in_search(finder, shared, action, height),
        Overlay::Help { input, list, context } => in_help(shared, (input, list, context), action, height),
        Overlay::JumpLabels(typed) => in_labels(shared, typed, action),
        Overlay::Peek(page) => in_peek(shared, page, action, height),
        Overlay::Marks(list) => in_marks(shared, list, action, height),
        Overlay::CopyMenu { mut list, labels } => {
            if action == Action::Open {
                return Then::CopyAs(Form::ALL[list.chosen.min(Form::ALL.len() - 1)]);
            }
            step(&mut list, action, labels.len(), height);
            Then::Stay(Overlay::CopyMenu { list, labels })
        }
        Overlay::Types { mut list, rows } => {
            if action == Action::Open {
                return Then::Do(Action::ShowType(list.chosen));
            }
            step(&mut list, action, rows.len(), height);
            Then::Stay(Overlay::Types { list, rows })
        }
        Overlay::Ask(url) => in_ask(shared, url, action),
        Overlay::Filter(input) => in_filter(shared, input, action),
    }
}

/// Closes it: what was searched for is remembered, a filter that was being typed is dropped.
#[deny(clippy::wildcard_enum_match_arm)]
pub fn close(overlay: Overlay, shared: &mut Shared) {
    match overlay {
        Overlay::Search(mut finder) => {
            catch_up(&mut finder, shared);
            keep_recent(shared, &finder);
        }
        Overlay::Filter(_) => shared.filter.clear(),
        Overlay::Help { .. }
        | Overlay::Peek(_)
        | Overlay::JumpLabels(_)
        | Overlay::Marks(_)
        | Overlay::CopyMenu { .. }
        | Overlay::Types { .. }
        | Overlay::Ask(_) => {}
    }
}

/// Types a text into its prompt, if it has one.
#[deny(clippy::wildcard_enum_match_arm)]
pub fn type_in(overlay: &mut Overlay, shared: &mut Shared, text: &str) {
    match overlay {
        Overlay::Search(finder) => type_in_search(finder, shared, text),
        Overlay::Help { input, list, .. } => {
            input.insert_text(text);
            *list = List::default();
        }
        Overlay::Filter(input) => {
            input.insert_text(text);
            input.text().clone_into(&mut shared.filter);
        }
        Overlay::Peek(_)
        | Overlay::JumpLabels(_)
        | Overlay::Marks(_)
        | Overlay::CopyMenu { .. }
        | Overlay::Types { .. }
        | Overlay::Ask(_) => {}
    }
}

fn in_help(
    shared: &Shared,
    (mut input, mut list, context): (Input, List, Option<Context>),
    action: Action,
    height: usize,
) -> Then {
    let rows = help::rows(shared, input.text(), context);
    match action {
        Action::Open => {
            match commands::verb(input.text()) {
                Some((Verb::Language, code)) => return Then::Language(code.to_owned()),
                Some((Verb::Open, place)) => return Then::Place(place.to_owned()),
                Some((Verb::Export, form)) => return Then::Close(Next::Effect(Effect::Export(form.to_owned()))),
                None => {}
            }
            if let Some(Row::Key(binding)) = rows.get(list.chosen) {
                return Then::Run(binding.command);
            }
            if context.is_none() && !input.text().trim().is_empty() {
                return Then::Place(input.text().to_owned());
            }
        }
        Action::Lines(_) | Action::Pages(_) => {
            list.step(lines(action, rows.len(), height), rows.len(), height, |row| rows[row].can_be_chosen());
            input.leave();
        }
        _ => {
            if edit(&mut input, action) {
                list = List::default();
            }
        }
    }
    Then::Stay(Overlay::Help { input, list, context })
}

/// The list beneath follows what is typed; Enter keeps the filter, Esc takes it away.
fn in_filter(shared: &mut Shared, mut input: Input, action: Action) -> Then {
    match action {
        Action::Open => return GONE,
        Action::Lines(_) | Action::Pages(_) => {
            input.leave();
            return Then::Pass(Overlay::Filter(input), action);
        }
        _ => {
            if edit(&mut input, action) {
                input.text().clone_into(&mut shared.filter);
            }
        }
    }
    Then::Stay(Overlay::Filter(input))
}

fn in_labels(shared: &mut Shared, mut typed: String, action: Action) -> Then {
    if let Action::Type(c) = action {
        typed.push(c.to_ascii_lowercase());
    }
    let links = shared.reader.links_in_sight();
    let labels = jump_labels(links.len());
    if let Some(at) = labels.iter().position(|label| *label == typed) {
        let (link, goal) = (links[at].at, links[at].goal);
        shared.reader.focus(link);
        return Then::Close(shared.follow(goal));
    }
    if labels.iter().any(|label| label.starts_with(&typed)) {
        return Then::Stay(Overlay::JumpLabels(typed));
    }
    shared.say(format!("no link has the letters {typed}"));
    GONE
}

fn in_peek(shared: &Shared, mut page: Box<Detail>, action: Action, height: usize) -> Then {
    match action {
        Action::Lines(by) => page.scroll(by, height),
        Action::HalfPages(by) => page.scroll(by * (height / 2).max(1) as i32, height),
        Action::Pages(by) => page.scroll(by * height as i32, height),
        Action::Top => page.scroll(i32::MIN, height),
        Action::Bottom => page.scroll(i32::MAX, height),
        Action::Open => {
            return Then::Close(shared.reader.focused().map_or(Next::Stay, |goal| shared.follow(goal)));
        }
        _ => {}
    }
    Then::Stay(Overlay::Peek(page))
}

fn in_marks(shared: &Shared, mut list: List, action: Action, height: usize) -> Then {
    let marks = shared.marks.len();
    if action == Action::Open {
        // The notes stand beneath the marks.
        let note = || shared.notes.keys().nth(list.chosen.saturating_sub(marks)).copied();
        let open = |id| Then::Close(Next::Open(Target::Statement(id)));
        let mark = shared.marks.get(list.chosen).cloned().map(Then::Return);
        return mark.or_else(|| note().map(open)).unwrap_or(GONE);
    }
    step(&mut list, action, marks + shared.notes.len(), height);
    Then::Stay(Overlay::Marks(list))
}

fn in_ask(shared: &mut Shared, url: String, action: Action) -> Then {
    if action != Action::Open {
        return Then::Stay(Overlay::Ask(url));
    }
    if let Err(reason) = griot_pack::url::allowed(&url) {
        shared.say(format!("this URL is not opened: {reason}"));
        return GONE;
    }
    if let Some(browser) = &shared.browser {
        return Then::Close(Next::Effect(Effect::Run(browser.words(&url))));
    }
    shared.say("opened outside griot");
    Then::Close(Next::Effect(Effect::OpenUrl(url)))
}

/// Moves the choice of a list in a popup.
fn step(list: &mut List, action: Action, count: usize, height: usize) {
    list.step(lines(action, count, height), count, height, |_| true);
}

/// How many rows a key moves the choice.
fn lines(action: Action, count: usize, height: usize) -> i32 {
    match action {
        Action::Lines(by) => by,
        Action::HalfPages(by) => by * (height / 2).max(1) as i32,
        Action::Pages(by) => by * height.saturating_sub(1).max(1) as i32,
        Action::Top => -(count as i32),
        Action::Bottom => count as i32,
        _ => 0,
    }
}
