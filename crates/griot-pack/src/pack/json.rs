//! The one reader of JSON: it goes through a text once, keeps where every value stands, and tells everything that is
//! wrong rather than the first thing.
//!
//! A value of the wrong shape is told and passed over. Where the text is no JSON at all, the innermost record in which
//! that happens is given up, up to the brace that closes it, and reading goes on behind it; only where no such brace can
//! be found is the rest of the file lost. Nothing is kept of a text but what the types of `raw` ask for.

mod types;

pub use types::Spanned;
pub(super) use types::{Read, Word, records};

use super::nearest::nearest;
use super::problem::{File, Problems, Span};
use super::rule::{Rule, Shape};

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
    slips: Vec<&'static str>,
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
    let mut json = Json { file, at: 0, begin: 0, other: false, problems };
    if file.text.starts_with('\u{feff}') {
        json.at = '\u{feff}'.len_utf8();
        json.tell(Span { start: 0, end: json.at as u32 }, Rule::ByteOrderMark);
    }
    json.peek();
    json.begin = json.at;
    let Ok(value) = T::read(&mut json) else { return (T::default(), false) };
    if json.peek().is_some() {
        let _ = json.expected("the end of the file");
        return (value, false);
    }
    (value, !json.other)
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
        let mut seen = Seen { places: vec![None; keys.len()], slips: Vec::new() };
        let read = self.members(&mut |json, name, place| json.member(keys, &mut seen, (name, place), take));
        if read.is_err() {
            self.at = start;
            self.pass_brackets()?;
        } else {
            // A key that was mistyped is not missing as well.
            let missing =
                |key: &Key, place: Option<Span>| key.needed && place.is_none() && !seen.slips.contains(&key.name);
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
            seen.slips.extend(nearest);
            self.tell(place, Rule::UnknownField { name, nearest, known });
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

    /// A string that opens here, and its place, quotes and all.
    fn string(&mut self) -> Result<(String, Span), Lost> {
        let start = self.at;
        let end = end_of_string(self.bytes(), start + 1);
        let closed = end > start + 1 && self.bytes()[end - 1] == b'"';
        if !closed {
            self.tell(Span { start: start as u32, end: end as u32 }, Rule::OpenString);
            return Err(Lost);
        }
        self.at = end;
        let inside = &self.file.text[start + 1..end - 1];
        let text = if inside.bytes().any(|byte| byte == b'\\' || byte < b' ') {
            self.unescaped(inside, start + 1)
        } else {
            inside.to_owned()
        };
        Ok((text, self.span_from(start)))
    }

    /// The text that a string with escapes stands for; what is wrong in it is told and left out.
    fn unescaped(&mut self, inside: &str, start: usize) -> String {
        let mut out = String::with_capacity(inside.len());
        let mut rest = inside;
        while let Some(c) = rest.chars().next() {
            let at = (start + inside.len() - rest.len()) as u32;
            let (taken, meant) = if c == '\\' { escape(rest) } else { (c.len_utf8(), Some(c)) };
            let span = Span { start: at, end: at + taken as u32 };
            match meant {
                Some(c) => out.push(c),
                None => self.tell(span, Rule::BadEscape),
            }
            if c < ' ' {
                self.tell(span, Rule::RawControl(c));
            }
            rest = &rest[taken..];
        }
        out
    }

    /// A number and its place; nothing when it is none, which has been told.
    fn number(&mut self) -> Option<(f64, Span)> {
        let start = self.at;
        let digits = |json: &mut Self| {
            let from = json.at;
            while json.bytes().get(json.at).is_some_and(u8::is_ascii_digit) {
                json.at += 1;
            }
            json.at - from
        };
        let is = |json: &Self, of: &[u8]| json.bytes().get(json.at).is_some_and(|byte| of.contains(byte));
        self.at += usize::from(is(self, b"-"));
        let leading_zero = is(self, b"0");
        let whole = digits(self);
        let mut good = whole == 1 || whole > 1 && !leading_zero;
        if is(self, b".") {
            self.at += 1;
            good &= digits(self) > 0;
        }
        if is(self, b"eE") {
            self.at += 1;
            self.at += usize::from(is(self, b"+-"));
            good &= digits(self) > 0;
        }
        let span = self.span_from(start);
        let value = self.file.text[start..self.at].parse::<f64>().ok().filter(|value| good && value.is_finite());
        if value.is_none() {
            self.tell(span, Rule::WrongNumber("a number as JSON writes it, and not too large a one"));
        }
        value.map(|value| (value, span))
    }

    /// `true`, `false` or `null`.
    fn word(&mut self) -> Result<&'static str, Lost> {
        let rest = &self.bytes()[self.at..];
        let Some(word) = ["true", "false", "null"].into_iter().find(|word| rest.starts_with(word.as_bytes())) else {
            return Err(self.expected("a value"));
        };
        self.at += word.len();
        Ok(word)
    }
}

/// The offset after the quote that closes a string, or of the line end or end of the text before which none does.
fn end_of_string(bytes: &[u8], mut at: usize) -> usize {
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'"' => return at + 1,
            b'\n' => return at,
            b'\\' if bytes.get(at + 1).is_some_and(|next| *next != b'\n') => at += 2,
            _ => at += 1,
        }
    }
    bytes.len()
}

/// How long an escape is, and what it means.
fn escape(text: &str) -> (usize, Option<char>) {
    let unit = |text: &str| {
        let digits = text.strip_prefix("\\u")?.get(..4)?;
        digits.bytes().all(|byte| byte.is_ascii_hexdigit()).then(|| u16::from_str_radix(digits, 16).ok())?
    };
    let meant = match text.as_bytes().get(1) {
        Some(b'n') => '\n',
        Some(b't') => '\t',
        Some(b'r') => '\r',
        Some(b'b') => '\u{8}',
        Some(b'f') => '\u{c}',
        Some(byte @ (b'"' | b'\\' | b'/')) => char::from(*byte),
        Some(b'u') => {
            let Some(first) = unit(text) else { return (2, None) };
            if let Some(c) = char::from_u32(first.into()) {
                return (6, Some(c));
            }
            let second = text.get(6..).and_then(unit);
            let pair = second.and_then(|second| char::decode_utf16([first, second]).next()?.ok());
            return if pair.is_some() { (12, pair) } else { (6, None) };
        }
        _ => return (1, None),
    };
    (2, Some(meant))
}
