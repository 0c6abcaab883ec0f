//! The explorer: the state, what changes it, and what paints it.
//!
//! ```text
//!  header ────────  griot  Mali · a history     Read    Timeline    Map    Who’s who    Sources        / search  ? help
//!                  ────────────────────────────────────────────────────────────────────────────────────────────────────
//!  read::sidebar    ▌1 Precolonial Mali        █ │ The Moroccan invasion    ¶ 19 of 29 │ Judar Pasha  ── the detail of
//!                     c. 10,000 BC – late 19th c.│ ┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄ │ person · commander  the subject
//!                   ▸ 1591: the Moroccan invasion│  In March 1591 the army that Judar  │                     at hand
//!                   2 French colonial rule     ▂ │  Pasha led across the desert met …  │ In the same statements
//!                                                │      └ text::Layout of a text::Page │ Songhai Empire · Gao
//!  chronicle ─────  reading  Mar 1591            │        at reader.top, an Anchor     │
//!                  ────────────────────────────────────────────────────────────────────────────────────────────────────
//!  widgets::axis ─  ●─────●────╱●─●●●────────●╱──●─────●─●●─●╱───────◆──●──●╱─●─●─●────╱●──●──●───────●╱●─●──●───╱●●─●─
//!  keymap hints ──  Tab link   Enter open   K peek   ( ) date   [ ] era   / search   ? help                 1591 · 15 %
//! ```
//!
//! An event becomes an [`action::Action`] by way of the [`keymap::Keymap`]; [`app::App::update`] changes the state, with
//! the view on the screen or what lies on top of it; [`frame::paint`] paints it and cannot write. [`layout::regions`]
//! says where everything is.

pub mod action;
pub mod app;
pub mod browser;
pub mod commands;
pub mod config;
pub mod frame;
pub mod header;
pub mod held;
pub mod key;
pub mod keymap;
pub mod layout;
pub mod overlays;
pub mod reader;
pub mod screens;
pub mod settings;
pub mod shared;
pub mod signs;
pub mod store;
pub mod subject;
pub mod svg;
pub mod terminal;
pub mod theme;
pub mod travel;
pub mod views;
pub mod widgets;
