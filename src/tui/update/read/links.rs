//! Links, footnotes and hits of the last search: going from one to the next, and opening them.

use crate::tui::app::{App, Overlay, Pane};
use crate::tui::panes;
use griot_history::text::page::PageOf;

pub(super) fn links(app: &mut App, by: i32) {
    (app.card_top, app.card_link) = (0, None);
    if !app.reader.step_link(by) {
        app.message = Some(if by > 0 { "no more links on this page".into() } else { "no links before".into() });
    }
}

/// The next or previous link of the card, brought into sight.
pub(super) fn in_card(app: &mut App, by: i32) -> bool {
    let Some(pane) = app.regions().and_then(|regions| regions.card) else { return false };
    let text = panes::card_text(pane);
    let (_, layout) = panes::card(app, text.width);
    let next = match app.card_link.filter(|link| *link < layout.links.len()) {
        Some(link) => link.checked_add_signed(by as isize),
        None => Some(if by > 0 { 0 } else { layout.links.len().saturating_sub(1) }),
    };
    let Some((next, link)) = next.and_then(|next| Some((next, layout.links.get(next)?))) else {
        app.message = Some("no more links in the card".into());
        return true;
    };
    let line = link.pieces.first().map_or(0, |piece| piece.line) as u16;
    app.card_top = app.card_top.clamp((line + 1).saturating_sub(text.height), line);
    app.card_link = Some(next);
    true
}

pub(super) fn notes(app: &mut App, by: i32) {
    let Some((statement, which)) = app.reader.next_note(&app.pack, by > 0) else {
        app.message = Some("no more footnotes".into());
        return;
    };
    if matches!(app.reader.page.of, PageOf::Era(_)) {
        super::super::step_to(app, statement);
    } else {
        app.reader.go(statement);
    }
    app.reader.note = Some((statement, which));
    if app.regions().is_some_and(|r| r.card.is_none()) {
        let note = app.reader.focused_note(&app.pack).map(|note| {
            let it = &app.pack[note];
            format!("{}  {}", note.number(), griot_history::cite::text(&app.pack[it.source], it.place.as_deref()))
        });
        app.message = note;
    }
}

pub(super) fn hits(app: &mut App, by: i32) {
    let Some(find) = &app.reader.find else {
        app.message = Some("search first: /".into());
        return;
    };
    let eye = app.reader.eye(&app.pack);
    let inside = |at: usize| find.statements.get(at).copied();
    let count = find.statements.len();
    let at = if by > 0 {
        let at = find.statements.partition_point(|id| Some(*id) <= eye);
        if at < count { at } else { 0 }
    } else {
        let at = find.statements.partition_point(|id| Some(*id) < eye);
        if at > 0 { at - 1 } else { count.saturating_sub(1) }
    };
    if let Some(statement) = inside(at) {
        let told = format!("{} of {count} for {}", at + 1, find.typed);
        super::super::step_to(app, statement);
        app.message = Some(told);
    } else {
        app.message = Some(format!("nothing in the text for {}", find.typed));
    }
}

pub(super) fn open(app: &mut App) {
    if app.pane == Pane::Card {
        let links = panes::card_links(app);
        match links.get(app.card_link.unwrap_or(0)).copied() {
            Some(target) => super::super::open(app, target),
            None => app.message = Some("nothing to open here".into()),
        }
        return;
    }
    if let Some(note) = app.reader.focused_note(&app.pack) {
        super::super::open_source(app, app.pack[note].source);
        return;
    }
    match app.reader.focused().map(|link| link.target) {
        Some(target) => super::super::open(app, target),
        None => app.message = Some("no link has the focus: Tab takes the next, f shows letters".into()),
    }
}

pub(super) fn peek(app: &mut App) {
    match app.regions() {
        Some(regions) if regions.card.is_some() => {
            app.pane = if app.pane == Pane::Card { Pane::Text } else { Pane::Card };
            app.card_link = Some(0);
        }
        _ => app.overlay = Some(Overlay::Peek { top: 0 }),
    }
}

pub(super) fn letters(app: &mut App) {
    if app.reader.links_in_sight().is_empty() {
        app.message = Some("no links in sight".into());
    } else {
        app.overlay = Some(Overlay::Letters(String::new()));
    }
}

/// Shows the address of what is at hand: the Wikipedia article of an entity, the page of a footnote's source.
pub(super) fn outside(app: &mut App) {
    let pack = &app.pack;
    let note = app.reader.focused_note(pack).and_then(|note| pack[pack[note].source].url.clone()).map(String::from);
    let entity = app.focused_entity().or(match app.reader.page.of {
        PageOf::Entity(entity) => Some(entity),
        PageOf::Era(_) => None,
    });
    let article = entity
        .and_then(|entity| pack[entity].wikipedia.as_deref())
        .map(|title| griot_pack::url::wikipedia(title, &pack.about.language));
    match note.or(article) {
        Some(address) => app.overlay = Some(Overlay::Ask(address)),
        None => app.message = Some("nothing here has an address".into()),
    }
}
