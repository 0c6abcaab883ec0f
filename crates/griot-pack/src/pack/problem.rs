//! What is wrong with a pack, and where.

use crate::order::InOrder;
use std::cell::{Cell, OnceCell};
use std::cmp::Ordering;
use std::fmt::{self, Display, Formatter};
use std::ops::Range;

use super::place::{Place, Span};
use super::rule::{Rule, Severity};
use crate::clean::clean;

/// The line of a file in which a problem stands, as it may be shown: without anything that acts on a terminal, and cut
/// where it is long.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceLine {
    /// The line or the part of it around the problem.
    pub text: String,
    /// What of it the problem is about, in bytes.
    pub marked: Range<usize>,
}

/// One thing that is wrong with a pack.
#[derive(Debug, Clone, PartialEq)]
pub struct Problem {
    /// Where it is.
    pub place: Place,
    /// What it is.
    pub rule: Rule,
    /// The line there, unless the whole file is meant.
    pub source: Option<SourceLine>,
}

/// `file:line:column: message`, in one line.
impl Display for Problem {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        if self.place.file.is_empty() {
            return f.write_str(&self.message());
        }
        write!(f, "{}: {}", self.place, self.message())
    }
}

impl Problem {
    /// A problem of a file as a whole.
    #[must_use]
    pub(crate) fn of_file(file: &str, rule: Rule) -> Self {
        Self { place: Place { file: file.into(), line: 0, column: 0 }, rule, source: None }
    }

    /// What is wrong, in a sentence that may be shown, cut where it quotes far too long a text.
    #[must_use]
    pub fn message(&self) -> String {
        const LONGEST: usize = 500;
        let message = self.rule.to_string();
        let end = message.floor_char_boundary(LONGEST.min(message.len()));
        let cut = if end < message.len() { "…" } else { "" };
        format!("{}{cut}", clean(&message[..end]))
    }

    fn order(&self, other: &Self) -> Ordering {
        self.place.cmp(&other.place).then_with(|| self.rule.to_string().cmp(&other.rule.to_string()))
    }
}

/// Everything that is wrong with a pack: the problems that are listed, and how many more there are.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Problems {
    /// In the order of their places.
    pub listed: Vec<Problem>,
    /// How many were counted only.
    pub unlisted: usize,
    unlisted_warnings: usize,
    listed_warnings: usize,
    fatal: bool,
}

impl Problems {
    /// The most warnings that are listed, and the most of all else.
    pub const MOST: usize = 1000;

    /// One problem.
    #[must_use]
    pub fn one(problem: Problem) -> Self {
        let fatal = problem.rule.severity() == Severity::Fatal;
        let listed_warnings = usize::from(problem.rule.severity() == Severity::Warning);
        Self { listed: vec![problem], listed_warnings, fatal, ..Self::default() }
    }

    /// How many there are, warnings among them.
    #[must_use]
    pub const fn total(&self) -> usize {
        self.listed.len() + self.unlisted
    }

    /// Whether there are none, nor warnings.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.total() == 0
    }

    /// How many warnings there are.
    #[must_use]
    pub const fn warnings(&self) -> usize {
        self.listed_warnings + self.unlisted_warnings
    }

    /// How many there are beside the warnings.
    #[must_use]
    pub const fn errors(&self) -> usize {
        self.total() - self.warnings()
    }

    /// Whether one of them keeps the pack from being read.
    #[must_use]
    pub(crate) const fn are_fatal(&self) -> bool {
        self.fatal
    }

    /// Whether further errors are counted only.
    pub(super) const fn is_full(&self) -> bool {
        self.listed.len() - self.listed_warnings >= Self::MOST
    }

    /// Adds a problem; `tell` is asked for it where there is room.
    pub(super) fn add(&mut self, severity: Severity, tell: impl FnOnce() -> Problem) {
        self.fatal |= severity == Severity::Fatal;
        let warning = severity == Severity::Warning;
        // However many warnings there are, they take no error's place.
        let full = if warning { self.listed_warnings >= Self::MOST } else { self.is_full() };
        if full {
            self.unlisted += 1;
            self.unlisted_warnings += usize::from(warning);
        } else {
            self.listed.push(tell());
            self.listed_warnings += usize::from(warning);
        }
    }

    /// Puts them in order, each once.
    pub(super) fn sort(&mut self) {
        self.listed.order_by(Problem::order);
        self.listed.dedup();
        self.count_warnings();
    }

    fn count_warnings(&mut self) {
        self.listed_warnings = self.listed.iter().filter(|it| it.rule.severity() == Severity::Warning).count();
    }

    /// The problems of files stand before those in them.
    pub(super) fn put_first(&mut self, files: Vec<Problem>) {
        self.fatal |= files.iter().any(|problem| problem.rule.severity() == Severity::Fatal);
        self.listed.splice(0..0, files);
        self.count_warnings();
    }
}

/// A file that is written by hand and where its lines begin, which is looked up when a problem is first told of.
#[derive(Debug, Default)]
pub struct File {
    /// Under the pack's folder.
    pub name: String,
    /// As it was written.
    pub text: String,
    lines: OnceCell<Vec<usize>>,
    /// The offset last told and the characters before it in its line: a file of one long line is not counted through
    /// for every problem.
    column: Cell<(usize, usize)>,
}

impl File {
    /// A file of that name.
    #[must_use]
    pub fn new(name: &str, text: String) -> Self {
        Self { name: name.into(), text, ..Self::default() }
    }

    /// Where a stretch of the file stands, given in bytes, and its line with the stretch marked.
    #[must_use]
    pub fn locate(&self, stretch: Range<usize>) -> (Place, SourceLine) {
        let span = Span { start: stretch.start as u32, end: stretch.end as u32 };
        (self.place(span.start), self.source_line(span))
    }

    /// Where a byte of the file stands.
    pub(super) fn place(&self, offset: u32) -> Place {
        let at = self.text.floor_char_boundary(offset as usize);
        let (line, range) = self.line_of(at);
        let (mut from, mut before) = self.column.get();
        if from < range.start || from > at {
            (from, before) = (range.start, 0);
        }
        before += self.text[from..at].chars().count();
        self.column.set((at, before));
        Place { file: self.name.clone(), line: line + 1, column: before + 1 }
    }

    /// A problem with a stretch of the file.
    pub(super) fn problem(&self, span: Span, rule: Rule) -> Problem {
        Problem { place: self.place(span.start), rule, source: Some(self.source_line(span)) }
    }

    /// The line, from 0, and its bytes.
    fn line_of(&self, offset: usize) -> (usize, Range<usize>) {
        let starts = self.lines.get_or_init(|| {
            let ends = self.text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
            std::iter::once(0).chain(ends.map(|(at, _)| at + 1)).collect()
        });
        let line = starts.partition_point(|start| *start <= offset).saturating_sub(1);
        let end = starts.get(line + 1).map_or(self.text.len(), |next| next - 1);
        (line, starts.get(line).copied().unwrap_or_default()..end)
    }

    fn source_line(&self, span: Span) -> SourceLine {
        /// Bytes of a long line before and after the beginning of what is marked.
        const AROUND: (usize, usize) = (60, 140);
        let (_, range) = self.line_of(span.start as usize);
        let start = range.start;
        let line = &self.text[range];
        let at = (span.start as usize - start).min(line.len());
        let from = line.floor_char_boundary(at.saturating_sub(AROUND.0));
        let to = line.floor_char_boundary((at + AROUND.1).min(line.len()));
        let at = line.floor_char_boundary(at);
        let end = line.ceil_char_boundary((span.end as usize).saturating_sub(start).clamp(at, to));
        let [before, marked, after] = [&line[from..at], &line[at..end.min(to)], &line[end.min(to)..to]].map(clean);
        let open = if from > 0 { "…" } else { "" };
        let close = if to < line.len() { "…" } else { "" };
        let begin = open.len() + before.len();
        SourceLine { text: format!("{open}{before}{marked}{after}{close}"), marked: begin..begin + marked.len() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problem(text: &str, needle: &str) -> Problem {
        let file = File::new("f.json", text.into());
        let start = text.find(needle).expect("the needle") as u32;
        file.problem(Span { start, end: start + needle.len() as u32 }, Rule::NoEras)
    }

    #[test]
    fn lines_and_columns_count_characters_from_one() {
        let found = problem("{\n \"a\": 1,\n \"é\": {}\n}", "{}");
        assert_eq!((found.place.line, found.place.column), (3, 7));
        assert!(found.to_string().starts_with("f.json:3:7: "), "{found}");
    }

    #[test]
    fn the_line_is_shown_clean_and_cut_around_what_is_marked() {
        let long = format!("\u{1b}[31m{}needle{}\nnext", "é".repeat(200), "x".repeat(300));
        for text in ["a needle\n", "needle", &long] {
            let source = problem(text, "needle").source.expect("a line");
            assert_eq!(&source.text[source.marked.clone()], "needle");
            assert!(source.text.len() < 240 && !source.text.chars().any(crate::clean::is_forbidden), "{source:?}");
        }
    }
}
