//! The versions of a pack's two forms.

/// The version of the format that is written today; older ones are read.
pub const FORMAT: u32 = 2;

/// The version of the compiled form: another where anything in a section is written otherwise.
pub const COMPILED: u32 = 11;
