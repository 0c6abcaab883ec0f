//! What is left of TeX in a field: commands go, what they are put to stays.
//!
//! The crate gives a sign that was written out the same way as one that means something to TeX, so that such signs are set
//! apart before it reads them.

use std::borrow::Cow;

/// Ways to write a sign, and the sign; each is apart as a character of private use.
const SIGNS: [(&str, char); 8] = [
    ("textbackslash", '\\'),
    ("textbraceleft", '{'),
    ("textbraceright", '}'),
    ("textasciitilde", '~'),
    ("textdollar", '$'),
    ("{", '{'),
    ("}", '}'),
    ("$", '$'),
];
const APART: u32 = 0xe000;

/// A file with its signs apart.
pub(super) fn apart(text: &str) -> Cow<'_, str> {
    if !text.contains('\\') {
        return Cow::Borrowed(text);
    }
    let (mut out, mut rest) = (String::with_capacity(text.len()), text);
    while let Some(at) = rest.find('\\') {
        out.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        let end = rest.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(rest.len());
        let end = if end == 0 { rest.chars().next().map_or(0, char::len_utf8) } else { end };
        let (name, behind) = rest.split_at(end);
        let sign = (0..).zip(SIGNS).find(|(_, (known, _))| *known == name);
        if let Some((at, _)) = sign {
            out.extend(char::from_u32(APART + at));
        } else {
            out.push('\\');
            out.push_str(name);
        }
        let is_word = sign.is_some() && end > 1;
        rest = if is_word { behind.strip_prefix("{}").unwrap_or(behind) } else { behind };
    }
    Cow::Owned(out + rest)
}

/// A text with its signs in their places.
pub(super) fn together(text: &str) -> String {
    let sign =
        |c: char| (c as u32).checked_sub(APART).and_then(|at| SIGNS.get(at as usize)).map_or(c, |(_, sign)| *sign);
    text.chars().map(sign).collect()
}

/// Commands that stand for a sign or for nothing, where others are left by their names: `\LaTeX`.
const COMMANDS: [(&str, &str); 25] = [
    ("slash", "/"),
    ("ldots", "…"),
    ("dots", "…"),
    ("textellipsis", "…"),
    ("textendash", "–"),
    ("textemdash", "—"),
    ("textquoteright", "’"),
    ("textquoteleft", "‘"),
    ("textquotedblright", "”"),
    ("textquotedblleft", "“"),
    ("guillemotleft", "«"),
    ("guillemotright", "»"),
    ("par", " "),
    ("newline", " "),
    ("quad", " "),
    ("space", " "),
    ("em", ""),
    ("it", ""),
    ("bf", ""),
    ("sc", ""),
    ("tt", ""),
    ("rm", ""),
    ("sl", ""),
    ("itshape", ""),
    ("upshape", ""),
];

/// The words of a text without commands, ties and braces; formulas stay as they are.
pub(super) fn words(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['\\', '~', '{', '}', '$']) {
        out.push_str(&rest[..at]);
        let sign = rest.as_bytes()[at];
        rest = &rest[at + 1..];
        match sign {
            b'~' => out.push(' '),
            b'$' => {
                let end = rest.find('$').map_or(0, |end| end + 1);
                out.push('$');
                out.push_str(&rest[..end]);
                rest = &rest[end..];
            }
            b'\\' => rest = command(rest, &mut out),
            _ => {}
        }
    }
    out.push_str(rest);
    together(&out)
}

/// Takes a command; what follows it.
fn command<'t>(text: &'t str, out: &mut String) -> &'t str {
    let end = text.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(text.len());
    let (name, rest) = text.split_at(end);
    if name.is_empty() {
        let Some(sign) = text.chars().next() else { return "" };
        match sign {
            ',' | ';' | ':' | '\\' | ' ' => out.push(' '),
            '-' | '/' | '!' => {}
            sign => out.push(sign),
        }
        return &text[sign.len_utf8()..];
    }
    match COMMANDS.iter().find(|(known, _)| *known == name) {
        Some((_, sign)) => out.push_str(sign),
        None if !rest.starts_with(['{', '*', '[']) => out.push_str(name),
        None => {}
    }
    rest.strip_prefix(' ').unwrap_or(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_go_and_their_words_stay() {
        for (text, plain) in [
            ("J.~Amer. Math.\\ Soc.", "J. Amer. Math. Soc."),
            ("\\emph{Collected Works} and\\slash or \\textsc{url}", "Collected Works and/or url"),
            ("{\\em Timbuktu} in \\LaTeX", "Timbuktu in LaTeX"),
            ("\\mkbibquote{Über die Möglichkeit}", "Über die Möglichkeit"),
            ("a $\\alpha_{2}$ b$", "a $\\alpha_{2}$ b$"),
            ("R\\&D 5\\,000", "R&D 5 000"),
            ("a\\textasciitilde b \\{c\\} \\textbackslash{}d \\$5", "a~ b {c} \\d $5"),
            ("plain", "plain"),
        ] {
            assert_eq!(words(&apart(text)), plain, "{text}");
        }
    }
}
