//! The reader’s marks. They are the reader’s own, so a change is on disk before it counts as kept, and one that cannot be
//! written waits or is taken back, and either is told.
//!
//! A change is carried over to the file under a lock, since other sessions change it too. Nobody is waited for: a lock
//! that is held is tried again later.

use std::fs::{File, TryLockError};
use std::io;
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use serde::{Deserialize, Serialize};

use super::{Place, VERSION, make_dir, read, replace};
use crate::app::Spot;
use crate::pack::Pack;

/// How long a first and a last try wait for the next.
const WAITS: (Duration, Duration) = (Duration::from_millis(5), Duration::from_millis(250));
/// How many tries may fail before the reader is told: other sessions hold the lock for a moment.
const UNTOLD: u32 = 4;

#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Contents {
    version: u32,
    marks: Vec<Place>,
}

/// The marks of the file as it was last seen, and the changes that wait to be carried over to it.
#[derive(Debug, Default)]
pub struct Marks {
    dir: Option<PathBuf>,
    kept: Vec<Place>,
    added: Vec<Place>,
    removed: Vec<Place>,
    /// How often the changes have been tried in vain.
    tries: u32,
}

/// What became of the changes.
#[derive(Debug, PartialEq, Eq)]
pub enum Keeping {
    /// There were none.
    Nothing,
    /// They are on disk.
    Kept,
    /// They are on disk at last, after it was told that they wait.
    Late,
    /// They wait, for this reason, which is now to be told.
    Waits(String),
    /// There is no place to keep them; they hold as long as griot runs.
    Nowhere,
    /// They were taken back, for this reason.
    Failed(String),
}

impl Marks {
    /// The marks kept in a folder, and the reason if they cannot be read.
    pub(super) fn of(dir: Option<PathBuf>) -> (Self, Option<String>) {
        let (kept, unread) = match dir.as_deref().map_or_else(|| Ok(Vec::new()), read_marks) {
            Ok(kept) => (kept, None),
            Err(reason) => (Vec::new(), Some(reason)),
        };
        (Self { dir, kept, ..Self::default() }, unread)
    }

    /// Where the marks lead to in this pack, those that wait among them.
    #[must_use]
    pub fn spots(&self, pack: &Pack) -> Vec<Spot> {
        self.places().filter_map(|place| place.spot(pack)).collect()
    }

    fn places(&self) -> impl Iterator<Item = &Place> {
        let kept = self.kept.iter().filter(|place| !self.removed.contains(place));
        kept.chain(self.added.iter().filter(|place| !self.kept.contains(place)))
    }

    /// Takes in how the reader’s marks of this pack are to be.
    pub fn change(&mut self, pack: &Pack, wanted: &[Spot]) {
        let leads_to = |place: &Place, spot: &Spot| {
            place.spot(pack).is_some_and(|there| there.of == spot.of && there.top == spot.top)
        };
        let held: Vec<Place> = self.places().cloned().collect();
        for place in &held {
            if place.spot(pack).is_some() && !wanted.iter().any(|spot| leads_to(place, spot)) {
                self.added.retain(|added| added != place);
                self.removed.push(place.clone());
            }
        }
        for spot in wanted {
            if !held.iter().any(|place| leads_to(place, spot)) {
                let place = Place::of(pack, spot, None);
                self.removed.retain(|removed| *removed != place);
                self.added.push(place);
            }
        }
    }

    /// How long to wait before the changes are tried again; nothing when none wait.
    #[must_use]
    pub fn next_try(&self) -> Option<Duration> {
        let (first, last) = WAITS;
        (self.dir.is_some() && self.has_changes()).then(|| (first * 2_u32.pow(self.tries.min(8))).min(last))
    }

    const fn has_changes(&self) -> bool {
        !self.added.is_empty() || !self.removed.is_empty()
    }

    /// Carries the changes over to the file unless another program holds it.
    pub fn try_keep(&mut self) -> Keeping {
        if !self.has_changes() {
            return Keeping::Nothing;
        }
        let Some(dir) = self.dir.clone() else { return Keeping::Nowhere };
        match self.carry_over(&dir) {
            Ok(true) if std::mem::take(&mut self.tries) > UNTOLD => Keeping::Late,
            Ok(true) => Keeping::Kept,
            Ok(false) => {
                self.tries += 1;
                let reason = || format!("{} is held by another program", lock_file(&dir).display());
                if self.tries == UNTOLD + 1 { Keeping::Waits(reason()) } else { Keeping::Nothing }
            }
            Err(reason) => {
                (self.added, self.removed, self.tries) = (Vec::new(), Vec::new(), 0);
                Keeping::Failed(reason)
            }
        }
    }

    /// Tries for so long; a warning when changes are lost all the same.
    #[must_use]
    pub fn keep_within(&mut self, patience: Duration) -> Option<String> {
        let until = Instant::now() + patience;
        loop {
            let kept = self.try_keep();
            if let Keeping::Failed(reason) = kept {
                return Some(format!("marks are not kept: {reason}"));
            }
            let wait = self.next_try()?;
            if Instant::now() > until {
                let lost = self.added.len() + self.removed.len();
                let changes = if lost == 1 { "a change".to_owned() } else { format!("{lost} changes") };
                let file = lock_file(self.dir.as_deref()?);
                return Some(format!(
                    "{changes} of the marks could not be kept: {} is held by another program",
                    file.display()
                ));
            }
            std::thread::sleep(wait.min(Duration::from_millis(20)));
        }
    }

    /// Whether the lock was free and the file is now as it should be.
    fn carry_over(&mut self, dir: &Path) -> Result<bool, String> {
        make_dir(dir).map_err(|error| format!("{}: {error}", dir.display()))?;
        let Some(_lock) = lock(&lock_file(dir))? else { return Ok(false) };
        let mut marks = read_marks(dir)?;
        marks.retain(|mark| !self.removed.contains(mark));
        for place in &self.added {
            if !marks.contains(place) {
                marks.push(place.clone());
            }
        }
        let contents = Contents { version: VERSION, marks };
        replace(dir, FILE, &contents).map_err(|error| format!("{}: {error}", dir.join(FILE).display()))?;
        (self.kept, self.added, self.removed) = (contents.marks, Vec::new(), Vec::new());
        Ok(true)
    }
}

const FILE: &str = "marks.json";

fn read_marks(dir: &Path) -> Result<Vec<Place>, String> {
    Ok(read::<Contents>(&dir.join(FILE), |contents| contents.version)?.unwrap_or_default().marks)
}

fn lock_file(dir: &Path) -> PathBuf {
    dir.join("marks.lock")
}

/// Locks a file for as long as the answer is held; nothing when another program has it.
fn lock(path: &Path) -> Result<Option<File>, String> {
    // Neither a link is followed nor a pipe waited for.
    let flags = rustix::fs::OFlags::NOFOLLOW | rustix::fs::OFlags::NONBLOCK;
    let mut options = File::options();
    options.create(true).truncate(false).write(true).custom_flags(flags.bits().cast_signed());
    let plain = |error: io::Error| format!("{}: {error}", path.display());
    let file = options.open(path).map_err(plain)?;
    match file.try_lock() {
        Ok(()) => Ok(Some(file)),
        Err(TryLockError::WouldBlock) => Ok(None),
        Err(TryLockError::Error(error)) => Err(plain(error)),
    }
}
