//! What lies where inside the panes: tabs, rows of the sidebar, the card's lines, popups. Painting and the mouse both
//! ask here, so they never disagree.

mod header;
pub mod lists;

use griot_history::card;
pub use header::{HEADER_GAP, HeaderKey, header_key_at, header_keys, tab_at, tab_said, tabs};
use ratatui::layout::{Position, Rect};

use crate::tui::app::{App, Overlay, Pane};
use crate::tui::list::List;
use griot_history::quote::Form;
use griot_history::text::{Block, Layout, Measure, width};
use griot_pack::pack::{ChapterId, EraId, Target};

/// A row of the sidebar that can be chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SidebarRow {
    Era(EraId),
    Chapter(ChapterId),
}

/// The eras, with the chapters of the one at hand unfolded.
#[must_use]
pub fn sidebar_rows(app: &App) -> Vec<SidebarRow> {
    let here = app.era();
    let mut rows = Vec::new();
    for era in app.pack.eras() {
        rows.push(SidebarRow::Era(era));
        if era == here {
            rows.extend(app.pack.chapters_of(era).map(SidebarRow::Chapter));
        }
    }
    rows
}

/// A line of the sidebar: a row's title, or the dates under it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SidebarLine {
    /// Which row it belongs to.
    pub row: usize,
    pub dates: bool,
}

/// The lines of the sidebar in a pane of `height` rows, scrolled so that the chosen or current row is in sight.
#[must_use]
pub fn sidebar_lines(app: &App, height: u16) -> Vec<SidebarLine> {
    let height = usize::from(height);
    let rows = sidebar_rows(app);
    let eras = app.pack.eras().len();
    // Dates get lines of their own where all of it fits; else only the era at hand shows them.
    let roomy = rows.len() + eras <= height;
    let here = app.era();
    let mut lines = Vec::new();
    for (row, what) in rows.iter().enumerate() {
        lines.push(SidebarLine { row, dates: false });
        if let SidebarRow::Era(era) = what
            && (roomy || *era == here)
        {
            lines.push(SidebarLine { row, dates: true });
        }
    }
    let focus = if app.pane == Pane::Sidebar { app.sidebar.chosen } else { current_row(app, &rows) };
    let at = lines.iter().position(|line| line.row == focus).unwrap_or(0);
    let top =
        (at + 2).saturating_sub(height).max(at.saturating_sub(height / 2)).min(lines.len().saturating_sub(height));
    lines.drain(..top);
    lines.truncate(height);
    // The title of the era at hand stays in sight above its chapters.
    let era = rows.iter().position(|row| *row == SidebarRow::Era(here)).unwrap_or(0);
    if let Some(first) = lines.first_mut().filter(|first| first.row >= era) {
        *first = SidebarLine { row: era, dates: false };
    }
    lines
}

/// The row of the chapter being read, or of the era where no chapter is.
#[must_use]
pub fn current_row(app: &App, rows: &[SidebarRow]) -> usize {
    let chapter = app.reader.eye(&app.pack).map(|id| app.pack.chapter_of(id));
    let at = rows.iter().position(|row| matches!(row, SidebarRow::Chapter(c) if Some(*c) == chapter));
    at.or_else(|| rows.iter().position(|row| *row == SidebarRow::Era(app.era()))).unwrap_or(0)
}

/// The sidebar's row under a row of the screen.
#[must_use]
pub fn sidebar_row_at(app: &App, sidebar: Rect, row: u16) -> Option<usize> {
    let lines = sidebar_lines(app, sidebar_list(app, sidebar).height);
    lines.get(usize::from(row.checked_sub(sidebar.y)?)).map(|line| line.row)
}

/// The part of the sidebar above the reading clock.
#[must_use]
pub const fn sidebar_list(_app: &App, sidebar: Rect) -> Rect {
    let clock = clock_rows(sidebar);
    Rect { height: sidebar.height - clock, ..sidebar }
}

/// How many rows the reading clock takes at the foot of the sidebar.
#[must_use]
pub const fn clock_rows(sidebar: Rect) -> u16 {
    match sidebar.height {
        26.. => 4,
        17.. => 3,
        _ => 0,
    }
}

/// The card of what is at hand: the focused footnote, the focused link, or the statement under the eye.
fn at_hand(app: &App) -> Vec<Block> {
    let pack = &app.pack;
    if let Some(note) = app.reader.focused_note(pack) {
        return card::of_note(pack, note);
    }
    match app.reader.focused().map(|link| link.target) {
        Some(Target::Entity(entity)) => card::of_entity(pack, entity),
        Some(Target::Statement(statement)) => card::of_statement(pack, statement),
        _ => app.reader.eye(pack).map(|statement| card::of_statement(pack, statement)).unwrap_or_default(),
    }
}

/// The card, laid out for a width.
#[must_use]
pub fn card(app: &App, columns: u16) -> (Vec<Block>, Layout) {
    let blocks = at_hand(app);
    let layout = Layout::new(&blocks, Measure { width: columns, ascii: app.settings.ascii });
    (blocks, layout)
}

/// The part of the card's pane that holds its text.
#[must_use]
pub const fn card_text(pane: Rect) -> Rect {
    Rect { x: pane.x + 1, y: pane.y, width: pane.width.saturating_sub(2), height: pane.height }
}

/// The link of the card under a cell.
#[must_use]
pub fn card_link_at(app: &App, pane: Rect, at: Position) -> Option<Target> {
    let text = card_text(pane);
    if !text.contains(at) {
        return None;
    }
    let (_, layout) = card(app, text.width);
    let top = usize::from(app.card_top).min(layout.last_top(usize::from(text.height)));
    let link = layout.link_at(top + usize::from(at.y - text.y), at.x - text.x)?;
    Some(layout.links[link].target)
}

/// Where the links of the card lead.
#[must_use]
pub fn card_links(app: &App) -> Vec<Target> {
    card(app, 40).1.links.iter().map(|link| link.target).collect()
}

/// The link of the card that has the focus.
#[must_use]
pub fn focused_card_link(app: &App) -> Option<usize> {
    app.card_link.filter(|_| app.pane == Pane::Card)
}

/// Where a popup lies: its frame, the line to type in, the rows and the preview.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Popup {
    pub frame: Rect,
    /// Whether there is room for a border.
    pub border: bool,
    pub input: Option<Rect>,
    pub rows: Rect,
    pub preview: Option<Rect>,
    pub foot: Rect,
}

/// The popup that is open.
#[must_use]
pub fn popup(app: &App) -> Option<Popup> {
    let all = app.regions()?.all;
    let overlay = app.overlay.as_ref()?;
    let (columns, rows) = match overlay {
        Overlay::Letters(_) | Overlay::Filter(_) => return None,
        Overlay::Search(_) => (104, 34),
        Overlay::Help { .. } => (100, 36),
        Overlay::Peek { .. } => (64, (card(app, 60.min(all.width.saturating_sub(6))).1.lines.len() as u16 + 3).min(30)),
        Overlay::Marks(list_of) => (70, app.marks.len().max(list_of.chosen) as u16 + 4),
        Overlay::CopyMenu(_) => (56, Form::ALL.len() as u16 + 4),
        Overlay::Ask(address) => (80, 6 + (width(address) / 70) as u16),
    };
    let border = all.width >= 50 && all.height >= 14;
    let frame = if border {
        let size = Rect { width: columns.min(all.width - 2), height: rows.min(all.height - 2), ..all };
        Rect { x: (all.width - size.width) / 2, y: (all.height - size.height) / 2, ..size }
    } else {
        all
    };
    let inside = if border {
        Rect { x: frame.x + 2, y: frame.y + 1, width: frame.width - 4, height: frame.height - 2 }
    } else {
        frame
    };
    let typed = matches!(overlay, Overlay::Search(_) | Overlay::Help { .. });
    let foot = Rect { y: inside.bottom() - 1, height: 1, ..inside };
    let head = if typed { 2 } else { 0 };
    let mut list = Rect { y: inside.y + head, height: inside.height.saturating_sub(head + 1), ..inside };
    let mut preview = None;
    if matches!(overlay, Overlay::Search(_)) && inside.width >= 96 {
        let left = inside.width / 2 + 2;
        preview = Some(Rect { x: inside.x + left + 2, width: inside.width - left - 2, ..list });
        list.width = left;
    }
    let input = typed.then_some(Rect { height: 1, ..inside });
    Some(Popup { frame, border, input, rows: list, preview, foot })
}

/// How many rows of its list a popup shows.
#[must_use]
pub fn popup_rows(app: &App) -> usize {
    popup(app).map_or(1, |popup| usize::from(popup.rows.height.max(1)))
}

/// What a cell means to the open popup: nothing when it lies beside it, else the row under it, if any.
#[must_use]
pub fn popup_row_at(app: &App, at: Position) -> Option<Option<usize>> {
    let popup = popup(app)?;
    if !popup.frame.contains(at) {
        return None;
    }
    if !popup.rows.contains(at) {
        return Some(None);
    }
    let offset = usize::from(at.y - popup.rows.y);
    let row_of = |list: &List, count: usize| list.first_shown(count, usize::from(popup.rows.height)) + offset;
    Some(match app.overlay.as_ref()? {
        Overlay::Search(finder) => {
            let row = row_of(&finder.list, finder.rows.len());
            Some(row).filter(|row| finder.rows.get(*row).is_some_and(|r| r.goal().is_some()))
        }
        Overlay::Help { list, input, context } => {
            let count = crate::tui::keymap::rows(input.text(), *context).len();
            Some(row_of(list, count)).filter(|row| *row < count)
        }
        Overlay::Marks(list) => Some(row_of(list, app.marks.len())).filter(|row| *row < app.marks.len()),
        Overlay::CopyMenu(list) => Some(row_of(list, Form::ALL.len())).filter(|row| *row < Form::ALL.len()),
        Overlay::Peek { .. } | Overlay::Letters(_) | Overlay::Ask(_) | Overlay::Filter(_) => None,
    })
}

/// How many lines the peeked card has.
#[must_use]
pub fn peek_lines(app: &App) -> usize {
    let columns = popup(app).map_or(40, |popup| popup.rows.width);
    card(app, columns).1.lines.len()
}
