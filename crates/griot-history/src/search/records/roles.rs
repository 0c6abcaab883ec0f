//! Who held what is asked for, or played the part.

use std::collections::BTreeMap;

use griot_pack::pack::{EntityId, Kind, Pack};
use griot_pack::when::When;

use super::entities::OTHER;
use super::met::Met;
use super::{Wanted, ordered, rank};
use crate::fold::fold;
use crate::search::answer::Via;
use crate::search::docs::{Doc, Docs, Role};
use crate::search::gathered::Gathered;
use crate::search::rank::Tier;
use crate::search::reach::Reach;
use crate::search::terms::Term;
use crate::search::times;
use crate::search::words::Asked;

/// How well the time of an office that is asked for by its title answers, of each that held it: whoever was president
/// later was none in 1985, though already born.
pub(super) fn held(
    pack: &Pack,
    docs: &Docs,
    (met, wanted, when): (&[(usize, Met)], &Wanted, &When),
    gathered: &Gathered,
) -> BTreeMap<EntityId, (u16, u16)> {
    let (mut held_then, mut holders) = (false, Vec::new());
    let mut best = BTreeMap::new();
    let roles = met.iter().filter(|(doc, met)| *doc >= docs.first_role() && met.lost == 0 && met.sort);
    for (doc, _) in roles {
        let Some(Doc::Role(Role::Office(holder, at))) = docs.get(pack, *doc) else { continue };
        // Of other times it matters only for whoever was found.
        if !wanted.may_have_held(holder) && !gathered.holds(holder) {
            continue;
        }
        let office = &pack[holder].offices[at];
        let Some(own) = office.when else { continue };
        let fit = times::date(&own, when);
        held_then |= fit.0 == 0;
        holders.push(holder);
        best.entry(holder).and_modify(|old: &mut (u16, u16)| *old = fit.min(*old)).or_insert(fit);
    }
    if held_then {
        // Where somebody held it then, whoever is only called so in passing held another office, at another time.
        for (doc, _) in met.iter().filter(|(_, met)| met.lost == 0) {
            let Some(Doc::Entity(id)) = docs.get(pack, *doc) else { continue };
            if pack[id].kind == Kind::Person && !holders.contains(&id) {
                best.entry(id).or_insert((times::LOST, u16::MAX));
            }
        }
    }
    best
}

/// A role, as its bearer.
pub(super) fn role(pack: &Pack, wanted: &Wanted, (role, met): (Role, &Met), gathered: &mut Gathered) {
    let query = wanted.query;
    let (bearer, title, when, ruled) = match role {
        Role::Office(holder, at) => {
            let office = &pack[holder].offices[at];
            (holder, office.title.as_str(), office.when, office.head)
        }
        Role::Part(event, at) => {
            let (who, part) = &pack[event].who[at];
            (*who, part.as_deref().unwrap_or_default(), pack[event].when, false)
        }
    };
    let part = matches!(role, Role::Part(..));
    let asks = query.asked == Some(Asked::Who) || !part && (query.when.is_some() || query.order.is_some());
    // Parts are told by their events, but for those who ask for somebody.
    if part && query.asked != Some(Asked::Who) || !met.sort {
        return;
    }
    let mut rank = rank(met, wanted.tier(if asks { Tier::Role } else { Tier::Record }));
    if query.asked == Some(Asked::Who) && wanted.terms.len() > 1 && wanted.names(bearer) {
        // Whoever is named in the question is not the one who is asked for.
        (rank.tier, rank.kind_asked) = (Tier::Record, OTHER);
    }
    let longer = longer(&fold(title), wanted.terms);
    // A title is no nearer because its holder is called by it.
    rank.distance = rank.distance.max(wanted.terms.len() as u16);
    rank.distance += longer as u16 + u16::from(!ruled);
    if let Some(asked) = &query.when {
        let (lost, fit) = when.map_or((times::LOST, u16::MAX), |own| times::date(&own, asked));
        rank.lost += lost;
        rank.date = if lost == 0 { 0 } else { fit };
    }
    ordered(&mut rank, wanted, when.map(|when| when.first()), true);
    gathered.lacking(bearer, (rank, Via::Role(role)), met.lacks);
}

/// By how many words, three at most, a title is longer than what is asked for. Where not a title is asked for but what its
/// bearer is, as head of state, none is too long.
fn longer(title: &str, terms: &[Term]) -> usize {
    /// So many letters of a word are the same in all its forms: of `ruled` and `ruler`.
    const FORM: usize = 4;
    let words =
        |text: &str| text.split([' ', '-']).map(|word| word.chars().take(FORM).collect()).collect::<Vec<String>>();
    let (of_title, mut asked) = (words(title), terms.iter().flat_map(|term| words(&term.text)));
    let asks_for_title = asked.any(|word| of_title.contains(&word));
    if asks_for_title { of_title.len().saturating_sub(terms.len()).min(3) } else { 0 }
}

/// Whether a term is the title of an office.
pub(in crate::search) fn names_an_office(pack: &Pack, docs: &Docs, term: &Term) -> bool {
    let reach = Reach::of(term, docs);
    let mut roles = reach.near().iter().filter(|(doc, near)| near.sort && *doc >= docs.first_role());
    roles.any(|(doc, _)| matches!(docs.get(pack, *doc), Some(Doc::Role(Role::Office(..)))))
}
