//! What some eras of a pack need: the entities that they name, the sources that they cite, the map that they lie on.

use std::collections::BTreeSet;

use super::geo::{Geo, Reach, Water};
use super::ids::{EntityId, EraId, NoteId, SourceId, StatementId};
use super::model::Pack;

/// Eras of a pack with all that they need, and nothing else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Excerpt {
    /// In reading order.
    pub eras: Vec<EraId>,
    /// Those that the text names, and those that the records of these name in turn; all of them for a whole pack.
    pub entities: BTreeSet<EntityId>,
    /// The footnotes of the text and of the entities.
    pub notes: BTreeSet<NoteId>,
    /// Those of the notes, with the records that stand for their works; all of them for a whole pack.
    pub sources: BTreeSet<SourceId>,
    /// Whether it is all of the pack.
    pub is_whole: bool,
}

impl Excerpt {
    /// Its statements, in reading order.
    pub fn statements<'a>(&'a self, pack: &'a Pack) -> impl Iterator<Item = StatementId> + 'a {
        self.eras.iter().flat_map(|era| pack.statements_in(*era))
    }

    /// The outlines of its entities.
    pub fn reaches<'a>(&'a self, pack: &'a Pack, geo: &'a Geo) -> impl Iterator<Item = &'a Reach> + 'a {
        let named = |reach: &Reach| self.entities.iter().any(|id| pack[*id].reach.contains(&reach.id));
        geo.reaches.iter().filter(move |reach| self.is_whole || named(reach))
    }

    /// The rivers and lakes that there were in its eras.
    pub fn waters<'a>(&'a self, pack: &'a Pack, geo: &'a Geo) -> impl Iterator<Item = &'a Water> + 'a {
        let then =
            |water: &Water| water.when.is_none_or(|when| self.eras.iter().any(|era| pack[*era].when.overlaps(&when)));
        geo.waters.iter().filter(move |water| self.is_whole || then(water))
    }
}

impl Pack {
    /// What the eras need.
    #[must_use]
    pub fn excerpt(&self, eras: &[EraId]) -> Excerpt {
        let mut it = Excerpt {
            eras: eras.to_vec(),
            entities: BTreeSet::new(),
            notes: BTreeSet::new(),
            sources: BTreeSet::new(),
            is_whole: eras.len() == self.eras.len(),
        };
        let statements: Vec<StatementId> = it.statements(self).collect();
        let mut waiting: Vec<EntityId> = statements.iter().flat_map(|id| self[*id].links()).collect();
        if it.is_whole {
            waiting.extend(self.entities());
            it.sources.extend(self.sources());
        }
        while let Some(id) = waiting.pop() {
            if it.entities.insert(id) {
                waiting.extend(self.named_by(id));
            }
        }
        it.notes.extend(statements.iter().flat_map(|id| self[*id].cites.iter().chain(&self[*id].note_cites)));
        it.notes.extend(it.entities.iter().flat_map(|id| &self[*id].figures).flat_map(|figure| &figure.cites));
        it.sources.extend(it.notes.iter().map(|note| self[*note].source).flat_map(|id| [id, self.work_of(id)]));
        it
    }

    /// The entities that the record of another names.
    fn named_by(&self, id: EntityId) -> impl Iterator<Item = EntityId> + '_ {
        let it = &self[id];
        let offices = it.offices.iter().map(|office| office.of);
        let beside = it.relations.iter().map(|relation| relation.who);
        offices.chain(it.places.iter().copied()).chain(it.who.iter().map(|(who, _)| *who)).chain(beside)
    }
}
