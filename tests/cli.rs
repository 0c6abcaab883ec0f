//! The command line, from outside: what it prints, what it says, and how it ends.

#[path = "cli/check.rs"]
mod check;
#[path = "cli/hostile.rs"]
mod hostile;
#[path = "cli/import.rs"]
mod import;
#[path = "cli/json.rs"]
mod json;
#[path = "cli/output.rs"]
mod output;
#[path = "cli/run.rs"]
mod run;
#[path = "cli/status.rs"]
mod status;
