//! What others have made of a pack, and keep with it.

use super::pages::Pages;
use super::stored::Stored;

/// What others have made of a pack to be quick. It is no part of what the pack says: two packs that say the same are equal.
#[derive(Debug, Default, Clone)]
pub(super) struct Prepared {
    pub index: Option<Pages>,
    pub scale: Option<Stored>,
}

impl PartialEq for Prepared {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}
