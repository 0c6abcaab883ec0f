//! Pieces of HTML that hold nothing but what they are given: all text escaped, no attribute but the address of a link.

use std::borrow::Cow;

use griot_history::cite;
use griot_pack::pack::{NoteId, Pack, Source, Standing, StatementId};
use griot_pack::url;

/// Text as text: none of its signs means anything.
pub(super) fn escape(text: &str) -> Cow<'_, str> {
    if !text.contains(['&', '<', '>', '"', '\'']) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    Cow::Owned(out)
}

/// A paragraph.
pub(super) fn paragraph(text: &str) -> String {
    format!("<p>{}</p>", escape(text))
}

/// A statement as a paragraph, with how far it can be trusted where that is not plain.
pub(super) fn statement(pack: &Pack, id: StatementId) -> String {
    let it = &pack[id];
    let mut out = format!("<p>{}", escape(&it.text));
    if it.standing != Standing::Established {
        out.push_str(&format!(" <em>[{}]</em>", it.standing.name()));
    }
    if let Some(note) = &it.note {
        out.push_str(&format!(" <small>{}</small>", escape(note)));
    }
    out.push_str("</p>");
    out
}

/// A footnote in full, its address as a link where it may be opened.
pub(super) fn note(pack: &Pack, id: NoteId) -> String {
    let it = &pack[id];
    source(&pack[it.source], it.place.as_deref())
}

/// A source, or a place in it.
pub(super) fn source(source: &Source, place: Option<&str>) -> String {
    let mut out = escape(&cite::text(source, place)).into_owned();
    if let Some(address) = source.url.as_ref().or(source.archive.as_ref()) {
        let shown = escape(address);
        match url::allowed(address) {
            Ok(()) => out.push_str(&format!(" <a href=\"{shown}\">{shown}</a>")),
            Err(_) => out.push_str(&format!(" {shown}")),
        }
    }
    out
}

/// A list of footnotes under a heading; nothing where there are none.
pub(super) fn sources(pack: &Pack, notes: &[NoteId]) -> String {
    if notes.is_empty() {
        return String::new();
    }
    let items: Vec<String> = notes.iter().map(|id| note(pack, *id)).collect();
    format!("<p><b>Sources</b></p><ul><li>{}</li></ul>", items.join("</li><li>"))
}
