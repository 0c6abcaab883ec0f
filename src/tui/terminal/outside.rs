//! Opening a URL outside griot.

use std::io;
use std::process::{Command, Stdio};

use griot_pack::url::allowed;

/// Opens a URL outside griot, without a shell and without waiting for it.
///
/// # Errors
/// When the URL is refused or no opener can be started.
pub(super) fn open(url: &str) -> io::Result<()> {
    allowed(url).map_err(io::Error::other)?;
    let opener = if cfg!(target_os = "macos") { "open" } else { "xdg-open" };
    Command::new(opener).arg(url).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().map(drop)
}
