//! Histories from what people have: files of other programs, read into drafts of packs.
//!
//! Nothing here reads a file, writes one or asks for the time: bytes come in, a draft and a report go out.
#![deny(missing_docs)]
