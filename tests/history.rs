//! What questions of the built-in pack answer with.
#![allow(clippy::unwrap_used, clippy::panic, clippy::allow_attributes, reason = "tests fail by panicking")]

#[path = "history/search/mod.rs"]
mod search;
#[path = "history/text.rs"]
mod text;
#[path = "history/timeline.rs"]
mod timeline;
