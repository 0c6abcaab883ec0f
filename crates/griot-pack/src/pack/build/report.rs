//! Telling what is wrong with a pack, and where, without end neither in time nor in length.

use super::{At, Build};
use crate::pack::problem::Problem;
use crate::pack::{check, raw};

/// The most problems that are listed, and the most bytes that are read to tell where they are.
const MOST_PROBLEMS: usize = 1000;
const MOST_EFFORT: usize = 2 << 30;

impl Build<'_> {
    pub(super) fn problem(&mut self, at: At, message: impl Into<String>) {
        self.problem_at(at, "", message);
    }

    /// Reports a problem, at the first place of `needle` in the value where it stands there.
    pub(super) fn problem_at(&mut self, at: At, needle: &str, message: impl Into<String>) {
        if self.is_full() {
            self.more += 1;
            self.broken = true;
            return;
        }
        self.effort += at.file.text.len();
        let range = at.locate();
        let inside = if needle.is_empty() { None } else { at.file.text[range.clone()].find(needle) };
        let offset = range.start + inside.unwrap_or(0);
        self.problems.push(Problem::at_offset(at.file.name, at.file.text, offset, message));
    }

    /// Whether further problems are counted only.
    pub(super) const fn is_full(&self) -> bool {
        self.problems.len() >= MOST_PROBLEMS || self.effort > MOST_EFFORT
    }

    /// Reports the records of a kind that go beyond the limit, once.
    pub(super) fn count(&mut self, at: At, before: usize, what: &str) {
        if before == check::MOST_RECORDS {
            self.problem(at, format!("more than {} {what}", check::MOST_RECORDS));
        }
    }

    pub(super) fn rules(&mut self, at: At, broken: Vec<check::Broken>) {
        for rule in broken {
            if self.is_full() {
                self.more += 1;
                self.broken |= !rule.readable;
                continue;
            }
            self.effort += at.file.text.len();
            let key = at.key(rule.key);
            let place = match rule.index {
                Some(index) => key.index(index).locate(),
                None => key.locate(),
            };
            let mut problem = Problem::at_offset(at.file.name, at.file.text, place.start, rule.message);
            problem.readable = rule.readable;
            self.problems.push(problem);
        }
    }

    /// Reports a missing id, unless the record that defines it was too broken to read.
    pub(super) fn missing(&mut self, at: At, needle: &str, message: String) {
        let id = needle.trim_start_matches("[[").trim();
        if !self.blind && !self.ghosts.contains(id) {
            self.problem_at(at, needle, message);
        }
    }

    pub(super) fn unknown(&mut self, what: &str, id: &str) -> String {
        if self.is_full() {
            return String::new();
        }
        self.effort += 256 * (self.keys.len() + self.entities.len());
        match what {
            "source" => unknown_among(what, id, self.keys.keys().map(raw::Text::as_str)),
            _ => unknown_among(what, id, self.entities.iter().map(|e| e.id.as_str())),
        }
    }
}

/// `no entity "timbuktoo"; did you mean "timbuktu"?`
pub(super) fn unknown_among<'a>(what: &str, id: &str, known: impl Iterator<Item = &'a str>) -> String {
    match nearest(id, known) {
        Some(near) => format!("no {what} {id:?}; did you mean {near:?}?"),
        None => format!("no {what} {id:?}"),
    }
}

/// The known word that is nearest to what was written, if it is near enough.
pub(super) fn nearest<'a>(word: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    // No id is longer.
    let word = Some(word).filter(|word| word.len() <= 64)?;
    let (distance, near) = known.map(|k| (strsim::osa_distance(k, word), k)).min()?;
    (distance <= (word.chars().count() / 3).clamp(1, 4)).then_some(near)
}
