//! Time: the story scale, lanes and silences.

/// What the timeline shows.
#[derive(Debug, Clone, Default)]
pub struct Timeline {}
