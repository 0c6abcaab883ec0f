//! Statements as a pack takes them.

use griot_pack::pack::{Picture, Text, acceptable};

use super::Statement;

/// The statement as a pack takes it; more than one, if its text is longer than any may be.
pub(super) fn sound(mut it: Statement) -> Vec<Statement> {
    let mut parts = split(&it.text).into_iter().map(acceptable);
    let text = parts.next().filter(|text| !text.trim().is_empty()).unwrap_or_else(|| "…".into());
    let of_rest = |text| Statement { text, note: None, origin: None, shown: None, picture: None, ..it.clone() };
    let rest: Vec<Statement> = parts.map(of_rest).collect();
    it.text = text;
    it.note = it.note.as_deref().map(acceptable);
    it.origin = it.origin.as_deref().map(acceptable);
    for text in [&mut it.group, &mut it.shown] {
        *text = text.as_deref().map(|text| acceptable(text).trim().to_owned()).filter(|text| !text.is_empty());
    }
    it.picture = it.picture.map(sound_picture);
    std::iter::once(it).chain(rest).collect()
}

fn sound_picture(mut it: Picture) -> Picture {
    for text in [&mut it.caption, &mut it.credit, &mut it.alt] {
        *text = text
            .as_deref()
            .map(|text| acceptable(text).trim().to_owned().into())
            .filter(|text: &Text| !text.is_empty());
    }
    it
}

/// The text in parts that are short enough, cut at spaces where there are any.
fn split(text: &str) -> Vec<&str> {
    const MOST: usize = 1 << 19;
    let (mut parts, mut rest) = (Vec::new(), text);
    while rest.len() > MOST {
        let end = rest.floor_char_boundary(MOST);
        let cut = rest[..end].rfind(' ').filter(|at| *at > 0).unwrap_or(end);
        // A backslash stays with its sign.
        let cut = if rest[..cut].ends_with('\\') { cut - 1 } else { cut };
        parts.push(&rest[..cut]);
        rest = rest[cut..].trim_start();
    }
    parts.push(rest);
    parts
}
