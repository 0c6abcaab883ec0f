//! What files hold, read without waiting for anybody.

use std::fs::File as Opened;
use std::io::{self, BufRead, BufReader, Read};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use super::rule::Rule;

/// The largest file of a pack, in bytes.
pub(super) const LARGEST: u64 = 64 << 20;

/// Whether a file is a pack in one plain file, by its name.
#[must_use]
pub fn is_plain(path: &Path) -> bool {
    path.extension()
        .is_some_and(|extension| ["md", "markdown"].iter().any(|known| extension.eq_ignore_ascii_case(known)))
}

/// The text of a file.
pub(super) fn text_of(path: &Path) -> Result<String, Rule> {
    String::from_utf8(bytes_of(path, LARGEST)?).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        Rule::NotUtf8(error.as_bytes()[..at].iter().filter(|byte| **byte == b'\n').count() + 1)
    })
}

/// The head of a plain file, as far as it goes.
pub(super) fn head_of(path: &Path) -> Option<String> {
    let mut lines = BufReader::new(opened(path).ok()?.take(LARGEST));
    let mut head = String::new();
    let is_end = |line: &str| matches!(line.trim_end(), "---" | "...");
    while lines.read_line(&mut head).ok()? > 0 {
        let begins = head.trim_start_matches('\u{feff}').starts_with("---");
        let line = head.trim_end().rsplit('\n').next().unwrap_or_default();
        if !begins || is_end(line) && head.trim_end().contains('\n') {
            break;
        }
    }
    Some(head)
}

/// What a file holds. Nothing is waited for: neither whoever would write into a pipe, nor a device or a file of the
/// system's that gives its lines as they come.
pub(super) fn bytes_of(path: &Path, most: u64) -> Result<Vec<u8>, Rule> {
    let file = opened(path)?;
    // One that says its length need not be copied as it grows; what it says is believed no further than may be.
    let length = file.metadata().map_or(0, |about| about.len()).min(most);
    let mut bytes = Vec::with_capacity(length as usize);
    file.take(most + 1).read_to_end(&mut bytes).map_err(|error| cannot(&error))?;
    if bytes.len() as u64 > most { Err(Rule::TooLarge) } else { Ok(bytes) }
}

fn opened(path: &Path) -> Result<Opened, Rule> {
    let flags = rustix::fs::OFlags::NONBLOCK | rustix::fs::OFlags::NOCTTY;
    let file = Opened::options().read(true).custom_flags(flags.bits().cast_signed()).open(path);
    let file = file.map_err(|error| cannot(&error))?;
    // Another may have taken its place since it was looked at.
    let is_file = file.metadata().map_err(|error| cannot(&error))?.is_file();
    if is_file { Ok(file) } else { Err(Rule::NotAFile) }
}

fn cannot(error: &io::Error) -> Rule {
    match error.kind() {
        io::ErrorKind::WouldBlock => Rule::NotAFile,
        _ => Rule::CannotOpen(plain(error)),
    }
}

/// Why the system refused, in words.
pub(super) fn plain(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "there is no such file or folder".into(),
        io::ErrorKind::PermissionDenied => "permission is denied".into(),
        _ => error.to_string(),
    }
}
