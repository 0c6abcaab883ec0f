//! Opening an address outside griot.

use std::io;
use std::process::{Command, Stdio};

use griot_pack::url::allowed;

/// Opens an address outside griot, without a shell and without waiting for it.
///
/// # Errors
/// When the address is refused or no opener can be started.
pub(super) fn open(address: &str) -> io::Result<()> {
    allowed(address).map_err(io::Error::other)?;
    let opener = if cfg!(target_os = "macos") { "open" } else { "xdg-open" };
    Command::new(opener).arg(address).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().map(drop)
}
