//! The table of standings: how many statements of each era are known how well.

use crate::tui::layout::Width;
use griot_history::sources::{EraStandings, share};
use griot_history::table_row::MARKER;
use griot_pack::pack::Standing;
use ratatui::layout::Rect;

use super::super::list_view::Panes;
use crate::tui::theme::Ink;
use crate::tui::widgets::pen::Pen;

/// How wide the columns of the table of standings are: the era, each standing, all, and the share with a citation.
const fn widths(width: u16, standings: u16) -> (u16, u16, u16, u16) {
    let inside = width.saturating_sub(MARKER + 1);
    match (Width::of(width), width) {
        (Width::Medium | Width::Wide, _) => (inside.saturating_sub(standings * 5 + 6 + 8), 5, 6, 8),
        (Width::Narrow, 36..) => (inside.saturating_sub(standings * 4 + 4), 4, 4, 0),
        // No room for every standing: the page beside the list tells them.
        _ => (inside.saturating_sub(13), 0, 5, 8),
    }
}

/// The signs above the columns.
pub(super) fn names(pen: &mut Pen, panes: &Panes, told: &[Standing]) {
    let (era, each, all, cited) = widths(panes.list.width, told.len() as u16);
    let y = panes.heading.bottom().saturating_sub(1);
    let mut at = panes.list.x + MARKER + era;
    for standing in told.iter().filter(|_| each > 0) {
        at += each;
        pen.put_right((at, y), standing.sign(pen.glyphs), Ink::Key, each);
    }
    pen.put_right((at + all, y), "all", Ink::Quiet, all);
    if cited > 0 {
        pen.put_right((at + all + cited, y), "cited", Ink::Quiet, cited);
    }
}

/// The row of an era, or of all; how many lines it takes.
pub(super) fn row(pen: &mut Pen, area: Rect, name: &str, it: &EraStandings, chosen: bool) -> u16 {
    let (era, each, all, cited) = widths(area.width, it.told.len() as u16);
    let x = area.x + MARKER;
    // Where a title would be nothing but a stump, the number stands alone.
    let name = if era < 8 { name.split(' ').next().unwrap_or(name) } else { name };
    pen.put((x, area.y), name, Ink::Body.chosen(chosen), era);
    let mut at = x + era;
    for (standing, count) in it.told.iter().map(|of| (*of, it.count(*of))).filter(|_| each > 0) {
        at += each;
        let label = if count == 0 { "·".to_owned() } else { count.to_string() };
        let warns = matches!(standing, Standing::Disputed | Standing::Uncited | Standing::CitationNeeded);
        let ink = match count {
            0 => Ink::Quiet,
            _ if warns => Ink::Warning,
            _ => Ink::Body,
        };
        pen.put_right((at, area.y), &label, ink, each);
    }
    pen.put_right((at + all, area.y), &it.statements().to_string(), Ink::Heading, all);
    if cited > 0 {
        pen.put_right((at + all + cited, area.y), &share(it.cited, it.statements()), Ink::Quiet, cited);
    }
    1
}
