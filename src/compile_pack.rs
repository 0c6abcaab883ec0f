//! The build script: reads the built-in pack with griot's own loader and leaves it in the form that starts without
//! parsing. Problems that do not keep the pack from being read are shown as warnings of the build.
#![expect(dead_code, unused_imports, clippy::pedantic, reason = "only the loader is used here; it is linted in griot")]
#![expect(clippy::print_stdout, reason = "cargo reads it")]

mod clean;
mod pack;
mod url;
mod when;

use std::path::Path;
use std::{env, fs};

/// There is none yet while it is being made.
const COMPILED: &[u8] = &[];

fn main() -> Result<(), String> {
    println!("cargo::rerun-if-changed=src/compile_pack.rs");
    let (pack, problems) = pack::embedded_checked();
    for problem in &problems {
        println!("cargo::warning={problem}");
    }
    let pack = pack.ok_or("the built-in pack cannot be read")?;
    let bytes = pack.compile().map_err(|error| error.to_string())?;
    let dir = env::var_os("OUT_DIR").ok_or("cargo gives no OUT_DIR")?;
    fs::write(Path::new(&dir).join("pack.bin"), bytes).map_err(|error| error.to_string())
}
