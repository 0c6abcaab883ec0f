//! The card beside the text: who or what a link leads to, what a footnote says, how well a passage is known.

use std::collections::VecDeque;

use crate::account::{Account, part_in};
use crate::family::Family;
use crate::offices::{held_in, predecessor, successor};
use crate::related::namesakes;
use crate::text::page::{self, entry, plain, unread_date};
use crate::text::{Block, Goal, Layout, MarkKind, Measure, Outside, Shape, capital};
use griot_pack::pack::{EntityId, Kind, NoteId, Office, Pack, Source, Standing, StatementId};

/// An entity in short: what it is, when, its other names, its namesakes and its place in the text.
#[must_use]
pub fn of_entity(pack: &Pack, entity: EntityId) -> Vec<Block> {
    let it = &pack[entity];
    let mut blocks = vec![
        Block { gap: false, ..plain(Shape::Title, it.name.to_string()) },
        plain(Shape::Quiet, page::summary(pack, entity)),
    ];
    blocks.extend(it.offices.iter().map(|office| office_block(pack, entity, office)));
    if let Some(outcome) = &it.outcome {
        blocks.push(close(plain(Shape::Passage, outcome.to_string())));
    }
    for figure in &it.figures {
        let by = figure.by.as_ref().map(|by| format!(" ({by})")).unwrap_or_default();
        blocks.push(close(plain(Shape::Passage, format!("{}{by}", figure.value))));
    }
    end_group(&mut blocks);
    list(pack, &mut blocks, "Where", it.places.iter().copied());
    let family = Family::of(pack, entity);
    for (head, kin) in [
        ("Parents", &family.parents),
        ("Spouses", &family.spouses),
        ("Children", &family.children),
        ("After", &family.before),
        ("Before", &family.after),
    ] {
        list(pack, &mut blocks, head, kin.iter().map(|it| it.who));
    }
    list(pack, &mut blocks, "Who", it.who.iter().map(|(who, _)| *who));
    let names = page::other_names(pack, it);
    if !names.is_empty() {
        blocks.push(close(plain(Shape::Heading, "Also called".into())));
        blocks.push(plain(Shape::Passage, names.join(", ")));
    }
    list(pack, &mut blocks, "Not to be confused with", namesakes(pack, entity).into_iter());
    holders(pack, entity, &mut blocks);
    let account = Account::new(pack, entity);
    events(pack, entity, &account, &mut blocks);
    let seen = match account.statements().count() {
        0 => "not told of in the text".to_owned(),
        1 => "told of in one statement".into(),
        n => format!("told of in {n} statements"),
    };
    blocks.push(plain(Shape::Quiet, seen));
    let company = page::company_of(pack, entity, &account);
    list(pack, &mut blocks, "In the same statements", company.into_iter().take(6).map(|(other, _)| other));
    blocks
}

/// Who held the offices of a polity, a place or an organization.
fn holders(pack: &Pack, entity: EntityId, blocks: &mut Vec<Block>) {
    for (at, (holder, index)) in held_in(pack, entity).into_iter().enumerate() {
        if at == 0 {
            blocks.push(close(plain(Shape::Heading, "Who held office".into())));
        }
        let office = &pack[holder].offices[index];
        let mut block = close(plain(Shape::Passage, String::new()));
        block.link(pack, holder);
        let when = office.when.map(|w| format!(" {}", pack.date(&w))).unwrap_or_default();
        block.add(&format!(", {}{when}", office.title), Some(MarkKind::Quiet));
        blocks.push(block);
    }
    end_group(blocks);
}

/// The events that it took part in, or that took place there, in date order.
fn events(pack: &Pack, entity: EntityId, account: &Account, blocks: &mut Vec<Block>) {
    for (at, event) in account.events().enumerate() {
        if at == 0 {
            blocks.push(close(plain(Shape::Heading, "Events".into())));
        }
        let mut block = close(plain(Shape::Passage, String::new()));
        let when = pack[event].when.map(|w| format!("{} ", pack.date(&w))).unwrap_or_default();
        block.add(&when, Some(MarkKind::Quiet));
        block.link(pack, event);
        block.add(&format!(" ({})", part_in(pack, entity, event).join(", ")), Some(MarkKind::Quiet));
        blocks.push(block);
    }
    end_group(blocks);
}

/// `President, Mali 1992–2002, after Amadou Toumani Touré, before Amadou Toumani Touré`.
fn office_block(pack: &Pack, entity: EntityId, office: &Office) -> Block {
    let when = office.when.map(|w| format!(" {}", pack.date(&w))).unwrap_or_default();
    let mut block = close(plain(Shape::Passage, format!("{}, {}{when}", office.title, pack[office.of].name)));
    let before_and_after =
        [(", after ", predecessor(pack, entity, office)), (", before ", successor(pack, entity, office))];
    for (word, other) in before_and_after {
        if let Some((other, _)) = other {
            block.add(word, Some(MarkKind::Quiet));
            block.link(pack, other);
        }
    }
    block
}

/// A statement among what is told around it, under its date, its place and its era: as many of the statements before and
/// after it, in its era, as there is room for, the one before first. Where that is little, nothing is left blank.
#[must_use]
pub fn in_context(pack: &Pack, statement: StatementId, measure: Measure, lines: usize) -> Vec<Block> {
    /// No more than this many are looked at on either side.
    const MOST: usize = 8;
    /// From this many lines on there is room for a blank one.
    const ROOMY: usize = 10;
    let era = pack.era_of(statement);
    let beside = |id: &StatementId| pack.era_of(*id) == era;
    let mut before = std::iter::successors(pack.statement_before(statement), |id| pack.statement_before(*id));
    let mut after = std::iter::successors(pack.next_statement(statement), |id| pack.next_statement(*id));
    let sides: [&mut dyn Iterator<Item = StatementId>; 2] = [&mut before, &mut after];
    let mut told = VecDeque::from([statement]);
    let mut blocks = context_of(pack, statement, &told, lines >= ROOMY);
    let mut open = [true; 2];
    for at in 0..2 * MOST {
        let side = at % 2;
        let Some(more) = sides[side].next().filter(|id| open[side] && beside(id)) else {
            open[side] = false;
            continue;
        };
        let mut with = told.clone();
        if side == 0 {
            with.push_front(more);
        } else {
            with.push_back(more);
        }
        let wider = context_of(pack, statement, &with, lines >= ROOMY);
        if Layout::new(&wider, measure).lines.len() <= lines {
            (told, blocks) = (with, wider);
        } else {
            open[side] = false;
        }
    }
    blocks
}

/// Statements that follow one another, each passage by itself; all but the one that was found in a quiet ink.
fn context_of(pack: &Pack, found: StatementId, told: &VecDeque<StatementId>, roomy: bool) -> Vec<Block> {
    let it = &pack[found];
    let era = &pack[pack.era_of(found)];
    let when = it.when.map_or_else(String::new, |when| format!("{} · ", pack.date(&when)));
    let head = plain(Shape::Quiet, format!("{when}{} · {}", pack.told_at(it.passage), era.title));
    let mut blocks = vec![Block { gap: roomy, ..head }];
    let mut passage = None;
    for id in told {
        if passage != Some(pack[*id].passage) {
            passage = Some(pack[*id].passage);
            blocks.push(plain(Shape::Passage, String::new()));
        }
        let Some(block) = blocks.last_mut() else { continue };
        if !block.text.is_empty() {
            block.add(" ", None);
        }
        if *id == found {
            block.add_statement(pack, *id);
        } else {
            block.add(&pack[*id].text, Some(MarkKind::Quiet));
        }
    }
    blocks
}

/// A footnote in full.
#[must_use]
pub fn of_note(pack: &Pack, note: NoteId) -> Vec<Block> {
    let it = &pack[note];
    let mut blocks = vec![plain(Shape::Title, format!("Note {}", note.number()))];
    blocks.extend(of_source(&pack[it.source], it.place.as_deref()));
    let work = pack.work_of(it.source);
    let cited =
        pack.statements().filter(|s| pack[*s].cites.iter().any(|n| pack.work_of(pack[*n].source) == work)).count();
    let times = if cited == 1 { "once".to_owned() } else { format!("in {cited} statements") };
    blocks.push(plain(Shape::Quiet, format!("cited {times}")));
    blocks
}

/// A source in full, its weaknesses and its URLs.
#[must_use]
pub fn of_source(source: &Source, place: Option<&str>) -> Vec<Block> {
    let mut blocks = vec![plain(Shape::Passage, crate::cite::text(source, place))];
    if source.unresolved {
        blocks.push(plain(Shape::Quiet, "It was named without being defined where it was first cited.".into()));
    }
    if let Some(note) = &source.note {
        blocks.push(plain(Shape::Quiet, note.to_string()));
    }
    let urls = [("url", &source.url), ("archive", &source.archive)];
    for (label, url) in urls.into_iter().filter_map(|(label, a)| Some((label, a.as_ref()?))) {
        blocks.push(close(plain(Shape::Quiet, format!("{label}  {url}"))));
    }
    end_group(&mut blocks);
    blocks
}

/// How well a statement is known, and what its passage speaks of.
#[must_use]
pub fn of_statement(pack: &Pack, statement: StatementId) -> Vec<Block> {
    let it = &pack[statement];
    let undated = || it.unread.as_deref().map_or_else(|| "No date of its own".to_owned(), unread_date);
    let heading = it.when.map_or_else(undated, |when| pack.date(&when));
    let mut blocks = vec![close(plain(Shape::Title, heading))];
    blocks.push(plain(Shape::Quiet, format!("{} · {}", pack.told_at(it.passage), it.standing.name())));
    if let Some(shown) = &it.shown {
        blocks.push(plain(Shape::Quiet, format!("said as “{shown}”")));
    }
    if let Some(group) = &it.group {
        blocks.push(plain(Shape::Quiet, format!("group: {group}")));
    }
    picture(pack, statement, &mut blocks);
    if let Some(note) = &it.note {
        blocks.push(close(plain(Shape::Heading, note_heading(it.standing).into())));
        blocks.push(plain(Shape::Passage, note.to_string()));
    }
    if let Some(instead) = &it.instead_of {
        blocks.push(close(plain(Shape::Heading, capital(&page::elsewhere(pack)))));
        blocks.push(plain(Shape::Passage, instead.to_string()));
    }
    let passage: Vec<StatementId> = pack.statements_of(it.passage).collect();
    let dates: Vec<String> =
        unique(passage.iter().filter_map(|id| pack[*id].when)).iter().map(|when| pack.date(when)).collect();
    if dates.len() > 1 {
        blocks.push(close(plain(Shape::Heading, "Dates here".into())));
        blocks.push(plain(Shape::Passage, dates.join(" · ")));
    }
    let linked = passage.iter().flat_map(|id| pack[*id].links());
    list(pack, &mut blocks, "Places", unique(linked.filter(|id| pack[*id].kind == Kind::Place)).into_iter());
    let mut notes = unique(it.note_cites.iter().chain(passage.iter().flat_map(|id| &pack[*id].cites)).copied());
    notes.sort_unstable();
    if !notes.is_empty() {
        blocks.push(close(plain(Shape::Heading, "Sources".into())));
        for note in notes {
            let source = &pack[note];
            let mut block = close(entry(&note.number().to_string(), &crate::cite::short(&pack[source.source])));
            if let Some(place) = &source.place {
                block.add(&format!(", {place}"), Some(MarkKind::Quiet));
            }
            blocks.push(block);
        }
    }
    blocks
}

/// What is seen on the picture of a statement, what stands below it, to whom it is owed and where it is.
fn picture(pack: &Pack, statement: StatementId, blocks: &mut Vec<Block>) {
    let Some(it) = &pack[statement].picture else { return };
    blocks.push(close(plain(Shape::Heading, "Picture".into())));
    for text in [&it.alt, &it.caption].into_iter().flatten() {
        blocks.push(close(plain(Shape::Passage, text.to_string())));
    }
    if let Some(credit) = &it.credit {
        blocks.push(close(plain(Shape::Quiet, credit.to_string())));
    }
    let mut address = plain(Shape::Quiet, String::new());
    address.add(&it.url, Some(MarkKind::Link(Goal::Outside(Outside::Picture(statement)))));
    blocks.push(address);
}

const fn note_heading(standing: Standing) -> &'static str {
    match standing {
        Standing::Disputed => "Why disputed",
        Standing::Corrected => "Why corrected",
        _ => "Note",
    }
}

fn list(pack: &Pack, blocks: &mut Vec<Block>, head: &str, entities: impl Iterator<Item = EntityId>) {
    let mut block = plain(Shape::Passage, String::new());
    for entity in entities {
        if !block.text.is_empty() {
            block.add(" · ", None);
        }
        block.link(pack, entity);
        if let Some(when) = pack[entity].when.filter(|_| head.starts_with("Not")) {
            block.add(&format!(" ({})", pack.date(&when.to_the_year())), Some(MarkKind::Quiet));
        }
    }
    if !block.text.is_empty() {
        blocks.push(close(plain(Shape::Heading, head.into())));
        blocks.push(block);
    }
}

/// Each once, in order of first appearance.
fn unique<T: PartialEq>(items: impl Iterator<Item = T>) -> Vec<T> {
    let mut seen = Vec::new();
    for item in items {
        if !seen.contains(&item) {
            seen.push(item);
        }
    }
    seen
}

fn close(block: Block) -> Block {
    Block { gap: false, ..block }
}

const fn end_group(blocks: &mut [Block]) {
    if let Some(last) = blocks.last_mut() {
        last.gap = true;
    }
}

#[cfg(test)]
mod tests;
