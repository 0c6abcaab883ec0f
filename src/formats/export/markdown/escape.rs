//! Text in which no sign has a meaning in Markdown, neither by `CommonMark` nor by pandoc.

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
            '&' => next.is_some_and(char::is_alphanumeric),
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
        Some('.' | ')') => !begin.is_empty() && signs.next().is_none_or(char::is_whitespace),
        _ => false,
    };
    if begins { format!("{begin}\\{rest}") } else { text.to_owned() }
}

/// A string of YAML, which is one of JSON.
pub(super) fn quoted(text: &str) -> String {
    serde_json::to_string(text).unwrap_or_default()
}

#[cfg(test)]
mod tests {
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
}
