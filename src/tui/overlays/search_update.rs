//! Keys of the search.

use griot_history::search::Index;
use griot_pack::pack::{StatementId, Target};

use super::prompt::edit;
use super::search::{Finder, Goal, RECENT};
use super::{Overlay, Then};
use crate::tui::action::Action;
use crate::tui::reader::Find;
use crate::tui::shared::{Next, Shared};
use crate::tui::widgets::input::Input;

impl Overlay {
    /// The search, with something typed already.
    #[must_use]
    pub fn search(shared: &mut Shared, typed: &str) -> Self {
        let index = shared.index.take().unwrap_or_else(|| Index::new(&shared.pack));
        shared.read_geo();
        let finder = Finder::new(&shared.pack, &index, typed, &shared.recent);
        shared.index = Some(index);
        Self::Search(Box::new(finder))
    }
}

pub(super) fn in_search(mut finder: Box<Finder>, shared: &mut Shared, action: Action, height: usize) -> Then {
    // A row is chosen among those that answer what was typed.
    if action != Action::Erase {
        catch_up(&mut finder, shared);
    }
    match action {
        Action::Open => return choose(finder, shared),
        Action::HitsInText => return hits_in_text(&finder, shared),
        Action::Lines(..0) if finder.list.chosen == first_row(&finder) && finder.input.text().is_empty() => {
            recent(shared, &mut finder);
        }
        Action::Recent => recent(shared, &mut finder),
        Action::Lines(by) => {
            finder.step(by, height);
            finder.input.leave();
        }
        Action::Pages(by) => {
            finder.step(by * height.saturating_sub(1).max(1) as i32, height);
            finder.input.leave();
        }
        Action::Complete => {
            if finder.complete() {
                again(shared, &mut finder);
            }
        }
        _ => {
            if edit(&mut finder.input, action) {
                finder.recent = None;
                again(shared, &mut finder);
            }
        }
    }
    Then::Stay(Overlay::Search(finder))
}

/// Types a text into the search, and answers once.
pub(super) fn type_in(finder: &mut Finder, shared: &Shared, text: &str) {
    finder.input.insert_text(text);
    finder.recent = None;
    again(shared, finder);
}

/// Leaves the search and lights every hit in the text.
fn hits_in_text(finder: &Finder, shared: &mut Shared) -> Then {
    let typed = finder.input.text();
    keep_recent(shared, finder);
    light(shared, finder);
    let statements = in_reading_order(finder);
    let Some(first) = statements.first() else {
        shared.say(format!("nothing in the text for {typed}"));
        return Then::Close(Next::Stay);
    };
    let here = shared.reader.statement();
    let next = statements.iter().find(|id| Some(**id) >= here).unwrap_or(first);
    let (on, back) = (shared.key("next-hit"), shared.key("previous-hit"));
    shared.say(format!("{} in the text: {on} {back} go through them", statements.len()));
    Then::Close(Next::Open(Target::Statement(*next)))
}

fn first_row(finder: &Finder) -> usize {
    finder.rows.iter().position(|row| row.goal().is_some()).unwrap_or(0)
}

fn again(shared: &Shared, finder: &mut Finder) {
    if let Some(index) = &shared.index {
        finder.search((&shared.pack, index), &shared.recent, &|| shared.waiting.is_typed());
    }
}

/// Finds the answer that was given up for a key, whatever else is typed by now.
pub(super) fn catch_up(finder: &mut Finder, shared: &Shared) {
    if let (true, Some(index)) = (finder.is_behind, &shared.index) {
        finder.search((&shared.pack, index), &shared.recent, &|| false);
    }
}

/// Brings the recent searches into the line, one after the other.
fn recent(shared: &mut Shared, finder: &mut Finder) {
    if shared.recent.is_empty() {
        shared.say("no recent searches");
        return;
    }
    let next = finder.recent.map_or(0, |at| (at + 1) % shared.recent.len());
    finder.input = Input::of(&shared.recent[next]);
    again(shared, finder);
    finder.recent = Some(next);
}

/// Opens the chosen row.
fn choose(finder: Box<Finder>, shared: &mut Shared) -> Then {
    let next = match finder.chosen() {
        Some(Goal::Query(typed)) => return Then::Stay(Overlay::search(shared, &typed)),
        Some(Goal::Target(target)) => Next::Open(target),
        Some(Goal::Source(source)) => Next::OpenSource(source),
        None => {
            shared.say("nothing found");
            return Then::Stay(Overlay::Search(finder));
        }
    };
    keep_recent(shared, &finder);
    light(shared, &finder);
    Then::Close(next)
}

/// The statements that were found, as they follow one another in the text.
fn in_reading_order(finder: &Finder) -> Vec<StatementId> {
    let mut statements: Vec<StatementId> = finder.answer.text().collect();
    statements.sort_unstable();
    statements
}

/// Lights the words of a search in the text.
fn light(shared: &mut Shared, finder: &Finder) {
    let query = &finder.answer.query;
    let words = query.looked_for();
    shared.reader.find = Some(Find {
        typed: finder.input.text().trim().to_owned(),
        words: words.split(' ').filter(|w| w.len() > 1).map(str::to_owned).collect(),
        statements: in_reading_order(finder),
    });
}

/// Keeps a search that has found something.
pub(super) fn keep_recent(shared: &mut Shared, finder: &Finder) {
    let typed = finder.input.text().trim();
    if finder.has_found() {
        shared.recent.retain(|t| t != typed);
        shared.recent.insert(0, typed.to_owned());
        shared.recent.truncate(RECENT);
    }
}
