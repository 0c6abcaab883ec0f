//! The scanner: brackets with their partners, found in one pass, and the nodes between.

use std::collections::HashMap;
use std::ops::Range;

/// A piece of wikitext, by its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Node {
    /// Plain text within a line.
    Text(Range<usize>),
    /// Between two lines of a paragraph.
    Space,
    /// What stands between `{{` and `}}`.
    Template(Range<usize>),
    /// What stands between `[[` and `]]`.
    Link(Range<usize>),
    /// What stands between `[` and `]`, where it begins with an address.
    Address(Range<usize>),
    /// A note: the inside of its tag, and its body.
    Note { attributes: Range<usize>, body: Option<Range<usize>> },
    /// A table, whole.
    Table(Range<usize>),
}

/// A text with the partners of its brackets.
pub(super) struct Scanned<'t> {
    pub text: &'t str,
    /// Where what opens at an offset closes: the offset of the closing bracket.
    closes: HashMap<usize, usize>,
}

/// The text without comments.
pub(super) fn without_comments(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("<!--") {
        out.push_str(&rest[..at]);
        rest = rest[at..].find("-->").map_or("", |end| &rest[at + end + 3..]);
    }
    out.push_str(rest);
    out
}

impl<'t> Scanned<'t> {
    pub fn of(text: &'t str) -> Self {
        let bytes = text.as_bytes();
        let mut closes = HashMap::new();
        let mut open: Vec<(usize, u8)> = Vec::new();
        let mut at = 0;
        while at + 1 < bytes.len() {
            let pair = [bytes[at], bytes[at + 1]];
            match pair {
                [b'{', b'{'] | [b'[', b'['] => open.push((at, bytes[at])),
                [b'{', b'|'] if at == 0 || bytes[at - 1] == b'\n' => open.push((at, b'|')),
                [b'}' | b'|', b'}'] | [b']', b']'] => {
                    let wanted = match pair {
                        [b'}', _] => b'{',
                        [b']', _] => b'[',
                        _ => b'|',
                    };
                    // Brackets that were never closed inside are text. `|}` also ends a template with an empty argument.
                    if wanted == b'|' && open.last().is_none_or(|(_, kind)| *kind != b'|') {
                        at += 1;
                        continue;
                    }
                    if let Some(depth) = open.iter().rposition(|(_, kind)| *kind == wanted) {
                        closes.insert(open[depth].0, at);
                        open.truncate(depth);
                    }
                }
                _ => {
                    at += 1;
                    continue;
                }
            }
            at += 2;
        }
        Self { text, closes }
    }

    /// The nodes of a part of the text.
    pub fn nodes(&self, part: Range<usize>) -> Vec<Node> {
        let mut nodes = Vec::new();
        let (mut at, mut from) = (part.start, part.start);
        while let Some(step) = self.text[at..part.end].find(['{', '[', '<']) {
            at += step;
            let Some((node, end)) = self.node(at).filter(|(_, end)| *end <= part.end) else {
                at += 1;
                continue;
            };
            if from < at {
                nodes.push(Node::Text(from..at));
            }
            nodes.push(node);
            (at, from) = (end, end);
        }
        if from < part.end {
            nodes.push(Node::Text(from..part.end));
        }
        nodes
    }

    /// The node that opens at an offset, and where it ends.
    fn node(&self, at: usize) -> Option<(Node, usize)> {
        let rest = &self.text[at..];
        if let Some(close) = self.closes.get(&at) {
            let inside = at + 2..*close;
            return Some(match rest.as_bytes()[1] {
                b'{' => (Node::Template(inside), close + 2),
                b'[' => (Node::Link(inside), close + 2),
                _ => (Node::Table(at..close + 2), close + 2),
            });
        }
        if rest.starts_with("[http") || rest.starts_with("[//") {
            let end = rest.find([']', '\n']).filter(|end| rest[*end..].starts_with(']'))?;
            return Some((Node::Address(at + 1..at + end), at + end + 1));
        }
        let head = rest.get(..4).filter(|head| head.eq_ignore_ascii_case("<ref"))?;
        let after = rest[head.len()..].chars().next()?;
        if !(after.is_whitespace() || after == '>' || after == '/') {
            return None;
        }
        let end = rest.find('>')?;
        let attributes = at + 4..at + end;
        if rest[..end].ends_with('/') {
            return Some((Node::Note { attributes, body: None }, at + end + 1));
        }
        let body = &rest[end + 1..];
        // A note that never closes ends with its paragraph.
        let (length, closing) = match body.find("</ref") {
            Some(length) => (length, body[length..].find('>').map_or(body.len() - length, |it| it + 1)),
            None => (body.find("\n\n").unwrap_or(body.len()), 0),
        };
        let start = at + end + 1;
        Some((Node::Note { attributes, body: Some(start..start + length) }, start + length + closing))
    }

    /// The nodes of the whole text by lines: what spans several belongs to the one in which it begins.
    pub fn lines(&self) -> Vec<Vec<Node>> {
        let mut lines: Vec<Vec<Node>> = vec![Vec::new()];
        for node in self.nodes(0..self.text.len()) {
            let Node::Text(range) = node else {
                lines.last_mut().into_iter().for_each(|line| line.push(node.clone()));
                continue;
            };
            let mut from = range.start;
            for (at, part) in self.text[range.clone()].split('\n').enumerate() {
                if at > 0 {
                    lines.push(Vec::new());
                }
                let end = from + part.len();
                if !part.is_empty() {
                    lines.last_mut().into_iter().for_each(|line| line.push(Node::Text(from..end)));
                }
                from = end + 1;
            }
        }
        lines
    }

    /// The level and the title of a heading.
    pub fn heading(&self, line: &[Node]) -> Option<(usize, String)> {
        let (Some(Node::Text(first)), Some(Node::Text(last))) =
            (line.first(), line.iter().rfind(|it| matches!(it, Node::Text(_))))
        else {
            return None;
        };
        let whole = self.text[first.start..last.end].trim();
        let count = |text: &str| text.bytes().take_while(|byte| *byte == b'=').count();
        let level = count(whole).min(whole.bytes().rev().take_while(|byte| *byte == b'=').count()).min(6);
        (level > 0 && whole.len() > 2 * level).then(|| (level, Self::words(&whole[level..whole.len() - level])))
    }

    /// A text without brackets, for titles.
    fn words(text: &str) -> String {
        let mut out = String::new();
        let mut rest = text;
        while let Some(at) = rest.find("[[") {
            out.push_str(&rest[..at]);
            let Some(end) = rest[at..].find("]]") else { break };
            let inside = &rest[at + 2..at + end];
            out.push_str(inside.rsplit('|').next().unwrap_or(inside));
            rest = &rest[at + end + 2..];
        }
        out.push_str(rest);
        out.replace("''", "")
    }

    /// The first sign of a line that is no space; none where it is empty.
    pub fn first_char(&self, line: &[Node]) -> Option<char> {
        line.iter().find_map(|node| match node {
            Node::Text(range) => self.text[range.clone()].trim_start().chars().next(),
            Node::Space => None,
            _ => Some('a'),
        })
    }

    /// Every note that has a body, with its name.
    pub fn notes(&self) -> Vec<(String, Range<usize>)> {
        let mut found = Vec::new();
        for (at, _) in self.text.match_indices("<ref") {
            if let Some((Node::Note { attributes, body: Some(body) }, _)) = self.node(at) {
                found.push((name_of(&self.text[attributes]), body));
            }
        }
        found
    }

    /// The name of a template and its arguments, each with its key if it has one.
    pub fn template(&self, inside: &Range<usize>) -> (String, Vec<(String, Range<usize>)>) {
        let mut parts = self.split(inside.clone(), '|').into_iter();
        let name =
            parts.next().map(|range| self.text[range].trim().to_lowercase().replace('_', " ")).unwrap_or_default();
        let mut number = 0;
        let arguments = parts.map(|range| {
            let text = &self.text[range.clone()];
            let keyed = text.find('=').filter(|at| !text[..*at].contains(['{', '[', '<']));
            if let Some(at) = keyed {
                return (text[..at].trim().to_lowercase(), range.start + at + 1..range.end);
            }
            number += 1;
            (format!("{number}"), range)
        });
        (name, arguments.collect())
    }

    /// The parts of a range between signs that stand in no brackets.
    pub fn split(&self, range: Range<usize>, sign: char) -> Vec<Range<usize>> {
        let mut parts = Vec::new();
        let (mut at, mut from) = (range.start, range.start);
        while let Some(step) = self.text[at..range.end].find([sign, '{', '[', '<']) {
            at += step;
            if self.text[at..].starts_with(sign) {
                parts.push(from..at);
                at += sign.len_utf8();
                from = at;
            } else {
                at = self.node(at).map_or(at + 1, |(_, end)| end.min(range.end)).max(at + 1);
            }
        }
        parts.push(from..range.end);
        parts
    }
}

/// The `name=` of a note, in quotes or not.
pub(super) fn name_of(attributes: &str) -> String {
    let Some((_, rest)) = attributes.split_once("name") else { return String::new() };
    let Some(rest) = rest.trim_start().strip_prefix('=') else { return String::new() };
    let rest = rest.trim();
    match rest.chars().next() {
        Some(quote @ ('"' | '\'')) => rest[1..].split(quote).next().unwrap_or_default().trim().to_owned(),
        _ => rest.split([' ', '/']).next().unwrap_or_default().trim().to_owned(),
    }
}
