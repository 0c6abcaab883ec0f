//! What stands where in a plain file: eras, chapters, statements, entries and notes, as stretches of it that are not
//! looked into yet.

mod table;

use std::ops::Range;

use super::date::{self, Stand, dated};
use super::escape::{bare_signs, shields};
use super::lines::{Line, LineKind, ends, lines};
use crate::pack::kind::Kind;

/// A stretch of what is told, and what joins it to the one before.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Piece {
    pub at: Range<usize>,
    /// The heading of its column, in a table of several.
    pub column: Option<Range<usize>>,
}

/// A statement: its date, and the lines or cells that tell it.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Told {
    /// In the grammar of dates, and where it stands.
    pub date: Option<(String, Range<usize>)>,
    pub pieces: Vec<Piece>,
}

/// A chapter: its heading, if it has one, its passages and its plates.
#[derive(Debug, Default)]
pub(super) struct Chapter {
    pub head: Option<Range<usize>>,
    pub passages: Vec<Vec<Told>>,
    pub plates: Vec<Told>,
}

/// An era: its heading, if it has one, and its chapters.
#[derive(Debug, Default)]
pub(super) struct Era {
    pub head: Option<Range<usize>>,
    pub summary: Option<Range<usize>>,
    pub chapters: Vec<Chapter>,
}

/// What is known of an entity, line by line; `name` stands in a heading or a cell of its own.
#[derive(Debug)]
pub(super) struct Entry {
    pub kind: Kind,
    pub name: Option<Range<usize>>,
    pub lines: Vec<Range<usize>>,
}

/// Everything, in the order of the file.
#[derive(Debug, Default)]
pub(super) struct Outline {
    pub title: Option<Range<usize>>,
    pub eras: Vec<Era>,
    pub entries: Vec<Entry>,
    /// The lines of each note.
    pub definitions: Vec<Vec<Range<usize>>>,
}

/// What the next line of text goes on with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Open {
    Nothing,
    Passage,
    Plate,
    Entry,
    Note,
}

/// The file is gone through once.
#[derive(Debug)]
struct Walk<'a> {
    text: &'a str,
    lines: Vec<Line>,
    at: usize,
    out: Outline,
    open: Open,
    /// The kind of the entities that are being described, and the depth of the heading that says so.
    entities: Option<(Kind, usize)>,
    /// The date of an item that others stand below, and how far it is indented.
    above: Option<(String, Range<usize>, usize)>,
    /// The headings of the columns of a table.
    columns: Vec<Range<usize>>,
}

impl Outline {
    pub fn of(text: &str, from: usize) -> Self {
        let mut walk = Walk {
            text,
            lines: lines(text, from),
            at: 0,
            out: Self::default(),
            open: Open::Nothing,
            entities: None,
            above: None,
            columns: Vec::new(),
        };
        while walk.at < walk.lines.len() {
            walk.line();
            walk.at += 1;
        }
        walk.out
    }
}

impl Walk<'_> {
    fn line(&mut self) {
        let line = self.lines[self.at].clone();
        let slice = &self.text[line.at.clone()];
        if line.kind != LineKind::Row {
            self.columns.clear();
        }
        match (line.kind, self.entities) {
            (LineKind::Blank, _) => {
                self.open = if self.open == Open::Note && self.goes_on() { Open::Note } else { Open::Nothing }
            }
            (LineKind::Heading(depth), _) => self.heading(depth, line.at),
            (LineKind::Definition, _) => {
                self.out.definitions.push(vec![line.at]);
                self.open = Open::Note;
            }
            (LineKind::Text, _) if self.open == Open::Note => {
                self.out.definitions.last_mut().into_iter().for_each(|note| note.push(line.at.clone()));
            }
            (LineKind::Row, entities) => self.row(&line.at, entities),
            (kind, Some((of, _))) => self.entry(of, kind, line),
            (LineKind::Quote, None) => {
                let goes_on = self.open == Open::Plate;
                self.tell(Open::Plate, goes_on, &line);
            }
            (LineKind::Item, None) => self.item(&line, slice.trim_end()),
            (LineKind::Text, None) => {
                let goes_on = self.open == Open::Passage;
                self.tell(Open::Passage, goes_on, &line);
            }
        }
    }

    /// Whether the text behind a blank line belongs to the note before it.
    fn goes_on(&self) -> bool {
        self.lines.get(self.at + 1).is_some_and(|next| next.kind == LineKind::Text && next.indent >= 2)
    }

    fn heading(&mut self, depth: usize, at: Range<usize>) {
        (self.open, self.above) = (Open::Nothing, None);
        let words = self.text[at.clone()].trim_end_matches('#').trim();
        if let Some(kind) = kind_called(words).filter(|_| depth > 1 && !self.tells_of_times(depth)) {
            self.entities = Some((kind, depth));
            return;
        }
        if let Some((kind, of)) = self.entities {
            if depth > of {
                self.out.entries.push(Entry { kind, name: Some(at), lines: Vec::new() });
                self.open = Open::Entry;
                return;
            }
            self.entities = None;
        }
        let begins = self.out.title.is_none() && self.out.eras.is_empty();
        match depth {
            1 if begins => self.out.title = Some(at),
            0..=2 => self.out.eras.push(Era { head: Some(at), ..Era::default() }),
            _ => self.era().chapters.push(Chapter { head: Some(at), ..Chapter::default() }),
        }
    }

    /// Whether what stands below a heading are statements: a line of them begins with a date that is parted from what it
    /// tells, as no name does. Many an event is called `1968 coup`.
    fn tells_of_times(&self, depth: usize) -> bool {
        let below = self.lines[self.at + 1..].iter();
        let below = below.take_while(|line| !matches!(line.kind, LineKind::Heading(of) if of <= depth));
        let mut told = below.filter(|line| matches!(line.kind, LineKind::Item | LineKind::Text));
        told.any(|line| dated(&self.text[line.at.clone()], Stand::Inside).is_some())
    }

    fn era(&mut self) -> &mut Era {
        if self.out.eras.is_empty() {
            self.out.eras.push(Era::default());
        }
        let last = self.out.eras.len() - 1;
        &mut self.out.eras[last]
    }

    fn chapter(&mut self) -> &mut Chapter {
        let era = self.era();
        if era.chapters.is_empty() {
            era.chapters.push(Chapter::default());
        }
        let last = era.chapters.len() - 1;
        &mut era.chapters[last]
    }

    /// A line of a paragraph or of a quotation: a new statement, or more of the one before.
    fn tell(&mut self, open: Open, goes_on: bool, line: &Line) {
        let slice = &self.text[line.at.clone()];
        let is_inside = goes_on && self.is_in_braces();
        let has_ended = goes_on && !is_inside && self.ended_before(slice);
        let stand = if goes_on && !has_ended { Stand::Inside } else { Stand::First };
        let date = dated(slice, stand).filter(|_| !is_inside);
        if open == Open::Passage && !goes_on && self.summary(&line.at) {
            return;
        }
        let is_new = date.is_some() || !goes_on || has_ended;
        self.open = open;
        let start = line.at.start;
        let from = date.as_ref().map_or(start, |date| start + date.text);
        let piece = Piece { at: from..line.at.end, column: None };
        let date = date.map(|date| (date.date, start + date.at.start..start + date.at.end));
        if is_new {
            self.add(open, goes_on, Told { date, pieces: vec![piece] });
            return;
        }
        let text = self.text;
        let chapter = self.chapter();
        let last = if open == Open::Plate {
            chapter.plates.last_mut()
        } else {
            chapter.passages.last_mut().and_then(|it| it.last_mut())
        };
        let Some(last) = last else { return };
        match last.pieces.last_mut().filter(|last| text[last.at.end..piece.at.start].trim().is_empty()) {
            Some(last) => last.at.end = piece.at.end,
            None => last.pieces.push(piece),
        }
    }

    /// Whether the line before this one leaves braces open.
    fn is_in_braces(&self) -> bool {
        let before = self.at.checked_sub(1).and_then(|at| self.lines.get(at));
        before.is_some_and(|before| {
            let before = &self.text[before.at.clone()];
            before.rfind('{') > before.rfind('}')
        })
    }

    fn add(&mut self, open: Open, goes_on: bool, told: Told) {
        let chapter = self.chapter();
        match (open, chapter.passages.last_mut().filter(|_| goes_on)) {
            (Open::Plate, _) => chapter.plates.push(told),
            (_, Some(passage)) => passage.push(told),
            (_, None) => chapter.passages.push(vec![told]),
        }
    }

    /// Whether the line before this one was the last of its statement.
    fn ended_before(&self, next: &str) -> bool {
        let Some(before) = self.at.checked_sub(1).and_then(|at| self.lines.get(at)) else { return true };
        before.broken || ends(&self.text[before.at.clone()], next)
    }

    /// The paragraph in italics below the heading of an era says what happens in it.
    fn summary(&mut self, at: &Range<usize>) -> bool {
        let slice = &self.text[at.clone()];
        let inner = slice.strip_prefix('*').and_then(|rest| rest.strip_suffix('*'));
        // It is one stress from its first sign to its last.
        let is_one = inner.is_some_and(|inner| {
            let opens = inner.chars().next().is_some_and(|c| !c.is_whitespace());
            opens && !shields(inner) && bare_signs(inner, '*').next().is_none()
        });
        let alone = self.lines.get(self.at + 1).is_none_or(|next| next.kind != LineKind::Text);
        let Some(era) = self.out.eras.last_mut().filter(|era| era.chapters.is_empty() && era.head.is_some()) else {
            return false;
        };
        let is_summary = is_one && alone && era.summary.is_none();
        if is_summary {
            era.summary = Some(at.start + 1..at.end - 1);
        }
        is_summary
    }

    /// An item of a list is a passage of its own. One that is a date alone dates those below it.
    fn item(&mut self, line: &Line, slice: &str) {
        if self.above.as_ref().is_some_and(|(.., indent)| line.indent <= *indent) {
            self.above = None;
        }
        self.open = Open::Nothing;
        let has_below = self.lines[self.at + 1..].iter().find(|it| it.kind != LineKind::Blank);
        let has_below = has_below.is_some_and(|it| it.kind == LineKind::Item && it.indent > line.indent);
        if let Some(date) = date::whole(slice.trim_end_matches([':', '：'])).filter(|_| has_below) {
            self.above = Some((date, line.at.clone(), line.indent));
            return;
        }
        self.tell(Open::Passage, false, line);
        let above = self.above.clone();
        let told = self.chapter().passages.last_mut().and_then(|passage| passage.last_mut());
        if let (Some((date, at, _)), Some(told)) = (above, told) {
            told.date.get_or_insert((date, at));
        }
    }

    fn entry(&mut self, of: Kind, kind: LineKind, line: Line) {
        let goes_on = self.open == Open::Entry && kind == LineKind::Text;
        let below_heading = self.out.entries.last().is_some_and(|entry| entry.name.is_some() && entry.kind == of);
        match self.out.entries.last_mut() {
            // Below the heading of an entity stands what is known of it, however many paragraphs.
            Some(last) if goes_on || below_heading && self.columns.is_empty() => last.lines.push(line.at),
            _ => self.out.entries.push(Entry { kind: of, name: None, lines: vec![line.at] }),
        }
        self.open = if line.indent > 0 || kind == LineKind::Item { Open::Entry } else { Open::Nothing };
    }
}

/// The kind of entity that a heading names.
fn kind_called(words: &str) -> Option<Kind> {
    Kind::ALL.into_iter().find(|kind| kind.heading().eq_ignore_ascii_case(words))
}
