//! `griot check`: everything that is wrong with a pack, or what it holds.

use std::path::Path;

use serde::Serialize;

use super::load::count;
use super::output::{CliError, Output, Status};
use super::text_writer::{OutputStyle, TextWriter};
use crate::formats::json;
use griot_history::text::{graphemes, width};
use griot_pack::pack::{self, Pack, Problem, Problems};

/// How a check is told.
#[derive(Debug, Clone, Copy)]
pub(super) struct Report {
    pub style: OutputStyle,
    pub json: bool,
    /// Warnings count as errors.
    pub strict: bool,
}

#[derive(Serialize)]
struct Body {
    valid: bool,
    errors: usize,
    warnings: usize,
    problems: Vec<ProblemJson>,
    /// How many more there are than are listed.
    more: usize,
    counts: Option<Counts>,
}

#[derive(Serialize)]
struct ProblemJson {
    code: &'static str,
    severity: &'static str,
    file: String,
    line: Option<usize>,
    column: Option<usize>,
    message: String,
}

/// How much a pack holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Counts {
    pub eras: usize,
    pub chapters: usize,
    pub passages: usize,
    pub statements: usize,
    pub words: usize,
    pub entities: usize,
    pub sources: usize,
    pub notes: usize,
    /// Statements that rest on copies of Wikipedia alone.
    pub on_wiki: usize,
}

/// Checks a pack of the user's.
pub(super) fn pack(path: &Path, report: Report) -> Output {
    let (pack, problems) = super::load::watched(path);
    let damage = pack.as_ref().and_then(|pack| pack::damage_of(pack, path));
    let (pack, problems) = damage.map_or((pack, problems), |damage| (None, damage));
    output(pack.as_ref(), &problems, &path.display().to_string(), report)
}

/// Tells of the built-in pack, whose files were checked when griot was built.
pub(super) fn built_in(report: Report) -> Result<Output, CliError> {
    let pack = super::load::built_in()?;
    Ok(output(Some(&pack), &Problems::default(), "the built-in pack", report))
}

fn output(pack: Option<&Pack>, problems: &Problems, name: &str, report: Report) -> Output {
    let bad = problems.errors() > 0 || report.strict && !problems.is_empty();
    let counts = pack.map(counts);
    let text = if report.json {
        let listed = problems.listed.iter().map(of_problem).collect();
        let (errors, warnings) = (problems.errors(), problems.warnings());
        let body = Body { valid: !bad, errors, warnings, problems: listed, more: problems.unlisted, counts };
        json::document("check", pack, body)
    } else {
        let mut writer = TextWriter::new(report.style);
        for problem in &problems.listed {
            write(problem, &mut writer);
        }
        if problems.unlisted > 0 {
            writer.line(&format!("{} more problems are not listed", problems.unlisted));
        }
        if let (Some(counts), false) = (counts, bad) {
            writer.line(&format!("{name}: {}", summary(&counts)));
            match counts.on_wiki {
                0 => {}
                1 => writer.line("1 statement rests on copies of Wikipedia alone"),
                count => writer.line(&format!("{count} statements rest on copies of Wikipedia alone")),
            }
        }
        writer.into_text()
    };
    let mut output = Output::of(text);
    if bad {
        output.status = Status::Pack;
    }
    if !problems.is_empty() {
        output.messages.push(format!("{name} has {}", count(problems)));
    }
    output
}

fn of_problem(problem: &Problem) -> ProblemJson {
    let place = |n: usize| (n > 0).then_some(n);
    ProblemJson {
        code: problem.rule.code(),
        severity: problem.rule.severity().name(),
        file: problem.place.file.clone(),
        line: place(problem.place.line),
        column: place(problem.place.column),
        message: problem.message(),
    }
}

/// A problem as compilers tell it: what it is, where, and the line with a mark beneath; `--plain` has it in one line.
fn write(problem: &Problem, writer: &mut TextWriter) {
    let code = problem.rule.code();
    if writer.style().plain {
        return writer.line(&format!("{problem} [{code}]"));
    }
    let severity = problem.rule.severity().name();
    if let Some(source) = &problem.source {
        writer.head(&format!("{severity}[{code}]: {}", problem.message()));
        draw(writer, problem.place.line, &problem.place.to_string(), source);
    } else {
        writer.head(&format!("{severity}[{code}]: {problem}"));
    }
    writer.gap();
}

/// Where it is, and the line with a mark beneath what is meant.
pub(super) fn draw(writer: &mut TextWriter, line: usize, place: &str, source: &pack::SourceLine) {
    let number = line.to_string();
    let edge = " ".repeat(number.len());
    writer.line(&format!("{edge}--> {place}"));
    let (before, text, marked) = in_room(source, writer.style().width.saturating_sub(edge.len() + 3));
    writer.line(&format!("{edge} |"));
    writer.line(&format!("{number} | {text}"));
    writer.line(&format!("{edge} | {}{}", " ".repeat(before), "^".repeat(marked.max(1))));
}

/// As much of the line as there is room for, with the columns before what is marked and those of it.
fn in_room(source: &pack::SourceLine, room: usize) -> (usize, String, usize) {
    let room = room.max(20);
    let cut = |text: &str, room: usize| -> String {
        let mut used = 0;
        let over = graphemes(text).find(|(.., columns)| {
            used += columns;
            used >= room
        });
        over.map_or_else(|| text.to_owned(), |(at, ..)| format!("{}…", &text[..at]))
    };
    let (before, rest) = source.text.split_at(source.marked.start);
    let before = if width(before) > room / 3 {
        let mut columns = width(before);
        let kept = graphemes(before).find(|(.., wide)| {
            columns -= wide;
            columns <= room / 3
        });
        format!("…{}", kept.map_or("", |(at, grapheme, _)| &before[at + grapheme.len()..]))
    } else {
        before.to_owned()
    };
    let left = room.saturating_sub(width(&before)).max(8);
    let text = cut(rest, left);
    let marked = width(&rest[..source.marked.len()]).min(width(&text));
    (width(&before), before + &text, marked)
}

/// Counts what a pack holds.
#[must_use]
pub fn counts(pack: &Pack) -> Counts {
    let chapters = || pack.eras().flat_map(|era| pack.chapters_of(era));
    Counts {
        eras: pack.eras().len(),
        chapters: chapters().count(),
        passages: chapters().map(|chapter| pack.passages_of(chapter).count()).sum(),
        statements: pack.statements().len(),
        words: pack.statements().map(|id| pack[id].text.split_whitespace().count()).sum(),
        entities: pack.entities().len(),
        sources: pack.sources().len(),
        notes: pack.notes().len(),
        on_wiki: pack.statements().filter(|id| pack.rests_on_wiki(*id)).count(),
    }
}

/// `8 eras, 61 chapters, …`.
#[must_use]
pub fn summary(counts: &Counts) -> String {
    let parts = [
        (counts.eras, "era", "eras"),
        (counts.chapters, "chapter", "chapters"),
        (counts.passages, "passage", "passages"),
        (counts.statements, "statement", "statements"),
        (counts.entities, "entity", "entities"),
        (counts.sources, "source", "sources"),
    ];
    let counts: Vec<String> =
        parts.iter().map(|(n, one, many)| format!("{n} {}", if *n == 1 { one } else { many })).collect();
    counts.join(", ")
}
