//! The markup of prose: `[[entity-id|words]]`, `[[entity-id]]` and `*emphasis*`, turned into flat text and marks. A
//! backslash before an asterisk, a bracket or a backslash means the sign itself.

use std::ops::Range;

use super::rule::{Markup, quoted};

/// A stretch of prose that is more than plain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span<'a> {
    /// Bytes of the flat text.
    pub range: Range<usize>,
    /// The id that it links to; none for emphasis.
    pub link: Option<&'a str>,
}

/// Prose without its markup.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Flat<'a> {
    pub text: String,
    pub spans: Vec<Span<'a>>,
}

/// Takes the markup out of `source`.
///
/// # Errors
/// Says which bracket or asterisk has no partner.
pub fn flatten(source: &str) -> Result<Flat<'_>, Markup> {
    let mut flat = Flat { text: String::with_capacity(source.len()), spans: Vec::new() };
    let mut emphasis = None;
    let mut rest = source;
    while let Some(at) = next_mark(rest) {
        flat.text.push_str(&rest[..at]);
        rest = &rest[at..];
        if let Some(after) = rest.strip_prefix("[[") {
            let (link, following) = link(after)?;
            let (id, words) = link.split_once('|').unwrap_or((link, ""));
            let start = flat.text.len();
            push_plain(words, &mut flat.text);
            flat.spans.push(Span { range: start..flat.text.len(), link: Some(id) });
            rest = following;
        } else if let Some(after) = rest.strip_prefix('*') {
            match emphasis.take() {
                None => emphasis = Some(flat.text.len()),
                Some(start) => flat.spans.push(Span { range: start..flat.text.len(), link: None }),
            }
            rest = after;
        } else if rest.starts_with("]]") {
            return Err(Markup::StrayClose);
        } else {
            let sign = usize::from(is_escaped(rest));
            flat.text.push_str(&rest[sign..=sign]);
            rest = &rest[sign + 1..];
        }
    }
    flat.text.push_str(rest);
    if emphasis.is_some() {
        return Err(Markup::OpenEmphasis);
    }
    flat.spans.sort_by_key(|span| (span.range.start, span.range.end));
    Ok(flat)
}

/// Where the first bracket, asterisk or backslash stands.
pub fn next_mark(text: &str) -> Option<usize> {
    text.find(['[', '*', ']', '\\'])
}

/// Whether a text begins with a backslash and a sign that has its meaning taken by it.
fn is_escaped(text: &str) -> bool {
    text.starts_with('\\') && text[1..].starts_with(['*', '[', ']', '\\'])
}

/// Adds the words of a link, without the backslashes that shield signs.
fn push_plain(words: &str, out: &mut String) {
    let mut rest = words;
    while let Some(at) = rest.find('\\') {
        let sign = at + usize::from(is_escaped(&rest[at..]));
        out.push_str(&rest[..at]);
        out.push_str(&rest[sign..=sign]);
        rest = &rest[sign + 1..];
    }
    out.push_str(rest);
}

/// Text as it stands in prose, with a backslash before each sign that would mean something; `more` follows it.
pub fn escape(text: &str, more: bool, out: &mut String) {
    let mut signs = text.chars().peekable();
    while let Some(c) = signs.next() {
        let mut doubled = |sign: char| signs.peek().map_or(more, |next| *next == sign);
        let means = match c {
            '*' => true,
            '[' | ']' => doubled(c),
            '\\' => signs.peek().map_or(more, |next| "*[]\\".contains(*next)),
            _ => false,
        };
        if means {
            out.push('\\');
        }
        out.push(c);
    }
}

/// Text as it stands in prose, with a backslash before each sign that would mean something, wherever it is put.
#[must_use]
pub fn literal(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    escape(text, true, &mut out);
    out
}

/// The inside of a link that has been opened, and what follows it.
fn link(opened: &str) -> Result<(&str, &str), Markup> {
    let mut from = 0;
    while let Some(at) = next_mark(&opened[from..]).map(|at| from + at) {
        let (inside, rest) = opened.split_at(at);
        if let Some(following) = rest.strip_prefix("]]") {
            return Ok((inside, following));
        }
        if rest.starts_with('\\') {
            from = at + 1 + usize::from(is_escaped(rest));
            continue;
        }
        if rest.starts_with('*') || rest.starts_with("[[") {
            let id = inside.split('|').next().unwrap_or_default();
            return Err(Markup::Nested(quoted(id)));
        }
        from = at + 1;
    }
    Err(Markup::OpenLink)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_and_emphasis_become_spans() {
        let flat = flatten("In *[[timbuktu|Timbuktu]]*, [[gao]] [sic].").unwrap();
        assert_eq!(flat.text, "In Timbuktu,  [sic].");
        let spans: Vec<_> = flat.spans.iter().map(|s| (s.range.clone(), s.link)).collect();
        assert_eq!(spans, [(3..11, Some("timbuktu")), (3..11, None), (13..13, Some("gao"))]);
    }

    #[test]
    fn a_backslash_makes_a_sign_a_sign() {
        let flat = flatten(r"2 \* 3, \[[a]], C:\dir \\*x*, [[gao|G\[\*\]o]]");
        assert_eq!(flat, Err(Markup::StrayClose));
        let flat = flatten(r"2 \* 3, \[[a\]], C:\dir \\*x*, [[gao|G\[\*\]o]]").unwrap();
        assert_eq!(flat.text, r"2 * 3, [[a]], C:\dir \x, G[*]o");
        assert_eq!(flat.spans.iter().map(|it| it.link).collect::<Vec<_>>(), [None, Some("gao")]);
    }

    #[test]
    fn what_was_escaped_reads_back() {
        for text in ["2 * 3 ** 4", "[[a]]", "[a]", "[[[]]]", r"\*", r"a\", r"\\[", "*", "]", "[sic]"] {
            let mut out = String::from("[[gao|");
            escape(text, true, &mut out);
            out.push_str("]] ");
            escape(text, false, &mut out);
            let flat = flatten(&out).unwrap_or_else(|error| panic!("{out}: {error:?}"));
            assert_eq!(flat.text, format!("{text} {text}"), "{out}");
        }
        let mut out = String::new();
        escape(r"[sic] C:\dir", false, &mut out);
        assert_eq!(out, r"[sic] C:\dir", "nothing is shielded that means nothing");
    }

    #[test]
    fn unpaired_marks_are_refused() {
        for bad in ["[[a|b", "a]]", "*a", "[[a|*b*]]", "[[a|[[b]]"] {
            assert!(flatten(bad).is_err(), "{bad}");
        }
    }
}
