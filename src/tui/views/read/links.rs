//! Links, footnotes and hits of the last search: going from one to the next, and opening them.

use griot_history::cite;
use griot_history::text::page::PageOf;
use griot_history::text::{Goal, Outside};

use super::{Pane, Read, card_text};
use crate::tui::shared::{Next, Shared};

/// The next or previous link of the page.
pub(super) fn links(shared: &mut Shared, by: i32) {
    if !shared.reader.step_link(by) {
        shared.say(if by > 0 { "no more links on this page" } else { "no links before" });
    }
}

/// The next or previous link of the card, brought into sight.
pub(super) fn in_card(view: &mut Read, shared: &mut Shared, by: i32) {
    let Some(pane) = view.regions(shared).and_then(|regions| regions.card) else { return };
    let count = view.card.layout.links.len();
    let next = match view.card.link {
        Some(link) => link.checked_add_signed(by as isize),
        None => Some(if by > 0 { 0 } else { count.saturating_sub(1) }),
    };
    match next.filter(|next| *next < count) {
        Some(next) => {
            view.card.link = Some(next);
            view.card.top = view.card.top_in(usize::from(card_text(pane).height));
        }
        None => shared.say("no more links in the card"),
    }
}

/// The next or previous footnote.
pub(super) fn notes(view: &Read, shared: &mut Shared, by: i32) {
    let Some((statement, which)) = shared.reader.next_note(&shared.pack, by > 0) else {
        shared.say("no more footnotes");
        return;
    };
    if matches!(shared.reader.page.of, PageOf::Era(_)) {
        shared.step_to(statement);
    } else {
        shared.reader.go(statement);
    }
    shared.reader.note = Some((statement, which));
    if view.regions(shared).is_some_and(|regions| regions.card.is_none()) {
        shared.message = shared.reader.focused_note(&shared.pack).map(|note| {
            let record = &shared.pack[note];
            format!("{}  {}", note.number(), cite::text(&shared.pack[record.source], record.place.as_deref()))
        });
    }
}

/// The next or previous place of the last search.
pub(super) fn hits(shared: &mut Shared, by: i32) {
    let Some(find) = &shared.reader.find else {
        shared.say(format!("search first: {}", shared.key("search")));
        return;
    };
    let here = shared.reader.statement();
    let count = find.statements.len();
    let at = if by > 0 {
        let at = find.statements.partition_point(|id| Some(*id) <= here);
        if at < count { at } else { 0 }
    } else {
        let at = find.statements.partition_point(|id| Some(*id) < here);
        if at > 0 { at - 1 } else { count.saturating_sub(1) }
    };
    if let Some(statement) = find.statements.get(at).copied() {
        let message = format!("{} of {count} for {}", at + 1, find.typed);
        shared.step_to(statement);
        shared.say(message);
    } else {
        shared.say(format!("nothing in the text for {}", find.typed));
    }
}

/// Goes to what has the focus.
pub(super) fn open(view: &Read, shared: &mut Shared) -> Next {
    if view.pane == Pane::Card {
        let links = &view.card.layout.links;
        if let Some(link) = links.get(view.card.link.unwrap_or(0)) {
            return shared.follow(link.goal);
        }
        shared.say("nothing to open here");
        return Next::Stay;
    }
    if let Some(note) = shared.reader.focused_note(&shared.pack) {
        return Next::OpenSource(shared.pack[note].source);
    }
    if let Some(goal) = shared.reader.focused() {
        return shared.follow(goal);
    }
    let (next, labels) = (shared.key("next-link"), shared.key("jump-labels"));
    shared.say(format!("no link has the focus: {next} takes the next, {labels} shows letters"));
    Next::Stay
}

/// Shows what has the focus without going there: the card, or a popup where there is no room for one.
pub(super) fn peek(view: &mut Read, shared: &Shared) -> Next {
    if view.regions(shared).is_none_or(|regions| regions.card.is_none()) {
        return Next::Peek;
    }
    view.focus(if view.pane == Pane::Card { Pane::Text } else { Pane::Card });
    Next::Stay
}

/// Puts labels on the links in sight.
pub(super) fn jump_labels(shared: &mut Shared) -> Next {
    if !shared.reader.links_in_sight().is_empty() {
        return Next::JumpLabels;
    }
    shared.say("no links in sight");
    Next::Stay
}

/// The URL of what is at hand: the Wikipedia article of an entity, the page of a footnote's source.
pub(super) fn outside(shared: &mut Shared) -> Next {
    let pack = &shared.pack;
    let note = shared.reader.focused_note(pack).and_then(|note| pack[pack[note].source].url.clone()).map(String::from);
    if let Some(Goal::Outside(outside)) = shared.reader.focused() {
        return shared.follow(Goal::Outside(outside));
    }
    let entity = shared.focused_entity();
    let picture = shared.reader.statement().filter(|id| entity.is_none() && pack[*id].picture.is_some());
    if let Some(statement) = picture.filter(|_| note.is_none()) {
        return shared.follow(Goal::Outside(Outside::Picture(statement)));
    }
    let entity = entity.or(shared.page_entity());
    if let Some(url) = note.or_else(|| shared.page_outside(entity?)) {
        return Next::Ask(url);
    }
    shared.say("nothing here has a URL");
    Next::Stay
}
