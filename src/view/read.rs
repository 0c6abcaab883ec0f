//! The reading view: sidebar, text and card.

use ratatui::layout::{Position, Rect};

use super::pen::Pen;
use crate::app::{App, Overlay, Pane};
use crate::chronicle;
use crate::pack::{ChapterId, EraId, Pack, Standing, StatementId};
use crate::panes::{self, SidebarRow};
use crate::reader::letters;
use crate::regions::Regions;
use crate::search::fold;
use crate::text::page::PageOf;
use crate::text::{Block, Layout, Line, Run, RunInk, Words, width};
use crate::theme::Ink;

/// Paints the view; where the cursor belongs.
pub fn paint(app: &App, pen: &mut Pen, regions: &Regions) -> Option<Position> {
    let mut cursor = None;
    heading(app, pen, regions);
    let text = text(app, pen, regions);
    if let Some(pane) = regions.card {
        pen.wall(pane.x - 1, pane.y, pane.bottom());
        card(app, pen, pane);
        if app.pane == Pane::Card {
            cursor = Some(Position { x: panes::card_text(pane).x, y: pane.y });
        }
    }
    if let Some(pane) = regions.sidebar {
        let at = sidebar(app, pen, pane);
        if app.pane == Pane::Sidebar {
            cursor = at;
        }
    }
    super::ribbon::paint(app, pen, regions);
    letters_on_links(app, pen, regions);
    cursor.or(Some(text))
}

/// `1 Before colonization · Songhai`, or the way back to the text from an entity's page.
pub fn where_one_is(app: &App, short: bool) -> String {
    let pack = &app.pack;
    let era = app.era();
    match app.reader.page.of {
        PageOf::Entity(entity) => {
            let from = if short { String::new() } else { format!("{} · ", pack[era].short) };
            format!("‹ {from}{}", pack[entity].name)
        }
        PageOf::Era(era) if short => format!("{}/{} {}", era.index() + 1, pack.eras().len(), pack[era].short),
        PageOf::Era(era) => {
            let chapter = chapter_at_hand(app).map_or_else(String::new, |c| format!(" · {}", pack[c].title));
            format!("{} {}{chapter}", era.index() + 1, pack[era].short)
        }
    }
}

/// The chapter being read; entities' pages have none.
fn chapter_at_hand(app: &App) -> Option<ChapterId> {
    let PageOf::Era(era) = app.reader.page.of else { return None };
    let chapter = app.pack.chapter_of(app.reader.eye(&app.pack)?);
    (app.pack[chapter].era == era).then_some(chapter)
}

fn heading(app: &App, pen: &mut Pen, regions: &Regions) {
    let Some(area) = regions.heading else { return };
    let x = area.x + 1;
    let right = match app.reader.page.of {
        PageOf::Era(era) => passage_of(app, era),
        PageOf::Entity(entity) => app.pack[entity].kind.name().to_owned(),
    };
    let room = area.width.saturating_sub(width(&right) as u16 + 4);
    let sidebar_beside = regions.sidebar.is_some_and(|sidebar| !sidebar.intersects(regions.pane));
    let left = match chapter_at_hand(app).filter(|_| sidebar_beside) {
        Some(chapter) => app.pack[chapter].title.clone(),
        None => where_one_is(app, false),
    };
    pen.put(x, area.y, &left, Ink::Heading, room);
    pen.put_right(area.right().saturating_sub(1), area.y, &right, Ink::Quiet, area.width);
    pen.rule(Rect { x, y: area.y + 1, width: area.width.saturating_sub(2), height: 1 }, false);
}

/// `¶ 6 of 78`.
fn passage_of(app: &App, era: EraId) -> String {
    let pack = &app.pack;
    let count = pack.passages_in(era).filter(|p| pack[*p].number.is_some()).count();
    match app.reader.eye(pack).map(|id| pack[id].passage) {
        Some(passage) => match pack[passage].number {
            Some(number) => format!("¶ {number} of {count}"),
            None => "plate".into(),
        },
        None => String::new(),
    }
}

fn text(app: &App, pen: &mut Pen, regions: &Regions) -> Position {
    let reader = &app.reader;
    let area = regions.text;
    let window = reader.window();
    let mut cursor = Position { x: area.x, y: area.y };
    for (row, at) in window.clone().enumerate() {
        let y = area.y + row as u16;
        let line = &reader.layout.lines[at];
        paint_line(app, pen, line, &reader.page.blocks, area, y);
        margin(app, pen, regions, line, y);
        if reader.hand.is_some() && line.runs.iter().any(|run| run.statement == reader.hand) && cursor.y == area.y {
            cursor = Position { x: area.x, y };
        }
    }
    if let Some(piece) = reader.focused().and_then(|link| link.pieces.iter().find(|p| window.contains(&p.line))) {
        cursor = Position { x: area.x + piece.column, y: area.y + (piece.line - window.start) as u16 };
    }
    cursor
}

fn paint_line(app: &App, pen: &mut Pen, line: &Line, blocks: &[Block], area: Rect, y: u16) {
    let reader = &app.reader;
    for run in &line.runs {
        let note_has_focus = run.ink == RunInk::Note && reader.note.is_some_and(|(id, _)| Some(id) == run.statement);
        let ink = match run.link {
            Some(link) if reader.link == Some(link as usize) => Ink::Focus,
            Some(_) => Ink::Link,
            None if note_has_focus => Ink::Focus,
            None => ink_of(run.ink),
        };
        let words = run.text(line, blocks);
        let x = area.x + run.column;
        pen.put(x, y, words, ink, area.right().saturating_sub(x));
        if ink != Ink::Focus && matches!(run.words, Words::Text(_)) {
            light_hits(app, pen, words, x, y, area.right());
        }
    }
}

/// Lights the words that the last search found.
fn light_hits(app: &App, pen: &mut Pen, words: &str, x: u16, y: u16, right: u16) {
    let Some(find) = &app.reader.find else { return };
    let mut at = 0;
    while let Some(start) = words[at..].find(char::is_alphanumeric).map(|start| at + start) {
        let length =
            words[start..].find(|c: char| !c.is_alphanumeric() && c != '’' && c != '-').unwrap_or(words.len() - start);
        let word = &words[start..start + length];
        let folded = fold(word);
        if find.words.iter().any(|wanted| folded.split(' ').any(|part| part.starts_with(wanted.as_str()))) {
            let column = x + width(&words[..start]) as u16;
            pen.put(column, y, word, Ink::Match, right.saturating_sub(column));
        }
        at = start + length;
    }
}

pub(super) const fn ink_of(run: RunInk) -> Ink {
    match run {
        RunInk::Plain => Ink::Body,
        RunInk::Title => Ink::Title,
        RunInk::Heading => Ink::Heading,
        RunInk::Quiet => Ink::Quiet,
        RunInk::Label => Ink::Label,
        RunInk::Emphasis => Ink::Emphasis,
        RunInk::Note => Ink::Note,
    }
}

/// The signs beside a line: how well statements are known at its edge, and next to the text the statement in hand, where the last page ended, and how well statements are known.
fn margin(app: &App, pen: &mut Pen, regions: &Regions, line: &Line, y: u16) {
    let reader = &app.reader;
    let area = regions.margin;
    if reader.hand.is_some() && line.runs.iter().any(|run| run.statement == reader.hand) {
        pen.put(area.right() - 1, y, "▎", Ink::Accent, 1);
    } else if reader.ended == Some(line.start) {
        pen.put(area.right() - 1, y, "▸", Ink::Accent, 1);
    }
    if app.settings.trust
        && let Some(standing) = worst_beginning(&app.pack, line, &reader.page.blocks)
    {
        let ink = match standing {
            Standing::Established | Standing::Attributed => Ink::Quiet,
            Standing::Approximate | Standing::Corrected => Ink::Label,
            Standing::Disputed | Standing::Uncited | Standing::CitationNeeded => Ink::Warning,
        };
        pen.put(area.x, y, standing.sign(app.settings.ascii), ink, 1);
    }
}

/// The least well known of the statements that begin on the line.
fn worst_beginning(pack: &Pack, line: &Line, blocks: &[Block]) -> Option<Standing> {
    let block = &blocks[line.start.block as usize];
    let begins = |run: &Run| match (&run.words, run.statement) {
        (Words::Text(range), Some(id)) => block
            .sentences
            .iter()
            .any(|s| s.id == id && (range.start..range.end).contains(&s.range.start))
            .then_some(id),
        _ => None,
    };
    let beginning: Vec<StatementId> = line.runs.iter().filter_map(begins).collect();
    beginning.into_iter().map(|id| pack[id].standing).max()
}

fn sidebar(app: &App, pen: &mut Pen, pane: Rect) -> Option<Position> {
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
    for (i, line) in panes::sidebar_lines(app, list.height).into_iter().enumerate() {
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
                pen.put_chosen(list.x + 3, y, &app.pack[chapter].title, ink, list.width - 3, chosen);
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
    let room = pane.width.saturating_sub(11);
    pen.rule(Rect { x: pane.x + 1, y, width: pane.width.saturating_sub(2), height: 1 }, false);
    let pack = &app.pack;
    let when = app.reader.eye(pack).and_then(|id| chronicle::reading(pack, id));
    pen.put(pane.x + 1, y + 1, "reading", Ink::Quiet, 8);
    pen.put(pane.x + 10, y + 1, &when.map_or_else(|| "no date yet".into(), |w| w.on_screen()), Ink::Body, room);
    let Some(when) = when else { return };
    let powers = chronicle::in_power(pack, &when);
    pen.put(pane.x + 1, y + 2, "in power", Ink::Quiet, 9);
    let mut lines: Vec<String> = powers.iter().map(|id| pack[*id].name.clone()).collect();
    let shown = usize::from(rows - 2);
    if lines.len() > shown {
        let more = lines.len() - shown;
        lines.truncate(shown);
        if let Some(last) = lines.last_mut() {
            last.push_str(&format!(" +{more}"));
        }
    }
    if lines.is_empty() {
        lines.push("not told".into());
    }
    for (i, line) in lines.iter().enumerate() {
        pen.put(pane.x + 10, y + 2 + i as u16, line, Ink::Body, room);
    }
}

fn card(app: &App, pen: &mut Pen, pane: Rect) {
    let area = panes::card_text(pane);
    let (blocks, layout) = panes::card(app, area.width);
    paint_blocks(pen, &blocks, &layout, area, usize::from(app.card_top));
}

/// Paints a small page from a line on, with a sign where more follows.
pub fn paint_blocks(pen: &mut Pen, blocks: &[Block], layout: &Layout, area: Rect, top: usize) {
    let height = usize::from(area.height);
    let top = top.min(layout.last_top(height));
    for (row, line) in layout.lines.iter().skip(top).take(height).enumerate() {
        let y = area.y + row as u16;
        for run in &line.runs {
            let ink = if run.link.is_some() { Ink::Link } else { ink_of(run.ink) };
            let x = area.x + run.column;
            pen.put(x, y, run.text(line, blocks), ink, area.right().saturating_sub(x));
        }
    }
    if top + height < layout.lines.len() {
        pen.put_right(area.right(), area.bottom() - 1, " … ", Ink::Quiet, area.width);
    }
}

fn letters_on_links(app: &App, pen: &mut Pen, regions: &Regions) {
    let Some(Overlay::Letters(typed)) = &app.overlay else { return };
    let window = app.reader.window();
    let links = app.reader.links_in_sight();
    for (link, label) in links.iter().zip(letters(links.len())) {
        let Some(rest) = label.strip_prefix(typed.as_str()) else { continue };
        let Some(piece) = app.reader.layout.links[*link].pieces.iter().find(|p| window.contains(&p.line)) else {
            continue;
        };
        let y = regions.text.y + (piece.line - window.start) as u16;
        // The label takes the space before the word, or the margin, so that the word stays readable.
        let x = (regions.text.x + piece.column).saturating_sub(1);
        pen.put(x, y, rest, Ink::Selected, label.len() as u16);
    }
}
