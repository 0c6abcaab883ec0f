//! The marks that hold something: links, notes, remarks, ids, tags.

use std::ops::Range;

use super::{Remark, Scan, flat};
use crate::pack::markdown::escape::{bare_signs, unescaped};
use crate::pack::markdown::lines::find_small;
use crate::pack::markdown::text;
use crate::pack::raw::Str;
use crate::pack::rule::{Plain, quoted};

/// What may stand in braces behind a statement, beside the standings.
pub(in crate::pack::markdown) const NOTE: &str = "note";
pub(in crate::pack::markdown) const INSTEAD: &str = "instead of";
pub(in crate::pack::markdown) const UNREAD: &str = "date that cannot be read";
/// The standings, as they are said.
const STANDINGS: [&str; 7] =
    ["established", "attributed", "approximate", "disputed", "corrected", "uncited", "citation needed"];

impl Scan<'_, '_> {
    /// The stretch that begins `skip` bytes from here.
    const fn range(&self, skip: usize, bytes: usize) -> Range<usize> {
        self.at + skip..self.at + skip + bytes
    }

    /// What stands up to a sign, unless another like the one that opened comes first.
    fn up_to(&self, skip: usize, [open, close]: [char; 2]) -> Option<usize> {
        let mut shielded = false;
        let rest = self.rest().get(skip..)?;
        for (at, c) in rest.char_indices() {
            match c {
                _ if shielded => shielded = false,
                '\\' => shielded = true,
                c if c == close => return Some(at),
                c if c == open => return None,
                _ => {}
            }
        }
        None
    }

    pub(super) fn bracket(&mut self) -> bool {
        let rest = self.rest();
        if rest.starts_with("[[") {
            return self.link();
        }
        let Some(end) = self.up_to(1, ['[', ']']) else { return false };
        let inner = self.range(1, end);
        let after = self.at + end + 2;
        let cites = match rest.as_bytes().get(1) {
            Some(b'^') if end > 1 => self.cite(&inner),
            Some(b'@') if end > 1 => self.cite_by_key(&inner),
            _ => return self.words(inner, after),
        };
        let Some(cites) = cites else { return false };
        self.out.cites.extend(cites);
        self.at = after;
        self.close_up();
        true
    }

    /// `[^smith]`
    fn cite(&mut self, at: &Range<usize>) -> Option<Vec<Str>> {
        let label = &self.text[at.start + 1..at.end];
        self.known(label, at).map(|cite| vec![text(cite, at)])
    }

    /// `[@smith, p. 2; @jones]`
    fn cite_by_key(&mut self, at: &Range<usize>) -> Option<Vec<Str>> {
        let mut from = at.start;
        let mut cites = Vec::new();
        for part in self.text[at.clone()].split(';') {
            let range = from..from + part.len();
            from = range.end + 1;
            let part = unescaped(part.trim().trim_start_matches('@'));
            let (key, place) = part.split_once(',').map_or((&*part, None), |(key, place)| (key, Some(place.trim())));
            let key = self.known(key.trim(), &range)?;
            cites.push(text(place.map_or_else(|| key.clone(), |place| format!("{key}, {place}")), &range));
        }
        Some(cites)
    }

    /// What a label cites. Where no note is called so, the mark is shown as it stands.
    fn known(&mut self, label: &str, at: &Range<usize>) -> Option<String> {
        let known = self.reader.labels.get(label).cloned();
        if known.is_none() {
            let labels = self.reader.labels.keys().map(String::as_str);
            let nearest = self.reader.nearest.of_sort("note", label, labels);
            self.reader.tell_plain(at, Plain::NoSuchNote { label: quoted(label), nearest });
        }
        known
    }

    /// No space is left where a mark was taken off before a stop.
    fn close_up(&mut self) {
        if self.out.prose.ends_with(' ') && self.rest().starts_with(['.', ',', ';', ':', '!', '?', ')']) {
            self.out.prose.pop();
        }
    }

    /// `[[Name]]`, `[[Name|words]]`
    fn link(&mut self) -> bool {
        let rest = &self.rest()[2..];
        let Some(end) = link_end(rest) else { return false };
        let inner = &rest[..end];
        let (name, words) = inner.split_once('|').unwrap_or((inner, inner));
        let (name, words) = (unescaped(name.trim()), unescaped(words.trim()));
        if name.is_empty() || words.is_empty() {
            return false;
        }
        let at = self.range(2, end);
        let id = self.reader.named(&name, &at);
        self.out.prose.push_str(&format!("[[{id}|"));
        self.push_plain(&words.replace(['\n', '\r'], " "));
        self.out.prose.push_str("]]");
        self.at = at.end + 2;
        true
    }

    /// `[words](address)`, `[words]{.class}`; brackets by themselves are brackets.
    fn words(&mut self, inner: Range<usize>, after: usize) -> bool {
        let follows = &self.text[after..self.end];
        if follows.starts_with('{') {
            let words = inner.clone();
            self.at = after;
            if self.attributes() {
                let at = self.at;
                self.inner(&words);
                self.at = at;
                return true;
            }
            self.at = inner.start - 1;
            return false;
        }
        let Some((address, end)) = address(follows) else { return false };
        let before = self.out.prose.len();
        self.inner(&inner);
        self.at = after + end;
        self.add_address(address, before, false);
        true
    }

    /// Reads a stretch inside a mark as what it is by itself.
    fn inner(&mut self, range: &Range<usize>) {
        let (stress, end) = (self.out.stress.take(), self.end);
        (self.at, self.end) = (range.start, range.end);
        while self.at < self.end {
            self.next();
        }
        self.out.end_stress();
        (self.out.stress, self.end) = (stress, end);
    }

    /// An address of the web stays, in brackets behind its words; of a picture, any address does.
    fn add_address(&mut self, address: &str, before: usize, always: bool) {
        let of_the_web = address.starts_with("http://") || address.starts_with("https://");
        let said = flat(self.out.prose.get(before..).unwrap_or_default());
        if !(always || of_the_web) || said == address {
            return;
        }
        let (open, close) = if said.is_empty() { ("", "") } else { (" (", ")") };
        self.out.prose.push_str(open);
        self.push_plain(address);
        self.out.prose.push_str(close);
    }

    /// `![words](address)`, `![[embedded]]`
    pub(super) fn picture(&mut self) -> bool {
        let rest = self.rest();
        if rest.starts_with("![[") {
            self.at += 1;
            return self.link();
        }
        let Some(end) = self.up_to(2, ['[', ']']) else { return false };
        let (inner, after) = (self.range(2, end), self.at + end + 3);
        let Some((address, bytes)) = address(&self.text[after..self.end]) else { return false };
        let before = self.out.prose.len();
        self.inner(&inner);
        self.at = after + bytes;
        self.add_address(address, before, true);
        true
    }

    /// `{disputed: why}`, `{#id}`; other braces are braces.
    pub(super) fn braces(&mut self) -> bool {
        if self.attributes() {
            return true;
        }
        let Some(key) = remark_key(&self.rest()[1..]) else { return false };
        let Some(end) = self.up_to(1, ['{', '}']) else { return false };
        let inner = self.range(1, end);
        let after = inner.end + 1;
        let key = text(key, &(inner.start..inner.start + key.len()));
        let words = inner.start + key.value.len()..inner.end;
        let (mut said, mut cites) = (None, Vec::new());
        if self.text[words.clone()].starts_with(':') {
            let outer = std::mem::take(&mut self.out);
            self.inner(&(words.start + 1..words.end));
            let inner = std::mem::replace(&mut self.out, outer);
            said = Some(text(flat(inner.prose.trim()), &words)).filter(|said| !said.is_empty());
            cites = inner.cites;
        }
        self.out.remarks.push(Remark { key, text: said, cites });
        self.at = after;
        self.close_up();
        true
    }

    /// `{#id short="…" .class}`
    fn attributes(&mut self) -> bool {
        let rest = self.rest();
        let Some(inner) = self.up_to(1, ['{', '}']).map(|end| &rest[1..=end]) else { return false };
        let Some(found) = attributes(inner, self.at + 1).filter(|found| !found.is_empty()) else { return false };
        self.at += inner.len() + 2;
        self.out.attributes.extend(found);
        // `[]` before it is where it stands, not what it says.
        self.close_up();
        true
    }

    /// `<b>`, `<!-- … -->`, `<script>…</script>`: taken off; `<https://…>` is its address.
    pub(super) fn tag(&mut self) -> bool {
        let rest = self.rest();
        if self.no_tag {
            return false;
        }
        for (open, close) in [("<!--", "-->"), ("<script", "</script>"), ("<style", "</style>")] {
            if rest.get(..open.len()).is_some_and(|head| head.eq_ignore_ascii_case(open)) {
                let end = find_small(rest, close);
                self.no_tag = end.is_none();
                self.at += end.map_or(0, |end| end + close.len());
                return end.is_some();
            }
        }
        let begins = rest[1..].starts_with(|c: char| c.is_ascii_alphabetic() || c == '/' || c == '!' || c == '?');
        let Some(end) = self.up_to(1, ['<', '>']).filter(|_| begins) else { return false };
        let inner = &rest[1..=end];
        self.at += end + 2;
        let is_address = inner.contains("://") || inner.contains('@') && !inner.contains('=');
        if is_address && !inner.contains([' ', '"']) {
            self.push_plain(inner);
        } else if inner.get(..2).is_some_and(|name| name.eq_ignore_ascii_case("br")) && !self.out.prose.ends_with(' ') {
            self.out.prose.push(' ');
        }
        true
    }
}

/// Where a link ends that has been opened.
fn link_end(opened: &str) -> Option<usize> {
    let mut shielded = false;
    for (at, c) in opened.char_indices() {
        match c {
            _ if shielded => shielded = false,
            '\\' => shielded = true,
            ']' if opened[at..].starts_with("]]") => return Some(at),
            '[' if opened[at..].starts_with("[[") => return None,
            _ => {}
        }
    }
    None
}

/// The address in parentheses at the head of a text, and where these end.
fn address(follows: &str) -> Option<(&str, usize)> {
    /// No address is longer, in characters.
    const LONGEST: usize = 4000;
    let rest = follows.strip_prefix('(')?;
    let mut depth = 0_usize;
    let closes = |(_, c): &(usize, char)| {
        match c {
            '(' => depth += 1,
            ')' if depth == 0 => return true,
            ')' => depth -= 1,
            _ => {}
        }
        false
    };
    let (end, _) = rest.char_indices().take(LONGEST).find(closes)?;
    let address = rest[..end].trim().split([' ', '\t']).next().unwrap_or_default();
    Some((address.trim_start_matches('<').trim_end_matches('>'), end + 2))
}

/// The word at the head of what stands in braces, if it is one of those that mean something there.
fn remark_key(inner: &str) -> Option<&'static str> {
    let keys = STANDINGS.into_iter().chain([NOTE, INSTEAD, UNREAD]);
    let mut keys = keys.filter(|key| inner.get(..key.len()).is_some_and(|head| head.eq_ignore_ascii_case(key)));
    keys.find(|key| inner[key.len()..].starts_with([':', '}']))
}

/// What stands in braces as ids and attributes, with the place of each; none where it is something else.
pub(in crate::pack::markdown) fn attributes(inner: &str, start: usize) -> Option<Vec<(String, Str)>> {
    let mut found = Vec::new();
    let mut rest = inner.trim_start();
    while !rest.is_empty() {
        let at = start + inner.len() - rest.len();
        let word = rest.find(char::is_whitespace).unwrap_or(rest.len());
        let end = if let Some(id) = rest[..word].strip_prefix('#') {
            found.push(("id".to_owned(), text(id, &(at + 1..at + word))));
            word
        } else if rest.starts_with('.') {
            word
        } else {
            let (key, value) = rest.split_once("=\"")?;
            let end = value.find('"')?;
            let (key_end, is_key) = (key.len() + 2, key.chars().all(|c| c.is_ascii_alphanumeric() || c == '-'));
            let value = SHIELDED.into_iter().fold(value[..end].to_owned(), |value, (sign, by)| value.replace(by, sign));
            found.push((key.to_owned(), text(value, &(at + key_end..at + key_end + end))));
            if is_key { key_end + end + 1 } else { return None }
        };
        rest = rest[end..].trim_start();
    }
    Some(found)
}

/// Signs that end an attribute, as they stand inside one.
pub(in crate::pack::markdown) const SHIELDED: [(&str, &str); 5] =
    [("\"", "&quot;"), ("{", "&#123;"), ("}", "&#125;"), ("\\", "&#92;"), ("&", "&amp;")];

/// The parts of a text between signs that are neither shielded nor in a link.
pub(in crate::pack::markdown) fn parts(text: &str, range: &Range<usize>, sign: char) -> Vec<Range<usize>> {
    let inner = text.get(range.clone()).unwrap_or_default();
    let mut from = 0;
    let ends: Vec<usize> = bare_signs(inner, sign).chain([inner.len()]).collect();
    let mut parts = Vec::with_capacity(ends.len());
    for end in ends {
        let part = &inner[from..end];
        let start = range.start + from + part.len() - part.trim_start().len();
        parts.push(start..start + part.trim().len());
        from = end + sign.len_utf8();
    }
    parts
}
