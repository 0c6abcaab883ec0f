//! The sources: what each is cited for, and how well each era is known.

/// What the list of sources shows.
#[derive(Debug, Clone, Default)]
pub struct Bibliography {}
