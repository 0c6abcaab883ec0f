//! How much a pack may hold.

/// The most entities, sources or statements of a pack.
pub const MOST_RECORDS: usize = 100_000;
/// The most members of a list inside a record.
pub const MOST_MEMBERS: usize = 10_000;
/// The longest string, in bytes.
pub const LONGEST: usize = 1 << 20;
