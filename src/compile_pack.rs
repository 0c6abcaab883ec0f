//! The build script: reads the built-in pack as any other and leaves it in the form that starts without parsing.
//! Problems that do not keep the pack from being read are shown as warnings of the build.
#![expect(clippy::print_stdout, reason = "cargo reads it")]

use std::path::Path;
use std::{env, fs};

use griot_pack::pack;

fn main() -> Result<(), String> {
    println!("cargo::rerun-if-changed=assets");
    println!("cargo::rerun-if-changed=src/compile_pack.rs");
    let (pack, problems) = pack::check_dir(Path::new("assets/mali"));
    for problem in &problems {
        println!("cargo::warning={problem}");
    }
    let pack = pack.ok_or("the built-in pack cannot be read")?;
    let bytes = pack.compile().map_err(|error| error.to_string())?;
    let dir = env::var_os("OUT_DIR").ok_or("cargo gives no OUT_DIR")?;
    fs::write(Path::new(&dir).join("pack.bin"), bytes).map_err(|error| error.to_string())
}
