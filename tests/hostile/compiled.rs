//! Compiled packs that somebody has changed, and made to look as if nobody had.

use griot_pack::pack::{self, Compiled};
use proptest::prelude::*;

use super::limits::use_it;
use super::small::{files, write};

/// Where the sum stands in the head.
const SUM: std::ops::Range<usize> = 20..28;

/// The bytes with the sum that they ought to have.
fn summed(mut bytes: Vec<u8>) -> Vec<u8> {
    let others = bytes[..SUM.start].iter().chain(&bytes[SUM.end..]);
    let sum = others.fold(0xcbf2_9ce4_8422_2325u64, |sum, byte| (sum ^ u64::from(*byte)).wrapping_mul(0x100_0000_01b3));
    bytes[SUM].copy_from_slice(&sum.to_le_bytes());
    bytes
}

fn whole() -> Vec<u8> {
    pack::open(write(&files()).path()).unwrap().compile()
}

#[test]
fn a_compiled_pack_is_the_pack_it_was_made_from() {
    let dir = write(&files());
    let made = pack::open(dir.path()).unwrap();
    let bytes = made.compile();
    assert_eq!(summed(bytes.clone()), bytes, "the sum is of all the other bytes");
    let compiled = Compiled::from_file(&bytes).unwrap();
    assert_eq!(compiled.hash(), made.hash());
    assert_eq!(compiled.about().unwrap(), made.about);
    assert!(compiled.pack().unwrap() == made);
    let file = dir.path().join("compiled");
    std::fs::write(&file, bytes).unwrap();
    assert!(pack::open(&file).unwrap() == made);
}

#[test]
fn the_hash_tells_packs_apart_by_every_file() {
    let hash = |files: &super::Files| pack::open(write(files).path()).unwrap().hash();
    let first = hash(&files());
    for (name, text) in files() {
        let mut changed = files();
        changed.insert(name, format!("{text} "));
        assert_ne!(hash(&changed), first, "{name}");
    }
    assert_eq!(hash(&files()), first);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_forged_pack_is_refused_or_can_be_used(edits in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4)) {
        let mut bytes = whole();
        for (at, byte) in edits {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if let Ok(pack) = Compiled::from_file(&summed(bytes)).and_then(|compiled| compiled.pack()) {
            use_it(pack);
        }
    }

    #[test]
    fn bytes_of_any_kind_are_no_pack(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        prop_assert!(Compiled::from_file(&bytes).is_err());
    }
}
