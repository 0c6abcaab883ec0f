//! griot: a history explorer for the terminal.

pub mod built_in;
pub mod cli;
mod clock;
mod formats;
mod place;
mod progress;
pub mod tui;
