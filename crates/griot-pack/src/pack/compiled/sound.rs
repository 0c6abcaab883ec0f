//! Whether what a compiled pack holds leads somewhere and can be shown: whoever reads a part of one from a file asks that of
//! it, before anything is followed.

use std::ops::Range;

use crate::clean::first_forbidden;
use crate::pack::geo::Geo;
use crate::pack::ids::{ChapterId, EntityId, EraId, NoteId, PassageId, SourceId, StatementId};
use crate::pack::model::translation::Translation;
use crate::pack::model::{About, Chapter, Entity, Era, Mark, MarkKind, Note, Passage, Power, Statement, Target};
use crate::pack::name::Name;
use crate::pack::source::Source;
use crate::pack::text::Text;

use crate::pack::sound::{Bounds, Sound};

impl Sound for About {
    fn is_sound(&self, _: &Bounds) -> bool {
        let own = [&self.id, &self.title, &self.language, &self.revision, &self.licence];
        own.into_iter().chain(&self.credits).chain(&self.corrects).all(is_shown)
    }
}

/// Eras hold all chapters, one after the other.
impl Sound for Vec<Era> {
    fn is_sound(&self, within: &Bounds) -> bool {
        let shown = self.iter().flat_map(|it| [&it.id, &it.title, &it.short, &it.summary]).all(is_shown);
        let mut next = 0;
        let follow = self.iter().all(|it| {
            let follows = it.chapters.start == next && it.chapters.end > next;
            next = it.chapters.end;
            follows
        });
        shown && follow && next as usize == within.chapters && self.len() == within.eras
    }
}

impl Sound for Chapter {
    fn is_sound(&self, within: &Bounds) -> bool {
        self.era.index() < within.eras
            && is_within(&self.passages, within.passages)
            && [&self.id, &self.title].into_iter().all(is_shown)
    }
}

impl Sound for Passage {
    fn is_sound(&self, within: &Bounds) -> bool {
        self.chapter.index() < within.chapters && is_within(&self.statements, within.statements) && is_shown(&self.id)
    }
}

impl Sound for Statement {
    fn is_sound(&self, within: &Bounds) -> bool {
        let texts = [&self.id, &self.unread, &self.note, &self.instead_of, &self.origin, &self.group, &self.shown];
        let texts = texts.into_iter().flatten();
        let picture = self
            .picture
            .iter()
            .flat_map(|it| [Some(&it.url), it.caption.as_ref(), it.credit.as_ref(), it.alt.as_ref()]);
        self.passage.index() < within.passages
            && marks_are_sound(&self.text, &self.marks, within)
            && notes_are_sound(&self.cites, within)
            && notes_are_sound(&self.note_cites, within)
            && texts.chain([&self.text]).chain(picture.flatten()).all(is_shown)
    }
}

impl Sound for Entity {
    fn is_sound(&self, within: &Bounds) -> bool {
        let others = self.places.iter().chain(self.who.iter().map(|(who, _)| who));
        let others = others.chain(self.offices.iter().map(|office| &office.of));
        let others = others.chain(self.relations.iter().map(|relation| &relation.who));
        let texts =
            [&self.role, &self.subtype, &self.outcome, &self.wikipedia, &self.note, &self.group].into_iter().flatten();
        let texts = texts.chain(self.relations.iter().filter_map(|relation| relation.note.as_ref()));
        let aliases = self.aliases.iter().flat_map(|alias| [Some(&alias.name), alias.lang.as_ref()]);
        let figures = self.figures.iter().flat_map(|figure| [Some(&figure.value), figure.by.as_ref()]);
        let parts = self.who.iter().map(|(_, part)| part.as_ref());
        others.copied().all(|id: EntityId| id.index() < within.entities)
            && self.figures.iter().all(|figure| notes_are_sound(&figure.cites, within))
            && self.at.is_none_or(|[lat, lon]| is_on_globe(&[lon, lat]))
            && texts.chain([&self.id, &self.name]).chain(&self.reach).all(is_shown)
            && aliases.chain(figures).chain(parts).flatten().all(is_shown)
            && self.offices.iter().all(|office| is_shown(&office.title))
            && self.positions.iter().all(|it| is_on_globe(&[it.at[1], it.at[0]]))
            && self.ids.iter().all(|it| it.registry.is_id(&it.id))
    }
}

impl Sound for Source {
    fn is_sound(&self, _: &Bounds) -> bool {
        let texts = [
            &self.within,
            &self.publisher,
            &self.place,
            &self.series,
            &self.date,
            &self.pages,
            &self.volume,
            &self.issue,
            &self.doi,
            &self.isbn,
            &self.issn,
            &self.jstor,
            &self.url,
            &self.archive,
            &self.accessed,
            &self.lang,
            &self.same_work_as,
            &self.note,
        ];
        is_shown(&self.key)
            && is_shown(&self.title)
            && self.authors.iter().chain(&self.editors).flat_map(Name::parts).all(is_shown)
            && texts.into_iter().flatten().all(is_shown)
    }
}

impl Sound for Note {
    fn is_sound(&self, within: &Bounds) -> bool {
        self.source.index() < within.sources && self.place.iter().all(is_shown)
    }
}

impl Sound for Vec<Target> {
    fn is_sound(&self, within: &Bounds) -> bool {
        self.iter().all(|target| match target {
            Target::Era(id) => id.index() < within.eras,
            Target::Chapter(id) => id.index() < within.chapters,
            Target::Passage(id) => id.index() < within.passages,
            Target::Statement(id) => id.index() < within.statements,
            Target::Entity(id) => id.index() < within.entities,
        })
    }
}

impl Sound for Vec<StatementId> {
    fn is_sound(&self, within: &Bounds) -> bool {
        self.iter().all(|id| id.index() < within.statements)
    }
}

impl Sound for Vec<Power> {
    fn is_sound(&self, within: &Bounds) -> bool {
        self.iter().all(|power| power.entity.index() < within.entities)
    }
}

/// Where the mentions of each entity end.
impl Sound for Vec<u32> {
    fn is_sound(&self, within: &Bounds) -> bool {
        self.len() == within.entities && self.is_sorted()
    }
}

impl Sound for Geo {
    fn is_sound(&self, _: &Bounds) -> bool {
        let paths = self.lines.iter().map(|it| &it.paths).chain(self.waters.iter().map(|it| &it.paths));
        let texts = self.waters.iter().flat_map(|it| [&it.id, &it.name]).chain(self.labels.iter().map(|it| &it.name));
        let reaches = self.reaches.iter().flat_map(|it| std::iter::once(&it.id).chain(&it.note));
        paths.flatten().flatten().chain(self.reaches.iter().flat_map(|it| &it.outline)).all(is_on_globe)
            && self.labels.iter().all(|it| is_on_globe(&it.at))
            && [&self.credit, &self.country].into_iter().chain(texts).chain(reaches).all(is_shown)
    }
}

/// What other languages say stands for what is there, in order.
impl Sound for Vec<Translation> {
    fn is_sound(&self, within: &Bounds) -> bool {
        let optional = |texts: &[&Option<Text>]| texts.iter().copied().flatten().all(is_shown);
        self.iter().all(|it| {
            [&it.language.code, &it.language.name].into_iter().all(is_shown)
                && it.statements.is_sorted_by_key(|(id, _)| *id)
                && it.eras.iter().all(|(id, words)| {
                    id.index() < within.eras && optional(&[&words.title, &words.short, &words.summary])
                })
                && it.chapters.iter().all(|(id, title)| id.index() < within.chapters && is_shown(title))
                && it.entities.iter().all(|(id, name)| id.index() < within.entities && is_shown(name))
                && it.offices.iter().all(|((id, _), title)| id.index() < within.entities && is_shown(title))
                && it.statements.iter().all(|(id, words)| {
                    id.index() < within.statements
                        && is_shown(&words.text)
                        && marks_are_sound(&words.text, &words.marks, within)
                        && optional(&[&words.note, &words.instead_of])
                })
        })
    }
}

const fn is_within(range: &Range<u32>, count: usize) -> bool {
    range.start < range.end && range.end as usize <= count
}

const fn is_on_globe([lon, lat]: &[f64; 2]) -> bool {
    lon.abs() <= 180.0 && lat.abs() <= 90.0
}

fn notes_are_sound(notes: &[NoteId], within: &Bounds) -> bool {
    notes.iter().all(|id| id.index() < within.notes)
}

fn marks_are_sound(text: &Text, marks: &[Mark], within: &Bounds) -> bool {
    marks.iter().all(|mark| {
        let there = text.get(mark.range.start as usize..mark.range.end as usize).is_some();
        there
            && match &mark.what {
                MarkKind::Link(entity) => entity.index() < within.entities,
                MarkKind::Address(address) => is_shown(address),
                MarkKind::Emphasis => true,
            }
    })
}

/// Whether a text does not act on a terminal.
fn is_shown(text: &Text) -> bool {
    first_forbidden(text).is_none()
}

/// What stands where a record cannot be read.
const UNREADABLE: &str = "(damaged)";

impl Default for Chapter {
    fn default() -> Self {
        Self { id: UNREADABLE.into(), title: UNREADABLE.into(), when: None, era: EraId::new(0), passages: 0..1 }
    }
}

impl Default for Passage {
    fn default() -> Self {
        Self { id: UNREADABLE.into(), chapter: ChapterId::new(0), number: None, statements: 0..1 }
    }
}

impl Default for Statement {
    fn default() -> Self {
        Self {
            id: None,
            text: UNREADABLE.into(),
            marks: Vec::new(),
            when: None,
            unread: None,
            standing: crate::pack::standing::Standing::Uncited,
            cites: Vec::new(),
            note: None,
            note_cites: Vec::new(),
            instead_of: None,
            origin: None,
            group: None,
            shown: None,
            picture: None,
            passage: PassageId::new(0),
        }
    }
}

impl Default for Note {
    fn default() -> Self {
        Self { source: SourceId::new(0), place: None }
    }
}
