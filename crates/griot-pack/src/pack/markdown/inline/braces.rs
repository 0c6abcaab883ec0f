//! What stands in braces: standings and remarks, ids and attributes.

use super::{Remark, Scan, flat};
use crate::pack::markdown::text;
use crate::pack::raw::Str;
use crate::pack::standing::Standing;

/// What may stand in braces behind a statement, beside the standings.
pub(in crate::pack::markdown) const NOTE: &str = "note";
pub(in crate::pack::markdown) const INSTEAD: &str = "instead of";
pub(in crate::pack::markdown) const UNREAD: &str = "date that cannot be read";
pub(in crate::pack::markdown) const GROUP: &str = "group";
pub(in crate::pack::markdown) const SHOWN: &str = "shown";
pub(in crate::pack::markdown) const CREDIT: &str = "credit";

impl Scan<'_, '_> {
    /// `{disputed: why}`, `{#id}`; other braces are braces.
    pub(super) fn braces(&mut self) -> bool {
        if self.attributes() {
            return true;
        }
        let Some(key) = remark_key(&self.rest()[1..]) else { return false };
        let Some(end) = self.up_to(1, ['{', '}']) else { return false };
        let inner = self.range(1, end);
        let after = inner.end + 1;
        let key = text(key, &(inner.start..inner.start + key.len()));
        let words = inner.start + key.value.len()..inner.end;
        let (mut said, mut cites) = (None, Vec::new());
        if self.text[words.clone()].starts_with(':') {
            let outer = std::mem::take(&mut self.out);
            self.inner(&(words.start + 1..words.end));
            let inner = std::mem::replace(&mut self.out, outer);
            said = Some(text(flat(inner.prose.trim()), &words)).filter(|said| !said.is_empty());
            cites = inner.cites;
        }
        self.out.remarks.push(Remark { key, text: said, cites });
        self.at = after;
        self.close_up();
        true
    }

    /// `{#id short="…" .class}`
    pub(super) fn attributes(&mut self) -> bool {
        let rest = self.rest();
        let Some(inner) = self.up_to(1, ['{', '}']).map(|end| &rest[1..=end]) else { return false };
        let Some(found) = attributes(inner, self.at + 1).filter(|found| !found.is_empty()) else { return false };
        self.at += inner.len() + 2;
        self.out.attributes.extend(found);
        // `[]` before it is where it stands, not what it says.
        self.close_up();
        true
    }
}

/// The word at the head of what stands in braces, if it is one of those that mean something there.
pub(in crate::pack::markdown) fn remark_key(inner: &str) -> Option<&'static str> {
    const SAID: [&str; 3] = [GROUP, SHOWN, CREDIT];
    let keys = Standing::ALL.map(Standing::name).into_iter().chain([NOTE, INSTEAD, UNREAD]).chain(SAID);
    let mut keys = keys.filter(|key| inner.get(..key.len()).is_some_and(|head| head.eq_ignore_ascii_case(key)));
    keys.find(|key| {
        let rest = &inner[key.len()..];
        // Of some the words matter, and nothing else.
        rest.starts_with(':') || rest.starts_with('}') && !SAID.contains(key)
    })
}

/// What stands in braces as ids and attributes, with the place of each; none where it is something else.
pub(in crate::pack::markdown) fn attributes(inner: &str, start: usize) -> Option<Vec<(String, Str)>> {
    let mut found = Vec::new();
    let mut rest = inner.trim_start();
    while !rest.is_empty() {
        let at = start + inner.len() - rest.len();
        let word = rest.find(char::is_whitespace).unwrap_or(rest.len());
        let end = if let Some(id) = rest[..word].strip_prefix('#') {
            found.push(("id".to_owned(), text(id, &(at + 1..at + word))));
            word
        } else if rest.starts_with('.') {
            word
        } else {
            let (key, value) = rest.split_once("=\"")?;
            let end = value.find('"')?;
            let (key_end, is_key) = (key.len() + 2, key.chars().all(|c| c.is_ascii_alphanumeric() || c == '-'));
            let value = SHIELDED.into_iter().fold(value[..end].to_owned(), |value, (sign, by)| value.replace(by, sign));
            found.push((key.to_owned(), text(value, &(at + key_end..at + key_end + end))));
            if is_key { key_end + end + 1 } else { return None }
        };
        rest = rest[end..].trim_start();
    }
    Some(found)
}

/// Signs that end an attribute, as they stand inside one.
pub(in crate::pack::markdown) const SHIELDED: [(&str, &str); 5] =
    [("\"", "&quot;"), ("{", "&#123;"), ("}", "&#125;"), ("\\", "&#92;"), ("&", "&amp;")];
