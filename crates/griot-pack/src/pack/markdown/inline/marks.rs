//! The marks that hold something: links, notes, remarks, ids, tags.

use std::ops::Range;

use super::{Pictured, Scan, flat};
use crate::pack::markdown::escape::{bare_signs, unescaped};
use crate::pack::markdown::lines::find_small;
use crate::pack::markdown::{span, text};
use crate::pack::markup;
use crate::pack::raw::{self, Str};
use crate::pack::rule::{Plain, quoted};
use crate::url;

impl Scan<'_, '_> {
    /// The stretch that begins `skip` bytes from here.
    pub(super) const fn range(&self, skip: usize, bytes: usize) -> Range<usize> {
        self.at + skip..self.at + skip + bytes
    }

    /// What stands up to a sign, unless another like the one that opened comes first.
    pub(super) fn up_to(&self, skip: usize, [open, close]: [char; 2]) -> Option<usize> {
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
        if let Some(cite) = &known {
            let key = cite.split_once(',').map_or(cite.as_str(), |(key, _)| key);
            if !self.reader.cited.contains(key) {
                self.reader.cited.insert(key.to_owned());
            }
        } else {
            let labels = self.reader.labels.keys().map(String::as_str);
            let nearest = self.reader.nearest.of_sort("note", label, labels);
            self.reader.tell_plain(at, Plain::NoSuchNote { label: quoted(label), nearest });
        }
        known
    }

    /// No space is left where a mark was taken off before a stop.
    pub(super) fn close_up(&mut self) {
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
        let outer = std::mem::take(&mut self.out);
        self.inner(&inner);
        let inner = std::mem::replace(&mut self.out, outer);
        self.out.cites.extend(inner.cites);
        self.out.remarks.extend(inner.remarks);
        self.at = after + end;
        let linked = markup::can_be_linked(address) && url::allowed(address).is_ok();
        if linked {
            self.push_link(&flat(inner.prose.trim()), address);
        } else {
            let before = self.out.prose.len();
            self.out.prose.push_str(&inner.prose);
            self.add_address(address, before, false);
        }
        true
    }

    /// Reads a stretch inside a mark as what it is by itself.
    pub(super) fn inner(&mut self, range: &Range<usize>) {
        let (stress, end) = (self.out.stress.take(), self.end);
        (self.at, self.end) = (range.start, range.end);
        while self.at < self.end {
            self.next();
        }
        self.out.end_stress();
        (self.out.stress, self.end) = (stress, end);
    }

    /// Words that lead to an address of the web, in the markup of the pack.
    fn push_link(&mut self, words: &str, address: &str) {
        self.out.prose.push('[');
        self.push_plain(if words.is_empty() { address } else { words });
        self.out.prose.push_str(&format!("]({address})"));
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
        if self.picture_of_the_web(&inner, after) {
            return true;
        }
        let Some((address, bytes)) = address(&self.text[after..self.end]) else { return false };
        let before = self.out.prose.len();
        self.inner(&inner);
        self.at = after + bytes;
        self.add_address(address, before, true);
        true
    }

    /// `(https://example.org/a.jpg "What stands below it")` behind what is seen on a picture.
    fn picture_of_the_web(&mut self, alt: &Range<usize>, at: usize) -> bool {
        if !matches!(self.out.picture, Pictured::MayBe) {
            return false;
        }
        let Some((address, title, bytes)) = destination(&self.text[at..self.end]) else { return false };
        if url::allowed(address).is_err() {
            return false;
        }
        let said = |words: &str, range: &Range<usize>| {
            let words = flat(&super::super::escaped_for_pack(&unescaped(words.trim()).replace(['\n', '\r'], " ")));
            Some(text(words, range)).filter(|words| !words.trim().is_empty())
        };
        let place = at..at + bytes;
        let picture = raw::Picture {
            url: text(address, &place),
            caption: title.and_then(|title| said(title, &place)),
            credit: None,
            alt: said(&self.text[alt.clone()], alt),
            span: span(&place),
            whole: true,
        };
        self.out.picture = Pictured::Is(picture);
        self.at = at + bytes;
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
        if is_address && markup::can_be_linked(inner) && url::allowed(inner).is_ok() {
            self.push_link(inner, inner);
        } else if is_address && !inner.contains([' ', '"']) {
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

/// The address in parentheses at the head of a text, the title in quotes behind it, and how long all is.
fn destination(follows: &str) -> Option<(&str, Option<&str>, usize)> {
    let rest = follows.strip_prefix('(')?.trim_start();
    let end = rest.find(|c: char| c.is_whitespace()).unwrap_or(rest.len());
    let mut address = &rest[..end];
    if let Some((_, bytes)) = self::address(&format!("({rest}")).filter(|(found, _)| found.len() <= end) {
        // Without a title the parenthesis ends it.
        let inner = rest.get(..bytes.checked_sub(2)?)?;
        if !inner.contains(char::is_whitespace) {
            address = inner;
        }
    }
    let behind = rest[address.len()..].trim_start();
    let address = address.trim_start_matches('<').trim_end_matches('>');
    let length = |rest: &str| follows.len() - rest.len();
    if let Some(rest) = behind.strip_prefix(')') {
        return Some((address, None, length(rest)));
    }
    let quoted = behind.strip_prefix('"')?;
    let mut shielded = false;
    let (end, _) = quoted.char_indices().find(|(_, c)| {
        let ends = *c == '"' && !shielded;
        shielded = *c == '\\' && !shielded;
        ends
    })?;
    let rest = quoted[end + 1..].trim_start().strip_prefix(')')?;
    Some((address, Some(&quoted[..end]), length(rest)))
}

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
