//! Who may be living: a family tree is written for a family, and an export may be read by anybody.

use griot_pack::pack::{EntityId, Kind, Pack, StatementId};

use super::Loss;
use crate::plain::MAY_BE_LIVING;

/// Whether somebody came from a family tree and may be living.
pub(super) fn may_be_living(pack: &Pack, entity: EntityId) -> bool {
    let it = &pack[entity];
    it.kind == Kind::Person && it.note.as_ref().is_some_and(|note| note.contains(MAY_BE_LIVING))
}

/// Whether a statement names somebody who may be living.
pub(super) fn names_living(pack: &Pack, statement: StatementId) -> bool {
    pack[statement].links().any(|entity| may_be_living(pack, entity))
}

/// What is left out for their sake.
pub(super) fn loss(people: usize) -> Option<Loss> {
    let what = ["person of a family tree", "people of a family tree"];
    Loss::of(people, what, "they may be living, and what names them is left out as well")
}
