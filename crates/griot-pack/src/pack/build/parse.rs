//! Parsing that goes on after a mistake, so that one broken record does not hide the next.

use std::fmt::{self, Formatter};
use std::marker::PhantomData;

use serde::Deserialize;
use serde::de::{Deserializer, SeqAccess, Visitor};

use super::files::{File, Files, Held};
use super::report::nearest;
use crate::pack::problem::{Problem, record_around};
use crate::pack::raw;

/// What had to be left out of files before they could be parsed.
#[derive(Debug, Default)]
pub(in crate::pack) struct Cut {
    pub problems: Vec<Problem>,
    /// Ids that stand in records too broken to read: a link to one of them is no second problem.
    pub ghosts: Vec<String>,
    /// Whether records that others name are in a file of which nothing can be read, so that missing ids mean nothing.
    pub blind: bool,
}

/// Parses a file; nothing comes of one that was found to be beyond reading.
pub(super) fn parse<'a, T: Deserialize<'a>>(file: File<'a>) -> Result<Option<T>, Problem> {
    let value = file.readable.map(serde_json::from_str).transpose();
    value.map_err(|error| Problem::of_file(file.name, plain_message(&error)))
}

/// Parses the records of a file, and hands them over one by one.
pub(super) fn each<'a, T: Deserialize<'a>>(file: File<'a>, take: impl FnMut(T)) -> Result<(), Problem> {
    struct Each<F, T>(F, PhantomData<T>);

    impl<'a, T: Deserialize<'a>, F: FnMut(T)> Visitor<'a> for Each<F, T> {
        type Value = ();

        fn expecting(&self, f: &mut Formatter<'_>) -> fmt::Result {
            f.write_str("a list")
        }

        fn visit_seq<A: SeqAccess<'a>>(mut self, mut records: A) -> Result<(), A::Error> {
            while let Some(record) = records.next_element()? {
                (self.0)(record);
            }
            Ok(())
        }
    }

    let Some(text) = file.readable else { return Ok(()) };
    let mut json = serde_json::Deserializer::from_str(text);
    let read = json.deserialize_seq(Each(take, PhantomData)).and_then(|()| json.end());
    read.map_err(|error| Problem::of_file(file.name, plain_message(&error)))
}

/// Makes every file one that can be parsed, or finds it to be beyond that.
pub(in crate::pack) fn mend(files: &mut Files<Held>) -> Cut {
    let mut cut = Cut::default();
    let mut read = cut.mend(&mut files.sources, |text| serde_json::from_str::<Vec<raw::Source>>(text).map(drop));
    for (_, file) in &mut files.entities {
        read &= cut.mend(file, |text| serde_json::from_str::<Vec<raw::Entity>>(text).map(drop));
    }
    cut.blind = !read;
    for file in &mut files.eras {
        cut.mend(file, |text| serde_json::from_str::<raw::Era>(text).map(drop));
    }
    cut.mend(&mut files.about, |text| serde_json::from_str::<raw::About>(text).map(drop));
    cut
}

impl Cut {
    /// Cuts out what keeps a file from being parsed, record by record; whether anything could be read in the end.
    fn mend(&mut self, file: &mut Held, parse: impl Fn(&str) -> Result<(), serde_json::Error>) -> bool {
        /// The most records that are cut out, and the most bytes that are read for it: a broken file may be large.
        const MOST: usize = 200;
        const EFFORT: usize = 256 << 20;
        let mut text = file.text.clone();
        for _ in 0..MOST.min(1 + EFFORT / file.text.len().max(1)) {
            let Err(error) = parse(&text) else {
                file.mended = Some(text).filter(|text| *text != file.text);
                return true;
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
            self.problems.push(problem);
            let Some(record) = record else { break };
            self.ghosts.extend(names_in(&text[record.clone()]));
            blank(&mut text, record);
        }
        file.hopeless = true;
        false
    }
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
