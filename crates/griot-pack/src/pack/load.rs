//! Opening a pack: a folder of files, a plain file, or a compiled file.

use crate::order::InOrder;
use std::fs;
use std::io;
use std::ops::ControlFlow;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use super::beside::{bibliographies, read_beside};
use super::bibliography::{Beside, ReadBibliography};
use super::build::{Files, build, build_plain};
use super::check as rules;
use super::compiled::Compiled;
use super::files::{is_plain, plain, text_of};
use super::json;
use super::kind::Kind;
use super::limits::MOST_MEMBERS;
use super::model::Pack;
use super::nearest::nearest;
use super::problem::{File, Problem, Problems};
use super::raw;
use super::rule::Rule;
use super::sums;
use crate::when::Day;

/// Opens a pack.
///
/// # Errors
/// Everything that is wrong, when it cannot be read as a pack.
pub fn open(path: &Path) -> Result<Pack, Problems> {
    let (pack, problems) = check(path);
    pack.ok_or(problems)
}

/// What is wrong with a pack that was opened, once all of it is read: a compiled one may hold what leads nowhere.
#[must_use]
pub fn damage_of(pack: &Pack, path: &Path) -> Option<Problems> {
    let shown = path.display().to_string();
    let damage = || Problems::one(Problem::of_file(&shown, Rule::Compiled(super::Damage::Changed)));
    (!pack.is_whole()).then(damage)
}

/// How far the opening of a pack has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress<'a> {
    /// A file is about to be read.
    Reading(&'a str),
    /// All is read, so many bytes; what it says is about to be put together and checked.
    Checking(u64),
}

/// What is told how far the opening has come, and says whether to go on or to give it up.
pub type Watch<'a> = &'a mut dyn FnMut(Progress<'_>) -> ControlFlow<()>;

/// Opens a pack and tells everything that is wrong with it, also what does not keep it from being read.
#[must_use]
pub fn check(path: &Path) -> (Option<Pack>, Problems) {
    check_watched(path, None, &mut |_| ControlFlow::Continue(()))
}

/// Does the same, watched: it may take seconds, and can be given up, which is told as a problem of its own. What lies beside
/// a plain file as its bibliography is read by who can.
#[must_use]
pub fn check_watched(path: &Path, read: Option<ReadBibliography>, watch: Watch) -> (Option<Pack>, Problems) {
    let shown = path.display().to_string();
    match fs::metadata(path) {
        Ok(about) if about.is_dir() => {
            let read = read_files(path, &shown, watch);
            let read = read.filter(|files| watch(Progress::Checking(size_of(files))).is_continue());
            match read {
                Some(files) => build(&files, hash_of(&files)),
                None => (None, Problems::one(Problem::of_file(&shown, Rule::GivenUp))),
            }
        }
        Ok(about) if about.is_file() && is_plain(path) => of_plain((path, &saved_on(&about)), read, watch),
        Ok(about) if about.is_file() => match of_compiled(path) {
            Ok(pack) => (Some(pack), Problems::default()),
            Err(rule) => (None, Problems::one(Problem::of_file(&shown, rule))),
        },
        Ok(_) => (None, Problems::one(Problem::of_file(&shown, Rule::NotAPack))),
        Err(error) => (None, Problems::one(Problem::of_file(&shown, Rule::CannotOpen(plain(&error))))),
    }
}

/// Reads a plain file that has been opened already: its name, its text and the day on which it was written.
#[must_use]
pub fn check_text(name: &str, text: &str, saved: &str) -> (Option<Pack>, Problems) {
    let sum = sum_of_text(text);
    build_plain(File::new(name, text.to_owned()), saved, Beside { sum, ..Beside::default() })
}

fn sum_of_text(text: &str) -> u64 {
    sums::add_to_sum(sums::sum(&[]), text.as_bytes())
}

fn of_plain((path, saved): (&Path, &str), read: Option<ReadBibliography>, watch: Watch) -> (Option<Pack>, Problems) {
    let shown = path.display().to_string();
    let none = |rule| (None, Problems::one(Problem::of_file(&shown, rule)));
    if watch(Progress::Reading(&shown)).is_break() {
        return none(Rule::GivenUp);
    }
    match text_of(path) {
        Err(rule) => none(rule),
        Ok(text) if watch(Progress::Checking(text.len() as u64)).is_break() => {
            drop(text);
            none(Rule::GivenUp)
        }
        Ok(text) => {
            let sum = sum_of_text(&text);
            let file = File::new(&shown, text);
            let beside = read.map(|read| read_beside(path, &file, sum, read));
            build_plain(file, saved, beside.unwrap_or_else(|| Beside { sum, ..Beside::default() }))
        }
    }
}

/// The day on which a file was written, as `2025-11-23`.
fn saved_on(about: &fs::Metadata) -> String {
    let since = about.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok());
    let Day { year, month, day } = Day::since_1970(since.map_or(0, |since| since.as_secs() as i64 / 86_400));
    format!("{year:04}-{month:02}-{day:02}")
}

fn of_compiled(path: &Path) -> Result<Pack, Rule> {
    let file = fs::File::open(path).map_err(|error| Rule::CannotOpen(plain(&error)))?;
    Compiled::from_file(file).and_then(|it| it.as_written()?.pack()).map_err(|damage| match damage {
        super::Damage::NotCompiled => Rule::NotAPack,
        damage => Rule::Compiled(damage),
    })
}

/// The pack in a compiled file, of which no more is read than is wanted: nothing where there is none that can be read. What is
/// not as it was written is found when it is read ([`Pack::is_damaged`]); [`check`] tells what is wrong.
#[must_use]
pub fn compiled_at(path: &Path) -> Option<Pack> {
    let path = fs::metadata(path).ok()?.is_file().then_some(path)?;
    Compiled::from_file(fs::File::open(path).ok()?).and_then(|it| it.pack()).ok()
}

/// What the files of a pack look like, without being read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamp {
    /// Their names, sizes, times and inodes.
    pub bytes: Vec<u8>,
    /// When the newest was changed.
    pub newest: SystemTime,
}

/// What the files of a pack in a folder look like, or its one plain file with what is beside it; nothing where that cannot be
/// told. Two stamps differ where a file came, went or changed.
#[must_use]
pub fn stamp(dir: &Path) -> Option<Stamp> {
    let mut stamp = Stamp { bytes: Vec::new(), newest: UNIX_EPOCH };
    for (name, path) in files_of(dir) {
        let about = fs::metadata(path).ok()?;
        let time = about.modified().ok()?;
        stamp.newest = stamp.newest.max(time);
        stamp.bytes.extend(name.as_bytes());
        let of_file = [about.len(), about.mtime().cast_unsigned(), about.mtime_nsec().cast_unsigned(), about.ino()];
        stamp.bytes.extend(of_file.iter().flat_map(|number| number.to_le_bytes()));
    }
    Some(stamp).filter(|stamp| !stamp.bytes.is_empty())
}

/// The files that a pack is read from, with what tells each from the others.
fn files_of(dir: &Path) -> Vec<(String, PathBuf)> {
    if is_plain(dir) {
        let beside = bibliographies(dir).into_iter().filter(|path| path.exists());
        return [dir.to_owned()].into_iter().chain(beside).map(|path| (path.display().to_string(), path)).collect();
    }
    let folders = ["", "eras", "entities", "translations", "era", "entity", "translation"];
    folders.iter().flat_map(|folder| names_in(dir, folder)).map(|name| (name.clone(), dir.join(name))).collect()
}

/// A number that tells words apart from any others.
#[must_use]
pub fn sum_of_words(words: &str) -> u64 {
    sums::sum(words.as_bytes())
}

/// What tells the files of a pack in a folder apart from any others, as the pack that is made of them has it; nothing where
/// one cannot be read or lies astray, or where there is no folder.
#[must_use]
pub fn hash(dir: &Path) -> Option<u64> {
    let go_on: Watch = &mut |_| ControlFlow::Continue(());
    let files = dir.is_dir().then(|| read_files(dir, "", go_on))??;
    files.unread.is_empty().then(|| hash_of(&files))
}

/// What tells the files of a pack apart from any others.
fn hash_of(files: &Files) -> u64 {
    all_of(files).fold(sums::sum(&[]), |sum, file| {
        let sum = sums::add_to_sum(sum, file.name.as_bytes());
        sums::add_to_sum(sums::add_to_sum(sum, &file.text.len().to_le_bytes()), file.text.as_bytes())
    })
}

/// The bytes of all files.
fn size_of(files: &Files) -> u64 {
    all_of(files).map(|file| file.text.len() as u64).sum()
}

fn all_of(files: &Files) -> impl Iterator<Item = &File> {
    let entities = files.entities.iter().map(|(_, file)| file);
    let all = [&files.about, &files.sources].into_iter().chain(&files.geo).chain(&files.eras).chain(entities);
    all.chain(&files.translations)
}

/// The files of a pack; nothing where it was given up.
fn read_files(dir: &Path, shown: &str, watch: Watch) -> Option<Files> {
    let mut files = Files::default();
    let unread = &mut files.unread;
    let mut given_up = false;
    let mut open = |name: &str, needed: bool| {
        given_up |= !given_up && watch(Progress::Reading(name)).is_break();
        if given_up {
            return None;
        }
        match read(dir, name) {
            Ok(Some(file)) => return Some(file),
            Ok(None) => unread.extend(needed.then(|| Problem::of_file(name, Rule::MissingFile(shown.into())))),
            Err(rule) => unread.push(Problem::of_file(name, rule)),
        }
        None
    };
    files.about = open("pack.json", true).unwrap_or_default();
    let listed = eras_listed(&files.about);
    let there = names_in(dir, "eras");
    let names = listed.unwrap_or_else(|| there.clone());
    files.eras = names.iter().filter_map(|name| open(name, true)).collect();
    files.entities = Kind::ALL.iter().filter_map(|kind| Some((*kind, open(&of_kind(*kind), false)?))).collect();
    files.sources = open("sources.json", true).unwrap_or_default();
    files.geo = open("geo.json", false);
    files.translations = names_in(dir, "translations").iter().filter_map(|name| open(name, true)).collect();
    for stray in there.iter().filter(|name| !names.contains(name)) {
        files.unread.push(Problem::of_file(stray, Rule::UnlistedEra));
    }
    files.unread.extend(strays(dir));
    (!given_up).then_some(files)
}

/// The files that lie where those of a pack do, or are called as they are, and that nothing reads.
fn strays(dir: &Path) -> Vec<Problem> {
    let is_read = |name: &str| Kind::ALL.iter().any(|kind| name == of_kind(*kind));
    let in_place = names_in(dir, "entities").into_iter().filter(|name| !is_read(name));
    let kinds = || Kind::ALL.into_iter().map(Kind::plural);
    let in_place = in_place.map(|name| {
        let near = || {
            nearest(name.split_once('/')?.1.strip_suffix(".json")?, kinds()).map(|near| format!("entities/{near}.json"))
        };
        let near = kind_called(&name).or_else(near);
        (name, near)
    });
    // Beside pack.json may lie what belongs to other programs: only what comes near a name is meant for this one.
    let beside = names_in(dir, "").into_iter().filter(|name| !ROOT.contains(&name.as_str()));
    let beside = beside.filter_map(|name| {
        let slip = || ROOT.into_iter().find(|known| strsim::osa_distance(&name, known) <= 2).map(str::to_owned);
        let near = kind_called(&name).or_else(slip)?;
        Some((name, Some(near)))
    });
    let misnamed = [("era", "eras"), ("entity", "entities"), ("translation", "translations")].into_iter().flat_map(
        |(folder, right)| {
            let right = move |name: String| {
                let near = name.replacen(folder, right, 1);
                (name, Some(near))
            };
            names_in(dir, folder).into_iter().map(right)
        },
    );
    let all = in_place.chain(beside).chain(misnamed);
    all.map(|(name, near)| Problem::of_file(&name, Rule::UnknownFile(near))).collect()
}

/// The files of a pack that lie in its folder itself.
const ROOT: [&str; 3] = ["pack.json", "sources.json", "geo.json"];

fn of_kind(kind: Kind) -> String {
    format!("entities/{}.json", kind.plural())
}

/// The file of the kind of entity that a file is called after: `persons.json` holds people.
fn kind_called(name: &str) -> Option<String> {
    let stem = Path::new(name).file_stem()?.to_str()?.to_lowercase();
    let called = |kind: &&Kind| stem == kind.plural() || stem.strip_suffix('s').unwrap_or(&stem) == kind.name();
    Kind::ALL.iter().find(called).copied().map(of_kind)
}

/// The files of the eras that `pack.json` lists, where that can be read.
fn eras_listed(about: &File) -> Option<Vec<String>> {
    let (about, _) = json::read::<raw::About>(about, &mut Problems::default());
    if about.eras.is_absent() {
        return None;
    }
    // An id that is none would be a path: it is reported with the other problems of pack.json, not opened.
    let names = about.eras.iter().enumerate().take(MOST_MEMBERS).filter(|(_, id)| rules::is_id(id));
    Some(names.map(|(i, id)| format!("eras/{}-{}.json", i + 1, **id)).collect())
}

/// The JSON files of a folder of the pack, in the order of their numbers.
fn names_in(dir: &Path, folder: &str) -> Vec<String> {
    let Ok(entries) = fs::read_dir(dir.join(folder)) else { return Vec::new() };
    let under = if folder.is_empty() { String::new() } else { format!("{folder}/") };
    let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let mut names: Vec<String> = names.filter(|n| Path::new(n).extension().is_some_and(|e| e == "json")).collect();
    names.order_by_key(|n| (n.split('-').next().and_then(|d| d.parse::<u32>().ok()), n.clone()));
    names.into_iter().map(|name| under.clone() + &name).collect()
}

/// A file; none when there is none of the name.
fn read(dir: &Path, name: &str) -> Result<Option<File>, Rule> {
    let path = dir.join(name);
    match fs::metadata(&path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(Rule::CannotOpen(plain(&error))),
        Ok(about) if !about.is_file() => return Err(Rule::NotAFile),
        Ok(_) => {}
    }
    Ok(Some(File::new(name, text_of(&path)?)))
}
