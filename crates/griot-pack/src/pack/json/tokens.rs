//! The smallest parts of JSON: strings, numbers and words.

use super::{Json, Lost};
use crate::pack::place::Span;
use crate::pack::rule::Rule;

impl Json<'_> {
    /// A string that opens here, and its place, quotes and all.
    pub(super) fn string(&mut self) -> Result<(String, Span), Lost> {
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
    pub(super) fn number(&mut self) -> Option<(f64, Span)> {
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
    pub(super) fn word(&mut self) -> Result<&'static str, Lost> {
        let rest = &self.bytes()[self.at..];
        let Some(word) = ["true", "false", "null"].into_iter().find(|word| rest.starts_with(word.as_bytes())) else {
            return Err(self.expected("a value"));
        };
        self.at += word.len();
        Ok(word)
    }
}

/// The offset after the quote that closes a string, or of the line end or end of the text before which none does.
pub(super) fn end_of_string(bytes: &[u8], mut at: usize) -> usize {
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
