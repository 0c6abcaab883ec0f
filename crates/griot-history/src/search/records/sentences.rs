//! Sentences: where each stands among the others, and of whom it tells.

use griot_pack::pack::{EntityId, Kind, Pack, StatementId};

use super::entities::NEAR;
use super::met::{ABSENT, FEW, Met};
use super::{Wanted, ends_before, ordered, rank};
use crate::fold::fold;
use crate::search::answer::Via;
use crate::search::docs::{Doc, Docs};
use crate::search::gathered::Gathered;
use crate::search::rank::{Rank, Tier};
use crate::search::times;
use crate::search::words::{self, Asked};

/// Where a statement stands among others when nothing but its words and its date decides: what is lost by them, how far the
/// date is and how far the words are, and its place.
pub(super) fn order(pack: &Pack, wanted: &Wanted, id: StatementId, met: &Met) -> Place {
    let (lost, date) = wanted.time.map_or((0, 0), |time| times::statement(pack, id, time));
    (times::with_date(met.lost, (lost, date)), date, met.distance, id)
}

/// So far behind a record stands a sentence that says the same.
const BEHIND_A_RECORD: u16 = 4;

/// The place of a statement among others.
type Place = (u16, u16, u16, StatementId);

/// Whether a statement stands so far down that it is not shown. What answers together with those beside it stands above
/// those that lack something, where these go.
pub(super) fn is_below(place: Place, worst: Place, met: &Met) -> bool {
    let (lost, date, ..) = place;
    let together = lost > 0 && met.lacks == 0 && date < times::BESIDE;
    place > worst && !together
}

/// The last statement that can be shown; none where all can, or where more than words and dates decides.
pub(super) fn worst_statement((pack, docs): (&Pack, &Docs), wanted: &Wanted, met: &[(usize, Met)]) -> Option<Place> {
    let Wanted { query, most, .. } = *wanted;
    // Behind few that answer everything as many stand that nearly do, however few are shown.
    let most = most.max(2 * FEW);
    if query.order.is_some() || query.asked.is_some() || ends_before(pack, wanted) || met.len() <= most {
        return None;
    }
    let told = met.iter().filter(|(_, met)| met.own).filter_map(|(doc, met)| match docs.get(pack, *doc)? {
        Doc::Statement(id) => Some(order(pack, wanted, id, met)),
        Doc::Entity(_) | Doc::Role(_) => None,
    });
    let mut told: Vec<_> = told.collect();
    let last = most.checked_sub(1).filter(|last| *last < told.len())?;
    Some(*told.select_nth_unstable(last).1)
}

/// The rank of a sentence; where something of the sort that is asked for answers, a sentence is of another sort.
pub(super) fn rank_of_statement(
    pack: &Pack,
    wanted: &Wanted,
    (id, met): (StatementId, &Met),
    of_another_sort: bool,
) -> Rank {
    let mut rank = rank(met, wanted.tier(Tier::Record));
    rank.distance += BEHIND_A_RECORD;
    if let Some(time) = wanted.time {
        let (lost, fit) = times::statement(pack, id, time);
        (rank.lost, rank.date) = (times::with_date(rank.lost, (lost, fit)), fit);
    }
    rank.kind_asked = match wanted.query.asked {
        // It is nobody and no place, but tells of them.
        Some(Asked::Who | Asked::Where) => NEAR,
        Some(Asked::HowMany) => u8::from(!tells_a_figure(pack, id)),
        None => u8::from(of_another_sort),
        _ => 0,
    };
    if wanted.query.order.is_some() {
        ordered(&mut rank, wanted, pack[id].when.map(|when| when.first()), false);
    }
    rank
}

/// Whether a sentence holds a number, in figures or in words.
pub(super) fn tells_a_figure(pack: &Pack, id: StatementId) -> bool {
    let text = &pack[id].text;
    let is_number = |word: &str| words::is_number(word.trim_end_matches(|c: char| c.is_ascii_punctuation()));
    text.bytes().any(|b| b.is_ascii_digit()) || text.split([' ', '-']).any(is_number)
}

/// A sentence that tells all that is asked tells it of somebody.
pub(super) fn people_told_of(pack: &Pack, wanted: &Wanted, (id, met): (StatementId, &Met), gathered: &mut Gathered) {
    if wanted.query.asked != Some(Asked::Who) || met.lost > 0 {
        return;
    }
    let told = rank_of_statement(pack, wanted, (id, met), false);
    // Whoever a record tells this of is meant before.
    let rank = Rank { tier: wanted.tier(Tier::Record), kind_asked: NEAR, distance: told.distance + ABSENT, ..told };
    let ranks = gathered.ranks();
    let is_asked_for = |id: &EntityId| ranks.get(*id).kind == Kind::Person && !wanted.names(*id);
    let named = named_beside(pack, id).into_iter().filter(is_asked_for);
    pack[id].links().filter(is_asked_for).chain(named).for_each(|who| gathered.entity(who, rank, Via::Text));
}

/// Who is named in a sentence and linked by another of its passage: a name is linked where it is read first.
fn named_beside(pack: &Pack, id: StatementId) -> Vec<EntityId> {
    let text = format!(" {} ", fold(&pack[id].text));
    let others = pack.statements_of(pack[id].passage).filter(|other| *other != id);
    let mut linked: Vec<EntityId> = others.flat_map(|other| pack[other].links().collect::<Vec<_>>()).collect();
    linked.sort_unstable();
    linked.dedup();
    let is_named = |name: &str| text.contains(&format!(" {} ", fold(name).trim()));
    let names =
        |of: EntityId| pack[of].aliases.iter().map(|alias| &*alias.name).chain([&*pack[of].name]).collect::<Vec<_>>();
    linked.retain(|of| names(*of).into_iter().any(is_named));
    linked
}
