//! From the text of a pack's files to a [`Pack`]: parsed, resolved and indexed, with every problem collected.

mod entities;
mod narrative;
pub(super) mod parse;

use std::collections::{HashMap, HashSet};

use parse::parse;

use super::problem::{Path, Problem};
use super::raw::{self, Standing};
use super::{
    About, Chapter, Entity, Era, Kind, Note, NoteId, Pack, Passage, SourceId, Statement, StatementId, Target, check,
    geo,
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
    let Records { about, sources, entities, eras } = read(&mut work, files);
    work.sources(&files.sources, &sources);
    let mut ties = Vec::new();
    for (kind, file, records) in entities {
        ties.push((file, work.entities(kind, file, records)));
    }
    if let Some(about) = about {
        work.about(&files.about, about, &files.eras, &eras);
    }
    for (file, era) in eras {
        work.era(file, era);
    }
    // What ties entities together comes second, so that the numbers of footnotes follow the text.
    for (file, ties) in ties {
        work.tie_entities(file, ties);
    }
    work.number_note_cites();
    let geo = geo::Text::new(files.geo.as_ref());
    if care == Care::Full {
        work.check_geo(&geo, files);
    }
    work.finish(sources, geo)
}

/// The records of all files.
struct Records<'a> {
    about: Option<raw::About>,
    sources: Vec<raw::Source>,
    entities: Vec<(Kind, &'a File, Vec<raw::Entity>)>,
    eras: Vec<(&'a File, raw::Era)>,
}

/// Parses all files.
fn read<'a>(work: &mut Build, files: &'a Files) -> Records<'a> {
    let about = work.take(parse(&files.about));
    let sources = work.take(parse(&files.sources)).unwrap_or_default();
    let of_kind = |(kind, file): &'a (Kind, File)| (*kind, file, work.take(parse(file)).unwrap_or_default());
    let entities = files.entities.iter().map(of_kind).collect();
    let eras = files.eras.iter().filter_map(|file| Some((file, work.take(parse(file))?))).collect();
    Records { about, sources, entities, eras }
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
    /// About how many bytes were read to tell the problems.
    effort: usize,
    /// Problems beyond those that are listed, and whether one of them keeps the pack from being read.
    more: usize,
    broken: bool,
}

/// The most problems that are listed, and the most bytes that are read to tell where they are.
const MOST_PROBLEMS: usize = 1000;
const MOST_EFFORT: usize = 2 << 30;

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
            effort: 0,
            more: 0,
            broken: false,
        }
    }

    fn problem(&mut self, at: At, message: impl Into<String>) {
        self.problem_at(at, "", message);
    }

    /// Reports a problem, at the first place of `needle` in the value where it stands there.
    fn problem_at(&mut self, at: At, needle: &str, message: impl Into<String>) {
        if self.is_full() {
            self.more += 1;
            self.broken = true;
            return;
        }
        self.effort += at.file.text.len();
        let range = at.path.locate(&at.file.text);
        let inside = if needle.is_empty() { None } else { at.file.text[range.clone()].find(needle) };
        let offset = range.start + inside.unwrap_or(0);
        self.problems.push(Problem::at_offset(&at.file.name, &at.file.text, offset, message));
    }

    /// Whether further problems are counted only.
    const fn is_full(&self) -> bool {
        self.problems.len() >= MOST_PROBLEMS || self.effort > MOST_EFFORT
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

    /// Reports the records of a kind that go beyond the limit, once.
    fn count(&mut self, at: At, before: usize, added: usize, what: &str) {
        if before <= check::MOST_RECORDS && before + added > check::MOST_RECORDS {
            self.problem(at, format!("more than {} {what}", check::MOST_RECORDS));
        }
    }

    fn rules(&mut self, at: At, broken: Vec<check::Broken>) {
        for rule in broken {
            if self.is_full() {
                self.more += 1;
                self.broken |= !rule.readable;
                continue;
            }
            self.effort += at.file.text.len();
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

    fn unknown(&mut self, what: &str, id: &str) -> String {
        if self.is_full() {
            return String::new();
        }
        self.effort += 256 * (self.keys.len() + self.entities.len());
        match what {
            "source" => unknown_among(what, id, self.keys.keys().map(String::as_str)),
            _ => unknown_among(what, id, self.entities.iter().map(|e| e.id.as_str())),
        }
    }

    /// The text as it may be shown. The built-in pack is held clean by a test and needs no second look.
    fn shown(&self, text: String) -> String {
        match self.care {
            Care::Build => text,
            Care::Full => clean(&text).into_owned(),
        }
    }

    fn shown_if(&self, text: Option<String>) -> Option<String> {
        text.map(|t| self.shown(t))
    }

    fn finish(mut self, sources: Vec<raw::Source>, geo: geo::Text) -> (Option<Pack>, Vec<Problem>) {
        self.problems.sort();
        self.problems.dedup();
        if self.more > 0 {
            self.problems.push(Problem::of_file("", format!("{} more problems are not listed", self.more)));
            self.problems.last_mut().into_iter().for_each(|last| last.readable = !self.broken);
        }
        if self.problems.iter().any(|p| !p.readable) {
            return (None, self.problems);
        }
        let Some(about) = self.about.take() else { return (None, self.problems) };
        let sources =
            if self.care == Care::Full { sources.into_iter().map(entities::clean_source).collect() } else { sources };
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
        chronology.sort_by_cached_key(|(_, when): &(StatementId, When)| when.place_in_time());
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

impl Standing {
    /// Whether a statement of this standing has no source.
    #[must_use]
    pub const fn is_unsourced(self) -> bool {
        matches!(self, Self::Uncited | Self::CitationNeeded)
    }
}

/// `no entity "timbuktoo"; did you mean "timbuktu"?`
pub(super) fn unknown_among<'a>(what: &str, id: &str, known: impl Iterator<Item = &'a str>) -> String {
    match nearest(id, known) {
        Some(near) => format!("no {what} {id:?}; did you mean {near:?}?"),
        None => format!("no {what} {id:?}"),
    }
}

/// The known word that is nearest to what was written, if it is near enough.
fn nearest<'a>(word: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    // No id is longer.
    let word = Some(word).filter(|word| word.len() <= 64)?;
    let (distance, near) = known.map(|k| (strsim::osa_distance(k, word), k)).min()?;
    (distance <= (word.chars().count() / 3).clamp(1, 4)).then_some(near)
}
