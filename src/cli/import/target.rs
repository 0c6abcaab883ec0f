//! Where an import goes: a new folder, or a pack, which is changed only when what it becomes has been checked.

use std::fs::{self, Permissions};
use std::io;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use griot_pack::pack::{Pack, WrittenFile};
use tempfile::TempDir;

use crate::cli::load;
use crate::cli::output::CliError;

/// Where an import goes.
pub(super) enum Target {
    /// A folder that is not there, or is empty.
    New,
    /// A pack that is added to.
    Pack(Box<Pack>),
}

/// What a pack has beside its JSON files does not concern it.
const FOLDERS: [&str; 4] = ["", "eras", "entities", "translations"];

impl Target {
    /// Looks what is there.
    ///
    /// # Errors
    /// When it is neither a pack nor room for one.
    pub fn of(dir: &Path) -> Result<Self, CliError> {
        let shown = dir.display();
        let mut entries = match fs::read_dir(dir) {
            Ok(entries) => entries,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Self::New),
            Err(error) if error.kind() == io::ErrorKind::NotADirectory => {
                return Err(CliError::usage(format!("{shown} is a file; name a new folder, or that of a pack, last")));
            }
            Err(error) => return Err(CliError::output(format!("cannot look into {shown}: {error}"))),
        };
        if !dir.join("pack.json").exists() {
            return match entries.next() {
                None => Ok(Self::New),
                Some(_) => Err(CliError::usage(format!("{shown} is no pack and not empty; name a new folder"))),
            };
        }
        match load::watched(dir) {
            (Some(pack), problems) if problems.errors() == 0 => Ok(Self::Pack(Box::new(pack))),
            (_, problems) => {
                let count = load::count(&problems);
                Err(CliError::pack(format!("{shown} has {count}; griot check {shown} lists them: mend them first")))
            }
        }
    }

    /// The pack that is added to.
    pub fn pack(&self) -> Option<&Pack> {
        match self {
            Self::New => None,
            Self::Pack(pack) => Some(pack),
        }
    }

    /// Writes files beside the folder, with those that are there.
    pub fn lay_out(&self, dir: &Path, files: impl Iterator<Item = WrittenFile>) -> Result<Beside, CliError> {
        let failed = |error: io::Error| cannot_write(dir, &error);
        let folder = beside(dir).map_err(failed)?;
        if self.pack().is_some() {
            copy(dir, folder.path()).map_err(failed)?;
        }
        let mut names = Vec::new();
        for WrittenFile { name, text } in files {
            let path = folder.path().join(&name);
            path.parent().map_or(Ok(()), fs::create_dir_all).map_err(failed)?;
            fs::write(path, text).map_err(failed)?;
            names.push(name);
        }
        Ok(Beside { folder, names })
    }

    /// Checks the pack that lies beside the folder, and puts it where it belongs.
    pub fn put(&self, dir: &Path, Beside { folder, names }: Beside) -> Result<(), CliError> {
        let (_, problems) = load::watched(folder.path());
        if problems.errors() > 0 {
            let first = problems.listed.first().map(ToString::to_string).unwrap_or_default();
            let what = format!(
                "what came of it would be no sound pack ({first}), which is a fault of griot; nothing was written"
            );
            return Err(CliError::pack(what));
        }
        match self {
            Self::New => put(folder, dir),
            Self::Pack(_) => replace(folder.path(), dir, &names),
        }
        .map_err(|error| cannot_write(dir, &error))
    }
}

/// A pack beside the folder that it goes to.
pub(super) struct Beside {
    folder: TempDir,
    /// The files that are new or change.
    names: Vec<String>,
}

fn cannot_write(dir: &Path, error: &io::Error) -> CliError {
    CliError::output(format!("cannot write in {}: {error}; nothing was changed", dir.display()))
}

/// A new folder on the same disk.
fn beside(dir: &Path) -> io::Result<TempDir> {
    let parent = dir.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    fs::create_dir_all(parent)?;
    tempfile::Builder::new().prefix(".griot-").permissions(Permissions::from_mode(0o777)).tempdir_in(parent)
}

/// The files of a pack as they are.
fn copy(from: &Path, to: &Path) -> io::Result<()> {
    for folder in FOLDERS {
        let Ok(entries) = fs::read_dir(from.join(folder)) else { continue };
        fs::create_dir_all(to.join(folder))?;
        for entry in entries {
            let entry = entry?;
            let path = entry.path();
            if path.is_file() && path.extension().is_some_and(|ending| ending == "json") {
                fs::copy(&path, to.join(folder).join(entry.file_name()))?;
            }
        }
    }
    Ok(())
}

/// The new folder takes the place of none, or of an empty one.
fn put(beside: TempDir, dir: &Path) -> io::Result<()> {
    fs::rename(beside.path(), dir)?;
    // It is where it belongs, and no longer temporary.
    let _ = beside.keep();
    Ok(())
}

/// Each file takes the place of the one before it, whole: pack.json last, which lists the eras that are new.
fn replace(beside: &Path, dir: &Path, names: &[String]) -> io::Result<()> {
    for name in names {
        let to = dir.join(name);
        to.parent().map_or(Ok(()), fs::create_dir_all)?;
        fs::rename(beside.join(name), to)?;
    }
    Ok(())
}
