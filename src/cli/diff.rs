//! `griot diff`: what changed from one pack to another.

use std::path::Path;

use serde::Serialize;

use super::output::Output;
use super::text_writer::{OutputStyle, TextWriter};
use super::{CliResult, load};
use crate::formats::json;
use griot_history::changes::{Change, How, Of, changes};
use griot_pack::pack::Pack;

#[derive(Serialize)]
struct Body<'a> {
    old: Named<'a>,
    new: Named<'a>,
    count: usize,
    changes: Vec<ChangeJson<'a>>,
}

#[derive(Serialize)]
struct Named<'a> {
    id: &'a str,
    title: &'a str,
    revision: &'a str,
}

#[derive(Serialize)]
struct ChangeJson<'a> {
    of: &'static str,
    id: &'a str,
    name: &'a str,
    change: &'static str,
    field: Option<&'static str>,
    old: Option<&'a str>,
    new: Option<&'a str>,
}

/// Tells what changed between the packs at two paths, a line each.
pub(super) fn diff(paths: [&Path; 2], style: OutputStyle, as_json: bool) -> CliResult {
    let (old, new) = (load::at(paths[0])?, load::at(paths[1])?);
    let found = changes(&old, &new);
    let text = if as_json { document(&old, &new, &found) } else { lines(&found, style) };
    let output = Output::of(text);
    Ok(match found.len() {
        0 => output.with_message("nothing differs"),
        _ => output.with_message(summary(&found)),
    })
}

/// What became of a record, in a word; of which field, as it was and as it is.
fn parts(how: &How) -> (&'static str, Option<&'static str>, Option<&str>, Option<&str>) {
    match how {
        How::Added => ("added", None, None, None),
        How::Removed => ("removed", None, None, None),
        How::Changed { field, old, new } => ("changed", Some(field), Some(old), Some(new)),
    }
}

fn lines(found: &[Change], style: OutputStyle) -> String {
    let mut writer = TextWriter::new(style);
    for it in found {
        let of = it.of.words()[0];
        let (word, field, old, new) = parts(&it.how);
        if style.plain {
            let rest = [field, old, new].map(Option::unwrap_or_default);
            writer.record(&[of, &it.id, word, &it.name, rest[0], rest[1], rest[2]]);
            continue;
        }
        let told = |text: &str| if text.is_empty() { "nothing".to_owned() } else { text.to_owned() };
        match &it.how {
            How::Added => writer.line(&format!("+ {of} {}: {}", it.id, it.name)),
            How::Removed => writer.line(&format!("- {of} {}: {}", it.id, it.name)),
            How::Changed { field, old, new } => {
                writer.line(&format!("~ {of} {}: {field}: {} → {}", it.id, told(old), told(new)));
            }
        }
    }
    writer.into_text()
}

/// `2 statements added, 1 changed; 1 source removed`.
fn summary(found: &[Change]) -> String {
    let of_kind = |of: Of| {
        let count = |word: &str| {
            let mut ids: Vec<&str> =
                found.iter().filter(|it| it.of == of && parts(&it.how).0 == word).map(|it| it.id.as_str()).collect();
            ids.dedup();
            ids.len()
        };
        let words = ["added", "removed", "changed"].map(|word| (count(word), word));
        let told: Vec<String> = words
            .iter()
            .filter(|(count, _)| *count > 0)
            .enumerate()
            .map(|(at, (count, word))| {
                let name = if at == 0 { format!(" {}", of.words()[usize::from(*count != 1)]) } else { String::new() };
                format!("{count}{name} {word}")
            })
            .collect();
        (!told.is_empty()).then(|| told.join(", "))
    };
    Of::ALL.into_iter().filter_map(of_kind).collect::<Vec<_>>().join("; ")
}

fn document(old: &Pack, new: &Pack, found: &[Change]) -> String {
    fn named(pack: &Pack) -> Named<'_> {
        Named { id: &pack.about.id, title: &pack.about.title, revision: &pack.about.revision }
    }
    fn change(it: &Change) -> ChangeJson<'_> {
        let (change, field, old, new) = parts(&it.how);
        ChangeJson { of: it.of.words()[0], id: &it.id, name: &it.name, change, field, old, new }
    }
    let changes = found.iter().map(change).collect();
    let body = Body { old: named(old), new: named(new), count: found.len(), changes };
    json::document("diff", Some(new), body)
}
