//! Who founded a state of which no record says so: whoever was the first to rule it, from its beginning.

use griot_pack::pack::{EntityId, Kind, Pack};

use super::alike::say_the_same;
use super::answer::Via;
use super::docs::Role;
use super::gathered::Gathered;
use super::names::Names;
use super::query::{Does, Query, Token};
use super::rank::{Rank, Tier};
use super::words::Asked;
use crate::offices;

/// Whoever came to rule later than this many years after the beginning of a state may have had others before them.
const AT_ONCE: f64 = 5.0;

/// Gathers the first ruler of the state whose founder is asked for, unless somebody is told to have founded it.
pub(super) fn gather(pack: &Pack, names: &Names, query: &Query, gathered: &mut Gathered) {
    if query.asked != Some(Asked::Who) || query.when.is_some() || gathered.tells_of_somebody(pack) {
        return;
    }
    let said = || query.tokens.iter().filter(|token| token.does == Does::Say);
    if !said().any(is_founding) {
        return;
    }
    let name = |word: fn(&Token) -> &str| {
        let words: Vec<&str> = said().filter(|token| !is_founding(token)).map(word).collect();
        words.join(" ")
    };
    let named = [name(|token| &token.text), name(Token::word)].into_iter().flat_map(|name| names.in_full(pack, &name));
    for (holder, at) in named.filter_map(|state| first_ruler(pack, state)) {
        gathered.entity(holder, Rank::of(Tier::Role), Via::Role(Role::Office(holder, at)));
    }
}

fn is_founding(token: &Token) -> bool {
    say_the_same(token.word(), "found")
}

fn first_ruler(pack: &Pack, state: EntityId) -> Option<(EntityId, usize)> {
    let began = pack[state].when.filter(|_| pack[state].kind == Kind::Polity)?.first();
    let ruled = offices::held_in(pack, state).into_iter().filter(|(id, at)| {
        let office = &pack[*id].offices[*at];
        office.head && office.when.is_some()
    });
    let first = ruled.into_iter().next()?;
    let came = pack[first.0].offices[first.1].when?.first();
    ((came.years() - began.years()).abs() <= AT_ONCE).then_some(first)
}
