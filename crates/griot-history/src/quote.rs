//! Quotes with provenance: what `y` hands to the clipboard.

mod lists;

pub use lists::{of_correction, of_entity, of_source, of_standings};

use crate::cite;
use griot_pack::pack::{NoteId, Pack, PassageId, SourceId, StatementId};

/// The most bytes that are handed to a terminal: several drop longer texts without a word.
const MOST: usize = 4096;

/// The forms of a copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// The passage, its notes in full, its address and the pack's revision and licence.
    Quote,
    /// The text alone, without notes.
    Plain,
    /// The sources, a line of text each.
    Citation,
    /// The sources as records of BibTeX.
    Bibtex,
    /// The sources as records of RIS.
    Ris,
    /// The sources as an array of CSL-JSON.
    Csl,
    /// The place's address, for `griot open`.
    Address,
}

impl Form {
    /// In the order of the copy menu.
    pub const ALL: [Self; 7] =
        [Self::Quote, Self::Plain, Self::Citation, Self::Bibtex, Self::Ris, Self::Csl, Self::Address];

    /// What it gives of a passage, in words.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Quote => "the passage with its citations",
            Self::Plain => "the passage alone",
            Self::Citation => "its sources as text",
            Self::Bibtex => "its sources as BibTeX",
            Self::Ris => "its sources as RIS",
            Self::Csl => "its sources as CSL-JSON",
            Self::Address => "a link to this place",
        }
    }
}

/// A passage in a form.
#[must_use]
pub fn of_passage(pack: &Pack, passage: PassageId, form: Form) -> String {
    match form {
        Form::Quote => quote(pack, passage),
        Form::Plain => plain(pack, passage),
        Form::Address => format!("griot open {}", pack[passage].id),
        Form::Citation | Form::Bibtex | Form::Ris | Form::Csl => {
            let mut sources: Vec<SourceId> = notes_of(pack, passage).iter().map(|note| pack[*note].source).collect();
            sources.dedup();
            of_sources(pack, &sources, form)
        }
    }
}

/// Sources in a form; forms of passages give them as text.
#[must_use]
pub fn of_sources(pack: &Pack, sources: &[SourceId], form: Form) -> String {
    let each =
        |write: fn(&griot_pack::pack::Source) -> String| sources.iter().map(|id| write(&pack[*id])).collect::<Vec<_>>();
    match form {
        Form::Bibtex => each(cite::bibtex).join("\n"),
        Form::Ris => each(cite::ris).join("\n"),
        Form::Csl => cite::csl_json(sources.iter().map(|id| &pack[*id])),
        _ => each(|source| cite::text(source, None)).join("\n"),
    }
}

/// The sentences of a passage, with no line ends and no marks.
#[must_use]
pub fn plain(pack: &Pack, passage: PassageId) -> String {
    pack.statements_of(passage).map(|id| pack[id].text.as_str()).collect::<Vec<_>>().join(" ")
}

/// The footnotes of a passage, each once, in order.
#[must_use]
pub fn notes_of(pack: &Pack, passage: PassageId) -> Vec<NoteId> {
    let mut notes: Vec<NoteId> = pack.statements_of(passage).flat_map(|id| pack[id].cites.iter().copied()).collect();
    let mut seen = Vec::new();
    notes.retain(|note| {
        !seen.contains(note) && {
            seen.push(*note);
            true
        }
    });
    notes
}

fn quote(pack: &Pack, passage: PassageId) -> String {
    let text: Vec<String> = pack.statements_of(passage).map(|id| with_numbers(pack, id)).collect();
    let place = format!("¶ {} ({})", pack.address(passage), pack[passage].id);
    with_provenance(pack, &text.join(" "), &notes_of(pack, passage), &place)
}

/// A statement's text with the numbers of its notes: `… in 1591.[7]`.
#[must_use]
pub(crate) fn with_numbers(pack: &Pack, statement: StatementId) -> String {
    let numbers: Vec<String> = pack[statement].cites.iter().map(|note| format!("[{}]", note.number())).collect();
    format!("{}{}", pack[statement].text, numbers.concat())
}

/// A text with its notes in full, its place, and the pack's revision and licence.
#[must_use]
pub(crate) fn with_provenance(pack: &Pack, text: &str, notes: &[NoteId], place: &str) -> String {
    let about = &pack.about;
    let notes = notes_in_full(pack, notes);
    format!("{text}\n\n{notes}\n{}, {place}, revision {}, {}\n", about.title, about.revision, about.licence)
}

/// Notes with their numbers and the URLs of their sources, a line each.
#[must_use]
pub(crate) fn notes_in_full(pack: &Pack, notes: &[NoteId]) -> String {
    let line = |id: &NoteId| {
        let note = &pack[*id];
        let source = &pack[note.source];
        let url = source.url.as_ref().map_or_else(String::new, |url| format!(" {url}"));
        format!("[{}] {}{url}\n", id.number(), cite::text(source, note.place.as_deref()))
    };
    notes.iter().map(line).collect()
}

/// The text as far as it may go to a terminal, and whether something was cut.
#[must_use]
pub fn capped(text: &str) -> (String, bool) {
    if text.len() <= MOST {
        return (text.to_owned(), false);
    }
    let end = text.floor_char_boundary(MOST - "…".len());
    (format!("{}…", &text[..end]), true)
}
