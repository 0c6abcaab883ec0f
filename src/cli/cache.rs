//! Packs of the user’s, kept compiled where the system keeps what can be made anew: so that one of any size opens at once
//! from the second time on.
//!
//! What is kept is never trusted more than a pack is. It is used while the files look as they did, by name, size, time and
//! inode, and where they look otherwise but hold the same: such are copies, and what a version control system has put back.
//! Else, or where it cannot be read, the files are read and it is made anew. Each part has a sum, which is looked
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
    /// The pack's own place.
    dir: PathBuf,
    file: PathBuf,
    stamp: Stamp,
}

impl Cache {
    /// Of the pack in a folder or a plain file; nothing where there is neither, or nowhere to keep anything.
    pub(super) fn of(dir: &Path) -> Option<Self> {
        let dir = dir.canonicalize().ok().filter(|path| path.is_dir() || pack::is_plain(path))?;
        let name = format!("{:016x}.griot", pack::sum_of_words(&dir.as_os_str().to_string_lossy()));
        let file = etcetera::choose_base_strategy().ok()?.cache_dir().join("griot").join(name);
        Some(Self { file, stamp: pack::stamp(&dir)?, dir })
    }

    /// The pack, where it is kept as the files are now.
    pub(super) fn read(&self) -> Option<Pack> {
        let compiled = Compiled::from_file(File::open(&self.file).ok()?).ok()?;
        if compiled.stamp()? != self.stamp.bytes {
            if pack::hash(&self.dir)? != compiled.hash() {
                return None;
            }
            let _ = self.write(|| compiled.with_stamp(&self.stamp.bytes).ok());
        }
        compiled.pack().ok()
    }

    /// Keeps the pack. Where that cannot be done it is read from its files the next time as well.
    pub(super) fn keep(&self, pack: &Pack) {
        let _ = self.write(|| Some(griot_history::compiled(pack, &self.stamp.bytes)));
    }

    fn write(&self, compiled: impl FnOnce() -> Option<Vec<u8>>) -> std::io::Result<()> {
        let Some(folder) = self.file.parent() else { return Ok(()) };
        fs::create_dir_all(folder)?;
        let mut file = NamedTempFile::with_prefix_in(".griot-", folder)?;
        // The clock of the disk, by which the files have their times.
        let now = file.as_file().metadata()?.modified()?;
        if self.stamp.newest + SETTLED > now {
            return Ok(());
        }
        let Some(compiled) = compiled() else { return Ok(()) };
        std::io::Write::write_all(&mut file, &compiled)?;
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::text_writer::OutputStyle;
    use griot_pack::glyphs::Glyphs;

    /// Where the pack in a folder is kept, once its files are so many days old.
    fn aged(dir: &Path, days: u64) -> Cache {
        let then = SystemTime::UNIX_EPOCH + Duration::from_secs(days * 86_400);
        for folder in ["", "eras", "entities"] {
            let files = fs::read_dir(dir.join(folder)).unwrap().flatten().map(|entry| entry.path());
            for file in files.filter(|path| path.is_file()) {
                File::options().write(true).open(file).unwrap().set_modified(then).unwrap();
            }
        }
        Cache { dir: dir.to_owned(), file: dir.with_extension("griot"), stamp: pack::stamp(dir).unwrap() }
    }

    #[test]
    fn files_that_look_otherwise_and_say_the_same_are_not_read_anew() {
        let home = tempfile::tempdir().unwrap();
        let dir = home.path().join("town");
        assert!(
            super::super::new::new(&dir, Some("A town"), OutputStyle::new(None, None, Glyphs::All, true, false))
                .is_ok()
        );
        let first = aged(&dir, 1);
        assert!(first.read().is_none());
        let (read, problems) = pack::check(&dir);
        assert_eq!(problems.errors(), 0, "{:?}", problems.listed);
        first.keep(&read.unwrap());
        assert!(first.read().is_some());

        let copied = aged(&dir, 2);
        assert_eq!(copied.read().unwrap().about.title.as_str(), "A town");
        let kept = Compiled::from_bytes(fs::read(&copied.file).unwrap()).expect("its sum is right");
        assert_eq!(kept.stamp(), Some(copied.stamp.bytes), "the next time the files need not be read");

        fs::write(dir.join("eras/2-two.json"), "{}").unwrap();
        assert!(aged(&dir, 3).read().is_none(), "a file that nobody reads is told");
        fs::remove_file(dir.join("eras/2-two.json")).unwrap();
        let about = fs::read_to_string(dir.join("pack.json")).unwrap();
        fs::write(dir.join("pack.json"), about.replace("A town", "A city")).unwrap();
        assert!(aged(&dir, 4).read().is_none(), "what says something else, though it is as long, is another pack");
    }
}
