//! What is asked of whatever comes from a file that may have been made to do harm: that it leads somewhere, and can be shown.

/// How many there are of what ids and ranges lead to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Bounds {
    pub eras: usize,
    pub chapters: usize,
    pub passages: usize,
    pub statements: usize,
    pub entities: usize,
    pub sources: usize,
    pub notes: usize,
}

impl Bounds {
    /// Whether a blank record leads somewhere as well.
    pub const fn are_sound(&self) -> bool {
        self.eras > 0
            && self.chapters > 0
            && self.passages > 0
            && self.statements > 0
            && (self.notes == 0 || self.sources > 0)
    }
}

/// What may have been made to do harm.
pub(super) trait Sound {
    /// Whether it leads nowhere but into a pack of this size, and its text does not act on a terminal.
    fn is_sound(&self, within: &Bounds) -> bool;
}
