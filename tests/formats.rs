//! Every form that leaves griot, read back by a reader that is not griot's: all sources and every statement.
#![allow(clippy::unwrap_used, clippy::panic, clippy::allow_attributes, reason = "tests fail by panicking")]

#[path = "formats/citations.rs"]
mod citations;
#[path = "formats/markdown.rs"]
mod markdown;
#[path = "formats/packs.rs"]
mod packs;
#[path = "formats/tables.rs"]
mod tables;

use assert_cmd::Command;
use griot_pack::pack::Pack;

fn pack() -> Pack {
    griot::built_in::pack().unwrap()
}

/// What griot prints, without looking at what is kept anywhere.
fn printed(args: &[&str]) -> String {
    let output = Command::cargo_bin("griot").unwrap().arg("--no-state").args(args).output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}
