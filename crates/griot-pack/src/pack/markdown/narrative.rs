//! The text of a plain file: eras, chapters, passages and statements, with the ids and dates that are not written.

use std::ops::Range;

use super::escape::{opening, shields};
use super::inline::{CREDIT, GROUP, INSTEAD, Inline, NOTE, Pictured, SHOWN, UNREAD, attributes, flat, remark_key};
use super::outline::{Chapter, Era, Outline, Told};
use super::{Reader, date, list, span, text};
use crate::pack::raw::{self, Spanned, Str};
use crate::pack::rule::Plain;
use crate::pack::standing::Standing;
use crate::when::{Day, When};

/// What a heading says.
#[derive(Debug)]
pub(super) struct Heading {
    pub title: Str,
    pub when: Option<Str>,
    pub id: Option<Str>,
    pub short: Option<Str>,
}

/// A statement, and the id that its passage is given by it.
#[derive(Debug)]
struct Statement {
    record: raw::Statement,
    passage: Option<Str>,
}

impl Reader<'_> {
    /// The eras. Text without one stands in an era that is called as the whole is.
    pub fn eras(&mut self, outline: Outline, title: &Str, until: &str) -> Vec<raw::Era> {
        let mut eras = Vec::with_capacity(outline.eras.len());
        let several = outline.eras.len() > 1;
        for (i, era) in outline.eras.into_iter().enumerate() {
            // A heading of notes alone is none of the history.
            if era.chapters.is_empty() && several && era.head.as_ref().is_some_and(|head| self.is_of_notes(head)) {
                continue;
            }
            eras.push(self.era((i, era), title, until));
        }
        if eras.is_empty() {
            eras.push(self.era((0, Era::default()), title, until));
        }
        eras
    }

    fn is_of_notes(&self, head: &Range<usize>) -> bool {
        let words = self.slice(head).trim_end_matches('#').trim().to_lowercase();
        matches!(words.as_str(), "sources" | "notes" | "references" | "footnotes" | "bibliography" | "literature")
    }

    fn era(&mut self, (i, era): (usize, Era), title: &Str, until: &str) -> raw::Era {
        let whole = era.head.clone().unwrap_or(0..0);
        let head = era.head.map_or_else(|| Heading::called(title), |head| self.heading(&head));
        let id = head.id.unwrap_or_else(|| text(self.ids.made_of(&head.title, &format!("era-{}", i + 1)), &whole));
        let summary = era.summary.map_or_else(|| text("", &whole), |at| self.plain(&at));
        let own = (&head.title, &whole);
        let mut chapters: Vec<raw::Chapter> = era.chapters.into_iter().map(|it| self.chapter(it, own)).collect();
        if chapters.is_empty() {
            let alone = Chapter::default();
            self.tell_plain(&whole, Plain::NothingBelow);
            chapters.push(self.chapter(alone, own));
        }
        // One that is not said is that of what is told; where nothing is dated, all that is known is that it is past.
        let past = || if is_dated(&chapters) { Str::default() } else { text(format!("<{until}"), &whole) };
        let when = head.when.unwrap_or_else(past);
        let short = head.short.unwrap_or_else(|| head.title.clone());
        let (title, chapters) = (head.title, list(chapters, &whole));
        raw::Era { id, title, short, when, summary, chapters, span: span(&whole), whole: true, ..raw::Era::default() }
    }

    /// A heading: `Title (dates) {#id short="…"}`.
    pub fn heading(&mut self, at: &Range<usize>) -> Heading {
        let line = self.slice(at);
        let mut end = line.trim_end_matches('#').trim_end().len();
        if end == 0 {
            end = line.len();
        }
        let mut found = Vec::new();
        if line[..end].ends_with('}')
            && let Some(open) = line[..end].rfind('{').filter(|open| !shields(&line[..*open]))
            && let Some(said) = attributes(&line[open + 1..end - 1], at.start + open + 1)
        {
            found = said;
            let before = line[..open].trim_end();
            end = before.strip_suffix("[]").unwrap_or(before).trim_end().len();
        }
        let mut when = None;
        if let Some(open) = opening(&line[..end])
            && let Ok(date) = date::read(&line[open + 1..end - 1])
        {
            when = Some(text(date.to_string(), &(at.start + open + 1..at.start + end - 1)));
            end = line[..open].trim_end().len();
        }
        let mut inline = self.inline(&(at.start..at.start + end));
        inline.attributes.extend(found);
        let said = flat(&inline.prose());
        // A heading that is a date alone is called by it, and so is one that says nothing else.
        let said = if said.is_empty() { line.trim().to_owned() } else { said };
        let when = when.or_else(|| date::whole(&line[..end]).map(|date| text(date, at)));
        Heading { title: text(said, at), when, id: inline.attribute("id"), short: inline.attribute("short") }
    }

    fn chapter(&mut self, chapter: Chapter, (era, at_era): (&Str, &Range<usize>)) -> raw::Chapter {
        let at = chapter.head.clone().unwrap_or_else(|| at_era.clone());
        let head = chapter.head.map_or_else(|| Heading::called(era), |head| self.heading(&head));
        let id = head.id.unwrap_or_else(|| text(self.ids.made_of(&head.title, "chapter"), &at));
        let mut passages = Vec::with_capacity(chapter.passages.len());
        for told in chapter.passages {
            let mut statements: Vec<Statement> = told.iter().filter_map(|told| self.statement(told)).collect();
            if statements.is_empty() {
                continue;
            }
            let own = statements.iter_mut().find_map(|it| it.passage.take());
            let own = own.unwrap_or_else(|| text(self.ids.numbered(&id, 1), &at));
            let statements: Vec<raw::Statement> = statements.into_iter().map(|it| it.record).collect();
            let span = statements.first().map_or(span(&at), |first| first.text.span);
            let statements = list(statements, &at);
            passages.push(raw::Passage { id: own, statements, span, whole: true });
        }
        let plates: Vec<raw::Plate> = chapter.plates.iter().filter_map(|told| self.plate(told, &id)).collect();
        if passages.is_empty() && plates.is_empty() {
            // The heading is all that is told so far.
            let title = super::escaped_for_pack(&head.title);
            let statement = raw::Statement {
                text: text(title, &at),
                standing: Spanned { value: Standing::Uncited, span: span(&at) },
                whole: true,
                ..raw::Statement::default()
            };
            let (own, statements) = (text(self.ids.numbered(&id, 1), &at), list(vec![statement], &at));
            passages.push(raw::Passage { id: own, statements, span: span(&at), whole: true });
        }
        let (passages, plates) = (list(passages, &at), list(plates, &at));
        raw::Chapter { id, title: head.title, when: head.when, passages, plates, span: span(&at), whole: true }
    }

    fn plate(&mut self, told: &Told, chapter: &Str) -> Option<raw::Plate> {
        let Statement { record, passage } = self.statement(told)?;
        let at = record.text.span;
        let made = |reader: &mut Self| Spanned { span: at, ..text(reader.ids.numbered(chapter, 1), &(0..0)) };
        let id = record.id.or(passage).unwrap_or_else(|| made(self));
        let raw::Statement {
            text: caption,
            when,
            cites,
            standing,
            note,
            note_cites,
            instead_of,
            origin,
            group,
            shown,
            picture,
            span,
            whole,
            ..
        } = record;
        let rest = raw::Plate { origin, group, shown, picture, span, whole, ..raw::Plate::default() };
        Some(raw::Plate { id, caption, when, cites, standing, note, note_cites, instead_of, ..rest })
    }

    /// A statement; none of a line that is markup alone.
    fn statement(&mut self, told: &Told) -> Option<Statement> {
        let mut inline = Inline::of_statement();
        let mut group = None;
        for (i, piece) in told.pieces.iter().enumerate() {
            if i > 0 {
                inline.prose.push_str(if piece.column.is_some() { "; " } else { " " });
            }
            if let Some(column) = &piece.column {
                self.more(column, &mut inline);
                inline.prose.push_str(": ");
            }
            let mut piece = piece.at.clone();
            if i == 0 && told.date.is_some() {
                group = self.group_at(&mut piece);
            }
            self.more(&piece, &mut inline);
        }
        let at = told.pieces.first().map_or(0, |it| it.at.start)..told.pieces.last().map_or(0, |it| it.at.end);
        let date = told.date.as_ref();
        let mut prose = inline.prose();
        if let Pictured::Is(picture) = &inline.picture
            && flat(&prose).trim().is_empty()
        {
            // A picture alone is told by what stands below it, or by what is seen on it.
            let words = picture.caption.as_ref().or(picture.alt.as_ref()).unwrap_or(&picture.url);
            prose = super::escaped_for_pack(words);
        }
        if flat(&prose).trim().is_empty() {
            // What is a date alone, or a mark of a note, says so.
            let is_markup = date.is_none() && inline.cites.is_empty() && inline.remarks.is_empty();
            let words = date.map_or(at.clone(), |(_, place)| place.clone());
            let words: Vec<&str> = self.slice(&words).split_whitespace().collect();
            prose = super::escaped_for_pack(&words.join(" "));
            if is_markup || prose.is_empty() {
                return None;
            }
        }
        let when = date.map(|(date, place)| text(date.clone(), place));
        let (id, passage) = (inline.attribute("id"), inline.attribute("passage"));
        let origin = inline.attribute("origin");
        let rest = raw::Statement { whole: true, span: span(&at), ..raw::Statement::default() };
        let record = raw::Statement { id, text: text(prose, &at), when, origin, group, ..rest };
        Some(Statement { record: with_remarks(record, inline), passage })
    }
}

impl Reader<'_> {
    /// `{Group} text` behind a date, as other programs write it: what remains is the text.
    fn group_at(&mut self, range: &mut Range<usize>) -> Option<Str> {
        let written = self.slice(range);
        let inner = written.trim_start().strip_prefix('{')?;
        let end = inner.find(['{', '}', ':', '#', '=', '\\'])?;
        if !inner[end..].starts_with('}') || remark_key(inner).is_some() || inner[..end].trim().is_empty() {
            return None;
        }
        let from = range.end - inner.len();
        let group = self.plain(&(from..from + end));
        range.start = from + end + 1;
        Some(group)
    }
}

impl Heading {
    /// What has no heading of its own is called as what it stands in.
    fn called(title: &Str) -> Self {
        Self { title: title.clone(), when: None, id: None, short: None }
    }
}

/// The statement with its cites, its standing and what is said of it in braces.
fn with_remarks(mut it: raw::Statement, inline: Inline) -> raw::Statement {
    let at = it.text.span;
    let mut standing = None;
    if let Pictured::Is(picture) = inline.picture {
        it.picture = Some(picture);
    }
    for remark in inline.remarks {
        match remark.key.as_str() {
            INSTEAD => it.instead_of = remark.text,
            UNREAD => it.when = it.when.or(remark.text),
            GROUP => it.group = it.group.or(remark.text),
            SHOWN => it.shown = it.shown.or(remark.text),
            CREDIT if it.picture.is_some() => {
                it.picture.iter_mut().for_each(|picture| picture.credit.clone_from(&remark.text));
            }
            key => {
                if key != NOTE && key != CREDIT {
                    let value = Standing::ALL.into_iter().find(|of| of.name() == key).unwrap_or_default();
                    standing = Some(Spanned { value, span: remark.key.span });
                }
                it.note = it.note.or(remark.text);
                it.note_cites.value.extend(remark.cites);
            }
        }
    }
    let mut cites = inline.cites;
    // Who says so stands in the braces: the statement rests on the same. What is remembered rests on nothing.
    let alone = [Standing::Established, Standing::Oral];
    let rests = standing.as_ref().is_some_and(|it| !it.is_unsourced() && !alone.contains(&it.value));
    if rests && cites.is_empty() {
        cites.extend(it.note_cites.iter().cloned());
    }
    let unsaid = if cites.is_empty() { Standing::Uncited } else { Standing::Established };
    it.standing = standing.unwrap_or(Spanned { value: unsaid, span: at });
    it.cites = Spanned { value: cites, span: at };
    it
}

/// Whether a chapter tells of a time that has a beginning and an end.
fn is_dated(chapters: &[raw::Chapter]) -> bool {
    let statements = || chapters.iter().flat_map(|it| it.passages.iter()).flat_map(|it| it.statements.iter());
    let plates = || chapters.iter().flat_map(|it| it.plates.iter());
    let mut dates = statements().map(|it| &it.when).chain(plates().map(|it| &it.when)).flatten();
    let ended = |when: When| when.first() != Day::MIN && when.last() != Day::MAX;
    dates.any(|date| When::parse(date).is_ok_and(ended))
}
