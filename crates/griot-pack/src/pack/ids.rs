//! Ids: positions in the lists of a pack.

use std::ops::Index;

use super::{Chapter, Entity, Era, Note, Pack, Passage, Source, Statement};

macro_rules! ids {
    ($($id:ident, $field:ident, $of:ty, $doc:literal;)*) => {$(
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

        impl Index<$id> for Pack {
            type Output = $of;

            fn index(&self, id: $id) -> &$of {
                &self.$field[id.index()]
            }
        }
    )*};
}

ids! {
    EraId, eras, Era, "An era of the pack that made the id.";
    ChapterId, chapters, Chapter, "A chapter of the pack that made the id.";
    PassageId, passages, Passage, "A passage or plate of the pack that made the id.";
    StatementId, statements, Statement, "A statement of the pack that made the id.";
    EntityId, entities, Entity, "An entity of the pack that made the id.";
    SourceId, sources, Source, "A source of the pack that made the id.";
    NoteId, notes, Note, "A footnote of the pack that made the id.";
}

impl NoteId {
    /// The number printed beside the text.
    #[must_use]
    pub const fn number(self) -> u32 {
        self.0 + 1
    }
}
