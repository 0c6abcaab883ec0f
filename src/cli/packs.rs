//! The packs of the data folder: `griot list packs`, and `--pack` for one of them.

use std::fs;
use std::path::{Path, PathBuf};

use etcetera::BaseStrategy;
use serde::Serialize;

use super::list::nearest;
use super::load;
use super::output::{CliError, Output};
use super::text_writer::{OutputStyle, TextWriter};
use crate::formats::json;
use crate::tui::store::NOTES;
use griot_pack::pack::{self, Pack, Problems};

/// What is listed instead of a path for the pack that every griot has.
const BUILT_IN: &str = "built-in";

/// A pack that can be called by its name.
struct Kept {
    name: String,
    path: PathBuf,
}

/// The folder in which packs are looked for.
fn folder() -> Option<PathBuf> {
    Some(etcetera::choose_base_strategy().ok()?.data_dir().join("griot"))
}

/// The packs of the folder, by name: folders with a `pack.json`, plain files, compiled ones. Where two would have one name, their
/// endings are part of it.
fn kept(folder: &Path) -> Vec<Kept> {
    let is_pack = |path: &Path| {
        let compiled = path.is_file() && path.extension().is_some_and(|it| it == "griot");
        let own = path.file_name().is_some_and(|name| name == NOTES);
        path.join("pack.json").is_file() || compiled || path.is_file() && pack::is_plain(path) && !own
    };
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.path()).filter(|path| is_pack(path)).collect();
    paths.sort();
    let text = |name: Option<&std::ffi::OsStr>| name.map_or_else(String::new, |it| it.to_string_lossy().into_owned());
    let short = |path: &PathBuf| {
        if path.is_dir() { text(path.file_name()) } else { text(path.file_stem()) }
    };
    let shorts: Vec<String> = paths.iter().map(short).collect();
    let name = |at: usize, path: &PathBuf| {
        let once = shorts.iter().filter(|other| **other == shorts[at]).count() == 1;
        if once { shorts[at].clone() } else { text(path.file_name()) }
    };
    let names: Vec<String> = paths.iter().enumerate().map(|(at, path)| name(at, path)).collect();
    names.into_iter().zip(paths).map(|(name, path)| Kept { name, path }).collect()
}

/// The path of the pack that has a name; nothing for the built-in one.
///
/// # Errors
/// When there is none of that name.
pub(super) fn named(name: &str) -> Result<Option<PathBuf>, CliError> {
    let folder = folder();
    let all = folder.as_deref().map(kept).unwrap_or_default();
    let own = crate::built_in::about().map(|about| about.id.to_string()).unwrap_or_default();
    let found = all.iter().find(|it| it.name == name || it.path.file_name().is_some_and(|file| file == name));
    if let Some(it) = found {
        return Ok(Some(it.path.clone()));
    }
    if name == own || name == BUILT_IN {
        return Ok(None);
    }
    let near = nearest(all.iter().map(|it| it.name.as_str()).chain([own.as_str()]), name);
    let hint = near.map_or_else(String::new, |near| format!("; did you mean {near}?"));
    let place = folder.map_or_else(|| "the data folder".to_owned(), |folder| folder.display().to_string());
    Err(CliError::usage(format!(
        "there is no pack \"{name}\" in {place}{hint}\ngriot list packs tells of all; --data PATH opens one from anywhere"
    )))
}

#[derive(Serialize)]
struct Body {
    folder: Option<String>,
    count: usize,
    packs: Vec<Row>,
}

#[derive(Serialize)]
struct Row {
    name: String,
    title: Option<String>,
    as_of: Option<String>,
    revision: Option<String>,
    statements: usize,
    entities: usize,
    sources: usize,
    problems: usize,
    /// The first problem, where there is one.
    why: Option<String>,
    path: String,
}

/// Lists the built-in pack and those of the folder, with what keeps any of them from being opened.
pub(super) fn list(style: OutputStyle, as_json: bool) -> Result<Output, CliError> {
    let folder = folder();
    let own = load::built_in()?;
    let own_name = own.about.id.to_string();
    let mut rows = vec![row(own_name, BUILT_IN.to_owned(), Some(&own), &Problems::default())];
    for Kept { name, path } in folder.as_deref().map(kept).unwrap_or_default() {
        let (pack, problems) = load::watched(&path);
        rows.push(row(name, path.display().to_string(), pack.as_ref(), &problems));
    }
    let folder = folder.map(|folder| folder.display().to_string());
    if as_json {
        let body = Body { folder, count: rows.len(), packs: rows };
        return Ok(Output::of(json::document("list", None, body)));
    }
    let mut writer = TextWriter::new(style);
    let cells: Vec<Vec<String>> = rows.iter().map(|row| cells(row, style.plain)).collect();
    writer.table(&cells);
    let output = Output::of(writer.into_text());
    Ok(match folder.filter(|_| rows.len() == 1) {
        Some(folder) => output
            .with_message(format!("packs of your own belong into {folder}: a folder, a .md or a .griot file each")),
        None => output,
    })
}

fn row(name: String, path: String, pack: Option<&Pack>, problems: &Problems) -> Row {
    let about = pack.map(|pack| &pack.about);
    let broken = problems.errors() > 0;
    let first = problems.listed.first().filter(|_| broken);
    Row {
        name,
        title: about.map(|it| it.title.to_string()),
        as_of: about.map(|it| it.as_of.to_string()),
        revision: about.map(|it| it.revision.to_string()),
        statements: pack.map_or(0, |pack| pack.statements().len()),
        entities: pack.map_or(0, |pack| pack.entities().len()),
        sources: pack.map_or(0, |pack| pack.sources().len()),
        problems: problems.errors(),
        why: first.map(ToString::to_string),
        path,
    }
}

fn cells(row: &Row, plain: bool) -> Vec<String> {
    let text = |it: &Option<String>| it.clone().unwrap_or_default();
    let counts = [row.statements, row.entities, row.sources];
    let broken = match (&row.why, row.title.is_some()) {
        (None, _) => String::new(),
        (Some(why), true) => format!("{} problems, first {why}", row.problems),
        (Some(why), false) => format!("cannot be opened: {why}"),
    };
    if plain {
        let [statements, entities, sources] = counts.map(|count| count.to_string());
        let why = text(&row.why);
        return vec![
            row.name.clone(),
            text(&row.title),
            text(&row.as_of),
            statements,
            entities,
            sources,
            why,
            row.path.clone(),
        ];
    }
    let told = format!("{} statements, {} entities, {} sources", counts[0], counts[1], counts[2]);
    let as_of = row.as_of.as_ref().map_or_else(String::new, |as_of| format!("as of {as_of}"));
    let told = if row.title.is_some() {
        [text(&row.title), as_of, told, broken]
    } else {
        [broken, String::new(), String::new(), String::new()]
    };
    let told: Vec<String> = told.into_iter().filter(|it| !it.is_empty()).collect();
    vec![row.name.clone(), told.join(" · ")]
}
