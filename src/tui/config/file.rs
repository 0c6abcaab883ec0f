//! The file on disk.

use std::fs::File;
use std::io::{self, Read};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

use etcetera::BaseStrategy;

use super::NAME;

/// A larger file is none that anybody wrote by hand.
const LARGEST: u64 = 256 << 10;

/// Where the XDG rules have the file.
pub(super) fn place() -> Option<PathBuf> {
    let folder = etcetera::choose_base_strategy().ok()?.config_dir();
    folder.is_absolute().then(|| folder.join("griot").join(NAME))
}

/// The text of the file; nothing where there is none.
///
/// # Errors
/// Why it cannot be read, as it follows its name.
pub(super) fn read(path: &Path) -> Result<Option<String>, String> {
    // Neither a pipe nor a device is waited for.
    let flags = rustix::fs::OFlags::NONBLOCK | rustix::fs::OFlags::NOCTTY;
    let file = match File::options().read(true).custom_flags(flags.bits().cast_signed()).open(path) {
        Ok(file) => file,
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {
            return Ok(None);
        }
        Err(error) => return Err(format!("cannot be opened: {error}")),
    };
    let why = |error: io::Error| format!("cannot be read: {error}");
    if !file.metadata().map_err(why)?.is_file() {
        return Err("is no file that holds a text".to_owned());
    }
    let mut bytes = Vec::new();
    file.take(LARGEST + 1).read_to_end(&mut bytes).map_err(why)?;
    if bytes.len() as u64 > LARGEST {
        return Err(format!("is larger than {} KiB, and none of it is read", LARGEST >> 10));
    }
    let text = String::from_utf8(bytes).map_err(|error| {
        let valid = &error.as_bytes()[..error.utf8_error().valid_up_to()];
        let line = valid.iter().filter(|byte| **byte == b'\n').count() + 1;
        format!("is not UTF-8 in line {line}, and none of it is read")
    })?;
    Ok(Some(text))
}
