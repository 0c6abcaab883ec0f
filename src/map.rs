//! Space: projection, labels and the words for where a place lies.

/// What the map shows.
#[derive(Debug, Clone, Default)]
pub struct Map {}
