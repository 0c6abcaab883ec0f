//! The foot of the sources: how many statements of each era have a citation, what the signs mean, what is cited most.

use griot_history::sources::{EraStandings, Table, several, share};
use griot_history::table_row::MARKER;
use griot_history::text::width;
use griot_pack::pack::{Pack, Standing};
use ratatui::layout::Rect;

use super::Bibliography;
use crate::tui::layout::{Regions, Width};
use crate::tui::theme::Ink;
use crate::tui::widgets::pen::Pen;

/// The columns of an era at the foot of the sources.
const ERA: u16 = 29;

/// How many rows the foot of the sources wants: a rule, and below it either a line of words or every era.
pub(super) fn rows(pack: &Pack, regions: &Regions) -> u16 {
    let eras = pack.eras().len() as u16;
    let lines = eras.div_ceil((regions.body.width / ERA).max(1));
    match regions.body {
        body if body.width >= ERA && body.height >= 14 && lines <= 4 => lines + 3,
        _ => 2,
    }
}

/// The foot: how many statements of each era have a citation, or what the signs mean, and which work is cited most.
pub(super) fn paint(it: &Bibliography, pack: &Pack, pen: &mut Pen, area: Rect) {
    if area.height == 0 {
        return;
    }
    pen.dotted_rule(Rect { height: 1, ..area });
    let margin = if Width::of(area.width) == Width::Narrow { 0 } else { MARKER };
    let inside = Rect { x: area.x + margin, width: area.width.saturating_sub(margin), ..area };
    if it.table == Table::Standings {
        legend(pen, inside, it.told());
        return;
    }
    if area.height > 2 {
        let label = "statements with a citation, by era   ● with  ○ without  ⚑ citation needed";
        pen.put((inside.x, area.y + 1), label, Ink::Quiet, inside.width);
        let per_line = usize::from((area.width / ERA).max(1));
        let width = inside.width / per_line as u16;
        for (at, era) in it.standings.iter().enumerate() {
            let (x, y) = (inside.x + (at % per_line) as u16 * width, area.y + 2 + (at / per_line) as u16);
            if y + 1 < area.bottom() {
                cited(pen, Rect { x, y, width, height: 1 }, era);
            }
        }
    }
    pen.put((inside.x, area.bottom() - 1), &cited_most(it, pack, inside.width), Ink::Body, inside.width);
}

/// What every sign stands for: on as many lines as there are, or else in the beginnings of the words.
fn legend(pen: &mut Pen, area: Rect, told: &[Standing]) {
    let glyphs = pen.glyphs;
    if Width::of(area.width) == Width::Narrow {
        let short = |standing: Standing| standing.name().chars().take(3).collect::<String>();
        let label = told.iter().map(|of| format!("{}{}", of.sign(glyphs), short(*of))).collect::<Vec<_>>().join(" ");
        pen.put((area.x, area.y + 1), &label, Ink::Quiet, area.width);
        return;
    }
    let (mut x, mut y) = (area.x, area.y + 1);
    for standing in told {
        let label = format!("{} {}", standing.sign(glyphs), standing.name());
        if x > area.x && x + width(&label) as u16 > area.right() {
            (x, y) = (area.x, y + 1);
        }
        if y < area.bottom() {
            x = pen.put((x, y), &label, Ink::Quiet, area.right().saturating_sub(x)) + 3;
        }
    }
}

/// `1 ●●●●●●○○○○ 124 of 140 ⚑ 2`.
fn cited(pen: &mut Pen, line: Rect, it: &EraStandings) {
    const DOTS: usize = 10;
    let (cited, all) = (it.cited, it.statements());
    // Full only where all are, empty only where none is.
    let full = match cited {
        0 => 0,
        n if n == all => DOTS,
        n => (n * DOTS / all.max(1)).clamp(1, DOTS - 1),
    };
    let dots = format!("{}{}", "●".repeat(full), "○".repeat(DOTS - full));
    let mut writer = pen.writer(line);
    writer.put(&format!("{:<2}", it.era.index() + 1), Ink::Label).put(&dots, Ink::Body);
    writer.gap(1).put(&format!("{cited} of {all}"), Ink::Body);
    let needed = it.count(Standing::CitationNeeded);
    if needed > 0 {
        writer.gap(1).put(&format!("⚑{needed}"), Ink::Warning);
    }
}

/// Which work is cited most, in the words that there is room for.
fn cited_most(it: &Bibliography, pack: &Pack, columns: u16) -> String {
    let known = it.known();
    let Some(work) = known.works.first().filter(|work| work.times > 0) else { return String::new() };
    let all = known.citations();
    let share = share(work.times, all);
    let title = &pack[work.source].title;
    let records = if work.records.len() > 1 { format!(" ({} records)", work.records.len()) } else { String::new() };
    let alone =
        if work.alone > 0 { format!("; {} on it alone", several(work.alone, "statement")) } else { String::new() };
    let long = format!("cited most: “{title}”{records}, {} of {all} citations, {share}{alone}", work.times);
    let mid = format!("cited most: “{title}”{records}, {share}{alone}");
    let less = format!("cited most: “{title}”, {share} of all");
    let short = format!("{share} of citations are of one work");
    let room = usize::from(columns);
    [long, mid, less].into_iter().find(|label| width(label) <= room).unwrap_or(short)
}
