//! The text: eras, chapters, passages, statements and their links.

use super::resolve::inside;
use super::{Build, shown, shown_if};
use crate::pack::check;
use crate::pack::ids::{ChapterId, EraId, PassageId, StatementId};
use crate::pack::markup::{self, Meaning};
use crate::pack::model::{Chapter, Era, Mark, MarkKind, Passage, Picture, Statement, Target};
use crate::pack::problem::File;
use crate::pack::raw::{self, Str};
use crate::pack::rule::Rule;
use crate::pack::surprise;
use crate::pack::text::Text;
use crate::url;
use crate::when::{Day, Moment, When};

/// Where in the text the work is at.
#[derive(Clone, Copy)]
struct At<'a> {
    file: &'a File,
    /// The passage that is being filled.
    passage: PassageId,
    /// Of when its era and its chapter tell.
    times: Times,
}

/// Of when an era and a chapter of it tell, as far as they say.
#[derive(Clone, Copy)]
struct Times {
    era: Option<When>,
    chapter: Option<When>,
}

impl<'a> Build<'a> {
    /// Its id is given back.
    pub(super) fn era(&mut self, file: &'a File, era: raw::Era) -> Text {
        let id = EraId::new(self.eras.len());
        let when = self.when(file, Some(&era.when));
        self.rules(file, check::era(&era));
        let own_id = self.name(file, &era.id, Target::Era(id));
        let first = self.chapters.len();
        let told = self.statements.len();
        let mut number = 0;
        for chapter in era.chapters.value {
            self.chapter(file, (id, when), chapter, &mut number);
        }
        self.eras.push(Era {
            id: own_id.clone(),
            title: shown(era.title),
            short: shown(era.short),
            when: when.or_else(|| self.told_since(told)).unwrap_or(When::At(Moment::of_year(1))),
            summary: shown(era.summary),
            chapters: first as u32..self.chapters.len() as u32,
        });
        own_id
    }

    /// The whole time of the statements from one on, for an era whose own date cannot be read.
    fn told_since(&self, statement: usize) -> Option<When> {
        let ended = |when: &When| when.first() != Day::MIN && when.last() != Day::MAX;
        let dates = || self.statements[statement..].iter().filter_map(|it| it.when).filter(ended);
        let [first, last] = [dates().map(|when| when.first()).min()?, dates().map(|when| when.last()).max()?];
        let [begin, end] = [first, last].map(|day| Moment::of_year(day.year));
        Some(if begin == end { When::At(begin) } else { When::Span(begin, end) })
    }

    fn chapter(
        &mut self,
        file: &'a File,
        (era, of_era): (EraId, Option<When>),
        chapter: raw::Chapter,
        number: &mut u32,
    ) {
        let id = ChapterId::new(self.chapters.len());
        let when = self.when(file, chapter.when.as_ref());
        let times = Times { era: of_era, chapter: when };
        let first = self.passages.len();
        self.rules(file, check::chapter(&chapter));
        let own_id = self.name(file, &chapter.id, Target::Chapter(id));
        // The chapter stands before its passages are known, because they point back at it.
        self.chapters.push(Chapter { id: own_id, title: shown(chapter.title), when, era, passages: 0..0 });
        for passage in chapter.passages.value {
            *number += 1;
            self.rules(file, check::passage(&passage));
            let at = self.open_passage((file, times), id, &passage.id, Some(*number));
            for statement in passage.statements.value {
                let own = statement.id.clone();
                let id = StatementId::new(self.statements.len());
                let own = own.map(|own| self.name(file, &own, Target::Statement(id)));
                self.statement(at, own, statement);
            }
            self.close_passage(at);
        }
        for plate in chapter.plates.value {
            let at = self.open_passage((file, times), id, &plate.id, None);
            // The plate has given its id as a passage already.
            let own = plate.id.value.clone();
            self.statement(at, Some(own), plate.into_statement());
            self.close_passage(at);
        }
        self.chapters[id.index()].passages = first as u32..self.passages.len() as u32;
    }

    fn open_passage(
        &mut self,
        (file, times): (&'a File, Times),
        chapter: ChapterId,
        id: &Str,
        number: Option<u32>,
    ) -> At<'a> {
        let passage = PassageId::new(self.passages.len());
        let id = self.name(file, id, Target::Passage(passage));
        let first = self.statements.len() as u32;
        self.passages.push(Passage { id, chapter, number, statements: first..first });
        At { file, passage, times }
    }

    fn close_passage(&mut self, at: At) {
        self.passages[at.passage.index()].statements.end = self.statements.len() as u32;
    }

    fn statement(&mut self, at: At<'a>, own_id: Option<Text>, raw: raw::Statement) {
        let file = at.file;
        self.rules(file, check::statement(&raw));
        let when = self.when(file, raw.when.as_ref());
        if let (Some(field), Some(when)) = (&raw.when, when) {
            self.outside(at, (field, when), &raw.text);
        }
        let id = StatementId::new(self.statements.len());
        let span = raw.text.span;
        let (text, marks) = self.prose(file, raw.text);
        if let (None, Some(words)) = (&raw.when, surprise::date_in(&text)) {
            self.tell(file, inside(file, span, words), Rule::Undated(words.into()));
        }
        let cites = self.cites(file, &raw.cites);
        let cites = self.numbers(cites);
        let note_cites = self.cites(file, &raw.note_cites);
        self.waiting.push((id, note_cites));
        self.statements.push(Statement {
            id: own_id,
            text,
            marks,
            unread: raw.when.filter(|it| when.is_none() && !it.is_absent()).map(shown),
            when,
            standing: *raw.standing,
            cites,
            note: shown_if(raw.note),
            note_cites: Vec::new(),
            instead_of: shown_if(raw.instead_of),
            origin: shown_if(raw.origin),
            group: shown_if(raw.group),
            shown: shown_if(raw.shown),
            picture: raw.picture.map(|it| Box::new(picture(it))),
            passage: at.passage,
        });
    }

    /// Reports a date that does not touch the era in which it is told. Many a story is told to its end in an era that
    /// ended before: then the chapter's own date takes it in, or, as an aside, the text names the year.
    fn outside(&mut self, at: At, (field, when): (&Str, When), text: &str) {
        let Times { era: Some(era), chapter } = at.times else { return };
        let ended = when.first() != Day::MIN && when.last() != Day::MAX;
        let meant = |chapter: When| when.fit(&chapter).is_some() || surprise::names_year(text, &when);
        if ended && when.fit(&era).is_none() && !chapter.is_some_and(meant) {
            let (when, era) = (when.on_screen(), era.on_screen());
            self.tell(at.file, field.span, Rule::OutsideEra { when, era });
        }
    }

    /// The flat text of prose and its marks.
    pub(super) fn prose(&mut self, file: &File, source: Str) -> (Text, Vec<Mark>) {
        let span = source.span;
        let source = shown(source);
        if markup::next_mark(&source).is_none() {
            return (source, Vec::new());
        }
        let flat = match markup::flatten(&source) {
            Ok(flat) => flat,
            Err(broken) => {
                self.tell(file, span, Rule::Markup(broken));
                return (source.clone(), Vec::new());
            }
        };
        let mut marks = Vec::with_capacity(flat.spans.len());
        let mut text = flat.text;
        // A link without words shows the entity's name; those after it move along.
        let mut moved = 0;
        for link in flat.spans {
            let mut range = link.range.start + moved..link.range.end + moved;
            let what = match link.what {
                Meaning::Emphasis => MarkKind::Emphasis,
                Meaning::Address(address) => {
                    if let Err(reason) = url::allowed(address) {
                        self.tell(file, inside(file, span, address), Rule::Url(reason));
                        continue;
                    }
                    MarkKind::Address(address.to_owned().into())
                }
                Meaning::Entity(id) => {
                    let place = if self.ids.contains_key(id) { span } else { inside(file, span, &format!("[[{id}")) };
                    let Some(entity) = self.entity_named(file, place, id) else { continue };
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
        (text.into(), marks)
    }
}

impl raw::Plate {
    /// Its caption as a statement.
    fn into_statement(self) -> raw::Statement {
        let Self { id, caption: text, when, cites, standing, note, note_cites, instead_of, .. } = self;
        let Self { origin, group, shown, picture, span, whole, .. } = self;
        let rest = raw::Statement { origin, group, shown, picture, span, whole, ..raw::Statement::default() };
        raw::Statement { id: Some(id), text, when, cites, standing, note, note_cites, instead_of, ..rest }
    }
}

/// A picture as it may be shown.
fn picture(it: raw::Picture) -> Picture {
    let (caption, credit, alt) = (shown_if(it.caption), shown_if(it.credit), shown_if(it.alt));
    Picture { url: shown(it.url), caption, credit, alt }
}
