//! The keys and the mouse of the view.

use ratatui::layout::Position;

use crate::tui::app::{Action, App, Effect, Overlay};
use crate::tui::list::{List, Motion};
use crate::tui::panes::lists::{self, aside_text};
use griot_history::sources::{Line, Table, correction};
use griot_pack::pack::{SourceId, Target};

/// Does what a key does in this view.
pub(super) fn update(app: &mut App, action: Action) -> Effect {
    if app.bibliography.filter != app.filter {
        app.bibliography.refill(&app.pack, &app.filter);
    }
    if !(app.bibliography.side && in_aside(app, action)) {
        in_list(app, action);
    }
    settle(app);
    Effect::None
}

fn in_list(app: &mut App, action: Action) {
    match action {
        Action::Lines(by) => go(app, Motion::Rows(by)),
        Action::HalfPages(by) => go(app, Motion::HalfPages(by)),
        Action::Pages(by) => go(app, Motion::Pages(by)),
        Action::Top => go(app, Motion::Top),
        Action::Bottom => go(app, Motion::Bottom),
        Action::Passages(by) => go(app, Motion::Groups(by)),
        Action::Links(1..) => {
            app.bibliography.side = true;
            settle(app);
            step_link(app, 1);
        }
        Action::Panes(by) => app.bibliography.side = by > 0,
        Action::Peek => app.bibliography.side = true,
        Action::Open => open(app),
        Action::Cycle => order(app),
        Action::Variant => turn(app),
        Action::OpenOutside => outside(app, false),
        Action::OpenArchive => outside(app, true),
        _ => {}
    }
}

/// Keys while the page beside the list has them; whether it took this one.
fn in_aside(app: &mut App, action: Action) -> bool {
    let height = aside_height(app);
    let it = &mut app.bibliography;
    match action {
        Action::Lines(by) => it.aside.scroll(by, height),
        Action::HalfPages(by) => it.aside.scroll(by * (height / 2).max(1) as i32, height),
        Action::Pages(by) => it.aside.scroll(by * height.saturating_sub(2).max(1) as i32, height),
        Action::Top => it.aside.scroll(i32::MIN, height),
        Action::Bottom => it.aside.scroll(i32::MAX, height),
        Action::Links(by) => step_link(app, by),
        Action::Panes(1..) => {}
        Action::Panes(_) | Action::Peek => it.side = false,
        Action::Open => match it.aside.link.and_then(|_| it.aside.target()) {
            Some(target) => super::open(app, target),
            None => open(app),
        },
        _ => return false,
    }
    true
}

/// Steps through the places that the page leads to; before the first the list has the keys again.
fn step_link(app: &mut App, by: i32) {
    let height = aside_height(app);
    if app.bibliography.aside.step(by, height) {
        let alone = lists::of_sources(app).is_some_and(|places| places.list.width == 0);
        app.bibliography.side = app.bibliography.aside.link.is_some() || alone;
    } else if by < 0 {
        app.bibliography.side = false;
    } else {
        app.message = Some("no more places to go to".into());
    }
}

/// Goes to where the chosen source is first cited, to the chosen correction or era.
fn open(app: &mut App) {
    let target = match app.bibliography.chosen() {
        Some(Line::Source(source)) => {
            app.bibliography.citations_of(source).first().map(griot_history::sources::Citation::target)
        }
        Some(Line::Correction(statement)) => Some(Target::Statement(statement)),
        Some(Line::Era(era)) => Some(Target::Era(era)),
        Some(Line::All | Line::Kind(..)) | None => None,
    };
    match target {
        Some(target) => super::open(app, target),
        None => app.message = Some("nothing to open here".into()),
    }
}

/// Lays out what is told of the choice, and keeps which source it is.
fn settle(app: &mut App) {
    if let Some(Line::Source(source)) = app.bibliography.chosen() {
        app.bibliography.source = Some(source);
    }
    app.fit();
}

fn aside_height(app: &App) -> usize {
    lists::of_sources(app).and_then(|places| places.aside).map_or(1, |pane| usize::from(pane.height.max(1)))
}

fn go(app: &mut App, motion: Motion) {
    let Some(places) = lists::of_sources(app) else { return };
    let mut list = app.bibliography.list();
    let rows = app.bibliography.rows_in(&app.pack, places.list.width, app.settings.ascii);
    list.go(motion, &rows, usize::from(places.list.height.max(1)));
    *app.bibliography.list_mut() = list;
}

fn order(app: &mut App) {
    let it = &mut app.bibliography;
    it.next_order();
    *it.list_mut() = List::default();
    it.refill(&app.pack, &app.filter);
    app.message = Some(format!("sorted by {}", it.table.sorted_by(it.order())));
}

/// Turns from the sources to the corrections, to how well each era is known, and back.
fn turn(app: &mut App) {
    let it = &mut app.bibliography;
    it.table = it.table.next();
    it.side = false;
    it.refill(&app.pack, &app.filter);
}

/// Shows the address of the chosen source, or of its archived copy; of a correction, that of the first source on whose
/// word it rests and that has one.
fn outside(app: &mut App, archive: bool) {
    let pack = &app.pack;
    let address = |source: &SourceId| {
        let it = &pack[*source];
        if archive { it.archive.as_ref() } else { it.url.as_ref() }
    };
    let (found, none) = match app.bibliography.chosen() {
        Some(Line::Source(source)) => {
            let none = if archive { "no archived copy is known" } else { "this source has no address" };
            (address(&source), none.to_owned())
        }
        Some(Line::Correction(statement)) => {
            let notes = correction(pack, statement).map_or(&[][..], |it| it.word_of);
            let none =
                if archive { "none of its sources has an archived copy" } else { "none of its sources has an address" };
            (notes.iter().find_map(|note| address(&pack[*note].source)), none.to_owned())
        }
        _ => {
            let key = super::keymap_name(Action::Variant);
            (None, format!("it is sources that have addresses; {key} turns to them"))
        }
    };
    match found.map(ToString::to_string) {
        Some(address) => app.overlay = Some(Overlay::Ask(address)),
        None => app.message = Some(none),
    }
}

/// A button went down at a cell of the view.
pub(super) fn click(app: &mut App, at: Position, _second: bool) {
    let Some(places) = lists::of_sources(app) else { return };
    if let Some(pane) = places.aside.map(aside_text).filter(|pane| pane.contains(at)) {
        app.bibliography.side = true;
        let row = at.y - pane.y;
        if let Some(link) = app.bibliography.aside.link_at(at.x - pane.x, row, usize::from(pane.height)) {
            app.bibliography.aside.link = Some(link);
            in_aside(app, Action::Open);
        }
    } else if places.list.contains(at) {
        app.bibliography.side = false;
        let rows = app.bibliography.rows_in(&app.pack, places.list.width, app.settings.ascii);
        let list = app.bibliography.list_in(&app.pack, places.list, app.settings.ascii);
        let Some(row) = list.row_at(usize::from(at.y - places.list.y), &rows) else { return };
        let again = row == list.chosen;
        *app.bibliography.list_mut() = List { chosen: row, ..list };
        if again {
            open(app);
        }
    } else {
        return;
    }
    settle(app);
}

/// The wheel turned at a cell of the view, in lines.
pub(super) fn wheel(app: &mut App, at: Position, lines: i32) {
    let Some(places) = lists::of_sources(app) else { return };
    if places.aside.is_some_and(|pane| pane.contains(at)) {
        let height = aside_height(app);
        app.bibliography.aside.scroll(lines, height);
    } else {
        go(app, Motion::Rows(lines));
        settle(app);
    }
}

/// The view is about to be shown: it takes over the footnote in focus.
pub(super) fn enter(app: &mut App) {
    app.bibliography.side = false;
    app.bibliography.refill(&app.pack, &app.filter);
    settle(app);
    if let Some(note) = app.reader.focused_note(&app.pack) {
        choose(app, app.pack[note].source);
    }
}

/// The view is shown again as it was left, with a source chosen.
pub(super) fn come_back(app: &mut App, source: Option<SourceId>) {
    if app.bibliography.lines.is_empty() && app.bibliography.filter.is_empty() {
        enter(app);
    } else {
        app.filter.clone_from(&app.bibliography.filter);
    }
    if let Some(source) = source.filter(|source| app.bibliography.source != Some(*source)) {
        choose(app, source);
    }
}

/// Chooses a source in the list of sources.
pub(super) fn choose(app: &mut App, source: SourceId) {
    app.filter.clear();
    app.bibliography.side = false;
    app.bibliography.table = Table::Sources;
    app.bibliography.source = Some(source);
    app.bibliography.refill(&app.pack, "");
    // What comes before stays in sight as well.
    let height = lists::of_sources(app).map_or(1, |places| usize::from(places.list.height));
    let list = app.bibliography.list_mut();
    list.top = list.chosen.saturating_sub(height / 3);
    settle(app);
}

/// Leaves the page beside the list for the list; whether it had the keys.
pub(super) fn leave_side(app: &mut App) -> bool {
    if app.bibliography.side {
        app.bibliography.side = false;
        app.bibliography.aside.link = None;
        settle(app);
        return true;
    }
    false
}
