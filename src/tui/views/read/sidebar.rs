//! The sidebar of the reading view: eras, chapters and the reading clock. Painting and the mouse both ask for its lines
//! here, so they never disagree.

use griot_history::chronicle;
use griot_history::text::{cut, width};
use griot_pack::pack::{ChapterId, EraId, Pack, Target};
use ratatui::layout::{Position, Rect};

use super::{Clock, Pane, Read};
use crate::tui::shared::Shared;
use crate::tui::theme::Ink;
use crate::tui::widgets::pen::Pen;

/// A row of the sidebar that can be chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum SidebarRow {
    /// An era.
    Era(EraId),
    /// A chapter of the era at hand.
    Chapter(ChapterId),
}

/// The eras, with the chapters of the one at hand unfolded.
pub(super) fn rows(shared: &Shared) -> Vec<SidebarRow> {
    let here = shared.era();
    let mut rows = Vec::new();
    for era in shared.pack.eras() {
        rows.push(SidebarRow::Era(era));
        if era == here {
            rows.extend(shared.pack.chapters_of(era).map(SidebarRow::Chapter));
        }
    }
    rows
}

/// A line of the sidebar: a row's title, or the dates under it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct SidebarLine {
    /// Which row it belongs to.
    pub row: usize,
    pub dates: bool,
}

/// The lines of the sidebar in a pane of `height` rows, scrolled so that the chosen or current row is in sight.
pub(super) fn lines(view: &Read, shared: &Shared, height: u16) -> Vec<SidebarLine> {
    let height = usize::from(height);
    let rows = rows(shared);
    let eras = shared.pack.eras().len();
    // Dates get lines of their own where all of it fits; else only the era at hand shows them.
    let roomy = rows.len() + eras <= height;
    let here = shared.era();
    let mut lines = Vec::new();
    for (row, what) in rows.iter().enumerate() {
        lines.push(SidebarLine { row, dates: false });
        if let SidebarRow::Era(era) = what
            && (roomy || *era == here)
        {
            lines.push(SidebarLine { row, dates: true });
        }
    }
    let focus = if view.pane == Pane::Sidebar { view.sidebar.chosen } else { current_row(shared, &rows) };
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
pub(super) fn current_row(shared: &Shared, rows: &[SidebarRow]) -> usize {
    let chapter = shared.reader.statement().map(|id| shared.pack.chapter_of(id));
    let at = rows.iter().position(|row| matches!(row, SidebarRow::Chapter(c) if Some(*c) == chapter));
    at.or_else(|| rows.iter().position(|row| *row == SidebarRow::Era(shared.era()))).unwrap_or(0)
}

/// The sidebar's row under a row of the screen.
pub(super) fn row_at(view: &Read, shared: &Shared, sidebar: Rect, row: u16) -> Option<usize> {
    let lines = lines(view, shared, list_area(sidebar).height);
    lines.get(usize::from(row.checked_sub(sidebar.y)?)).map(|line| line.row)
}

/// The part of the sidebar above the reading clock.
pub(super) const fn list_area(sidebar: Rect) -> Rect {
    let clock = clock_rows(sidebar);
    Rect { height: sidebar.height - clock, ..sidebar }
}

/// How many rows the reading clock takes at the foot of the sidebar.
pub(super) const fn clock_rows(sidebar: Rect) -> u16 {
    match sidebar.height {
        26.. => 4,
        17.. => 3,
        _ => 0,
    }
}

impl SidebarRow {
    /// Where it leads.
    pub(super) const fn target(self) -> Target {
        match self {
            Self::Era(era) => Target::Era(era),
            Self::Chapter(chapter) => Target::Chapter(chapter),
        }
    }
}

/// Paints it; where the cursor stands when it has the keys.
pub(super) fn paint(view: &Read, shared: &Shared, pen: &mut Pen, pane: Rect) -> Option<Position> {
    let over = pane.intersects(view.regions(shared)?.pane);
    if over {
        pen.fill(pane, Ink::Body);
    }
    pen.separator(pane.right(), pane.y, pane.bottom());
    let rows = rows(shared);
    let list = list_area(pane);
    let current = current_row(shared, &rows);
    let focused = view.pane == Pane::Sidebar;
    let mut cursor = None;
    let lines = lines(view, shared, list.height);
    if lines.last().is_some_and(|last| last.row + 1 < rows.len()) {
        pen.put((list.right().saturating_sub(1), list.bottom().saturating_sub(1)), "▾", Ink::Quiet, 1);
    }
    for (i, line) in lines.into_iter().enumerate() {
        let y = list.y + i as u16;
        let chosen = focused && line.row == view.sidebar.chosen;
        if chosen && !line.dates {
            cursor = Some(Position { x: list.x, y });
        }
        match rows[line.row] {
            SidebarRow::Era(era) if line.dates => era_dates(&shared.pack, pen, Rect { y, height: 1, ..list }, era),
            SidebarRow::Era(era) => era_title(view, shared, pen, Rect { y, height: 1, ..list }, (era, chosen)),
            SidebarRow::Chapter(chapter) => {
                let here = line.row == current;
                let ink = if here { Ink::Accent } else { Ink::Quiet };
                let sign = if here { "▸" } else { " " };
                pen.put((list.x + 1, y), sign, ink, 1);
                let line = Rect { x: list.x + 3, y, width: list.width.saturating_sub(3), height: 1 };
                pen.put_row(line, &shared.pack[chapter].title, ink, chosen);
            }
        }
    }
    clock(view, &shared.pack, pen, pane);
    cursor
}

/// The title of an era, and whether it is chosen.
fn era_title(view: &Read, shared: &Shared, pen: &mut Pen, line: Rect, (era, chosen): (EraId, bool)) {
    let record = &shared.pack[era];
    let here = shared.era() == era;
    let ink = if here { Ink::Accent } else { Ink::Body };
    let room = line.width.saturating_sub(6);
    let title = if width(&record.title) <= usize::from(room) { &record.title } else { &record.short };
    if here {
        pen.put((line.x, line.y), "▌", Ink::Accent, 1);
    }
    pen.put((line.x + 1, line.y), &(era.index() + 1).to_string(), ink, 2);
    pen.put_row(Rect { x: line.x + 3, width: room, ..line }, title, ink, chosen);
    pen.put((line.right().saturating_sub(2), line.y), share_of_text(&view.lengths, era), Ink::Quiet, 1);
}

/// A bar for the era's share of the text.
fn share_of_text(lengths: &[usize], era: EraId) -> &'static str {
    const BARS: [&str; 8] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];
    let longest = lengths.iter().copied().max().unwrap_or(1).max(1);
    let length = lengths.get(era.index()).copied().unwrap_or(0);
    BARS[(length * (BARS.len() - 1)) / longest]
}

/// The era's dates; in a narrow pane less exactly, but with their doubt.
fn era_dates(pack: &Pack, pen: &mut Pen, line: Rect, era: EraId) {
    let room = line.width.saturating_sub(3);
    let dates = in_short(&pack.date(&pack[era].when), room.into());
    pen.put((line.x + 3, line.y), &cut(&dates, room.into()), Ink::Quiet, room);
}

/// Dates with less room: a century for a part of it, `~` for `c.`, a dash without its blanks, and at last a century
/// abbreviated and `av.` for `av. J.-C.`
fn in_short(dates: &str, room: usize) -> String {
    const PARTS: [&str; 9] =
        ["early ", "mid ", "late ", "début du ", "milieu du ", "fin du ", "début des ", "milieu des ", "fin des "];
    // The “c.” of “19th c.” is a century’s own, and stays.
    let about = |dates: String| {
        let first = ["c. ", "v. "].iter().find_map(|about| dates.strip_prefix(about)).map(|rest| format!("~{rest}"));
        first.unwrap_or(dates).replace("– c. ", "– ~").replace("– v. ", "– ~")
    };
    let steps: [&dyn Fn(String) -> String; 5] = [
        &|dates| PARTS.iter().fold(dates, |dates, part| dates.replace(part, "")),
        &about,
        &|dates| dates.replace(" – ", "–"),
        &|dates| dates.replace(" siècle", " s.").replace(" millénaire", " mill."),
        &|dates| dates.replace(" J.-C.", ""),
    ];
    steps.iter().fold(dates.to_owned(), |dates, step| if width(&dates) > room { step(dates) } else { dates })
}

/// The reading clock: the year that the reader is in and who held power then.
fn clock(view: &Read, pack: &Pack, pen: &mut Pen, pane: Rect) {
    let rows = clock_rows(pane);
    if rows == 0 {
        return;
    }
    let y = pane.bottom() - rows;
    let (x, room) = (pane.x + 9, pane.width.saturating_sub(10));
    pen.dotted_rule(Rect { x: pane.x + 1, y, width: pane.width.saturating_sub(2), height: 1 });
    let Clock { when, powers, .. } = &view.clock;
    pen.put((pane.x + 1, y + 1), "reading", Ink::Quiet, 8);
    let label =
        when.map_or_else(|| "no date yet".into(), |when| in_short(&pack.date(&when.to_the_year()), room.into()));
    pen.put((x, y + 1), &label, Ink::Body, room);
    if when.is_none() || !chronicle::tells_of_power(pack) {
        return;
    }
    pen.put((pane.x + 1, y + 2), "power", Ink::Quiet, 8);
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
        pen.put((x, y + 2 + i as u16), line, Ink::Body, room);
    }
}

#[cfg(test)]
mod tests {
    use super::in_short;

    #[test]
    fn dates_with_less_room_keep_their_doubt() {
        for (dates, room, short) in [
            ("c. 10,000 BC – late 19th c.", 20, "~10,000 BC – 19th c."),
            ("c. 10,000 BC – late 19th c.", 19, "~10,000 BC–19th c."),
            ("early 19th c. – c. 1960", 16, "19th c. – ~1960"),
            ("19th c. – 1960", 12, "19th c.–1960"),
            ("v. 10 000 av. J.-C. – fin du XIXe siècle", 20, "~10 000 av.–XIXe s."),
            ("fin du XIXe siècle – v. 1960", 20, "XIXe siècle – ~1960"),
        ] {
            assert_eq!(in_short(dates, room), short);
        }
    }
}
