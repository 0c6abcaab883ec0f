//! The text as a plain file: Markdown in the one form in which a history is written by hand.
//!
//! ```text
//! ---                                          a head in YAML: what the pack says of itself
//! title: "…"
//! ---
//! # Title
//! ## Era (dates) {#id short="…"}
//! *What happens in the era.*
//! ### Chapter (dates) {#id}
//! 1591: A statement with a [[Name|link]].[^source@p.2] {disputed: Who says otherwise.[^other]} []{#id}
//! A statement without a date, of the same passage.
//! > 1960: A plate.
//! ## People
//! - Name: role; dates; 51.2, -0.4; also another name; type: coup; head: President of [[Mali]], 1960–1968; in: [[Gao]];
//!   with: [[Someone]], as what; outcome: …; figure: 300 dead, by whom[^source]; article: …; note: …
//! [^source@p.2]: The source in full, p. 2. <address>
//! ```
//!
//! A passage is a paragraph, a statement a line of it. `{…}` at the end of a statement holds its standing and the note
//! on it, and what it stands instead of; `[]{#…}` its id, with `passage="…"` where one begins. What is known of an entity is
//! one line. What a mark of Markdown could be taken for stands behind a
//! backslash, also the colon of a text that begins as if it were dated.

mod entries;
mod escape;
mod notes;

use griot_history::text::capital;
use griot_pack::pack::{
    ChapterId, EntityId, EraId, Excerpt, Kind, MarkKind, Pack, PassageId, Standing, Statement, StatementId,
};
use griot_pack::when::When;

use escape::{escaped, line, quoted};
use notes::Notes;

pub fn export(pack: &Pack, excerpt: &Excerpt) -> String {
    let page = Page { pack, notes: Notes::new(pack, excerpt) };
    let mut out = head(pack);
    out.push_str(&format!("\n# {}\n", escaped(&pack.about.title)));
    for era in &excerpt.eras {
        page.era(*era, &mut out);
    }
    for kind in Kind::ALL {
        let of_kind = excerpt.entities.iter().filter(|id| pack[**id].kind == kind);
        let entries: String = of_kind.map(|id| page.entry(*id)).collect();
        if !entries.is_empty() {
            out.push_str(&format!("\n## {}\n\n{entries}", capital(kind.plural())));
        }
    }
    page.notes.definitions(pack, &mut out);
    out
}

/// What the pack says of itself. Strings of JSON are strings of YAML.
fn head(pack: &Pack) -> String {
    let about = &pack.about;
    let mut out = String::from("---\n");
    for (key, value) in [
        ("id", about.id.to_string()),
        ("title", about.title.to_string()),
        ("language", about.language.to_string()),
        ("revision", about.revision.to_string()),
        ("as_of", about.as_of.to_string()),
        ("licence", about.licence.to_string()),
    ] {
        out.push_str(&format!("{key}: {}\n", quoted(&value)));
    }
    if !about.credits.is_empty() {
        out.push_str("credits:\n");
        about.credits.iter().for_each(|credit| out.push_str(&format!("  - {}\n", quoted(credit))));
    }
    out.push_str("---\n");
    out
}

struct Page<'a> {
    pack: &'a Pack,
    notes: Notes,
}

impl Page<'_> {
    fn era(&self, era: EraId, out: &mut String) {
        let record = &self.pack[era];
        // The value of an attribute ends with the next quotation mark.
        let short = record.short.replace('"', "”");
        let head = dated_head(&record.title, Some(record.when));
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
            out.push_str(&format!("{plate}{}{}\n", self.statement(id), self.ids(id, first)));
        }
    }

    /// A statement on its line: the date, the text, the notes, the standing and the id.
    fn statement(&self, id: StatementId) -> String {
        let statement = &self.pack[id];
        let text = self.prose(statement);
        let mut out = match statement.when {
            Some(when) => line(&format!("{}: {text}", escaped(&when.on_screen()))),
            None => line(&undated(text)),
        };
        out.push_str(&self.notes.marks(&statement.cites));
        let standing = if statement.standing == Standing::Established { "note" } else { statement.standing.name() };
        match &statement.note {
            Some(note) => {
                let marks = self.notes.marks(&statement.note_cites);
                out.push_str(&format!(" {{{standing}: {}{marks}}}", escaped(note)));
            }
            None if statement.standing != Standing::Established => out.push_str(&format!(" {{{standing}}}")),
            None => {}
        }
        if let Some(instead) = &statement.instead_of {
            out.push_str(&format!(" {{instead of: {}}}", escaped(instead)));
        }
        if let Some(unread) = &statement.unread {
            out.push_str(&format!(" {{date that cannot be read: {}}}", escaped(unread)));
        }
        out
    }

    /// The id of a statement and, of the first, that of its passage.
    fn ids(&self, id: StatementId, first_of: Option<PassageId>) -> String {
        let own = self.pack[id].id.as_ref().map(|own| format!("#{own}"));
        let passage = first_of.map(|passage| format!("passage=\"{}\"", self.pack[passage].id));
        let ids: Vec<String> = own.into_iter().chain(passage).collect();
        if ids.is_empty() { String::new() } else { format!(" []{{{}}}", ids.join(" ")) }
    }

    /// The text with its links and stresses.
    fn prose(&self, it: &Statement) -> String {
        let mut out = String::new();
        let mut done = 0;
        for (start, end, what) in marks(it) {
            out.push_str(&escaped(it.text.get(done..start).unwrap_or_default()));
            match what {
                MarkKind::Emphasis => out.push('*'),
                MarkKind::Link(entity) => out.push_str(&self.link(entity, it.text.get(start..end).unwrap_or_default())),
            }
            done = end;
        }
        out.push_str(&escaped(it.text.get(done..).unwrap_or_default()));
        out
    }

    fn link(&self, entity: EntityId, words: &str) -> String {
        let entity = &self.pack[entity];
        // Nothing can be escaped inside the brackets: a name that would end them is told by its id.
        let name = if entity.name.contains(['[', ']', '|']) { &entity.id } else { &entity.name };
        if *name == words { format!("[[{name}]]") } else { format!("[[{name}|{words}]]") }
    }
}

/// The marks as they are met: links as stretches, stresses as two points.
fn marks(it: &Statement) -> Vec<(usize, usize, MarkKind)> {
    let mut out = Vec::with_capacity(it.marks.len());
    for mark in it.marks.iter().filter(|mark| !mark.range.is_empty()) {
        let (start, end) = (mark.range.start as usize, mark.range.end as usize);
        match mark.what {
            MarkKind::Emphasis => out.extend([(start, start, mark.what), (end, end, mark.what)]),
            MarkKind::Link(_) => out.push((start, end, mark.what)),
        }
    }
    // A stress opens before the link that it begins with.
    out.sort_by_key(|(start, end, _)| (*start, *end));
    out
}

/// A text without a date whose beginning could be read as one has its colon behind a backslash.
fn undated(text: String) -> String {
    match text.split_once(": ") {
        Some((date, rest)) if When::parse(&date.replace('\\', "")).is_ok() => format!("{date}\\: {rest}"),
        _ => text,
    }
}

fn dated_head(title: &str, when: Option<When>) -> String {
    let when = when.map_or_else(String::new, |when| format!(" ({})", escaped(&when.on_screen())));
    format!("{}{when}", escaped(title))
}
