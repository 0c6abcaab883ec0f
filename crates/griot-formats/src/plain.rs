//! Text without the markup of the web: tags go, scripts and styles go with all that they hold, references become the
//! characters that they stand for. Nothing of it is ever run.

use griot_pack::pack::acceptable;

/// What the record of somebody says who came from a family tree and may be living.
pub(crate) const MAY_BE_LIVING: &str = "May be living: only the name is kept.";

/// The text of a cell or field as a pack takes it, on one line with single spaces.
#[must_use]
pub fn text(source: &str) -> String {
    if is_plain(source) {
        return source.to_owned();
    }
    let stripped = if source.contains(['<', '&']) { without_markup(source) } else { source.to_owned() };
    let spaced = stripped.replace('\u{a0}', " ");
    acceptable(&spaced).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a text is such already, as most cells are.
fn is_plain(source: &str) -> bool {
    let mut before = b' ';
    let plain = source.len() < 1000
        && source.bytes().all(|byte| {
            let is_plain =
                matches!(byte, b'!'..=b'~') && byte != b'<' && byte != b'&' || byte == b' ' && before != b' ';
            before = byte;
            is_plain
        });
    plain && (before != b' ' || source.is_empty())
}

/// The addresses that links of a text lead to: `href` and `src`, and what stands plainly in it.
#[must_use]
pub fn addresses(source: &str) -> Vec<&str> {
    let mut found: Vec<&str> = Vec::new();
    for (at, _) in source.match_indices("http") {
        let rest = &source[at..];
        if !rest.starts_with("http://") && !rest.starts_with("https://") {
            continue;
        }
        let end = rest.find(|c: char| c.is_whitespace() || "\"'<>|\\^`{}]".contains(c)).unwrap_or(rest.len());
        let address = rest[..end].trim_end_matches(['.', ',', ';', ':', ')', '!', '?']);
        if griot_pack::url::allowed(address).is_ok() && !found.contains(&address) {
            found.push(address);
        }
    }
    found
}

/// Takes out tags, comments, and scripts and styles whole.
fn without_markup(source: &str) -> String {
    // What a reference hid may be a tag in turn; what hides deeper than this has no honest reason to.
    const LAYERS: usize = 4;
    let mut text = one_layer_less(source);
    for _ in 1..LAYERS {
        if !tag_in(&text) {
            return text;
        }
        text = one_layer_less(&text);
    }
    if tag_in(&text) { text.replace('<', "‹") } else { text }
}

fn one_layer_less(source: &str) -> String {
    let mut out = String::with_capacity(source.len());
    let mut rest = source;
    // No closing tag is looked for again in text where there is none.
    let mut closes = [true; 2];
    while let Some(at) = rest.find(['<', '&']) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        if let Some((c, length)) = reference(rest) {
            out.push(c);
            rest = &rest[length..];
            continue;
        }
        let Some((name, length)) = tag(rest) else {
            out.push_str(&rest[..1]);
            rest = &rest[1..];
            continue;
        };
        rest = &rest[length..];
        if let Some(at) = ["script", "style"].iter().position(|it| name == *it).filter(|at| closes[*at]) {
            match close_of(rest, &name) {
                Some(length) => rest = &rest[length..],
                None => closes[at] = false,
            }
        }
        if !matches!(name.as_str(), "b" | "i" | "em" | "strong" | "a" | "span" | "u" | "font" | "sup" | "sub") {
            out.push(' ');
        }
    }
    out.push_str(rest);
    out
}

fn tag_in(text: &str) -> bool {
    text.match_indices('<').any(|(at, _)| tag(&text[at..]).is_some())
}

/// The name of the tag or comment that a text begins with, in small letters, and its length. `a < b` is none.
fn tag(text: &str) -> Option<(String, usize)> {
    if let Some(comment) = text.strip_prefix("<!--") {
        let end = comment.find("-->").map_or(text.len(), |end| end + 7);
        return Some(("!".into(), end));
    }
    let inner = text.strip_prefix('<')?;
    let inner = inner.strip_prefix(['/', '!', '?']).unwrap_or(inner);
    if !inner.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    // A name or an address in angle brackets is text: `<someone@example.org>`, `<https://…>`.
    let name_end = inner.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(inner.len());
    let after = &inner[name_end..];
    if !after.starts_with(|c: char| c.is_whitespace() || c == '>' || c == '/') {
        return None;
    }
    let end = tag_end(text)?;
    Some((inner[..name_end].to_ascii_lowercase(), end))
}

/// Where a tag ends: behind the first `>` that is not quoted, within some reach.
fn tag_end(text: &str) -> Option<usize> {
    let mut quote = None;
    for (at, byte) in text.bytes().enumerate().take(1 << 14) {
        match (quote, byte) {
            (None, b'>') => return Some(at + 1),
            (None, b'"' | b'\'') if text[..at].ends_with('=') => quote = Some(byte),
            (Some(open), byte) if open == byte => quote = None,
            _ => {}
        }
    }
    // A quote that never closes quotes nothing.
    text.find('>').filter(|at| *at < 1 << 14).map(|at| at + 1)
}

/// The length up to and with the closing tag of a name.
fn close_of(text: &str, name: &str) -> Option<usize> {
    text.match_indices("</").find_map(|(at, _)| {
        let rest = text.get(at + 2..at + 2 + name.len())?;
        let end = text[at..].find('>')?;
        rest.eq_ignore_ascii_case(name).then_some(at + end + 1)
    })
}

/// The character that a reference stands for, and its length.
fn reference(text: &str) -> Option<(char, usize)> {
    let body = text.strip_prefix('&')?;
    let end = body.bytes().take(10).position(|byte| byte == b';')?;
    let name = &body[..end];
    let c = match name.strip_prefix('#') {
        Some(hex) if hex.starts_with(['x', 'X']) => u32::from_str_radix(&hex[1..], 16).ok().and_then(char::from_u32)?,
        Some(number) => number.parse().ok().and_then(char::from_u32)?,
        None => NAMED.iter().find(|(known, _)| *known == name).map(|(_, c)| *c)?,
    };
    Some((c, end + 2))
}

/// References that are met in files of history; others stay as they are.
const NAMED: [(&str, char); 44] = [
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("nbsp", ' '),
    ("ndash", '–'),
    ("mdash", '—'),
    ("minus", '−'),
    ("hellip", '…'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("laquo", '«'),
    ("raquo", '»'),
    ("middot", '·'),
    ("bull", '•'),
    ("deg", '°'),
    ("copy", '©'),
    ("pound", '£'),
    ("euro", '€'),
    ("sect", '§'),
    ("frac12", '½'),
    ("agrave", 'à'),
    ("aacute", 'á'),
    ("acirc", 'â'),
    ("auml", 'ä'),
    ("aring", 'å'),
    ("ccedil", 'ç'),
    ("egrave", 'è'),
    ("eacute", 'é'),
    ("ecirc", 'ê'),
    ("euml", 'ë'),
    ("iacute", 'í'),
    ("iuml", 'ï'),
    ("icirc", 'î'),
    ("ntilde", 'ñ'),
    ("oacute", 'ó'),
    ("ocirc", 'ô'),
    ("ouml", 'ö'),
    ("uacute", 'ú'),
    ("uuml", 'ü'),
    ("szlig", 'ß'),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_survives_and_markup_does_not() {
        for (source, plain) in [
            ("plain", "plain"),
            ("two\nlines<br>three", "two lines three"),
            ("<p>A <b>bold</b> <a href=\"https://x.org/a>b\">link</a>.</p>", "A bold link."),
            ("a < b &amp; c > d", "a < b & c > d"),
            ("<script>alert('x')</script>after", "after"),
            ("<SCRIPT src=x>no</ScRiPt >after<style>p{}</style>", "after"),
            ("<script>never closed", "never closed"),
            ("&lt;script&gt;alert(1)&lt;/script&gt;left", "left"),
            ("caf&eacute; &#233; &#xE9; &unknown; R&D;", "café é é &unknown; R&D;"),
            ("<someone@example.org> <3", "<someone@example.org> <3"),
            ("a<!-- hidden -->b", "a b"),
            ("<img src=x onerror=alert(1)>told", "told"),
            ("<b", "<b"),
        ] {
            assert_eq!(text(source), plain, "{source}");
        }
    }

    #[test]
    fn addresses_are_found_where_they_stand() {
        let source = "<a href='https://a.org/x?y=1'>a</a> see https://b.org/z. http: javascript:alert(1)";
        assert_eq!(addresses(source), ["https://a.org/x?y=1", "https://b.org/z"]);
    }
}
