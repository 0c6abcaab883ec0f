//! The page of an entity: who or what it is, and all that the text says of it.

mod family;
mod position;

use griot_pack::order::InOrder;
use std::collections::HashMap;

use super::blocks::{close, entry, list, plain};
use super::{Block, Goal, MarkKind, Outside, Shape};
use crate::account::{Account, Entry, Via, part_in};
use crate::family::Family;
use crate::offices::{self, predecessor, successor};
use crate::related::namesakes;
use family::family;
use griot_pack::pack::geo::Geo;
use griot_pack::pack::{self, EntityId, Kind, Pack, StatementId, Target};
use position::position_in_words;
pub(crate) use position::spread_out;
pub use position::where_in_words;

pub(super) fn entity_blocks(pack: &Pack, entity: EntityId, geo: Option<&Geo>) -> Vec<Block> {
    let it = &pack[entity];
    let mut blocks = vec![
        Block { gap: false, ..plain(Shape::Title, it.name.to_string()) },
        Block { gap: false, ..plain(Shape::Quiet, summary(pack, entity)) },
    ];
    let names = other_names(pack, it);
    if !names.is_empty() {
        blocks.push(Block { gap: false, ..plain(Shape::Quiet, format!("also {}", names.join(", "))) });
    }
    close(&mut blocks);
    details(pack, entity, geo, &mut blocks);
    family(pack, entity, &mut blocks);
    holders(pack, entity, &mut blocks);
    let account = Account::new(pack, entity);
    told(pack, entity, &account, &mut blocks);
    company(pack, entity, &account, &mut blocks);
    outside(pack, entity, &mut blocks);
    blocks
}

/// `place · city on the Niger · 14th c.`
#[must_use]
pub fn summary(pack: &Pack, entity: EntityId) -> String {
    let it = &pack[entity];
    let kind = kind_in_words(it).unwrap_or_else(|| it.kind.name().to_owned());
    let mut parts: Vec<String> = (!role_says(it, &kind)).then_some(kind).into_iter().collect();
    parts.extend(it.role.as_ref().map(ToString::to_string));
    parts.extend(it.when.map(|when| pack.date(&when)));
    parts.join(" · ")
}

/// What type of thing an entity is, where its kind has types: `armed group`.
#[must_use]
pub fn kind_in_words(entity: &pack::Entity) -> Option<String> {
    entity.subtype.as_deref().filter(|t| *t != "other").map(|t| t.replace('-', " "))
}

/// Whether the role of an entity holds these words already: "desert · desert that was once green" says it twice.
#[must_use]
pub(crate) fn role_says(entity: &pack::Entity, words: &str) -> bool {
    let padded = |text: &str| format!(" {} ", crate::search::fold(text));
    entity.role.as_ref().is_some_and(|role| padded(role).contains(&padded(words)))
}

/// The aliases that differ from the name and from each other by more than case and accents.
#[must_use]
pub(crate) fn other_names(pack: &Pack, entity: &pack::Entity) -> Vec<String> {
    let mut seen = vec![crate::search::fold(&entity.name)];
    let mut names = Vec::new();
    for alias in &entity.aliases {
        let folded = crate::search::fold(&alias.name);
        if !seen.contains(&folded) {
            seen.push(folded);
            let when = alias.when.map_or_else(String::new, |when| format!(" ({})", pack.date(&when)));
            names.push(format!("{}{when}", alias.name));
        }
    }
    names
}

fn details(pack: &Pack, entity: EntityId, geo: Option<&Geo>, blocks: &mut Vec<Block>) {
    let it = &pack[entity];
    for office in &it.offices {
        let mut block = Block { gap: false, ..entry(&office.when.map_or_else(String::new, |w| pack.date(&w)), "") };
        block.add(&office.title, None);
        block.add(", ", None);
        block.link(pack, office.of);
        for (word, other) in
            [("after ", predecessor(pack, entity, office)), ("before ", successor(pack, entity, office))]
        {
            if let Some((other, _)) = other {
                block.add("; ", None);
                block.add(word, None);
                block.link(pack, other);
            }
        }
        blocks.push(block);
    }
    if let Some(words) = where_in_words(pack, entity, geo) {
        blocks.push(Block { gap: false, ..entry("where", &words) });
    }
    for (at, it) in it.positions.iter().enumerate() {
        let when = it.when.map_or_else(String::new, |when| format!("{}: ", pack.date(&when)));
        let label = if at == 0 { "also at" } else { "" };
        blocks.push(Block { gap: false, ..entry(label, &format!("{when}{}", position_in_words(it))) });
    }
    if !it.places.is_empty() {
        blocks.push(list(pack, "where", it.places.iter().map(|place| (*place, None))));
    }
    if !it.who.is_empty() {
        blocks.push(list(pack, "who", it.who.iter().map(|(who, part)| (*who, part.as_deref()))));
    }
    if let Some(outcome) = &it.outcome {
        blocks.push(Block { gap: false, ..entry("outcome", outcome) });
    }
    for figure in &it.figures {
        let by = figure.by.as_ref().map_or_else(String::new, |by| format!(", {by}"));
        blocks.push(Block { gap: false, ..entry("figure", &format!("{}{by}", figure.value)) });
    }
    if let Some(note) = &it.note {
        blocks.push(Block { gap: false, ..entry("note", note) });
    }
    close(blocks);
}

/// Where more stands of it: an article, its numbers in catalogues.
fn outside(pack: &Pack, entity: EntityId, blocks: &mut Vec<Block>) {
    let it = &pack[entity];
    let mut block = Block { gap: false, ..entry("outside", "") };
    for way in Outside::of_entity(pack, entity) {
        let (of, name) = match way {
            Outside::Article(_) => ("Wikipedia", it.wikipedia.as_deref().unwrap_or_default()),
            Outside::Catalogue(_, at) => (it.ids[at as usize].registry.title(), it.ids[at as usize].id.as_str()),
            Outside::Words(..) | Outside::Picture(_) => continue,
        };
        let between = if block.text.is_empty() { "" } else { " · " };
        block.add(&format!("{between}{of}: "), None);
        block.add(name, Some(MarkKind::Link(Goal::Outside(way))));
    }
    if !block.text.is_empty() {
        blocks.push(block);
    }
}

/// Who held the offices of a polity, a place or an organization.
fn holders(pack: &Pack, entity: EntityId, blocks: &mut Vec<Block>) {
    let held = offices::held_in(pack, entity);
    if held.is_empty() {
        return;
    }
    blocks.push(plain(Shape::Heading, "Who held office".into()));
    for (holder, index) in held {
        let office = &pack[holder].offices[index];
        let mut block = Block { gap: false, ..entry(&office.when.map_or_else(String::new, |w| pack.date(&w)), "") };
        block.link(pack, holder);
        block.add(&format!(", {}", office.title), Some(MarkKind::Quiet));
        blocks.push(block);
    }
    close(blocks);
}

/// Everything that is told of it, in date order, each with its way back.
fn told(pack: &Pack, entity: EntityId, account: &Account, blocks: &mut Vec<Block>) {
    if account.entries.is_empty() {
        blocks.push(plain(Shape::Quiet, "The text does not tell of it.".into()));
        return;
    }
    blocks.push(plain(Shape::Heading, format!("In date order · {}", counted(account))));
    for (at, it) in account.entries.iter().enumerate() {
        let label = it.when(pack).map_or_else(|| "undated".into(), |when| pack.date(&when));
        let mut block = entry(&label, "");
        match *it {
            Entry::Event(event) => {
                block.link(pack, event);
                block.add(&format!(" ({})", part_in(pack, entity, event).join(", ")), Some(MarkKind::Quiet));
            }
            Entry::Statement(statement, via) => {
                block.add_statement(pack, statement);
                block.text.push(' ');
                block.add(
                    &format!("→{}", way_back(pack, statement)),
                    Some(MarkKind::Link(Goal::Inside(Target::Statement(statement)))),
                );
                // Right below its event a statement needs no word of what leads to it.
                let below = |event| at.checked_sub(1).map(|above| account.entries[above]) == Some(Entry::Event(event));
                if let Via::Event(event) = via
                    && !below(event)
                {
                    block.add(&format!(" on {}", pack[event].name), Some(MarkKind::Quiet));
                }
            }
        }
        blocks.push(block);
    }
}

/// `3 events, 12 statements`.
fn counted(account: &Account) -> String {
    let count = |n: usize, one: &str| match n {
        0 => None,
        1 => Some(format!("1 {one}")),
        n => Some(format!("{n} {one}s")),
    };
    let counts = [count(account.events().count(), "event"), count(account.statements().count(), "statement")];
    counts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// The address of the passage in which a statement stands.
fn way_back(pack: &Pack, statement: StatementId) -> String {
    let passage = pack[statement].passage;
    match pack[passage].number {
        Some(_) => pack.address(passage),
        None => format!("{} plate", pack.era_of(statement).index() + 1),
    }
}

/// Who and what stands in the same statements and events, and what bears the same name.
fn company(pack: &Pack, entity: EntityId, account: &Account, blocks: &mut Vec<Block>) {
    const MOST: usize = 8;
    let with = company_of(pack, entity, account);
    for (label, kinds) in [
        ("with", &[Kind::Person, Kind::People, Kind::Group, Kind::Organization][..]),
        ("places", &[Kind::Place]),
        ("polities", &[Kind::Polity]),
        ("events", &[Kind::Event]),
    ] {
        let chosen = with.iter().filter(|(other, _)| kinds.contains(&pack[*other].kind)).take(MOST);
        let chosen: Vec<_> = chosen.map(|(other, _)| (*other, None)).collect();
        if !chosen.is_empty() {
            blocks.push(list(pack, label, chosen.into_iter()));
        }
    }
    // Relatives of one name stand above.
    let family = Family::of(pack, entity);
    let mut others = namesakes(pack, entity);
    others.retain(|other| !family.everybody().any(|kin| kin == *other));
    if !others.is_empty() {
        let dates: Vec<Option<String>> =
            others.iter().map(|id| pack[*id].when.map(|when| pack.date(&when.to_the_year()))).collect();
        let others = others.iter().zip(&dates).map(|(id, dates)| (*id, dates.as_deref()));
        blocks.push(list(pack, "not to be confused with", others));
    }
}

/// The entities that share statements and events with this one and how many, most first. Its own events are none of
/// them, since the account tells of each.
#[must_use]
pub(crate) fn company_of(pack: &Pack, entity: EntityId, account: &Account) -> Vec<(EntityId, usize)> {
    let own: Vec<EntityId> = account.events().chain([entity]).collect();
    let mut with: HashMap<EntityId, usize> = HashMap::new();
    for it in &account.entries {
        let mut here: Vec<EntityId> = match *it {
            Entry::Event(event) => {
                pack[event].places.iter().chain(pack[event].who.iter().map(|(who, _)| who)).copied().collect()
            }
            Entry::Statement(_, Via::Event(_)) => continue,
            Entry::Statement(statement, _) => pack[statement].links().collect(),
        };
        here.retain(|other| !own.contains(other));
        here.sort_unstable();
        here.dedup();
        for other in here {
            *with.entry(other).or_default() += 1;
        }
    }
    let mut with: Vec<(EntityId, usize)> = with.into_iter().collect();
    with.order_by_key(|(other, count)| (std::cmp::Reverse(*count), *other));
    with
}
