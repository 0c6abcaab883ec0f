//! What is wrong with a pack, and where: `file:line:column: message`.

use std::fmt::{self, Display, Formatter};
use std::ops::Range;

use crate::clean::clean;

/// One thing that is wrong with a pack.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    pub file: String,
    /// From 1; 0 where the whole file is meant.
    pub line: usize,
    /// In characters, from 1; 0 where the whole file is meant.
    pub column: usize,
    pub message: String,
    /// Whether the pack can still be read: its text is cleaned on the way to the screen.
    pub readable: bool,
}

impl Display for Problem {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let (file, message) = (clean(&self.file), clean(&self.message));
        match self.line {
            0 if file.is_empty() => f.write_str(&message),
            0 => write!(f, "{file}: {message}"),
            _ => write!(f, "{file}:{}:{}: {message}", self.line, self.column),
        }
    }
}

impl Problem {
    /// A problem of a file as a whole.
    #[must_use]
    pub fn of_file(file: &str, message: impl Into<String>) -> Self {
        Self { file: file.into(), line: 0, column: 0, message: short(message.into()), readable: false }
    }

    pub(super) fn at_offset(file: &str, text: &str, offset: usize, message: impl Into<String>) -> Self {
        let before = &text[..text.floor_char_boundary(offset.min(text.len()))];
        let line = before.bytes().filter(|b| *b == b'\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
        Self { file: file.into(), line, column, message: short(message.into()), readable: false }
    }
}

/// The message, cut where it quotes far too long a text.
fn short(mut message: String) -> String {
    const LONGEST: usize = 500;
    if message.len() > LONGEST {
        message.truncate(message.floor_char_boundary(LONGEST));
        message.push('…');
    }
    message
}

/// The way to a value in a JSON text, as a chain on the stack: it costs nothing until a problem is reported.
#[derive(Debug, Clone, Copy)]
pub(super) struct Path<'a> {
    parent: Option<&'a Self>,
    step: Step<'a>,
}

#[derive(Debug, Clone, Copy)]
enum Step<'a> {
    Root,
    Key(&'a str),
    Index(usize),
}

impl<'a> Path<'a> {
    pub(super) const ROOT: Path<'static> = Path { parent: None, step: Step::Root };

    pub(super) const fn key(&'a self, key: &'a str) -> Self {
        Path { parent: Some(self), step: Step::Key(key) }
    }

    pub(super) const fn index(&'a self, index: usize) -> Self {
        Path { parent: Some(self), step: Step::Index(index) }
    }

    /// Where the value lies in the JSON text, as far as the way can be followed.
    pub(super) fn locate(&self, text: &str) -> Range<usize> {
        let whole = || Json { text: text.as_bytes(), at: 0 }.value();
        let Some(parent) = self.parent else { return whole() };
        let outer = parent.locate(text);
        let mut json = Json { text: text.as_bytes(), at: outer.start };
        let found = match self.step {
            Step::Root => None,
            Step::Key(key) => json.member(key),
            Step::Index(index) => json.element(index),
        };
        found.unwrap_or(outer)
    }
}

/// The innermost object that stands in a list and holds `offset`: the record that a parse error spoils.
pub(super) fn record_around(text: &str, offset: usize) -> Option<Range<usize>> {
    /// The parser goes no deeper.
    const DEEPEST: usize = 128;
    let bytes = text.as_bytes();
    let mut open: Vec<usize> = Vec::new();
    let mut at = 0;
    while at < bytes.len() && open.len() <= DEEPEST {
        match bytes[at] {
            b'"' => at = end_of_string(bytes, at),
            b'{' | b'[' => {
                open.push(at);
                at += 1;
            }
            b'}' | b']' => {
                let start = open.pop()?;
                let in_list = open.last().is_some_and(|parent| bytes[*parent] == b'[');
                if bytes[start] == b'{' && in_list && (start..=at).contains(&offset) {
                    return Some(start..at + 1);
                }
                at += 1;
            }
            _ => at += 1,
        }
    }
    None
}

/// A reader of JSON known to be well formed; anything else ends it early, never out of bounds.
struct Json<'a> {
    text: &'a [u8],
    at: usize,
}

impl Json<'_> {
    fn peek(&mut self) -> u8 {
        while self.text.get(self.at).is_some_and(u8::is_ascii_whitespace) {
            self.at += 1;
        }
        self.text.get(self.at).copied().unwrap_or_default()
    }

    /// Passes over a value: the range that it covers.
    fn value(&mut self) -> Range<usize> {
        let first = self.peek();
        let start = self.at;
        match first {
            b'"' => self.at = end_of_string(self.text, start),
            b'{' | b'[' => {
                let mut depth = 0usize;
                while let Some(byte) = self.text.get(self.at) {
                    match byte {
                        b'"' => {
                            self.at = end_of_string(self.text, self.at);
                            continue;
                        }
                        b'{' | b'[' => depth += 1,
                        b'}' | b']' => depth -= 1,
                        _ => {}
                    }
                    self.at += 1;
                    if depth == 0 {
                        break;
                    }
                }
            }
            _ => {
                while self
                    .text
                    .get(self.at)
                    .is_some_and(|b| !matches!(b, b',' | b'}' | b']') && !b.is_ascii_whitespace())
                {
                    self.at += 1;
                }
            }
        }
        start..self.at
    }

    fn member(&mut self, wanted: &str) -> Option<Range<usize>> {
        self.enter(b'{')?;
        while self.peek() == b'"' {
            let key = self.value();
            if self.peek() != b':' {
                return None;
            }
            self.at += 1;
            let value = self.value();
            if self.text[key.start + 1..key.end.saturating_sub(1).max(key.start + 1)] == *wanted.as_bytes() {
                return Some(value);
            }
            self.next()?;
        }
        None
    }

    fn element(&mut self, wanted: usize) -> Option<Range<usize>> {
        self.enter(b'[')?;
        for _ in 0..wanted {
            self.value();
            self.next()?;
        }
        Some(self.value())
    }

    fn enter(&mut self, bracket: u8) -> Option<()> {
        (self.peek() == bracket).then(|| self.at += 1)
    }

    fn next(&mut self) -> Option<()> {
        self.enter(b',')
    }
}

/// The offset after the string that opens at `start`.
fn end_of_string(bytes: &[u8], start: usize) -> usize {
    let mut at = start + 1;
    while at < bytes.len() {
        match bytes[at] {
            b'\\' => at += 2,
            b'"' => return at + 1,
            _ => at += 1,
        }
    }
    bytes.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "{\n \"a\": [1, {\"b\": \"x]\\\"\", \"c\": [[2]]}],\n \"é\": {}\n}";

    #[test]
    fn a_path_finds_its_value() {
        let root = Path::ROOT;
        let a = root.key("a");
        let one = a.index(1);
        assert_eq!(&TEXT[one.key("b").locate(TEXT)], "\"x]\\\"\"");
        assert_eq!(&TEXT[one.key("c").index(0).locate(TEXT)], "[2]");
        assert_eq!(&TEXT[root.key("é").locate(TEXT)], "{}");
        assert_eq!(one.key("none").locate(TEXT), one.locate(TEXT), "a missing key means the object");
    }

    #[test]
    fn lines_and_columns_count_characters_from_one() {
        let at = TEXT.find("{}").unwrap();
        let problem = Problem::at_offset("f.json", TEXT, at, "m");
        assert_eq!((problem.line, problem.column), (3, 7));
        assert_eq!(problem.to_string(), "f.json:3:7: m");
    }

    #[test]
    fn the_record_around_an_error_is_the_innermost() {
        let at = TEXT.find("\"c\"").unwrap();
        assert_eq!(&TEXT[record_around(TEXT, at).unwrap()][..5], "{\"b\":");
        assert_eq!(record_around(TEXT, 0), None);
        assert_eq!(record_around("[{\"a\": \"", 3), None);
    }
}
