//! Reading a pack from its folder.

use std::fs;
use std::io::Read;
use std::path::Path;

use super::build::build;
use super::build::files::{Files, Held};
use super::build::parse::{Cut, mend};
use super::problem::Problem;
use super::{Kind, Pack, check, raw};

/// The largest file of a pack, in bytes.
const LARGEST: u64 = 64 << 20;

/// Reads a folder.
///
/// # Errors
/// Everything that is wrong, when it cannot be read as a pack.
pub fn from_dir(dir: &Path) -> Result<Pack, Vec<Problem>> {
    let (pack, problems) = check_dir(dir);
    pack.ok_or(problems)
}

/// Reads a folder and tells everything that is wrong with it, also what does not keep it from being read.
#[must_use]
pub fn check_dir(dir: &Path) -> (Option<Pack>, Vec<Problem>) {
    let (mut held, unread) = match read_files(dir) {
        Ok(found) => found,
        Err(problem) => return (None, vec![problem]),
    };
    let build = |held: &Files<Held>, cut| build(&held.map(Held::file), raw::Text::into_owned, cut);
    let built = build(&held, Cut::default()).or_else(|_| {
        let cut = mend(&mut held);
        build(&held, cut)
    });
    let (pack, mut problems) = built.unwrap_or_else(|problem| (None, vec![problem]));
    if unread.is_empty() {
        return (pack, problems);
    }
    // Ids that live in a file that could not be opened are not missing: only the file is.
    problems.retain(|p| !(p.message.starts_with("no ") || p.file.is_empty() && p.line > 0));
    problems.splice(0..0, unread);
    (None, problems)
}

fn read_files(dir: &Path) -> Result<(Files<Held>, Vec<Problem>), Problem> {
    let shown = dir.display().to_string();
    let is_dir =
        fs::metadata(dir).map_err(|e| Problem::of_file(&shown, format!("cannot be opened: {}", plain(&e))))?.is_dir();
    if !is_dir {
        return Err(Problem::of_file(&shown, "is not a folder; a pack is a folder that holds pack.json"));
    }
    let mut unread = Vec::new();
    let mut open = |name: &str, needed: bool| match read(dir, name) {
        Ok(file) => Some(file),
        Err(None) if !needed => None,
        Err(None) => {
            unread.push(Problem::of_file(name, format!("is missing; a pack needs it in {shown}")));
            None
        }
        Err(Some(problem)) => {
            unread.push(problem);
            None
        }
    };
    let about = open("pack.json", true).unwrap_or_default();
    let order = serde_json::from_str::<raw::About>(&about.text).map(|a| a.eras).ok();
    let names = order.map_or_else(|| era_files(dir), |eras| named(&eras));
    let eras: Vec<Held> = names.iter().filter_map(|name| open(name, true)).collect();
    let entities =
        Kind::ALL.iter().filter_map(|kind| Some((*kind, open(&format!("entities/{}.json", kind.plural()), false)?)));
    let entities = entities.collect();
    let sources = open("sources.json", true).unwrap_or_default();
    let geo = open("geo.json", false);
    for stray in era_files(dir).into_iter().filter(|name| !names.contains(name)) {
        unread.push(Problem::of_file(&stray, "is not in the list of eras in pack.json"));
    }
    Ok((Files { about, eras, entities, sources, geo }, unread))
}

fn named(eras: &[raw::Text]) -> Vec<String> {
    // An id that is none would be a path: it is reported with the other problems of pack.json, not opened.
    eras.iter()
        .enumerate()
        .take(check::MOST_MEMBERS)
        .filter(|(_, id)| check::id(id).is_ok())
        .map(|(i, id)| format!("eras/{}-{id}.json", i + 1))
        .collect()
}

fn era_files(dir: &Path) -> Vec<String> {
    let Ok(entries) = fs::read_dir(dir.join("eras")) else { return Vec::new() };
    let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let mut names: Vec<String> =
        names.filter(|n| Path::new(n).extension().is_some_and(|e| e == "json")).map(|n| format!("eras/{n}")).collect();
    names.sort_by_key(|n| (n["eras/".len()..].split('-').next().and_then(|d| d.parse::<u32>().ok()), n.clone()));
    names
}

/// The text of a file; `Err(None)` when there is none.
fn read(dir: &Path, name: &str) -> Result<Held, Option<Problem>> {
    let path = dir.join(name);
    let problem = |message: String| Some(Problem::of_file(name, message));
    let about = match fs::metadata(&path) {
        Ok(about) => about,
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => return Err(None),
        Err(e) => return Err(problem(format!("cannot be opened: {}", plain(&e)))),
    };
    if !about.is_file() {
        return Err(problem("is not a regular file".into()));
    }
    let mut bytes = Vec::new();
    let file = fs::File::open(&path).map_err(|e| problem(format!("cannot be opened: {}", plain(&e))))?;
    file.take(LARGEST + 1).read_to_end(&mut bytes).map_err(|e| problem(format!("cannot be read: {}", plain(&e))))?;
    if bytes.len() as u64 > LARGEST {
        return Err(problem("is larger than 64 MiB".into()));
    }
    let text = String::from_utf8(bytes).map_err(|e| {
        let at = e.utf8_error().valid_up_to();
        let line = e.as_bytes()[..at].iter().filter(|b| **b == b'\n').count() + 1;
        problem(format!("is not UTF-8: line {line} holds a byte that is none"))
    })?;
    Ok(Held { name: name.into(), text, ..Held::default() })
}

fn plain(error: &std::io::Error) -> String {
    match error.kind() {
        std::io::ErrorKind::NotFound => "there is no such file or folder".into(),
        std::io::ErrorKind::PermissionDenied => "permission is denied".into(),
        _ => error.to_string(),
    }
}
