//! Histories from what people have, and to where they need them: files of other programs, read into drafts of packs, and
//! packs in the forms that other programs read.
//!
//! ```text
//! bytes ─ import ─► Draft, Report ─ folder ─► the files of a pack
//! Pack ─ export ─► text, and what the form could not say
//! ```
//!
//! Nothing here reads a file, writes one or asks for the time: bytes come in, a draft and a report go out, and a draft
//! or a pack becomes the texts of files.
#![deny(missing_docs)]

pub mod dated;
pub mod draft;
pub mod export;
pub mod folder;
pub mod import;
pub mod plain;
pub mod report;
