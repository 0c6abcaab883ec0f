//! The head of a plain file: as much of YAML as says what a pack says of itself.

use std::ops::Range;

use super::{Reader, list, span, text};
use crate::pack::nearest::nearest;
use crate::pack::raw::{self, Spanned, Str};
use crate::pack::rule::{Plain, Rule, quoted};
use crate::pack::versions::FORMAT;

/// What stands for what is not said.
const LANGUAGE: &str = "und";
const LICENCE: &str = "not stated";

/// The keys, and what else they are called.
const KEYS: [(&str, &[&str]); 9] = [
    ("id", &[]),
    ("title", &["titre", "titel", "título"]),
    ("language", &["lang"]),
    ("revision", &["date", "updated"]),
    ("as_of", &["as-of", "as of"]),
    ("licence", &["license", "rights"]),
    ("corrects", &[]),
    ("credits", &["credit", "author", "authors"]),
    ("bibliography", &[]),
];
/// Those that other programs put into such a head, for themselves.
const OF_OTHERS: [&str; 12] = [
    "tags",
    "aliases",
    "alias",
    "cssclass",
    "cssclasses",
    "layout",
    "draft",
    "keywords",
    "description",
    "created",
    "publish",
    "abstract",
];

/// What the head says.
#[derive(Debug, Default)]
pub(super) struct Head {
    pub id: Option<Str>,
    pub title: Option<Str>,
    pub as_of: Option<Str>,
    /// Files that hold sources, by their names beside this one.
    pub bibliographies: Vec<Str>,
    language: Option<Str>,
    revision: Option<Str>,
    licence: Option<Str>,
    corrects: Option<Str>,
    credits: Vec<Str>,
    /// Where each key stood first.
    seen: Vec<(&'static str, Range<usize>)>,
}

impl Head {
    /// The record of the pack; `saved` is the day on which the file was written.
    pub fn about(self, (id, title): (Str, Str), eras: &[raw::Era], saved: &str) -> raw::About {
        let or = |said: Option<Str>, else_: &str| said.unwrap_or_else(|| text(else_, &(0..0)));
        raw::About {
            format: Spanned { value: FORMAT, span: span(&(0..0)) },
            id,
            title,
            language: or(self.language, LANGUAGE),
            revision: or(self.revision, saved),
            as_of: or(self.as_of, saved),
            licence: or(self.licence, LICENCE),
            corrects: self.corrects,
            credits: list(self.credits, &(0..0)),
            eras: list(eras.iter().map(|era| era.id.clone()).collect(), &(0..0)),
            whole: true,
            ..raw::About::default()
        }
    }
}

impl Reader<'_> {
    /// Reads the head; what is behind it begins there.
    pub fn head(&mut self) -> (Head, usize) {
        let file = &self.file.text;
        let begin = if file.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        let mut head = Head::default();
        if file.get(begin..).and_then(|text| text.lines().next()).is_none_or(|line| line.trim_end() != "---") {
            return (head, begin);
        }
        let first = begin + file[begin..].find('\n').map_or(file.len() - begin, |end| end + 1);
        let mut at = first;
        let mut lines = Vec::new();
        for line in file[first..].split_inclusive('\n') {
            let range = at..at + line.trim_end().len();
            at += line.len();
            if matches!(line.trim_end(), "---" | "...") {
                self.head_lines(&lines, &mut head);
                return (head, at);
            }
            lines.push(range);
        }
        // What was meant for a head is read as text: nothing is lost.
        self.tell_plain(&(begin..begin + 3), Plain::OpenHead);
        (head, first)
    }

    fn head_lines(&mut self, lines: &[Range<usize>], head: &mut Head) {
        let mut lines = lines.iter().peekable();
        while let Some(range) = lines.next() {
            let line = self.slice(range).to_owned();
            if line.trim().is_empty() || line.trim_start().starts_with('#') {
                continue;
            }
            let Some((key, value)) = line.split_once(':').filter(|_| !line.starts_with([' ', '-', '"'])) else {
                self.tell_plain(range, Plain::HeadLine);
                continue;
            };
            let place = range.start..range.start + key.len();
            let start = range.end - value.trim_start().len();
            let mut values = values(value.trim_start(), start);
            let is_block = matches!(value.trim(), "|" | ">" | "|-" | ">-");
            if is_block {
                values.clear();
            }
            // What is indented below belongs to it: the items of a list, the lines of a text.
            let mut below = Vec::new();
            while let Some(next) = lines.next_if(|next| self.slice(next).starts_with([' ', '-', '\t'])) {
                let item = self.slice(next).trim_start();
                let is_item = item.starts_with("- ") && !is_block;
                let item = if is_item { item[2..].trim_start() } else { item };
                below.extend(self::values(item, next.end - item.len()).into_iter().take(1));
            }
            if is_block && !below.is_empty() {
                let joined: Vec<&str> = below.iter().map(|it| it.as_str()).collect();
                values.push(text(joined.join(" "), range));
            } else {
                values.append(&mut below);
            }
            self.head_key(key.trim(), &place, values, head);
        }
    }

    fn head_key(&mut self, key: &str, place: &Range<usize>, values: Vec<Str>, head: &mut Head) {
        let small = key.to_lowercase();
        let known = KEYS.into_iter().find(|(known, others)| *known == small || others.contains(&small.as_str()));
        let Some((known, _)) = known else {
            let nearest = nearest(&small, KEYS.into_iter().map(|(known, _)| known));
            if !OF_OTHERS.contains(&small.as_str()) {
                let key = quoted(key);
                self.tell_plain(place, Plain::HeadKey { key, nearest });
            }
            return;
        };
        if let Some((_, first)) = head.seen.iter().find(|(seen, _)| *seen == known && known != "credits") {
            let first = self.file.place(first.start as u32);
            self.tell(place, Rule::RepeatedField { name: known.to_owned(), first });
            return;
        }
        head.seen.push((known, place.clone()));
        match known {
            "credits" => return head.credits.extend(values),
            "bibliography" => {
                return head.bibliographies.extend(values.into_iter().filter(|name| !name.trim().is_empty()));
            }
            _ => {}
        }
        let value = values.into_iter().next().filter(|value| !value.trim().is_empty());
        match known {
            "id" => head.id = value,
            "title" => head.title = value,
            "language" => head.language = value,
            "revision" => head.revision = value,
            "as_of" => head.as_of = value,
            "corrects" => head.corrects = value,
            _ => head.licence = value,
        }
    }
}

/// The values behind a key: one, or those of a list in brackets.
fn values(written: &str, start: usize) -> Vec<Str> {
    if let Some(inner) = written.strip_prefix('[').and_then(|rest| rest.trim_end().strip_suffix(']')) {
        let at = |part: &str| start + (part.as_ptr() as usize - written.as_ptr() as usize);
        return inner.split(',').map(str::trim).filter(|part| !part.is_empty()).map(|it| value(it, at(it))).collect();
    }
    if written.is_empty() { Vec::new() } else { vec![value(written, start)] }
}

/// One value, in quotes or not.
fn value(written: &str, start: usize) -> Str {
    let range = start..start + written.len();
    let inner = |sign: char| {
        let rest = written.strip_prefix(sign)?;
        let mut shielded = false;
        let end = rest.find(|c| {
            let ends = c == sign && !shielded;
            shielded = c == '\\' && !shielded && sign == '"';
            ends
        })?;
        Some(&rest[..end])
    };
    if let Some(inner) = inner('"') {
        return text(of_json(inner), &range);
    }
    if let Some(inner) = inner('\'') {
        return text(inner, &range);
    }
    let bare = written.find(" #").map_or(written, |comment| &written[..comment]);
    text(bare.trim_end(), &range)
}

/// What a string of JSON, and so of YAML, says.
fn of_json(inner: &str) -> String {
    let mut out = String::with_capacity(inner.len());
    let mut signs = inner.chars();
    while let Some(c) = signs.next() {
        match (c, if c == '\\' { signs.next() } else { None }) {
            ('\\', Some('n' | 't')) => out.push(' '),
            ('\\', Some('u')) => {
                let code: String = signs.by_ref().take(4).collect();
                out.extend(u32::from_str_radix(&code, 16).ok().and_then(char::from_u32));
            }
            ('\\', other) => out.extend(other),
            _ => out.push(c),
        }
    }
    out
}
