//! Compiled packs that somebody has changed, and made to look as if nobody had.

use griot_pack::pack::{self, Compiled};
use proptest::prelude::*;

use super::limits::use_it;
use super::small::{files, write};

/// Where the sum stands in the head.
const SUM: std::ops::Range<usize> = 20..28;

/// The sum of a compiled pack, written a second time: whoever wants to do harm can do so too.
fn quick_sum(bytes: &[u8]) -> u64 {
    let step = |sum: u64, word: u64| (sum.rotate_left(23) ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let mut padded = bytes.to_vec();
    padded.resize(bytes.len() / 8 * 8 + 8, 0);
    let words = padded.chunks(8).map(|word| u64::from_le_bytes(word.try_into().unwrap()));
    let sum = words.fold(bytes.len() as u64, step);
    sum ^ (sum >> 29)
}

/// The bytes with the sum that they ought to have.
fn summed(mut bytes: Vec<u8>) -> Vec<u8> {
    let sum = quick_sum(&bytes[..SUM.start]) ^ quick_sum(&bytes[SUM.end..]);
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
    let compiled = Compiled::from_bytes(bytes.clone()).unwrap();
    assert_eq!(compiled.hash(), made.hash());
    assert_eq!(compiled.about().unwrap(), made.about);
    assert!(compiled.pack().unwrap() == made);
    let file = dir.path().join("compiled");
    std::fs::write(&file, bytes).unwrap();
    assert!(pack::open(&file).unwrap() == made);
}

#[test]
fn a_forged_pack_that_opens_is_found_out_when_all_of_it_is_read() {
    let bytes = whole();
    let opened = |bytes| Compiled::from_bytes(bytes).and_then(|compiled| compiled.pack());
    let made = opened(bytes.clone()).unwrap();
    assert!(made.is_whole() && pack::damage_of(&made, "x".as_ref()).is_none());
    let forged = (60..bytes.len()).filter_map(|at| {
        let mut bytes = bytes.clone();
        bytes[at] = 0xff;
        opened(summed(bytes)).ok()
    });
    let found = forged.filter(|pack| pack::damage_of(pack, "x".as_ref()).is_some()).count();
    assert!(found > 100, "{found}");
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
        if let Ok(pack) = Compiled::from_bytes(summed(bytes)).and_then(|compiled| compiled.pack()) {
            use_it(pack);
        }
    }

    #[test]
    fn bytes_of_any_kind_are_no_pack(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        prop_assert!(Compiled::from_bytes(bytes.clone()).is_err());
    }
}
