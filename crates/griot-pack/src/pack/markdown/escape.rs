//! Signs that have a meaning in Markdown, and text in which none has any, neither by `CommonMark` nor by pandoc.

use std::borrow::Cow;

/// Text for the middle of a line.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut before = '\n';
    for (at, c) in text.char_indices() {
        let next = text[at + c.len_utf8()..].chars().next();
        let has_meaning = match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '{' | '}' | '<' | '>' | '~' | '^' | '$' | '|' | '@' | '#' | '"'
            | '\'' => true,
            // Runs of dots and of hyphens are made pretty by pandoc, as straight quotes are; here they are as they should be.
            '.' | '-' => before == c || next == Some(c),
            '&' => next.is_some_and(|c| c.is_alphanumeric() || c == '#'),
            _ => false,
        };
        if has_meaning {
            out.push('\\');
        }
        out.push(if c == '\n' { ' ' } else { c });
        before = c;
    }
    out
}

/// A line that begins no list, heading, rule, quotation or definition.
pub(super) fn line(text: &str) -> String {
    let (begin, rest) = text.split_at(text.find(|c: char| !c.is_alphanumeric()).unwrap_or(text.len()));
    let mut signs = rest.chars();
    let first = signs.next();
    let begins = match first {
        // `-`, `+`, `=`, `:` and `(1)` at the very start; `1.`, `b)` and `iv.` after a number or letters.
        Some('-' | '+' | '=' | ':' | '(' | '%') => begin.is_empty(),
        // A page, `p. 12`, is neither.
        Some('.' | ')') => {
            let page = begin == "p" && rest.starts_with(". ") && rest[2..].starts_with(|c: char| c.is_ascii_digit());
            !begin.is_empty() && !page && signs.next().is_none_or(char::is_whitespace)
        }
        _ => false,
    };
    if begins { format!("{begin}\\{rest}") } else { text.to_owned() }
}

/// The text without the backslashes before signs.
pub(super) fn unescaped(text: &str) -> Cow<'_, str> {
    if !text.contains('\\') {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut signs = text.chars().peekable();
    while let Some(c) = signs.next() {
        match signs.peek() {
            Some(next) if c == '\\' && next.is_ascii_punctuation() => out.extend(signs.next()),
            _ => out.push(c),
        }
    }
    Cow::Owned(out)
}

/// Whether a sign behind this text is shielded by it.
pub(super) fn shields(before: &str) -> bool {
    (before.len() - before.trim_end_matches('\\').len()) % 2 == 1
}

/// Where the parenthesis opens that ends a line: what stands in it may have others.
pub(super) fn opening(line: &str) -> Option<usize> {
    let mut depth = 1_usize;
    let inner = line.strip_suffix(')')?;
    let bare = inner.char_indices().rev().filter(|(at, c)| matches!(c, '(' | ')') && !shields(&inner[..*at]));
    for (at, c) in bare {
        depth = if c == ')' { depth + 1 } else { depth - 1 };
        if depth == 0 {
            return Some(at);
        }
    }
    None
}

/// The places of a sign in a text that stands behind no backslash and inside no link.
pub(super) fn bare_signs(text: &str, sign: char) -> impl Iterator<Item = usize> + '_ {
    let (mut shielded, mut depth) = (false, 0_usize);
    text.char_indices().filter_map(move |(at, c)| {
        let plain = !shielded;
        shielded = c == '\\' && plain;
        match c {
            '[' if plain => depth += 1,
            ']' if plain => depth = depth.saturating_sub(1),
            _ => {}
        }
        (plain && c == sign && depth == 0).then_some(at)
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_could_begin_a_list_or_a_heading_stands_behind_a_backslash() {
        for (text, wanted) in [
            ("1900. In this year", "1900\\. In this year"),
            ("b. 1280", "b\\. 1280"),
            ("iv) the fourth", "iv\\) the fourth"),
            ("(1) the first", "\\(1) the first"),
            ("- a", "\\- a"),
            ("1.5 million", "1.5 million"),
            ("In 1900.", "In 1900."),
            ("Mali.", "Mali\\."),
            ("p. 12", "p. 12"),
            ("p. X", "p\\. X"),
        ] {
            assert_eq!(line(text), wanted);
        }
    }

    #[test]
    fn signs_with_a_meaning_stand_behind_a_backslash() {
        assert_eq!(
            escaped("a*b [c] {d} #e & f &amp; g... h -- \"i\""),
            "a\\*b \\[c\\] \\{d\\} \\#e & f \\&amp; g\\.\\.\\. h \\-\\- \\\"i\\\""
        );
        assert_eq!(escaped("e.g. 1312–1337, U.S.; x-y"), "e.g. 1312–1337, U.S.; x-y");
    }

    #[test]
    fn parts_end_at_signs_that_are_neither_shielded_nor_in_a_link() {
        let found: Vec<usize> = bare_signs(r"a\;b;[[c;d]];\\;", ';').collect();
        assert_eq!(found, [4, 12, 15]);
    }

    #[test]
    fn the_parenthesis_that_ends_a_line_opens_where_its_own_does() {
        for (line, at) in [
            ("Gao (1591)", Some(4)),
            ("Gao (AH 999 (1590–91))", Some(4)),
            (r"Gao \(1591)", None),
            ("Gao (a) (b (c) d)", Some(8)),
            ("Gao 1591)", None),
            ("Gao", None),
            (")", None),
        ] {
            assert_eq!(opening(line), at, "{line}");
        }
    }

    proptest! {
        #[test]
        fn what_was_escaped_reads_back(text in "\\PC{0,40}") {
            let written = line(&escaped(&text));
            prop_assert_eq!(unescaped(&written), text.as_str());
        }
    }
}
