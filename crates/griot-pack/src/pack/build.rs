//! From the text of a pack's files to a [`Pack`]: read, resolved and indexed, with every problem collected.

mod entities;
mod map;
mod narrative;
mod relations;
mod resolve;
mod translation;

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::Arc;

use super::bibliography::Beside;
use super::check;
use super::geo;
use super::ids::{EntityId, NoteId, SourceId, StatementId};
use super::json::{self, Read};
use super::kind::Kind;
use super::language;
use super::markdown;
use super::model::translation::Translation;
use super::model::{About, Chapter, Entity, Era, Note, Pack, Passage, Power, Statement, Target};
use super::nearest::Nearest;
use super::place::Span;
use super::prepared::Prepared;
use super::problem::{File, Problem, Problems};
use super::raw::{self, Str};
use super::registry::Registry;
use super::rule::{Rule, quoted};
use super::source::Source;
use super::standing::Standing;
use super::stored::Stored;
use super::text::Text;
use crate::clean::clean;
use crate::when::{Day, Edge, When};

/// The files of a pack, as far as they could be opened.
#[derive(Debug, Default)]
pub(super) struct Files {
    pub about: File,
    pub eras: Vec<File>,
    pub entities: Vec<(Kind, File)>,
    pub sources: File,
    pub geo: Option<File>,
    pub translations: Vec<File>,
    /// What is wrong with those that could not be opened.
    pub unread: Vec<Problem>,
}

/// Builds the pack, if it can be read, and tells everything that is wrong with it.
pub(super) fn build(files: &Files, hash: u64) -> (Option<Pack>, Problems) {
    // Names that live in a file that could not be opened are not missing: only the file is.
    let mut work =
        Build { names_unread: files.unread.iter().any(|it| Problems::one(it.clone()).are_fatal()), ..Build::default() };
    work.sources(&files.sources);
    work.same_works(&files.sources);
    let mut ties = Vec::with_capacity(files.entities.len());
    for (kind, file) in &files.entities {
        let records = work.read::<Vec<raw::Entity>>(file);
        let of_file: Vec<_> = records.into_iter().map(|record| work.entity(*kind, file, record)).collect();
        ties.push((file, of_file));
    }
    let mut names = Vec::with_capacity(files.eras.len());
    for file in &files.eras {
        let era = work.read::<raw::Era>(file);
        names.push(work.era(file, era));
    }
    let about = work.read::<raw::About>(&files.about);
    work.about(files, about, &names);
    let geo = files.geo.as_ref().map(|file| work.geo(file));
    // What ties entities together comes second, so that the numbers of footnotes follow the text.
    for (file, ties) in ties {
        work.tie_entities(file, ties, geo.is_some());
    }
    work.heads();
    work.descents();
    work.number_note_cites();
    let translations = work.translations(&files.translations);
    language::add_names(&mut work.entities, &translations);
    work.finish(files, (geo.as_ref(), translations), hash)
}

/// Builds the pack of a plain file that was written last on a day, and of what was read beside it.
pub(super) fn build_plain(file: File, saved: &str, beside: Beside) -> (Option<Pack>, Problems) {
    let mut problems = Problems::default();
    let records = markdown::read((&file, saved), beside.references, &mut problems);
    let files = Files { about: file, unread: beside.problems, ..Files::default() };
    let file = &files.about;
    let mut work = Build { problems, ..Build::default() };
    records.sources.into_iter().for_each(|source| work.source(file, source));
    work.same_works(file);
    let mut ties = Vec::new();
    for (kind, records) in records.entities {
        ties.extend(records.into_iter().map(|record| work.entity(kind, file, record)));
    }
    let names: Vec<Text> = records.eras.into_iter().map(|era| work.era(file, era)).collect();
    work.about(&files, records.about, &names);
    work.tie_entities(file, ties, false);
    work.heads();
    work.descents();
    work.number_note_cites();
    work.finish(&files, (None, Vec::new()), beside.sum)
}

/// Who has an id, and where that is said.
#[derive(Debug, Clone, Copy)]
struct Named<'a, T> {
    target: T,
    file: &'a File,
    span: Span,
}

/// A pack under construction.
#[derive(Default)]
struct Build<'a> {
    problems: Problems,
    nearest: Nearest,
    about: Option<About>,
    eras: Vec<Era>,
    chapters: Vec<Chapter>,
    passages: Vec<Passage>,
    statements: Vec<Statement>,
    entities: Vec<Entity>,
    sources: Vec<Source>,
    /// Which works sources are said to be of, until all are known.
    works: Vec<Str>,
    ids: HashMap<Text, Named<'a, Target>>,
    keys: HashMap<Text, Named<'a, SourceId>>,
    notes: Vec<Note>,
    note_ids: HashMap<Note, NoteId>,
    /// The cites of notes wait until the text has been numbered.
    waiting: Vec<(StatementId, Vec<Note>)>,
    /// The outlines of the map.
    outlines: Vec<Text>,
    offices: Vec<entities::Held<'a>>,
    /// Who is whose parent.
    descents: Vec<relations::Descent<'a>>,
    /// Who has which number in a catalogue.
    external: HashMap<(Registry, Text), (&'a File, Span)>,
    /// Whether names are in what could not be read, so that missing ones mean nothing.
    names_unread: bool,
}

impl<'a> Build<'a> {
    /// Reads a file; one that was missing says nothing.
    fn read<T: Read>(&mut self, file: &File) -> T {
        if file.name.is_empty() {
            return T::default();
        }
        let (value, complete) = json::read(file, &mut self.problems);
        self.names_unread |= !complete;
        value
    }

    /// Reads the sources one by one: in some packs there are more of them than of anything else.
    fn sources(&mut self, file: &'a File) {
        if file.name.is_empty() {
            return;
        }
        let mut problems = std::mem::take(&mut self.problems);
        let complete = json::read_each(file, &mut problems, &mut |problems, source| {
            std::mem::swap(problems, &mut self.problems);
            self.source(file, source);
            std::mem::swap(problems, &mut self.problems);
        });
        self.problems = problems;
        self.names_unread |= !complete;
    }

    fn tell(&mut self, file: &File, span: Span, rule: Rule) {
        self.problems.add(rule.severity(), || file.problem(span, rule));
    }

    fn rules(&mut self, file: &File, broken: check::Broken) {
        for (span, rule) in broken {
            self.tell(file, span, rule);
        }
    }

    /// Gives a target its id, which is the first one's to have it.
    fn name(&mut self, file: &'a File, id: &Str, target: Target) -> Text {
        if id.is_absent() {
            // It stands where reading was given up: whoever names it is right.
            self.names_unread = true;
            return Text::default();
        }
        if !check::is_id(id) {
            self.tell(file, id.span, check::bad_id(id));
        }
        match self.ids.get(&id.value) {
            Some(other) => {
                let first = other.file.place(other.span.start);
                self.tell(file, id.span, Rule::DuplicateId { id: quoted(id), first });
            }
            None => {
                self.ids.insert(id.value.clone(), Named { target, file, span: id.span });
            }
        }
        id.value.clone()
    }

    fn when(&mut self, file: &File, text: Option<&Str>) -> Option<When> {
        let text = text.filter(|text| !text.is_absent())?;
        When::parse(text).map_err(|error| self.tell(file, text.span, Rule::Date(error))).ok()
    }

    fn finish(
        mut self,
        files: &Files,
        (geo, translations): (Option<&geo::Geo>, Vec<Translation>),
        hash: u64,
    ) -> (Option<Pack>, Problems) {
        self.problems.sort();
        self.problems.put_first(files.unread.clone());
        let Some(about) = self.about.take().filter(|_| !self.problems.are_fatal()) else {
            return (None, self.problems);
        };
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
        let powers = powers(&self.entities);
        let mut ids: Vec<(Text, Target)> = self.ids.into_iter().map(|(id, named)| (id, named.target)).collect();
        ids.sort_by(|(a, _), (b, _)| a.cmp(b));
        chronology.sort_by_cached_key(|(_, when): &(StatementId, When)| when.place_in_time());
        let pack = Pack {
            hash,
            about,
            eras: self.eras,
            chapters: self.chapters.into(),
            passages: self.passages.into(),
            remarked: remarked(&self.statements).into(),
            statements: self.statements.into(),
            entities: self.entities.into(),
            sources: self.sources.into(),
            notes: self.notes.into(),
            ids: ids.into_iter().map(|(_, target)| target).collect::<Vec<_>>().into(),
            mentions: mentions.into(),
            chronology: chronology.into_iter().map(|(id, _)| id).collect::<Vec<_>>().into(),
            powers: powers.into(),
            geo: geo.map(Stored::of),
            prepared: Prepared::default(),
            translations: (!translations.is_empty()).then(|| Stored::of(&translations)),
            own_words: None,
            dates_in: None,
            damaged: Arc::default(),
        };
        (Some(pack), self.problems)
    }
}

/// The statements on which more is to be said than their sources.
fn remarked(statements: &[Statement]) -> Vec<StatementId> {
    let has_remark = |(_, it): &(usize, &Statement)| {
        it.note.is_some() || it.instead_of.is_some() || it.standing == Standing::CitationNeeded
    };
    statements.iter().enumerate().filter(has_remark).map(|(at, _)| StatementId::new(at)).collect()
}

/// Who ruled when, and which polities stood.
fn powers(entities: &[Entity]) -> Vec<Power> {
    let of = |(at, it): (usize, &Entity)| {
        let power = move |rules: bool| {
            move |when: When| {
                let (first, last) = surely(&when)?;
                Some(Power { entity: EntityId::new(at), rules, first, last })
            }
        };
        let terms = it.offices.iter().filter(|office| office.head).filter_map(|office| office.when);
        let stood = it.when.filter(|_| it.kind == Kind::Polity);
        terms.filter_map(power(true)).chain(stood.and_then(power(false))).collect::<Vec<_>>()
    };
    entities.iter().enumerate().flat_map(of).collect()
}

/// From when to when somebody surely held power: where a beginning or an end is not known, at the other alone and not
/// for ever.
fn surely(when: &When) -> Option<(Day, Day)> {
    match when {
        When::From(known, Edge::Unknown) | When::Until(known, _) => Some((known.first(), known.last())),
        When::Before(_) | When::After(_) => None,
        _ => Some((when.first(), when.last())),
    }
}

/// The text as it may be shown.
fn shown(text: Str) -> Text {
    match clean(&text) {
        Cow::Borrowed(_) => text.value,
        Cow::Owned(cleaned) => cleaned.into(),
    }
}

fn shown_if(text: Option<Str>) -> Option<Text> {
    text.map(shown)
}

fn shown_all(texts: raw::List<Str>) -> Vec<Text> {
    texts.value.into_iter().map(shown).collect()
}

impl Standing {
    /// Whether a statement of this standing has no source.
    #[must_use]
    pub(crate) const fn is_unsourced(self) -> bool {
        matches!(self, Self::Uncited | Self::CitationNeeded)
    }
}
