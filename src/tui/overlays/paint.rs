//! Painting what lies on top: search, help, peek, marks, the copy menu and the question before a URL is opened.

#![deny(clippy::wildcard_enum_match_arm)]

use crate::tui::layout::Width;
use griot_history::text::page::PageOf;
use griot_history::text::width;
use griot_pack::pack::StatementId;
use ratatui::layout::{Position, Rect};

use super::help::{self, Row};
use super::prompt;
use super::{Overlay, Popup, search_paint};
use crate::tui::action::Context;
use crate::tui::commands::{self, Verb};
use crate::tui::keymap::{Binding, Keymap};
use crate::tui::reader::jump_labels;
use crate::tui::shared::Shared;
use crate::tui::signs::NOTE;
use crate::tui::theme::Ink;
use crate::tui::widgets::blocks::paint_detail;
use crate::tui::widgets::input::Input;
use crate::tui::widgets::list::List;
use crate::tui::widgets::pen::Pen;

/// Where an overlay wants its hints.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Floor {
    /// These, at its foot.
    Own(Rect, Vec<(String, &'static str)>),
    /// Those of its keys, at its foot.
    OfKeys(Rect),
}

/// Paints an overlay; where the cursor belongs, and the hints that it wants.
pub fn paint(overlay: &Overlay, shared: &Shared, pen: &mut Pen) -> (Option<Position>, Option<Floor>) {
    if let Overlay::JumpLabels(typed) = overlay {
        labels_on_links(shared, pen, typed);
    }
    let Some(popup) = Popup::of(overlay, shared) else { return (None, None) };
    if popup.border {
        pen.frame(popup.frame, title(overlay));
    } else {
        pen.fill(popup.frame, Ink::Body);
    }
    let cursor = match overlay {
        Overlay::Search(finder) => search_paint::paint(finder, shared, pen, &popup),
        Overlay::Help { input, list, context } => help(shared, pen, &popup, (input, *list, *context)),
        Overlay::Peek(page) => {
            paint_detail(pen, page, popup.rows, None);
            None
        }
        Overlay::Marks(list) => {
            let count = shared.marks.len() + shared.notes.len();
            Some(rows(pen, &popup, *list, count, |i| mark_said(shared, i)))
        }
        Overlay::CopyMenu { list, labels } => Some(rows(pen, &popup, *list, labels.len(), |i| labels[i].to_owned())),
        Overlay::Types { list, rows: types } => Some(rows(pen, &popup, *list, types.len(), |i| types[i].clone())),
        Overlay::Ask(url) => Some(ask(pen, &popup, url)),
        Overlay::JumpLabels(_) | Overlay::Filter(_) => None,
    };
    (cursor, Some(foot(overlay, shared, popup.foot)))
}

const fn title(overlay: &Overlay) -> &'static str {
    match overlay {
        Overlay::Search(_) => "Search",
        Overlay::Help { context: Some(_), .. } => "Help",
        Overlay::Help { .. } => "Commands",
        Overlay::Marks(_) => "Marks and notes",
        Overlay::CopyMenu { .. } => "Copy",
        Overlay::Types { .. } => "Types of event",
        Overlay::Ask(_) => "Open outside griot?",
        Overlay::Peek(_) | Overlay::JumpLabels(_) | Overlay::Filter(_) => "",
    }
}

fn foot(overlay: &Overlay, shared: &Shared, area: Rect) -> Floor {
    let (open, close) = (|| shared.key("choose"), || shared.key("escape"));
    match overlay {
        Overlay::Ask(_) | Overlay::Peek(_) => Floor::Own(area, vec![(open(), "open"), (close(), "close")]),
        Overlay::Help { .. } => Floor::Own(area, vec![(shared.key("open-row"), "runs it"), (close(), "close")]),
        Overlay::Search(_)
        | Overlay::JumpLabels(_)
        | Overlay::Marks(_)
        | Overlay::CopyMenu { .. }
        | Overlay::Types { .. }
        | Overlay::Filter(_) => Floor::OfKeys(area),
    }
}

fn labels_on_links(shared: &Shared, pen: &mut Pen, typed: &str) {
    let Some(regions) = shared.regions() else { return };
    let reader = &shared.reader;
    let (window, links) = (reader.window(), reader.links_in_sight());
    for (link, label) in links.iter().zip(jump_labels(links.len())) {
        let Some(rest) = label.strip_prefix(typed) else { continue };
        let Some(piece) = link.pieces.iter().find(|p| window.contains(&p.line)) else {
            continue;
        };
        let y = regions.text.y + (piece.line - window.start) as u16;
        // The label takes the space before the word, or the margin, so that the word stays readable.
        let x = (regions.text.x + piece.column).saturating_sub(1);
        pen.put((x, y), rest, Ink::Selected, label.len() as u16);
    }
}

fn help(
    shared: &Shared,
    pen: &mut Pen,
    popup: &Popup,
    (input, list, context): (&Input, List, Option<Context>),
) -> Option<Position> {
    let line = popup.input?;
    let rows = help::rows(shared, input.text(), context);
    let name = context.map_or("a command, a place or a year", |context| context.name());
    let chosen = rows.iter().take(list.chosen + 1).filter(|row| row.can_be_chosen()).count();
    let text = format!("{name} · {chosen} of {}", rows.iter().filter(|row| row.can_be_chosen()).count());
    let cursor = prompt::paint(pen, line, input, &text);
    pen.dotted_rule(Rect { y: line.y + 1, ..line });
    let area = popup.rows;
    // What the chosen command does stands whole over the rule where its row is too short for it.
    let does = match rows.get(list.chosen) {
        Some(Row::Key(binding)) => Some(does(binding)),
        _ => None,
    };
    let does = does.filter(|does| width(does) > usize::from(beside_keys(area).width));
    if let Some(does) = does {
        pen.put((line.x + 1, line.y + 1), &format!(" {does} "), Ink::Body, line.width.saturating_sub(1));
    }
    let mut group = None;
    let top = list.first_shown(rows.len(), usize::from(area.height));
    for (i, row) in rows.iter().enumerate().skip(top).take(usize::from(area.height)) {
        let line = Rect { y: area.y + (i - top) as u16, height: 1, ..area };
        match row {
            Row::Key(binding) => {
                let named = (group != Some(binding.command.group)).then(|| binding.command.group.name());
                group = Some(binding.command.group);
                help_row(pen, line, binding, i == list.chosen, named);
            }
            Row::Sign(sign, says) => sign_row(pen, line, (sign, says), i == list.chosen),
            Row::Head(text) => {
                pen.put((line.x, line.y), text, Ink::Heading, line.width);
                group = None;
            }
            Row::Gap => {}
        }
    }
    if rows.is_empty() {
        pen.put((area.x, area.y), &nothing_such(&shared.keymap, input.text(), context), Ink::Quiet, area.width);
    } else if input.is_left() {
        return Some(Position { x: area.x, y: area.y + list.chosen.saturating_sub(top) as u16 });
    }
    Some(cursor)
}

/// What is said where no command is called so: what Enter does instead.
fn nothing_such(keymap: &Keymap, typed: &str, context: Option<Context>) -> String {
    let enter = keymap.key("open-row");
    match (context, commands::verb(typed)) {
        (_, Some((Verb::Export, _))) => format!("{enter} writes a file: md, txt, json, csv or geojson, and an era"),
        (_, Some((Verb::Language | Verb::Open, to))) => format!("{enter} goes to “{to}”"),
        (Some(_), None) => format!("no key does that; {} takes letters away", keymap.key("erase-letter")),
        (None, None) => format!("no such command; {enter} goes to “{}”", typed.trim()),
    }
}

/// A sign and what it says.
fn sign_row(pen: &mut Pen, line: Rect, (sign, says): (&str, &str), chosen: bool) {
    const LEAD: u16 = 12;
    if chosen {
        pen.put((line.x, line.y), "▌", Ink::Accent, 1);
    }
    pen.put((line.x + 2, line.y), sign, Ink::Accent, LEAD - 3);
    let rest = Rect { x: line.x + LEAD, width: line.width.saturating_sub(LEAD), ..line };
    pen.put_row(rest, says, Ink::Body, chosen);
}

/// A command: its keys, what it does, and at the end its name and the heading that it is the first of, as far as there
/// is room.
fn help_row(pen: &mut Pen, line: Rect, binding: &Binding, chosen: bool, group: Option<&str>) {
    let rest = beside_keys(line);
    let keys_wide = rest.x - line.x - 3;
    let most = if Width::of(line.width) > Width::Narrow { 4 } else { 2 };
    if chosen {
        pen.put((line.x, line.y), "▌", Ink::Accent, 1);
    }
    let keys: Vec<String> = binding.keys.iter().take(most).map(ToString::to_string).collect();
    pen.put((line.x + 2, line.y), &keys.join("  "), Ink::Key, keys_wide);
    let command = binding.command;
    let does = does(binding);
    pen.put_row(rest, &does, Ink::Body, chosen);
    let both = group.map(|group| format!("{} · {group}", command.name));
    let ends = [both, group.map(str::to_owned), Some(command.name.to_owned())];
    let fits = |end: &String| usize::from(rest.width) > width(&does) + width(end) + 3;
    if let Some(end) = ends.into_iter().flatten().find(fits) {
        pen.put_right((line.right(), line.y), &end, Ink::Quiet, rest.width);
    }
}

/// The part of a line of help behind the keys.
const fn beside_keys(line: Rect) -> Rect {
    let lead = if matches!(Width::of(line.width), Width::Narrow) { 19 } else { 33 };
    Rect { x: line.x + lead, width: line.width.saturating_sub(lead), ..line }
}

fn does(binding: &Binding) -> String {
    format!("{}{}", binding.command.does, binding.where_it_holds())
}

/// A plain list; where its cursor stands.
fn rows(pen: &mut Pen, popup: &Popup, list: List, count: usize, text: impl Fn(usize) -> String) -> Position {
    let area = popup.rows;
    let top = list.first_shown(count, usize::from(area.height));
    for i in top..count.min(top + usize::from(area.height)) {
        let y = area.y + (i - top) as u16;
        let chosen = i == list.chosen;
        pen.put((area.x, y), if chosen { "▌" } else { " " }, Ink::Accent, 1);
        let line = Rect { x: area.x + 2, y, width: area.width.saturating_sub(2), height: 1 };
        pen.put_row(line, &text(i), Ink::Body, chosen);
    }
    Position { x: area.x, y: area.y + list.chosen.saturating_sub(top) as u16 }
}

pub(super) fn mark_said(shared: &Shared, at: usize) -> String {
    let pack = &shared.pack;
    let Some(mark) = shared.marks.get(at) else {
        // The notes stand beneath the marks.
        let note = shared.notes.iter().nth(at - shared.marks.len());
        let said = |(id, words): (&StatementId, &String)| {
            format!("{NOTE} {}  {}", pack.told_at(pack[*id].passage), words.lines().next().unwrap_or_default())
        };
        return note.map(said).unwrap_or_default();
    };
    match (mark.page, mark.statement) {
        (PageOf::Entity(entity), _) => pack[entity].name.to_string(),
        (PageOf::Era(_), Some(id)) => format!("{}  {}", pack.told_at(pack[id].passage), pack[id].text),
        (PageOf::Era(era), None) => pack[era].title.to_string(),
    }
}

fn ask(pen: &mut Pen, popup: &Popup, url: &str) -> Position {
    let area = popup.rows;
    let mut rest = url;
    let mut y = area.y;
    // The whole URL is shown: what is cut off could be what matters.
    while !rest.is_empty() && y < area.bottom() {
        let at = rest.floor_char_boundary(usize::from(area.width).min(rest.len()));
        pen.put((area.x, y), &rest[..at.max(1)], Ink::Body, area.width);
        rest = &rest[at.max(1)..];
        y += 1;
    }
    if let Err(reason) = griot_pack::url::allowed(url) {
        pen.put((area.x, y.min(area.bottom() - 1)), &format!("not opened: {reason}"), Ink::Warning, area.width);
    }
    Position { x: area.x, y: area.y }
}
