//! Time: every dated statement, event, polity and office in one order, and the lanes above them.

pub mod copy;
mod eras;
pub mod filter;
mod groups;
pub mod lanes;
pub mod model;
pub mod rows;
mod shown;
pub mod silence;

pub use eras::{EraMark, eras};
pub use groups::event_told_by;
pub use model::{Model, Row, What, telling};
pub use shown::Shown;
