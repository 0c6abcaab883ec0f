//! Writing the files of a pack into a folder of their own.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::Path;

use super::outcome::Failure;
use super::paper::{Looks, Paper};

/// Writes files, by their names under the folder, into one that is empty or not there; their paths, a line each.
pub(super) fn write<'a>(
    dir: &Path,
    files: impl Iterator<Item = (&'a str, String)>,
    looks: Looks,
) -> Result<Paper, Failure> {
    let shown = dir.display();
    let failed = |error: io::Error| Failure::output(format!("cannot write in {shown}: {error}"));
    match fs::read_dir(dir) {
        Ok(mut entries) => {
            if entries.next().is_some() {
                return Err(Failure::usage(format!("{shown} is not empty; name a new folder")));
            }
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) if error.kind() == io::ErrorKind::NotADirectory => {
            return Err(Failure::usage(format!("{shown} is not a folder; name a new one")));
        }
        Err(error) => return Err(failed(error)),
    }
    let mut paper = Paper::new(looks);
    for (name, text) in files {
        let path = dir.join(name);
        path.parent().map_or(Ok(()), fs::create_dir_all).map_err(failed)?;
        let mut file = OpenOptions::new().write(true).create_new(true).open(&path).map_err(failed)?;
        if let Err(error) = file.write_all(text.as_bytes()) {
            // Half a file is worse than none.
            let _ = fs::remove_file(&path);
            return Err(failed(error));
        }
        paper.line(&path.display().to_string());
    }
    Ok(paper)
}
