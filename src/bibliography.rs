//! The sources: what each is cited for, and how well each era is known.

use crate::pack::SourceId;

/// What the list of sources shows.
#[derive(Debug, Clone, Default)]
pub struct Bibliography {
    /// The chosen source.
    pub source: Option<SourceId>,
}
