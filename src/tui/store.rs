//! What is kept between sessions: how everything looks, of each pack its place and recent searches, and the marks.
//!
//! Two small JSON files. The place and the looks may be lost without harm; marks are the reader's own, so they are
//! changed under a lock, one at a time, and never dropped. Every file is replaced whole, so that a crash at any moment
//! leaves the old one or the new one.

mod error;
mod marks;
mod notes;
mod place;
mod renewed;
mod state;

use std::fs::{self, File};
use std::io::{self, Write};
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};
use std::time::Duration;

use etcetera::BaseStrategy;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::app::App;
use super::config::Looks;
use super::overlays::search::RECENT;
use super::screens::Screen;
use super::settings::Settings;
use super::shared::{Location, Shared};
use super::theme::Theme;
use crate::clock::Clock;
pub use error::{StoreError, Warning};
use griot_history::text::page::PageOf;
use griot_pack::clean::clean;
pub use marks::{Keeping, Marks};
pub use notes::{NOTES, Notes, cleaned, draft, words_of};
use place::Place;
pub use renewed::renewed;
use state::{Appearance, Left, OldState, State, VERSION};

const STATE: &str = "state.json";
const MARKS: &str = "marks.json";
/// Files larger than this are not ours.
const LARGEST: u64 = 4 << 20;
const TEMPORARY: &str = ".griot-";

/// Where things are kept; nowhere, when there is no home or it was asked for.
#[derive(Debug, Default)]
pub struct Store {
    state: Option<PathBuf>,
    data: Option<PathBuf>,
    /// The folder or file of the pack; none for the built-in one.
    path: Option<String>,
}

/// A session as it is kept: how it looked and where it was left.
#[derive(Debug, Clone, PartialEq)]
pub struct Session {
    looks: Appearance,
    left: Left,
}

impl Store {
    /// The places that the XDG rules name, for the pack at a path or the built-in one.
    #[must_use]
    pub fn open(pack: Option<&Path>) -> Self {
        let Ok(base) = etcetera::choose_base_strategy() else { return Self::default() };
        let own = |dir: PathBuf| dir.is_absolute().then(|| dir.join("griot"));
        let path = pack.map(|path| path.canonicalize().unwrap_or_else(|_| path.to_owned()));
        let path = path.map(|path| path.to_string_lossy().into_owned());
        Self { state: base.state_dir().and_then(own), data: own(base.data_dir()), path }
    }

    /// A store that keeps nothing.
    #[must_use]
    pub fn nowhere() -> Self {
        Self::default()
    }

    /// Where the place and where the marks are kept.
    #[must_use]
    pub fn folders(&self) -> [Option<&Path>; 2] {
        [self.state.as_deref(), self.data.as_deref()]
    }

    /// Brings a session back as it was left, but for the looks that were asked for; the marks, and a warning when something
    /// could not be read.
    pub fn restore(&self, app: &mut App, asked: Looks) -> (Marks, Option<Warning>) {
        let mut warning = None;
        if let Some(path) = self.state.as_ref().map(|dir| dir.join(STATE)) {
            remove_stale(&path);
            match read::<State, OldState>(&path) {
                Ok(Some(state)) => {
                    apply_appearance(&state.looks, app, asked);
                    if let Some(left) = state.of_pack(&app.shared.pack, self.path.as_deref()) {
                        apply(left, app);
                    }
                    app.refresh();
                }
                Ok(None) => {}
                Err(why) => warning = Some(Warning::PlaceUnread(why, set_aside(&path))),
            }
        }
        if let Some(dir) = &self.data {
            remove_stale(&dir.join(MARKS));
        }
        let (marks, unread) = Marks::of(self.data.clone(), self.path.clone());
        app.shared.marks = marks.locations(&app.shared.pack);
        (marks, unread.map(Warning::MarksUnread).or(warning))
    }

    /// The reader’s notes.
    #[must_use]
    pub fn notes(&self) -> Notes {
        Notes::of(self.data.clone())
    }

    /// Saves a session; what is known of other packs stays. A warning when that failed.
    #[must_use]
    pub fn save(&self, session: &Session) -> Option<Warning> {
        let dir = self.state.as_ref()?;
        let Session { looks, left } = session.clone();
        let others =
            read::<State, OldState>(&dir.join(STATE)).ok().flatten().map_or_else(Vec::new, |state| state.packs);
        let mut state = State { version: VERSION, looks, packs: others };
        state.leave(Left { path: self.path.clone(), ..left });
        replace(dir, STATE, &state).err().map(|error| Warning::PlaceNotKept(error.into()))
    }
}

/// Tells a session as it is kept, and remembers what need not be worked out again for every frame.
#[derive(Debug, Default)]
pub struct Keeper {
    /// The place in the text before an entity's page, in words.
    before: Option<(Location, Place)>,
}

impl Keeper {
    /// The session as it is now.
    #[must_use]
    pub fn session(&mut self, app: &App) -> Session {
        let shared = &app.shared;
        let Settings { theme, measure, sidebar, trust, .. } = shared.settings;
        Session {
            looks: Appearance { theme: theme.name().into(), measure, sidebar, trust },
            left: Left {
                pack: shared.pack.about.id.to_string(),
                path: None,
                place: Place::of(&shared.pack, None, &shared.here(), Some(&shared.reader.page)),
                view: Some(shared.screen.letter()),
                from: self.before(shared),
                language: Some(shared.pack.language())
                    .filter(|it| **it != shared.pack.about.language)
                    .map(ToString::to_string),
                recent: shared.recent.clone(),
            },
        }
    }

    /// On an entity's page, the place in the text to which back leads.
    fn before(&mut self, shared: &Shared) -> Option<Place> {
        shared.page_entity()?;
        let in_text = |location: &&Location| matches!(location.page, PageOf::Era(_));
        let location = shared.history.back.iter().rev().find(in_text)?;
        if self.before.as_ref().is_none_or(|(known, _)| known != location) {
            self.before = Some((location.clone(), Place::of(&shared.pack, None, location, None)));
        }
        self.before.as_ref().map(|(_, place)| place.clone())
    }
}

impl Session {
    /// Whether both are on one page.
    #[must_use]
    pub fn same_page(&self, other: &Self) -> bool {
        self.left.place.same_page(&other.left.place)
    }
}

fn apply_appearance(looks: &Appearance, app: &mut App, asked: Looks) {
    let settings = &mut app.shared.settings;
    settings.measure = looks.measure.clamp(*Settings::MEASURES.start(), *Settings::MEASURES.end());
    settings.sidebar = looks.sidebar;
    settings.trust = looks.trust;
    settings.theme = Theme::named(&looks.theme).unwrap_or(settings.theme);
    asked.over(settings);
}

fn apply(left: &Left, app: &mut App) {
    if let Some(code) = &left.language {
        app.read_in(code);
        app.shared.message = None;
    }
    app.shared.recent = left.recent.iter().take(RECENT).map(|typed| clean(typed).into_owned()).collect();
    if let Some(location) = left.place.location(&app.shared.pack) {
        app.shared.history.back.extend(left.from.as_ref().and_then(|place| place.location(&app.shared.pack)));
        let view = Screen::ALL.iter().copied().find(|screen| Some(screen.letter()) == left.view);
        app.resume(Location { screen: view.unwrap_or(Screen::Read), ..location });
    }
}

/// Reads a file of ours, as it is written or as it was before; nothing when there is none.
fn read<T: DeserializeOwned + From<Old>, Old: DeserializeOwned>(path: &Path) -> Result<Option<T>, StoreError> {
    /// What every version has.
    #[derive(Deserialize)]
    struct Versioned {
        version: u32,
    }

    let about = match fs::metadata(path) {
        Ok(about) => about,
        Err(e) if e.kind() == io::ErrorKind::NotFound || e.kind() == io::ErrorKind::NotADirectory => return Ok(None),
        Err(e) => return Err(e.into()),
    };
    if !about.is_file() || about.len() > LARGEST {
        return Err(StoreError::NotOurs);
    }
    let text = fs::read_to_string(path)?;
    let read = match serde_json::from_str::<Versioned>(&text).map_err(StoreError::Malformed)?.version {
        VERSION => serde_json::from_str(&text),
        1 => serde_json::from_str::<Old>(&text).map(T::from),
        other => return Err(StoreError::Version(other, VERSION)),
    };
    read.map(Some).map_err(StoreError::Malformed)
}

/// Puts a broken file aside, so that nothing in it is lost; whether that could be done.
fn set_aside(path: &Path) -> bool {
    let now = Clock::SYSTEM.seconds();
    fs::rename(path, path.with_file_name(format!("{STATE}.bad-{now}"))).is_ok()
}

/// Replaces a file whole: readers see the old one or the new one, whatever happens.
fn replace(dir: &Path, name: &str, value: &impl Serialize) -> io::Result<()> {
    make_dir(dir)?;
    let mut file = tempfile::Builder::new().prefix(TEMPORARY).tempfile_in(dir)?;
    serde_json::to_writer_pretty(&mut file, value)?;
    file.write_all(b"\n")?;
    file.as_file().sync_all()?;
    file.persist(dir.join(name)).map_err(|e| e.error)?;
    File::open(dir)?.sync_all()
}

fn make_dir(dir: &Path) -> io::Result<()> {
    fs::DirBuilder::new().recursive(true).mode(0o700).create(dir)
}

/// Removes what sessions that were killed while saving have left.
fn remove_stale(path: &Path) {
    const HOUR: Duration = Duration::from_hours(1);
    let Some(entries) = path.parent().and_then(|dir| fs::read_dir(dir).ok()) else { return };
    for entry in entries.flatten() {
        let ours = entry.file_name().to_string_lossy().starts_with(TEMPORARY);
        let written = entry.metadata().and_then(|about| about.modified());
        let old = written.is_ok_and(|at| at.elapsed().is_ok_and(|age| age > HOUR));
        if ours && old {
            let _ = fs::remove_file(entry.path());
        }
    }
}

#[cfg(test)]
mod tests;
