//! The shapes of the text: eras, chapters, passages and notes.

use griot_history::cite;
use griot_pack::pack::{ChapterId, EraId, NoteId, Pack, PassageId, StatementId};
use serde::Serialize;

use super::{Dated, Statement, statements};

/// An era with all its text.
#[derive(Debug, Serialize)]
pub struct Era<'a> {
    number: usize,
    id: &'a str,
    title: &'a str,
    #[serde(flatten)]
    dated: Dated,
    summary: &'a str,
    chapters: Vec<Chapter<'a>>,
}

#[derive(Debug, Serialize)]
struct Chapter<'a> {
    id: &'a str,
    title: &'a str,
    #[serde(flatten)]
    dated: Dated,
    passages: Vec<Passage<'a>>,
}

/// A passage or a plate.
#[derive(Debug, Serialize)]
pub struct Passage<'a> {
    id: &'a str,
    address: String,
    plate: bool,
    statements: Vec<Statement<'a>>,
}

/// A footnote in full.
#[derive(Debug, Serialize)]
pub struct Note<'a> {
    #[serde(rename = "note")]
    number: u32,
    source: &'a str,
    place: Option<&'a str>,
    text: String,
}

/// An era with all its text.
#[must_use]
pub fn era(pack: &Pack, era: EraId) -> Era<'_> {
    let record = &pack[era];
    let chapter = |id: ChapterId| Chapter {
        id: &pack[id].id,
        title: &pack[id].title,
        dated: Dated::of(pack[id].when),
        passages: pack.passages_of(id).map(|id| passage(pack, id)).collect(),
    };
    Era {
        number: era.index() + 1,
        id: &record.id,
        title: &record.title,
        dated: Dated::of(Some(record.when)),
        summary: &record.summary,
        chapters: pack.chapters_of(era).map(chapter).collect(),
    }
}

/// A passage or a plate.
#[must_use]
pub fn passage(pack: &Pack, passage: PassageId) -> Passage<'_> {
    Passage {
        id: &pack[passage].id,
        address: pack.address(passage),
        plate: pack[passage].number.is_none(),
        statements: statements(pack, pack.statements_of(passage)),
    }
}

/// The notes of statements in full.
pub fn notes(pack: &Pack, statements: impl Iterator<Item = StatementId>) -> Vec<Note<'_>> {
    cite::notes_of(pack, statements).into_iter().map(|id| note(pack, id)).collect()
}

/// A note in full.
#[must_use]
pub fn note(pack: &Pack, id: NoteId) -> Note<'_> {
    Note {
        number: id.number(),
        source: &pack[pack[id].source].key,
        place: pack[id].place.as_deref(),
        text: cite::full(pack, id),
    }
}
