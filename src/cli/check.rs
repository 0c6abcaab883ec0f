//! `griot check`: everything that is wrong with a pack, or what it holds.

use std::path::Path;

use serde::Serialize;

use super::json;
use super::load::count;
use super::outcome::{Answer, Status};
use super::paper::{Looks, Paper};
use crate::pack::{self, Pack, Problem};

#[derive(Serialize)]
struct Body {
    valid: bool,
    problems: Vec<ProblemJson>,
    counts: Option<Counts>,
}

#[derive(Serialize)]
struct ProblemJson {
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
}

/// Checks a folder.
pub(super) fn folder(dir: &Path, looks: Looks, json: bool) -> Answer {
    let (pack, problems) = pack::check_dir(dir);
    report(pack.as_ref(), &problems, &dir.display().to_string(), looks, json)
}

/// Checks the built-in pack.
pub(super) fn built_in(looks: Looks, json: bool) -> Answer {
    let (pack, problems) = crate::built_in::checked();
    report(pack.as_ref(), &problems, "the built-in pack", looks, json)
}

fn report(pack: Option<&Pack>, problems: &[Problem], name: &str, looks: Looks, json: bool) -> Answer {
    let counts = pack.map(counts);
    let text = if json {
        let body = Body { valid: problems.is_empty(), problems: problems.iter().map(of_problem).collect(), counts };
        json::document("check", pack, body)
    } else {
        let mut paper = Paper::new(looks);
        for problem in problems {
            paper.line(&problem.to_string());
        }
        if let (Some(counts), true) = (counts, problems.is_empty()) {
            paper.line(&format!("{name}: {}", summary(&counts)));
        }
        paper.into_text()
    };
    let mut answer = Answer::of(text);
    if !problems.is_empty() {
        answer.status = Status::Pack;
        answer.told.push(format!("{name} has {}", count(problems.len())));
    }
    answer
}

fn of_problem(problem: &Problem) -> ProblemJson {
    let place = |n: usize| (n > 0).then_some(n);
    ProblemJson {
        file: problem.file.clone(),
        line: place(problem.line),
        column: place(problem.column),
        message: problem.message.clone(),
    }
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
    let said: Vec<String> =
        parts.iter().map(|(n, one, many)| format!("{n} {}", if *n == 1 { one } else { many })).collect();
    said.join(", ")
}
