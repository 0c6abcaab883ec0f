//! Events of one type side by side: when, where, who, with what outcome, and the figures with who gives them.

use griot_pack::glyphs::Glyphs;
use griot_pack::order::InOrder;
use std::cmp::Reverse;
use std::collections::HashMap;

use crate::cite;
use crate::table_row::TableRow;
use crate::text::page::plain;
use crate::text::{Block, MarkKind, Shape, note_mark};
use griot_pack::pack::{EntityId, Figure, Kind, Pack, Text};

/// An event in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventRow {
    /// The event itself.
    pub event: EntityId,
    /// Its date as it is said; empty where it has none.
    pub when: String,
    /// The names of the places.
    pub places: Vec<String>,
    /// Who took part, each with the part played where that is told.
    pub who: Vec<String>,
    /// How it ended.
    pub outcome: Option<String>,
    /// Each figure with who gives it.
    pub figures: Vec<String>,
}

/// The types of event that the pack has, those with most events first, and how many there are of each.
#[must_use]
pub fn types(pack: &Pack) -> Vec<(String, usize)> {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for id in pack.entities().filter(|id| pack[*id].kind == Kind::Event) {
        *counts.entry(type_of(pack, id)).or_default() += 1;
    }
    let mut types: Vec<(String, usize)> = counts.into_iter().map(|(name, count)| (name.to_owned(), count)).collect();
    // What has no type of its own says least and stands last.
    types.order_by(|a, b| (a.0 == OTHER, Reverse(a.1), &a.0).cmp(&(b.0 == OTHER, Reverse(b.1), &b.0)));
    types
}

const OTHER: &str = "other";

/// The type of an event; `other` where the pack gives none.
#[must_use]
pub fn type_of(pack: &Pack, event: EntityId) -> &str {
    pack[event].subtype.as_deref().unwrap_or(OTHER)
}

/// The events of a type, in date order.
#[must_use]
pub fn events_of_type(pack: &Pack, of: &str) -> Vec<EventRow> {
    let events = super::rows::sorted(pack, Some(Kind::Event), super::Sort::First);
    events.into_iter().filter(|id| type_of(pack, *id) == of).map(|id| event_row(pack, id)).collect()
}

/// The row of an event.
#[must_use]
pub fn event_row(pack: &Pack, event: EntityId) -> EventRow {
    let it = &pack[event];
    let part = |(who, part): &(EntityId, Option<Text>)| {
        let name = &pack[*who].name;
        part.as_ref().map_or_else(|| name.to_string(), |part| format!("{name} ({part})"))
    };
    EventRow {
        event,
        when: it.when.map_or_else(String::new, |when| pack.date(&when)),
        places: it.places.iter().map(|place| pack[*place].name.to_string()).collect(),
        who: it.who.iter().map(part).collect(),
        outcome: it.outcome.clone().map(String::from),
        figures: it.figures.iter().map(|figure| format!("{}: {}", giver(pack, figure), figure.value)).collect(),
    }
}

/// Who gives a figure: whoever is named, else the source it is taken from.
#[must_use]
pub fn giver(pack: &Pack, figure: &Figure) -> String {
    let source = || figure.cites.first().map(|note| cite::short(&pack[pack[*note].source]));
    figure.by.clone().map(String::from).or_else(source).unwrap_or_else(|| "giver not told".into())
}

/// The columns of the table at a width: their names and widths.
#[must_use]
pub fn columns(width: u16) -> Vec<(&'static str, u16)> {
    match width {
        100.. => {
            let rest = width - 18;
            let (what, who) = (rest * 3 / 10, rest * 3 / 10);
            vec![("when", 18), ("event, where", what), ("who", who), ("outcome, figures", rest - what - who)]
        }
        60.. => {
            let rest = width - 15;
            vec![("when", 15), ("event, where, who", rest * 9 / 20), ("outcome, figures", rest - rest * 9 / 20)]
        }
        _ => vec![("", width)],
    }
}

/// The row of an event, laid out in the columns.
#[must_use]
pub fn lay_out(pack: &Pack, event: EntityId, width: u16, glyphs: Glyphs) -> TableRow {
    let row = event_row(pack, event);
    let when = plain(Shape::Passage, if row.when.is_empty() { "no date".into() } else { row.when.clone() });
    let name = close(plain(Shape::Heading, pack[event].name.to_string()));
    let place = labelled("where", &row.places, ", ");
    let who = labelled("who", &row.who, "; ");
    let account = account(pack, event, glyphs);
    let widths: Vec<u16> = columns(width).iter().map(|(_, columns)| *columns).collect();
    let cells = match widths.as_slice() {
        [a, b, c, d] => vec![
            (*a, vec![when]),
            (*b, [name].into_iter().chain(bare(&row.places)).collect()),
            (*c, each(&row.who)),
            (*d, account),
        ],
        [a, b, c] => vec![(*a, vec![when]), (*b, [name].into_iter().chain(place).chain(who).collect()), (*c, account)],
        _ => {
            let when = close(Block { shape: Shape::Quiet, ..when });
            vec![(width, [name, when].into_iter().chain(place).chain(who).chain(account).collect())]
        }
    };
    TableRow::new(cells, glyphs)
}

/// `where Gao, Timbuktu`.
fn labelled(label: &str, items: &[String], between: &str) -> Option<Block> {
    let mut block = close(plain(Shape::Passage, String::new()));
    block.add(&format!("{label} "), Some(MarkKind::Quiet));
    block.add(&items.join(between), None);
    (!items.is_empty()).then_some(block)
}

fn bare(items: &[String]) -> Option<Block> {
    (!items.is_empty()).then(|| close(plain(Shape::Passage, items.join(", "))))
}

/// One item a line.
fn each(items: &[String]) -> Vec<Block> {
    items.iter().map(|item| close(plain(Shape::Passage, item.clone()))).collect()
}

/// The outcome, and every figure with who gives it and the number of its footnote.
fn account(pack: &Pack, event: EntityId, glyphs: Glyphs) -> Vec<Block> {
    let it = &pack[event];
    let mut blocks: Vec<Block> = it.outcome.iter().map(|text| close(plain(Shape::Passage, text.to_string()))).collect();
    blocks.extend(it.figures.iter().map(|figure| account_of_figure(pack, figure, glyphs)));
    blocks
}

/// A figure with who gives it and the numbers of its footnotes.
pub(super) fn account_of_figure(pack: &Pack, figure: &Figure, glyphs: Glyphs) -> Block {
    let mut block = close(plain(Shape::Passage, String::new()));
    block.add(&format!("{}: ", giver(pack, figure)), Some(MarkKind::Quiet));
    block.add(&figure.value, None);
    let notes: Vec<u32> = figure.cites.iter().map(|note| note.number()).collect();
    block.add(&note_mark(&notes, glyphs), Some(MarkKind::Quiet));
    block
}

pub(super) const fn close(mut block: Block) -> Block {
    block.gap = false;
    block
}
