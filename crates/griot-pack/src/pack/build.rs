//! From the text of a pack's files to a [`Pack`]: parsed, resolved and indexed, with every problem collected.

mod entities;
pub(super) mod files;
mod narrative;
pub(super) mod parse;
mod report;

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

use files::{File, Files};
use parse::{Cut, each, parse};

use super::problem::{Path, Problem};
use super::raw::{self, Standing};
use super::{
    About, Chapter, Entity, Era, Note, NoteId, Pack, Passage, SourceId, Statement, StatementId, Target, Text, check,
    geo,
};
use crate::clean::clean;
use crate::when::When;

/// Builds the pack, or says why it cannot be built; problems of a pack that was built are worth knowing only. `keep`
/// takes a text out of its file, for as long as the pack is there; `cut` is what `mend` left out.
///
/// # Errors
/// When a file cannot be parsed and was not mended.
pub(super) fn build<'a>(files: &Files<File<'a>>, keep: Keep<'a>, cut: Cut) -> Result<Built, Problem> {
    let mut work = Build::new(keep, cut);
    each(files.sources, |source| work.source(files.sources, source))?;
    work.same_works(files.sources);
    let mut ties = Vec::with_capacity(files.entities.len());
    for (kind, file) in &files.entities {
        let mut of_file = Vec::new();
        each(*file, |record| {
            let index = of_file.len();
            of_file.push(work.entity(*kind, *file, index, record));
        })?;
        ties.push((*file, of_file));
    }
    let mut names = Vec::with_capacity(files.eras.len());
    for file in &files.eras {
        names.push(parse(*file)?.map(|era| work.era(*file, era)));
    }
    if let Some(about) = parse(files.about)? {
        work.about(files, about, &names);
    }
    // What ties entities together comes second, so that the numbers of footnotes follow the text.
    for (file, ties) in ties {
        work.tie_entities(file, ties);
    }
    work.number_note_cites();
    work.check_geo(files);
    let geo = files.geo.map(|file| geo::Unread { name: keep(file.name.into()), text: keep(file.text.into()) });
    Ok(work.finish(geo))
}

/// The pack, if it can be read, and what is wrong with it.
type Built = (Option<Pack>, Vec<Problem>);

/// How a text of a file is kept.
type Keep<'a> = fn(raw::Text<'a>) -> Text;

/// A pack under construction.
struct Build<'a> {
    keep: Keep<'a>,
    problems: Vec<Problem>,
    about: Option<About>,
    eras: Vec<Era>,
    chapters: Vec<Chapter>,
    passages: Vec<Passage>,
    statements: Vec<Statement>,
    entities: Vec<Entity>,
    sources: Vec<raw::Source<'a>>,
    ids: HashMap<Text, Target>,
    keys: HashMap<raw::Text<'a>, SourceId>,
    notes: Vec<Note>,
    note_ids: HashMap<Note, NoteId>,
    /// The cites of notes wait until the text has been numbered.
    waiting: Vec<(StatementId, Vec<Note>)>,
    /// Ids in records that were cut out, and whether a whole file was.
    ghosts: HashSet<String>,
    blind: bool,
    /// About how many bytes were read to tell the problems.
    effort: usize,
    /// Problems beyond those that are listed, and whether one of them keeps the pack from being read.
    more: usize,
    broken: bool,
}

/// Where the work is at: a file and the way into it.
#[derive(Clone, Copy)]
struct At<'a> {
    file: File<'a>,
    path: Path<'a>,
}

impl<'a> At<'a> {
    const fn key(&'a self, key: &'a str) -> Self {
        At { file: self.file, path: self.path.key(key) }
    }

    const fn index(&'a self, index: usize) -> Self {
        At { file: self.file, path: self.path.index(index) }
    }

    /// The bytes of the file. What was cut out of it counts for nothing, and moves nothing.
    fn locate(&self) -> Range<usize> {
        self.path.locate(self.file.readable.unwrap_or(self.file.text))
    }
}

impl<'a> Build<'a> {
    fn new(keep: Keep<'a>, cut: Cut) -> Self {
        Self {
            keep,
            problems: cut.problems,
            about: None,
            eras: Vec::new(),
            chapters: Vec::new(),
            passages: Vec::new(),
            statements: Vec::new(),
            entities: Vec::new(),
            sources: Vec::new(),
            ids: HashMap::new(),
            keys: HashMap::new(),
            notes: Vec::new(),
            note_ids: HashMap::new(),
            waiting: Vec::new(),
            ghosts: cut.ghosts.into_iter().collect(),
            blind: cut.blind,
            effort: 0,
            more: 0,
            broken: false,
        }
    }

    fn name(&mut self, at: At, id: raw::Text<'a>, target: Target) -> Text {
        if let Err(message) = check::id(&id) {
            self.problem(at.key("id"), message);
        }
        let id = (self.keep)(id);
        if self.ids.insert(id.clone(), target).is_some() {
            self.problem(at.key("id"), format!("the id {id:?} stands twice"));
        }
        id
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

    /// The text as it may be shown.
    fn shown(&self, text: raw::Text<'a>) -> Text {
        match clean(&text) {
            Cow::Borrowed(_) => (self.keep)(text),
            Cow::Owned(cleaned) => cleaned.into(),
        }
    }

    fn shown_if(&self, text: Option<raw::Text<'a>>) -> Option<Text> {
        text.map(|t| self.shown(t))
    }

    fn finish(mut self, geo: Option<geo::Unread>) -> Built {
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
        let sources = std::mem::take(&mut self.sources);
        let sources = sources.into_iter().map(|source| self.shown_source(source)).collect();
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
        let mut ids: Vec<(Text, Target)> = self.ids.into_iter().collect();
        ids.sort_by(|(a, _), (b, _)| a.cmp(b));
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
            ids: ids.into_iter().map(|(_, target)| target).collect(),
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
