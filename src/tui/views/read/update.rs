//! The keys and the mouse of the reading view.

use griot_history::quote::Form;
use griot_history::text::page::PageOf;
use griot_history::text::{Block, Link};
use griot_pack::pack::{EraId, Standing, StatementId};
use ratatui::layout::{Position, Rect};

use super::super::{Entry, View};
use super::sidebar::{self, SidebarRow};
use super::{Pane, Read, card_text, links, paint, select, width};
use crate::tui::action::{Action, Context};
use crate::tui::held::{Drag, Grip};
use crate::tui::reader::Reader;
use crate::tui::shared::{Next, Shared};
use crate::tui::travel;
use crate::tui::widgets::pen::Pen;

impl View for Read {
    /// The statement that is gone to may have been chosen in another view, or the size may have changed since.
    fn enter(&mut self, shared: &mut Shared, entry: Entry) {
        match entry {
            Entry::Return => {}
            Entry::From(_) => {
                shared.fit_reader();
                let window = shared.reader.window();
                let lines = &shared.reader.layout.lines[window];
                let seen = |id| lines.iter().any(|line| line.runs.iter().any(|run| run.statement == Some(id)));
                if let Some(current) = shared.reader.current.filter(|current| !seen(*current)) {
                    shared.reader.go(current);
                }
            }
        }
    }

    /// What has the focus goes along to the next view.
    fn leave(&mut self, shared: &mut Shared) {
        let selected = shared.focused_entity().or(shared.page_entity());
        shared.selected.entity = selected.or(shared.selected.entity);
    }

    fn intercept(&mut self, shared: &mut Shared, action: Action) -> Option<Next> {
        select::update(self, shared, action)
    }

    fn update(&mut self, shared: &mut Shared, action: Action) -> Next {
        let taken = match self.pane {
            Pane::Sidebar => in_sidebar(self, shared, action),
            Pane::Card => in_card(self, shared, action),
            Pane::Text => None,
        };
        taken.or_else(|| travel::update(shared, action)).unwrap_or_else(|| in_text(self, shared, action))
    }

    fn click(&mut self, shared: &mut Shared, at: Position, second: bool) -> Next {
        let Some(regions) = self.regions(shared) else { return Next::Stay };
        if regions.ribbon.is_some_and(|ribbon| ribbon.contains(at)) {
            return self.ribbon.target_at(shared, at).map_or(Next::Stay, Next::Open);
        }
        if let Some(pane) = regions.sidebar.filter(|pane| pane.contains(at)) {
            let row = sidebar::row_at(self, shared, pane, at.y);
            let target = row.and_then(|row| sidebar::rows(shared).get(row).copied()).map(SidebarRow::target);
            return target.map_or(Next::Stay, Next::Open);
        }
        if regions.text.contains(at) {
            return click_text(self, shared, regions.text, at, second);
        }
        if let Some(pane) = regions.card.filter(|pane| pane.contains(at)) {
            return click_card(self, card_text(pane), at);
        }
        Next::Stay
    }

    fn wheel(&mut self, shared: &mut Shared, at: Position, lines: i32) {
        let Some(regions) = self.regions(shared) else { return };
        if let Some(pane) = regions.card.filter(|pane| pane.contains(at)) {
            self.card.scroll(lines, usize::from(pane.height));
        } else if regions.sidebar.is_some_and(|pane| pane.contains(at)) {
            let rows = sidebar::rows(shared).len();
            self.sidebar.step(lines.signum(), rows, usize::from(regions.body.height), |_| true);
        } else {
            scroll(shared, lines, Reader::scroll);
        }
    }

    fn grip(&self, shared: &Shared, at: Position) -> Option<Grip> {
        let regions = self.regions(shared)?;
        let under = |area: Option<Rect>| area.is_some_and(|area| area.contains(at));
        if under(regions.ribbon) {
            return Some(Grip::Ribbon);
        }
        if under(regions.separator) {
            return Some(Grip::Separator);
        }
        if !regions.text.contains(at) || under(regions.sidebar) {
            return None;
        }
        let word = shared.reader.word_at(at.x - regions.text.x, at.y - regions.text.y)?;
        Some(Grip::Text { of: shared.reader.page.of, word: word.anchor() })
    }

    fn drag(&mut self, shared: &mut Shared, drag: &Drag) -> Next {
        match drag.what {
            Grip::Text { .. } => {
                if let Some(regions) = self.regions(shared) {
                    select::drag(shared, regions.text, drag);
                }
            }
            Grip::Separator => width::sidebar_to(self, shared, drag.to.x),
            Grip::Ribbon => return along_ribbon(self, shared, drag),
            Grip::Axis(_) => {}
        }
        Next::Stay
    }

    /// Words that were selected are copied; what was told while all else moved still holds.
    fn release(&mut self, shared: &mut Shared, grip: Grip) -> Next {
        match grip {
            Grip::Text { .. } => Next::Effect(select::copy_drawn(shared)),
            Grip::Separator | Grip::Axis(_) | Grip::Ribbon => Next::Stay,
        }
    }

    fn fit(&mut self, shared: &mut Shared) {
        self.refresh(shared);
    }

    fn paint(&self, shared: &Shared, pen: &mut Pen) -> Option<Position> {
        paint::paint(self, shared, pen)
    }

    fn copy(&self, shared: &Shared, form: Form) -> Option<String> {
        super::copy::copy(shared, form)
    }

    fn place(&self, shared: &Shared) -> String {
        paint::place(shared, paint::Room::Short)
    }

    fn context(&self, shared: &Shared) -> Context {
        if shared.reader.selects_by_keys() { Context::Select } else { Context::View(shared.screen) }
    }

    /// What the card beside the text shows already need not be peeked at.
    fn hints(&self, shared: &Shared, command: &str) -> bool {
        command != "peek" || self.regions(shared).is_none_or(|regions| regions.card.is_none())
    }

    fn words(&self, shared: &Shared) -> Vec<Block> {
        shared.reader.page.blocks.clone()
    }
}

fn in_text(view: &mut Read, shared: &mut Shared, action: Action) -> Next {
    match action {
        Action::Lines(by) => return scroll(shared, by, Reader::scroll),
        Action::HalfPages(by) => return scroll(shared, by, Reader::half_page),
        Action::Pages(by) => turn_page(shared, by),
        Action::Top => to_end(shared, false),
        Action::Bottom => to_end(shared, true),
        Action::Passages(by) => passages(shared, by),
        Action::Panes(by) => panes(view, shared, by),
        Action::Links(by) => links::links(shared, by),
        Action::Notes(by) => links::notes(view, shared, by),
        Action::Hits(by) => links::hits(shared, by),
        Action::Open => return links::open(view, shared),
        Action::Peek => return links::peek(view, shared),
        Action::JumpLabels => return links::jump_labels(shared),
        Action::Escape => return escape(view, shared),
        Action::Wider(by) => width::text(shared, by),
        Action::Sidebar(by) => width::sidebar(view, shared, by),
        Action::OnlyText => {
            shared.settings.only_text = !shared.settings.only_text;
            view.focus(Pane::Text);
        }
        Action::Trust => {
            shared.settings.trust = !shared.settings.trust;
            shared.say(if shared.settings.trust { legend(shared) } else { "trust margin off".into() });
        }
        Action::Select => select::begin(view, shared),
        Action::CursorWord(_) => shared.say(format!("{} begins to select", shared.key("select"))),
        Action::OpenOutside => return links::outside(shared),
        _ => {}
    }
    Next::Stay
}

/// The signs of the trust margin that are in sight, explained.
fn legend(shared: &Shared) -> String {
    let lines = &shared.reader.layout.lines[shared.reader.window()];
    let seen = lines.iter().flat_map(|line| line.runs.iter().filter_map(|run| run.statement));
    let mut standings: Vec<Standing> = seen.map(|id| shared.pack[id].standing).collect();
    standings.sort_unstable();
    standings.dedup();
    let names = standings.iter().map(|it| format!("{} {}", it.sign(shared.settings.glyphs), it.name()));
    names.collect::<Vec<_>>().join("   ")
}

/// Scrolls; at the edge of an era it pauses once and then goes on in the next.
fn scroll(shared: &mut Shared, by: i32, how: impl Fn(&mut Reader, i32) -> i32) -> Next {
    if by == 0 || how(&mut shared.reader, by) != 0 {
        return Next::Stay;
    }
    let Some(next) = beside(shared, by) else {
        shared.say(if by > 0 { "this is the end" } else { "this is the beginning" });
        return Next::Stay;
    };
    if shared.reader.edge == by.signum() {
        go_on(shared, next, by);
    } else {
        shared.reader.edge = by.signum();
        let title = &shared.pack[next].title;
        shared.say(if by > 0 {
            format!("end of the era · once more for {title}")
        } else {
            format!("once more for {title}")
        });
    }
    Next::Stay
}

fn turn_page(shared: &mut Shared, by: i32) {
    if shared.reader.turn_page(by) == 0 {
        match beside(shared, by) {
            Some(next) => go_on(shared, next, by),
            None => shared.say(if by > 0 { "this is the end" } else { "this is the beginning" }),
        }
    }
}

/// The era before or after the one on the page; an entity's page has neither.
fn beside(shared: &Shared, by: i32) -> Option<EraId> {
    let PageOf::Era(era) = shared.reader.page.of else { return None };
    shared.pack.eras().nth(era.index().checked_add_signed(by.signum() as isize)?)
}

/// Goes on into the next era at its top, or back into the one before at its end.
fn go_on(shared: &mut Shared, era: EraId, by: i32) {
    shared.open_page(PageOf::Era(era));
    shared.fit_reader();
    if by < 0 {
        shared.reader.to_end(true);
    }
}

/// Top or bottom of the era; once more, of the whole text.
fn to_end(shared: &mut Shared, last: bool) {
    if shared.reader.to_end(last) {
        return;
    }
    let end = if last { shared.pack.last_era() } else { shared.pack.first_era() };
    if matches!(shared.reader.page.of, PageOf::Era(here) if here != end) {
        shared.remember();
        go_on(shared, end, if last { -1 } else { 1 });
    }
}

fn passages(shared: &mut Shared, by: i32) {
    let pack = &shared.pack;
    let first = |id: StatementId| pack.statements_of(pack[id].passage).next() == Some(id);
    let Some(statement) = shared.reader.neighbour(pack, by > 0, first) else { return };
    if matches!(shared.reader.page.of, PageOf::Era(_)) {
        shared.step_to(statement);
    }
    shared.reader.go_to_top(statement);
}

fn panes(view: &mut Read, shared: &mut Shared, by: i32) {
    let Some(regions) = view.regions(shared) else { return };
    let before = view.pane;
    let only_text = shared.settings.only_text;
    let pane = match (view.pane, by > 0) {
        _ if only_text => Pane::Text,
        (Pane::Text, false) => Pane::Sidebar,
        (Pane::Card, false) | (Pane::Sidebar, true) => Pane::Text,
        (Pane::Text, true) if regions.card.is_some() => Pane::Card,
        (pane, _) => pane,
    };
    view.focus(pane);
    if pane == before {
        let key = shared.key(if only_text { "only-text" } else { "peek" });
        let way = if only_text { "brings the panes back" } else { "shows the card" };
        shared.say(format!("no pane on that side; {key} {way}"));
    }
    if pane == Pane::Sidebar {
        let here = shared.reader.statement().map(|id| shared.pack.chapter_of(id));
        let rows = sidebar::rows(shared);
        let at = rows.iter().rposition(|row| match row {
            SidebarRow::Era(era) => *era == shared.era(),
            SidebarRow::Chapter(chapter) => Some(*chapter) == here,
        });
        view.sidebar.choose(at.unwrap_or(0), rows.len(), sidebar_height(view, shared));
    }
}

fn sidebar_height(view: &Read, shared: &Shared) -> usize {
    view.regions(shared).and_then(|regions| regions.sidebar).map_or(1, |pane| usize::from(pane.height))
}

/// Keys while the sidebar has them; nothing for one that is the text's.
fn in_sidebar(view: &mut Read, shared: &Shared, action: Action) -> Option<Next> {
    let rows = sidebar::rows(shared);
    let height = sidebar_height(view, shared);
    let count = rows.len() as i32;
    let by = match action {
        Action::Lines(by) => by,
        Action::HalfPages(by) | Action::Pages(by) => by * (height / 2).max(1) as i32,
        Action::Top => -count,
        Action::Bottom => count,
        Action::Open => {
            let row = rows.get(view.sidebar.chosen).copied();
            return Some(row.map_or(Next::Stay, |row| Next::Open(row.target())));
        }
        Action::Escape => {
            view.focus(Pane::Text);
            return Some(Next::Stay);
        }
        _ => return None,
    };
    view.sidebar.step(by, rows.len(), height, |_| true);
    Some(Next::Stay)
}

/// Keys while the card has them; nothing for one that is the text's.
fn in_card(view: &mut Read, shared: &mut Shared, action: Action) -> Option<Next> {
    let height = view.regions(shared).and_then(|regions| regions.card).map_or(1, |pane| usize::from(pane.height));
    let by = match action {
        Action::Lines(by) => by,
        Action::HalfPages(by) => by * (height / 2).max(1) as i32,
        Action::Pages(by) => by * height.saturating_sub(2).max(1) as i32,
        Action::Links(by) => {
            links::in_card(view, shared, by);
            return Some(Next::Stay);
        }
        Action::Escape => {
            view.focus(Pane::Text);
            return Some(Next::Stay);
        }
        _ => return None,
    };
    view.card.scroll(by, height);
    Some(Next::Stay)
}

/// Leaves the top thing: focus, highlight, an entity's page; at the root it says how to quit.
fn escape(view: &mut Read, shared: &mut Shared) -> Next {
    if shared.reader.link.is_some() || shared.reader.note.is_some() {
        (shared.reader.link, shared.reader.note) = (None, None);
    } else if shared.reader.find.take().is_some() {
        shared.say("highlights off");
    } else if view.pane != Pane::Text {
        view.focus(Pane::Text);
    } else if shared.page_entity().is_some() && !shared.history.back.is_empty() {
        return Next::Back;
    } else if shared.settings.only_text {
        shared.settings.only_text = false;
    } else {
        shared.say(format!("{} quits", shared.key("quit")));
    }
    Next::Stay
}

fn click_text(view: &mut Read, shared: &mut Shared, text: Rect, at: Position, second: bool) -> Next {
    view.focus(Pane::Text);
    let reader = &mut shared.reader;
    let line = reader.top_line() + usize::from(at.y - text.y);
    let column = at.x - text.x;
    if let Some(link) = reader.layout.link_at(line, column) {
        let Link { at, target, .. } = reader.layout.links[link];
        reader.focus(at);
        return if second { peek_if_hidden(view, shared) } else { Next::Open(target) };
    }
    let note = reader.layout.note_at(line, column).filter(|_| second);
    let which = |(id, number): (StatementId, u32)| {
        let at = shared.pack[id].cites.iter().position(|note| note.number() == number)?;
        Some((id, at))
    };
    (reader.link, reader.note) = (None, note.and_then(which));
    reader.current = reader.layout.statement_at(line, column).or(reader.current);
    if second && reader.current.is_some() { peek_if_hidden(view, shared) } else { Next::Stay }
}

/// The second button shows what it was pressed on, unless the card does.
fn peek_if_hidden(view: &Read, shared: &Shared) -> Next {
    let hidden = view.regions(shared).is_some_and(|regions| regions.card.is_none());
    if hidden { Next::Peek } else { Next::Stay }
}

fn click_card(view: &mut Read, text: Rect, at: Position) -> Next {
    view.pane = Pane::Card;
    if !text.contains(at) {
        return Next::Stay;
    }
    let link = view.card.link_at(at.x - text.x, at.y - text.y, usize::from(text.height));
    view.card.link = link.or(Some(0));
    link.map_or(Next::Stay, |link| Next::Open(view.card.layout.links[link].target))
}

/// The pointer was dragged over the ribbon: the text goes along. Only the first step keeps the way back.
fn along_ribbon(view: &Read, shared: &mut Shared, drag: &Drag) -> Next {
    let area = view.ribbon.area;
    let x = drag.to.x.clamp(area.x, area.right().saturating_sub(1).max(area.x));
    let Some(statement) = view.ribbon.statement_at(shared, Position { x, y: drag.from.y }) else { return Next::Stay };
    if drag.first {
        shared.remember();
    }
    shared.step_to(statement);
    Next::Stay
}
