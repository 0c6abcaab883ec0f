//! What views and popups are put together from: lines to type in, lists, small pages, and the pen that paints them.

pub mod axis;
pub mod blocks;
pub mod detail;
pub mod input;
pub mod list;
pub mod pen;
