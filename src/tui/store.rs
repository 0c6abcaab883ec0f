//! What is kept between sessions: the place, the looks, recent searches, and the marks.
//!
//! Two small JSON files. The place and the looks may be lost without harm; marks are the reader's own, so they are
//! changed under a lock, one at a time, and never dropped. Every file is replaced whole, so that a crash at any moment
//! leaves the old one or the new one.

use std::fs::{self, File, TryLockError};
use std::io::{self, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use etcetera::BaseStrategy;
use serde::{Deserialize, Serialize};

use super::app::App;
use super::overlays::search::RECENT;
use super::screens::Screen;
use super::settings::Settings;
use super::shared::Location;
use super::theme::Theme;
use griot_history::text::Anchor;
use griot_history::text::page::{Page, PageOf};
use griot_pack::clean::clean;
use griot_pack::pack::{Pack, Target};

const VERSION: u32 = 1;
/// Files larger than this are not ours.
const LARGEST: u64 = 4 << 20;
const TEMPORARY: &str = ".griot-";

/// Where things are kept; nowhere, when there is no home or it was asked for.
#[derive(Debug, Default)]
pub struct Store {
    state: Option<PathBuf>,
    data: Option<PathBuf>,
}

/// What is worth keeping of a session.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Kept {
    version: u32,
    pack: String,
    place: Place,
    /// The letter of the view.
    #[serde(default)]
    view: Option<char>,
    /// From an entity's page, the place in the text to which back leads.
    #[serde(default)]
    from: Option<Place>,
    theme: String,
    measure: u16,
    /// Nothing where it was never chosen, as in states of before it could be.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    sidebar: Option<u16>,
    trust: bool,
    recent: Vec<String>,
}

/// A place in a pack, in words that outlive the session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Place {
    pack: String,
    /// Id of the era or entity.
    page: String,
    /// The revision for which block and offset hold.
    revision: String,
    block: u32,
    offset: u32,
    /// The statement there, for other revisions.
    statement: Option<String>,
}

#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Marks {
    version: u32,
    marks: Vec<Place>,
}

impl Store {
    /// The places that the XDG rules name.
    #[must_use]
    pub fn open() -> Self {
        let Ok(base) = etcetera::choose_base_strategy() else { return Self::default() };
        let own = |dir: PathBuf| dir.is_absolute().then(|| dir.join("griot"));
        Self { state: base.state_dir().and_then(own), data: own(base.data_dir()) }
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

    /// Brings a session back as it was left; a warning when something could not be read.
    pub fn restore(&self, app: &mut App, settings_given: Settings) -> Option<String> {
        let mut warning = None;
        if let Some(path) = self.state.as_ref().map(|dir| dir.join("state.json")) {
            remove_stale(&path);
            match read::<Kept>(&path, |kept| kept.version) {
                Ok(Some(kept)) => kept.apply(app, settings_given),
                Ok(None) => {}
                Err(reason) => warning = Some(set_aside(&path, &reason)),
            }
        }
        if let Some(dir) = &self.data {
            remove_stale(&dir.join("marks.json"));
        }
        match self.read_marks() {
            Ok(marks) => app.shared.marks = marks.iter().filter_map(|place| place.spot(&app.shared.pack)).collect(),
            Err(reason) => warning = Some(format!("marks cannot be read and are left alone: {reason}")),
        }
        warning
    }

    /// Saves a session; a warning when that failed.
    #[must_use]
    pub fn save(&self, kept: &Kept) -> Option<String> {
        let dir = self.state.as_ref()?;
        replace(dir, "state.json", kept).err().map(|e| format!("the place is not kept: {e}"))
    }

    /// Carries a change of marks over to the file, where another session may have changed others; a warning when that
    /// failed. `now` becomes what the file holds.
    pub fn change_marks(&self, pack: &Pack, before: &[Location], now: &mut Vec<Location>) -> Option<String> {
        let Some(dir) = self.data.as_ref() else {
            return Some("marks last until griot is quit: there is nowhere to keep them".into());
        };
        match self.try_change(dir, pack, before, now) {
            Ok(()) => None,
            Err(reason) => Some(format!("marks are not kept: {reason}")),
        }
    }

    fn try_change(&self, dir: &Path, pack: &Pack, before: &[Location], now: &mut Vec<Location>) -> Result<(), String> {
        let plain = |e: io::Error| e.to_string();
        make_dir(dir).map_err(plain)?;
        let _lock = lock(&dir.join("marks.lock"))?;
        let mut marks = self.read_marks()?;
        // Marks are one where they lead to one place, also those of other revisions.
        let at = |mark: &Place, spot: &Location| mark.spot(pack).is_some_and(|there| there.is_at(spot));
        for gone in before.iter().filter(|spot| !now.contains(spot)) {
            marks.retain(|mark| !at(mark, gone));
        }
        for new in now.iter().filter(|spot| !before.contains(spot)) {
            if !marks.iter().any(|mark| at(mark, new)) {
                marks.push(Place::of(pack, new));
            }
        }
        replace(dir, "marks.json", &Marks { version: VERSION, marks: marks.clone() }).map_err(plain)?;
        *now = marks.iter().filter_map(|place| place.spot(pack)).collect();
        Ok(())
    }

    fn read_marks(&self) -> Result<Vec<Place>, String> {
        let Some(dir) = &self.data else { return Ok(Vec::new()) };
        Ok(read::<Marks>(&dir.join("marks.json"), |marks| marks.version)?.unwrap_or_default().marks)
    }
}

impl Kept {
    #[must_use]
    pub fn of(app: &App) -> Self {
        let in_text = |spot: &&Location| matches!(spot.page, PageOf::Era(_));
        let from = app
            .shared
            .history
            .back
            .iter()
            .rev()
            .find(in_text)
            .filter(|_| matches!(app.shared.reader.page.of, PageOf::Entity(_)));
        Self {
            version: VERSION,
            pack: app.shared.pack.about.id.to_string(),
            place: Place::of(&app.shared.pack, &app.shared.here()),
            view: Some(app.shared.screen.letter()),
            from: from.map(|spot| Place::of(&app.shared.pack, spot)),
            theme: app.shared.settings.theme.name().into(),
            measure: app.shared.settings.measure,
            sidebar: app.shared.settings.sidebar,
            trust: app.shared.settings.trust,
            recent: app.shared.recent.clone(),
        }
    }

    /// Whether both are on one page.
    #[must_use]
    pub fn same_page(&self, other: &Self) -> bool {
        self.place.page == other.place.page
    }

    fn apply(self, app: &mut App, given: Settings) {
        app.shared.settings.measure = self.measure.clamp(*Settings::MEASURES.start(), *Settings::MEASURES.end());
        app.shared.settings.sidebar = self.sidebar;
        app.shared.settings.trust = self.trust;
        if given.theme == Theme::Auto
            && let Some(theme) = Theme::named(&self.theme)
        {
            app.shared.settings.theme = theme;
        }
        app.shared.recent = self.recent.into_iter().take(RECENT).map(|typed| clean(&typed).into_owned()).collect();
        if self.pack == app.shared.pack.about.id
            && let Some(spot) = self.place.spot(&app.shared.pack)
        {
            app.shared.history.back.extend(self.from.and_then(|place| place.spot(&app.shared.pack)));
            let view = Screen::ALL.iter().copied().find(|screen| Some(screen.letter()) == self.view);
            app.resume(Location { screen: view.unwrap_or(Screen::Read), ..spot });
        }
        app.refresh();
    }
}

impl Place {
    /// A location in words.
    fn of(pack: &Pack, at: &Location) -> Self {
        let page = match at.page {
            PageOf::Era(era) => pack[era].id.to_string(),
            PageOf::Entity(entity) => pack[entity].id.to_string(),
        };
        Self {
            pack: pack.about.id.to_string(),
            page,
            revision: pack.about.revision.to_string(),
            block: at.top.block,
            offset: at.top.offset,
            statement: at.statement.map(|id| pack.statement_id(id)),
        }
    }

    /// The place in this pack; by its statement when the pack has been revised, and nothing when it is gone.
    fn spot(&self, pack: &Pack) -> Option<Location> {
        if self.pack != pack.about.id {
            return None;
        }
        let of = match pack.find(&self.page)? {
            Target::Era(era) => PageOf::Era(era),
            Target::Entity(entity) => PageOf::Entity(entity),
            _ => return None,
        };
        let page = Page::new(pack, of, None);
        let mut top = Anchor { block: self.block, offset: self.offset };
        if self.revision != pack.about.revision {
            let Target::Statement(statement) = pack.find(self.statement.as_deref()?)? else { return None };
            top = page.anchor_of(statement)?;
        }
        let there = (top.block as usize) < page.blocks.len();
        there.then(|| Location::on(of, top, page.statement_near(top)))
    }
}

/// Locks a file for as long as the answer is held. Another session changes its marks in a moment; whoever holds the
/// lock for longer is not waited for.
fn lock(path: &Path) -> Result<File, String> {
    const PATIENCE: Duration = Duration::from_secs(1);
    // Neither a link is followed nor a pipe waited for.
    let flags = rustix::fs::OFlags::NOFOLLOW | rustix::fs::OFlags::NONBLOCK;
    let mut options = File::options();
    options.create(true).truncate(false).write(true).custom_flags(flags.bits().cast_signed());
    let file = options.open(path).map_err(|e| format!("{}: {e}", path.display()))?;
    let until = Instant::now() + PATIENCE;
    while let Err(error) = file.try_lock() {
        if matches!(error, TryLockError::Error(_)) || Instant::now() > until {
            return Err(format!("{} is held by another program", path.display()));
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    Ok(file)
}

/// Reads a file of ours; nothing when there is none.
fn read<T: for<'de> Deserialize<'de>>(path: &Path, version: impl Fn(&T) -> u32) -> Result<Option<T>, String> {
    let about = match fs::metadata(path) {
        Ok(about) => about,
        Err(e) if e.kind() == io::ErrorKind::NotFound || e.kind() == io::ErrorKind::NotADirectory => return Ok(None),
        Err(e) => return Err(e.to_string()),
    };
    if !about.is_file() || about.len() > LARGEST {
        return Err("it is not a file of griot’s".into());
    }
    let text = fs::read_to_string(path).map_err(|e| e.to_string())?;
    let read: T = serde_json::from_str(&text).map_err(|e| clean(&e.to_string()).into_owned())?;
    if version(&read) != VERSION {
        return Err(format!("it is of version {}, this griot knows {VERSION}", version(&read)));
    }
    Ok(Some(read))
}

/// Puts a broken file aside, so that nothing in it is lost.
fn set_aside(path: &Path, reason: &str) -> String {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |d| d.as_secs());
    let aside = path.with_file_name(format!("state.json.bad-{now}"));
    let moved = fs::rename(path, &aside).is_ok();
    let told = if moved { "; it was set aside, and griot starts afresh" } else { "" };
    format!("the saved place cannot be read ({reason}){told}")
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
