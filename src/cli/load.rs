//! Which pack is read, and what is said when it cannot be.

use std::io::{self, IsTerminal, Write};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use super::args::Common;
use super::cache::Cache;
use super::output::CliError;
use super::packs;
use crate::progress::Pace;
use griot_pack::clean::{first_forbidden, visible};
use griot_pack::pack::{self, Pack, Problems, Progress, Rule, Severity};

/// The most problems that are printed before a command gives up.
const MOST: usize = 20;

/// The folder or file that was asked for by `--data`, `--pack` or `GRIOT_DATA`; none means the built-in pack.
///
/// # Errors
/// When the variable holds what cannot be shown, or there is no pack of the name.
pub fn chosen(common: &Common) -> Result<Option<PathBuf>, CliError> {
    if let Some(dir) = &common.data {
        return Ok(Some(dir.clone()));
    }
    if let Some(name) = &common.pack {
        return packs::named(name);
    }
    let Some(dir) = std::env::var_os("GRIOT_DATA").filter(|dir| !dir.is_empty()) else { return Ok(None) };
    match dir.to_str() {
        Some(text) if first_forbidden(text).is_none() => Ok(Some(PathBuf::from(dir))),
        _ => Err(CliError::usage(format!(
            "GRIOT_DATA is \"{}\", which holds a character that cannot be shown; set it to another folder",
            visible(&dir.to_string_lossy())
        ))),
    }
}

/// The pack to read, in the language that was asked for, and a warning when not all is well with it.
///
/// # Errors
/// Everything that keeps it from being read.
pub fn pack(common: &Common) -> Result<(Pack, Option<String>), CliError> {
    let (pack, warning) = in_own_language(common)?;
    Ok((translated(pack, common)?, warning))
}

fn in_own_language(common: &Common) -> Result<(Pack, Option<String>), CliError> {
    let Some(dir) = chosen(common)? else { return Ok((built_in()?, None)) };
    let cache = cache(&dir, common);
    if let Some(pack) = cache.as_ref().and_then(Cache::read).or_else(|| pack::compiled_at(&dir)) {
        return Ok((pack, None));
    }
    match watched(&dir) {
        // What would only surprise its author is told by griot check alone.
        (Some(pack), problems) if problems.errors() == 0 => {
            if let Some(cache) = cache {
                cache.keep(&pack);
                // What was kept is quicker than what it was made from, and takes up less.
                return Ok((cache.read().unwrap_or(pack), None));
            }
            Ok((pack, None))
        }
        (Some(pack), problems) => {
            let count = count(&problems);
            let warning = format!("{} has {count}; griot check {} lists them", dir.display(), quoted(&dir));
            Ok((pack, Some(warning)))
        }
        (None, problems) => Err(bad(&dir, &problems)),
    }
}

/// The pack in a folder or a file, as it is there.
///
/// # Errors
/// Everything that is wrong with it, where anything is.
pub fn at(path: &Path) -> Result<Pack, CliError> {
    match watched(path) {
        (Some(pack), problems) if problems.errors() == 0 => Ok(pack),
        (_, problems) => Err(bad(path, &problems)),
    }
}

/// The pack once more, from its files, where what was kept of it turned out to be damaged; and what is said of that.
///
/// # Errors
/// As [`pack`].
pub fn pack_anew(common: &Common) -> Result<(Pack, Option<String>), CliError> {
    forget(common)?;
    if let Some(path) = chosen(common)?.filter(|path| cache(path, common).is_none()) {
        // A compiled file has nothing beside it to be made from.
        return Ok((translated(at(&path)?, common)?, None));
    }
    let (pack, warning) = pack(common)?;
    Ok((
        pack,
        warning
            .or_else(|| Some("what was kept of the pack to open it quickly was damaged; it was made anew".to_owned())),
    ))
}

/// Keeps no longer what was kept of the pack, so that it is made anew.
///
/// # Errors
/// When no pack can be chosen.
pub(super) fn forget(common: &Common) -> Result<(), CliError> {
    if let Some(cache) = chosen(common)?.and_then(|dir| cache(&dir, common)) {
        cache.forget();
    }
    Ok(())
}

/// Where a pack is kept compiled; nowhere with `--no-state`.
fn cache(dir: &Path, common: &Common) -> Option<Cache> {
    if common.no_state { None } else { Cache::of(dir) }
}

/// Opens a pack and checks it. Where that takes long, a line on the terminal tells how far it is, and goes again.
pub fn watched(path: &Path) -> (Option<Pack>, Problems) {
    let mut line = ProgressLine::begin();
    let result = pack::check_watched(path, Some(griot_formats::import::bibliography), &mut |progress| {
        line.tell(progress);
        ControlFlow::Continue(())
    });
    line.clear();
    result
}

/// A line on the terminal that tells how far a long work is.
pub(super) struct ProgressLine {
    pace: Pace,
    shown: bool,
}

impl ProgressLine {
    pub fn begin() -> Self {
        Self { pace: Pace::begin(), shown: false }
    }

    /// A part of a file has been read, told by its name and a number.
    pub fn reading(&mut self, what: &str) {
        self.tell(Progress::Reading(what));
    }

    fn tell(&mut self, progress: Progress) {
        let Some(what) = self.pace.words(progress).filter(|_| io::stderr().is_terminal()) else { return };
        self.shown = true;
        // A terminal that takes no output is no reason to open no pack.
        let _ = write!(io::stderr(), "\r\x1b[Kgriot: {what} …");
    }

    pub fn clear(&self) {
        if self.shown {
            let _ = write!(io::stderr(), "\r\x1b[K");
        }
    }
}

/// The built-in pack.
///
/// # Errors
/// When griot was built with one that it cannot read.
pub fn built_in() -> Result<Pack, CliError> {
    let bad = |damage| format!("the built-in pack {}", Rule::Compiled(damage));
    crate::built_in::pack().map_err(|damage| CliError::pack(bad(damage)))
}

/// The pack in the language that was asked for.
///
/// # Errors
/// When it is not told in it.
fn translated(mut pack: Pack, common: &Common) -> Result<Pack, CliError> {
    let Some(code) = common.lang.as_ref().filter(|code| !pack.read_in(code)) else { return Ok(pack) };
    let languages: Vec<String> = pack.languages().iter().map(|it| it.code.to_string()).collect();
    Err(CliError::usage(format!("the pack is told in {}, not in \"{code}\"", languages.join(", "))))
}

/// `1 problem`, `12 problems and 1 warning`.
#[must_use]
pub fn count(problems: &Problems) -> String {
    let counted = |n: usize, one: &str| if n == 1 { format!("1 {one}") } else { format!("{n} {one}s") };
    let warnings = problems.warnings();
    match (problems.errors(), warnings) {
        (errors, 0) => counted(errors, "problem"),
        (0, warnings) => counted(warnings, "warning"),
        (errors, warnings) => format!("{} and {}", counted(errors, "problem"), counted(warnings, "warning")),
    }
}

fn bad(dir: &Path, problems: &Problems) -> CliError {
    let mut message = format!("{} is no pack that can be read ({}):", dir.display(), count(problems));
    // What keeps it from being read is told before what it could be read with.
    let (grave, mild): (Vec<_>, Vec<_>) =
        problems.listed.iter().partition(|problem| problem.rule.severity() == Severity::Fatal);
    for problem in grave.iter().chain(&mild).take(MOST) {
        message.push_str(&format!("\n{problem}"));
    }
    if problems.total() > MOST {
        message.push_str(&format!("\nand {} more: griot check {} tells of them", problems.total() - MOST, quoted(dir)));
    }
    CliError::pack(message)
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
    match crate::built_in::about() {
        Ok(about) => format!("griot {own}\n{}, revision {}\n", about.title, about.revision),
        Err(_) => format!("griot {own}\n"),
    }
}
