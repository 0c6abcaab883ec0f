//! The reading view: sidebar, text and card.

use ratatui::layout::{Position, Rect};

use super::pen::Pen;
use super::sidebar;
use crate::tui::app::{App, Overlay, Pane};
use crate::tui::panes::{self};
use crate::tui::reader::letters;
use crate::tui::regions::Regions;
use crate::tui::theme::Ink;
use griot_history::search::fold;
use griot_history::text::page::PageOf;
use griot_history::text::words::Stretch;
use griot_history::text::{Block, Layout, Line, Run, RunInk, Words, width};
use griot_pack::pack::{ChapterId, EraId, Pack, Standing, StatementId};

/// Paints the view; where the cursor belongs.
pub fn paint(app: &App, pen: &mut Pen, regions: &Regions) -> Option<Position> {
    let mut cursor = None;
    heading(app, pen, regions);
    let text = text(app, pen, regions);
    if let Some(pane) = regions.card {
        pen.wall(pane.x - 1, pane.y, pane.bottom());
        let at = card(app, pen, pane);
        if app.pane == Pane::Card {
            // A bar at its edge tells which pane has the keys.
            pen.bar(pane.x - 1, pane.y, pane.bottom());
            cursor = Some(at);
        }
    }
    if let Some(pane) = regions.sidebar {
        let at = sidebar::paint(app, pen, pane);
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
        Some(chapter) => app.pack[chapter].title.to_string(),
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
    let selected = reader.selection();
    let mut cursor = Position { x: area.x, y: area.y };
    for (row, at) in window.clone().enumerate() {
        let y = area.y + row as u16;
        let line = &reader.layout.lines[at];
        paint_line(app, pen, line, &reader.page.blocks, area, y);
        if let Some(stretch) = &selected {
            selection(pen, line, &reader.page.blocks, stretch, Position { x: area.x, y });
        }
        margin(app, pen, regions, line, y);
        if reader.hand.is_some() && line.runs.iter().any(|run| run.statement == reader.hand) && cursor.y == area.y {
            cursor = Position { x: area.x, y };
        }
    }
    if let Some(piece) = reader.focused().and_then(|link| link.pieces.iter().find(|p| window.contains(&p.line))) {
        cursor = Position { x: area.x + piece.column, y: area.y + (piece.line - window.start) as u16 };
    }
    if let Some(piece) = reader.selecting_at().filter(|piece| window.contains(&piece.line)) {
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

/// Shows the selected words of a line, the first cell of which is at `at`.
fn selection(pen: &mut Pen, line: &Line, blocks: &[Block], stretch: &Stretch, at: Position) {
    let block = line.start.block;
    let selected = stretch.in_block(block);
    for run in &line.runs {
        let mut cells = |column: u16, columns: u16| {
            pen.recolour(Rect::new(at.x + column, at.y, columns, 1), Ink::Selected);
        };
        match &run.words {
            Words::Text(range) => {
                let (start, end) = (range.start.max(selected.start), range.end.min(selected.end));
                if start < end {
                    let wide =
                        |from: u32, to: u32| width(&blocks[block as usize].text[from as usize..to as usize]) as u16;
                    cells(run.column + wide(range.start, start), wide(start, end));
                }
            }
            Words::Made(_) if run.ink == RunInk::Label && stretch.takes_label(block) => cells(run.column, run.width),
            Words::Made(_) => {}
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

/// Paints the card; where the cursor belongs when the card has the keys.
fn card(app: &App, pen: &mut Pen, pane: Rect) -> Position {
    let area = panes::card_text(pane);
    let (blocks, layout) = panes::card(app, area.width);
    let top = usize::from(app.card_top);
    paint_blocks(pen, &blocks, &layout, area, top);
    let mut cursor = Position { x: area.x, y: area.y };
    let Some(link) = panes::focused_card_link(app).and_then(|link| layout.links.get(link)) else { return cursor };
    let top = top.min(layout.last_top(usize::from(area.height)));
    for piece in link.pieces.iter().filter(|piece| (top..top + usize::from(area.height)).contains(&piece.line)) {
        let at = Position { x: area.x + piece.column, y: area.y + (piece.line - top) as u16 };
        pen.recolour(Rect { x: at.x, y: at.y, width: piece.width, height: 1 }, Ink::Focus);
        cursor = at;
    }
    cursor
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
