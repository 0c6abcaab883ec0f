//! What is related to an entity: what names it in a record, what bears its name, and which sentences name it.
//!
//! To find that, all of a pack has to be gone through. It is done once, when the pack is compiled; of a pack that is not, or
//! is read in another language than its own, it is done where it is asked.

mod borne;
mod named;

use std::collections::HashMap;

use griot_pack::pack::{EntityId, Pack, StatementId};

use crate::parts::{Part, Parts, Written};
use borne::borne_by;
use named::Names;

/// Writes what is related to each entity.
pub(crate) fn write(pack: &Pack, out: &mut Written) {
    let entities = pack.entities().len();
    let mut naming: Vec<(u32, u32)> = Vec::new();
    let names = Names::of(pack);
    for id in pack.statements() {
        naming.extend(names.named_in(pack, id).into_iter().map(|entity| (entity.index() as u32, id.index() as u32)));
    }
    write_lists((Part::NamingEnds, Part::Naming), entities, naming, out);
    let named = pack.entities().flat_map(|id| named_by(pack, id).map(move |of| (of.index() as u32, id.index() as u32)));
    write_lists((Part::ReferringEnds, Part::Referring), entities, named.collect(), out);
    write_namesakes(pack, out);
}

fn write_namesakes(pack: &Pack, out: &mut Written) {
    let mut groups: Vec<Vec<EntityId>> = Vec::new();
    let mut places: HashMap<(bool, String), usize> = HashMap::new();
    for id in pack.entities() {
        let Some(name) = borne_by(pack, id) else { continue };
        let place = *places.entry(name).or_insert_with(|| {
            groups.push(Vec::new());
            groups.len() - 1
        });
        groups[place].push(id);
    }
    groups.retain(|group| group.len() > 1);
    let mut group_of = vec![0_u32; pack.entities().len()];
    let mut lists = Vec::new();
    for (at, group) in groups.iter().enumerate() {
        for id in group {
            group_of[id.index()] = at as u32 + 1;
        }
        lists.extend(group.iter().map(|id| (at as u32, id.index() as u32)));
    }
    out.numbers(Part::Namesakes, group_of);
    write_lists((Part::NamesakeEnds, Part::NamesakeLists), groups.len(), lists, out);
}

/// Writes so many lists, from pairs of the number of a list and what is in it.
fn write_lists((ends, lists): (Part, Part), count: usize, mut pairs: Vec<(u32, u32)>, out: &mut Written) {
    pairs.sort_unstable();
    pairs.dedup();
    out.numbers(ends, (0..count).map(|at| pairs.partition_point(|(of, _)| *of as usize <= at) as u32));
    out.numbers(lists, pairs.iter().map(|(_, id)| *id));
}

/// The entities that a record names: who took part in an event and its places, what offices were held in, and relations.
fn named_by(pack: &Pack, id: EntityId) -> impl Iterator<Item = EntityId> {
    let it = &pack[id];
    let offices = it.offices.iter().map(|office| office.of);
    it.who
        .iter()
        .map(|(who, _)| *who)
        .chain(it.places.iter().copied())
        .chain(offices)
        .chain(it.relations.iter().map(|kin| kin.who))
}

/// The entities whose records name this one, in the order of the pack.
pub(crate) fn referring(pack: &Pack, entity: EntityId) -> Vec<EntityId> {
    match Parts::stored(pack) {
        Some(parts) => entities(pack, parts.list((Part::ReferringEnds, Part::Referring), entity.index())),
        None => pack.entities().filter(|id| named_by(pack, *id).any(|of| of == entity)).collect(),
    }
}

/// What is easily taken for an entity, since it bears the same name: people of the same last name; places, polities and peoples
/// whose names differ by what they are alone. In the order of the pack.
#[must_use]
pub fn namesakes(pack: &Pack, entity: EntityId) -> Vec<EntityId> {
    let mut all = if let Some(parts) = Parts::stored(pack) {
        let group = parts.few(Part::Namesakes, entity.index()..entity.index() + 1);
        let group = group.first().and_then(|group| (*group as usize).checked_sub(1));
        let list = group.map(|at| parts.list((Part::NamesakeEnds, Part::NamesakeLists), at));
        entities(pack, list.unwrap_or_default())
    } else {
        let Some(own) = borne_by(pack, entity) else { return Vec::new() };
        pack.entities().filter(|id| borne_by(pack, *id).as_ref() == Some(&own)).collect()
    };
    all.retain(|id| *id != entity);
    all
}

/// The statements that name the entity in full and do not link to it, in reading order. A name that another entity bears
/// too, or that is a part of a longer one, names nobody.
pub(crate) fn naming(pack: &Pack, entity: EntityId) -> Vec<StatementId> {
    match Parts::stored(pack) {
        Some(parts) => {
            let list = parts.list((Part::NamingEnds, Part::Naming), entity.index());
            list.into_iter().filter_map(|at| pack.statement_at(at as usize)).collect()
        }
        None => named::naming(pack, entity),
    }
}

fn entities(pack: &Pack, list: Vec<u32>) -> Vec<EntityId> {
    list.into_iter().filter_map(|at| pack.entity_at(at as usize)).collect()
}
