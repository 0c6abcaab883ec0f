//! The built-in pack: Mali, in the form that `src/compile_pack.rs` writes when griot is built.

use griot_pack::pack::{About, Compiled, Damage, Pack};

const COMPILED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/pack.bin"));

/// The built-in pack.
///
/// # Errors
/// When it was built into this program in a form that the program cannot read.
pub fn pack() -> Result<Pack, Damage> {
    Compiled::built_in(COMPILED)?.pack()
}

/// What the built-in pack says of itself, without the pack.
///
/// # Errors
/// As [`pack`].
pub fn about() -> Result<About, Damage> {
    Compiled::built_in(COMPILED)?.about()
}
