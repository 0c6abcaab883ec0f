//! The shapes of `--json`: one document, `schema` and `pack` first.

mod entity;
mod text;

pub use entity::{Entity, Figure, Office, entity, figures, office};
pub use text::{Era, Note, Passage, era, note, notes, passage};

use griot_formats::dated::Dated;
use griot_pack::glyphs::Glyphs;
use serde::Serialize;

use griot_pack::clean::is_forbidden;
use griot_pack::pack::{EntityId, NoteId, Pack, Rank, Source, SourceId, Standing, StatementId, Text};

#[derive(Serialize)]
struct Document<'a, T> {
    schema: String,
    pack: Option<&'a str>,
    revision: Option<&'a str>,
    /// The language that was asked for.
    lang: Option<&'a str>,
    #[serde(flatten)]
    body: T,
}

/// A document of a command about a pack; without one for commands that found none.
#[must_use]
pub fn document(command: &str, pack: Option<&Pack>, body: impl Serialize) -> String {
    let about = pack.map(|pack| &pack.about);
    // Search has given up its scores.
    let version = if command == "search" { 2 } else { 1 };
    let document = Document {
        schema: format!("griot.{command}/{version}"),
        pack: about.map(|a| a.id.as_str()),
        revision: about.map(|a| a.revision.as_str()),
        lang: pack.map(|pack| pack.language().as_str()),
        body,
    };
    let mut text = serde_json::to_string_pretty(&document).unwrap_or_default();
    text.push('\n');
    text
}

/// JSON with escapes for every character that may not reach a terminal, or for all but ASCII.
#[must_use]
pub fn escaped(json: &str, glyphs: Glyphs) -> String {
    let mut out = String::with_capacity(json.len());
    for c in json.chars() {
        if c != '\n' && is_forbidden(c) || glyphs.is_ascii() && !c.is_ascii() {
            for unit in c.encode_utf16(&mut [0; 2]) {
                out.push_str(&format!("\\u{unit:04x}"));
            }
        } else {
            out.push(c);
        }
    }
    out
}

/// A footnote: its number beside the text, its source and the place in it.
#[derive(Debug, Serialize)]
pub struct Cite<'a> {
    note: u32,
    source: &'a str,
    place: Option<&'a str>,
}

#[must_use]
pub fn cites<'a>(pack: &'a Pack, notes: &[NoteId]) -> Vec<Cite<'a>> {
    let cite = |id: &NoteId| Cite {
        note: id.number(),
        source: &pack[pack[*id].source].key,
        place: pack[*id].place.as_deref(),
    };
    notes.iter().map(cite).collect()
}

/// A statement of the text.
#[derive(Debug, Serialize)]
pub struct Statement<'a> {
    id: String,
    address: String,
    era: usize,
    text: &'a str,
    /// The language of the text.
    lang: &'a str,
    #[serde(flatten)]
    dated: Dated,
    standing: Standing,
    /// `wiki` where copies of Wikipedia are all that stands behind it.
    rests_on: Option<&'static str>,
    cites: Vec<Cite<'a>>,
    note: Option<&'a str>,
    note_cites: Vec<Cite<'a>>,
    instead_of: Option<&'a str>,
    links: Vec<&'a str>,
    addresses: Vec<&'a str>,
    group: Option<&'a str>,
    shown: Option<&'a str>,
    picture: Option<Picture<'a>>,
}

/// A picture that is kept elsewhere.
#[derive(Debug, Serialize)]
struct Picture<'a> {
    url: &'a str,
    caption: Option<&'a str>,
    credit: Option<&'a str>,
    alt: Option<&'a str>,
}

fn picture(it: &griot_pack::pack::Picture) -> Picture<'_> {
    let [caption, credit, alt] = [&it.caption, &it.credit, &it.alt].map(Option::as_deref);
    Picture { url: &it.url, caption, credit, alt }
}

#[must_use]
pub fn statement(pack: &Pack, id: StatementId) -> Statement<'_> {
    let statement = &pack[id];
    Statement {
        id: pack.statement_id(id),
        address: pack.address(statement.passage),
        era: pack.era_of(id).index() + 1,
        text: &statement.text,
        lang: pack.language_of(id),
        dated: Dated::of(statement.when),
        standing: statement.standing,
        rests_on: pack.rests_on_wiki(id).then_some(Rank::Wiki.name()),
        cites: cites(pack, &statement.cites),
        note: statement.note.as_deref(),
        note_cites: cites(pack, &statement.note_cites),
        instead_of: statement.instead_of.as_deref(),
        links: statement.links().map(|entity| pack[entity].id.as_str()).collect(),
        addresses: statement.addresses().map(Text::as_str).collect(),
        group: statement.group.as_deref(),
        shown: statement.shown.as_deref(),
        picture: statement.picture.as_deref().map(picture),
    }
}

/// An entity in short.
#[derive(Debug, Serialize)]
pub struct Named<'a> {
    id: &'a str,
    kind: &'static str,
    name: &'a str,
    r#type: Option<&'a str>,
    role: Option<&'a str>,
    #[serde(flatten)]
    dated: Dated,
    mentions: usize,
}

#[must_use]
pub fn named(pack: &Pack, id: EntityId) -> Named<'_> {
    let entity = &pack[id];
    Named {
        id: &entity.id,
        kind: entity.kind.name(),
        name: &entity.name,
        r#type: entity.subtype.as_deref(),
        role: entity.role.as_deref(),
        dated: Dated::of(entity.when),
        mentions: pack.mentions(id).len(),
    }
}

/// A source and in how many statements it is cited.
#[derive(Debug, Serialize)]
pub struct Sourced<'a> {
    #[serde(flatten)]
    source: &'a Source,
    cited: usize,
}

#[must_use]
pub fn source(pack: &Pack, id: SourceId, cited: usize) -> Sourced<'_> {
    Sourced { source: &pack[id], cited }
}

/// In how many statements each source is cited.
#[must_use]
pub fn citations(pack: &Pack) -> Vec<usize> {
    let mut counts = vec![0; pack.sources().len()];
    for id in pack.statements() {
        for source in sources_of(pack, id) {
            counts[source.index()] += 1;
        }
    }
    counts
}

/// The sources of a statement and of the note on it, each once.
#[must_use]
pub fn sources_of(pack: &Pack, id: StatementId) -> Vec<SourceId> {
    let notes = pack[id].cites.iter().chain(&pack[id].note_cites);
    let mut sources: Vec<SourceId> = notes.map(|note| pack[*note].source).collect();
    sources.sort_unstable();
    sources.dedup();
    sources
}

/// The statements that cite a source, in reading order.
#[must_use]
pub fn cited_by(pack: &Pack, source: SourceId) -> Vec<StatementId> {
    pack.statements().filter(|id| sources_of(pack, *id).contains(&source)).collect()
}

/// A list of the text's statements.
#[must_use]
pub fn statements(pack: &Pack, ids: impl IntoIterator<Item = StatementId>) -> Vec<Statement<'_>> {
    ids.into_iter().map(|id| statement(pack, id)).collect()
}
