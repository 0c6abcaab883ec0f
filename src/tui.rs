//! The explorer: the state, what changes it, and what paints it.
//!
//! ```text
//!  view::header ──  griot  Mali · a history     Read    Timeline    Map    Who’s who    Sources        / search  ? help
//!                  ────────────────────────────────────────────────────────────────────────────────────────────────────
//!  panes::sidebar  ▌1 Before colonization      █ │ The Moroccan invasion    ¶ 19 of 29 │ Judar Pasha  ── card::of_app
//!                     c. 10,000 BC – late 19th c.│ ┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄ │ person · commander
//!                   ▸ 1591: the Moroccan invasion│  In March 1591 the army that Judar  │
//!                   2 French colonial rule     ▂ │  Pasha led across the desert met …  │ In the same statements
//!                                                │      └ text::Layout of a text::Page │ Songhai Empire · Gao
//!  chronicle ─────  reading  Mar 1591            │        at reader.top, an Anchor     │
//!                  ────────────────────────────────────────────────────────────────────────────────────────────────────
//!  view::ribbon ──  ●─────●────╱●─●●●────────●╱──●─────●─●●─●╱───────◆──●──●╱─●─●─●────╱●──●──●───────●╱●─●──●───╱●●─●─
//!  keymap hints ──  Tab link   Enter open   K peek   ( ) date   [ ] era   / search   ? help                 1591 · 15 %
//! ```
//!
//! An event becomes an [`action::Action`] by way of the one table in [`keymap`]; [`update::update`] changes the
//! [`app::App`]; [`view::view`] paints it and cannot write. [`regions::regions`] says where everything is.

pub mod action;
pub mod app;
pub mod aside;
pub mod bibliography;
pub mod copy;
pub mod finder;
pub mod input;
pub mod key;
pub mod keymap;
pub mod list;
pub mod map;
pub mod panes;
pub mod reader;
pub mod regions;
pub mod store;
pub mod terminal;
pub mod theme;
pub mod timeline;
pub mod update;
pub mod view;
pub mod who;
