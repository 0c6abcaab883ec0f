//! The reader’s marks. They are the reader’s own, so a change is on disk before it counts as kept, and one that cannot be
//! written waits or is taken back, and either is told.
//!
//! A change is carried over to the file under a lock, since other sessions change it too. Nobody is waited for: a lock
//! that is held is tried again later.

use std::sync::Arc;

use std::fs::{File, TryLockError};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use super::place::Place;
use super::state::{MarksFile, OldMarks, VERSION};
use super::{MARKS, StoreError, Warning, make_dir, read, replace};
use crate::tui::shared::Location;
use griot_pack::pack::Pack;

/// How long a first and a last try wait for the next.
const WAITS: (Duration, Duration) = (Duration::from_millis(5), Duration::from_millis(250));
/// How many tries may fail before the reader is told: other sessions hold the lock for a moment.
const UNTOLD: u32 = 4;

/// The marks of the file as it was last seen, and the changes that wait to be carried over to it.
#[derive(Debug, Default)]
pub struct Marks {
    dir: Option<PathBuf>,
    /// The folder or file of the pack; none for the built-in one.
    path: Option<String>,
    kept: Vec<Place>,
    changes: Vec<Change>,
    /// How often the changes have been tried in vain.
    tries: u32,
}

/// A change of the marks, of whatever they are when it is carried over.
#[derive(Debug)]
enum Change {
    Add(Place),
    Remove(Place),
    /// The same place in words that hold for longer.
    Renew(Place, Place),
}

/// What became of the changes.
#[derive(Debug)]
pub enum Keeping {
    /// There were none, or they wait and nothing need be told.
    Nothing,
    /// They are on disk.
    Kept,
    /// They are on disk at last, after it was told that they wait.
    Late,
    /// They wait, for this reason, which is now to be told.
    Waits(StoreError),
    /// They were taken back, or hold only as long as griot runs.
    Failed(Warning),
}

impl Change {
    fn apply(&self, marks: &mut Vec<Place>) {
        match self {
            Self::Add(place) if marks.contains(place) => {}
            Self::Add(place) => marks.push(place.clone()),
            Self::Remove(place) => marks.retain(|mark| mark != place),
            Self::Renew(old, new) => marks.iter_mut().filter(|mark| *mark == old).for_each(|mark| *mark = new.clone()),
        }
    }
}

impl Marks {
    /// The marks kept in a folder for the pack at a path, and the reason if they cannot be read.
    pub(super) fn of(dir: Option<PathBuf>, path: Option<String>) -> (Self, Option<StoreError>) {
        let (kept, unread) = match dir.as_deref().map_or_else(|| Ok(Vec::new()), read_marks) {
            Ok(kept) => (kept, None),
            Err(why) => (Vec::new(), Some(why)),
        };
        (Self { dir, path, kept, ..Self::default() }, unread)
    }

    /// Where the marks lead to in this pack, those that wait among them.
    #[must_use]
    pub fn locations(&self, pack: &Arc<Pack>) -> Vec<Location> {
        let places = self.places();
        places.iter().filter(|place| self.is_here(place, pack)).filter_map(|place| place.location(pack)).collect()
    }

    fn places(&self) -> Vec<Place> {
        let mut places = self.kept.clone();
        self.changes.iter().for_each(|change| change.apply(&mut places));
        places
    }

    fn is_here(&self, place: &Place, pack: &Pack) -> bool {
        place.is_in(pack, self.path.as_deref())
    }

    /// Takes in how the reader’s marks of this pack are to be; marks of other packs stay as they are.
    pub fn change(&mut self, pack: &Arc<Pack>, wanted: &[Location]) {
        // Marks are one where they lead to one place, however they were written.
        let same = |a: &Location, b: &Location| a.is_at(b);
        let mut held = self.places();
        held.retain(|place| self.is_here(place, pack));
        let leads: Vec<(Place, Location)> =
            held.into_iter().filter_map(|place| place.location(pack).map(|location| (place, location))).collect();
        for (place, location) in &leads {
            let mut renewed = place.clone();
            renewed.renew(pack);
            if !wanted.iter().any(|wanted| same(wanted, location)) {
                self.changes.push(Change::Remove(place.clone()));
            } else if renewed != *place {
                self.changes.push(Change::Renew(place.clone(), renewed));
            }
        }
        for location in wanted {
            if !leads.iter().any(|(_, there)| same(there, location)) {
                self.changes.push(Change::Add(Place::of(pack, self.path.as_deref(), location, None)));
            }
        }
    }

    /// How long to wait before the changes are tried again; nothing when none wait.
    #[must_use]
    pub fn next_try(&self) -> Option<Duration> {
        let (first, last) = WAITS;
        (self.dir.is_some() && !self.changes.is_empty()).then(|| (first * 2_u32.pow(self.tries.min(8))).min(last))
    }

    /// Carries the changes over to the file unless another program holds it.
    pub fn try_keep(&mut self) -> Keeping {
        if self.changes.is_empty() {
            return Keeping::Nothing;
        }
        let Some(dir) = self.dir.clone() else {
            return Keeping::Failed(Warning::MarksNotKept(StoreError::Nowhere));
        };
        match self.carry_over(&dir) {
            Ok(true) if std::mem::take(&mut self.tries) > UNTOLD => Keeping::Late,
            Ok(true) => Keeping::Kept,
            Ok(false) => {
                self.tries += 1;
                if self.tries == UNTOLD + 1 {
                    Keeping::Waits(StoreError::Held(lock_file(&dir)))
                } else {
                    Keeping::Nothing
                }
            }
            Err(why) => {
                (self.changes, self.tries) = (Vec::new(), 0);
                Keeping::Failed(Warning::MarksNotKept(why))
            }
        }
    }

    /// Tries for so long; a warning when changes are lost all the same.
    #[must_use]
    pub fn keep_within(&mut self, patience: Duration) -> Option<Warning> {
        let until = Instant::now() + patience;
        loop {
            let kept = self.try_keep();
            let wait = self.next_try();
            match (kept, wait) {
                (Keeping::Failed(warning), _) if self.dir.is_some() => return Some(warning),
                (_, None) => return None,
                (_, Some(wait)) if Instant::now() < until => std::thread::sleep(wait.min(Duration::from_millis(20))),
                _ => {
                    return Some(Warning::ChangesLost(
                        self.changes.len(),
                        StoreError::Held(lock_file(self.dir.as_deref()?)),
                    ));
                }
            }
        }
    }

    /// Whether the lock was free and the file is now as it should be.
    fn carry_over(&mut self, dir: &Path) -> Result<bool, StoreError> {
        make_dir(dir)?;
        let Some(_lock) = lock(&lock_file(dir))? else { return Ok(false) };
        let mut marks = read_marks(dir)?;
        self.changes.iter().for_each(|change| change.apply(&mut marks));
        let file = MarksFile { version: VERSION, marks };
        replace(dir, MARKS, &file)?;
        (self.kept, self.changes) = (file.marks, Vec::new());
        Ok(true)
    }
}

fn read_marks(dir: &Path) -> Result<Vec<Place>, StoreError> {
    Ok(read::<MarksFile, OldMarks>(&dir.join(MARKS))?.unwrap_or_default().marks)
}

fn lock_file(dir: &Path) -> PathBuf {
    dir.join("marks.lock")
}

/// Locks a file for as long as the answer is held; nothing when another program has it.
pub(super) fn lock(path: &Path) -> Result<Option<File>, StoreError> {
    // Neither a link is followed nor a pipe waited for.
    let flags = rustix::fs::OFlags::NOFOLLOW | rustix::fs::OFlags::NONBLOCK;
    let mut options = File::options();
    options.create(true).truncate(false).write(true).custom_flags(flags.bits().cast_signed());
    let file = options.open(path)?;
    match file.try_lock() {
        Ok(()) => Ok(Some(file)),
        Err(TryLockError::WouldBlock) => Ok(None),
        Err(TryLockError::Error(error)) => Err(error.into()),
    }
}
