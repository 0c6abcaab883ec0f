//! The notes of a plain file: sources part by part, places in them, and notes as people write them.

mod free;

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::ids::Ids;
use super::inline::parts;
use super::lines::label;
use super::{Reader, escape, span, text};
use crate::pack::bibliography::References;
use crate::pack::check::is_id;
use crate::pack::raw::{self, Spanned, Str};
use crate::pack::rule::{Plain, quoted};
use crate::pack::text::Text;

/// What a part of a source is said to be by the word before its colon.
pub(super) const KEYS: [&str; 23] = [
    "by",
    "ed",
    "in",
    "publisher",
    "place",
    "series",
    "date",
    "kind",
    "rank",
    "pages",
    "volume",
    "issue",
    "doi",
    "isbn",
    "issn",
    "jstor",
    "url",
    "archive",
    "accessed",
    "lang",
    "same work as",
    "unresolved",
    "note",
];

/// A note as it stands in the file.
#[derive(Debug)]
struct Note {
    label: String,
    at_label: Range<usize>,
    /// What stands behind the label.
    said: Range<usize>,
}

impl Reader<'_> {
    /// The sources that the notes tell, and those that are beside the file; what a mark of each note cites is kept.
    pub fn sources(
        &mut self,
        definitions: &[Vec<Range<usize>>],
        beside: Vec<References>,
    ) -> (Vec<raw::Source>, Vec<raw::Source>) {
        let notes = self.notes(definitions);
        let labels: HashMap<&str, &Note> = notes.iter().map(|note| (note.label.as_str(), note)).collect();
        let mut keys = Ids::default();
        let mut sources = Vec::with_capacity(notes.len());
        // `source@p.2` is a place in `source`, where that is told.
        let of = |note: &Note| labels.get(note.label.split_once('@')?.0).copied();
        notes.iter().filter(|note| is_id(&note.label)).for_each(|note| keys.take(&note.label));
        for note in notes.iter().filter(|note| of(note).is_none()) {
            let own = is_id(&note.label);
            let key = if own { note.label.clone() } else { keys.made_of(&note.label, "source") };
            self.labels.entry(note.label.clone()).or_insert_with(|| key.clone());
            sources.push(self.source(text(key, &note.at_label), note));
        }
        for (note, of) in notes.iter().filter_map(|note| Some((note, of(note)?))) {
            let place = self.place_in(note, of);
            let key = self.labels.get(&of.label).cloned().unwrap_or_default();
            let cite = if place.is_empty() { key } else { format!("{key}, {place}") };
            self.labels.insert(note.label.clone(), cite);
        }
        let beside = beside.into_iter().flat_map(|it| self.beside(it, &mut keys)).collect();
        (sources, beside)
    }

    /// The notes of the file, of those with one label the first.
    fn notes(&mut self, definitions: &[Vec<Range<usize>>]) -> Vec<Note> {
        let mut notes: Vec<Note> = Vec::with_capacity(definitions.len());
        let mut labels: HashSet<String> = HashSet::with_capacity(definitions.len());
        for lines in definitions {
            let Some(note) = self.note(lines) else { continue };
            if labels.insert(note.label.clone()) {
                notes.push(note);
            } else {
                self.tell_plain(&note.at_label, Plain::RepeatedNote(quoted(&note.label)));
            }
        }
        notes
    }

    /// The sources of a bibliography: what the file tells itself goes before.
    fn beside(&mut self, it: References, keys: &mut Ids) -> Vec<raw::Source> {
        let mut sources = it.sources;
        let mut own: HashMap<String, String> = HashMap::with_capacity(sources.len());
        for source in &mut sources {
            let key = keys.made_of(&source.key, "source");
            own.insert(source.key.to_string(), key.clone());
            source.key = text(key, &(0..0));
        }
        for (label, key) in it.keys {
            if let Some(key) = own.get(&key) {
                self.labels.entry(label).or_insert_with(|| key.clone());
            }
        }
        sources
    }

    fn note(&self, lines: &[Range<usize>]) -> Option<Note> {
        let (first, last) = (lines.first()?, lines.last()?);
        let (label, from) = label(self.slice(first))?;
        let at_label = first.start + 2..first.start + 2 + label.len();
        Some(Note { label: label.to_owned(), at_label, said: first.start + from..last.end })
    }

    /// The place in a source that a note names: `p. 2; “The title”`. The title is there for who reads the file.
    fn place_in(&mut self, note: &Note, of: &Note) -> Text {
        let own = parts(&self.file.text, &note.said, ';');
        let titled = parts(&self.file.text, &of.said, ';');
        if let ([place, title], Some(of)) = (own.as_slice(), titled.first())
            && self.plain(title).value == self.plain(of).value
        {
            return self.plain(place).value;
        }
        self.plain(&note.said).value
    }

    fn source(&mut self, key: Str, note: &Note) -> raw::Source {
        let found = parts(&self.file.text, &note.said, ';');
        let keyed: Option<Vec<(&'static str, Range<usize>)>> =
            found.iter().skip(1).map(|range| self.keyed(range)).collect();
        let title = found.first().map(|range| self.plain(range)).unwrap_or_default();
        let quoted = title.strip_prefix('“').and_then(|rest| rest.strip_suffix('”')).map(str::to_owned);
        let mut it = match (quoted, keyed) {
            (Some(quoted), Some(keyed)) => {
                let mut it =
                    raw::Source { title: Spanned { value: quoted.into(), span: title.span }, ..raw::Source::default() };
                for (key, range) in keyed {
                    self.field(key, &range, &mut it);
                }
                it
            }
            _ => self.free(&note.said),
        };
        if it.title.trim().is_empty() {
            self.tell_plain(&note.at_label, Plain::EmptyNote);
            it.title = text(note.label.clone(), &note.at_label);
        }
        (it.key, it.span, it.whole) = (key, span(&note.said), true);
        it
    }

    /// The word of a part and what is behind its colon.
    fn keyed(&self, range: &Range<usize>) -> Option<(&'static str, Range<usize>)> {
        let written = self.slice(range);
        let colon = escape::bare_signs(written, ':').next().unwrap_or(written.len());
        let key = KEYS.into_iter().find(|key| *key == written[..colon].trim())?;
        let rest = written.get(colon + 1..).unwrap_or_default();
        let start = range.end - rest.trim_start().len();
        Some((key, start..range.end))
    }

    fn field(&mut self, key: &str, range: &Range<usize>, it: &mut raw::Source) {
        match key {
            "by" => return it.authors.value.push(self.person(range)),
            "ed" => return it.editors.value.push(self.person(range)),
            "kind" => return it.kind = self.word(range).unwrap_or_default(),
            "rank" => return it.rank = self.word(range),
            "unresolved" => return it.unresolved = true,
            _ => {}
        }
        let value = Some(self.plain(range));
        let field = match key {
            "in" => &mut it.within,
            "publisher" => &mut it.publisher,
            "place" => &mut it.place,
            "series" => &mut it.series,
            "date" => &mut it.date,
            "pages" => &mut it.pages,
            "volume" => &mut it.volume,
            "issue" => &mut it.issue,
            "doi" => &mut it.doi,
            "isbn" => &mut it.isbn,
            "issn" => &mut it.issn,
            "jstor" => &mut it.jstor,
            "url" => &mut it.url,
            "archive" => &mut it.archive,
            "accessed" => &mut it.accessed,
            "lang" => &mut it.lang,
            "same work as" => &mut it.same_work_as,
            _ => &mut it.note,
        };
        *field = value;
    }

    /// `Family, Given, Suffix`, with particles as in `(De) Sciascia, Maria` and `Beethoven, Ludwig (van)`; a name without
    /// a comma is one that has no parts.
    fn person(&mut self, range: &Range<usize>) -> raw::Name {
        let found = parts(&self.file.text, range, ',');
        let mut name = raw::NameParts { span: span(range), whole: true, ..raw::NameParts::default() };
        let [family, rest @ ..] = found.as_slice() else { return raw::Name::Parts(name) };
        if rest.is_empty() {
            name.literal = Some(self.plain(family));
            return raw::Name::Parts(name);
        }
        let mut family = family.clone();
        let written = self.slice(&family);
        if let Some(end) = written.strip_prefix('(').and_then(|inner| inner.find(") ")) {
            let particle = family.start + 1..family.start + 1 + end;
            family.start += end + 3;
            name.non_dropping_particle = Some(self.plain(&particle));
        }
        name.family = Some(self.plain(&family));
        let mut given = rest.first().cloned().unwrap_or_default();
        let written = self.slice(&given);
        if let Some(open) = written
            .strip_suffix(')')
            .and_then(|_| written.rfind('('))
            .filter(|open| !escape::shields(&written[..*open]))
        {
            let particle = given.start + open + 1..given.end - 1;
            given.end = given.start + written[..open].trim_end().len();
            name.dropping_particle = Some(self.plain(&particle));
        }
        name.given = (!given.is_empty()).then(|| self.plain(&given));
        name.suffix = rest.get(1).filter(|it| !it.is_empty()).map(|it| self.plain(it));
        raw::Name::Parts(name)
    }
}
