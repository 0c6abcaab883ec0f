//! The timeline and the ribbon through the whole program: keys, mouse, any pack, and how they look.
#![allow(clippy::unwrap_used, clippy::panic, clippy::allow_attributes, reason = "tests fail by panicking")]

mod common;
#[path = "timeline/looks.rs"]
mod looks;
#[path = "timeline/moves.rs"]
mod moves;
#[path = "timeline/packs.rs"]
mod packs;
