//! What an import tells: counts, who is one with whom, and each cell that was not understood.

use std::collections::HashMap;

use griot_formats::report::{FileReport, Remark, Report};
use serde::Serialize;

use super::Told;
use crate::cli::text_writer::TextWriter;
use crate::formats::json;

#[derive(Serialize)]
struct Body {
    files: Vec<FileJson>,
}

#[derive(Serialize)]
struct FileJson {
    file: String,
    format: &'static str,
    unit: &'static str,
    read: usize,
    statements: usize,
    entities: Vec<CountJson>,
    sources: usize,
    outlines: usize,
    already: usize,
    repeated: usize,
    joined: Vec<CountJson>,
    notes: Vec<NoteJson>,
    unreadable: Option<String>,
}

#[derive(Serialize)]
struct CountJson {
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    count: usize,
}

#[derive(Serialize)]
struct NoteJson {
    row: Option<usize>,
    column: String,
    text: String,
    what: String,
}

/// The report as text, as records a line each, or as one document.
pub(super) fn text(report: &Report, told: Told) -> String {
    if told.json {
        return json::document("import", None, Body { files: report.files.iter().map(file_json).collect() });
    }
    let mut writer = TextWriter::new(told.style);
    for file in &report.files {
        if told.style.plain {
            records(file, &mut writer);
        } else {
            file_text(file, &mut writer);
        }
    }
    writer.into_text()
}

fn file_text(file: &FileReport, writer: &mut TextWriter) {
    writer.gap();
    if file.unreadable.is_some() && !file.gave() {
        return writer.head(&format!("{}: not read", file.name));
    }
    let unit = if file.read == 1 { file.unit.trim_end_matches('s') } else { file.unit };
    writer.head(&format!("{}: {} {unit} of {}", file.name, file.read, file.form));
    let made = made(file);
    if !made.is_empty() {
        writer.entry(2, "", &made.join(", "));
    }
    if file.already > 0 {
        writer.entry(2, "", &format!("there already, and left as they are: {}", file.already));
    }
    if file.repeated > 0 {
        writer.entry(2, "", &format!("told before in what came in, and kept once: {}", file.repeated));
    }
    let of = |(kind, name): &(griot_pack::pack::Kind, String), count: usize| {
        format!("{name} ({}, {count} times)", kind.name())
    };
    let joined: Vec<String> = file.joined.iter().map(|(one, count)| of(one, *count)).collect();
    if !joined.is_empty() {
        writer.entry(2, "", &format!("one entity each: {}", joined.join("; ")));
    }
    for (remark, rows) in alike(&file.remarks) {
        writer.entry(2, "", &remark.sentence(&rows_said(file.each, &rows)));
    }
}

/// Remarks that differ by their rows alone are one, with all of these.
fn alike(remarks: &[Remark]) -> Vec<(&Remark, Vec<usize>)> {
    let mut all: Vec<(&Remark, Vec<usize>)> = Vec::new();
    let mut places: HashMap<[&str; 3], usize> = HashMap::new();
    for it in remarks {
        let at = *places.entry([&it.column, &it.text, &it.what]).or_insert(all.len());
        match all.get_mut(at) {
            Some((_, rows)) => rows.push(it.row),
            None => all.push((it, vec![it.row])),
        }
    }
    all
}

/// `row 5`, `rows 5, 7–9`, `rows 1, 3, 5 and 40 more`; nothing for the whole file.
fn rows_said(each: &str, rows: &[usize]) -> String {
    /// So many runs of rows are named.
    const MOST: usize = 6;
    let (first, last) = match rows {
        [] | [0] => return String::new(),
        [row] => return format!("{each} {row}"),
        _ => (|run: &[usize]| run[0], |run: &[usize]| run[run.len() - 1]),
    };
    let runs: Vec<&[usize]> = rows.chunk_by(|a, b| a + 1 == *b).collect();
    let named = &runs[..if runs.len() > MOST + 1 { MOST } else { runs.len() }];
    let said = |run: &&[usize]| match run.len() {
        1 => first(run).to_string(),
        2 => format!("{}, {}", first(run), last(run)),
        _ => format!("{}–{}", first(run), last(run)),
    };
    let words = named.iter().map(said).collect::<Vec<_>>().join(", ");
    let more: usize = runs[named.len()..].iter().map(|run| run.len()).sum();
    if more > 0 { format!("{each}s {words} and {more} more") } else { format!("{each}s {words}") }
}

/// What became of the file, counted.
fn made(file: &FileReport) -> Vec<String> {
    let count = |n: usize, one: &str, many: &str| (n > 0).then(|| format!("{n} {}", if n == 1 { one } else { many }));
    let entities = file.entities.iter().map(|(kind, n)| count(*n, kind.name(), kind.plural()));
    std::iter::once(count(file.statements, "statement", "statements"))
        .chain(entities)
        .chain([count(file.sources, "source", "sources"), count(file.outlines, "outline", "outlines")])
        .flatten()
        .collect()
}

/// Columns: file, what, row, column, text, words.
fn records(file: &FileReport, writer: &mut TextWriter) {
    let number = |n: usize| n.to_string();
    let mut record = |what: &str, row: &str, column: &str, text: &str, words: &str| {
        writer.record(&[&file.name, what, row, column, text, words]);
    };
    record("read", "", file.unit, &number(file.read), file.form);
    record("statements", "", "", &number(file.statements), "");
    for (kind, count) in &file.entities {
        record(kind.plural(), "", "", &number(*count), "");
    }
    record("sources", "", "", &number(file.sources), "");
    record("already", "", "", &number(file.already), "");
    record("repeated", "", "", &number(file.repeated), "");
    for ((kind, name), count) in &file.joined {
        record("joined", "", kind.name(), name, &number(*count));
    }
    for it in &file.remarks {
        let row = if it.row > 0 { number(it.row) } else { String::new() };
        record("note", &row, &it.column, &it.text, &it.what);
    }
    if let Some(why) = &file.unreadable {
        record("unreadable", "", "", "", why);
    }
}

fn file_json(file: &FileReport) -> FileJson {
    let entity =
        |(kind, count): (&griot_pack::pack::Kind, &usize)| CountJson { kind: kind.name(), name: None, count: *count };
    let joined = file.joined.iter().map(|((kind, name), count)| CountJson {
        kind: kind.name(),
        name: Some(name.clone()),
        count: *count,
    });
    let note = |it: &Remark| NoteJson {
        row: (it.row > 0).then_some(it.row),
        column: it.column.clone(),
        text: it.text.clone(),
        what: it.what.clone(),
    };
    FileJson {
        file: file.name.clone(),
        format: file.form,
        unit: file.unit,
        read: file.read,
        statements: file.statements,
        entities: file.entities.iter().map(entity).collect(),
        sources: file.sources,
        outlines: file.outlines,
        already: file.already,
        repeated: file.repeated,
        joined: joined.collect(),
        notes: file.remarks.iter().map(note).collect(),
        unreadable: file.unreadable.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_of_which_the_same_is_said_are_told_together() {
        let every_other: Vec<usize> = (0..30).map(|n| 2 * n + 1).collect();
        for (rows, said) in [
            (&[0][..], ""),
            (&[5], "row 5"),
            (&[5, 6, 9], "rows 5, 6, 9"),
            (&[1, 2, 3, 7], "rows 1–3, 7"),
            (&[1, 3, 5, 7, 9, 11, 13], "rows 1, 3, 5, 7, 9, 11, 13"),
            (&every_other, "rows 1, 3, 5, 7, 9, 11 and 24 more"),
        ] {
            assert_eq!(rows_said("row", rows), said);
        }
        let remark = |row: usize, column: &str| Remark {
            row,
            column: column.to_owned(),
            text: String::new(),
            what: "is not understood".to_owned(),
        };
        let all = [remark(1, "a"), remark(1, "b"), remark(2, "a")];
        let told: Vec<(&str, Vec<usize>)> = alike(&all).into_iter().map(|(it, rows)| (&*it.column, rows)).collect();
        assert_eq!(told, [("a", vec![1, 2]), ("b", vec![1])]);
    }
}
