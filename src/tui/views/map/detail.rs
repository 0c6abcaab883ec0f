//! What the map tells beside and beneath itself: the chosen place, and the time at hand.

use griot_history::chronicle::known_day;
use griot_history::map::words;
use griot_history::text::page::{self, entry, plain};
use griot_history::text::{Block, Goal, Layout, Measure, Sentence, Shape, cut};
use griot_pack::order::InOrder;
use griot_pack::pack::{EntityId, Pack, StatementId, Target, Text};
use griot_pack::when::{Day, Fields, Moment, Unit, When};
use ratatui::layout::{Position, Rect};

use super::panes::Panes;
use super::{Current, Map};
use crate::tui::shared::Shared;

/// The most statements of a place that are told.
const MOST: usize = 8;
/// The most statements that are put in order for a place each time that it is shown.
const FEW: usize = 1000;

/// The chosen place: where it lies, what it is, and what happened there from the time at hand on.
fn of_place(map: &Map, shared: &Shared, current: &Current, columns: u16) -> Vec<Block> {
    let Some((chosen, geo)) = map.chosen.zip(shared.geo.as_ref()) else {
        return vec![plain(Shape::Quiet, "no place is chosen".into())];
    };
    let pack = &shared.pack;
    let close = |block: Block| Block { gap: false, ..block };
    let mut blocks = vec![
        close(plain(Shape::Title, pack[chosen].name.to_string())),
        close(plain(Shape::Passage, words::whereabouts(pack, geo, chosen))),
        plain(Shape::Quiet, page::summary(pack, chosen)),
    ];
    let (mut listed, earlier) = statements(pack, chosen, current.when.as_ref());
    // What names the place at the time at hand is listed first, even where it began earlier.
    let named = current.named.iter().find(|named| current.when.is_some() && named.place == chosen);
    if let Some(by) = named.map(|named| named.by) {
        listed.retain(|id| *id != by);
        listed.insert(0, by);
    }
    if !listed.is_empty() {
        let since = current.when.filter(|_| earlier).map(|when| format!(", from {}", short(pack, &when)));
        blocks.push(close(plain(Shape::Heading, format!("In the text{}", since.unwrap_or_default()))));
    }
    for statement in listed {
        let record = &pack[statement];
        let date = record.when.map_or_else(|| "undated".into(), |when| pack.date(&when));
        let mut block = close(entry(&date, ""));
        block.add(&cut(&record.text, usize::from(columns) * 2), None);
        block.sentences.push(Sentence { range: 0..block.text.len() as u32, id: statement, notes: Vec::new() });
        blocks.push(block);
    }
    blocks
}

/// The dated statements that name a place, in date order from a time on, and whether others are earlier; where none is
/// that late, the last ones.
fn statements(pack: &Pack, place: EntityId, when: Option<&When>) -> (Vec<StatementId>, bool) {
    let own;
    let names = |id: &StatementId| pack[*id].links().any(|entity| entity == place);
    // A place that few statements name has its own order; one that many name is soon met in the order of all.
    let (order, mentioned): (&[StatementId], bool) = if pack.mentions(place).len() <= FEW {
        own = dated_in_order(pack, place);
        (&own, true)
    } else {
        (pack.chronology(), false)
    };
    let begins = |id: &StatementId| pack[*id].when.map_or(Day::MAX, |w| w.first());
    let start = when.map_or(0, |when| order.partition_point(|id| begins(id) < when.first()));
    let (before, after) = order.split_at(start);
    let is_named = |id: &StatementId| mentioned || names(id);
    let found: Vec<StatementId> = after.iter().copied().filter(is_named).take(MOST).collect();
    if found.is_empty() {
        let mut last: Vec<StatementId> = before.iter().rev().copied().filter(is_named).take(MOST).collect();
        last.reverse();
        return (last, false);
    }
    (found, before.iter().any(is_named))
}

fn dated_in_order(pack: &Pack, place: EntityId) -> Vec<StatementId> {
    let mut found: Vec<(When, StatementId)> =
        pack.mentions(place).iter().filter_map(|id| Some((pack[*id].when?, *id))).collect();
    found.order_by(|a, b| a.0.chronological(&b.0).then(a.1.cmp(&b.1)));
    found.into_iter().map(|(_, id)| id).collect()
}

/// What the text says at the time at hand, under its date; for all time, how to step through it.
fn of_time(shared: &Shared, current: &Current) -> Vec<Block> {
    let (back, on) = (shared.key("previous-date"), shared.key("next-date"));
    let steps = format!("every place that the text names; {back} and {on} step through time");
    match current.statement.filter(|_| current.when.is_some()) {
        Some(statement) => {
            let date = shared.pack[statement].when.map_or_else(|| "undated".into(), |when| shared.pack.date(&when));
            let mut block = entry(&date, "");
            block.add_statement(&shared.pack, statement);
            vec![block]
        }
        None => vec![entry("all times", &steps)],
    }
}

/// What the outlines of the powers of the time rest on.
fn notes_of_reaches(shared: &Shared, current: &Current) -> Vec<Block> {
    let Some((geo, when)) = shared.geo.as_ref().zip(current.when.as_ref()) else { return Vec::new() };
    let powers = words::powers(&shared.pack, geo, current.statement, when);
    let noted = powers.iter().filter_map(|it| Some((it, it.reach.note.as_ref()?)));
    let block = |(it, note): (&words::Power, &Text)| {
        plain(
            Shape::Quiet,
            format!("{} {}, approximate: {note}", shared.pack[it.polity].name, shared.pack.date(&it.reach.when)),
        )
    };
    noted.map(block).collect()
}

/// A small page: where it lies, its blocks and their lines.
#[derive(Debug, Clone)]
pub struct Page {
    /// Of the screen.
    pub area: Rect,
    /// What is told.
    pub blocks: Vec<Block>,
    /// The same as lines.
    pub layout: Layout,
}

/// What is told beneath the map, laid out.
#[must_use]
pub(super) fn caption(shared: &Shared, current: &Current, panes: &Panes) -> Option<Page> {
    let area = panes.caption()?;
    let page = laid_out(shared, area, of_time(shared, current));
    let noted = laid_out(shared, area, [of_time(shared, current), notes_of_reaches(shared, current)].concat());
    // The notes come after what is read, and only where there is room for more than their gap.
    let room = usize::from(area.height) > page.layout.lines.len() + 1;
    Some(if room { noted } else { page })
}

/// What is told of the chosen place, laid out.
#[must_use]
pub(super) fn beside(map: &Map, shared: &Shared, current: &Current, panes: &Panes) -> Option<Page> {
    let area = panes.beside()?;
    let mut blocks = of_place(map, shared, current, area.width);
    if panes.title.is_none() && panes.map.is_some() {
        // The list right above names it already, and there is room for few words.
        let words =
            map.chosen.zip(shared.geo.as_ref()).map(|(id, geo)| words::whereabouts_shortly(&shared.pack, geo, id));
        blocks = vec![plain(Shape::Passage, words.unwrap_or_default())];
    }
    Some(laid_out(shared, area, blocks))
}

fn laid_out(shared: &Shared, area: Rect, blocks: Vec<Block>) -> Page {
    let layout = Layout::new(&blocks, Measure { width: area.width, glyphs: shared.settings.glyphs });
    Page { area, blocks, layout }
}

impl Page {
    /// What a cell leads to: a link, or the statement that stands there.
    #[must_use]
    pub fn target_at(&self, at: Position) -> Option<Target> {
        if !self.area.contains(at) {
            return None;
        }
        let (line, column) = (usize::from(at.y - self.area.y), at.x - self.area.x);
        let link = self.layout.link_at(line, column).map(|link| self.layout.links[link].goal).and_then(Goal::target);
        link.or_else(|| self.layout.statement_at(line, column).map(Target::Statement))
    }
}

/// The time that the map shows.
#[must_use]
pub(super) fn time(pack: &Pack, current: &Current) -> String {
    current.when.map_or_else(|| "all times".into(), |when| pack.date(&when))
}

/// A date in few columns: as it is said, or its beginning alone.
#[must_use]
pub(super) fn short(pack: &Pack, when: &When) -> String {
    const MOST: usize = 13;
    let fits = |label: &String| griot_history::text::width(label) <= MOST;
    let begins = when.ends().map_or_else(String::new, |(begin, _)| pack.date(&When::At(begin)));
    let about = if when.begins_softly() { Fields::ALL } else { Fields::NONE };
    let year = || pack.date(&When::At(Moment { about, ..Moment::new(known_day(when).year, Unit::Year) }));
    Some(pack.date(when)).filter(fits).or(Some(begins).filter(fits)).unwrap_or_else(year)
}
