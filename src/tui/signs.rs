//! The signs of the reading view. What paints them and the legend that explains them both ask here.

/// In the margin: the statement that was gone to.
pub const CURRENT: &str = "▎";
/// In the margin: where the page ended that was turned.
pub const ENDED: &str = "▸";
/// In the margin: a place that is marked.
pub const MARK: &str = "★";
/// In the margin: a statement that the reader has written a note on.
pub const NOTE: &str = "✎";
/// In the trust margin: a statement that rests on copies of Wikipedia alone.
pub const WIKI: &str = "w";
