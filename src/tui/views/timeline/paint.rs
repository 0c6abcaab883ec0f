//! Painting the timeline: what [`Timeline::refresh`] worked out, and the rows in sight.

use crate::tui::layout::Width;
use griot_history::scale::span_label;
use griot_history::text::page::plain;
use griot_history::text::{Block, Layout, Measure, Shape, width};
use griot_history::timeline::lanes::{Lane, Piece, Tone};
use griot_history::timeline::{Model, Row, Shown, What};
use griot_pack::pack::{EntityId, Pack, StatementId, Text};
use ratatui::layout::{Position, Rect};

use super::{Timeline, axis, legend};
use crate::tui::shared::Shared;
use crate::tui::theme::Ink;
use crate::tui::widgets::blocks::paint_blocks;
use crate::tui::widgets::pen::Pen;

/// Paints the view; where its cursor belongs.
pub(super) fn paint(timeline: &Timeline, shared: &Shared, pen: &mut Pen) -> Option<Position> {
    let places = timeline.drawn.places;
    heading(timeline, shared, pen, places.heading);
    let mark = axis::paint(timeline, shared, pen);
    for rule in [places.rule, places.detail_rule].into_iter().filter(|rule| rule.height > 0) {
        pen.dotted_rule(rule);
    }
    lanes(timeline, shared, pen);
    legend::paint(timeline, shared, pen);
    if places.heading.height == 0 && places.rule.height > 0 {
        pen.put_right(
            (places.rule.right(), places.rule.y),
            &format!(" {} ", counter(timeline, Width::Narrow)),
            Ink::Quiet,
            places.rule.width,
        );
    }
    let chosen = list(timeline, shared, pen, places.list);
    detail(timeline, &shared.pack, pen, places.detail);
    chosen.or(mark)
}

/// `2 of 5 in this column · entry 28 of 535`.
fn counter(timeline: &Timeline, room: Width) -> String {
    let count = timeline.len();
    let chosen = if count == 0 { 0 } else { timeline.list.chosen + 1 };
    let here = axis::chosen_column(timeline).and_then(|column| Some(timeline.drawn.scale.as_ref()?.span(column)));
    let rows = here.map(|(from, to)| timeline.between(from, to));
    let of_all = format!("entry {chosen} of {count}");
    match rows.filter(|rows| room > Width::Narrow && rows.len() > 1) {
        Some(rows) => format!("{} of {} in this column · {of_all}", chosen - rows.start, rows.len()),
        None => of_all,
    }
}

/// The scale, the set, the filter and the stretch of time, as far as there is room.
fn heading(timeline: &Timeline, shared: &Shared, pen: &mut Pen, area: Rect) {
    if area.height == 0 {
        return;
    }
    let counter = counter(timeline, Width::of(area.width));
    let right = area.right().saturating_sub(1);
    pen.put_right((right, area.y), &counter, Ink::Quiet, area.width);
    let end = right.saturating_sub(width(&counter) as u16 + 2);
    let mut parts = vec![(format!("{} scale", timeline.kind.name()), Ink::Heading)];
    if let Some(window) = timeline.window {
        parts.push((span_label(window.from, window.to, shared.pack.date_language()), Ink::Label));
    }
    if !shared.filter.is_empty() {
        parts.push((format!("filter: {}", shared.filter), Ink::Accent));
    }
    parts.push((timeline.shown.explained().to_owned(), Ink::Quiet));
    parts.push((timeline.kind.explained().to_owned(), Ink::Quiet));
    let mut writer = pen.writer(Rect { x: area.x + 1, width: end.saturating_sub(area.x + 1), ..area });
    for (i, (text, ink)) in parts.into_iter().enumerate() {
        let lead = if i > 0 { " · " } else { "" };
        // What only explains is left out where it does not fit; the rest is cut.
        if ink == Ink::Quiet && width(lead) + width(&text) > usize::from(writer.room()) {
            break;
        }
        writer.put(lead, Ink::Quiet).put(&text, ink);
    }
}

/// The lanes in sight, and which of them these are.
fn lanes(timeline: &Timeline, shared: &Shared, pen: &mut Pen) {
    let (drawn, first) = (&timeline.drawn, timeline.first_lane(&shared.pack));
    let height = usize::from(drawn.places.lanes.height);
    let seen = drawn.lanes.iter().skip(first).take(height);
    for (row, lane) in seen.enumerate() {
        // The group of the first one is told, though it was named above.
        let group = || drawn.lanes[..first].iter().rfind(|lane| !lane.name.is_empty()).map(|lane| lane.name.as_str());
        let name = if row == 0 && lane.name.is_empty() { group().unwrap_or_default() } else { &lane.name };
        paint_lane(timeline, shared, pen, (lane, name), row as u16);
    }
    if drawn.lanes.len() > height && height > 0 {
        let label = format!(" lanes {}–{} of {} ", first + 1, first + height, drawn.lanes.len());
        pen.put_right(
            (drawn.places.rule.right() - 1, drawn.places.rule.y),
            &label,
            Ink::Quiet,
            drawn.places.rule.width,
        );
    }
}

/// A lane, its name on the left, and the line of the chosen row's time where nothing stands.
fn paint_lane(timeline: &Timeline, shared: &Shared, pen: &mut Pen, (lane, name): (&Lane, &str), row: u16) {
    let places = timeline.drawn.places;
    let (area, y) = (places.lanes, places.lanes.y + row);
    pen.put((places.names.x + 1, y), name, Ink::Quiet, places.names.width.saturating_sub(1));
    // The line keeps clear of names: it would be read as a letter of theirs.
    let named = |column: &u16| {
        let near = |piece: &Piece| {
            piece.tone == Tone::Name
                && (piece.at.saturating_sub(1)..=piece.at + width(&piece.text) as u16).contains(column)
        };
        lane.pieces.iter().any(near)
    };
    if let Some(column) = axis::chosen_column(timeline).filter(|column| !named(column)) {
        pen.put((area.x + column, y), "┊", Ink::Rule, 1);
    }
    let entity = timeline.chosen().and_then(|row| row.what.entity()).or(shared.selected.entity);
    for piece in &lane.pieces {
        let x = area.x + piece.at;
        let selected = entity.is_some() && piece.what.and_then(What::entity) == entity;
        pen.put((x, y), &piece.text, piece_ink(piece, selected), area.right().saturating_sub(x));
    }
}

const fn piece_ink(piece: &Piece, selected: bool) -> Ink {
    match piece.tone {
        Tone::Name | Tone::Mark | Tone::Group(_) if selected => Ink::Selected,
        Tone::Bar if selected => Ink::Accent,
        Tone::Bar | Tone::Name => Ink::Body,
        Tone::Mark | Tone::Count => Ink::Heading,
        Tone::Group(at) => Ink::of_group(at),
        Tone::Quiet => Ink::Quiet,
    }
}

/// The rows in sight; where the chosen one begins.
fn list(timeline: &Timeline, shared: &Shared, pen: &mut Pen, area: Rect) -> Option<Position> {
    let (chosen, top) = (timeline.list.chosen, timeline.top());
    let mut cursor = None;
    if timeline.is_empty() {
        let why = if shared.filter.is_empty() { "nothing here has a date" } else { "nothing matches the filter" };
        pen.put((area.x + 2, area.y), why, Ink::Quiet, area.width.saturating_sub(2));
        return None;
    }
    let dates = date_columns(area.width);
    for line in 0..area.height {
        let Some(row) = timeline.row(top + usize::from(line)) else { break };
        let y = area.y + line;
        let chosen = top + usize::from(line) == chosen;
        if chosen {
            cursor = Some(Position { x: area.x, y });
        }
        let grouped = timeline.model().filter(|_| timeline.shown == Shown::Groups);
        list_row((&shared.pack, grouped), pen, Rect { y, height: 1, ..area }, (row, chosen), dates);
    }
    cursor
}

/// The columns that dates take.
const fn date_columns(width: u16) -> u16 {
    match (Width::of(width), width) {
        (Width::Wide, _) => 30,
        (Width::Medium, 90..) => 25,
        (Width::Medium, _) => 20,
        (Width::Narrow, 32..) => 14,
        (Width::Narrow, _) => 11,
    }
}

/// A row and whether it is chosen; its date takes so many columns.
fn list_row(
    (pack, grouped): (&Pack, Option<&Model>),
    pen: &mut Pen,
    line: Rect,
    (row, chosen): (Row, bool),
    dates: u16,
) {
    let Rect { x, y, .. } = line;
    if chosen {
        pen.put((x, y), "▌", Ink::Accent, 1);
    }
    let date = row.what.when(pack).map_or_else(String::new, |when| pack.date(&when));
    let ink = if chosen { Ink::Accent } else { Ink::Quiet };
    pen.put((x + 2, y), &date, ink, dates);
    let at = x + 2 + dates + 1;
    let sign = match row.what {
        What::Statement(_) => " ",
        What::Silence(..) => "┄",
        _ => "●",
    };
    pen.put((at, y), sign, if chosen { Ink::Accent } else { Ink::Label }, 1);
    let group = grouped.and_then(|model| {
        let name = row.what.group(pack)?;
        Some((name, model.groups.iter().position(|group| group == name)?))
    });
    let (kind, ink) = match (group, row.what) {
        (Some((name, at)), _) => (name.to_owned(), Ink::of_group(at)),
        (None, What::Statement(statement)) => (place(pack, statement), Ink::Quiet),
        (None, what) => (what.kind(pack).replace('-', " "), Ink::Quiet),
    };
    let room = match (Width::of(line.width), line.width) {
        (Width::Narrow, _) => 0,
        (_, 100..) => 13,
        _ => 10,
    };
    let text = at + 2;
    let end = line.right().saturating_sub(room + 1);
    put_text(pack, pen, Rect { x: text, y, width: end.saturating_sub(text), height: 1 }, (row.what, chosen));
    if room > 0 {
        pen.put_right((line.right() - 1, y), &kind, ink, room);
    }
}

/// `¶ 1.6`; plates have no number.
fn place(pack: &Pack, statement: StatementId) -> String {
    let passage = pack[statement].passage;
    match pack[passage].number {
        Some(_) => format!("¶ {}", pack.address(passage)),
        None => format!("{} plate", pack.era_of(statement).index() + 1),
    }
}

/// A statement's text, or a name with what is behind it; and whether it is chosen.
fn put_text(pack: &Pack, pen: &mut Pen, line: Rect, (what, chosen): (What, bool)) {
    let text = what.text(pack);
    if what.entity().is_none() {
        let ink = if matches!(what, What::Silence(..)) { Ink::Quiet } else { Ink::Body };
        pen.put_row(line, &text, ink, chosen);
        return;
    }
    let (name, more) = text.split_once(" · ").unwrap_or((&text, ""));
    let mut writer = pen.writer(line);
    writer.put(name, Ink::Heading.chosen(chosen));
    if !more.is_empty() && writer.room() > 6 {
        writer.put(&format!(" · {more}"), Ink::Quiet);
    }
}

/// The chosen row in full.
fn detail(timeline: &Timeline, pack: &Pack, pen: &mut Pen, area: Rect) {
    let Some(what) = timeline.chosen().map(|row| row.what).filter(|_| area.height > 0) else { return };
    let mut block = Block { gap: false, ..plain(Shape::Passage, String::new()) };
    match what {
        What::Statement(statement) => block.add_statement(pack, statement),
        What::Silence(..) => block.text = what.text(pack),
        What::Event(entity) | What::Polity(entity) | What::Office(entity, _) => {
            block.text = format!("{}.", what.text(pack));
            about(pack, entity, &mut block);
        }
    }
    let area = Rect { x: area.x + 2, width: area.width.saturating_sub(4).min(100), ..area };
    let blocks = [block];
    let layout = Layout::new(&blocks, Measure { width: area.width, glyphs: pen.glyphs });
    paint_blocks(pen, &blocks, &layout, area, 0);
}

/// What came of it, where it was and who took part.
fn about(pack: &Pack, entity: EntityId, block: &mut Block) {
    let entity = &pack[entity];
    if let Some(outcome) = &entity.outcome {
        block.add(&format!(" {outcome}"), None);
    }
    let places: Vec<&str> = entity.places.iter().map(|place| pack[*place].name.as_str()).collect();
    let part = |(who, part): &(EntityId, Option<Text>)| match part {
        Some(part) => format!("{} ({part})", pack[*who].name),
        None => pack[*who].name.to_string(),
    };
    let who: Vec<String> = entity.who.iter().map(part).collect();
    for (word, names) in [("Where", places.join(", ")), ("Who", who.join(", "))] {
        if !names.is_empty() {
            block.add(&format!(" {word}: {names}."), None);
        }
    }
}
