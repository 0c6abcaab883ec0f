//! The command line, from outside: what it prints, what it says, and how it ends.

#[path = "cli/asked.rs"]
mod asked;
#[path = "cli/bibliography.rs"]
mod bibliography;
#[path = "cli/cache.rs"]
mod cache;
#[path = "cli/check.rs"]
mod check;
#[path = "cli/config.rs"]
mod config;
#[path = "cli/export.rs"]
mod export;
#[path = "cli/hostile.rs"]
mod hostile;
#[path = "cli/import.rs"]
mod import;
#[path = "cli/json.rs"]
mod json;
#[path = "cli/lists.rs"]
mod lists;
#[path = "cli/output.rs"]
mod output;
#[path = "cli/packs.rs"]
mod packs;
#[path = "cli/run.rs"]
mod run;
#[path = "cli/status.rs"]
mod status;
