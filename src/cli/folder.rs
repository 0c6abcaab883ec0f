//! Writing the files of a pack into a folder of their own: all of them, or nothing.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

use super::output::CliError;
use super::text_writer::{OutputStyle, TextWriter};

/// Writes files, by their names under the folder, into one that is empty or not there; their paths, a line each.
pub(super) fn write(
    dir: &Path,
    files: impl IntoIterator<Item = (String, String)>,
    style: OutputStyle,
) -> Result<TextWriter, CliError> {
    let shown = dir.display();
    let failed =
        |error: io::Error| CliError::output(format!("cannot write in {shown}: {error}; nothing was left there"));
    let is_new = match fs::read_dir(dir) {
        Ok(mut entries) => {
            if entries.next().is_some() {
                return Err(CliError::usage(format!("{shown} is not empty; name a new folder")));
            }
            false
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => true,
        Err(error) if error.kind() == io::ErrorKind::NotADirectory => {
            return Err(CliError::usage(format!("{shown} is not a folder; name a new one")));
        }
        Err(error) => return Err(failed(error)),
    };
    let files: Vec<(String, String)> = files.into_iter().collect();
    write_all(dir, &files).map_err(|error| {
        if is_new {
            // What could not be made is not there, and a folder that was there stays.
            let _ = fs::remove_dir(dir);
        }
        failed(error)
    })?;
    let mut writer = TextWriter::new(style);
    for (name, _) in &files {
        writer.line(&dir.join(name).display().to_string());
    }
    Ok(writer)
}

/// Writes the files beside where they belong, and moves them there when all are whole: `pack.json` last, without which a
/// folder is no pack.
fn write_all(dir: &Path, files: &[(String, String)]) -> io::Result<()> {
    const LAST: &str = "pack.json";
    fs::create_dir_all(dir)?;
    let beside = tempfile::Builder::new().prefix(".griot-").tempdir_in(dir)?;
    for (name, text) in files {
        let path = beside.path().join(name);
        path.parent().map_or(Ok(()), fs::create_dir_all)?;
        let mut file = File::create_new(&path)?;
        file.write_all(text.as_bytes())?;
        file.sync_all()?;
    }
    let at_the_top = |(name, _): &'_ (String, String)| name.split('/').next().unwrap_or_default().to_owned();
    let mut names: BTreeSet<String> = files.iter().map(at_the_top).collect();
    let has_last = names.remove(LAST);
    for name in names.iter().map(String::as_str).chain(has_last.then_some(LAST)) {
        fs::rename(beside.path().join(name), dir.join(name))?;
    }
    beside.close()
}
