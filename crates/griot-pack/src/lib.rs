//! The history of one country as immutable, indexed data: dates, the data model, reading, checking and compiling it.
//!
//! Nothing here asks questions of a history or shows it.
#![deny(missing_docs)]

pub mod clean;
pub mod digits;
pub mod glyphs;
pub mod order;
pub mod pack;
pub mod url;
pub mod when;
