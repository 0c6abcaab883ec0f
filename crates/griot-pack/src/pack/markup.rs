//! The markup of prose: `[[entity-id|words]]`, `[[entity-id]]` and `*emphasis*`, turned into flat text and marks.

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
            flat.text.push_str(words);
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
            flat.text.push_str(&rest[..1]);
            rest = &rest[1..];
        }
    }
    flat.text.push_str(rest);
    if emphasis.is_some() {
        return Err(Markup::OpenEmphasis);
    }
    flat.spans.sort_by_key(|span| (span.range.start, span.range.end));
    Ok(flat)
}

/// Where the first bracket or asterisk stands.
pub fn next_mark(text: &str) -> Option<usize> {
    text.find(['[', '*', ']'])
}

/// The inside of a link that has been opened, and what follows it.
fn link(opened: &str) -> Result<(&str, &str), Markup> {
    let mut from = 0;
    while let Some(at) = next_mark(&opened[from..]).map(|at| from + at) {
        let (inside, rest) = opened.split_at(at);
        if let Some(following) = rest.strip_prefix("]]") {
            return Ok((inside, following));
        }
        if !rest.starts_with(']') {
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
    fn unpaired_marks_are_refused() {
        for bad in ["[[a|b", "a]]", "*a", "[[a|*b*]]", "[[a|[[b]]"] {
            assert!(flatten(bad).is_err(), "{bad}");
        }
    }
}
