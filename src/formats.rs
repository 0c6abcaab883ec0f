//! The forms that other programs read.

pub mod export;
pub mod json;
