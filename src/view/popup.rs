//! Popups: search, help, peek, marks, the copy menu and the question before an address is opened.

use ratatui::layout::{Position, Rect};

use super::pen::Pen;
use super::read::paint_blocks;
use crate::app::{App, Context, Overlay};
use crate::card;
use crate::finder::{Finder, Row};
use crate::input::Input;
use crate::keymap;
use crate::list::List;
use crate::pack::{EntityId, Pack, StatementId};
use crate::panes::{self, Popup};
use crate::quote::Form;
use crate::search::{Tier, fold, matched};
use crate::text::page::PageOf;
use crate::text::{Layout, Measure, width};
use crate::theme::Ink;
use crate::update::popup::help_rows;

/// Paints the popup that is open; where the cursor belongs.
pub fn paint(app: &App, pen: &mut Pen) -> Option<Position> {
    let popup = panes::popup(app)?;
    let overlay = app.overlay.as_ref()?;
    let title = match overlay {
        Overlay::Search(_) => "Search",
        Overlay::Help { context: Some(_), .. } => "Help",
        Overlay::Help { .. } => "Commands",
        Overlay::Marks(_) => "Marks",
        Overlay::CopyMenu(_) => "Copy",
        Overlay::Ask(_) => "Open outside griot?",
        Overlay::Peek { .. } | Overlay::Letters(_) | Overlay::Filter(_) => "",
    };
    if popup.border {
        pen.frame(popup.frame, title);
    } else {
        pen.fill(popup.frame, Ink::Body);
    }
    let cursor = match overlay {
        Overlay::Search(finder) => search(app, pen, &popup, finder),
        Overlay::Help { input, list, context } => help(app, pen, &popup, input, *list, *context),
        Overlay::Peek { top } => {
            let (blocks, layout) = panes::card(app, popup.rows.width);
            paint_blocks(pen, &blocks, &layout, popup.rows, usize::from(*top));
            None
        }
        Overlay::Marks(list) => rows(pen, &popup, *list, app.marks.len(), |i| mark_said(app, i)),
        Overlay::CopyMenu(list) => rows(pen, &popup, *list, Form::ALL.len(), |i| Form::ALL[i].name().to_owned()),
        Overlay::Ask(address) => ask(pen, &popup, address),
        Overlay::Letters(_) | Overlay::Filter(_) => None,
    };
    foot(app, pen, &popup);
    cursor
}

fn foot(app: &App, pen: &mut Pen, popup: &Popup) {
    let Rect { x, y, width: columns, .. } = popup.foot;
    let mut at = x;
    if let Some(message) = &app.message {
        pen.put(x, y, message, Ink::Accent, columns);
        return;
    }
    let hints: Vec<(&str, &str)> = match app.overlay {
        Some(Overlay::Ask(_)) => vec![("Enter", "open it"), ("Esc", "no")],
        Some(Overlay::Peek { .. }) => vec![("Enter", "open"), ("Esc", "close")],
        Some(Overlay::Help { .. }) => vec![("Enter", "runs it"), ("Esc", "close")],
        _ => super::hints(app.context(), app.view_context()),
    };
    for (key, word) in hints {
        let wide = (width(key) + width(word) + 1) as u16;
        if at + wide > x + columns {
            break;
        }
        let end = pen.put(at, y, key, Ink::Key, columns);
        at = pen.put(end + 1, y, word, Ink::Quiet, columns) + 3;
    }
}

/// The prompt line; where its cursor stands.
fn prompt(pen: &mut Pen, area: Rect, input: &Input, said: &str) -> Position {
    let start = pen.put(area.x, area.y, "❯ ", Ink::Accent, 2);
    let room = area.right().saturating_sub(start);
    let before = width(input.before_cursor()) as u16;
    // A long query scrolls so that its cursor stays in sight.
    let hidden = (before + 1).saturating_sub(room);
    let mut shown = input.text();
    let mut gone = 0;
    while gone < hidden {
        let Some(c) = shown.chars().next() else { break };
        gone += unicode_width::UnicodeWidthChar::width(c).unwrap_or(0) as u16;
        shown = &shown[c.len_utf8()..];
    }
    let end = pen.put(start, area.y, shown, Ink::Body, room);
    let free = area.right().saturating_sub(end + 3);
    if width(said) <= usize::from(free) {
        pen.put_right(area.right(), area.y, said, Ink::Quiet, free);
    }
    Position { x: start + before.saturating_sub(gone), y: area.y }
}

fn search(app: &App, pen: &mut Pen, popup: &Popup, finder: &Finder) -> Option<Position> {
    let input = popup.input?;
    let answer = &finder.answer;
    let said = match (&answer.query.when, answer.query.words.is_empty()) {
        (Some(when), true) => format!("{}: what was happening", when.in_words()),
        (Some(when), false) => format!("“{}”, {}", answer.query.words, when.in_words()),
        (None, _) => String::new(),
    };
    let cursor = prompt(pen, input, &finder.input, &said);
    pen.rule(Rect { y: input.y + 1, ..input }, false);
    let area = popup.rows;
    for (i, row) in finder.rows.iter().enumerate().skip(finder.list.top).take(usize::from(area.height)) {
        let y = area.y + (i - finder.list.top) as u16;
        let line = Rect { y, height: 1, ..area };
        let chosen = i == finder.list.chosen && row.goal().is_some();
        search_row(app, pen, line, row, finder, chosen);
    }
    if let Some(area) = popup.preview {
        pen.wall(area.x - 2, area.y, area.bottom());
        preview(app, pen, area, finder);
    }
    if app.message.is_none() {
        let names = if answer.names_in_all == 1 { "name" } else { "names" };
        let count = format!("{} {names} · {} in the text", answer.names_in_all, answer.text.len());
        if popup.border && !finder.input.text().trim().is_empty() {
            pen.put_right(
                popup.frame.right() - 2,
                popup.frame.bottom() - 1,
                &format!(" {count} "),
                Ink::Quiet,
                popup.frame.width / 2,
            );
        }
    }
    Some(cursor)
}

fn search_row(app: &App, pen: &mut Pen, line: Rect, row: &Row, finder: &Finder, chosen: bool) {
    let pack = &app.pack;
    let Rect { x, y, width: columns, .. } = line;
    if chosen {
        pen.put(x, y, "▌", Ink::Accent, 1);
    }
    let x = x + 2;
    let room = columns.saturating_sub(2);
    match row {
        Row::Head(text, count) => {
            let end = pen.put(line.x, y, text, Ink::Heading, columns);
            pen.put(end + 1, y, &count.to_string(), Ink::Quiet, columns);
        }
        Row::Name(hit) => {
            let entity = &pack[hit.entity];
            let alias = hit.alias.map(|at| entity.aliases[at].name.as_str()).filter(|_| hit.tier != Tier::Date);
            let right = right_of(pack, hit.entity, usize::from(room).saturating_sub(width(&entity.name) + 2));
            let left_room = room.saturating_sub(width(&right) as u16 + 2);
            let query = &finder.answer.query.whole;
            let mut end =
                highlighted(pen, x, y, &entity.name, if alias.is_none() { query } else { "" }, left_room, chosen);
            if let Some(alias) = alias.filter(|a| fold(a) != fold(&entity.name)) {
                let left = left_room.saturating_sub(end - x);
                end = pen.put(end, y, "  ", Ink::Quiet, left);
                highlighted_in(pen, end, y, alias, query, left.saturating_sub(2), Ink::Quiet);
            }
            pen.put_right(line.right(), y, &right, Ink::Quiet, room);
        }
        Row::Office(entity, at) => {
            let office = &pack[*entity].offices[*at];
            let right = office.when.map(|w| w.on_screen()).unwrap_or_default();
            let text = format!("{} · {}, {}", pack[*entity].name, office.title, pack[office.of].name);
            pen.put_chosen(x, y, &text, Ink::Body, room.saturating_sub(width(&right) as u16 + 2), chosen);
            pen.put_right(line.right(), y, &right, Ink::Quiet, room);
        }
        Row::Before(id) => near(pack, pen, line, "◂", *id, chosen),
        Row::After(id) => near(pack, pen, line, "▸", *id, chosen),
        Row::Text(id) => {
            let passage = pack[*id].passage;
            let place = pack.address(passage);
            let place = if width(&place) > 8 { format!("{} plate", pack.era_of(*id).index() + 1) } else { place };
            let end = pen.put(x, y, &format!("{place:<7}"), Ink::Label, room);
            let words = &finder.answer.query.whole;
            let text = snippet(&pack[*id].text, words, usize::from(line.right().saturating_sub(end + 1)));
            highlighted(pen, end + 1, y, &text, words, line.right().saturating_sub(end + 1), chosen);
        }
        Row::Source(id) => {
            let source = &pack[*id];
            let right = source.date.clone().unwrap_or_default();
            let text = crate::cite::text(source, None);
            pen.put_chosen(x, y, &text, Ink::Body, room.saturating_sub(width(&right) as u16 + 2), chosen);
            pen.put_right(line.right(), y, &right, Ink::Quiet, room);
        }
        Row::Say(text) => {
            pen.put(line.x, y, text, Ink::Quiet, columns);
        }
        Row::Recent(text) => {
            pen.put_chosen(x, y, text, Ink::Body, room, chosen);
        }
        Row::Filter(filter) => {
            pen.put_chosen(x, y, &format!("@{}", filter.name()), Ink::Body, room, chosen);
        }
        Row::Gap => {}
    }
}

/// `1960 – 1968   9 ×`, or as much of it as leaves the name whole.
fn right_of(pack: &Pack, entity: EntityId, room: usize) -> String {
    let when = pack[entity].when.map(|w| w.on_screen()).unwrap_or_default();
    let whole = format!("{when}  {:>2} ×", pack.mentions(entity).len());
    if width(&whole) <= room { whole } else { when }
}

fn near(pack: &Pack, pen: &mut Pen, line: Rect, sign: &str, id: StatementId, chosen: bool) {
    let when = pack[id].when.map(|w| w.on_screen()).unwrap_or_default();
    let room = line.width.saturating_sub(2);
    let end = pen.put(line.x + 2, line.y, &format!("{sign} {when}  "), Ink::Label, room);
    pen.put_chosen(end, line.y, &pack[id].text, Ink::Body, line.right().saturating_sub(end), chosen);
}

fn highlighted(pen: &mut Pen, x: u16, y: u16, text: &str, query: &str, room: u16, chosen: bool) -> u16 {
    highlighted_in(pen, x, y, text, query, room, if chosen { Ink::Accent } else { Ink::Body })
}

/// Puts a text with the letters that the query matched lit.
fn highlighted_in(pen: &mut Pen, x: u16, y: u16, text: &str, query: &str, room: u16, ink: Ink) -> u16 {
    let end = pen.put(x, y, text, ink, room);
    if query.is_empty() {
        return end;
    }
    let lit = matched(text, query);
    let mut column = x;
    for (i, c) in text.chars().enumerate() {
        let wide = unicode_width::UnicodeWidthChar::width(c).unwrap_or(0) as u16;
        if column + wide > end {
            break;
        }
        if lit.binary_search(&(i as u32)).is_ok() {
            pen.recolour(Rect { x: column, y, width: wide, height: 1 }, Ink::Match);
        }
        column += wide;
    }
    end
}

/// The part of a text around the first word that a query found, cut to fit.
fn snippet(text: &str, query: &str, columns: usize) -> String {
    let Some(word) = query.split(' ').find(|w| w.len() > 1) else { return text.to_owned() };
    let (folded, places) = crate::search::fold_with_places(text);
    let at = std::iter::once(0)
        .chain(folded.match_indices(' ').map(|(i, _)| i + 1))
        .find(|i| folded[*i..].starts_with(word));
    let Some(at) = at else { return text.to_owned() };
    let at = places.get(folded[..at].chars().count()).map_or(0, |p| *p as usize);
    if width(text) <= columns || at < columns / 2 {
        return text.to_owned();
    }
    let from = at.saturating_sub(columns / 3);
    let start = text.char_indices().nth(from).map_or(0, |(i, _)| i);
    let start = text[start..].find(' ').map_or(start, |space| start + space + 1);
    format!("…{}", &text[start..])
}

/// The card of the chosen row.
fn preview(app: &App, pen: &mut Pen, area: Rect, finder: &Finder) {
    let pack = &app.pack;
    let blocks = match finder.rows.get(finder.list.chosen) {
        Some(Row::Name(hit)) => card::of_entity(pack, hit.entity),
        Some(Row::Office(entity, _)) => card::of_entity(pack, *entity),
        Some(Row::Before(id) | Row::After(id) | Row::Text(id)) => card::of_passage(pack, *id),
        Some(Row::Source(id)) => card::of_source(&pack[*id], None),
        _ => return,
    };
    let layout = Layout::new(&blocks, Measure { width: area.width, ascii: app.settings.ascii });
    paint_blocks(pen, &blocks, &layout, area, 0);
}

fn help(
    _app: &App,
    pen: &mut Pen,
    popup: &Popup,
    input: &Input,
    list: List,
    context: Option<Context>,
) -> Option<Position> {
    let line = popup.input?;
    let said = context.map_or("every command", |context| context.name());
    let cursor = prompt(pen, line, input, said);
    pen.rule(Rect { y: line.y + 1, ..line }, false);
    let rows = help_rows(input.text(), context);
    let area = popup.rows;
    let keys_wide = if area.width >= 60 { 30 } else { 16 };
    let mut group = None;
    for (i, binding) in rows.iter().enumerate().skip(list.top).take(usize::from(area.height)) {
        let y = area.y + (i - list.top) as u16;
        let chosen = i == list.chosen;
        if chosen {
            pen.put(area.x, y, "▌", Ink::Accent, 1);
        }
        let keys = keys_said(binding, if area.width >= 60 { 4 } else { 2 });
        pen.put(area.x + 2, y, &keys, Ink::Key, keys_wide);
        let does = format!("{}{}", binding.does, keymap::where_it_holds(binding));
        let room = area.width.saturating_sub(keys_wide + 3);
        pen.put_chosen(area.x + 3 + keys_wide, y, &does, Ink::Body, room, chosen);
        if group != Some(binding.group) {
            group = Some(binding.group);
            let name = binding.group.name();
            if usize::from(room) > width(&does) + width(name) + 3 {
                pen.put_right(area.right(), y, name, Ink::Quiet, room);
            }
        }
    }
    if rows.is_empty() {
        pen.put(area.x, area.y, "no key does that; Backspace takes letters away", Ink::Quiet, area.width);
    }
    Some(cursor)
}

fn keys_said(binding: &keymap::Binding, most: usize) -> String {
    binding.keys.iter().take(most).copied().collect::<Vec<_>>().join("  ")
}

/// A plain list; where its cursor stands.
fn rows(pen: &mut Pen, popup: &Popup, list: List, count: usize, said: impl Fn(usize) -> String) -> Option<Position> {
    let area = popup.rows;
    for i in list.top..count.min(list.top + usize::from(area.height)) {
        let y = area.y + (i - list.top) as u16;
        let chosen = i == list.chosen;
        pen.put(area.x, y, if chosen { "▌" } else { " " }, Ink::Accent, 1);
        pen.put_chosen(area.x + 2, y, &said(i), Ink::Body, area.width.saturating_sub(2), chosen);
    }
    Some(Position { x: area.x, y: area.y + list.chosen.saturating_sub(list.top) as u16 })
}

fn mark_said(app: &App, at: usize) -> String {
    let pack = &app.pack;
    let Some(mark) = app.marks.get(at) else { return String::new() };
    match mark.of {
        PageOf::Entity(entity) => pack[entity].name.clone(),
        PageOf::Era(era) => {
            let page = crate::text::page::Page::new(pack, mark.of, None);
            match mark.hand.or_else(|| page.statement_near(mark.top)) {
                Some(id) => format!("{}  {}", pack.address(pack[id].passage), pack[id].text),
                None => pack[era].title.clone(),
            }
        }
    }
}

fn ask(pen: &mut Pen, popup: &Popup, address: &str) -> Option<Position> {
    let area = popup.rows;
    let mut rest = address;
    let mut y = area.y;
    // The whole address is shown: what is cut off could be what matters.
    while !rest.is_empty() && y < area.bottom() {
        let at = rest.floor_char_boundary(usize::from(area.width).min(rest.len()));
        pen.put(area.x, y, &rest[..at.max(1)], Ink::Body, area.width);
        rest = &rest[at.max(1)..];
        y += 1;
    }
    if let Err(reason) = crate::url::allowed(address) {
        pen.put(area.x, y.min(area.bottom() - 1), &format!("not opened: {reason}"), Ink::Warning, area.width);
    }
    Some(Position { x: area.x, y: area.y })
}
