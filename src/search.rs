mod fold;
pub use fold::{fold, fold_with_places};
