//! The search's rows and preview.

use griot_history::cite;
use griot_history::search::{Hit, Via, fold, fold_with_places, matched, place_in};
use griot_history::text::{Layout, Measure, cut, graphemes, is_plain_text, width};
use griot_pack::pack::{EntityId, Pack, StatementId};
use ratatui::layout::{Position, Rect};

use super::Popup;
use super::prompt;
use super::search::{Finder, Row};
use crate::tui::shared::Shared;
use crate::tui::theme::Ink;
use crate::tui::widgets::blocks::{light, paint_blocks};
use crate::tui::widgets::pen::Pen;

/// Paints what was found; where the cursor belongs.
pub(super) fn paint(finder: &Finder, shared: &Shared, pen: &mut Pen, popup: &Popup) -> Option<Position> {
    let input = popup.input?;
    let answer = &finder.answer;
    let label = match (&answer.query.when, answer.query.words.is_empty()) {
        (Some(when), true) => format!("{}: what was happening", shared.pack.date_in_words(when)),
        (Some(when), false) => format!("“{}”, {}", answer.query.words, shared.pack.date_in_words(when)),
        // What was left out is seen by what is looked for.
        (None, false) if !answer.query.dropped.is_empty() => format!("“{}”", answer.query.words),
        (None, _) => String::new(),
    };
    let cursor = prompt::paint(pen, input, &finder.input, &label);
    pen.dotted_rule(Rect { y: input.y + 1, ..input });
    // Where there is nothing to look at, what is said of that has the whole width.
    let beside = popup.preview.filter(|_| finder.rows.iter().any(|row| row.goal().is_some()));
    let area = if beside.is_some() { popup.rows } else { Rect { width: input.width, ..popup.rows } };
    let top = finder.list.first_shown(finder.rows.len(), usize::from(area.height));
    for (i, row) in finder.rows.iter().enumerate().skip(top).take(usize::from(area.height)) {
        let y = area.y + (i - top) as u16;
        let line = Rect { y, height: 1, ..area };
        let chosen = i == finder.list.chosen && row.goal().is_some();
        put_row(&shared.pack, pen, line, (row, chosen), finder);
    }
    if let Some(area) = beside {
        if area.y == popup.rows.y {
            pen.separator(area.x - 2, area.y, area.bottom());
        } else {
            pen.dotted_rule(Rect { y: area.y - 1, height: 1, ..area });
        }
        preview(pen, area, finder);
    }
    if shared.message.is_none() {
        let names = if answer.counts.names == 1 { "name" } else { "names" };
        let count = format!("{} {names} · {} in the text", answer.counts.names, answer.counts.text);
        if popup.border && !finder.input.text().trim().is_empty() {
            pen.put_right(
                (popup.frame.right() - 2, popup.frame.bottom() - 1),
                &format!(" {count} "),
                Ink::Quiet,
                popup.frame.width / 2,
            );
        }
    }
    // What Enter opens is where the cursor is, as soon as it was chosen.
    let chosen = || Position { x: area.x, y: area.y + finder.list.chosen.saturating_sub(top) as u16 };
    Some(if finder.input.is_left() && finder.chosen().is_some() { chosen() } else { cursor })
}

/// A row, and whether it is chosen.
fn put_row(pack: &Pack, pen: &mut Pen, line: Rect, (row, chosen): (&Row, bool), finder: &Finder) {
    let query = finder.answer.query.looked_for();
    let Rect { x, y, width: columns, .. } = line;
    if chosen {
        pen.put((x, y), "▌", Ink::Accent, 1);
    }
    let indented = Rect { x: x + 2, width: columns.saturating_sub(2), ..line };
    match row {
        Row::Head(text, count) => {
            let end = pen.put((x, y), text, Ink::Heading, columns);
            pen.put((end + 1, y), &count.to_string(), Ink::Quiet, columns);
        }
        Row::Name(hit) => name(pack, pen, indented, (hit, chosen), query),
        Row::Office(entity, at) => {
            let office = &pack[*entity].offices[*at];
            let text = format!("{} · {}, {}", pack[*entity].name, office.title, pack[office.of].name);
            let right = office.when.map(|w| pack.date(&w)).unwrap_or_default();
            two_ends(pen, indented, (&text, &right), chosen);
        }
        Row::Before(id) => near(pack, pen, indented, ("◂", *id), chosen),
        Row::After(id) => near(pack, pen, indented, ("▸", *id), chosen),
        Row::Text(id) => statement(pack, pen, indented, (*id, chosen), query),
        Row::Source(id) => {
            let source = &pack[*id];
            let right = source.date.clone().unwrap_or_default();
            two_ends(pen, indented, (&cite::text(source, None), &right), chosen);
        }
        Row::Say(text) => {
            pen.put((x, y), text, Ink::Quiet, columns);
        }
        Row::Recent(text) => {
            pen.put_row(indented, text, Ink::Body, chosen);
        }
        Row::Filter(filter) => {
            pen.put_row(indented, &format!("@{}", filter.name()), Ink::Body, chosen);
        }
        Row::Gap => {}
    }
}

/// An entity: its name, the other name that matched, and its dates and mentions on the right.
fn name(pack: &Pack, pen: &mut Pen, line: Rect, (hit, chosen): (&Hit, bool), query: &str) {
    let Rect { x, y, width: room, .. } = line;
    let Some(id) = hit.entity() else { return };
    let entity = &pack[id];
    let alias = match hit.via {
        Via::Alias(_) => hit.alias(pack).map(ToOwned::to_owned),
        Via::Role(role) => Some(role.in_words(pack)),
        _ => None,
    };
    let right = right_of(pack, id, usize::from(room).saturating_sub(width(&entity.name) + 2));
    let left_room = room.saturating_sub(width(&right) as u16 + 2);
    let in_name = if matches!(hit.via, Via::Alias(_)) { "" } else { query };
    let ink = if chosen { Ink::Accent } else { Ink::Body };
    let mut end = highlighted(pen, Rect { width: left_room, ..line }, &entity.name, in_name, ink);
    if let Some(alias) = alias.as_deref().filter(|a| fold(a) != fold(&entity.name)) {
        let left = left_room.saturating_sub(end - x);
        end = pen.put((end, y), "  ", Ink::Quiet, left);
        let rest = Rect { x: end, width: left.saturating_sub(2), ..line };
        highlighted(pen, rest, alias, query, Ink::Quiet);
    }
    pen.put_right((line.right(), y), &right, Ink::Quiet, room);
}

/// A statement: where it stands, and its words around the one that was found.
fn statement(pack: &Pack, pen: &mut Pen, line: Rect, (id, chosen): (StatementId, bool), query: &str) {
    let place = pack.address(pack[id].passage);
    let place = if width(&place) > 8 { format!("{} plate", pack.era_of(id).index() + 1) } else { place };
    let end = pen.put((line.x, line.y), &format!("{place:<7}"), Ink::Label, line.width) + 1;
    let room = line.right().saturating_sub(end);
    let text = snippet(&pack[id].text, query, usize::from(room));
    let rest = Rect { x: end, width: room, ..line };
    highlighted(pen, rest, &text, query, if chosen { Ink::Accent } else { Ink::Body });
}

fn two_ends(pen: &mut Pen, line: Rect, (left, right): (&str, &str), chosen: bool) {
    let room = line.width.saturating_sub(width(right) as u16 + 2);
    pen.put_row(Rect { width: room, ..line }, left, Ink::Body, chosen);
    pen.put_right((line.right(), line.y), right, Ink::Quiet, line.width);
}

/// `1960 – 1968   9 ×`, or as much of it as leaves the name whole.
fn right_of(pack: &Pack, entity: EntityId, room: usize) -> String {
    let when = pack[entity].when.map(|w| pack.date(&w)).unwrap_or_default();
    let whole = format!("{when}  {:>2} ×", pack.mentions(entity).len());
    if width(&whole) <= room { whole } else { when }
}

fn near(pack: &Pack, pen: &mut Pen, line: Rect, (sign, id): (&str, StatementId), chosen: bool) {
    let when = pack[id].when.map(|w| pack.date(&w)).unwrap_or_default();
    let end = pen.put((line.x, line.y), &format!("{sign} {when}  "), Ink::Label, line.width);
    let rest = Rect { x: end, width: line.right().saturating_sub(end), ..line };
    pen.put_row(rest, &pack[id].text, Ink::Body, chosen);
}

/// Puts a text with the letters that the query matched lit.
fn highlighted(pen: &mut Pen, line: Rect, text: &str, query: &str, ink: Ink) -> u16 {
    let Rect { x, y, width: room, .. } = line;
    let end = pen.put((x, y), text, ink, room);
    if query.is_empty() {
        return end;
    }
    // Only what is in sight is looked at.
    let text = &*cut(text, usize::from(room));
    let lit = matched(text, query);
    let mut light = |column: u16, wide: u16| {
        if column + wide <= end {
            pen.recolour(Rect { x: column, y, width: wide, height: 1 }, Ink::Match);
        }
    };
    if is_plain_text(text) {
        for at in lit {
            light(x + at as u16, 1);
        }
        return end;
    }
    let (mut column, mut first) = (x, 0);
    for (_, grapheme, wide) in graphemes(text) {
        let (wide, next) = (wide as u16, first + grapheme.chars().count() as u32);
        if lit.iter().any(|at| (first..next).contains(at)) {
            light(column, wide);
        }
        (column, first) = (column + wide, next);
    }
    end
}

/// The part of a text around the first word that a query found, cut to fit.
fn snippet(text: &str, query: &str, columns: usize) -> String {
    let (folded, places) = fold_with_places(text);
    let mut words = query.split(' ').filter(|word| word.len() > 1);
    let found = words.find_map(|word| place_in(&folded, word));
    let Some(at) = found.and_then(|at| places.get(folded[..at].chars().count())) else { return text.to_owned() };
    let at = text.char_indices().nth(*at as usize).map_or(0, |(byte, _)| byte);
    let before = width(&text[..at]);
    if width(text) <= columns || before < columns / 2 {
        return text.to_owned();
    }
    // A third of the line is left for what stands before it, from a whole word on where words are spaced.
    let mut skipped = 0;
    let start = graphemes(text).find_map(|(byte, _, wide)| {
        let fits = before.saturating_sub(skipped) <= columns / 3;
        skipped += wide;
        fits.then_some(byte)
    });
    let start = start.map_or(at, |start| start.min(at));
    let start = text[start..at].find(' ').map_or(start, |space| start + space + 1);
    format!("…{}", &text[start..])
}

/// The card of the chosen row.
fn preview(pen: &mut Pen, area: Rect, finder: &Finder) {
    let blocks = finder.preview();
    if blocks.is_empty() {
        return;
    }
    let measure = Measure { width: area.width, glyphs: pen.glyphs };
    // One line more tells that the card goes on.
    let layout = Layout::head(&blocks, measure, usize::from(area.height) + 1);
    paint_blocks(pen, &blocks, &layout, area, 0);
    if !finder.previews_text() {
        return;
    }
    for (y, line) in (area.y..area.bottom()).zip(&layout.lines) {
        for run in &line.runs {
            let (text, x) = (run.text(line, &blocks), area.x + run.column);
            light(pen, finder.answer.query.looked_for(), text, Position { x, y }, x + width(text) as u16);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_snippet_shows_what_was_found_in_every_script() {
        let run = "一九六零年馬里脫離塞內加爾而獨立其首都是巴馬科城";
        let thai = "ประเทศมาลีได้รับเอกราชในปีคริสต์ศักราชหนึ่งพันเก้าร้อยหกสิบและเมืองหลวงคือบามาโก";
        let spaced = "In the year of the great drought the herds were driven south as far as Bougouni";
        for (text, query) in [(run, "巴馬科"), (thai, "บามาโก"), (spaced, "bougouni"), (run, "馬里"), (spaced, "year")]
        {
            for columns in 0..60 {
                let part = snippet(text, query, columns);
                let (folded, places) = fold_with_places(&part);
                let at = place_in(&folded, &fold(query)).expect(query);
                let before: String = part.chars().take(places[folded[..at].chars().count()] as usize).collect();
                assert!(width(&part) <= columns || width(&before) <= columns / 2 + 2, "{columns}: {part}");
            }
        }
        assert_eq!(snippet(spaced, "bougouni", 30), "…far as Bougouni");
        assert_eq!(snippet(run, "巴馬科", 20), "…首都是巴馬科城");
    }
}
