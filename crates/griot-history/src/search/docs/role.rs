//! Roles: an office that was held, a part that was played in an event.

use griot_pack::pack::{EntityId, Pack};

/// What somebody was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// The holder of an office, which is an index of those of the holder.
    Office(EntityId, usize),
    /// One who took part in an event, which is an index of those who did.
    Part(EntityId, usize),
}

impl Role {
    /// `President, Mali, 1992 – 2002`; `leader, 1968 Malian coup d’état`.
    #[must_use]
    pub fn in_words(self, pack: &Pack) -> String {
        let (title, of, when) = match self {
            Self::Office(holder, at) => {
                let office = &pack[holder].offices[at];
                (office.title.to_string(), office.of, office.when)
            }
            Self::Part(event, at) => {
                let part = pack[event].who[at].1.as_ref().map_or_else(String::new, ToString::to_string);
                (part, event, pack[event].when)
            }
        };
        let when = when.map_or_else(String::new, |when| pack.date(&when));
        let parts = [title, pack[of].name.to_string(), when];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    }
}

/// A role as one number.
pub(super) const fn packed(role: Role) -> u64 {
    let (of, at, part) = match role {
        Role::Office(holder, at) => (holder, at, 0),
        Role::Part(event, at) => (event, at, 1),
    };
    (of.index() as u64) << 32 | (at as u64) << 1 | part
}

/// The role of such a number; nothing where there is none of it.
pub(super) fn unpacked(pack: &Pack, number: u64) -> Option<Role> {
    let id = pack.entity_at((number >> 32) as usize)?;
    let at = (number as u32 >> 1) as usize;
    if number & 1 == 0 {
        (at < pack[id].offices.len()).then_some(Role::Office(id, at))
    } else {
        (at < pack[id].who.len()).then_some(Role::Part(id, at))
    }
}

/// Every office that was held and every part that was played.
pub(super) fn roles(pack: &Pack, entities: &[EntityId]) -> Vec<Role> {
    let of = |id: &EntityId| {
        let (id, it) = (*id, &pack[*id]);
        let offices = (0..it.offices.len()).map(move |at| Role::Office(id, at));
        offices.chain((0..it.who.len()).map(move |at| Role::Part(id, at)))
    };
    entities.iter().flat_map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::tests::towns;

    #[test]
    fn a_role_is_told_in_words_and_kept_as_a_number() {
        let pack = towns();
        let all: Vec<EntityId> = pack.entities().collect();
        let roles = roles(&pack, &all);
        let words: Vec<String> = roles.iter().map(|role| role.in_words(&pack)).collect();
        for told in ["Queen, Upper, 1140–1160", "Elder, Upper, 1145–1159", "victor, Battle of the Ford, 1155"] {
            assert_eq!(words.iter().filter(|word| *word == told).count(), 1, "{told}: {words:?}");
        }
        assert_eq!(roles.len(), 8);
        for role in &roles {
            assert_eq!(unpacked(&pack, packed(*role)), Some(*role), "{role:?}");
        }
    }

    #[test]
    fn a_number_of_which_there_is_no_role_is_none() {
        let pack = towns();
        let named = |name: &str| pack.entities().find(|id| pack[*id].name == name).unwrap();
        let (ada, battle) = (named("Ada Vale"), named("Battle of the Ford"));
        assert_eq!(unpacked(&pack, packed(Role::Office(ada, 0))), Some(Role::Office(ada, 0)));
        assert_eq!(unpacked(&pack, packed(Role::Office(ada, 1))), None);
        assert_eq!(unpacked(&pack, packed(Role::Part(battle, 1))), Some(Role::Part(battle, 1)));
        assert_eq!(unpacked(&pack, packed(Role::Part(battle, 2))), None);
        assert_eq!(unpacked(&pack, (pack.entities().len() as u64) << 32), None);
    }
}
