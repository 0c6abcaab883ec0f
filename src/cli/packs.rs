//! The packs of the data folder, by their names.

use std::fs;
use std::path::{Path, PathBuf};

use etcetera::BaseStrategy;

use super::output::CliError;
use crate::tui::store::NOTES;
use griot_pack::pack;

/// What is listed instead of a path for the pack that every griot has.
pub(super) const BUILT_IN: &str = "built-in";

/// A pack that can be called by its name.
pub(super) struct Kept {
    pub name: String,
    pub path: PathBuf,
}

/// The folder in which packs are looked for.
pub(super) fn folder() -> Option<PathBuf> {
    Some(etcetera::choose_base_strategy().ok()?.data_dir().join("griot"))
}

/// The packs of the folder, by name: folders with a `pack.json`, plain files, compiled ones. Where two would have one name, their
/// endings are part of it.
pub(super) fn kept(folder: &Path) -> Vec<Kept> {
    let is_pack = |path: &Path| {
        let compiled = path.is_file() && path.extension().is_some_and(|it| it == "griot");
        let own = path.file_name().is_some_and(|name| name == NOTES);
        path.join("pack.json").is_file() || compiled || path.is_file() && pack::is_plain(path) && !own
    };
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.path()).filter(|path| is_pack(path)).collect();
    paths.sort();
    let text = |name: Option<&std::ffi::OsStr>| name.map_or_else(String::new, |it| it.to_string_lossy().into_owned());
    let short = |path: &PathBuf| {
        if path.is_dir() { text(path.file_name()) } else { text(path.file_stem()) }
    };
    let shorts: Vec<String> = paths.iter().map(short).collect();
    let name = |at: usize, path: &PathBuf| {
        let once = shorts.iter().filter(|other| **other == shorts[at]).count() == 1;
        if once { shorts[at].clone() } else { text(path.file_name()) }
    };
    let names: Vec<String> = paths.iter().enumerate().map(|(at, path)| name(at, path)).collect();
    names.into_iter().zip(paths).map(|(name, path)| Kept { name, path }).collect()
}

/// The path of the pack that has a name; nothing for the built-in one.
///
/// # Errors
/// When there is none of that name.
pub(super) fn named(name: &str) -> Result<Option<PathBuf>, CliError> {
    let folder = folder();
    let all = folder.as_deref().map(kept).unwrap_or_default();
    let own = crate::built_in::about().map(|about| about.id.to_string()).unwrap_or_default();
    let found = all.iter().find(|it| it.name == name || it.path.file_name().is_some_and(|file| file == name));
    if let Some(it) = found {
        return Ok(Some(it.path.clone()));
    }
    if name == own || name == BUILT_IN {
        return Ok(None);
    }
    let near = pack::nearest(name, all.iter().map(|it| it.name.as_str()).chain([own.as_str()]));
    let hint = near.map_or_else(String::new, |near| format!("; did you mean {near}?"));
    let place = folder.map_or_else(|| "the data folder".to_owned(), |folder| folder.display().to_string());
    Err(CliError::usage(format!(
        "there is no pack \"{name}\" in {place}{hint}\ngriot list packs tells of all; --data PATH opens one from anywhere"
    )))
}
