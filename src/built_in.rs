//! The built-in pack: Mali, in the form that `src/compile_pack.rs` writes when griot is built.

use griot_pack::pack::{Pack, Problem};

const COMPILED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/pack.bin"));

/// The built-in pack.
///
/// # Errors
/// When it was built into this program in a form that the program cannot read.
pub fn pack() -> Result<Pack, Vec<Problem>> {
    let damaged = || Problem::of_file("pack.bin", "is not in the form that this program reads; build griot anew");
    Pack::from_compiled(COMPILED).ok_or_else(|| vec![damaged()])
}

/// The built-in pack, and what is wrong with it: its files were checked when griot was built.
#[must_use]
pub fn checked() -> (Option<Pack>, Vec<Problem>) {
    pack().map_or_else(|problems| (None, problems), |pack| (Some(pack), Vec::new()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn damage_is_seen() {
        assert!(Pack::from_compiled(COMPILED).is_some());
        assert!(Pack::from_compiled(&COMPILED[..COMPILED.len() / 2]).is_none());
        assert!(Pack::from_compiled(&[]).is_none());
    }
}
