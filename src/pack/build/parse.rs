//! Parsing that goes on after a mistake, so that one broken record does not hide the next.

use serde::de::DeserializeOwned;

use super::{Build, File, Problem, nearest};
use crate::pack::problem::record_around;

/// What came of parsing a file.
pub(super) struct Parsed<T> {
    value: Option<T>,
    problems: Vec<Problem>,
    /// Ids that stand in records too broken to read.
    ghosts: Vec<String>,
}

impl Build {
    /// Takes over what was parsed, and its problems.
    pub(super) fn take<T>(&mut self, parsed: Parsed<T>) -> Option<T> {
        self.problems.extend(parsed.problems);
        self.ghosts.extend(parsed.ghosts);
        self.blind |= parsed.value.is_none();
        parsed.value
    }
}

/// Parses a file. A record that cannot be read is reported, cut out and the rest is parsed again, so that one mistake
/// does not hide the next.
pub(super) fn parse<T: DeserializeOwned>(file: &File) -> Parsed<T> {
    /// The most records that are cut out, and the most bytes that are read for it: a broken file may be large.
    const MOST: usize = 200;
    const EFFORT: usize = 256 << 20;
    let mut parsed = Parsed { value: None, problems: Vec::new(), ghosts: Vec::new() };
    let mut text = file.text.clone();
    for _ in 0..MOST.min(1 + EFFORT / file.text.len().max(1)) {
        let error = match serde_json::from_str(&text) {
            Ok(value) => {
                parsed.value = Some(value);
                break;
            }
            Err(error) => error,
        };
        let offset = offset_of(&text, error.line(), error.column());
        let record = record_around(&text, offset);
        let message = plain_message(&error);
        // What is missing is told where its record begins.
        let missing = message.starts_with("missing field");
        let begin = if missing { record.as_ref().map_or(0, |record| record.start) } else { offset };
        let mut problem = Problem::at_offset(&file.name, &file.text, begin, message);
        if text.starts_with('\u{feff}') {
            problem.message = "the file begins with a byte order mark: save it as UTF-8 without one".into();
        }
        parsed.problems.push(problem);
        let Some(record) = record else { break };
        parsed.ghosts.extend(names_in(&text[record.clone()]));
        blank(text.to_mut(), record);
    }
    parsed
}

/// The message of a parse error without its position, which is told apart, and in the words of JSON; with the nearest
/// word where one was mistyped.
pub fn plain_message(error: &serde_json::Error) -> String {
    let message = error.to_string();
    let message = message.rfind(" at line ").map_or(message.as_str(), |at| &message[..at]);
    if let Some((said, kind)) = message.split_once(", expected struct ") {
        let list = if kind.contains(' ') { kind } else { "an object" };
        return format!("{said}, expected {list}");
    }
    let message = message
        .replace(", expected u32", ", expected a whole number from 0")
        .replace(", expected u8", ", expected 0 to 255");
    let mut words = message.split('`').skip(1).step_by(2);
    let known = words.next().filter(|_| message.starts_with("unknown "));
    match known.and_then(|word| nearest(word, words)) {
        Some(near) => format!("{message}; did you mean `{near}`?"),
        None => message,
    }
}

pub fn offset_of(text: &str, line: usize, column: usize) -> usize {
    let start: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    text.floor_char_boundary((start + column.saturating_sub(1)).min(text.len()))
}

/// The values of `"id"` and `"key"` in a record that could not be parsed.
fn names_in(record: &str) -> Vec<String> {
    ["\"id\"", "\"key\""]
        .iter()
        .flat_map(|key| record.match_indices(key).map(|(at, key)| &record[at + key.len()..]))
        .filter_map(|rest| rest.trim_start().strip_prefix(':')?.trim_start().strip_prefix('"')?.split('"').next())
        .map(str::to_owned)
        .collect()
}

/// Turns a record into spaces, with the comma that parts it from its neighbour; line ends stay where they are.
fn blank(text: &mut String, record: std::ops::Range<usize>) {
    let comma_after = text[record.end..]
        .find(|c: char| !c.is_whitespace())
        .map(|at| record.end + at)
        .filter(|at| text[*at..].starts_with(','));
    let comma_before =
        text[..record.start].rfind(|c: char| !c.is_whitespace()).filter(|at| text[*at..].starts_with(','));
    let mut out = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        let gone = record.contains(&at) || comma_after.or(comma_before) == Some(at);
        match c {
            '\n' => out.push('\n'),
            _ if gone => out.extend(std::iter::repeat_n(' ', c.len_utf8())),
            c => out.push(c),
        }
    }
    *text = out;
}
