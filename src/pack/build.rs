//! From the text of a pack's files to a [`Pack`]: parsed, resolved and indexed, with every problem collected.

use std::collections::{HashMap, HashSet};

use serde::de::DeserializeOwned;

use super::problem::{Path, Problem, record_around};
use super::raw::{self, Standing};
use super::{
    About, Chapter, ChapterId, Entity, EntityId, Era, EraId, Figure, Kind, Mark, MarkKind, Note, NoteId, Office, Pack,
    Passage, PassageId, Source, SourceId, Statement, StatementId, Target, check, geo, markup,
};
use crate::clean::clean;
use crate::when::When;

/// The texts of a pack's files; each name is the one under the pack's folder.
#[derive(Debug, Default)]
pub(super) struct Files {
    pub about: File,
    pub eras: Vec<File>,
    pub entities: Vec<(Kind, File)>,
    pub sources: File,
    pub geo: Option<File>,
}

#[derive(Debug, Default, Clone)]
pub(super) struct File {
    pub name: String,
    pub text: std::borrow::Cow<'static, str>,
}

/// How much is checked while building.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Care {
    /// Only what is needed to build: for the built-in pack, which tests hold to every rule.
    Build,
    /// Every rule of a pack.
    Full,
}

/// Builds the pack, or says why it cannot be built; problems of a pack that was built are worth knowing only.
pub(super) fn build(files: &Files, care: Care) -> (Option<Pack>, Vec<Problem>) {
    let mut work = Build::new(care);
    let about: Option<raw::About> = work.record(&files.about);
    let sources: Vec<raw::Source> = work.list(&files.sources);
    let entities: Vec<(Kind, &File, Vec<raw::Entity>)> =
        files.entities.iter().map(|(kind, file)| (*kind, file, work.list(file))).collect();
    let eras: Vec<(&File, raw::Era)> = files.eras.iter().filter_map(|file| Some((file, work.record(file)?))).collect();

    work.sources(&files.sources, &sources);
    for (kind, file, records) in &entities {
        work.name_entities(*kind, file, records);
    }
    for (file, era) in &eras {
        work.era(file, era);
    }
    // Entities come second, so that the numbers of footnotes follow the text.
    for (_, file, records) in &entities {
        work.complete_entities(file, records);
    }
    work.number_note_cites();
    if let Some(about) = &about {
        work.about(&files.about, about, &files.eras, &eras);
    }
    let geo = geo::Text::new(files.geo.as_ref());
    if care == Care::Full {
        work.check_geo(&geo, files);
    }
    work.finish(sources, geo)
}

/// A pack under construction.
struct Build {
    care: Care,
    problems: Vec<Problem>,
    about: Option<About>,
    eras: Vec<Era>,
    chapters: Vec<Chapter>,
    passages: Vec<Passage>,
    statements: Vec<Statement>,
    entities: Vec<Entity>,
    ids: HashMap<Box<str>, Target>,
    keys: HashMap<String, SourceId>,
    notes: Vec<Note>,
    note_ids: HashMap<Note, NoteId>,
    /// The cites of notes wait until the text has been numbered.
    waiting: Vec<(StatementId, Vec<Note>)>,
    /// Ids that stand in records too broken to read: a link to one of them is no second problem.
    ghosts: HashSet<String>,
    /// Whether a whole file could not be read, so that missing ids mean nothing.
    blind: bool,
}

/// Where the work is at: a file and the way into it.
#[derive(Clone, Copy)]
struct At<'a> {
    file: &'a File,
    path: Path<'a>,
}

impl<'a> At<'a> {
    const fn key(&'a self, key: &'a str) -> Self {
        At { file: self.file, path: self.path.key(key) }
    }

    const fn index(&'a self, index: usize) -> Self {
        At { file: self.file, path: self.path.index(index) }
    }
}

impl Build {
    fn new(care: Care) -> Self {
        Self {
            care,
            problems: Vec::new(),
            about: None,
            eras: Vec::new(),
            chapters: Vec::new(),
            passages: Vec::new(),
            statements: Vec::new(),
            entities: Vec::new(),
            ids: HashMap::new(),
            keys: HashMap::new(),
            notes: Vec::new(),
            note_ids: HashMap::new(),
            waiting: Vec::new(),
            ghosts: HashSet::new(),
            blind: false,
        }
    }

    fn problem(&mut self, at: At, message: impl Into<String>) {
        self.problem_at(at, "", message);
    }

    /// Reports a problem, at the first place of `needle` in the value where it stands there.
    fn problem_at(&mut self, at: At, needle: &str, message: impl Into<String>) {
        let range = at.path.locate(&at.file.text);
        let inside = if needle.is_empty() { None } else { at.file.text[range.clone()].find(needle) };
        let offset = range.start + inside.unwrap_or(0);
        self.problems.push(Problem::at_offset(&at.file.name, &at.file.text, offset, message));
    }

    fn record<T: DeserializeOwned>(&mut self, file: &File) -> Option<T> {
        self.parse(file).map(|(record, ())| record)
    }

    fn list<T: DeserializeOwned>(&mut self, file: &File) -> Vec<T> {
        self.record(file).unwrap_or_default()
    }

    /// Parses a file. A record that cannot be read is reported, cut out and the rest is parsed again, so that one
    /// mistake does not hide the next.
    fn parse<T: DeserializeOwned>(&mut self, file: &File) -> Option<(T, ())> {
        const MOST: usize = 200;
        let mut text = file.text.clone();
        for _ in 0..MOST {
            let error = match serde_json::from_str(&text) {
                Ok(parsed) => return Some((parsed, ())),
                Err(error) => error,
            };
            let offset = offset_of(&text, error.line(), error.column());
            let mut problem = Problem::at_offset(&file.name, &file.text, offset, plain_message(&error));
            if text.starts_with('\u{feff}') {
                problem.message = "the file begins with a byte order mark: save it as UTF-8 without one".into();
            }
            self.problems.push(problem);
            let Some(record) = record_around(&text, offset) else { break };
            self.ghosts.extend(names_in(&text[record.clone()]));
            blank(text.to_mut(), record);
        }
        self.blind = true;
        None
    }

    fn sources(&mut self, file: &File, sources: &[raw::Source]) {
        let root = At { file, path: Path::ROOT };
        self.count(root, sources.len(), "sources");
        for (i, source) in sources.iter().enumerate() {
            let at = root.index(i);
            if self.care == Care::Full {
                check::id(&source.key).unwrap_or_else(|m| self.problem(at.key("key"), m));
                self.rules(at, check::source(source));
            }
            if self.keys.insert(source.key.clone(), SourceId::new(i)).is_some() {
                self.problem(at.key("key"), format!("the key {:?} stands twice", source.key));
            }
        }
        for (i, source) in sources.iter().enumerate() {
            if let Some(key) = &source.same_work_as
                && !self.keys.contains_key(key)
            {
                let message = self.unknown("source", key);
                let at = root.index(i);
                self.missing(at.key("same_work_as"), key, message);
            }
        }
    }

    /// Gives every entity its place, so that links can point at those that come later.
    fn name_entities(&mut self, kind: Kind, file: &File, records: &[raw::Entity]) {
        let root = At { file, path: Path::ROOT };
        self.count(root, self.entities.len() + records.len(), "entities");
        for (i, record) in records.iter().enumerate() {
            let at = root.index(i);
            let id = EntityId::new(self.entities.len());
            self.name(at, &record.id, Target::Entity(id));
            let when = self.when(at.key("when"), record.when.as_deref());
            if self.care == Care::Full {
                self.rules(at, check::entity(record));
            }
            self.entities.push(Entity {
                id: record.id.clone(),
                kind,
                name: self.shown(&record.name),
                aliases: record
                    .aliases
                    .iter()
                    .map(|a| raw::Alias { name: self.shown(&a.name), lang: a.lang.clone() })
                    .collect(),
                role: self.shown_if(record.role.as_ref()),
                when,
                at: record.at,
                precision: record.precision,
                offices: Vec::new(),
                subtype: self.shown_if(record.subtype.as_ref()),
                places: Vec::new(),
                who: Vec::new(),
                outcome: self.shown_if(record.outcome.as_ref()),
                figures: Vec::new(),
                reach: record.reach.clone(),
                wikipedia: self.shown_if(record.wikipedia.as_ref()),
                note: self.shown_if(record.note.as_ref()),
            });
        }
    }

    fn complete_entities(&mut self, file: &File, records: &[raw::Entity]) {
        let root = At { file, path: Path::ROOT };
        for (i, record) in records.iter().enumerate() {
            let Some(Target::Entity(id)) = self.ids.get(record.id.as_str()).copied() else { continue };
            let at = root.index(i);
            let (offices, places, who) = (at.key("offices"), at.key("where"), at.key("who"));
            let mut held = Vec::new();
            for (n, office) in record.offices.iter().enumerate() {
                let at = offices.index(n);
                let when = self.when(at.key("when"), office.when.as_deref());
                if let Some(of) = self.entity(at.key("of"), &office.of) {
                    held.push(Office { title: self.shown(&office.title), of, when, head: office.head });
                }
            }
            let found = |work: &mut Self, (n, id): (usize, &String)| work.entity(places.index(n), id);
            let places = record.places.iter().enumerate().filter_map(|it| found(self, it)).collect();
            let mut took_part = Vec::new();
            for (n, one) in record.who.iter().enumerate() {
                let at = who.index(n);
                if let Some(entity) = self.entity(at.key("entity"), &one.entity) {
                    took_part.push((entity, self.shown_if(one.part.as_ref())));
                }
            }
            let figures = at.key("figures");
            let mut given = Vec::new();
            for (n, figure) in record.figures.iter().enumerate() {
                let at = figures.index(n);
                let cites = self.cites(at.key("cites"), &figure.cites);
                let cites = cites.into_iter().map(|note| self.number(note)).collect();
                given.push(Figure { value: self.shown(&figure.value), by: self.shown_if(figure.by.as_ref()), cites });
            }
            let entity = &mut self.entities[id.index()];
            (entity.offices, entity.places, entity.who, entity.figures) = (held, places, took_part, given);
        }
    }

    fn era(&mut self, file: &File, era: &raw::Era) {
        let at = At { file, path: Path::ROOT };
        let id = EraId::new(self.eras.len());
        self.name(at, &era.id, Target::Era(id));
        let when = self.when(at.key("when"), Some(&era.when));
        if self.care == Care::Full {
            self.rules(at, check::era(era));
        }
        let first = self.chapters.len();
        let chapters = at.key("chapters");
        let mut number = 0;
        for (i, chapter) in era.chapters.iter().enumerate() {
            self.chapter(chapters.index(i), id, chapter, &mut number);
        }
        let when = when.unwrap_or(When::At(crate::when::Moment::of_year(1)));
        self.eras.push(Era {
            id: era.id.clone(),
            title: self.shown(&era.title),
            short: self.shown(&era.short),
            when,
            summary: self.shown(&era.summary),
            chapters: first as u32..self.chapters.len() as u32,
        });
    }

    fn chapter(&mut self, at: At, era: EraId, chapter: &raw::Chapter, number: &mut u32) {
        let id = ChapterId::new(self.chapters.len());
        self.name(at, &chapter.id, Target::Chapter(id));
        let when = self.when(at.key("when"), chapter.when.as_deref());
        let first = self.passages.len();
        // The chapter stands before its passages are known, because they point back at it.
        self.chapters.push(Chapter {
            id: chapter.id.clone(),
            title: self.shown(&chapter.title),
            when,
            era,
            passages: 0..0,
        });
        if self.care == Care::Full {
            self.rules(at, check::chapter(chapter));
        }
        let passages = at.key("passages");
        for (i, passage) in chapter.passages.iter().enumerate() {
            *number += 1;
            let at = passages.index(i);
            self.passage(at, id, &passage.id, Some(*number), |work, passage_id| {
                let statements = at.key("statements");
                for (i, statement) in passage.statements.iter().enumerate() {
                    work.statement(statements.index(i), "text", passage_id, statement);
                }
            });
        }
        let plates = at.key("plates");
        for (i, plate) in chapter.plates.iter().enumerate() {
            let at = plates.index(i);
            let statement = plate.as_statement();
            self.passage(at, id, &plate.id, None, |work, passage| work.statement(at, "caption", passage, &statement));
        }
        self.chapters[id.index()].passages = first as u32..self.passages.len() as u32;
    }

    fn passage(
        &mut self,
        at: At,
        chapter: ChapterId,
        id: &str,
        number: Option<u32>,
        fill: impl FnOnce(&mut Self, PassageId),
    ) {
        let passage = PassageId::new(self.passages.len());
        self.name(at, id, Target::Passage(passage));
        let first = self.statements.len();
        self.passages.push(Passage { id: id.into(), chapter, number, statements: 0..0 });
        fill(self, passage);
        if self.statements.len() == first {
            self.problem(at, format!("the passage {id:?} has no statement"));
        }
        self.passages[passage.index()].statements = first as u32..self.statements.len() as u32;
    }

    fn statement(&mut self, at: At, text_key: &str, passage: PassageId, raw: &raw::Statement) {
        if self.care == Care::Full {
            self.rules(at, check::statement(raw, text_key));
            self.count(at, self.statements.len() + 1, "statements");
        }
        let when = self.when(at.key("when"), raw.when.as_deref());
        let (text, marks) = self.prose(at.key(text_key), &raw.text);
        let cites = self.cites(at.key("cites"), &raw.cites).into_iter().map(|note| self.number(note)).collect();
        let note_cites = self.cites(at.key("note_cites"), &raw.note_cites);
        self.waiting.push((StatementId::new(self.statements.len()), note_cites));
        self.statements.push(Statement {
            text,
            marks,
            when,
            standing: raw.standing,
            cites,
            note: self.shown_if(raw.note.as_ref()),
            note_cites: Vec::new(),
            instead_of: self.shown_if(raw.instead_of.as_ref()),
            passage,
        });
    }

    /// The flat text of prose and its marks.
    fn prose(&mut self, at: At, source: &str) -> (String, Vec<Mark>) {
        let source = self.shown(source);
        let flat = match markup::flatten(&source) {
            Ok(flat) => flat,
            Err(message) => {
                self.problem(at, message);
                return (source.clone(), Vec::new());
            }
        };
        let mut marks = Vec::with_capacity(flat.spans.len());
        let mut text = flat.text;
        // A link without words shows the entity's name; those after it move along.
        let mut moved = 0;
        for span in flat.spans {
            let mut range = span.range.start + moved..span.range.end + moved;
            let what = match span.link {
                None => MarkKind::Emphasis,
                Some(id) => {
                    let Some(entity) = self.linked(at, id) else { continue };
                    if range.is_empty() {
                        let name = self.entities[entity.index()].name.clone();
                        text.insert_str(range.start, &name);
                        range.end += name.len();
                        moved += name.len();
                    }
                    MarkKind::Link(entity)
                }
            };
            marks.push(Mark { range: range.start as u32..range.end as u32, what });
        }
        (text, marks)
    }

    fn linked(&mut self, at: At, id: &str) -> Option<EntityId> {
        if let Some(Target::Entity(entity)) = self.ids.get(id) {
            Some(*entity)
        } else {
            let message = self.unknown("entity", id);
            self.missing(at, &format!("[[{id}"), message);
            None
        }
    }

    fn entity(&mut self, at: At, id: &str) -> Option<EntityId> {
        if let Some(Target::Entity(entity)) = self.ids.get(id) {
            Some(*entity)
        } else {
            let message = self.unknown("entity", id);
            self.missing(at, id, message);
            None
        }
    }

    /// `source-key` or `source-key, p. 2`.
    fn cites(&mut self, at: At, cites: &[String]) -> Vec<Note> {
        let mut notes = Vec::with_capacity(cites.len());
        for (i, cite) in cites.iter().enumerate() {
            let (key, place) =
                cite.split_once(',').map_or((cite.as_str(), None), |(key, place)| (key, Some(place.trim())));
            let Some(source) = self.keys.get(key.trim()).copied() else {
                let message = self.unknown("source", key.trim());
                self.missing(at.index(i), key, message);
                continue;
            };
            notes.push(Note { source, place: place.map(|p| self.shown(p)) });
        }
        notes
    }

    /// The footnote's number: a new one at its first use.
    fn number(&mut self, note: Note) -> NoteId {
        let next = NoteId::new(self.notes.len());
        *self.note_ids.entry(note.clone()).or_insert_with(|| {
            self.notes.push(note);
            next
        })
    }

    fn number_note_cites(&mut self) {
        for (statement, notes) in std::mem::take(&mut self.waiting) {
            let numbered = notes.into_iter().map(|note| self.number(note)).collect();
            self.statements[statement.index()].note_cites = numbered;
        }
    }

    fn about(&mut self, file: &File, about: &raw::About, files: &[File], eras: &[(&File, raw::Era)]) {
        let at = At { file, path: Path::ROOT };
        if about.format != 1 {
            self.problem(at.key("format"), format!("format {} is not known; this griot reads format 1", about.format));
        }
        if self.care == Care::Full {
            self.rules(at, check::about(about));
        }
        let as_of = self.when(at.key("as_of"), Some(&about.as_of));
        if about.eras.is_empty() {
            self.problem(at.key("eras"), "a pack needs at least one era");
        }
        let order = at.key("eras");
        for (i, wanted) in about.eras.iter().enumerate() {
            if let Some((file, era)) = eras.iter().find(|(file, _)| files.get(i).is_some_and(|f| f.name == file.name))
                && era.id != *wanted
            {
                let message = format!("{} holds the era {:?}, not {wanted:?}", file.name, era.id);
                self.problem(order.index(i), message);
            }
        }
        self.about = as_of.map(|as_of| About {
            id: self.shown(&about.id),
            title: self.shown(&about.title),
            language: self.shown(&about.language),
            revision: self.shown(&about.revision),
            as_of,
            licence: self.shown(&about.licence),
            credits: about.credits.iter().map(|c| self.shown(c)).collect(),
        });
    }

    fn check_geo(&mut self, geo: &geo::Text, files: &Files) {
        match geo.read() {
            Ok(read) => {
                for (_, file) in &files.entities {
                    let Ok(records) = serde_json::from_str::<Vec<raw::Entity>>(&file.text) else { continue };
                    let root = At { file, path: Path::ROOT };
                    for (i, record) in records.iter().enumerate() {
                        let at = root.index(i);
                        let reach = at.key("reach");
                        for (n, id) in record.reach.iter().enumerate() {
                            if !read.reaches.iter().any(|r| r.id == *id) {
                                let known = read.reaches.iter().map(|r| r.id.as_str());
                                let message = unknown_among("outline", id, known);
                                self.problem(reach.index(n), message);
                            }
                        }
                    }
                }
                if let (Some(capital), Some(file)) = (&read.capital, &files.geo) {
                    let at = At { file, path: Path::ROOT };
                    self.entity(at.key("capital"), capital);
                }
            }
            Err(problems) => self.problems.extend(problems),
        }
    }

    fn name(&mut self, at: At, id: &str, target: Target) {
        if self.care == Care::Full
            && let Err(message) = check::id(id)
        {
            self.problem(at.key("id"), message);
        }
        if self.ids.insert(id.into(), target).is_some() {
            self.problem(at.key("id"), format!("the id {id:?} stands twice"));
        }
    }

    fn when(&mut self, at: At, text: Option<&str>) -> Option<When> {
        let text = text?;
        match When::parse(text) {
            Ok(when) => Some(when),
            Err(error) => {
                self.problem(at, error.to_string());
                None
            }
        }
    }

    fn count(&mut self, at: At, count: usize, what: &str) {
        if count == check::MOST_RECORDS + 1 {
            self.problem(at, format!("more than {} {what}", check::MOST_RECORDS));
        }
    }

    fn rules(&mut self, at: At, broken: Vec<check::Broken>) {
        for rule in broken {
            let key = at.key(rule.key);
            let place = match rule.index {
                Some(index) => key.index(index).path.locate(&at.file.text),
                None => key.path.locate(&at.file.text),
            };
            let mut problem = Problem::at_offset(&at.file.name, &at.file.text, place.start, rule.message);
            problem.readable = rule.readable;
            self.problems.push(problem);
        }
    }

    /// Reports a missing id, unless the record that defines it was too broken to read.
    fn missing(&mut self, at: At, needle: &str, message: String) {
        let id = needle.trim_start_matches("[[").trim();
        if !self.blind && !self.ghosts.contains(id) {
            self.problem_at(at, needle, message);
        }
    }

    fn unknown(&self, what: &str, id: &str) -> String {
        match what {
            "source" => unknown_among(what, id, self.keys.keys().map(String::as_str)),
            _ => unknown_among(what, id, self.entities.iter().map(|e| e.id.as_str())),
        }
    }

    /// The text as it may be shown. The built-in pack is held clean by a test and needs no second look.
    fn shown(&self, text: &str) -> String {
        match self.care {
            Care::Build => text.into(),
            Care::Full => clean(text).into_owned(),
        }
    }

    fn shown_if(&self, text: Option<&String>) -> Option<String> {
        text.map(|t| self.shown(t))
    }

    fn finish(mut self, sources: Vec<raw::Source>, geo: geo::Text) -> (Option<Pack>, Vec<Problem>) {
        self.problems.sort();
        self.problems.dedup();
        if self.problems.iter().any(|p| !p.readable) {
            return (None, self.problems);
        }
        let Some(about) = self.about.take() else { return (None, self.problems) };
        let sources = if self.care == Care::Full { sources.into_iter().map(clean_source).collect() } else { sources };
        let mut mentions = vec![Vec::new(); self.entities.len()];
        let mut chronology = Vec::new();
        for (i, statement) in self.statements.iter().enumerate() {
            let id = StatementId::new(i);
            for entity in statement.links() {
                let of: &mut Vec<StatementId> = &mut mentions[entity.index()];
                if of.last() != Some(&id) {
                    of.push(id);
                }
            }
            if let Some(when) = statement.when {
                chronology.push((id, when));
            }
        }
        chronology.sort_by(|(_, a), (_, b)| a.chronological(b));
        let pack = Pack {
            about,
            eras: self.eras,
            chapters: self.chapters,
            passages: self.passages,
            statements: self.statements,
            entities: self.entities,
            sources,
            notes: self.notes,
            ids: self.ids,
            mentions,
            chronology: chronology.into_iter().map(|(id, _)| id).collect(),
            geo,
        };
        (Some(pack), self.problems)
    }
}

impl raw::Plate {
    fn as_statement(&self) -> raw::Statement {
        raw::Statement {
            text: self.caption.clone(),
            when: self.when.clone(),
            cites: self.cites.clone(),
            standing: self.standing,
            note: self.note.clone(),
            note_cites: self.note_cites.clone(),
            instead_of: self.instead_of.clone(),
        }
    }
}

impl Standing {
    /// Whether a statement of this standing has no source.
    #[must_use]
    pub const fn is_unsourced(self) -> bool {
        matches!(self, Self::Uncited | Self::CitationNeeded)
    }
}

fn clean_source(source: Source) -> Source {
    let one = |s: String| clean(&s).into_owned();
    let some = |s: Option<String>| s.map(one);
    Source {
        authors: source.authors.into_iter().map(one).collect(),
        editors: source.editors.into_iter().map(one).collect(),
        title: one(source.title),
        within: some(source.within),
        date: some(source.date),
        pages: some(source.pages),
        volume: some(source.volume),
        issue: some(source.issue),
        doi: some(source.doi),
        isbn: some(source.isbn),
        issn: some(source.issn),
        jstor: some(source.jstor),
        accessed: some(source.accessed),
        lang: some(source.lang),
        note: some(source.note),
        ..source
    }
}

/// `no entity "timbuktoo"; did you mean "timbuktu"?`
pub(super) fn unknown_among<'a>(what: &str, id: &str, known: impl Iterator<Item = &'a str>) -> String {
    let nearest = known.map(|k| (strsim::osa_distance(k, id), k)).min();
    match nearest {
        Some((distance, near)) if distance <= (id.chars().count() / 3).clamp(1, 4) => {
            format!("no {what} {id:?}; did you mean {near:?}?")
        }
        _ => format!("no {what} {id:?}"),
    }
}

/// The message of a parse error without its position, which is told apart.
pub(super) fn plain_message(error: &serde_json::Error) -> String {
    let message = error.to_string();
    message.rfind(" at line ").map_or(message.as_str(), |at| &message[..at]).to_owned()
}

pub(super) fn offset_of(text: &str, line: usize, column: usize) -> usize {
    let start: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    text.floor_char_boundary((start + column.saturating_sub(1)).min(text.len()))
}

/// The values of `"id"` and `"key"` in a record that could not be parsed.
fn names_in(record: &str) -> Vec<String> {
    ["\"id\"", "\"key\""]
        .iter()
        .flat_map(|key| record.match_indices(key).map(|(at, key)| &record[at + key.len()..]))
        .filter_map(|rest| rest.trim_start().strip_prefix(':')?.trim_start().strip_prefix('"')?.split('"').next())
        .map(str::to_owned)
        .collect()
}

/// Turns a record into spaces, with the comma that parts it from its neighbour; line ends stay where they are.
fn blank(text: &mut String, record: std::ops::Range<usize>) {
    let comma_after = text[record.end..]
        .find(|c: char| !c.is_whitespace())
        .map(|at| record.end + at)
        .filter(|at| text[*at..].starts_with(','));
    let comma_before =
        text[..record.start].rfind(|c: char| !c.is_whitespace()).filter(|at| text[*at..].starts_with(','));
    let mut out = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        let gone = record.contains(&at) || comma_after.or(comma_before) == Some(at);
        match c {
            '\n' => out.push('\n'),
            _ if gone => out.extend(std::iter::repeat_n(' ', c.len_utf8())),
            c => out.push(c),
        }
    }
    *text = out;
}
