//! Ids: positions in the lists of a pack.

macro_rules! ids {
    ($($id:ident, $doc:literal;)*) => {$(
        #[doc = $doc]
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $id(pub(super) u32);

        impl $id {
            /// Its position in the order of the pack, from 0.
            #[must_use]
            pub const fn index(self) -> usize {
                self.0 as usize
            }

            pub(super) const fn new(index: usize) -> Self {
                Self(index as u32)
            }
        }
    )*};
}

ids! {
    EraId, "An era of the pack that made the id.";
    ChapterId, "A chapter of the pack that made the id.";
    PassageId, "A passage or plate of the pack that made the id.";
    StatementId, "A statement of the pack that made the id.";
    EntityId, "An entity of the pack that made the id.";
    SourceId, "A source of the pack that made the id.";
    NoteId, "A footnote of the pack that made the id.";
}

impl NoteId {
    /// The number printed beside the text.
    #[must_use]
    pub const fn number(self) -> u32 {
        self.0 + 1
    }
}
