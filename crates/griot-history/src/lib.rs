//! Questions of a history and their answers, as pure functions over a pack: search, what was happening at a time, what
//! is cited where, time and space as models, and text laid out in lines of any width.
//!
//! Nothing here knows a terminal, a key or a colour: everything is told in words and in plain numbers.
#![deny(missing_docs)]

pub mod account;
pub mod card;
pub mod changes;
pub mod chronicle;
pub mod cite;
pub mod family;
mod fold;
pub mod kinds;
mod letters;
pub mod map;
pub mod offices;
mod parts;
pub mod quote;
pub mod related;
pub mod scale;
pub mod search;
pub mod sources;
mod spans;
pub mod table_row;
pub mod text;
pub mod timeline;
mod vocabulary;
pub mod who;

use griot_pack::pack::{Extras, Pack};

/// A pack in compiled form with all that takes long to make of it. The stamp says what its files looked like; it may be empty.
#[must_use]
pub fn compiled(pack: &Pack, stamp: &[u8]) -> Vec<u8> {
    let (index, scale) = (prepared(pack), timeline::model::story(pack).to_bytes());
    pack.compile_with(Extras { index: &index, scale: &scale, stamp })
}

/// The index of the search, what is related to each entity, and the spans of time: what is kept with a pack as its index.
#[must_use]
pub fn prepared(pack: &Pack) -> Vec<u8> {
    // Each goes through the whole pack, which at the first opening somebody waits for.
    let (mut index, mut others) = (parts::Written::default(), parts::Written::default());
    std::thread::scope(|scope| {
        scope.spawn(|| related::write(pack, &mut others));
        search::write(pack, &mut index);
        spans::Spans::write(pack, &mut index);
    });
    index.and(others).into_bytes()
}
