//! What a bibliography tells: sources that a text cites by key and does not tell itself.

use super::problem::Problem;
use super::raw;
use super::source::Source;

/// What a bibliography holds.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Bibliography {
    /// In the order of the file, each with a key that a pack takes.
    pub sources: Vec<Source>,
    /// What the file calls them, and which of these keys each name is for.
    pub keys: Vec<(String, String)>,
    /// What could not be read, and where, in sentences.
    pub remarks: Vec<String>,
}

/// Reads a bibliography of some name, or says why it is none: the forms of other programs are no matter of this crate.
pub type ReadBibliography = fn(name: &str, bytes: &[u8]) -> Result<Bibliography, String>;

/// The sources of one bibliography, and what a text calls them.
#[derive(Debug)]
pub(super) struct References {
    pub sources: Vec<raw::Source>,
    pub keys: Vec<(String, String)>,
}

/// What was read beside a plain file.
#[derive(Debug, Default)]
pub(super) struct Beside {
    pub references: Vec<References>,
    pub problems: Vec<Problem>,
    /// The sum of all that was read.
    pub sum: u64,
}
