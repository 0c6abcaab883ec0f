//! How much a pack may hold.

/// The most members of a list inside a record.
pub const MOST_MEMBERS: usize = 10_000;
/// The longest string, in bytes.
pub const LONGEST: usize = 1 << 20;
