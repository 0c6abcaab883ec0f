//! Sums of bytes: what tells files and words apart from any others, and what was written from what was changed.

use std::borrow::Cow;
use std::ops::Range;

/// How many bytes are summed up at a time: whole words.
const PART: usize = 1 << 16;

/// A sum by which a change of any byte is seen, eight bytes at a time: each step can be undone, so that what differs once
/// differs to the end.
pub(super) fn quick_sum(bytes: &[u8]) -> u64 {
    let (words, rest) = bytes.as_chunks::<8>();
    end_of_sum(words_to_sum(bytes.len() as u64, words), rest)
}

/// The same sum of bytes that are got part by part, so that few are in memory at a time.
///
/// # Errors
/// Those of getting them.
pub(super) fn quick_sum_of<'a, E>(
    place: Range<u64>,
    get: impl Fn(Range<u64>) -> Result<Cow<'a, [u8]>, E>,
) -> Result<u64, E> {
    let mut sum = place.end - place.start;
    for start in place.clone().step_by(PART) {
        let end = place.end.min(start + PART as u64);
        let part = get(start..end)?;
        let (words, rest) = part.as_chunks::<8>();
        sum = words_to_sum(sum, words);
        if end == place.end {
            return Ok(end_of_sum(sum, rest));
        }
    }
    Ok(end_of_sum(sum, &[]))
}

const fn step(sum: u64, word: u64) -> u64 {
    (sum.rotate_left(23) ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

fn words_to_sum(sum: u64, words: &[[u8; 8]]) -> u64 {
    words.iter().fold(sum, |sum, word| step(sum, u64::from_le_bytes(*word)))
}

fn end_of_sum(sum: u64, rest: &[u8]) -> u64 {
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
