//! Who is related to whom: what is said of an entity, and what others say of themselves that makes it their parent, their
//! spouse or their successor.

use griot_pack::order::InOrder;
use griot_pack::pack::{EntityId, Pack, Relation, RelationKind};
use griot_pack::when::When;

use crate::chronicle::in_date_order;
use crate::related;

/// The relations of an entity.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Family<'a> {
    /// In the order in which they are told.
    pub parents: Vec<Kin<'a>>,
    /// In the order of their dates.
    pub spouses: Vec<Kin<'a>>,
    /// In the order of their births.
    pub children: Vec<Kin<'a>>,
    /// Whoever shares a parent, in the order of their births.
    pub siblings: Vec<Kin<'a>>,
    /// Who or what it came after.
    pub before: Vec<Kin<'a>>,
    /// Who or what came after it.
    pub after: Vec<Kin<'a>>,
}

/// Another, and what is told of the tie.
#[derive(Debug, Clone, PartialEq)]
pub struct Kin<'a> {
    /// The other.
    pub who: EntityId,
    /// For how long, or from when.
    pub when: Option<When>,
    /// What a reader should know of the tie.
    pub note: Option<&'a str>,
    /// Of children the other parent; of siblings of whom one parent alone is shared, that one.
    pub by: Vec<EntityId>,
}

impl<'a> Family<'a> {
    /// All that is known.
    #[must_use]
    pub fn of(pack: &'a Pack, entity: EntityId) -> Self {
        let own = &pack[entity].relations;
        let mut it = Self {
            parents: told(own, RelationKind::Parent),
            spouses: told(own, RelationKind::Spouse),
            after: told(own, RelationKind::Successor),
            ..Self::default()
        };
        let parents: Vec<EntityId> = it.parents.iter().map(|kin| kin.who).collect();
        // Whoever shares a parent names that parent.
        let mut others: Vec<EntityId> =
            [entity].iter().chain(&parents).flat_map(|id| related::referring(pack, *id)).collect();
        others.sort_unstable();
        others.dedup();
        for other in others.into_iter().filter(|other| *other != entity) {
            it.take(pack, (entity, &parents), other);
        }
        it.spouses.order_by(|a, b| in_date_order(a.when, b.when));
        for list in [&mut it.children, &mut it.siblings] {
            list.order_by(|a, b| in_date_order(pack[a.who].when, pack[b.who].when));
        }
        it
    }

    /// Whether nothing is told of any.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// All who are related.
    pub fn everybody(&self) -> impl Iterator<Item = EntityId> + '_ {
        let lists = [&self.parents, &self.spouses, &self.children, &self.siblings, &self.before, &self.after];
        lists.into_iter().flatten().map(|kin| kin.who)
    }

    /// What another says of itself.
    fn take(&mut self, pack: &'a Pack, (entity, parents): (EntityId, &[EntityId]), other: EntityId) {
        let said = &pack[other].relations;
        for relation in said.iter().filter(|relation| relation.who == entity) {
            let list = match relation.kind {
                RelationKind::Parent => &mut self.children,
                RelationKind::Spouse => &mut self.spouses,
                RelationKind::Successor => &mut self.before,
            };
            let may_be_one = |when: Option<When>| when.is_none() || relation.when.is_none() || when == relation.when;
            // What both tell is told once, with what either knows.
            if let Some(known) = list.iter_mut().find(|kin| kin.who == other && may_be_one(kin.when)) {
                known.when = known.when.or(relation.when);
                known.note = known.note.or(relation.note.as_deref());
                continue;
            }
            let by = parents_of(said).filter(|id| relation.kind == RelationKind::Parent && *id != entity);
            list.push(Kin { by: by.collect(), ..Kin::of(relation, other) });
        }
        let theirs: Vec<EntityId> = parents_of(said).collect();
        let shared: Vec<EntityId> = theirs.iter().copied().filter(|id| parents.contains(id)).collect();
        if !shared.is_empty() {
            let half = shared.len() < 2 && theirs.len() > 1 && parents.len() > 1;
            let by = if half { shared } else { Vec::new() };
            self.siblings.push(Kin { who: other, when: None, note: None, by });
        }
    }
}

impl<'a> Kin<'a> {
    fn of(relation: &'a Relation, who: EntityId) -> Self {
        Self { who, when: relation.when, note: relation.note.as_deref(), by: Vec::new() }
    }
}

fn told(relations: &[Relation], kind: RelationKind) -> Vec<Kin<'_>> {
    relations.iter().filter(|it| it.kind == kind).map(|it| Kin::of(it, it.who)).collect()
}

fn parents_of(relations: &[Relation]) -> impl Iterator<Item = EntityId> + '_ {
    relations.iter().filter(|it| it.kind == RelationKind::Parent).map(|it| it.who)
}

#[cfg(test)]
mod tests {
    use super::*;
    use griot_pack::pack::check_text;

    const TREE: &str = "1500: [[Adam]] is told of.\n\n## People\n\n\
        - Adam: 1500–1560; spouse: [[Beth]], 1520–1530; spouse: [[Clara]], 1535\n- Beth: spouse: [[Adam]]\n- Clara\n\
        - Young: 1540–1600; parent: [[Adam]]; parent: [[Clara]], 1541, adopted\n\
        - Old: 1525–1590; parent: [[Adam]]; parent: [[Beth]]\n- Dated not: parent: [[Adam]]; parent: [[Beth]]\n\
        - Ruler: successor: [[Old]], 1550, as governor\n";

    fn names(pack: &Pack, kin: &[Kin]) -> Vec<String> {
        kin.iter().map(|kin| pack[kin.who].name.to_string()).collect()
    }

    #[test]
    fn what_is_said_once_is_known_from_both_sides() {
        let (pack, problems) = check_text("tree.md", TREE, "2026-11-27");
        assert_eq!(problems.errors(), 0, "{problems:?}");
        let pack = pack.unwrap();
        let of = |name: &str| Family::of(&pack, pack.entity(name).unwrap());
        let adam = of("adam");
        // Told by both, and once with dates: the marriage is one.
        assert_eq!(names(&pack, &adam.spouses), ["Beth", "Clara"]);
        assert_eq!(names(&pack, &adam.children), ["Old", "Young", "Dated not"]);
        assert_eq!(adam.children[1].by, [pack.entity("clara").unwrap()]);
        assert_eq!(names(&pack, &of("clara").spouses), ["Adam"]);
        let old = of("old");
        assert_eq!(
            (names(&pack, &old.parents), names(&pack, &old.before)),
            (vec!["Adam".into(), "Beth".into()], vec!["Ruler".into()])
        );
        assert_eq!(old.before[0].note, Some("as governor"));
        assert_eq!(names(&pack, &old.siblings), ["Young", "Dated not"]);
        assert_eq!(old.siblings[0].by, [pack.entity("adam").unwrap()], "half");
        assert!(old.siblings[1].by.is_empty());
        assert_eq!(of("young").parents[1].note, Some("adopted"));
        assert_eq!(names(&pack, &of("ruler").after), ["Old"]);
        let beth = of("beth");
        assert_eq!(names(&pack, &beth.spouses), ["Adam"]);
        assert_eq!(beth.spouses[0].when.map(|when| when.to_string()).as_deref(), Some("1520..1530"));
    }
}
