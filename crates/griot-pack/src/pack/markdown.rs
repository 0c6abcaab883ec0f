//! The plain file: a whole pack as Markdown, in the form in which people write a history by hand.
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
//! A statement without a date, of the same passage.[^source]
//! > 1960: A plate.
//! ## People
//! - Name: role; dates; 51.2, -0.4; also another name; type: coup; head: President of [[Mali]], 1960–1968; in: [[Gao]];
//!   with: [[Someone]], as what; outcome: …; figure: 300 dead, by whom[^source]; article: …; note: …
//! [^source]: “The title”; by: Last, First; in: where it appeared; date: 2009; kind: book
//! [^source@p.2]: p. 2; “The title”
//! ```
//!
//! A passage is a paragraph, a statement a line of it that begins with a date or follows one that has ended. `{…}` at the
//! end of a statement holds its standing and the note on it, and what it stands instead of; `[]{#…}` its id, with
//! `passage="…"` where one begins. What is known of an entity is one line, a source is a footnote. All but the text may be
//! left out, and is made: ids of names and positions, eras and chapters of what has none. A backslash makes a sign plain.
//!
//! Files of others are read as far as they can be, and nothing that a reader would see is lost: lists, tables, links and
//! quotations become statements, HTML and other markup is taken off.

mod date;
mod entries;
mod escape;
mod head;
mod ids;
mod inline;
mod lines;
mod names;
mod narrative;
mod outline;
mod sources;
#[cfg(test)]
mod tests;
mod write;

use std::collections::{BTreeMap, HashSet};
use std::ops::Range;
use std::path::Path;

use unicode_normalization::{UnicodeNormalization, is_nfc};

use super::bibliography::References;
use super::kind::Kind;
use super::markup;
use super::nearest::Nearest;
use super::place::Span;
use super::problem::{File, Problems};
use super::raw::{self, List, Spanned, Str};
use super::rule::{Plain, Rule};
use ids::Ids;
use names::Names;
use outline::Outline;

/// The records of a plain file.
#[derive(Debug, Default)]
pub(super) struct Records {
    pub about: raw::About,
    pub eras: Vec<raw::Era>,
    pub entities: Vec<(Kind, Vec<raw::Entity>)>,
    pub sources: Vec<raw::Source>,
}

/// A file being read, and what is known of its names so far.
#[derive(Debug)]
struct Reader<'a> {
    file: &'a File,
    problems: &'a mut Problems,
    ids: Ids,
    names: Names,
    /// What a mark of a note cites: `source, p. 2`.
    labels: BTreeMap<String, String>,
    /// The keys of the sources that are cited.
    cited: HashSet<String>,
    nearest: Nearest,
}

/// The bibliographies that the head of a plain file names.
pub(super) fn bibliographies(file: &File) -> Vec<Str> {
    Reader::of(file, &mut Problems::default()).head().0.bibliographies
}

/// Reads a plain file and what is beside it. `saved` is the day on which it was written last: what it says of itself where it
/// does not.
pub(super) fn read((file, saved): (&File, &str), beside: Vec<References>, problems: &mut Problems) -> Records {
    let mut reader = Reader { ids: Ids::written_in(&file.text), ..Reader::of(file, problems) };
    let (head, body) = reader.head();
    let mut outline = Outline::of(&file.text, body);
    let (mut sources, beside) = reader.sources(&std::mem::take(&mut outline.definitions), beside);
    let mut entities = reader.entities(&std::mem::take(&mut outline.entries));
    let title = outline.title.take().map(|title| reader.plain(&title));
    let title = head.title.clone().or(title).filter(|title| !title.trim().is_empty());
    let stem = || Path::new(&file.name).file_stem().map(|stem| stem.to_string_lossy().into_owned());
    let title = title.unwrap_or_else(|| text(stem().unwrap_or_default(), &(0..0)));
    let until = head.as_of.as_ref().map_or(saved, |as_of| as_of.as_str()).to_owned();
    let eras = reader.eras(outline, &title, &until);
    // Names that are described nowhere come to be while the text is read.
    let concepts = entities.iter_mut().find(|(kind, _)| *kind == Kind::Concept);
    if let Some((_, concepts)) = concepts {
        concepts.extend(reader.undescribed());
    }
    // Of a whole library only what the text cites is a source of this history.
    sources.extend(beside.into_iter().filter(|it| reader.cited.contains(it.key.as_str())));
    let id = head.id.clone().unwrap_or_else(|| {
        let id = ids::slug(&title);
        text(if id.is_empty() { "history".to_owned() } else { id }, &(0..0))
    });
    let about = head.about((id, title), &eras, saved);
    Records { about, eras, entities, sources }
}

impl<'a> Reader<'a> {
    fn of(file: &'a File, problems: &'a mut Problems) -> Self {
        let (ids, names, nearest) = (Ids::default(), Names::default(), Nearest::default());
        Self { file, problems, ids, names, labels: BTreeMap::new(), cited: HashSet::new(), nearest }
    }

    fn tell(&mut self, range: &Range<usize>, rule: Rule) {
        let (file, span) = (self.file, span(range));
        self.problems.add(rule.severity(), || file.problem(span, rule));
    }

    fn tell_plain(&mut self, range: &Range<usize>, plain: Plain) {
        self.tell(range, Rule::Plain(plain));
    }

    /// A stretch of the file as it is written.
    fn slice(&self, range: &Range<usize>) -> &'a str {
        self.file.text.get(range.clone()).unwrap_or_default()
    }
}

const fn span(range: &Range<usize>) -> Span {
    let end = if range.end == 0 { 1 } else { range.end };
    Span { start: range.start as u32, end: end as u32 }
}

/// A text of the pack and where it stands. Editors write letters with accents in two ways, which mean the same.
fn text(text: impl Into<String>, range: &Range<usize>) -> Str {
    let text: String = text.into();
    let text = if is_nfc(&text) { text } else { text.nfc().collect() };
    Spanned { value: text.into(), span: span(range) }
}

/// A text that means itself, in the markup of the pack.
fn escaped_for_pack(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    markup::escape(text, false, &mut out);
    out
}

const fn list<T>(value: Vec<T>, range: &Range<usize>) -> List<T> {
    Spanned { value, span: span(range) }
}
