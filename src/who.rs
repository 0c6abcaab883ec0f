//! Who is who: every entity by kind, and events of one type side by side.

/// What the list of entities shows.
#[derive(Debug, Clone, Default)]
pub struct Who {}
