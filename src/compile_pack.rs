//! The build script: reads the built-in pack as any other and leaves it compiled, with the index of the search. Problems that do not keep it from being
//! read are shown as warnings of the build; the others fail it.
#![expect(clippy::print_stdout, reason = "cargo reads it")]

use std::path::Path;
use std::{env, fs};

use griot_history::compiled;
use griot_pack::pack;

fn main() -> Result<(), String> {
    println!("cargo::rerun-if-changed=assets/mali");
    println!("cargo::rerun-if-changed=src/compile_pack.rs");
    let (pack, problems) = pack::check(Path::new("assets/mali"));
    for problem in &problems.listed {
        println!("cargo::warning={problem}");
    }
    let pack = pack.ok_or("the built-in pack cannot be read")?;
    let compiled = compiled(&pack, &[]);
    let dir = env::var_os("OUT_DIR").ok_or("cargo gives no OUT_DIR")?;
    fs::write(Path::new(&dir).join("pack.bin"), compiled).map_err(|error| error.to_string())
}
