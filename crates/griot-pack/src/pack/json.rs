//! The one reader of JSON: it goes through a text once, keeps where every value stands, and tells everything that is
//! wrong rather than the first thing.
//!
//! A value of the wrong shape is told and passed over. Where the text is no JSON at all, the innermost record in which
//! that happens is given up, up to the brace that closes it, and reading goes on behind it; only where no such brace can
//! be found is the rest of the file lost. Nothing is kept of a text but what the types of `raw` ask for.

mod tokens;
mod types;

pub use types::Spanned;
pub(super) use types::{Read, Word, records, word_of};

use tokens::end_of_string;

use super::nearest::nearest;
use super::place::Span;
use super::problem::{File, Problems};
use super::rule::{Rule, Shape, quoted};

/// The place in the text was lost: what was wrong has been told.
#[derive(Debug)]
pub(super) struct Lost;

/// A key of a record.
#[derive(Debug)]
pub(super) struct Key {
    pub name: &'static str,
    pub needed: bool,
}

/// The keys of a record that were seen, with their places, and those that others were mistyped from.
#[derive(Debug)]
struct Seen {
    places: Vec<Option<Span>>,
    misspelt: Vec<&'static str>,
}

/// How deep lists and objects may stand in one another.
const DEEPEST: usize = 128;

/// A text being read.
#[derive(Debug)]
pub(super) struct Json<'a> {
    file: &'a File,
    at: usize,
    /// Where the value that is all of the file begins, and whether it is not what is wanted.
    begin: usize,
    other: bool,
    problems: &'a mut Problems,
}

/// Reads a whole file: what could be made of it, and whether all of it could be gone through.
pub(super) fn read<T: Read>(file: &File, problems: &mut Problems) -> (T, bool) {
    let mut json = Json::of(file, problems);
    let Ok(value) = T::read(&mut json) else { return (T::default(), false) };
    (value, json.ends())
}

/// Reads a file that is a list, and hands over each member, with the problems so far, as soon as it is read: all of them need
/// not lie in memory at once. Whether all of it could be gone through.
pub(super) fn read_each<T: Read>(file: &File, problems: &mut Problems, give: Give<T>) -> bool {
    let mut json = Json::of(file, problems);
    let read = types::each(&mut json, give);
    read.is_ok() && json.ends()
}

/// Is given the problems so far and a value.
pub(super) type Give<'g, T> = &'g mut dyn FnMut(&mut Problems, T);

impl<'a> Json<'a> {
    fn of(file: &'a File, problems: &'a mut Problems) -> Self {
        let mut json = Self { file, at: 0, begin: 0, other: false, problems };
        if file.text.starts_with('\u{feff}') {
            json.at = '\u{feff}'.len_utf8();
            json.tell(Span { start: 0, end: json.at as u32 }, Rule::ByteOrderMark);
        }
        json.peek();
        json.begin = json.at;
        json
    }

    /// Whether nothing follows the value that is all of the file, and that is what is wanted.
    fn ends(&mut self) -> bool {
        if self.peek().is_some() {
            let _ = self.expected("the end of the file");
            return false;
        }
        !self.other
    }
}

impl Json<'_> {
    const fn bytes(&self) -> &[u8] {
        self.file.text.as_bytes()
    }

    /// The first byte of what comes next.
    fn peek(&mut self) -> Option<u8> {
        while matches!(self.bytes().get(self.at), Some(b' ' | b'\t' | b'\r' | b'\n')) {
            self.at += 1;
        }
        self.bytes().get(self.at).copied()
    }

    fn take(&mut self, byte: u8) -> bool {
        let is_next = self.peek() == Some(byte);
        self.at += usize::from(is_next);
        is_next
    }

    const fn span_from(&self, start: usize) -> Span {
        Span { start: start as u32, end: self.at as u32 }
    }

    fn tell(&mut self, span: Span, rule: Rule) {
        let file = self.file;
        self.problems.add(rule.severity(), || file.problem(span, rule));
    }

    /// Tells what is wanted at this place.
    fn expected(&mut self, wanted: &'static str) -> Lost {
        let found = self.file.text[self.file.text.floor_char_boundary(self.at)..].chars().next();
        let start = self.at as u32;
        let end = start + found.map_or(0, char::len_utf8) as u32;
        self.tell(Span { start, end }, Rule::Syntax { wanted, found });
        Lost
    }

    /// What comes next is a value of this shape; none where it is no value.
    pub(super) fn shape(&mut self) -> Option<Shape> {
        Some(match self.peek()? {
            b'"' => Shape::String,
            b'{' => Shape::Object,
            b'[' => Shape::List,
            b't' | b'f' => Shape::Bool,
            b'n' => Shape::Null,
            b'-' | b'0'..=b'9' => Shape::Number,
            _ => return None,
        })
    }

    /// Tells that a value is not what is wanted, and passes over it.
    pub(super) fn wrong(&mut self, wanted: &'static str) -> Result<(), Lost> {
        let Some(found) = self.shape() else { return Err(self.expected("a value")) };
        let start = self.at;
        self.other |= start == self.begin;
        self.skip(0)?;
        let span = self.span_from(start);
        self.tell(span, Rule::WrongType { wanted, found });
        Ok(())
    }

    /// Passes over a value.
    fn skip(&mut self, depth: usize) -> Result<(), Lost> {
        let start = self.at;
        if depth > DEEPEST {
            self.tell(Span { start: start as u32, end: start as u32 + 1 }, Rule::TooDeep);
            return Err(Lost);
        }
        match self.shape() {
            Some(Shape::String) => self.string().map(drop),
            Some(Shape::Number) => {
                self.number();
                Ok(())
            }
            Some(Shape::Bool | Shape::Null) => self.word().map(drop),
            Some(Shape::List) => self.items(&mut |json| json.skip(depth + 1)),
            Some(Shape::Object) => self.members(&mut |json, _, _| json.skip(depth + 1)),
            None => Err(self.expected("a value")),
        }
    }

    /// Goes through a list that opens here.
    fn items(&mut self, item: &mut dyn FnMut(&mut Self) -> Result<(), Lost>) -> Result<(), Lost> {
        self.at += 1;
        if self.take(b']') {
            return Ok(());
        }
        loop {
            item(self)?;
            if self.closes(b']', "a comma or ]")? {
                return Ok(());
            }
        }
    }

    /// Goes through an object that opens here.
    fn members(&mut self, member: &mut dyn FnMut(&mut Self, String, Span) -> Result<(), Lost>) -> Result<(), Lost> {
        self.at += 1;
        if self.take(b'}') {
            return Ok(());
        }
        loop {
            if self.peek() != Some(b'"') {
                return Err(self.expected("a key in quotes"));
            }
            let (name, place) = self.string()?;
            if !self.take(b':') {
                return Err(self.expected("a colon"));
            }
            member(self, name, place)?;
            if self.closes(b'}', "a comma or }")? {
                return Ok(());
            }
        }
    }

    /// Whether a list or object ends here rather than going on behind a comma.
    fn closes(&mut self, bracket: u8, wanted: &'static str) -> Result<bool, Lost> {
        if self.take(b',') {
            let comma = Span { start: self.at as u32 - 1, end: self.at as u32 };
            let ends = self.take(bracket);
            if ends {
                self.tell(comma, Rule::TrailingComma);
            }
            return Ok(ends);
        }
        if self.take(bracket) { Ok(true) } else { Err(self.expected(wanted)) }
    }

    /// Reads a record; where it is no JSON, what stands before that and nothing more. Gives its place, and whether nothing was
    /// wrong in it.
    pub(in crate::pack) fn record(
        &mut self,
        keys: &'static [Key],
        take: &mut dyn FnMut(&mut Self, &'static str) -> Result<(), Lost>,
    ) -> Result<(Span, bool), Lost> {
        let before = self.problems.total();
        if self.peek() != Some(b'{') {
            self.wrong("an object")?;
            return Ok((Span::default(), false));
        }
        let start = self.at;
        let mut seen = Seen { places: vec![None; keys.len()], misspelt: Vec::new() };
        let read = self.members(&mut |json, name, place| json.member(keys, &mut seen, (name, place), take));
        if read.is_err() {
            self.at = start;
            self.pass_brackets()?;
        } else {
            // A key that was mistyped is not missing as well.
            let missing =
                |key: &Key, place: Option<Span>| key.needed && place.is_none() && !seen.misspelt.contains(&key.name);
            for (key, _) in keys.iter().zip(&seen.places).filter(|(key, place)| missing(key, **place)) {
                self.tell(Span { start: start as u32, end: start as u32 + 1 }, Rule::MissingField(key.name));
            }
        }
        Ok((self.span_from(start), self.problems.total() == before))
    }

    fn member(
        &mut self,
        keys: &'static [Key],
        seen: &mut Seen,
        (name, place): (String, Span),
        take: &mut dyn FnMut(&mut Self, &'static str) -> Result<(), Lost>,
    ) -> Result<(), Lost> {
        let Some(at) = keys.iter().position(|key| key.name == name) else {
            let known: Vec<&str> = keys.iter().map(|key| key.name).collect();
            let nearest = nearest(&name, known.iter().copied());
            seen.misspelt.extend(nearest);
            self.tell(place, Rule::UnknownField { name: quoted(&name), nearest, known });
            return self.skip(0);
        };
        if let Some(first) = seen.places[at] {
            let first = self.file.place(first.start);
            self.tell(place, Rule::RepeatedField { name, first });
            return self.skip(0);
        }
        seen.places[at] = Some(place);
        take(self, keys[at].name)
    }

    /// Passes over brackets and whatever stands between them, JSON or not.
    fn pass_brackets(&mut self) -> Result<(), Lost> {
        let mut open = Vec::new();
        while let Some(byte) = self.bytes().get(self.at).copied() {
            match byte {
                b'"' => {
                    self.at = end_of_string(self.bytes(), self.at + 1);
                    continue;
                }
                b'{' | b'[' if open.len() > DEEPEST => return Err(Lost),
                b'{' => open.push(b'}'),
                b'[' => open.push(b']'),
                b'}' | b']' if open.pop() != Some(byte) => return Err(Lost),
                _ => {}
            }
            self.at += 1;
            if open.is_empty() {
                return Ok(());
            }
        }
        Err(Lost)
    }
}
