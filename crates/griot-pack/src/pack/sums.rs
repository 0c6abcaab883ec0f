//! Sums of bytes: what tells files and words apart from any others, and what was written from what was changed.

/// A sum by which a change of any byte is seen, eight bytes at a time: each step can be undone, so that what differs once
/// differs to the end.
pub(super) fn quick_sum(bytes: &[u8]) -> u64 {
    const ODD: u64 = 0x9e37_79b9_7f4a_7c15;
    let step = |sum: u64, word: u64| (sum.rotate_left(23) ^ word).wrapping_mul(ODD);
    let (words, rest) = bytes.as_chunks::<8>();
    let sum = words.iter().fold(bytes.len() as u64, |sum, word| step(sum, u64::from_le_bytes(*word)));
    let mut last = [0; 8];
    last[..rest.len()].copy_from_slice(rest);
    let sum = step(sum, u64::from_le_bytes(last));
    sum ^ (sum >> 29)
}

/// The sum of bytes by which a change of any of them is seen: FNV-1a of 64 bits.
pub(super) fn sum(bytes: &[u8]) -> u64 {
    add_to_sum(0xcbf2_9ce4_8422_2325, bytes)
}

/// The sum after further bytes.
pub(super) fn add_to_sum(sum: u64, bytes: &[u8]) -> u64 {
    bytes.iter().fold(sum, |sum, byte| (sum ^ u64::from(*byte)).wrapping_mul(0x100_0000_01b3))
}
