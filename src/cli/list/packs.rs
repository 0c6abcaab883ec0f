//! `griot list packs`: the packs that can be called by name, and what is wrong with any of them.

use serde::Serialize;

use super::super::load;
use super::super::output::{CliError, Output};
use super::super::packs::{BUILT_IN, Kept, folder, kept};
use super::super::text_writer::{OutputStyle, TextWriter};
use crate::formats::json;
use griot_pack::pack::{Pack, Problems};

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
pub fn packs(style: OutputStyle, as_json: bool) -> Result<Output, CliError> {
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
    let words = [("statement", "statements"), ("entity", "entities"), ("source", "sources")];
    let told = counts
        .iter()
        .zip(words)
        .map(|(count, (one, many))| format!("{count} {}", if *count == 1 { one } else { many }));
    let told = told.collect::<Vec<_>>().join(", ");
    let as_of = row.as_of.as_ref().map_or_else(String::new, |as_of| format!("as of {as_of}"));
    let told = if row.title.is_some() {
        [text(&row.title), as_of, told, broken]
    } else {
        [broken, String::new(), String::new(), String::new()]
    };
    let told: Vec<String> = told.into_iter().filter(|it| !it.is_empty()).collect();
    vec![row.name.clone(), told.join(" · ")]
}
