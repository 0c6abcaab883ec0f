//! What stands inside a line: prose with its links and stresses, notes, remarks in braces, ids, and the markup of others,
//! which is taken off.

mod braces;
mod marks;

pub(super) use braces::{CREDIT, GROUP, INSTEAD, NOTE, SHIELDED, SHOWN, UNREAD, attributes, remark_key};
pub(super) use marks::parts;

use std::ops::Range;

use super::{Reader, text};
use crate::pack::markup::{self, Meaning};
use crate::pack::raw::{self, Str};

/// What is said in braces behind a statement.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Remark {
    /// `disputed`, `note`, `instead of`.
    pub key: Str,
    pub text: Option<Str>,
    pub cites: Vec<Str>,
}

/// What was read of a stretch.
#[derive(Debug, Default)]
pub(super) struct Inline {
    /// In the markup of the pack.
    pub prose: String,
    pub cites: Vec<Str>,
    pub remarks: Vec<Remark>,
    /// `{#id passage="…" short="…"}`: keys without their signs; `id` for `#`.
    pub attributes: Vec<(String, Str)>,
    /// A picture of the web, where one may stand and does.
    pub picture: Pictured,
    stress: Option<Stress>,
}

/// Whether a stretch may have a picture, and the one that it has.
#[derive(Debug, Default)]
pub(super) enum Pictured {
    /// Pictures are words and addresses here.
    #[default]
    Never,
    /// It has none yet.
    MayBe,
    Is(raw::Picture),
}

/// A stress that is open: its sign, how many of them, and where in the prose it began.
#[derive(Debug, Clone, Copy)]
struct Stress {
    sign: u8,
    count: usize,
    at: usize,
}

/// A stretch being read.
#[derive(Debug)]
struct Scan<'r, 'a> {
    reader: &'r mut Reader<'a>,
    text: &'a str,
    at: usize,
    end: usize,
    out: Inline,
    /// No such end comes any more in this stretch: it is not looked for again.
    no_tag: bool,
    no_code: bool,
}

impl Inline {
    /// What a statement is read into: a picture may stand in it.
    pub fn of_statement() -> Self {
        Self { picture: Pictured::MayBe, ..Self::default() }
    }

    /// A stress that was never closed is signs.
    fn end_stress(&mut self) {
        let Some(Stress { sign, count, at }) = self.stress.take() else { return };
        let signs = if sign == b'*' { "\\*".repeat(count) } else { "_".repeat(count) };
        self.prose.replace_range(at..=at, &signs);
    }

    /// The prose, when all of it has been read.
    pub fn prose(&mut self) -> String {
        self.end_stress();
        std::mem::take(&mut self.prose).trim().to_owned()
    }

    pub fn attribute(&mut self, key: &str) -> Option<Str> {
        let at = self.attributes.iter().position(|(name, _)| name == key)?;
        Some(self.attributes.swap_remove(at).1)
    }
}

impl Reader<'_> {
    /// Reads a stretch of a line.
    pub fn inline(&mut self, range: &Range<usize>) -> Inline {
        let mut inline = Inline::default();
        self.more(range, &mut inline);
        inline
    }

    /// Reads a stretch that goes on with one before it; a stress may go on in the next.
    pub fn more(&mut self, range: &Range<usize>, inline: &mut Inline) {
        let text = self.file.text.as_str();
        let (at, end) = (range.start, range.end.min(text.len()));
        let out = std::mem::take(inline);
        let mut scan = Scan { reader: self, text, at, end, out, no_tag: false, no_code: false };
        while scan.at < scan.end {
            scan.next();
        }
        *inline = scan.out;
    }

    /// A text without links and stresses.
    pub fn plain(&mut self, range: &Range<usize>) -> Str {
        let prose = self.inline(range).prose();
        text(flat(&prose), range)
    }
}

/// Prose without its markup; addresses stay in brackets behind the words that lead to them.
pub(super) fn flat(prose: &str) -> String {
    let Ok(flat) = markup::flatten(prose) else { return prose.to_owned() };
    let mut text = flat.text;
    for span in flat.spans.into_iter().rev() {
        if let Meaning::Address(address) = span.what
            && text.get(span.range.clone()) != Some(address)
        {
            text.insert_str(span.range.end, &format!(" ({address})"));
        }
    }
    text
}

impl<'a> Scan<'_, 'a> {
    fn rest(&self) -> &'a str {
        &self.text[self.at..self.end]
    }

    /// Reads the next sign and what belongs to it.
    fn next(&mut self) {
        let rest = self.rest();
        let Some(at) = rest.find(['\\', '*', '_', '[', ']', '{', '<', '`', '&', '~', '!']) else {
            return self.take(rest.len());
        };
        if at > 0 {
            return self.take(at);
        }
        let read = match rest.as_bytes()[0] {
            b'\\' => self.shielded(),
            b'*' | b'_' => self.stress(),
            b'[' => self.bracket(),
            b'!' if rest.starts_with("![") => self.picture(),
            b'{' => self.braces(),
            b'<' => self.tag(),
            b'`' => self.code(),
            b'&' => self.reference(),
            b'~' => self.struck(),
            _ => false,
        };
        if !read {
            self.sign();
        }
    }

    /// Takes plain text over.
    fn take(&mut self, bytes: usize) {
        let mut plain = &self.text[self.at..self.at + bytes];
        self.at += bytes;
        // Where a mark was taken off, two spaces are one, and no stress begins with any.
        let opened = self.out.stress.is_some_and(|it| it.at + 1 == self.out.prose.len());
        if self.out.prose.is_empty() || self.out.prose.ends_with(' ') || opened {
            plain = plain.trim_start();
        }
        // So is the end of a line with what the next is indented by.
        while let Some(end) = plain.find('\n') {
            self.out.prose.push_str(plain[..end].trim_end());
            self.out.prose.push(' ');
            plain = plain[end..].trim_start();
        }
        self.out.prose.push_str(plain);
    }

    /// Takes one sign over that means nothing here.
    fn sign(&mut self) {
        let Some(sign) = self.rest().chars().next() else { return };
        self.at += sign.len_utf8();
        self.push(sign);
    }

    /// Adds a sign that means itself.
    fn push(&mut self, sign: char) {
        let sign = if matches!(sign, '\n' | '\r') { ' ' } else { sign };
        if "*[]\\".contains(sign) {
            self.out.prose.push('\\');
        }
        self.out.prose.push(sign);
    }

    fn push_plain(&mut self, text: &str) {
        text.chars().for_each(|sign| self.push(sign));
    }

    fn shielded(&mut self) -> bool {
        let Some(next) = self.rest()[1..].chars().next().filter(char::is_ascii_punctuation) else { return false };
        self.at += 2;
        self.push(next);
        true
    }

    /// `*`, `**`, `_`: opens or closes a stress.
    fn stress(&mut self) -> bool {
        let rest = self.rest();
        let sign = rest.as_bytes()[0];
        let count = rest.bytes().take_while(|byte| *byte == sign).count();
        let after = rest[count..].chars().next();
        let before = self.text[..self.at].chars().next_back();
        let inside_word = |c: Option<char>| sign == b'_' && c.is_some_and(char::is_alphanumeric);
        let closes = self
            .out
            .stress
            .filter(|it| it.sign == sign && !inside_word(after) && !self.out.prose.ends_with(char::is_whitespace));
        let opens = after.is_some_and(|c| !c.is_whitespace());
        match closes {
            Some(open) if open.count == count => {
                self.out.stress = None;
                self.out.prose.push('*');
            }
            // One ends and the next begins.
            Some(open) if open.count == 1 && count == 2 => {
                self.out.prose.push('*');
                self.out.stress = opens.then_some(Stress { at: self.out.prose.len(), ..open });
                self.out.prose.push_str(if opens { "*" } else { "\\*" });
            }
            Some(open) if open.count == 2 && count == 1 => {}
            None if self.out.stress.is_none() && count <= 3 && opens && !inside_word(before) => {
                self.out.stress = Some(Stress { sign, count, at: self.out.prose.len() });
                self.out.prose.push('*');
            }
            _ => (0..count).for_each(|_| self.push(char::from(sign))),
        }
        self.at += count;
        true
    }

    /// `` `code` ``: what stands in it is plain.
    fn code(&mut self) -> bool {
        let rest = self.rest();
        let run = &rest[..rest.len() - rest.trim_start_matches('`').len()];
        let inner = &rest[run.len()..];
        let Some(end) = inner.find(run).filter(|_| !self.no_code) else {
            self.no_code = true;
            return false;
        };
        self.push_plain(inner[..end].trim());
        self.at += 2 * run.len() + end;
        true
    }

    /// `~~struck~~`
    fn struck(&mut self) -> bool {
        let is_mark = self.rest().starts_with("~~") && !self.rest().starts_with("~~~");
        self.at += if is_mark { 2 } else { 0 };
        is_mark
    }

    /// `&amp;`, `&#8217;`
    fn reference(&mut self) -> bool {
        const NAMED: [(&str, char); 10] = [
            ("amp", '&'),
            ("lt", '<'),
            ("gt", '>'),
            ("quot", '"'),
            ("apos", '\''),
            ("nbsp", '\u{a0}'),
            ("ndash", '–'),
            ("mdash", '—'),
            ("hellip", '…'),
            ("rsquo", '’'),
        ];
        let rest = self.rest();
        let Some(end) = rest.bytes().take(12).position(|byte| byte == b';') else { return false };
        let name = &rest[1..end];
        let numbered = || {
            let number = name.strip_prefix('#')?;
            let hex = number.strip_prefix(['x', 'X']);
            hex.map_or_else(|| number.parse().ok(), |hex| u32::from_str_radix(hex, 16).ok()).and_then(char::from_u32)
        };
        let named = NAMED.into_iter().find(|(known, _)| *known == name).map(|(_, sign)| sign);
        let Some(sign) = named.or_else(numbered) else { return false };
        self.at += end + 1;
        self.push(sign);
        true
    }
}
