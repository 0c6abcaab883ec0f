//! The markup of prose: `[[entity-id|words]]`, `[[entity-id]]`, `[words](https://…)` and `*emphasis*`, turned into flat text
//! and marks. A backslash before an asterisk, a bracket or a backslash means the sign itself.

use crate::order::InOrder;
use std::ops::Range;

use super::rule::{Markup, quoted};

/// A stretch of prose that is more than plain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span<'a> {
    /// Bytes of the flat text.
    pub range: Range<usize>,
    /// What it is.
    pub what: Meaning<'a>,
}

/// What a stretch of prose is beside prose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meaning<'a> {
    /// Stressed.
    Emphasis,
    /// A link to the entity of an id.
    Entity(&'a str),
    /// A link to an address of the web.
    Address(&'a str),
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
            flat.spans.push(Span { range: start..flat.text.len(), what: Meaning::Entity(id) });
            rest = following;
        } else if let Some(after) = rest.strip_prefix('*') {
            match emphasis.take() {
                None => emphasis = Some(flat.text.len()),
                Some(start) => flat.spans.push(Span { range: start..flat.text.len(), what: Meaning::Emphasis }),
            }
            rest = after;
        } else if let Some((words, address, following)) = web_link(rest) {
            let start = flat.text.len();
            push_plain(if words.is_empty() { address } else { words }, &mut flat.text);
            flat.spans.push(Span { range: start..flat.text.len(), what: Meaning::Address(address) });
            rest = following;
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
    flat.spans.order_by_key(|span| (span.range.start, span.range.end));
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

/// The words, the address and what follows, if a text begins with `[words](https://…)`. Other brackets are brackets.
fn web_link(text: &str) -> Option<(&str, &str, &str)> {
    let opened = text.strip_prefix('[')?;
    let mut from = 0;
    loop {
        let at = from + next_mark(&opened[from..])?;
        let (words, rest) = opened.split_at(at);
        if rest.starts_with('\\') {
            from = at + 1 + usize::from(is_escaped(rest));
            continue;
        }
        let rest = rest.strip_prefix("](").filter(|rest| of_the_web(rest))?;
        let address = &rest[..address_len(rest)?];
        return Some((words, address, &rest[address.len() + 1..]));
    }
}

/// Whether an address leads to the web.
pub fn of_the_web(address: &str) -> bool {
    address.starts_with("http://") || address.starts_with("https://")
}

/// Where an address ends that stands in parentheses: it may hold others, in pairs.
fn address_len(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, c) in text.char_indices() {
        match c {
            '(' => depth += 1,
            ')' if depth == 0 => return Some(at),
            ')' => depth -= 1,
            c if c.is_whitespace() => return None,
            _ => {}
        }
    }
    None
}

/// Whether an address can stand in parentheses.
pub fn can_be_linked(address: &str) -> bool {
    of_the_web(address) && address_len(&format!("{address})")) == Some(address.len())
}

/// Text as it stands in prose, with a backslash before each sign that would mean something; `more` follows it.
pub fn escape(text: &str, more: bool, out: &mut String) {
    for (at, c) in text.char_indices() {
        let rest = &text[at + c.len_utf8()..];
        let doubled = |sign: char| rest.chars().next().map_or(more, |next| next == sign);
        let before_address = || rest.strip_prefix('(').is_some_and(|rest| of_the_web(rest) || more && rest.len() < 8);
        let means = match c {
            '*' => true,
            '[' => doubled(c),
            ']' => doubled(c) || before_address(),
            '\\' => rest.chars().next().map_or(more, |next| "*[]\\".contains(next)),
            _ => false,
        };
        if means {
            out.push('\\');
        }
        out.push(c);
    }
}

/// Text as it stands between single brackets: each sign that can mean something stands behind a backslash.
pub fn escape_all(text: &str, out: &mut String) {
    for c in text.chars() {
        if "*[]\\".contains(c) {
            out.push('\\');
        }
        out.push(c);
    }
}

/// Text as it stands between single brackets, wherever it is put.
#[must_use]
pub fn bracketed(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    escape_all(text, &mut out);
    out
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
        let spans: Vec<_> = flat.spans.iter().map(|s| (s.range.clone(), s.what)).collect();
        let of = Meaning::Entity;
        assert_eq!(spans, [(3..11, of("timbuktu")), (3..11, Meaning::Emphasis), (13..13, of("gao"))]);
    }

    #[test]
    fn a_backslash_makes_a_sign_a_sign() {
        let flat = flatten(r"2 \* 3, \[[a]], C:\dir \\*x*, [[gao|G\[\*\]o]]");
        assert_eq!(flat, Err(Markup::StrayClose));
        let flat = flatten(r"2 \* 3, \[[a\]], C:\dir \\*x*, [[gao|G\[\*\]o]]").unwrap();
        assert_eq!(flat.text, r"2 * 3, [[a]], C:\dir \x, G[*]o");
        let meanings: Vec<Meaning> = flat.spans.iter().map(|it| it.what).collect();
        assert_eq!(meanings, [Meaning::Emphasis, Meaning::Entity("gao")]);
    }

    #[test]
    fn words_lead_to_addresses_of_the_web_and_to_nothing_else() {
        let flat = flatten(r"See [a \]page](https://example.org/a_(b)*c), [](http://b.org).").unwrap();
        assert_eq!(flat.text, "See a ]page, http://b.org.");
        let spans: Vec<_> = flat.spans.iter().map(|s| (s.range.clone(), s.what)).collect();
        let of = Meaning::Address;
        assert_eq!(spans, [(4..11, of("https://example.org/a_(b)*c")), (13..25, of("http://b.org"))]);
        for plain in [
            "[a](b.org)",
            "[a](ftp://b.org)",
            "[a](https://b.org",
            "[a] (https://b.org)",
            "[a](https://b. org)",
            "[sic]",
        ] {
            assert_eq!(flatten(plain).unwrap(), Flat { text: plain.into(), spans: Vec::new() });
        }
        for literal in ["[a](https://b.org)", "[[a](https://b.org)", "](https://b.org)", "a](", "["] {
            let mut out = String::new();
            escape(literal, false, &mut out);
            assert_eq!(flatten(&out).unwrap(), Flat { text: literal.into(), spans: Vec::new() }, "{out}");
            out.clear();
            escape(literal, true, &mut out);
            out.push_str("[words](https://c.org)");
            let flat = flatten(&out).unwrap();
            assert_eq!((flat.text, flat.spans.len()), (format!("{literal}words"), 1), "{out}");
        }
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
