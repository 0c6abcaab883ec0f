//! Questions of a history and their answers, as pure functions over a pack: search, what was happening at a time, what
//! is cited where, time and space as models, and text laid out in lines of any width.
//!
//! Nothing here knows a terminal, a key or a colour: everything is told in words and in plain numbers.
#![deny(missing_docs)]

pub mod account;
pub mod card;
pub mod chronicle;
pub mod cite;
pub mod kinds;
pub mod map;
pub mod namesakes;
pub mod offices;
pub mod quote;
pub mod scale;
pub mod search;
pub mod sources;
pub mod table_row;
pub mod text;
pub mod timeline;
pub mod who;
