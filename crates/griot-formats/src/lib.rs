//! Histories from what people have: files of other programs, read into drafts of packs.
//!
//! ```text
//! bytes ─ import ─► Draft, Report ─ folder ─► the files of a pack
//! ```
//!
//! Nothing here reads a file, writes one or asks for the time: bytes come in, a draft and a report go out, and a draft
//! becomes the texts of files.
#![deny(missing_docs)]

pub mod draft;
pub mod folder;
pub mod import;
pub mod plain;
pub mod report;
