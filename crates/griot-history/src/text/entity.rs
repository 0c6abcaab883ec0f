//! The page of an entity: who or what it is, and all that the text says of it.

use super::blocks::{close, entry, list, plain};
use super::{Block, MarkKind, Shape};
use griot_pack::pack::geo::{self, Geo};
use griot_pack::pack::{self, EntityId, Kind, Pack, Precision, Target};
use griot_pack::when::When;

pub(super) fn entity_blocks(pack: &Pack, entity: EntityId, geo: Option<&Geo>) -> Vec<Block> {
    let it = &pack[entity];
    let mut blocks = vec![
        Block { gap: false, ..plain(Shape::Title, it.name.to_string()) },
        Block { gap: false, ..plain(Shape::Quiet, summary(pack, entity)) },
    ];
    let names = other_names(it);
    if !names.is_empty() {
        blocks.push(Block { gap: false, ..plain(Shape::Quiet, format!("also {}", names.join(", "))) });
    }
    close(&mut blocks);
    details(pack, entity, geo, &mut blocks);
    mentions(pack, entity, &mut blocks);
    company(pack, entity, &mut blocks);
    if let Some(title) = &it.wikipedia {
        blocks.push(Block { gap: false, ..entry("outside", &format!("Wikipedia: {title}")) });
    }
    blocks
}

/// `place · city on the Niger · 14th c.`
#[must_use]
pub fn summary(pack: &Pack, entity: EntityId) -> String {
    let it = &pack[entity];
    let kind = kind_in_words(it).unwrap_or_else(|| it.kind.name().to_owned());
    let mut parts: Vec<String> = (!role_says(it, &kind)).then_some(kind).into_iter().collect();
    parts.extend(it.role.as_ref().map(ToString::to_string));
    parts.extend(it.when.map(|when| when.on_screen()));
    parts.join(" · ")
}

/// What type of thing an entity is, where its kind has types: `armed group`.
#[must_use]
pub fn kind_in_words(entity: &pack::Entity) -> Option<String> {
    entity.subtype.as_deref().filter(|t| *t != "other").map(|t| t.replace('-', " "))
}

/// Whether the role of an entity holds these words already: "desert · desert that was once green" says it twice.
#[must_use]
pub fn role_says(entity: &pack::Entity, words: &str) -> bool {
    let padded = |text: &str| format!(" {} ", crate::search::fold(text));
    entity.role.as_ref().is_some_and(|role| padded(role).contains(&padded(words)))
}

/// The aliases that differ from the name and from each other by more than case and accents.
#[must_use]
pub fn other_names(entity: &pack::Entity) -> Vec<&str> {
    let mut seen = vec![crate::search::fold(&entity.name)];
    let mut names = Vec::new();
    for alias in &entity.aliases {
        let folded = crate::search::fold(&alias.name);
        if !seen.contains(&folded) {
            seen.push(folded);
            names.push(alias.name.as_str());
        }
    }
    names
}

fn details(pack: &Pack, entity: EntityId, geo: Option<&Geo>, blocks: &mut Vec<Block>) {
    let it = &pack[entity];
    for office in &it.offices {
        let mut block = Block { gap: false, ..entry(&office.when.map_or_else(String::new, |w| w.on_screen()), "") };
        block.add(&office.title, None);
        block.add(", ", None);
        block.link(pack, office.of);
        for (word, other) in
            [("after ", predecessor(pack, entity, office)), ("before ", successor(pack, entity, office))]
        {
            if let Some(other) = other {
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

fn mentions(pack: &Pack, entity: EntityId, blocks: &mut Vec<Block>) {
    let found = pack.mentions_by_date(entity);
    if found.is_empty() {
        blocks.push(plain(Shape::Quiet, "The text does not link to it.".into()));
        return;
    }
    let count = if found.len() == 1 { "once".into() } else { format!("{} times", found.len()) };
    blocks.push(plain(Shape::Heading, format!("In the text, in date order · {count}")));
    for statement in found {
        let it = &pack[statement];
        let mut block = entry(&it.when.map_or_else(|| "undated".into(), |when| when.on_screen()), "");
        block.add_statement(pack, statement);
        block.text.push(' ');
        let passage = it.passage;
        let place = if pack[passage].number.is_some() {
            pack.address(passage)
        } else {
            format!("{} plate", pack.era_of(statement).index() + 1)
        };
        block.add(&format!("→{place}"), Some(MarkKind::Link(Target::Statement(statement))));
        blocks.push(block);
    }
}

/// Who and what stands in the same statements.
fn company(pack: &Pack, entity: EntityId, blocks: &mut Vec<Block>) {
    const MOST: usize = 8;
    let with = company_of(pack, entity);
    for (label, kinds) in [
        ("with", &[Kind::Person, Kind::People, Kind::Group, Kind::Organization, Kind::Polity][..]),
        ("places", &[Kind::Place]),
        ("events", &[Kind::Event]),
    ] {
        let chosen = with.iter().filter(|(other, _)| kinds.contains(&pack[*other].kind)).take(MOST);
        let chosen: Vec<_> = chosen.map(|(other, _)| (*other, None)).collect();
        if !chosen.is_empty() {
            blocks.push(list(pack, label, chosen.into_iter()));
        }
    }
}

/// The entities that share statements with this one and how many, most first.
#[must_use]
pub fn company_of(pack: &Pack, entity: EntityId) -> Vec<(EntityId, usize)> {
    let mut with: Vec<(EntityId, usize)> = Vec::new();
    for statement in pack.mentions(entity) {
        let mut here: Vec<EntityId> = pack[*statement].links().filter(|other| *other != entity).collect();
        here.sort_unstable();
        here.dedup();
        for other in here {
            match with.iter_mut().find(|(it, _)| *it == other) {
                Some((_, count)) => *count += 1,
                None => with.push((other, 1)),
            }
        }
    }
    with.sort_by_key(|(other, count)| (std::cmp::Reverse(*count), *other));
    with
}

/// Holders of an office further apart than this many years may have had others between them that the pack does not name.
const VACANCY: f64 = 2.0;

/// Who held the same office just before.
#[must_use]
pub fn predecessor(pack: &Pack, entity: EntityId, office: &pack::Office) -> Option<EntityId> {
    let own = office.when?;
    let others = holders(pack, entity, office).filter(|(_, when)| when.first() < own.first());
    let (before, when) = others.max_by_key(|(id, when)| (when.first(), *id))?;
    follows(&when, &own).then_some(before)
}

/// Who held the same office next.
#[must_use]
pub fn successor(pack: &Pack, entity: EntityId, office: &pack::Office) -> Option<EntityId> {
    let own = office.when?;
    let others = holders(pack, entity, office).filter(|(_, when)| when.first() > own.first());
    let (next, when) = others.min_by_key(|(id, when)| (when.first(), *id))?;
    follows(&own, &when).then_some(next)
}

fn follows(before: &When, after: &When) -> bool {
    after.first().years() - before.last().years() <= VACANCY
}

/// The other holders of an office of the same polity; rulers follow rulers, whatever their title.
fn holders<'a>(
    pack: &'a Pack,
    entity: EntityId,
    office: &'a pack::Office,
) -> impl Iterator<Item = (EntityId, When)> + 'a {
    pack.entities().flat_map(move |id| {
        let same = move |o: &&pack::Office| {
            id != entity && o.of == office.of && o.head == office.head && (o.head || o.title == office.title)
        };
        pack[id].offices.iter().filter(same).filter_map(move |o| Some((id, o.when?)))
    })
}

/// What has no single point, by its type: `a river`, `a country`; of a region that is all there is to say.
#[must_use]
pub fn spread_out(entity: &pack::Entity) -> String {
    let Some(what) = kind_in_words(entity).filter(|what| what != "region") else {
        return "a region, no single point".into();
    };
    let article = if what.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
    format!("{article} {what}")
}

/// `about 700 km north-east of Bamako, on the Niger`.
#[must_use]
pub fn where_in_words(pack: &Pack, entity: EntityId, geo: Option<&Geo>) -> Option<String> {
    let [lat, lon] = pack[entity].at?;
    let here = [lon, lat];
    if pack[entity].precision == Some(Precision::Region) {
        return Some(spread_out(&pack[entity]));
    }
    let geo = geo?;
    let mut parts = Vec::new();
    if let Some(capital) = geo.capital.as_deref().and_then(|id| pack.entity(id))
        && let Some([lat, lon]) = pack[capital].at
    {
        let from = [lon, lat];
        let far = geo::distance(from, here);
        let name = &pack[capital].name;
        match far {
            _ if capital == entity => {}
            _ if far < 5.0 => parts.push(format!("in or beside {name}")),
            _ => parts.push(format!("{} {} of {name}", geo::kilometres(far), geo::direction(from, here))),
        }
    }
    if let Some(far) = geo.distance_to_river(here).filter(|far| *far < 40.0)
        && let Some(river) = geo.waters.iter().find(|w| Some(&w.id) == geo.river.as_ref())
    {
        let name = &river.name;
        parts.push(if far < 12.0 {
            format!("on the {name}")
        } else {
            format!("{} from the {name}", geo::kilometres(far))
        });
    }
    if pack[entity].precision == Some(Precision::Approximate) {
        parts.push("position approximate".into());
    }
    (!parts.is_empty()).then(|| parts.join(", "))
}
