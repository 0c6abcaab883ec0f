//! Packs of the user’s, kept compiled where the system keeps what can be made anew: so that one of any size opens at once
//! from the second time on.
//!
//! What is kept is never trusted more than a pack is. It is used while the files look as they did, by name, size, time and
//! inode; where they do not, or it cannot be read, the files are read and it is made anew. Each part has a sum, which is looked
//! at when the part is read; a part that was damaged on the disk is found then, and the files are read after all.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use etcetera::BaseStrategy;
use griot_pack::pack::{self, Compiled, Pack, Stamp};
use tempfile::NamedTempFile;

/// So many packs are kept; of more, the oldest go.
const MOST: usize = 16;
/// A file that was changed so lately may be changed again without looking otherwise.
const SETTLED: Duration = Duration::from_millis(20);

/// Where the compiled form of a pack is kept.
#[derive(Debug)]
pub(super) struct Cache {
    file: PathBuf,
    stamp: Stamp,
}

impl Cache {
    /// Of the pack in a folder or a plain file; nothing where there is neither, or nowhere to keep anything.
    pub(super) fn of(dir: &Path) -> Option<Self> {
        let dir = dir.canonicalize().ok().filter(|path| path.is_dir() || pack::is_plain(path))?;
        let name = format!("{:016x}.griot", pack::sum_of_words(&dir.as_os_str().to_string_lossy()));
        let file = etcetera::choose_base_strategy().ok()?.cache_dir().join("griot").join(name);
        Some(Self { file, stamp: pack::stamp(&dir)? })
    }

    /// The pack, where it is kept as the files are now.
    pub(super) fn read(&self) -> Option<Pack> {
        let compiled = Compiled::from_file(File::open(&self.file).ok()?).ok()?;
        if compiled.stamp()? != self.stamp.bytes {
            return None;
        }
        compiled.pack().ok()
    }

    /// Keeps the pack. Where that cannot be done it is read from its files the next time as well.
    pub(super) fn keep(&self, pack: &Pack) {
        let _ = self.try_to_keep(pack);
    }

    fn try_to_keep(&self, pack: &Pack) -> std::io::Result<()> {
        let Some(folder) = self.file.parent() else { return Ok(()) };
        fs::create_dir_all(folder)?;
        let mut file = NamedTempFile::with_prefix_in(".griot-", folder)?;
        // The clock of the disk, by which the files have their times.
        let now = file.as_file().metadata()?.modified()?;
        if self.stamp.newest + SETTLED > now {
            return Ok(());
        }
        std::io::Write::write_all(&mut file, &griot_history::compiled(pack, &self.stamp.bytes))?;
        file.persist(&self.file)?;
        forget_oldest(folder);
        Ok(())
    }

    /// Keeps it no longer.
    pub(super) fn forget(&self) {
        let _ = fs::remove_file(&self.file);
    }
}

fn forget_oldest(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    let kept = entries.flatten().filter(|entry| entry.path().extension().is_some_and(|name| name == "griot"));
    let time =
        |entry: &fs::DirEntry| entry.metadata().and_then(|about| about.modified()).unwrap_or(SystemTime::UNIX_EPOCH);
    let mut kept: Vec<_> = kept.map(|entry| (time(&entry), entry.path())).collect();
    kept.sort();
    for (_, path) in kept.iter().rev().skip(MOST) {
        let _ = fs::remove_file(path);
    }
}
