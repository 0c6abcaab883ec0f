//! The sidebar of the reading view: eras, chapters and the reading clock.

use ratatui::layout::{Position, Rect};

use super::pen::Pen;
use crate::tui::app::{App, Pane};
use crate::tui::panes::{self, SidebarRow};
use crate::tui::theme::Ink;
use griot_history::chronicle;
use griot_history::text::{cut, width};
use griot_pack::pack::{EraId, Pack};

/// Paints it; where the cursor stands when it has the keys.
pub fn paint(app: &App, pen: &mut Pen, pane: Rect) -> Option<Position> {
    let over = pane.intersects(app.regions()?.pane);
    if over {
        pen.fill(pane, Ink::Body);
    }
    pen.wall(pane.right(), pane.y, pane.bottom());
    let rows = panes::sidebar_rows(app);
    let list = panes::sidebar_list(app, pane);
    let current = panes::current_row(app, &rows);
    let focused = app.pane == Pane::Sidebar;
    let mut cursor = None;
    let lines = panes::sidebar_lines(app, list.height);
    if lines.last().is_some_and(|last| last.row + 1 < rows.len()) {
        pen.put(list.right().saturating_sub(1), list.bottom().saturating_sub(1), "▾", Ink::Quiet, 1);
    }
    for (i, line) in lines.into_iter().enumerate() {
        let y = list.y + i as u16;
        let chosen = focused && line.row == app.sidebar.chosen;
        if chosen && !line.dates {
            cursor = Some(Position { x: list.x, y });
        }
        match rows[line.row] {
            SidebarRow::Era(era) if line.dates => era_dates(app, pen, list, y, era),
            SidebarRow::Era(era) => era_title(app, pen, list, y, era, chosen),
            SidebarRow::Chapter(chapter) => {
                let here = line.row == current;
                let ink = if here { Ink::Accent } else { Ink::Quiet };
                let sign = if here { "▸" } else { " " };
                pen.put(list.x + 1, y, sign, ink, 1);
                pen.put_chosen(list.x + 3, y, &app.pack[chapter].title, ink, list.width.saturating_sub(3), chosen);
            }
        }
    }
    clock(app, pen, pane);
    cursor
}

fn era_title(app: &App, pen: &mut Pen, pane: Rect, y: u16, era: EraId, chosen: bool) {
    let it = &app.pack[era];
    let here = app.era() == era;
    let ink = if here { Ink::Accent } else { Ink::Body };
    let room = pane.width.saturating_sub(6);
    let title = if width(&it.title) <= usize::from(room) { &it.title } else { &it.short };
    if here {
        pen.put(pane.x, y, "▌", Ink::Accent, 1);
    }
    pen.put(pane.x + 1, y, &(era.index() + 1).to_string(), ink, 2);
    pen.put_chosen(pane.x + 3, y, title, ink, room, chosen);
    pen.put(pane.right().saturating_sub(2), y, share_of_text(&app.pack, era), Ink::Quiet, 1);
}

/// A bar for the era's share of the text.
fn share_of_text(pack: &Pack, era: EraId) -> &'static str {
    const BARS: [&str; 8] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];
    let length = |era: EraId| pack.statements_in(era).count();
    let longest = pack.eras().map(length).max().unwrap_or(1).max(1);
    BARS[(length(era) * (BARS.len() - 1)) / longest]
}

/// The era's dates; in a narrow pane without the words that soften them.
fn era_dates(app: &App, pen: &mut Pen, pane: Rect, y: u16, era: EraId) {
    let room = pane.width.saturating_sub(3);
    let mut dates = app.pack[era].when.on_screen();
    if width(&dates) > usize::from(room) {
        dates = ["early ", "mid ", "late ", "c. "].iter().fold(dates, |said, soft| {
            // The "c." of "19th c." is a century's own, and stays.
            let soft_only = |part: &str| !part.ends_with("th ") && !part.ends_with("st ") && !part.ends_with("nd ");
            match said.find(soft).filter(|at| soft_only(&said[..*at])) {
                Some(_) => said.replacen(soft, "", 1),
                None => said,
            }
        });
    }
    pen.put(pane.x + 3, y, &dates, Ink::Quiet, room);
}

/// The reading clock: the year under the eye and who held power then.
fn clock(app: &App, pen: &mut Pen, pane: Rect) {
    let rows = panes::clock_rows(pane);
    if rows == 0 {
        return;
    }
    let y = pane.bottom() - rows;
    let (x, room) = (pane.x + 9, pane.width.saturating_sub(10));
    pen.rule(Rect { x: pane.x + 1, y, width: pane.width.saturating_sub(2), height: 1 }, false);
    let pack = &app.pack;
    let when = app.reader.eye(pack).and_then(|id| chronicle::reading(pack, id));
    pen.put(pane.x + 1, y + 1, "reading", Ink::Quiet, 8);
    let said = when.map_or_else(|| "no date yet".into(), |when| when.to_the_year().on_screen());
    pen.put(x, y + 1, &said, Ink::Body, room);
    let Some(when) = when else { return };
    let powers = chronicle::in_power(pack, &when);
    pen.put(pane.x + 1, y + 2, "power", Ink::Quiet, 8);
    let mut lines: Vec<String> = powers.iter().map(|id| pack[*id].name.to_string()).collect();
    let shown = usize::from(rows - 2);
    if lines.len() > shown {
        let more = lines.len() - shown;
        lines.truncate(shown);
        if let Some(last) = lines.last_mut() {
            let more = format!(" +{more}");
            *last = cut(last, usize::from(room).saturating_sub(more.len())).into_owned() + &more;
        }
    }
    if lines.is_empty() {
        lines.push("not told".into());
    }
    for (i, line) in lines.iter().enumerate() {
        pen.put(x, y + 2 + i as u16, line, Ink::Body, room);
    }
}
