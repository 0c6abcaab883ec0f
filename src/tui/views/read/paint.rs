//! Painting the reading view: text, card and what stands around them.

use griot_history::text::Blocks;
use std::ops::Range;

use griot_history::search::{fold, is_unspaced, matched};
use griot_history::text::page::PageOf;
use griot_history::text::words::Stretch;
use griot_history::text::{Anchor, Line, Run, RunInk, Words, width};
use griot_pack::pack::{ChapterId, EraId, Pack, Standing, StatementId};
use ratatui::layout::{Position, Rect};

use super::{Pane, Read, card_text, ribbon, sidebar};
use crate::tui::layout::Regions;
use crate::tui::shared::Shared;
use crate::tui::signs::{CURRENT, ENDED, MARK, NOTE, WIKI};
use crate::tui::theme::Ink;
use crate::tui::widgets::blocks::{ink_of, paint_detail};
use crate::tui::widgets::pen::Pen;

/// Paints the view; where the cursor belongs.
pub(super) fn paint(view: &Read, shared: &Shared, pen: &mut Pen) -> Option<Position> {
    let regions = &view.regions(shared)?;
    let mut cursor = None;
    heading(shared, pen, regions);
    let text = text(shared, pen, regions);
    if let Some(pane) = regions.card {
        pen.separator(pane.x - 1, pane.y, pane.bottom());
        let at = paint_detail(pen, &view.card, card_text(pane), view.card.link.filter(|_| view.pane == Pane::Card));
        if view.pane == Pane::Card {
            // A bar at its edge tells which pane has the keys.
            pen.bar(pane.x - 1, pane.y, pane.bottom());
            cursor = at.or(Some(Position { x: pane.x + 1, y: pane.y }));
        }
    }
    if let Some(pane) = regions.sidebar {
        let at = sidebar::paint(view, shared, pen, pane);
        if view.pane == Pane::Sidebar {
            cursor = at;
        }
    }
    ribbon::paint(&view.ribbon, shared, pen, regions);
    cursor.or(Some(text))
}

/// How much there is room to say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Room {
    Short,
    Long,
}

/// `1 Precolonial Mali · Songhai`, or the way back to the text from an entity's page.
pub(super) fn place(shared: &Shared, room: Room) -> String {
    let pack = &shared.pack;
    match (shared.reader.page.of, room) {
        (PageOf::Entity(entity), Room::Short) => format!("‹ {}", pack[entity].name),
        (PageOf::Entity(entity), Room::Long) => format!("‹ {} · {}", pack[shared.era()].short, pack[entity].name),
        (PageOf::Era(era), Room::Short) => format!("{}/{} {}", era.index() + 1, pack.eras().len(), pack[era].short),
        (PageOf::Era(era), Room::Long) => {
            let chapter = current_chapter(shared).map_or_else(String::new, |c| format!(" · {}", pack[c].title));
            format!("{} {}{chapter}", era.index() + 1, pack[era].short)
        }
    }
}

/// The chapter being read; entities' pages have none.
fn current_chapter(shared: &Shared) -> Option<ChapterId> {
    let PageOf::Era(era) = shared.reader.page.of else { return None };
    let chapter = shared.pack.chapter_of(shared.reader.statement()?);
    (shared.pack[chapter].era == era).then_some(chapter)
}

fn heading(shared: &Shared, pen: &mut Pen, regions: &Regions) {
    let Some(area) = regions.heading else { return };
    let x = area.x + 1;
    let right = match shared.reader.page.of {
        PageOf::Era(era) => passage_of(shared, era),
        PageOf::Entity(entity) => shared.pack[entity].kind.name().to_owned(),
    };
    let room = area.width.saturating_sub(width(&right) as u16 + 4);
    let sidebar_beside = regions.sidebar.is_some_and(|sidebar| !sidebar.intersects(regions.pane));
    let left = match current_chapter(shared).filter(|_| sidebar_beside) {
        Some(chapter) => shared.pack[chapter].title.to_string(),
        None => place(shared, Room::Long),
    };
    pen.put((x, area.y), &left, Ink::Heading, room);
    pen.put_right((area.right().saturating_sub(1), area.y), &right, Ink::Quiet, area.width);
    pen.dotted_rule(Rect { x, y: area.y + 1, width: area.width.saturating_sub(2), height: 1 });
}

/// `¶ 6 of 78`.
fn passage_of(shared: &Shared, era: EraId) -> String {
    let pack = &shared.pack;
    let count = pack.passages_in(era).filter(|p| pack[*p].number.is_some()).count();
    match shared.reader.statement().map(|id| pack[id].passage) {
        Some(passage) => match pack[passage].number {
            Some(number) => format!("¶ {number} of {count}"),
            None => "plate".into(),
        },
        None => String::new(),
    }
}

fn text(shared: &Shared, pen: &mut Pen, regions: &Regions) -> Position {
    let reader = &shared.reader;
    let area = regions.text;
    let window = reader.window();
    let selected = reader.selection();
    let mut cursor = Position { x: area.x, y: area.y };
    for (row, at) in window.clone().enumerate() {
        let y = area.y + row as u16;
        let line = &reader.layout.lines[at];
        paint_line(shared, pen, line, Rect { y, height: 1, ..area });
        if let Some(stretch) = &selected {
            selection(pen, line, &reader.page.blocks, stretch, Position { x: area.x, y });
        }
        margin(shared, pen, regions, line, y);
        if reader.current.is_some() && line.runs.iter().any(|run| run.statement == reader.current) && cursor.y == area.y
        {
            cursor = Position { x: area.x, y };
        }
    }
    if let Some(piece) = reader.focused_pieces().iter().find(|piece| window.contains(&piece.line)) {
        cursor = Position { x: area.x + piece.column, y: area.y + (piece.line - window.start) as u16 };
    }
    if let Some(piece) = reader.selecting_at().filter(|piece| window.contains(&piece.line)) {
        cursor = Position { x: area.x + piece.column, y: area.y + (piece.line - window.start) as u16 };
    }
    cursor
}

fn paint_line(shared: &Shared, pen: &mut Pen, line: &Line, area: Rect) {
    let reader = &shared.reader;
    for run in &line.runs {
        let note_has_focus = run.ink == RunInk::Note && reader.note.is_some_and(|(id, _)| Some(id) == run.statement);
        let ink = match run.link {
            Some(link) if reader.link == Some(reader.layout.links[link as usize].at) => Ink::Focus,
            Some(_) => Ink::Link,
            None if note_has_focus => Ink::Focus,
            None => ink_of(run.ink),
        };
        let words = run.text(line, &reader.page.blocks);
        let x = area.x + run.column;
        pen.put((x, area.y), words, ink, area.right().saturating_sub(x));
        if ink != Ink::Focus && matches!(run.words, Words::Text(_)) {
            light_hits(shared, pen, words, Position { x, y: area.y }, area.right());
        }
    }
}

/// Shows the selected words of a line, the first cell of which is at `at`.
fn selection(pen: &mut Pen, line: &Line, blocks: &dyn Blocks, stretch: &Stretch, at: Position) {
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
                    let wide = |from: u32, to: u32| {
                        width(&blocks.block(block as usize).text[from as usize..to as usize]) as u16
                    };
                    cells(run.column + wide(range.start, start), wide(start, end));
                }
            }
            Words::Made(_) if run.ink == RunInk::Label && stretch.takes_label(block) => cells(run.column, run.width),
            Words::Made(_) => {}
        }
    }
}

/// Lights the words that the last search found.
fn light_hits(shared: &Shared, pen: &mut Pen, words: &str, begin: Position, right: u16) {
    let Some(find) = &shared.reader.find else { return };
    let Position { x, y } = begin;
    let mut at = 0;
    while let Some(start) = words[at..].find(char::is_alphanumeric).map(|start| at + start) {
        let length =
            words[start..].find(|c: char| !c.is_alphanumeric() && c != '’' && c != '-').unwrap_or(words.len() - start);
        let word = &words[start..start + length];
        let folded = fold(word);
        let begins = |wanted: &String| folded.split(' ').any(|part| part.starts_with(wanted.as_str()));
        // Of a run of letters that are written without spaces only what was looked for is lit.
        if word.starts_with(is_unspaced) {
            for wanted in find.words.iter().filter(|wanted| folded.contains(wanted.as_str())) {
                let part = part_of(word, &matched(word, wanted));
                let column = x + width(&words[..start + part.start]) as u16;
                pen.put((column, y), &word[part], Ink::Match, right.saturating_sub(column));
            }
        } else if find.words.iter().any(begins) {
            let column = x + width(&words[..start]) as u16;
            pen.put((column, y), word, Ink::Match, right.saturating_sub(column));
        }
        at = start + length;
    }
}

/// The bytes of a text from the first to the last of some of its characters.
fn part_of(text: &str, characters: &[u32]) -> Range<usize> {
    let byte = |at: usize| text.char_indices().nth(at).map_or(text.len(), |(byte, _)| byte);
    match characters {
        [first, .., last] => byte(*first as usize)..byte(*last as usize + 1),
        [only] => byte(*only as usize)..byte(*only as usize + 1),
        [] => 0..0,
    }
}

/// What of the reader’s own stands at a line: a note on a statement that begins there, or else a mark.
fn own_sign(shared: &Shared, line: &Line) -> Option<&'static str> {
    if shared.notes.is_empty() && shared.marks.is_empty() {
        return None;
    }
    let reader = &shared.reader;
    let begin = beginning(line, &reader.page.blocks);
    if begin.iter().any(|id| shared.notes.contains_key(id)) {
        return Some(NOTE);
    }
    let layout = &reader.layout;
    // A mark is a place, which is where the top of the pane was.
    let is_here = |top: Anchor| {
        layout.holds(top) && layout.lines.get(layout.line_at(top)).is_some_and(|it| it.start == line.start)
    };
    let mut here = shared.marks.iter().filter(|mark| mark.page == reader.page.of);
    here.any(|mark| is_here(mark.top)).then_some(MARK)
}

/// The signs beside a line: how well statements are known at its edge, or what the reader has left there, and next to
/// the text the current statement, or where the last page ended.
fn margin(shared: &Shared, pen: &mut Pen, regions: &Regions, line: &Line, y: u16) {
    let reader = &shared.reader;
    let area = regions.margin;
    let own = own_sign(shared, line);
    if let Some(sign) = own {
        // Where the trust margin is shown, its signs stand at the edge.
        let x = if shared.settings.trust { area.right() - 1 } else { area.x };
        pen.put((x, y), sign, Ink::Accent, 1);
    }
    if own.is_some() && (shared.settings.trust || area.width == 1) {
        return trust(shared, pen, area, line, y);
    }
    if reader.current.is_some() && line.runs.iter().any(|run| run.statement == reader.current) {
        pen.put((area.right() - 1, y), CURRENT, Ink::Accent, 1);
    } else if reader.ended == Some(line.start) {
        pen.put((area.right() - 1, y), ENDED, Ink::Accent, 1);
    }
    trust(shared, pen, area, line, y);
}

/// How well the statements that begin on a line are known.
fn trust(shared: &Shared, pen: &mut Pen, area: Rect, line: &Line, y: u16) {
    let reader = &shared.reader;
    if shared.settings.trust
        && let Some((standing, on_wiki)) = worst_beginning(&shared.pack, line, &reader.page.blocks)
    {
        let ink = match standing {
            Standing::Established | Standing::Attributed if on_wiki => Ink::Label,
            Standing::Established | Standing::Attributed => Ink::Quiet,
            Standing::Approximate | Standing::Corrected | Standing::Oral => Ink::Label,
            Standing::Disputed | Standing::Uncited | Standing::CitationNeeded => Ink::Warning,
        };
        // A doubt that the text itself tells weighs more than where it was read.
        let sign =
            if on_wiki && standing <= Standing::Attributed { WIKI } else { standing.sign(shared.settings.glyphs) };
        pen.put((area.x, y), sign, ink, 1);
    }
}

/// The statements that begin on a line.
fn beginning(line: &Line, blocks: &dyn Blocks) -> Vec<StatementId> {
    let block = blocks.block(line.start.block as usize);
    let begins = |run: &Run| match (&run.words, run.statement) {
        (Words::Text(range), Some(id)) => block
            .sentences
            .iter()
            .any(|s| s.id == id && (range.start..range.end).contains(&s.range.start))
            .then_some(id),
        _ => None,
    };
    line.runs.iter().filter_map(begins).collect()
}

/// The least well known of the statements that begin on the line, and whether it rests on copies of Wikipedia alone.
fn worst_beginning(pack: &Pack, line: &Line, blocks: &dyn Blocks) -> Option<(Standing, bool)> {
    beginning(line, blocks).into_iter().map(|id| (pack[id].standing, pack.rests_on_wiki(id))).max()
}
