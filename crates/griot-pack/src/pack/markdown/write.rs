//! The plain file of a pack, or of a part of it: what [`read`](super::read) makes the same pack of.

mod entries;
mod notes;

use super::date::{self, Stand, dated};
use super::escape::{escaped, line, opening};
use super::inline::{CREDIT, GROUP, INSTEAD, NOTE, SHIELDED, SHOWN, UNREAD};
use crate::order::InOrder;
use crate::pack::excerpt::Excerpt;
use crate::pack::ids::{ChapterId, EntityId, EraId, PassageId, StatementId};
use crate::pack::kind::Kind;
use crate::pack::model::{MarkKind, Pack, Statement};
use crate::pack::standing::Standing;
use crate::pack::text::Text;
use crate::pack::write::json;
use crate::when::When;
use entries::Names;
use notes::Notes;

impl Pack {
    /// The pack, or a part of it, as one plain file in Markdown that reads back as the same. Its map and what it says in
    /// other languages have no place there.
    #[must_use]
    pub fn markdown(&self, excerpt: &Excerpt) -> String {
        let page = Page { pack: self, notes: Notes::new(self, excerpt), names: Names::new(self, excerpt) };
        let mut out = head(self);
        out.push_str(&format!("\n# {}\n", escaped(&self.about.title)));
        for era in &excerpt.eras {
            page.era(*era, &mut out);
        }
        for kind in Kind::ALL {
            let of_kind = excerpt.entities.iter().filter(|id| self[**id].kind == kind);
            let entries: String = of_kind.map(|id| page.entry(*id)).collect();
            if !entries.is_empty() {
                out.push_str(&format!("\n## {}\n\n{entries}", kind.heading()));
            }
        }
        page.notes.definitions(self, excerpt, &mut out);
        out
    }
}

/// What the pack says of itself. Strings of JSON are strings of YAML.
fn head(pack: &Pack) -> String {
    let about = &pack.about;
    let mut out = String::from("---\n");
    let as_of = about.as_of.on_screen();
    let as_of = if When::parse(&as_of) == Ok(about.as_of) { as_of } else { about.as_of.to_string() };
    let always = [
        ("id", about.id.as_str()),
        ("title", &about.title),
        ("language", &about.language),
        ("revision", &about.revision),
        ("as_of", &as_of),
        ("licence", &about.licence),
    ];
    let corrects = about.corrects.as_deref().map(|name| ("corrects", name));
    for (key, value) in always.into_iter().chain(corrects) {
        out.push_str(&format!("{key}: "));
        json::quoted(value, &mut out);
        out.push('\n');
    }
    if !about.credits.is_empty() {
        out.push_str("credits:\n");
        for credit in &about.credits {
            out.push_str("  - ");
            json::quoted(credit, &mut out);
            out.push('\n');
        }
    }
    out.push_str("---\n");
    out
}

/// A pack, and what its notes and its entities are called in the file.
struct Page<'a> {
    pack: &'a Pack,
    notes: Notes,
    names: Names,
}

impl Page<'_> {
    fn era(&self, era: EraId, out: &mut String) {
        let record = &self.pack[era];
        let head = dated_head(&record.title, Some(record.when));
        let short = attribute(&record.short);
        out.push_str(&format!("\n## {head} {{#{} short=\"{short}\"}}\n", record.id));
        if !record.summary.trim().is_empty() {
            out.push_str(&format!("\n*{}*\n", escaped(record.summary.trim())));
        }
        for chapter in self.pack.chapters_of(era) {
            self.chapter(chapter, out);
        }
    }

    fn chapter(&self, chapter: ChapterId, out: &mut String) {
        let record = &self.pack[chapter];
        out.push_str(&format!("\n### {} {{#{}}}\n", dated_head(&record.title, record.when), record.id));
        for passage in self.pack.passages_of(chapter) {
            out.push('\n');
            self.passage(passage, out);
        }
    }

    fn passage(&self, passage: PassageId, out: &mut String) {
        let plate = if self.pack[passage].number.is_none() { "> " } else { "" };
        for (at, id) in self.pack.statements_of(passage).enumerate() {
            let first = (at == 0).then_some(passage);
            out.push_str(&format!("{plate}{}\n", self.statement(id, first)));
        }
    }

    /// A statement on its line: the date, the text, the notes, the standing and the id, with that of its passage if it is
    /// the first of one.
    fn statement(&self, id: StatementId, first_of: Option<PassageId>) -> String {
        let statement = &self.pack[id];
        let behind = format!(
            "{}{}{}{}",
            pictured(statement),
            self.notes.marks(&statement.cites),
            self.remarks(statement),
            self.ids(id, first_of)
        );
        let text = self.prose(statement);
        let text = match statement.when {
            Some(when) => format!("{}: {}", escaped(&date::said(when)), text.trim()),
            None => undated(text.trim(), &behind),
        };
        format!("{}{behind}", line(&text))
    }

    /// The standing with the note on it, what the statement stands instead of, and a date that cannot be read.
    fn remarks(&self, statement: &Statement) -> String {
        let mut out = String::new();
        // What rests on a source is established where nothing else is said.
        let goes_without_saying = statement.standing == Standing::Established && !statement.cites.is_empty();
        let standing = if goes_without_saying { NOTE } else { statement.standing.name() };
        match &statement.note {
            Some(note) => {
                let marks = self.notes.marks(&statement.note_cites);
                out.push_str(&format!(" {{{standing}: {}{marks}}}", escaped(note)));
            }
            None if !goes_without_saying => out.push_str(&format!(" {{{standing}}}")),
            None => {}
        }
        let credit = statement.picture.as_ref().and_then(|picture| picture.credit.as_ref());
        for (key, said) in [
            (INSTEAD, statement.instead_of.as_ref()),
            (UNREAD, statement.unread.as_ref()),
            (GROUP, statement.group.as_ref()),
            (SHOWN, statement.shown.as_ref()),
            (CREDIT, credit),
        ] {
            let said = said.filter(|said| !said.trim().is_empty());
            out.extend(said.map(|said| format!(" {{{key}: {}}}", escaped(said.trim()))));
        }
        out
    }

    /// The id of a statement and, of the first, that of its passage.
    fn ids(&self, id: StatementId, first_of: Option<PassageId>) -> String {
        let own = self.pack[id].id.as_ref().map(|own| format!("#{own}"));
        let origin = self.pack[id].origin.as_ref().map(|origin| format!("origin=\"{}\"", attribute(origin)));
        let passage = first_of.map(|passage| format!("passage=\"{}\"", self.pack[passage].id));
        let ids: Vec<String> = own.into_iter().chain(passage).chain(origin).collect();
        if ids.is_empty() { String::new() } else { format!(" []{{{}}}", ids.join(" ")) }
    }

    /// The text with its links and stresses.
    fn prose(&self, it: &Statement) -> String {
        let mut out = String::new();
        let mut done = 0;
        for (start, end, what) in marks(it) {
            out.push_str(&escaped(it.text.get(done..start).unwrap_or_default()));
            let words = it.text.get(start..end).unwrap_or_default();
            match what {
                MarkKind::Emphasis => out.push('*'),
                MarkKind::Link(entity) => out.push_str(&self.link(*entity, words)),
                MarkKind::Address(address) if address == words => out.push_str(&format!("<{address}>")),
                MarkKind::Address(address) => out.push_str(&format!("[{}]({address})", escaped(words))),
            }
            done = end;
        }
        out.push_str(&escaped(it.text.get(done..).unwrap_or_default()));
        out
    }

    /// `[[Name]]`, `[[Name|words]]`
    fn link(&self, entity: EntityId, words: &str) -> String {
        let name = self.names.of(self.pack, entity);
        if name == words { format!("[[{name}]]") } else { format!("[[{name}|{}]]", linked(words)) }
    }
}

/// ` ![what is seen](https://… "what stands below it")`
fn pictured(it: &Statement) -> String {
    let Some(picture) = &it.picture else { return String::new() };
    let said = |text: &Option<Text>| text.as_ref().map(|text| escaped(text.trim())).unwrap_or_default();
    let (alt, caption) = (said(&picture.alt), said(&picture.caption));
    let title = if caption.is_empty() { String::new() } else { format!(" \"{caption}\"") };
    format!(" ![{alt}]({}{title})", picture.url)
}

/// The words of a link: only what could end them stands behind a backslash.
fn linked(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for c in words.chars() {
        if matches!(c, '\\' | '[' | ']' | '|' | '*') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// The marks as they are met: links as stretches, stresses as two points. No stress begins or ends with a space, for by
/// the rules of Markdown that were none.
fn marks(it: &Statement) -> Vec<(usize, usize, &MarkKind)> {
    let mut out = Vec::with_capacity(it.marks.len());
    for mark in &it.marks {
        let (start, end) = (mark.range.start as usize, mark.range.end as usize);
        let words = it.text.get(start..end).unwrap_or_default();
        let (start, end) = (end - words.trim_start().len(), start + words.trim_end().len());
        match &mark.what {
            _ if words.trim().is_empty() => {}
            MarkKind::Emphasis => out.extend([(start, start, &mark.what), (end, end, &mark.what)]),
            MarkKind::Link(_) | MarkKind::Address(_) => out.push((start, end, &mark.what)),
        }
    }
    // A stress opens before the link that it begins with.
    out.order_by_key(|(start, end, _)| (*start, *end));
    out
}

/// A text without a date whose beginning would be read as one has its colon behind a backslash, or its first sign written
/// by its number. What stands behind it on the line may make a date of what is none by itself.
fn undated(text: &str, behind: &str) -> String {
    let is_dated = |text: &str| dated(&format!("{text}{behind}"), Stand::First).is_some();
    if !is_dated(text) {
        return text.to_owned();
    }
    let shielded = text.replacen(": ", "\\: ", 1);
    if is_dated(&shielded) { numbered(text) } else { shielded }
}

/// A title with its date. One that ends as if it had a date has its parenthesis behind a backslash.
fn dated_head(title: &str, when: Option<When>) -> String {
    let title = escaped(title.trim());
    match when {
        Some(when) => format!("{title} ({})", escaped(&date::said(when))),
        None => undated_head(title),
    }
}

fn undated_head(title: String) -> String {
    let is_date = |open: &usize| date::read(&title[open + 1..title.len() - 1]).is_ok();
    let title = match opening(&title).filter(is_date) {
        Some(open) => format!("{}\\{}", &title[..open], &title[open..]),
        None => title,
    };
    if date::whole(&title).is_some() { numbered(&title) } else { title }
}

/// The text with its first sign told by its number, so that no date begins with it.
fn numbered(text: &str) -> String {
    let (stress, rest) = text.split_at(text.len() - text.trim_start_matches('*').len());
    let mut signs = rest.strip_prefix('\\').unwrap_or(rest).chars();
    signs.next().map_or_else(String::new, |first| format!("{stress}&#{};{}", u32::from(first), signs.as_str()))
}

/// The value of an attribute.
fn attribute(text: &str) -> String {
    // The last shields what the others are shielded by.
    SHIELDED.into_iter().rev().fold(text.to_owned(), |text, (sign, by)| text.replace(sign, by))
}
