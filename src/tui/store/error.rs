//! What can go wrong with what is kept, and what of it a reader is told.

use std::fmt::{self, Display, Formatter};
use std::io;
use std::path::PathBuf;

use griot_pack::clean::clean;

/// Why a file of griot’s cannot be read, written or locked.
#[derive(Debug)]
pub enum StoreError {
    /// There is no home, or nothing is to be kept.
    Nowhere,
    /// The system’s reason.
    System(io::Error),
    /// A pipe, a device, or something far too large.
    NotOurs,
    /// It holds something else than what griot writes.
    Malformed(serde_json::Error),
    /// It was written by another griot: the version found and the one that is known.
    Version(u32, u32),
    /// Another program holds the lock for longer than a change takes.
    Held(PathBuf),
}

/// What a reader is told when something is not kept or does not come back.
#[derive(Debug)]
pub enum Warning {
    /// The saved place, and whether the file was put aside.
    PlaceUnread(StoreError, bool),
    /// The place will not come back.
    PlaceNotKept(StoreError),
    /// The marks are left as they are.
    MarksUnread(StoreError),
    /// A change of marks is taken back, or lasts until griot is quit.
    MarksNotKept(StoreError),
    /// The notes are left as they are.
    NotesUnread(StoreError),
    /// A note could not be written.
    NoteNotKept(StoreError),
    /// So many changes of marks were still waiting when griot ended.
    ChangesLost(usize, StoreError),
}

impl From<io::Error> for StoreError {
    fn from(error: io::Error) -> Self {
        Self::System(error)
    }
}

impl Display for StoreError {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Nowhere => f.write_str("there is nowhere to keep them"),
            Self::System(error) => write!(f, "{error}"),
            Self::NotOurs => f.write_str("it is not a file of griot’s"),
            Self::Malformed(error) => f.write_str(&clean(&error.to_string())),
            Self::Version(found, known) => write!(f, "it is of version {found}, this griot knows {known}"),
            Self::Held(path) => write!(f, "{} is held by another program", path.display()),
        }
    }
}

impl std::error::Error for StoreError {}

impl Display for Warning {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::PlaceUnread(why, true) => {
                write!(f, "cannot read the saved place ({why}); it was set aside, and griot starts afresh")
            }
            Self::PlaceUnread(why, false) => write!(f, "cannot read the saved place: {why}"),
            Self::PlaceNotKept(why) => write!(f, "the place is not kept: {why}"),
            Self::MarksUnread(why) => write!(f, "cannot read the marks, which are left alone: {why}"),
            Self::MarksNotKept(why @ StoreError::Nowhere) => write!(f, "marks last until griot is quit: {why}"),
            Self::ChangesLost(1, why) => write!(f, "a change of the marks could not be kept: {why}"),
            Self::ChangesLost(n, why) => write!(f, "{n} changes of the marks could not be kept: {why}"),
            Self::NotesUnread(why) => write!(f, "cannot read the notes, which are left alone: {why}"),
            Self::NoteNotKept(why) => write!(f, "the note could not be kept: {why}"),
            Self::MarksNotKept(why) => write!(f, "marks are not kept: {why}"),
        }
    }
}
