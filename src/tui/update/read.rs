//! The reading view.

mod links;

use crate::tui::app::{Action, App, Effect, Pane, Screen, Settings};
use crate::tui::panes::{SidebarRow, sidebar_rows};
use griot_history::text::page::PageOf;
use griot_pack::pack::{EraId, Standing, Target};

pub(super) fn update(app: &mut App, action: Action) -> Effect {
    let taken = match app.pane {
        Pane::Sidebar => in_sidebar(app, action),
        Pane::Card => in_card(app, action),
        Pane::Text => false,
    };
    if taken {
        return Effect::None;
    }
    match action {
        Action::Lines(by) => scroll(app, by, crate::tui::reader::Reader::scroll),
        Action::HalfPages(by) => scroll(app, by, crate::tui::reader::Reader::half_page),
        Action::Pages(by) => turn_page(app, by),
        Action::Top => to_end(app, false),
        Action::Bottom => to_end(app, true),
        Action::Passages(by) => passages(app, by),
        Action::Panes(by) => panes(app, by),
        Action::Links(by) => links::links(app, by),
        Action::Notes(by) => links::notes(app, by),
        Action::Hits(by) => links::hits(app, by),
        Action::Open => links::open(app),
        Action::Peek => links::peek(app),
        Action::Letters => links::letters(app),
        Action::Escape => escape(app),
        Action::Wider(by) => wider(app, by),
        Action::Sidebar(by) => super::sidebar::step(app, by),
        Action::OnlyText => {
            app.settings.only_text = !app.settings.only_text;
            app.pane = Pane::Text;
            app.fit();
        }
        Action::Trust => {
            app.settings.trust = !app.settings.trust;
            app.message = Some(if app.settings.trust { legend(app) } else { "trust margin off".into() });
        }
        Action::Select => super::select::begin(app),
        Action::CursorWord(_) => app.message = Some(format!("{} begins to select", super::keymap_name(Action::Select))),
        Action::OpenOutside => links::outside(app),
        _ => {}
    }
    Effect::None
}

/// The signs of the trust margin that are in sight, explained.
fn legend(app: &App) -> String {
    let lines = &app.reader.layout.lines[app.reader.window()];
    let seen = lines.iter().flat_map(|line| line.runs.iter().filter_map(|run| run.statement));
    let mut standings: Vec<Standing> = seen.map(|id| app.pack[id].standing).collect();
    standings.sort_unstable();
    standings.dedup();
    let said = standings.iter().map(|it| format!("{} {}", it.sign(app.settings.ascii), it.name()));
    said.collect::<Vec<_>>().join("   ")
}

/// Scrolls; at the edge of an era it pauses once and then goes on in the next.
pub(super) fn scroll(app: &mut App, by: i32, how: impl Fn(&mut crate::tui::reader::Reader, i32) -> i32) {
    if by == 0 || how(&mut app.reader, by) != 0 {
        (app.card_top, app.card_link) = (0, None);
        return;
    }
    let Some(next) = beside(app, by) else {
        app.message = Some(if by > 0 { "this is the end".into() } else { "this is the beginning".into() });
        return;
    };
    if app.reader.edge == by.signum() {
        enter(app, next, by);
    } else {
        app.reader.edge = by.signum();
        let title = &app.pack[next].title;
        app.message = Some(if by > 0 {
            format!("end of the era · once more for {title}")
        } else {
            format!("once more for {title}")
        });
    }
}

fn turn_page(app: &mut App, by: i32) {
    if app.reader.turn_page(by) == 0 {
        match beside(app, by) {
            Some(next) => enter(app, next, by),
            None => app.message = Some(if by > 0 { "this is the end".into() } else { "this is the beginning".into() }),
        }
    }
    (app.card_top, app.card_link) = (0, None);
}

/// The era before or after the one on the page; an entity's page has neither.
fn beside(app: &App, by: i32) -> Option<EraId> {
    let PageOf::Era(era) = app.reader.page.of else { return None };
    app.pack.eras().nth(era.index().checked_add_signed(by.signum() as isize)?)
}

/// Goes on into the next era at its top, or back into the one before at its end.
fn enter(app: &mut App, era: EraId, by: i32) {
    super::turn(app, PageOf::Era(era));
    app.reader.top = griot_history::text::Anchor::default();
    app.fit();
    if by < 0 {
        app.reader.to_end(true);
    }
}

/// Top or bottom of the era; once more, of the whole text.
fn to_end(app: &mut App, last: bool) {
    if app.reader.to_end(last) {
        return;
    }
    let end = if last { app.pack.eras().next_back() } else { app.pack.eras().next() };
    if let (Some(era), PageOf::Era(here)) = (end, app.reader.page.of)
        && era != here
    {
        super::remember(app);
        enter(app, era, if last { -1 } else { 1 });
    }
}

pub(super) fn era(app: &mut App, number: usize) {
    match app.pack.eras().nth(number.wrapping_sub(1)) {
        Some(era) => super::open(app, Target::Era(era)),
        None => app.message = Some(format!("there are {} eras", app.pack.eras().len())),
    }
}

pub(super) fn eras(app: &mut App, by: i32) {
    let here = app.era();
    let on_page = app.reader.page.of == PageOf::Era(here);
    let at_top = app.reader.top_line() == 0;
    let next = match by {
        // Going back first means the beginning of the era at hand.
        ..0 if on_page && !at_top => Some(here.index()),
        _ => here.index().checked_add_signed(by as isize),
    };
    match next.and_then(|next| app.pack.eras().nth(next)) {
        Some(era) => super::open(app, Target::Era(era)),
        None => app.message = Some(if by > 0 { "this is the last era".into() } else { "this is the first era".into() }),
    }
}

fn passages(app: &mut App, by: i32) {
    let pack = &app.pack;
    let first = |id: griot_pack::pack::StatementId| pack.statements_of(pack[id].passage).next() == Some(id);
    let Some(statement) = app.reader.neighbour(pack, by > 0, first) else { return };
    let page = app.reader.page.of;
    if matches!(page, PageOf::Era(_)) {
        super::step_to(app, statement);
    }
    app.reader.go_to_top(statement);
}

pub(super) fn dated(app: &mut App, by: i32) {
    let pack = &app.pack;
    match app.reader.neighbour(pack, by > 0, |id| pack[id].when.is_some()) {
        Some(statement) if matches!(app.reader.page.of, PageOf::Era(_)) => super::step_to(app, statement),
        Some(statement) => app.reader.go(statement),
        None => {
            app.message =
                Some(if by > 0 { "no later date in the text".into() } else { "no earlier date in the text".into() });
        }
    }
}

fn panes(app: &mut App, by: i32) {
    let Some(regions) = app.regions() else { return };
    let has_card = regions.card.is_some();
    let before = app.pane;
    app.pane = match (app.pane, by > 0) {
        (Pane::Text, false) => Pane::Sidebar,
        (Pane::Card, false) | (Pane::Sidebar, true) => Pane::Text,
        (Pane::Text, true) if has_card => Pane::Card,
        (pane, _) => pane,
    };
    app.card_link = Some(0);
    if app.settings.only_text {
        app.pane = Pane::Text;
    }
    if app.pane == before {
        let way = if app.settings.only_text { "z brings the panes back" } else { "K shows the card" };
        app.message = Some(format!("no pane on that side; {way}"));
    }
    if app.pane == Pane::Sidebar {
        let here = app.reader.eye(&app.pack).map(|id| app.pack.chapter_of(id));
        let rows = sidebar_rows(app);
        let at = rows.iter().rposition(|row| match row {
            SidebarRow::Era(era) => *era == app.era(),
            SidebarRow::Chapter(chapter) => Some(*chapter) == here,
        });
        app.sidebar.choose(at.unwrap_or(0), rows.len(), sidebar_height(app));
    }
    app.fit();
}

fn sidebar_height(app: &App) -> usize {
    app.regions().and_then(|r| r.sidebar).map_or(1, |r| usize::from(r.height))
}

fn in_sidebar(app: &mut App, action: Action) -> bool {
    let rows = sidebar_rows(app);
    let height = sidebar_height(app);
    let step = |app: &mut App, by: i32| app.sidebar.step(by, rows.len(), height, |_| true);
    match action {
        Action::Lines(by) => step(app, by),
        Action::HalfPages(by) | Action::Pages(by) => step(app, by * (height / 2).max(1) as i32),
        Action::Top => step(app, -(rows.len() as i32)),
        Action::Bottom => step(app, rows.len() as i32),
        Action::Open => {
            let target = match rows.get(app.sidebar.chosen) {
                Some(SidebarRow::Era(era)) => Target::Era(*era),
                Some(SidebarRow::Chapter(chapter)) => Target::Chapter(*chapter),
                None => return true,
            };
            super::open(app, target);
        }
        Action::Escape => {
            app.pane = Pane::Text;
            app.fit();
        }
        _ => return false,
    }
    true
}

fn in_card(app: &mut App, action: Action) -> bool {
    let by = match action {
        Action::Lines(by) => by,
        Action::HalfPages(by) => by * 8,
        Action::Pages(by) => by * 16,
        Action::Links(by) => return links::in_card(app, by),
        Action::Escape => {
            app.pane = Pane::Text;
            return true;
        }
        _ => return false,
    };
    app.card_top = app.card_top.saturating_add_signed(by.clamp(-999, 999) as i16);
    true
}

/// Leaves the top thing: focus, highlight, an entity's page; at the root it says how to quit.
fn escape(app: &mut App) {
    if app.reader.link.is_some() || app.reader.note.is_some() {
        (app.reader.link, app.reader.note) = (None, None);
    } else if app.reader.find.take().is_some() {
        app.message = Some("highlights off".into());
    } else if app.pane != Pane::Text {
        app.pane = Pane::Text;
        app.fit();
    } else if app.screen == Screen::Read && matches!(app.reader.page.of, PageOf::Entity(_)) && !app.past.is_empty() {
        super::back(app);
    } else if app.settings.only_text {
        app.settings.only_text = false;
        app.fit();
    } else {
        app.message = Some("q quits".into());
    }
}

fn wider(app: &mut App, by: i32) {
    let measure = app
        .settings
        .measure
        .saturating_add_signed(by as i16 * 2)
        .clamp(*Settings::MEASURES.start(), *Settings::MEASURES.end());
    app.settings.measure = measure;
    app.fit();
    app.message = Some(format!("text {} columns wide", app.reader.layout.measure.width));
}
