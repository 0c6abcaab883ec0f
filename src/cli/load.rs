//! Which pack is read, and what is said when it cannot be.

use std::path::{Path, PathBuf};

use super::args::Common;
use super::outcome::Failure;
use crate::clean::{is_forbidden, visible};
use crate::pack::{self, Pack, Problem};

/// The most problems that are printed before a command gives up.
const MOST: usize = 20;

/// The folder that was asked for by `--data` or `GRIOT_DATA`; none means the built-in pack.
///
/// # Errors
/// When the variable holds what cannot be shown.
pub fn chosen(common: &Common) -> Result<Option<PathBuf>, Failure> {
    if let Some(dir) = &common.data {
        return Ok(Some(dir.clone()));
    }
    let Some(dir) = std::env::var_os("GRIOT_DATA").filter(|dir| !dir.is_empty()) else { return Ok(None) };
    match dir.to_str() {
        Some(text) if !text.chars().any(is_forbidden) => Ok(Some(PathBuf::from(dir))),
        _ => Err(Failure::usage(format!(
            "GRIOT_DATA is \"{}\", which holds a character that cannot be shown; set it to another folder",
            visible(&dir.to_string_lossy())
        ))),
    }
}

/// The pack to read, and a warning when not all is well with it.
///
/// # Errors
/// Everything that keeps it from being read.
pub fn pack(common: &Common) -> Result<(Pack, Option<String>), Failure> {
    let Some(dir) = chosen(common)? else {
        let pack = crate::built_in::pack().map_err(|problems| bad(Path::new("the built-in pack"), &problems))?;
        return Ok((pack, None));
    };
    match pack::check_dir(&dir) {
        (Some(pack), problems) if problems.is_empty() => Ok((pack, None)),
        (Some(pack), problems) => {
            let count = count(problems.len());
            let warning = format!("{} has {count}; griot check {} lists them", dir.display(), quoted(&dir));
            Ok((pack, Some(warning)))
        }
        (None, problems) => Err(bad(&dir, &problems)),
    }
}

/// `1 problem`, `12 problems`.
#[must_use]
pub fn count(problems: usize) -> String {
    if problems == 1 { "1 problem".into() } else { format!("{problems} problems") }
}

fn bad(dir: &Path, problems: &[Problem]) -> Failure {
    let mut message = format!("{} is no pack that can be read ({}):", dir.display(), count(problems.len()));
    for problem in problems.iter().take(MOST) {
        message.push_str(&format!("\n{problem}"));
    }
    if problems.len() > MOST {
        message.push_str(&format!("\nand {} more: griot check {} lists them all", problems.len() - MOST, quoted(dir)));
    }
    Failure::pack(message)
}

/// The path as a shell would take it back.
fn quoted(dir: &Path) -> String {
    let text = dir.display().to_string();
    let plain = |c: char| c.is_alphanumeric() || "/._-+@~".contains(c);
    if text.chars().all(plain) { text } else { format!("'{}'", text.replace('\'', "'\\''")) }
}

/// The program's version and that of the built-in pack.
#[must_use]
pub fn version() -> String {
    let own = env!("CARGO_PKG_VERSION");
    match crate::built_in::pack() {
        Ok(pack) => format!("griot {own}\n{}, revision {}\n", pack.about.title, pack.about.revision),
        Err(_) => format!("griot {own}\n"),
    }
}
