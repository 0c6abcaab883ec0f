//! The search popup.

use super::popup::edit;
use crate::tui::app::{Action, App, Overlay};
use crate::tui::finder::{Finder, Goal, RECENT};
use crate::tui::input::Input;
use crate::tui::reader::Find;
use griot_history::search::Index;

/// Opens the search popup.
pub(super) fn search(app: &mut App, typed: &str) {
    let index = app.index.take().unwrap_or_else(|| Index::new(&app.pack));
    super::read_geo(app);
    app.overlay = Some(Overlay::Search(Box::new(Finder::new(&app.pack, &index, typed, &app.recent))));
    app.index = Some(index);
}

pub(super) fn in_search(app: &mut App, mut finder: Box<Finder>, action: Action, height: usize) {
    match action {
        Action::Open => {
            let goal = finder.chosen();
            app.overlay = Some(Overlay::Search(finder));
            choose(app, goal);
            return;
        }
        Action::HitsInText => {
            let (typed, statements) = (finder.input.text().to_owned(), finder.answer.text.clone());
            keep_recent(app, &finder);
            light(app, &finder);
            match statements.first() {
                Some(first) => {
                    let eye = app.reader.eye(&app.pack);
                    let next = statements.iter().find(|id| Some(**id) >= eye).unwrap_or(first);
                    super::open(app, griot_pack::pack::Target::Statement(*next));
                    let count = statements.len();
                    app.message = Some(format!("{count} in the text: n N go through them"));
                }
                None => app.message = Some(format!("nothing in the text for {typed}")),
            }
            return;
        }
        Action::Lines(..0) if finder.list.chosen == first_row(&finder) && finder.input.text().is_empty() => {
            recent(app, &mut finder);
        }
        Action::Recent => recent(app, &mut finder),
        Action::Lines(by) => finder.step(by, height),
        Action::Pages(by) => finder.step(by * height.saturating_sub(1).max(1) as i32, height),
        Action::Complete => {
            if finder.complete() {
                again(app, &mut finder);
            }
        }
        _ => {
            if edit(&mut finder.input, action) {
                finder.recent = None;
                again(app, &mut finder);
            }
        }
    }
    app.overlay = Some(Overlay::Search(finder));
}

/// Types a text into the search and answers once.
pub(super) fn type_in(app: &mut App, mut finder: Box<Finder>, text: &str) -> Box<Finder> {
    finder.input.insert_text(text);
    finder.recent = None;
    again(app, &mut finder);
    finder
}

fn first_row(finder: &Finder) -> usize {
    finder.rows.iter().position(|row| row.goal().is_some()).unwrap_or(0)
}

fn again(app: &mut App, finder: &mut Finder) {
    if let Some(index) = &app.index {
        finder.search(&app.pack, index, &app.recent);
    }
}

/// Brings the recent searches into the line, one after the other.
fn recent(app: &mut App, finder: &mut Finder) {
    if app.recent.is_empty() {
        app.message = Some("no recent searches".into());
        return;
    }
    let next = finder.recent.map_or(0, |at| (at + 1) % app.recent.len());
    finder.input = Input::of(&app.recent[next]);
    again(app, finder);
    finder.recent = Some(next);
}

/// Opens the chosen row of the search.
fn choose(app: &mut App, goal: Option<Goal>) {
    match goal {
        Some(Goal::Query(typed)) => search(app, &typed),
        Some(goal) => {
            if let Some(Overlay::Search(finder)) = app.overlay.take() {
                keep_recent(app, &finder);
                light(app, &finder);
            }
            match goal {
                Goal::Target(target) => super::open(app, target),
                Goal::Source(source) => super::open_source(app, source),
                Goal::Query(_) => {}
            }
        }
        None => app.message = Some("nothing found".into()),
    }
}

/// Lights the words of a search in the text, for `n` and `N`.
fn light(app: &mut App, finder: &Finder) {
    let query = &finder.answer.query;
    let words = if query.words.is_empty() && query.when.is_some() { &query.whole } else { &query.words };
    app.reader.find = Some(Find {
        typed: finder.input.text().trim().to_owned(),
        words: words.split(' ').filter(|w| w.len() > 1).map(str::to_owned).collect(),
        statements: finder.answer.text.clone(),
    });
}

/// Keeps a search that has found something.
pub(super) fn keep_recent(app: &mut App, finder: &Finder) {
    let typed = finder.input.text().trim();
    if finder.has_found() {
        app.recent.retain(|t| t != typed);
        app.recent.insert(0, typed.to_owned());
        app.recent.truncate(RECENT);
    }
}
