//! Members added to a list of a JSON text, in which nothing else changes. The text has been read as a pack's, so that it
//! is JSON.

use griot_pack::pack::WrittenJson as Json;

/// The list that is the whole text, with more members.
pub(super) fn append(text: &str, items: &[Json]) -> Option<String> {
    let open = text.find(|c: char| !c.is_whitespace())?;
    with_more(text, open, items)
}

/// The object that is the whole text, with more members in its list of a key.
pub(super) fn append_to(text: &str, key: &str, items: &[Json]) -> Option<String> {
    with_more(text, list_of(text, key)?, items)
}

/// How many members the list of a key has.
pub(super) fn count(text: &str, key: &str) -> Option<usize> {
    let list: serde_json::Value = serde_json::from_str(text).ok()?;
    list.get(key)?.as_array().map(Vec::len)
}

fn with_more(text: &str, open: usize, items: &[Json]) -> Option<String> {
    if !text[open..].starts_with('[') {
        return None;
    }
    let close = open + end_of(&text[open..])?;
    let inside = text[open + 1..close].trim_end();
    let at = open + 1 + inside.len();
    let comma = if inside.trim().is_empty() { "" } else { "," };
    // One after another, as files have it; a short list of words stays on its line.
    let broken = inside.contains('\n') || inside.trim().is_empty();
    let gap = if broken { "\n " } else { " " };
    let more: Vec<String> = items.iter().map(|item| item.file().trim_end().replace('\n', "\n ")).collect();
    let end = if broken { "\n" } else { "" };
    let more = more.join(&format!(",{gap}"));
    Some(format!("{}{comma}{gap}{more}{end}{}", &text[..at], text[close..].trim_start_matches('\u{feff}')))
}

/// Where the list of a key of the outermost object opens.
fn list_of(text: &str, key: &str) -> Option<usize> {
    let mut at = text.find('{')? + 1;
    loop {
        at += text[at..].find('"')?;
        let end = at + string_end(&text[at..])?;
        let is_key = text.get(at + 1..end - 1) == Some(key);
        at = end + text[end..].find(':')? + 1;
        at += text[at..].find(|c: char| !c.is_whitespace())?;
        if is_key {
            return Some(at);
        }
        at += end_of(&text[at..])? + 1;
    }
}

/// The offset of the last byte of the value that a text begins with.
fn end_of(text: &str) -> Option<usize> {
    let mut depth = 0usize;
    let mut at = 0;
    while let Some(byte) = text.as_bytes().get(at) {
        match byte {
            b'"' => at += string_end(&text[at..])? - 1,
            b'[' | b'{' => depth += 1,
            b']' | b'}' => depth = depth.checked_sub(1)?,
            b',' if depth == 0 => return at.checked_sub(1),
            _ => {}
        }
        if depth == 0 && matches!(text.as_bytes()[at], b'"' | b']' | b'}') {
            return Some(at);
        }
        at += 1;
    }
    None
}

/// The offset behind the string that a text begins with.
fn string_end(text: &str) -> Option<usize> {
    let mut escaped = false;
    for (at, byte) in text.bytes().enumerate().skip(1) {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'"' => return Some(at + 1),
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_are_added_and_nothing_else_changes() {
        let more = [Json::text("b"), Json::text("c")];
        for (text, wanted) in [
            ("[]\n", "[\n \"b\",\n \"c\"\n]\n"),
            ("[\"a\"]", "[\"a\", \"b\", \"c\"]"),
            ("[\n \"a, ] \\\" \"\n]\n", "[\n \"a, ] \\\" \",\n \"b\",\n \"c\"\n]\n"),
        ] {
            assert_eq!(append(text, &more).as_deref(), Some(wanted), "{text}");
        }
        let about = "{\"x\": {\"eras\": []}, \"n\": 2, \"eras\": [\"a\"],\n \"z\": [1, 2]}";
        let wanted = "{\"x\": {\"eras\": []}, \"n\": 2, \"eras\": [\"a\", \"b\", \"c\"],\n \"z\": [1, 2]}";
        assert_eq!(append_to(about, "eras", &more).as_deref(), Some(wanted));
        assert_eq!(count(about, "eras"), Some(1));
        assert_eq!(append_to(about, "credits", &more), None);
        assert_eq!(append("{}", &more), None);
    }
}
